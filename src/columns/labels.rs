//! The words by which rows that are no unit are known, folded: sums, sections, what stands below a table.

use crate::domain::Group;
use crate::text::fold;
use crate::text::small;
use crate::text::tidy;

/// Whether a title or header speaks of electronically certified copies and of nothing else: its table counts those.
pub(super) fn about_copies(text: &str) -> bool {
    let folded = fold(text);
    let beside_others = folded.contains("va chung thuc") || folded.contains("so hoa");
    !beside_others && (folded.contains("ban sao") || folded.contains("chung thuc dien tu")) && !leaves_copies_out(text)
}

/// Whether a title names copies as what its table leaves out: `(không gồm chứng thực điện tử)`.
fn leaves_copies_out(text: &str) -> bool {
    const WITHOUT: [&str; 7] =
        ["không gồm", "không bao gồm", "chưa gồm", "chưa bao gồm", "không tính", "không kể", "trừ"];
    // Without marks “trừ” is “lưu trữ”.
    let text = small(&tidy(text));
    let before = text.find("chứng thực").or_else(|| text.find("bản sao")).map_or("", |at| &text[..at]);
    let words: Vec<&str> = before.split_whitespace().collect();
    let nearest = words[words.len().saturating_sub(6)..].join(" ");
    WITHOUT.iter().any(|without| {
        let rest = nearest.rfind(without).map(|at| &nearest[at..]);
        rest.is_some_and(|rest| !rest.contains([')', ';', '.']))
    })
}

/// Whether a title says that the dossiers of its list are electronically certified copies.
pub(super) fn of_electronic_copies(title: &str) -> bool {
    about_copies(title) && fold(title).contains("dien tu")
}

/// Whether words, folded or not, say of certified copies that they are electronic.
pub(super) fn names_electronic(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "chung thuc dien tu",
        "chung thuc ban sao dien tu",
        "chung thuc ban dien tu",
        "ban sao dien tu",
        "ban dien tu",
        "ctdt",
        "ct dien tu",
        "bsdt",
    ];
    let folded = fold(text);
    let is_electronic = folded.contains("dien tu") || folded.split(' ').any(|word| word == "dt");
    let of_copies = folded.contains("chung thuc") && is_electronic && !folded.contains("ket qua dien tu");
    of_copies || WORDS.iter().any(|words| folded.contains(words))
}

/// Whether a title says that its table holds points: `ĐIỂM THÀNH PHẦN`, `Bảng điểm`.
pub(super) fn about_points(text: &str) -> bool {
    // “Thời điểm” is a time, “địa điểm” a place.
    const OTHERS: [&str; 7] = ["thoi", "dia", "quan", "trong", "uu", "khuyet", "dac"];
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let points = |at: usize| words[at] == "diem" && (at == 0 || !OTHERS.contains(&words[at - 1]));
    !folded.contains("ty le") && (0..words.len()).any(points)
}

/// Titles that stand nearest above a table, outside of it.
const NEAREST: usize = 3;

/// Whether the nearest of the titles above a table, which may be the name of a sheet, speak of certified copies and none of
/// them of anything digitised.
pub(super) fn names_copies(titles: &[String]) -> bool {
    let nearest = &titles[titles.len().saturating_sub(NEAREST)..];
    let is_bare_name = |title: &String| {
        let folded = fold(title);
        let rest = folded.strip_prefix("chung thuc").or_else(|| folded.strip_prefix("so lieu chung thuc"));
        let says_when = |word: &str| {
            matches!(word, "" | "thang" | "quy" | "nam" | "t" | "q" | "i" | "ii" | "iii" | "iv")
                || word.bytes().all(|byte| byte.is_ascii_digit())
        };
        rest.is_some_and(|rest| rest.split(' ').all(says_when))
    };
    let is_of_copies = |title: &String| about_copies(title) || is_bare_name(title);
    nearest.iter().any(is_of_copies) && !nearest.iter().any(|title| fold(title).contains("so hoa"))
}

/// Whether a folded label is a sum's.
pub(super) fn is_total(label: &str) -> bool {
    const WHOLE: [&str; 10] = [
        "tong",
        "cong",
        "ca tinh",
        "tinh lao cai",
        "tinh lao cai moi",
        "ubnd tinh",
        "ubnd tinh lao cai",
        "ubnd tinh lao cai moi",
        "toan bo",
        "total",
    ];
    let starts = [
        "tong cong",
        "tong chung",
        "tong so",
        "toan tinh",
        "cong toan tinh",
        "tong toan tinh",
        "tong cac",
        "chung toan tinh",
        "ty le chung",
        "ty le toan tinh",
        "ket qua chung",
        "ket qua toan tinh",
        "lao cai toan tinh",
    ];
    WHOLE.contains(&label)
        // As a spreadsheet in English names its sums: “Grand Total”, “Bắc Hà Total”.
        || label.ends_with(" total")
        || (starts.iter().any(|start| label.starts_with(start)) && !is_company(label))
        || is_subtotal(label)
        || is_of_page(label)
}

