//! A header: its text, its key, and the name by which an officer's answer about it is remembered. A header may stand over
//! two or three rows, with a parent above several children.

use serde::Deserialize;
use serde::Serialize;

use super::fields::without_weight;
use super::frames::names_within;
use crate::domain::Map;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Tiêu đề cột: the header of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Its column, counted from 1.
    pub column: u32,
    /// Its text, parents first: `Số hóa kết quả giải quyết / Đã số hóa`.
    pub text: String,
    /// The words of its lowest row without marks, capitals and punctuation.
    pub key: String,
    /// The words of all its rows, parents first.
    pub path: String,
    /// Its path, numbered from the second column of the same path on: `ghi chu`, `ghi chu 2`. A column without a text is
    /// known by its place alone: `#5` is the fifth.
    pub name: String,
}

/// What the name of a column without a text begins with; no folded text holds it.
const PLACE: char = '#';

impl Header {
    /// The column that a name means by its place alone, counted from 1; `None` when it means a text.
    #[must_use]
    pub fn place_in(name: &str) -> Option<u32> {
        name.strip_prefix(PLACE)?.parse().ok()
    }

    /// The name of a column that is known by its place alone.
    pub(super) fn place(column: u32) -> String {
        format!("{PLACE}{column}")
    }

    /// The headers of one row, left to right.
    #[must_use]
    pub fn of_row(cells: &[String]) -> Vec<Self> {
        Self::of_rows(&[cells])
    }

    /// The headers that stand over several rows, left to right.
    ///
    /// A cell left blank below a header belongs to it, and so does one left blank right of a parent that has children:
    /// spreadsheets keep the text of merged cells in their first one.
    #[must_use]
    pub(super) fn of_rows(rows: &[&[String]]) -> Vec<Self> {
        let width = rows.iter().map(|row| row.len()).max().unwrap_or(0);
        let texts: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                (0..width).map(|at| row.get(at).map_or_else(String::new, |cell| tidy(cell).into_owned())).collect()
            })
            .collect();
        // Counted in a map: a row may have a hundred thousand cells.
        let mut seen: Map<String, usize> = Map::new();
        let mut above: Vec<String> = vec![String::new(); texts.len()];
        let mut headers = Vec::with_capacity(width);
        for (column, at) in (1..).zip(0..width) {
            let mut parts: Vec<String> = Vec::new();
            for row in 0..texts.len() {
                let own = &texts[row][at];
                let has_children = texts[row + 1..].iter().any(|below| !below[at].is_empty() && below[at] != *own);
                if !own.is_empty() {
                    // What stands to the right belongs to this parent, and to nothing of an older one.
                    above[row] = if has_children { own.clone() } else { String::new() };
                    above[row + 1..].iter_mut().for_each(String::clear);
                    match names_within(own) {
                        Some(names) => parts.extend(names),
                        None => parts.push(own.clone()),
                    }
                } else if has_children && !above[row].is_empty() {
                    parts.push(above[row].clone());
                }
            }
            parts.dedup();
            let key = fold(bare(parts.last().map_or("", String::as_str)));
            let path = if parts.len() < 2 { key.clone() } else { path_of(&parts, &key) };
            let same = seen.or_insert(path.clone(), 0);
            *same += 1;
            let name = match *same {
                _ if path.is_empty() => Self::place(column),
                1 => path.clone(),
                _ => format!("{path} {same}"),
            };
            headers.push(Self { column, text: parts.join(" / "), key, path, name });
        }
        headers
    }

    /// Whether the header itself says that its numbers are percentages.
    pub(super) fn says_percent(&self) -> bool {
        self.text.contains('%') || self.has_words("phan tram") || self.has_words("ty le") || self.has_words("tl")
    }

    /// Whether these words stand in the header as whole words.
    pub(super) fn has_words(&self, words: &str) -> bool {
        stand_in(&self.path, words)
    }
}

/// Whether these words stand in a folded text as whole words.
pub(super) fn stand_in(text: &str, words: &str) -> bool {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    let stands = |at: usize| {
        let here = text[at..].strip_prefix(words);
        here.is_some_and(|rest| rest.first().is_none_or(|next| *next == b' '))
    };
    stands(0) || text.iter().enumerate().any(|(at, letter)| *letter == b' ' && stands(at + 1))
}

/// A header without what forms and pivot tables add to its name: `Sum of Đã giải quyết`, the number of its column, `Đơn vị (1)`,
/// `Tỷ lệ (6)=(5)/(4)`, or what is counted, `Đã giải quyết (hồ sơ)`.
fn bare(text: &str) -> &str {
    const COUNTED: [&str; 5] = ["ho so", "hs", "dvt ho so", "don vi ho so", "don vi tinh ho so"];
    let text = text.strip_prefix("Sum of ").unwrap_or(text);
    let Some((words, bracket)) = text.find('(').map(|at| text.split_at(at)) else { return text };
    let digits = || bracket.split(|letter: char| !letter.is_ascii_digit());
    // A year tells another column.
    let is_number = digits().any(|digits| !digits.is_empty())
        && digits().all(|digits| digits.len() <= 2)
        && bracket.chars().all(|letter| letter.is_ascii_digit() || "()=+-/*:%,. ".contains(letter));
    let counts = || bracket.ends_with(')') && COUNTED.contains(&fold(bracket).as_str());
    // “(mục tiêu 100%)” beside a name says what is aimed at; the column holds what was reached.
    let is_aim = || {
        let folded = fold(bracket);
        ["muc tieu ", "toi da 100", "toi thieu ", "chi tieu "].iter().any(|aim| folded.starts_with(aim))
            && bracket.contains('%')
    };
    // Below a parent the bracket alone is a name.
    if is_number || (!words.trim().is_empty() && (counts() || is_aim())) { words.trim_end() } else { text }
}

