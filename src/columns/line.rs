//! One row below the header, told by its kind. Its cells are folded once: a large file has many rows that are no unit.

use super::ColumnMap;
use super::Field;
use super::RowKind;
use super::header::Header;
use super::labels::group_of;
use super::labels::is_footer;
use super::labels::is_of_another_time;
use super::labels::is_province;
use super::labels::is_total;
use super::labels::is_yardstick;
use super::labels::names_province;
use super::numbering::is_numbering;
use super::numbering::is_numbering_below;
use super::rows::text_of;
use crate::domain::Group;
use crate::intake::Row;
use crate::notices::quote;
use crate::text::fold;
use crate::text::numbers;
use crate::text::small;
use crate::text::tidy;

/// Bytes of a cell that are folded: no label and hardly a header is longer, remarks are.
pub(super) const FOLDED: usize = 300;

/// Một dòng: a row with its columns' meanings and its cells' keys.
pub(super) struct Line<'table> {
    pub(super) row: &'table Row,
    pub(super) map: &'table ColumnMap,
    pub(super) keys: Vec<String>,
}

impl<'table> Line<'table> {
    pub(super) fn new(row: &'table Row, map: &'table ColumnMap) -> Self {
        let key = |cell: &String| {
            let mut end = cell.len().min(FOLDED);
            while !cell.is_char_boundary(end) {
                end -= 1;
            }
            fold(&cell[..end])
        };
        Self { row, map, keys: row.cells.iter().map(key).collect() }
    }

    /// The kind of the row. `is_unit` tells whether a name is a unit's; `ended`, whether rows that belong below a table
    /// have come: after them a unit or a group without figures is an addressee of the letter.
    pub(super) fn kind(&self, is_unit: &dyn Fn(&str) -> bool, ended: bool) -> RowKind {
        if self.row.cells.iter().all(|cell| tidy(cell).is_empty()) {
            return RowKind::Blank;
        }
        if self.is_header_again() {
            return RowKind::Header;
        }
        if is_numbering(self.row) || is_numbering_below(self.row, self.map) {
            return RowKind::Numbering;
        }
        let name = self.map.cell(self.row, Field::Unit);
        let figures = self.has_figures();
        if ended && !figures {
            return RowKind::Footer;
        }
        // Without marks the police of the province are called so.
        if small(&name) == "cả tỉnh" {
            return RowKind::Total;
        }
        if is_unit(&name) {
            return RowKind::Data;
        }
        if let Some(kind) = self.another_header() {
            return kind;
        }
        // A signature's day may stand below a column of figures: digits, but no number.
        if self.ends_table() && !self.has_numbers() {
            return RowKind::Footer;
        }
        if is_yardstick(self.label()) || self.holds_maxima(&name) {
            return RowKind::Yardstick;
        }
        if is_total(self.label()) {
            return if is_of_another_time(self.label()) { RowKind::Yardstick } else { RowKind::Total };
        }
        if self.section().is_some() {
            return RowKind::Section;
        }
        let ordinal = self.ordinal();
        let numbered = ordinal.trim_end_matches('.').parse::<u32>().is_ok();
        let named = !name.is_empty() && numbered && !self.ends_table();
        if figures || named { RowKind::Data } else { RowKind::Footer }
    }

    /// The kind of a row that is known to hold no data.
    pub(super) fn kind_without_data(&self) -> RowKind {
        if self.row.cells.iter().all(|cell| tidy(cell).is_empty()) {
            RowKind::Blank
        } else if self.is_header_again() {
            RowKind::Header
        } else if is_numbering(self.row) {
            RowKind::Numbering
        } else if is_total(self.label()) {
            RowKind::Total
        } else if self.section().is_some() {
            RowKind::Section
        } else {
            RowKind::Footer
        }
    }

    /// Whether a cell says what stands below tables alone: a signature, addressees.
    pub(super) fn ends_table(&self) -> bool {
        self.keys.iter().any(|key| is_footer(key))
    }

    /// Whether a number stands beside something else.
    pub(super) fn holds_loose_numbers(&self) -> bool {
        self.filled() > 1 && self.row.cells.iter().any(|cell| is_number(cell))
    }

