//! What the name of a sheet and the titles above its table say of it: another subject, another time.

use crate::analysis::GatheredFile;
use crate::domain::sort;
use crate::text::fold;

/// Words of what is no result of digitising dossiers, or no result at all: a plan, a form, an example, another indicator.
const SUBJECTS: [&str; 24] = [
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
];

/// Words of communes: beside the districts above them they count other things, also under the districts' names.
const COMMUNES: [&str; 2] = ["xa", "phuong"];

/// Lời nói trên bảng: what is said of a table outside of it.
pub(super) struct Said {
    /// Which of the subjects, a bit each.
    subjects: u64,
    /// Whether it is of communes.
    pub(super) of_communes: bool,
    /// The months, quarters and years that the sheet's name speaks of, and those of the titles.
    of_name: Vec<u32>,
    of_titles: Vec<u32>,
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
        let is_form = name.split(' ').next() == Some("mau") && !name.bytes().any(|byte| byte.is_ascii_digit());
        let subjects = (0..).zip(SUBJECTS).filter(|(_, words)| says(words)).map(|(at, _)| 1_u64 << at);
        Self {
            subjects: subjects.fold(u64::from(is_form) << SUBJECTS.len(), |all, one| all | one),
            of_communes: COMMUNES.iter().any(|word| says(word)),
            of_name: times(std::slice::from_ref(&name)),
            of_titles: times(&titles),
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

/// The months, quarters and years of folded texts, each as a number of its own, the smallest first: `thang 6`, `t6`, `quy ii`,
/// `2023`, `6 2023`.
fn times(texts: &[String]) -> Vec<u32> {
    const QUARTER: u32 = 100;
    let number = |word: &str| match word {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        word => word.parse::<u32>().ok(),
    };
    let year = |word: &str| number(word).filter(|year| (2000..2100).contains(year));
    let mut found: Vec<u32> = Vec::new();
    for text in texts {
        let words: Vec<&str> = text.split(' ').collect();
        for (at, word) in words.iter().copied().enumerate() {
            let next = words.get(at + 1).copied().unwrap_or_default();
            let is_of_quarter = at > 0 && matches!(words[at - 1], "quy" | "q");
            let time = match word {
                "thang" | "t" => number(next),
                "quy" | "q" => number(next).map(|quarter| QUARTER + quarter),
                _ => year(word)
                    .or_else(|| number(word).filter(|month| *month <= 12 && year(next).is_some() && !is_of_quarter))
                    .or_else(|| word.strip_prefix('t').and_then(number))
                    .or_else(|| word.strip_prefix('q').and_then(number).map(|quarter| QUARTER + quarter)),
            };
            found.extend(time.filter(|time| !found.contains(time)).as_slice());
        }
    }
    sort(&mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_quarters_and_years_are_told_however_they_are_written() {
        for (text, expected) in [
            ("Huyện T6", &[6][..]),
            ("Tháng 06", &[6]),
            ("T6.2023", &[6, 2023]),
            ("Tháng 6/2023", &[6, 2023]),
            ("6-2023", &[6, 2023]),
            ("Quý II/2023", &[102, 2023]),
            ("Q2", &[102]),
            ("Năm 2022", &[2022]),
            ("2022", &[2022]),
            ("Biểu 1", &[]),
            ("Sheet1", &[]),
            ("Sở, ban, ngành", &[]),
            ("Phụ lục II", &[]),
        ] {
            assert_eq!(times(&[fold(text)]), expected, "{text}");
        }
    }
}
