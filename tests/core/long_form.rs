//! Tables with one row for each unit and each metric, as data stores export them: the figures come to the same as in a table
//! with one row a unit.

use crate::support;
use crate::support::books;
use crate::support::lines::columns;
use crate::support::lines::components;
use crate::support::lines::is_lack;
use crate::support::lines::notices;
use crate::support::lines::units;
use serde_json::Value;
use sohoa::analysis::Settings;

const CODES: [&str; 7] = [
    "ORIGINAL_RESULT_AVAILABLE",
    "SO_HOA_GIAY_TO_GIAI_QUYET",
    "ELECTRONIC_CERTIFIED_COPY",
    "REUSED_DIGITIZED_DATA",
    "SYNCED_WITH_DVCQG_PERSONAL_STORAGE",
    "CITIZEN_DATA_CONNECTED_DOSSIER",
    "CITIZEN_DATA_CONNECTED_FORMALITY",
];
/// Numerator, denominator, ratio, score, most: 4,51 + 0,97 + 0,75 + 0 + 0,96 + 0,49 + 2 = 9,68, of 22 44 %.
const VALUES: [&str; 7] = [
    "752,1000,75.2,4.51,6",
    "243,1000,24.3,0.97,4",
    "3,8,37.5,0.75,2",
    "0,900,0,0,2",
    "216,900,24,0.96,4",
    "245,1000,24.5,0.49,2",
    "80,80,100,2,2",
];
const FIGURES: &str = "A 752/1000 75.2 4.51, B 243/1000 24.3 0.97, C 3/8 37.5 0.75, D 0/900 0 0, E 216/900 24 0.96, \
                       F 245/1000 24.5 0.49, G 80/80 100 2";

fn read(name: &str, text: &str) -> Value {
    support::json(&support::report(&[(name, text)], &Settings::default()))
}

fn told(report: &Value) -> Vec<String> {
    notices(report).into_iter().filter(|line| !is_lack(line)).collect()
}

/// The rows of a unit, each begun as told.
fn rows(begin: &dyn Fn(&str) -> String) -> Vec<String> {
    CODES.iter().zip(VALUES).map(|(code, values)| format!("{},{values}", begin(code))).collect()
}

#[test]
fn a_row_for_each_unit_and_metric_is_read() {
    let lines = [
        vec!["unit,code,numerator,denominator,ratio,score,maxScore".to_owned()],
        rows(&|code| format!("UBND huyện Bảo Yên,{code}")),
        rows(&|code| format!("UBND huyện Bắc Hà,{code}")),
    ]
    .concat();
    let report = read("a.csv", &lines.join("\n"));
    assert_eq!(components(&report), [format!("bac-ha {FIGURES}"), format!("bao-yen {FIGURES}")]);
    assert_eq!(units(&report)[..2], ["1 bac-ha 44 Thấp - -", "1 bao-yen 44 Thấp - -"]);
    assert!(told(&report).is_empty(), "{:?}", told(&report));
}

#[test]
fn the_order_of_rows_and_columns_and_the_words_of_headers_do_not_matter() {
    // By metric, below a title, the name of the metric beside its code, counts alone. 6·10/20 = 3; 4·10/40 = 1
    let text = "Từ ngày 01/01/2023 đến ngày 31/03/2023\n\
                Tử số;Mẫu số;Tên chỉ tiêu;Mã chỉ tiêu;STT;Đơn vị\n\
                10;20;Tỷ lệ cấp kết quả điện tử;ORIGINAL_RESULT_AVAILABLE;1;UBND huyện Bảo Yên\n\
                5;20;Tỷ lệ cấp kết quả điện tử;ORIGINAL_RESULT_AVAILABLE;2;UBND huyện Bắc Hà\n\
                15;40;Tỷ lệ cấp kết quả điện tử;ORIGINAL_RESULT_AVAILABLE;;Toàn tỉnh\n\
                10;40;Tỷ lệ số hóa hồ sơ;SO_HOA_GIAY_TO_GIAI_QUYET;1;UBND huyện Bảo Yên\n\
                ;20;Tỷ lệ số hóa hồ sơ;SO_HOA_GIAY_TO_GIAI_QUYET;2;UBND huyện Bắc Hà\n";
    let report = read("a.csv", text);
    let mut found = components(&report);
    found.sort();
    assert_eq!(found, ["bac-ha A 5/20 25 1.5, B -/20 - -", "bao-yen A 10/20 50 3, B 10/40 25 1"]);
    assert!(told(&report).is_empty(), "{:?}", told(&report));
    assert_eq!(report["period"]["from"], "2023-01-01");
    // Metrics by their names alone, a unit in the first of its rows alone.
    let text = "Đơn vị,Chỉ tiêu,Tử số,Mẫu số\n\
                UBND huyện Bảo Yên,Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử,10,20\n\
                ,Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ,10,40\n";
    let report = read("a.csv", text);
    assert_eq!(components(&report), ["bao-yen A 10/20 50 3, B 10/40 25 1"]);
    assert_eq!(told(&report), ["unit-filled-down 1 a.csv 3:- «UBND huyện Bảo Yên»"]);
}

