//! Counts of dossiers by unit, as portals print them: received, digitised, completed, with an electronic result.

use super::UNRANKED;
use super::Worked;
use super::case;

/// The counts of the portal's cases, in the catalogue's order: received, digitised, completed, with a result, both, reused.
/// The portal has no count of both.
const PORTAL: &[&str] = &[
    "tp-lao-cai 3000 2400 2500 2000 - 900",
    "bat-xat 400 0 300 0 - 0", // nothing digitised is 0, and is not unknown
    "muong-khuong 500 375 400 300 - 25",
    "si-ma-cai 90 60 60 40 - 9",
    "bac-ha 320 240 160 144 - 32",
    "bao-thang 1250 750 1000 750 - 100",
    "bao-yen 200 160 180 162 - 50",
    "sa-pa 800 600 600 540 - 0",
    "van-ban 640 480 512 384 - 64",
];

/// The portal's fourteen columns.
const FOURTEEN: &str = "ordinal unit received received_plain received_digitised reused from_national_store received_rate \
                        completed completed_plain completed_e_result completed_rate verdict verdict";

#[test]
fn a_number_merged_over_two_units_counts_for_neither() {
    case(
        "figures-merged-over-units",
        &Worked {
            files: &["so-hoa.xls utf-8 - summary header 1 data 9 skipped 0"],
            columns: &["ordinal unit received received_digitised"],
            units: &[
                "- tp-lao-cai - - - -",
                "- bat-xat - - - -",
                "- muong-khuong - - - -",
                "- si-ma-cai - - - -",
                "- bac-ha - - - -",
                "- bao-thang - - - -",
                "- bao-yen - - - -",
                "- sa-pa - - - -",
                "- van-ban - - - -",
            ],
            figures: &[
                "tp-lao-cai 900 800 - - - -",
                "bat-xat 800 700 - - - -",
                "muong-khuong 700 600 - - - -",
                "si-ma-cai 600 500 - - - -",
                "bac-ha - 400 - - - -",
                "bao-thang - 300 - - - -",
                "bao-yen 300 200 - - - -",
                "sa-pa 200 100 - - - -",
                "van-ban 100 50 - - - -",
            ],
            notices: &["number-merged 2 so-hoa.xls 6:3 «500»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_portals_two_header_rows_are_joined_and_its_sections_part_the_units() {
    case(
        "summary-of-the-provinces-portal",
        &Worked {
            // Skipped: four titles, a blank row, the header's upper row, three sections, the total. Its sums are those of
            // all twelve rows: 7.200 + 150 + 60 = 7.410 received, 5.065 + 115 + 0 = 5.180 digitised.
            files: &["muc-do-so-hoa.csv utf-8 ; summary header 7 data 12 skipped 10"],
            columns: &[FOURTEEN],
            // None of the portal's rates is the percentage of the group: nobody is ranked.
            units: &[
                "- snv - - - -",
                "- stp - - - -",
                "- tp-lao-cai - - - -",
                "- bat-xat - - - -",
                "- muong-khuong - - - -",
                "- si-ma-cai - - - -",
                "- bac-ha - - - -",
                "- bao-thang - - - -",
                "- bao-yen - - - -",
                "- sa-pa - - - -",
                "- van-ban - - - -",
                "- vpdkdd-bac-ha - - - -",
            ],
            figures: &[
                "snv 50 25 40 30 - 0",
                "stp 100 90 80 72 - 5",
                "tp-lao-cai 3000 2400 2500 2000 - 900",
                "bat-xat 400 0 300 0 - 0",
                "muong-khuong 500 375 400 300 - 25",
                "si-ma-cai 90 60 60 40 - 9",
                "bac-ha 320 240 160 144 - 32",
                "bao-thang 1250 750 1000 750 - 100",
                "bao-yen 200 160 180 162 - 50",
                "sa-pa 800 600 600 540 - 0",
                "van-ban 640 480 512 384 - 64",
                // A branch of the land registry bears a district's name and is not that district.
                "vpdkdd-bac-ha 60 0 50 0 - 0",
            ],
            notices: &[
                "unit-missing 18 muc-do-so-hoa.csv -:- «Văn phòng UBND tỉnh»",
                // The branch of the land registry and Bát Xát, papers and results each.
                "nothing-digitised 4 muc-do-so-hoa.csv 12:5 «số hồ sơ tiếp nhận có số hóa 0, số hồ sơ tiếp nhận 60»",
            ],
            missing: &[
                "vpubnd", "stc", "skhdt", "sct", "snn", "stnmt", "sgtvt-xd", "stttt", "skhcn", "sldtbxh", "sgddt",
                "syt", "svhtt", "sdl", "sngv", "ttt", "bdt", "bqlkkt",
            ],
            period: "2023-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

#[test]
fn an_older_portal_prints_no_rates_and_no_verdicts() {
    case(
        "summary-of-ten-columns",
        &Worked {
            files: &["muc-do-so-hoa.csv utf-8 ; summary header 2 data 9 skipped 1"],
            columns: &["ordinal unit received received_plain received_digitised reused from_national_store completed \
                        completed_plain completed_e_result"],
            units: UNRANKED,
            figures: PORTAL,
            notices: &[
                "nothing-digitised 2 muc-do-so-hoa.csv 8:5 «số hồ sơ tiếp nhận có số hóa 0, số hồ sơ tiếp nhận 400»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn a_name_that_stands_over_numbers_and_over_words_is_a_rate_and_a_verdict() {
    case(
        "summary-with-its-header-in-one-row",
        &Worked {
            files: &["muc-do-so-hoa.csv utf-8 ; summary header 1 data 9 skipped 0"],
            columns: &["ordinal unit received received_plain received_digitised reused from_national_store \
                        received_rate completed completed_plain completed_e_result completed_rate - -"],
            units: UNRANKED,
            figures: PORTAL,
            notices: &[
                "nothing-digitised 2 muc-do-so-hoa.csv 7:5 «số hồ sơ tiếp nhận có số hóa 0, số hồ sơ tiếp nhận 400»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn merged_cells_of_a_workbook_are_one_header() {
    case(
        "summary-as-a-workbook-with-merged-cells",
        &Worked {
            // Skipped: two titles, a blank row, the header's upper row, a section, the total.
            files: &["muc-do-so-hoa.xlsx - - summary header 5 data 9 skipped 6"],
            columns: &[FOURTEEN],
            units: UNRANKED,
            figures: PORTAL,
            notices: &[
                "nothing-digitised 2 muc-do-so-hoa.xlsx 12:5 «số hồ sơ tiếp nhận có số hóa 0, số hồ sơ tiếp nhận 400»",
            ],
            period: "2023-01-01..2023-06-05",
            ..Worked::default()
        },
    );
}

/// The counts of the cases of iGate, in the catalogue's order.
const IGATE: &[&str] = &[
    "tp-lao-cai 4000 3000 3200 2400 2000 -",
    "bat-xat 250 250 200 200 200 -",
    "muong-khuong 0 0 0 0 0 -", // no dossiers: its rates of 0.00% are rates of nothing
    "si-ma-cai 64 16 32 8 8 -",
    "bac-ha 80 60 40 30 24 -",
    "bao-thang 500 400 400 300 250 -",
    "bao-yen 1000 723 800 600 600 -",
    "sa-pa 300 100 150 50 40 -",
    "van-ban 160 40 80 20 10 -",
];

#[test]
fn igates_eleven_columns_are_counts_and_their_rates() {
    case(
        "summary-of-igate",
        &Worked {
            files: &["thong-ke-ho-so-so-hoa.csv utf-8 , summary header 3 data 9 skipped 2"],
            columns: &["unit received received_digitised completed completed_e_result received_plain completed_plain \
                        both received_rate completed_rate both_rate"],
            units: UNRANKED,
            figures: IGATE,
            // “Tháng 5/2023” above the header.
            period: "2023-05-01..2023-05-31",
            ..Worked::default()
        },
    );
}

#[test]
fn igates_own_keys_name_the_same_counts() {
    case(
        "summary-of-igate-in-english",
        &Worked {
            files: &["export.csv utf-8 TAB summary header 1 data 9 skipped 0"],
            columns: &["unit unit_code received received_digitised completed completed_e_result both"],
            units: UNRANKED,
            figures: IGATE,
            ..Worked::default()
        },
    );
}

#[test]
fn a_form_of_the_law_has_three_header_rows_a_numbering_row_and_a_signature() {
    case(
        "form-with-three-header-rows",
        &Worked {
            // Skipped: two titles, two upper rows of the header, the numbers of the columns, the total, a blank row, and
            // two rows of signatures; one has its day below the column of completed dossiers.
            files: &["bieu-ii-06a.csv utf-8 ; summary header 5 data 9 skipped 9"],
            columns: &[
                "ordinal unit received received_plain received_digitised completed completed_plain completed_e_result",
            ],
            units: UNRANKED,
            figures: &[
                "tp-lao-cai 3000 2400 2500 2000 - -",
                "bat-xat 400 0 300 0 - -",
                "muong-khuong 500 375 400 300 - -",
                "si-ma-cai 90 60 60 40 - -",
                "bac-ha 320 240 160 144 - -",
                "bao-thang 1250 750 1000 750 - -",
                "bao-yen 200 160 180 162 - -",
                "sa-pa 800 600 600 540 - -",
                "van-ban 640 480 512 384 - -",
            ],
            notices: &[
                "nothing-digitised 2 bieu-ii-06a.csv 12:5 «số hồ sơ tiếp nhận có số hóa 0, số hồ sơ tiếp nhận 400»",
            ],
            period: "2023-04-01..2023-06-30",
            ..Worked::default()
        },
    );
}
