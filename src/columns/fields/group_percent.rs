//! Tỷ lệ % of the group “Số hóa hồ sơ” as the national index gives it: points of 22 as a percentage.
//!
//! Portals print at least three other rates under nearly the same words (papers digitised at receipt, results
//! digitised, both on one dossier); their headers name what they divide, and are refused here.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::components;
use super::words::is_of_others;
use super::words::without_weight;
use crate::columns::header::Header;
use crate::columns::header::stand_in;

/// Words of rates that are never the group's: papers, copies, data used again.
const NEVER: [&str; 7] = ["dau vao", "dau ra", "tphs", "chung thuc", "tai su dung", "khai thac", "chia se"];

/// Words of rates that mostly are not: of results, of what was received. Beside a percent sign an officer is asked.
const SELDOM: [&str; 8] =
    ["du lieu so hoa", "dat dai", "truc tuyen", "truc tiep", "thanh phan", "ket qua", "tiep nhan", "hoan thanh"];

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("Tỷ lệ % tổng chung nhóm số hóa hồ sơ", Field::GroupPercent),
        ("Tỉ lệ % tổng chung nhóm số hoá hồ sơ", Field::GroupPercent),
        ("TỶ LỆ SỐ HÓA HỒ SƠ", Field::GroupPercent),
        ("Tỷ lệ nhóm \"Số hóa hồ sơ\" (%)", Field::GroupPercent),
        ("Số hóa hồ sơ (%)", Field::GroupPercent),
        ("TL % nhóm số hóa hồ sơ", Field::GroupPercent),
        ("Mức độ số hóa", Field::GroupPercent),
        ("Nhóm chỉ số số hóa hồ sơ đạt (%)", Field::GroupPercent),
        ("Số hóa hồ sơ / Tỷ lệ", Field::GroupPercent),
        ("Tỉ lệ SHHS", Field::GroupPercent),
        ("TL số hóa HS (%)", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ (mục tiêu 100%)", Field::GroupPercent),
        ("Kết quả nhóm chỉ số số hóa hồ sơ (%)", Field::GroupPercent),
        ("Kết quả nhóm chỉ số số hóa hồ sơ / Tỷ lệ đạt (%)", Field::GroupPercent),
        ("Kết quả / Nhóm chỉ số số hóa hồ sơ / Tỷ lệ %", Field::GroupPercent),
        ("Kết quả thực hiện nhóm số hóa hồ sơ (%)", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ (tối thiểu 80%)", Field::GroupPercent),
        ("Kết quả Tỷ lệ số hóa hồ sơ", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ / Đạt được", Field::GroupPercent),
        ("Tỷ lệ % tổng chung nhóm số hóa hồ sơ trên Cổng DVC quốc gia", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ trên Hệ thống thông tin một cửa (%)", Field::GroupPercent),
        ("Nhóm chỉ tiêu số hóa hồ sơ (%)", Field::GroupPercent),
        ("Các chỉ tiêu / Tỷ lệ số hóa hồ sơ", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ / Tỷ lệ đạt được", Field::GroupPercent),
        ("Tỷ lệ số hóa hồ sơ lũy kế từ đầu năm 2023 đến ngày 05/6/2023 (%)", Field::GroupPercent),
        ("Bộ chỉ số phục vụ người dân, doanh nghiệp theo QĐ 766 / Nhóm số hóa hồ sơ (%)", Field::GroupPercent),
    ],
    refused: &[
        "Tỷ lệ số hóa TPHS",
        "Tỷ lệ dữ liệu số hóa hồ sơ",
        "Tỷ lệ tổng chung",
        "Tỷ lệ số hóa sổ hộ tịch",
        "Tỷ lệ số hóa hồ sơ đất đai",
        "Tỷ lệ số hóa hồ sơ (xếp hạng)",
        "Tỷ lệ tăng số hóa hồ sơ",
        "Tỷ lệ số hóa kết quả giải quyết",
        "Kết quả nhóm thủ tục được số hóa hồ sơ (%)",
        "Kết quả nhóm chỉ số số hóa hồ sơ, kết quả giải quyết (%)",
        "Số hóa hồ sơ",
        "Điểm số hóa hồ sơ",
        "Tỷ lệ %",
        "Có số hóa TPHS",
        "Tỷ lệ hồ sơ tiếp nhận được số hóa",
        "Số hóa hồ sơ TTHC khi tiếp nhận / Tỷ lệ số hóa TPHS",
        "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ / maxScore",
        "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ / Trọng số",
        "Số hóa hồ sơ (22 điểm)",
        "Số hồ sơ được số hóa",
        "Tỷ lệ hồ sơ chưa số hóa",
        "Tỷ lệ số hóa đầu ra",
        "Tỷ lệ số hóa hồ sơ còn thiếu",
        "Tỷ lệ số hóa hồ sơ trực tuyến (%)",
        "Tỷ lệ số hóa hồ sơ lưu trữ (%)",
        "Tỷ lệ số hóa hồ sơ (‰)",
        "Số hóa hồ sơ / Số hồ sơ số hóa",
        "Tỷ lệ số hóa hồ sơ trễ hạn",
        "Tỷ lệ số hóa hồ sơ tồn đọng",
        "Tỷ lệ hồ sơ từ chối số hóa hồ sơ",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    let surely = surely(header)?;
    Some((Field::GroupPercent, surely))
}

/// Whether a header names what only a part of the group's rates divide.
pub(in crate::columns) fn speaks_of_part(header: &Header) -> bool {
    NEVER.iter().chain(&SELDOM).any(|words| header.has_words(words))
}

fn surely(header: &Header) -> Option<Match> {
    // “Kết quả nhóm chỉ số …”, “kết quả tỷ lệ …”: what the group has come to, not results that are digitised.
    let of_group = |path: &&str| {
        path.starts_with("ty le so hoa ho so")
            || ["nhom so hoa", "nhom chi so"].iter().any(|words| stand_in(path, words))
    };
    if let Some(path) = header.path.strip_prefix("ket qua ").filter(of_group) {
        return surely(&Header { path: path.to_owned(), ..header.clone() });
    }
    // One component of the group, whatever stands below its name.
    if components::named(header).is_some()
        || is_of_others(header)
        || header.has_words("toi da")
        || header.has_words("maxscore")
        || header.has_words("luu tru")
        || header.text.contains('‰')
    {
        return None;
    }
    // A count, or points with their weight in brackets.
    let counts = ["so ho so ", "so hs ", "so luong ", "sl ", "tong so "]
        .iter()
        .any(|front| header.path.starts_with(front) || header.key.starts_with(front))
        || matches!(header.key.as_str(), "da so hoa" | "co so hoa" | "duoc so hoa" | "chua so hoa" | "khong so hoa");
    if counts || without_weight(&header.path) != header.path {
        return None;
    }
    let about_group = header.has_words("so hoa") || header.has_words("shhs");
    let other = speaks_of_part(header) || header.has_words("diem");
    if about_group && !other {
        let whole_group = header.has_words("so hoa ho so")
            || header.has_words("so hoa hs")
            || header.has_words("shhs")
            || header.has_words("nhom so hoa");
        return match header.path.as_str() {
            "ty le tong chung nhom so hoa ho so"
            | "ty le nhom so hoa ho so"
            | "ty le so hoa ho so"
            | "muc do so hoa" => Some(Match::Exact),
            _ if header.says_percent() && whole_group => Some(Match::Strong),
            // Points of 22 or a percentage, or one of the other rates: the cells or an officer must tell.
            _ => Some(Match::Weak),
        };
    }
    // “Kết quả số hóa hồ sơ (%)”, “Tỷ lệ hồ sơ tiếp nhận được số hóa”: perhaps the group's, perhaps a part's.
    if about_group && header.says_percent() && !NEVER.iter().chain(&["diem"]).any(|words| header.has_words(words)) {
        return Some(Match::Weak);
    }
    let bare = [
        "ty le",
        "tl",
        "ty le phan tram",
        "ty le dat",
        "ty le dat duoc",
        "ty le tong chung",
        "ty le chung",
        "tong chung",
    ];
    bare.contains(&header.path.as_str()).then_some(Match::Weak)
}
