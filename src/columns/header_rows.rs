//! Which rows are the header: one row, or two or three of which the upper ones hold parents.

use super::ColumnChoices;
use super::data_row::holds_code;
use super::data_row::holds_figures;
use super::data_row::is_data;
use super::fields::Field;
use super::fields::Match;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use super::header::cells_of;
use super::header_below::MOST_COLUMNS;
use super::header_below::continues;
use super::pairs::names_two;
use super::rows::text_of;
use crate::intake::Row;
use crate::text::day;
use crate::text::period;
use crate::text::tidy;

/// Most rows a header stands over.
const MOST_ROWS: usize = 3;

/// The rows of a header, as places among the rows at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeaderRows {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl HeaderRows {
    /// The headers, joined over their rows.
    pub(super) fn headers(&self, head: &[Row]) -> Vec<Header> {
        let rows: Vec<&Row> = head[self.first..=self.last].iter().collect();
        Header::of_rows(&cells_of(&rows))
    }
}

/// How many headers of a table a row holds: nothing without something that names units, figures or dossiers, so that
/// prose with a stray “Ghi chú” does not count.
#[must_use]
pub fn header_weight(cells: &[String]) -> usize {
    weight(&Header::of_row(cells))
}

/// How many headers of a row surely name the group's percentage or its points. A title that stands alone names none.
#[must_use]
pub fn group_weight(cells: &[String]) -> usize {
    if cells.iter().filter(|cell| !cell.is_empty()).count() < 2 {
        return 0;
    }
    let is_group = |header: &Header| {
        named_by(header, Scope::Units).is_some_and(|(field, surely)| {
            matches!(field, Field::GroupPercent | Field::GroupPoints) && surely > Match::Weak
        })
    };
    Header::of_row(cells).iter().filter(|header| is_group(header)).count()
}

fn weight(headers: &[Header]) -> usize {
    let field = |header: &Header| {
        let two = || names_two(header).then_some((Field::Received, Match::Strong));
        named_by(header, Scope::Any).or_else(two)
    };
    let mut named: Vec<(Field, Match)> = headers.iter().filter_map(field).collect();
    // “Huyện, thị xã, thành phố”, cut at its commas, is three names for the units and no more of a header.
    let mut is_first = true;
    named.retain(|(field, _)| *field != Field::Unit || std::mem::take(&mut is_first));
    let essential = named.iter().any(|(field, surely)| {
        let beside = matches!(field, Field::Unit | Field::DossierCode) && named.len() > 1;
        beside || (field.is_figure() && *surely > Match::Weak)
    });
    if essential { named.len() } else { 0 }
}

/// Finds the header among the first rows of a table; `None` when no row looks like one.
///
/// The rows that name most columns are the header; of those that name as many, the first. `is_unit` tells whether a name
/// is a unit's: no row of a header holds one. `wanted` is the number of the row that an officer has named.
pub(super) fn find(
    head: &[Row],
    choices: &ColumnChoices,
    is_unit: &dyn Fn(&str) -> bool,
    wanted: Option<u32>,
) -> Option<HeaderRows> {
    let mut best: Option<(usize, HeaderRows)> = None;
    for first in 0..head.len() {
        if wanted.is_some_and(|number| head[first].number != number) {
            continue;
        }
        if wanted.is_none() && names_period_alone(&head[first]) {
            continue;
        }
        // Of a header whose upper row names the units the lower rows are parts: alone, without their parents, they would say
        // something else.
        let is_part = best.as_ref().is_some_and(|(_, rows)| first <= rows.last && names_units(&head[rows.first]));
        if is_part && wanted.is_none() {
            continue;
        }
        // Units with their figures, and dossiers, between two headers are the rows of the upper one; what follows is
        // another table.
        let above = best.as_ref().filter(|(_, rows)| first > rows.last + 1).map(|_| &head[first - 1]);
        if above.is_some_and(|row| holds_code(row) || holds_figures(row, is_unit)) {
            break;
        }
        let mut rows = HeaderRows { first, last: first };
        let (mut most, mut tried) = (0, 0);
        for last in first..head.len() {
            // A blank row between two rows of a header parts nothing.
            if is_blank(&head[last]) {
                continue;
            }
            tried += 1;
            if tried > MOST_ROWS || (last > first && !continues(head, first, last, is_unit)) {
                break;
            }
            // Rows that continue a header belong to it even where they name nothing known: without them the first child
            // would bear the name of its parent.
            rows.last = last;
            // Nothing that cannot name more columns than the best so far needs be looked at closely.
            let room = named_at_most(&head[first..=last]);
            if choices.is_empty() && best.as_ref().is_some_and(|(weight, _)| room <= *weight) {
                continue;
            }
            let headers = rows.headers(head);
            let chosen = headers.iter().filter(|header| choices.of(header).meaning.is_some()).count();
            most = most.max(weight(&headers) + chosen);
        }
        let is_best = best.as_ref().is_none_or(|(weight, _)| most > *weight);
        if (most > 0 || wanted.is_some()) && is_best && !is_data(head, first, is_unit) {
            best = Some((most, rows));
        }
    }
    best.map(|(_, rows)| rows).or_else(|| above_data(head, is_unit))
}

