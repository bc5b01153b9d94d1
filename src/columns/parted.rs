//! Rows that stand in one cell as a whole: some programs put every line between quotes, and a list glued to another may be
//! parted by another sign. Where the sign parts the cell into as many as there are headers, there is one way to read it.

use super::header_rows::header_weight;
use crate::intake::Row;
use crate::text::tidy;

/// The signs that part cells.
const SIGNS: [u8; 4] = [b';', b'\t', b'|', b','];

/// Fewer cells may be a sentence with its commas.
const FEWEST: usize = 3;

/// Longest cell that may hold a header, in bytes: forty columns have less.
const LONGEST: usize = 4_000;

/// The cell of a row that holds nothing else.
pub(super) fn only_cell(row: &Row) -> Option<&str> {
    let mut filled = row.cells.iter().filter(|cell| !tidy(cell).is_empty());
    filled.next().filter(|_| filled.next().is_none()).map(String::as_str)
}

/// The row that stands in one cell of this one, where there is one way to part it into so many cells. In a table with
/// `decimals` a comma within a number parts nothing: 72,3 would become two.
pub(super) fn parted(row: &Row, columns: usize, decimals: bool) -> Option<Row> {
    if columns < FEWEST {
        return None;
    }
    let cell = only_cell(row)?;
    let mut ways = SIGNS.into_iter().filter(|sign| cell.as_bytes().contains(sign)).filter_map(|sign| {
        let within_numbers = || {
            let digits = cell.as_bytes().windows(3);
            digits.into_iter().any(|three| three[1] == b',' && three[0].is_ascii_digit() && three[2].is_ascii_digit())
        };
        if sign == b',' && decimals && within_numbers() {
            return None;
        }
        cells(cell, sign).filter(|cells| cells.len() == columns)
    });
    ways.next().filter(|_| ways.next().is_none()).map(|cells| Row { number: row.number, cells })
}

/// Parts the rows of a head of which each stands in one cell as a whole, the header too; gives the header.
pub(super) fn part_head(head: &mut [Row]) -> Option<Row> {
    let several = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).nth(1).is_some();
    if head.iter().any(several) {
        return None;
    }
    let of_header = |sign: u8| {
        let short = |row: &Row| only_cell(row).filter(|cell| cell.len() <= LONGEST).and_then(|cell| cells(cell, sign));
        let parted = head.iter().filter_map(|row| Some(Row { number: row.number, cells: short(row)? }));
        let mut headers = parted.filter(|row| row.cells.len() >= FEWEST && header_weight(&row.cells) > 1);
        headers.next()
    };
    let header = SIGNS.into_iter().find_map(of_header)?;
    let below = head.iter().enumerate().filter(|(_, row)| row.number >= header.number);
    let parted = below.filter_map(|(at, row)| Some((at, parted(row, header.cells.len(), true)?)));
    let parted: Vec<(usize, Row)> = parted.collect();
    // A sentence names headers, too: no row below is like it.
    if parted.len() < 2 {
        return None;
    }
    for (at, row) in parted {
        head[at] = row;
    }
    Some(header)
}

/// The cells of a line.
fn cells(line: &str, sign: u8) -> Option<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(sign).has_headers(false).from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    let read = reader.read_record(&mut record).ok()?;
    let alone = read && !reader.read_record(&mut csv::StringRecord::new()).unwrap_or(true);
    alone.then(|| record.iter().map(str::to_owned).collect())
}

/// The parts of a cell, whatever sign parts them; none where there are but a few.
pub(super) fn parts(cell: &str) -> Vec<&str> {
    let parts: Vec<&str> = cell.split(SIGNS.map(char::from)).map(|part| part.trim().trim_matches('"')).collect();
    if parts.len() < FEWEST { Vec::new() } else { parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_in_one_cell_is_parted_where_there_is_one_way() {
        let way = |cell: &str, columns| {
            let row = Row { number: 7, cells: vec![String::new(), cell.to_owned(), " ".to_owned()] };
            parted(&row, columns, true).map(|row| row.cells.join("|"))
        };
        assert_eq!(way("1;UBND huyện Bảo Yên;72,3%;366", 4).as_deref(), Some("1|UBND huyện Bảo Yên|72,3%|366"));
        assert_eq!(way("1,UBND huyện Bảo Yên,72.3%,366", 4).as_deref(), Some("1|UBND huyện Bảo Yên|72.3%|366"));
        assert_eq!(way("1,\"Bảo Yên, Lào Cai\",72.3%,366", 4).as_deref(), Some("1|Bảo Yên, Lào Cai|72.3%|366"));
        assert_eq!(way("1,UBND huyện Bảo Yên,72,3", 4), None); // 72 and 3, or 72,3 and nothing
        assert_eq!(way("1;UBND huyện Bảo Yên;72,3%;366;", 4), None);
        assert_eq!(way("1;2\n3;4;5", 4), None);
        assert_eq!(way("a;b", 2), None);
        let two = Row { number: 7, cells: vec!["1;2;3".to_owned(), "4".to_owned()] };
        assert_eq!(parted(&two, 3, true), None);
    }
}
