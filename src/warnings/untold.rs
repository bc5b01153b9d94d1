//! Why a number of dossiers that a unit lacks cannot be named.

use crate::domain::Component;
use crate::domain::Decimal;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;

/// Vì sao không nói được: why a number of dossiers cannot be named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untold {
    /// Files give percentages or points alone.
    NoCounts {
        /// The components whose numerator or denominator is missing.
        of: Vec<Component>,
    },
    /// All that are left are not enough.
    NotEnough {
        /// How many dossiers are left.
        left: u64,
        /// The points they would bring together, rounded down to a thousandth.
        bring: Decimal,
    },
    /// Of one component too few are left: the rest can be mended in the other alone.
    Parted {
        /// Dossiers to be mended in both.
        both: u64,
        /// The component of which more are left.
        of: Component,
        /// Further dossiers to be mended in that one.
        more: u64,
    },
    /// The limit is the whole: no number of further dossiers makes a share of them reach it.
    Whole,
    /// The formula in use adds no points up.
    Formula,
    /// Numbers too large to be counted exactly.
    TooLarge,
}

impl Untold {
    /// The reason as a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NoCounts { of } => {
                let letters: Vec<String> = of.iter().map(|component| component.letter().to_string()).collect();
                format!(
                    "Tệp chỉ cho tỷ lệ hoặc điểm, không cho tử số và mẫu số của thành phần {}, nên không nói được số hồ sơ: chọn thêm tệp có số hồ sơ.",
                    letters.join(", ")
                )
            }
            Self::NotEnough { left, bring } => format!(
                "Làm nốt {} hồ sơ còn lại cũng chỉ thêm {} điểm, chưa đủ: phải cải thiện cả thành phần khác.",
                print_count(*left),
                print_decimal(*bring)
            ),
            Self::Parted { both, of, more } => format!(
                "Nếu sửa ở cả A và B: chỉ {} hồ sơ còn thiếu cả hai, phải sửa thêm {} hồ sơ chỉ ở {}.",
                print_count(*both),
                print_count(*more),
                of.letter()
            ),
            Self::Whole => {
                "Mức phải đạt là 100 %: chỉ thêm hồ sơ mới thì không bao giờ đủ, phải làm nốt hồ sơ cũ.".to_owned()
            }
            Self::Formula => {
                "Công thức đang dùng không cộng điểm, nên không quy ra số hồ sơ theo điểm được.".to_owned()
            }
            Self::TooLarge => "Số quá lớn, không tính chính xác được; kiểm tra lại số liệu.".to_owned(),
        }
    }
}
