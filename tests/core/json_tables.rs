//! Tables in JSON that are no lists of their rows: a row below a key of its own, a column below its name.

use crate::support::gather;
use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use serde_json::Value;
use sohoa::analysis::Settings;

fn report(text: &str) -> Value {
    read(&[("a.json", text.to_owned())])
}

/// The percentages of the units that have one, the highest first, and what is told.
#[track_caller]
fn case(text: &str, expected: &str, told: &[&str]) {
    let report = report(text);
    let units = report["units"].as_array().unwrap().iter().filter(|unit| !unit["percent"].is_null());
    let line = |unit: &Value| format!("{} {}", unit["id"].as_str().unwrap(), unit["percent"].as_str().unwrap());
    let percents: Vec<String> = units.map(line).collect();
    assert_eq!(
        (percents.join(", ").as_str(), noticed(&report)),
        (expected, told.iter().map(|line| (*line).to_owned()).collect()),
        "{text}"
    );
}

const BOTH: &str = "bao-yen 72.3, bac-ha 48.1";

#[test]
fn units_below_keys_of_their_own_are_rows() {
    for [one, other] in [["bao-thang", "bao-yen"], ["0", "3"], ["H38.20", "H38.25"], ["082", "087"], ["unit1", "unit2"]]
    {
        let rows = [
            (
                r#""Đơn vị":"UBND huyện Bảo Yên","Tỷ lệ số hóa hồ sơ":"72,3%""#,
                r#""Đơn vị":"UBND huyện Bắc Hà","Tỷ lệ số hóa hồ sơ":"48,1%""#,
            ),
            (
                r#""tenDonVi":"UBND huyện Bảo Yên","ty_le_so_hoa_ho_so":72.3"#,
                r#""ty_le_so_hoa_ho_so":48.1,"tenDonVi":"UBND huyện Bắc Hà","ghiChu":"a""#,
            ),
        ];
        for (first, second) in rows {
            let text = format!(r#"{{"{one}":{{{first}}},"{other}":{{{second}}}}}"#);
            case(&text, BOTH, &[]);
            case(&format!(r#"{{"code":200,"message":"OK","data":{text}}}"#), BOTH, &[]);
        }
    }
    // The key alone names the unit.
    let text = r#"{"UBND huyện Bảo Yên":{"ty_le_so_hoa_ho_so":72.3},"UBND huyện Bắc Hà":{"ty_le_so_hoa_ho_so":48.1}}"#;
    case(text, BOTH, &[]);
    // Beside them stands the period.
    let row = |name: &str, percent: &str| format!(r#""{name}":{{"tenDonVi":"{name}","MDSH":"{percent}"}}"#);
    let text = format!(r#"{{"nam":2023,"thang":6,{},{}}}"#, row("Bảo Yên", "11"), row("Bắc Hà", "5.5"));
    case(&text, "bao-yen 50, bac-ha 25", &[]);
    assert_eq!(report(&text)["period"]["to"], "2023-06-30");
}

#[test]
fn columns_below_their_names_are_columns() {
    let names = r#""UBND huyện Bảo Yên","UBND huyện Bắc Hà""#;
    case(&format!(r#"{{"Đơn vị":[{names}],"Tỷ lệ số hóa hồ sơ":[72.3,48.1]}}"#), BOTH, &[]);
    case(
        &format!(r#"{{"status":"ok","result":{{"donVi":[{names}],"ty_le_so_hoa_ho_so":["72,3%","48,1%"]}}}}"#),
        BOTH,
        &[],
    );
    // As a program of data frames writes its columns, with numbered rows and with named ones.
    let text =
        r#"{"Đơn vị":{"0":"UBND huyện Bảo Yên","1":"UBND huyện Bắc Hà"},"Tỷ lệ số hóa hồ sơ":{"0":72.3,"1":48.1}}"#;
    case(text, BOTH, &[]);
    let cells = |one: &str, other: &str| format!(r#"{{"UBND huyện Bảo Yên":{one},"UBND huyện Bắc Hà":{other}}}"#);
    let text = format!(
        r#"{{"Tỷ lệ số hóa hồ sơ":{},"Số lượng chứng thực điện tử":{}}}"#,
        cells("72.3", "48.1"),
        cells("1366", "1400")
    );
    case(&text, BOTH, &[]);
    assert_eq!(report(&text)["units"][0]["certified_copies"], 1366);
}

#[test]
fn dossiers_below_their_codes_are_a_list() {
    let row = |number: u32| {
        format!(
            r#""H38.20-230605-{number:04}":{{"donVi":"UBND huyện Bảo Yên","trangThai":"Đã trả kết quả","ngayTiepNhan":"2023-06-05","ketQuaDienTu":1}}"#
        )
    };
    let rows: Vec<String> = (0..5000).map(row).collect();
    let report = report(&format!("{{{}}}", rows.join(",")));
    assert_eq!(counts(&report, "bao-yen"), "5000 - 5000 5000 - -");
}

#[test]
fn what_objects_within_one_row_hold_stays_its_own() {
    let text = r#"{"tenDonVi":"UBND huyện Bảo Yên","ty_le_so_hoa_ho_so":72.3,"chiSo":
        {"A":{"numerator":1,"denominator":2,"score":3},"B":{"numerator":1,"denominator":2,"score":2}}}"#;
    case(text, "bao-yen 72.3", &[]);
}

#[test]
fn two_figures_below_one_key_are_two_of_one_unit() {
    let row = |figures: &str| format!(r#"[{{"Đơn vị":"UBND huyện Bắc Hà",{figures},"Ghi chú":"a"}}]"#);
    let key = "\"Tỷ lệ số hóa hồ sơ\"";
    case(
        &row(&format!("{key}:48.1,{key}:84.1")),
        "bac-ha 48.1",
        &["figure-conflict 1 «84,1% ≠ 48,1% (a.json, dòng 2, cột 2 (B))»"],
    );
    case(&row(&format!("{key}:48.1,{key}:48.1")), "bac-ha 48.1", &[]);
    // Whatever comes behind takes the conflict not away: another key twice, the first figure again.
    let copies = "\"Chứng thực điện tử\"";
    case(
        &row(&format!("{key}:48.1,{key}:58.1,{copies}:426,{copies}:500")),
        "bac-ha 48.1",
        &["figure-conflict 2 «58,1% ≠ 48,1% (a.json, dòng 2, cột 2 (B))»"],
    );
    case(
        &row(&format!("{key}:40.5,{key}:41.5,{key}:40.5")),
        "bac-ha 40.5",
        &["figure-conflict 1 «41,5% ≠ 40,5% (a.json, dòng 2, cột 2 (B))»"],
    );
}

#[test]
fn a_small_text_of_ever_other_keys_is_refused_before_its_cells_are_made() {
    let rows: Vec<String> = (0..40_000).map(|at| format!(r#"{{"k{at}":1}}"#)).collect();
    let text = format!("[{}]", rows.join(","));
    let refused = gather("a.json", text.as_bytes(), 1 << 20, &Settings::default());
    assert!(refused.is_err());
}

#[test]
fn a_part_of_a_year_is_read_as_titles_are_and_never_the_year() {
    let data = r#""data":[{"tenDonVi":"Bảo Yên","MDSH":"11"},{"tenDonVi":"Bắc Hà","MDSH":"5.5"}]"#;
    let of = |said: &str| {
        let report = report(&format!("{{{said},{data}}}"));
        let end = |key: &str| report["period"][key].as_str().unwrap_or_default().to_owned();
        (format!("{}..{}", end("from"), end("to")), noticed(&report).concat())
    };
    for (said, period) in [
        (r#""nam":2023,"quy":"II""#, "2023-04-01..2023-06-30"),
        (r#""nam":2023,"thang":"Tháng 6""#, "2023-06-01..2023-06-30"),
        (r#""nam":2023,"tuThang":4,"denThang":6"#, "2023-04-01..2023-06-30"),
        (r#""nam":2023,"thang":[4,5,6]"#, "2023-04-01..2023-06-30"),
        (r#""p_nam":2023,"p_quy":"II","p_thang":0,"p_6thang":0"#, "2023-04-01..2023-06-30"),
        (r#""kyBaoCao":"Tháng 6/2023""#, "2023-06-01..2023-06-30"),
        (r#""fromDate":1685552400000,"toDate":1688144399000"#, "2023-06-01..2023-06-30"),
    ] {
        assert_eq!(of(said), (period.to_owned(), String::new()), "{said}");
    }
    for (said, quoted) in [
        (r#""nam":2023,"tuan":23"#, "tuan: 23, tháng ?/2023"),
        (r#""year":2023,"month":"June""#, "month: June, tháng ?/2023"),
        (r#""nam":2023,"thang":6,"quy":3"#, "thang: 6, quy: 3, tháng ?/2023"),
    ] {
        assert_eq!(of(said), ("..".to_owned(), format!("period-unreadable 1 «{quoted}»")), "{said}");
    }
}
