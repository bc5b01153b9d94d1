//! One sheet: its cells, and how it is looked at and printed.

use std::fmt::Write as _;

use super::MAIN;
use super::RELATIONS;
use super::ROWS_BELOW_HEADER;
use super::address;
use super::area;
use super::strings::Strings;
use super::styles::Style;
use super::table;
use crate::export::sheet::Cell;
use crate::export::sheet::Sheet;
use crate::export::to_csv::calculates;
use crate::export::xml::DECLARATION;
use crate::export::xml::escape;

/// Height of a line of text, and of the highest row there can be, in points.
const LINE: u32 = 15;
const HIGHEST: u32 = 409;

/// Letters of a header's text that a page can have: <https://learn.microsoft.com/office/vba/api/excel.pagesetup>.
const TITLE_KEPT: usize = 240;

/// The sheet as a part of the package; the one in front is what an opened workbook shows.
pub(super) fn page(sheet: &Sheet, in_front: bool, strings: &mut Strings) -> String {
    let mut xml = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <dimension ref=\"{}\"/>",
        area(sheet)
    );
    view(&mut xml, sheet, in_front);
    let _ = write!(xml, "<sheetFormatPr defaultRowHeight=\"{LINE}\"/><cols>");
    for (number, column) in (1..).zip(&sheet.columns) {
        // Five pixels of the seven that a digit takes stand beside the digits (18.3.1.13).
        let hundredths = u32::from(column.width) * 100 + 71;
        let width = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        let _ = write!(xml, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    xml.push_str("</cols><sheetData>");
    let header: Vec<Cell> = sheet.columns.iter().map(|column| Cell::text(&column.header)).collect();
    row(&mut xml, sheet, 1, &header, strings);
    for (number, cells) in (2..).zip(sheet.rows.iter().take(ROWS_BELOW_HEADER)) {
        row(&mut xml, sheet, number, cells, strings);
    }
    for (number, cells) in (sheet.rows.len() + 3..).zip(&sheet.below) {
        row(&mut xml, sheet, number, cells, strings);
    }
    let title: String = sheet.title.chars().take(TITLE_KEPT).collect();
    let _ = write!(
        xml,
        "</sheetData><printOptions horizontalCentered=\"1\"/>\
         <pageMargins left=\"0.4\" right=\"0.4\" top=\"0.7\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
         <headerFooter><oddHeader>&amp;L{}</oddHeader><oddFooter>&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter>",
        // `&` begins a code there, and `&&` is the letter.
        escape(&title.replace('&', "&&"))
    );
    if table::is_one(sheet) {
        xml.push_str("<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts>");
    }
    xml.push_str("</worksheet>");
    xml
}

/// The header, and the first columns where so asked, stay in sight.
fn view(xml: &mut String, sheet: &Sheet, in_front: bool) {
    let front = if in_front { " tabSelected=\"1\"" } else { "" };
    let fixed = usize::from(sheet.fixed);
    let (split, pane) =
        if fixed > 0 { (format!("xSplit=\"{fixed}\" "), "bottomRight") } else { (String::new(), "bottomLeft") };
    let corner = address(2, fixed + 1);
    let _ = write!(
        xml,
        "<sheetViews><sheetView{front} workbookViewId=\"0\">\
         <pane {split}ySplit=\"1\" topLeftCell=\"{corner}\" activePane=\"{pane}\" state=\"frozen\"/>\
         <selection pane=\"{pane}\" activeCell=\"{corner}\" sqref=\"{corner}\"/></sheetView></sheetViews>"
    );
}

fn row(xml: &mut String, sheet: &Sheet, number: usize, cells: &[Cell], strings: &mut Strings) {
    // Excel would find the height by itself, LibreOffice lets the lines of a cell run over the next row.
    let height = (LINE * highest(cells, sheet)).min(HIGHEST);
    let _ = write!(xml, "<row r=\"{number}\" ht=\"{height}\" customHeight=\"1\">");
    for (column, cell) in (1..).zip(cells) {
        let place = address(number, column);
        let style = if number == 1 { Style::Header } else { style(cell) }.number();
        let _ = match cell {
            Cell::Empty => write!(xml, "<c r=\"{place}\" s=\"{style}\"/>"),
            Cell::Text(text) => {
                write!(xml, "<c r=\"{place}\" s=\"{style}\" t=\"s\"><v>{}</v></c>", strings.number(text))
            }
            // All its digits: the reader takes the nearest number it can keep.
            Cell::Number(value, _) => write!(xml, "<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>"),
            Cell::Day(day) => write!(xml, "<c r=\"{place}\" s=\"{style}\"><v>{}</v></c>", day.serial()),
        };
    }
    xml.push_str("</row>");
}

fn style(cell: &Cell) -> Style {
    match cell {
        Cell::Text(text) if calculates(text) => Style::Quoted,
        Cell::Empty | Cell::Text(_) => Style::Text,
        Cell::Number(_, shown) => Style::Number(*shown),
        Cell::Day(_) => Style::Day,
    }
}

/// Lines of the highest cell of a row.
fn highest(cells: &[Cell], sheet: &Sheet) -> u32 {
    let lines = cells.iter().zip(&sheet.columns).map(|(cell, column)| match cell {
        // Ten digits of the font are as wide as eleven letters.
        Cell::Text(text) => text.lines().map(|line| wrapped(line, usize::from(column.width) * 11 / 10)).sum(),
        Cell::Empty | Cell::Number(..) | Cell::Day(_) => 1,
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
