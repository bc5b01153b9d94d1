//! Rows of cells: the splitter agrees with the `csv` crate's own reader on whatever its writer wrote.

use csv::QuoteStyle;
use csv::Terminator;
use proptest::collection::vec;
use proptest::prelude::*;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::Row;

use super::tries;

/// A table, the way it is quoted, its separator, and how its rows end.
#[derive(Clone, Debug)]
struct Written {
    rows: Vec<Vec<String>>,
    separator: u8,
    bytes: Vec<u8>,
}

fn cell() -> impl Strategy<Value = String> {
    let parts = ["", "a", "72,3%", "Bảo Yên", ";", ",", "\t", "|", "\"", "\n", "\r\n", "\r", " ", "ồ", "o\u{301}"];
    vec(prop::sample::select(parts.to_vec()), 0..5).prop_map(|parts| parts.concat())
}

fn written() -> impl Strategy<Value = Written> {
    let quotes = prop::sample::select(vec![QuoteStyle::Necessary, QuoteStyle::Always, QuoteStyle::NonNumeric]);
    let ends = prop::sample::select(vec![Terminator::CRLF, Terminator::Any(b'\n'), Terminator::Any(b'\r')]);
    let separators = prop::sample::select(b";,\t|".to_vec());
    (vec(vec(cell(), 1..6), 1..8), quotes, ends, separators).prop_map(|(rows, quotes, end, separator)| {
        let mut writer = csv::WriterBuilder::new()
            .delimiter(separator)
            .quote_style(quotes)
            .terminator(end)
            .flexible(true)
            .from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        Written { rows, separator, bytes: writer.into_inner().unwrap() }
    })
}

/// The rows that the intake gives, and the row of a quote that never closes; a first line `sep=` leaves it no choice of
/// separator.
fn rows(separator: u8, bytes: &[u8], block: usize) -> (Vec<Row>, Option<u32>) {
    let bytes = [b"sep=", &[separator][..], b"\n", bytes].concat();
    let mut rows = Vec::new();
    let mut intake = Intake::new(|_| 0, Hints::default());
    for block in bytes.chunks(block) {
        intake.feed(block, &mut |row| rows.push(row)).unwrap();
    }
    let understood = intake.finish(&mut |row| rows.push(row)).unwrap();
    (rows, understood.open_quote)
}

/// The rows that the `csv` crate's reader gives.
fn by_csv(separator: u8, bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

proptest! {
    #![proptest_config(tries(256))]

    #[test]
    fn cells_come_back_as_they_were_written(written in written(), block in 1_usize..90) {
        let (read, open_quote) = rows(written.separator, &written.bytes, block);
        prop_assert_eq!(open_quote, None);
        let numbers: Vec<u32> = read.iter().map(|row| row.number).collect();
        prop_assert!(numbers.iter().copied().eq(1..=u32::try_from(read.len()).unwrap()), "{:?}", numbers);
        let cells: Vec<Vec<String>> = read.into_iter().map(|row| row.cells).collect();
        prop_assert_eq!(&cells, &written.rows);
        prop_assert_eq!(cells, by_csv(written.separator, &written.bytes));
    }

    #[test]
    fn any_text_gives_the_cells_the_csv_crate_gives(parts in vec(cell(), 0..40), block in 1_usize..90) {
        let text = parts.concat();
        let (read, open_quote) = rows(b';', text.as_bytes(), block);
        // At a quote that never closes the two part on purpose: here the rows behind it are kept.
        prop_assume!(open_quote.is_none());
        // Blank lines are rows of the file here; the other passes over them.
        let cells: Vec<Vec<String>> = read.into_iter().map(|row| row.cells).filter(|cells| !cells.is_empty()).collect();
        prop_assert_eq!(cells, by_csv(b';', text.as_bytes()));
    }
}
