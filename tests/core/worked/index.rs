//! The index by unit: points of 22 told from percentages, and the seven components.

use super::LETTER_PERCENTS;
use super::Worked;
use super::case;

/// 15,91 / 22 = 72,318…; 15,16 / 22 = 68,909…; 12,89 / 22 = 58,590…; 12,52 / 22 = 56,909…; 11,86 / 22 = 53,909…;
/// 11,68 / 22 = 53,090…; 10,89 / 22 = 49,5; 10,78 / 22 = 49; 10,58 / 22 = 48,090….
const BY_POINTS: &[&str] = &[
    "1 bao-yen 72.32 - - -",
    "2 bao-thang 68.91 - - -",
    "3 tp-lao-cai 58.59 - - -",
    "4 sa-pa 56.91 - - -",
    "5 si-ma-cai 53.91 - - -",
    "6 bat-xat 53.09 - - -",
    "7 muong-khuong 49.5 Thấp - -",
    "8 van-ban 49 Thấp - -",
    "9 bac-ha 48.09 Thấp - -",
];

const TWELVE: &str = "ordinal unit unit_code other_points progress_points other_points other_points other_points \
                      group_points total_points given_rank verdict";

#[test]
fn a_header_that_says_points_makes_points() {
    case(
        "index-with-points-in-its-header",
        &Worked {
            files: &["bo-chi-so.csv utf-8 ; index header 1 data 9 skipped 0"],
            columns: &[TWELVE],
            units: BY_POINTS,
            ..Worked::default()
        },
    );
}

#[test]
fn a_bare_header_is_points_where_the_groups_add_up_to_the_total() {
    case(
        "index-whose-sums-prove-points",
        &Worked {
            // 16,2 + 18,5 + 7,1 + 6,3 + 17,8 + 15,91 = 81,81, and so in every row: 22 points and no percentage. The names
            // bear the province, as a national list prints them.
            files: &["bo-chi-so.csv utf-8 ; index header 1 data 9 skipped 0"],
            columns: &[TWELVE],
            units: BY_POINTS,
            ..Worked::default()
        },
    );
}

/// The five columns of each component: the last says the most points there are, and is used for nothing.
const SEVEN_TIMES_FIVE: &str = "ordinal unit \
    component_a_numerator component_a_denominator component_a_rate component_a_points - \
    component_b_numerator component_b_denominator component_b_rate component_b_points - \
    component_c_numerator component_c_denominator component_c_rate component_c_points - \
    component_d_numerator component_d_denominator component_d_rate component_d_points - \
    component_e_numerator component_e_denominator component_e_rate component_e_points - \
    component_f_numerator component_f_denominator component_f_rate component_f_points - \
    component_g_numerator component_g_denominator component_g_rate component_g_points -";

/// Components A to G one by one, with what differs from Đồng Tháp's: 4,51 + 0,97 + 0,75 + 0 + 0,96 + 0,49 + 2 = 9,68.
macro_rules! components {
    ($unit:literal) => {
        components!($unit, "752/1000 75.2 4.51", "243/1000 24.3 0.97", "3/8 37.5 0.75", "0/900 0 0", "216/900 24 0.96")
    };
    ($unit:literal, $a:literal, $b:literal, $c:literal, $d:literal, $e:literal) => {
        concat!(
            $unit,
            " A ",
            $a,
            ", B ",
            $b,
            ", C ",
            $c,
            ", D ",
            $d,
            ", E ",
            $e,
            ", F 245/1000 24.5 0.49, G 40/40 100 2"
        )
    };
}

#[test]
fn a_row_for_each_metric_gives_what_a_row_for_each_unit_gives() {
    case(
        "metrics-in-rows",
        &Worked {
            // Nine units of seven metrics, and one of another group.
            files: &["chi-so.csv utf-8 ; index header 1 data 64 skipped 0"],
            columns: &[
                "unit component_a_numerator component_a_denominator component_b_numerator component_b_denominator \
                        component_c_numerator component_c_denominator component_d_numerator component_d_denominator \
                        component_e_numerator component_e_denominator component_f_numerator component_f_denominator \
                        component_g_numerator component_g_denominator",
            ],
            // 4,512 + 0,972 + 0,75 + 0 + 0,96 + 0,49 + 2, each rounded: 9,68 of 22, 44 %
            units: &[
                "1 tp-lao-cai 44 Thấp - -",
                "1 bat-xat 44 Thấp - -",
                "1 muong-khuong 44 Thấp - -",
                "1 si-ma-cai 44 Thấp - -",
                "1 bac-ha 44 Thấp - -",
                "1 bao-thang 44 Thấp - -",
                "1 bao-yen 44 Thấp - -",
                "1 sa-pa 44 Thấp - -",
                "1 van-ban 44 Thấp - -",
            ],
            components: &[
                components!("tp-lao-cai"),
                components!("bat-xat"),
                components!("muong-khuong"),
                components!("si-ma-cai"),
                components!("bac-ha"),
                components!("bao-thang"),
                components!("bao-yen"),
                components!("sa-pa"),
                components!("van-ban"),
            ],
            notices: &["metric-unknown 1 chi-so.csv 65:2 «DUNG_HAN»"],
            ..Worked::default()
        },
    );
}

