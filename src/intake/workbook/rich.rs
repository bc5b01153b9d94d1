//! The letters of a cell whose parts look different → what they say: a raised mark behind a digit is a footnote's, and
//! what was struck out is no longer said.

/// How a part of a text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) raised: bool,
    pub(super) struck: bool,
}

/// A text on its way, part by part.
#[derive(Debug, Default)]
pub(super) struct Rich {
    said: String,
    struck: String,
}

impl Rich {
    /// A text in the room of another, which is empty.
    pub(super) fn within(said: String) -> Self {
        Self { said, struck: String::new() }
    }

    /// Where the next letters go. A raised mark is parted from the digit before it, so that no number is read of both.
    pub(super) fn part(&mut self, look: Look) -> &mut String {
        let text = if look.struck { &mut self.struck } else { &mut self.said };
        if look.raised && text.ends_with(|before: char| before.is_ascii_digit()) {
            text.push(' ');
        }
        text
    }

    /// Takes the next letters.
    pub(super) fn push(&mut self, letters: &str, look: Look) {
        if !letters.is_empty() {
            self.part(look).push_str(letters);
        }
    }

    /// What the text says; one that is struck out as a whole is said all the same, as a cell in a struck font is.
    pub(super) fn finish(self) -> String {
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
        case(&[("1112", false, false), ("3", true, false)], "1112 3");
        case(&[("m", false, false), ("2", true, false)], "m2");
        case(&[("500", false, true), ("546", false, false)], "546");
        case(&[("546", false, true), (" ", false, false)], "546");
        case(&[("546", false, true), ("3", true, true)], "546 3");
    }
}
