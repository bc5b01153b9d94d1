//! The samples behind the buttons: the same files that stand among the samples of the page.

use super::State;
use super::gathering::gathering;
use super::update::SAMPLE_ID;
use crate::analysis::Known;
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

/// Gathers a sample in place of what was there.
pub(super) fn gather(state: &mut State, sample: Sample) {
    let (name, bytes) = file(sample);
    let once = |known: Option<&Known>| {
        let mut gathering = gathering(state, name, known);
        // What goes wrong is told at the end.
        let _ = gathering.feed(bytes);
        gathering.outcome()
    };
    let mut outcome = once(None);
    let known = Known::of(&outcome);
    if let Some(known) = known.as_ref().filter(|known| known.needs_reading_again(&outcome, &state.settings.answers)) {
        outcome = once(Some(known));
    }
    state.known.extend(known.map(|known| (SAMPLE_ID, known)));
    state.options.sample = Some(sample);
    state.files = vec![(SAMPLE_ID, outcome)];
}
