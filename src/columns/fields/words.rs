//! Words of headers without what offices add to them: abbreviations written out, quantities in front left away.

use crate::columns::header::Header;
use crate::columns::header::stand_in;
use crate::text::fold;

/// Abbreviations that stand for one thing in headers, and what they stand for.
const SHORT: [(&str, &str); 7] = [
    ("sh", "so hoa"),
    ("hs", "ho so"),
    ("shhs", "so hoa ho so"),
    ("kq", "ket qua"),
    ("gq", "giai quyet"),
    ("kqgq", "ket qua giai quyet"),
    ("kqdt", "ket qua dien tu"),
];

/// Those that may stand for something else where it is not counts that are named.
const SHORT_OF_COUNTS: [(&str, &str); 10] = [
    ("tn", "tiep nhan"),
    ("ht", "hoan thanh"),
    ("sl", "so luong"),
    ("ct", "chung thuc"),
    ("ctdt", "chung thuc dien tu"),
    ("bsdt", "ban sao dien tu"),
    ("dt", "dien tu"),
    ("tx", "thi xa"),
    ("tp", "thanh pho"),
    ("tt", "thi tran"),
];

/// Folded names of a procedure, in a table of units and in a list of dossiers alike.
pub(super) const PROCEDURE: [&str; 6] =
    ["ten thu tuc hanh chinh", "thu tuc hanh chinh", "thu tuc", "tthc", "ten tthc", "ten thu tuc"];

/// What [`counted`] leaves of the names of electronic results, be it of their count or of a flag.
pub(super) const E_RESULT: [&str; 8] = [
    "ket qua dien tu",
    "cap ket qua dien tu",
    "so hoa ket qua",
    "so hoa ket qua giai quyet",
    "ket qua so hoa",
    "ket qua giai quyet so hoa",
    "ket qua giai quyet dien tu",
    "cap ket qua giai quyet dien tu",
];

/// The same of data that are used again.
pub(super) const REUSED: [&str; 7] = [
    "tai su dung",
    "tai su dung tphs",
    "tai su dung thanh phan",
    "tai su dung du lieu",
    "su dung lai du lieu",
    "khai thac su dung lai",
    "khai thac su dung lai du lieu",
];

/// Folded words with all their abbreviations written out.
pub(super) fn in_full(words: &str) -> String {
    written_out(words, |word| SHORT.iter().chain(&SHORT_OF_COUNTS).find(|(short, _)| *short == word))
}

/// Folded words with those abbreviations written out that stand for one thing; `None` where there are none.
pub(super) fn in_plain(words: &str) -> Option<String> {
    let full = written_out(words, |word| SHORT.iter().find(|(short, _)| *short == word));
    (full != words).then_some(full)
}

fn written_out(words: &str, known: impl Fn(&str) -> Option<&'static (&'static str, &'static str)>) -> String {
    let full = words.split(' ').map(|word| known(word).map_or(word, |(_, full)| full)).collect::<Vec<_>>().join(" ");
    // Since 2024 forms say “kết quả bản điện tử”.
    if !full.contains(" ban dien tu") {
        return full;
    }
    let of_results = ["ket qua", "giai quyet", "tthc"];
    of_results.iter().fold(full, |full, of| full.replace(&format!("{of} ban dien tu"), &format!("{of} dien tu")))
}

/// What is counted, without the words that only say that it is: `tong so ho so da tiep nhan trong ky` is `tiep nhan`.
/// “Chưa” and “không” stay: they count the others.
pub(super) fn counted(words: &str) -> String {
    let full = in_full(words).replace("thanh phan ho so", "tphs");
    let mut rest = full.as_str();
    while let Some(shorter) =
        ["trong do ", "tong ", "so luong ", "so ho so ", "ho so ", "tong so ", "so ket qua ", "so ", "tthc "]
            .iter()
            .find_map(|front| {
                // “Số hóa” begins with no quantity.
                let shorter =
                    rest.strip_prefix(front).filter(|shorter| !(*front == "so " && shorter.starts_with("hoa")))?;
                Some(if front.ends_with("ket qua ") { &rest["so ".len()..] } else { shorter })
            })
    {
        rest = shorter;
    }
    let timeless = without_time(rest);
    // What is counted, below its name or behind it; “số hóa hồ sơ” is a name itself.
    let unmeasured = timeless.strip_suffix(" ho so").filter(|name| !name.ends_with("so hoa")).unwrap_or(timeless);
    let kept = unmeasured.split(' ').filter(|word| !matches!(*word, "da" | "duoc" | "co" | "va" | "tthc"));
    kept.collect::<Vec<_>>().join(" ")
}

