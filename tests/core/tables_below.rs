//! A header that stands again below a title of its own: of targets, or of another month.

use crate::support;
use crate::support::json;
use crate::support::lines::notices;
use crate::support::lines::units;
use sohoa::analysis::Settings;

const HEADER: &str = "STT;Tên đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";

/// The units of a table, and what is told of it but for units that are missing.
fn read(rows: &[&str]) -> (Vec<String>, Vec<String>) {
    let report = json(&support::report(&[("a.csv", rows.join("\n"))], &Settings::default()));
    let told = notices(&report).into_iter().filter(|line| !line.starts_with("unit-missing ")).collect();
    (units(&report), told)
}

const BAO_YEN: &str = "1;UBND huyện Bảo Yên;72,3%;366";
const BAC_HA: &str = "2;UBND huyện Bắc Hà;48,1%;426";
const UPPER: [&str; 2] = ["1 bao-yen 72.3 - 366 Quá thấp", "2 bac-ha 48.1 Thấp 426 Quá thấp"];

#[test]
fn below_a_title_of_targets_or_of_another_month_nothing_is_taken() {
    for title in ["CHỈ TIÊU NĂM 2023", "Giao chỉ tiêu", "KẾ HOẠCH NĂM 2023", "THÁNG 5/2023", "Quý II năm 2023"]
    {
        for blank in [";;;", ""] {
            let other = format!(";{title};;");
            let rows = [
                ";THÁNG 6/2023;;",
                HEADER,
                BAO_YEN,
                BAC_HA,
                blank,
                &other,
                HEADER,
                "1;UBND thị xã Sa Pa;80%;",
                "2;UBND huyện Bảo Yên;85%;",
            ];
            let (units, told) = read(&rows);
            assert_eq!(units, UPPER, "{title}");
            assert_eq!(told, [format!("table-below 1 a.csv 6:- «{title}»")], "{title}");
        }
    }
    // A gap above is filled from no target.
    let gap = "2;UBND huyện Bắc Hà;;426";
    let rows = [";THÁNG 6/2023;;", HEADER, BAO_YEN, gap, ";CHỈ TIÊU NĂM 2023;;", HEADER, "2;UBND huyện Bắc Hà;80%;"];
    assert_eq!(read(&rows).0, ["1 bao-yen 72.3 - 366 Quá thấp", "- bac-ha - - 426 Quá thấp"]);
}

#[test]
fn a_page_that_repeats_its_titles_goes_on() {
    for title in
        ["THÁNG 6/2023", "KẾT QUẢ THỰC HIỆN CHỈ TIÊU, KẾ HOẠCH", "Khối huyện", "Từ ngày 01/6/2023 đến 30/6/2023"]
    {
        let again = format!(";{title};;");
        let rows = [";KẾT QUẢ THÁNG 6/2023;;", HEADER, BAO_YEN, &again, HEADER, BAC_HA];
        assert_eq!(read(&rows), (UPPER.map(str::to_owned).to_vec(), Vec::new()), "{title}");
    }
    // The same words as above the table, whatever they say.
    let rows = [";KẾ HOẠCH THÁNG 5;;", ";THÁNG 6/2023;;", HEADER, BAO_YEN, ";KẾ HOẠCH THÁNG 5;;", HEADER, BAC_HA];
    assert_eq!(read(&rows).0, UPPER);
    // A target that is a row of the table, and the page's header below it.
    let rows = [";THÁNG 6/2023;;", HEADER, BAO_YEN, ";Chỉ tiêu giao năm 2023;80%;", HEADER, BAC_HA];
    assert_eq!(read(&rows), (UPPER.map(str::to_owned).to_vec(), Vec::new()));
}
