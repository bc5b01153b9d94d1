//! From a table to a decision: what is missing, why, and what would change.

use sohoa::analysis::Improve;
use sohoa::analysis::Improvement;
use sohoa::analysis::Report;
use sohoa::analysis::SupposedUnit;
use sohoa::analysis::suppose;
use sohoa::analysis::unit_sheet;
use sohoa::analysis::weights;
use sohoa::domain::Component;
use sohoa::domain::Decimal;
use sohoa::domain::Percent;
use sohoa::domain::Place;
use sohoa::figures::Origin;
use sohoa::figures::Province;
use sohoa::units::UnitId;

use super::LETTER_UNITS;
use super::Worked;
use super::case;
use crate::support::json;
use crate::support::lines;
use crate::support::lines::plain;
use crate::support::run_case;

#[test]
fn how_many_dossiers_and_copies_are_missing_is_told() {
    let folder = "dossiers-that-are-missing";
    let report = json(&run_case(folder));
    assert_eq!(lines::units(&report), LETTER_UNITS);
    // 11 points are 50 %; each dossier in both A and B brings (6 + 4) / 10.000 points: 0,11 / 0,001, 0,22 / 0,001,
    // 0,418 / 0,001. Copies up to 1.000.
    let expected = [
        "bao-yen - - - 634",
        "si-ma-cai - - - 454",
        "muong-khuong 0.5 0.11 110 -",
        "van-ban 1 0.22 220 322",
        "bac-ha 1.9 0.418 418 574",
    ];
    assert_eq!(lines::shortfall(&report), expected);
    let of = |unit: &str, field: &str| {
        let units = report["units"].as_array().unwrap();
        plain(&units.iter().find(|own| own["id"] == unit).unwrap()["shortfall"][field])
    };
    // A alone: 0,418 / 0,0006 = 696,6…; B alone: 0,418 / 0,0004 = 1.045; D: 0,418 / 0,00025 = 1.672, within the 7.000 up to
    // 80 %.
    assert_eq!(["dossiers_a", "dossiers_b", "dossiers_d"].map(|field| of("bac-ha", field)), ["697", "1045", "1672"]);
    // A printed 50,0 % is 49,95 %: 22 · 0,4995 - 10,582 = 0,407 points.
    assert_eq!(report["units"][8]["shortfall"]["by_rounding"]["dossiers_both"], 407);
    assert!(report["units"][8]["shortfall"]["reasons"].as_array().unwrap().is_empty());
    // The letter itself gives percentages alone, and says why no dossiers can be named.
    let letter = json(&run_case("letter-appendix-tab"));
    let reasons = letter["units"][8]["shortfall"]["reasons"].as_array().unwrap();
    let first = plain(&reasons[0]["text"]);
    assert!(first.contains("không cho tử số và mẫu số của thành phần A, B"), "{first}");
}

