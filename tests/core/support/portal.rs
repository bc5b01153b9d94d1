//! A portal's list of dossiers, written row by row. Each list is read twice, with the rows in question first and below
//! twenty-five ordinary ones, which another reader of rows sees first.

use serde_json::Value;

use super::lists::counts;
use super::lists::noticed;
use super::lists::read;

/// The headers of a portal's list.
pub(crate) const HEADER: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Lĩnh vực;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;\
    Ngày trả kết quả;Trạng thái;Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;Tái sử dụng dữ liệu";

/// A dossier of Bảo Yên: received, its papers digitised, completed with an electronic result, not reused.
pub(crate) fn dossier(number: u32) -> String {
    format!(
        "{number};H38.20-230410-{number:04};Chứng thực;Chứng thực;UBND huyện Bảo Yên;Nguyễn Văn An;10/04/2023;20/04/2023;\
         17/04/2023;Đã trả kết quả;Trực tuyến;3;3;Có;Không"
    )
}

/// The same with other cells, by their headers.
pub(crate) fn with(number: u32, cells: &[(&str, &str)]) -> String {
    let row = dossier(number);
    let mut row: Vec<&str> = row.split(';').collect();
    for (header, cell) in cells {
        let at = HEADER.split(';').position(|known| known == *header).expect("one of the headers");
        row[at] = cell;
    }
    row.join(";")
}

/// An ordinary row of another unit under the same headers: of each cell what stands in the list's first ordinary dossier.
pub(crate) fn ordinary(number: u32) -> String {
    dossier(number).replace("H38.20-", "H38.21-").replace("Bảo Yên", "Bảo Thắng")
}

/// A list of these rows, as it is and below ordinary ones.
pub(crate) fn both(rows: &[String]) -> [Value; 2] {
    let above: Vec<String> = (1..=25).map(|number| ordinary(number) + "\n").collect();
    ["", &above.concat()].map(|above| read(&[("a.csv", format!("{HEADER}\n{above}{}\n", rows.join("\n")))]))
}

/// What a list of these rows says of Bảo Yên, and what is noticed, wherever the rows stand.
#[track_caller]
pub(crate) fn case(rows: &[String], expected: &str, notices: &[&str]) {
    for (report, above) in both(rows).iter().zip(["", "below ordinary rows"]) {
        assert_eq!(counts(report, "bao-yen"), expected, "{above}");
        assert_eq!(noticed(report), notices, "{above}");
    }
}
