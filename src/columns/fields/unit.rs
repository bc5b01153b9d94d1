//! Đơn vị: the name of the unit a row is about.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::exactly;
use super::words::in_full;
use crate::columns::header::Header;
use crate::domain::sort_by_key;
use crate::text::small;

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Any,
    names,
    accepted: &[
        ("Tên đơn vị", Field::Unit),
        ("ĐƠN VỊ", Field::Unit),
        ("Cơ quan, đơn vị", Field::Unit),
        ("Cơ quan/đơn vị", Field::Unit),
        ("Địa phương", Field::Unit),
        ("departmentName", Field::Unit),
        ("Huyện, thị xã, thành phố", Field::Unit),
        ("Xã, phường", Field::Unit),
        ("Đơn vị tiếp nhận", Field::Unit),
        ("TenDonVi", Field::Unit),
        ("Huyện/TX/TP", Field::Unit),
        ("Tên đơn vị, địa phương", Field::Unit),
        ("Sở, ban, ngành", Field::Unit),
        ("Sở, ngành, địa phương", Field::Unit),
        ("Đơn vị thực hiện TTHC", Field::Unit),
        ("UBND huyện, thị xã, thành phố", Field::Unit),
        ("Đơn vị hành chính mới", Field::Unit),
        ("Quận/Huyện", Field::Unit),
        ("Danh sách đơn vị", Field::Unit),
        ("Đơn vị được đánh giá", Field::Unit),
        ("Địa bàn", Field::Unit),
        ("Tên ĐV", Field::Unit),
        ("Cơ quan tiếp nhận hồ sơ", Field::Unit),
        ("Cơ quan có thẩm quyền", Field::Unit),
        ("Đơn vị quản lý", Field::Unit),
        ("Nơi tiếp nhận", Field::Unit),
    ],
    refused: &[
        "Đơn vị tính",
        "Mã đơn vị",
        "Số đơn vị",
        "Số xã, phường",
        "Chủ hồ sơ",
        "Đơn vị/ cá nhân giải quyết",
        "Đã giải quyết",
        "Số ngành",
        "Cấp thực hiện",
        "Cấp huyện / Tiếp nhận",
        "Cấp xã / Giải quyết",
        "Cấp xã / Hồ sơ",
        "Hồ sơ cấp huyện",
        "Đơn vị / hồ sơ",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    const KEYS: [&str; 31] = [
        "ten dv",
        "ubnd",
        "noi tiep nhan",
        "noi giai quyet",
        "don vi",
        "ten don vi",
        "ten co quan",
        "co quan",
        "co quan don vi",
        "ten co quan don vi",
        "don vi co quan",
        "co quan thuc hien",
        "don vi thuc hien",
        "don vi tiep nhan",
        "don vi giai quyet",
        "don vi xu ly",
        "co quan giai quyet",
        "co quan tiep nhan",
        "dia phuong",
        "ten dia phuong",
        "don vi dia phuong",
        "co quan don vi dia phuong",
        "ten",
        "departmentname",
        "ubnd cap huyen",
        "ubnd cap xa",
        "huyen thi xa thanh pho",
        "xa phuong",
        "xa phuong thi tran",
        "ten xa phuong",
        "ten so nganh",
    ];
    exactly(header, Field::Unit, &KEYS).or_else(|| is_of_offices(header).then_some((Field::Unit, Match::Strong)))
}

/// Whether a header holds nothing but words for offices, and at least one that names some. “Sở” and “số” fold alike: the
/// departments come with their “ngành”.
fn is_of_offices(header: &Header) -> bool {
    const OFFICES: [&str; 11] = [
        "don vi",
        "co quan",
        "dia phuong",
        "dia ban",
        "quan",
        "huyen",
        "thi xa",
        "thanh pho",
        "xa",
        "phuong",
        "thi tran",
    ];
    const BESIDE: [&str; 21] = [
        "hanh chinh",
        "moi",
        "danh sach",
        "duoc danh gia",
        "tiep nhan ho so",
        "giai quyet ho so",
        "xu ly ho so",
        "co tham quyen",
        "quan ly",
        "ten",
        "cac",
        "cap",
        "ubnd",
        "thuc hien",
        "giai quyet",
        "tiep nhan",
        "bao cao",
        "xu ly",
        "tthc",
        "truc thuoc",
        "tinh",
    ];
    // Most cells that are tried are no headers at all.
    if !OFFICES.iter().chain(&["tx", "tp", "nganh"]).any(|word| header.path.contains(word)) {
        return false;
    }
    // Below the name of a level what was received is a count.
    let counts = matches!(header.key.as_str(), "tiep nhan" | "giai quyet" | "xu ly") && header.key != header.path;
    let text = small(&header.text);
    if counts || header.key.starts_with("don vi tinh") || text.starts_with("số ") {
        return false;
    }
    let mut rest = in_full(&header.path).replace("so ban nganh", "don vi").replace("so nganh", "don vi");
    rest = format!(" {} ", rest.replace(' ', "  "));
    let mut named = false;
    // Longer words first: the “xã” of “thị xã” is not one of its own.
    let mut words: Vec<(&str, bool)> =
        OFFICES.iter().map(|word| (*word, true)).chain(BESIDE.iter().map(|word| (*word, false))).collect();
    sort_by_key(&mut words, |(word, _)| std::cmp::Reverse(word.len()));
    for (word, names) in words {
        let spaced = format!(" {} ", word.replace(' ', "  "));
        if rest.contains(&spaced) {
            named |= names;
            rest = rest.replace(&spaced, "  ");
        }
    }
    named && rest.trim().is_empty()
}
