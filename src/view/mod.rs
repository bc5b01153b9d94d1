//! Report → markup, one piece a region of the page. Plain data enters, escaped markup leaves; where it is put and what
//! a click does is left to the app and the page.

mod action;
mod answered;
mod appendix;
mod catalogue;
mod changes;
mod chart;
mod choices;
mod columns;
mod correct;
mod difference;
mod documents;
mod download;
mod errors;
mod figures;
mod files_read;
mod formula;
mod funnel;
mod funnel_scale;
mod keeping;
mod looking;
mod method;
mod multiples;
mod notice_list;
mod options;
mod pace;
mod paging;
mod peer_charts;
mod peers;
mod period_action;
mod period_words;
mod periods;
mod questions;
mod ranking_table;
mod reconciled;
mod region;
mod remembered;
mod rules;
mod seen;
mod sheet_parts;
mod sheet_question;
mod since;
mod slope;
mod spin;
mod summary;
mod suppose;
mod trend;
mod typed;
mod undo;
mod unit_sheet;
mod unmatched;
mod unranked;
mod weights;
mod word;
mod wording;
mod words;
mod written;

pub use action::Action;
pub use answered::answered;
pub use choices::Correction;
pub use choices::Limit;
pub use choices::Sample;
pub use choices::SavedAs;
pub use choices::SortKey;
pub use difference::Difference;
pub use difference::Shown;
pub use keeping::KeepingShown;
pub use keeping::KeptShown;
pub use looking::Looking;
pub use looking::Noted;
pub use looking::Opened;
pub use looking::Peers;
pub use looking::Ruling;
pub use looking::Supposing;
pub use options::ViewOptions;
pub use pace::Far;
pub use period_action::PeriodAct;
pub use period_action::PeriodRole;
pub use periods::EarlierShown;
pub use periods::PeriodsShown;
pub use questions::asks;
pub use ranking_table::all_rows;
pub use ranking_table::filter_words;
pub use ranking_table::page_words;
pub use region::Region;
pub use spin::Spin;
pub use suppose::chosen_unit;
pub use suppose::chosen_way;
pub use word::Word;
pub use words::status_line;
pub use written::Written;

use crate::analysis::Report;

/// The markup of these regions; a region without anything to show is empty.
#[must_use]
pub fn page(regions: &[Region], report: &Report, options: &ViewOptions) -> Vec<(Region, String)> {
    regions
        .iter()
        .copied()
        .map(|region| {
            let markup = match region {
                Region::Errors => errors::region(report),
                Region::Undo => undo::region(options),
                Region::Remembered => remembered::region(report),
                Region::Units => catalogue::region(report),
                Region::Questions => questions::region(report),
                Region::Summary => summary::region(report, options),
                Region::Changes => changes::region(report),
                Region::Rules => rules::region(report, options),
                Region::Peers => peers::region(report, options),
                Region::Ranking => ranking_table::region(report, options),
                Region::UnitSheet => unit_sheet::region(report, options),
                Region::WhatIf => suppose::region(report, options),
                Region::Weights => weights::region(report),
                Region::Wording => wording::region(),
                Region::Documents => documents::region(report, options),
                Region::Chart => chart::region(report, options),
                Region::PeerCharts => peer_charts::region(report, options),
                Region::Figures => figures::region(report),
                Region::Unmatched => unmatched::region(report),
                Region::Notices => notice_list::region(report),
                Region::FilesRead => files_read::region(report),
                Region::Method => method::region(report),
                Region::Kept => keeping::offers(&options.periods.keeping, report.tables().next().is_some()),
                Region::Earlier => periods::region(report, &options.periods),
                Region::Since => since::region(report, options.periods.without_column),
                Region::Reconciled => reconciled::region(report, &options.periods),
                Region::Keeping => keeping::region(&options.periods.keeping, options.sample.is_some()),
                Region::Wipe => keeping::wipe(report, &options.periods.keeping),
            };
            (region, markup.into_string())
        })
        .collect()
}

/// The regions that may change when one of the two limits does; a story about limits holds all others to it.
#[must_use]
pub fn minding_limits(report: &Report, options: &ViewOptions) -> Vec<Region> {
    let minds = |region: &Region| match region {
        // Until units are chosen by their notes.
        Region::Peers => options.looking.note != Noted::All,
        Region::WhatIf => !report.settings.what_if.is_empty(),
        Region::Errors
        | Region::Kept
        | Region::Undo
        | Region::Remembered
        | Region::Units
        | Region::Wipe
        | Region::Questions
        | Region::Rules
        | Region::Earlier
        | Region::Weights
        | Region::Wording
        | Region::Keeping
        | Region::PeerCharts
        | Region::Unmatched
        | Region::Figures
        | Region::FilesRead => false,
        _ => true,
    };
    Region::ALL.into_iter().filter(minds).collect()
}
