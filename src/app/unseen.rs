//! What runs before anybody needs it and nobody sees: a browser translates what reads and shows a file when it first runs, and
//! better once it has run for a while.

use super::Event;
use crate::units::Catalogue;
use crate::view::Action;
use crate::view::Sample;

/// What brings up a table that nobody sees.
#[must_use]
pub const fn unseen_table() -> Event {
    Event::Acted(Action::SampleAsked { sample: Sample::Portal })
}

/// A list of so many dossiers, for nobody to see.
#[must_use]
pub fn unseen_list(dossiers: usize) -> String {
    let header = "STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Ngày tiếp nhận;Ngày hẹn trả;Ngày trả kết quả;Trạng thái;\
        Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;Tái sử dụng dữ liệu\r\n";
    let units = Catalogue::laocai_2023();
    let rows = (1..=dossiers).zip(units.units().iter().cycle()).map(|(row, unit)| unseen_row(row, &unit.name));
    header.to_owned() + &rows.collect::<String>()
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