    /// Whether the first cell is a number.
    pub(super) fn begins_with_number(&self) -> bool {
        self.row.cells.first().is_some_and(|cell| is_number(cell))
    }

    /// How many cells hold words or numbers.
    pub(super) fn filled(&self) -> usize {
        self.keys.iter().filter(|key| !key.is_empty()).count()
    }

    /// The key of the cell in the column with this meaning; empty when the row is too short.
    pub(super) fn key(&self, field: Field) -> &str {
        self.map.index(field).and_then(|index| self.keys.get(index)).map_or("", String::as_str)
    }

    /// Whether a nameless row holds the most points there can be: 22 of the group, 100 in all.
    fn holds_maxima(&self, name: &str) -> bool {
        let is = |field, most: u64| match numbers::read(&self.map.cell(self.row, field)) {
            numbers::Cell::Number(printed) => printed.form.as_count() == Some(most),
            _ => false,
        };
        let has = |field| self.map.index(field).is_some();
        name.is_empty()
            && self.map.cell(self.row, Field::UnitCode).is_empty()
            && is(Field::GroupPoints, 22)
            && (!has(Field::TotalPoints) || is(Field::TotalPoints, 100))
    }

    /// The key that labels a row which is no unit: a sum's ordinal, else its name, else its first cell.
    fn label(&self) -> &str {
        let (ordinal, name) = (self.key(Field::Ordinal), self.key(Field::Unit));
        let first = || self.keys.iter().find(|key| !key.is_empty()).map_or("", String::as_str);
        match (is_total(ordinal), name) {
            (true, _) => ordinal,
            (false, "") => first(),
            (false, name) => name,
        }
    }

    /// Whether a total row stands for the whole province: its percentage is the provincial figure.
    pub(super) fn is_province(&self) -> bool {
        is_province(self.label())
    }

    /// Whether a row speaks of the province and does not stand for it: a mean, another time, some of its units.
    pub(super) fn is_near_province(&self) -> bool {
        names_province(self.label()) && !is_province(self.label())
    }

    /// What a total row calls itself, as written.
    pub(super) fn written_label(&self) -> String {
        let name = self.map.cell(self.row, Field::Unit);
        if name.is_empty() { quote(&text_of(self.row)) } else { name }
    }

    /// The section the row begins: `Some(None)` when it begins one whose group is not known.
    #[expect(clippy::option_option, reason = "no section, and a section of no known group, are different answers")]
    pub(super) fn section(&self) -> Option<Option<Group>> {
        let words = self.label().trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
        // A numbered row with figures is a unit of that name, not the section of all such units.
        if let Some(group) = group_of(words).filter(|group| *group != Group::Khac || !self.is_numbered_unit()) {
            return Some(Some(group));
        }
        self.is_marked().then_some(None)
    }

    /// What numbers the row: its first cell also where that stands under a sign, «#», or under nothing.
    pub(super) fn ordinal(&self) -> String {
        let is_sign = |header: &Header| header.path.is_empty();
        let is_left = self.map.index(Field::Ordinal).is_none() && self.map.index(Field::Unit) > Some(0);
        match self.row.cells.first().filter(|_| is_left && self.map.headers.first().is_some_and(is_sign)) {
            Some(first) => tidy(first).into_owned(),
            None => self.map.cell(self.row, Field::Ordinal),
        }
    }

    /// Whether the row bears the number of the first of its kind: 1, I.1.
    pub(super) fn is_first(&self) -> bool {
        let ordinal = self.ordinal();
        let last = ordinal.trim_end_matches(['.', ')']).rsplit('.').next().unwrap_or_default();
        last.parse() == Ok(1_u32)
    }

    /// Whether a row is numbered as units are, and has figures.
    fn is_numbered_unit(&self) -> bool {
        let ordinal = self.ordinal();
        ordinal.trim_end_matches('.').parse::<u32>().is_ok() && self.has_figures()
    }

