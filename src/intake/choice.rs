//! Which sheet of a workbook, or which table of a web page, is read: the one an officer names, else the one that looks most like a table of the field.

use super::Beside;
use super::Format;
use super::HEAD_ROWS;
use super::IntakeError;
use super::Kind;
use super::Row;
use super::Understood;
use super::sheet::Sheet;
use crate::text::fold;

/// Rows of a sheet that are shown where one is chosen, and cells of each.
const PREVIEW: (usize, usize) = (5, 8);
/// Rows that a header may stand over.
const HEADER: usize = 2;
/// Letters of a cell that are shown there.
const PREVIEW_LETTERS: usize = 40;

/// A sheet as it is offered for choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetSeen {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// How many of its rows hold anything.
    pub rows: usize,
    /// How many known headers its best row holds.
    pub header_weight: usize,
    /// The first cells of its first rows that hold anything, cut when long.
    pub preview: Vec<Vec<String>>,
    /// Which of its rows that hold anything is most like a header, counted from 0.
    pub(super) header: Option<usize>,
    /// Whether figures stand below it: an empty form has none.
    is_filled: bool,
    /// How many known headers of figures its best row holds.
    figures: usize,
    /// Whether its header names the figure for whose sake others are left unread.
    is_preferred: bool,
    /// How many rows with figures stand below its header, up to two: one alone may show how to fill it in.
    figure_rows: usize,
}

impl SheetSeen {
    fn of(sheet: &Sheet, header_weight: &dyn Fn(&[String]) -> usize, prefers: &dyn Fn(&[String]) -> usize) -> Self {
        let filled = || sheet.rows.iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        let cut = |cell: &String| {
            let mut letters = cell.chars();
            let start: String = letters.by_ref().take(PREVIEW_LETTERS).collect();
            if letters.next().is_some() { start + "…" } else { start }
        };
        let weights = filled().take(HEAD_ROWS).map(|row| header_weight(&row.cells));
        let best = weights
            .enumerate()
            .filter(|(_, weight)| *weight > 0)
            .reduce(|best, next| if next.1 > best.1 { next } else { best });
        let figures = |row: &Row| row.cells.iter().filter(|cell| header_weight(&[(*cell).clone()]) > 0).count();
        let below = best.map_or(usize::MAX, |(at, _)| at + 1);
        Self {
            is_filled: sheet.long.is_some() || holds_figures(filled().skip(below)),
            figure_rows: match sheet.long {
                Some(_) => 2,
                None => filled().skip(below).filter(|row| holds_figures([*row])).take(2).count(),
            },
            is_preferred: best.is_some_and(|(at, _)| filled().skip(at).take(HEADER).any(|row| prefers(&row.cells) > 0)),
            figures: best.and_then(|(at, _)| filled().nth(at)).map_or(0, figures),
            name: sheet.name.clone(),
            hidden: sheet.hidden,
            rows: filled().count() + sheet.long.as_ref().map_or(0, |long| long.below),
            header_weight: best.map_or(0, |(_, weight)| weight),
            preview: filled().take(PREVIEW.0).map(|row| row.cells.iter().take(PREVIEW.1).map(cut).collect()).collect(),
            header: best.map(|(at, _)| at),
        }
    }

    /// Whether its name says that it shows how to fill in another, or holds what was reached at another time.
    #[must_use]
    pub fn is_aside(&self) -> bool {
        is_aside(&self.name)
    }

    /// Takes away what stands below its header: in lists of dossiers, names of citizens.
    pub(super) fn keep_header_alone(&mut self) {
        self.preview.truncate(self.header.map_or(0, |at| at + 1));
    }
}

/// Whether rows hold figures: in a row that names something a number besides its ordinal, and not 0, which the sums of an
/// empty form are.
fn holds_figures<'rows>(rows: impl IntoIterator<Item = &'rows Row>) -> bool {
    // The last ordinal of each column, as far as it holds ordinals alone.
    let mut ordinals: Vec<u32> = Vec::new();
    for row in rows.into_iter().filter(|row| row.cells.iter().any(|cell| cell.chars().any(char::is_alphabetic))) {
        ordinals.resize(ordinals.len().max(row.cells.len()), 0);
        for (cell, last) in row.cells.iter().zip(&mut ordinals) {
            let cell = cell.trim();
            let is_number = cell.starts_with(|first: char| first.is_ascii_digit());
            if !is_number || !cell.bytes().any(|byte| matches!(byte, b'1'..=b'9')) {
                continue;
            }
            match cell.trim_end_matches('.').parse() {
                Ok(number) if number == *last + 1 || number == 1 => *last = number,
                _ => return true,
            }
        }
    }
    false
}

