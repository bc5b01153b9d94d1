//! Files of several kinds joined by unit.

use super::LETTER_COPIES;
use super::LETTER_UNITS;
use super::UNRANKED;
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

#[test]
fn a_list_of_those_received_and_one_of_those_completed_are_one_list() {
    case(
        "dossiers-received-and-completed-in-two-lists",
        &Worked {
            files: &[
                "1-tiep-nhan.csv utf-8 ; dossiers header 3 data 27 skipped 2",
                "2-da-giai-quyet.csv utf-8 ; dossiers header 3 data 18 skipped 2",
            ],
            columns: &[
                "ordinal dossier_code unit received_at papers_digitised",
                "ordinal dossier_code unit returned_at e_result",
            ],
            units: UNRANKED,
            // Each unit received three: papers of the first and the third digitised; the first two completed, the first with
            // an electronic result; the third is not among those completed. Of Bắc Hà none is, so that nobody knows whether the
            // second list has its dossiers at all. Bảo Thắng completed one more, of whose papers the first list says nothing;
            // one more of Bảo Yên was received in April.
            figures: &[
                "tp-lao-cai 3 2 2 1 1 -",
                "bat-xat 3 2 2 1 1 -",
                "muong-khuong 3 2 2 1 1 -",
                "si-ma-cai 3 2 2 1 1 -",
                "bac-ha 3 2 - - - -",
                "bao-thang 4 - 3 2 - -",
                "bao-yen 3 2 2 1 1 -",
                "sa-pa 3 2 2 1 1 -",
                "van-ban 3 2 2 1 1 -",
            ],
            notices: &[
                "dossiers-taken-as-open 1 1-tiep-nhan.csv -:- «8 hồ sơ không có ở 2-da-giai-quyet.csv»",
                "dossier-column-lacking 3 1-tiep-nhan.csv 9:- «UBND huyện Bảo Thắng, 1/4 hồ sơ: số hồ sơ tiếp nhận có số hóa»",
                "dossier-outside-period 1 2-da-giai-quyet.csv 20:- «10/4/2023 (ngày trong mã hồ sơ)»",
                "dossiers-joined 1 2-da-giai-quyet.csv -:- «16 hồ sơ cũng có ở 1-tiep-nhan.csv»",
            ],
            period: "2023-05-01..2023-05-31",
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_without_a_period_beside_a_file_that_names_one_is_told() {
    case(
        "list-beside-a-file-with-a-period",
        &Worked {
            files: &[
                "1-phu-luc.csv utf-8 ; appendix header 3 data 9 skipped 2",
                "2-danh-sach.csv utf-8 ; dossiers header 1 data 3 skipped 0",
            ],
            units: LETTER_UNITS,
            // All three, that of 31 March as well: two with papers, two completed.
            figures: &["bao-yen 3 2 2 - - -"],
            notices: &["list-without-period 1 2-danh-sach.csv -:- «1-phu-luc.csv: kỳ từ 01/4/2023 đến 30/6/2023»"],
            period: "2023-04-01..2023-06-30",
            ..Worked::default()
        },
    );
}

#[test]
fn one_file_under_two_names_counts_once_and_is_told() {
    case(
        "one-file-under-two-names",
        &Worked {
            files: &[
                "chung-thuc (1).csv utf-8 ; certified-copies header 1 data 9 skipped 0",
                "chung-thuc.csv utf-8 ; certified-copies header 1 data 9 skipped 0",
            ],
            units: LETTER_COPIES,
            notices: &["file-repeated 1 chung-thuc.csv -:- «giống hệt chung-thuc (1).csv»"],
            ..Worked::default()
        },
    );
}
