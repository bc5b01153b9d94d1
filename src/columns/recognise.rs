//! Which row is the header, and what each of its columns means.

use super::ColumnChoices;
use super::Field;
use super::TableError;
use super::fields::Match;
use super::fields::named_by;
use super::header::Header;
use crate::intake::Row;
use crate::notices::quote;
use crate::text::numbers;
use crate::text::tidy;

/// What was found in the header row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMap {
    /// The header row's number.
    pub header_row: u32,
    /// All headers, left to right.
    pub headers: Vec<Header>,
    /// The meaning of each column, beside `headers`.
    meanings: Vec<Option<Field>>,
    /// Figures that several columns claim, or one claims weakly: an officer has to say.
    pub unsure: Vec<Unsure>,
}

/// A figure whose column is not certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsure {
    /// The figure.
    pub field: Field,
    /// The columns that may hold it, as places in `headers`.
    pub candidates: Vec<usize>,
}

impl ColumnMap {
    /// What the column in this place (counted from 0) means.
    #[must_use]
    pub fn meaning(&self, index: usize) -> Option<Field> {
        self.meanings.get(index).copied().flatten()
    }

    /// The place (counted from 0) of the column with this meaning.
    #[must_use]
    pub fn index(&self, field: Field) -> Option<usize> {
        self.meanings.iter().position(|meaning| *meaning == Some(field))
    }

    /// Whether the column in this place may hold a figure, once an officer says so.
    pub(super) fn is_candidate(&self, index: usize) -> bool {
        self.unsure.iter().any(|unsure| unsure.candidates.contains(&index))
    }

    /// The cell of a row in the column with this meaning, tidied; empty when the row is too short.
    pub(super) fn cell(&self, row: &Row, field: Field) -> String {
        let cell = self.index(field).and_then(|index| row.cells.get(index));
        cell.map(|cell| tidy(cell).into_owned()).unwrap_or_default()
    }
}

/// How many headers of a table of units a row holds: nothing without something that names units or figures, so that
/// prose with a stray “Ghi chú” does not count.
#[must_use]
pub fn header_weight(cells: &[String]) -> usize {
    let named: Vec<(Field, Match)> = Header::of_row(cells).iter().filter_map(named_by).collect();
    let essential = named.iter().any(|(field, surely)| {
        (*field == Field::Unit && named.len() > 1) || (field.is_figure() && *surely > Match::Weak)
    });
    if essential { named.len() } else { 0 }
}

