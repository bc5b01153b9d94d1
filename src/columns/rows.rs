//! What kind of row a row is: the ones that are no unit are skipped, and shown as skipped.

use std::collections::BTreeMap;

use super::Field;
use super::recognise::ColumnMap;
use crate::domain::Group;
use crate::intake::Row;
use crate::notices::quote;
use crate::text::fold;
use crate::text::numbers;
use crate::text::tidy;

/// How many skipped rows of one kind are shown; the rest is counted.
const SHOWN: usize = 20;

/// Loại dòng: what a row below the header is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowKind {
    /// Above the header.
    Title,
    /// No cell holds anything.
    Blank,
    /// The header again, as page breaks repeat it.
    Header,
    /// `(1) (2) (3)`.
    Numbering,
    /// `I. Sở, ban, ngành`: sets the group of the rows that follow.
    Section,
    /// A sum or the whole province.
    Total,
    /// Signature, addressees, remarks.
    Footer,
    /// A unit and its figures.
    Data,
}

impl RowKind {
    /// What an officer calls a skipped row of this kind.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Title => "dòng tên bảng phía trên tiêu đề",
            Self::Blank => "dòng trống",
            Self::Header => "dòng tiêu đề lặp lại",
            Self::Numbering => "dòng đánh số cột",
            Self::Section => "dòng nhóm đơn vị",
            Self::Total => "dòng tổng cộng",
            Self::Footer => "dòng cuối bảng (ký tên, nơi nhận, ghi chú)",
            Self::Data => "dòng số liệu",
        }
    }
}

/// The rows of one kind that were skipped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SkippedRows {
    /// How many.
    pub count: u64,
    /// The first of them: number and text.
    pub first: Vec<(u32, String)>,
}

/// All skipped rows by kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Skipped(BTreeMap<RowKind, SkippedRows>);

impl Skipped {
    pub(super) fn add(&mut self, kind: RowKind, row: &Row) {
        let skipped = self.0.entry(kind).or_default();
        skipped.count += 1;
        if skipped.first.len() < SHOWN {
            skipped.first.push((row.number, quote(&text_of(row))));
        }
    }

    /// How many rows were skipped in all.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.0.values().map(|skipped| skipped.count).sum()
    }

    /// The skipped rows by kind.
    pub fn by_kind(&self) -> impl Iterator<Item = (RowKind, &SkippedRows)> {
        self.0.iter().map(|(kind, skipped)| (*kind, skipped))
    }
}

/// The cells of a row that hold something, as one text.
pub(super) fn text_of(row: &Row) -> String {
    let cells: Vec<String> =
        row.cells.iter().map(|cell| tidy(cell).into_owned()).filter(|cell| !cell.is_empty()).collect();
    cells.join(" | ")
}

/// Says what a row below the header is. `is_unit` tells whether a name is a unit's.
pub(super) fn kind(row: &Row, map: &ColumnMap, is_unit: &dyn Fn(&str) -> bool) -> RowKind {
    let filled: Vec<String> = row.cells.iter().map(|cell| fold(cell)).filter(|cell| !cell.is_empty()).collect();
    let name = map.cell(row, Field::Unit);
    let figures = has_figures(row, map);
    if filled.is_empty() && !figures && row.cells.iter().all(|cell| tidy(cell).is_empty()) {
        return RowKind::Blank;
    }
    if is_header_again(row, map) {
        return RowKind::Header;
    }
    if is_numbering(row) {
        return RowKind::Numbering;
    }
    if is_unit(&name) {
        return RowKind::Data;
    }
    if label(row, map).is_some_and(|label| is_total(&label)) {
        return RowKind::Total;
    }
    if section(row, map).is_some() {
        return RowKind::Section;
    }
    let ordinal = map.cell(row, Field::Ordinal);
    let numbered = ordinal.trim_end_matches('.').parse::<u32>().is_ok();
    if !name.is_empty() && (figures || numbered) && !filled.iter().any(|cell| is_footer(cell)) {
        return RowKind::Data;
    }
    if figures { RowKind::Data } else { RowKind::Footer }
}

/// The text that labels a row which is no unit: its name, else its first cell.
fn label(row: &Row, map: &ColumnMap) -> Option<String> {
    let name = fold(&map.cell(row, Field::Unit));
    let ordinal = fold(&map.cell(row, Field::Ordinal));
    let first = || row.cells.iter().map(|cell| fold(cell)).find(|cell| !cell.is_empty());
    if is_total(&ordinal) {
        return Some(ordinal);
    }
    if name.is_empty() { first() } else { Some(name) }
}

/// Whether a folded label is a sum's.
fn is_total(label: &str) -> bool {
    let starts = ["tong cong", "tong so", "toan tinh", "cong toan tinh", "tong toan tinh", "tong cac"];
    matches!(label, "tong" | "cong" | "ca tinh" | "tinh lao cai" | "toan bo")
        || starts.iter().any(|start| label.starts_with(start))
}

