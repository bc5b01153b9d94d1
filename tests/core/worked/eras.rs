//! Tables since 01/7/2025, when the districts ended and 99 communes began to report.

use crate::support::json;
use crate::support::lines;
use crate::support::run_case;

#[test]
fn a_period_after_the_districts_is_read_with_the_communes() {
    let report = json(&run_case("communes-of-the-new-era"));
    assert_eq!((&report["catalogue"], &report["period"]["to"]), (&"laocai-2025".into(), &"2025-08-31".into()));
    assert_eq!(
        lines::units(&report),
        [
            "1 sdttg 81.2 - - -",
            // Equal percentages share their rank; the catalogue's order decides which is printed first.
            "1 phuong-lao-cai 71.5 - - -",
            "1 phuong-sa-pa 71.5 - - -",
            "3 xa-bac-ha 62.4 - - -",
            "4 xa-bao-ai 49.9 Thấp - -", // «Bảo Á i», as lists made from PDF files spell it
            "- xa-nam-chay - - - -",     // «Nậm Chầy»
        ]
    );
    // The district is not the commune of its name.
    assert_eq!(lines::unmatched(&report), ["thang-8-2025.csv 10 UBND huyện Bắc Hà ->"]);
    // 15 departments and 99 communes, of which 1 and 5 are there.
    assert_eq!(lines::missing(&report).len(), 14 + 94);
    let codes: Vec<String> =
        lines::notices(&report).iter().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(codes, ["unit-unknown", "unit-missing"]);
}

#[test]
fn a_code_outweighs_the_name_beside_it_and_the_difference_is_told() {
    let report = json(&run_case("codes-that-say-another-unit"));
    // 02869 is xã Bản Liền; xã Bản Hồ is 03046.
    let expected = ["1 phuong-lao-cai 70.1 - - -", "2 xa-bac-ha 60.2 - - -", "3 xa-ban-lien 50.3 - - -"];
    assert_eq!(lines::units(&report), expected);
    assert_eq!(lines::notices(&report)[0], "unit-code-conflict 1 ma.csv 5:2 «Xã Bản Hồ (xa-ban-ho) ≠ 02869»");
}

#[test]
fn a_year_mistyped_is_told_as_why_no_unit_is_known() {
    let report = json(&run_case("period-of-another-era"));
    assert_eq!((&report["catalogue"], lines::units(&report).len()), (&"laocai-2025".into(), 0));
    // The catalogue of 2023 has all nine districts, that of 2032 none.
    assert_eq!(
        lines::notices(&report),
        [
            "era-doubtful 1 thang-6.csv -:- «kỳ từ 01/6/2032 đến 30/6/2032: laocai-2025 khớp 0 tên, laocai-2023 k»",
            "unit-unknown 9 thang-6.csv 3:2 «UBND huyện Bảo Yên»",
        ]
    );
    let told = report["notices"][0]["places"][0]["found"].as_str().unwrap();
    assert!(told.ends_with("laocai-2023 khớp 9 tên"), "{told}");
}
