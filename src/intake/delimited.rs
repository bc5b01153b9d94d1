//! Text of cells and separators to rows, over `csv-core`, fed piece by piece: memory holds one row, not the file.

use csv_core::ReadRecordResult;
use csv_core::Reader;
use csv_core::ReaderBuilder;

use super::IntakeError;
use super::Quoting;
use super::Row;

/// Longest row kept, in bytes; a longer one is no row but a file without line ends or a quote that never closes.
pub(super) const ROW_LIMIT: usize = 4 << 20;

/// The mark of order in UTF-8, which `csv-core` passes over at the start of a row.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// The row that stands between quotes in the only cell of this one.
pub(super) fn within(row: Row, delimiter: u8) -> Row {
    let [cell] = &row.cells[..] else { return row };
    let mut rows = Vec::new();
    let mut splitter = Splitter::new(delimiter);
    splitter.feed(cell, usize::MAX, &mut |row| rows.push(row.cells));
    let ending = splitter.finish(&mut |row| rows.push(row.cells));
    match (rows.pop(), ending.open_quote) {
        (Some(cells), None) if rows.is_empty() => Row { number: row.number, cells },
        _ => row,
    }
}

/// Cuts fed text into rows.
///
/// Only text from the start of the unfinished row is kept, and a row is always cut from its start: so the size of the
/// pieces cannot matter.
pub(super) struct Splitter {
    reader: Reader,
    delimiter: u8,
    /// Text from the start of the row that has not ended yet.
    pending: String,
    /// Whether the last row ended with a carriage return, whose line feed may follow in the next piece.
    after_return: bool,
    /// Number of the next row.
    next: u32,
    /// Cells and their ends, reused from row to row.
    output: Vec<u8>,
    ends: Vec<usize>,
}

/// What the end of a file showed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ending {
    /// The row whose quoted cell never ended; it was cut again line by line.
    pub(super) open_quote: Option<u32>,
}

impl Splitter {
    pub(super) fn new(delimiter: u8) -> Self {
        Self::of(delimiter, Quoting::OfCells)
    }

    /// The same where quotes may do something else; those of whole rows are cut as those of cells.
    pub(super) fn of(delimiter: u8, quoting: Quoting) -> Self {
        let escape = (quoting == Quoting::Escaped).then_some(b'\\');
        let reader = ReaderBuilder::new().delimiter(delimiter).escape(escape).build();
        let (output, ends) = (vec![0; 4096], vec![0; 64]);
        Self { reader, delimiter, pending: String::new(), after_return: false, next: 1, output, ends }
    }

    /// Takes more text and gives the rows that end in it, `most` at the most.
    pub(super) fn feed(&mut self, text: &str, most: usize, give: &mut dyn FnMut(Row)) {
        self.pending.push_str(text);
        let pending = std::mem::take(&mut self.pending);
        let used = self.cut(&pending, most, give);
        self.pending = pending;
        self.pending.drain(..used);
    }

    /// The row that has not ended yet is longer than any row of a table.
    pub(super) fn check_length(&self) -> Result<(), IntakeError> {
        self.check(self.pending.len())
    }

    /// Whether so many bytes may belong to one row.
    pub(super) fn check(&self, bytes: usize) -> Result<(), IntakeError> {
        if bytes > ROW_LIMIT {
            return Err(IntakeError::RowTooLong { row: self.next, limit: ROW_LIMIT >> 20 });
        }
        Ok(())
    }

