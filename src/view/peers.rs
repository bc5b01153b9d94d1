//! So với ai: which units the table shows, by name, by note, by a group of the office's own; and how such a group is made.

use maud::Markup;
use maud::html;

use super::Action;
use super::Noted;
use super::Peers;
use super::ViewOptions;
use super::paging::ROWS;
use super::seen::Seen;
use super::typed::Line;
use super::typed::choice;
use crate::analysis::OwnGroup;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::Group;
use crate::domain::Set;
use crate::units::UnitId;

fn action(what: Peers) -> Action {
    Action::Peer { what, value: String::new() }
}

pub(super) fn region(report: &Report, options: &ViewOptions) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let looking = &options.looking;
    let seen = Seen::of(report, options);
    let notes = Noted::ALL.map(|(noted, label)| (noted.code(), label));
    let mut groups = vec![("", "không: theo nhóm đơn vị đã chọn ở trên")];
    groups.extend(report.settings.groups.iter().map(|group| (group.name.as_str(), group.name.as_str())));
    let chosen = seen.own.map_or("", |own| own.name.as_str());
    html! {
        h2 { "Bảng xếp hạng" }
        div.fields {
            div { (Line { id: "filter-name", label: "Tìm đơn vị", value: &looking.name, action: action(Peers::Name), keys: "text", spin: None }.show(options)) }
            div { (choice("filter-note", "Chỉ xem đơn vị", &action(Peers::Note), looking.note.code(), &notes)) }
            @if !report.settings.groups.is_empty() {
                div { (choice("own-group", "Nhóm riêng", &action(Peers::Own), chosen, &groups)) }
            }
        }
        @if seen.units.len() < seen.of {
            p { "Đang lọc: " (seen.units.len()) " / " (seen.of) " đơn vị. "
                button.quiet type="button" id="filter-reset" data-event=(action(Peers::Unfiltered).to_json()) { "Bỏ lọc" } }
        }
        @if let Some(own) = seen.own {
            p { "Hạng trong bảng là hạng giữa các đơn vị của nhóm riêng «" (own.name) "». Ghi chú và văn bản vẫn theo nhóm đơn vị." }
        }
        details id="own-groups" {
            summary { "Nhóm riêng: đặt tên, chọn đơn vị" @if !report.settings.groups.is_empty() { " (" (report.settings.groups.len()) ")" } }
            @for group in &report.settings.groups { (kept(group)) }
            (draft(report, options, &seen))
        }
    }
}

fn kept(group: &OwnGroup) -> Markup {
    html! {
        p {
            strong { (group.name) } ": " (group.units.len()) " đơn vị "
            button.quiet type="button" data-event=(action(Peers::Edited { name: group.name.clone() }).to_json()) { "Sửa" span.hidden { " nhóm " (group.name) } }
            " "
            button.quiet type="button" data-event=(action(Peers::Forgotten { name: group.name.clone() }).to_json()) { "Xóa" span.hidden { " nhóm " (group.name) } }
        }
    }
}

/// Units are offered whole where a table has them on one page. Of more, those of its first page that are not filtered out:
/// ten thousand boxes would take the page a second, and nobody finds his own among them.
fn draft(report: &Report, options: &ViewOptions, seen: &Seen) -> Markup {
    let draft = &options.looking.drafted;
    let first: Set<&UnitId> = seen.units.iter().take(ROWS).map(|(unit, _)| &unit.id).collect();
    let all = report.units.len() <= ROWS;
    let offered = |unit: &&UnitResult| all || first.contains(&unit.id) || draft.units.contains(&unit.id);
    html! {
        div.fields {
            div { (Line { id: "own-group-name", label: "Tên nhóm", value: &draft.name, action: action(Peers::Drafted), keys: "text", spin: None }.show(options)) }
            div.end { button type="button" id="own-group-keep" data-event=(action(Peers::Kept).to_json()) { "Lưu nhóm (" (draft.units.len()) " đơn vị)" } }
        }
        @if !all {
            p id="own-group-offered" { "Chỉ liệt kê đơn vị tìm thấy trong bảng (nhiều nhất " (ROWS) ") và đơn vị đã chọn. Để chọn đơn vị khác, gõ tên ở ô «Tìm đơn vị»." }
        }
        @for group in Group::ALL {
            @if report.units_of(group).any(|unit| offered(&unit)) {
                fieldset.ticks {
                    legend { (group.label()) }
                    @for unit in report.units_of(group).filter(offered) {
                        @let id = unit.id.as_str();
                        label.tick for={ "own-" (id) } {
                            input id={ "own-" (id) } type="checkbox" checked[draft.units.contains(&unit.id)]
                                data-event=(action(Peers::Ticked { unit: id.to_owned() }).to_json());
                            " " (unit.short)
                        }
                    }
                }
            }
        }
    }
}
