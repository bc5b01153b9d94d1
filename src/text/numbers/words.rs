//! The words that may stand beside a number and change nothing of it: what was counted, in which unit.

use crate::text::fold;

/// Words of what is counted or measured, of what became of it, and of how it was judged, folded.
const HARMLESS: [&str; 60] = [
    "ho", "so", "hs", "bo", "ban", "sao", "bs", "luot", "truong", "hop", "th", "giao", "dich", "don", "vi", "xa",
    "phuong", "huyen", "thu", "tuc", "tthc", "giay", "to", "cai", "ket", "qua", "kq", "yeu", "cau", "chung", "thuc",
    "dien", "tu", "diem", "d", "tong", "cong", "luong", "sl", "tl", "dat", "da", "hoan", "thanh", "trong", "ky",
    "thap", "file", "tep", "trang", "percent", "tra", "giai", "quyet", "tiep", "nhan", "xu", "ly", "xong", "hoa",
];

/// The same of two words, of which one alone would be a number itself: tỷ, trăm, vạn.
const PAIRS: [&str; 4] = ["ty le", "phan tram", "van ban", "tap tin"];

/// Whether the words around a number, tidied, are all such as change nothing: `hồ sơ`, `(hs)`, `điểm`. One that is not known
/// may say thousands, "less" or "about", and a letter within the digits is a digit mistyped.
pub(super) fn are_harmless(words: &str) -> bool {
    if words.is_empty() {
        return true;
    }
    let words = PAIRS.iter().fold(fold(words), |words, pair| words.replace(pair, " "));
    words.split(' ').all(|word| word.is_empty() || HARMLESS.contains(&word))
}