    /// Gives what is left when no more text comes.
    ///
    /// Inside a quote that never closed, the rest is cut again line by line with quotes as plain letters: rows behind a
    /// forgotten quote are not lost.
    pub(super) fn finish(mut self, give: &mut dyn FnMut(Row)) -> Ending {
        let mut pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return Ending::default();
        }
        let is_cut_off = !pending.ends_with(['\r', '\n']);
        if is_cut_off {
            pending.push('\n');
        }
        let used = self.cut(&pending, usize::MAX, give);
        if used == pending.len() {
            return Ending::default();
        }
        let open_quote = Some(self.next);
        let rest = &pending[used..];
        if !(is_cut_off && self.cut_off(rest, give)) {
            self.reader = ReaderBuilder::new().delimiter(self.delimiter).quoting(false).build();
            self.cut(rest, usize::MAX, give);
        }
        Ending { open_quote }
    }

    /// Gives the row in whose last cell the text is cut off, without what has come of that cell; says whether it was. A quote
    /// behind which other cells or rows stand was not meant for one.
    fn cut_off(&mut self, rest: &str, give: &mut dyn FnMut(Row)) -> bool {
        let closed = format!("{}\"\n", rest.trim_end_matches(['\r', '\n']));
        let Some((_, mut row)) = self.first(closed.as_bytes()) else { return false };
        let Some(last) = row.cells.last_mut() else { return false };
        if last.contains([char::from(self.delimiter), '\r', '\n']) {
            return false;
        }
        last.clear();
        self.passed(rest.as_bytes());
        give(row);
        true
    }

    /// Cuts whole rows off the text and says how many bytes they took.
    fn cut(&mut self, text: &str, most: usize, give: &mut dyn FnMut(Row)) -> usize {
        let bytes = text.as_bytes();
        let (mut used, mut given) = (0, 0);
        while given < most {
            if self.after_return && bytes.get(used) == Some(&b'\n') {
                used += 1;
                self.after_return = false;
                continue;
            }
            let Some((taken, row)) = self.first(&bytes[used..]) else { break };
            self.passed(&bytes[used..used + taken]);
            used += taken;
            give(row);
            given += 1;
        }
        used
    }

    /// The number of the next row.
    pub(super) fn next(&self) -> u32 {
        self.next
    }

    /// Whether the last row ended with a carriage return, whose line feed may follow.
    pub(super) fn after_return(&self) -> bool {
        self.after_return
    }

    /// The first row of the bytes and its length, not yet counted; `None` when it does not end in them.
    pub(super) fn first(&mut self, bytes: &[u8]) -> Option<(usize, Row)> {
        // A mark of order, as between files that were joined, is none of the row's letters.
        let mark = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
        let (taken, cells) = match bytes.get(mark)? {
            // `csv-core` passes over empty lines; a spreadsheet shows them as rows.
            b'\n' | b'\r' => (mark + 1, Vec::new()),
            _ => self.record(bytes)?,
        };
        Some((taken, Row { number: self.next, cells }))
    }

    /// Counts the rows that another lane has cut further below.
    pub(super) fn append(&mut self, below: &Self) {
        self.next = self.next.saturating_add(below.next - 1);
        self.after_return = below.after_return;
    }

    /// How far it has come: the number of the next row, and whether the last byte was a carriage return.
    pub(super) fn place(&self) -> (u32, bool) {
        (self.next, self.after_return)
    }

    /// The same splitter, as far as that.
    pub(super) fn at(self, (next, after_return): (u32, bool)) -> Self {
        Self { after_return, next, ..self }
    }

    /// Counts a row that was cut off, with its line end.
    #[inline(always)]
    pub(super) fn passed(&mut self, row: &[u8]) {
        self.after_return = row.last() == Some(&b'\r');
        self.next = self.next.saturating_add(u32::from(!row.is_empty()));
    }

    /// Counts so many rows that were read as they lie, with their line ends.
    pub(super) fn passed_all(&mut self, count: u32, rows: &[u8]) {
        self.after_return = rows.last().map_or(self.after_return, |last| *last == b'\r');
        self.next = self.next.saturating_add(count);
    }

    /// The first record of the bytes and its length; `None` when it does not end in them.
    fn record(&mut self, bytes: &[u8]) -> Option<(usize, Vec<String>)> {
        self.reader.reset();
        let (mut taken, mut filled, mut cells) = (0, 0, 0);
        loop {
            let (result, read, written, ended) =
                self.reader.read_record(&bytes[taken..], &mut self.output[filled..], &mut self.ends[cells..]);
            taken += read;
            filled += written;
            cells += ended;
            match result {
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return None,
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
            }
        }
        let mut start = 0;
        let cells = self.ends[..cells].iter().map(|&end| {
            let cell = String::from_utf8_lossy(&self.output[start..end]).into_owned();
            start = end;
            cell
        });
        Some((taken, cells.collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All rows of a text fed in pieces of so many bytes.
    fn rows(text: &str, piece: usize) -> (Vec<(u32, Vec<String>)>, Option<u32>) {
        let mut rows = Vec::new();
        let mut splitter = Splitter::new(b';');
        let mut rest = text;
        while !rest.is_empty() {
            let mut at = piece.min(rest.len());
            while !rest.is_char_boundary(at) {
                at += 1;
            }
            splitter.feed(&rest[..at], usize::MAX, &mut |row| rows.push((row.number, row.cells)));
            rest = &rest[at..];
        }
        let ending = splitter.finish(&mut |row| rows.push((row.number, row.cells)));
        (rows, ending.open_quote)
    }

    #[track_caller]
    fn case(text: &str, expected: &[(u32, &[&str])], open_quote: Option<u32>) {
        for piece in [1, 2, 3, 7, 1000] {
            let (rows, quote) = rows(text, piece);
            let rows: Vec<(u32, Vec<&str>)> =
                rows.iter().map(|(number, cells)| (*number, cells.iter().map(String::as_str).collect())).collect();
            let expected: Vec<(u32, Vec<&str>)> =
                expected.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
            assert_eq!((rows, quote), (expected, open_quote), "pieces of {piece}");
        }
    }

    #[test]
    fn rows_end_as_every_system_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            case(&format!("a;b{end}c;d{end}"), &[(1, &["a", "b"]), (2, &["c", "d"])], None);
            case(&format!("a;b{end}c;d"), &[(1, &["a", "b"]), (2, &["c", "d"])], None);
        }
    }

    #[test]
    fn blank_lines_are_rows_with_a_number_and_no_cells() {
        for end in ["\n", "\r\n", "\r"] {
            case(&format!("{end}a{end}{end}b{end}"), &[(1, &[]), (2, &["a"]), (3, &[]), (4, &["b"])], None);
        }
        case(";;\n", &[(1, &["", "", ""])], None);
    }

    #[test]
    fn a_mark_of_order_within_the_text_moves_no_row() {
        // As when one file is appended to another.
        case("a\n\u{feff}\nb\n\u{feff}\"c;d\"\n", &[(1, &["a"]), (2, &[]), (3, &["b"]), (4, &["c;d"])], None);
        case("a\r\n\u{feff}\r\nb", &[(1, &["a"]), (2, &[]), (3, &["b"])], None);
    }

    #[test]
    fn quotes_hold_separators_quotes_and_line_breaks() {
        case("\"a;b\";\"c\"\"d\"\n", &[(1, &["a;b", "c\"d"])], None);
        case("\"a\r\nb\";c\nd;e\n", &[(1, &["a\r\nb", "c"]), (2, &["d", "e"])], None);
        case("5\" màn hình;c\n", &[(1, &["5\" màn hình", "c"])], None);
    }

    #[test]
    fn rows_behind_a_quote_that_never_closes_are_kept() {
        case("a;b\n\"c;d\ne;f\n", &[(1, &["a", "b"]), (2, &["\"c", "d"]), (3, &["e", "f"])], Some(2));
        case("a\nb;\"c\n\nd\n", &[(1, &["a"]), (2, &["b", "\"c"]), (3, &[]), (4, &["d"])], Some(2));
    }

    #[test]
    fn a_row_that_the_text_ends_in_loses_its_last_cell_alone() {
        case("\"a\";\"b\"\n\"c\";\"d", &[(1, &["a", "b"]), (2, &["c", ""])], Some(2));
        case("\"a\";\"b\"\n\"c\nc\";\"d", &[(1, &["a", "b"]), (2, &["c\nc", ""])], Some(2));
        case("\"a\";\"b\"\n\"c\";\"", &[(1, &["a", "b"]), (2, &["c", ""])], Some(2));
        // A quote too many, and no end of the text.
        case("a;\"b;c", &[(1, &["a", "\"b", "c"])], Some(1));
    }

    #[test]
    fn quotes_hold_a_row_or_stand_behind_a_backslash() {
        let row = |cell: &str| within(Row { number: 7, cells: vec![cell.to_owned()] }, b';').cells.join("|");
        assert_eq!(row("1;\"a;b\";c"), "1|a;b|c");
        assert_eq!(row("1;2\n3;4"), "1;2\n3;4");
        assert_eq!(row("1;\"2"), "1;\"2");
        assert_eq!(row(""), "");
        let mut rows = Vec::new();
        let mut splitter = Splitter::of(b';', Quoting::Escaped);
        splitter.feed("\"a \\\"b;\\\"\";\"c\"\"d\"\n", usize::MAX, &mut |row| rows.push(row.cells));
        assert_eq!(rows, [["a \"b;\"", "c\"d"]]);
    }

    #[test]
    fn a_row_may_have_a_hundred_thousand_cells() {
        let (rows, _) = rows(&format!("{}x\n", "x;".repeat(99_999)), 65_536);
        assert_eq!(rows[0].1.len(), 100_000);
    }

    #[test]
    fn a_row_without_end_is_refused() {
        let mut splitter = Splitter::new(b';');
        splitter.feed(&"x".repeat(ROW_LIMIT), usize::MAX, &mut |_| {});
        assert_eq!(splitter.check_length(), Ok(()));
        splitter.feed("x", usize::MAX, &mut |_| {});
        assert_eq!(splitter.check_length(), Err(IntakeError::RowTooLong { row: 1, limit: 4 }));
    }
}