/// Whether a folded label is that of a page's sum, or of what a page brings over from those before it.
fn is_of_page(label: &str) -> bool {
    const STARTS: [&str; 7] =
        ["cong trang", "tong trang", "mang sang", "chuyen trang", "chuyen sang", "trang truoc", "trang sau"];
    let rest = ["cong ", "so "].iter().find_map(|word| label.strip_prefix(*word)).unwrap_or(label);
    STARTS.iter().any(|start| label.starts_with(start) || rest.starts_with(start))
}

/// Whether a folded label is the name of a company, `Tổng công ty …`; “tổng cộng tỷ lệ” folds nearly alike.
fn is_company(label: &str) -> bool {
    label.strip_prefix("tong cong ty").is_some_and(|rest| !rest.starts_with(" le"))
}

/// Whether a folded label names what units are compared with: a mean, the country, a target, the most there can be.
pub(super) fn is_yardstick(label: &str) -> bool {
    const STARTS: [&str; 24] = [
        "trung binh",
        "tong trung binh",
        "binh quan",
        "bq chung",
        "muc trung binh",
        "muc binh quan",
        "ty le trung binh",
        "ty le binh quan",
        "gia tri trung binh",
        "diem trung binh",
        "tb chung",
        "tb toan tinh",
        "trung vi",
        "cao nhat",
        "thap nhat",
        "ca nuoc",
        "toan quoc",
        "binh quan ca nuoc",
        "diem toi da",
        "diem chuan",
        "thang diem",
        "chi tieu",
        "muc tieu",
        "ke hoach",
    ];
    let begins = |start: &&str| label.strip_prefix(*start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    matches!(label, "tb" | "toi da" | "nguong") || STARTS.iter().any(begins)
}

/// Whether a folded label is a sum of one section or of so many units: `Cộng I`, `Cộng nhóm II`, `Tổng 99 xã, phường`.
/// “Công an tỉnh” folds nearly alike.
fn is_subtotal(label: &str) -> bool {
    let Some(of) = label.strip_prefix("cong ").or_else(|| label.strip_prefix("tong ")) else { return false };
    let first = of.split(' ').next().unwrap_or_default();
    let numeral = !first.is_empty() && first.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x' | '0'..='9'));
    let letter = matches!(of, "a" | "b" | "c" | "d");
    let group = matches!(of, "huyen" | "so" | "xa" | "so nganh" | "so ban nganh" | "cac so" | "cac huyen" | "cac xa");
    numeral || letter || group || matches!(first, "nhom" | "khoi" | "muc" | "phan" | "cap")
}

/// Whether a folded label speaks of the whole province.
pub(super) fn names_province(label: &str) -> bool {
    let label = format!(" {label} ");
    label == " ubnd tinh " || [" toan tinh ", " ca tinh ", " tinh lao cai "].iter().any(|words| label.contains(words))
}

/// Whether a folded label stands for the whole province and for nothing else: any further word makes it a part of its units,
/// a mean, another time.
pub(super) fn is_province(label: &str) -> bool {
    // Since July 2025 there are 99 communes; of fewer it is a part.
    const NOW: [&str; 5] = [" ky nay", " trong ky", " luy ke", " moi", " 99 xa phuong"];
    const WORDS: [&str; 24] = [
        "ubnd", "uy", "ban", "nhan", "dan", "tong", "cong", "so", "toan", "bo", "ca", "tinh", "lao", "cai", "chung",
        "cua", "ty", "le", "nhom", "hoa", "ho", "dat", "ket", "qua",
    ];
    let numbers = |word: &str| {
        // A longer number is a year.
        (word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()))
            || word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
            || matches!(word, "a" | "b" | "c")
    };
    let label = NOW.iter().find_map(|now| label.strip_suffix(now)).unwrap_or(label);
    names_province(label) && label.split(' ').all(|word| WORDS.contains(&word) || numbers(word))
}

/// Whether a folded label says that its sum is of another time, or a difference.
pub(super) fn is_of_another_time(label: &str) -> bool {
    let words: Vec<&str> = label.split(' ').collect();
    words.windows(2).any(|pair| match pair {
        ["ky" | "thang" | "quy" | "nam" | "tuan", "truoc"] | ["cung", "ky"] | ["so", "voi"] | ["chenh", "lech"] => true,
        ["nam", year] => year.len() == 4 && year.starts_with("20"),
        _ => false,
    }) || words.iter().any(|word| matches!(*word, "tang" | "giam"))
}

