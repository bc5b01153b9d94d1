//! What relative rules look at, what they make of it, and why they sometimes cannot.

use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Ratio;
use crate::domain::sort;

/// What the rules look at: the figures of one group and of the province.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The percentages of the units ranked.
    pub percents: Vec<Percent>,
    /// Their counts of certified copies.
    pub copies: Vec<u64>,
    /// The provincial percentage: never the mean of the units.
    pub province: Option<Percent>,
    /// How many days the copies were counted over.
    pub days: Option<u32>,
}

/// Vì sao chưa áp dụng được: why a rule has no limit here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    /// No file and no setting gives the provincial percentage.
    NoProvince,
    /// No unit of the group has such a figure.
    NoFigures,
    /// The group has no more units than the rule would flag.
    TooFewUnits,
    /// No period says over how many days the copies were counted.
    NoPeriod,
    /// The numbers are too large.
    TooLarge,
}

impl Unsaid {
    /// The reason as a sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NoProvince => {
                "Chưa có tỷ lệ toàn tỉnh: chọn thêm tệp có dòng toàn tỉnh hoặc nhập số này ở mục «Bộ ngưỡng»."
            }
            Self::NoFigures => "Nhóm này chưa có số liệu để so.",
            Self::TooFewUnits => {
                "Nhóm có số đơn vị không nhiều hơn số đơn vị luật này đánh dấu, nên luật không có ý nghĩa."
            }
            Self::NoPeriod => {
                "Chưa biết kỳ tính chứng thực điện tử, nên chưa quy ra 30 ngày được: ghi kỳ trong tiêu đề cột hoặc trong tệp."
            }
            Self::TooLarge => "Số quá lớn, không tính chính xác được; kiểm tra lại số liệu của nhóm.",
        }
    }
}

/// The mean of numbers; unknown without any.
pub(super) fn mean(sum: Option<Ratio>, count: usize) -> Result<Ratio, Unsaid> {
    if count == 0 {
        return Err(Unsaid::NoFigures);
    }
    let count = i128::try_from(count).unwrap_or(i128::MAX);
    sum.and_then(|sum| sum.divided_by(Ratio::whole(count))).ok_or(Unsaid::TooLarge)
}

/// The first value above the `places` lowest ones, ties among them included.
pub(super) fn above_the_lowest<T: Ord + Copy>(values: &[T], places: Ratio) -> Result<T, Unsaid> {
    let places = places.whole_ceiling().and_then(|places| usize::try_from(places).ok()).unwrap_or(usize::MAX);
    let mut sorted = values.to_vec();
    sort(&mut sorted);
    let last = *sorted.get(places.saturating_sub(1)).ok_or(Unsaid::TooFewUnits)?;
    if places == 0 {
        return sorted.first().copied().ok_or(Unsaid::NoFigures);
    }
    sorted.into_iter().find(|value| *value > last).ok_or(Unsaid::TooFewUnits)
}

/// The last of the `places` lowest among the others: above it, a unit with this value is no longer of the lowest.
pub(super) fn to_leave<T: Ord + Copy>(values: &[T], own: T, places: Decimal) -> Option<T> {
    let mut others = values.to_vec();
    others.remove(values.iter().position(|value| *value == own)?);
    sort(&mut others);
    others.get(usize::try_from(places.as_count()?.checked_sub(1)?).ok()?).copied()
}
