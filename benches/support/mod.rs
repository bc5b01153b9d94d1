//! Exports as a portal makes them, of any size, the same each time: the numbers come from a seed.

use std::io::Write;

/// The header of a dossier list.
const HEADER: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Lĩnh vực;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;\
    Ngày trả kết quả;Trạng thái;Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;\
    Tái sử dụng dữ liệu\r\n";

const UNITS: [&str; 12] = [
    "UBND huyện Bảo Yên",
    "UBND huyện Bảo Thắng",
    "UBND thành phố Lào Cai",
    "UBND thị xã Sa Pa",
    "UBND huyện Si Ma Cai",
    "UBND huyện Bát Xát",
    "UBND huyện Mường Khương",
    "UBND huyện Văn Bàn",
    "UBND huyện Bắc Hà",
    "Sở Tư pháp",
    "Sở Tài nguyên và Môi trường",
    "Sở Giao thông vận tải - Xây dựng",
];

/// Procedures with their fields; some need quotes, some have a line break within.
const PROCEDURES: [(&str, &str); 8] = [
    ("Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan có thẩm quyền cấp", "Chứng thực"),
    ("\"Đăng ký biến động quyền sử dụng đất; tài sản gắn liền với đất\"", "Đất đai"),
    ("Đăng ký khai sinh có yếu tố nước ngoài", "Hộ tịch"),
    ("Cấp giấy phép xây dựng nhà ở riêng lẻ", "Hoạt động xây dựng"),
    ("\"Cấp bản sao trích lục hộ tịch\r\n(bản sao Giấy khai sinh, Giấy chứng nhận kết hôn)\"", "Hộ tịch"),
    ("Đăng ký thành lập hộ kinh doanh", "Thành lập và hoạt động của hộ kinh doanh"),
    ("Xác nhận tình trạng hôn nhân", "Hộ tịch"),
    ("Trợ cấp xã hội hằng tháng khi thay đổi nơi cư trú", "Bảo trợ xã hội"),
];

const PERSONS: [&str; 6] =
    ["Nguyễn Văn An", "Giàng A Páo", "Lý Thị Mẩy", "\"Công ty TNHH \"\"Sao Đỏ\"\"\"", "Trần Thị Hồng", "Vàng Seo Dìn"];

const STATES: [&str; 6] =
    ["Đã trả kết quả", "Đã trả kết quả", "Đã xử lý xong", "Đang xử lý", "Yêu cầu bổ sung giấy tờ", "Đã rút hồ sơ"];

/// Numbers that look random and are the same each time (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn of<'list, T>(&mut self, list: &'list [T]) -> &'list T {
        let length = list.len() as u64;
        &list[usize::try_from(self.below(length)).unwrap_or_default()]
    }
}

/// Writes a dossier list of about so many bytes: some 250 a row, a quarter with quotes, line breaks within cells, one
/// dossier in a hundred a second time. Says how many rows it wrote.
pub(crate) fn dossiers(bytes: usize, out: &mut dyn Write) -> std::io::Result<usize> {
    let mut numbers = Numbers(0x0766);
    out.write_all(HEADER.as_bytes())?;
    let (mut written, mut rows, mut row) = (HEADER.len(), 0, Vec::new());
    let mut last = (0, 1, 1);
    while written < bytes {
        rows += 1;
        let (unit, month, day) = if rows % 100 == 0 {
            last
        } else {
            (numbers.below(UNITS.len() as u64), numbers.below(12) + 1, numbers.below(28) + 1)
        };
        last = (unit, month, day);
        let counter = if rows % 100 == 0 { rows - 1 } else { rows };
        let (procedure, field) = numbers.of(&PROCEDURES);
        let state = *numbers.of(&STATES);
        let ended =
            if state.starts_with("Đã") { format!("{:02}/{month:02}/2023 15:40", day.max(2)) } else { String::new() };
        let papers = numbers.below(5) + 1;
        let digitised = numbers.below(papers + 1);
        let (yes_or_no, channel) = (["Có", "Không"], ["Trực tuyến", "Trực tiếp", "Bưu chính công ích"]);
        row.clear();
        write!(
            row,
            "{rows};000.00.{:02}.H38-23{month:02}{day:02}-{counter:07};{procedure};{field};{};{};{day:02}/{month:02}/2023 \
             08:{:02};{day:02}/{:02}/2023;{ended};{state};{};{papers};{digitised};{};{}\r\n",
            unit + 10,
            UNITS[usize::try_from(unit).unwrap_or_default()],
            numbers.of(&PERSONS),
            numbers.below(60),
            month % 12 + 1,
            numbers.of(&channel),
            numbers.of(&yes_or_no),
            numbers.of(&yes_or_no),
        )?;
        out.write_all(&row)?;
        written += row.len();
    }
    Ok(rows)
}