/// The words of sections, folded.
const GROUPS: [(Group, &[&str]); 4] = [
    (
        Group::SoNganh,
        &[
            "so ban nganh",
            "cac so ban nganh",
            "so nganh",
            "khoi so ban nganh",
            "khoi so nganh",
            "khoi so",
            "so ban nganh tinh",
            "cac so ban nganh tinh",
            "cap so",
            "cap tinh",
            "so ban nganh cap tinh",
            "cac so ban nganh thuoc ubnd tinh",
            "so ban nganh thuoc ubnd tinh",
            "cac co quan chuyen mon thuoc ubnd tinh",
            "co quan chuyen mon thuoc ubnd tinh",
        ],
    ),
    (
        Group::CapHuyen,
        &[
            "cap huyen",
            "ubnd cap huyen",
            "ubnd cac huyen thi xa thanh pho",
            "huyen thi xa thanh pho",
            "cac huyen thi xa thanh pho",
            "khoi huyen",
            "khoi cac huyen",
            "cac huyen",
            "ubnd huyen thi xa thanh pho",
            "ubnd cac huyen",
        ],
    ),
    (
        Group::CapXa,
        &[
            "cap xa",
            "ubnd cap xa",
            "ubnd cac xa phuong",
            "xa phuong thi tran",
            "ubnd cac xa phuong thi tran",
            "ubnd xa phuong",
            "xa phuong",
            "cac xa phuong",
            "khoi xa phuong",
        ],
    ),
    (
        Group::Khac,
        &["van phong dang ky dat dai", "don vi khac", "cac don vi khac", "co quan khac", "co quan nganh doc"],
    ),
];

/// The group that a section's folded words name.
pub(super) fn group_of(words: &str) -> Option<Group> {
    let without_mark = |words: &str| {
        let (first, rest) = words.split_once(' ')?;
        first.chars().all(|letter| matches!(letter, 'i' | 'v' | 'x' | 'a' | 'b' | 'c')).then(|| rest.to_owned())
    };
    let named = |words: &str| GROUPS.iter().find(|(_, known)| known.contains(&words)).map(|(group, _)| *group);
    named(words).or_else(|| named(&without_mark(words)?))
}

/// Whether a folded cell belongs below a table.
pub(super) fn is_footer(cell: &str) -> bool {
    [
        "nguoi lap",
        "noi nhan",
        "lao cai ngay",
        "kt chanh van phong",
        "pho chanh van phong",
        "chanh van phong",
        "thu truong",
        "nguoi ky",
        "ky ten",
    ]
    .iter()
    .any(|words| cell.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_leaves_out_is_not_what_its_table_holds() {
        for title in [
            "DANH SÁCH HỒ SƠ CHỨNG THỰC ĐIỆN TỬ",
            "Hồ sơ lưu trữ chứng thực điện tử",
            "(Trừ bản giấy.) Chứng thực điện tử",
        ] {
            assert!(of_electronic_copies(title), "{title}");
        }
        for title in [
            "DANH SÁCH HỒ SƠ (không gồm chứng thực điện tử)",
            "Danh sách hồ sơ, trừ các hồ sơ chứng thực điện tử",
            "HỒ SƠ KHÔNG BAO GỒM CHỨNG THỰC BẢN SAO ĐIỆN TỬ",
        ] {
            assert!(!of_electronic_copies(title), "{title}");
        }
    }

    #[test]
    fn sums_and_means_have_several_names() {
        for label in ["ket qua chung toan tinh", "ket qua toan tinh", "lao cai toan tinh", "toan tinh"] {
            assert!(is_total(label) && is_province(label) && !is_yardstick(label), "{label}");
        }
        assert!(is_total("tong chung") && !is_province("tong chung"));
        for label in ["bq chung", "tong trung binh", "binh quan chung"] {
            assert!(is_yardstick(label) && !is_total(label), "{label}");
        }
    }

    #[test]
    fn a_company_is_no_sum() {
        for (label, expected) in [
            ("tong cong ty dien luc mien bac", false),
            ("tong cong ty", false),
            ("tong cong", true),
            ("tong cong ty le", true),
            ("total", true),
            ("grand total", true),
            ("ubnd huyen bac ha total", true),
            ("total bao yen", false),
        ] {
            assert_eq!(is_total(label), expected, "{label}");
        }
    }
}
