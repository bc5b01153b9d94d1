//! A text with blanks → words: `{tinh}` is filled, `[…{tinh}…]` is left out where it is unknown, `**…**` stands out.

use super::value::Run;
use crate::domain::Map;

/// Printed where something is unknown: to be filled by hand.
const DOTS: &str = "……";

/// What is known, by the names of blanks.
pub(super) type Known = Map<&'static str, String>;

/// The words of a text; empty where all of it was left out.
pub(super) fn fill(text: &str, known: &Known) -> Vec<Run> {
    let mut filler = Filler { known, runs: Vec::new(), bold: false };
    filler.part(text);
    filler.runs
}

/// The first part between brackets, with what stands before and after it; its own brackets belong to it.
fn bracketed(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('[')?;
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((&text[..start], &text[start + 1..at], &text[at + 1..]));
        }
    }
    None
}

/// A part without the parts between brackets within it.
fn without_brackets(text: &str) -> String {
    match bracketed(text) {
        Some((before, _, after)) => format!("{before}{}", without_brackets(after)),
        None => text.to_owned(),
    }
}

/// The same as plain text.
pub(super) fn fill_plain(text: &str, known: &Known) -> String {
    fill(text, known).into_iter().map(|run| run.text).collect()
}

/// The blanks of a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

struct Filler<'known> {
    known: &'known Known,
    runs: Vec<Run>,
    bold: bool,
}

impl Filler<'_> {
    /// Text in which parts between brackets may be left out.
    fn part(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, inner, after)) = bracketed(rest) {
            self.take(before);
            let own = without_brackets(inner);
            if names(inner).next().is_none() {
                // Brackets around plain words are the text's own.
                self.take(&format!("[{inner}]"));
            } else if names(&own).all(|name| self.known.contains_key(name)) {
                self.part(inner);
            }
            rest = after;
        }
        self.take(rest);
    }

    /// Text in which every blank is to be filled.
    fn take(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, inner)| Some((before, inner.split_once('}')?)))
        {
            self.mark(before);
            self.push(self.known.get(name).map_or(DOTS, String::as_str).to_owned().as_str());
            rest = after;
        }
        self.mark(rest);
    }

    /// Text without blanks, in which `**` begins and ends what stands out.
    fn mark(&mut self, text: &str) {
        for (at, part) in text.split("**").enumerate() {
            self.bold ^= at > 0;
            self.push(part);
        }
    }

    fn push(&mut self, text: &str) {
        match self.runs.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.bold == self.bold => last.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), bold: self.bold }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str) -> String {
        let known = Known::from([("tinh", "57,7%".to_owned()), ("ky", "**tháng 6**".to_owned())]);
        let marked = |run: Run| if run.bold { format!("<b>{}</b>", run.text) } else { run.text };
        fill(text, &known).into_iter().map(marked).collect()
    }

    #[test]
    fn blanks_are_filled_and_what_is_unknown_is_dotted_or_left_out() {
        #[track_caller]
        fn case(text: &str, expected: &str) {
            assert_eq!(filled(text), expected);
        }
        case("đạt {tinh}.", "đạt 57,7%.");
        case("đạt {thap}.", "đạt …….");
        case("đạt thấp[ (toàn tỉnh {tinh})].", "đạt thấp (toàn tỉnh 57,7%).");
        case("đạt thấp[ (có {thap})].", "đạt thấp.");
        case("[{tinh} và {thap}]", "");
        case("[thấp[ (dưới {thap})] là {tinh}]", "thấp là 57,7%");
        case("[thấp[ (dưới {tinh})] là {thap}]", "");
        case("[[{tinh}]]", "57,7%");
        case("mục [1], {tinh}", "mục [1], 57,7%");
        case("mở [ {tinh}", "mở [ 57,7%");
        case("mở { và [", "mở { và [");
    }

    #[test]
    fn marks_of_the_text_stand_out_and_those_of_a_value_are_letters() {
        assert_eq!(filled("“**Số hóa**” và **{tinh} đạt**"), "“<b>Số hóa</b>” và <b>57,7% đạt</b>");
        assert_eq!(filled("kỳ {ky}"), "kỳ **tháng 6**");
        assert_eq!(filled("**đậm[ bỏ {thap}] vẫn đậm** thường"), "<b>đậm vẫn đậm</b> thường");
    }
}
