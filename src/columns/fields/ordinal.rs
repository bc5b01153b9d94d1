//! STT: a running number. It is shown as understood and used for nothing: portals number wrongly.

use super::Field::Ordinal;
use super::word_card;

word_card!(Ordinal, Any, ["stt", "tt", "so tt", "so thu tu"],
    accepted: [("STT", Ordinal), ("TT", Ordinal), ("Số TT", Ordinal), ("Số thứ tự", Ordinal)],
    refused: ["Số", "Tên đơn vị"]);
