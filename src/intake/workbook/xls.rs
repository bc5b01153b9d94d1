//! Excel until 2003 → sheets, as BIFF8 (since 97) and BIFF5 (95) keep them.

use super::Book;
use super::Found;
use super::SHEETS_LIMIT;
use super::Trouble;
use super::biff::Record;
use super::biff::Records;
use super::container::Container;
use super::rich::Look;
use super::shown::Shown;
use super::strings::Texts;
use super::xls_cells::Formulas;
use super::xls_cells::Shared;
use super::xls_cells::record_of_sheet;
use crate::domain::Map;
use crate::intake::Encoding;
use crate::intake::sheet::TakeCells;

/// Begin and end of a stream within the stream, which charts have too.
const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;

/// Records that are read at one go.
const RECORDS: usize = 200;

struct About {
    name: String,
    hidden: bool,
    at: usize,
}

/// Whether the bytes are a workbook's stream that nothing contains.
pub(super) fn is_bare(head: &[u8]) -> bool {
    matches!(head, [0x09, 0x08, 6..=16, 0, 0, 5 | 6, 5, 0, ..])
}

/// A workbook: the stream that holds its sheets one behind the other.
pub(super) struct Xls {
    stream: Vec<u8>,
    shared: Shared,
    about: Vec<About>,
    /// The sheet that is read, or is read next, and where in the stream.
    at: usize,
    open: Option<Open>,
    /// No record is read twice, so a file whose sheets overlap is damaged, and takes no longer than others.
    records_left: usize,
    /// Bytes that were passed, of all readings and of this one.
    passed: u64,
    done: u64,
    whole: u64,
}

/// A sheet on its way.
struct Open {
    at: usize,
    depth: usize,
    formulas: Formulas,
}

impl Xls {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Trouble> {
        if is_bare(&bytes) {
            return Self::of(bytes);
        }
        let container = Container::open(&bytes)?;
        // An xlsx behind a password is wrapped in the container of the old format.
        if container.holds("EncryptedPackage") {
            return Err(Trouble::Password);
        }
        let stream = container.stream("Workbook").transpose().or_else(|| container.stream("Book").transpose());
        let Some(stream) = stream else {
            let is_text = container.holds("WordDocument");
            return Err(if is_text { Trouble::Text { format: "văn bản Word (.doc)" } } else { Trouble::Damaged });
        };
        let stream = stream?;
        drop(container);
        drop(bytes);
        Self::of(stream)
    }

    fn of(stream: Vec<u8>) -> Result<Self, Trouble> {
        let (shared, about) = globals(&stream)?;
        let (records_left, whole) = (stream.len() / 4 + 1, stream.len() as u64);
        Ok(Self { stream, shared, about, at: 0, open: None, records_left, passed: 0, done: 0, whole })
    }
}

impl Book for Xls {
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble> {
        let Some(open) = &mut self.open else {
            let Some(About { name, hidden, at }) = self.about.get(self.at) else { return Ok(Found::End) };
            self.open = Some(Open { at: *at, depth: 0, formulas: Formulas::default() });
            return Ok(Found::Sheet { name: name.clone(), hidden: *hidden });
        };
        let from = open.at;
        let more = sheet(&self.stream, open, &self.shared, &mut self.records_left, cells)?;
        let read = (open.at - from) as u64;
        self.passed += read;
        self.done += read;
        if more {
            return Ok(Found::More);
        }
        self.open = None;
        self.at += 1;
        Ok(Found::SheetEnd)
    }

    fn again(&mut self, sheet: usize) -> Result<(), Trouble> {
        (self.at, self.open, self.done) = (sheet, None, 0);
        self.records_left = self.stream.len() / 4 + 1;
        let next = self.about.get(sheet + 1).map_or(self.stream.len(), |next| next.at);
        self.whole = self.about.get(sheet).map_or(0, |sheet| next.saturating_sub(sheet.at)) as u64;
        Ok(())
    }

    fn passed(&self) -> u64 {
        self.passed
    }

    fn far(&self) -> (u64, u64) {
        (self.done, self.whole)
    }
}

/// What stands before the sheets.
fn globals(stream: &[u8]) -> Result<(Shared, Vec<About>), Trouble> {
    let mut shared = Shared {
        texts: Texts::default(),
        fonts: Vec::new(),
        formats: Vec::new(),
        since_1904: false,
        unicode: true,
        code_page: Encoding::Windows1252,
    };
    let (mut codes, mut styles, mut about) = (Map::new(), Vec::new(), Vec::new());
    let mut whole = false;
    for mut record in Records::from(stream, 0) {
        match record.kind {
            0x002f if !record.data().is_empty() => return Err(Trouble::Password),
            BEGIN => shared.unicode = record.u16() != Some(0x0500),
            END => {
                whole = true;
                break;
            }
            0x0042 => shared.code_page = code_page(record.u16().unwrap_or(0)),
            0x0022 => shared.since_1904 = record.u16() == Some(1),
            0x0031 => shared.fonts.push(font(&mut record)),
            0x041e => {
                if let Some((number, code)) = format(&mut record, &shared) {
                    codes.insert(number, Shown::by_code(&code));
                }
            }
            0x00e0 => {
                record.go_to(2);
                styles.push(u32::from(record.u16().unwrap_or(0)));
            }
            0x0085 if about.len() < SHEETS_LIMIT => about.extend(bound_sheet(&mut record, &shared)),
            0x00fc => {
                record.go_to(8);
                while let Some(text) = record.u16().and_then(|length| record.rich(length.into(), &shared.fonts)) {
                    shared.texts.push(&text)?;
                }
            }
            _ => {}
        }
    }
    let shown = |number: u32| codes.get(&number).copied().or_else(|| Shown::by_number(number)).unwrap_or_default();
    shared.formats = styles.into_iter().map(shown).collect();
    if whole { Ok((shared, about)) } else { Err(Trouble::Damaged) }
}

