//! Which separator a text table uses, judged on all rows at hand and not on the first line: exports begin with titles.

use super::Row;
use super::delimited::Splitter;
use super::delimited::within;
use crate::domain::sort;
use crate::domain::sort_by_key;

/// Separators that exports use, the ones least likely to stand in ordinary text first.
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];

/// Rows judged; more tell nothing new.
const ROWS_JUDGED: usize = 400;

/// Separators of seldom exports, tried where the others cut out no headers.
const SELDOM: [u8; 4] = [b'~', b'^', b'#', b'!'];

/// Cách dùng dấu nháy kép: what quotes do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quoting {
    /// They hold a cell; one within it is doubled.
    #[default]
    OfCells,
    /// The same, but one within stands behind a backslash.
    Escaped,
    /// They hold a whole row, within which they hold cells.
    OfRows,
}

/// How a text table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The separator between cells.
    pub delimiter: u8,
    /// What quotes do.
    pub quoting: Quoting,
    /// How many bytes of a first line `sep=;` stand before the table. A spreadsheet obeys that line and does not show
    /// it, so it counts as no row.
    pub directive: usize,
    /// The reason, for the officer.
    pub reason: &'static str,
}

impl Dialect {
    /// A row that was cut, without the quotes around it as a whole.
    pub(super) fn row(self, row: Row) -> Row {
        if self.quoting == Quoting::OfRows { within(row, self.delimiter) } else { row }
    }
}

/// Judges the text at the head of a file. `header_weight` tells how many headers of a table it knows a row to hold: the
/// separator under which a row turns into known headers is right, whatever else the file contains.
pub(super) fn judge(text: &str, header_weight: &dyn Fn(&[String]) -> usize) -> Dialect {
    let Some((delimiter, directive)) = directive(text) else { return judge_rows(text, header_weight).0 };
    let named = Dialect { delimiter, quoting: Quoting::OfCells, directive, reason: "dòng «sep=» ở đầu tệp" };
    let text = &text[directive..];
    let header = weightiest(&rows(text, delimiter, Quoting::OfCells), header_weight);
    if header.0 < SURE {
        let (other, headers) = judge_rows(text, header_weight);
        if headers >= SURE {
            let reason = "tách ra đúng các tiêu đề cột đã biết; dòng «sep=» ở đầu tệp ghi dấu khác";
            return Dialect { directive, reason, ..other };
        }
    }
    with_quoting(named, text, header)
}

/// Known headers of a row that is surely cut as it should be: one may be a line of prose.
const SURE: usize = 2;

/// The same of a text without that line, and how many known headers a row of it holds.
fn judge_rows(text: &str, header_weight: &dyn Fn(&[String]) -> usize) -> (Dialect, usize) {
    judge_cells(text, header_weight, true)
}

/// The same, of a text whose rows may stand between quotes, or of what stood there: quotes within are looked into once.
fn judge_cells(text: &str, header_weight: &dyn Fn(&[String]) -> usize, may_be_quoted: bool) -> (Dialect, usize) {
    let mut cut =
        CANDIDATES.map(|delimiter| (delimiter, rows(text, delimiter, Quoting::OfCells))).map(|(delimiter, rows)| {
            let regularity = regularity(&rows);
            (delimiter, rows, regularity)
        });
    // The likeliest first: a row of fewer cells than headers were found in need not be weighed.
    sort_by_key(&mut cut, |(_, _, regularity)| std::cmp::Reverse(*regularity));
    let mut most = 0;
    let mut alone = None;
    let scored = cut.map(|(delimiter, rows, regularity)| {
        let (mut headers, mut width) = (0, 0);
        for row in &rows {
            if row.len() >= most && row.len() > headers {
                let weight = header_weight(row);
                if weight > headers {
                    (headers, width) = (weight, row.len());
                }
            }
        }
        most = headers.max(most);
        if regularity == 0 && rows.iter().all(|row| row.len() < 2) {
            alone = Some(rows);
        }
        (delimiter, (headers, width), regularity)
    });
    // Where nothing else decides, a comma is the likeliest to be prose; where nothing is cut at all, it is the plainest.
    let weight = |(delimiter, (headers, _), regularity): &(u8, (usize, usize), usize)| {
        (*headers, *regularity, (*regularity > 0) == (*delimiter != b','))
    };
    // Of two that weigh the same the later candidate is taken, as ever.
    let place = |delimiter: u8| CANDIDATES.iter().position(|candidate| *candidate == delimiter);
    let (delimiter, header, regularity) =
        scored.into_iter().max_by_key(|scored| (weight(scored), place(scored.0))).unwrap_or((b',', (0, 0), 0));
    if header.0 < SURE
        && let Some(seldom) = judge_seldom(text, alone.filter(|_| may_be_quoted && regularity == 0), header_weight)
    {
        return seldom;
    }
    let reason = if header.0 > 0 {
        "tách ra đúng các tiêu đề cột đã biết"
    } else {
        "cho số ô đều nhau nhất giữa các dòng"
    };
    let dialect = Dialect { delimiter, quoting: Quoting::OfCells, directive: 0, reason };
    (with_quoting(dialect, text, header), header.0)
}