/// Whether a word is one of those by which a time is named.
fn is_of_time(word: &str) -> bool {
    const OF_TIME: [&str; 13] =
        ["trong", "ky", "bao", "cao", "nay", "thang", "quy", "nam", "tuan", "tu", "den", "ngay", "tinh"];
    OF_TIME.contains(&word)
        || matches!(word, "i" | "ii" | "iii" | "iv")
        || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether words name a time and nothing else: `trong ky`, `luy ke tu dau nam`, `thang 6 2023`, `31 5 2023`, `2023`.
pub(in crate::columns) fn is_time(words: &str) -> bool {
    let others = ["luy", "ke", "cong", "don", "phat", "sinh", "dau", "ca", "hien", "truoc"];
    let year = words.rsplit(' ').next().filter(|year| year.len() == 4 && year.starts_with("20"));
    let is_dated = year.is_some() && words.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    let says_time = |word: &str| is_of_time(word) || others.contains(&word);
    is_dated || (words.split(' ').all(says_time) && words.bytes().any(|byte| byte.is_ascii_lowercase()))
}

/// Whether words are a month in figures: `5/2023`, `T6`.
pub(in crate::columns) fn is_month(key: &str) -> bool {
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match key.split(' ').collect::<Vec<_>>().as_slice() {
        [month, year] => number(month.trim_start_matches('t')) && number(year) && year.len() == 4,
        [month] => month.strip_prefix('t').is_some_and(number),
        _ => false,
    }
}

/// Words without the time that stands behind them: `tiep nhan tu 01 01 2023 den 05 6 2023`, `tiep nhan trong thang`.
fn without_time(words: &str) -> &str {
    let mut rest = words.trim();
    while let Some((shorter, _)) =
        rest.rsplit_once(' ').filter(|(before, last)| is_of_time(last) && !(before.ends_with("dien") && *last == "tu"))
    {
        rest = shorter;
    }
    rest
}

/// The most points that components, groups and all of them have.
const WEIGHTS: [&str; 9] = ["2", "4", "6", "10", "12", "18", "20", "22", "100"];

/// Whether a cell holds the weight of a column and nothing else: `(22 điểm)`, `Max 18`; `Some(true)` where it says so itself,
/// `Some(false)` for a bare number.
pub(in crate::columns) fn weight_alone(cell: &str) -> Option<bool> {
    let folded = fold(cell);
    let is_said = |word: &&str| matches!(*word, "diem" | "d" | "toi" | "da" | "max");
    let (said, others): (Vec<&str>, Vec<&str>) = folded.split(' ').partition(is_said);
    let [other] = others[..] else { return None };
    let number = other.strip_suffix('d').unwrap_or(other);
    WEIGHTS.contains(&number).then_some(!said.is_empty() || number != other)
}

/// A header's words without the weight of the group: `so hoa ho so toi da 22 diem`, `so hoa ho so diem toi da 22`, `so hoa 22d`.
pub(in crate::columns) fn without_weight(path: &str) -> String {
    let words: Vec<&str> = path.split(' ').collect();
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let name = match words.as_slice() {
        [name @ .., weight, "diem" | "d"] if digits(weight) => name,
        [name @ .., weight] if weight.strip_suffix('d').is_some_and(digits) => name,
        [name @ .., weight] if digits(weight) && (name.ends_with(&["toi", "da"]) || name.ends_with(&["max"])) => name,
        _ => return path.to_owned(),
    };
    let name = match name {
        [before @ .., "diem", "toi", "da"] | [before @ .., "diem", "max"] if !before.is_empty() => before,
        [before @ .., "toi", "da"] | [before @ .., "max"] => before,
        whole => whole,
    };
    name.join(" ")
}

/// The same for the name of a group or of all of them behind which its weight stands bare: `so hoa ho so 22`.
pub(super) fn without_bare_weight(path: &str) -> Option<&str> {
    path.rsplit_once(' ').filter(|(_, weight)| WEIGHTS.contains(weight)).map(|(name, _)| name)
}

/// The words of the rows above a header's lowest one.
pub(super) fn parent_of(header: &Header) -> &str {
    header.path.strip_suffix(header.key.as_str()).unwrap_or_default().trim_end()
}

/// Whether the rows above a header's lowest one are the name of the group, with its weight or without.
pub(super) fn is_below_group(header: &Header) -> bool {
    let parent = without_weight(parent_of(header));
    let name = parent.strip_prefix("nhom ").unwrap_or(&parent);
    matches!(name.strip_prefix("chi so ").unwrap_or(name), "so hoa ho so" | "so hoa ho so tthc")
}

/// Whether folded words leave out dossiers: those of one channel, of one field of law, in time.
pub(super) fn narrows(words: &str) -> bool {
    const PARTS: [&str; 10] = [
        "buu chinh",
        "bcci",
        "lien thong",
        "dung han",
        "truoc han",
        "qua han",
        "tre han",
        "linh vuc",
        "dat dai",
        "ho tich",
    ];
    let has = |part: &str| stand_in(words, part);
    // Both channels are all there are.
    has("truc tuyen") != has("truc tiep") || PARTS.iter().any(|part| has(part))
}

/// Whether a header counts what a figure leaves out: “chưa”, “bị hủy”, a fee, papers. The counts of a portal have names of
/// their own for what is not done.
pub(super) fn is_of_others(header: &Header) -> bool {
    const WORDS: [&str; 21] = [
        "chua",
        "tre han",
        "qua han",
        "tra lai",
        "tu choi",
        "ton dong",
        "bi loi",
        "khong",
        "con thieu",
        "bi huy",
        "da huy",
        "bi tru",
        "trieu dong",
        "nghin dong",
        "ban giay",
        "chung thuc giay",
        "xep hang",
        "thu hang",
        "so ho tich",
        "ty le tang",
        "ty le giam",
    ];
    let on_paper = header.has_words("ban sao giay") && !header.has_words("ban sao giay to");
    on_paper || WORDS.iter().any(|words| header.has_words(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_count_are_left_away_and_words_that_tell_are_kept() {
        for (words, expected) in [
            ("tong so ho so da tiep nhan trong ky", "tiep nhan"),
            ("sl hs tiep nhan", "tiep nhan"),
            ("so hs chua so hoa tphs", "chua so hoa tphs"),
            ("so hoa thanh phan ho so", "so hoa tphs"),
            ("so ket qua da so hoa", "ket qua so hoa"),
            ("kq da so hoa", "ket qua so hoa"),
            ("tiep nhan truc tuyen", "tiep nhan truc tuyen"),
            ("so ho so tiep nhan tu 01 01 2023 den 05 6 2023", "tiep nhan"),
            ("so hs tiep nhan quy ii nam 2023", "tiep nhan"),
            ("so ho so tiep nhan ky truoc", "tiep nhan ky truoc"),
            ("hs co kqdt", "ket qua dien tu"),
            ("co so hoa tphs ho so", "so hoa tphs"),
            ("da giai quyet hs", "giai quyet"),
            ("so hoa ho so", "so hoa ho so"),
            ("so ho so co ket qua giai quyet tthc dien tu", "ket qua giai quyet dien tu"),
        ] {
            assert_eq!(counted(words), expected, "{words}");
        }
    }

    #[test]
    fn a_weight_alone_is_told_from_figures() {
        for (cell, expected) in [
            ("(22 điểm)", Some(true)),
            ("Max 18", Some(true)),
            ("Điểm (tối đa 6)", Some(true)),
            ("6đ", Some(true)),
            ("22", Some(false)),
            ("(100)", Some(false)),
            ("21", None),
            ("Điểm", None),
            ("18,5", None),
        ] {
            assert_eq!(weight_alone(cell), expected, "{cell}");
        }
    }

    #[test]
    fn a_groups_weight_is_no_part_of_its_name() {
        for (path, expected) in [
            ("so hoa ho so 22 diem", "so hoa ho so"),
            ("so hoa ho so toi da 22 diem", "so hoa ho so"),
            ("so hoa 22d", "so hoa"),
            ("so hoa ho so diem toi da 22", "so hoa ho so"),
            ("so hoa ho so toi da 22", "so hoa ho so"),
            ("so hoa ho so max 22", "so hoa ho so"),
            ("diem toi da 22", "diem"),
            ("diem toi da", "diem toi da"),
        ] {
            assert_eq!(without_weight(path), expected, "{path}");
        }
    }
}
