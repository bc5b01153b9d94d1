//! Đối chiếu: what an issued appendix says otherwise than the present figures, line by line.

use maud::Markup;
use maud::html;

use super::PeriodAct;
use super::PeriodsShown;
use crate::analysis::Reconciled;
use crate::analysis::Report;
use crate::domain::sort;
use crate::text::numbers::print_exact_percent;

pub(super) fn region(report: &Report, shown: &PeriodsShown) -> Markup {
    let Some(name) = &shown.issued else { return html! {} };
    html! {
        p {
            "Đang đối chiếu với " strong { (name) } ". "
            button.quiet type="button" id="drop-issued" data-event=(PeriodAct::IssuedDropped.to_json()) { "Thôi đối chiếu" }
        }
        @for doubt in &shown.issued_doubts { p.missing { (doubt) } }
        @if let Some(reconciled) = &report.differences {
            @for told in &reconciled.told { p.missing { (told) } }
            @if report.tables().next().is_none() {
                p { "Chờ số liệu kỳ này." }
            } @else if reconciled.agrees() {
                p id="reconciled-result" tabindex="-1" { strong { "Không có khác biệt nào" } ": tỷ lệ, hạng, số chứng thực và ghi chú của mọi đơn vị đều khớp." }
            } @else {
                (table(reconciled))
            }
        }
    }
}

fn table(Reconciled { province, found, .. }: &Reconciled) -> Markup {
    let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "(trống)".to_owned());
    let mut units: Vec<&str> = found.iter().map(|own| own.id.as_str()).collect();
    sort(&mut units);
    units.dedup();
    html! {
        p id="reconciled-result" tabindex="-1" {
            strong { (found.len() + usize::from(province.is_some())) " khác biệt" } " ở "
            @if !units.is_empty() { (units.len()) " đơn vị" }
            @if !units.is_empty() && province.is_some() { " và " }
            @if province.is_some() { "số toàn tỉnh" }
            ". Hãy sửa số liệu hoặc đính chính văn bản; trang không tự chọn bên nào đúng."
        }
        div.scroll role="region" tabindex="0" aria-labelledby="differences-caption" {
            table #differences {
                caption id="differences-caption" { span { "Khác biệt với phụ lục đã ban hành" } }
                thead { tr { th scope="col" { "Đơn vị" } th scope="col" { "Nội dung" } th scope="col" { "Đã ban hành" } th scope="col" { "Hiện nay" } } }
                tbody { @if let Some((issued, now)) = province {
                    tr { th scope="row" { "Toàn tỉnh" } td { "tỷ lệ %" } td { (print_exact_percent(*issued)) } td { (print_exact_percent(*now)) } }
                } @for own in found {
                    tr { th scope="row" { (own.name) } td { (own.label()) } td { (text(&own.issued)) } td { (text(&own.present)) } }
                } }
            }
        }
    }
}
