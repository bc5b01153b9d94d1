//! What parts the rows of one unit in a table of units: the field of law, the procedure. Their counts add up to the unit's.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::exactly;
use super::words::PROCEDURE;
use crate::columns::header::Header;

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("Lĩnh vực", Field::Sector),
        ("Tên lĩnh vực", Field::Sector),
        ("Thủ tục hành chính", Field::Procedure),
        ("Tên TTHC", Field::Procedure),
    ],
    refused: &["Số thủ tục hành chính", "Mức độ", "Ghi chú"],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    const SECTORS: [&str; 4] = ["linh vuc", "ten linh vuc", "linh vuc tthc", "linh vuc giai quyet"];
    exactly(header, Field::Sector, &SECTORS).or_else(|| exactly(header, Field::Procedure, &PROCEDURE))
}
