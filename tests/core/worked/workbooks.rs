//! Workbooks of several sheets: one is read, the others are named. How their cells are stored is told in
//! `tests/core/workbooks.rs`.

use super::LETTER_UNITS;
use super::Worked;
use super::case;

#[test]
fn the_sheet_with_the_table_is_read_and_the_others_are_named() {
    case(
        "workbook-with-other-sheets",
        &Worked {
            // Two title rows and an empty one; Sa Pa, the fourth unit, stands in row 8.
            files: &["so-lieu.xlsx - - appendix header 4 data 9 skipped 3"],
            units: LETTER_UNITS,
            // A remark on a sheet before it, last month's table on a hidden one behind it.
            notices: &[
                "unit-type-conflict 1 so-lieu.xlsx 8:2 «UBND huyện Sa Pa»",
                "sheet-not-read 2 so-lieu.xlsx -:- «Ghi chú»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn a_table_that_only_a_hidden_sheet_holds_is_read_and_said_to_be_hidden() {
    case(
        "workbook-with-its-table-hidden",
        &Worked {
            files: &["so-lieu.xlsx - - appendix header 4 data 9 skipped 3"],
            units: LETTER_UNITS,
            notices: &[
                "unit-type-conflict 1 so-lieu.xlsx 8:2 «UBND huyện Sa Pa»",
                "sheet-hidden 1 so-lieu.xlsx -:- «Phụ lục»",
                "sheet-not-read 1 so-lieu.xlsx -:- «Bìa»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

/// The letter's period of the certified copies, which its header names.
const COPIES: &str = "2020-01-01..2023-06-05";

#[test]
fn what_nobody_sees_of_a_sheet_is_read_and_said_to_be_hidden() {
    case(
        "workbook-with-hidden-rows-and-columns",
        &Worked {
            files: &["so-lieu.xlsx - - appendix header 4 data 9 skipped 3"],
            units: LETTER_UNITS,
            // Row 7 is hidden by hand, row 12 by a filter; column 5 (E) holds the copies, its header shortened by the lines of this test.
            notices: &[
                "rows-hidden 2 so-lieu.xlsx 7:- «3 | UBND TP Lào Cai | 58.6% | 2919»",
                "columns-hidden 1 so-lieu.xlsx -:5 «Kết quả chứng thực điện tử bản sao từ bản chính từ 01/01/2020 đến ng»",
            ],
            copies_period: COPIES,
            ..Worked::default()
        },
    );
}

#[test]
fn sheets_of_other_units_are_read_together() {
    case(
        "workbook-of-two-halves-of-the-districts",
        &Worked {
            // The letter's figures, five districts in one sheet and four in the other, each below a title.
            files: &[
                "so-lieu.xlsx - - appendix header 2 data 5 skipped 1",
                "so-lieu.xlsx - - appendix header 2 data 4 skipped 1",
            ],
            units: LETTER_UNITS,
            notices: &["sheets-joined 1 so-lieu.xlsx -:- «Vùng cao»"],
            period: "2023-06-01..2023-06-30",
            ..Worked::default()
        },
    );
}

#[test]
fn of_two_sheets_alike_the_first_is_read_and_that_is_no_silent_guess() {
    case(
        "workbook-with-two-months-alike",
        &Worked {
            files: &["so-lieu.xlsx - - appendix header 4 data 9 skipped 3"],
            units: LETTER_UNITS,
            notices: &["sheets-alike 1 so-lieu.xlsx -:- «Tháng 6»", "sheet-not-read 1 so-lieu.xlsx -:- «Tháng 6»"],
            copies_period: COPIES,
            ..Worked::default()
        },
    );
}

#[test]
fn of_two_tables_alike_in_a_web_page_the_first_is_read_and_that_is_no_silent_guess() {
    case(
        "web-page-with-two-months-alike",
        &Worked {
            // The first and the third table are the heads of the second and the fourth, which scroll below them.
            files: &["bao-cao.xls utf-8 - appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &["tables-alike 1 bao-cao.xls -:- «Bảng 4»"],
            copies_period: COPIES,
            ..Worked::default()
        },
    );
}

#[test]
fn a_web_page_that_ends_within_its_table_is_cut_off_and_its_last_cell_is_not_used() {
    case(
        "web-page-cut-off",
        &Worked {
            // 426 copies of Bắc Hà, of which «42» has come: the fourth cell of the tenth row.
            files: &["xuat-do.xls utf-8 - appendix header 1 data 9 skipped 0"],
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "8 van-ban 49 Thấp 678 Quá thấp",
                "9 bac-ha 48.1 Thấp - -",
            ],
            notices: &["table-cut-off 1 xuat-do.xls 10:4 «»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_table_that_was_printed_over_two_pages_is_read_as_one() {
    case(
        "web-page-in-printed-pages",
        &Worked {
            // Five units below the header, then the header again and four units; the period stands above, in no table.
            files: &["bao-cao.html utf-8 - appendix header 1 data 9 skipped 1"],
            units: LETTER_UNITS,
            notices: &["tables-joined 1 bao-cao.html -:- «Bảng 2»"],
            period: "2023-01-01..2023-06-05",
            copies_period: COPIES,
            ..Worked::default()
        },
    );
}

#[test]
fn a_formula_that_nobody_calculated_is_no_figure() {
    case(
        "workbook-with-a-formula-not-calculated",
        &Worked {
            files: &["so-lieu.xlsx - - appendix header 4 data 9 skipped 3"],
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "8 van-ban 49 Thấp 678 Quá thấp",
                "9 bac-ha 48.1 Thấp - -",
            ],
            // Row 13, column 5 (E): =SUM(400,26), as a program wrote it that does not calculate.
            notices: &["formula-without-value 1 so-lieu.xlsx 13:5 «»"],
            copies_period: COPIES,
            ..Worked::default()
        },
    );
}
