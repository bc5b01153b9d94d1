//! Ghi chú: the office's own remark. Two columns of the letter bear this name; each belongs to the figure before it.

use super::Field;
use super::FieldCard;
use super::exactly;

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::PercentNote,
    names: |header| exactly(header, &["ghi chu", "danh gia", "nhan xet"]),
    accepted: &["Ghi chú", "GHI CHÚ", "Đánh giá", "Nhận xét"],
    refused: &["Ghi", "Tên đơn vị"],
};
