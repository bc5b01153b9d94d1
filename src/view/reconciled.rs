//! Đối chiếu: what an issued appendix says otherwise than the present figures, line by line.

use maud::Markup;
use maud::html;

use super::PeriodAct;
use super::PeriodsShown;
use crate::analysis::Difference;
use crate::analysis::Reconciled;
use crate::analysis::Report;
use crate::domain::sort;

pub(super) fn region(report: &Report, shown: &PeriodsShown) -> Markup {
    let Some(name) = &shown.issued else { return html! {} };
    html! {
        p {
            "Đang đối chiếu với " strong { (name) } ". "
            button.quiet type="button" id="drop-issued" data-event=(PeriodAct::IssuedDropped.to_json()) { "Thôi đối chiếu" }
        }
        @for doubt in &shown.issued_doubts { p.missing { (doubt) } }
        @if let Some(Reconciled { told, found: differences, .. }) = &report.differences {
            @for told in told { p.missing { (told) } }
            @if report.tables().next().is_none() {
                p { "Chờ số liệu kỳ này." }
            } @else if differences.is_empty() {
                p id="reconciled-result" tabindex="-1" { strong { "Không có khác biệt nào" } ": tỷ lệ, hạng, số chứng thực và ghi chú của mọi đơn vị đều khớp." }
            } @else {
                (table(differences))
            }
        }
    }
}

fn table(differences: &[Difference]) -> Markup {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "(trống)".to_owned());
    let mut units: Vec<&str> = differences.iter().map(|own| own.id.as_str()).collect();
    sort(&mut units);
    units.dedup();
    html! {
        p id="reconciled-result" tabindex="-1" { strong { (differences.len()) " khác biệt" } " ở " (units.len())
            " đơn vị. Hãy sửa số liệu hoặc đính chính văn bản; trang không tự chọn bên nào đúng." }
        div.scroll role="region" tabindex="0" aria-labelledby="differences-caption" {
            table #differences {
                caption id="differences-caption" { span { "Khác biệt với phụ lục đã ban hành" } }
                thead { tr { th scope="col" { "Đơn vị" } th scope="col" { "Nội dung" } th scope="col" { "Đã ban hành" } th scope="col" { "Hiện nay" } } }
                tbody { @for own in differences {
                    tr { th scope="row" { (own.name) } td { (own.label()) } td { (text(&own.issued)) } td { (text(&own.present)) } }
                } }
            }
        }
    }
}
