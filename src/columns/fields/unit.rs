//! Đơn vị: the name of the unit a row is about.

use super::Field;
use super::FieldCard;
use super::exactly;

/// Folded headers met in provincial and national exports.
const KEYS: [&str; 20] = [
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
    "don vi bao cao",
    "dia phuong",
    "ten dia phuong",
    "don vi dia phuong",
    "co quan don vi dia phuong",
    "ten",
    "departmentname",
    "ubnd cap huyen",
    "huyen thi xa thanh pho",
];

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::Unit,
    names: |header| exactly(header, &KEYS),
    accepted: &[
        "Tên đơn vị",
        "ĐƠN VỊ",
        "Cơ quan, đơn vị",
        "Cơ quan/đơn vị",
        "Địa phương",
        "departmentName",
        "Huyện, thị xã, thành phố",
    ],
    refused: &["Đơn vị tính", "Mã đơn vị", "Số đơn vị", "Chủ hồ sơ"],
};