/// Whether the name of a sheet says so.
fn is_aside(name: &str) -> bool {
    let folded = fold(name);
    let words: Vec<&str> = folded.split(' ').collect();
    words.windows(2).any(|pair| {
        matches!(
            pair,
            ["huong", "dan"] | ["vi", "du"] | ["cung", "ky"] | ["ky" | "thang" | "quy" | "nam" | "tuan", "truoc"]
        )
    })
}

/// The sheet that is read, and what is known of all.
pub(super) struct Chosen {
    /// Its place among all, counted from 0.
    pub(super) at: usize,
    pub(super) sheet: Sheet,
    /// The other sheets with a table like it, where nobody has said which is meant.
    pub(super) alike: Vec<String>,
    /// The other sheets that hold anything.
    pub(super) others: Vec<String>,
    /// All sheets in their order.
    pub(super) seen: Vec<SheetSeen>,
    /// All but the one that is read.
    pub(super) rest: Vec<Sheet>,
}

/// Tells how many headers of some kind a row holds.
type Weighs<'weighs> = &'weighs dyn Fn(&[String]) -> usize;

/// Chooses the sheet that is read. Visible sheets go before hidden ones, filled ones before empty forms, then the one
/// whose header names what is preferred, then the one with the weightiest header, then one whose name does not set it aside,
/// then one with several rows, then the first.
pub(super) fn choose(
    mut sheets: Vec<Sheet>,
    header_weight: &dyn Fn(&[String]) -> usize,
    prefers: Weighs,
    wanted: Option<&str>,
) -> Result<Chosen, IntakeError> {
    let seen: Vec<SheetSeen> = sheets.iter().map(|sheet| SheetSeen::of(sheet, header_weight, prefers)).collect();
    if let Some(wanted) = wanted.filter(|wanted| seen.iter().all(|sheet| sheet.name != *wanted)) {
        let sheets = seen.iter().map(|sheet| format!("«{}»", sheet.name)).collect::<Vec<_>>().join(", ");
        return Err(IntakeError::NoSuchSheet { wanted: wanted.to_owned(), sheets });
    }
    let rank = |sheet: &SheetSeen| {
        (
            Some(sheet.name.as_str()) == wanted,
            // An empty form is read only where nothing is filled in.
            sheet.header_weight > 1 && !sheet.hidden && sheet.is_filled,
            // A header alone, as web pages keep one above a table that scrolls, is no table.
            sheet.header_weight > 0 && !sheet.hidden && sheet.rows > 1,
            sheet.is_preferred,
            sheet.header_weight,
            !sheet.is_aside(),
            sheet.figure_rows,
            !sheet.hidden,
            sheet.rows > 0,
        )
    };
    let chosen = (0..seen.len()).rev().max_by_key(|at| rank(&seen[*at])).ok_or(IntakeError::Empty)?;
    let sheet = sheets.remove(chosen);
    let others = || (0..seen.len()).filter(|at| *at != chosen).map(|at| &seen[at]).filter(|other| other.rows > 0);
    // With one known header alone a sheet is no table yet; with figures below headers of figures it is one, whatever it
    // counts.
    let is_alike = |other: &&SheetSeen| {
        let header = seen[chosen].header_weight;
        let is_same = header > 1 && other.header_weight == header;
        let is_table = other.header_weight > 1 && other.figures > 0 && other.is_filled;
        wanted.is_none() && (is_same || is_table) && other.hidden == sheet.hidden && other.rows > 1
    };
    let alike = others().filter(is_alike).map(|other| other.name.clone()).collect();
    let others = others().map(|other| other.name.clone()).collect();
    Ok(Chosen { at: chosen, sheet, alike, others, seen, rest: sheets })
}

