//! One sheet of Excel since 2007 → its cells, a row at a time.

use std::borrow::Cow;

use super::Trouble;
use super::pieces::PartPieces;
use super::plain_cell::PlainCell;
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
    /// Whether formulas are to be calculated by whoever opens the workbook.
    pub(super) recalculated: bool,
}

/// A sheet on its way.
pub(super) struct Cells {
    pieces: PartPieces,
    at: At,
    whole: bool,
    /// The value of the cell in hand.
    value: String,
}

/// Where the next cell stands unless it says otherwise.
struct At {
    row: u32,
    column: u32,
}

impl At {
    /// Where this cell stands; the next one stands to its right.
    #[inline]
    fn place(&mut self, of: Of) -> (u32, u32) {
        let (row, column) = of.place.unwrap_or((self.row, self.column));
        (self.row, self.column) = (row, column.saturating_add(1));
        (row, column)
    }
}

/// What the tag of a cell says.
#[derive(Clone, Copy)]
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

impl Kind {
    fn of(word: &str) -> Self {
        // By letters: nearly all are one or none, and a comparison of texts is a call each.
        match word.as_bytes() {
            [b's'] => Self::Shared,
            [b'b'] => Self::Truth,
            [b'e'] => Self::Error,
            [b'd'] => Self::Day,
            [] | [_] => Self::Number,
            _ if word == "str" => Self::Calculated,
            _ if word == "inlineStr" => Self::Inline,
            _ => Self::Number,
        }
    }
}

impl Of {
    fn tag(tag: &Tag) -> Self {
        let mut of = Self { place: None, kind: Kind::Number, style: 0 };
        for (name, value) in tag.attributes() {
            match local(name) {
                "r" => of.place = cell_place(value),
                "s" => of.style = style(value),
                "t" => of.kind = Kind::of(value),
                _ => {}
            }
        }
        of
    }

    fn plain(cell: &PlainCell) -> Self {
        Self { place: cell_place(cell.place), kind: Kind::of(cell.kind), style: style(cell.style) }
    }
}

fn style(value: &str) -> usize {
    value.trim().parse().unwrap_or(0)
}

impl Cells {
    pub(super) fn of(unfolding: Unfolding) -> Self {
        Self::within(PartPieces::of(unfolding))
    }

    pub(super) const fn within(pieces: PartPieces) -> Self {
        Self { pieces, at: At { row: 0, column: 0 }, whole: false, value: String::new() }
    }

    pub(super) fn pieces(&self) -> &PartPieces {
        &self.pieces
    }

    /// Reads to the end of a row; says whether more may follow.
    pub(super) fn read(&mut self, shared: &Shared, cells: &mut dyn TakeCells) -> Result<bool, Trouble> {
        let until = self.pieces.passed() + GO;
        loop {
            self.plain_cells(until, shared, cells)?;
            let Some(piece) = self.pieces.next()? else { break };
            match piece {
                Piece::Open(tag) => match tag.name {
                    "c" => {
                        let of = Of::tag(&tag);
                        self.cell(of, shared, cells)?;
                    }
                    "row" => {
                        let row = tag.number("r").map_or(self.at.row, |number| number.saturating_sub(1));
                        self.at = At { row, column: 0 };
                        if tag.yes("hidden") {
                            cells.hide_row(row);
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
                    self.at.row = self.at.row.saturating_add(1);
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

    /// Reads the cells at hand that are written as nearly all are.
    fn plain_cells(&mut self, until: u64, shared: &Shared, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
        while self.pieces.passed() <= until {
            let Some(cell) = PlainCell::of(self.pieces.at_hand()) else { break };
            let of = Of::plain(&cell);
            given(of, self.at.place(of), cell.value, shared, cells)?;
            let length = cell.length;
            self.pieces.passes(length);
        }
        Ok(())
    }

    /// Reads one cell to its end.
    fn cell(&mut self, of: Of, shared: &Shared, cells: &mut dyn TakeCells) -> Result<(), Trouble> {
        let (row, column) = self.at.place(of);
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
        // Some programs write 0 for what they do not calculate, and leave that to whoever opens the workbook.
        let is_left = value.trim().is_empty() || (shared.recalculated && value.trim() == "0");
        if formula && is_left && of.kind != Kind::Calculated {
            return Ok(cells.formula_without_value(row, column)?);
        }
        given(of, (row, column), value, shared, cells)
    }
}

/// Gives a cell's text, by what its tag says of its value.
fn given(
    of: Of,
    (row, column): (u32, u32),
    value: &str,
    shared: &Shared,
    cells: &mut dyn TakeCells,
) -> Result<(), Trouble> {
    let text = match of.kind {
        Kind::Shared | Kind::Number if value.trim().is_empty() => Cow::Borrowed(""),
        Kind::Shared => shared.texts.get(value.trim().parse().map_err(|_| Trouble::Damaged)?)?.into(),
        Kind::Calculated | Kind::Inline => strings::without_escapes(value),
        Kind::Truth => match value.trim() {
            "1" | "true" | "TRUE" => "TRUE".into(),
            "0" | "false" | "FALSE" => "FALSE".into(),
            other => other.to_owned().into(),
        },
        Kind::Error => Cow::Borrowed(value),
        Kind::Day => iso_day(value).into(),
        Kind::Number => {
            let shown = shared.formats.get(of.style).copied().unwrap_or_default();
            if shown == Shown::Plain && Number::is_plain(value) {
                return Ok(cells.put(row, column, value)?);
            }
            let number = Number::written(value);
            number.map_or(Cow::Borrowed(value), |number| shown.text(&number, shared.since_1904).into())
        }
    };
    Ok(cells.put(row, column, &text)?)
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
    let place = place.as_bytes().trim_ascii();
    let (letters, digits) = place.split_at(place.iter().position(|letter| !letter.is_ascii_alphabetic())?);
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters {
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let mut row = 0_u32;
    for digit in digits {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        row = row.checked_mul(10)?.checked_add(digit)?;
    }
    Some((row.checked_sub(1)?, column - 1))
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
        assert_eq!(["A0", "1", "AAAA1", "Ä1", "A0B1", "A1B", "A99999999999", "A", ""].map(cell_place), [None; 9]);
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
