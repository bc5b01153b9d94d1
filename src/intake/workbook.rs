//! Workbooks to rows: xlsx, xlsb, xls and ods through `calamine`, cell by cell. A workbook is no stream, so its bytes
//! are held until the last has come.

use std::io::Cursor;
use std::io::Read;
use std::io::Seek;

use calamine::Data;
use calamine::DataRef;
use calamine::ExcelDateTime;
use calamine::Ods;
use calamine::OdsError;
use calamine::Reader;
use calamine::SheetVisible;
use calamine::Xls;
use calamine::XlsError;
use calamine::Xlsb;
use calamine::XlsbError;
use calamine::Xlsx;
use calamine::XlsxError;

use super::IntakeError;
use super::Row;

/// Largest workbook that is read, in bytes.
pub(super) const SIZE_LIMIT: usize = 100 << 20;
/// Most cells that are read of one sheet.
const CELL_LIMIT: usize = 3_000_000;
/// Blank rows that are told as rows; a stray cell at the end of a sheet must not make a million of them.
const GAP_TOLD: u32 = 1000;
/// What an archive may unfold to, in bytes: a workbook of a hundred thousand rows unfolds to a tenth of this.
const UNFOLDED_LIMIT: u64 = 1 << 30;

/// Which kind of workbook a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, binary.
    Xlsb,
    /// Excel until 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl Kind {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// Trang tính: one sheet of a workbook.
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) rows: Vec<Row>,
}

/// Why a workbook cannot be read, before it is put in a sentence.
enum Trouble {
    Password,
    TooManyCells,
    /// The library's own words would tell an officer nothing.
    Damaged,
}

/// Whether the first bytes are an archive's or an old binary's, which workbooks are.
pub(super) fn may_be(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"\xd0\xcf\x11\xe0")
}

/// All sheets of a workbook that hold anything.
pub(super) fn sheets(bytes: &[u8]) -> Result<(Kind, Vec<Sheet>), IntakeError> {
    let (kind, sheets) = if bytes.starts_with(b"PK") {
        let kind = kind_of_archive(bytes)?;
        let sheets = match kind {
            Kind::Ods => ods(bytes),
            Kind::Xlsb => xlsb(bytes),
            _ => xlsx(bytes),
        };
        (kind, sheets)
    } else {
        // An xlsx behind a password is wrapped in the container of the old format.
        let sheets = match xls(bytes) {
            Err(Trouble::Damaged) => match Xlsx::new(Cursor::new(bytes)) {
                Err(XlsxError::Password) => Err(Trouble::Password),
                _ => Err(Trouble::Damaged),
            },
            sheets => sheets,
        };
        (Kind::Xls, sheets)
    };
    let sheets = sheets.map_err(|trouble| match trouble {
        Trouble::Password => IntakeError::Password,
        Trouble::TooManyCells => IntakeError::SheetTooLarge { limit: CELL_LIMIT },
        Trouble::Damaged => IntakeError::WorkbookDamaged,
    })?;
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(IntakeError::Empty);
    }
    Ok((kind, sheets))
}

