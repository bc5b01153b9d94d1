//! The samples behind the buttons: the same files that stand among the samples of the page.

use super::Event;
use super::State;
use super::gathering::gathering;
use super::update::SAMPLE_ID;
use crate::analysis::Known;
use crate::units::Catalogue;
use crate::view::Action;
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

/// What brings up a table that nobody sees.
#[must_use]
pub const fn unseen_table() -> Event {
    Event::Acted(Action::SampleAsked { sample: Sample::Portal })
}

/// A list of so many dossiers, each so many times, for nobody to see: whatever reads one has run for a while then.
#[must_use]
pub fn unseen_list(dossiers: usize, times: usize) -> String {
    let header = "STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Trạng thái;\
        Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;Tái sử dụng dữ liệu\r\n";
    let units = Catalogue::laocai_2023();
    let rows = (1..=dossiers).zip(units.units().iter().cycle()).map(|(row, unit)| unseen_row(row, &unit.name));
    header.to_owned() + &rows.collect::<String>().repeat(times)
}

fn unseen_row(row: usize, unit: &str) -> String {
    let (day, month) = (row % 28 + 1, row % 12 + 1);
    let procedure = ["Chứng thực bản sao từ bản chính", "\"Đăng ký đất đai;\r\ntài sản gắn liền với đất\""][row % 2];
    let state = ["Đã trả kết quả", "Đang xử lý", "Đã xử lý xong"][row % 3];
    let ended = if state.starts_with("Đã") { format!("{day:02}/{month:02}/2023 15:40") } else { String::new() };
    let channel = ["Trực tuyến", "Trực tiếp"][row % 2];
    let (said, papers) = (["Có", "Không"][row / 2 % 2], row % 5);
    format!(
        "{row};000.00.{:02}.H38-23{month:02}{day:02}-{row:07};{procedure};{unit};{day:02}/{month:02}/2023 08:31;\
         {day:02}/12/2023;{ended};{state};{channel};{};{papers};{said};{said}\r\n",
        row % 29 + 10,
        papers + 1,
    )
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
