//! How the result was computed: rules, limits with their sources, files. Printed with every result.

use maud::Markup;
use maud::html;

use super::words::names;
use crate::analysis::Report;
use crate::figures::Origin;
use crate::text::numbers::print_count;
use crate::text::numbers::print_percent;
use crate::warnings;
use crate::warnings::Compare;

pub(super) fn region(report: &Report) -> Markup {
    if report.tables().next().is_none() {
        return html! {};
    }
    let limits = &report.settings.thresholds;
    html! {
        h2 { "Cách tính" }
        p { "Tỷ lệ % được lấy nguyên từ tệp, không tính lại; là tỷ lệ tổng chung của nhóm chỉ số “Số hóa hồ sơ” (22 điểm) trong Bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022." }
        @if report.units.iter().any(|unit| unit.origin == Some(Origin::Computed)) {
            p { "Nơi tệp chỉ cho điểm, tỷ lệ % được tính từ điểm: điểm × 100 / 22, làm tròn hai chữ số như cổng quốc gia; nơi chỉ có điểm thành phần thì cộng đủ bảy thành phần trước." }
        }
        p { "Xếp hạng trong từng nhóm, cao xuống thấp; bằng nhau thì cùng hạng và hạng sau bỏ cách (1, 2, 2, 4); đơn vị chưa có số liệu không xếp hạng, không tính là 0." }
        ul {
            @for card in warnings::ALL {
                li { "«" (card.word) "»: " (card.measure) " nhỏ hơn "
                    @if card.code == "rate-low" { (print_percent(limits.rate_low)) } @else { (print_count(limits.count_very_low)) }
                    ". Nguồn của ngưỡng mặc định: " (card.source.text) ", dùng từ " (card.source.since) "." }
            }
        }
        p {
            @match limits.compare {
                Compare::Rounded => "So với ngưỡng bằng giá trị làm tròn một chữ số như in trong bảng.",
                Compare::Exact => "So với ngưỡng bằng giá trị chính xác, chưa làm tròn.",
            }
            " Hai ghi chú độc lập với nhau."
        }
        p { "Danh mục: " (report.catalogue.label) " (" (report.era.label()) "). Nguồn số liệu: " (names(report.tables().map(|file| file.name.as_str())))
            ". sohoa " (report.version) "." }
    }
}
