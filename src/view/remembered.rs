//! What is remembered beside the files: names that stand for units, states of dossiers, and how much about files.

use maud::Markup;
use maud::html;

use super::Action;
use crate::analysis::Report;
use crate::units::Catalogue;
use crate::units::Unit;
use crate::units::UnitId;

pub(super) fn region(report: &Report) -> Markup {
    let answers = &report.settings.answers;
    let nothing = answers.files.is_empty() && answers.statuses.is_empty() && answers.aliases.is_empty();
    html! {
        @if nothing { p { "Chưa có sửa đổi nào được nhớ." } }
        @else { p { "Đang nhớ: cách hiểu của " (answers.files.len()) " loại tệp; " (answers.aliases.len())
            " tên đơn vị; " (answers.statuses.len()) " trạng thái hồ sơ." } }
        @if !answers.aliases.is_empty() || !answers.statuses.is_empty() {
            ul.remembered {
                @for (at, (name, unit)) in answers.aliases.iter().enumerate() {
                    li { "«" (name) "» là " (official(report, unit)) ". "
                        button.quiet type="button" id={ "forget-name-" (at) }
                            data-event=(Action::NameForgotten { name: name.clone() }.to_json()) { "Quên tên «" (name) "»" } }
                }
                @for (at, (text, class)) in answers.statuses.iter().enumerate() {
                    li { "Trạng thái «" (text) "»: " (class.label()) ". "
                        button.quiet type="button" id={ "forget-status-" (at) }
                            data-event=(Action::StatusForgotten { text: text.clone() }.to_json()) { "Quên trạng thái «" (text) "»" } }
                }
            }
        }
    }
}

/// The name of a unit; a unit of another era is known by its id alone.
fn official(report: &Report, id: &str) -> String {
    let unit =
        |catalogue: &Catalogue| UnitId::new(id).and_then(|id| catalogue.unit(&id).map(|unit: &Unit| unit.name.clone()));
    unit(&report.catalogue)
        .or_else(|| Catalogue::all().into_iter().rev().find_map(unit))
        .unwrap_or_else(|| id.to_owned())
}
