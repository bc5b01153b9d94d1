//! STT: a running number. It is shown as understood and used for nothing: portals number wrongly.

use super::Field;
use super::FieldCard;
use super::exactly;

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::Ordinal,
    names: |header| exactly(header, &["stt", "tt", "so tt", "so thu tu"]),
    accepted: &["STT", "TT", "Số TT", "Số thứ tự"],
    refused: &["Số", "Tên đơn vị"],
};
