//! Rows of a list that hold no dossier, and those that name the unit of the dossiers below them.

use super::cells::is_blank;
use crate::columns::labels::is_footer;
use crate::columns::labels::is_total;
use crate::columns::line::is_numbering;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Longest cell that is folded, in bytes: no label is longer, remarks are.
const LABEL: usize = 200;

/// Whether a row holds no dossier, though a number stands under the code: it numbers the columns, sums up, or stands below
/// the list or a page.
pub(super) fn is_no_dossier(row: &Row, code: &str) -> bool {
    let first = row.cells.iter().map(String::as_str).find(|cell| !is_blank(cell)).unwrap_or_default();
    is_numbering(row) || is_label(first) || is_label(code)
}

/// Whether a cell is the label of a sum, a page, a signature.
fn is_label(cell: &str) -> bool {
    if cell.len() > LABEL {
        return false;
    }
    let folded = fold(cell);
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let mut words = folded.split(' ');
    let counts = match words.next() {
        // “Cộng: 2 hồ sơ”, “Trang 1/3”, “Ngày 10/6/2023”.
        Some("cong" | "tong" | "trang" | "page" | "ngay") => is_number(words.next()),
        _ => false,
    };
    let is_date_line = || ["ngay", "thang", "nam"].iter().all(|word| folded.split(' ').any(|other| other == *word));
    counts || is_total(&folded) || is_footer(&folded) || is_date_line()
}

/// The name whose dossiers follow: the one cell of a row that holds anything but a number.
pub(super) fn section_name(row: &Row) -> Option<String> {
    let mut filled = row.cells.iter().filter(|cell| !is_blank(cell));
    let (first, second) = (filled.next()?, filled.next());
    let name = match second {
        None => first,
        Some(name) if first.len() <= 5 && filled.next().is_none() => name,
        Some(_) => return None,
    };
    // Within a unit's dossiers come fields of law.
    let folded = fold(name);
    let is_part = ["linh vuc", "thu tuc", "nhom thu tuc"].iter().any(|words| folded.starts_with(words));
    (!is_part && !is_label(name)).then(|| tidy(name).into_owned())
}
