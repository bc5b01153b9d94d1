//! The texts of a workbook, each kept once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::MAIN;
use crate::export::xml::DECLARATION;
use crate::export::xml::escape;
use crate::export::xml::is_writable;

/// Excel's limit: <https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3>.
const TEXT_KEPT: usize = 32_767;

/// Texts in the order in which they were first met.
#[derive(Default)]
pub(super) struct Strings {
    numbers: HashMap<String, usize>,
    items: String,
    used: usize,
}

impl Strings {
    /// The number of a text, counted from 0.
    pub(super) fn number(&mut self, text: &str) -> usize {
        self.used += 1;
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.numbers.len();
        self.numbers.insert(text.to_owned(), number);
        self.items.push_str("<si><t xml:space=\"preserve\">");
        self.items.push_str(&escape(&spelled(&kept(text))));
        self.items.push_str("</t></si>");
        number
    }

    /// All texts as a part of the package.
    pub(super) fn part(&self) -> String {
        let Self { numbers, items, used } = self;
        format!("{DECLARATION}<sst xmlns=\"{MAIN}\" count=\"{used}\" uniqueCount=\"{}\">{items}</sst>", numbers.len())
    }
}

/// A text cut to what a cell can hold; Excel counts in UTF-16.
fn kept(text: &str) -> Cow<'_, str> {
    if text.len() <= TEXT_KEPT || text.encode_utf16().count() <= TEXT_KEPT {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units >= TEXT_KEPT // the last place is the mark's
    });
    match end {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}

/// A text in a workbook's own spelling: a letter that XML cannot hold stands as `_x0001_`, and what only looks like such a
/// letter has its first mark spelled out (ECMA-376, part 1, 22.9.2.19).
pub(super) fn spelled(text: &str) -> Cow<'_, str> {
    let is_odd = |letter: char| letter == '\r' || (letter < ' ' && !is_writable(letter));
    if !text.contains(is_odd) && !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut spelled = String::with_capacity(text.len() + 16);
    for (at, letter) in text.char_indices() {
        if is_odd(letter) || (letter == '_' && looks_spelled(&text[at..])) {
            let _ = write!(spelled, "_x{:04X}_", u32::from(letter));
        } else {
            spelled.push(letter);
        }
    }
    Cow::Owned(spelled)
}

/// Whether a text begins like a letter that was spelled out: `_x0041_`.
fn looks_spelled(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && &bytes[..2] == b"_x" && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_kept_once_and_counted_each_time() {
        let mut strings = Strings::default();
        assert_eq!(["a", "b", "a"].map(|text| strings.number(text)), [0, 1, 0]);
        assert!(strings.part().contains("count=\"3\" uniqueCount=\"2\""));
    }

    #[test]
    fn letters_that_xml_lacks_are_spelled_out_and_look_alikes_are_told_from_them() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            assert_eq!(spelled(text), expected);
        }
        case("a\nb\tc", "a\nb\tc");
        case("\u{0}\r\u{1b}", "_x0000__x000D__x001B_");
        case("_x0041_", "_x005F_x0041_");
        case("_x000D__x000d_", "_x005F_x000D__x005F_x000d_");
        for as_it_is in ["_x004", "_x00G1_", "_X0041_", "x0041_", "_x0041"] {
            case(as_it_is, as_it_is);
        }
    }

    #[test]
    fn what_a_cell_cannot_hold_is_cut() {
        // 32 767 letters of two bytes fit; one more does not, and a mark takes the last place.
        let fits = "ă".repeat(32_767);
        assert_eq!(kept(&fits), fits);
        let cut = kept(&"ă".repeat(32_768)).into_owned();
        assert_eq!((cut.chars().count(), cut.ends_with("ă…")), (32_767, true));
        // 𝔄 takes two places of UTF-16: 16 383 of them take 32 766.
        let cut = kept(&"𝔄".repeat(20_000)).into_owned();
        assert_eq!((cut.chars().filter(|letter| *letter == '𝔄').count(), cut.ends_with("𝔄…")), (16_383, true));
    }
}