/// Which workbook an archive is, by the names of its parts; what it would unfold to is asked first.
fn kind_of_archive(bytes: &[u8]) -> Result<Kind, IntakeError> {
    let damaged = |_: zip::result::ZipError| IntakeError::WorkbookDamaged;
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut unfolded = 0_u64;
    for at in 0..archive.len() {
        unfolded = unfolded.saturating_add(archive.by_index_raw(at).map_err(damaged)?.size());
    }
    if unfolded > UNFOLDED_LIMIT {
        return Err(IntakeError::WorkbookTooLarge { megabytes: unfolded >> 20 });
    }
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("xl/workbook.bin") {
        return Ok(Kind::Xlsb);
    }
    if holds("content.xml") {
        return Ok(Kind::Ods);
    }
    if holds("xl/workbook.xml") || archive.file_names().any(|name| name.is_ok_and(|name| name.starts_with("xl/"))) {
        return Ok(Kind::Xlsx);
    }
    let format = if holds("word/document.xml") { "văn bản Word (.docx)" } else { "tệp nén (.zip)" };
    let remedy =
        "Hãy chọn bảng tính hoặc tệp CSV; nếu bảng nằm trong Word, bôi đen bảng, sao chép rồi dán vào ô «Dán bảng».";
    Err(IntakeError::OtherFormat { format, remedy })
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let trouble = |error: XlsxError| match error {
        XlsxError::Password => Trouble::Password,
        _ => Trouble::Damaged,
    };
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(trouble)?;
    let mut sheets = Vec::new();
    for about in workbook.sheets_metadata().to_vec() {
        let mut rows = Rows::default();
        let merged = workbook.merge_cells_by_sheet_name(&about.name).unwrap_or_default();
        // Sheets of charts alone have no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&about.name) else { continue };
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(trouble)? {
            let percent = || {
                let format = cells.styles().get(style).and_then(|style| style.number_format.as_ref());
                format.is_some_and(|format| format.format_code.contains('%'))
            };
            let text = match cell.get_value() {
                DataRef::Float(value) => number(*value, percent()),
                DataRef::Int(value) => whole(*value, percent()),
                DataRef::SharedString(text) => (*text).to_owned(),
                other => text_of(&Data::from(other.clone())),
            };
            rows.put(cell.get_position(), text)?;
        }
        for merge in merged {
            rows.fill_down(merge.start, merge.end);
        }
        sheets.push(Sheet { name: about.name, hidden: about.visible != SheetVisible::Visible, rows: rows.finish() });
    }
    Ok(sheets)
}

fn xls(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let trouble = |error: XlsError| match error {
        XlsError::Password => Trouble::Password,
        _ => Trouble::Damaged,
    };
    all_sheets(Xls::new(Cursor::new(bytes)).map_err(trouble)?, trouble)
}

fn xlsb(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let trouble = |error: XlsbError| match error {
        XlsbError::Password => Trouble::Password,
        _ => Trouble::Damaged,
    };
    all_sheets(Xlsb::new(Cursor::new(bytes)).map_err(trouble)?, trouble)
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let trouble = |error: OdsError| match error {
        OdsError::Password => Trouble::Password,
        _ => Trouble::Damaged,
    };
    all_sheets(Ods::new(Cursor::new(bytes)).map_err(trouble)?, trouble)
}

/// The sheets of a format that `calamine` reads as a whole, without number formats.
fn all_sheets<Source: Read + Seek, Book: Reader<Source>>(
    mut workbook: Book,
    trouble: impl Fn(Book::Error) -> Trouble,
) -> Result<Vec<Sheet>, Trouble> {
    let mut sheets = Vec::new();
    for about in workbook.sheets_metadata().to_vec() {
        let range = workbook.worksheet_range(&about.name).map_err(&trouble)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut rows = Rows::default();
        for (row, column, value) in range.used_cells() {
            let at = |offset: usize, start: u32| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(start);
            rows.put((at(row, top), at(column, left)), text_of(value))?;
        }
        sheets.push(Sheet { name: about.name, hidden: about.visible != SheetVisible::Visible, rows: rows.finish() });
    }
    Ok(sheets)
}

/// Cells on their way into rows; they come row by row, left to right.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    cells: usize,
}

impl Rows {
    /// Puts a cell in its place, counted from 0.
    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Trouble> {
        if text.is_empty() {
            return Ok(());
        }
        let (number, column) = (row.saturating_add(1), column as usize);
        let last = self.rows.last().map_or(0, |row| row.number);
        if number > last {
            if number - last <= GAP_TOLD {
                self.rows.extend((last + 1..number).map(|number| Row { number, cells: Vec::new() }));
            }
            self.rows.push(Row { number, cells: Vec::new() });
        }
        let Ok(at) = self.rows.binary_search_by_key(&number, |row| row.number) else { return Ok(()) };
        let cells = &mut self.rows[at].cells;
        self.cells += (column + 1).saturating_sub(cells.len());
        if self.cells > CELL_LIMIT {
            return Err(Trouble::TooManyCells);
        }
        if cells.len() <= column {
            cells.resize(column + 1, String::new());
        }
        cells[column] = text;
        Ok(())
    }

