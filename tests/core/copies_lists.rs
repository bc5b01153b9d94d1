//! Lists of the dossiers by which copies are certified electronically: what is completed are the unit's certified copies, apart
//! from the dossiers of other lists.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use serde_json::Value;

const TITLE: &str = "DANH SÁCH HỒ SƠ CHỨNG THỰC ĐIỆN TỬ BẢN SAO TỪ BẢN CHÍNH";

/// Three of Bảo Yên, one in process, one received in April; one of Sa Pa.
fn copies(title: &str) -> (&'static str, String) {
    let text = format!(
        "{title}\nTừ ngày 01/05/2023 đến ngày 31/05/2023\nSTT;Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Số bản sao\n\
         1;H38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả;2\n\
         2;H38.20-230502-0002;UBND huyện Bảo Yên;02/05/2023;Đang xử lý;1\n\
         3;H38.20-230430-0007;UBND huyện Bảo Yên;30/04/2023;Đã trả kết quả;1\n\
         4;H38.23-230503-0003;UBND thị xã Sa Pa;03/05/2023;Đã xử lý xong;1\n"
    );
    ("chung-thuc.csv", text)
}

/// The list of all dossiers, of which those of Bảo Yên are the same.
fn all() -> (&'static str, String) {
    let text = "Từ ngày 01/05/2023 đến ngày 31/05/2023\nMã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Kết quả điện tử\n\
                H38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả;Có\n\
                H38.20-230502-0002;UBND huyện Bảo Yên;02/05/2023;Đang xử lý;Không\n";
    ("ho-so.csv", text.to_owned())
}

fn of(report: &Value, unit: &str) -> Value {
    let units = report["units"].as_array().unwrap();
    units.iter().find(|own| own["id"] == unit).unwrap()["certified_copies"].clone()
}

#[test]
fn what_is_completed_of_a_list_of_copies_are_the_units_copies() {
    let report = read(&[copies(TITLE)]);
    assert_eq!((of(&report, "bao-yen"), of(&report, "sa-pa")), (1.into(), 1.into()));
    assert_eq!(counts(&report, "bao-yen"), "");
    assert_eq!(report["files"][0]["shape"], "certified-copies");
    // It speaks of copies, and names no period of percentages.
    assert_eq!(report["period"]["from"], Value::Null);
    assert_eq!(noticed(&report), ["dossier-outside-period 1 «30/4/2023»"]);
}

#[test]
fn copies_are_counted_apart_from_the_list_of_all_dossiers() {
    for files in [[copies(TITLE), all()], [all(), copies(TITLE)]] {
        let report = read(&files);
        assert_eq!(of(&report, "bao-yen"), 1);
        assert_eq!(counts(&report, "bao-yen"), "2 - 1 1 - -");
        assert_eq!(noticed(&report), ["dossier-outside-period 1 «30/4/2023»"]);
    }
}

#[test]
fn a_copy_in_two_lists_of_copies_counts_once() {
    let (_, text) = copies(TITLE);
    let more = text
        .replace("0002;UBND huyện Bảo Yên;02/05/2023;Đang xử lý", "0002;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả");
    let report = read(&[copies(TITLE), ("lai.csv", more)]);
    assert_eq!((of(&report, "bao-yen"), of(&report, "sa-pa")), (2.into(), 1.into()));
}

#[test]
fn copies_on_paper_and_lists_that_tell_of_digitised_papers_are_ordinary_lists() {
    let report = read(&[copies("DANH SÁCH HỒ SƠ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH")]);
    assert_eq!((of(&report, "bao-yen"), counts(&report, "bao-yen").as_str()), (Value::Null, "2 - 1 - - -"));
    let (name, text) = copies(TITLE);
    let digitised = text.replace("Số bản sao", "Số hóa thành phần hồ sơ");
    let report = read(&[(name, digitised)]);
    assert_eq!((of(&report, "bao-yen"), report["files"][0]["shape"].as_str()), (Value::Null, Some("dossiers")));
}
