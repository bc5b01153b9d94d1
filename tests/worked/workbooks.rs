//! Workbooks of several sheets: one is read, the others are named. How their cells are stored is told in
//! `tests/workbooks.rs`.

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
                "unit-type-conflict 1 so-lieu.xlsx 8:- «UBND huyện Sa Pa»",
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
                "unit-type-conflict 1 so-lieu.xlsx 8:- «UBND huyện Sa Pa»",
                "sheet-hidden 1 so-lieu.xlsx -:- «Phụ lục»",
                "sheet-not-read 1 so-lieu.xlsx -:- «Bìa»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}
