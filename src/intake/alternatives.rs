//! How else the letters of a file could be read, each reading with a line of the file to look at.

use super::Encoding;
use super::IntakeError;
use super::Repair;
use super::decode::read;
use super::repair;
use super::sense::Words;
use super::sniff;
use super::sniff::Sniffed;
use crate::domain::sort_by_key;
use crate::text::tidy;

/// Longest sample shown, in characters.
const SAMPLE: usize = 80;
/// Text that alternatives are weighed by, in bytes: the header and the first units say enough.
const WEIGHED: usize = 16 << 10;
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

/// How the head of a text would read under each encoding and repair that makes some sense, the reading that would be taken
/// first. A workbook has none: its letters are Unicode, and only its rows can be judged.
#[must_use]
pub fn alternatives(head: &[u8]) -> Vec<Alternative> {
    let sniffed = sniff::sniff(head, false, None);
    if sniffed.as_ref().is_err_and(|error| !matches!(error, IntakeError::NotUnicode { .. })) {
        return Vec::new();
    }
    let sniffed = sniffed.ok();
    let repair = sniffed
        .filter(|sniffed| sniffed.encoding.is_unicode())
        .and_then(|sniffed| repair::detect(&read(&head[sniffed.mark..], sniffed.encoding)));
    of_bytes(head, sniffed, repair)
}

pub(super) fn of_bytes(head: &[u8], sniffed: Option<Sniffed>, repair: Option<Repair>) -> Vec<Alternative> {
    let mark = sniffed.map_or(0, |sniffed| sniffed.mark);
    let head = &head[mark..head.len().min(mark + WEIGHED)];
    let chosen = sniffed.map(|sniffed| sniffed.encoding);
    let taken = chosen.map(|encoding| read(head, encoding));
    let mut all = taken.as_deref().map_or_else(Vec::new, |text| of_text(text, chosen, repair));
    if chosen == Some(Encoding::Utf8) && taken.as_deref().is_some_and(is_unmistakable) {
        return all;
    }
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

/// Letters beyond ASCII after which bytes that are well-formed UTF-8 are nothing else.
const UNMISTAKABLE: usize = 32;

/// Whether a text of UTF-8 holds so many letters beyond ASCII, none of them damaged, that no other encoding is meant.
fn is_unmistakable(text: &str) -> bool {
    !text.contains(char::REPLACEMENT_CHARACTER)
        && text.chars().filter(|letter| !letter.is_ascii()).nth(UNMISTAKABLE).is_some()
}

/// The readings of a text: as it stands, and repaired.
pub(super) fn of_text(text: &str, encoding: Option<Encoding>, taken: Option<Repair>) -> Vec<Alternative> {
    let mut end = text.len().min(WEIGHED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let text = &text[..end];
    let at = line(&taken.map_or_else(|| text.to_owned(), |repair| repair::repaired_text(repair, text)));
    let words = Words::of(text);
    let plain = words.sense();
    let as_it_stands = Alternative {
        read_as: ReadAs::Encoding(encoding.unwrap_or(Encoding::Utf8)),
        score: plain,
        chosen: taken.is_none(),
        sample: shown(text, at),
    };
    let mut all = vec![as_it_stands];
    // To repair all cells of a text that is well, to see what it would say, takes a quarter of all judging.
    let is_well = taken.is_none() && repair::is_well(text, &words);
    for repair in Repair::ALL.into_iter().filter(|_| !is_well) {
        let repaired = repair::repaired_text(repair, text);
        let score = Words::of(&repaired).sense();
        if taken == Some(repair) || (repaired != text && score > plain) {
            let sample = shown(&repaired, at);
            all.push(Alternative { read_as: ReadAs::Repair(repair), score, chosen: taken == Some(repair), sample });
        }
    }
    sort_by_key(&mut all, |one| !one.chosen);
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
pub(super) fn quote(text: &str) -> String {
    tidy(text).chars().take(SAMPLE).collect()
}
