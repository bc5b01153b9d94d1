//! Xếp loại, đánh giá: the portal's own verdict in words. Two columns under “Đánh giá” bear the names of rates.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use crate::columns::header::Header;

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("Xếp loại", Field::Verdict),
        ("Đánh giá / Tỷ lệ số hóa TPHS", Field::Verdict),
        ("Đánh giá (2 cột) / Tỷ lệ số hóa kết quả", Field::Verdict),
        ("Mức xếp loại", Field::Verdict),
    ],
    refused: &["Đánh giá", "Xếp hạng", "Tỷ lệ số hóa TPHS"],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    let judged = header.path.starts_with("danh gia ") && header.path != header.key;
    let classed = matches!(header.key.as_str(), "xep loai" | "muc xep loai" | "phan loai" | "ket qua xep loai");
    (judged || classed).then_some((Field::Verdict, Match::Exact))
}
