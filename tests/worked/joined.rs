//! Files of several kinds joined by unit.

use super::LETTER_UNITS;
use super::Worked;
use super::case;

#[test]
fn an_index_copies_and_two_lists_of_dossiers_are_one_report() {
    case(
        "index-copies-and-dossiers-joined",
        &Worked {
            files: &[
                "1-chi-so.csv utf-8 ; index header 2 data 9 skipped 1",
                "2-chung-thuc.csv utf-8 ; certified-copies header 1 data 9 skipped 0",
                "3-ho-so-thang-4.csv utf-8 ; dossiers header 2 data 9 skipped 1",
                "4-ho-so-thang-5.csv utf-8 ; dossiers header 2 data 6 skipped 1",
            ],
            units: LETTER_UNITS,
            // April has one completed dossier a district; May five that are in process, and Bảo Yên's of April again, now
            // without an electronic result: the later file stands.
            figures: &[
                "bao-yen 2 2 1 0 0 0",
                "bao-thang 2 2 1 1 1 0",
                "tp-lao-cai 2 2 1 1 1 0",
                "sa-pa 2 2 1 1 1 0",
                "si-ma-cai 2 2 1 1 1 0",
                "bat-xat 1 1 1 1 1 0",
                "muong-khuong 1 1 1 1 1 0",
                "van-ban 1 1 1 1 1 0",
                "bac-ha 1 1 1 1 1 0",
            ],
            notices: &[
                "dossier-repeated 1 3-ho-so-thang-4.csv 3:- «tính theo 4-ho-so-thang-5.csv, dòng 8»",
                // The index speaks of May, the lists of April and May.
                "periods-differ 2 3-ho-so-thang-4.csv -:- «từ 01/4/2023 đến 31/5/2023 ≠ từ 01/5/2023 đến 31/5/2023»",
            ],
            period: "2023-05-01..2023-05-31",
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}