#[test]
fn seven_components_give_the_percentage_of_the_group_and_six_do_not() {
    case(
        "components-of-each-unit",
        &Worked {
            files: &["thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            columns: &[SEVEN_TIMES_FIVE],
            // Bảo Yên: 9,68 / 22 = 44 %. Bảo Thắng has 2 points for C: 9,68 - 0,75 + 2 = 10,93, / 22 = 49,681… %. Bát Xát has
            // 4 for B: 9,68 - 0,97 + 4 = 12,71, / 22 = 57,772… %. TP Lào Cai has no D (0 of 0, dashes), Sa Pa nothing at all:
            // no percentage for either. Si Ma Cai prints 6,51 points of 6 for A, which cannot be; its counts give 6 · 752 / 1000
            // = 4,512 points, and 9,68 in all.
            units: &[
                "1 bat-xat 57.77 - - -",
                "2 bao-thang 49.68 Thấp - -",
                "3 muong-khuong 44 Thấp - -",
                "3 si-ma-cai 44 Thấp - -",
                "3 bac-ha 44 Thấp - -",
                "3 bao-yen 44 Thấp - -",
                "3 van-ban 44 Thấp - -",
                "- tp-lao-cai - - - -",
                "- sa-pa - - - -",
            ],
            components: &[
                components!(
                    "bat-xat",
                    "752/1000 75.2 4.51",
                    "1243/1000 124.3 4",
                    "3/8 37.5 0.75",
                    "0/900 0 0",
                    "216/900 24 0.96"
                ),
                components!(
                    "bao-thang",
                    "752/1000 75.2 4.51",
                    "243/1000 24.3 0.97",
                    "-/- 100 2",
                    "0/900 0 0",
                    "216/900 24 0.96"
                ),
                components!(
                    "muong-khuong",
                    "752/1000 75.2 4.51",
                    "243/1000 24.3 0.97",
                    "3/8 37.5 0.75",
                    "0/900 0 0",
                    "216/900 25 0.96"
                ),
                components!("si-ma-cai"),
                components!("bac-ha"),
                components!("bao-yen"),
                components!("van-ban"),
                components!(
                    "tp-lao-cai",
                    "752/1000 75.2 4.51",
                    "243/1000 24.3 0.97",
                    "3/8 37.5 0.75",
                    "0/0 - -",
                    "216/900 24 0.96"
                ),
                "sa-pa A 0/0 - -, B 0/0 - -, C 0/0 - -, D 0/0 - -, E 0/0 - -, F 0/0 - -, G 0/0 - -",
            ],
            notices: &[
                "points-over-maximum 1 thanh-phan.csv 7:6 «6,51»",
                "part-exceeds-whole 1 thanh-phan.csv 8:8 «thành phần B: số lượng đạt 1.243 > thành phần B: tổng số 1.000»",
                // 216 of 900 is 24 %, printed 25 %.
                "rate-differs 1 thanh-phan.csv 9:25 «thành phần E: tỷ lệ: 25% ≠ 24%»",
                "percent-over-hundred 1 thanh-phan.csv 8:10 «124,30%»",
            ],
            ..Worked::default()
        },
    );
}

/// Components A to D alone.
macro_rules! four_components {
    ($unit:literal) => {
        concat!($unit, " A 752/1000 75.2 4.51, B 243/1000 24.3 0.97, C 3/8 37.5 0.75, D 0/900 0 0")
    };
}

/// Points of A and B alone, as their second header row says: 5,2 of 6 and 3,1 of 4.
macro_rules! points_of_two {
    ($unit:literal) => {
        concat!($unit, " A -/- - 5.2, B -/- - 3.1")
    };
}

#[test]
fn a_row_of_measures_below_the_headers_belongs_to_them() {
    case(
        "measures-below-their-headers",
        &Worked {
            files: &["nhom-va-thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            columns: &["ordinal unit group_percent component_a_points component_b_points"],
            // The letter's percentages; no certified copies.
            units: LETTER_PERCENTS,
            components: &[
                points_of_two!("bao-yen"),
                points_of_two!("bao-thang"),
                points_of_two!("tp-lao-cai"),
                points_of_two!("sa-pa"),
                points_of_two!("si-ma-cai"),
                points_of_two!("bat-xat"),
                points_of_two!("muong-khuong"),
                points_of_two!("van-ban"),
                points_of_two!("bac-ha"),
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_part_of_the_components_is_no_percentage_of_the_group() {
    case(
        "components-in-part",
        &Worked {
            files: &["thanh-phan.csv utf-8 ; index header 2 data 9 skipped 1"],
            units: super::UNRANKED,
            components: &[
                four_components!("tp-lao-cai"),
                four_components!("bat-xat"),
                four_components!("muong-khuong"),
                four_components!("si-ma-cai"),
                four_components!("bac-ha"),
                four_components!("bao-thang"),
                four_components!("bao-yen"),
                four_components!("sa-pa"),
                four_components!("van-ban"),
            ],
            // Nobody knows the 8 points of E, F and G.
            notices: &[
                "formula-lacks 1 thanh-phan.csv -:- «Tổng điểm bảy thành phần trên 22 (points22): thiếu điểm của thành ph»",
            ],
            ..Worked::default()
        },
    );
}
