//! The words, marks, counts and files by which cells say yes or no.

use crate::text::fold;
use crate::text::numbers::Cell;
use crate::text::numbers::is_nothing;
use crate::text::numbers::read;
use crate::text::tidy;

/// What a cell of a yes-or-no column says; the more it says, the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Flag {
    Blank,
    No,
    Unreadable,
    Yes,
    /// A count of several papers: this column counts, and its no is a 0.
    Several,
}

/// Words that say yes, folded.
const YES: [&str; 26] = [
    "co",
    "x",
    "v",
    "true",
    "yes",
    "da",
    "roi",
    "da xong",
    "da co",
    "da so hoa",
    "co so hoa",
    "da cap",
    "co tai su dung",
    "dat",
    "da tai su dung",
    "co ket qua",
    "co ket qua dien tu",
    "da co ket qua dien tu",
    "ban dien tu",
    "co file",
    "co tep",
    "da dinh kem",
    "so hoa toan bo",
    "so hoa mot phan",
    "da so hoa toan bo",
    "da so hoa mot phan",
];

/// Words that say no.
const NOES: [&str; 19] = [
    "khong",
    "false",
    "no",
    "chua",
    "chua so hoa",
    "khong so hoa",
    "khong co",
    "chua cap",
    "chua co",
    "chua tai su dung",
    "khong tai su dung",
    "khong co ket qua",
    "chua co ket qua",
    "khong co ket qua dien tu",
    "chua co ket qua dien tu",
    "ban giay",
    "khong co file",
    "chua co file",
    "khong dinh kem",
];

/// Reads a flag: `Có`/`Không`, `x`/blank, `1`/`0`, a count of papers, or a link to a file.
pub(super) fn flag(text: &str) -> Flag {
    let text = tidy(text);
    // A mark of any form is a mark.
    if !text.is_empty() && text.chars().all(|mark| matches!(mark, '✓' | '✔' | '☑' | '☒' | '√' | '*' | '+' | ' '))
    {
        return Flag::Yes;
    }
    if text == "☐" {
        return Flag::No;
    }
    if is_nothing(&text) {
        return if NOES.contains(&fold(&text).as_str()) { Flag::No } else { Flag::Blank };
    }
    // A link or a file's name is the file itself.
    if text.contains("://") || text.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && is_ending(ending))
    {
        return Flag::Yes;
    }
    // `2/3`: two papers of three.
    if let Some((part, whole)) = text.split_once('/')
        && let (Ok(part), Ok(_)) = (part.trim().parse(), whole.trim().parse::<u32>())
    {
        return counted(part);
    }
    let words = fold(&text);
    match without_papers(&words) {
        yes if YES.contains(&yes) => Flag::Yes,
        no if NOES.contains(&no) => Flag::No,
        // As databases write true and false; beside a sign a letter is no word.
        "t" | "y" if text.len() == 1 => Flag::Yes,
        "f" | "n" if text.len() == 1 => Flag::No,
        _ if text == "-1" => Flag::Yes,
        _ => match read(&text) {
            Cell::Number(printed) if printed.percent_signs == 0 && !printed.negative => match printed.form.as_count() {
                Some(count) => counted(count),
                None => Flag::Unreadable,
            },
            _ => Flag::Unreadable,
        },
    }
}

/// A flag's folded words without the papers it is said of: “Có số hóa TPHS”. Of results it says nothing of papers.
fn without_papers(words: &str) -> &str {
    const PAPERS: [&str; 4] = [" tphs", " thanh phan ho so", " thanh phan", " giay to"];
    let object = PAPERS.iter().find_map(|papers| words.strip_suffix(papers));
    object.filter(|says| says.ends_with(" so hoa")).unwrap_or(words)
}

fn counted(papers: u64) -> Flag {
    match papers {
        0 => Flag::No,
        1 => Flag::Yes,
        _ => Flag::Several,
    }
}

fn is_ending(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "pdf"
            | "doc"
            | "docx"
            | "xls"
            | "xlsx"
            | "jpg"
            | "jpeg"
            | "png"
            | "xml"
            | "zip"
            | "rar"
            | "p7m"
            | "tif"
            | "tiff"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_are_read_in_every_way_they_are_written() {
        for (text, expected) in [
            ("Có", Flag::Yes),
            ("x", Flag::Yes),
            ("1", Flag::Yes),
            ("3", Flag::Several),
            ("Đã số hóa", Flag::Yes),
            ("https://dvc.example/kq/12", Flag::Yes),
            ("ket-qua-12.PDF", Flag::Yes),
            ("✓", Flag::Yes),
            ("1/3", Flag::Yes),
            ("2/3", Flag::Several),
            ("0/3", Flag::No),
            ("05/6/2023", Flag::Unreadable),
            ("Không", Flag::No),
            ("0", Flag::No),
            ("Chưa số hóa", Flag::No),
            ("", Flag::Blank),
            ("-", Flag::Blank),
            ("N", Flag::No),
            ("t", Flag::Yes),
            ("f", Flag::No),
            ("-1", Flag::Yes), // as one database writes it
            ("*", Flag::Yes),
            ("Rồi", Flag::Yes),
            ("chưa có", Flag::No),
            ("\\N", Flag::Blank),
            ("N/A", Flag::Blank),
            ("#N", Flag::Unreadable),
            ("xem lại", Flag::Unreadable),
            ("√", Flag::Yes),
            ("☒", Flag::Yes), // as a form of Word ticks its box
            ("☐", Flag::No),
            ("✗", Flag::Unreadable), // a mark to some, a no to others
            ("Có kết quả điện tử", Flag::Yes),
            ("Không có kết quả điện tử", Flag::No),
            ("Bản giấy", Flag::No),
            ("Bản điện tử", Flag::Yes),
            ("Đã tái sử dụng", Flag::Yes),
            ("Chưa tái sử dụng", Flag::No),
            ("Không tái sử dụng", Flag::No),
            ("Có file", Flag::Yes),
            ("Không có file", Flag::No),
            ("Số hóa một phần", Flag::Yes), // one paper is enough, as of a count
            ("Có số hóa TPHS", Flag::Yes),  // the portal's own words
            ("Chưa số hóa TPHS", Flag::No),
            ("Đã số hóa thành phần hồ sơ", Flag::Yes),
            ("Không số hóa giấy tờ", Flag::No),
            ("Có giấy tờ", Flag::Unreadable),
            ("Chưa số hóa kết quả", Flag::Unreadable), // of the papers it says nothing
            ("ket-qua.pdf.p7m", Flag::Yes),
            ("phu-luc.xlsx", Flag::Yes),
            ("-2", Flag::Unreadable),
        ] {
            assert_eq!(flag(text), expected, "{text}");
        }
    }
}
