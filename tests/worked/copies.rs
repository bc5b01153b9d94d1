//! Counts of certified copies: what was completed, of which period, by district or by commune.

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
            ],
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
            // The catalogue of 2023 has no communes: they are asked about, the districts' own rows stand.
            files: &["chung-thuc-xa.csv utf-8 ; certified-copies header 1 data 6 skipped 0"],
            units: &["- bac-ha - - 426 Quá thấp", "- bao-yen - - 366 Quá thấp"],
            notices: &[
                "unit-unknown 4 chung-thuc-xa.csv 3:- «UBND thị trấn Phố Ràng»",
                "unit-missing 7 chung-thuc-xa.csv -:- «UBND thành phố Lào Cai»",
            ],
            unmatched: &[
                "chung-thuc-xa.csv 3 UBND thị trấn Phố Ràng ->",
                "chung-thuc-xa.csv 4 UBND xã Bảo Hà -> bac-ha",
                "chung-thuc-xa.csv 6 UBND thị trấn Bắc Hà -> bac-ha",
                "chung-thuc-xa.csv 7 UBND xã Bản Phố ->",
            ],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bao-thang", "sa-pa", "van-ban"],
            ..Worked::default()
        },
    );
}