/// Whether a total row stands for the whole province: its percentage is the provincial figure.
pub(super) fn is_province(row: &Row, map: &ColumnMap) -> bool {
    let label = label(row, map).unwrap_or_default();
    ["toan tinh", "ca tinh", "tinh lao cai"].iter().any(|words| format!(" {label} ").contains(&format!(" {words} ")))
}

/// What a total row calls itself, as written.
pub(super) fn written_label(row: &Row, map: &ColumnMap) -> String {
    let name = map.cell(row, Field::Unit);
    if name.is_empty() { quote(&text_of(row)) } else { name }
}

/// The section a row begins: `Some(None)` when it begins one whose group is not known.
#[expect(clippy::option_option, reason = "no section, and a section of no known group, are different answers")]
pub(super) fn section(row: &Row, map: &ColumnMap) -> Option<Option<Group>> {
    let label = label(row, map)?;
    let words = label.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    if let Some(group) = group_of(words) {
        return Some(Some(group));
    }
    let ordinal = map.cell(row, Field::Ordinal);
    let mark = ordinal.trim_end_matches(['.', ')']);
    let roman = !mark.is_empty() && mark.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'));
    let letter = mark.len() == 1 && mark.chars().all(|letter| letter.is_ascii_uppercase());
    (roman || letter).then_some(None)
}

/// The group that a section's folded words name.
fn group_of(words: &str) -> Option<Group> {
    let without_mark = |words: &str| {
        let (first, rest) = words.split_once(' ')?;
        first.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x' | 'a' | 'b' | 'c')).then(|| rest.to_owned())
    };
    let named = |words: &str| match words {
        "so ban nganh"
        | "cac so ban nganh"
        | "so nganh"
        | "khoi so ban nganh"
        | "so ban nganh tinh"
        | "cac so ban nganh tinh"
        | "cap so"
        | "cap tinh"
        | "so ban nganh cap tinh"
        | "cac so ban nganh thuoc ubnd tinh" => Some(Group::SoNganh),
        "cap huyen"
        | "ubnd cap huyen"
        | "ubnd cac huyen thi xa thanh pho"
        | "huyen thi xa thanh pho"
        | "cac huyen thi xa thanh pho"
        | "khoi huyen"
        | "cac huyen"
        | "ubnd huyen thi xa thanh pho"
        | "ubnd cac huyen" => Some(Group::CapHuyen),
        "cap xa"
        | "ubnd cap xa"
        | "ubnd cac xa phuong"
        | "xa phuong thi tran"
        | "ubnd cac xa phuong thi tran"
        | "ubnd xa phuong" => Some(Group::CapXa),
        "van phong dang ky dat dai" | "don vi khac" | "cac don vi khac" | "co quan khac" | "co quan nganh doc" => {
            Some(Group::Khac)
        }
        _ => None,
    };
    named(words).or_else(|| named(&without_mark(words)?))
}

/// Whether a folded cell belongs below a table.
fn is_footer(cell: &str) -> bool {
    [
        "nguoi lap",
        "noi nhan",
        "lao cai ngay",
        "kt chanh van phong",
        "pho chanh van phong",
        "chanh van phong",
        "thu truong",
        "nguoi ky",
        "ky ten",
    ]
    .iter()
    .any(|words| cell.starts_with(words))
}

fn has_figures(row: &Row, map: &ColumnMap) -> bool {
    let cells = row.cells.iter().enumerate();
    cells.filter(|(index, _)| map.meaning(*index).is_some_and(Field::is_figure) || map.is_candidate(*index)).any(
        |(_, cell)| numbers::read(cell) != numbers::Cell::Absent && cell.chars().any(|letter| letter.is_ascii_digit()),
    )
}

fn is_header_again(row: &Row, map: &ColumnMap) -> bool {
    let same = |(cell, key): (&String, &str)| fold(cell) == key;
    row.cells.len() >= map.headers.len()
        && row.cells.iter().zip(map.headers.iter().map(|header| header.key.as_str())).all(same)
}

