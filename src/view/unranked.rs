//! What stands in place of a ranking that nobody would otherwise know why it is empty, and beside one that shows one of
//! several groups.

use maud::Markup;
use maud::html;

use super::Action;
use super::words::Lists;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::columns::Field;
use crate::components::Preset;
use crate::domain::Group;

/// Why no unit has a percentage, and what would give one.
pub(super) fn why(report: &Report, lists: &Lists) -> Markup {
    if lists.shown.is_empty() || lists.shown.iter().any(|unit| unit.percent.is_some()) {
        return html! {};
    }
    let gives = |unit: &&UnitResult| {
        [Field::GroupPercent, Field::GroupPoints].into_iter().any(|field| unit.figures.get(field).is_some())
    };
    let scored = |unit: &&UnitResult| unit.scores.iter().any(|score| score.points().is_some());
    let preset = report.settings.formula.preset;
    let chosen = preset.filter(|preset| *preset != Preset::Reported);
    html! {
        @if let (Some(chosen), true) = (chosen, lists.shown.iter().any(gives)) {
            p.missing {
                "Chưa xếp hạng theo tỷ lệ: cách tính đang chọn («" (chosen.card().label)
                "») không cho tỷ lệ nào, còn tệp có sẵn tỷ lệ. "
                (button("", "Dùng tỷ lệ có sẵn trong tệp"))
            }
        } @else if lists.shown.iter().any(scored) {
            p.missing {
                "Chưa xếp hạng theo tỷ lệ: tệp không có tỷ lệ hay điểm chung của nhóm «Số hóa hồ sơ». \
                 Chọn thêm tệp có tỷ lệ đó; số hồ sơ và từng thành phần tính được nằm ở mục «Số liệu từng đơn vị». "
                @if preset != Some(Preset::PointsPresent) {
                    (button(Preset::PointsPresent.card().code, "Xếp hạng theo các thành phần có số liệu"))
                }
            }
        } @else if report.tables().any(|file| file.table.dossiers.is_some()) {
            p.missing {
                "Chưa xếp hạng theo tỷ lệ: danh sách hồ sơ chưa cho tính được thành phần nào. Nếu tệp có cột cho biết hồ sơ có kết quả \
                 điện tử, có giấy tờ số hóa, chọn nghĩa của các cột đó ở mục «Tệp đã đọc và cách hiểu»; nếu không, chọn thêm tệp có tỷ lệ."
            }
        }
    }
}

fn button(preset: &str, text: &str) -> Markup {
    html! { button.quiet type="button" data-event=(Action::UsePreset { value: preset.to_owned() }.to_json()) { (text) } }
}

/// The other groups that files give, each with its notes.
pub(super) fn other_groups(report: &Report) -> Markup {
    let others = Group::ALL.into_iter().filter(|group| *group != report.group());
    html! {
        @for group in others {
            @let lists = Lists::of_group(report, group);
            @if !lists.shown.is_empty() {
                p.period {
                    "Tệp còn nhóm " (group.label()) ": " (lists.shown.len()) " đơn vị, " (lists.low.len()) " «Thấp», "
                    (lists.very_low.len()) " «Quá thấp». "
                    button.quiet type="button" data-event=(Action::ShowGroup { value: group.code().to_owned() }.to_json()) {
                        "Xem nhóm " (group.label())
                    }
                }
            }
        }
    }
}
