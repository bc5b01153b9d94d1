//! The sample behind the button: the appendix of the letter of June 2023, typing errors included.

/// Its name as results show it.
pub(super) const NAME: &str = "phu-luc-thang-6-2023.csv";

/// Its bytes, the same file that stands among the samples of the page.
pub(super) const BYTES: &[u8] = include_bytes!("../../www/samples/phu-luc-thang-6-2023.csv");
