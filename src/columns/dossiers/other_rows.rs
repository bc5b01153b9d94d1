//! Rows of a list that hold no dossier, and those that name the unit of the dossiers below them.

use super::cells::is_blank;
use crate::columns::labels::is_footer;
use crate::columns::labels::is_total;
use crate::columns::numbering::is_numbering;
use crate::columns::rows::text_of;
use crate::intake::Row;
use crate::text::fold;
use crate::text::small;
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
pub(super) fn is_label(cell: &str) -> bool {
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
        .filter_map(|cell| names_of_title(cell).into_iter().find(|name| is_unit(name)))
        .collect();
    named.dedup_by_key(|name| fold(name));
    let [name] = <[String; 1]>::try_from(named).ok()?;
    (!fold(&name).starts_with("van phong") && !fold(&name).starts_with("vp")).then_some(name)
}

/// What a title may name: itself, what stands behind `hồ sơ của` or `tại`, each also without the period behind it.
fn names_of_title(title: &str) -> Vec<String> {
    let mut names = bare_names(title);
    let title = tidy(title).into_owned();
    let lower = small(&title);
    // Small letters are as long as capitals, but for some of other languages.
    if lower.len() == title.len() {
        for before in [" của ", " tại ", " hồ sơ "] {
            let found = lower.find(before).map(|at| at + before.len());
            let is_of_list = |at: &usize| {
                let before = fold(&lower[..*at]);
                let is_of_letter = ["theo", "cong van", "quyet dinh", "ke hoach", "van ban"];
                before.contains("ho so") && !is_of_letter.iter().any(|words| before.contains(words))
            };
            names.extend(found.filter(is_of_list).map(|at| title[at..].to_owned()));
        }
    }
    let cut: Vec<String> = names.iter().filter_map(|name| without_period(name)).collect();
    names.extend(cut);
    names
}

