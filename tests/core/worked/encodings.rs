//! Bytes, line ends, separators, quotes: however an office writes the table, the units come out the same.

use super::LETTER_PERCENTS;
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
fn windows_1258_that_was_read_as_western_and_saved_is_repaired() {
    case(
        "windows-1258-saved-as-western",
        &Worked {
            files: &["luu-lai.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            // The file once: `STT` has nothing to repair. A quote is tidied, the đ of the West with it.
            notices: &["letters-repaired 1 luu-lai.csv 1:2 «Tên đõn viò → Tên đơn vị»"],
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
fn capital_fonts_lose_the_case_and_nothing_else() {
    // Typed in .VnTimeH, which draws capitals from the bytes of the small letters: in the file all of them are small.
    letter_case("tcvn3-capitals-font", "phong-hoa.csv tcvn3 ; appendix header 1 data 9 skipped 0");
}

#[test]
fn letters_of_the_west_may_stand_among_those_of_windows_1258() {
    // à, á and ó are one byte here, two bytes in `windows-1258-export`.
    letter_case("windows-1258-hybrid", "hai-kieu.csv windows-1258 ; appendix header 1 data 9 skipped 0");
}

#[test]
fn letters_of_old_fonts_are_repaired_in_unicode_too() {
    case(
        "old-fonts-in-unicode",
        &Worked {
            files: &[
                "1-vntime.txt utf-16le TAB index header 1 data 9 skipped 0",
                "2-vni.xlsx - - certified-copies header 1 data 9 skipped 0",
            ],
            columns: &["ordinal unit group_percent", "ordinal unit certified_copies"],
            units: LETTER_UNITS,
            // Each file once: `STT` has nothing to repair, so the first is `Tªn ®¬n vÞ` and `Ñôn vò`.
            notices: &["letters-repaired 2 1-vntime.txt 1:2 «Tªn ®¬n vÞ → Tên đơn vị»"],
            ..Worked::default()
        },
    );
}

#[test]
fn utf_8_that_was_taken_for_another_encoding_is_put_together() {
    case(
        "mojibake",
        &Worked {
            files: &["mo-sai.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &["letters-repaired 1 mo-sai.csv 1:2 «TÃªn Ä‘Æ¡n vá»‹ → Tên đơn vị»"],
            ..Worked::default()
        },
    );
    // `Ã` with a no-break space has become `Ã` with a space in Lào Cai, Văn Bàn and, cut off or not, Bắc Hà: rows 4, 9, 10.
    case(
        "mojibake-with-spaces",
        &Worked {
            files: &["mo-sai.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &[
                "mojibake 3 mo-sai.csv 4:2 «UBND TP LÃ o Cai → UBND TP Lào Cai»",
                "letters-repaired 1 mo-sai.csv 1:2 «TÃªn Ä‘Æ¡n vá»‹ → Tên đơn vị»",
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn what_an_officer_says_about_letters_is_done() {
    case(
        "encodings-asked",
        &Worked {
            files: &[
                "1-de-nguyen.csv utf-8 ; index header 1 data 9 skipped 0",
                "2-chon-vni.csv vni ; certified-copies header 1 data 9 skipped 0",
            ],
            // Left in pieces, the names of rows 2, 3 and 5 to 8 are no units: only Lào Cai, whose pieces have the same
            // letters but for marks, and the two that were typed without marks get their percentage. 58,6 > 49 > 48,1.
            units: &[
                "1 tp-lao-cai 58.6 - 2919 -",
                "2 van-ban 49 Thấp 678 Quá thấp",
                "3 bac-ha 48.1 Thấp 426 Quá thấp",
                "- bat-xat - - 1945 -",
                "- muong-khuong - - 2486 -",
                "- si-ma-cai - - 546 Quá thấp",
                "- bao-thang - - 1343 -",
                "- bao-yen - - 366 Quá thấp",
                "- sa-pa - - 1112 -",
            ],
            notices: &[
                "mojibake 7 1-de-nguyen.csv 2:1 «UBND huyá»‡n Báº£o YÃªn»",
                "unit-unknown 6 1-de-nguyen.csv 2:1 «UBND huyá»‡n Báº£o YÃªn»",
                "unit-name-respelled 1 1-de-nguyen.csv 4:1 «UBND TP LÃ o Cai»",
                // Whose names could not be read there.
                "unit-without-rate 6 1-de-nguyen.csv -:- «UBND huyện Bát Xát: không có trong 1-de-nguyen.csv»",
            ],
            unmatched: &[
                "1-de-nguyen.csv 2 UBND huyá»‡n Báº£o YÃªn ->",
                "1-de-nguyen.csv 3 UBND huyá»‡n Báº£o Tháº¯ng ->",
                "1-de-nguyen.csv 5 UBND thá»‹ xÃ£ Sa Pa -> sa-pa",
                "1-de-nguyen.csv 6 UBND huyá»‡n Si Ma Cai -> si-ma-cai",
                "1-de-nguyen.csv 7 UBND huyá»‡n BÃ¡t XÃ¡t -> bat-xat",
                "1-de-nguyen.csv 8 UBND huyá»‡n MÆ°á» ng KhÆ°Æ¡ng ->", // U+009D counts as a space
            ],
            ..Worked::default()
        },
    );
}

#[test]
fn zeros_behind_the_text_are_told_and_cost_no_row() {
    case(
        "zeros-behind-the-text",
        &Worked {
            files: &["cup-dien.csv utf-8 ; appendix header 1 data 9 skipped 0"],
            units: LETTER_UNITS,
            notices: &["zeros-in-text 1 cup-dien.csv -:- «»"],
            ..Worked::default()
        },
    );
}

#[test]
fn one_letter_tells_no_encoding_and_the_officer_is_asked_to_look() {
    case(
        "one-letter-tells-no-encoding",
        &Worked {
            files: &["it-dau.csv windows-1252 ; index header 1 data 9 skipped 0"],
            columns: &["unit group_percent -"],
            units: LETTER_PERCENTS,
            // The byte F2 gives `Hòa` in the West, `Hũa` in TCVN3, `Hịa` in VNI; all three are syllables, one is known. Both
            // names of an encoding are those of its label; the quote is cut here after 68 letters.
            notices: &[
                "encoding-uncertain 1 it-dau.csv -:- «windows-1252 (Tây Âu): UBND huyen Bac Ha;48,1%;Hòa / VNI (phông VNI-»",
            ],
            ..Worked::default()
        },
    );
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
                "unit-unknown 1 hong.csv 10:2 «UBND huyện B\u{fffd}c Hà»",
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
