//! A sheet as a workbook: its header stays in sight and is printed on every page, its rows can be filtered, its texts
//! are texts. The same sheet gives the same bytes, on every machine and on every day.

use std::borrow::Cow;

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::sheet::Cell;
use super::sheet::Sheet;

/// What it is called on the way to a disk.
pub const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Excel's limits: <https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3>.
const ROWS_BELOW_HEADER: usize = 1_048_575;
const TEXT_KEPT: usize = 32_767;

/// Height of a line of text, and of the highest row there can be, in points.
const LINE: u32 = 15;
const HIGHEST: u32 = 409;

/// Paper A4, in the numbers of the format.
const A4: u8 = 9;

/// The sheet as a workbook; rows and texts beyond Excel's limits are cut off.
///
/// # Panics
/// Never: what Excel refuses has been cut off, and a sheet's name is one of ours.
#[must_use]
pub fn to_xlsx(sheet: &Sheet) -> Vec<u8> {
    let mut workbook = Workbook::new();
    // The day is the same for all: a file tells what was found, not when.
    let made = ExcelDateTime::from_ymd(2000, 1, 1).expect("a day of the calendar");
    workbook.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&made));
    fill(workbook.add_worksheet(), sheet).expect("rows and texts are within the limits");
    workbook.save_to_buffer().expect("memory takes what is written to it")
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let cell = Format::new().set_align(FormatAlign::Top).set_text_wrap().set_border(FormatBorder::Thin);
    let header = cell.clone().set_bold().set_background_color("EEF1F4").set_align(FormatAlign::Center);
    page.set_name(sheet.name)?;
    for (column, about) in (0..).zip(&sheet.columns) {
        page.set_column_width(column, f64::from(about.width))?;
        page.write_string_with_format(0, column, about.header, &header)?;
    }
    for (row, cells) in (1..).zip(sheet.rows.iter().take(ROWS_BELOW_HEADER)) {
        // Excel would find the height by itself, LibreOffice lets the lines of a cell run over the next row.
        page.set_row_height(row, (LINE * highest(cells, sheet)).min(HIGHEST))?;
        for (column, content) in (0..).zip(cells) {
            match content {
                Cell::Empty => page.write_blank(row, column, &cell)?,
                Cell::Text(text) => page.write_string_with_format(row, column, shown(text), &cell)?,
                // The nearest binary number, which prints as the same digits: Excel keeps no other.
                Cell::Number(number) => {
                    let nearest: f64 = number.to_string().parse().expect("a decimal is a number");
                    page.write_number_with_format(row, column, nearest, &cell)?
                }
            };
        }
    }
    let last_row = u32::try_from(sheet.rows.len().min(ROWS_BELOW_HEADER)).unwrap_or(0);
    let last_column = u16::try_from(sheet.columns.len().saturating_sub(1)).unwrap_or(0);
    page.autofilter(0, 0, last_row, last_column)?;
    page.set_freeze_panes(1, 0)?;
    page.set_repeat_rows(0, 0)?;
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
    // In a header `&` begins a code, and `&&` is the letter.
    page.set_header(format!("&L{}", sheet.title.replace('&', "&&"))).set_footer("&RTrang &P/&N");
    Ok(())
}

/// Lines of the highest cell of a row.
fn highest(cells: &[Cell], sheet: &Sheet) -> u32 {
    let lines = cells.iter().zip(&sheet.columns).map(|(cell, column)| match cell {
        Cell::Text(text) => text.lines().map(|line| wrapped(line, usize::from(column.width))).sum(),
        Cell::Empty | Cell::Number(_) => 1,
    });
    lines.max().unwrap_or(1).max(1)
}

/// Lines that a text takes in a column of so many letters, broken between words and within words that are longer.
fn wrapped(text: &str, width: usize) -> u32 {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace().map(|word| word.chars().count()) {
        if used > 0 && used + 1 + word <= width {
            used += 1 + word;
            continue;
        }
        let broken = word.saturating_sub(1) / width;
        lines += u32::from(used > 0) + u32::try_from(broken).unwrap_or(HIGHEST);
        used = word - broken * width;
    }
    lines
}