/// Finds the header row among the first rows of a table and says what its columns mean.
///
/// `is_unit` tells whether a name is a unit's: of two columns that may name units, the one that does is taken.
pub(super) fn recognise(
    head: &[Row],
    choices: &ColumnChoices,
    is_unit: &dyn Fn(&str) -> bool,
) -> Result<ColumnMap, TableError> {
    let weighed = head.iter().enumerate().map(|(at, row)| (chosen_weight(&row.cells, choices), at, row));
    let (_, at, header) = weighed
        .rev() // of rows with equal weight the first is the header
        .max_by_key(|(weight, _, _)| *weight)
        .filter(|(weight, _, _)| *weight > 0)
        .ok_or(TableError::NoHeader { rows: head.len() })?;
    let body = &head[at + 1..];
    let headers = Header::of_row(&header.cells);
    let mut claims: Vec<Option<(Field, Match)>> = headers.iter().map(|header| claim(header, choices)).collect();
    let mut meanings: Vec<Option<Field>> = vec![None; headers.len()];
    let mut unsure = Vec::new();
    for (index, claim) in claims.iter_mut().enumerate() {
        if let Some((Field::GroupPercent, surely @ Match::Weak)) = claim
            && headers[index].has_words("so hoa")
            && looks_like_percentages(body, index)
        {
            *surely = Match::Strong;
        }
    }
    for field in
        [Field::Ordinal, Field::Unit, Field::UnitCode, Field::GivenRank, Field::GroupPercent, Field::CertifiedCopies]
    {
        let best = claims.iter().flatten().filter(|(claimed, _)| *claimed == field).map(|(_, surely)| *surely).max();
        let Some(best) = best else { continue };
        let claimed =
            |index: &usize| claims[*index].is_some_and(|(claimed, surely)| claimed == field && surely == best);
        let candidates: Vec<usize> = (0..headers.len()).filter(claimed).collect();
        match candidates.as_slice() {
            [only] if best > Match::Weak => meanings[*only] = Some(field),
            _ if field.is_figure() => unsure.push(Unsure { field, candidates }),
            _ if field == Field::Unit => {
                let units = |index: &usize| body.iter().filter(|row| is_named(row, *index, is_unit)).count();
                let most = candidates.iter().rev().max_by_key(|index| units(index));
                meanings[*most.unwrap_or(&0)] = Some(field);
            }
            _ => meanings[candidates[0]] = Some(field),
        }
    }
    place_notes(&claims, &mut meanings);
    let map = ColumnMap { header_row: header.number, headers, meanings, unsure };
    let names = || {
        let shown: Vec<&str> =
            map.headers.iter().map(|header| header.text.as_str()).filter(|text| !text.is_empty()).collect();
        quote(&shown.iter().map(|text| format!("«{text}»")).collect::<Vec<_>>().join(", "))
    };
    if map.index(Field::Unit).is_none() {
        return Err(TableError::NoUnitColumn { row: map.header_row, headers: names() });
    }
    if map.unsure.is_empty() && !map.meanings.iter().flatten().any(|field| field.is_figure()) {
        return Err(TableError::NoFigureColumn { row: map.header_row, headers: names() });
    }
    Ok(map)
}

/// The weight of a row as a header, an officer's answers included.
fn chosen_weight(cells: &[String], choices: &ColumnChoices) -> usize {
    let chosen = Header::of_row(cells).iter().filter(|header| choices.of(header).meaning.is_some()).count();
    header_weight(cells) + chosen
}

/// What a header claims to mean: what an officer answered, else what its words say.
fn claim(header: &Header, choices: &ColumnChoices) -> Option<(Field, Match)> {
    match choices.of(header).meaning {
        Some(Field::None) => None,
        Some(field) => Some((field, Match::Answered)),
        None => named_by(header),
    }
}

fn is_named(row: &Row, index: usize, is_unit: &dyn Fn(&str) -> bool) -> bool {
    row.cells.get(index).is_some_and(|cell| is_unit(cell))
}

/// Whether a column's cells say themselves that they are percentages: most numbers carry the sign.
fn looks_like_percentages(body: &[Row], index: usize) -> bool {
    let read = body.iter().filter_map(|row| row.cells.get(index)).map(|cell| numbers::read(cell));
    let numbers: Vec<numbers::Printed> =
        read.filter_map(|cell| if let numbers::Cell::Number(printed) = cell { Some(printed) } else { None }).collect();
    let signed = numbers.iter().filter(|printed| printed.percent_signs > 0).count();
    signed > 0 && signed * 2 > numbers.len()
}

