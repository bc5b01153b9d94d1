//! Columns that are not read though their headers speak of what is counted here: an officer should know, since a figure may
//! be missing because of it.

use super::ColumnMap;
use super::Field;
use super::Reason;
use super::evidence::Evidence;
use super::fields::Match;
use super::fields::Scope;
use super::fields::is_of_another_time;
use super::fields::named_by;
use super::header::Header;
use super::listed::is_of_persons;
use super::maxima::tell_maxima;
use super::pairs::hold_pairs;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::tidy;

/// Words of headers in a table of units.
const OF_UNITS: [&str; 6] = ["so hoa", "shhs", "mdsh", "tphs", "ket qua dien tu", "ket qua ban dien tu"];

/// Words of counts, each with the column that would be read in its place, where other counts are read.
const OF_COUNTS: [(&str, Field); 6] = [
    ("tiep nhan", Field::Received),
    ("giai quyet", Field::Completed),
    ("hoan thanh", Field::Completed),
    ("tra ket qua", Field::Completed),
    ("dien tu", Field::CompletedEResult),
    ("tai su dung", Field::Reused),
];

/// The counts of a table of units.
const COUNTS: [Field; 5] =
    [Field::Received, Field::ReceivedDigitised, Field::Completed, Field::CompletedEResult, Field::Both];

/// Words of headers where no column counts certified copies.
const OF_COPIES: [&str; 2] = ["chung thuc", "ctdt"];

/// Words of what is the same for all units.
const OF_ALL: [&str; 3] = ["toi da", "maxscore", "trong so"];

/// Words of headers in a list, each with the columns that would be read in their place.
const OF_DOSSIERS: [(&str, &[Field]); 10] = [
    ("don vi", &[Field::Unit]),
    ("co quan", &[Field::Unit]),
    ("trang thai", &[Field::Status]),
    ("tinh trang", &[Field::Status]),
    ("ngay tiep nhan", &[Field::ReceivedAt]),
    ("ngay nop", &[Field::ReceivedAt]),
    ("so hoa", &[Field::PapersDigitised, Field::EResult]),
    ("ket qua dien tu", &[Field::EResult]),
    ("tai su dung", &[Field::ReuseFlag]),
    ("su dung lai", &[Field::ReuseFlag]),
];

/// Tells which of several columns of one meaning are read, and which are not used at all.
pub(super) fn tell_columns(map: &ColumnMap, head: &[Row], file: &Place, notices: &mut Notices) {
    for columns in map.alike.iter().filter(|columns| columns.is_told()) {
        let named = |places: &[usize]| {
            let named = |at: &usize| format!("{} (cột {})", map.headers[*at].text, map.headers[*at].column);
            places.iter().map(named).collect::<Vec<_>>().join(", ")
        };
        let place = file.row(map.header_row);
        if columns.left.is_empty() {
            notices.add(NoticeCode::ColumnsJoined, &place, &named(&columns.taken));
        } else {
            let found = format!("{}; không dùng: {}", named(&columns.taken), named(&columns.left));
            notices.add(NoticeCode::ColumnChosen, &place, &found);
        }
    }
    let is_turned = |at: &usize| {
        let is_unit = map.meaning(*at) == Some(Field::Unit) && map.reason(*at) == Some(Reason::UnitNames);
        is_unit && is_of_persons(&map.headers[*at])
    };
    if let Some(at) = (0..map.headers.len()).find(|at| map.is_of_dossiers() && is_turned(at)) {
        let found = format!("đơn vị đứng dưới «{}» (cột {})", map.headers[at].text, map.headers[at].column);
        notices.add(NoticeCode::DossierRealigned, &file.row(map.header_row), &found);
    }
    let body = head.iter().position(|row| row.number > map.header_row).map_or(&[][..], |first| &head[first..]);
    for header in unused(map, body) {
        notices.add(NoticeCode::ColumnUnused, &file.cell(map.header_row, header.column), &header.text);
    }
    if let Some(header) = map.beside.and_then(|beside| beside.unsaid(map)) {
        notices.add(NoticeCode::NamesBeside, &file.cell(map.header_row, header.column), &header.text);
    }
    tell_maxima(map, body, file, notices);
}

