//! Why a file gives no table at all, each in a sentence: what was seen, what it means, what to do.

use thiserror::Error;

/// A file that cannot be read as a table of text. What is wrong with single cells is a notice, not an error.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IntakeError {
    /// Nothing in it.
    #[error("Tệp rỗng, không có dòng nào. Hãy xuất lại tệp từ hệ thống nguồn rồi chọn lại.")]
    Empty,
    /// Only NUL bytes at its start.
    #[error(
        "Tệp chỉ chứa byte 0, không có chữ nào: thường do ổ đĩa hoặc việc tải tệp bị lỗi. Hãy xuất hoặc chép lại tệp."
    )]
    Nuls,
    /// A format with a name, which is not text.
    #[error("Tệp là {format}, không phải bảng tính Excel, ODS hay tệp CSV. {remedy}")]
    OtherFormat {
        /// The format's name.
        format: &'static str,
        /// What to do with it.
        remedy: &'static str,
    },
    /// Bytes that are not text of any encoding.
    #[error(
        "Tệp không phải văn bản: byte thứ {offset} không thể có trong tệp CSV. Hãy chọn tệp xuất kiểu CSV, hoặc mở bằng Excel và lưu kiểu «CSV UTF-8»."
    )]
    Binary {
        /// Where the first such byte stands, counted from 1.
        offset: u64,
    },
    /// Text of an encoding this version does not read.
    #[error(
        "Chữ trong tệp không theo bảng mã Unicode (byte thứ {offset}, khoảng dòng {line}). Hãy mở tệp bằng Excel, chọn «Lưu dưới dạng» kiểu «CSV UTF-8 (phân tách bằng dấu phẩy)», rồi chọn lại."
    )]
    NotUnicode {
        /// Where the first byte stands that is not UTF-8, counted from 1.
        offset: u64,
        /// The line it stands in, counted from 1.
        line: u32,
    },
    /// A web page without a table.
    #[error(
        "Tệp là trang web (HTML) không có bảng nào, thường do hệ thống nguồn trả về trang báo lỗi hoặc trang đăng nhập. Hãy mở tệp bằng trình duyệt để xem, rồi xuất lại."
    )]
    NoTable,
    /// A web page of frames, whose tables stand in other files.
    #[error(
        "Tệp chỉ là khung của trang web nhiều trang (kiểu «Web Page» của Excel), bảng số liệu nằm ở tệp khác bên cạnh nó: {pages}. Hãy chọn tệp đó trong thư mục cùng tên, hoặc mở tệp này bằng Excel và lưu kiểu «Excel Workbook (.xlsx)»."
    )]
    Frames {
        /// The files, quoted.
        pages: String,
    },
    /// What Office leaves beside a document while it is open.
    #[error(
        "Đây là tệp khóa tạm (tên bắt đầu bằng «~$») mà Excel tạo ra khi bảng tính đang mở, không có số liệu bên trong. Hãy lưu và đóng bảng tính, rồi chọn tệp gốc, tên không có «~$»."
    )]
    OfficeLock,
    /// A table of a web page whose rows have fewer cells than its header.
    #[error(
        "Tiêu đề của bảng rộng {header} cột mà các dòng chỉ có {cells} ô: LibreOffice bỏ ô của các cột bị ẩn khi lưu trang web, nên không biết ô nào thuộc cột nào. Hãy mở bảng tính gốc, bỏ ẩn mọi cột, lưu kiểu .xlsx hoặc lưu lại, rồi chọn tệp mới."
    )]
    ColumnsLeftOut {
        /// The columns of the header.
        header: u32,
        /// The cells of a row.
        cells: u32,
    },
    /// A web archive without a web page that can be read.
    #[error(
        "Tệp là trang web lưu thành một tệp (MHTML) nhưng không có trang nào đọc được trong đó. Hãy mở tệp bằng Excel, chọn «Lưu dưới dạng» kiểu «Excel Workbook (.xlsx)», rồi chọn tệp mới."
    )]
    NoPage,
    /// An archive that is no workbook.
    #[error(
        "Tệp là tệp nén (.zip), bên trong có {holds}; bảng số liệu trong tệp nén không được đọc. Hãy giải nén rồi chọn bảng tính hoặc tệp CSV trong đó."
    )]
    Zipped {
        /// What is in it, in words.
        holds: String,
    },
    /// The sheet an officer asked for is not there.
    #[error(
        "Tệp không có trang tính «{wanted}» đã chọn; các trang tính trong tệp là: {sheets}. Hãy chọn lại trang tính, hoặc bỏ lựa chọn này."
    )]
    NoSuchSheet {
        /// The name that was asked for.
        wanted: String,
        /// The names of all sheets, quoted.
        sheets: String,
    },
    /// A workbook behind a password.
    #[error(
        "Bảng tính có mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ), lưu lại rồi chọn lại tệp."
    )]
    Password,
    /// A workbook whose parts cannot be read.
    #[error(
        "Bảng tính (Excel hoặc ODS) bị hỏng hoặc bị cắt cụt, không đọc được. Hãy mở thử bằng Excel và lưu lại, hoặc xuất lại tệp từ hệ thống nguồn."
    )]
    WorkbookDamaged,
    /// A sheet with more cells than any table of units.
    #[error(
        "Một trang tính có hơn {limit} ô, nhiều hơn một bảng tổng hợp có thể có. Hãy lưu riêng bảng cần dùng thành tệp CSV UTF-8 rồi chọn tệp đó."
    )]
    SheetTooLarge {
        /// Cells that are read.
        limit: usize,
    },
    /// A workbook that would fill the memory.
    #[error(
        "Bảng tính quá lớn (hơn {megabytes} MB khi mở ra). Hãy lưu riêng trang tính cần dùng thành tệp CSV UTF-8 rồi chọn tệp đó."
    )]
    WorkbookTooLarge {
        /// What it unfolds to.
        megabytes: u64,
    },
    /// A file that would fill the memory.
    #[error(
        "Tệp lớn hơn {limit} MB, nhiều hơn mức đọc được của kiểu tệp này. Hãy lưu riêng trang tính cần dùng thành tệp CSV UTF-8 rồi chọn tệp đó."
    )]
    FileTooLarge {
        /// Megabytes that are read.
        limit: u64,
    },
    /// One row that never ends.
    #[error(
        "Dòng {row} dài hơn {limit} MB: tệp không được chia dòng, hoặc có dấu nháy kép không đóng. Hãy kiểm tra dòng này hoặc xuất lại tệp."
    )]
    RowTooLong {
        /// The row, counted from 1.
        row: u32,
        /// The longest row that is read, in megabytes.
        limit: usize,
    },
    /// JSON that ends before its last bracket.
    #[error(
        "Tệp JSON bị cắt cụt: hết tệp ở dòng {line} khi dữ liệu chưa đóng ngoặc, nên không biết còn thiếu đơn vị nào. Hãy sao chép hoặc tải lại toàn bộ nội dung rồi chọn lại."
    )]
    JsonCut {
        /// The line it ends in, counted from 1.
        line: usize,
    },
    /// JSON that breaks its own rules.
    #[error(
        "Tệp JSON sai cú pháp ở dòng {line}, ký tự thứ {column}, nên không đọc được số liệu nào. Hãy sao chép hoặc tải lại toàn bộ nội dung từ cổng, không sửa tay, rồi chọn lại."
    )]
    JsonDamaged {
        /// The line, counted from 1.
        line: usize,
        /// The character of the line, counted from 1.
        column: usize,
    },
    /// JSON with values within values beyond any table.
    #[error(
        "Tệp JSON lồng nhau quá {limit} tầng, không phải bảng số liệu. Hãy lấy đúng phần trả lời có danh sách đơn vị rồi chọn lại."
    )]
    JsonTooDeep {
        /// Levels that are followed.
        limit: usize,
    },
    /// JSON without a list of objects.
    #[error(
        "Tệp JSON không có danh sách đơn vị hay hồ sơ nào bên trong, thường do cổng trả về thông báo lỗi hoặc phiên đăng nhập đã hết. Hãy mở tệp để xem, rồi lấy lại dữ liệu."
    )]
    JsonNoTable,
    /// Limits or settings that this tool saved.
    #[error(
        "Đây là tệp bộ ngưỡng, thiết lập mà công cụ này lưu ra, không phải số liệu. Hãy nạp nó ở nút «Nạp bộ ngưỡng…» của trang (hoặc bằng --settings), còn ở đây chọn tệp số liệu."
    )]
    OwnSettings,
    /// A report that this tool printed.
    #[error(
        "Đây là báo cáo JSON mà công cụ này in ra, không phải tệp xuất: thêm nó vào thì số liệu bị tính hai lần. Hãy chọn tệp xuất của kỳ này; báo cáo JSON chỉ dùng làm kỳ trước để so sánh."
    )]
    OwnReport,
}
