//! Whether the rows of a table are dossiers, each with its code, or units: by headers, and by what stands below them.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::data_row::holds_code;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::named_by;
use super::header::Header;
use super::recognise::Claim;
use super::recognise::claim;
use crate::intake::Row;

/// The days of a dossier.
const DAYS: [Field; 4] = [Field::ReceivedAt, Field::DueAt, Field::DoneAt, Field::ReturnedAt];

/// How many columns of a list of dossiers make one, where none holds codes that are known by their form.
const ENOUGH: usize = 3;

/// Takes away of rows that are no table what may be dossiers: from the first row with a code on, and all below a header of
/// citizens.
pub fn hide_dossiers(rows: &mut Vec<Row>) {
    let names_persons = |row: &Row| Header::of_row(&row.cells).iter().any(is_of_persons);
    let codes = rows.iter().position(holds_code);
    let below = rows.iter().position(names_persons).map(|header| header + 1);
    rows.truncate(codes.into_iter().chain(below).min().unwrap_or(rows.len()));
}

/// Whether a header of a list is that of citizens.
pub(super) fn is_of_persons(header: &Header) -> bool {
    named_by(header, Scope::Dossiers).is_some_and(|(field, _)| field == Field::Personal)
}

/// Whether the rows are dossiers: a column holds their codes, or codes, days and states stand where figures would.
pub(super) fn is_of_dossiers(headers: &[Header], choices: &ColumnChoices, evidence: &Evidence<'_>) -> bool {
    let claims: Vec<Claim> = headers.iter().map(|header| claim(header, choices, Scope::Dossiers)).collect();
    let claimed = |index: usize| claims[index].map(|(field, _)| field);
    let is_code = |index: &usize| claimed(*index) == Some(Field::DossierCode);
    let columns = || 0..headers.len();
    if columns().filter(is_code).any(|index| claims[index] == Some((Field::DossierCode, Match::Answered)))
        || columns().filter(is_code).any(|index| evidence.are_dossier_codes(index))
        || code_by_cells(headers, &claims, choices, evidence).is_some()
    {
        return true;
    }
    // Several columns of one name are one sign of a list: “Số hồ sơ” stands below the name of each component as well.
    let signs = DAYS.into_iter().chain([Field::DossierCode, Field::Status]);
    if signs.filter(|sign| columns().any(|index| claimed(index) == Some(*sign))).count() >= ENOUGH {
        return true;
    }
    // Codes of an office's own are numbers as counts are. “Mã hồ sơ” is no count; “Số hồ sơ” is none beside days, unless
    // each row is another unit's.
    let is_day = |index: usize| claimed(index).is_some_and(|field| DAYS.contains(&field)) && evidence.are_days(index);
    let are_units = |index: usize| claimed(index) == Some(Field::Unit) && evidence.are_all_different(index);
    let has_days = || columns().any(is_day) && !columns().any(are_units);
    columns().filter(is_code).any(|index| evidence.is_filled(index) && (headers[index].has_words("ma") || has_days()))
}

/// The column whose cells are codes of dossiers under a header that does not say so; `None` where another says it. Beside
/// figures of units such a column may name their oldest dossier: in a list it stands before them, or beside days and states.
pub(super) fn code_by_cells(
    headers: &[Header],
    claims: &[Claim],
    choices: &ColumnChoices,
    evidence: &Evidence<'_>,
) -> Option<usize> {
    if claims.iter().flatten().any(|(field, _)| *field == Field::DossierCode) {
        return None;
    }
    let is_free = |index: &usize| claims[*index].is_none() && choices.of(&headers[*index]).meaning.is_none();
    let index = (0..headers.len()).filter(is_free).find(|index| evidence.are_dossier_codes(*index))?;
    let is_of_list = |(field, _): &(Field, Match)| {
        DAYS.contains(field) || matches!(field, Field::Status | Field::Procedure | Field::Personal)
    };
    let is_figure = |header: &Header| named_by(header, Scope::Units).is_some_and(|(field, _)| field.is_figure());
    let is_first = !headers[..index].iter().any(is_figure);
    (is_first || claims.iter().flatten().any(is_of_list)).then_some(index)
}

/// The columns of codes of two lists that stand side by side: parted by a column of nothing, each with a unit, a day or a
/// flag of its own behind it. One list may have two codes of a dossier, but no gap.
pub(super) fn lists_beside(map: &ColumnMap, claims: &[Claim], evidence: &Evidence<'_>) -> Option<(usize, usize)> {
    let mut codes = (0..claims.len()).filter(|index| evidence.are_dossier_codes(*index));
    let (left, right) = (codes.next()?, codes.next()?);
    let is_gap = |index: usize| map.headers[index].text.is_empty() && !evidence.is_filled(index);
    let gap = (left..right).find(|index| is_gap(*index))?;
    let has_own =
        |range: std::ops::Range<usize>| range.into_iter().filter(|index| claims[*index].is_some()).count() > 1;
    (has_own(0..gap) && has_own(gap..claims.len())).then_some((left, right))
}

#[cfg(test)]
mod tests {
    use super::super::Table;
    use super::super::TableError;
    use super::super::TableRead;
    use crate::columns::Field;
    use crate::domain::Place;
    use crate::intake::Row;