/// A text as a workbook can hold it.
fn shown(text: &str) -> Cow<'_, str> {
    // The two that XML forbids and no one writes on purpose.
    let text = if text.contains(['\u{fffe}', '\u{ffff}']) {
        Cow::Owned(text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    };
    // Excel counts in UTF-16.
    if text.len() <= TEXT_KEPT || text.encode_utf16().count() <= TEXT_KEPT {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units >= TEXT_KEPT // the last place is the mark's
    });
    match end {
        Some((at, _)) => Cow::Owned(format!("{}…", &text[..at])),
        None => text,
    }
}

// The reader that reads back is not there in tests for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use calamine::Data;
    use calamine::Reader;
    use calamine::Xlsx;

    use super::super::sheet::Column;
    use super::*;
    use crate::domain::Decimal;

    /// What stands below the header of a sheet of one column, as another reader reads it.
    fn read_back(cells: Vec<Cell>) -> Vec<Data> {
        let sheet = Sheet {
            name: "Lưu ý",
            title: "Tổng & hợp".to_owned(),
            columns: vec![Column { header: "A", width: 10 }],
            rows: cells.into_iter().map(|cell| vec![cell]).collect(),
        };
        let mut workbook = Xlsx::new(std::io::Cursor::new(to_xlsx(&sheet))).unwrap();
        assert_eq!(workbook.sheet_names(), ["Lưu ý"]);
        let range = workbook.worksheet_range("Lưu ý").unwrap();
        range.rows().skip(1).map(|row| row[0].clone()).collect()
    }

    #[test]
    fn texts_stay_texts_whatever_they_look_like() {
        let texts = ["=1+1", "+1", "-1", "@SUM(A1)", "1.343", "05/6/2023", "http://a.vn", "_x0041_", "a\nb", " hở "];
        let cells = texts.map(|text| Cell::Text(text.to_owned()));
        assert_eq!(read_back(cells.to_vec()), texts.map(|text| Data::String(text.to_owned())));
    }

    #[test]
    fn numbers_stay_numbers_and_nothing_becomes_0() {
        let number = |text| Cell::Number(Decimal::from_plain(text).unwrap());
        let read =
            read_back(vec![number("1343"), Cell::Empty, number("-53.9"), Cell::count(None), number("72.345678")]);
        // The texts of the numbers are what the reader's binary numbers print as.
        let read: Vec<String> = read.iter().map(ToString::to_string).collect();
        assert_eq!(read, ["1343", "", "-53.9", "", "72.345678"]);
    }

    #[test]
    fn a_row_is_as_high_as_the_lines_of_its_texts() {
        #[track_caller]
        fn case(text: &str, lines: u32) {
            assert_eq!(wrapped(text, 10), lines, "{text}");
        }
        case("", 1);
        case("mười chữ 9", 1); // ten letters fill a line
        case("mười chữ 90", 2);
        case("một hai ba bốn năm", 2); // một hai ba | bốn năm
        case("a-very-long-name.csv", 2); // twenty letters without a space
        case("tệp a-very-long-name.csv", 3);
    }

    #[test]
    fn what_a_workbook_cannot_hold_is_cut_or_replaced() {
        // 32 767 letters of two bytes fit; one more does not, and a mark takes the last place.
        let fits = "ă".repeat(32_767);
        assert_eq!(shown(&fits), fits);
        let cut = shown(&"ă".repeat(32_768)).into_owned();
        assert_eq!((cut.chars().count(), cut.ends_with("ă…")), (32_767, true));
        // 𝔄 takes two places of UTF-16: 16 383 of them take 32 766.
        let cut = shown(&"𝔄".repeat(20_000)).into_owned();
        assert_eq!((cut.chars().filter(|letter| *letter == '𝔄').count(), cut.ends_with("𝔄…")), (16_383, true));
        assert_eq!(shown("a\u{ffff}b"), "a\u{fffd}b");
        let read = read_back(vec![Cell::Text("ă".repeat(40_000)), Cell::Text("\u{fffe}\u{0}\r".to_owned())]);
        assert_eq!(read.len(), 2);
    }
}
