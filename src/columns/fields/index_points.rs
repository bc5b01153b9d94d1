//! Điểm: the points of the groups of the index of Decision 766, of which “Số hóa hồ sơ” counts 22 of 100.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
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
        ("Công khai, minh bạch", Field::OtherPoints),
        ("CKMB", Field::OtherPoints),
        ("Thanh toán trực tuyến", Field::OtherPoints),
        ("Dịch vụ công trực tuyến (12 điểm)", Field::OtherPoints),
        ("Tiến độ giải quyết", Field::ProgressPoints),
        ("TDGQ", Field::ProgressPoints),
        ("Tổng điểm", Field::TotalPoints),
        ("TONG_SCORE", Field::TotalPoints),
    ],
    refused: &["Số hóa hồ sơ", "Điểm tối đa", "Số hóa hồ sơ / Điểm tối đa", "Tỷ lệ điểm số hóa hồ sơ", "Điểm"],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    if header.has_words("toi da") || header.says_percent() {
        return None;
    }
    // What stands in brackets (“12 điểm”) is the group's weight.
    let key = without_weight(&header.path);
    let exact = |field| Some((field, Match::Exact));
    match key.as_str() {
        "mdsh" | "diem so hoa" | "diem so hoa ho so" | "diem nhom so hoa ho so" => return exact(Field::GroupPoints),
        "tien do giai quyet" | "tien do ket qua giai quyet" | "tdgq" | "diem tien do giai quyet" => {
            return exact(Field::ProgressPoints);
        }
        "tong diem" | "tong score" | "tong cong diem" | "diem tong" => return exact(Field::TotalPoints),
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
    if other.contains(&key.trim_start_matches("diem ")) {
        return exact(Field::OtherPoints);
    }
    let says_points = header.has_words("diem") || header.has_words("score");
    let group = header.has_words("so hoa ho so") || header.has_words("nhom so hoa");
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
    let of_part = part.iter().any(|words| header.has_words(words));
    (says_points && group && !of_part).then_some((Field::GroupPoints, Match::Strong))
}

/// The words without the weight behind them: `dich vu cong truc tuyen 12 diem`.
fn without_weight(path: &str) -> String {
    let words: Vec<&str> = path.split(' ').collect();
    match words.as_slice() {
        [name @ .., weight, "diem"] if weight.bytes().all(|byte| byte.is_ascii_digit()) => name.join(" "),
        _ => path.to_owned(),
    }
}