/// How the letters of a font look.
fn font(record: &mut Record) -> Look {
    record.go_to(2);
    let struck = record.u16().is_some_and(|marks| marks & 8 != 0);
    record.go_to(8);
    Look { raised: matches!(record.u16(), Some(1 | 2)), struck }
}

fn code_page(number: u16) -> Encoding {
    match number {
        1258 => Encoding::Windows1258,
        1200 => Encoding::Utf16Le,
        65001 => Encoding::Utf8,
        _ => Encoding::Windows1252,
    }
}

fn format(record: &mut Record, shared: &Shared) -> Option<(u32, String)> {
    let number = u32::from(record.u16()?);
    let code = if shared.unicode {
        let length = record.u16()?;
        record.unicode(length.into())?
    } else {
        let length = record.u8()?;
        record.bytes_of(length.into(), shared.code_page)?
    };
    Some((number, code))
}

/// A worksheet; `None` for charts and macros.
fn bound_sheet(record: &mut Record, shared: &Shared) -> Option<About> {
    let at = record.u32()? as usize;
    let hidden = record.u8()? & 3 != 0;
    let worksheet = record.u8()? == 0;
    let length = usize::from(record.u8()?);
    let name = if shared.unicode { record.unicode(length)? } else { record.bytes_of(length, shared.code_page)? };
    worksheet.then_some(About { name, hidden, at })
}

/// Reads some records of a sheet; says whether more may follow.
fn sheet(
    stream: &[u8],
    open: &mut Open,
    shared: &Shared,
    records_left: &mut usize,
    cells: &mut dyn TakeCells,
) -> Result<bool, Trouble> {
    let mut records = Records::from(stream, open.at);
    for _ in 0..RECORDS {
        let mut record = records.next().ok_or(Trouble::Damaged)?;
        open.at = stream.len() - records.left();
        *records_left = records_left.checked_sub(1).ok_or(Trouble::Damaged)?;
        match record.kind {
            BEGIN => open.depth += 1,
            END if open.depth <= 1 => {
                let blank = if open.formulas.calculated { &[][..] } else { &open.formulas.blank };
                for (row, column) in blank {
                    cells.formula_without_value(*row, *column)?;
                }
                return Ok(false);
            }
            END => open.depth -= 1,
            _ if open.depth > 1 => {}
            _ => record_of_sheet(&mut record, shared, &mut open.formulas, cells)?.unwrap_or_default(),
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::super::sheets;
    use super::*;
    use crate::intake::sheet::Sheet;

    /// The first sheet of a stream.
    fn first_sheet(stream: Vec<u8>) -> Sheet {
        sheets(&mut Xls::of(stream).unwrap()).unwrap().remove(0)
    }

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    #[test]
    fn a_workbook_of_95_keeps_its_texts_in_a_code_page() {
        // «Số hóa» in windows-1258: the tone is a byte of its own behind its vowel.
        let text = b"S\xf4\xec h\xf3a";
        let mut globals = [record(BEGIN, &[0, 5, 5, 0]), record(0x42, &1258_u16.to_le_bytes())].concat();
        let at = u32::try_from(globals.len() + 4 + 7 + text.len() + 4).unwrap();
        let name = [&at.to_le_bytes()[..], &[0, 0, 7], text].concat();
        globals.extend(record(0x85, &name));
        globals.extend(record(END, &[]));
        let label = [&[0, 0, 1, 0, 0, 0, 7, 0][..], text].concat();
        let sheet = [record(BEGIN, &[0, 5, 0x10, 0]), record(0x0204, &label), record(END, &[])].concat();
        let stream = [globals, sheet].concat();
        assert!(is_bare(&record(BEGIN, &[0, 5, 5, 0, 0, 0])));
        let sheet = first_sheet(stream);
        assert_eq!(sheet.name, "Số hóa");
        assert_eq!(sheet.rows[0].cells, ["", "Số hóa"]);
    }

    #[test]
    fn an_empty_text_is_a_value_where_other_formulas_have_one() {
        let formula = |row: u8, value: [u8; 8]| record(0x06, &[&[row, 0, 0, 0, 0, 0][..], &value, &[0; 8]].concat());
        let blank = [3, 0, 0, 0, 0, 0, 0xff, 0xff];
        let sheet_of = |others: &[u8]| {
            let globals_length = 8 + 4 + 9 + 4;
            let globals = [
                record(BEGIN, &[0, 6, 5, 0]),
                record(0x85, &[globals_length, 0, 0, 0, 0, 0, 1, 0, b'a']),
                record(END, &[]),
            ];
            let sheet = [record(BEGIN, &[0, 6, 0x10, 0]), formula(0, blank), others.to_vec(), record(END, &[])];
            first_sheet([globals.concat(), sheet.concat()].concat())
        };
        assert_eq!(sheet_of(&[]).beside.formulas_without_value.len(), 1);
        assert!(sheet_of(&formula(1, 5_f64.to_le_bytes())).beside.formulas_without_value.is_empty());
    }
}
