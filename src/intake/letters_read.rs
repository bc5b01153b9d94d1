//! What became of the letters of a file: the repair of its cells, and what an officer has to know about it.

use std::borrow::Cow;

use super::Alternative;
use super::Repair;
use super::RepairChoice;
use super::Row;
use super::alternatives::of_bytes;
use super::alternatives::of_text;
use super::alternatives::quote;
use super::encodings::mojibake::Repaired;
use super::repair;
use super::sniff::Sniffed;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// Damaged cells whose place is kept.
const PLACES: usize = 50;

/// A cell before and after its repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its row.
    pub row: u32,
    /// Its column.
    pub column: u32,
    /// As it stands in the file.
    pub before: String,
    /// As it is used.
    pub after: String,
}

/// Chữ đã đọc: what became of the letters of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LettersRead {
    /// The repair that was made; where none was made, the letters stand as the encoding gives them.
    pub repair: Option<Repair>,
    /// Whether an officer asked for the repair, or for none.
    pub asked: bool,
    /// How many cells were repaired.
    pub repaired: u64,
    /// The first of them.
    pub first: Option<Change>,
    /// How many cells hold letters that are lost, guessed, or damaged and left so.
    pub damaged: u64,
    /// The first of them.
    pub damages: Vec<Change>,
    /// Whether every other reading is clearly worse than the one taken.
    pub certain: bool,
    /// Whether zeros stood in the text.
    pub zeros: bool,
    /// The readings that make some sense, the one taken first, each with a sample.
    pub alternatives: Vec<Alternative>,
}

impl LettersRead {
    /// Adds what an officer has to know. What stands in a cell that may not be `shown`, by its row and column, is not quoted,
    /// nor are lines of a file with such cells.
    pub fn notice(&self, place: &Place, shown: Option<&dyn Fn(u32, u32) -> bool>, notices: &mut Notices) {
        let quoted = |change: &Change, text: String| {
            if shown.is_none_or(|shown| shown(change.row, change.column)) { text } else { String::new() }
        };
        let at = |change: &Change| place.cell(change.row, change.column);
        if let Some(first) = &self.first {
            let found = quoted(first, format!("{} → {}", first.before, first.after));
            notices.add(NoticeCode::LettersRepaired, &at(first), &found);
        }
        // Places behind the kept ones are counted all the same.
        let last = self.damages.last();
        for damage in self
            .damages
            .iter()
            .chain(last.into_iter().cycle())
            .take(usize::try_from(self.damaged).unwrap_or(usize::MAX))
        {
            let found = if damage.before == damage.after {
                damage.before.clone()
            } else {
                format!("{} → {}", damage.before, damage.after)
            };
            notices.add(NoticeCode::Mojibake, &at(damage), &quoted(damage, found));
        }
        if !self.certain {
            let (chosen, others): (Vec<_>, Vec<_>) = self.alternatives.iter().partition(|one| one.chosen);
            let best = others.into_iter().max_by_key(|other| other.score);
            let name = |one: &Alternative| match shown {
                Some(_) => one.read_as.label().to_owned(),
                None => format!("{}: {}", one.read_as.label(), one.sample),
            };
            let named: Vec<String> = chosen.into_iter().chain(best).map(name).collect();
            notices.add(NoticeCode::EncodingUncertain, place, &named.join(" / "));
        }
        if self.zeros {
            notices.add(NoticeCode::ZerosInText, place, "");
        }
    }
}

/// Repairs rows on their way, as the head of the file calls for.
pub(super) struct Mender {
    repair: Option<Repair>,
    /// Mojibake that is left as it is, because an officer said so.
    left: bool,
    read: LettersRead,
}

impl Mender {
    /// Judges the letters of a sample, cells between tabs or line ends. Letters that an old encoding gave are not judged
    /// again, unless an officer asks.
    pub(super) fn new(sample: &str, sniffed: Option<(&[u8], Sniffed)>, choice: Option<RepairChoice>) -> Self {
        let unicode = sniffed.is_none_or(|(_, sniffed)| sniffed.encoding.is_unicode());
        let found = if unicode { repair::diagnose(sample) } else { repair::Diagnosis::default() };
        let repair = match choice {
            Some(RepairChoice::Keep) => None,
            Some(RepairChoice::Apply(repair)) => Some(repair),
            None => found.repair,
        };
        let sure = match choice {
            // An officer who has looked is not asked again, unless the letters speak against the answer.
            Some(_) => found.repair.is_none() || found.repair == repair || found.repair == Some(Repair::Mojibake),
            None => found.suspected.is_none(),
        };
        let read = LettersRead {
            repair,
            asked: choice.is_some(),
            certain: sure && sniffed.is_none_or(|(_, sniffed)| sniffed.certain),
            alternatives: match sniffed {
                Some((head, sniffed)) => of_bytes(head, Some(sniffed), repair),
                None => of_text(sample, None, repair),
            },
            ..LettersRead::default()
        };
        Self { repair, left: repair.is_none() && found.repair == Some(Repair::Mojibake), read }
    }

    /// A text of many cells, repaired, to be judged.
    pub(super) fn text<'text>(&self, text: &'text str) -> Cow<'text, str> {
        self.repair.map_or(Cow::Borrowed(text), |repair| Cow::Owned(repair::repaired_text(repair, text)))
    }

    /// What a row weighs as a header when its cells are repaired.
    pub(super) fn weight(&self, header_weight: fn(&[String]) -> usize, cells: &[String]) -> usize {
        match self.repair {
            None => header_weight(cells),
            Some(repair) => header_weight(&cells.iter().map(|cell| repair::apply(repair, cell)).collect::<Vec<_>>()),
        }
    }

    /// Whether any row may leave otherwise than it came.
    pub(super) fn mends(&self) -> bool {
        self.repair.is_some() || self.left
    }

    /// Repairs the cells of a row that leaves.
    pub(super) fn row(&mut self, mut row: Row) -> Row {
        if !self.mends() {
            return row;
        }
        for (column, cell) in row.cells.iter_mut().enumerate() {
            let Some(Repaired { text, doubtful }) = repair::repaired(self.repair.unwrap_or(Repair::Mojibake), cell)
            else {
                continue;
            };
            let after = if self.left { cell.clone() } else { text };
            let change = || Change {
                row: row.number,
                column: u32::try_from(column + 1).unwrap_or(u32::MAX),
                before: quote(cell),
                after: quote(&after),
            };
            if doubtful || self.left {
                self.read.damaged += 1;
                if self.read.damages.len() < PLACES {
                    self.read.damages.push(change());
                }
            } else {
                self.read.repaired += 1;
                if self.read.first.is_none() {
                    self.read.first = Some(change());
                }
            }
            *cell = after;
        }
        row
    }

    /// Notes that zeros stood in the text.
    pub(super) fn zeros(&mut self) {
        self.read.zeros = true;
    }

    /// What became of the letters.
    pub(super) fn finish(self) -> LettersRead {
        self.read
    }
}

/// The cells of some rows, a line a row, as a sample.
pub(super) fn sample<'rows>(rows: impl Iterator<Item = &'rows Row>) -> String {
    rows.fold(String::new(), |sample, row| sample + &row.cells.join("\t") + "\n")
}
