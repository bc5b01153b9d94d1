//! Figures of one row held against one another: what does not agree is told, and stays as it was given.

use super::LETTER_UNITS;
use super::UNRANKED;
use super::Worked;
use super::case;

#[test]
fn parts_wholes_and_printed_rates_are_held_against_one_another() {
    case(
        "parts-wholes-and-printed-rates",
        &Worked {
            files: &["kiem-tra.csv utf-8 ; summary header 1 data 9 skipped 0"],
            columns: &["ordinal unit received received_plain received_digitised received_rate completed \
                        completed_e_result completed_rate"],
            units: UNRANKED,
            figures: &[
                "tp-lao-cai 200 240 90 81 - -",
                "bat-xat 300 200 300 100 - -",
                "muong-khuong 300 200 300 100 - -",
                "si-ma-cai 0 0 0 0 - -",
                "bac-ha 10 5 10 - - -", // KPS: nothing came up, which is not 0
                "bao-thang 200 150 90 81 - -",
                "bao-yen 200 160 90 81 - -",
                "sa-pa 200 150 90 99 - -",
                "van-ban 10 5 10 5 - -",
            ],
            notices: &[
                // Row 4 has 240 digitised of 200 received, row 5 has 99 results of 90 completed.
                "part-exceeds-whole 2 kiem-tra.csv 4:5 «số hồ sơ tiếp nhận có số hóa 240 > số hồ sơ tiếp nhận 200»",
                // Row 3: 40 + 150 = 190; row 4: 0 + 240.
                "parts-differ 2 kiem-tra.csv 3:3 «40 + 150 ≠ 200»",
                // 81 of 90 is 90 %: 90,05 lies 0,05 away and is let pass, as 80,04 for 160 of 200; 90,06 is not. Row 8: 200
                // of 300 is 66,67 %, printed 66 %, and 33 % for 33,33 %; 66,7 and 33,3 of row 7 are rounded to a tenth.
                "rate-differs 3 kiem-tra.csv 3:9 «tỷ lệ số hóa kết quả: 90,06% ≠ 90%»",
                // 120,00 % of row 4 and 110,00 % of row 5 are what their counts say.
                "percent-over-hundred 2 kiem-tra.csv 4:6 «120,00%»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn points_over_their_maximum_and_groups_alike_are_told() {
    case(
        "points-that-cannot-be",
        &Worked {
            files: &["diem.csv utf-8 ; index header 1 data 9 skipped 0"],
            columns: &["ordinal unit other_points progress_points group_points total_points"],
            // 15,91 / 22 = 72,318… %. TP Lào Cai's 23,5 is more than the 22 there are, Văn Bàn's 72,3% is no number of
            // points, Bắc Hà has a dash.
            units: &[
                "1 bao-yen 72.32 - - -",
                "2 bao-thang 68.91 - - -",
                "3 sa-pa 56.91 - - -",
                "4 si-ma-cai 53.91 - - -",
                "5 bat-xat 53.09 - - -",
                "6 muong-khuong 49.5 Thấp - -",
                "- tp-lao-cai - - - -",
                "- bac-ha - - - -",
                "- van-ban - - - -",
            ],
            notices: &[
                "number-unreadable 1 diem.csv 9:5 «72,3%»",
                "points-over-maximum 1 diem.csv 4:5 «23,5»",
                // Sa Pa: 16 + 18 + 12,52 = 46,52, printed 46,55: each of the three may be rounded. Si Ma Cai: 45,86, printed
                // 45,80, lies 0,06 away. Bát Xát: 16 + 18 + 11,68 = 45,68.
                "points-differ 1 diem.csv 7:6 «46,68 ≠ 45,68»",
                "groups-alike 1 diem.csv 3:5 «15,16»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn points_of_another_maximum_are_counted_by_the_formula_and_told() {
    case(
        "points-of-another-maximum",
        &Worked {
            files: &["diem.csv utf-8 ; index header 1 data 9 skipped 0"],
            columns: &["ordinal unit group_points"],
            // 15,91 / 22 = 72,318… %, though the header says that there are 20 at most.
            units: &[
                "1 bao-yen 72.32 - - -",
                "2 bao-thang 68.91 - - -",
                "3 tp-lao-cai 58.59 - - -",
                "4 sa-pa 56.91 - - -",
                "5 si-ma-cai 53.91 - - -",
                "6 bat-xat 53.09 - - -",
                "7 muong-khuong 49.5 Thấp - -",
                "8 van-ban 49 Thấp - -",
                "9 bac-ha 48.09 Thấp - -",
            ],
            notices: &["maximum-differs 1 diem.csv 1:3 «Điểm số hóa hồ sơ (tối đa 20 điểm): 20 ≠ 22»"],
            ..Worked::default()
        },
    );
}

#[test]
fn figures_behind_names_of_other_units_are_theirs() {
    case(
        "other-units-between-the-figures",
        &Worked {
            // Nine rows of two units each, the letter's figures.
            files: &["xep-hang.csv utf-8 ; appendix header 1 data 18 skipped 0"],
            columns: &["ordinal unit group_percent - certified_copies"],
            units: LETTER_UNITS,
            notices: &["names-beside 1 xep-hang.csv 1:4 «»"],
            ..Worked::default()
        },
    );
}

/// The components of Đồng Tháp: 4,51 + 0,97 + 0,75 + 0 + 0,96 + 0,49 + 2 = 9,68 points; 9,68 / 22 = 44 %.
macro_rules! with_points {
    ($unit:literal) => {
        concat!($unit, " A -/- - 4.51, B -/- - 0.97, C -/- - 0.75, D -/- - 0, E -/- - 0.96, F -/- - 0.49, G -/- - 2")
    };
}

#[test]
fn points_beside_their_parts_and_their_percentage_must_agree_and_are_never_overwritten() {
    case(
        "points-beside-their-parts",
        &Worked {
            files: &["nhom-so-hoa.csv utf-8 ; index header 2 data 9 skipped 1"],
            columns: &["ordinal unit group_points group_percent component_a_points component_b_points \
                        component_c_points component_d_points component_e_points component_f_points component_g_points"],
            // A percentage that is given stands: 44,27 (Bảo Thắng), 44,06 (Sa Pa), 44,05 (TP Lào Cai). Bát Xát has points
            // alone, Mường Khương components alone: 44 % both. Units that tie stand in the catalogue's order.
            units: &[
                "1 bao-thang 44.27 Thấp - -",
                "2 sa-pa 44.06 Thấp - -",
                "3 tp-lao-cai 44.05 Thấp - -",
                "4 bat-xat 44 Thấp - -",
                "4 muong-khuong 44 Thấp - -",
                "4 si-ma-cai 44 Thấp - -",
                "4 bac-ha 44 Thấp - -",
                "4 bao-yen 44 Thấp - -",
                "4 van-ban 44 Thấp - -",
            ],
            components: &[
                with_points!("bao-thang"),
                with_points!("sa-pa"),
                with_points!("tp-lao-cai"),
                with_points!("bat-xat"),
                with_points!("muong-khuong"),
                with_points!("si-ma-cai"),
                with_points!("bac-ha"),
                with_points!("bao-yen"),
                with_points!("van-ban"),
            ],
            notices: &[
                // 44,05 lies 0,05 away from 9,68 / 22 = 44 %, 44,06 more; 9,74 / 22 = 44,27 % is its own rate.
                "rate-differs 1 nhom-so-hoa.csv 6:4 «44,06% ≠ 44% (9,68 điểm / 22)»",
                "points-differ 1 nhom-so-hoa.csv 4:3 «9,74 ≠ 9,68»",
                "total-recomputed-differs 1 nhom-so-hoa.csv 4:4 «44,27% ≠ 44% (cho phép lệch 0,05 điểm)»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn ranks_of_the_file_are_held_against_its_own_figures() {
    case(
        "ranks-that-differ",
        &Worked {
            files: &["xep-hang.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            columns: &["ordinal unit group_percent certified_copies given_rank"],
            units: LETTER_UNITS,
            // 72,3 % is the highest and stands as third; 58,6 % is the third highest and stands as first.
            notices: &["rank-differs 2 xep-hang.csv 2:5 «UBND huyện Bảo Yên: hạng 3 ≠ 1»"],
            ..Worked::default()
        },
    );
}
