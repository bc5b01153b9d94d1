//! Which separator a text table uses, judged on all rows at hand and not on the first line: exports begin with titles.

use super::delimited::Splitter;
use crate::domain::sort;
use crate::domain::sort_by_key;

/// Separators that exports use, the ones least likely to stand in ordinary text first.
const CANDIDATES: [u8; 4] = [b'\t', b';', b'|', b','];

/// Rows judged; more tell nothing new.
const ROWS_JUDGED: usize = 400;

/// How a text table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The separator between cells.
    pub delimiter: u8,
    /// How many bytes of a first line `sep=;` stand before the table. A spreadsheet obeys that line and does not show
    /// it, so it counts as no row.
    pub directive: usize,
    /// The reason, for the officer.
    pub reason: &'static str,
}

/// Judges the text at the head of a file. `header_weight` tells how many headers of a table it knows a row to hold: the
/// separator under which a row turns into known headers is right, whatever else the file contains.
pub(super) fn judge(text: &str, header_weight: &dyn Fn(&[String]) -> usize) -> Dialect {
    if let Some((delimiter, directive)) = directive(text) {
        return Dialect { delimiter, directive, reason: "dòng «sep=» ở đầu tệp" };
    }
    let mut cut = CANDIDATES.map(|delimiter| (delimiter, rows(text, delimiter))).map(|(delimiter, rows)| {
        let regularity = regularity(&rows);
        (delimiter, rows, regularity)
    });
    // The likeliest first: a row of fewer cells than headers were found in need not be weighed.
    sort_by_key(&mut cut, |(_, _, regularity)| std::cmp::Reverse(*regularity));
    let mut most = 0;
    let scored = cut.map(|(delimiter, rows, regularity)| {
        let mut headers = 0;
        for row in rows {
            if row.len() >= most && row.len() > headers {
                headers = header_weight(&row).max(headers);
            }
        }
        most = headers.max(most);
        (delimiter, headers, regularity)
    });
    // Where nothing else decides, a comma is the likeliest to be prose; where nothing is cut at all, it is the plainest.
    let weight = |(delimiter, headers, regularity): &(u8, usize, usize)| {
        (*headers, *regularity, (*regularity > 0) == (*delimiter != b','))
    };
    // Of two that weigh the same the later candidate is taken, as ever.
    let place = |delimiter: u8| CANDIDATES.iter().position(|candidate| *candidate == delimiter);
    let (delimiter, headers, _) =
        scored.into_iter().max_by_key(|scored| (weight(scored), place(scored.0))).unwrap_or((b',', 0, 0));
    let reason = if headers > 0 {
        "tách ra đúng các tiêu đề cột đã biết"
    } else {
        "cho số ô đều nhau nhất giữa các dòng"
    };
    Dialect { delimiter, directive: 0, reason }
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

fn rows(text: &str, delimiter: u8) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut splitter = Splitter::new(delimiter);
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
