//! What each column of a table means, by its header, by what stands below it, and by what an officer has answered.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::TableError;
use super::bare_rates::claim_bare_rates;
use super::beside::Beside;
use super::copies_parts::CopiesParts;
use super::decide::Titled;
use super::decide::decide;
use super::decide::place_notes;
use super::decide::weigh;
use super::dossiers::is_code;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::named_by;
use super::found::Found;
use super::header::Header;
use super::labels::about_copies;
use super::labels::about_points;
use super::labels::names_copies;
use super::labels::names_electronic;
use super::labels::of_electronic_copies;
use super::listed::code_by_cells;
use super::listed::is_of_dossiers;
use super::listed::lists_beside;
use super::reason::Reason;
use super::siblings::beside_siblings;
use super::siblings::by_their_parents;
use super::spanned::doubt_spanned;
use super::spanned::over_their_cells;
use super::units_by_cells::units_among_persons;
use super::units_by_cells::units_by_cells;
use crate::intake::Row;
use crate::notices::quote;
use crate::text::moment;

/// What a header claims to mean, and how surely.
pub(super) type Claim = Option<(Field, Match)>;

/// Says what the columns below a header mean.
///
/// `above` are titles that are no rows. `is_unit` tells whether a name is a unit's: of two columns that may name units,
/// the one that does is taken.
pub(super) fn recognise(
    head: &[Row],
    above: &[String],
    found: Found,
    choices: &ColumnChoices,
    is_unit: &dyn Fn(&str) -> bool,
) -> Result<ColumnMap, TableError> {
    let Found { rows, headers } = found;
    let (titles, body) = (&head[..rows.first], &head[rows.last + 1..]);
    let headers = over_their_cells(headers, body, is_unit);
    let evidence = Evidence::new(body);
    let of_dossiers = is_of_dossiers(&headers, choices, &evidence);
    let scope = if of_dossiers { Scope::Dossiers } else { Scope::Units };
    let meant = by_their_parents(&headers);
    let mut claims: Vec<Claim> = meant.iter().map(|header| claim(header, choices, scope)).collect();
    let claimed = claims.clone();
    if let Some(index) = of_dossiers.then(|| code_by_cells(&headers, &claims, choices, &evidence)).flatten() {
        claims[index] = Some((Field::DossierCode, Match::Strong));
    }
    let halves = if of_dossiers { None } else { Beside::halves_of_one(&headers, body, choices, is_unit) };
    halves.map_or(0..0, |halves| halves.repeated(headers.len())).for_each(|index| claims[index] = None);
    units_by_cells(&headers, &mut claims, body, of_dossiers, is_unit);
    if of_dossiers {
        units_among_persons(&mut claims, body, is_unit);
    }
    let any = |says: fn(&str) -> bool| titles.iter().flat_map(|row| &row.cells).any(|cell| says(cell));
    if !of_dossiers {
        beside_siblings(&meant, &mut claims, &evidence);
        let said = Titled {
            copies: any(about_copies) || names_copies(above),
            electronic: any(names_electronic) || above.iter().any(|title| names_electronic(title)),
            points: any(about_points) || above.iter().any(|title| about_points(title)),
        };
        weigh(&meant, &mut claims, &evidence, said);
        claim_bare_rates(&meant, &mut claims, &evidence);
        doubt_spanned(&headers, &mut claims, &evidence);
    }
    let (mut meanings, unsure, alike) = decide(&claims, body, of_dossiers, is_unit);
    place_notes(&claims, &mut meanings);
    let reasons = (0..headers.len())
        .map(|index| {
            let answered = choices.of(&headers[index]).meaning.is_some();
            let unsure = unsure.iter().any(|unsure| unsure.candidates.contains(&index));
            Reason::of(answered, unsure, claimed[index], claims[index], meanings[index])
        })
        .collect();
    let nameless = headers.iter().enumerate().filter(|(_, header)| header.text.is_empty());
    let filled = nameless.map(|(index, _)| index).filter(|index| evidence.is_mostly_filled(*index)).collect();
    let mut map = ColumnMap {
        header_row: head[rows.last].number,
        first_header_row: head[rows.first].number,
        headers,
        meanings,
        reasons,
        unsure,
        alike,
        of_dossiers,
        of_copies: false,
        beside: None,
        copies_parts: CopiesParts::default(),
        filled,
    };
    if let Some((left, right)) = of_dossiers.then(|| lists_beside(&map, &claimed, &evidence)).flatten() {
        let named = |at: usize| format!("«{}» (cột {})", map.headers[at].text, map.headers[at].column);
        return Err(TableError::ListsBeside { row: map.header_row, left: named(left), right: named(right) });
    }
    if of_dossiers {
        let has = |field: &Field| map.index(*field).is_some();
        let has_end = [Field::Status, Field::DoneAt, Field::ReturnedAt].iter().any(has);
        let counts_digitised = [Field::PapersDigitised, Field::EResult, Field::ReuseFlag].iter().any(has);
        let says_copies = any(of_electronic_copies) || above.iter().any(|title| of_electronic_copies(title));
        map.of_copies = says_copies && has_end && !counts_digitised;
    } else {
        map.beside = halves.or_else(|| Beside::of(&map, body, is_unit));
        map.copies_parts = CopiesParts::of(&map);
    }
    check(map, head.len(), &evidence)
}