/// The sheet of a workbook that is read with its place among all, and how the workbook was understood.
pub(super) fn of_workbook(
    kind: Kind,
    sheets: Vec<Sheet>,
    header_weight: &dyn Fn(&[String]) -> usize,
    prefers: &dyn Fn(&[String]) -> usize,
    wanted: Option<&str>,
) -> Result<(usize, Sheet, Understood), IntakeError> {
    let Chosen { at, mut sheet, alike, others, seen, .. } = choose(sheets, header_weight, prefers, wanted)?;
    let decomposed = sheet.rows.iter().any(|row| row.cells.iter().any(|cell| cell.chars().any(super::is_loose_mark)));
    let beside = Box::new(Beside { alike, ..std::mem::take(&mut sheet.beside) });
    let (name, hidden) = (sheet.name.clone(), sheet.hidden);
    let format = Format::Workbook { kind, sheet: name, hidden, others, sheets: seen };
    Ok((at, sheet, Understood { format, open_quote: None, decomposed, letters: Box::default(), beside }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Row;

    fn sheet(name: &str, hidden: bool, header: &str) -> Sheet {
        let row = |number, cell: &str| Row { number, cells: vec![cell.to_owned(), cell.to_owned()] };
        let rows = vec![row(1, "Báo cáo"), Row { number: 2, cells: Vec::new() }, row(3, header)];
        Sheet { name: name.to_owned(), hidden, rows, beside: Beside::default(), areas: Vec::new(), long: None }
    }

    /// Name of the chosen sheet and of those alike.
    fn chosen(sheets: Vec<Sheet>, wanted: Option<&str>) -> Result<(String, Vec<String>), IntakeError> {
        let weight = |cells: &[String]| cells.iter().filter(|cell| *cell == "Đơn vị").count();
        let Chosen { sheet, alike, .. } = choose(sheets, &weight, &|_| 0, wanted)?;
        Ok((sheet.name, alike))
    }

    #[test]
    fn of_sheets_alike_the_first_is_read_and_the_others_are_named() {
        let sheets = || {
            vec![
                sheet("Bìa", false, "x"),
                sheet("Tháng 5", false, "Đơn vị"),
                sheet("Tháng 6", false, "Đơn vị"),
                sheet("Cũ", true, "Đơn vị"),
            ]
        };
        assert_eq!(chosen(sheets(), None), Ok(("Tháng 5".to_owned(), vec!["Tháng 6".to_owned()])));
        assert_eq!(chosen(sheets(), Some("Tháng 6")), Ok(("Tháng 6".to_owned(), Vec::new())));
        let error = chosen(sheets(), Some("Tháng 7")).unwrap_err().to_string();
        assert!(error.contains("«Tháng 7»") && error.contains("«Bìa», «Tháng 5», «Tháng 6», «Cũ»"), "{error}");
    }

    #[test]
    fn of_sheets_alike_one_that_shows_how_or_when_else_is_read_last() {
        for aside in ["Hướng dẫn", "HUONG DAN NHAP", "Ví dụ", "Kỳ trước", "Tháng trước", "Cùng kỳ 2022"]
        {
            let sheets = vec![sheet(aside, false, "Đơn vị"), sheet("Số liệu", false, "Đơn vị")];
            assert_eq!(chosen(sheets, None), Ok(("Số liệu".to_owned(), vec![aside.to_owned()])), "{aside}");
        }
        // Alone it is read, and so is one that is named.
        let sheets = || vec![sheet("Kỳ trước", false, "Đơn vị"), sheet("Bìa", false, "x")];
        assert_eq!(chosen(sheets(), None), Ok(("Kỳ trước".to_owned(), Vec::new())));
        let both = vec![sheet("Kỳ trước", false, "Đơn vị"), sheet("Kỳ này", false, "Đơn vị")];
        assert_eq!(chosen(both, Some("Kỳ trước")), Ok(("Kỳ trước".to_owned(), Vec::new())));
        for name in ["Đúng và trước hạn", "Mẫu số 6"] {
            let sheets = vec![sheet(name, false, "Đơn vị"), sheet("Số liệu", false, "Đơn vị")];
            assert_eq!(chosen(sheets, None).unwrap().0, name);
        }
    }

    #[test]
    fn every_sheet_is_offered_with_its_first_rows() {
        let sheets = vec![sheet("a", false, "Đơn vị"), sheet("b", true, &"x".repeat(100))];
        let Chosen { seen: sheets, .. } = choose(sheets, &|_| 0, &|_| 0, None).unwrap();
        assert_eq!((sheets[1].name.as_str(), sheets[1].hidden, sheets[1].rows), ("b", true, 2));
        assert_eq!(sheets[1].preview[0], ["Báo cáo", "Báo cáo"]);
        assert_eq!(sheets[1].preview[1][0], "x".repeat(40) + "…");
    }

    #[test]
    fn of_a_list_of_dossiers_nothing_below_the_header_is_shown() {
        let citizen = sheet("a", false, "Đơn vị");
        let row = Row { number: 4, cells: vec!["Nguyễn Thị Hoa".to_owned()] };
        let mut listed =
            Sheet { rows: citizen.rows.into_iter().chain([row.clone()]).collect(), name: "a".into(), ..citizen };
        let weight = |cells: &[String]| cells.iter().filter(|cell| *cell == "Đơn vị").count();
        let mut seen = SheetSeen::of(&listed, &weight, &|_| 0);
        assert_eq!(seen.preview.len(), 3);
        seen.keep_header_alone();
        assert_eq!(seen.preview, [["Báo cáo", "Báo cáo"], ["Đơn vị", "Đơn vị"]]);
        // A sheet that goes on where another ends has no header of its own.
        listed.rows = vec![row];
        let mut seen = SheetSeen::of(&listed, &weight, &|_| 0);
        seen.keep_header_alone();
        assert!(seen.preview.is_empty());
    }
}
