//! Settings that do not fit the figures, and how provisional figures are told by the command.

use crate::support::command::run;
use crate::support::command::temporary;
use serde_json::Value;

const JUNE: &str = "BÁO CÁO THÁNG 6/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;62%\nHuyện Bắc Hà;48%\n";

fn file(name: &str, text: &str) -> String {
    temporary(name, text.as_bytes()).to_str().unwrap().to_owned()
}

/// Status, output and complaints of a report under these settings.
fn report(test: &str, settings: &str, arguments: &[&str]) -> (i32, String, String) {
    let (table, settings) = (file(&format!("{test}.csv"), JUNE), file(&format!("{test}.toml"), settings));
    run(&[&["report", &table, "--settings", &settings], arguments].concat())
}

fn json(test: &str, settings: &str) -> Value {
    serde_json::from_str(&report(test, settings, &["--format", "json"]).1).unwrap()
}

/// What is told under a code.
fn told(report: &Value, code: &str) -> Vec<String> {
    let of_code = report["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] == code);
    let places = of_code.flat_map(|notice| notice["places"].as_array().unwrap().clone());
    places.map(|place| place["found"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn provisional_figures_are_told_in_text_and_to_scripts() {
    let settings = "as_of = \"20/6/2023\"\n";
    let own = json("as-of", settings);
    assert_eq!((&own["provisional"], &own["as_of"]), (&Value::from(true), &Value::from("2023-06-20")));
    let text = report("as-of", settings, &[]).1;
    assert!(text.lines().nth(1).unwrap().starts_with("Số liệu đến ngày 20/6/2023 là tạm thời"), "{text}");
    let plain = report("as-of", settings, &["--format", "csv-plain"]).1;
    let mut lines = plain.lines();
    assert!(lines.next().unwrap().ends_with(",as_of,provisional"), "{plain}");
    assert!(lines.all(|line| line.ends_with(",2023-06-20,true")), "{plain}");
    // Of a report in JSON it is known again a month later.
    let (may, july) = (file("as-of-6.json", ""), file("as-of-7.csv", &JUNE.replace("6/2023", "7/2023")));
    report("as-of", settings, &["--format", "json", "--out", &may]);
    let since = run(&["report", &july, "--previous", &may]).1;
    assert!(since.contains("! Số liệu của as-of-6.json là tạm thời"), "{since}");
    for settings in ["", "as_of = \"30/6/2023\"\n", "as_of = \"01/7/2023\"\n"] {
        let own = json("as-of-end", settings);
        assert_eq!(own["provisional"], false, "{settings}");
        assert!(!report("as-of-end", settings, &[]).1.contains("tạm thời"));
        let plain = report("as-of-end", settings, &["--format", "csv-plain"]).1;
        assert!(plain.lines().skip(1).all(|line| line.ends_with(",false")), "{plain}");
    }
}

#[test]
fn a_day_of_figures_before_their_period_begins_is_idle() {
    let own = json("as-of-before", "as_of = \"20/5/2023\"\n");
    assert_eq!(own["provisional"], false);
    let found = "as_of = 20/5/2023: trước ngày đầu của kỳ báo cáo (từ 01/6/2023 đến 30/6/2023)";
    assert_eq!(told(&own, "setting-idle"), [found]);
    assert!(!report("as-of-before", "as_of = \"20/5/2023\"\n", &["--document", "message"]).1.contains("là tạm thời"));
    // On the first day a period runs.
    let first = json("as-of-first", "as_of = \"01/6/2023\"\n");
    assert_eq!((&first["provisional"], told(&first, "setting-idle").len()), (&Value::from(true), 0));
}

#[test]
fn a_group_without_units_is_told_wherever_a_document_is_made() {
    let settings = "group = \"cap-xa\"\n";
    let found = "group = cap-xa: không tệp nào có đơn vị Cấp xã; có 2 đơn vị Cấp huyện";
    assert_eq!(told(&json("no-group", settings), "group-empty"), [found]);
    let sentence = "Nhóm «Cấp xã» không có đơn vị nào trong số liệu (có 2 đơn vị Cấp huyện)";
    for arguments in [
        &["--document", "letter", "--format", "html"][..],
        &["--document", "message"],
        &["--format", "docx"],
        &["--document", "reminders"],
    ] {
        let table = file("no-group.csv", JUNE);
        let settings = file("no-group.toml", settings);
        let out = file("no-group.out", "");
        let own = [&["report", &table, "--settings", &settings, "--out", &out], arguments].concat();
        let (status, _, complaints) = run(&own);
        assert!(status == 0 && complaints.contains(sentence), "{arguments:?}: {complaints}");
    }
    assert!(report("no-group", settings, &["--document", "appendix"]).1.contains(sentence));
    let right = report("own-group", "group = \"cap-huyen\"\n", &["--document", "letter"]);
    assert!(!right.2.contains("không có đơn vị nào"), "{}", right.2);
    assert_eq!(told(&json("own-group", "group = \"cap-huyen\"\n"), "group-empty"), [""; 0]);
}

#[test]
fn what_settings_cannot_mean_is_refused_with_what_would_do() {
    for (settings, words) in [
        ("[thresholds]\nsince = \"31/6/2023\"\n", "Thiết lập thresholds.since là «31/6/2023»"),
        ("[thresholds]\nrate-low = 49.80000000001\n", "không quá 6 chữ số lẻ"),
        ("[thresholds]\nrate-low = \"49,80000000001\"\n", "không quá 6 chữ số lẻ"),
        ("province = 57.70000001\n", "không quá 6 chữ số lẻ"),
        ("[thresholds]\ncount-very-low = \"1,008\"\n", "ghi 1008 hoặc \"1.008\""),
        ("as_of = 2023-06-20\n", "ngày để trong nháy, như \"20/6/2023\""),
        ("[thresholds]\nsince = 2023-06-20\n", "ngày để trong nháy, như \"20/6/2023\""),
    ] {
        let (status, _, complaints) = report("refused", settings, &[]);
        assert!(status == 2 && complaints.contains(words), "{settings}: {complaints}");
    }
    for settings in [
        "[thresholds]\nsince = \"30/6/2023\"\nrate-low = 49.8\ncount-very-low = \"1.008\"\n",
        "[thresholds]\nsince = \"tháng 6/2023\"\nrate-low = \"49,123456\"\ncount-very-low = 1008\n",
        "[thresholds]\nrate-low = 49.80000000\n",
    ] {
        let (status, _, complaints) = report("taken", settings, &[]);
        assert_eq!((status, complaints.as_str()), (0, ""), "{settings}");
    }
}

#[test]
fn a_share_among_percentages_is_told_by_its_cell_and_its_counts() {
    let header = "STT;Đơn vị;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;;;;\n;;Số lượng đạt;Tổng số;Tỷ lệ;Điểm ghi nhận;Điểm tối đa";
    let rows = "1;UBND huyện Bảo Yên;752;1000;75,2%;4,51;6\n2;UBND huyện Bắc Hà;755;1000;0,755;4,53;6\n3;UBND huyện Văn Bàn;500;1000;50%;3;6";
    let table = format!("{header}\n{rows}\n");
    let table = file("share.csv", &table);
    let report: Value = serde_json::from_str(&run(&["report", &table, "--format", "json"]).1).unwrap();
    assert_eq!(told(&report, "shares-read-as-percent"), ["0,755 (755 / 1000)"]);
    let notice = report["notices"].as_array().unwrap().iter().find(|own| own["code"] == "shares-read-as-percent");
    assert_eq!(notice.unwrap()["places"][0]["row"], 4);
}
