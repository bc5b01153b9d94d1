//! Xếp hạng: the rank an export gives. Shown as understood; ours is computed from the figures.

use super::Field::GivenRank;
use super::word_card;

word_card!(GivenRank, Any, ["xep hang", "hang", "thu hang", "xep thu"],
    accepted: [("Xếp hạng", GivenRank), ("Hạng", GivenRank), ("Thứ hạng", GivenRank)],
    refused: ["Xếp loại", "STT"]);
