//! Kết quả chứng thực điện tử bản sao từ bản chính: how many dossiers of electronically certified copies were completed.

use super::Field;
use super::FieldCard;
use super::Match;
use crate::columns::header::Header;

/// How folded headers of the count begin.
const STARTS: [&str; 11] = [
    "ket qua chung thuc dien tu",
    "ket qua chung thuc ban sao dien tu",
    "ket qua chung thuc",
    "chung thuc dien tu",
    "chung thuc ban sao dien tu",
    "chung thuc ban sao",
    "so luong chung thuc",
    "so ho so chung thuc",
    "so chung thuc dien tu",
    "so ban sao chung thuc dien tu",
    "ct dien tu",
];

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::CertifiedCopies,
    names,
    accepted: &[
        "Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)",
        "Chứng thực điện tử",
        "Số lượng chứng thực bản sao điện tử",
        "CT điện tử",
        "KẾT QUẢ CHỨNG THỰC ĐIỆN TỬ BẢN SAO TỪ BẢN CHÍNH",
    ],
    refused: &["Tỷ lệ chứng thực điện tử", "Chứng thực điện tử (%)", "Kết quả điện tử", "Chứng thực chữ ký"],
};

fn names(header: &Header) -> Option<Match> {
    let begins = STARTS.iter().any(|start| header.key.starts_with(start));
    (begins && !header.says_percent()).then_some(Match::Strong)
}
