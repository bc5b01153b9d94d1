//! A sheet as text that a Vietnamese Excel opens by double-click: a byte order mark, semicolons, decimal commas. Nothing
//! in it is taken for a formula.

use super::sheet::Cell;
use super::sheet::Sheet;
use crate::analysis::Report;
use crate::documents::notes;
use crate::domain::Decimal;
use crate::text::capitals;
use crate::text::push_line;

/// What it is called on the way to a disk.
pub const CSV_TYPE: &str = "text/csv;charset=utf-8";

/// First letters that make a spreadsheet calculate what follows, or that hide such a letter behind them
/// (<https://owasp.org/www-community/attacks/CSV_Injection>).
const CALCULATES: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The sheet as text.
#[must_use]
pub fn to_csv(sheet: &Sheet) -> Vec<u8> {
    with_below(sheet, &[])
}

/// The sheet as text, and how the report was made: below it, after an empty row, where a spreadsheet's filters, sums and
/// pivot tables end, and in the first column, so that long sentences run over the empty cells beside them.
#[must_use]
pub fn to_csv_with_method(sheet: &Sheet, report: &Report) -> Vec<u8> {
    let mut below = Vec::new();
    for (heading, lines) in notes(report) {
        below.push(String::new());
        below.push(capitals(heading));
        below.extend(lines);
    }
    with_below(sheet, &below)
}

fn with_below(sheet: &Sheet, below: &[String]) -> Vec<u8> {
    let mut text = "\u{feff}".to_owned();
    let mut line = |cells: &[String]| push_line(&mut text, cells.iter().map(String::as_str), ';', "\r\n");
    line(&sheet.columns.iter().map(|column| column.header.to_string()).collect::<Vec<_>>());
    for row in &sheet.rows {
        line(&row.iter().map(cell).collect::<Vec<_>>());
    }
    let mut cells = vec![String::new(); sheet.columns.len().max(1)];
    if !sheet.below.is_empty() {
        line(&cells);
    }
    for row in &sheet.below {
        line(&row.iter().map(cell).collect::<Vec<_>>());
    }
    for sentence in below {
        cells[0] = cell(&Cell::text(sentence));
        line(&cells);
    }
    text.into_bytes()
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number, _) => plain(*number),
        Cell::Day(day) => day.printed(),
        // The apostrophe is Excel's own mark for text.
        Cell::Text(text) if calculates(text) && !is_negative_number(text) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
    }
}

/// Whether a spreadsheet would calculate a text that is typed into it.
pub(super) fn calculates(text: &str) -> bool {
    text.starts_with(CALCULATES)
}

/// A number without marks between its thousands, which not every program takes for part of a number.
fn plain(number: Decimal) -> String {
    number.to_string().replace('.', ",")
}

/// Whether a text is nothing but a minus and digits, which calculates to itself.
fn is_negative_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or_default();
    !digits.is_empty()
        && digits.split([',', '.']).all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::Column;
    use super::super::sheet::Shown;
    use super::*;
    use crate::domain::Day;

    fn sheet(columns: Vec<Column>, cells: Vec<Cell>) -> Sheet {
        Sheet {
            name: "A".into(),
            table: "A",
            title: String::new(),
            columns,
            fixed: 0,
            rows: vec![cells],
            below: Vec::new(),
        }
    }

    fn printed(cells: Vec<Cell>) -> String {
        let columns = vec![Column::new("Số; chữ", 10); cells.len()];
        let text = String::from_utf8(to_csv(&sheet(columns, cells))).unwrap();
        text.split_once("\r\n").unwrap().1.to_owned()
    }

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn it_begins_with_the_mark_that_excel_asks_for_and_its_lines_end_as_excel_ends_them() {
        let columns = vec![Column::new("Số; chữ", 10), Column::new("Mã", 10)];
        let sheet = sheet(columns, vec![text("nói \"thế\""), text("hai\ndòng")]);
        let expected = "\u{feff}\"Số; chữ\";Mã\r\n\"nói \"\"thế\"\"\";\"hai\ndòng\"\r\n";
        assert_eq!(String::from_utf8(to_csv(&sheet)).unwrap(), expected);
    }

    #[test]
    fn what_looks_like_a_formula_is_marked_as_text_and_negative_numbers_are_not() {
        #[track_caller]
        fn case(given: &str, expected: &str) {
            assert_eq!(printed(vec![text(given), text("x")]), format!("{expected};x\r\n"));
        }
        case("=1+1", "'=1+1");
        case("+84 20", "'+84 20");
        case("@SUM(A1)", "'@SUM(A1)");
        case("-2+3", "'-2+3");
        case("-", "'-");
        case("-1.", "'-1.");
        case("\t=1", "'\t=1");
        case("\r=1", "\"'\r=1\"");
        case("\n=1", "\"'\n=1\"");
        case("=\"a;b\"", "\"'=\"\"a;b\"\"\"");
        for untouched in ["-5", "-5,3", "-1.343", "-1.343,5", "5-3", "a=b", "53,9%%", "'x"] {
            case(untouched, untouched);
        }
    }

    #[test]
    fn numbers_have_a_decimal_comma_and_what_is_unknown_stays_empty() {
        let number = |text| Cell::Number(Decimal::from_plain(text).unwrap(), Shown::Plain);
        let cells = vec![number("1343"), Cell::Empty, number("-53.9"), number("0"), Cell::count(Some(u64::MAX))];
        // 18 446 744 073 709 551 615 is beyond our numbers and still printed to the last digit.
        assert_eq!(printed(cells), "1343;;-53,9;0;18446744073709551615\r\n");
    }

    #[test]
    fn a_day_stands_as_letters_print_it() {
        assert_eq!(printed(vec![Cell::Day(Day::new(2023, 6, 5).unwrap())]), "05/6/2023\r\n");
    }
}