/// The columns that are not used, left to right.
fn unused<'map>(map: &'map ColumnMap, body: &[Row]) -> Vec<&'map Header> {
    let evidence = Evidence::new(body);
    let is_filled = |at: usize| body.iter().filter_map(|row| row.cells.get(at)).any(|cell| !tidy(cell).is_empty());
    let left = map.alike.iter().flat_map(|columns| &columns.left);
    let is_told = |at: usize| left.clone().any(|other| *other == at);
    // Without the group's figure even a target's column may be what an officer looks for.
    let has_group = map.is_of_dossiers()
        || [Field::GroupPercent, Field::GroupPoints, Field::Received].iter().any(|field| map.index(*field).is_some());
    let is_told_apart = |header: &Header| has_group && is_of_another_time(header);
    let has_counts = COUNTS.iter().any(|field| map.index(*field).is_some());
    let of_counts = OF_COUNTS.iter().filter(|(_, field)| has_counts && map.index(*field).is_none());
    let counts: Vec<&str> = of_counts.map(|(words, _)| *words).collect();
    // Where nothing else ranks the group, any column of percentages may be what it is ranked by.
    let ranks = |field: Field| field.is_figure() && field != Field::CertifiedCopies;
    let has_none = !map.figures().any(|(_, field)| ranks(field)) && !map.unsure.iter().any(|own| ranks(own.field));
    // Asked once: there may be a hundred thousand headers.
    let lacks_copies = map.index(Field::CertifiedCopies).is_none();
    // The copies may stand below a header that says nothing.
    let may_be_copies = |at: usize, header: &Header| {
        let begins = |row: &Row| row.cells.get(at).is_some_and(|cell| tidy(cell) == "1");
        says_nothing(header) && evidence.are_numbers(at) && !body.iter().any(begins)
    };
    let may_rank = |at: usize, header: &Header| has_none && !is_of_another_time(header) && evidence.are_percentages(at);
    let speaks = |at: usize, header: &Header| {
        if map.is_of_dossiers() {
            let lacks = |fields: &[Field]| fields.iter().any(|field| map.index(*field).is_none());
            OF_DOSSIERS.iter().any(|(words, fields)| nearly_has(header, words) && lacks(fields)) && is_filled(at)
        } else {
            let has = |words: &[&str]| words.iter().any(|words| nearly_has(header, words));
            let of_copies = lacks_copies && (has(&OF_COPIES) || may_be_copies(at, header));
            let speaks = has(&OF_UNITS) || of_copies || has(&counts) || may_rank(at, header);
            // “Tổng số” is a slip of the keys from “trọng số”.
            let of_all = OF_ALL.iter().any(|words| header.has_words(words));
            speaks && !of_all && (evidence.holds_numbers(at) || hold_pairs(body, at))
        }
    };
    // A second column of a figure whose column is known was left on purpose; one that may be it or another was not.
    let scope = if map.is_of_dossiers() { Scope::Dossiers } else { Scope::Units };
    let is_taken = |header: &Header| {
        named_by(header, scope).is_some_and(|(field, surely)| surely > Match::Weak && map.index(field).is_some())
    };
    let unused = |(at, header): &(usize, &Header)| {
        map.meaning(*at).is_none()
            && !map.is_candidate(*at)
            && !is_told(*at)
            && !is_told_apart(header)
            && !is_taken(header)
            && speaks(*at, header)
    };
    map.headers.iter().enumerate().filter(unused).map(|(_, header)| header).collect()
}

/// Whether a header has words, and none that says what stands below it: `Cột 4`, `Số liệu đến 05/6/2023`.
fn says_nothing(header: &Header) -> bool {
    let is_number = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let is_named = |word: &str| matches!(word, "cot" | "column");
    let path = header.path.replace("so lieu", "cot");
    let says = |word: &str| {
        let word = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        !(word.is_empty() || is_named(word) || ["tu", "den", "ngay", "thang", "nam"].contains(&word))
    };
    // “Năm” alone is no figure's time.
    path.split(' ').any(|word| is_named(word) || is_number(word)) && !path.split(' ').any(says)
}

/// Whether these words stand in a header, or others that one slip of the keys makes of them. One word alone is too near to others.
fn nearly_has(header: &Header, words: &str) -> bool {
    if header.has_words(words) || !words.contains(' ') {
        return header.has_words(words);
    }
    let own: Vec<&str> = header.path.split(' ').collect();
    // “Số hồ sơ” is none of “số hóa”.
    let is_slip = |own: &str| own != "so ho" && strsim::damerau_levenshtein(own, words) <= 1;
    own.windows(words.split(' ').count()).any(|own| is_slip(&own.join(" ")))
}
