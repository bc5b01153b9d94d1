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
