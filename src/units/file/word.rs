//! A cell of a catalogue's file as an id, a word of a list or a day; what it is instead is told.

use super::Fault;
use super::Reading;
use super::column::Column;
use crate::domain::Day;
use crate::text::day;
use crate::text::fold;
use crate::units::UnitId;

impl Reading {
    /// An id, which must be there.
    pub(super) fn id(&mut self, line: u64, column: Column, word: &str) -> Option<UnitId> {
        let id = UnitId::new(word);
        if word.is_empty() {
            self.tell(line, Some(column), Fault::Empty);
        } else if id.is_none() {
            self.tell(line, Some(column), Fault::BadId(word.to_owned()));
        }
        id
    }

    /// A word of a list, which must be there.
    pub(super) fn word<T: Copy>(
        &mut self,
        line: u64,
        column: Column,
        found: &str,
        all: &[T],
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        if found.is_empty() {
            self.tell(line, Some(column), Fault::Empty);
            return None;
        }
        self.optional(line, column, found, all, label)
    }

    /// A word of a list; without a word none is told.
    pub(super) fn optional<T: Copy>(
        &mut self,
        line: u64,
        column: Column,
        found: &str,
        all: &[T],
        label: fn(T) -> &'static str,
    ) -> Option<T> {
        let word = all.iter().copied().find(|word| fold(label(*word)) == fold(found));
        if word.is_none() && !found.is_empty() {
            let labels: Vec<String> = all
                .iter()
                .map(|word| label(*word))
                .filter(|label| !label.is_empty())
                .map(|label| format!("«{label}»"))
                .collect();
            let fault = Fault::UnknownWord { found: found.to_owned(), allowed: labels.join(", ") };
            self.tell(line, Some(column), fault);
        }
        word
    }

    /// A day, or none.
    pub(super) fn day(&mut self, line: u64, column: Option<Column>, text: &str) -> Option<Day> {
        let day = day(text);
        if day.is_none() && !text.is_empty() {
            self.tell(line, column, Fault::BadDay(text.to_owned()));
        }
        day
    }
}
