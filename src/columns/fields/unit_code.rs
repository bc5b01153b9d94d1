//! Mã đơn vị: the code a portal gives a unit.

use super::Field::UnitCode;
use super::word_card;

word_card!(UnitCode, Any, [
        "ma don vi", "ma co quan", "ma dinh danh", "ma coquan", "departmentcode", "ma", "ma dinh danh don vi",
        "ma co quan don vi",
    ],
    accepted: [
        ("Mã đơn vị", UnitCode), ("MA_COQUAN", UnitCode), ("Mã định danh", UnitCode), ("departmentCode", UnitCode),
    ],
    refused: ["Mã hồ sơ", "Tên đơn vị"]);
