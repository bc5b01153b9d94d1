//! Rows of data among those where a header is looked for. Their cells may name persons: none is ever kept as a header.

use super::dossiers::is_code;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use super::line::is_number;
use crate::intake::Row;
use crate::text::moment;
use crate::text::tidy;

/// Most cells in which a unit is looked for: no row of the field is wider, and names are looked up slowly.
const MOST_CELLS: usize = 400;

/// Longest cell that may hold a day, in bytes.
const LONGEST_DAY: usize = 20;

/// Whether a row holds the code of a dossier.
pub(super) fn holds_code(row: &Row) -> bool {
    row.cells.iter().any(|cell| is_code(cell))
}

/// Whether a row holds a unit's name and a number.
pub(super) fn holds_figures(row: &Row, is_unit: &dyn Fn(&str) -> bool) -> bool {
    let width = row.cells.iter().rposition(|cell| !tidy(cell).is_empty()).map_or(0, |last| last + 1);
    width <= MOST_CELLS
        && row.cells.iter().any(|cell| is_number(cell))
        && row.cells.iter().any(|cell| is_unit(&tidy(cell)))
}

/// Whether the row at this place, which says words of headers, is one of data all the same: a dossier with its code or its
/// owner's number, a unit with its figures, or a unit whose words stand above or below others of their kind.
pub(super) fn is_data(rows: &[Row], at: usize, is_unit: &dyn Fn(&str) -> bool) -> bool {
    let row = &rows[at];
    if row.cells.iter().any(|cell| is_code(cell) || is_persons_number(cell)) {
        return true;
    }
    let names_unit = |cell: &String| {
        let named = || named_by(&Header::of_row(std::slice::from_ref(cell))[0], Scope::Any);
        is_unit(&tidy(cell)) && named().is_none()
    };
    let Some(unit) = row.cells.iter().take(MOST_CELLS).position(names_unit) else { return false };
    let is_figure = |cell: &String| is_number(cell) || (cell.len() <= LONGEST_DAY && moment(cell).is_some());
    if row.cells.iter().enumerate().any(|(at, cell)| at != unit && is_figure(cell)) {
        return true;
    }
    let also = |other: &Row| other.cells.get(unit).is_some_and(&names_unit);
    let is_filled = |row: &&Row| row.cells.iter().any(|cell| !tidy(cell).is_empty());
    // Above numbers the same words would be headers.
    let are_words =
        |below: &Row| !row.cells.iter().zip(&below.cells).any(|(own, below)| !tidy(own).is_empty() && is_figure(below));
    rows[..at].iter().rev().find(is_filled).is_some_and(also)
        || rows[at + 1..].iter().find(is_filled).is_some_and(|below| also(below) && are_words(below))
}

