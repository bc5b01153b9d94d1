//! Mã đơn vị: the code a portal gives a unit.

use super::Field;
use super::FieldCard;
use super::exactly;

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::UnitCode,
    names: |header| exactly(header, &["ma don vi", "ma co quan", "ma dinh danh", "ma coquan", "departmentcode", "ma"]),
    accepted: &["Mã đơn vị", "MA_COQUAN", "Mã định danh", "departmentCode"],
    refused: &["Mã hồ sơ", "Tên đơn vị"],
};
