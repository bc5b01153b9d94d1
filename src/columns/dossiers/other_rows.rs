//! Rows of a list that hold no dossier, and those that name the unit of the dossiers below them.

use super::cells::is_blank;
use crate::columns::labels::is_footer;
use crate::columns::labels::is_total;
use crate::columns::line::is_numbering;
use crate::intake::Row;
use crate::text::fold;
use crate::text::tidy;

/// Longest cell that is folded, in bytes: no label is longer, remarks are.
const LABEL: usize = 200;

/// Whether a row holds no dossier, though a number stands under the code: it numbers the columns, sums up, or stands below
/// the list or a page.
pub(super) fn is_no_dossier(row: &Row, code: &str) -> bool {
    let first = row.cells.iter().map(String::as_str).find(|cell| !is_blank(cell)).unwrap_or_default();
    is_numbering(row) || is_label(first) || is_label(code)
}

/// Whether a cell is the label of a sum, a page, a signature.
fn is_label(cell: &str) -> bool {
    if cell.len() > LABEL {
        return false;
    }
    let folded = fold(cell);
    let is_number =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(|letter: char| letter.is_ascii_digit()));
    let mut words = folded.split(' ');
    let counts = match words.next() {
        // “Cộng: 2 hồ sơ”, “Trang 1/3”, “Ngày 10/6/2023”.
        Some("cong" | "tong" | "trang" | "page" | "ngay") => is_number(words.next()),
        _ => false,
    };
    let is_date_line = || ["ngay", "thang", "nam"].iter().all(|word| folded.split(' ').any(|other| other == *word));
    counts || is_total(&folded) || is_footer(&folded) || is_date_line()
}

/// The name whose dossiers follow: the one cell of a row that holds anything but a number. A name that is not known does
/// where it stands alone, unless only a unit will do (`known`).
pub(super) fn section_name(row: &Row, known: bool, is_unit: &dyn Fn(&str) -> bool) -> Option<String> {
    let filled: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !is_blank(cell)).collect();
    let (name, behind) = match filled.as_slice() {
        [mark, name, behind @ ..] if mark.len() <= 5 => (*name, behind),
        [name, behind @ ..] => (*name, behind),
        [] => return None,
    };
    if is_label(name) || !behind.iter().all(|cell| is_count(cell)) {
        return None;
    }
    if let Some(unit) = bare_names(name).into_iter().find(|name| is_unit(name)) {
        return Some(unit);
    }
    // Within a unit's dossiers come fields of law.
    let folded = fold(name);
    let is_part = ["linh vuc", "thu tuc", "nhom thu tuc"].iter().any(|words| folded.starts_with(words));
    (!known && !is_part && behind.is_empty()).then(|| tidy(name).into_owned())
}

/// The one unit that titles name; none where they name several. The province's own office heads the lists of all units.
pub(super) fn titled<'cell>(
    titles: impl Iterator<Item = &'cell String>,
    is_unit: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let mut named: Vec<String> = titles
        .filter(|cell| cell.len() <= LABEL)
        .filter_map(|cell| bare_names(cell).into_iter().find(|name| is_unit(name)))
        .collect();
    named.dedup_by_key(|name| fold(name));
    let [name] = <[String; 1]>::try_from(named).ok()?;
    (!fold(&name).starts_with("van phong") && !fold(&name).starts_with("vp")).then_some(name)
}

/// A name as written, and without what stands around it: its number, “Đơn vị:” in front, a count of dossiers behind.
fn bare_names(written: &str) -> Vec<String> {
    let mut names = vec![tidy(written).into_owned()];
    while let Some(shorter) = names.last().and_then(|name| without_front(name).or_else(|| without_count(name))) {
        names.push(shorter.trim().to_owned());
    }
    names
}

/// A name without its number (`I.`, `2)`, `A -`) or the words that say what it is.
fn without_front(name: &str) -> Option<&str> {
    let (front, rest) = name.split_once(['.', ')', ':', '-', ' '])?;
    let is_number = |text: &str| {
        let all = |is: fn(char) -> bool| !text.is_empty() && text.chars().all(is);
        all(|letter| letter.is_ascii_digit()) || all(|letter| matches!(letter, 'I' | 'V' | 'X'))
    };
    let is_letter = front.len() == 1 && front.starts_with(|letter: char| letter.is_ascii_uppercase());
    if is_number(front) || (is_letter && !name[front.len()..].starts_with(' ')) {
        return Some(rest.trim_start_matches(['.', ')', ':', '-', ' ']));
    }
    let (front, rest) = name.split_once(':')?;
    let front = fold(front);
    ["don vi", "co quan", "ten don vi", "ten co quan"].iter().any(|words| front.starts_with(words)).then_some(rest)
}

/// A name without the count behind it: `(20 hồ sơ)`, `: 20`, `- tổng số 20 HS`.
fn without_count(name: &str) -> Option<&str> {
    let at = name.rfind(['(', ':', '-', '–', ','])?;
    numbers_of_count(&name[at..])?;
    Some(&name[..at])
}

/// Whether a text counts dossiers and says nothing else.
fn is_count(text: &str) -> bool {
    numbers_of_count(text) == Some(1)
}

/// How many numbers stand among the words of a count; `None` where other words do.
fn numbers_of_count(text: &str) -> Option<usize> {
    let folded = fold(text);
    let is_number = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_count = |word: &str| matches!(word, "tong" | "cong" | "so" | "co" | "ho" | "hs");
    let mut words = folded.split(' ');
    words.clone().all(|word| is_number(&word) || is_of_count(word)).then(|| words.by_ref().filter(is_number).count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_named_whatever_stands_around_its_name() {
        let name = |line: &str, known: bool| {
            let row = Row { number: 1, cells: line.split(';').map(str::to_owned).collect() };
            section_name(&row, known, &|name| name == "UBND huyện Bắc Hà" || name == "H. Bắc Hà")
        };
        for line in [
            "UBND huyện Bắc Hà;;",
            ";;UBND huyện Bắc Hà",
            "I;UBND huyện Bắc Hà;",
            "I. UBND huyện Bắc Hà;;",
            "II - UBND  huyện Bắc Hà;;",
            "3) UBND huyện Bắc Hà",
            "A. UBND huyện Bắc Hà",
            "Đơn vị: UBND huyện Bắc Hà;;",
            "Cơ quan tiếp nhận: UBND huyện Bắc Hà",
            "I. Đơn vị: UBND huyện Bắc Hà (20 hồ sơ);",
            "UBND huyện Bắc Hà (20 hồ sơ);;",
            "UBND huyện Bắc Hà: 20 HS",
            "UBND huyện Bắc Hà - Tổng số: 20 hồ sơ",
            ";UBND huyện Bắc Hà;23;",
            "IV;UBND huyện Bắc Hà;23;5",
        ] {
            assert_eq!(name(line, true).as_deref(), Some("UBND huyện Bắc Hà"), "{line}");
        }
        assert_eq!(name("H. Bắc Hà;", true).as_deref(), Some("H. Bắc Hà"));
        for line in ["Tổng số: 20 hồ sơ;", "Tổng;23;5", "UBND huyện Bắc Hà;Nguyễn Văn A", "Lĩnh vực: Hộ tịch", ";"]
        {
            assert_eq!(name(line, false), None, "{line}");
        }
        assert_eq!((name("Phòng A", true), name("Phòng A", false)), (None, Some("Phòng A".to_owned())));
        assert_eq!(name("Phòng A;23", false), None);
    }
}
