//! A table of more units than a page holds: turned page by page, whole on paper and in files.

use std::fmt::Write as _;

use sohoa::app::Effect;
use sohoa::units::Catalogue;
use sohoa::view::Action;
use sohoa::view::Limit;
use sohoa::view::Peers;
use sohoa::view::SortKey;
use sohoa::view::Written;

use super::Page;

/// As many communes, the first with 100 %, each other with 0,1 less than the one before: `xa-1`, `xa-2` …
fn of(units: usize) -> Page {
    let mut catalogue = "danh mục;nhieu\ntên danh mục;Nhiều đơn vị\nmã;tên;loại;nhóm\n".to_owned();
    let mut table = "Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n".to_owned();
    for unit in 1..=units {
        let _ = writeln!(catalogue, "xa-{unit};UBND xã Số {unit};xã;Cấp xã");
        let tenths = 1001 - unit;
        let _ = writeln!(table, "UBND xã Số {unit};{},{}%;{unit}", tenths / 10, tenths % 10);
    }
    let mut page = Page::started(None);
    page.act(Action::CatalogueLoaded { value: catalogue.bytes().map(char::from).collect() });
    page.open("xa.csv", &table);
    page
}

fn ids(units: impl IntoIterator<Item = usize>) -> Vec<String> {
    units.into_iter().map(|unit| format!("xa-{unit}")).collect()
}

fn turn(page: &mut Page, to: usize) -> Vec<Effect> {
    page.act(Action::PageTurned { page: to, top: false })
}

/// The units of the rows that are kept for paper.
fn on_paper(page: &mut Page) -> Vec<String> {
    let effects = page.act(Action::RowsAsked);
    let [Effect::Rows { html }] = effects.as_slice() else { panic!("rows and nothing else") };
    html.split("data-unit=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn two_hundred_units_stand_on_one_page_and_one_more_on_a_second() {
    let page = of(200);
    assert_eq!(page.order(), ids(1..=200));
    assert!(!page.region("ranking-region").contains("<nav"));
    let mut page = of(201);
    assert_eq!(page.order(), ids(1..=200));
    assert!(page.region("ranking-region").contains("Đơn vị 1–200 trên 201, trang 1/2"));
    turn(&mut page, 1);
    assert_eq!((page.order(), page.status()), (vec!["xa-201"], "Bảng: đơn vị 201–201 trên 201."));
}

#[test]
fn the_communes_of_a_province_stand_on_one_page() {
    let communes = Catalogue::by_id("laocai-2025").unwrap();
    let mut rows = String::new();
    for unit in communes.units().iter().filter(|unit| unit.name.starts_with("UBND ")) {
        let _ = writeln!(rows, "{};50%", unit.name);
    }
    let mut page = Page::started(None);
    page.open("xa.csv", &format!("Từ ngày 01/8/2025 đến ngày 31/8/2025\nĐơn vị;Tỷ lệ số hóa hồ sơ\n{rows}"));
    assert_eq!(page.order().len(), 99);
    assert!(!page.region("ranking-region").contains("<nav"));
}

#[test]
fn sorting_and_filtering_go_over_all_pages_and_begin_at_the_first() {
    let mut page = of(450);
    turn(&mut page, 2);
    assert_eq!(page.order(), ids(401..=450));
    page.act(Action::SortBy { key: SortKey::Copies });
    // The most copies first, and from the first page again.
    assert_eq!(page.order(), ids((251..=450).rev()));
    turn(&mut page, 1);
    page.act(Action::Peer { what: Peers::Name, value: "số 44".to_owned() });
    assert_eq!(page.order(), ids((440..=449).rev().chain([44])));
}

#[test]
fn a_limit_moved_leaves_the_page_where_it_is() {
    let mut page = of(450);
    turn(&mut page, 1);
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "70,5".to_owned() });
    assert_eq!(page.order(), ids(201..=400));
    // xa-296 has 70,5 %, the last that is not below; 400 − 296 are, on this page.
    assert_eq!(page.region("ranking-region").matches("class=\"note low\"").count(), 104);
}

#[test]
fn paper_and_files_hold_every_unit_in_the_order_of_the_table() {
    let mut page = of(450);
    turn(&mut page, 1);
    assert_eq!(on_paper(&mut page), ids(1..=450));
    page.act(Action::SortBy { key: SortKey::Copies });
    assert_eq!(on_paper(&mut page), ids((1..=450).rev()));
    let effects = page.act(Action::DocumentAsked { what: Written::RankingPlain });
    let saved =
        effects.iter().find_map(|effect| if let Effect::Save { bytes, .. } = effect { Some(bytes) } else { None });
    let text = String::from_utf8(saved.unwrap().clone()).unwrap();
    assert!(
        (1..=450)
            .all(|unit| text.contains(&format!("UBND xã Số {unit},")) || text.contains(&format!("UBND xã Số {unit};")))
    );
}

#[test]
fn sheets_and_bars_are_those_of_the_page() {
    let mut page = of(201);
    turn(&mut page, 1);
    assert!(page.region("ranking-region").contains("Mở phiếu của 1 đơn vị trong trang này của bảng"));
    page.act(Action::SheetOpened { unit: String::new() });
    assert_eq!(page.region("unit-sheet").matches("data-sheet=").count(), 1);
    assert!(page.region("unit-sheet").contains("data-sheet=\"xa-201\""));
    let chart = page.region("chart");
    assert!(
        chart.contains("đơn vị 201–201 trên 201") && chart.contains("80%") && !chart.contains("Số 200:"),
        "{chart}"
    );
    // Below the table a page leads back to its top.
    let effects = page.act(Action::PageTurned { page: 0, top: true });
    assert!(effects.contains(&Effect::Focus { id: "pages-now" }));
}