/// Where no row names a figure, the row that names the units or the dossiers right above the first of them.
fn above_data(head: &[Row], is_unit: &dyn Fn(&str) -> bool) -> Option<HeaderRows> {
    let mut filled = (0..head.len()).filter(|at| !is_blank(&head[*at]));
    let mut above = filled.next()?;
    for at in filled {
        if holds_code(&head[at]) || holds_figures(&head[at], is_unit) {
            let is_header = names_units(&head[above]) && !is_data(head, above, is_unit);
            return is_header.then_some(HeaderRows { first: above, last: above });
        }
        above = at;
    }
    None
}

/// Whether a row holds the days of a period and no name of a column: it is a title, whatever stands below.
fn names_period_alone(row: &Row) -> bool {
    let is_of_days = row.cells.iter().any(|cell| cell.contains('/')) && row.cells.len() <= MOST_COLUMNS;
    is_of_days && header_weight(&row.cells) == 0 && {
        let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
        filled.all(|cell| day(cell).is_some()) || period(&text_of(row)).is_some()
    }
}

/// Whether a row of a header names the column of units, or of dossiers.
pub(super) fn names_units(row: &Row) -> bool {
    let names = |header: &Header| {
        named_by(header, Scope::Any)
            .is_some_and(|(field, _)| matches!(field, Field::Unit | Field::UnitCode | Field::DossierCode))
    };
    Header::of_row(&row.cells).iter().any(names)
}