/// A note belongs to the nearest figure on its left.
fn place_notes(claims: &[Option<(Field, Match)>], meanings: &mut [Option<Field>]) {
    let mut figure = None;
    for index in 0..meanings.len() {
        match meanings[index] {
            Some(field) if field.is_figure() => figure = Some(field),
            _ => {}
        }
        if claims[index].is_some_and(|(field, _)| field.is_note()) {
            let note = match figure {
                Some(Field::GroupPercent) => Field::PercentNote,
                Some(Field::CertifiedCopies) => Field::CopiesNote,
                _ => continue,
            };
            if !meanings.contains(&Some(note)) {
                meanings[index] = Some(note);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
        (1..).zip(lines).map(row).collect()
    }

    /// The meanings of the columns, by their stable words.
    #[track_caller]
    fn meanings(lines: &[&str]) -> (u32, Vec<&'static str>) {
        let map = recognise(&rows(lines), &ColumnChoices::default(), &|name| name.contains("huyện")).unwrap();
        let words = (0..map.headers.len()).map(|index| map.meaning(index).map_or("-", Field::code));
        (map.header_row, words.collect())
    }

    const LETTER: &str = "STT|Tên đơn vị|Tỷ lệ % tổng chung nhóm số hóa hồ sơ|Ghi chú|Kết quả chứng thực điện tử bản sao tư bản chính|Ghi chú";

    #[test]
    fn the_letters_two_notes_are_told_apart_by_their_place() {
        let expected = ["ordinal", "unit", "group_percent", "percent_note", "certified_copies", "copies_note"];
        assert_eq!(meanings(&[LETTER, "1|UBND huyện Bảo Yên|72,3%||366|Quá thấp"]), (1, expected.to_vec()));
    }

    #[test]
    fn titles_above_the_header_are_passed_over() {
        assert_eq!(meanings(&["Phụ lục", "Ghi chú: số liệu tạm", "", LETTER]).0, 4);
    }

    #[test]
    fn another_order_of_columns_is_the_same_table() {
        let line = "Chứng thực điện tử|Ghi chú|Đơn vị|Tỷ lệ số hóa hồ sơ|Ghi chú";
        assert_eq!(meanings(&[line]).1, ["certified_copies", "copies_note", "unit", "group_percent", "percent_note"]);
    }

    #[test]
    fn of_two_columns_of_units_the_one_with_units_is_taken() {
        let lines = ["Cơ quan|Đơn vị|Tỷ lệ số hóa hồ sơ", "Cục A|UBND huyện Bảo Yên|72,3%"];
        assert_eq!(meanings(&lines).1, ["-", "unit", "group_percent"]);
    }

    #[test]
    fn a_figure_that_two_columns_claim_is_asked_and_not_guessed() {
        let lines = rows(&["Đơn vị|Tỷ lệ số hóa hồ sơ|Tỷ lệ nhóm số hóa hồ sơ", "UBND huyện Bảo Yên|72,3%|68,9%"]);
        let map = recognise(&lines, &ColumnChoices::default(), &|_| true).unwrap();
        assert_eq!(map.unsure, [Unsure { field: Field::GroupPercent, candidates: vec![1, 2] }]);
        let mut choices = ColumnChoices::default();
        choices.set_meaning("ty le nhom so hoa ho so", Field::GroupPercent);
        let map = recognise(&lines, &choices, &|_| true).unwrap();
        assert_eq!((map.unsure.len(), map.index(Field::GroupPercent)), (0, Some(2)));
    }

    #[test]
    fn a_bare_name_of_the_group_needs_percent_signs_in_its_cells() {
        assert_eq!(meanings(&["Đơn vị|Số hóa hồ sơ", "UBND huyện Bảo Yên|72,3%"]).1, ["unit", "group_percent"]);
        let map =
            recognise(&rows(&["Đơn vị|Số hóa hồ sơ", "UBND huyện Bảo Yên|12,7"]), &ColumnChoices::default(), &|_| true);
        assert_eq!(map.unwrap().unsure, [Unsure { field: Field::GroupPercent, candidates: vec![1] }]);
    }

    #[test]
    fn what_is_no_table_of_units_says_what_it_lacks() {
        let fails = |lines: &[&str]| recognise(&rows(lines), &ColumnChoices::default(), &|_| false).unwrap_err();
        assert!(matches!(fails(&["a|b", "c|d"]), TableError::NoHeader { rows: 2 }));
        assert!(matches!(fails(&["STT|Tỷ lệ số hóa hồ sơ", "1|72,3%"]), TableError::NoUnitColumn { row: 1, .. }));
        assert!(matches!(
            fails(&["STT|Tên đơn vị|Xếp loại", "1|Bảo Yên|A"]),
            TableError::NoFigureColumn { row: 1, .. }
        ));
    }
}
