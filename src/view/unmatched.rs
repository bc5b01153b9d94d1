//! Rows whose names no unit has: they are not ranked, never vanish, and an officer can say which unit each name means.

use maud::Markup;
use maud::html;

use super::Action;
use crate::analysis::Report;
use crate::domain::Group;
use crate::domain::Set;
use crate::figures::Unmatched;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::Unit;

/// Rows shown; the rest is counted.
const SHOWN: usize = 50;

pub(super) fn region(report: &Report) -> Markup {
    let rows = &report.unmatched;
    let mut asked = Set::new();
    html! {
        @if !rows.is_empty() {
            h2 id="unmatched-heading" tabindex="-1" { "Chưa khớp danh mục: " (rows.len()) " dòng" }
            p { "Các dòng này chưa được xếp hạng vì tên không có trong danh mục đơn vị. Chọn đơn vị một lần; tên đó được nhớ cho các tệp sau." }
            ul {
                @for (at, row) in rows.iter().take(SHOWN).enumerate() {
                    li {
                        strong { @if row.name.is_empty() { "(không có tên)" } @else { "«" (row.name) "»" } }
                        " – " (row.place.file) ", " (row.place.within_file()) ". "
                        @if row.name.is_empty() { "Ghi tên đơn vị vào tệp nguồn rồi chọn lại tệp." }
                        @else if asked.insert(fold(&row.name)) { (choice(report, at, row)) }
                        @else { "Cùng tên với dòng ở trên." }
                    }
                }
            }
            @if rows.len() > SHOWN { p { "… và " (rows.len() - SHOWN) " dòng nữa." } }
        }
    }
}

/// The units a name may mean: those whose names come close as buttons, all others to choose from.
fn choice(report: &Report, at: usize, row: &Unmatched) -> Markup {
    let matched = |value: &str| Action::NameMatched { name: row.name.clone(), value: value.to_owned() }.to_json();
    let close = || row.suggestions.iter().filter_map(|id| report.catalogue.unit(id));
    html! {
        div.choice {
            @for (number, unit) in close().enumerate() {
                button type="button" id={ "name-" (at) "-" (number) } data-event=(matched(unit.id.as_str())) { "Là " (unit.name) }
            }
            label.hidden for={ "name-" (at) } { "Đơn vị mà «" (row.name) "» là" }
            select id={ "name-" (at) } {
                option value="" { "– chọn đơn vị" @if row.suggestions.is_empty() { " –" } @else { " khác –" } }
                (unit_options(&report.catalogue))
            }
            button.quiet type="button" id={ "name-" (at) "-chosen" } data-value-of={ "name-" (at) } data-event=(matched("")) {
                "Là đơn vị này" span.hidden { ": «" (row.name) "»" }
            }
        }
    }
}

/// All units to choose from, group by group.
pub(super) fn unit_options(catalogue: &Catalogue) -> Markup {
    html! {
        @for group in Group::ALL { (of_group(group, &catalogue.units().iter().filter(|unit| unit.group == group).collect::<Vec<_>>())) }
    }
}

fn of_group(group: Group, units: &[&Unit]) -> Markup {
    html! {
        @if !units.is_empty() {
            optgroup label=(group.label()) {
                @for unit in units { option value=(unit.id.as_str()) { (unit.name) } }
            }
        }
    }
}