/// Whether a cell is a telephone number or one of an identity card.
fn is_persons_number(cell: &str) -> bool {
    let digits = || cell.bytes().filter(|byte| !matches!(byte, b' ' | b'.' | b'-' | b'\''));
    cell.len() <= LONGEST_DAY
        && (9..=12).contains(&digits().count())
        && digits().next() == Some(b'0')
        && digits().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::ColumnChoices;
    use crate::columns::Table;
    use crate::columns::TableError;
    use crate::columns::found::Found;
    use crate::domain::Place;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
        (1..).zip(lines).map(row).collect()
    }

    /// The row of the header, counted from 1.
    fn header(lines: &[&str]) -> Option<u32> {
        let rows = rows(lines);
        let found = Found::find(&rows, &ColumnChoices::default(), &|name| name.starts_with("UBND huyện"), None);
        found.map(|found| found.row(&rows))
    }

    #[test]
    fn words_of_headers_in_the_rows_of_a_list_make_no_header() {
        for said in [
            "Chứng thực bản sao từ bản chính|Đã xử lý xong",
            "Đăng ký khai sinh|Hoàn thành",
            "Đăng ký khai sinh|Có số hóa TPHS",
        ] {
            let dossier = |code: &str| format!("{code}|UBND huyện Bảo Yên|{said}");
            assert_eq!(header(&[&dossier("H38.60-230510-0002")]), None, "{said}");
            assert_eq!(header(&[&format!("Trần Thị Bình|0912 345 678|{said}")]), None, "{said}");
            assert_eq!(header(&[&dossier("10/05/2023")]), None, "{said}");
            // Without a code it is a row among its like.
            let other = "HS 2|UBND huyện Bắc Hà|Đăng ký khai sinh|Đang xử lý";
            assert_eq!(header(&[&dossier("HS 1"), other]), None, "{said}");
            assert_eq!(header(&[other, &dossier("HS 1")]), None, "{said}");
            let above = "Mã hồ sơ|Đơn vị|Nội dung|Tình hình";
            let rows = [above, "H38.60-230510-0001|UBND huyện Bảo Yên|Khai sinh|", &dossier("H38.60-230510-0002")];
            assert_eq!(header(&rows), Some(1), "{said}");
        }
    }

    #[test]
    fn below_dossiers_a_header_is_one_of_another_table() {
        let rows = ["Mã hồ sơ|Đơn vị", "H38.60-230510-0001|UBND huyện Bảo Yên", "Mã hồ sơ|Đơn vị|Trạng thái|Lĩnh vực"];
        assert_eq!(header(&rows), Some(1));
    }

    #[test]
    fn a_header_may_name_a_unit_above_its_figures() {
        let header_row = "UBND huyện Bảo Yên|Tiếp nhận|Có số hóa TPHS";
        assert_eq!(header(&[header_row, "Xã Nghĩa Đô|10|8"]), Some(1));
        assert_eq!(header(&[header_row, "UBND huyện Bảo Yên|10|8", "Xã Nghĩa Đô|10|8"]), Some(1));
    }

    #[test]
    fn one_known_name_above_dossiers_is_a_header() {
        let dossier = "H38.60-230510-0001|UBND huyện Bảo Yên|Đang xử lý";
        assert_eq!(header(&["code|agency name|dossierStatus", dossier]), Some(1));
        assert_eq!(header(&["Mã hồ sơ|A|B", dossier]), Some(1));
        assert_eq!(header(&["A|B|C", dossier]), None);
    }

    #[test]
    fn of_a_list_without_a_header_nothing_is_kept() {
        let dossier = |at: usize| format!("H38.60-230510-000{at}|UBND huyện Bảo Yên|Nguyễn Văn Ánh|Đã xử lý xong");
        let header = "Mã hồ sơ|Đơn vị|Chủ hồ sơ|Trạng thái";
        // As a spreadsheet sorts a list with its header among the rows.
        for lines in [[&dossier(1) as &str, &dossier(2)], [&dossier(1), header]] {
            let is_unit: crate::columns::IsUnit = std::rc::Rc::new(|name| name.starts_with("UBND huyện"));
            let mut table = Table::new(Place::file("a.csv"), std::rc::Rc::default(), None, is_unit);
            rows(&lines).into_iter().try_for_each(|row| table.row(row)).unwrap();
            assert_eq!(table.finish().unwrap_err(), TableError::DossiersWithoutHeader { row: 1 });
            assert_eq!((table.seen().headers.len(), table.seen().header_row), (0, None));
            assert!(!table.seen().fingerprint.contains("nguyen"));
        }
        let lost = dossier(1).replace("Nguyễn Văn Ánh", "Nguy?n V?n ?nh");
        let is_unit: crate::columns::IsUnit = std::rc::Rc::new(|_| false);
        let mut table = Table::new(Place::file("a.csv"), std::rc::Rc::default(), None, is_unit);
        table.row(rows(&[&lost]).remove(0)).unwrap();
        assert_eq!(table.finish().unwrap_err(), TableError::LettersLost { row: 1, found: "?".to_owned() });
    }
}
