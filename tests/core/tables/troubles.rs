//! What happens to a table on its way through other people's programs.

use super::LETTER;

/// What happens to a table on its way: its rows changed, or its quotes forgotten.
pub(crate) type Trouble = fn(Vec<Vec<String>>) -> Vec<Vec<String>>;

/// What can happen on the way, by name.
pub(crate) const TROUBLES: [(&str, Trouble); 11] = [
    ("a blank column", |rows| each_row(rows, |row| row.insert(1, String::new()))),
    ("blank rows", |rows| rows.into_iter().flat_map(|row| [row, Vec::new()]).collect()),
    ("headers in capitals", |rows| {
        changed_rows(rows, |row| row.iter_mut().for_each(|cell| *cell = cell.to_uppercase()), true)
    }),
    ("names without marks", |rows| {
        changed_rows(
            rows,
            |row| row.iter_mut().filter(|cell| cell.starts_with("UBND")).for_each(|cell| *cell = unmarked(cell)),
            false,
        )
    }),
    ("spaces that do not break", |rows| {
        each_row(rows, |row| row.iter_mut().for_each(|cell| *cell = format!("\u{a0}{} ", cell.replace(' ', "\u{a0}"))))
    }),
    ("separators to spare", |rows| changed_rows(rows, |row| row.extend([String::new(), String::new()]), false)),
    ("columns turned round", |rows| {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        each_row(rows, |row| {
            row.resize(width, String::new());
            row.reverse();
        })
    }),
    ("the header at each page", |rows| {
        let header: Vec<Vec<String>> = rows.iter().take_while(|row| !is_data(row)).cloned().collect();
        let middle = rows.len() / 2 + 2;
        [&rows[..middle], &header, &rows[middle..]].concat()
    }),
    ("a numbering row", |rows| {
        let first = rows.iter().position(|row| is_data(row)).unwrap_or(0);
        let numbers = (1..=rows[first].len()).map(|number| format!("({number})")).collect();
        [&rows[..first], &[numbers], &rows[first..]].concat()
    }),
    ("the last row cut", |mut rows| {
        if let Some(last) = rows.last_mut() {
            last.truncate(last.len() / 2);
        }
        rows
    }),
    ("a row lost its first cell", |mut rows| {
        let at = rows.len() - 2;
        rows[at].remove(0);
        rows
    }),
];

pub(crate) fn each_row(mut rows: Vec<Vec<String>>, change: impl Fn(&mut Vec<String>)) -> Vec<Vec<String>> {
    rows.iter_mut().for_each(change);
    rows
}

/// Whether a row names one of the letter's districts.
pub(crate) fn is_data(row: &[String]) -> bool {
    row.iter().any(|cell| LETTER.iter().any(|(_, unit, ..)| cell == unit))
}

/// Changes the rows that are headers, or those that are not.
pub(crate) fn changed_rows(
    rows: Vec<Vec<String>>,
    change: impl Fn(&mut Vec<String>),
    headers: bool,
) -> Vec<Vec<String>> {
    each_row(rows, |row| {
        if is_data(row) != headers {
            change(row);
        }
    })
}

pub(crate) fn unmarked(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| match letter {
            'Đ' => 'D',
            'đ' => 'd',
            other => other,
        })
        .collect()
}
