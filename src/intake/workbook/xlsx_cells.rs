//! One sheet of Excel since 2007 → its cells, a row at a time.

use std::borrow::Cow;

use super::Trouble;
use super::pieces::PartPieces;
use super::shown::Shown;
use super::strings;
use super::strings::Texts;
use super::unfolding::Unfolding;
use crate::intake::grid::Area;
use crate::intake::number::Number;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Piece;
use crate::intake::xml::Tag;
use crate::intake::xml::local;

/// Bytes of a sheet that are read at one go where no row ends.
const GO: u64 = 64 << 10;

/// What all sheets of a workbook share.
pub(super) struct Shared {
    pub(super) texts: Texts,
    pub(super) formats: Vec<Shown>,
    pub(super) since_1904: bool,
}

/// A sheet on its way.
pub(super) struct Cells {
    pieces: PartPieces,
    row: u32,
    column: u32,
    whole: bool,
    /// The value of the cell in hand.
    value: String,
}

/// What the tag of a cell says.
struct Of {
    place: Option<(u32, u32)>,
    kind: Kind,
    style: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Number,
    Shared,
    /// What a formula gave.
    Calculated,
    Inline,
    Truth,
    Error,
    Day,
}

impl Of {
    fn tag(tag: &Tag) -> Self {
        let mut of = Self { place: None, kind: Kind::Number, style: 0 };
        for (name, value) in tag.attributes() {
            match local(name) {
                "r" => of.place = cell_place(value),
                "s" => of.style = value.trim().parse().unwrap_or(0),
                "t" => {
                    of.kind = match value {
                        "s" => Kind::Shared,
                        "str" => Kind::Calculated,
                        "inlineStr" => Kind::Inline,
                        "b" => Kind::Truth,
                        "e" => Kind::Error,
                        "d" => Kind::Day,
                        _ => Kind::Number,
                    }
                }
                _ => {}
            }
        }
        of
    }
}

impl Cells {
    pub(super) fn of(unfolding: Unfolding) -> Self {
        Self { pieces: PartPieces::of(unfolding), row: 0, column: 0, whole: false, value: String::new() }
    }

    pub(super) fn pieces(&self) -> &PartPieces {
        &self.pieces
    }

    /// Reads to the end of a row; says whether more may follow.
    pub(super) fn read(&mut self, shared: &Shared, cells: &mut dyn TakeCells) -> Result<bool, Trouble> {
        let until = self.pieces.passed() + GO;
        while let Some(piece) = self.pieces.next()? {
            match piece {
                Piece::Open(tag) => match tag.name {
                    "c" => {
                        let of = Of::tag(&tag);
                        (self.row, self.column) = of.place.unwrap_or((self.row, self.column));
                        self.cell(&of, shared, cells)?;
                        self.column = self.column.saturating_add(1);
                    }
                    "row" => {
                        self.row = tag.number("r").map_or(self.row, |number| number.saturating_sub(1));
                        self.column = 0;
                        if tag.yes("hidden") {
                            cells.hide_row(self.row);
                        }
                    }
                    "col" if tag.yes("hidden") => {
                        let first = tag.number("min").unwrap_or(1).max(1) - 1;
                        cells.hide_columns(first, tag.number("max").map_or(first, |last| last.saturating_sub(1)));
                    }
                    "mergeCell" => {
                        if let Some(area) = tag.get("ref").and_then(|area| merged(&area)) {
                            cells.merge(area);
                        }
                    }
                    _ => {}
                },
                Piece::Close("row") => {
                    self.row = self.row.saturating_add(1);
                    return Ok(true);
                }
                Piece::Close("worksheet") => self.whole = true,
                _ => {}
            }
            if self.pieces.passed() > until {
                return Ok(true);
            }
        }
        if self.whole { Ok(false) } else { Err(Trouble::Damaged) }
    }

    /// Reads one cell to its end.
    fn cell(&mut self, of: &Of, shared: &Shared, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
        let (value, mut formula) = (&mut self.value, false);
        value.clear();
        while let Some(piece) = self.pieces.next()? {
            match piece {
                Piece::Close("c") => break,
                Piece::Open(inner) => match inner.name {
                    "v" => self.pieces.text_until("v", value)?,
                    "is" => strings::runs(&mut self.pieces, "is", value)?,
                    "f" => {
                        formula = true;
                        self.pieces.pass("f")?;
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let (row, column) = (self.row, self.column);
        if formula && value.trim().is_empty() && of.kind != Kind::Calculated {
            return Ok(cells.formula_without_value(row, column)?);
        }
        let text = match of.kind {
            Kind::Shared => value.trim().parse().map_or("", |number| shared.texts.get(number)).into(),
            Kind::Calculated | Kind::Inline => strings::without_escapes(value),
            Kind::Truth => if value.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
            Kind::Error => Cow::Borrowed(value.as_str()),
            Kind::Day => iso_day(value).into(),
            Kind::Number if value.trim().is_empty() => Cow::Borrowed(""),
            Kind::Number => {
                let shown = shared.formats.get(of.style).copied().unwrap_or_default();
                if shown == Shown::Plain && Number::is_plain(value) {
                    return Ok(cells.put(row, column, value)?);
                }
                let number = Number::written(value);
                number.map_or(Cow::Borrowed(value.as_str()), |number| shown.text(&number, shared.since_1904).into())
            }
        };
        Ok(cells.put(row, column, &text)?)
    }
}

/// A day as ISO writes it, as Vietnam does; anything else as it is.
pub(super) fn iso_day(text: &str) -> String {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let [year, month, day] = parts[..] else { return text.to_owned() };
    if [year, month, day].iter().any(|part| part.is_empty() || !part.bytes().all(|digit| digit.is_ascii_digit())) {
        return text.to_owned();
    }
    let time = time.trim_end_matches('Z');
    let time = time.split_once('.').map_or(time, |(time, _)| time);
    let time = time.strip_suffix(":00").filter(|time| time.len() == 5).unwrap_or(time);
    let midnight = time.bytes().all(|letter| matches!(letter, b'0' | b':'));
    if midnight { format!("{day}/{month}/{year}") } else { format!("{day}/{month}/{year} {time}") }
}

/// Row and column of a place such as `AB12`, counted from 0.
fn cell_place(place: &str) -> Option<(u32, u32)> {
    let place = place.trim();
    let end = place.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, digits) = place.split_at(end);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((digits.parse::<u32>().ok()?.checked_sub(1)?, column - 1))
}

fn merged(area: &str) -> Option<Area> {
    let (first, last) = area.split_once(':')?;
    let ((top, left), (bottom, right)) = (cell_place(first)?, cell_place(last)?);
    Some(Area { top, left, bottom, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_letters_and_digits() {
        assert_eq!(cell_place("A1"), Some((0, 0)));
        assert_eq!(cell_place("XFD1048576"), Some((1_048_575, 16_383)));
        assert_eq!(
            (cell_place("A0"), cell_place("1"), cell_place("AAAA1"), cell_place("Ä1")),
            (None, None, None, None)
        );
    }

    #[test]
    fn iso_days_are_written_as_vietnam_does() {
        for (iso, expected) in [
            ("2023-06-05", "05/06/2023"),
            ("2023-06-05T00:00:00", "05/06/2023"),
            ("2023-06-05T08:30:00.000Z", "05/06/2023 08:30"),
            ("2023-06-05T08:30:15", "05/06/2023 08:30:15"),
            ("H38-230605-0012", "H38-230605-0012"),
        ] {
            assert_eq!(iso_day(iso), expected);
        }
    }
}
