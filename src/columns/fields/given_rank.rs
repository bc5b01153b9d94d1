//! Xếp hạng: the rank an export gives. Shown as understood; ours is computed from the figures.

use super::Field;
use super::FieldCard;
use super::exactly;

pub(super) const CARD: FieldCard = FieldCard {
    field: Field::GivenRank,
    names: |header| exactly(header, &["xep hang", "hang", "thu hang", "xep thu"]),
    accepted: &["Xếp hạng", "Hạng", "Thứ hạng"],
    refused: &["Xếp loại", "STT"],
};
