//! Several files about the same units: parts that one file holds and another goes on with, units that only one file names,
//! figures that are the same but for their rounding.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use support::json;
use support::lines::figures;
use support::lines::plain;
use support::lines::units;

fn read(files: &[(&str, &str)]) -> Report {
    support::report(files, &Settings::default())
}

/// The notices of a report but for the units that nobody names: the word and every quote.
fn noticed(report: &Report) -> Vec<String> {
    let json = json(report);
    let notices = json["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    let quotes = |notice: &serde_json::Value| -> Vec<String> {
        let word = plain(&notice["code"]);
        notice["places"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| format!("{word} «{}»", plain(&place["found"])))
            .collect()
    };
    notices.flat_map(quotes).collect()
}

/// A summary of one field of law.
fn sector(sector: &str, rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| row.replacen(';', &format!(";{sector};"), 1)).collect();
    format!("Đơn vị;Lĩnh vực;Tiếp nhận;Có số hóa TPHS\n{}\n", rows.join("\n"))
}

#[test]
fn fields_of_law_in_two_files_add_up_as_in_one() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;30;12"]);
    // Bảo Yên counts as many of either, Bắc Hà counts others.
    let people = sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;31;12"]);
    let report = read(&[("a.csv", &land), ("b.csv", &people)]);
    // 20 + 20, 10 + 10; 30 + 31, 12 + 12.
    assert_eq!(figures(&json(&report)), ["bac-ha 61 24 - - - -", "bao-yen 40 20 - - - -"]);
    assert_eq!(
        noticed(&report),
        [
            "counts-added «UBND huyện Bắc Hà: cộng 2 dòng của 2 tệp, đến b.csv, dòng 3»",
            "counts-added «UBND huyện Bảo Yên: cộng 2 dòng của 2 tệp, đến b.csv, dòng 2»"
        ]
    );
    // The same field of law in a third file counts once, and is told where it says otherwise.
    let again = sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;33;12"]);
    let report = read(&[("a.csv", &land), ("b.csv", &people), ("c.csv", &again)]);
    assert_eq!(figures(&json(&report)), ["bac-ha 61 24 - - - -", "bao-yen 40 20 - - - -"]);
    assert_eq!(noticed(&report)[0], "figure-conflict «UBND huyện Bắc Hà: Hộ tịch (b.csv, dòng 3)»");
    assert_eq!(noticed(&report).len(), 3);
}

#[test]
fn files_of_one_field_of_law_are_no_parts_of_one_another() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10"]);
    let report = read(&[("a.csv", &land), ("b.csv", &land)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
    // Of two months nothing is added.
    let dated = |days: &str, text: &str| format!("{days}\n{text}");
    let april = dated("Tháng 4/2023", &land);
    let may = dated("Tháng 5/2023", &sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10"]));
    let report = read(&[("a.csv", &april), ("b.csv", &may)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
}

#[test]
fn communes_of_one_district_in_two_files_add_up() {
    let of = |rows: &str| format!("Huyện;Xã;Chứng thực điện tử đã hoàn thành\n{rows}");
    let first = of("UBND huyện Bảo Yên;Xã Bảo Hà;190\nUBND huyện Bắc Hà;Thị trấn Bắc Hà;400\n");
    let second = of("UBND huyện Bảo Yên;Thị trấn Phố Ràng;190\nUBND huyện Bắc Hà;Xã Tà Chải;26\n");
    let report = read(&[("a.csv", &first), ("b.csv", &second)]);
    // 400 + 26 and 190 + 190.
    assert_eq!(units(&json(&report)), ["- bac-ha - - 426 Quá thấp", "- bao-yen - - 380 Quá thấp"]);
    assert_eq!(
        noticed(&report),
        [
            "communes-added «UBND huyện Bắc Hà: cộng 2 dòng của 2 tệp, đến b.csv, dòng 3»",
            "communes-added «UBND huyện Bảo Yên: cộng 2 dòng của 2 tệp, đến b.csv, dòng 2»"
        ]
    );
}

#[test]
fn parts_that_count_other_things_stay_apart() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10"]);
    let copies = "Đơn vị;Lĩnh vực;Chứng thực điện tử\nUBND huyện Bảo Yên;Chứng thực;366\n";
    let report = read(&[("a.csv", &land), ("b.csv", copies)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
    assert_eq!(units(&json(&report)), ["- bao-yen - - 366 Quá thấp"]);
    assert_eq!(noticed(&report), [""; 0]);
}