#[test]
fn dossiers_of_a_session_beside_the_list_they_come_from_count_twice_and_are_told() {
    case(
        "dossiers-of-a-session-beside-a-list",
        &Worked {
            files: &[
                "danh-sach.csv utf-8 ; dossiers header 3 data 17 skipped 2",
                "2-danh-sach.csv utf-8 ; dossiers header 3 data 17 skipped 3",
            ],
            units: super::UNRANKED,
            // The list was saved again with a line at its end: not the same bytes. Twice what it alone gives: 7 5 4 3 2 1 in Bảo Yên and one dossier each in the others.
            figures: &[
                "tp-lao-cai 2 2 2 2 2 0",
                "bat-xat 2 2 2 2 2 0",
                "muong-khuong 2 2 2 2 2 0",
                "si-ma-cai 2 2 2 2 2 0",
                "bac-ha 2 2 2 2 2 0",
                "bao-thang 2 2 2 2 2 0",
                "bao-yen 14 10 8 6 4 2",
                "sa-pa 2 2 2 2 2 0",
                "van-ban 2 2 2 2 2 0",
            ],
            notices: &[
                "part-exceeds-whole 2 danh-sach.csv 12:13 «3 > 2»",
                "dossiers-from-session 2 danh-sach.csv -:- «17»",
                "channel-unknown 2 danh-sach.csv 11:11 «Zalo»",
            ],
            period: "2023-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn a_sheet_says_why_with_the_most_points_lost_first_and_where_everything_stands() {
    let report = run_case("dossiers-that-are-missing");
    let sheet = unit_sheet(&report, &UnitId::new("bac-ha").unwrap()).unwrap();
    assert_eq!(sheet.rank, Some((9, 9)));
    // A: 6 · 0,4 = 2,4 of 6, 3,6 lost; B: 4 · 0,4 = 1,6 of 4, 2,4 lost; D: 2 · 0,1 / 0,8 = 0,25 of 2, 1,75 lost.
    let lost: Vec<String> =
        sheet.components.iter().map(|line| format!("{} {}", line.letter, line.lost.unwrap())).collect();
    assert_eq!(lost, ["A 3.6", "B 2.4", "D 1.75"]);
    let [percent, copies] = &sheet.notes[..] else { panic!("two notes") };
    assert_eq!(
        (percent.value.as_str(), percent.limit.as_str(), percent.missing.as_str()),
        ("48,1%", "50%", "1,9 điểm phần trăm")
    );
    assert_eq!((copies.value.as_str(), copies.limit.as_str(), copies.missing.as_str()), ("426", "1.000", "574 hồ sơ"));
    assert_eq!((percent.place.file.as_str(), percent.place.row), ("chi-so.csv", Some(11)));
    assert_eq!(
        sheet.sentence,
        "UBND huyện Bắc Hà đạt 48,1%, xếp thứ 9 trên 9 đơn vị (cách tính: Tỷ lệ có sẵn trong tệp). «Thấp» vì 48,1% thấp \
         hơn mức 50%, còn thiếu 1,9 điểm phần trăm. «Quá thấp» vì 426 thấp hơn mức 1.000, còn thiếu 574 hồ sơ. Mất điểm nhiều nhất ở thành \
         phần A (mất 3,6 trên 6 điểm), rồi B (mất 2,4 trên 4 điểm)."
    );
    let lacking = sheet.lacking.join(" ");
    assert!(lacking.contains("sửa 418 hồ sơ cũ ở cả A và B") && lacking.contains("407 hồ sơ đã đủ"), "{lacking}");
    // The letter gives percentages alone: the sheet says why no dossiers can be named.
    let letter = unit_sheet(&run_case("letter-appendix-tab"), &UnitId::new("bac-ha").unwrap()).unwrap();
    assert!(letter.lacking.join(" ").contains("không nói được số hồ sơ"), "{:?}", letter.lacking);
    assert!(letter.components.is_empty());
}

#[test]
fn improvements_supposed_move_ranks_lists_and_the_province_and_no_result() {
    let mut report = run_case("dossiers-that-are-missing");
    let improve = |unit: &str, by: Improve| Improvement { unit: UnitId::new(unit).unwrap(), by };
    let both = |count| Improve::Dossiers { components: vec![Component::A, Component::B], count };
    let then = |report: &Report, improvements: &[Improvement]| -> Vec<String> {
        let told = suppose(report, improvements);
        let text = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
        let line = |unit: &SupposedUnit| {
            let percent = text(unit.percent.map(|percent| percent.to_string()));
            let (rank, note) = (unit.rank.unwrap(), unit.percent_note.unwrap_or("-"));
            format!("{rank} {} {percent} {note} {:+}", unit.id.as_str(), unit.ranks_climbed.unwrap())
        };
        let moved = |unit: &&SupposedUnit| unit.rank.unwrap() > 6;
        let mut lines: Vec<String> = told.units.iter().filter(moved).map(line).collect();
        lines.sort();
        lines.push(text(told.province.map(|percent| percent.to_string())));
        lines
    };
    // 418 dossiers are 0,418 points, 1,9 percentage points: 50 %, before the other two. No province is known yet.
    let found = then(&report, &[improve("bac-ha", both(418))]);
    assert_eq!(found, ["7 bac-ha 50 - +2", "8 muong-khuong 49.5 Thấp -1", "9 van-ban 49 Thấp -1", "-"]);
    // 0,406 points are 1,84545… percentage points: 49,945 % prints as 49,9 %. All nine have 10.000 dossiers each, so that
    // the province gains a ninth: 57,7 + 0,20505… .
    let percent = Percent::new(Decimal::from_plain("57.7").unwrap());
    report.province = Some(Province { percent, place: Place::file("a.csv"), origin: Origin::Reported });
    let found = then(&report, &[improve("bac-ha", both(406))]);
    assert_eq!(found, ["7 bac-ha 49.945455 Thấp +2", "8 muong-khuong 49.5 Thấp -1", "9 van-ban 49 Thấp -1", "57.91"]);
    let copies = suppose(&report, &[improve("van-ban", Improve::Copies(322)), improve("ha-noi", Improve::Copies(1))]);
    let van_ban = copies.units.iter().find(|unit| unit.id.as_str() == "van-ban").unwrap();
    assert_eq!((van_ban.copies, van_ban.copies_note, copies.untold.len()), (Some(1_000), None, 1));
    // Equal shares of 11,11 %: what costs most is the lowest percentage, (100 - 48,1) / 9 = 5,7666….
    let weights = weights(&report).unwrap();
    assert_eq!((weights[0].id.as_str(), weights[0].share.to_string().as_str()), ("bac-ha", "11.11"));
    assert_eq!(weights[0].costs.to_string(), "5.77");
}