/// A name without the period behind it: `UBND huyện Bảo Yên - Tháng 4/2023`.
fn without_period(name: &str) -> Option<String> {
    let is_begin = |word: &&str| {
        matches!(small(word).as_str(), "tháng" | "quý" | "năm" | "từ" | "trong" | "đến" | "kỳ" | "tuần" | "-" | "–")
            || word.starts_with(|letter: char| letter == '(' || letter.is_ascii_digit())
    };
    let words: Vec<&str> = name.split(' ').collect();
    let end = words.iter().position(is_begin).filter(|end| *end > 0)?;
    Some(words[..end].join(" ").trim_end_matches([',', ';', ':']).to_owned())
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

/// What a row says of how many dossiers its list has. `code` is the place of the codes.
pub(super) fn stated_total(row: &Row, code: Option<usize>) -> Option<usize> {
    let text = text_of(row);
    // Numbers below other columns sum up what stands there.
    let is_counted = |at: usize| Some(at) == code || fold(&text).contains("ho so");
    let is_said = |(at, cell): (usize, &String)| is_blank(cell) || cell.contains(char::is_alphabetic) || is_counted(at);
    row.cells.iter().enumerate().all(is_said).then(|| stated_count(&text))?
}

/// The number in a text that tells how many dossiers a list has in all, and nothing else: `Tổng số: 1.234 hồ sơ`, `Hiển thị
/// 1-30 trên 123 bản ghi`.
pub(in crate::columns) fn stated_count(text: &str) -> Option<usize> {
    const WORDS: &str = " tong cong so ho hs ban ghi dong muc danh sach nay gom bao co la tat ca hien thi dang xem tu den \
                         showing to entries records rows total ";
    if text.len() > LABEL {
        return None;
    }
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // A mark between thousands.
    let parts = |at: usize| at > 0 && is_digit(at - 1) && (1..=3).all(|by| is_digit(at + by)) && !is_digit(at + 4);
    let whole: String = text
        .char_indices()
        .filter(|(at, letter)| !(matches!(letter, '.' | ',') && parts(*at)))
        .map(|(_, letter)| letter)
        .collect();
    let said = whole.trim_start_matches(['(', '-', '*', ' ']).split(['(', ',', ';']).next()?;
    let (mut numbers, mut is_whole) = (Vec::new(), false);
    for word in fold(said).split(' ') {
        match word.parse::<usize>() {
            Ok(number) => numbers.push(number),
            // What stands before is the page.
            Err(_) if matches!(word, "tren" | "trong" | "of") => (numbers, is_whole) = (Vec::new(), true),
            Err(_) if !WORDS.contains(&format!(" {word} ")) => return None,
            Err(_) => is_whole |= matches!(word, "tong" | "cong" | "gom" | "co" | "total"),
        }
    }
    let [number] = numbers[..] else { return None };
    is_whole.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_names_the_unit_whose_list_it_heads() {
        let is_unit = |name: &str| matches!(fold(name).as_str(), "ubnd huyen bao yen" | "xa nam chay" | "so noi vu");
        let of = |title: &str| titled([title.to_owned()].iter(), &is_unit);
        for (title, name) in [
            ("DANH SÁCH HỒ SƠ CỦA UBND HUYỆN BẢO YÊN", "UBND HUYỆN BẢO YÊN"),
            ("DANH SÁCH HỒ SƠ TẠI UBND HUYỆN BẢO YÊN THÁNG 4/2023", "UBND HUYỆN BẢO YÊN"),
            ("Danh sách hồ sơ UBND huyện Bảo Yên (từ 01/4/2023 đến 30/4/2023)", "UBND huyện Bảo Yên"),
            ("Đơn vị: UBND huyện Bảo Yên - Tháng 4/2023", "UBND huyện Bảo Yên"),
            ("UBND huyện Bảo Yên, quý II/2023", "UBND huyện Bảo Yên"),
            ("Danh sách hồ sơ của xã Nậm Chày năm 2025", "xã Nậm Chày"),
        ] {
            assert_eq!(of(title).as_deref(), Some(name), "{title}");
        }
        for title in [
            "DANH SÁCH HỒ SƠ (kèm theo Công văn số 12 của Sở Nội vụ)",
            "Thực hiện Công văn của Sở Nội vụ",
            "DANH SÁCH HỒ SƠ CỦA CÁC ĐƠN VỊ THÁNG 4/2023",
            "DANH SÁCH HỒ SƠ CỦA UBND HUYỆN BẢO YÊN VÀ SỞ NỘI VỤ",
        ] {
            assert_eq!(of(title), None, "{title}");
        }
    }

    #[test]
    fn a_row_that_tells_how_many_dossiers_there_are_tells_nothing_else() {
        #[track_caller]
        fn case(line: &str, expected: Option<usize>) {
            let row = Row { number: 9, cells: line.split('|').map(str::to_owned).collect() };
            assert_eq!(stated_total(&row, Some(1)), expected, "{line}");
        }
        for line in [
            "Tổng số: 1.234 hồ sơ|||",
            "|Tổng số: 1234 hồ sơ||",
            "Tổng cộng|1234||",
            "Tổng số hồ sơ|||1.234",
            "Tổng số hồ sơ|1,234 hồ sơ",
            "Tổng số hồ sơ: 1234, đã giải quyết: 100",
            "Cộng: 1234",
            "Tổng số bản ghi: 1234",
            "(Danh sách gồm 1234 hồ sơ)",
            "Có 1234 hồ sơ",
            "Hiển thị 1-30 trên 1.234 bản ghi",
            "Hiển thị 1 đến 30 trong tổng số 1234 mục (được lọc từ 2.000 mục)",
            "Showing 1 to 30 of 1,234 entries",
        ] {
            case(line, Some(1234));
        }
        for line in [
            "Trang 1/3",
            "1|2|3|4",
            "Tổng|||120|60",    // papers
            "Tổng|||120|",      // papers, or fees
            "Cộng|||1.500.000", // fees
            "Đã giải quyết: 100 hồ sơ",
            "Tổng số giấy tờ: 120",
            "Tổng số hồ sơ trễ hạn: 12",
            "Tổng số đến 30/6/2023: 12",
            "Tổng cộng năm 2023",
            "Số: 123",
            "Nguyễn Văn Tổng|123",
            "Tổng số: hai hồ sơ",
        ] {
            case(line, None);
        }
    }

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
