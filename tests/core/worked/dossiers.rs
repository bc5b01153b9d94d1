//! Lists of dossiers, counted by unit. In most of them Bảo Yên shows the trouble, and every other district has one
//! dossier: received and digitised, completed with an electronic result, not reused.

use super::UNRANKED;
use super::Worked;
use super::case;

/// The period most lists name in their second row.
const PERIOD: &str = "2023-01-01..2023-06-05";

#[test]
fn what_is_digitised_is_counted_of_what_was_received() {
    case(
        "dossiers-with-digitisation",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 17 skipped 2"],
            columns: &["ordinal dossier_code procedure field unit personal received_at due_at returned_at status \
                        channel papers papers_digitised e_result reuse"],
            units: UNRANKED,
            // Bảo Yên has nine: two are not counted (registered only, refused) and seven are. Of these, numbers 2 and 4 have
            // no digitised paper: 5. Completed: 1, 2, 8 (late, but with its day) and 9 (state “10”): 4. With a result:
            // 1, 2, 9. Both: 1, 9. Used again: 2. Number 7 was withdrawn after receipt: counted, and not completed.
            figures: figures!("7 5 4 3 2 1"),
            notices: &[
                "part-exceeds-whole 1 danh-sach.csv 12:13 «3 > 2»",
                "channel-unknown 1 danh-sach.csv 11:11 «Zalo»",
            ],
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_without_columns_of_digitisation_leaves_those_counts_unknown() {
    case(
        "dossiers-of-a-one-stop-desk",
        &Worked {
            files: &["mot-cua.csv utf-8 ; dossiers header 1 data 12 skipped 0"],
            columns: &[
                "dossier_code procedure field - received_at due_at done_at unit personal personal personal status",
            ],
            units: UNRANKED,
            // Bảo Yên: completed, in process, “Đúng hạn” with its day (completed), “Chưa đến hạn” without.
            figures: &[
                "tp-lao-cai 1 - 1 - - -",
                "bat-xat 1 - 1 - - -",
                "muong-khuong 1 - 1 - - -",
                "si-ma-cai 1 - 1 - - -",
                "bac-ha 1 - 1 - - -",
                "bao-thang 1 - 1 - - -",
                "bao-yen 4 - 2 - - -",
                "sa-pa 1 - 1 - - -",
                "van-ban 1 - 1 - - -",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn days_are_read_in_every_form_and_day_first() {
    case(
        "dossiers-with-days-in-every-form",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 17 skipped 2"],
            units: UNRANKED,
            // Nine spellings of 10/04/2023, among them 45026: 45082 is 05/6/2023, 56 days later. All agree with their codes.
            figures: figures!("9 9 9 9 9 0"),
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn a_column_that_was_turned_month_first_is_told_and_not_turned_back() {
    case(
        "dossiers-with-months-first",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 11 skipped 2"],
            units: UNRANKED,
            // 4/13/2023: the code says 13/4, it counts. 04/25/2023 without a day in its code: not counted. 5/10/2023 may be a
            // fifth of October, outside the period; its code says another day.
            figures: figures!("1 1 1 1 1 0"),
            notices: &[
                "month-first 2 danh-sach.csv 4:7 «4/13/2023»",
                "dossier-outside-period 1 danh-sach.csv 6:- «05/10/2023»",
                "code-day-differs 1 danh-sach.csv 6:7 «5/10/2023 ≠ 000.00.20.H38-230510-0003»",
            ],
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn a_state_that_is_not_known_is_asked_once_and_its_dossiers_wait() {
    case(
        "dossiers-in-states-unknown",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 14 skipped 2"],
            units: UNRANKED,
            // Counted: number 1, and the two without a state: number 4 has its day and is completed, number 5 is not.
            figures: figures!("3 3 2 2 3 0"),
            // Capitals make no other state.
            questions: &["status «Chờ ký số» 2 5", "status «Chuyển trả» 1 9"],
            notices: &["status-unknown 3 danh-sach.csv 5:10 «Chờ ký số»"],
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn an_answer_about_a_state_ends_the_question() {
    case(
        "dossiers-in-states-answered",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 12 skipped 2"],
            units: UNRANKED,
            // “Chờ ký số” is in process: two dossiers received and not completed. “Chuyển trả” is refused.
            figures: figures!("3 3 1 1 3 0"),
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn flags_are_read_in_every_form_and_a_blank_among_them_is_no_yes() {
    case(
        "dossiers-with-flags-in-every-form",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 13 skipped 0"],
            units: UNRANKED,
            // Papers: Đã số hóa, Chưa số hóa, 1, 0, Có: 3. Results: Có, a file, blank, “chờ ký”, Không: 2, all five are
            // completed. Both: number 1 alone. Used again: x and X; there a blank is a no, since no cell says no.
            figures: figures!("5 3 5 2 1 2"),
            notices: &["flag-unreadable 1 danh-sach.csv 5:14 «chờ ký»", "flag-blank 1 danh-sach.csv 4:14 «1 ô trống»"],
            ..Worked::default()
        },
    );
}

#[test]
fn only_what_was_received_within_the_period_is_counted() {
    case(
        "dossiers-received-outside-the-period",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 17 skipped 2"],
            units: UNRANKED,
            // Counted: 1, 4 (its own day outweighs the code's), 5 (the code's day), 8 and 9 (first and last day). Not: 2 and 3
            // (the day before, the day after), 6 (no day but the code's, which is in 2022), 7 (no day at all).
            figures: figures!("5 5 5 5 5 0"),
            notices: &[
                "day-unreadable 1 danh-sach.csv 10:7 «»",
                "dossier-outside-period 3 danh-sach.csv 5:- «31/12/2022»",
                "received-day-from-code 2 danh-sach.csv 8:7 «»",
                "code-day-differs 2 danh-sach.csv 7:7 «10/04/2023 ≠ 000.00.20.H38-230409-0004»",
            ],
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn a_code_that_the_catalogue_does_not_know_is_asked_about_and_never_cut_short() {
    case(
        "dossiers-without-a-name-of-their-unit",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 4 skipped 0"],
            columns: &["dossier_code received_at status papers_digitised"],
            // The catalogue knows no codes yet. H38.24, H38.24.3 and H38.2 are three units, whatever they begin with.
            notices: &["unit-code-unknown 3 danh-sach.csv 2:- «H38.24 (2 hồ sơ)»"],
            unmatched: &["danh-sach.csv 2 H38.24 ->", "danh-sach.csv 4 H38.24.3 ->", "danh-sach.csv 5 H38.2 ->"],
            ..Worked::default()
        },
    );
}

#[test]
fn the_names_of_the_sync_schema_are_known() {
    case(
        "dossiers-in-the-sync-schema",
        &Worked {
            files: &["dong-bo.csv utf-8 , dossiers header 1 data 11 skipped 0"],
            columns: &["dossier_code procedure unit received_at returned_at status channel papers_digitised e_result \
                        reuse national_store"],
            units: UNRANKED,
            // Bảo Yên: state 10 with a link to its result, state 4 in process, state 3 refused. The others: state 9, nothing
            // digitised.
            figures: &[
                "tp-lao-cai 1 0 1 0 0 0",
                "bat-xat 1 0 1 0 0 0",
                "muong-khuong 1 0 1 0 0 0",
                "si-ma-cai 1 0 1 0 0 0",
                "bac-ha 1 0 1 0 0 0",
                "bao-thang 1 0 1 0 0 0",
                "bao-yen 2 2 1 1 1 1",
                "sa-pa 1 0 1 0 0 0",
                "van-ban 1 0 1 0 0 0",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_column_with_months_first_throughout_is_read_so_and_told() {
    case(
        "dossiers-of-a-column-with-months-first",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 6 skipped 2"],
            units: &["- bao-thang - - - -", "- bao-yen - - - -"],
            // 4/13/2023 is no day the other way round; the code of 5/10/2023 says 10/5 as well; nothing contradicts: 03/03
            // says neither. So 04/12/2023 is 12/4 and 6/3/23 is 3/6, though its code says 2/6; 07/01/2023 is 1/7, after
            // the period.
            figures: &["bao-thang 1 1 1 1 1 0", "bao-yen 4 4 4 4 4 0"],
            notices: &[
                "month-first-column 1 danh-sach.csv 4:7 «4/13/2023 → 13/4/2023»",
                "dossier-outside-period 1 danh-sach.csv 8:- «01/7/2023»",
                "unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»",
                "code-day-differs 1 danh-sach.csv 7:7 «6/3/23 08:30 ≠ 000.00.20.H38-230602-0004»",
            ],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "sa-pa", "van-ban"],
            period: PERIOD,
            ..Worked::default()
        },
    );
}

#[test]
fn of_columns_alike_the_one_that_speaks_is_read_and_flags_are_read_together() {
    case(
        "dossiers-with-columns-alike",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 12 skipped 0"],
            units: UNRANKED,
            // By the second column of states number 2 is only registered, 1 and 3 are completed, 4 is not. Results: “Có” for
            // 1, the file for 3. In the first column stands nothing but how late each is.
            figures: figures!("3 3 2 2 2 0"),
            notices: &[
                "column-chosen 1 danh-sach.csv 1:- «Trạng thái hồ sơ (cột 11); không dùng: Tình trạng xử lý (cột 10)»",
                "columns-joined 1 danh-sach.csv 1:- «Kết quả điện tử (cột 15), Tệp kết quả (cột 16)»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn an_end_that_cannot_be_read_is_no_end_and_an_empty_column_says_nothing() {
    case(
        "dossiers-whose-end-cannot-be-read",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 1 data 13 skipped 0"],
            units: UNRANKED,
            // Completed are number 3, whose state says so, and 5; 1 and 2 have no day that can be read, 4 has none yet. All
            // five have a result. No dossier of the list says whether data was used again.
            figures: &[
                "tp-lao-cai 1 1 1 1 1 -",
                "bat-xat 1 1 1 1 1 -",
                "muong-khuong 1 1 1 1 1 -",
                "si-ma-cai 1 1 1 1 1 -",
                "bac-ha 1 1 1 1 1 -",
                "bao-thang 1 1 1 1 1 -",
                "bao-yen 5 5 2 2 5 -",
                "sa-pa 1 1 1 1 1 -",
                "van-ban 1 1 1 1 1 -",
            ],
            notices: &[
                "end-day-unreadable 2 danh-sach.csv 2:9 «17-Avr-2023»",
                "flag-column-empty 1 danh-sach.csv 2:15 «Tái sử dụng dữ liệu»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_period_that_cannot_be_is_told_and_every_dossier_counts() {
    case(
        "period-that-ends-before-it-begins",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 3 data 3 skipped 2"],
            units: &["- bao-yen - - - -", "- sa-pa - - - -"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "bao-thang", "van-ban"],
            // April has thirty days: no period is known, and the dossier of July counts as well.
            figures: &["bao-yen 2 - 1 1 - -", "sa-pa 1 - 1 0 - -"],
            notices: &[
                "period-unreadable 1 danh-sach.csv 2:- «(Từ ngày 05/06/2023 đến ngày 31/04/2023)»",
                "unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_list_without_days_of_receipt_and_of_the_end_leaves_open_what_they_would_tell() {
    case(
        "dossiers-of-which-no-end-is-known",
        &Worked {
            files: &["danh-sach.csv utf-8 ; dossiers header 2 data 4 skipped 1"],
            columns: &["ordinal dossier_code procedure unit due_at status papers_digitised e_result"],
            units: &["- bao-thang - - - -", "- bao-yen - - - -"],
            missing: &["tp-lao-cai", "bat-xat", "muong-khuong", "si-ma-cai", "bac-ha", "sa-pa", "van-ban"],
            // Numbers 1 and 3 of Bảo Yên and 4 have digitised papers; 1 has a result as well. The states say only how late
            // each is, and nothing says in which month it was received: all four count.
            figures: &["bao-thang 1 1 - - 0 -", "bao-yen 3 2 - - 1 -"],
            notices: &[
                "end-unknown 4 danh-sach.csv 3:6 «Đúng hạn»",
                "period-not-applied 4 danh-sach.csv 3:- «từ 01/4/2023 đến 30/4/2023»",
                "unit-missing 7 danh-sach.csv -:- «UBND thành phố Lào Cai»",
            ],
            period: "2023-04-01..2023-04-30",
            ..Worked::default()
        },
    );
}
