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
    pub(super) percent: bool,
    pub(super) copies: bool,
}

impl Notes {
    pub(super) fn given<'figures>(figures: &(impl Iterator<Item = &'figures Figures> + Clone)) -> Self {
        let any = |note: fn(&Figures) -> &Option<Sourced<String>>| {
            figures
                .clone()
                .filter_map(|own| note(own).as_ref())
                .any(|note| meant(&note.value).is_some_and(|meant| !meant.is_empty()))
        };
        Self { percent: any(|own| &own.percent_note), copies: any(|own| &own.copies_note) }
    }

    /// Tells where the export's own note differs from ours.
    pub(super) fn compare(&self, result: &UnitResult, notices: &mut Notices) {
        let own = &result.figures;
        let mut compare = |filled: bool, given: &Option<Sourced<String>>, ours: Option<Warning>, known: bool| {
            let Some(given) = given.as_ref().filter(|_| filled && known) else { return };
            let Some(meant) = meant(&given.value) else { return };
            let word = ours.map_or("", |warning| warning.card.word);
            if meant != word {
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

/// What a note of a table says: a word of the rules where it begins with one, the note itself where it says how low
/// («Rất thấp»), nothing where it is empty or denies it («Không thấp»). `None` for any other remark.
pub(super) fn meant(note: &str) -> Option<&str> {
    let note = note.trim();
    if note.is_empty() {
        return Some(note);
    }
    let folded = fold(note);
    let begins =
        |text: &str, word: &str| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    if let Some(card) = ALL.iter().find(|card| begins(&folded, &fold(card.word))) {
        return Some(card.word);
    }
    let (first, _) = folded.split_once(' ').filter(|(_, rest)| begins(rest, "thap"))?;
    match first {
        "khong" | "chua" => Some(""),
        "rat" | "kha" | "hoi" | "con" | "van" => Some(note),
        _ => None,
    }
}
