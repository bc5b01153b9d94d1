//! A line break within a header that no quotes surround, as tables are pasted out of documents: the header lies in two rows or
//! more, none of which says what its columns are.

use super::header_rows::header_weight;
use crate::intake::Row;
use crate::text::tidy;

/// Most rows that one header is broken into.
const MOST: usize = 4;

/// Joins the rows of a header that is broken, where the joined one is as wide as the rows below it and names more columns
/// than any of its rows. Gives the row in which it begins and its last.
pub(super) fn joined(head: &mut Vec<Row>) -> Option<(u32, u32)> {
    let (at, behind, row) = (0..head.len()).find_map(|at| {
        let most = (at + MOST).min(head.len());
        (at + 2..=most).find_map(|behind| Some((at, behind, as_one(head, at, behind)?)))
    })?;
    let rows = (row.number, head[behind - 1].number);
    head.splice(at..behind, [row]);
    Some(rows)
}

/// These rows as one, if they are a header.
fn as_one(head: &[Row], at: usize, behind: usize) -> Option<Row> {
    let rows = &head[at..behind];
    let width = head.get(behind)?.cells.len();
    let is_even = head.get(behind + 1).is_none_or(|row| row.cells.len() == width);
    let cells: usize = rows.iter().map(|row| row.cells.len()).sum();
    let fits = cells + 1 == width + rows.len() && rows[0].cells.len() > 1;
    if !fits || !is_even || rows.iter().any(|row| row.cells.is_empty() || row.cells.len() >= width) {
        return None;
    }
    let has_word = |cell: Option<&String>| cell.is_some_and(|cell| cell.chars().any(char::is_alphabetic));
    let goes_on = rows.windows(2).all(|pair| has_word(pair[0].cells.last()) && has_word(pair[1].cells.first()));
    let mut joined: Vec<String> = Vec::new();
    for row in rows {
        match joined.last_mut() {
            Some(last) => *last = tidy(&format!("{last} {}", row.cells[0])).into_owned(),
            None => joined.extend(row.cells.first().cloned()),
        }
        joined.extend(row.cells.iter().skip(1).cloned());
    }
    let most = rows.iter().chain(head.get(behind)).map(|row| header_weight(&row.cells)).max().unwrap_or(0);
    (goes_on && header_weight(&joined) > most).then(|| Row { number: rows[0].number, cells: joined })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let cells = |line: &&str| line.split('|').map(str::to_owned).collect();
        (1..).zip(lines).map(|(number, line)| Row { number, cells: cells(line) }).collect()
    }

    #[test]
    fn a_header_broken_within_a_cell_is_one_row() {
        #[track_caller]
        fn case(lines: &[&str], expected: (u32, u32), header: &str) {
            let mut head = rows(lines);
            assert_eq!(joined(&mut head), Some(expected), "{lines:?}");
            assert!(head.iter().any(|row| row.cells.join("|") == header), "{head:?}");
        }
        let header = "STT|Tên đơn vị|Tỷ lệ số hóa hồ sơ|Ghi chú|Chứng thực điện tử|Ghi chú";
        let (one, two) = ("1|UBND huyện Bảo Yên|72,3%||366|Quá thấp", "2|UBND huyện Bắc Hà|48,1%|Thấp|426|");
        case(
            &["PHỤ LỤC", "STT|Tên đơn vị|Tỷ lệ", "số hóa hồ sơ|Ghi chú|Chứng thực điện tử|Ghi chú", one, two],
            (2, 3),
            header,
        );
        case(&["STT|Tên đơn vị|Tỷ lệ", "số hóa", "hồ sơ|Ghi chú|Chứng thực điện tử|Ghi chú", one], (1, 3), header);
        case(&["STT|Tên đơn vị|Tỷ lệ", "số hóa hồ sơ|Ghi chú|Chứng thực", "điện tử|Ghi chú", one, two], (1, 3), header);
    }

    #[test]
    fn other_rows_stay_as_they_are() {
        let one = "1|UBND huyện Bảo Yên|72,3%|366";
        for lines in [
            &["STT|Tên đơn vị|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử", one, one][..],
            &["UBND TỈNH|CỘNG HÒA", "Tên đơn vị|Tỷ lệ số hóa hồ sơ|Ghi chú", one, one],
            &["STT|Tên đơn vị|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử", "1|UBND huyện", "Bảo Yên|72,3%|366", one],
            &["STT|Tên đơn vị|Tỷ lệ", "số hóa hồ sơ|Chứng thực điện tử", "1|UBND huyện Bảo Yên|72,3%"],
            &[],
        ] {
            let mut head = rows(lines);
            assert_eq!((joined(&mut head), head), (None, rows(lines)), "{lines:?}");
        }
    }
}
