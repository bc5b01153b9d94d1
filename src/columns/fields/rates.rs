//! Tỷ lệ: the rates a portal prints beside its counts. They are kept for the check against the counts, and are never
//! the percentage of the group.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::counts;
use super::words::narrows;
use super::words::parent_of;
use crate::columns::header::Header;

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("% Tiếp nhận có file", Field::ReceivedRate),
        ("Tỷ lệ số hóa TPHS", Field::ReceivedRate),
        ("Số hóa hồ sơ TTHC khi tiếp nhận / Tỷ lệ số hóa TPHS", Field::ReceivedRate),
        ("Tỷ lệ số hóa kết quả", Field::CompletedRate),
        ("Số hóa kết quả giải quyết / Tỷ lệ số hóa kết quả", Field::CompletedRate),
        ("% Hoàn thành có file", Field::CompletedRate),
        ("% Tiếp nhận & hoàn thành có file", Field::BothRate),
        ("% TN & HT có tệp", Field::BothRate),
        ("Tỷ lệ số hóa đầu vào", Field::ReceivedRate),
        ("Tỷ lệ số hóa hồ sơ đầu ra", Field::CompletedRate),
    ],
    refused: &[
        "Kết quả số hóa / Tỷ lệ (%)",
        "Tỷ lệ số hóa hồ sơ",
        "Tiếp nhận có file",
        "Tỷ lệ %",
        "Tỷ lệ chứng thực điện tử",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    if !header.says_percent() || narrows(parent_of(header)) {
        return None;
    }
    // What came of digitising, or the results that were digitised: only an officer can say.
    if ["ket qua so hoa", "ket qua so hoa ty le", "ket qua so hoa tl"].contains(&header.path.as_str()) {
        return None;
    }
    let key = header.key.as_str();
    let known = match key {
        "ty le so hoa ket qua giai quyet" | "ty le so hoa ket qua" => Some(Field::CompletedRate),
        "ty le so hoa tphs" | "ty le so hoa thanh phan ho so" => Some(Field::ReceivedRate),
        _ if header.has_words("dau vao") && header.has_words("so hoa") => Some(Field::ReceivedRate),
        _ if header.has_words("dau ra") && header.has_words("so hoa") => Some(Field::CompletedRate),
        _ => None,
    };
    let field = known.or_else(|| match counts::named(header)?.0 {
        Field::ReceivedDigitised => Some(Field::ReceivedRate),
        Field::CompletedEResult => Some(Field::CompletedRate),
        Field::Both => Some(Field::BothRate),
        _ => None,
    })?;
    Some((field, Match::Exact))
}
