//! Rows that are no unit: they are passed over, counted, and never ranked.

use super::LETTER_COPIES;
use super::LETTER_UNITS;
use super::Worked;
use super::case;
use super::letter_case;

#[test]
fn titles_stand_above_the_header_and_name_the_period() {
    case(
        "title-lines-above-header",
        &Worked {
            // Four rows of text, two without any; the day of Decision 766 in the title is no period.
            files: &["theo-doi.csv utf-8 ; appendix header 7 data 9 skipped 6"],
            units: LETTER_UNITS,
            period: "2023-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn titles_with_two_days_and_no_word_from_name_no_period() {
    case(
        "title-with-days-of-decisions",
        &Worked {
            // “điện tử” is not “từ”: 23/6/2022 is the day of a decision, not the begin of a period.
            files: &["chung-thuc.csv utf-8 ; certified-copies header 2 data 9 skipped 1"],
            units: LETTER_COPIES,
            ..Worked::default()
        },
    );
}

#[test]
fn signatures_and_recipients_stand_below_the_table() {
    letter_case("signature-and-recipients-below", "co-chu-ky.csv utf-8 ; appendix header 1 data 9 skipped 9");
}

#[test]
fn recipients_are_no_rows_of_the_table_even_where_they_are_units() {
    // A blank row, “Nơi nhận:” and four recipients below it: the table ends where the recipients begin.
    letter_case("recipients-that-are-units", "noi-nhan.csv utf-8 ; appendix header 1 data 9 skipped 6");
}

#[test]
fn blank_lines_and_rows_of_empty_cells_are_rows_of_the_file() {
    // Rows 1, 2, 4, 7, 9, 13, 17 and 18.
    letter_case("blank-lines-between-rows", "cach-dong.csv utf-8 ; appendix header 3 data 9 skipped 8");
}

#[test]
fn a_row_that_numbers_the_columns_is_no_unit() {
    // The form's number above the header, and (1) (2) (3) … below it.
    letter_case("numbering-row-under-header", "bieu-so.csv utf-8 ; appendix header 2 data 9 skipped 2");
}

#[test]
fn a_header_repeated_at_page_breaks_is_no_unit() {
    letter_case("header-repeated-at-page-breaks", "trang.csv utf-8 ; appendix header 1 data 9 skipped 2");
}

#[test]
fn sections_part_departments_from_districts_and_each_is_ranked_alone() {
    case(
        "sections-of-departments-and-districts",
        &Worked {
            // Two section rows with their sums (5 + 10 = 15, and the letter's 11.821), one total (11.836).
            files: &["so-nganh-va-huyen.csv utf-8 ; appendix header 1 data 12 skipped 3"],
            columns: &["ordinal unit group_percent certified_copies"],
            units: &[
                "1 stp 80 - 10 Quá thấp",
                "2 snv 61.2 - 5 Quá thấp",
                "3 syt 45.5 Thấp - -",
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "8 van-ban 49 Thấp 678 Quá thấp",
                "9 bac-ha 48.1 Thấp 426 Quá thấp",
            ],
            notices: &["unit-missing 17 so-nganh-va-huyen.csv -:- «Văn phòng UBND tỉnh»"],
            missing: &[
                "vpubnd", "stc", "skhdt", "sct", "snn", "stnmt", "sgtvt-xd", "stttt", "skhcn", "sldtbxh", "sgddt",
                "svhtt", "sdl", "sngv", "ttt", "bdt", "bqlkkt",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_total_row_is_compared_with_the_sum_of_its_rows_and_never_ranked() {
    // 366 + 1.343 + 2.919 + 1.112 + 546 + 1.945 + 2.486 + 678 + 426 = 11.821
    letter_case("total-row-that-agrees", "tong.csv utf-8 ; appendix header 1 data 9 skipped 1");
    case(
        "total-row-that-differs",
        &Worked {
            files: &["tong.csv utf-8 ; appendix header 1 data 9 skipped 1"],
            units: LETTER_UNITS,
            notices: &["total-differs 1 tong.csv 11:- ««Tổng số»: 11.820 ≠ 11.821»"],
            ..Worked::default()
        },
    );
}

#[test]
fn the_provinces_row_gives_the_provinces_figure_and_is_no_unit() {
    case(
        "province-row-is-no-unit",
        &Worked {
            // Above the units, as a national list prints it: its 11.821 is the sum of all rows all the same.
            files: &["toan-tinh.csv utf-8 ; appendix header 1 data 9 skipped 1"],
            units: LETTER_UNITS,
            province: Some("57.7"),
            ..Worked::default()
        },
    );
}

#[test]
fn sums_of_sections_are_no_units_and_are_compared_with_their_own_rows() {
    case(
        "subtotals-of-sections",
        &Worked {
            // Two sections, “Cộng I”, “Cộng II” and the total; “Công an tỉnh” is a unit. 11.821 + 79 = 11.900.
            files: &["cong.csv utf-8 ; certified-copies header 1 data 10 skipped 5"],
            units: &[
                "- tp-lao-cai - - 2919 -",
                "- bat-xat - - 1945 -",
                "- muong-khuong - - 2486 -",
                "- si-ma-cai - - 546 Quá thấp",
                "- bac-ha - - 426 Quá thấp",
                "- bao-thang - - 1343 -",
                "- bao-yen - - 366 Quá thấp",
                "- sa-pa - - 1112 -",
                "- van-ban - - 678 Quá thấp",
                "- cong-an - - 79 Quá thấp",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn rows_that_stand_in_one_cell_are_parted_where_there_is_one_way() {
    case(
        "rows-in-one-cell",
        &Worked {
            // Two between quotes, one of commas, each with as many parts as there are headers.
            files: &["phu-luc.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &["row-parted 3 phu-luc.csv 3:- «2 | UBND huyện Bảo Thắng | 68,9% | 1.343»"],
            ..Worked::default()
        },
    );
}
