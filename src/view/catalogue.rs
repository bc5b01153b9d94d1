//! The catalogue of units: which one is used and why, another choice, the way to Excel and back, one more name.

use maud::Markup;
use maud::html;

use super::Action;
use super::unmatched::unit_options;
use crate::analysis::Report;
use crate::analysis::Settings;
use crate::units::Catalogue;
use crate::units::SHIPPED;

pub(super) fn region(report: &Report) -> Markup {
    let settings = &report.settings;
    let chosen = settings.catalogue.as_deref();
    let has_files = report.tables().next().is_some();
    html! {
        p {
            "Đang dùng: " strong { (report.catalogue.label) } ", " (report.catalogue.units().len()) " đơn vị ("
            @if has_files || chosen.is_some() { (report.era.label()) } @else { "chưa có tệp; sẽ chọn lại theo kỳ của tệp" }
            ")."
        }
        div.fields {
            div.wide {
                label for="catalogue" { "Danh mục để đối chiếu và xếp hạng" }
                select id="catalogue" data-event=(Action::CatalogueChosen { value: String::new() }.to_json()) {
                    option value="" selected[chosen.is_none()] { "Tự chọn theo kỳ báo cáo" }
                    @for shipped in SHIPPED {
                        option value=(shipped.id) selected[chosen == Some(shipped.id)] { (shipped.label) }
                    }
                    @if let Some(own) = &settings.own_catalogue {
                        option value=(Settings::OWN) selected[chosen == Some(Settings::OWN)] { "Của cơ quan: " (own.label) }
                    }
                }
            }
        }
        (one_more_name(&report.catalogue))
        p { "Sửa trong Excel: lưu danh mục ra tệp, thêm hoặc sửa đơn vị, tên khác, mã rồi nạp lại. Danh mục nạp vào được nhớ trên máy này." }
        div.also {
            button.quiet type="button" id="catalogue-save" data-download="catalogue.csv"
                data-event=(Action::CatalogueSaved.to_json()) { "Lưu danh mục đang dùng thành CSV" }
            @if settings.own_catalogue.is_some() {
                button.quiet type="button" id="catalogue-forget" data-event=(Action::CatalogueForgotten.to_json()) { "Bỏ danh mục của cơ quan" }
            }
        }
    }
}

/// A name that files use for a unit, typed without waiting for a file that holds it.
fn one_more_name(catalogue: &Catalogue) -> Markup {
    let matched = Action::NameMatched { name: String::new(), value: String::new() };
    html! {
        div.fields {
            div { label for="alias-name" { "Thêm tên gọi khác" } input id="alias-name" type="text" autocomplete="off"; }
            div.wide {
                label for="alias-unit" { "là đơn vị" }
                select id="alias-unit" { option value="" { "– chọn đơn vị –" } (unit_options(catalogue)) }
            }
            div.end {
                button.quiet type="button" id="alias-add" data-name-of="alias-name" data-value-of="alias-unit"
                    data-event=(matched.to_json()) { "Nhớ tên này" }
            }
        }
    }
}
