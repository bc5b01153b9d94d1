//! The closed list of what can be noticed in the data: for each its stable word, its severity, and the sentence that
//! says what was seen, what it means for the result, and what to do.

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// A figure is missing from the result because of it.
    Error,
    /// The result stands, but an officer should look.
    Warning,
    /// Worth knowing; nothing to do.
    Info,
}

impl Severity {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }

    /// The word an officer reads.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Error => "Lỗi",
            Self::Warning => "Cần xem lại",
            Self::Info => "Để biết",
        }
    }
}

/// Declares the codes: variant, stable word, severity, what was seen, what it means for the result, what to do.
macro_rules! notice_codes {
    ($($(#[$doc:meta])* $variant:ident, $code:literal, $severity:ident, $seen:literal, $effect:literal, $remedy:literal;)*) => {
        /// What kind of thing was noticed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum NoticeCode { $($(#[$doc])* $variant,)* }

        impl NoticeCode {
            /// All codes, in the order of this list.
            pub const ALL: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// The stable word: the same in scripts, pages and case folders.
            #[must_use]
            pub const fn code(self) -> &'static str { match self { $(Self::$variant => $code,)* } }

            /// How much it matters.
            #[must_use]
            pub const fn severity(self) -> Severity { match self { $(Self::$variant => Severity::$severity,)* } }

            /// What was seen.
            #[must_use]
            pub const fn seen(self) -> &'static str { match self { $(Self::$variant => $seen,)* } }

            /// What it means for the result.
            #[must_use]
            pub const fn effect(self) -> &'static str { match self { $(Self::$variant => $effect,)* } }

            /// What to do.
            #[must_use]
            pub const fn remedy(self) -> &'static str { match self { $(Self::$variant => $remedy,)* } }
        }
    };
}

notice_codes! {
    /// A file of the drop gave no table; its own sentence is the quote.
    FileUnreadable, "file-unreadable", Error,
        "Có tệp không cho ra bảng số liệu.",
        "Số liệu của tệp này không có trong kết quả; các tệp khác vẫn được tính.",
        "Xem lý do ghi kèm tên tệp, sửa rồi chọn lại tệp.";
    /// Bytes that are not text in the file's encoding.
    InvalidBytes, "invalid-bytes", Error,
        "Có ký tự hỏng (�): byte không hợp lệ trong bảng mã của tệp.",
        "Chữ trong ô có thể sai; số trong ô hỏng không được dùng.",
        "Xuất lại tệp từ hệ thống nguồn, hoặc mở bằng Excel và lưu kiểu «CSV UTF-8».";
    /// A quoted cell that never ends.
    QuoteNotClosed, "quote-not-closed", Error,
        "Dấu nháy kép (\") mở ra mà không đóng lại đến hết tệp.",
        "Từ dòng này trở đi tệp được đọc lại từng dòng, coi dấu nháy như chữ thường; tệp có thể đã bị cắt cụt.",
        "Kiểm tra các dòng cuối; nếu thiếu số liệu, xuất lại tệp từ hệ thống nguồn.";
    /// A figure that cannot be read.
    NumberUnreadable, "number-unreadable", Error,
        "Ô số liệu có nội dung không đọc được thành số.",
        "Số liệu này coi như chưa có (không tính là 0); đơn vị không được xếp hạng theo chỉ tiêu đó.",
        "Sửa ô trong tệp nguồn thành một con số rồi chọn lại tệp.";
    /// A count that has a fraction.
    CountNotWhole, "count-not-whole", Error,
        "Cột đếm số lượng có ô là số lẻ hoặc số âm.",
        "Số liệu này coi như chưa có, vì số hồ sơ phải là số nguyên không âm.",
        "Sửa ô trong tệp nguồn rồi chọn lại tệp.";
    /// A percentage below zero.
    PercentNegative, "percent-negative", Error,
        "Tỷ lệ phần trăm là số âm.",
        "Số liệu này coi như chưa có; đơn vị không được xếp hạng.",
        "Sửa ô trong tệp nguồn rồi chọn lại tệp.";
    /// A whole column that could mean two things.
    NumbersAmbiguous, "numbers-ambiguous", Error,
        "Cột số có thể hiểu theo hai cách khác hẳn nhau.",
        "Cả cột chưa được dùng, để không đoán sai; các đơn vị coi như chưa có số liệu ở cột này.",
        "Trả lời câu hỏi ở mục «Cần anh/chị chọn», hoặc ghi lựa chọn vào tệp thiết lập.";
    /// Two columns that claim the same meaning.
    ColumnsAmbiguous, "columns-ambiguous", Error,
        "Nhiều cột cùng có thể là một chỉ tiêu.",
        "Chỉ tiêu này chưa được dùng cho đến khi chọn cột đúng.",
        "Trả lời câu hỏi ở mục «Cần anh/chị chọn», hoặc ghi lựa chọn vào tệp thiết lập.";
    /// Cells that do not stand under their headers.
    RowMisaligned, "row-misaligned", Error,
        "Các ô của dòng bị lệch khỏi tiêu đề, thường do dấu phẩy thập phân trong tệp phân cách bằng dấu phẩy.",
        "Số liệu của dòng này coi như chưa có, để không đọc 72,3 thành 72.",
        "Xuất lại tệp với dấu phân cách là chấm phẩy, hoặc đặt các ô có dấu phẩy trong dấu nháy kép.";
    /// The same unit with different figures.
    FigureConflict, "figure-conflict", Error,
        "Một đơn vị có hai số liệu khác nhau cho cùng một chỉ tiêu.",
        "Kết quả dùng số gặp trước; số gặp sau chỉ ghi lại ở đây.",
        "Kiểm tra dòng nào đúng, xóa dòng thừa trong tệp nguồn rồi chọn lại tệp.";
    /// A name no unit of the catalogue has.
    UnitUnknown, "unit-unknown", Warning,
        "Tên đơn vị không khớp danh mục.",
        "Số liệu của dòng này chưa được xếp hạng; dòng vẫn nằm ở mục «Chưa khớp».",
        "Sửa tên theo gợi ý (nếu có) trong tệp nguồn rồi chọn lại tệp.";
    /// A unit named with another type than it has.
    UnitTypeConflict, "unit-type-conflict", Warning,
        "Tên đơn vị ghi sai loại (huyện, thị xã, thành phố) so với danh mục.",
        "Số liệu vẫn tính cho đơn vị trùng tên; kết quả in tên đúng theo danh mục.",
        "Sửa tên trong tệp nguồn để lần sau không lặp lại.";
    /// Letters of a name differ from the catalogue only in marks.
    UnitNameRespelled, "unit-name-respelled", Warning,
        "Tên đơn vị khác danh mục ở dấu.",
        "Số liệu vẫn tính cho đơn vị trùng tên không dấu, vì chỉ có một đơn vị như vậy.",
        "Kiểm tra đúng là đơn vị này và sửa dấu trong tệp nguồn.";
    /// A unit of the group that no file names.
    UnitMissing, "unit-missing", Warning,
        "Có đơn vị trong danh mục mà không tệp nào nhắc đến.",
        "Đơn vị này không có trong bảng xếp hạng.",
        "Kiểm tra tệp xuất có đủ đơn vị chưa; nếu thiếu, xuất lại.";
    /// The same unit twice with the same figures.
    UnitRepeated, "unit-repeated", Warning,
        "Một đơn vị xuất hiện nhiều lần.",
        "Các dòng cùng số liệu chỉ tính một lần.",
        "Xóa dòng lặp trong tệp nguồn nếu đó là lỗi chép.";
    /// `53,9%%`.
    PercentSignRepeated, "percent-sign-repeated", Warning,
        "Dấu phần trăm bị gõ lặp.",
        "Ô được đọc như có một dấu %.",
        "Sửa ô trong tệp nguồn; văn bản phát hành sẽ in đúng một dấu.";
    /// A percentage above 100.
    PercentOverHundred, "percent-over-hundred", Warning,
        "Tỷ lệ phần trăm lớn hơn 100.",
        "Số liệu được giữ nguyên và vẫn xếp hạng.",
        "Kiểm tra tử số và mẫu số ở hệ thống nguồn: hai số có thể tính trên hai tập hồ sơ khác nhau.";
    /// `1.343` in a column of percentages.
    PercentThreeDecimals, "percent-three-decimals", Warning,
        "Ô tỷ lệ có đúng ba chữ số sau dấu phân cách, trông giống dấu phân cách hàng nghìn.",
        "Ô được đọc là số thập phân, ví dụ 1.343 là 1,343 %.",
        "Kiểm tra ô này có đúng là tỷ lệ phần trăm không.";
    /// Words beside a number.
    NumberWithWords, "number-with-words", Info,
        "Ô số có kèm chữ.",
        "Chỉ phần số được dùng.",
        "Không cần làm gì; nên để đơn vị tính ở tiêu đề cột.";
    /// A column of shares read as percentages.
    SharesReadAsPercent, "shares-read-as-percent", Warning,
        "Cột tỷ lệ không có dấu % và mọi giá trị đều từ 0 đến 1.",
        "Giá trị được nhân 100: 0,723 là 72,3 %.",
        "Kiểm tra kết quả; nếu giá trị vốn là phần trăm, chọn lại cách hiểu của cột.";
    /// A sum that differs from its total row.
    TotalDiffers, "total-differs", Warning,
        "Dòng tổng cộng khác tổng các dòng đơn vị.",
        "Xếp hạng không dùng dòng tổng; kết quả không đổi.",
        "Kiểm tra tệp có đủ đơn vị không, hoặc dòng tổng tính cả đơn vị không liệt kê.";
    /// The export's own note differs from ours.
    NoteDiffers, "note-differs", Warning,
        "Ghi chú trong tệp khác ghi chú tính theo ngưỡng hiện tại.",
        "Kết quả in ghi chú tính theo ngưỡng; ghi chú trong tệp không được dùng.",
        "Kiểm tra ngưỡng đang đặt, hoặc ghi chú cũ trong tệp.";
    /// Fewer cells than the header has.
    RowShorter, "row-shorter", Warning,
        "Dòng có ít ô hơn dòng tiêu đề.",
        "Các ô thiếu coi như chưa có số liệu.",
        "Kiểm tra dòng có bị cắt hoặc lệch cột không.";
    /// Rounded, a value reaches a limit that it exactly misses.
    LimitByRounding, "limit-by-rounding", Info,
        "Giá trị làm tròn thì đạt ngưỡng, giá trị chính xác thì chưa.",
        "Ghi chú theo giá trị đã làm tròn như in trong bảng, để bảng không tự mâu thuẫn.",
        "Nếu muốn so theo giá trị chính xác, đặt compare = \"exact\" trong tệp thiết lập.";
    /// The table stands in a sheet nobody sees.
    SheetHidden, "sheet-hidden", Warning,
        "Bảng số liệu nằm ở trang tính đang bị ẩn.",
        "Số liệu của trang tính ẩn vẫn được dùng, vì các trang tính khác không có bảng.",
        "Kiểm tra trang tính này có còn dùng không; nếu không, xóa nó trong tệp nguồn.";
    /// Another sheet of the workbook.
    SheetNotRead, "sheet-not-read", Info,
        "Tệp còn trang tính khác.",
        "Chỉ một trang tính được đọc; trang tính ghi ở đây không được dùng.",
        "Nếu cần số liệu ở trang tính này, lưu riêng nó thành một tệp rồi chọn thêm tệp đó.";
    /// Several sheets that could each be the one that is meant.
    SheetsAlike, "sheets-alike", Warning,
        "Tệp có nhiều trang tính cùng chứa bảng số liệu giống nhau.",
        "Kết quả chỉ dùng trang tính đầu tiên trong số đó; trang tính ghi ở đây cũng là bảng như vậy nhưng không được dùng.",
        "Kiểm tra đúng trang tính cần dùng; nếu không, chọn trang tính khác hoặc lưu riêng trang tính đó thành một tệp.";
    /// Rows nobody sees in the sheet.
    RowsHidden, "rows-hidden", Warning,
        "Bảng có dòng đang bị ẩn hoặc bị bộ lọc che.",
        "Số liệu của dòng ẩn vẫn được dùng như các dòng khác.",
        "Bỏ ẩn, bỏ lọc rồi kiểm tra; nếu không cần dòng này, xóa nó trong tệp nguồn rồi chọn lại tệp.";
    /// Columns nobody sees in the sheet.
    ColumnsHidden, "columns-hidden", Warning,
        "Bảng có cột đang bị ẩn.",
        "Số liệu của cột ẩn vẫn được dùng nếu tiêu đề của cột là một chỉ tiêu.",
        "Bỏ ẩn cột rồi kiểm tra; nếu không cần cột này, xóa nó trong tệp nguồn rồi chọn lại tệp.";
    /// A formula that the writing program did not calculate.
    FormulaWithoutValue, "formula-without-value", Error,
        "Ô chứa công thức nhưng tệp không lưu kết quả của công thức.",
        "Ô này coi như chưa có số liệu (không tính là 0).",
        "Mở tệp bằng Excel, lưu lại để Excel tính công thức, rồi chọn lại tệp.";
    /// Letters that were taken apart and have been joined again.
    TextDecomposed, "text-decomposed", Info,
        "Chữ trong tệp dùng dấu rời (Unicode tổ hợp).",
        "Chữ đã được ghép lại thành dạng dựng sẵn; nội dung không đổi.",
        "Không cần làm gì.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_a_unique_word_with_three_sentences() {
        for (index, code) in NoticeCode::ALL.into_iter().enumerate() {
            assert!(code.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", code.code());
            assert!(NoticeCode::ALL[..index].iter().all(|other| other.code() != code.code()), "{}", code.code());
            for sentence in [code.seen(), code.effect(), code.remedy()] {
                assert!(sentence.ends_with('.') && sentence.len() > 10, "{}: {sentence}", code.code());
            }
        }
    }
}