    fn read(lines: &[&str]) -> Result<TableRead, TableError> {
        let is_unit = std::rc::Rc::new(|name: &str| name.starts_with("UBND huyện"));
        let mut table = Table::new(Place::file("a.csv"), std::rc::Rc::default(), None, is_unit);
        for (number, line) in (1..).zip(lines) {
            table.row(Row { number, cells: line.split(';').map(str::to_owned).collect() })?;
        }
        table.finish()
    }

    /// Where the codes stand, counted from 0, when the rows are dossiers.
    #[track_caller]
    fn code(lines: &[&str]) -> Option<usize> {
        let read = read(lines).unwrap();
        read.dossiers.is_some().then(|| read.map.index(Field::DossierCode).expect("codes"))
    }

    #[test]
    fn codes_make_a_list_whatever_their_header_says() {
        let row = "H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;Từ chối tiếp nhận;1;0";
        for name in ["Mã hồ sơ (Số biên nhận)", "Mã HS/Số biên nhận", "Số hồ sơ/Mã hồ sơ", "dossierCode", ""]
        {
            let header = format!("{name};Đơn vị;Ngày tiếp nhận;Trạng thái;Số hóa TPHS;Kết quả điện tử");
            assert_eq!(code(&[&header, row]), Some(0), "{name}");
        }
        let row = "UBND huyện Bảo Yên;H38.11-230410-0001;1;0";
        assert_eq!(code(&["Đơn vị;Mã tra cứu;Số hóa TPHS;Kết quả điện tử", row]), Some(1));
        // Behind the figures of units it is a remark.
        let row = "UBND huyện Bảo Yên;1000;900;H38.11-230410-0001";
        assert_eq!(code(&["Đơn vị;Tiếp nhận;Có số hóa TPHS;Hồ sơ lâu nhất", row]), None);
    }

    #[test]
    fn codes_of_an_offices_own_make_a_list_beside_days() {
        let rows = ["101;UBND huyện Bảo Yên;10/04/2023;3", "102;UBND huyện Bảo Yên;10/04/2023;0"];
        assert_eq!(code(&["Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Số hóa TPHS", rows[0], rows[1]]), Some(0));
        assert_eq!(code(&["Số hồ sơ;Đơn vị;Ngày tiếp nhận;Số hóa TPHS", rows[0], rows[1]]), Some(0));
        assert_eq!(code(&["Mã hồ sơ;Đơn vị;Số hóa TPHS", "BYE-101;UBND huyện Bảo Yên;3"]), Some(0));
        // A row for each unit, with the day by which it has to be done.
        let units =
            ["Bảo Yên", "Bảo Thắng", "Bắc Hà", "Sa Pa"].map(|unit| format!("UBND huyện {unit};101;30/06/2023;72,3%"));
        let table =
            [&["Đơn vị;Số hồ sơ;Ngày hoàn thành;Tỷ lệ số hóa hồ sơ"][..], &units.each_ref().map(|row| row as &str)];
        assert_eq!(code(&table.concat()), None);
        // Without days the same numbers may be counts.
        let rows = ["101;UBND huyện Bảo Yên;90;3", "102;UBND huyện Bảo Yên;91;0"];
        assert_eq!(code(&["Số hồ sơ;Đơn vị;Đã giải quyết;Số hóa TPHS", rows[0], rows[1]]), None);
        assert_eq!(code(&["Đơn vị;Trạng thái;Số hồ sơ;Đã giải quyết", "UBND huyện Bảo Yên;Mới;5;4"]), None);
    }

    #[test]
    fn counts_below_the_name_of_each_component_are_no_codes() {
        let lines = [
            "Đơn vị;Tiếp nhận;;Số hóa TPHS;;Số hóa kết quả;",
            ";Số hồ sơ;Số TTHC;Số hồ sơ;Tỷ lệ;Số hồ sơ;Tỷ lệ",
            "UBND huyện Bảo Yên;1000;90;700;70%;600;60%",
        ];
        assert_eq!(code(&lines), None);
    }

    #[test]
    fn two_lists_beside_each_other_are_refused() {
        let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Số hóa TPHS;;Mã hồ sơ;Đơn vị;Ngày trả kết quả;Kết quả điện tử";
        let row =
            "H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;Có;;H38.12-230410-0001;UBND huyện Bắc Hà;12/04/2023;Có";
        let error = read(&[header, row, "H38.11-230410-0002;UBND huyện Bảo Yên;10/04/2023;Có;;;;;"]).unwrap_err();
        let [left, right] = ["«Mã hồ sơ» (cột 1)", "«Mã hồ sơ» (cột 6)"].map(str::to_owned);
        assert_eq!(error, TableError::ListsBeside { row: 1, left, right });
        let error = read(&[&header.replace("Mã hồ sơ", "Mã hồ sơ (Số biên nhận)"), row]).unwrap_err();
        assert!(matches!(error, TableError::ListsBeside { row: 1, .. }), "{error}");
        // Two codes of one dossier stand in one list.
        let header = "Mã hồ sơ;Số biên nhận;Đơn vị;Ngày tiếp nhận;;Ngày trả kết quả";
        let row = "H38.11-230410-0001;H38.11-230410-0001;UBND huyện Bảo Yên;10/04/2023;;12/04/2023";
        assert_eq!(code(&[header, row]), Some(0));
    }
}
