//! Why rows of cells are no table of units, in a sentence.

use thiserror::Error;

/// A file that was read, but holds no table this tool can rank.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TableError {
    /// No row names a column of a table.
    #[error(
        "Đã đọc {rows} dòng đầu mà không thấy dòng tiêu đề nào có cột tên đơn vị và cột số liệu (tỷ lệ số hóa hồ sơ, chứng thực điện tử). Hãy kiểm tra đã chọn đúng tệp chưa; nếu đúng, thêm dòng tiêu đề như «Tên đơn vị», «Tỷ lệ % tổng chung nhóm số hóa hồ sơ»."
    )]
    NoHeader {
        /// Rows looked at.
        rows: usize,
    },
    /// Dossiers above which no row names their columns.
    #[error(
        "Dòng {row} đã là một hồ sơ (có mã hồ sơ), mà phía trên không có dòng tiêu đề nào nhận ra được, nên không biết cột nào là đơn vị, ngày hay trạng thái: chưa đọc hồ sơ nào của tệp. Hãy đặt dòng tiêu đề như «Mã hồ sơ», «Đơn vị», «Ngày tiếp nhận», «Trạng thái» lên trên hồ sơ đầu tiên (tệp là phần tiếp theo thì chép tiêu đề của phần trước) rồi chọn lại tệp."
    )]
    DossiersWithoutHeader {
        /// The first row that is a dossier.
        row: u32,
    },
    /// Letters with marks that became question marks.
    #[error(
        "Chữ có dấu trong tệp đã mất, chỉ còn dấu «?» (dòng {row}: «{found}»), nên không nhận ra tiêu đề cột; chữ đã mất không khôi phục được từ tệp này. Hãy xuất lại từ hệ thống nguồn, hoặc mở tệp gốc bằng Excel rồi lưu kiểu «CSV UTF-8» hay .xlsx, và chọn tệp mới."
    )]
    LettersLost {
        /// The first row that shows it.
        row: u32,
        /// What stands there.
        found: String,
    },
    /// Figures without the units they belong to.
    #[error(
        "Dòng tiêu đề {row} không có cột tên đơn vị (chỉ thấy: {headers}), nên không biết số liệu của đơn vị nào. Hãy đổi tiêu đề cột chứa tên đơn vị thành «Tên đơn vị» rồi chọn lại tệp."
    )]
    NoUnitColumn {
        /// The header row.
        row: u32,
        /// Its headers.
        headers: String,
    },
    /// A table with a column for each unit.
    #[error(
        "Dòng {row} ghi tên các đơn vị cạnh nhau: bảng dành cho mỗi đơn vị một cột, còn ở đây cần mỗi đơn vị một dòng. Hãy đổi hàng thành cột (Excel: sao chép bảng, «Dán đặc biệt», chọn «Hoán vị» hay «Transpose»), lưu lại rồi chọn tệp mới."
    )]
    UnitsAcross {
        /// The row that names them.
        row: u32,
    },
    /// Two lists of dossiers with a blank column between them.
    #[error(
        "Dòng tiêu đề {row} là của hai danh sách hồ sơ nằm cạnh nhau, mã hồ sơ ở {left} và ở {right}: đọc chung một dòng thì ngày và kết quả của hồ sơ này thành của hồ sơ kia, nên chưa đọc danh sách nào. Hãy lưu mỗi danh sách thành một tệp riêng rồi chọn cả hai tệp."
    )]
    ListsBeside {
        /// The header row.
        row: u32,
        /// The column of codes of the first.
        left: String,
        /// That of the second.
        right: String,
    },
    /// Units without figures.
    #[error(
        "Dòng tiêu đề {row} không có cột số liệu nào dùng được (chỉ thấy: {headers}). Cần cột «Tỷ lệ % tổng chung nhóm số hóa hồ sơ» hoặc «Kết quả chứng thực điện tử…». Hãy xuất lại đúng báo cáo hoặc sửa tiêu đề cột rồi chọn lại tệp."
    )]
    NoFigureColumn {
        /// The header row.
        row: u32,
        /// Its headers.
        headers: String,
    },
    /// A header and nothing below it.
    #[error(
        "Có dòng tiêu đề (dòng {row}) nhưng bên dưới không có dòng số liệu nào. Hãy kiểm tra kỳ báo cáo đã chọn ở hệ thống nguồn rồi xuất lại."
    )]
    NoRows {
        /// The header row.
        row: u32,
    },
    /// More rows than any list of units has.
    #[error(
        "Bảng có hơn {limit} dòng đơn vị, nhiều hơn số đơn vị của cả nước: đây không phải bảng tổng hợp theo đơn vị. Hãy xuất báo cáo tổng hợp theo đơn vị rồi chọn lại."
    )]
    TooManyRows {
        /// Rows that are read.
        limit: usize,
    },
}