/// Children that say how their parent is measured.
pub(super) const MEASURES: [&str; 10] = [
    "",
    "ty le",
    "tl",
    "ty le dat",
    "ty le chung",
    "ty le tong chung",
    "phan tram",
    "diem",
    "diem dat",
    "diem dat duoc",
];

/// The words of a header's rows, without parents that only say that figures follow.
fn path_of(parts: &[String], key: &str) -> String {
    let parents = parts.split_last().map_or(&[][..], |(_, parents)| parents);
    // How many points a group has tells nothing of a child that says how it is measured.
    let plain = |parent: &String| match without_weight(&fold(bare(parent))) {
        name if !name.is_empty() && MEASURES.contains(&key) => name,
        _ => fold(bare(parent)),
    };
    let names: Vec<String> = parents.iter().map(plain).chain([key.to_owned()]).collect();
    let telling = (1..).zip(&names).filter(|(next, name)| *next == names.len() || !says_nothing(name, &names[*next]));
    telling.map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Whether a parent only says that figures follow. “Kết quả” alone may be what is digitised, but not right above the group's own
/// names.
fn says_nothing(parent: &str, below: &str) -> bool {
    const NOTHING: [&str; 6] =
        ["noi dung", "so lieu", "ket qua thuc hien", "ket qua dat duoc", "ket qua danh gia", "trong do"];
    const OF_THE_INDEX: [&str; 12] =
        ["chi", "so", "cac", "bo", "nhom", "thanh", "phan", "diem", "ket", "qua", "danh", "gia"];
    let of_results = parent == "ket qua"
        || ["ket qua thang ", "ket qua quy ", "ket qua nam ", "ket qua ky nay"]
            .iter()
            .any(|words| parent.starts_with(words));
    let is_whole = ["ty le so hoa ho so", "so hoa ho so", "chung thuc", "ty le tong chung"];
    let of_the_index = || {
        let words = |word: &str| OF_THE_INDEX.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
        parent.contains("chi so") && parent.split(' ').all(words)
    };
    NOTHING.contains(&parent) || of_the_index() || (of_results && is_whole.iter().any(|words| below.starts_with(words)))
}

/// A row's cells as [`Header::of_rows`] takes them.
pub(super) fn cells_of<'rows>(rows: &[&'rows Row]) -> Vec<&'rows [String]> {
    rows.iter().map(|row| row.cells.as_slice()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(rows: &[&str], expected: &[&str]) {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.split('|').map(str::to_owned).collect()).collect();
        let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
        let texts: Vec<String> = Header::of_rows(&rows).into_iter().map(|header| header.text).collect();
        assert_eq!(texts, expected);
    }

    #[test]
    fn children_bear_their_parents_names() {
        case(
            &["STT|Đơn vị|Tiếp nhận|Số hóa khi tiếp nhận||Đã giải quyết|Số hóa kết quả|", "|||Chưa|Có||Chưa|Đã số hóa"],
            &[
                "STT",
                "Đơn vị",
                "Tiếp nhận",
                "Số hóa khi tiếp nhận / Chưa",
                "Số hóa khi tiếp nhận / Có",
                "Đã giải quyết",
                "Số hóa kết quả / Chưa",
                "Số hóa kết quả / Đã số hóa",
            ],
        );
    }

    #[test]
    fn cells_filled_downwards_are_one_header() {
        case(&["STT|Đơn vị|Số hóa|", "STT|Đơn vị|Tỷ lệ|Điểm"], &["STT", "Đơn vị", "Số hóa / Tỷ lệ", "Số hóa / Điểm"]);
    }

    #[test]
    fn three_rows_are_joined_within_their_parents() {
        case(
            &["STT|Hồ sơ||||Ghi chú", "|Tiếp nhận||Trả||", "|Tổng|Số hóa|Tổng|Số hóa|"],
            &[
                "STT",
                "Hồ sơ / Tiếp nhận / Tổng",
                "Hồ sơ / Tiếp nhận / Số hóa",
                "Hồ sơ / Trả / Tổng",
                "Hồ sơ / Trả / Số hóa",
                "Ghi chú",
            ],
        );
    }

    #[test]
    fn a_header_without_children_is_no_parent_of_what_stands_right_of_it() {
        case(&["Đơn vị|", "|Tỷ lệ"], &["Đơn vị", "Tỷ lệ"]);
    }

    #[test]
    fn columns_of_one_name_are_numbered() {
        let cells: Vec<String> = ["Ghi chú", "GHI CHÚ", ""].map(str::to_owned).to_vec();
        let names: Vec<String> = Header::of_row(&cells).into_iter().map(|header| header.name).collect();
        assert_eq!(names, ["ghi chu", "ghi chu 2", "#3"]);
    }

    #[test]
    fn a_column_without_a_text_is_known_by_its_place() {
        assert_eq!(
            (Header::place_in("#5"), Header::place_in("5"), Header::place_in("# don vi")),
            (Some(5), None, None)
        );
    }
}
