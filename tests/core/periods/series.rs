//! What makes earlier files one series with the present one: known days, one way of holding against limits, one rounding.

use super::APRIL;
use super::Files;
use super::MAY;
use super::PERCENT;
use serde_json::Value;

const JUNE: &str = "Từ ngày 01/06/2023 đến ngày 30/06/2023";

/// One unit of the comparison.
fn unit(report: &Value, id: &str) -> Value {
    let units = report["comparison"]["units"].as_array().expect("units");
    units.iter().find(|unit| unit["id"] == id).cloned().unwrap_or_default()
}

fn breaks(report: &Value) -> String {
    let lines = report["comparison"]["breaks"].as_array().expect("breaks");
    lines.iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_streak_is_counted_over_a_file_whose_days_nobody_knows() {
    let rows = |percent: &str| format!("Huyện Bảo Yên;{percent}|Huyện Bắc Hà;60%|Huyện Văn Bàn;61%");
    let files = Files::of("unknown")
        .table("m6.csv", JUNE, PERCENT, &rows("47%"))
        .table("m5.csv", MAY, PERCENT, &rows("46%"))
        .table("np.csv", "", PERCENT, &rows("45%"))
        .table("np2.csv", "", PERCENT, &rows("44%"))
        .table("np6.csv", "", PERCENT, &rows("47%"));
    let streak = |arguments: &str| unit(&files.json(arguments), "bao-yen")["percent_streak"].as_u64();
    assert_eq!(streak("m6.csv --previous np.csv"), Some(1));
    assert_eq!(streak("m6.csv --previous np.csv m5.csv"), Some(2)); // May and June
    assert_eq!(streak("np6.csv --previous np.csv"), Some(1));
    assert_eq!(unit(&files.json("m6.csv --previous np.csv"), "bao-yen")["percent_list"], "stayed");
    // What is said of the order is so, whichever way they are chosen.
    for chosen in ["np.csv m5.csv", "m5.csv np.csv"] {
        let report = files.json(&format!("m6.csv --previous {chosen}"));
        assert_eq!(unit(&report, "bao-yen")["percent_before"], "46", "{chosen}");
        assert!(breaks(&report).contains("xếp trước mọi kỳ có ghi"), "{}", breaks(&report));
        assert!(!breaks(&report).contains("thứ tự chọn tệp"), "{}", breaks(&report));
    }
    let two = files.json("m6.csv --previous np.csv np2.csv");
    assert!(breaks(&two).contains("theo thứ tự chọn tệp"), "{}", breaks(&two));
    assert_eq!(unit(&two, "bao-yen")["percent_before"], "44");
    let one = breaks(&files.json("m6.csv --previous np.csv"));
    assert!(one.contains("không ghi kỳ") && !one.contains("thứ tự chọn tệp"), "{one}");
    // June itself, which has lost its title.
    let same = "Mọi số liệu của np6.csv trùng với kỳ này";
    assert!(breaks(&files.json("m6.csv --previous np6.csv")).contains(same));
    assert!(!one.contains("trùng với kỳ này"), "{one}");
}

#[test]
fn another_way_of_holding_against_limits_is_told_as_another_limit_is() {
    let rows = "Huyện Bảo Yên;49,96%|Huyện Bắc Hà;60,12%";
    let files = Files::of("compare")
        .table("m6.csv", JUNE, PERCENT, rows)
        .table("m5.csv", MAY, PERCENT, rows)
        .file("ex.toml", "compare = \"exact\"\n");
    files.printed("m5.csv --settings ex.toml --save s5.json");
    files.printed("m5.csv --settings ex.toml --format json --out r5.json");
    files.printed("m5.csv --save s5r.json");
    let told = "Cách so với ngưỡng đã đổi giữa hai kỳ (trước: số chính xác, chưa làm tròn; nay: số làm tròn như in trong bảng)";
    for earlier in ["s5.json", "r5.json"] {
        let report = files.json(&format!("m6.csv --previous {earlier}"));
        assert!(breaks(&report).contains(told), "{earlier}: {}", breaks(&report));
        assert_eq!(unit(&report, "bao-yen")["percent_list"], "left");
    }
    let other = breaks(&files.json("m6.csv --settings ex.toml --previous s5r.json"));
    assert!(other.contains("nay: số chính xác"), "{other}");
    for (settings, earlier) in [("", "s5r.json"), ("--settings ex.toml ", "s5.json"), ("--settings ex.toml ", "m5.csv")]
    {
        let report = files.json(&format!("m6.csv {settings}--previous {earlier}"));
        assert!(!breaks(&report).contains("Cách so"), "{earlier}: {}", breaks(&report));
    }
}

#[test]
fn a_change_within_the_rounding_of_one_of_two_files_is_left_open() {
    let exact = "Huyện Bảo Yên;49,96%|Huyện Bắc Hà;60,12%|Huyện Văn Bàn;60,08%|Huyện Bát Xát;55%|Toàn tỉnh;57,68%";
    let printed = "Huyện Bảo Yên;50%|Huyện Bắc Hà;60,1%|Huyện Văn Bàn;61%|Huyện Bát Xát;55%|Toàn tỉnh;57,7%";
    let files = Files::of("rounded")
        .table("e6.csv", JUNE, PERCENT, exact)
        .table("p6.csv", JUNE, PERCENT, printed)
        .table("e5.csv", MAY, PERCENT, exact)
        .table("p5.csv", MAY, PERCENT, printed);
    let changes = |arguments: &str| {
        let report = files.json(arguments);
        let of = |id: &str| unit(&report, id)["percent_change"].as_str().unwrap_or("-").to_owned();
        let province = report["comparison"]["province_change"].as_str().unwrap_or("-").to_owned();
        let told = breaks(&report).contains("nhỏ hơn mức làm tròn");
        (["bao-yen", "bac-ha", "van-ban", "bat-xat"].map(of).join(" "), province, told)
    };
    // 60,08 - 61 is more than rounding; 55 of both is no change.
    assert_eq!(changes("e6.csv --previous p5.csv"), ("- - -0.92 0".into(), "-".into(), true));
    assert_eq!(changes("p6.csv --previous e5.csv"), ("- - 0.92 0".into(), "-".into(), true));
    assert_eq!(changes("e6.csv --previous e5.csv"), ("0 0 0 0".into(), "0".into(), false));
    assert_eq!(changes("p6.csv --previous p5.csv"), ("0 0 0 0".into(), "0".into(), false));
}

#[test]
fn a_count_since_one_day_that_falls_is_a_doubt() {
    let copies = |day: &str| format!("{PERCENT};Chứng thực điện tử từ {day} (hồ sơ đã hoàn thành)");
    let files = Files::of("falls")
        .table("m6.csv", JUNE, &copies("01/01/2020 đến 30/6/2023"), "Huyện Bảo Yên;60%;895|Huyện Bắc Hà;60%;950")
        .table("m5.csv", MAY, &copies("01/01/2020 đến 31/5/2023"), "Huyện Bảo Yên;60%;900|Huyện Bắc Hà;60%;950")
        .table("alone.csv", MAY, &copies("01/5/2023 đến 31/5/2023"), "Huyện Bảo Yên;60%;900|Huyện Bắc Hà;60%;980")
        .table("m6a.csv", JUNE, &copies("01/6/2023 đến 30/6/2023"), "Huyện Bảo Yên;60%;895|Huyện Bắc Hà;60%;950");
    let told = "Số chứng thực đếm từ cùng ngày 01/01/2020 mà ít đi ở 1 đơn vị: UBND huyện Bảo Yên (900 → 895).";
    let report = files.json("m6.csv --previous m5.csv");
    assert!(breaks(&report).contains(told), "{}", breaks(&report));
    // Copies of one month may be fewer than those of another.
    let months = files.json("m6a.csv --previous alone.csv");
    assert_eq!(unit(&months, "bao-yen")["copies_change"], -5);
    assert!(!breaks(&months).contains("đếm từ cùng ngày"), "{}", breaks(&months));
}

#[test]
fn sums_that_can_be_nothing_else_are_no_doubt_and_limits_are_printed_as_counts() {
    let rows = "Huyện Bảo Yên;60%;1.100|Huyện Bắc Hà;61%;1.300";
    let header = format!("{PERCENT};Chứng thực điện tử lũy kế (hồ sơ đã hoàn thành)");
    let files = Files::of("sums")
        .table("10.csv", "Từ ngày 01/01/2023 đến ngày 31/10/2023", &header, rows)
        .table("9.csv", "Từ ngày 01/01/2023 đến ngày 30/09/2023", &header, rows)
        .table("h1.csv", "Từ ngày 01/01/2023 đến ngày 30/06/2023", &header, rows)
        .table("q1.csv", "Từ ngày 01/01/2023 đến ngày 31/03/2023", &header, rows)
        .file("1200.toml", "[thresholds]\ncount-very-low = 1200\n");
    let doubt = "cùng bắt đầu ngày 01/01/2023";
    assert!(!breaks(&files.json("10.csv --previous 9.csv")).contains(doubt));
    assert!(breaks(&files.json("h1.csv --previous q1.csv")).contains(doubt));
    files.printed("9.csv --save s9.json");
    let told = breaks(&files.json("10.csv --settings 1200.toml --previous s9.json"));
    assert!(told.contains("Ngưỡng «Quá thấp» đã đổi từ 1.000 sang 1.200"), "{told}");
}

#[test]
fn notes_of_a_paper_in_other_words_are_taken_as_they_begin_or_shown() {
    let paper = |notes: [&str; 4]| {
        let [yen, bac_ha, van_ban, bat_xat] = notes;
        format!(
            "Huyện Bảo Yên;72%;{yen}|Huyện Bắc Hà;48%;{bac_ha}|Huyện Văn Bàn;49%;{van_ban}|Huyện Bát Xát;60%;{bat_xat}"
        )
    };
    let header = format!("{PERCENT};Ghi chú");
    let given = paper(["Thấp, cần đôn đốc", "Rất thấp", "thấp.", "Không thấp"]);
    let files = Files::of("notes")
        .table("nay.csv", MAY, PERCENT, paper([""; 4]).replace(";|", "|").trim_end_matches(';'))
        .table("giay.csv", MAY, &header, &given)
        .table("khac.csv", MAY, &header, &paper(["", "Mới sáp nhập", "Thấp", "Mới sáp nhập"]))
        .table("truoc.csv", APRIL, &header, &given);
    let report = files.json("nay.csv --issued giay.csv");
    let differences = |report: &Value| -> Vec<String> {
        let units = report["differences"]["units"].as_array().unwrap().clone();
        let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        units.iter().map(|own| ["id", "issued", "present"].map(|key| word(&own[key])).join(" ")).collect()
    };
    assert_eq!(differences(&report), ["bao-yen Thấp -", "bac-ha Rất thấp Thấp"]);
    assert_eq!(differences(&files.json("nay.csv --issued khac.csv")), ["bac-ha Mới sáp nhập Thấp"]);
    // The file's own notes beside ours; «Không thấp» is none.
    let mut own = super::told(&files.json("giay.csv"), "note-differs");
    own.sort();
    assert_eq!(own, ["giay.csv: «Rất thấp» ≠ «Thấp»", "giay.csv: «Thấp, cần đôn đốc» ≠ (trống)"]);
    assert_eq!(super::told(&files.json("khac.csv"), "note-differs"), [""; 0]);
    let since = files.json("nay.csv --previous truoc.csv");
    let lists = ["bao-yen", "bac-ha", "van-ban", "bat-xat"].map(|id| unit(&since, id)["percent_list"].clone());
    assert_eq!(lists, ["left", "stayed", "stayed", "out"]);
}

#[test]
fn a_file_of_several_months_is_told_with_all_its_tables_even_where_it_is_refused() {
    let month = |number: u8| {
        let title = format!("Tháng {number}/2023");
        let header = "<tr><td>Tên đơn vị</td><td>Tỷ lệ số hóa hồ sơ</td></tr>";
        format!("<p>{title}</p><table>{header}<tr><td>Huyện Bảo Yên</td><td>6{number}%</td></tr></table>")
    };
    let year = |months: [u8; 6]| months.map(month).concat();
    let files = Files::of("months")
        .table("m6.csv", JUNE, PERCENT, "Huyện Bảo Yên;61%")
        .file("sau.html", &year([9, 5, 4, 3, 2, 1]))
        .file("truoc.html", &year([4, 5, 3, 2, 1, 9]));
    let report = files.json("m6.csv --previous sau.html");
    let refused = report["comparison"]["refused"][0]["reason"].as_str().unwrap().to_owned();
    let named = "không dùng: Bảng 2, Bảng 3, Bảng 4, Bảng 5, Bảng 6. Trang web có nhiều bảng số liệu";
    assert!(refused.contains("không trước kỳ này") && refused.contains(named), "{refused}");
    let report = files.json("m6.csv --previous truoc.html");
    assert!(breaks(&report).contains(named), "{}", breaks(&report));
}
