//! What the name of a sheet and the titles above its table say of it: another subject, another time.

use crate::analysis::GatheredFile;
use crate::domain::Set;
use crate::text::fold;

/// Words of what is no result of digitising dossiers, or no result at all: a plan, a form, an example, another indicator.
const SUBJECTS: [&str; 26] = [
    "chi tieu",
    "ke hoach",
    "muc tieu",
    "du kien",
    "du bao",
    "uoc",
    "giao",
    "phan dau",
    "nhap lieu",
    "bieu mau",
    "vi du",
    "huong dan",
    "minh hoa",
    "cung ky",
    "ky truoc",
    "thang truoc",
    "quy truoc",
    "nam truoc",
    "thanh toan",
    "hai long",
    "chu ky",
    "hop dong",
    "giao dich",
    "huy",
    "xa",
    "phuong",
];

/// Lời nói trên bảng: what is said of a table outside of it.
pub(super) struct Said {
    subjects: Set<&'static str>,
    /// The months, quarters and years that the sheet's name speaks of, and those of the titles.
    of_name: Set<String>,
    of_titles: Set<String>,
    /// Whether a period was understood, which says more than words.
    has_period: bool,
}

impl Said {
    pub(super) fn of(file: &GatheredFile) -> Self {
        let name = file.understood.format.choice().map(|(_, read)| fold(read)).unwrap_or_default();
        let titles: Vec<String> = file.table.titles.iter().map(|title| fold(title)).collect();
        let says = |words: &str| {
            std::iter::once(&name).chain(&titles).any(|text| format!(" {text} ").contains(&format!(" {words} ")))
        };
        // “Mẫu số 6” is a table like any other.
        let is_form =
            (name.split(' ').next() == Some("mau") && !name.bytes().any(|byte| byte.is_ascii_digit())).then_some("mau");
        Self {
            subjects: SUBJECTS.into_iter().filter(|words| says(words)).chain(is_form).collect(),
            of_name: times(&name).collect(),
            of_titles: titles.iter().flat_map(|title| times(title)).collect(),
            has_period: file.table.period.or(file.table.copies_period).is_some(),
        }
    }

    /// Whether nothing is said of one that is not said of the other, but for when.
    pub(super) fn is_of_one_thing(&self, other: &Self) -> bool {
        self.subjects == other.subjects
    }

    /// Whether both speak of the same time, as far as they do.
    pub(super) fn is_of_one_time(&self, other: &Self) -> bool {
        let are_understood = self.has_period && other.has_period;
        let is_silent = self.of_titles.is_empty() || other.of_titles.is_empty();
        self.of_name == other.of_name && (are_understood || is_silent || self.of_titles == other.of_titles)
    }
}

/// The months, quarters and years of a folded text: `thang 6`, `t6`, `quy ii`, `2023`, `6 2023`.
fn times(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = text.split(' ').collect();
    let number = |word: &str| match word {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        word => word.parse::<u32>().ok(),
    };
    let is_year = |word: &str| word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (2000..2100).contains(&year));
    let time = |at: usize| {
        let (word, next) = (words[at], words.get(at + 1).copied().unwrap_or_default());
        let before = at.checked_sub(1).map_or("", |at| words[at]);
        let joined = |letter: char| word.strip_prefix(letter).and_then(|rest| rest.parse::<u32>().ok());
        match word {
            "thang" | "t" => number(next).map(|month| format!("t{month}")),
            "quy" | "q" => number(next).map(|quarter| format!("q{quarter}")),
            word if is_year(word) => Some(format!("n{word}")),
            _ => {
                let month =
                    number(word).filter(|month| *month <= 12 && is_year(next) && !matches!(before, "quy" | "q"));
                let month = month.or_else(|| joined('t')).map(|month| format!("t{month}"));
                month.or_else(|| joined('q').map(|quarter| format!("q{quarter}")))
            }
        }
    };
    let found: Vec<String> = (0..words.len()).filter_map(time).collect();
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_quarters_and_years_are_told_however_they_are_written() {
        for (text, expected) in [
            ("Huyện T6", "t6"),
            ("Tháng 06", "t6"),
            ("T6.2023", "n2023 t6"),
            ("Tháng 6/2023", "n2023 t6"),
            ("6-2023", "n2023 t6"),
            ("Quý II/2023", "n2023 q2"),
            ("Q2", "q2"),
            ("Năm 2022", "n2022"),
            ("2022", "n2022"),
            ("Biểu 1", ""),
            ("Sheet1", ""),
            ("Sở, ban, ngành", ""),
            ("Phụ lục II", ""),
        ] {
            let mut found: Vec<String> = times(&fold(text)).collect();
            found.sort();
            found.dedup();
            assert_eq!(found.join(" "), expected, "{text}");
        }
    }
}