    /// Whether the row bears the mark of a section: I, II, A, B.
    pub(super) fn is_marked(&self) -> bool {
        let ordinal = self.ordinal();
        let mark = ordinal.trim_end_matches(['.', ')']);
        let letter = mark.len() == 1 && mark.chars().all(|letter| letter.is_ascii_uppercase());
        is_roman(mark) || letter
    }

    /// The cells in columns that hold figures, or may.
    fn figure_cells(&self) -> impl Iterator<Item = &String> {
        let is_figure =
            |index: usize| self.map.meaning(index).is_some_and(Field::is_figure) || self.map.is_candidate(index);
        self.row.cells.iter().enumerate().filter(move |(index, _)| is_figure(*index)).map(|(_, cell)| cell)
    }

    pub(super) fn has_figures(&self) -> bool {
        self.figure_cells()
            .any(|cell| cell.bytes().any(|byte| byte.is_ascii_digit()) && numbers::read(cell) != numbers::Cell::Absent)
    }

    /// Whether a cell of a figure's column is a number and nothing else.
    fn has_numbers(&self) -> bool {
        self.figure_cells().any(|cell| is_number(cell))
    }
}

/// Whether a mark is a Roman numeral.
pub(super) fn is_roman(mark: &str) -> bool {
    !mark.is_empty() && mark.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X'))
}

