//! Counts of certified copies: what was completed, of which period, by district or by commune.

use super::LETTER_COPIES;
use super::OTHERS;
use super::Worked;
use super::case;

#[test]
fn of_four_counts_the_completed_one_is_the_count_of_copies() {
    case(
        "copies-beside-other-counts",
        &Worked {
            // Two titles and the total are skipped.
            files: &["chung-thuc.csv utf-8 ; certified-copies header 3 data 9 skipped 3"],
            columns: &["unit - - certified_copies -"],
            units: LETTER_COPIES,
            // The title of a table of copies names the period of the copies, and none of percentages.
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn communes_are_not_added_to_their_district_by_guess() {
    case(
        "copies-of-communes",
        &Worked {
            // The districts' own rows stand, and hold what their communes count: 200 + 166 = 366, 300 + 126 = 426.
            files: &["chung-thuc-xa.csv utf-8 ; certified-copies header 1 data 6 skipped 0"],
            units: &["- bac-ha - - 426 Quá thấp", "- bao-yen - - 366 Quá thấp"],
            notices: &["unit-missing 7 chung-thuc-xa.csv -:- «UBND thành phố Lào Cai»"],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_of_the_dossiers_of_copies_counts_those_completed_apart_from_other_dossiers() {
    case(
        "copies-in-a-list-of-dossiers",
        &Worked {
            files: &[
                "1-chung-thuc.csv utf-8 ; certified-copies header 3 data 18 skipped 2",
                "2-ho-so.csv utf-8 ; dossiers header 2 data 18 skipped 1",
            ],
            columns: &[
                "ordinal dossier_code unit received_at status -",
                "ordinal dossier_code unit received_at status e_result",
            ],
            // Two dossiers a unit, the same in both lists: one completed, in Bắc Hà both.
            units: &[
                "- tp-lao-cai - - 1 Quá thấp",
                "- bat-xat - - 1 Quá thấp",
                "- muong-khuong - - 1 Quá thấp",
                "- si-ma-cai - - 1 Quá thấp",
                "- bac-ha - - 2 Quá thấp",
                "- bao-thang - - 1 Quá thấp",
                "- bao-yen - - 1 Quá thấp",
                "- sa-pa - - 1 Quá thấp",
                "- van-ban - - 1 Quá thấp",
            ],
            figures: &[
                "tp-lao-cai 2 - 1 1 - -",
                "bat-xat 2 - 1 1 - -",
                "muong-khuong 2 - 1 1 - -",
                "si-ma-cai 2 - 1 1 - -",
                "bac-ha 2 - 2 1 - -",
                "bao-thang 2 - 1 1 - -",
                "bao-yen 2 - 1 1 - -",
                "sa-pa 2 - 1 1 - -",
                "van-ban 2 - 1 1 - -",
            ],
            period: "2023-05-01..2023-05-31",
            copies_period: "2023-05-01..2023-05-31",
            ..Worked::default()
        },
    );
}

#[test]
fn copies_of_the_period_beside_those_to_date_are_asked_about() {
    case(
        "copies-in-the-period-and-to-date",
        &Worked {
            files: &["phu-luc.csv utf-8 ; appendix header 2 data 9 skipped 1"],
            // 36 or 366, 42 or 426: nobody knows which of them the limit is for.
            units: &[
                "1 bao-yen 72.3 - - -",
                "2 bao-thang 68.9 - - -",
                "3 tp-lao-cai 58.6 - - -",
                "4 sa-pa 56.9 - - -",
                "5 si-ma-cai 53.9 - - -",
                "6 bat-xat 53.1 - - -",
                "7 muong-khuong 49.5 Thấp - -",
                "8 van-ban 49 Thấp - -",
                "9 bac-ha 48.1 Thấp - -",
            ],
            questions: &["column certified_copies «Kết quả chứng thực điện tử bản sao từ bản chính / Trong kỳ» \
                 «Kết quả chứng thực điện tử bản sao từ bản chính / Lũy kế»"],
            notices: &[
                "columns-ambiguous 2 phu-luc.csv 2:4 «Kết quả chứng thực điện tử bản sao từ bản chính / Trong kỳ»",
            ],
            ..Worked::default()
        },
    );
}
