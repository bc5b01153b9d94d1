//! The letters of one cell, caption or line, as they come: what is struck out, fields of a form, lists to choose from.

use super::letters::decode_into;
use super::letters::push_spaced;
use crate::text::raised;

/// Letters on their way.
#[derive(Default)]
pub(super) struct Said {
    text: String,
    struck: String,
    list: Option<List>,
    /// Whether the last letters are those of a field.
    behind_field: bool,
}

/// A list of a form: what its options say, of which one is chosen.
#[derive(Default)]
struct List {
    option: Option<(String, bool)>,
    /// The first option, or the first that is marked as chosen.
    taken: Option<(String, bool)>,
}

impl List {
    fn end_option(&mut self) {
        if let Some((option, is_chosen)) = self.option.take()
            && self.taken.as_ref().is_none_or(|(_, taken)| is_chosen && !taken)
        {
            self.taken = Some((option, is_chosen));
        }
    }
}

impl Said {
    /// Takes letters between tags. Raised or lowered they are a mark, and no digits of the number before them.
    pub(super) fn letters(&mut self, letters: &str, is_struck: bool, is_raised: bool) {
        if let Some(list) = &mut self.list {
            if let Some((option, _)) = &mut list.option {
                decode_into(letters, option);
            }
            return;
        }
        // A number beside a field is another one.
        let first = letters.trim_ascii_start().bytes().next();
        if self.behind_field && first.is_some_and(|first| first.is_ascii_digit()) {
            self.line();
        }
        self.behind_field &= first.is_none();
        let text = if is_struck { &mut self.struck } else { &mut self.text };
        let from = text.len();
        decode_into(letters, text);
        if is_raised && !text[..from].trim().is_empty() {
            let mark = text.split_off(from);
            text.extend(mark.chars().map(raised));
        }
    }

    /// Letters of a table within.
    pub(super) fn push(&mut self, said: &str) {
        push_spaced(said, &mut self.text);
    }

    /// A line ends. Two numbers below each other are not one with a space in it.
    pub(super) fn line(&mut self) {
        for text in [&mut self.text, &mut self.struck] {
            if text.ends_with(|end: char| end.is_ascii_digit()) {
                text.push('\n');
            } else {
                push_spaced(" ", text);
            }
        }
    }

    /// Takes what stands in a field.
    pub(super) fn field(&mut self, value: &str) {
        self.line();
        decode_into(value, &mut self.text);
        self.behind_field = true;
    }

    /// A list begins or ends.
    pub(super) fn list(&mut self, closes: bool) {
        if let Some(mut list) = self.list.take() {
            list.end_option();
            if let Some((option, _)) = list.taken {
                self.line();
                push_spaced(&option, &mut self.text);
                self.behind_field = true;
            }
        }
        self.list = (!closes).then(List::default);
    }

    /// An option of a list begins or ends.
    pub(super) fn option(&mut self, closes: bool, is_chosen: bool) {
        if let Some(list) = &mut self.list {
            list.end_option();
            list.option = (!closes).then(|| (String::new(), is_chosen));
        }
    }

    /// How many bytes stand there.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// What stands there from a byte on.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// What is said. What is struck out is no longer said, unless nothing else is.
    pub(super) fn finish(mut self) -> String {
        self.list(true);
        let text = self.text.trim();
        let said = if text.is_empty() { self.struck.trim() } else { text };
        if said.len() == self.text.len() { self.text } else { said.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_list_the_chosen_option_is_said_else_the_first() {
        let list = |options: &[(&str, bool)]| {
            let mut said = Said::default();
            said.list(false);
            said.letters(" ", false, false);
            for (option, is_chosen) in options {
                said.option(false, *is_chosen);
                said.letters(option, false, false);
            }
            said.finish()
        };
        assert_eq!(list(&[("Cao", false), ("Thấp", true), ("Quá thấp", true)]), "Thấp");
        assert_eq!(list(&[("Cao", false), ("Thấp", false)]), "Cao");
        assert_eq!(list(&[]), "");
    }

    #[test]
    fn two_fields_are_two_numbers() {
        let mut said = Said::default();
        said.field("1");
        said.field("343");
        assert_eq!(said.finish(), "1\n343");
        let mut said = Said::default();
        said.field("1");
        said.letters(" 343", false, false);
        assert_eq!(said.finish(), "1\n 343");
        let mut said = Said::default();
        said.field("72,3");
        said.letters(" %", false, false);
        assert_eq!(said.finish(), "72,3 %");
    }
}
