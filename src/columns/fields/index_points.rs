//! Điểm: the points of the groups of the index of Decision 766, of which “Số hóa hồ sơ” counts 22 of 100.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::words::in_full;
use super::words::is_of_others;
use super::words::without_bare_weight;
use super::words::without_weight;
use crate::columns::header::Header;

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("Điểm số hóa hồ sơ", Field::GroupPoints),
        ("MDSH", Field::GroupPoints),
        ("Số hóa hồ sơ (22 điểm)", Field::GroupPoints),
        ("Điểm nhóm số hóa hồ sơ", Field::GroupPoints),
        ("Số hóa hồ sơ / Điểm", Field::GroupPoints),
        ("Số hóa hồ sơ (tối đa 22 điểm)", Field::GroupPoints),
        ("Kết quả nhóm chỉ số Số hóa hồ sơ (22 điểm)", Field::GroupPoints),
        ("Điểm SHHS", Field::GroupPoints),
        ("Số hóa (22đ)", Field::GroupPoints),
        ("Số hóa hồ sơ, điểm tối đa: 22", Field::GroupPoints),
        ("Nhóm Số hóa hồ sơ (tối đa 22)", Field::GroupPoints),
        ("Số hóa hồ sơ /22", Field::GroupPoints),
        ("Tổng điểm (100)", Field::TotalPoints),
        ("Tổng điểm (22 điểm)", Field::GroupPoints),
        ("Tổng điểm / 22", Field::GroupPoints),
        ("Điểm thành phần / Số hóa hồ sơ", Field::GroupPoints),
        ("Điểm thành phần / Thanh toán trực tuyến", Field::OtherPoints),
        ("Thanh toán trực tuyến / 10", Field::OtherPoints),
        ("Công khai, minh bạch", Field::OtherPoints),
        ("CKMB", Field::OtherPoints),
        ("Thanh toán trực tuyến", Field::OtherPoints),
        ("Dịch vụ công trực tuyến (12 điểm)", Field::OtherPoints),
        ("Tiến độ giải quyết", Field::ProgressPoints),
        ("TDGQ", Field::ProgressPoints),
        ("Tổng điểm", Field::TotalPoints),
        ("TONG_SCORE", Field::TotalPoints),
    ],
    refused: &[
        "Số hóa hồ sơ",
        "Điểm tối đa",
        "Số hóa hồ sơ / Điểm tối đa",
        "Tỷ lệ điểm số hóa hồ sơ",
        "Điểm",
        "Tổng điểm (18 điểm)",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    // What stands in brackets (“12 điểm”, “tối đa 22 điểm”) is the group's weight.
    let mut full = in_full(&header.path);
    // “Điểm thành phần” above the groups says no more than “Điểm”.
    if let Some(name) = full.strip_prefix("diem thanh phan ") {
        let says_points = name.starts_with("diem") || name.starts_with("tong");
        full = if says_points { name.to_owned() } else { format!("diem {name}") };
    }
    let key = without_weight(&full);
    let weight = |name: &str| full[name.len()..].split(' ').map(|word| word.trim_end_matches('d')).find(is_number);
    called(header, &key, weight(&key)).or_else(|| {
        let name = without_bare_weight(&key)?;
        called(header, name, weight(name))
    })
}

fn is_number(word: &&str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What the words of a header mean, which stand beside a weight or not.
fn called(header: &Header, key: &str, weight: Option<&str>) -> Option<(Field, Match)> {
    if key.contains("toi da") || header.has_words("maxscore") || header.says_percent() || is_of_others(header) {
        return None;
    }
    let exact = |field| Some((field, Match::Exact));
    match key {
        "mdsh"
        | "diem so hoa"
        | "tong diem so hoa"
        | "tong diem so hoa ho so"
        | "diem nhom so hoa"
        | "diem so hoa ho so"
        | "diem nhom so hoa ho so" => return exact(Field::GroupPoints),
        "tien do giai quyet" | "tien do ket qua giai quyet" | "tdgq" | "diem tien do giai quyet" => {
            return exact(Field::ProgressPoints);
        }
        "tong diem" | "tong score" | "tong cong diem" | "diem tong" => {
            return match weight {
                None | Some("100") => exact(Field::TotalPoints),
                Some("22") => exact(Field::GroupPoints),
                // Of one of the other groups.
                Some(_) => None,
            };
        }
        // Of which group, only an officer can say.
        "diem" | "diem dat" | "diem dat duoc" | "diem so" => return Some((Field::GroupPoints, Match::Weak)),
        _ => {}
    }
    let other = [
        "cong khai minh bach",
        "ckmb",
        "dich vu cong truc tuyen",
        "cung cap dich vu truc tuyen",
        "clgq",
        "online",
        "thanh toan truc tuyen",
        "tttt",
        "muc do hai long",
        "mdhl",
    ];
    // Shortened they are words of every office, and names of groups only below a common parent.
    let shortened =
        ["cong khai", "dvctt", "dvc truc tuyen", "truc tuyen", "thanh toan", "hai long", "do hai long"].contains(&key);
    let child = || header.text.contains(" / ");
    if other.contains(&key.trim_start_matches("diem ")) || (shortened && child()) {
        return exact(Field::OtherPoints);
    }
    if key == "tien do" && child() {
        return exact(Field::ProgressPoints);
    }
    let name = key.strip_prefix("ket qua ").unwrap_or(key);
    let has = |words: &str| format!(" {name} ").contains(&format!(" {words} "));
    let weighed = weight.is_some();
    let says_points = weighed || has("diem") || has("score");
    let group = has("so hoa ho so") || has("nhom so hoa") || (weighed && name == "so hoa");
    let part = [
        "ket qua",
        "tphs",
        "thanh phan",
        "tai su dung",
        "tiep nhan",
        "chung thuc",
        "khai thac",
        "thuc hien",
        "chia se",
    ];
    let of_part = part.iter().any(|words| has(words));
    (says_points && group && !of_part).then_some((Field::GroupPoints, Match::Strong))
}
