//! # What it says
//! “Quá thấp”: the unit is among those of its group with the fewest certified copies.
//! # Why it matters
//! Some offices always name the last few.
//! # When it fires
//! Fewer than so many units lie below it; all that tie with the last of them are flagged.
//! # Example
//! The four lowest of nine districts: “Quá thấp”.
//! # Source
//! No office is known to use it. Of the letter of the office of the Lào Cai People's Committee of June 2023,
//! the lowest four of nine are its notes.

use super::RelativeCard;
use super::above_the_lowest;
use crate::domain::Measure;
use crate::domain::Ratio;
use crate::warnings::LimitSource;
use crate::warnings::WarningCard;

pub(super) static CARD: RelativeCard = RelativeCard {
    card: WarningCard {
        code: "bottom-copies",
        word: "Quá thấp",
        measure: "thứ tự từ dưới lên theo số hồ sơ chứng thực điện tử bản sao từ bản chính",
        source: LimitSource {
            since: "01/6/2023",
            text: "Luật tương đối của công cụ, thử trên phụ lục công văn tháng 6/2023 của Văn phòng UBND tỉnh Lào Cai; mức 4 đơn vị đúng bằng số đơn vị «Quá thấp» trong phụ lục",
        },
    },
    of: Measure::Count,
    words: "{} đơn vị có số chứng thực thấp nhất nhóm (bằng nhau thì cùng bị đánh dấu)",
    suggested: "4",
    range: (1, 1000),
    by_place: true,
    limit: |places, facts| {
        let limit = above_the_lowest(&facts.copies, places)?;
        Ok(Ratio::whole(i128::from(limit)))
    },
};
