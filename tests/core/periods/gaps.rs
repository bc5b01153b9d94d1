//! What only an earlier period says of a unit, or of the province, where a later one has its own figures of the others.

use super::APRIL;
use super::COPIES;
use super::Files;
use super::MAY;
use super::PERCENT;
use super::told;
use serde_json::Value;

/// The percentage of a unit; `None` when the report does not have the unit.
fn percent(report: &Value, id: &str) -> Option<Value> {
    let units = report["units"].as_array().unwrap();
    units.iter().find(|unit| unit["id"] == id).map(|unit| unit["percent"].clone())
}

fn missing(report: &Value, id: &str) -> bool {
    report["missing_units"].as_array().unwrap().iter().any(|unit| unit == id)
}

#[test]
fn a_gap_of_this_month_is_not_filled_from_the_last() {
    let header = format!("{PERCENT};{COPIES}");
    let files = Files::of("gaps")
        .table("t4.csv", APRIL, &header, "Huyện Bảo Yên;53,9%;300|Huyện Bắc Hà;48,1%;400|Huyện Sa Pa;60%;500")
        .table("t5.csv", MAY, &header, "Huyện Bảo Yên;;366|Huyện Bắc Hà;48,9%;426");
    let alone = files.json("t5.csv");
    for order in ["t4.csv t5.csv", "t5.csv t4.csv"] {
        let report = files.json(order);
        // Bảo Yên has no percentage in May, and May does not name Sa Pa.
        let percents = ["bao-yen", "bac-ha", "sa-pa"].map(|id| percent(&report, id));
        assert_eq!(percents, [Some(Value::Null), Some("48.9".into()), None], "{order}");
        assert!(missing(&report, "sa-pa") && !missing(&report, "bao-yen"), "{order}");
        let bao_yen = report["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bao-yen").unwrap();
        assert_eq!(bao_yen["certified_copies"], 366);
        assert_eq!(told(&report, "periods-differ"), [""; 0], "{order}");
        let earlier = told(&report, "figure-of-earlier-period");
        for line in [
            "t4.csv: UBND huyện Bảo Yên: 53,9% (kỳ sau để trống)",
            "t4.csv: UBND thị xã Sa Pa: 60% (kỳ sau không có đơn vị này)",
            "t4.csv: UBND thị xã Sa Pa: 500 (kỳ sau không có đơn vị này)",
        ] {
            assert!(earlier.contains(&line.to_owned()), "{earlier:?}");
        }
    }
    assert_eq!(told(&alone, "figure-of-earlier-period"), [""; 0]);
}

#[test]
fn the_provinces_percentage_of_the_last_month_is_not_this_months() {
    let files = Files::of("gap-of-province")
        .table("t4.csv", APRIL, PERCENT, "Huyện Bảo Yên;53,9%|Huyện Bắc Hà;48,1%|Toàn tỉnh;56%")
        .table("t5.csv", MAY, PERCENT, "Huyện Bảo Yên;54%|Huyện Bắc Hà;48,9%")
        .table("tinh5.csv", MAY, PERCENT, "Toàn tỉnh;57%")
        .table("ct5.csv", MAY, COPIES, "Huyện Bảo Yên;366|Huyện Bắc Hà;426");
    for order in ["t4.csv t5.csv", "t5.csv t4.csv"] {
        let report = files.json(order);
        assert_eq!(report["province"]["percent"], Value::Null, "{order}");
        let earlier = told(&report, "figure-of-earlier-period");
        assert!(earlier.contains(&"t4.csv: toàn tỉnh: 56% (kỳ sau không có)".to_owned()), "{earlier:?}");
    }
    // A file of the later month that has it, and a file of that month that has no percentages at all.
    assert_eq!(files.json("t4.csv t5.csv tinh5.csv")["province"]["percent"], "57");
    assert_eq!(files.json("t4.csv ct5.csv")["province"]["percent"], "56");
}

#[test]
fn files_of_one_time_are_joined_though_their_days_are_not_the_same() {
    let days = |from: u8, to: u8| format!("Từ ngày {from:02}/5/2023 đến ngày {to:02}/5/2023");
    let files = Files::of("parts-of-one-time")
        .table("a.csv", &days(1, 30), PERCENT, "Huyện Bảo Yên;53,9%|Huyện Bắc Hà;48,1%")
        .table("b.csv", &days(1, 31), PERCENT, "Huyện Sa Pa;60%")
        .table("c.csv", &days(1, 31), PERCENT, "Huyện Sa Pa;60%|Huyện Bắc Hà;48,9%")
        .table("tuan1.csv", &days(1, 7), PERCENT, "Huyện Bảo Yên;53,9%|Huyện Bắc Hà;48,1%")
        .table("tuan2.csv", &days(8, 14), PERCENT, "Huyện Sa Pa;60%")
        .table("so.csv", APRIL, PERCENT, "Sở Y tế;70%")
        .table("ct.csv", "Từ ngày 01/01/2020 đến ngày 05/6/2023", COPIES, "Huyện Bắc Hà;426");
    let percents = |names: &str| {
        let report = files.json(names);
        ["bao-yen", "bac-ha", "sa-pa", "syt"].map(|id| {
            percent(&report, id).map(|percent| percent.as_str().unwrap_or("-").to_owned()).unwrap_or_default()
        })
    };
    // Two parts of May, one of which was drawn a day later.
    assert_eq!(percents("a.csv b.csv"), ["53.9", "48.1", "60", ""]);
    // A table of the same units drawn a day later is another state of them, and so are other days.
    assert_eq!(percents("a.csv c.csv"), ["", "48.9", "60", ""]);
    assert_eq!(percents("tuan1.csv tuan2.csv"), ["", "", "60", ""]);
    // Another group, and other figures.
    assert_eq!(percents("b.csv so.csv"), ["", "", "60", "70"]);
    assert_eq!(percents("a.csv ct.csv"), ["53.9", "48.1", "", ""]);
}
