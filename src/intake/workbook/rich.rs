//! The letters of a cell whose parts look different → what they say: a raised digit behind others is a footnote's mark, and
//! what was struck out is no longer said.

use crate::text::raised;

/// How a part of a text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// Whether it is raised or lowered: a mark beside a number, and no digit of it.
    pub(super) raised: bool,
    pub(super) struck: bool,
}

/// A text on its way, part by part.
#[derive(Debug, Default)]
pub(super) struct Rich {
    said: String,
    struck: String,
    /// Where raised letters began behind others: whether among those struck out, and the byte.
    raised: Option<(bool, usize)>,
    /// Whether letters have come that are not raised.
    has_plain: bool,
}

impl Rich {
    /// A text in the room of another, which is empty.
    pub(super) fn within(said: String) -> Self {
        Self { said, ..Self::default() }
    }

    /// Where the next letters go. Raised digits behind others stay raised, so that no number is read of both.
    pub(super) fn part(&mut self, look: Look) -> &mut String {
        self.end_raised();
        self.has_plain |= !look.raised;
        let text = if look.struck { &mut self.struck } else { &mut self.said };
        if look.raised && self.has_plain && !text.trim().is_empty() {
            self.raised = Some((look.struck, text.len()));
        }
        text
    }

    fn end_raised(&mut self) {
        let Some((struck, from)) = self.raised.take() else { return };
        let text = if struck { &mut self.struck } else { &mut self.said };
        let mark = text.split_off(from);
        text.extend(mark.chars().map(raised));
    }

    /// Takes the next letters.
    pub(super) fn push(&mut self, letters: &str, look: Look) {
        if !letters.is_empty() {
            self.part(look).push_str(letters);
        }
    }

    /// What the text says; one that is struck out as a whole is said all the same, as a cell in a struck font is.
    pub(super) fn finish(mut self) -> String {
        self.end_raised();
        let says_nothing = !self.struck.is_empty() && self.said.trim().is_empty();
        if says_nothing { self.struck } else { self.said }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raised_mark_is_parted_and_what_was_struck_is_said_only_alone() {
        #[track_caller]
        fn case(parts: &[(&str, bool, bool)], expected: &str) {
            let mut rich = Rich::default();
            for &(letters, raised, struck) in parts {
                rich.push(letters, Look { raised, struck });
            }
            assert_eq!(rich.finish(), expected);
        }
        case(&[("1112", false, false), ("3", true, false)], "1112³");
        case(&[("111", false, false), ("2", true, false), ("3", false, false)], "111²3");
        case(&[("Lào Cai", false, false), ("1", true, false), ("0", true, false)], "Lào Cai¹⁰");
        case(&[("Lào Cai", false, false), ("(1)", true, false)], "Lào Cai(¹)");
        case(&[("1", true, false), ("2", false, false)], "12"); // a cell of raised letters is not behind anything
        case(&[("12", true, false), (" ", true, false), ("3", true, false)], "12 3");
        case(&[("500", false, true), ("546", false, false)], "546");
        case(&[("546", false, true), (" ", false, false)], "546");
        case(&[("546", false, true), ("3", true, true)], "546³");
    }
}
