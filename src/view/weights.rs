//! Which units weigh most on the province: many dossiers, and far from 100 %.

use maud::Markup;
use maud::html;

use super::formula::usual;
use crate::analysis::Report;
use crate::analysis::weights;
use crate::domain::Decimal;
use crate::domain::Map;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::units::UnitId;

pub(super) fn region(report: &Report) -> Markup {
    if report.units.iter().all(|unit| unit.percent.is_none()) {
        return html! {};
    }
    html! {
        h2 { "Đơn vị nào nặng nhất với tỷ lệ chung" }
        @match weights(report) {
            Err(reason) => p { (reason) " Hãy chọn thêm tệp có số hồ sơ tiếp nhận của từng đơn vị." },
            Ok(weights) => {
                @let short: Map<&UnitId, &str> = report.units.iter().map(|unit| (&unit.id, unit.short.as_str())).collect();
                p.hint {
                    "Kéo giảm = tỷ trọng hồ sơ × phần còn thiếu tới 100 %: đơn vị đứng đầu là nơi một điểm cải thiện giúp tỷ lệ chung nhiều nhất. \
                     Tính trên các đơn vị có tỷ lệ và số hồ sơ; tỷ lệ của cổng cho toàn tỉnh có thể tính trên nhiều đơn vị hơn."
                    @if let Some((_, formula)) = usual(report.units.iter()) { " Cách tính tỷ lệ: " (formula) "." }
                }
                details id="weights-all" {
                    summary { "Bảng tỷ trọng của " (weights.len()) " đơn vị" }
                    div.scroll role="region" tabindex="0" aria-labelledby="weights-caption" {
                        table.figures id="weights-table" {
                            caption id="weights-caption" { span { "Tỷ trọng hồ sơ và mức kéo giảm, nặng nhất đứng đầu" } }
                            thead { tr {
                                th scope="col" { "Đơn vị" } th scope="col" { "Số hồ sơ" }
                                th scope="col" { "Tỷ trọng " small { "(% của tổng số hồ sơ)" } }
                                th scope="col" { "Kéo giảm " small { "(điểm phần trăm)" } }
                            } }
                            tbody { @for weight in &weights {
                                tr data-weight=(weight.id.as_str()) {
                                    th scope="row" { (short.get(&weight.id).copied().unwrap_or(weight.id.as_str())) }
                                    td.number { (print_count(weight.dossiers)) }
                                    td.number { (print_exact_percent(weight.share)) }
                                    td.number { (print_decimal(weight.costs)) }
                                }
                            } }
                            tfoot { tr {
                                th scope="row" { "Cộng" }
                                td.number { (print_count(weights.iter().map(|weight| weight.dossiers).sum())) }
                                td {}
                                td.number { (print_decimal(sum(weights.iter().map(|weight| weight.costs)))) }
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn sum(values: impl Iterator<Item = Decimal>) -> Decimal {
    values.fold(Decimal::default(), |sum, own| sum.checked_add(own).unwrap_or(sum))
}
