//! The samples behind the buttons: the same files that stand among the samples of the page.

use crate::view::Sample;

/// A sample's name as results show it, and its bytes.
pub(super) const fn file(sample: Sample) -> (&'static str, &'static [u8]) {
    match sample {
        Sample::Letter => ("phu-luc-thang-6-2023.csv", include_bytes!("../../www/samples/phu-luc-thang-6-2023.csv")),
        Sample::Portal => {
            ("so-hoa-quy-2-2023-minh-hoa.csv", include_bytes!("../../www/samples/so-hoa-quy-2-2023-minh-hoa.csv"))
        }
    }
}