/// What a header claims to mean: what an officer answered, else what its words say.
pub(super) fn claim(header: &Header, choices: &ColumnChoices, scope: Scope) -> Claim {
    match choices.of(header).meaning {
        Some(Field::None) => None,
        Some(field) => Some((field, Match::Answered)),
        None => named_by(header, scope),
    }
}

/// What a header means by itself, word for word, where the table it stands in could not be read.
#[must_use]
pub fn known_header(header: &Header) -> Option<Field> {
    named_by(header, Scope::Units).filter(|(_, matched)| *matched == Match::Exact).map(|(field, _)| field)
}

/// Names in a row, as many as a sentence holds: none is cut within its quotation marks.
fn in_short(names: &[String]) -> String {
    let mut said = names.first().cloned().unwrap_or_default();
    for name in names.iter().skip(1) {
        let longer = format!("{said}, {name}");
        if quote(&longer) != longer {
            return said + ", …";
        }
        said = longer;
    }
    said
}

/// Refuses a header without what a table needs.
fn check(map: ColumnMap, rows: usize, evidence: &Evidence<'_>) -> Result<ColumnMap, TableError> {
    let names = || {
        let shown: Vec<String> = map
            .headers
            .iter()
            .filter(|header| !header.text.is_empty())
            .map(|header| format!("«{}»", quote(&header.text)))
            .collect();
        in_short(&shown)
    };
    let has_unit = map.index(Field::Unit).is_some() || map.index(Field::UnitCode).is_some();
    // The code of a dossier names its unit as well.
    let has_code = map.of_dossiers && map.index(Field::DossierCode).is_some();
    let is_useless = !map.of_dossiers && map.unsure.is_empty() && map.figures().next().is_none();
    // A row that holds a dossier's code or a day is no header: its cells may name persons, and are not quoted.
    let of_data =
        |header: &Header| is_code(&header.text) || (header.text.len() <= 20 && moment(&header.text).is_some());
    if (is_useless || !(has_unit || has_code)) && map.headers.iter().any(of_data) {
        return Err(TableError::NoHeader { rows });
    }
    // Names of figures stand above numbers: above words they are states and procedures among the names of citizens.
    let is_above_numbers = |(at, header): (usize, &Header)| {
        named_by(header, Scope::Units).is_some_and(|(field, _)| field.is_figure()) && evidence.holds_numbers(at)
    };
    if !(has_unit || has_code || map.of_dossiers || map.headers.iter().enumerate().any(is_above_numbers)) {
        return Err(TableError::NoHeader { rows });
    }
    if !(has_unit || has_code) {
        return Err(TableError::NoUnitColumn { row: map.header_row, headers: names() });
    }
    if is_useless {
        return Err(TableError::NoFigureColumn { row: map.header_row, headers: names() });
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::column_map::Unsure;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let row = |(number, line): (u32, &&str)| Row { number, cells: line.split('|').map(str::to_owned).collect() };
        (1..).zip(lines).map(row).collect()
    }

    fn recognised(lines: &[&str], choices: &ColumnChoices) -> Result<ColumnMap, TableError> {
        let (rows, is_unit) = (rows(lines), |name: &str| name.contains("huyện"));
        let found = Found::find(&rows, choices, &is_unit, None).ok_or(TableError::NoHeader { rows: rows.len() })?;
        recognise(&rows, &[], found, choices, &is_unit)
    }

    /// The meanings of the columns, by their stable words.
    #[track_caller]
    fn meanings(lines: &[&str]) -> (u32, Vec<&'static str>) {
        let map = recognised(lines, &ColumnChoices::default()).unwrap();
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
    fn a_portals_counts_are_told_by_their_parents() {
        let lines = [
            "STT|Đơn vị|Tiếp nhận|Số hóa hồ sơ TTHC khi tiếp nhận|||Đã giải quyết|Số hóa kết quả giải quyết|||Đánh giá|",
            "|||Chưa số hóa TPHS|Có số hóa TPHS|Tỷ lệ số hóa TPHS||Chưa số hóa|Đã số hóa|Tỷ lệ số hóa kết quả|Tỷ lệ số hóa TPHS|Tỷ lệ số hóa kết quả",
            "1|UBND huyện Bảo Yên|10|2|8|80%|5|1|4|80%|Đạt|Đạt",
        ];
        let expected = [
            "ordinal",
            "unit",
            "received",
            "received_plain",
            "received_digitised",
            "received_rate",
            "completed",
            "completed_plain",
            "completed_e_result",
            "completed_rate",
            "verdict",
            "verdict",
        ];
        assert_eq!(meanings(&lines), (2, expected.to_vec()));
    }

    #[test]
    fn a_table_of_certified_copies_counts_what_was_completed() {
        let lines =
            ["Đơn vị|Số hồ sơ tiếp nhận|Đang xử lý|Đã hoàn thành|Tổng số bản sao", "UBND huyện Bảo Yên|400|34|366|900"];
        assert_eq!(meanings(&lines).1, ["unit", "-", "-", "certified_copies", "-"]);
        let lines = ["BÁO CÁO CHỨNG THỰC BẢN SAO ĐIỆN TỬ", "Đơn vị|Tiếp nhận|Hoàn thành", "UBND huyện Bảo Yên|400|366"];
        assert_eq!(meanings(&lines).1, ["unit", "-", "certified_copies"]);
    }

    #[test]
    fn the_rows_of_a_list_are_dossiers() {
        let lines = [
            "Số hồ sơ|Cơ quan/đơn vị|Ngày tiếp nhận|Trạng thái hồ sơ",
            "H38.24-230605-0012|UBND huyện Bảo Yên|05/06/2023|Đã trả kết quả",
        ];
        assert_eq!(meanings(&lines).1, ["dossier_code", "unit", "received_at", "status"]);
        // The same header above counts is a count.
        let map = recognised(&["Đơn vị|Số hồ sơ|Đã giải quyết", "UBND huyện Bảo Yên|12|10"], &ColumnChoices::default())
            .unwrap();
        assert!(!map.of_dossiers);
    }

    #[test]
    fn points_are_told_by_their_name_or_by_their_sum() {
        assert_eq!(meanings(&["Đơn vị|Điểm số hóa hồ sơ", "UBND huyện Bảo Yên|12,7"]).1, ["unit", "group_points"]);
        let header = "Đơn vị|Công khai, minh bạch|Tiến độ giải quyết|Số hóa hồ sơ|Tổng điểm";
        let lines = [header, "UBND huyện Bảo Yên|16,2|18,5|12,7|47,4", "UBND huyện Bảo Thắng|16|18|12|46"];
        assert_eq!(meanings(&lines).1, ["unit", "other_points", "progress_points", "group_points", "total_points"]);
    }

    #[test]
    fn a_figure_that_two_columns_claim_is_asked_and_not_guessed() {
        let lines = ["Đơn vị|Tỷ lệ số hóa hồ sơ|Tỷ lệ nhóm số hóa hồ sơ", "UBND huyện Bảo Yên|72,3%|68,9%"];
        let map = recognised(&lines, &ColumnChoices::default()).unwrap();
        assert_eq!(map.unsure, [Unsure { field: Field::GroupPercent, candidates: vec![1, 2] }]);
        let mut choices = ColumnChoices::default();
        choices.set_meaning("ty le nhom so hoa ho so", Field::GroupPercent);
        let map = recognised(&lines, &choices).unwrap();
        assert_eq!((map.unsure.len(), map.index(Field::GroupPercent)), (0, Some(2)));
    }

    #[test]
    fn figures_of_two_times_are_asked_about() {
        for (parent, times) in [
            ("Tỷ lệ số hóa hồ sơ", "2022|2023"),
            ("Chứng thực điện tử", "2022|2023"),
            ("Chứng thực điện tử", "31/5/2023|30/6/2023"),
        ] {
            let lines = [&format!("STT|Đơn vị|{parent}|"), &format!("||{times}"), "1|UBND huyện Bảo Yên|900|1366"];
            let map = recognised(&lines.map(|line| line as &str), &ColumnChoices::default()).unwrap();
            assert_eq!(map.unsure.iter().map(|unsure| &unsure.candidates[..]).collect::<Vec<_>>(), [[2, 3]], "{times}");
        }
        // One header over two columns, which nothing tells apart.
        let lines = ["Đơn vị|Tỷ lệ số hóa hồ sơ|", "Huyện A|70,3%|72,3%", "Huyện B|45,9%|68,9%"];
        let map = recognised(&lines, &ColumnChoices::default()).unwrap();
        assert_eq!(map.unsure, [Unsure { field: Field::GroupPercent, candidates: vec![1, 2] }]);
        let mut choices = ColumnChoices::default();
        choices.set_meaning("ty le so hoa ho so", Field::GroupPercent);
        assert!(recognised(&lines, &choices).unwrap().unsure.is_empty());
        // Remarks and the rest of a cell that was cut are no figures.
        for [one, other] in [["Huyện A|70,3%|tăng 2,15", "Huyện B|45,9%|giảm 1,25"], ["Huyện A|70|3%", "Huyện B|45|9%"]]
        {
            let map = recognised(&[lines[0], one, other], &ColumnChoices::default()).unwrap();
            assert!(map.unsure.is_empty(), "{one}");
        }
    }

    #[test]
    fn a_bare_name_of_the_group_needs_percent_signs_in_its_cells() {
        assert_eq!(meanings(&["Đơn vị|Số hóa hồ sơ", "UBND huyện Bảo Yên|72,3%"]).1, ["unit", "group_percent"]);
        let map = recognised(&["Đơn vị|Số hóa hồ sơ", "UBND huyện Bảo Yên|12,7"], &ColumnChoices::default());
        assert_eq!(map.unwrap().unsure, [Unsure { field: Field::GroupPercent, candidates: vec![1] }]);
    }

    #[test]
    fn every_column_says_why_it_means_what_it_means() {
        use Reason::*;
        let reasons = |lines: &[&str], choices: &ColumnChoices| {
            let map = recognised(lines, choices).unwrap();
            (0..map.headers.len()).map(|index| map.reason(index)).collect::<Vec<_>>()
        };
        let lines = ["Đơn vị|Số hóa hồ sơ|Ghi chú|Màu", "UBND huyện Bảo Yên|72,3%||đỏ"];
        let none = ColumnChoices::default();
        assert_eq!(reasons(&lines, &none), [Some(KnownHeader), Some(PercentSigns), Some(Neighbour), None]);
        let mut choices = ColumnChoices::default();
        choices.set_meaning("so hoa ho so", Field::None);
        choices.set_meaning("mau", Field::CertifiedCopies);
        assert_eq!(reasons(&lines, &choices), [Some(KnownHeader), Some(Answered), None, Some(Answered)]);
        let lines = ["Đơn vị|Tỷ lệ số hóa hồ sơ|Tỷ lệ nhóm số hóa hồ sơ", "UBND huyện Bảo Yên|72,3%|68,9%"];
        assert_eq!(reasons(&lines, &none), [Some(KnownHeader), Some(Unsure), Some(Unsure)]);
    }

    #[test]
    fn a_rate_of_the_counts_beside_it_is_asked_about_under_the_groups_name() {
        let lines =
            ["Đơn vị|Tiếp nhận|Có số hóa TPHS|Tỷ lệ số hóa hồ sơ", "Huyện A|100|50|50%", "Huyện B|90|75|83,33%"];
        let map = recognised(&lines, &ColumnChoices::default()).unwrap();
        assert_eq!(map.unsure, [Unsure { field: Field::GroupPercent, candidates: vec![3] }]);
        // Beside other counts it is the group's.
        let lines =
            ["Đơn vị|Tiếp nhận|Có số hóa TPHS|Tỷ lệ số hóa hồ sơ", "Huyện A|100|50|72,3%", "Huyện B|90|75|68,9%"];
        assert!(recognised(&lines, &ColumnChoices::default()).unwrap().unsure.is_empty());
    }

    #[test]
    fn what_is_no_table_of_units_says_what_it_lacks() {
        let fails = |lines: &[&str]| recognised(lines, &ColumnChoices::default()).unwrap_err();
        assert!(matches!(fails(&["a|b", "c|d"]), TableError::NoHeader { rows: 2 }));
        let dossier = "Nguyễn Văn A|Chứng thực bản sao từ bản chính|Hoàn thành";
        assert_eq!(fails(&[dossier, dossier]), TableError::NoHeader { rows: 2 });
        assert!(matches!(fails(&["STT|Tỷ lệ số hóa hồ sơ", "1|72,3%"]), TableError::NoUnitColumn { row: 1, .. }));
        let error = fails(&[&format!("STT|Tên đơn vị{}", "|Cột không rõ nghĩa".repeat(9)), "1|Bảo Yên|1|2|3|4|5"]);
        // 19 letters, and 22 for each of the others: the fifth of them would end at 129.
        let headers = format!("«STT», «Tên đơn vị»{}, …", ", «Cột không rõ nghĩa»".repeat(4));
        assert_eq!(error, TableError::NoFigureColumn { row: 1, headers });
        assert!(matches!(
            fails(&["STT|Tên đơn vị|Xếp loại", "1|Bảo Yên|A"]),
            TableError::NoFigureColumn { row: 1, .. }
        ));
    }
}
