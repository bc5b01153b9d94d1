//! Numbers as offices print them, and columns whose numbers could mean two things.

use super::LETTER_COPIES;
use super::LETTER_PERCENTS;
use super::LETTER_UNITS;
use super::UNRANKED;
use super::Worked;
use super::case;

#[test]
fn percentages_are_read_however_they_are_printed() {
    case(
        "percents-as-offices-print-them",
        &Worked {
            files: &["ty-le.csv utf-8 ; index header 1 data 9 skipped 0"],
            units: LETTER_PERCENTS,
            notices: &["percent-sign-repeated 1 ty-le.csv 6:3 «53,9%%»"],
            ..Worked::default()
        },
    );
}

#[test]
fn counts_are_read_however_they_are_printed() {
    case(
        "counts-as-offices-print-them",
        &Worked {
            files: &["chung-thuc.csv utf-8 ; certified-copies header 1 data 9 skipped 0"],
            units: &[
                "- tp-lao-cai - - 1234567 -",
                "- bat-xat - - 1945 -",
                "- muong-khuong - - 2486 -",
                "- si-ma-cai - - 546 Quá thấp",
                "- bac-ha - - 0 Quá thấp",
                "- bao-thang - - 1343 -",
                "- bao-yen - - 366 Quá thấp",
                "- sa-pa - - 1112 -",
                "- van-ban - - 678 Quá thấp",
            ],
            // `546 (hs)` and `2.486 hồ sơ`; the apostrophe that keeps a cell text is no word.
            notices: &["number-with-words 2 chung-thuc.csv 6:3 «546 (hs)»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_column_of_shares_is_read_as_percentages_and_said_so() {
    let mut units = LETTER_UNITS.to_vec();
    units[8] = "9 bac-ha 0 Thấp 426 Quá thấp";
    case(
        "shares-of-one",
        &Worked {
            files: &["ty-le.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: Vec::leak(units),
            notices: &["shares-read-as-percent 1 ty-le.csv 1:3 «Tỷ lệ số hóa hồ sơ»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_column_that_could_mean_two_things_is_asked_about_and_gives_no_figures() {
    #[track_caller]
    fn asked(folder: &str, file: &'static str, units: &'static [&'static str], [question, notice]: [&'static str; 2]) {
        let list = |line| -> &'static [&'static str] { Vec::leak(vec![line]) };
        let (files, questions, notices) = (list(file), list(question), list(notice));
        case(folder, &Worked { files, units, questions, notices, ..Worked::default() });
    }
    asked(
        "shares-among-percents-ask",
        "ty-le.csv utf-8 ; appendix header 1 data 9 skipped 0",
        LETTER_COPIES,
        ["numbers group_percent «0,481»", "numbers-ambiguous 1 ty-le.csv 10:3 «0,481»"],
    );
    asked(
        "a-lone-one-asks", // one percent, or all of it?
        "ty-le.csv utf-8 ; appendix header 1 data 9 skipped 0",
        LETTER_COPIES,
        ["numbers group_percent «1»", "numbers-ambiguous 1 ty-le.csv 2:3 «1»"],
    );
    asked(
        "decimals-among-thousands-ask", // 54.6 and 67.8 say that the point of 1.343 may mark decimals
        "chung-thuc.csv utf-8 ; certified-copies header 1 data 9 skipped 0",
        UNRANKED,
        ["numbers certified_copies «1.343»", "numbers-ambiguous 1 chung-thuc.csv 3:3 «1.343»"],
    );
}

#[test]
fn figures_that_several_columns_claim_are_asked_about() {
    case(
        "two-columns-claim-the-percent",
        &Worked {
            files: &["hai-cot.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            columns: &["ordinal unit - - certified_copies"],
            units: LETTER_COPIES,
            questions: &["column group_percent «Tỷ lệ số hóa hồ sơ» «Tỷ lệ nhóm số hóa hồ sơ»"],
            notices: &["columns-ambiguous 2 hai-cot.csv 1:3 «Tỷ lệ số hóa hồ sơ»"],
            ..Worked::default()
        },
    );
    case(
        "points-of-22-ask",
        &Worked {
            // The column beside the other groups of the index holds points of 22: never read as 15,91 %.
            files: &["bo-chi-so-766.csv utf-8 ; index header 1 data 9 skipped 0"],
            // 16,2 + 18,5 + 7,1 + 6,3 + 17,8 + 15,91 = 81,81 and not 80,1: the sum proves nothing, so an officer is asked.
            columns: &[
                "ordinal unit unit_code other_points progress_points other_points other_points other_points - total_points \
                 given_rank verdict",
            ],
            units: UNRANKED,
            questions: &["column group_percent «Số hóa hồ sơ»"],
            notices: &["columns-ambiguous 1 bo-chi-so-766.csv 1:9 «Số hóa hồ sơ»"],
            ..Worked::default()
        },
    );
}

#[test]
fn answers_in_the_settings_end_the_questions() {
    case(
        "settings-answer-the-questions",
        &Worked {
            files: &["1-hai-cot.csv utf-8 ; index header 1 data 9 skipped 0"],
            columns: &["ordinal unit - group_percent"],
            // 0,481 was said to be a percentage like the others: less than half a percent.
            units: &[
                "1 bao-yen 72.3 - - -",
                "2 bao-thang 68.9 - - -",
                "3 tp-lao-cai 58.6 - - -",
                "4 sa-pa 56.9 - - -",
                "5 si-ma-cai 53.9 - - -",
                "6 bat-xat 53.1 - - -",
                "7 muong-khuong 49.5 Thấp - -",
                "8 van-ban 49 Thấp - -",
                "9 bac-ha 0.481 Thấp - -",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn what_is_no_number_is_unknown_and_told_with_its_cell() {
    case(
        "cells-that-are-no-number",
        &Worked {
            files: &["o-sai.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: &[
                "1 tp-lao-cai 120 - - -",
                "2 van-ban 100 - - -",
                "3 sa-pa 1.343 Thấp 1112 -",
                "- bat-xat - - - -",
                "- muong-khuong - - 2486 -",
                "- si-ma-cai - - - -",
                "- bac-ha - - 426 Quá thấp",
                "- bao-thang - - - -",
                "- bao-yen - - - -",
            ],
            notices: &[
                // Thấp, #REF!, 5/6/2023, 10-20, 48,1% (2) among percentages; 72%, abc, 1.2.3, #DIV/0! among counts.
                "number-unreadable 9 o-sai.csv 2:3 «Thấp»",
                "count-not-whole 2 o-sai.csv 2:4 «53,9»",
                "percent-negative 1 o-sai.csv 3:3 «-5%»",
                "percent-over-hundred 1 o-sai.csv 4:3 «120%»",
                "percent-three-decimals 1 o-sai.csv 5:3 «1.343»",
            ],
            ..Worked::default()
        },
    );
}