/// The dialect of a text in which the usual separators cut out no header: its rows stand between quotes as a whole, each
/// `alone` in a cell, or another sign parts the cells.
fn judge_seldom(
    text: &str,
    alone: Option<Vec<Vec<String>>>,
    header_weight: &dyn Fn(&[String]) -> usize,
) -> Option<(Dialect, usize)> {
    if let Some(rows) = alone.filter(|_| text.contains('"')) {
        let within: String = rows.concat().iter().flat_map(|cell| [cell, "\n"]).collect();
        let (dialect, headers) = judge_cells(&within, header_weight, false);
        if headers >= SURE && dialect.quoting == Quoting::OfCells {
            let reason = "tách ra đúng các tiêu đề cột đã biết; mỗi dòng nằm trọn trong một cặp dấu nháy kép, đã bỏ";
            return Some((Dialect { quoting: Quoting::OfRows, reason, ..dialect }, headers));
        }
    }
    let tried = SELDOM.into_iter().filter(|sign| text.as_bytes().contains(sign)).map(|delimiter| {
        let (headers, _) = weightiest(&rows(text, delimiter, Quoting::OfCells), header_weight);
        let reason = "tách ra đúng các tiêu đề cột đã biết";
        (Dialect { delimiter, quoting: Quoting::OfCells, directive: 0, reason }, headers)
    });
    tried.max_by_key(|(_, headers)| *headers).filter(|(_, headers)| *headers >= SURE)
}

/// The most known headers that a row holds, and its width.
fn weightiest(rows: &[Vec<String>], header_weight: &dyn Fn(&[String]) -> usize) -> (usize, usize) {
    rows.iter().map(|row| (header_weight(row), row.len())).max_by_key(|(weight, _)| *weight).unwrap_or_default()
}

/// The same dialect with backslashes before quotes, where more rows are as wide as the header then.
fn with_quoting(dialect: Dialect, text: &str, (headers, width): (usize, usize)) -> Dialect {
    if headers < SURE || !text.contains("\\\"") {
        return dialect;
    }
    let fitting = |quoting| rows(text, dialect.delimiter, quoting).iter().filter(|row| row.len() == width).count();
    let is_escaped = fitting(Quoting::Escaped) > fitting(Quoting::OfCells);
    Dialect { quoting: if is_escaped { Quoting::Escaped } else { dialect.quoting }, ..dialect }
}

/// The separator that a first line `sep=;` names, and the letters of that line, which are ASCII: so many characters, so
/// many code units in every encoding.
fn directive(text: &str) -> Option<(u8, usize)> {
    let line = text.split(['\r', '\n']).next().filter(|line| line.is_ascii())?;
    let unquoted = line.trim().trim_matches('"');
    let named = unquoted.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &unquoted[4..])?;
    // `sep=` followed by a TAB loses it to `trim`; an empty rest can only be that.
    let delimiter = match named.as_bytes() {
        [] if line.ends_with('\t') => b'\t',
        [delimiter] if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() => *delimiter,
        _ => return None,
    };
    let end = &text[line.len()..];
    let terminator = if end.starts_with("\r\n") { 2 } else { usize::from(!end.is_empty()) };
    Some((delimiter, line.len() + terminator))
}

fn rows(text: &str, delimiter: u8, quoting: Quoting) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut splitter = Splitter::of(delimiter, quoting);
    splitter.feed(text, ROWS_JUDGED, &mut |row| rows.push(row.cells));
    if rows.len() < ROWS_JUDGED {
        // A row longer than the head, or a quote that never closes: what is there of it must do.
        splitter.finish(&mut |row| rows.push(row.cells));
    }
    rows
}

