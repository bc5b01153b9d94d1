//! The samples behind the buttons: the same files that stand among the samples of the page.

use crate::view::Sample;

/// A file that ships: its name as results show it, and its bytes.
type File = (&'static str, &'static [u8]);

/// The file of the present period.
pub(super) const fn file(sample: Sample) -> File {
    match sample {
        Sample::Letter | Sample::Months => {
            ("phu-luc-thang-6-2023.csv", include_bytes!("../../www/samples/phu-luc-thang-6-2023.csv"))
        }
        Sample::Portal => {
            ("so-hoa-quy-2-2023-minh-hoa.csv", include_bytes!("../../www/samples/so-hoa-quy-2-2023-minh-hoa.csv"))
        }
    }
}

/// The files of earlier periods, the earliest first; their figures are invented.
pub(super) const fn earlier(sample: Sample) -> &'static [File] {
    match sample {
        Sample::Months => &[
            (
                "phu-luc-thang-4-2023-minh-hoa.csv",
                include_bytes!("../../www/samples/phu-luc-thang-4-2023-minh-hoa.csv"),
            ),
            (
                "phu-luc-thang-5-2023-minh-hoa.csv",
                include_bytes!("../../www/samples/phu-luc-thang-5-2023-minh-hoa.csv"),
            ),
        ],
        Sample::Letter | Sample::Portal => &[],
    }
}
