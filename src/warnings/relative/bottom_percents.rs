//! # What it says
//! “Thấp”: the unit is among the lowest of its group.
//! # Why it matters
//! Some offices always name the last few, however well all do.
//! # When it fires
//! Fewer than so many units lie below it; all that tie with the last of them are flagged. Exact values decide.
//! # Example
//! The three lowest of nine districts: “Thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! the lowest three of nine are its notes.

use super::RelativeCard;
use super::above_the_lowest;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "bottom-percents",
        word: "Thấp",
        measure: "thứ tự từ dưới lên theo tỷ lệ % tổng chung nhóm Số hóa hồ sơ",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 3 đơn vị đúng bằng số đơn vị «Thấp» trong phụ lục",
        },
    },
    of: Measure::Percent,
    words: "{} đơn vị có tỷ lệ thấp nhất nhóm (bằng nhau thì cùng bị đánh dấu)",
    suggested: "3",
    range: (1, 1000),
    by_place: true,
    limit: |places, facts| {
        let limit = above_the_lowest(&facts.percents, places)?;
        Ok(Ratio::from(limit.value()))
    },
};