/// How many cells stand in rows of the commonest width above one: a table's rows agree, prose does not.
fn regularity(rows: &[Vec<String>]) -> usize {
    let width = |row: &Vec<String>| row.len();
    let mut widths: Vec<usize> = rows.iter().map(width).filter(|width| *width > 1).collect();
    sort(&mut widths);
    widths.chunk_by(|one, other| one == other).map(|same| same.len() * (same[0] - 1)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Knows two headers, as the columns know many.
    fn weight(row: &[String]) -> usize {
        row.iter().filter(|cell| matches!(cell.as_str(), "Tên đơn vị" | "Tỷ lệ")).count()
    }

    #[test]
    fn the_separator_is_the_one_that_cuts_out_known_headers() {
        #[track_caller]
        fn case(text: &str, delimiter: u8) {
            assert_eq!(judge(text, &weight).delimiter, delimiter, "{text:?}");
        }
        case("Tên đơn vị;Tỷ lệ\nBảo Yên;72,3%\nSa Pa;56,9%\n", b';');
        case("Tên đơn vị,Tỷ lệ\nBảo Yên,\"72,3%\"\n", b',');
        case("Tên đơn vị\tTỷ lệ\nBảo Yên\t72,3%\n", b'\t');
        case("Tên đơn vị|Tỷ lệ\nBảo Yên|72,3%\n", b'|');
        // every row has more commas than semicolons
        case("Tên đơn vị;Tỷ lệ\nBảo Yên, tỉnh Lào Cai, Việt Nam;72,3%\nSa Pa, tỉnh Lào Cai, Việt Nam;56,9%\n", b';');
        // prose full of separators above the table
        case("a; b; c; d\ne; f; g; h\nTên đơn vị\tTỷ lệ\nBảo Yên\t72,3%\n", b'\t');
        // a text without any line end
        case("Tên đơn vị;Tỷ lệ;a;b;c,d", b';');
        // a semicolon in one header of a comma table
        case("Tên đơn vị,Tỷ lệ,\"a;b\"\nBảo Yên,72,c;d\n", b',');
    }

    #[test]
    fn without_known_headers_the_most_regular_rows_decide() {
        assert_eq!(judge("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", &weight).delimiter, b';');
        assert_eq!(judge("một cột\nhai\n", &weight).delimiter, b',');
    }

    #[test]
    fn what_quotes_do_is_judged_by_the_header() {
        for (text, expected) in [
            ("Tên đơn vị,Tỷ lệ,x\nBảo Yên,1,\"a \\\"b\\\", c\"\n", (b',', Quoting::Escaped)),
            ("sep=,\nTên đơn vị,Tỷ lệ,x\nBảo Yên,1,\"a \\\"b\\\", c\"\n", (b',', Quoting::Escaped)),
            // The end of a path, and quotes that are doubled.
            ("Tên đơn vị,Tỷ lệ,x\n\"D:\\\",1,\"a\"\n\"b\"\"\",2,c\n", (b',', Quoting::OfCells)),
            ("\"Tên đơn vị;Tỷ lệ\"\n\"Bảo Yên;72,3\"\n", (b';', Quoting::OfRows)),
            ("\"Tên đơn vị,Tỷ lệ\"\n\n\"\"\"Bảo Yên, x\"\",72.3\"\n", (b',', Quoting::OfRows)),
            ("\"Tên đơn vị\"\n\"Bảo Yên; Sa Pa\"\n", (b',', Quoting::OfCells)),
        ] {
            let dialect = judge(text, &weight);
            assert_eq!((dialect.delimiter, dialect.quoting), expected, "{text}");
        }
    }

    #[test]
    fn seldom_separators_and_wrong_directives_are_told_by_the_header() {
        for (text, expected) in [
            ("Tên đơn vị~Tỷ lệ\nBảo Yên~72,3\n", (b'~', 0)),
            ("x, y\nTên đơn vị^Tỷ lệ\nBảo Yên^72,3\n", (b'^', 0)),
            ("Bảo Yên~72\nSa Pa~1\n", (b',', 0)),
            ("sep=;\nTên đơn vị,Tỷ lệ\nBảo Yên,72.3\n", (b',', 6)),
            ("sep=;\nTên đơn vị;Tỷ lệ\nBảo Yên;72,3\n", (b';', 6)),
            ("sep=;\nx,y\nBảo Yên,72.3\n", (b';', 6)),
        ] {
            let dialect = judge(text, &weight);
            assert_eq!((dialect.delimiter, dialect.directive), expected, "{text}");
        }
    }

    #[test]
    fn quotes_that_are_never_closed_are_looked_into_once() {
        for text in ["a\"b\n", "\"\"\"\"\n\"a\n", "x\"\ny\"\n"] {
            let text = text.repeat(1_000);
            assert_eq!(judge(&text, &|_| 0).quoting, Quoting::OfCells);
        }
    }

    #[test]
    fn a_directive_is_obeyed_and_is_no_row() {
        for (text, expected) in [
            ("sep=;\r\na;b\n", Some((b';', 7))),
            ("SEP=,\na,b", Some((b',', 6))),
            ("\"sep=;\"\na;b", Some((b';', 8))),
            ("sep=\t\na\tb", Some((b'\t', 6))),
            ("sep=|", Some((b'|', 5))),
            ("separator;b\n", None),
            ("sep=ab\n", None),
            // Letters of two bytes would be counted as two letters of UTF-16.
            ("sep=;\u{a0}\na;b", None),
        ] {
            assert_eq!(directive(text), expected, "{text:?}");
        }
    }
}
