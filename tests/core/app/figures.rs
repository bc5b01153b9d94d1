//! The figures behind the ranking: each percentage tells what it is a share of and where it is from.

use super::Page;

/// The portal's table with one row header less: counts without rates.
const COUNTS: &str = include_str!("../../cases/summary-of-ten-columns/muc-do-so-hoa.csv");
const RATES: &[u8] = include_bytes!("../../cases/summary-of-igate/thong-ke-ho-so-so-hoa.csv");
const COMPONENTS: &str = include_str!("../../cases/components-of-each-unit/thanh-phan.csv");
const POINTS: &str = include_str!("../../cases/index-with-points-in-its-header/bo-chi-so.csv");

/// The text of a unit's cells in the table below a heading, markup taken out.
fn row(markup: &str, table: &str, unit: &str) -> Vec<String> {
    let table = markup.split(&format!("id=\"{table}\"")).nth(1).unwrap_or_else(|| panic!("no {table}: {markup}"));
    let row = table.split("<tr>").find(|row| row.contains(&format!(">{unit}</th>"))).expect("a row");
    let text = |cell: &str| {
        let mut text = String::new();
        for piece in cell.split('<') {
            text.push_str(&piece.split_once('>').map_or(String::new(), |(_, text)| format!("{text} ")));
        }
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    row.split("<td").skip(1).map(|cell| text(&format!("<td{}", cell.split("</td>").next().unwrap()))).collect()
}

#[test]
fn counts_without_rates_give_computed_ones_and_say_so() {
    let mut page = Page::started(None);
    assert_eq!(page.region("figures"), "");
    page.open("a.csv", COUNTS);
    let shown = page.region("figures");
    // 160 of 200 is 80 %, 162 of 180 is 90 %.
    assert_eq!(row(shown, "figures-counts", "UBND huyện Bảo Yên"), ["200", "160 80%", "180", "162 90%", "50", "10"]);
    // 750 of 1.250 is 60 %, 750 of 1.000 is 75 %.
    assert_eq!(
        row(shown, "figures-counts", "UBND huyện Bảo Thắng"),
        ["1.250", "750 60%", "1.000", "750 75%", "100", "20"]
    );
    assert!(
        shown.contains("<small>(% của số tiếp nhận, tính từ hồ sơ)</small>") && !shown.contains("figures-components")
    );
}

#[test]
fn printed_rates_stand_as_given() {
    let mut page = Page::started(None);
    let id = page.offer(&["a.csv"])[0];
    page.gather_bytes(id, "a.csv", RATES);
    let cells = row(page.region("figures"), "figures-counts", "UBND huyện Bảo Yên");
    assert_eq!(cells, ["1.000", "723 72,3%", "800", "600 75%", "600 60%"]);
    assert!(page.region("figures").contains("<small>(% của số tiếp nhận)</small>"));
}

#[test]
fn a_rate_that_the_file_leaves_out_says_at_its_unit_what_it_is_computed_from() {
    let mut page = Page::started(None);
    // 150 of 200 is 75 %.
    let file = "Đơn vị;Tiếp nhận;Có số hóa TPHS;Tỷ lệ số hóa TPHS\nH. Bảo Yên;200;160;80%\nH. Bắc Hà;200;150;\n";
    page.open("a.csv", file);
    let shown = page.region("figures");
    assert_eq!(row(shown, "figures-counts", "UBND huyện Bảo Yên"), ["200", "160 80%"]);
    assert_eq!(row(shown, "figures-counts", "UBND huyện Bắc Hà"), ["200", "150 75% tính từ hồ sơ"]);
    assert!(shown.contains("<small>(% của số tiếp nhận)</small>"));
}

#[test]
fn components_show_rate_parts_and_points_and_what_is_missing() {
    let mut page = Page::started(None);
    page.open("a.csv", COMPONENTS);
    let shown = page.region("figures");
    let cells = row(shown, "figures-components", "UBND huyện Bảo Yên");
    assert_eq!(cells[..2], ["75,2% 752 / 1.000 4,51 điểm", "24,3% 243 / 1.000 0,97 điểm"]);
    // Bảo Thắng's C has a rate and points without counts; TP Lào Cai's D has nothing of nothing and neither.
    assert_eq!(row(shown, "figures-components", "UBND huyện Bảo Thắng")[2], "100% 2 điểm");
    assert_eq!(row(shown, "figures-components", "UBND thành phố Lào Cai")[3], "chưa có số liệu 0 / 0");
    assert!(
        shown.contains("<strong>A</strong>: Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử, tối đa 6 điểm")
    );
    // All seven have points: the group's percentage is computed from them, beside the ranking too.
    assert!(page.region("ranking-region").contains("<small>tính từ điểm</small>"));
}

#[test]
fn a_unit_without_figures_is_said_to_have_none() {
    let mut page = Page::started(None);
    page.open("a.csv", "Đơn vị;Tiếp nhận;Đã giải quyết\nH. Bảo Yên;200;\nH. Bắc Hà;;90\n");
    let shown = page.region("figures");
    assert_eq!(row(shown, "figures-counts", "UBND huyện Bảo Yên"), ["200", "chưa có số liệu"]);
    assert_eq!(row(shown, "figures-counts", "UBND huyện Bắc Hà"), ["chưa có số liệu", "90"]);
}

#[test]
fn points_are_told_where_a_percentage_is_made_of_them() {
    let mut page = Page::started(None);
    page.open("a.csv", POINTS);
    // 15,91 / 22 = 72,318… %, rounded to hundredths as the national portal does.
    assert!(page.region("ranking-region").contains("72,3% <small>(72,32%)</small> <small>tính từ điểm</small>"));
    page.open("b.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%\n");
    page.act(sohoa::view::Action::RemoveFile { index: 0 });
    assert!(!page.region("ranking-region").contains("tính từ điểm"));
}
