//! Bytes, line ends, separators, quotes: however an office writes the table, the units come out the same.

use super::LETTER_UNITS;
use super::Worked;
use super::case;
use super::letter_case;

#[test]
fn every_separator_is_found() {
    letter_case("semicolons-with-bom", "thang-6-2023.csv utf-8 ; appendix header 1 data 9 skipped 0");
    letter_case("commas-with-quoted-decimals", "export.csv utf-8 , appendix header 1 data 9 skipped 0");
    letter_case("pipes", "bao-cao.csv utf-8 | appendix header 1 data 9 skipped 0");
}

#[test]
fn a_line_that_names_the_separator_is_no_row() {
    case(
        "sep-directive",
        &Worked {
            files: &["excel.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            // A spreadsheet hides `sep=;`: the header is its row 1, Si Ma Cai its row 6.
            notices: &["percent-sign-repeated 1 excel.csv 6:3 «53,9%%»"],
            ..Worked::default()
        },
    );
}

#[test]
fn utf_16_is_read_with_and_without_its_mark() {
    letter_case("utf16le-unicode-text", "Unicode Text.txt utf-16le TAB appendix header 1 data 9 skipped 0");
    letter_case("utf16be-with-bom", "bang.txt utf-16be TAB appendix header 1 data 9 skipped 0");
    case(
        "utf16-without-bom",
        &Worked {
            files: &[
                "1-le.txt utf-16le TAB appendix header 1 data 9 skipped 0",
                "2-be.txt utf-16be TAB appendix header 1 data 9 skipped 0",
            ],
            units: LETTER_UNITS,
            ..Worked::default()
        },
    );
}

#[test]
fn encodings_from_before_unicode_are_told_apart_and_read() {
    #[track_caller]
    fn encoding(folder: &str, file: &'static str, notice: &'static str) {
        let (files, notices): (&'static [_], &'static [_]) = (Vec::leak(vec![file]), Vec::leak(vec![notice]));
        case(folder, &Worked { files, units: LETTER_UNITS, notices, ..Worked::default() });
    }
    encoding(
        "windows-1258-export", // a tone is a byte of its own behind its vowel
        "may-cu.csv windows-1258 ; appendix header 1 data 9 skipped 0",
        "percent-sign-repeated 1 may-cu.csv 6:3 «53,9%%»",
    );
    encoding(
        "tcvn3-fonts", // typed in .VnTime: «Tªn ®¬n vÞ;Tû lÖ % tæng chung nhãm sè hãa hå s¬»
        "phong-abc.csv tcvn3 ; appendix header 1 data 9 skipped 0",
        "percent-sign-repeated 1 phong-abc.csv 6:3 «53,9%%»",
    );
    encoding(
        "vni-fonts", // typed in VNI-Times: «UBND huyeän Baûo Yeân»
        "phong-vni.csv vni ; appendix header 1 data 9 skipped 0",
        "percent-sign-repeated 1 phong-vni.csv 6:3 «53,9%%»",
    );
    // Typed without marks but for Lào and xã, which the Western code page has too.
    letter_case("western-code-page", "khong-dau.csv windows-1252 ; appendix header 1 data 9 skipped 0");
}

#[test]
fn letters_with_loose_marks_are_joined_again() {
    case(
        "decomposed-letters",
        &Worked {
            files: &["macos.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &["text-decomposed 1 macos.csv -:- «»"],
            ..Worked::default()
        },
    );
}

#[test]
fn rows_end_with_any_mixture_of_returns_and_line_feeds() {
    case(
        "old-mac-and-mixed-line-ends",
        &Worked {
            files: &[
                "1-cr.csv utf-8 ; index header 1 data 9 skipped 0",
                "2-mixed.csv utf-8 ; certified-copies header 1 data 9 skipped 0",
            ],
            columns: &["ordinal unit group_percent", "unit certified_copies"],
            units: LETTER_UNITS,
            ..Worked::default()
        },
    );
}

#[test]
fn quotes_hold_line_breaks_and_quotes_and_do_not_move_the_rows() {
    case(
        "line-breaks-inside-quotes",
        &Worked {
            files: &["bang.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            columns: &["ordinal unit group_percent percent_note certified_copies copies_note"],
            units: LETTER_UNITS,
            // The header takes three lines of the file, Bảo Yên two, Sa Pa three: a spreadsheet still shows row 6.
            notices: &["percent-sign-repeated 1 bang.csv 6:3 «53,9%%»"],
            ..Worked::default()
        },
    );
    // «Thấp; "nhắc lần 2"» is the office's own remark and is not held against the rule's word.
    letter_case("doubled-quotes", "bang.csv utf-8 ; appendix header 1 data 9 skipped 0");
}

#[test]
fn rows_behind_a_quote_that_never_closes_are_kept_and_the_row_is_named() {
    case(
        "quote-never-closed",
        &Worked {
            files: &["bi-cat.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            // Bát Xát is the sixth unit below the header.
            notices: &["quote-not-closed 1 bi-cat.csv 7:- «\"»"],
            ..Worked::default()
        },
    );
}

#[test]
fn a_damaged_byte_costs_its_cell_and_no_other() {
    case(
        "damaged-letters",
        &Worked {
            files: &["hong.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: &[
                "1 bao-yen 72.3 - 366 Quá thấp",
                "2 bao-thang 68.9 - 1343 -",
                "3 tp-lao-cai 58.6 - 2919 -",
                "4 sa-pa 56.9 - 1112 -",
                "5 si-ma-cai 53.9 - 546 Quá thấp",
                "6 bat-xat 53.1 - 1945 -",
                "7 muong-khuong 49.5 Thấp 2486 -",
                "- van-ban - - 678 Quá thấp",
            ],
            notices: &[
                "invalid-bytes 2 hong.csv 9:3 «49\u{fffd}%»",
                "number-unreadable 1 hong.csv 9:3 «49\u{fffd}%»",
                "unit-unknown 1 hong.csv 10:- «UBND huyện B\u{fffd}c Hà»",
                "unit-missing 1 hong.csv -:- «UBND huyện Bắc Hà»",
            ],
            unmatched: &["hong.csv 10 UBND huyện B\u{fffd}c Hà -> bac-ha"],
            missing: &["bac-ha"],
            ..Worked::default()
        },
    );
}

#[test]
fn letters_that_look_alike_are_the_same_letters() {
    // U+00D0 for Đ, no-break spaces, a soft hyphen, zero-width spaces, Cyrillic а, full-width letters and digits,
    // `TỈ`, `HOÁ`, `Uỷ`.
    letter_case("letters-that-look-alike", "chu-giong.csv utf-8 ; appendix header 1 data 9 skipped 0");
}
