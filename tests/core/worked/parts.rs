//! Tables with several rows a unit: by field of law, by commune. Counts add up, rates do not.

use super::OTHERS;
use super::Worked;
use super::case;

#[test]
fn counts_of_several_fields_add_up_to_their_unit() {
    case(
        "counts-by-field-of-law",
        &Worked {
            files: &["theo-linh-vuc.csv utf-8 ; summary header 1 data 9 skipped 0"],
            columns: &["ordinal unit field received received_digitised received_rate"],
            units: &["- bac-ha - - - -", "- bao-yen - - - -", "- van-ban - - - -"],
            figures: &[
                // 50 + 50 + 100; the copied row counts once; what one field does not know, nobody knows of the sum.
                "bac-ha 200 - - - - -",
                // 100 + 300, 50 + 240; the name of row 3 stands above it.
                "bao-yen 400 290 - - - -",
                // The row that says it is the sum is taken: 90, and not 40 + 40.
                "van-ban 90 60 - - - -",
            ],
            notices: &[
                "unit-missing 6 theo-linh-vuc.csv -:- «UBND thành phố Lào Cai»",
                "unit-repeated 1 theo-linh-vuc.csv 6:2 «UBND huyện Bắc Hà: Hộ tịch (dòng 5)»",
                "total-differs 1 theo-linh-vuc.csv 8:- ««UBND huyện Văn Bàn», số hồ sơ tiếp nhận: 90 ≠ 80»",
                "unit-filled-down 1 theo-linh-vuc.csv 3:- «UBND huyện Bảo Yên»",
                "counts-added 3 theo-linh-vuc.csv 4:- «UBND huyện Bắc Hà: cộng 3 dòng, đến dòng 7»",
            ],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bao-thang", "sa-pa"],
            ..Worked::default()
        },
    );
}

#[test]
fn percentages_of_several_fields_are_nobodys_percentage() {
    case(
        "percentages-by-field-of-law",
        &Worked {
            files: &["theo-linh-vuc.csv utf-8 ; index header 1 data 3 skipped 0"],
            columns: &["ordinal unit field group_percent"],
            // The mean of 50 % and 80 % would be a guess; Bắc Hà's 20 % is that of one field, as the other rows show.
            units: &["- bac-ha - - - -", "- bao-yen - - - -"],
            notices: &[
                "rates-of-parts 2 theo-linh-vuc.csv 4:2 «UBND huyện Bắc Hà: 1 dòng»",
                "unit-missing 7 theo-linh-vuc.csv -:- «UBND thành phố Lào Cai»",
                "counts-added 2 theo-linh-vuc.csv 4:- «UBND huyện Bắc Hà: cộng 1 dòng, đến dòng 4»",
            ],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}

/// 190 + 176 = 366, 400 + 26 = 426.
const COPIES: &[&str] = &["- bac-ha - - 426 Quá thấp", "- bao-yen - - 366 Quá thấp"];

#[test]
fn copies_of_communes_add_up_to_the_district_that_stands_above_them() {
    case(
        "copies-of-communes-below-their-districts",
        &Worked {
            // Two titles and the total are skipped.
            files: &["chung-thuc-xa.csv utf-8 ; certified-copies header 3 data 6 skipped 3"],
            columns: &["ordinal unit - - certified_copies -"],
            units: COPIES,
            notices: &[
                "unit-missing 7 chung-thuc-xa.csv -:- «UBND thành phố Lào Cai»",
                "communes-added 2 chung-thuc-xa.csv 8:- «UBND huyện Bắc Hà: cộng 2 dòng, đến dòng 9»",
            ],
            missing: OTHERS,
            copies_period: "2020-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn copies_of_communes_add_up_to_the_district_beside_them() {
    case(
        "copies-by-district-and-commune",
        &Worked {
            files: &["chung-thuc-xa.csv utf-8 ; certified-copies header 1 data 4 skipped 0"],
            columns: &["unit - certified_copies"],
            units: COPIES,
            notices: &[
                "unit-missing 7 chung-thuc-xa.csv -:- «UBND thành phố Lào Cai»",
                "communes-added 2 chung-thuc-xa.csv 4:- «UBND huyện Bắc Hà: cộng 2 dòng, đến dòng 5»",
            ],
            missing: OTHERS,
            ..Worked::default()
        },
    );
}
