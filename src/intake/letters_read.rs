//! How the letters of a file were read: the repair of its cells, and what other readings would have given, so that an
//! officer can look and choose another.

use std::borrow::Cow;

use super::Encoding;
use super::Repair;
use super::RepairChoice;
use super::Row;
use super::decode::read;
use super::encodings::mojibake::Repaired;
use super::repair;
use super::sense::Words;
use super::sniff;
use super::sniff::Sniffed;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::tidy;

/// Longest sample shown, in characters.
const SAMPLE: usize = 80;
/// Text that alternatives are weighed by, in bytes: the header and the first units say enough.
const WEIGHED: usize = 16 << 10;
/// Damaged cells whose place is kept.
const PLACES: usize = 50;

/// One way to read a file's letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
    /// Its bytes, under an encoding.
    Encoding(Encoding),
    /// Its letters, repaired.
    Repair(Repair),
}

impl ReadAs {
    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Encoding(encoding) => encoding.label(),
            Self::Repair(repair) => repair.label(),
        }
    }
}

/// What a file would say under one reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The reading.
    pub read_as: ReadAs,
    /// How much Vietnamese it gives; below 0 is rubbish.
    pub score: i64,
    /// Whether it is the one that was taken.
    pub chosen: bool,
    /// The same line of the file under each reading: the one with most letters to look at.
    pub sample: String,
}

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
    /// Adds what an officer has to know.
    pub fn notice(&self, place: &Place, notices: &mut Notices) {
        let at = |change: &Change| place.cell(change.row, change.column);
        if let Some(first) = &self.first {
            let found = format!("{} → {}", first.before, first.after);
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
            notices.add(NoticeCode::Mojibake, &at(damage), &found);
        }
        if !self.certain {
            let (chosen, others): (Vec<_>, Vec<_>) = self.alternatives.iter().partition(|one| one.chosen);
            let best = others.into_iter().max_by_key(|other| other.score);
            let shown: Vec<String> =
                chosen.into_iter().chain(best).map(|one| format!("{}: {}", one.read_as.label(), one.sample)).collect();
            notices.add(NoticeCode::EncodingUncertain, place, &shown.join(" / "));
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

    /// Repairs the cells of a row that leaves.
    pub(super) fn row(&mut self, mut row: Row) -> Row {
        if self.repair.is_none() && !self.left {
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

/// How the head of a text would read under each encoding and repair that makes some sense, the reading that would be taken
/// first. A workbook has none: its letters are Unicode, and only its rows can be judged.
#[must_use]
pub fn alternatives(head: &[u8]) -> Vec<Alternative> {
    let sniffed = sniff::sniff(head, false, None);
    if sniffed.as_ref().is_err_and(|error| !matches!(error, super::IntakeError::NotUnicode { .. })) {
        return Vec::new();
    }
    let sniffed = sniffed.ok();
    let repair = sniffed
        .filter(|sniffed| sniffed.encoding.is_unicode())
        .and_then(|sniffed| repair::detect(&read(&head[sniffed.mark..], sniffed.encoding)));
    of_bytes(head, sniffed, repair)
}

fn of_bytes(head: &[u8], sniffed: Option<Sniffed>, repair: Option<Repair>) -> Vec<Alternative> {
    let mark = sniffed.map_or(0, |sniffed| sniffed.mark);
    let head = &head[mark..head.len().min(mark + WEIGHED)];
    let chosen = sniffed.map(|sniffed| sniffed.encoding);
    let taken = chosen.map(|encoding| read(head, encoding));
    let mut all = taken.as_deref().map_or_else(Vec::new, |text| of_text(text, chosen, repair));
    let mut texts: Vec<String> = taken.clone().into_iter().collect();
    for encoding in Encoding::ALL.into_iter().filter(|encoding| Some(*encoding) != chosen) {
        let text = read(head, encoding);
        let score = Words::of(&text).sense();
        // Other programs show old encodings as the Western one: the officer knows the file so.
        let familiar = encoding == Encoding::Windows1252 && chosen.is_none_or(|chosen| !chosen.is_unicode());
        if (score > 0 || familiar) && !texts.contains(&text) {
            let at = line(taken.as_deref().unwrap_or(&text));
            let sample = shown(&text, at);
            all.push(Alternative { read_as: ReadAs::Encoding(encoding), score, chosen: false, sample });
            texts.push(text);
        }
    }
    all
}

/// The readings of a text: as it stands, and repaired.
fn of_text(text: &str, encoding: Option<Encoding>, taken: Option<Repair>) -> Vec<Alternative> {
    let mut end = text.len().min(WEIGHED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let at = line(&taken.map_or_else(|| text.to_owned(), |repair| repair::repaired_text(repair, text)));
    let plain = Words::of(text).sense();
    let as_it_stands = Alternative {
        read_as: ReadAs::Encoding(encoding.unwrap_or(Encoding::Utf8)),
        score: plain,
        chosen: taken.is_none(),
        sample: shown(text, at),
    };
    let mut all = vec![as_it_stands];
    for repair in Repair::ALL {
        let repaired = repair::repaired_text(repair, text);
        let score = Words::of(&repaired).sense();
        if taken == Some(repair) || (repaired != text && score > plain) {
            let sample = shown(&repaired, at);
            all.push(Alternative { read_as: ReadAs::Repair(repair), score, chosen: taken == Some(repair), sample });
        }
    }
    all.sort_by_key(|one| !one.chosen);
    all
}

/// The line that shows most letters beyond ASCII, the first of equals.
fn line(text: &str) -> usize {
    let letters =
        |line: &str| line.chars().take(SAMPLE).filter(|letter| !letter.is_ascii() && letter.is_alphabetic()).count();
    let lines: Vec<usize> = text.lines().map(letters).collect();
    (0..lines.len()).rev().max_by_key(|at| lines[*at]).unwrap_or(0)
}

fn shown(text: &str, at: usize) -> String {
    quote(text.lines().nth(at).unwrap_or_default())
}

/// A line short enough to be looked at.
fn quote(text: &str) -> String {
    tidy(text).chars().take(SAMPLE).collect()
}
