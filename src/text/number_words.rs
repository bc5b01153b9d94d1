//! The words that may stand beside a number and change nothing of it: what was counted, in which unit.

use super::fold;

/// Words of what is counted or measured, and of how it was judged, folded.
const HARMLESS: [&str; 52] = [
    "ho", "so", "hs", "bo", "ban", "sao", "bs", "luot", "truong", "hop", "th", "giao", "dich", "don", "vi", "xa",
    "phuong", "huyen", "thu", "tuc", "tthc", "giay", "to", "cai", "van", "ket", "qua", "kq", "yeu", "cau", "chung",
    "thuc", "dien", "tu", "diem", "d", "phan", "tram", "tong", "cong", "luong", "sl", "ty", "tl", "le", "dat", "da",
    "hoan", "thanh", "trong", "ky", "thap",
];

/// Whether the words around a number, tidied, are all such as change nothing: `hồ sơ`, `(hs)`, `điểm`. One that is not known
/// may say thousands, "less" or "about", and a letter within the digits is a digit mistyped.
pub(super) fn are_harmless(words: &str) -> bool {
    words.is_empty() || fold(words).split(' ').all(|word| HARMLESS.contains(&word))
}