/// How many columns rows can name at most. In a row by itself a name has a letter; below another row a sign may do, which
/// takes its parent's name.
fn named_at_most(rows: &[Row]) -> usize {
    let names = |cell: &String| if rows.len() == 1 { cell.chars().any(char::is_alphabetic) } else { !cell.is_empty() };
    rows.iter().map(|row| row.cells.iter().filter(|cell| names(cell)).count()).sum()
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| tidy(cell).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
        (1..).zip(lines).map(row).collect()
    }

    #[track_caller]
    fn case(lines: &[&str], expected: Option<(usize, usize)>) {
        let found = find(&rows(lines), &ColumnChoices::default(), &|name| name.contains("huyện Bảo"), None);
        assert_eq!(found.map(|rows| (rows.first, rows.last)), expected);
    }

    const PARENTS: &str = "STT|Đơn vị|Tiếp nhận|Số hóa khi tiếp nhận||Đã giải quyết|Số hóa kết quả giải quyết|";
    const CHILDREN: &str = "|||Chưa số hóa TPHS|Có số hóa TPHS||Chưa số hóa|Đã số hóa";

    #[test]
    fn a_header_of_two_rows_is_taken_as_a_whole() {
        case(
            &["THEO DÕI MỨC ĐỘ SỐ HÓA|||||||", "", PARENTS, CHILDREN, "1|UBND huyện Bảo Yên|9|1|8|5|1|4"],
            Some((2, 3)),
        );
        case(&[PARENTS, "", CHILDREN, "1|UBND huyện Bảo Yên|9|1|8|5|1|4"], Some((0, 2)));
        // As a workbook fills cells that are merged downwards.
        let filled = "STT|Đơn vị|Tiếp nhận|Chưa số hóa TPHS|Có số hóa TPHS|Đã giải quyết|Chưa số hóa|Đã số hóa";
        case(&[PARENTS, filled, "1|UBND huyện Bảo Yên|9|1|8|5|1|4"], Some((0, 1)));
        let both = "STT|Đơn vị|Tiếp nhận|Số hóa khi tiếp nhận|Số hóa khi tiếp nhận|Đã giải quyết|Số hóa kết quả giải quyết|Số hóa kết quả giải quyết";
        case(&[both, filled, "1|UBND huyện Bảo Yên|9|1|8|5|1|4"], Some((0, 1)));
        // Columns that hold nothing make a header no wider.
        let wide = |row: &str| format!("{row}{}", "|".repeat(500));
        case(&[&wide(PARENTS), &wide(CHILDREN), "1|UBND huyện Bảo Yên|9|1|8|5|1|4"], Some((0, 1)));
    }

    #[test]
    fn a_row_that_says_how_its_parents_are_measured_belongs_to_them() {
        let parents = "STT|Đơn vị|Nhóm số hóa hồ sơ|Chứng thực điện tử";
        let row = "1|UBND huyện Bảo Yên|72,3|366";
        case(&[parents, "||Tỷ lệ|Số lượng", row], Some((0, 1)));
        case(&[parents, "||(%)|(hồ sơ)", row], Some((0, 1)));
    }

    #[test]
    fn words_between_a_header_and_its_figures_are_children_of_it() {
        let parents = "STT|Đơn vị|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử|Ghi chú";
        let row = "1|UBND huyện Bảo Yên|72,3|366|";
        for children in [
            "||Kết quả|Tiếp nhận|",
            "||Mục tiêu|Kế hoạch năm 2023|",
            "||Mục tiêu||",
            "||Tháng 6/2023|Lũy kế|",
            "||(%)|Số hồ sơ đã hoàn thành|",
            "STT|Đơn vị|Tỷ lệ (%)|Đã hoàn thành|Ghi chú",
            "|Tên đơn vị|Mục tiêu|Kế hoạch|",
        ] {
            case(&[parents, children, row], Some((0, 1)));
            case(&[parents, children, "(1)|(2)|(3)|(4)|(5)", row], Some((0, 1)));
            case(&[parents, children, "I|Cấp huyện|||", row], Some((0, 1)));
        }
        let upper = "STT|Đơn vị|Kết quả thực hiện||";
        let middle = "||Số hóa hồ sơ|Chứng thực|";
        let unnamed = "STT|Khối|Tỷ lệ số hóa hồ sơ|Chứng thực điện tử|Ghi chú";
        case(&[unnamed, "||Mục tiêu|Kế hoạch|", row], Some((0, 1)));
        case(&[unnamed, "|Cấp huyện|Chưa có số liệu||", row], Some((0, 0)));
        case(&[upper, middle, "||Tỷ lệ (%)|Số hồ sơ chứng thực điện tử|", row], Some((0, 2)));
        case(&["CỘNG HÒA|||Độc lập", "STT|Đơn vị|Hồ sơ|", "||Tiếp nhận|Đã giải quyết", row], Some((1, 2)));
        // What stands in the place of a unit, a value, a sign for nothing or a footnote's mark is below the header.
        for below in [
            "I|Cấp huyện|||",
            "|Toàn tỉnh|||Đạt",
            "1|Huyện Không Tên||Chưa có số liệu|",
            "Mục tiêu||Phấn đấu đạt||",
            "||Mục tiêu 80%|Kế hoạch 1.000|",
            "|||Kế hoạch 1.000|",
            "||(mục tiêu 100%)||",
            "||–|KPS|",
            "||(*)|(**)|",
            "||A|B|",
            "||||Đạt",
            "(1)|(2)|(3)|(4)|(5)=(3)/(4)",
            "Nguồn: Cổng dịch vụ công quốc gia||||",
        ] {
            case(&[parents, below, row], Some((0, 0)));
        }
        // Of dossiers a row may have lost its code.
        let header = "Mã hồ sơ|Đơn vị|Người nộp|Số thành phần";
        case(&[header, "||Nguyễn Văn An|ba bản", "H38.24-230605-0012|UBND huyện Bảo Yên||3"], Some((0, 0)));
    }

    #[test]
    fn a_row_of_weights_belongs_to_its_header() {
        let parents = "STT|Đơn vị|Thanh toán trực tuyến|Số hóa hồ sơ|Xếp loại";
        let row = "1|UBND huyện Bảo Yên|5,5|16|Khá";
        for weights in ["||(10 điểm)|(22 điểm)|", "STT|Đơn vị|Max 10|Max 22|Xếp loại", "STT|Đơn vị|10|22|Xếp loại"]
        {
            case(&[parents, weights, row], Some((0, 1)));
        }
        // Without names beside them they may be figures of a unit whose name is lost.
        case(&[parents, "||10|22|", row], Some((0, 0)));
        case(&[parents, "STT|Đơn vị|10|21|Xếp loại", row], Some((0, 0)));
    }

    #[test]
    fn children_of_no_known_name_belong_to_the_header_all_the_same() {
        case(
            &[
                "STT|Đơn vị|Tỷ lệ số hóa hồ sơ||Chứng thực điện tử",
                "||Kỳ trước|Kỳ này|",
                "1|UBND huyện Bảo Yên|50%|60%|9",
            ],
            Some((0, 1)),
        );
    }

    #[test]
    fn years_and_days_below_a_wide_parent_belong_to_the_header() {
        let row = "1|UBND huyện Bảo Yên|70,3|72,3";
        for parents in ["STT|Đơn vị|Tỷ lệ số hóa hồ sơ|", "STT|Đơn vị|Chứng thực điện tử|"] {
            for times in ["||2022|2023", "||31/5/2023|30/6/2023", "STT|Đơn vị|01/05/2023|01/06/2023"] {
                case(&[parents, times, row], Some((0, 1)));
            }
            // One of a kind may be a figure of nobody, and so may two alike.
            for figures in ["||2022|", "||2022|72,3", "||2022|2022", "1|UBND huyện Bảo Yên|2022|2023", "1||2022|2023"]
            {
                case(&[parents, figures, row], Some((0, 0)));
            }
        }
        // Where every parent has one column alone, a day may be what stands below it.
        let header = "Mã hồ sơ|Đơn vị|Ngày tiếp nhận|Ngày hẹn trả";
        case(&[header, "||05/06/2023|09/06/2023", "H38.24-230605-0012|UBND huyện Bảo Yên||"], Some((0, 0)));
    }

    #[test]
    fn titles_and_rows_of_units_are_no_part_of_a_header() {
        let header = "STT|Đơn vị|Tỷ lệ số hóa hồ sơ||Ghi chú";
        case(&["PHỤ LỤC SỐ HÓA HỒ SƠ", header, "1|UBND huyện Bảo Yên|72,3%||"], Some((1, 1)));
        case(&[header, "|UBND huyện Bảo Yên||x|", "2|UBND huyện Bảo Thắng|68,9%||"], Some((0, 0)));
        case(&["UBND tỉnh||||CỘNG HÒA XÃ HỘI", header], Some((1, 1)));
        case(&[header, "(1)|(2)|(3)|(4)|(5)"], Some((0, 0)));
        case(&[header, "I|Sở, ban, ngành|||"], Some((0, 0)));
        case(&["một|hai", "ba|bốn"], None);
    }

    #[test]
    fn of_two_tables_the_upper_one_is_read_however_much_the_lower_one_names() {
        case(
            &[
                "STT|Đơn vị|Tỷ lệ số hóa hồ sơ",
                "1|UBND huyện Bảo Yên|71,4",
                "",
                "STT|Đơn vị|Tiếp nhận|Đã giải quyết|Ghi chú",
            ],
            Some((0, 0)),
        );
        // A letter's head names a unit, and no figure of it.
        case(&["UBND huyện Bảo Yên|Số: 12/BC", "STT|Đơn vị|Tỷ lệ số hóa hồ sơ|Ghi chú"], Some((1, 1)));
    }

    #[test]
    fn an_officer_may_name_the_row() {
        let lines = rows(&["Đơn vị|Tỷ lệ số hóa hồ sơ", "Cơ quan|Số liệu", "UBND huyện Bảo Yên|72,3%"]);
        let found = find(&lines, &ColumnChoices::default(), &|_| false, Some(2));
        assert_eq!(found, Some(HeaderRows { first: 1, last: 1 }));
    }
}
