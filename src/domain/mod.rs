//! The words every room shares: exact numbers, days and periods, places in a file, groups of units.
//! Nothing enters but plain values, and nothing here knows a file, a catalogue or a page.
//!
//! | tiếng Việt | here |
//! |---|---|
//! | đơn vị | *unit*: an office that is ranked |
//! | nhóm đơn vị (sở ngành, cấp huyện, cấp xã) | [`Group`] |
//! | hồ sơ | *dossier*: one case of a citizen or firm |
//! | tỷ lệ % | [`Percent`] |
//! | điểm (trên 22) | *points*: the group “Số hóa hồ sơ” counts 22 of the 100 points of Decision 766 |
//! | bản sao chứng thực điện tử | *certified copies*: electronically certified copies of an original |
//! | kỳ báo cáo | [`Period`] |
//! | ghi chú | *note*: the words “Thấp” and “Quá thấp” beside a figure |

mod binary;
mod checksum;
mod component;
mod day;
mod decimal;
mod group;
mod map;
mod measure;
mod percent;
mod place;
mod ratio;
mod set;
mod sorting;

pub use binary::Digits;
pub(crate) use checksum::Checksum;
pub use component::Aspect;
pub use component::Component;
pub use day::Day;
pub use day::Period;
pub use decimal::Decimal;
pub use group::Group;
pub use map::Map;
pub use measure::Measure;
pub use percent::Percent;
pub use place::Place;
pub use ratio::Ratio;
pub use set::Set;
pub use sorting::sort;
pub use sorting::sort_by;
pub use sorting::sort_by_key;
