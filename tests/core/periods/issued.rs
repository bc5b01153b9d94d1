//! An issued appendix against the present figures: which ranks it has said, and what it says of the province.

use super::Files;
use super::MAY;
use super::PERCENT;

use serde_json::Value;

/// Four districts in the order of their ranks; the province beside them.
const PRESENT: &str =
    "Huyện Bảo Yên;72,3%|Huyện Bảo Thắng;68,9%|Huyện Văn Bàn;58,6%|Huyện Bắc Hà;48,1%|Toàn tỉnh;57,7%";

/// The report on these figures held against a paper with this header and these rows.
fn against(test: &str, header: &str, rows: &str) -> (Value, String) {
    let files = Files::of(test).table("nay.csv", MAY, PERCENT, PRESENT).table("giay.csv", MAY, header, rows);
    let arguments = "nay.csv --issued giay.csv";
    (files.json(arguments)["differences"].clone(), files.printed(arguments))
}

/// The differences of units, each as `id what issued present`.
fn of_units(differences: &Value) -> Vec<String> {
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let told = |own: &Value| ["id", "what", "issued", "present"].map(|key| word(&own[key])).join(" ");
    differences["units"].as_array().unwrap().iter().map(told).collect()
}

#[test]
fn ranks_are_not_reckoned_from_what_was_read_of_a_paper_in_part() {
    let found = |rows: &str| {
        let (differences, text) = against("issued-in-part", PERCENT, rows);
        (of_units(&differences), text.contains("nên không đối chiếu hạng"))
    };
    let cell = |percent: &str| PRESENT.replace("68,9%", percent);
    let misspelt = PRESENT.replace("Bảo Thắng", "Bảo Thawng");
    assert_eq!(found(PRESENT), (vec![], false));
    assert_eq!(found(&misspelt), (vec!["bao-thang unit - có".into()], true));
    assert_eq!(found(&cell("")), (vec!["bao-thang percent - 68,9%".into()], true));
    // Another figure differs as well: of its rank among those that could be read nothing follows.
    let other = misspelt.replace("58,6%", "71%");
    assert_eq!(found(&other).0, ["bao-thang unit - có", "van-ban percent 71% 58,6%"]);
    // Among all four Văn Bàn was second with 71 % and is third. That Bảo Thắng rose for it, its own row does not deny.
    let (found, untold) = found(&PRESENT.replace("58,6%", "71%"));
    assert_eq!(found, ["van-ban percent 71% 58,6%", "van-ban rank 2 3"]);
    assert!(!untold);
}

#[test]
fn a_rank_that_a_paper_prints_is_held_against_the_rank_of_now() {
    let found = |last: &str, [yen, thang, van_ban, bac_ha]: [&str; 4], thang_row: &str| {
        let rows = format!(
            "Huyện Bảo Yên;72,3%;{yen}|{thang_row};{thang}|Huyện Văn Bàn;58,6%;{van_ban}|Huyện Bắc Hà;48,1%;{bac_ha}"
        );
        of_units(&against("issued-ranks", &format!("{PERCENT};{last}"), &rows).0)
    };
    let thang = "Huyện Bảo Thắng;68,9%";
    let swapped = ["bao-yen rank 2 1", "bao-thang rank 1 2"];
    assert_eq!(found("Hạng", ["2", "1", "3", "4"], thang), swapped);
    assert_eq!(found("Xếp hạng", ["2", "1", "3", "4"], thang), swapped);
    assert_eq!(found("Hạng", ["1", "2", "3", "4"], thang), [""; 0]);
    // Numbers of rows are no ranks, nor are those of a list of forty.
    assert_eq!(found("STT", ["2", "1", "3", "4"], thang), [""; 0]);
    assert_eq!(found("Hạng", ["12", "7", "23", "40"], thang), [""; 0]);
    // Of a row that could not be matched, or without its percentage, the others' ranks are as printed all the same.
    assert_eq!(
        found("Hạng", ["1", "2", "4", "3"], "Huyện Bảo Thawng;68,9%"),
        ["bao-thang unit - có", "van-ban rank 4 3", "bac-ha rank 3 4"]
    );
    assert_eq!(found("Hạng", ["1", "2", "3", "4"], "Huyện Bảo Thắng;"), ["bao-thang percent - 68,9%"]);
    // Ranks by the copies are none of the percentages.
    let rows =
        "Huyện Bảo Yên;72,3%;366;4|Huyện Bảo Thắng;68,9%;1.343;2|Huyện Văn Bàn;58,6%;678;3|Huyện Bắc Hà;48,1%;2.486;1";
    let (differences, _) = against("issued-by-copies", &format!("{PERCENT};Chứng thực điện tử;Hạng"), rows);
    assert!(of_units(&differences).iter().all(|own| !own.contains(" rank ")), "{differences}");
}

#[test]
fn the_provincial_percentage_of_a_paper_is_compared() {
    let found = |province: &str| {
        let (differences, text) = against("issued-province", PERCENT, &PRESENT.replace("|Toàn tỉnh;57,7%", province));
        assert_eq!(of_units(&differences), [""; 0]);
        (differences["province"].clone(), text)
    };
    let (province, text) = found("|Toàn tỉnh;57,8%");
    assert_eq!(province, serde_json::json!({"issued": "57.8", "present": "57.7"}));
    assert!(text.contains("Toàn tỉnh, tỷ lệ %: 57,8% → 57,7%") && !text.contains("không có khác biệt"), "{text}");
    // The same, and a paper that does not say it.
    for province in ["|Toàn tỉnh;57,7%", ""] {
        let (found, text) = found(province);
        assert!(found.is_null() && text.contains("không có khác biệt"), "{text}");
    }
}