/// Whether a cell is a number and nothing else.
pub(super) fn is_number(cell: &str) -> bool {
    matches!(numbers::read(cell), numbers::Cell::Number(read) if read.words.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::ColumnChoices;
    use crate::columns::found::Found;
    use crate::columns::recognise::recognise;

    const LETTER: &str =
        "STT|Tên đơn vị|Tỷ lệ % tổng chung nhóm số hóa hồ sơ|Ghi chú|Kết quả chứng thực điện tử|Ghi chú";

    fn letter() -> ColumnMap {
        let (head, choices) = ([row(LETTER)], ColumnChoices::default());
        recognise(&head, &[], Found::find(&head, &choices, &|_| false, None).unwrap(), &choices, &|_| false).unwrap()
    }

    fn row(line: &str) -> Row {
        Row { number: 9, cells: line.split('|').map(str::to_owned).collect() }
    }

    #[track_caller]
    fn case(line: &str, expected: RowKind) {
        let map = letter();
        let kind = Line::new(&row(line), &map).kind(&|name| name.starts_with("UBND huyện"), false);
        assert_eq!(kind, expected, "{line:?}");
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
        case("a|b|1|2|3=2:1|4", RowKind::Numbering);
        case("||(3)|(4)|(5)|(6)", RowKind::Numbering);
        case("-1|-2|-3|-4|-5|-6", RowKind::Numbering);
        case("1|2|3|3.1|3.2|4", RowKind::Numbering);
        case("||3|4||", RowKind::Data); // figures of nobody
        case(LETTER, RowKind::Header);
        case("I|Sở, ban, ngành||||", RowKind::Section);
        case("II|UBND cấp huyện|55,1%||9.000|", RowKind::Section);
        case("|Cấp huyện||||", RowKind::Section);
        case("III. Cấp xã|||||", RowKind::Section);
        case("|Toàn tỉnh|57,7%||11.821|", RowKind::Total);
        case("Tổng cộng||56,7%||11.821|", RowKind::Total);
        case("|TỔNG CỘNG TOÀN TỈNH (I+II+III)|57,7%|||", RowKind::Total);
        case("|Cộng|||5|", RowKind::Total);
        case("|CẢ TỈNH|57,7%||5|", RowKind::Total);
        case("2|Văn phòng đăng ký đất đai|57,7%||5|", RowKind::Data);
        case("|Văn phòng đăng ký đất đai|57,7%||5|", RowKind::Section);
        case("|Cộng I|||5|", RowKind::Total);
        case("|Cộng nhóm II|||5|", RowKind::Total);
        case("1|Công an tỉnh|||5|", RowKind::Data);
        case("|Tỷ lệ chung toàn tỉnh|57,7%|||", RowKind::Total);
        case("|Trung bình|57,7%|||", RowKind::Yardstick);
        case("|Bình quân toàn tỉnh|57,7%|||", RowKind::Yardstick);
        case("Cả nước||48,6%|||", RowKind::Yardstick);
        case("|Chỉ tiêu giao năm 2023|80%|||", RowKind::Yardstick);
        case("|Điểm tối đa|100%|||", RowKind::Yardstick);
        case("|Toàn tỉnh kỳ trước|55,0%||700|", RowKind::Yardstick);
        case("|Tổng cộng năm 2022|55,0%||700|", RowKind::Yardstick);
        case("|Toàn tỉnh giảm so với cùng kỳ|2,7%||92|", RowKind::Yardstick);
        case("|Tổng cấp huyện toàn tỉnh|55,0%||700|", RowKind::Total);
        case("1|Trung tâm Phục vụ hành chính công|57,7%|||", RowKind::Data);
        case("Nơi nhận:|||||", RowKind::Footer);
        case("|Người lập biểu||||", RowKind::Footer);
        case("Lào Cai, ngày 05 tháng 6 năm 2023|||||", RowKind::Footer);
        case("- Lưu: VT, KSTT1.|||||", RowKind::Footer);
        case("||||KT. CHÁNH VĂN PHÒNG|", RowKind::Footer);
        case("|Người lập biểu|||Lào Cai, ngày 05 tháng 7 năm 2023|", RowKind::Footer);
        case("||72,3%|||", RowKind::Data); // figures of nobody must not vanish
    }

    #[test]
    fn a_section_sets_the_group() {
        let map = letter();
        for (line, group) in [
            ("I|Sở, ban, ngành||||", Some(Some(Group::SoNganh))),
            ("II|UBND các huyện, thị xã, thành phố||||", Some(Some(Group::CapHuyen))),
            ("III. Cấp xã|||||", Some(Some(Group::CapXa))),
            ("IV|Văn phòng đăng ký đất đai||||", Some(Some(Group::Khac))),
            ("V|Khối khác||||", Some(None)),
            ("1|UBND huyện Bảo Yên||||", None),
        ] {
            assert_eq!(Line::new(&row(line), &map).section(), group, "{line:?}");
        }
    }

    #[test]
    fn only_the_provinces_row_gives_the_provinces_figure() {
        let map = letter();
        assert!(Line::new(&row("|Toàn tỉnh|57,7%|||"), &map).is_province());
        assert!(Line::new(&row("|Tổng cộng toàn tỉnh|57,7%|||"), &map).is_province());
        assert!(!Line::new(&row("|Tổng cộng|56,7%|||"), &map).is_province()); // perhaps of the districts alone
        for label in [
            "Tỉnh Lào Cai",
            "UBND tỉnh",
            "UBND TỈNH LÀO CAI",
            "I. Toàn tỉnh",
            "Toàn tỉnh Lào Cai",
            "Chung toàn tỉnh",
            "Tỷ lệ chung toàn tỉnh",
            "Tỉ lệ chung của tỉnh Lào Cai",
            "TỔNG CỘNG TOÀN TỈNH (I+II+III)",
            "Tổng cộng (1+2+3) - toàn tỉnh",
            "Tổng số toàn tỉnh:",
            "Cả tỉnh",
            "Toàn tỉnh (kỳ này)",
            "Toàn tỉnh (lũy kế)",
        ] {
            assert!(Line::new(&row(&format!("|{label}|57,7%|||")), &map).is_province(), "{label}");
        }
        for label in [
            "Toàn tỉnh kỳ trước",
            "Toàn tỉnh năm 2022",
            "Toàn tỉnh 2022",
            "Toàn tỉnh cùng kỳ",
            "Toàn tỉnh giảm",
            "Toàn tỉnh tăng/giảm so với tháng trước",
            "Tổng cấp huyện toàn tỉnh",
            "Cộng khối huyện (toàn tỉnh)",
            "Tổng cộng các huyện, thị xã, thành phố tỉnh Lào Cai",
            "Tổng số xã, phường toàn tỉnh",
            "Tỷ lệ chung các sở, ngành tỉnh Lào Cai",
            "Toàn tỉnh (trung bình)",
        ] {
            assert!(!Line::new(&row(&format!("|{label}|57,7%|||")), &map).is_province(), "{label}");
        }
    }
}