    /// Gives the text of a merged cell to all rows it spans, in its first column: a heading of two rows' height heads both.
    fn fill_down(&mut self, start: (u32, u32), end: (u32, u32)) {
        let column = start.1 as usize;
        let find = |rows: &[Row], row: u32| rows.binary_search_by_key(&(row + 1), |row| row.number).ok();
        let Some(first) = find(&self.rows, start.0) else { return };
        let Some(text) = self.rows[first].cells.get(column).cloned().filter(|text| !text.is_empty()) else { return };
        for row in start.0 + 1..=end.0.min(start.0.saturating_add(GAP_TOLD)) {
            if let Some(at) = find(&self.rows, row) {
                let cells = &mut self.rows[at].cells;
                if cells.len() <= column {
                    cells.resize(column + 1, String::new());
                }
                cells[column].clone_from(&text);
            }
        }
    }

    fn finish(self) -> Vec<Row> {
        self.rows
    }
}

/// The text of a cell as a person reads it.
fn text_of(value: &Data) -> String {
    match value {
        Data::Int(value) => whole(*value, false),
        Data::Float(value) => number(*value, false),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(value) => day(*value),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// A day as Vietnam writes it.
fn day(value: ExcelDateTime) -> String {
    let (year, month, day, ..) = value.to_ymd_hms_milli();
    format!("{day:02}/{month:02}/{year}")
}

fn whole(value: i64, percent: bool) -> String {
    if percent { format!("{}%", i128::from(value) * 100) } else { value.to_string() }
}

/// A stored number with its point, so that no rule about separators can mistake it: three decimals get a fourth.
fn number(value: f64, percent: bool) -> String {
    let plain = value.to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if percent {
        // A hundred times as much, in digits: 0.723 is 72.3%.
        let digits = format!("{whole}{fraction:0<2}");
        let (whole, fraction) = digits.split_at(whole.len() + 2);
        let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let point = if fraction.is_empty() { "" } else { "." };
        return format!("{sign}{whole}{point}{fraction}{}%", if fraction.len() == 3 { "0" } else { "" });
    }
    if fraction.len() == 3 { format!("{plain}0") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_numbers_keep_their_value_and_cannot_be_thousands() {
        for (value, percent, text) in [
            (1343.0, false, "1343"),
            (72.3, false, "72.3"),
            (1.343, false, "1.3430"),
            (0.723, true, "72.3%"),
            (0.49, true, "49%"),
            (1.0, true, "100%"),
            (0.05, true, "5%"),
            (0.000_5, true, "0.05%"),
            (0.123_45, true, "12.3450%"),
            (-0.5, true, "-50%"),
            (0.0, true, "0%"),
        ] {
            assert_eq!(number(value, percent), text);
        }
        assert_eq!(whole(1, true), "100%");
    }

    #[test]
    fn a_stray_cell_makes_no_million_rows() {
        let mut rows = Rows::default();
        assert!(rows.put((0, 0), "a".into()).is_ok() && rows.put((3, 1), "b".into()).is_ok());
        assert!(rows.put((1_048_575, 16_383), "c".into()).is_ok());
        let rows = rows.finish();
        let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4, 1_048_576]);
        assert_eq!(rows[3].cells, ["", "b"]);
    }

    #[test]
    fn a_merged_heading_heads_every_row_it_spans() {
        let mut rows = Rows::default();
        for (row, column, text) in [(0, 0, "Đơn vị"), (0, 1, "Số hóa"), (1, 1, "Tỷ lệ")] {
            assert!(rows.put((row, column), text.into()).is_ok());
        }
        rows.fill_down((0, 0), (1, 0));
        assert_eq!(rows.finish()[1].cells, ["Đơn vị", "Tỷ lệ"]);
    }
}
