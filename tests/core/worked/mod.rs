//! What the cases must say, worked out by hand from the files, before any report was looked at.

/// Figures of all districts where only Bảo Yên has more than the one dossier.
macro_rules! figures {
    ($bao_yen:literal) => {
        &[
            "tp-lao-cai 1 1 1 1 1 0",
            "bat-xat 1 1 1 1 1 0",
            "muong-khuong 1 1 1 1 1 0",
            "si-ma-cai 1 1 1 1 1 0",
            "bac-ha 1 1 1 1 1 0",
            "bao-thang 1 1 1 1 1 0",
            concat!("bao-yen ", $bao_yen),
            "sa-pa 1 1 1 1 1 0",
            "van-ban 1 1 1 1 1 0",
        ]
    };
}

mod answers;
mod checks;
mod copies;
mod decision;
mod dossier_rows;
mod dossiers;
mod encodings;
mod eras;
mod index;
mod joined;
mod letter;
mod limits;
mod numbers;
mod parts;
mod points;
mod rows;
mod settings;
mod shapes;
mod summary;
mod units;
mod workbooks;

use crate::support::json;
use crate::support::lines;
use crate::support::run_case;

/// All that a report says, in lines; what is left out must be empty.
#[derive(Clone, Copy, Default)]
pub(crate) struct Worked {
    /// A line a file that gave a table, see [`lines::files`].
    pub(crate) files: &'static [&'static str],
    /// The meanings of the columns, a line a file; left out where the letter's own order needs no second look.
    pub(crate) columns: &'static [&'static str],
    /// A line a unit, in the order printed, see [`lines::units`].
    pub(crate) units: &'static [&'static str],
    /// A line a unit with counts of dossiers, see [`lines::figures`].
    pub(crate) figures: &'static [&'static str],
    /// A line a unit with components, see [`lines::components`].
    pub(crate) components: &'static [&'static str],
    /// A line a question, see [`lines::questions`].
    pub(crate) questions: &'static [&'static str],
    /// A line a notice, gravest first, see [`lines::notices`].
    pub(crate) notices: &'static [&'static str],
    /// A line a row that belongs to no unit, see [`lines::unmatched`].
    pub(crate) unmatched: &'static [&'static str],
    /// The units no file names.
    pub(crate) missing: &'static [&'static str],
    /// The provincial percentage.
    pub(crate) province: Option<&'static str>,
    /// The period of the percentages.
    pub(crate) period: &'static str,
    /// The period of the certified copies.
    pub(crate) copies_period: &'static str,
}

/// The letter's figures, in the order and with the notes it prints.
pub(crate) const LETTER_UNITS: &[&str] = &[
    "1 bao-yen 72.3 - 366 Quá thấp",
    "2 bao-thang 68.9 - 1343 -",
    "3 tp-lao-cai 58.6 - 2919 -",
    "4 sa-pa 56.9 - 1112 -",
    "5 si-ma-cai 53.9 - 546 Quá thấp",
    "6 bat-xat 53.1 - 1945 -",
    "7 muong-khuong 49.5 Thấp 2486 -",
    "8 van-ban 49 Thấp 678 Quá thấp",
    "9 bac-ha 48.1 Thấp 426 Quá thấp",
];

/// The letter's percentages alone, in the order of their ranks.
pub(crate) const LETTER_PERCENTS: &[&str] = &[
    "1 bao-yen 72.3 - - -",
    "2 bao-thang 68.9 - - -",
    "3 tp-lao-cai 58.6 - - -",
    "4 sa-pa 56.9 - - -",
    "5 si-ma-cai 53.9 - - -",
    "6 bat-xat 53.1 - - -",
    "7 muong-khuong 49.5 Thấp - -",
    "8 van-ban 49 Thấp - -",
    "9 bac-ha 48.1 Thấp - -",
];

/// The letter's copies alone, or beside percentages that wait for an answer: nobody is ranked, the catalogue's order is left.
pub(crate) const LETTER_COPIES: &[&str] = &[
    "- tp-lao-cai - - 2919 -",
    "- bat-xat - - 1945 -",
    "- muong-khuong - - 2486 -",
    "- si-ma-cai - - 546 Quá thấp",
    "- bac-ha - - 426 Quá thấp",
    "- bao-thang - - 1343 -",
    "- bao-yen - - 366 Quá thấp",
    "- sa-pa - - 1112 -",
    "- van-ban - - 678 Quá thấp",
];

/// The districts without any figure of the letter, in the catalogue's order.
pub(crate) const UNRANKED: &[&str] = &[
    "- tp-lao-cai - - - -",
    "- bat-xat - - - -",
    "- muong-khuong - - - -",
    "- si-ma-cai - - - -",
    "- bac-ha - - - -",
    "- bao-thang - - - -",
    "- bao-yen - - - -",
    "- sa-pa - - - -",
    "- van-ban - - - -",
];

/// The districts besides Bảo Yên and Bắc Hà, in the catalogue's order.
pub(crate) const OTHERS: &[&str] =
    &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bao-thang", "sa-pa", "van-ban"];

/// Compares a case with what was worked out.
#[track_caller]
fn case(folder: &str, worked: &Worked) {
    let found = run_case(folder);
    let report = json(&found);
    assert_eq!(lines::files(&report), worked.files, "{folder}: files");
    if !worked.columns.is_empty() {
        assert_eq!(lines::columns(&report), worked.columns, "{folder}: columns");
    }
    assert_eq!(lines::units(&report), worked.units, "{folder}: units");
    assert_eq!(lines::figures(&report), worked.figures, "{folder}: figures");
    assert_eq!(lines::components(&report), worked.components, "{folder}: components");
    assert_eq!(lines::questions(&found), worked.questions, "{folder}: questions");
    assert_eq!(lines::notices(&report), worked.notices, "{folder}: notices");
    assert_eq!(lines::unmatched(&report), worked.unmatched, "{folder}: unmatched");
    assert_eq!(lines::missing(&report), worked.missing, "{folder}: missing");
    assert_eq!(report["province"]["percent"].as_str(), worked.province, "{folder}: province");
    assert_eq!(lines::period(&report["period"]), worked.period, "{folder}: period");
    assert_eq!(lines::period(&report["copies_period"]), worked.copies_period, "{folder}: period of the copies");
}

/// A case whose only purpose is that its one file is read like the letter's table: same units, nothing to note.
#[track_caller]
fn letter_case(folder: &str, file: &'static str) {
    let files: &'static [&'static str] = Vec::leak(vec![file]);
    case(folder, &Worked { files, units: LETTER_UNITS, ..Worked::default() });
}