#[test]
fn workbooks_and_answers_in_json_are_read_alike() {
    let cells = ["Đơn vị|Mã chỉ tiêu|Tử số|Mẫu số", "UBND huyện Bảo Yên|ORIGINAL_RESULT_AVAILABLE|10|20"];
    let table: Vec<Vec<String>> = cells.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect();
    let bytes = books::xlsx_shared(&table);
    let report = support::json(&support::report(&[("a.xlsx", bytes)], &Settings::default()));
    assert_eq!(components(&report), ["bao-yen A 10/20 50 3"]);
    let text = r#"[{"unitName":"UBND huyện Bảo Yên","code":"ORIGINAL_RESULT_AVAILABLE","numerator":10,"denominator":20},
                   {"unitName":"UBND huyện Bảo Yên","code":"SO_HOA_GIAY_TO_GIAI_QUYET","numerator":10,"denominator":40}]"#;
    assert_eq!(components(&read("a.json", text)), ["bao-yen A 10/20 50 3, B 10/40 25 1"]);
}

#[test]
fn what_is_wrong_in_a_row_is_told_at_its_own_cell() {
    let text = "unit,code,numerator,denominator,ratio\n\
                UBND huyện Bảo Yên,ORIGINAL_RESULT_AVAILABLE,mười,20,0.5\n\
                UBND huyện Bảo Yên,SO_HOA_GIAY_TO_GIAI_QUYET,10,40,25\n\
                UBND huyện Bảo Yên,DUNG_HAN,9,10,90\n\
                UBND huyện Bảo Yên,SO_HOA_GIAY_TO_GIAI_QUYET,20,40,25\n\
                UBND huyện Bảo Y,SO_HOA_GIAY_TO_GIAI_QUYET,20,40,50\n\
                UBND huyện Bảo Y,ORIGINAL_RESULT_AVAILABLE,20,40,50\n";
    let report = read("a.csv", text);
    let lines = told(&report);
    for expected in [
        "number-unreadable 1 a.csv 2:3 «mười»",
        "metric-unknown 1 a.csv 4:2 «DUNG_HAN»",
        // The column as a whole holds percentages beside what may be a share: nobody guesses, but for the metric whose counts tell.
        "numbers-ambiguous 6 a.csv 2:5 «0.5»",
        "figure-conflict 1 a.csv 5:",
    ] {
        assert!(lines.iter().any(|line| line.starts_with(expected)), "{expected}: {lines:#?}");
    }
    assert!(!lines.iter().any(|line| line.starts_with("unit-repeated")), "{lines:#?}");
    assert_eq!(report["unmatched"].as_array().unwrap().len(), 1);
}

#[test]
fn a_unit_without_figures_is_seen_once() {
    let text = "unit,code,numerator,denominator\n\
                UBND huyện Bảo Yên,ORIGINAL_RESULT_AVAILABLE,,\n\
                UBND huyện Bảo Yên,SO_HOA_GIAY_TO_GIAI_QUYET,,\n\
                UBND huyện Bắc Hà,ORIGINAL_RESULT_AVAILABLE,,\n\
                UBND huyện Bắc Hà,SO_HOA_GIAY_TO_GIAI_QUYET,10,40\n\
                Tổng cộng,SO_HOA_GIAY_TO_GIAI_QUYET,10,40\n";
    let report = read("a.csv", text);
    assert_eq!(components(&report), ["bac-ha B 10/40 25 1"]);
    assert!(units(&report).iter().any(|line| line.starts_with("- bao-yen ")));
    assert!(told(&report).is_empty(), "{:?}", told(&report));
}

#[test]
fn a_column_that_only_speaks_of_metrics_makes_no_long_table() {
    let text = "Đơn vị;Tỷ lệ số hóa hồ sơ;Chỉ tiêu thấp nhất\n\
                UBND huyện Bảo Yên;72,3;ORIGINAL_RESULT_AVAILABLE\n\
                UBND huyện Bắc Hà;48,1;REUSED_DIGITIZED_DATA\n";
    let report = read("a.csv", text);
    assert_eq!(columns(&report)[0].split(' ').take(2).collect::<Vec<_>>(), ["unit", "group_percent"]);
}
