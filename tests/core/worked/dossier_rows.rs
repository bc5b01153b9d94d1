//! Rows of lists that are not one whole dossier each: shifted, repeated, swallowed, without their unit.

use super::UNRANKED;
use super::Worked;
use super::case;

#[test]
fn rows_shifted_under_their_header_are_put_right_in_the_only_way_or_refused() {
    case(
        "dossiers-shifted-under-their-header",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 11 skipped 0"],
            columns: &[
                "ordinal unit field procedure dossier_code status personal personal received_at due_at done_at personal",
            ],
            units: UNRANKED,
            // Nine cells under twelve headers: without address and owner the three days stand where address, owner and the
            // day of receipt belong. Three days have one way under three headers; two days of three have more than one.
            // Row 12 stands as it should.
            figures: &[
                "tp-lao-cai 1 - 1 - - -",
                "bat-xat 1 - 1 - - -",
                "muong-khuong 1 - 1 - - -",
                "si-ma-cai 1 - 1 - - -",
                "bac-ha 1 - 1 - - -",
                "bao-thang 1 - 1 - - -",
                "bao-yen 2 - 2 - - -",
                "sa-pa 1 - 1 - - -",
                "van-ban 1 - 1 - - -",
            ],
            notices: &[
                "dossier-misaligned 1 danh-sach.csv 11:- «000.00.20.H38-230410-0002»",
                "dossier-realigned 9 danh-sach.csv 2:- «000.00.20.H38-230410-0001»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn numbers_of_five_digits_that_could_be_days_number_dossiers() {
    case(
        "dossiers-numbered-with-five-digits",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 5 skipped 0"],
            units: &["- bao-yen - - - -", "- sa-pa - - - -"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "van-ban"],
            // 36526 and 73050 are the first and the last day that a spreadsheet's number means here; all five count.
            figures: &["bao-yen 2 1 1 1 1 -", "sa-pa 3 2 1 1 1 -"],
            notices: &["unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_dossier_that_stands_twice_counts_once_as_its_last_row_says() {
    case(
        "dossiers-that-stand-twice",
        &Worked {
            files: &[
                "1-thang-4.csv utf-8 ; dossiers header 1 data 13 skipped 0",
                "2-thang-5.csv utf-8 ; dossiers header 1 data 3 skipped 0",
            ],
            units: UNRANKED,
            // Number 1 twice in the first file, number 2 in both files: in process before, completed now. Number 3 twice in
            // the second, with spaces and in small letters. Two without a code cannot be told apart and count both.
            figures: figures!("5 5 5 5 5 0"),
            notices: &[
                "dossier-code-missing 2 1-thang-4.csv 5:- «UBND huyện Bảo Yên»",
                "dossier-repeated 3 1-thang-4.csv 2:- «tính theo dòng 3»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_dossier_in_rows_of_two_units_is_that_of_its_last_row() {
    case(
        "dossiers-that-moved-to-another-unit",
        &Worked {
            files: &[
                "1-thang-4.csv utf-8 ; dossiers header 1 data 10 skipped 0",
                "2-thang-5.csv utf-8 ; dossiers header 1 data 1 skipped 0",
            ],
            units: UNRANKED,
            // Bảo Yên has lost its second dossier, which Bắc Hà has completed: with a result, and data used again.
            figures: &[
                "tp-lao-cai 1 1 1 1 1 0",
                "bat-xat 1 1 1 1 1 0",
                "muong-khuong 1 1 1 1 1 0",
                "si-ma-cai 1 1 1 1 1 0",
                "bac-ha 2 2 2 2 2 1",
                "bao-thang 1 1 1 1 1 0",
                "bao-yen 1 1 1 1 1 0",
                "sa-pa 1 1 1 1 1 0",
                "van-ban 1 1 1 1 1 0",
            ],
            notices: &[
                "dossier-moved 1 1-thang-4.csv 11:- «UBND huyện Bảo Yên → UBND huyện Bắc Hà, tính theo 2-thang-5.csv, dòn»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn the_period_of_another_export_within_a_list_is_told() {
    case(
        "dossiers-of-two-exports-joined",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 11 skipped 5"],
            units: UNRANKED,
            // Below the second title Bảo Yên has a dossier of April, outside the first period, and one of March, within it.
            figures: figures!("2 1 1 1 1 0"),
            notices: &[
                "period-below 1 danh-sach.csv 14:- «từ 01/4/2023 đến 30/6/2023 ≠ từ 01/01/2023 đến 31/3/2023»",
                "dossier-outside-period 1 danh-sach.csv 16:- «10/4/2023»",
            ],
            period: "2023-01-01..2023-03-31",
            ..Worked::default()
        },
    );
}

#[test]
fn a_blank_state_is_told_where_nothing_else_tells_the_end() {
    case(
        "dossiers-whose-state-is-blank",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 11 skipped 0"],
            units: UNRANKED,
            // Of Bảo Yên's three dossiers two have no state: one with papers and a result, one with neither.
            figures: figures!("3 2 1 1 2 1"),
            notices: &["state-blank 2 danh-sach.csv 11:4 «000.00.26.H38-230411-0002»"],
            ..Worked::default()
        },
    );
}

#[test]
fn the_papers_of_a_dossier_in_rows_of_their_own_are_looked_at_together() {
    case(
        "dossiers-of-a-row-for-each-paper",
        &Worked {
            files: &["giay-to.csv utf-8 ; dossiers header 1 data 10 skipped 0"],
            columns: &["dossier_code unit received_at status paper papers_digitised e_result reuse"],
            units: &["- bao-yen - - - -", "- sa-pa - - - -"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "van-ban"],
            // Number 1 has one paper digitised, another used again, and its result; number 2 none of them, and is in process.
            // Number 3 has one digitised, and is completed only by its last row. Number 4 none; number 5 a paper and a result.
            figures: &["bao-yen 3 2 2 1 1 1", "sa-pa 2 1 2 1 1 0"],
            notices: &[
                "dossier-repeated 1 giay-to.csv 7:- «tính theo dòng 8»",
                "unit-missing 7 giay-to.csv -:- «UBND thành phố Lào Cai»",
                "dossier-by-paper 1 giay-to.csv 2:- «10 dòng, 5 hồ sơ»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_row_with_a_units_name_alone_names_the_unit_of_the_rows_below() {
    case(
        "dossiers-below-the-names-of-their-units",
        &Worked {
            // Skipped: ten names, “Tổng số: 13 hồ sơ” below the codes, and the day of a signature.
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 13 skipped 12"],
            columns: &["ordinal dossier_code procedure unit personal received_at due_at done_at status \
                        papers_digitised e_result"],
            units: UNRANKED,
            // Bảo Yên has four: one in process and late, with 0 of 3 papers; one late with its day, completed; one late whose
            // day says “Chưa xử lý xong”, not completed. “Không hẹn” is no day and costs nothing.
            figures: &[
                "tp-lao-cai 1 1 1 1 1 -",
                "bat-xat 1 1 1 1 1 -",
                "muong-khuong 1 1 1 1 1 -",
                "si-ma-cai 1 1 1 1 1 -",
                "bac-ha 1 1 1 1 1 -",
                "bao-thang 1 1 1 1 1 -",
                "bao-yen 4 3 2 2 2 -",
                "sa-pa 1 1 1 1 1 -",
                "van-ban 1 1 1 1 1 -",
            ],
            // The last name is no unit's: its dossier, in row 24, is not given to Bắc Hà above it.
            notices: &["unit-unknown 1 danh-sach.csv 24:- «Trung tâm Không Tên (1 hồ sơ)»"],
            unmatched: &["danh-sach.csv 24 Trung tâm Không Tên ->"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_blank_unit_is_told_by_the_codes_of_other_rows_or_refused() {
    case(
        "dossiers-whose-units-are-merged-cells",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 9 skipped 0"],
            units: &["- bao-thang - - - -", "- bao-yen - - - -"],
            // H38.24 is Bảo Yên's in every row that names a unit: rows 3 and 4 are its own. H38 stands beside two units, so
            // that row 8 is nobody's. Row 9 has neither; row 10 has no code, and a unit that the catalogue does not know.
            figures: &["bao-thang 2 2 2 2 2 0", "bao-yen 4 4 4 4 4 0"],
            notices: &[
                "dossier-without-unit 1 danh-sach.csv 9:- «13/04/2023»",
                "dossier-code-missing 1 danh-sach.csv 10:- «UBND huyện Không Rõ»",
                "unit-unknown 1 danh-sach.csv 10:- «UBND huyện Không Rõ (1 hồ sơ)»",
                "unit-code-unknown 1 danh-sach.csv 8:- «H38 (1 hồ sơ)»",
                "unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»",
                "dossier-unit-from-code 1 danh-sach.csv 3:- «H38.24 → UBND huyện Bảo Yên: 2 hồ sơ»",
            ],
            unmatched: &["danh-sach.csv 8 H38 ->", "danh-sach.csv 10 UBND huyện Không Rõ ->"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "sa-pa", "van-ban"],
            ..Worked::default()
        },
    );
}

#[test]
fn rows_that_a_stray_quote_has_swallowed_are_told() {
    case(
        "dossiers-within-the-quotes-of-a-cell",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 11 skipped 0"],
            units: UNRANKED,
            // Number 3 and the begin of 4 stand in a cell of 2, whose other cells are those of 4: 1 and 5 are counted.
            figures: figures!("2 2 2 2 2 0"),
            notices: &[
                "dossier-misaligned 1 danh-sach.csv 3:- «000.00.20.H38-230410-0002»",
                "rows-swallowed 1 danh-sach.csv 3:4 «000.00.20.H38-230410-0003»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn days_that_cannot_be_and_numbers_that_begin_anew_are_told() {
    case(
        "dossiers-whose-days-or-codes-cannot-be",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 4 skipped 0"],
            units: &["- bao-yen - - - -", "- sa-pa - - - -"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "van-ban"],
            // Of Bảo Yên numbers 1 and 3 count, received after their own return; number 2 of 1923 does not. Both have a
            // result, 1 has papers. Number 1 of Sa Pa is another dossier.
            figures: &["bao-yen 2 1 2 2 1 -", "sa-pa 1 1 1 0 0 -"],
            notices: &[
                "day-unreadable 1 danh-sach.csv 3:3 «10/05/1923»",
                "code-at-two-units 1 danh-sach.csv 2:- «UBND huyện Bảo Yên | UBND thị xã Sa Pa (dòng 5)»",
                "days-reversed 2 danh-sach.csv 2:3 «10/5/2032 > 17/5/2023»",
                "unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_of_one_unit_is_that_of_its_title_and_a_code_is_no_name() {
    case(
        "dossiers-whose-unit-only-the-title-names",
        &Worked {
            files: &[
                "1-bao-yen.csv utf-8 ; dossiers header 3 data 2 skipped 2",
                "2-khong-ten.csv utf-8 ; dossiers header 2 data 1 skipped 1",
            ],
            units: &["- bao-yen - - - -"],
            unmatched: &["2-khong-ten.csv 3 H38.98 ->"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "sa-pa", "van-ban"],
            // Both of the first list are Bảo Yên's, one of them with papers, completed, with a result. The second names nobody.
            figures: &["bao-yen 2 1 1 1 1 -"],
            notices: &[
                "unit-code-unknown 1 2-khong-ten.csv 3:- «H38.98 (1 hồ sơ)»",
                "unit-from-title 1 1-bao-yen.csv 4:- «UBND HUYỆN BẢO YÊN: 2 hồ sơ»",
                "unit-missing 8 1-bao-yen.csv, 2-khong-ten.csv -:- «UBND thành phố Lào Cai»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn days_that_a_spreadsheet_has_turned_round_among_others_are_turned_back() {
    case(
        "dossiers-whose-days-were-partly-turned",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 6 skipped 2"],
            units: &["- bao-yen - - - -"],
            // 04/09, 04/02 and 06/10 are 9/4, 2/4 and 10/6 by their codes; 28/05 and 19/05 can be read one way alone, 05/05
            // is the same both ways: all six lie between 1/4 and 30/6.
            figures: &["bao-yen 6 6 6 - - -"],
            notices: &[
                "days-swapped 1 danh-sach.csv 4:4 «04/09/2023 → 09/4/2023»",
                "unit-missing 8 danh-sach.csv -:- «UBND thành phố Lào Cai»",
            ],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "sa-pa", "van-ban"],
            period: "2023-04-01..2023-06-30",
            ..Worked::default()
        },
    );
}

#[test]
fn days_of_both_orders_without_a_witness_are_read_with_the_day_first_and_told() {
    case(
        "dossiers-with-days-of-both-orders",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 6 skipped 2"],
            units: &["- bao-yen - - - -"],
            // 15/06, 05/06 and 08/06 of the second quarter; 06/20, 06/21 and 06/22 are no days with the day first.
            figures: &["bao-yen 3 3 3 - - -"],
            notices: &[
                "month-first 3 danh-sach.csv 5:4 «06/20/2023»",
                "days-mixed 1 danh-sach.csv 5:4 «06/20/2023: 3 ngày kiểu tháng trước, 1 ngày kiểu ngày trước, 2 ngày »",
                "unit-missing 8 danh-sach.csv -:- «UBND thành phố Lào Cai»",
            ],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "sa-pa", "van-ban"],
            period: "2023-04-01..2023-06-30",
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_with_fewer_rows_than_the_total_below_it_is_a_part() {
    case(
        "dossiers-fewer-than-their-total",
        &Worked {
            files: &["trang-1.csv utf-8 ; dossiers header 1 data 9 skipped 1"],
            units: UNRANKED,
            // One dossier a unit; 1.234 − 9 stand on other pages.
            figures: &[
                "tp-lao-cai 1 - 1 - - -",
                "bat-xat 1 - 1 - - -",
                "muong-khuong 1 - 1 - - -",
                "si-ma-cai 1 - 1 - - -",
                "bac-ha 1 - 1 - - -",
                "bao-thang 1 - 1 - - -",
                "bao-yen 1 - 1 - - -",
                "sa-pa 1 - 1 - - -",
                "van-ban 1 - 1 - - -",
            ],
            notices: &["list-incomplete 1 trang-1.csv 11:- «tổng số: 1234; trong tệp: 9»"],
            ..Worked::default()
        },
    );
}
