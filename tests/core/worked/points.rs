//! From points and counts to a percentage: what is given, what is computed, where the two differ.

use serde_json::Value;

use super::Worked;
use super::case;
use crate::support::json;
use crate::support::lines::plain;
use crate::support::run_case;

/// The parts of four places as the portal prints them (An Giang's and Điện Biên's are made to their known sums).
macro_rules! parts {
    ($unit:literal, $a:literal, $b:literal, $c:literal, $d:literal, $e:literal, $f:literal) => {
        concat!(
            $unit,
            " A -/- - ",
            $a,
            ", B -/- - ",
            $b,
            ", C -/- - ",
            $c,
            ", D -/- - ",
            $d,
            ", E -/- - ",
            $e,
            ", F -/- - ",
            $f,
            ", G -/- - 2"
        )
    };
    ($unit:literal) => {
        parts!($unit, "4.51", "0.97", "0.75", "0", "0.96", "0.49")
    };
}

#[test]
fn given_and_computed_percentages_stand_side_by_side() {
    let folder = "given-and-computed-side-by-side";
    case(
        folder,
        &Worked {
            files: &["thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            // What is given stands. Văn Bàn gives no percentage: 9,68 / 22 = 44 %.
            units: &[
                "1 bao-thang 56.77 - - -",
                "2 sa-pa 46.05 Thấp - -",
                "3 muong-khuong 44.23 Thấp - -",
                "4 bat-xat 44.22 Thấp - -",
                "5 si-ma-cai 44.18 Thấp - -",
                "6 bac-ha 44 Thấp - -",
                "6 bao-yen 44 Thấp - -",
                "6 van-ban 44 Thấp - -",
                "9 tp-lao-cai 41.41 Thấp - -",
            ],
            components: &[
                parts!("bao-thang", "5.72", "2.32", "1.47", "0", "0.84", "0.14"),
                parts!("sa-pa", "4", "2", "1", "0.13", "0.5", "0.5"),
                parts!("muong-khuong"),
                parts!("bat-xat"),
                parts!("si-ma-cai"),
                "bac-ha A -/- - 4.51, B -/- - 0.97, C -/- - 0.75, E -/- - 0.96, F -/- - 0.49, G -/- - 2",
                parts!("bao-yen"),
                parts!("van-ban"),
                parts!("tp-lao-cai", "4", "1", "1", "0.11", "0.5", "0.5"),
            ],
            // 0,05 points are 0,227 percentage points: 44,23 lies farther from 44 than that, 44,22 does not.
            notices: &["total-recomputed-differs 1 thanh-phan.csv 9:4 «44,23% ≠ 44% (cho phép lệch 0,05 điểm)»"],
            ..Worked::default()
        },
    );
    let report = json(&run_case(folder));
    let total = |unit: &Value| {
        let fields =
            ["given_percent", "computed_points", "computed_percent", "difference", "agrees", "formula_version"];
        format!("{} {}", plain(&unit["id"]), fields.map(|field| plain(&unit["total"][field])).join(" "))
    };
    let totals: Vec<String> = report["units"].as_array().unwrap().iter().map(total).collect();
    assert_eq!(
        totals,
        [
            "bao-thang 56.77 12.49 56.77 0 true reported", // 5,72 + 2,32 + 1,47 + 0,84 + 0,14 + 2
            "sa-pa 46.05 10.13 46.05 0 true reported",
            "muong-khuong 44.23 9.68 44 0.23 false reported",
            "bat-xat 44.22 9.68 44 0.22 true reported",
            "si-ma-cai 44.18 9.68 44 0.18 true reported",
            "bac-ha 44 - - - - reported", // without D
            "bao-yen 44 9.68 44 0 true reported",
            "van-ban - 9.68 44 - - points22",
            "tp-lao-cai 41.41 9.11 41.41 0 true reported",
        ]
    );
}

/// A of 752 in 1.000, and what B says.
macro_rules! two {
    ($unit:literal, $a:literal, $b:literal) => {
        concat!($unit, " A 752/1000 75.2 ", $a, ", B ", $b)
    };
    ($unit:literal) => {
        two!($unit, "4.51", "243/1000 24.3 0.97")
    };
}

#[test]
fn points_that_their_own_counts_do_not_give_are_told_and_kept() {
    case(
        "points-their-counts-do-not-give",
        &Worked {
            files: &["thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            units: super::UNRANKED,
            // Sa Pa prints no points: 10 of 20 give 6 · 0,5 = 3; B is 0 of 0, which is unknown.
            components: &[
                two!("tp-lao-cai", "4.53", "900/1000 90 4"),
                two!("bat-xat"),
                two!("muong-khuong"),
                two!("si-ma-cai"),
                two!("bac-ha"),
                two!("bao-thang", "4.52", "243/1000 24.3 0.96"),
                two!("bao-yen", "4.51", "243/1000 24.3 1.22"),
                "sa-pa A 10/20 50 3, B 0/0 - -",
                two!("van-ban"),
            ],
            // Bảo Yên's B is 4 · 0,243 / 0,8 = 1,215: full at 80 %, where the formula has 0,972. Bảo Thắng lies a hundredth
            // off, as rounding may. TP Lào Cai's A is two off (4,512), its B 4 · 0,9 = 3,6.
            notices: &[
                "component-points-differ 3 thanh-phan.csv 5:5 «thành phần A: 4,53 ≠ 4,51»",
                "formula-lacks 1 thanh-phan.csv -:- «Tổng điểm bảy thành phần trên 22 (points22): thiếu điểm của thành ph»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_cap_of_the_office_gives_other_points_and_what_does_not_apply_is_left_out() {
    case(
        "points-under-a-cap-of-the-office",
        &Worked {
            files: &["thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            // Of A and B alone, of 10: (4,53 + 4) / 10, (4,51 + 1,22) / 10, (4,51 + 0,97) / 10, (4,52 + 0,96) / 10. Sa Pa's B
            // does not apply: 3 of 6.
            units: &[
                "1 tp-lao-cai 85.3 - - -",
                "2 bao-yen 57.3 - - -",
                "3 bat-xat 54.8 - - -",
                "3 muong-khuong 54.8 - - -",
                "3 si-ma-cai 54.8 - - -",
                "3 bac-ha 54.8 - - -",
                "3 bao-thang 54.8 - - -",
                "3 van-ban 54.8 - - -",
                "9 sa-pa 50 - - -",
            ],
            components: &[
                two!("tp-lao-cai", "4.53", "900/1000 90 4"),
                two!("bao-yen", "4.51", "243/1000 24.3 1.22"),
                two!("bat-xat"),
                two!("muong-khuong"),
                two!("si-ma-cai"),
                two!("bac-ha"),
                two!("bao-thang", "4.52", "243/1000 24.3 0.96"),
                two!("van-ban"),
                "sa-pa A 10/20 50 3, B 0/0 - -",
            ],
            // Now 0,97 is told where the formula has 1,215 (rounded 1,22): five districts and Bảo Thắng; and the A of TP Lào
            // Cai.
            notices: &["component-points-differ 7 thanh-phan.csv 5:5 «thành phần A: 4,53 ≠ 4,51»"],
            ..Worked::default()
        },
    );
}