/// Whether the cells number the columns: `(1) (2) (3)=(1)+(2)`, or A B 1 2.
fn is_numbering(row: &Row) -> bool {
    let filled: Vec<String> =
        row.cells.iter().map(|cell| tidy(cell).into_owned()).filter(|cell| !cell.is_empty()).collect();
    let mark = |cell: &String| {
        let first = cell.split('=').next().unwrap_or(cell).trim().trim_matches(['(', ')', '[', ']']);
        match first.as_bytes() {
            [letter @ b'A'..=b'Z'] => Some((true, u32::from(letter - b'A') + 1)),
            _ => first.parse::<u32>().ok().map(|number| (false, number)),
        }
    };
    let marks: Option<Vec<(bool, u32)>> = filled.iter().map(mark).collect();
    let Some(marks) = marks.filter(|marks| marks.len() >= 2) else { return false };
    let rising = |marks: &[(bool, u32)]| marks.windows(2).all(|pair| pair[1].1 == pair[0].1 + 1);
    let letters = marks.iter().take_while(|(letter, _)| *letter).count();
    let (letters, digits) = marks.split_at(letters);
    let from_one = |marks: &[(bool, u32)]| marks.first().is_none_or(|(_, number)| *number == 1);
    // A row of one unit cannot be mistaken for this: its name is no number.
    rising(letters)
        && rising(digits)
        && from_one(letters)
        && from_one(digits)
        && digits.iter().all(|(letter, _)| !letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::ColumnChoices;
    use crate::columns::recognise::recognise;

    const LETTER: &str =
        "STT|Tên đơn vị|Tỷ lệ % tổng chung nhóm số hóa hồ sơ|Ghi chú|Kết quả chứng thực điện tử|Ghi chú";

    fn row(line: &str) -> Row {
        Row { number: 9, cells: line.split('|').map(str::to_owned).collect() }
    }

    #[track_caller]
    fn case(line: &str, expected: RowKind) {
        let map = recognise(&[row(LETTER)], &ColumnChoices::default(), &|_| false).unwrap();
        assert_eq!(kind(&row(line), &map, &|name| name.starts_with("UBND huyện")), expected, "{line:?}");
    }

    #[test]
    fn rows_that_are_no_unit_are_told_from_those_that_are() {
        case("1|UBND huyện Bảo Yên|72,3%||366|Quá thấp", RowKind::Data);
        case("10|UBND huyện Bảo Yên||||", RowKind::Data); // a unit without figures is still a unit
        case("2|Huyện Không Tên|68,9%||1.343|", RowKind::Data); // unknown, and therefore asked about
        case("3|Huyện Không Tên||||", RowKind::Data);
        case("|||||", RowKind::Blank);
        case("", RowKind::Blank);
        case("(1)|(2)|(3)|(4)|(5)|(6)", RowKind::Numbering);
        case("1|2|3|4|5|6", RowKind::Numbering);
        case("A|B|1|2|3=1+2|4", RowKind::Numbering);
        case(LETTER, RowKind::Header);
        case("I|Sở, ban, ngành||||", RowKind::Section);
        case("II|UBND cấp huyện|55,1%||9.000|", RowKind::Section);
        case("|Cấp huyện||||", RowKind::Section);
        case("III. Cấp xã|||||", RowKind::Section);
        case("|Toàn tỉnh|57,7%||11.821|", RowKind::Total);
        case("Tổng cộng||56,7%||11.821|", RowKind::Total);
        case("|TỔNG CỘNG TOÀN TỈNH (I+II+III)|57,7%|||", RowKind::Total);
        case("|Cộng|||5|", RowKind::Total);
        case("Nơi nhận:|||||", RowKind::Footer);
        case("|Người lập biểu||||", RowKind::Footer);
        case("Lào Cai, ngày 05 tháng 6 năm 2023|||||", RowKind::Footer);
        case("- Lưu: VT, KSTT1.|||||", RowKind::Footer);
        case("||||KT. CHÁNH VĂN PHÒNG|", RowKind::Footer);
        case("||72,3%|||", RowKind::Data); // figures of nobody must not vanish
    }

    #[test]
    fn a_section_sets_the_group() {
        let map = recognise(&[row(LETTER)], &ColumnChoices::default(), &|_| false).unwrap();
        for (line, group) in [
            ("I|Sở, ban, ngành||||", Some(Some(Group::SoNganh))),
            ("II|UBND các huyện, thị xã, thành phố||||", Some(Some(Group::CapHuyen))),
            ("III. Cấp xã|||||", Some(Some(Group::CapXa))),
            ("IV|Văn phòng đăng ký đất đai||||", Some(Some(Group::Khac))),
            ("V|Khối khác||||", Some(None)),
            ("1|UBND huyện Bảo Yên||||", None),
        ] {
            assert_eq!(section(&row(line), &map), group, "{line:?}");
        }
    }

    #[test]
    fn only_the_provinces_row_gives_the_provinces_figure() {
        let map = recognise(&[row(LETTER)], &ColumnChoices::default(), &|_| false).unwrap();
        assert!(is_province(&row("|Toàn tỉnh|57,7%|||"), &map));
        assert!(is_province(&row("|Tổng cộng toàn tỉnh|57,7%|||"), &map));
        assert!(!is_province(&row("|Tổng cộng|56,7%|||"), &map)); // perhaps of the districts alone
    }
}
