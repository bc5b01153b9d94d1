//! The notes that an export brings along, held against ours.

use super::UnitResult;
use crate::figures::Figures;
use crate::figures::Sourced;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::warnings::ALL;
use crate::warnings::Warning;

/// Whether an export fills its columns of notes with the words of the rules; an empty column says nothing.
pub(super) struct Notes {
    percent: bool,
    copies: bool,
}

impl Notes {
    pub(super) fn given<'figures>(figures: &(impl Iterator<Item = &'figures Figures> + Clone)) -> Self {
        let any = |note: fn(&Figures) -> &Option<Sourced<String>>| {
            figures
                .clone()
                .filter_map(|own| note(own).as_ref())
                .any(|note| !note.value.is_empty() && is_word(&note.value))
        };
        Self { percent: any(|own| &own.percent_note), copies: any(|own| &own.copies_note) }
    }

    /// Tells where the export's own note differs from ours.
    pub(super) fn compare(&self, result: &UnitResult, notices: &mut Notices) {
        let own = &result.figures;
        let mut compare = |filled: bool, given: &Option<Sourced<String>>, ours: Option<Warning>, known: bool| {
            let Some(given) = given.as_ref().filter(|given| filled && known && is_word(&given.value)) else { return };
            let word = ours.map_or("", |warning| warning.card.word);
            if fold(&given.value) != fold(word) {
                let shown = |word: &str| if word.is_empty() { "(trống)".to_owned() } else { format!("«{word}»") };
                notices.add(
                    NoticeCode::NoteDiffers,
                    &given.place,
                    &format!("{} ≠ {}", shown(&given.value), shown(word)),
                );
            }
        };
        compare(self.percent, &own.percent_note, result.percent_note, result.percent.is_some());
        compare(self.copies, &own.copies_note, result.copies_note, result.copies.is_some());
    }
}

/// Whether a note is one of the rules' words, or empty.
fn is_word(note: &str) -> bool {
    note.is_empty() || ALL.iter().any(|card| fold(card.word) == fold(note))
}
