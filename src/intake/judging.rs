//! The head of a file, judged in steps between which others are heard: its letters, what format it is, its separator; then
//! its rows.

use super::Encoding;
use super::HEAD;
use super::Hints;
use super::IntakeError;
use super::Sniffed;
use super::State;
use super::decode::Letters;
use super::dialect;
use super::held::Held;
use super::html_table;
use super::json;
use super::letters_read::Mender;
use super::lines::TakeRows;
use super::page::Page;
use super::sniff;
use super::text::Text;
use super::web_archive;
use super::workbook;
use super::workbook::Coming;

/// Bytes of the head whose rows are read in one step.
const ROWS: usize = 64 << 10;

/// Xét đầu tệp: a head on its way to be judged.
pub(super) struct Judging {
    /// The bytes that have come, perhaps more than are judged.
    head: Vec<u8>,
    /// Whether nothing follows them.
    whole: bool,
    known: Known,
}

/// What is known of it.
enum Known {
    Nothing,
    /// Its letters.
    Letters(Sniffed, String),
    /// Its letters, and how they are repaired.
    Repair(Sniffed, String, Mender),
    /// All; its rows are read up to this place.
    All(Box<Text>, usize),
}

impl Judging {
    pub(super) fn new(head: Vec<u8>, whole: bool) -> Self {
        Self { head, whole, known: Known::Nothing }
    }

    /// Judges a little, and gives the rows that are known then; the lane that goes on, once all is judged. Always the same
    /// bytes are judged, whatever the size of the blocks.
    pub(super) fn step(
        &mut self,
        weights: [fn(&[String]) -> usize; 2],
        hints: &Hints,
        give: &mut dyn TakeRows,
    ) -> Result<Option<State>, IntakeError> {
        let judged = &self.head[..self.head.len().min(HEAD)];
        self.known = match std::mem::replace(&mut self.known, Known::Nothing) {
            Known::Nothing => {
                let is_all = self.whole && judged.len() == self.head.len();
                let sniffed = sniff::sniff(judged, is_all, hints.encoding)?;
                let mut text = String::new();
                Letters::new(sniffed.encoding).decode(&judged[sniffed.mark..], true, &mut text);
                if text.contains('\0') {
                    text.retain(|letter| letter != '\0');
                }
                if text.trim().is_empty() && self.whole {
                    return Err(IntakeError::Empty);
                }
                if let Some(kind) = workbook::xml_kind(&text) {
                    let mut coming = Coming::text(kind, sniffed);
                    coming.feed(&self.head)?;
                    return Ok(Some(State::Workbook(coming)));
                }
                let is_archive = web_archive::may_be(&text);
                if is_archive || html_table::may_be(&text) || json::may_be(&text) {
                    let mut page = Page::new(sniffed, is_archive, weights, hints.clone());
                    page.feed(&self.head)?;
                    return Ok(Some(State::Held(Box::new(Held::Page(page)))));
                }
                Known::Letters(sniffed, text)
            }
            Known::Letters(sniffed, text) => {
                let mender = Mender::new(&text, Some((judged, sniffed)), hints.repair);
                Known::Repair(sniffed, text, mender)
            }
            Known::Repair(sniffed, text, mender) => {
                let dialect = dialect::judge(&mender.text(&text), &weights[0]);
                // The directive is plain ASCII: so many characters, so many code units.
                let unit = if matches!(sniffed.encoding, Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 };
                let begin = sniffed.mark + dialect.directive * unit;
                Known::All(Box::new(Text::new(sniffed, dialect, mender)), begin)
            }
            Known::All(mut text, at) => {
                let end = self.head.len().min(at + ROWS);
                text.feed(&self.head[at..end], give)?;
                if end == self.head.len() {
                    return Ok(Some(State::Text(text)));
                }
                Known::All(text, end)
            }
        };
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Intake;
    use super::super::Row;
    use super::*;

    /// The rows of a text whose blocks are taken, with so many steps behind each, and how it was understood.
    fn taken(text: &[u8], block: usize, steps: usize) -> (Vec<Row>, String) {
        let (mut rows, mut intake) = (Vec::new(), Intake::new(|_| 0, Hints::default()));
        let mut give = |row| rows.push(row);
        for block in text.chunks(block) {
            intake.take(block, &mut give).unwrap();
            for _ in 0..steps {
                if intake.is_judging() {
                    intake.step(&mut give).unwrap();
                }
            }
        }
        let understood = format!("{:?}", intake.finish(&mut give).unwrap());
        (rows, understood)
    }

    #[test]
    fn a_head_says_the_same_whoever_hears_between_its_steps() {
        let long = "Xã Bản Lầu;1\n".repeat(3 * HEAD / 16).into_bytes();
        for text in [&long[..], b"X\xe3;1\nS\xe8;2\n"] {
            let whole = taken(text, text.len(), 0);
            for (block, steps) in [(text.len(), 1), (4_096, 1), (4_096, 3), (100_000, 99), (7_000, 0)] {
                assert_eq!(taken(text, block, steps), whole, "blocks of {block} bytes, {steps} steps behind each");
            }
        }
    }

    #[test]
    fn a_head_is_judged_in_steps_and_a_short_text_too() {
        for lines in [10, HEAD / 13] {
            let mut intake = Intake::new(|_| 0, Hints::default());
            let text = "Xã Bản Lầu;1\n".repeat(lines);
            let (mut rows, mut steps) = (0, 0);
            intake.take(text.as_bytes(), &mut |_| rows += 1).unwrap();
            assert_eq!(rows, 0, "nothing is judged yet");
            while intake.step(&mut |_| rows += 1).unwrap() {
                steps += 1;
            }
            // Its letters, its repair, its separator, then its rows, 64 kB at a time.
            assert!(steps >= 4 + text.len() / ROWS, "{steps} steps");
            assert_eq!(rows, lines);
        }
    }
}
