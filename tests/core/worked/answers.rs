//! What portals' interfaces answer, pasted or saved as JSON: lists of objects within objects.

use super::OTHERS;
use super::Worked;
use super::case;

#[test]
fn metrics_of_the_national_portal_are_components() {
    case(
        "answer-of-the-national-portal",
        &Worked {
            // Three rows above the units: the period in words, the keys and metrics, what is below the metrics.
            files: &["766.json utf-8 - index header 3 data 2 skipped 2"],
            // 5,72 + 2,32 + 2 + 1,47 + 0 + 0,84 + 0,14 = 12,49 points, of 22 56,77 %. Two components are no percentage.
            units: &["1 bao-yen 56.77 - - -", "- bac-ha - - - -"],
            components: &[
                "bao-yen A 1430/1500 95.33 5.72, B 870/1500 58 2.32, C -/- 100 2, D 882/1500 58.8 1.47, \
                 E 0/1500 0 0, F 630/1500 42 0.84, G 7/100 7 0.14",
                // In another order than above.
                "bac-ha A 500/1000 50 3, B 400/1000 40 1.6",
            ],
            notices: &["unit-missing 7 766.json -:- «UBND thành phố Lào Cai»"],
            missing: OTHERS,
            period: "2023-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn the_older_interface_gives_every_number_as_a_text() {
    case(
        "answer-of-the-older-interface",
        &Worked {
            files: &["tinh-766.json utf-8 - index header 1 data 2 skipped 0"],
            columns: &["- unit unit_code - other_points progress_points other_points other_points other_points \
                        group_points total_points"],
            // 13,7 / 22 = 62,27 %; 10,582 / 22 = 48,1 %. 15,2 + 18,4 + 10,1 + 8,8 + 17,5 + 13,7 = 83,7.
            units: &["1 bao-yen 62.27 - - -", "2 bac-ha 48.1 Thấp - -"],
            notices: &["unit-missing 7 tinh-766.json -:- «UBND thành phố Lào Cai»"],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}

#[test]
fn pages_of_one_answer_are_one_table_and_what_lacks_is_told() {
    case(
        "answer-in-pages-some-of-which-lack",
        &Worked {
            files: &["766.json utf-8 - index header 1 data 9 skipped 0"],
            columns: &["unit group_points"],
            // Of 22 points: 17,6 is 80 %, 16,5 75, 15,4 70, 13,2 60, 12,1 55, 11 50, 8,8 40, 6,6 30, 5,5 25.
            units: &[
                "1 bao-yen 80 - - -",
                "2 bao-thang 75 - - -",
                "3 tp-lao-cai 70 - - -",
                "4 sa-pa 60 - - -",
                "5 si-ma-cai 55 - - -",
                "6 bat-xat 50 - - -",
                "7 muong-khuong 40 Thấp - -",
                "8 van-ban 30 Thấp - -",
                "9 bac-ha 25 Thấp - -",
            ],
            // Five and four of 29 rows; the second list under the key “content” goes on where the first ends.
            notices: &[
                "list-incomplete 1 766.json -:- «totalElements: 29; trong tệp: 9»",
                "tables-joined 1 766.json -:- «content thứ 2»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_one_stop_desks_counts_are_known_by_their_keys() {
    case(
        "answer-of-a-one-stop-desk",
        &Worked {
            files: &["digitize.json utf-8 - summary header 1 data 2 skipped 0"],
            columns: &["unit received received_digitised completed completed_e_result both"],
            units: &["- bac-ha - - - -", "- bao-yen - - - -"],
            // A text of “1.243” is a count as everywhere; the number 1343 has no point.
            figures: &["bac-ha 1343 1243 40 30 24 -", "bao-yen 1000 723 800 600 600 -"],
            notices: &["unit-missing 7 digitize.json -:- «UBND thành phố Lào Cai»"],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}
