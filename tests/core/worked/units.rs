//! Names of units as offices write them, and files that join by unit.

use super::LETTER_UNITS;
use super::OTHERS;
use super::Worked;
use super::case;
use super::letter_case;

#[test]
fn the_province_behind_a_name_is_no_part_of_it() {
    letter_case("national-suffixes", "quoc-gia.csv utf-8 ; appendix header 1 data 9 skipped 0");
}

#[test]
fn the_usual_variants_of_a_name_mean_the_same_unit_and_need_no_notice() {
    case(
        "unit-name-variants",
        &Worked {
            files: &[
                "1.csv utf-8 ; appendix header 1 data 9 skipped 0",
                "2.csv utf-8 ; appendix header 1 data 9 skipped 0",
                "3.csv utf-8 ; appendix header 1 data 9 skipped 0",
                "4.csv utf-8 ; appendix header 1 data 9 skipped 0",
            ],
            units: LETTER_UNITS,
            ..Worked::default()
        },
    );
}

#[test]
fn departments_are_known_by_name_and_abbreviation() {
    case(
        "departments-by-abbreviation",
        &Worked {
            files: &["so-nganh.csv utf-8 ; index header 1 data 20 skipped 0"],
            columns: &["ordinal unit group_percent"],
            units: &[
                "1 vpubnd 90.5 - - -",
                "2 snv 89.5 - - -",
                "3 stp 88.5 - - -",
                "4 stc 87.5 - - -",
                "5 skhdt 86.5 - - -",
                "6 sct 85.5 - - -",
                "7 snn 84.5 - - -",
                "8 stnmt 83.5 - - -",
                "9 sgtvt-xd 82.5 - - -",
                "10 stttt 81.5 - - -",
                "11 skhcn 80.5 - - -",
                "12 sldtbxh 79.5 - - -",
                "13 sgddt 78.5 - - -",
                "14 syt 77.5 - - -",
                "15 svhtt 76.5 - - -",
                "16 sdl 75.5 - - -",
                "17 sngv 74.5 - - -",
                "18 ttt 73.5 - - -",
                "19 bdt 72.5 - - -",
                "20 bqlkkt 71.5 - - -",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn unknown_names_are_kept_with_suggestions_and_missing_units_are_named() {
    case(
        "unknown-and-missing-units",
        &Worked {
            files: &["thieu-huyen.csv utf-8 ; appendix header 1 data 12 skipped 0"],
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 bat-xat 53.1 - 1945 -",
                "6 muong-khuong 49.5 Thấp 2486 -",
                "7 van-ban 49 Thấp 678 Quá thấp",
                // A land registry names a district and is none: it stands apart, and 99 % rank it nowhere.
                "- vpdkdd-bac-ha 99 - 7 Quá thấp",
            ],
            notices: &[
                "unit-unknown 4 thieu-huyen.csv 9:2 «UBND huyện Mường Khươngg»",
                "unit-missing 2 thieu-huyen.csv -:- «UBND huyện Si Ma Cai»",
            ],
            // Lào Cai alone is the province, “văn bản” a word of every letter; figures of nobody do not vanish.
            unmatched: &[
                "thieu-huyen.csv 9 UBND huyện Mường Khươngg -> muong-khuong",
                "thieu-huyen.csv 11 Lào Cai -> tp-lao-cai",
                "thieu-huyen.csv 12 văn bản -> van-ban",
                "thieu-huyen.csv 13  ->",
            ],
            missing: &["si-ma-cai", "bac-ha"],
            ..Worked::default()
        },
    );
}

#[test]
fn wrong_types_wrong_marks_and_copied_rows_are_told_and_count_once() {
    case(
        "misspelt-and-repeated-units",
        &Worked {
            files: &["lap.csv utf-8 ; appendix header 1 data 12 skipped 0"],
            units: LETTER_UNITS,
            // Row 13 calls Bát Xát a city; rows 2 and 12 write Báo Yên and Văn Bản; rows 11, 12, 13 repeat units.
            notices: &[
                "unit-type-conflict 1 lap.csv 13:2 «UBND TP Bát Xát»",
                "unit-name-respelled 2 lap.csv 2:2 «UBND huyện Báo Yên»",
                "unit-repeated 3 lap.csv 11:2 «UBND huyện Bắc Hà»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn percentages_of_one_file_and_copies_of_another_join_by_unit() {
    case(
        "two-files-joined",
        &Worked {
            files: &[
                "1-chi-so.csv utf-8 ; index header 1 data 9 skipped 0",
                "2-chung-thuc.txt utf-16le TAB certified-copies header 1 data 9 skipped 0",
            ],
            columns: &["ordinal unit group_percent", "unit certified_copies"],
            units: LETTER_UNITS,
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn of_two_figures_for_one_unit_the_first_stands_and_both_are_told() {
    case(
        "two-files-in-conflict",
        &Worked {
            files: &[
                "1-ban-dau.csv utf-8 ; appendix header 1 data 9 skipped 0",
                "2-sua-lai.csv utf-8 ; appendix header 1 data 9 skipped 0",
            ],
            units: LETTER_UNITS,
            // Sa Pa 57,1 % in row 5, Bắc Hà 427 copies in row 10; all else agrees and is no trouble.
            notices: &["figure-conflict 2 2-sua-lai.csv 5:3 «57,1% ≠ 56,9% (1-ban-dau.csv, dòng 5, cột 3 (C))»"],
            ..Worked::default()
        },
    );
}

#[test]
fn of_two_months_the_later_stands_in_whichever_order_they_are_chosen_and_the_other_is_told() {
    case(
        "months-chosen-together",
        &Worked {
            files: &[
                "1-thang-4.csv utf-8 ; appendix header 2 data 9 skipped 2",
                "2-thang-6.csv utf-8 ; appendix header 2 data 9 skipped 2",
            ],
            units: LETTER_UNITS,
            // Eight rates (Văn Bàn has 49 % in both), eight counts (Bắc Hà 426) and the province's.
            notices: &[
                "figure-of-earlier-period 17 1-thang-4.csv 3:3 «66,2% ≠ 72,3% (2-thang-6.csv, dòng 3, cột 3 (C))»",
            ],
            province: Some("57.7"),
            period: "2023-06-01..2023-06-30",
            copies_period: "2020-01-01..2023-06-30",
            ..Worked::default()
        },
    );
}

#[test]
fn of_rows_of_two_months_in_one_table_none_is_taken() {
    case(
        "rows-of-two-months",
        &Worked {
            // Two units twice; the province's rows are sums.
            files: &["theo-thang.csv utf-8 ; appendix header 1 data 4 skipped 2"],
            columns: &["ordinal - unit group_percent certified_copies"],
            units: &["- bac-ha - - - -", "- bao-yen - - - -"],
            notices: &[
                "rows-of-periods 1 theo-thang.csv 1:2 «5/2023 (dòng 2), 6/2023 (dòng 5)»",
                "unit-missing 7 theo-thang.csv -:- «UBND thành phố Lào Cai»",
            ],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}

#[test]
fn files_that_give_no_table_cost_only_themselves() {
    case(
        "broken-files-among-good-ones",
        &Worked {
            files: &["1-tot.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            // Chinese, a picture, nothing at all, a table of something else. In the first of them byte 1 is no letter.
            notices: &[
                "file-unreadable 4 2-khong-ro-bang-ma.csv -:- «Chữ trong tệp không theo bảng mã Unicode (byte thứ 1, khoảng dòng 1)»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_unit_that_only_the_copies_name_is_told_as_lacking_from_the_index() {
    case(
        "a-unit-that-the-index-lacks",
        &Worked {
            files: &[
                "1-chi-so.csv utf-8 ; index header 1 data 8 skipped 0",
                "2-chung-thuc.csv utf-8 ; certified-copies header 1 data 9 skipped 0",
            ],
            // The letter's, where Văn Bàn stood before Bắc Hà.
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "8 bac-ha 48.1 Thấp 426 Quá thấp",
                "- van-ban - - 678 Quá thấp",
            ],
            notices: &["unit-without-rate 1 1-chi-so.csv -:- «UBND huyện Văn Bàn: không có trong 1-chi-so.csv»"],
            ..Worked::default()
        },
    );
}
