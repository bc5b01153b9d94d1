//! Tables of another shape than the letter's: columns in another order, rows that do not fit the header.

use super::LETTER_UNITS;
use super::Worked;
use super::case;

#[test]
fn columns_are_known_by_their_headers_and_not_by_their_place() {
    case(
        "other-column-order",
        &Worked {
            files: &["dao-cot.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            columns: &["given_rank certified_copies copies_note unit_code unit - group_percent percent_note ordinal"],
            units: LETTER_UNITS,
            ..Worked::default()
        },
    );
}

#[test]
fn rows_that_do_not_fit_the_header_lose_what_cannot_be_trusted() {
    case(
        "rows-too-short-and-too-long",
        &Worked {
            files: &["lech.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            // Văn Bàn ends before its count. Bắc Hà has a word to spare, so its cells may stand in the wrong places.
            // Empty cells to spare (Bảo Yên) and a missing last note (Bảo Thắng) cost nothing.
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "8 van-ban 49 Thấp - -",
                "- bac-ha - - - -",
            ],
            notices: &[
                "row-misaligned 1 lech.csv 10:- «9 | UBND huyện Bắc Hà | 48,1% | Thấp | 426 | Quá thấp | xem lại»",
                "row-shorter 1 lech.csv 9:- «8 | UBND huyện Văn Bàn | 49% | Thấp»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn decimal_commas_in_a_table_of_commas_are_refused_and_not_misread() {
    case(
        "unquoted-decimal-commas",
        &Worked {
            files: &["phay.csv utf-8 , appendix header 1 data 9 skipped 0"],
            // Only Văn Bàn's 49% holds no comma.
            units: &[
                "1 van-ban 49 Thấp 678 Quá thấp",
                "- tp-lao-cai - - - -",
                "- bat-xat - - - -",
                "- muong-khuong - - - -",
                "- si-ma-cai - - - -",
                "- bac-ha - - - -",
                "- bao-thang - - - -",
                "- bao-yen - - - -",
                "- sa-pa - - - -",
            ],
            notices: &["row-misaligned 8 phay.csv 2:- «1 | UBND huyện Bảo Yên | 72 | 3% | 366 | Quá thấp»"],
            ..Worked::default()
        },
    );
}
