//! Records of a sheet of Excel until 2003 → its cells.

use super::Trouble;
use super::biff::Record;
use super::biff::has_look;
use super::rich::Look;
use super::shown::Shown;
use super::strings::Texts;
use crate::intake::Encoding;
use crate::intake::grid::Area;
use crate::intake::number::Number;
use crate::intake::sheet::TakeCells;

/// What all sheets of a workbook share.
pub(super) struct Shared {
    pub(super) texts: Texts,
    /// How the letters of each font look.
    pub(super) fonts: Vec<Look>,
    pub(super) formats: Vec<Shown>,
    pub(super) since_1904: bool,
    /// Whether texts are Unicode (BIFF8) or bytes of a code page.
    pub(super) unicode: bool,
    pub(super) code_page: Encoding,
}

/// What is known of a sheet's formulas so far.
#[derive(Default)]
pub(super) struct Formulas {
    /// Where the text of the last one goes.
    pub(super) awaiting: Option<(u32, u32)>,
    /// Those whose value is an empty text: what Excel stores of `=""`, and what programs store that do not calculate.
    pub(super) blank: Vec<(u32, u32)>,
    /// Whether any has another value, so that somebody did calculate.
    pub(super) calculated: bool,
}

/// Reads one record of a sheet; `None` where it is shorter than its kind.
pub(super) fn record_of_sheet(
    record: &mut Record,
    shared: &Shared,
    formulas: &mut Formulas,
    cells: &mut dyn TakeCells,
) -> Result<Option<()>, Trouble> {
    macro_rules! take {
        ($value:expr) => {
            match $value {
                Some(value) => value,
                None => return Ok(None),
            }
        };
    }
    let kind = record.kind;
    if kind == 0x0207 {
        let text = take!(long_text(record, shared));
        if let Some((row, column)) = formulas.awaiting.take() {
            cells.put(row, column, &text)?;
        }
        return Ok(Some(()));
    }
    let first = u32::from(take!(record.u16()));
    let second = u32::from(take!(record.u16()));
    match kind {
        0x0208 => {
            record.go_to(12);
            if take!(record.u16()) & 0x20 != 0 {
                cells.hide_row(first);
            }
        }
        0x007d => {
            record.go_to(8);
            if take!(record.u16()) & 1 != 0 {
                cells.hide_columns(first, second);
            }
        }
        0x00e5 => {
            for at in 0..first as usize {
                record.go_to(2 + at * 8);
                let (top, bottom) = (take!(record.u16()).into(), take!(record.u16()).into());
                let (left, right) = (take!(record.u16()).into(), take!(record.u16()).into());
                cells.merge(Area { top, left, bottom, right });
            }
        }
        0x00bd => {
            let count = record.data().len().saturating_sub(6) / 6;
            for column in (second..).take(count) {
                let style = take!(record.u16());
                let number = rk(take!(record.u32()));
                cells.put(first, column, &shared.text(number, style))?;
            }
        }
        0x0203 | 0x027e | 0x0204 | 0x00d6 | 0x00fd | 0x0205 | 0x0006 => {
            let style = take!(record.u16());
            let text = match kind {
                0x0203 => shared.text(Number::of(take!(record.f64())), style),
                0x027e => shared.text(rk(take!(record.u32())), style),
                0x00fd => shared.texts.get(take!(record.u32()) as usize)?.to_owned(),
                0x0205 => {
                    let (value, error) = (take!(record.u8()), take!(record.u8()));
                    truth_or_error(value, error != 0)
                }
                0x0006 => return formula(record, (first, second), style, shared, formulas, cells).map(Some),
                0x00d6 => take!(of_runs(record, shared)),
                _ => take!(long_text(record, shared)),
            };
            cells.put(first, second, &text)?;
        }
        _ => {}
    }
    Ok(Some(()))
}

/// Reads a formula's stored value; its text, if it has one, is the next record.
fn formula(
    record: &mut Record,
    (row, column): (u32, u32),
    style: u16,
    shared: &Shared,
    formulas: &mut Formulas,
    cells: &mut dyn TakeCells,
) -> Result<(), Trouble> {
    formulas.awaiting = None;
    let text = match record.data().get(6..14) {
        Some([0, _, _, _, _, _, 0xff, 0xff]) => {
            formulas.awaiting = Some((row, column));
            formulas.calculated = true;
            String::new()
        }
        Some([1, _, value, _, _, _, 0xff, 0xff]) => truth_or_error(*value, false),
        Some([2, _, value, _, _, _, 0xff, 0xff]) => truth_or_error(*value, true),
        Some([_, _, _, _, _, _, 0xff, 0xff]) => {
            formulas.blank.push((row, column));
            return Ok(());
        }
        _ => shared.text(record.f64().and_then(Number::of), style),
    };
    formulas.calculated |= !text.is_empty();
    Ok(cells.put(row, column, &text)?)
}

fn long_text(record: &mut Record, shared: &Shared) -> Option<String> {
    let length = usize::from(record.u16()?);
    // An empty text may end before its mark.
    if length == 0 {
        return Some(String::new());
    }
    if shared.unicode { record.unicode(length) } else { record.bytes_of(length, shared.code_page) }
}

/// A text with the runs of its fonts behind it.
fn of_runs(record: &mut Record, shared: &Shared) -> Option<String> {
    let text = long_text(record, shared)?;
    // In 95 a run takes two bytes, and its letters are bytes of a code page: the text stays as it is.
    let count = if shared.unicode && has_look(&shared.fonts) { record.u16().unwrap_or(0) } else { 0 };
    if count == 0 {
        return Some(text);
    }
    let units: Vec<u16> = text.encode_utf16().collect();
    Some(record.runs(&units, count.into(), &shared.fonts).unwrap_or(text))
}

impl Shared {
    fn text(&self, number: Option<Number>, style: u16) -> String {
        let shown = self.formats.get(usize::from(style)).copied().unwrap_or_default();
        number.map_or_else(String::new, |number| shown.text(&number, self.since_1904))
    }
}

/// A number in four bytes: whole or the upper half of a binary fraction, a hundred times too large or not.
pub(super) fn rk(packed: u32) -> Option<Number> {
    let number = if packed & 2 == 0 {
        Number::of(f64::from_bits(u64::from(packed & !3) << 32))
    } else {
        Number::of(f64::from(packed.cast_signed() >> 2))
    };
    number.map(|number| number.times_ten_to(if packed & 1 == 0 { 0 } else { -2 }))
}

/// The text of a truth value or an error, as spreadsheets show it.
pub(super) fn truth_or_error(value: u8, is_error: bool) -> String {
    let text = match (is_error, value) {
        (false, 0) => "FALSE",
        (false, _) => "TRUE",
        (true, 0x00) => "#NULL!",
        (true, 0x07) => "#DIV/0!",
        (true, 0x0f) => "#VALUE!",
        (true, 0x17) => "#REF!",
        (true, 0x1d) => "#NAME?",
        (true, 0x24) => "#NUM!",
        (true, _) => "#N/A",
    };
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_unpacked() {
        #[track_caller]
        fn case(packed: u32, expected: &str) {
            assert_eq!(rk(packed).unwrap().text(), expected);
        }
        case(366 << 2 | 2, "366");
        case(7230 << 2 | 3, "72.3"); // 7230 hundredths
        case(0x3ff0_0000, "1"); // the upper half of the double 1.0
        case((-5_i32 << 2).cast_unsigned() | 2, "-5");
    }
}
