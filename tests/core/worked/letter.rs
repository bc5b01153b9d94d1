//! The letter of June 2023: its appendix is case number one, with the typing errors it was sent with.

use super::LETTER_UNITS;
use super::Worked;
use super::case;
use crate::support::json;
use crate::support::lines;
use crate::support::run_case;

const COLUMNS: &[&str] = &["ordinal unit group_percent percent_note certified_copies copies_note"];

#[test]
fn the_appendix_gives_its_nine_rows_its_notes_and_its_two_typing_errors() {
    case(
        "letter-appendix-tab",
        &Worked {
            files: &["phu-luc.txt utf-8 TAB appendix header 1 data 9 skipped 0"],
            columns: COLUMNS,
            units: LETTER_UNITS,
            // Sa Pa, a town since 2020, is the fourth unit below the header; Si Ma Cai with its `%%` the fifth.
            notices: &[
                "unit-type-conflict 1 phu-luc.txt 5:2 «UBND huyện Sa Pa»",
                "percent-sign-repeated 1 phu-luc.txt 6:3 «53,9%%»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn the_whole_letter_is_read_from_its_table_on() {
    case(
        "letter-with-its-prose",
        &Worked {
            // 40 lines of letter stand above the table; its 57,7% is prose and no row.
            files: &["cong-van.txt utf-8 TAB appendix header 41 data 9 skipped 40"],
            columns: COLUMNS,
            units: LETTER_UNITS,
            notices: &[
                "unit-type-conflict 1 cong-van.txt 45:2 «UBND huyện Sa Pa»",
                "percent-sign-repeated 1 cong-van.txt 46:3 «53,9%%»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn a_header_broken_by_a_line_within_a_cell_is_one_header() {
    case(
        "header-broken-in-two-lines",
        &Worked {
            files: &["dan-tu-word.txt utf-8 TAB appendix header 1 data 9 skipped 0"],
            columns: COLUMNS,
            units: LETTER_UNITS,
            // The header takes rows 1 and 2: every unit stands a row lower than in the letter's own table.
            notices: &[
                "unit-type-conflict 1 dan-tu-word.txt 6:2 «UBND huyện Sa Pa»",
                "percent-sign-repeated 1 dan-tu-word.txt 7:3 «53,9%%»",
                "header-parted 1 dan-tu-word.txt 1:- «dòng 1–2»",
            ],
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn what_is_missing_to_leave_the_notes_is_told_in_points_and_copies() {
    let report = json(&run_case("letter-appendix-tab"));
    // 50 − p points of the percentage, each worth 0,22 of the index's 22 points; 1.000 − c copies. How many dossiers
    // would do cannot be said: the letter gives no counts of dossiers.
    let expected = [
        "bao-yen - - - 634",
        "si-ma-cai - - - 454",
        "muong-khuong 0.5 0.11 - -",
        "van-ban 1 0.22 - 322",
        "bac-ha 1.9 0.418 - 574",
    ];
    assert_eq!(lines::shortfall(&report), expected);
}

#[test]
fn results_print_the_official_name_and_keep_the_one_that_was_written() {
    let report = json(&run_case("letter-appendix-tab"));
    let sa_pa = &report["units"][3];
    assert_eq!(sa_pa["name"], "UBND thị xã Sa Pa");
    assert_eq!(sa_pa["written"], "UBND huyện Sa Pa");
    assert_eq!(report["units"][2]["name"], "UBND thành phố Lào Cai");
}
