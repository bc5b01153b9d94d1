//! What settings say: figures set by hand, rules beside the absolute ones, and what has no effect.

use serde_json::Value;

use super::LETTER_COPIES;
use super::LETTER_UNITS;
use super::Worked;
use super::case;
use crate::support::json;
use crate::support::lines;
use crate::support::lines::plain;
use crate::support::run_case;

#[test]
fn a_figure_set_by_hand_stands_beside_the_files_own_with_its_reason() {
    case(
        "figures-set-by-hand",
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - - -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 bac-ha 50.2 - 426 Quá thấp",
                "8 muong-khuong 49.5 Thấp 2486 -",
                "9 van-ban 49 Thấp 678 Quá thấp",
            ],
            notices: &[
                "correction-unused 1 thiết lập 11:- «xa-bac-ha (xã của danh mục sau)»",
                "figure-corrected 2 phu-luc.csv 10:3 «UBND huyện Bắc Hà, tỷ lệ % nhóm Số hóa hồ sơ: 48,1% → 50,2% (cổng cậ»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn what_settings_name_and_nothing_has_is_told_with_its_line_and_what_may_have_been_meant() {
    case(
        "settings-that-do-not-fit",
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            // The letter's counts; its percentages are no rates of components.
            units: LETTER_COPIES,
            // A unit of the next era, and headers spelt with other marks, are no slips.
            notices: &[
                "correction-unused 1 thiết lập 17:- «bao-yenn (gõ nhầm); gần nhất: «bao-yen»»",
                "setting-unused 3 thiết lập 6:- ««bac-haa» (nhóm riêng «Vùng cao»): không danh mục nào có mã này; gần»",
                "formula-lacks 1 thiết lập 2:- «Trung bình cộng các tỷ lệ (mean_rates): thiếu tỷ lệ của thành phần A»",
            ],
            ..Worked::default()
        },
    );
    let report = json(&run_case("settings-that-do-not-fit"));
    let notices = report["notices"].as_array().unwrap();
    let unused = notices.iter().find(|notice| notice["code"] == "setting-unused").unwrap();
    let place = |place: &Value| format!("{} {}", plain(&place["row"]), plain(&place["found"]));
    let told: Vec<String> = unused["places"].as_array().unwrap().iter().map(place).collect();
    assert_eq!(told[0], "6 «bac-haa» (nhóm riêng «Vùng cao»): không danh mục nào có mã này; gần nhất: «bac-ha»");
    assert_eq!(told[1], "8 «Bắc Hà» (tên «bpmc bac ha»): không danh mục nào có mã này; gần nhất: «bac-ha»");
    let column =
        "14 «Kết quả chứng thực điện tử bản saoo từ bản chính»: không tệp nào có cột này; gần nhất: cột D «Kết quả";
    assert!(told[2].starts_with(column), "{}", told[2]);
}

#[test]
fn relative_rules_flag_by_the_province_and_by_time_and_show_whom_they_would_flag() {
    let folder = "rules-relative-to-the-province";
    case(
        folder,
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            // Below 57,7 - 5 = 52,7 %: the letter's three. Below 20 · 1.252 / 30 = 834,66… copies: the letter's four.
            units: LETTER_UNITS,
            province: Some("57.7"),
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
    let report = json(&run_case(folder));
    let rules: Vec<String> = report["rules"].as_array().unwrap().iter().map(rule).collect();
    assert_eq!(
        rules,
        [
            "percent-share-of-province 0.9 false 51.93 3", // 0,9 · 57,7
            "percent-points-below-province 5 true 52.7 3",
            "percent-share-of-mean 0.9 false 51.03 3", // 0,9 · 56,7
            "bottom-percents 3 false 53.1 3",
            "copies-share-of-median 1 false 1112 4",
            "copies-share-of-mean 0.75 false 986 4", // 0,75 · 11.821 / 9 = 985,08…
            "copies-share-of-largest 0.333333 false 973 4", // 972,999…
            "bottom-copies 4 false 1112 4",
            "copies-per-30-days 20 true 835 4",
        ]
    );
    // Up to 52,7 % and 835 copies.
    let expected = [
        "bao-yen - - - 469",
        "si-ma-cai - - - 289",
        "muong-khuong 3.2 0.704 - -",
        "van-ban 3.7 0.814 - 157",
        "bac-ha 4.6 1.012 - 409",
    ];
    assert_eq!(lines::shortfall(&report), expected);
    let settings = &report["settings"];
    assert_eq!(["name", "since"].map(|field| plain(&settings[field])), ["Bộ ngưỡng tương đối", "01/7/2023"]);
    // Without a province and a period the rules that need them say so.
    let without = json(&run_case("figures-set-by-hand"));
    let reasons: Vec<String> = without["rules"].as_array().unwrap().iter().map(rule).collect();
    assert_eq!(reasons[0], "percent-share-of-province 0.9 false - 0");
    assert!(plain(&without["rules"][0]["reason"]).starts_with("Chưa có tỷ lệ toàn tỉnh"));
    assert!(plain(&without["rules"][8]["reason"]).starts_with("Chưa biết kỳ"));
}

/// A rule, its value, whether it is in force, its limit, how many it flags.
fn rule(rule: &Value) -> String {
    let [code, value, in_force, limit] = ["code", "value", "in_force", "limit"].map(|field| plain(&rule[field]));
    format!("{code} {value} {in_force} {limit} {}", rule["flagged"].as_array().unwrap().len())
}

#[test]
fn what_settings_ask_for_in_vain_is_told() {
    case(
        "settings-that-cannot-be-applied",
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 1"],
            columns: &["ordinal unit group_percent certified_copies"],
            // 0,9 · 57,7 = 51,93: the letter's three. There are no hundred districts to be the last of.
            units: LETTER_UNITS,
            province: Some("57.7"),
            notices: &[
                "setting-idle 2 thiết lập 3:- «bottom-copies = 100: Nhóm có số đơn vị không nhiều hơn số đơn vị luậ»",
            ],
            ..Worked::default()
        },
    );
    let report = json(&run_case("settings-that-cannot-be-applied"));
    let told = &report["notices"][0]["places"][1];
    let found = "tỷ lệ toàn tỉnh 60%: dùng 57,7% của phu-luc.csv, dòng 11";
    assert_eq!((told["row"].as_u64(), told["found"].as_str()), (Some(1), Some(found)));
}

#[test]
fn a_group_of_which_no_file_has_a_unit_is_told_with_those_they_have() {
    case(
        "group-without-units",
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 1"],
            columns: &["ordinal unit group_percent certified_copies"],
            // All units are in the report, whatever group the documents are about.
            units: LETTER_UNITS,
            province: Some("57.7"),
            notices: &[
                "group-empty 1 thiết lập 1:- «group = cap-xa: không tệp nào có đơn vị Cấp xã; có 9 đơn vị Cấp huyệ»",
            ],
            ..Worked::default()
        },
    );
}
