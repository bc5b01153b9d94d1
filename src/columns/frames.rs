//! What programs of data frames make of a header when they write a table again: names for columns without one, numbers
//! behind names that stand twice, parent and child in one cell.

use crate::text::tidy;

/// Rows among which a header stands, and cells of it.
pub(super) const ROWS: usize = 30;
const MOST_CELLS: usize = 400;

/// A header's row as it was before: `Unnamed: 3` is empty, `Tiếp nhận.1` right of `Tiếp nhận` is the same name again.
pub(super) fn unframed(cells: &mut [String]) {
    for at in 0..cells.len().min(MOST_CELLS) {
        if is_unnamed(&cells[at]) {
            cells[at].clear();
        } else if let Some((name, number)) = cells[at].rsplit_once('.')
            && matches!(number.len(), 1 | 2)
            && number.bytes().all(|digit| digit.is_ascii_digit())
            && name.chars().any(char::is_alphabetic)
            && cells[..at].iter().any(|left| left == name)
        {
            let length = name.len();
            cells[at].truncate(length);
        }
    }
}

/// Whether a program has named a column by its place: `Unnamed: 3`, `Unnamed: 0_level_1`.
fn is_unnamed(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.trim().strip_prefix("Unnamed: ").is_some_and(|place| match place.split_once("_level_") {
        Some((column, level)) => digits(column) && digits(level),
        None => digits(place),
    })
}

/// The names in a cell such as `('Tiếp nhận', 'Tổng số')`, parents first, without those that say nothing; `None` where it
/// is none.
pub(super) fn names_within(cell: &str) -> Option<Vec<String>> {
    let inner = cell.strip_prefix('(')?.strip_suffix(')')?;
    if !inner.starts_with(['\'', '"']) {
        return None;
    }
    let (mut names, mut own, mut quote) = (Vec::new(), String::new(), None);
    for letter in inner.chars().chain([',']) {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '\'' | '"') => quote = Some(letter),
            (None, ',') => names.push(std::mem::take(&mut own)),
            _ => own.push(letter),
        }
    }
    let says = |name: &String| !(name.is_empty() || name == "nan" || is_unnamed(name));
    quote.is_none().then(|| names.iter().map(|name| tidy(name).into_owned()).filter(says).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_as_it_was_before() {
        let mut cells =
            ["STT", "Số hóa", "Unnamed: 2", "Số hóa.1", "Unnamed: 4_level_0", "1", "1.1", "Mục.1", "Unnamed: a"]
                .map(str::to_owned);
        unframed(&mut cells);
        assert_eq!(cells, ["STT", "Số hóa", "", "Số hóa", "", "1", "1.1", "Mục.1", "Unnamed: a"]);
    }

    #[test]
    fn names_in_one_cell_are_told_from_words_in_brackets() {
        let names = |cell| names_within(cell).map(|names| names.join("|"));
        assert_eq!(names("('Tiếp nhận', 'Tổng số')").as_deref(), Some("Tiếp nhận|Tổng số"));
        assert_eq!(names("('Huyện, thị xã', \"\", nan)").as_deref(), Some("Huyện, thị xã"));
        assert_eq!(names("('Unnamed: 0_level_0', 'STT')").as_deref(), Some("STT"));
        for cell in ["(1)", "(hồ sơ)", "('a", "('a)", "Tiếp nhận"] {
            assert_eq!(names(cell), None, "{cell}");
        }
    }
}
