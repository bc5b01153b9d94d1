//! One table, however it is written: separator, encoding, loose marks, spelling of numbers change no figure.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use sohoa::text::numbers::print_count;
use unicode_normalization::UnicodeNormalization;

use super::tries;
use crate::support::DISTRICTS;
use crate::support::json;
use crate::support::lines;
use crate::support::report_of;

#[derive(Clone, Copy, Debug)]
enum Encoding {
    Utf8,
    Utf8WithMark,
    Utf16Le { mark: bool },
    Utf16Be { mark: bool },
}

impl Encoding {
    const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Utf8WithMark,
        Self::Utf16Le { mark: true },
        Self::Utf16Le { mark: false },
        Self::Utf16Be { mark: true },
        Self::Utf16Be { mark: false },
    ];

    fn bytes(self, text: &str) -> Vec<u8> {
        let utf16 = |mark: bool, bytes: fn(u16) -> [u8; 2]| {
            let mark = mark.then_some(0xfeff).into_iter();
            mark.chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf8WithMark => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            Self::Utf16Le { mark } => utf16(mark, u16::to_le_bytes),
            Self::Utf16Be { mark } => utf16(mark, u16::to_be_bytes),
        }
    }
}

/// A percentage of so many tenths, printed in one of the ways offices print it.
fn percent(tenths: u32, spelling: usize) -> String {
    let (whole, tenth) = (tenths / 10, tenths % 10);
    match spelling {
        0 => format!("{whole},{tenth}%"),
        1 => format!("{whole}.{tenth}%"),
        2 => format!("{whole},{tenth}0 %"),
        3 => format!("{whole},{tenth}"),
        4 => format!(" {whole}.{tenth}\u{a0}%"),
        5 if tenth == 0 => format!("{whole}%"),
        _ => full_width(&format!("{whole},{tenth}%")),
    }
}

/// A count, printed in one of the ways offices print it.
fn count(count: u32, spelling: usize) -> String {
    let printed = print_count(count.into());
    match spelling {
        0 => count.to_string(),
        1 => printed,
        2 => printed.replace('.', ","),
        3 => printed.replace('.', "\u{a0}"),
        4 => printed.replace('.', "'"),
        5 => format!("'{count}"),
        _ => full_width(&printed),
    }
}

/// Digits and signs as East Asian keyboards type them.
fn full_width(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '!'..='~' => char::from_u32(u32::from(letter) - 0x21 + 0xff01).unwrap(),
            other => other,
        })
        .collect()
}

proptest! {
    #![proptest_config(tries(160))]

    #[test]
    fn a_table_means_the_same_however_it_is_written(
        // From 1,1 % on: below, a column without signs could be one of shares.
        rows in vec((11_u32..=1000, 0_usize..7, 0_u32..2_000_000, 0_usize..7), 9),
        separator in prop::sample::select(b";,\t|".to_vec()),
        encoding in prop::sample::select(Encoding::ALL.to_vec()),
        (loose, crlf) in any::<(bool, bool)>(),
    ) {
        let mut writer = csv::WriterBuilder::new();
        writer.delimiter(separator);
        if crlf {
            writer.terminator(csv::Terminator::CRLF);
        }
        let mut writer = writer.from_writer(Vec::new());
        writer.write_record(["STT", "Tên đơn vị", "Tỷ lệ số hóa hồ sơ", "Chứng thực điện tử"]).unwrap();
        let mut plain = String::from("Tên đơn vị\tTỷ lệ số hóa hồ sơ\tChứng thực điện tử\n");
        for (index, (name, (tenths, how, copies, so))) in DISTRICTS.into_iter().zip(rows).enumerate() {
            let ordinal = (index + 1).to_string();
            writer.write_record([&ordinal, name, &percent(tenths, how), &count(copies, so)]).unwrap();
            writeln!(plain, "{name}\t{},{}%\t{copies}", tenths / 10, tenths % 10).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let text = if loose { text.nfd().collect() } else { text };
        let report = json(&report_of(encoding.bytes(&text)));
        prop_assert_eq!(lines::units(&report), lines::units(&json(&report_of(plain))), "{}", text);
        let noticed: Vec<String> = lines::notices(&report);
        let expected: &[&str] = if loose { &["text-decomposed 1 a.csv -:- «»"] } else { &[] };
        prop_assert_eq!(noticed, expected);
    }
}
