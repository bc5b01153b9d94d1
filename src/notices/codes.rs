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
    /// The same file again.
    FileRepeated, "file-repeated", Warning,
        "Có hai tệp nội dung giống hệt nhau.",
        "Chỉ một tệp được tính; tệp ghi ở đây không thêm gì vào kết quả.",
        "Kiểm tra có chọn nhầm tệp không: có thể thiếu tệp của đơn vị hoặc nội dung khác.";
    /// Bytes that are not text in the file's encoding.
    InvalidBytes, "invalid-bytes", Error,
        "Có ký tự hỏng (�): byte không hợp lệ trong bảng mã của tệp.",
        "Chữ trong ô có thể sai; số trong ô hỏng không được dùng.",
        "Nếu chữ viết bằng bảng mã cũ (TCVN3, VNI, windows-1258), chọn lại bảng mã của tệp ở mục «Tệp đã đọc»; nếu không, xuất lại tệp từ hệ thống nguồn kiểu «CSV UTF-8».";
    /// UTF-8 that was taken for another encoding, and that cannot be or is not wholly repaired.
    Mojibake, "mojibake", Error,
        "Chữ tiếng Việt bị hỏng vì tệp từng được mở sai bảng mã rồi lưu lại (ví dụ «há»“ sÆ¡»).",
        "Có chữ đã mất, phải đoán hoặc còn để nguyên; tên đơn vị ở các ô này có thể không khớp danh mục.",
        "Xuất lại tệp từ hệ thống nguồn; nếu không được, đối chiếu từng ô ghi ở đây, hoặc chọn cách sửa chữ khác cho tệp.";
    /// A quoted cell that never ends.
    QuoteNotClosed, "quote-not-closed", Error,
        "Dấu nháy kép (\") mở ra mà không đóng lại đến hết tệp.",
        "Từ dòng này trở đi tệp được đọc lại từng dòng, coi dấu nháy này như chữ thường; tệp có thể đã bị cắt cụt, và nếu tệp hết ngay trong ô đó thì ô ghi dở không được dùng.",
        "Kiểm tra các dòng cuối; nếu thiếu số liệu, xuất lại tệp từ hệ thống nguồn.";
    /// A web page that ends within its table.
    TableCutOff, "table-cut-off", Error,
        "Trang web (tệp HTML) hết giữa chừng: bảng chưa được đóng (thiếu </table>).",
        "Tệp có thể đã bị cắt cụt: các dòng sau chỗ ghi ở đây không có trong kết quả; ô đang ghi dở không được dùng.",
        "Mở tệp xem có đủ các dòng cuối không; nếu thiếu, xuất lại hoặc tải lại tệp từ hệ thống nguồn rồi chọn lại.";
    /// A figure that cannot be read.
    NumberUnreadable, "number-unreadable", Error,
        "Ô số liệu có nội dung không đọc được thành số.",
        "Số liệu này coi như chưa có (không tính là 0); đơn vị không được xếp hạng theo chỉ tiêu đó.",
        "Sửa ô trong tệp nguồn thành một con số rồi chọn lại tệp.";
    /// A number in a cell that is merged over rows of several units.
    NumberMerged, "number-merged", Error,
        "Ô số gộp phủ nhiều dòng: của nhiều đơn vị, hoặc của nhiều phần (lĩnh vực, thủ tục) trong một đơn vị.",
        "Không biết số này là của dòng nào, nên ở các dòng đó coi như chưa có số liệu (không tính là 0) và không cộng nhiều lần.",
        "Bỏ gộp ô, ghi riêng số của từng dòng trong tệp nguồn rồi chọn lại tệp.";
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
        "Cột chưa được dùng, để không đoán sai, trừ các ô ghi rõ dấu %; các đơn vị khác coi như chưa có số liệu ở cột này.",
        "Trả lời câu hỏi ở mục «Cần anh/chị chọn» (dòng lệnh: ghi lựa chọn vào tệp thiết lập).";
    /// Two columns that claim the same meaning.
    ColumnsAmbiguous, "columns-ambiguous", Error,
        "Chưa rõ cột nào là một chỉ tiêu: nhiều cột cùng có thể, hoặc tên cột có thể hiểu khác.",
        "Chỉ tiêu này chưa được dùng cho đến khi chọn cột đúng.",
        "Trả lời câu hỏi ở mục «Cần anh/chị chọn» (dòng lệnh: ghi lựa chọn vào tệp thiết lập).";
    /// Cells that do not stand under their headers.
    RowMisaligned, "row-misaligned", Error,
        "Các ô của dòng bị lệch khỏi tiêu đề: thừa, thiếu, dính ô, hoặc dấu phẩy thập phân trong tệp phân cách bằng dấu phẩy.",
        "Số liệu của dòng này coi như chưa có, để không đọc nhầm ô, hay 72,3 thành 72.",
        "Xếp lại các ô của dòng trong tệp nguồn rồi chọn lại tệp; tệp phân cách bằng dấu phẩy thì xuất lại với dấu chấm phẩy.";
    /// A row with numbers that is nobody's.
    RowPassedOver, "row-passed-over", Error,
        "Dòng trong bảng có số nhưng không nhận ra được là của đơn vị nào.",
        "Số liệu của dòng này coi như chưa có; nếu nó là phần còn lại của dòng ngay phía trên thì số của dòng đó cũng vậy.",
        "Nối lại dòng bị ngắt, hoặc tách các ô bị dính vào nhau trong tệp nguồn rồi chọn lại tệp.";
    /// A row that stands in one cell.
    RowParted, "row-parted", Warning,
        "Cả dòng nằm trong một ô.",
        "Dòng được tách theo dấu phân cách trong ô, vừa đúng số cột của tiêu đề.",
        "Kiểm tra vài dòng; nên xuất lại tệp từ hệ thống nguồn.";
    /// The same unit with different figures.
    FigureConflict, "figure-conflict", Error,
        "Một đơn vị, hoặc toàn tỉnh, có hai số liệu khác nhau cho cùng một chỉ tiêu.",
        "Kết quả dùng số gặp trước, của bảng tổng hợp trước của danh sách hồ sơ; số kia chỉ ghi lại ở đây.",
        "Nếu hai số là của hai kỳ, bỏ tệp của kỳ trước rồi nạp nó bằng nút «Nạp kỳ trước…». Nếu cùng một kỳ, kiểm tra dòng nào đúng, xóa dòng thừa trong tệp nguồn rồi chọn lại tệp.";
    /// More points than there are.
    PointsOverMaximum, "points-over-maximum", Error,
        "Ô điểm lớn hơn điểm tối đa (nhóm Số hóa hồ sơ: 22 điểm).",
        "Số liệu này coi như chưa có; đơn vị không được xếp hạng theo ô này.",
        "Kiểm tra cột này là điểm hay tỷ lệ %; nếu là tỷ lệ, chọn lại ý nghĩa của cột.";
    /// A dossier's row whose cells cannot be put under their headers.
    DossierMisaligned, "dossier-misaligned", Error,
        "Dòng hồ sơ có các ô lệch khỏi tiêu đề hoặc thừa ô, và không chắc phải xếp lại thế nào.",
        "Hồ sơ này chưa được tính, để không đọc nhầm ngày hoặc trạng thái.",
        "Xuất lại danh sách từ hệ thống nguồn, hoặc sửa dòng cho đúng số ô (ô có dấu phân cách bên trong phải nằm trong dấu nháy kép) rồi chọn lại tệp.";
    /// A dossier's day of receipt that cannot be read.
    DayUnreadable, "day-unreadable", Error,
        "Ô ngày tiếp nhận trống hoặc không đọc được thành ngày.",
        "Hồ sơ này chưa được tính vào số tiếp nhận, vì không biết thuộc kỳ nào.",
        "Sửa ngày theo dạng ngày/tháng/năm trong tệp nguồn rồi chọn lại tệp.";
    /// A state the vocabulary does not know.
    StatusUnknown, "status-unknown", Error,
        "Trạng thái hồ sơ chưa có trong danh sách đã biết.",
        "Hồ sơ có trạng thái này chưa được tính cho đến khi chọn nghĩa của trạng thái.",
        "Trả lời câu hỏi ở mục «Cần anh/chị chọn» một lần; lần sau không hỏi lại.";
    /// A yes-or-no cell that says neither.
    FlagUnreadable, "flag-unreadable", Error,
        "Ô có/không có nội dung khác.",
        "Ô này không được tính là có; nếu không ô nào của cột đọc được là có, số liệu của cột coi như chưa có.",
        "Sửa ô thành «Có» hoặc «Không» trong tệp nguồn rồi chọn lại tệp.";
    /// A day of completion that cannot be read.
    EndDayUnreadable, "end-day-unreadable", Error,
        "Ô ngày hoàn thành hoặc ngày trả kết quả không đọc được thành ngày.",
        "Trạng thái không nói hồ sơ đã xong hay chưa, nên hồ sơ này chưa được tính là đã giải quyết.",
        "Sửa ngày theo dạng ngày/tháng/năm trong tệp nguồn rồi chọn lại tệp.";
    /// States that leave it to a day of completion, in a list without one.
    EndUnknown, "end-unknown", Error,
        "Trạng thái chỉ nói đúng hạn, trễ hạn, và danh sách không có cột ngày hoàn thành hay ngày trả kết quả.",
        "Không biết hồ sơ đã xong hay chưa: số đã giải quyết và số có kết quả điện tử coi như chưa có (không tính là 0).",
        "Xuất danh sách có cột ngày trả kết quả, chọn ý nghĩa cho cột đó ở mục «Tệp đã đọc», hoặc xuất trạng thái xử lý.";
    /// An empty state where nothing else tells the end.
    StateBlank, "state-blank", Warning,
        "Ô trạng thái để trống, và danh sách không có cột ngày hoàn thành hay ngày trả kết quả.",
        "Hồ sơ được tính là đã tiếp nhận, chưa giải quyết xong; nếu cả cột không có trạng thái nào, số đã giải quyết coi như chưa có (không tính là 0).",
        "Xuất danh sách có đủ trạng thái, hoặc có cột ngày trả kết quả.";
    /// A period that no day of receipt can be held against.
    PeriodNotApplied, "period-not-applied", Warning,
        "Dòng tên bảng ghi kỳ báo cáo, nhưng danh sách không có ngày tiếp nhận để biết hồ sơ nào thuộc kỳ.",
        "Các hồ sơ này đều được tính vào kỳ, kể cả hồ sơ tiếp nhận trước hoặc sau kỳ nếu có.",
        "Kiểm tra tệp đã được lọc theo kỳ chưa; nếu chưa, chọn ý nghĩa «ngày tiếp nhận» cho cột ngày, hoặc xuất thêm cột này.";
    /// A list without a period beside a file that names one.
    ListWithoutPeriod, "list-without-period", Warning,
        "Danh sách hồ sơ không ghi kỳ, trong khi tệp khác ghi kỳ báo cáo.",
        "Mọi hồ sơ của danh sách đều được tính, kể cả hồ sơ tiếp nhận ngoài kỳ đó nếu có; kỳ in ra là kỳ của tệp kia.",
        "Kiểm tra danh sách đã được lọc đúng kỳ chưa; nếu chưa, ghi «Từ ngày … đến ngày …» vào một dòng phía trên tiêu đề của danh sách rồi chọn lại tệp.";
    /// A column of yes or no in which nothing stands.
    FlagColumnEmpty, "flag-column-empty", Warning,
        "Cột có/không không có ô nào được điền.",
        "Số liệu của cột này coi như chưa có (không tính là 0).",
        "Kiểm tra hệ thống nguồn có xuất nội dung cột này không; nếu thật sự không có hồ sơ nào, điền «Không».";
    /// A cell that holds further rows of the list.
    RowsSwallowed, "rows-swallowed", Error,
        "Một ô trong dấu nháy kép (\") chứa cả các dòng khác của bảng.",
        "Hồ sơ, đơn vị nằm trong ô này chưa được tính; thường do một dấu nháy kép gõ thừa ở đầu ô.",
        "Xóa dấu nháy kép thừa ở ô này trong tệp nguồn rồi chọn lại tệp.";
    /// Several columns under names of one meaning, of which one is read.
    ColumnChosen, "column-chosen", Warning,
        "Nhiều cột cùng có tên của một nội dung.",
        "Chỉ cột ghi trước được dùng, vì ô của nó nói rõ hơn; các cột ghi sau không được dùng.",
        "Nếu cột khác mới đúng, chọn lại ý nghĩa của các cột cho tệp này.";
    /// Several columns that say the same, read together.
    ColumnsJoined, "columns-joined", Info,
        "Nhiều cột cùng ghi một nội dung có/không.",
        "Các cột được đọc chung: hồ sơ được tính là có khi một trong các cột ghi có.",
        "Nếu chỉ một cột đúng, bỏ ý nghĩa của các cột kia cho tệp này.";
    /// A begin and an end of which no period can be made.
    PeriodUnreadable, "period-unreadable", Warning,
        "Tên bảng, tiêu đề cột, tên trang tính hoặc tệp JSON ghi kỳ báo cáo nhưng không thành một kỳ: ngày, tháng, quý không có thật, ngày sau đứng trước ngày đầu, chỉ ghi ngày đầu hoặc ngày cuối, hai kỳ khác nhau (tháng và cả năm), hoặc chỉ ghi một phần của tháng (tuần, đợt) mà không ghi từ ngày nào đến ngày nào.",
        "Kỳ coi như chưa biết; danh sách hồ sơ được tính mọi hồ sơ, không lọc theo kỳ.",
        "Ghi kỳ ở đây thành «Từ ngày … đến ngày …» trong tệp nguồn rồi chọn lại tệp.";
    /// The title of another export within a list, of another period.
    PeriodBelow, "period-below", Error,
        "Giữa danh sách hồ sơ có tên bảng và tiêu đề của một tệp xuất khác, ghi kỳ khác với kỳ ở đầu tệp.",
        "Mọi hồ sơ của tệp được tính theo kỳ ở đầu tệp (ghi sau dấu ≠): hồ sơ tiếp nhận ngoài kỳ đó không được tính.",
        "Tách phần bên dưới thành một tệp riêng rồi chọn cả hai tệp.";
    /// A column that may hold a figure and is not read.
    ColumnUnused, "column-unused", Info,
        "Có cột tên giống một chỉ tiêu nhưng chưa rõ nghĩa.",
        "Số liệu của cột này không được dùng.",
        "Nếu cần số liệu này, chọn ý nghĩa của cột ở mục «Tệp đã đọc».";
    /// Names of other units in a column whose header says nothing of them.
    NamesBeside, "names-beside", Warning,
        "Giữa các cột số liệu có một cột ghi tên đơn vị khác với đơn vị của dòng, dù tiêu đề không nói là cột đơn vị.",
        "Số liệu bên phải cột này được tính cho đơn vị ghi ở cột này, như hai bảng đặt cạnh nhau.",
        "Đối chiếu vài số với bản gốc; nếu sai, sửa hoặc xóa cột này trong tệp nguồn rồi chọn lại tệp.";
    /// Printed most points that are not those of the decision.
    MaximumDiffers, "maximum-differs", Warning,
        "Điểm tối đa ghi trong tệp khác điểm tối đa theo Quyết định 766 (ghi sau dấu ≠).",
        "Điểm được giữ nguyên và đổi ra tỷ lệ theo mức của công thức đang dùng, không theo mức ghi trong tệp.",
        "Kiểm tra bảng chấm theo thang điểm nào; nếu theo thang khác, hãy dùng tệp có tỷ lệ phần trăm.";
    /// A day that exists only month-first.
    MonthFirst, "month-first", Error,
        "Ngày ghi kiểu tháng/ngày/năm, thường do Excel đặt vùng Hoa Kỳ mở và lưu lại tệp.",
        "Ngày này không được dùng; nếu mã hồ sơ có ngày thì dùng ngày đó. Các ngày từ 12 trở xuống trong cột có thể đã bị đảo.",
        "Xuất lại tệp từ hệ thống nguồn và không mở, lưu bằng Excel trước khi chọn.";
    /// A whole column of days written month-first.
    MonthFirstColumn, "month-first-column", Warning,
        "Cả cột ngày tiếp nhận ghi kiểu tháng/ngày/năm.",
        "Mọi ngày trong cột được đọc tháng trước, ngày sau; ngày trong mã hồ sơ (nếu có) không trái với cách đọc này.",
        "Đối chiếu vài hồ sơ với hệ thống nguồn; nên xuất lại tệp và không mở, lưu bằng Excel trước khi chọn.";
    /// Days that a spreadsheet has turned round among days it has left.
    DaysSwapped, "days-swapped", Warning,
        "Một phần ngày tiếp nhận đã bị đảo ngày với tháng, thường do Excel đặt vùng Hoa Kỳ mở và lưu lại tệp.",
        "Ngày nào đọc được cả hai cách thì được đọc ngược lại (tháng trước), đúng như ngày trong mã hồ sơ; các ngày khác giữ nguyên.",
        "Đối chiếu vài hồ sơ với hệ thống nguồn; nên xuất lại tệp và không mở, lưu bằng Excel trước khi chọn.";
    /// Days of both orders in one column, and no witness for the others.
    DaysMixed, "days-mixed", Warning,
        "Cột ngày tiếp nhận có cả ngày chỉ đọc được kiểu ngày/tháng/năm lẫn ngày chỉ đọc được kiểu tháng/ngày/năm, và mã hồ sơ không cho biết kiểu nào đúng.",
        "Ngày đọc được cả hai cách được đọc ngày trước, tháng sau, nên có thể sai; hồ sơ có thể rơi vào kỳ khác.",
        "Xuất lại danh sách từ hệ thống nguồn và không mở, lưu bằng Excel trước khi chọn; thường do ghép hai lần xuất.";
    /// Dossiers whose unit is named in other rows of the same code.
    DossierUnitFromCode, "dossier-unit-from-code", Info,
        "Dòng hồ sơ để trống tên đơn vị.",
        "Hồ sơ được tính cho đơn vị mà các dòng khác có cùng phần đầu mã hồ sơ đều ghi.",
        "Kiểm tra vài hồ sơ; nếu sai, điền đủ tên đơn vị trong tệp nguồn rồi chọn lại tệp.";
    /// A dossier of nobody.
    DossierWithoutUnit, "dossier-without-unit", Error,
        "Dòng hồ sơ không ghi đơn vị, và không có mã hồ sơ hoặc mã không có phần mã của đơn vị.",
        "Hồ sơ này chưa được tính, vì không biết của đơn vị nào.",
        "Điền tên đơn vị vào từng dòng (bỏ ô gộp) trong tệp nguồn rồi chọn lại tệp.";
    /// A blank among yes and no.
    FlagBlank, "flag-blank", Warning,
        "Cột có/không, hoặc cột đếm giấy tờ, có ô trống lẫn với ô «Không» hoặc con số.",
        "Ô trống không được tính là có.",
        "Điền đủ «Có», «Không» hoặc con số (0 nếu không có) trong hệ thống nguồn nếu số liệu còn thiếu.";
    /// A row put right.
    DossierRealigned, "dossier-realigned", Warning,
        "Dòng hồ sơ có các ô lệch khỏi tiêu đề, hoặc hai cột đứng dưới tiêu đề của nhau.",
        "Các ô đã được xếp lại theo dạng của chúng (mã hồ sơ, ngày, trạng thái, đơn vị); chỉ có một cách xếp.",
        "Kiểm tra vài dòng; nên báo hệ thống nguồn xuất đủ số ô.";
    /// A dossier without its code.
    DossierCodeMissing, "dossier-code-missing", Warning,
        "Dòng hồ sơ không có mã hồ sơ.",
        "Hồ sơ vẫn được tính, nhưng không kiểm tra được có bị lặp hay không.",
        "Bổ sung mã hồ sơ trong hệ thống nguồn.";
    /// The same dossier again.
    DossierRepeated, "dossier-repeated", Warning,
        "Một mã hồ sơ đứng ở nhiều dòng.",
        "Hồ sơ chỉ tính một lần, theo dòng cuối cùng; giữa các danh sách thì theo danh sách có kỳ kết thúc sau, cùng kỳ thì theo tệp nạp sau.",
        "Không cần làm gì nếu các tệp được xuất chồng kỳ lên nhau; nếu không, kiểm tra hệ thống nguồn.";
    /// The same dossier in rows of two units.
    DossierMoved, "dossier-moved", Warning,
        "Một mã hồ sơ đứng ở dòng của hai đơn vị.",
        "Hồ sơ chỉ tính một lần, cho đơn vị ghi sau mũi tên; đơn vị ghi trước không được tính hồ sơ này.",
        "Kiểm tra hồ sơ thuộc đơn vị nào; nếu được tính sai đơn vị, xóa dòng thừa trong tệp nguồn rồi chọn lại tệp.";
    /// Lists with different columns that share dossiers.
    DossiersJoined, "dossiers-joined", Info,
        "Hai danh sách có cột khác nhau cùng nói về một số hồ sơ.",
        "Mỗi hồ sơ tính một lần, với cột của cả hai danh sách; cột mà cả hai cùng có thì theo danh sách có kỳ kết thúc sau, cùng kỳ thì theo tệp nạp sau.",
        "Không cần làm gì.";
    /// Dossiers that the list of all completed ones does not have.
    DossiersTakenAsOpen, "dossiers-taken-as-open", Warning,
        "Hồ sơ tiếp nhận không có trong danh sách chỉ gồm hồ sơ đã giải quyết.",
        "Hồ sơ này tính là chưa giải quyết, chưa có kết quả điện tử.",
        "Kiểm tra danh sách hồ sơ đã giải quyết được xuất đủ các đơn vị và đến hết kỳ chưa.";
    /// A column that one list of a unit's dossiers has and another has not.
    DossierColumnLacking, "dossier-column-lacking", Warning,
        "Các danh sách nói về hồ sơ của một đơn vị không cùng các cột.",
        "Số liệu không biết được cho mọi hồ sơ của đơn vị thì để trống, không tính một phần.",
        "Xuất lại danh sách có đủ cột (trạng thái, số hóa thành phần hồ sơ, kết quả điện tử), hoặc danh sách thứ hai của đúng các hồ sơ ấy.";
    /// A row for each paper.
    DossierByPaper, "dossier-by-paper", Info,
        "Danh sách ghi mỗi giấy tờ của hồ sơ một dòng.",
        "Mỗi hồ sơ tính một lần; hồ sơ có số hóa, có kết quả điện tử, có tái sử dụng khi ít nhất một giấy tờ của nó có.",
        "Không cần làm gì.";
    /// A dossier received before or after the period.
    DossierOutsidePeriod, "dossier-outside-period", Warning,
        "Hồ sơ có ngày tiếp nhận ngoài kỳ báo cáo ghi ở đầu tệp.",
        "Theo danh sách này hồ sơ không tính vào kỳ; hồ sơ mà danh sách khác ghi là tiếp nhận trong kỳ thì vẫn được tính.",
        "Kiểm tra kỳ ghi ở đầu tệp; hệ thống của tỉnh có thể liệt kê hồ sơ theo ngày giải quyết.";
    /// A code that names no unit, at two units.
    CodeAtTwoUnits, "code-at-two-units", Warning,
        "Một mã hồ sơ đứng ở hai đơn vị, và mã không có phần mã của đơn vị.",
        "Mỗi đơn vị được tính một hồ sơ riêng, coi như số được đánh lại từ đầu ở mỗi đơn vị.",
        "Nếu là một hồ sơ chuyển giữa hai đơn vị, xóa dòng thừa trong tệp nguồn rồi chọn lại tệp.";
    /// Received after its own end.
    DaysReversed, "days-reversed", Warning,
        "Ngày tiếp nhận đứng sau ngày hoàn thành, trả kết quả của chính hồ sơ.",
        "Hồ sơ vẫn được tính theo ngày tiếp nhận ghi trong tệp; ngày gõ sai có thể làm hồ sơ rơi vào kỳ khác.",
        "Kiểm tra hai ngày ở hệ thống nguồn, sửa ngày sai rồi chọn lại tệp.";
    /// The day in the code is another one.
    CodeDayDiffers, "code-day-differs", Info,
        "Ngày tiếp nhận khác ngày ghi trong mã hồ sơ.",
        "Kết quả dùng ngày ở cột ngày tiếp nhận.",
        "Không cần làm gì; hồ sơ nộp trực tuyến thường được tiếp nhận sau ngày nộp.";
    /// The day of receipt taken from the code.
    ReceivedDayFromCode, "received-day-from-code", Warning,
        "Danh sách không có cột ngày tiếp nhận, hoặc ô ngày tiếp nhận trống, không đọc được.",
        "Kết quả dùng ngày ghi trong mã hồ sơ.",
        "Bổ sung ngày tiếp nhận trong hệ thống nguồn; nếu cột ngày mang tên khác, chọn ý nghĩa của cột ở mục «Tệp đã đọc».";
    /// A way of handing in that is not known.
    ChannelUnknown, "channel-unknown", Info,
        "Hình thức nộp hồ sơ chưa có trong danh sách đã biết.",
        "Số liệu số hóa không phụ thuộc hình thức nộp; kết quả không đổi.",
        "Không cần làm gì.";
    /// A part larger than its whole.
    PartExceedsWhole, "part-exceeds-whole", Warning,
        "Số thành phần lớn hơn tổng số, ví dụ số đã số hóa lớn hơn số tiếp nhận.",
        "Số liệu được giữ nguyên như trong tệp.",
        "Kiểm tra hai số ở hệ thống nguồn: có thể tính trên hai kỳ hoặc hai tập hồ sơ khác nhau.";
    /// Parts that do not make their whole.
    PartsDiffer, "parts-differ", Warning,
        "Các số thành phần (ví dụ chưa số hóa và đã số hóa) cộng lại không khớp tổng số.",
        "Số liệu được giữ nguyên như trong tệp.",
        "Kiểm tra ba ô này ở hệ thống nguồn.";
    /// A printed rate that is not the rate of its counts.
    RateDiffers, "rate-differs", Warning,
        "Tỷ lệ in trong tệp khác tỷ lệ tính lại từ số liệu bên cạnh, quá mức làm tròn của cột.",
        "Tỷ lệ in trong tệp không bị ghi đè; số nào tính từ số liệu bên cạnh thì vẫn theo số liệu đó.",
        "Kiểm tra cách tính của hệ thống nguồn: mẫu số có thể là một tập hồ sơ khác.";
    /// Points that are not the sum of their parts.
    PointsDiffer, "points-differ", Warning,
        "Tổng điểm in trong tệp khác tổng các điểm thành phần, quá mức cho phép.",
        "Kết quả dùng tổng điểm in trong tệp, không ghi đè.",
        "Đối chiếu với màn hình khác của cổng; hai màn hình có thể lệch nhau vài phần trăm điểm.";
    /// Points of a component that its formula does not give.
    ComponentPointsDiffer, "component-points-differ", Warning,
        "Điểm của một thành phần trong tệp khác điểm tính lại từ tử số, mẫu số hoặc tỷ lệ của nó.",
        "Kết quả dùng điểm có trong tệp, không ghi đè; điểm tính lại được ghi bên cạnh.",
        "Kiểm tra mức đủ điểm của thành phần (ví dụ B từ 80 % hay 100 %) và đặt lại trong thiết lập nếu cơ quan tính khác.";
    /// A percentage of the group that its components do not give.
    TotalRecomputedDiffers, "total-recomputed-differs", Warning,
        "Tỷ lệ nhóm Số hóa hồ sơ trong tệp khác tỷ lệ tính lại từ các thành phần, quá mức cho phép.",
        "Kết quả dùng tỷ lệ có trong tệp, không ghi đè; tỷ lệ tính lại và độ lệch được ghi bên cạnh.",
        "Đối chiếu hai tệp có cùng kỳ và cùng lúc kết xuất không; nếu cơ quan tính theo công thức khác, chọn lại công thức.";
    /// A figure that an officer has set by hand.
    FigureCorrected, "figure-corrected", Info,
        "Số liệu đã được sửa tay, có lý do.",
        "Kết quả dùng số đã sửa; số trong tệp được ghi lại ở đây.",
        "Đề nghị đơn vị hoặc hệ thống nguồn sửa số gốc rồi bỏ sửa tay trong thiết lập.";
    /// Dossiers of a session beside dossiers from elsewhere.
    DossiersFromSession, "dossiers-from-session", Warning,
        "Có danh sách hồ sơ lấy từ phiên đã lưu bên cạnh danh sách hồ sơ từ nơi khác.",
        "Phiên đã lưu không giữ mã hồ sơ, nên hồ sơ có ở cả hai nơi bị đếm hai lần.",
        "Chọn lại tệp danh sách gốc thay cho phiên đã lưu nếu hai danh sách có thể trùng hồ sơ.";
    /// A correction by hand for a unit that the catalogue does not have.
    CorrectionUnused, "correction-unused", Warning,
        "Có số sửa tay cho một đơn vị không có trong danh mục đang dùng.",
        "Số sửa tay này không được dùng.",
        "Kiểm tra mã đơn vị trong thiết lập, hoặc chọn lại danh mục đơn vị của kỳ này.";
    /// A unit or a column that settings name and nothing has.
    SettingUnused, "setting-unused", Warning,
        "Thiết lập nhắc đến đơn vị hoặc cột mà không danh mục, không tệp nào có.",
        "Mục này của thiết lập không có tác dụng.",
        "Kiểm tra lỗi gõ ở dòng ghi đây (tên gần nhất ghi kèm, nếu có), sửa thiết lập rồi chạy lại; trên trang thì quên sửa đổi này và chọn lại.";
    /// A rule, a figure or a day of the settings that cannot be applied or is outweighed.
    SettingIdle, "setting-idle", Warning,
        "Có mục trong thiết lập không áp dụng được với số liệu này.",
        "Kết quả được tính như không có mục này.",
        "Xem lý do ghi ở đây: bổ sung số liệu còn thiếu, sửa hoặc bỏ mục này trong thiết lập.";
    /// A group chosen of which no file names a unit.
    GroupEmpty, "group-empty", Warning,
        "Nhóm đơn vị đã chọn không có đơn vị nào trong số liệu.",
        "Công văn không nêu được đơn vị nào, và bảng của phụ lục chỉ có dòng tiêu đề.",
        "Chọn nhóm khác, hoặc chọn thêm tệp có nhóm này.";
    /// A formula that asks for what no file has.
    FormulaLacks, "formula-lacks", Warning,
        "Cách tính đang dùng cần số liệu mà không đơn vị nào có đủ.",
        "Không đơn vị nào có tỷ lệ, nên không ai được xếp hạng theo tỷ lệ.",
        "Chọn thêm tệp có số liệu còn thiếu, hoặc chọn cách tính khác (dòng lệnh: preset, rates ở mục formula của thiết lập).";
    /// Two groups of the index with one figure.
    GroupsAlike, "groups-alike", Info,
        "Điểm nhóm Số hóa hồ sơ trùng đúng điểm nhóm Tiến độ giải quyết.",
        "Số liệu được giữ nguyên; có thể một cột đã bị chép nhầm.",
        "Đối chiếu hai điểm này với cổng dịch vụ công.";
    /// Figures of different periods beside one another.
    PeriodsDiffer, "periods-differ", Warning,
        "Số liệu được ghép ghi kỳ khác nhau.",
        "Kết quả in kỳ của phần lớn số liệu được dùng; số liệu của các tệp vẫn được ghép theo đơn vị, hồ sơ của các danh sách được cộng chung.",
        "Kiểm tra đã chọn đúng các tệp của cùng một kỳ chưa. Tệp của kỳ trước thì bỏ ra, rồi nạp bằng nút «Nạp kỳ trước…» để so hai kỳ.";
    /// Two figures of one unit, of two periods.
    FigureOfEarlierPeriod, "figure-of-earlier-period", Warning,
        "Tệp của một kỳ trước được chọn cùng tệp của kỳ sau, và cho số liệu khác hoặc số liệu mà kỳ sau không có.",
        "Kết quả dùng số của kỳ kết thúc sau cùng; số của kỳ trước chỉ ghi lại ở đây.",
        "Để so sánh hai kỳ, chuyển tệp ấy thành kỳ trước bằng nút ở mục «So với kỳ trước» (dòng lệnh: --previous). Nếu không cần so, bỏ tệp ấy ra.";
    /// A table whose rows say that they are of several periods.
    RowsOfPeriods, "rows-of-periods", Error,
        "Bảng có cột ghi kỳ (tháng, quý), và các dòng thuộc nhiều kỳ.",
        "Nếu một đơn vị có dòng của nhiều kỳ thì không số nào của bảng được dùng, vì không rõ lấy kỳ nào; nếu không, số của các kỳ đứng chung một bảng.",
        "Lọc lấy từng kỳ, lưu mỗi kỳ thành một tệp; kỳ trước thì nạp bằng nút «Nạp kỳ trước…» (dòng lệnh: --previous).";
    /// A name no unit of the catalogue has.
    UnitUnknown, "unit-unknown", Warning,
        "Tên đơn vị không khớp danh mục.",
        "Số liệu của dòng này chưa được xếp hạng; dòng vẫn nằm ở mục «Chưa khớp».",
        "Sửa tên theo gợi ý (nếu có) trong tệp nguồn rồi chọn lại tệp.";
    /// A catalogue of another era than the names are of, or may be of.
    EraDoubtful, "era-doubtful", Error,
        "Chưa chắc tệp thuộc thời kỳ của danh mục đơn vị được dùng: danh mục khác khớp nhiều tên hơn (có thể năm hoặc tháng của kỳ bị gõ nhầm), hoặc tệp không ghi kỳ mà danh mục khác cũng khớp bằng ấy tên.",
        "Tên không khớp chưa được xếp hạng; tên trần như «Bắc Hà» là huyện trước 01/7/2025 nhưng là xã từ ngày ấy.",
        "Kiểm tra hoặc ghi thêm kỳ ở tên bảng; nếu kỳ đúng mà danh mục sai, chọn lại danh mục đơn vị (dòng lệnh: catalogue trong tệp thiết lập).";
    /// A unit that is known by a code alone, which no catalogue has.
    UnitCodeUnknown, "unit-code-unknown", Warning,
        "Dòng chỉ có mã đơn vị (hoặc phần đầu mã hồ sơ), không có tên, và mã này không có trong danh mục.",
        "Số liệu theo mã này chưa được xếp hạng; mã vẫn nằm ở mục «Chưa khớp».",
        "Thêm cột «Đơn vị» ghi tên đơn vị vào tệp nguồn rồi chọn lại tệp.";
    /// A unit that only a title names.
    UnitFromTitle, "unit-from-title", Warning,
        "Danh sách hồ sơ không có cột đơn vị; tên đơn vị chỉ ghi ở dòng tên bảng.",
        "Mọi hồ sơ của danh sách được tính cho đơn vị ghi ở dòng tên bảng.",
        "Kiểm tra danh sách có đúng của một đơn vị này không; nếu không, thêm cột «Đơn vị» rồi chọn lại tệp.";
    /// A unit named with another type than it has.
    UnitTypeConflict, "unit-type-conflict", Warning,
        "Tên đơn vị ghi sai loại (huyện, thị xã, thành phố) so với danh mục.",
        "Số liệu vẫn tính cho đơn vị trùng tên; kết quả in tên đúng theo danh mục.",
        "Sửa tên trong tệp nguồn để lần sau không lặp lại.";
    /// A unit's code and name that mean two units.
    UnitCodeConflict, "unit-code-conflict", Warning,
        "Mã đơn vị và tên đơn vị trên cùng một dòng chỉ hai đơn vị khác nhau.",
        "Số liệu được tính cho đơn vị theo mã.",
        "Kiểm tra mã và tên ở hệ thống nguồn, sửa chỗ sai rồi chọn lại tệp.";
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
    /// A row of a metric that is none of the group's.
    MetricUnknown, "metric-unknown", Warning,
        "Dòng ghi một chỉ tiêu không phải thành phần của nhóm Số hóa hồ sơ, hoặc không ghi chỉ tiêu nào.",
        "Số liệu của dòng này không được dùng.",
        "Nếu dòng này là một thành phần A–G, ghi đúng mã hoặc tên của cổng (ví dụ ORIGINAL_RESULT_AVAILABLE) rồi chọn lại tệp.";
    /// A unit that the files with the percentages do not name.
    UnitWithoutRate, "unit-without-rate", Warning,
        "Có đơn vị mà tệp có tỷ lệ của nhóm không nhắc đến, chỉ tệp khác có.",
        "Đơn vị chưa có tỷ lệ nên không được xếp hạng.",
        "Kiểm tra tệp có tỷ lệ đã đủ đơn vị chưa; nếu thiếu, xuất lại.";
    /// A unit's name that stands only in the first of its rows.
    UnitFilledDown, "unit-filled-down", Info,
        "Tên đơn vị chỉ ghi ở dòng đầu của nhóm dòng (ô gộp).",
        "Các dòng bên dưới được tính cho đơn vị ghi phía trên.",
        "Kiểm tra vài dòng; nếu dòng thuộc đơn vị khác, điền đủ tên trong tệp nguồn rồi chọn lại tệp.";
    /// The counts of several rows added up to the unit's.
    CountsAdded, "counts-added", Info,
        "Một đơn vị có nhiều dòng, mỗi dòng một lĩnh vực hoặc một thủ tục.",
        "Các số đếm của đơn vị được cộng lại; số nào trống ở một dòng thì tổng coi như chưa có.",
        "Không cần làm gì; nếu trong đó có dòng đã là tổng của đơn vị, xóa các dòng chi tiết rồi chọn lại tệp.";
    /// The counts of communes added up to their district's.
    CommunesAdded, "communes-added", Info,
        "Số liệu được ghi theo từng xã, phường, thị trấn của một huyện, hoặc từng xã cũ của một xã mới.",
        "Các số đếm được cộng lên đơn vị ghi trong tệp; với huyện, tệp không cho biết đã gồm hồ sơ của chính cấp huyện hay chưa.",
        "Kiểm tra số của huyện có cần gồm cả cấp xã không; nếu không, dùng tệp chỉ có cấp huyện.";
    /// A percentage or points that only parts of a unit have.
    RatesOfParts, "rates-of-parts", Error,
        "Một đơn vị có nhiều dòng và mỗi dòng có tỷ lệ hoặc điểm riêng.",
        "Tỷ lệ và điểm không cộng được, nên coi như chưa có; các số đếm vẫn được cộng.",
        "Xuất báo cáo có một dòng cho mỗi đơn vị, hoặc báo cáo có đủ tử số và mẫu số.";
    /// Nothing digitised of many dossiers.
    NothingDigitised, "nothing-digitised", Warning,
        "Đơn vị có nhiều hồ sơ mà số đã số hóa là 0.",
        "Số 0 được giữ nguyên như trong tệp.",
        "Hỏi đơn vị hoặc hệ thống nguồn: thường do số liệu chưa đồng bộ, ít khi do không số hóa hồ sơ nào.";
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
        "Ô tỷ lệ hoặc điểm có đúng ba chữ số sau dấu phân cách, trông giống dấu phân cách hàng nghìn.",
        "Ô được đọc là số thập phân, ví dụ 1.343 là 1,343.",
        "Kiểm tra ô này có đúng là tỷ lệ phần trăm hoặc điểm không, hay dấu phẩy gõ nhầm chỗ.";
    /// Words beside a number.
    NumberWithWords, "number-with-words", Info,
        "Ô số có kèm chữ.",
        "Chỉ phần số được dùng.",
        "Không cần làm gì; nên để đơn vị tính ở tiêu đề cột.";
    /// A column of shares read as percentages.
    SharesReadAsPercent, "shares-read-as-percent", Warning,
        "Có tỷ lệ không có dấu %, từ 0 đến 1, được hiểu là phần của một.",
        "Giá trị được nhân 100: 0,723 là 72,3 %.",
        "Kiểm tra kết quả; nếu giá trị vốn là phần trăm, chọn lại cách hiểu của cột.";
    /// A sum that differs from its total row.
    TotalDiffers, "total-differs", Warning,
        "Dòng tổng cộng khác tổng các dòng đơn vị, hoặc dòng của một đơn vị khác tổng các dòng chi tiết của nó.",
        "Xếp hạng không dùng dòng tổng; đơn vị có dòng riêng thì dùng số ở dòng đó, không dùng tổng các dòng chi tiết.",
        "Kiểm tra tệp có đủ dòng không, hoặc dòng tổng tính cả đơn vị không liệt kê.";
    /// A mean of the province, its last period, some of its units, where nothing else speaks for it.
    ProvinceMean, "province-mean", Warning,
        "Bảng có dòng bình quân toàn tỉnh, toàn tỉnh kỳ khác hoặc tổng một số đơn vị của tỉnh, nhưng không có dòng toàn tỉnh.",
        "Số của dòng này không phải tỷ lệ của cả tỉnh trong kỳ, nên tỷ lệ toàn tỉnh coi như chưa biết.",
        "Nếu đây chính là tỷ lệ của tỉnh, nhập số này ở mục «Bộ ngưỡng» (dòng lệnh: ghi vào tệp thiết lập).";
    /// A total of a table that does not say to be the province's, where nothing else gives the province's rate.
    TotalRateUnused, "total-rate-unused", Info,
        "Dòng tổng cộng của bảng có tỷ lệ nhưng không ghi là của toàn tỉnh; không tệp nào khác có tỷ lệ toàn tỉnh.",
        "Tỷ lệ này có thể chỉ của các đơn vị trong bảng, nên không được dùng: tỷ lệ toàn tỉnh coi như chưa biết, văn bản không nêu.",
        "Nếu đây chính là tỷ lệ của tỉnh, nhập số này ở mục «Bộ ngưỡng» (dòng lệnh: ghi vào tệp thiết lập).";
    /// Another table below the one that is read.
    TableBelow, "table-below", Warning,
        "Bên dưới bảng đã đọc còn một bảng khác với dòng tiêu đề riêng.",
        "Các dòng từ tiêu đề ghi ở đây trở xuống không được đọc, để số của bảng này không lẫn sang cột của bảng kia.",
        "Nếu cần số liệu của bảng bên dưới, lưu riêng bảng đó thành một tệp rồi chọn thêm tệp.";
    /// The export's own note differs from ours.
    NoteDiffers, "note-differs", Warning,
        "Ghi chú trong tệp khác ghi chú tính theo ngưỡng hiện tại.",
        "Kết quả in ghi chú tính theo ngưỡng; ghi chú trong tệp không được dùng.",
        "Kiểm tra ngưỡng đang đặt, hoặc ghi chú cũ trong tệp.";
    /// The export's own ranks differ from those of its own figures.
    RankDiffers, "rank-differs", Warning,
        "Xếp hạng ghi trong tệp khác thứ tự của số liệu trong chính tệp đó.",
        "Kết quả xếp hạng theo số liệu; xếp hạng trong tệp không được dùng.",
        "Kiểm tra số liệu và xếp hạng của dòng này trong tệp nguồn: có thể một trong hai bị gõ nhầm hoặc chưa cập nhật.";
    /// Fewer cells than the header has.
    RowShorter, "row-shorter", Warning,
        "Dòng có ít ô hơn dòng tiêu đề.",
        "Các ô thiếu coi như chưa có số liệu.",
        "Kiểm tra dòng có bị cắt hoặc lệch cột không.";
    /// Rounded, a value reaches a limit that it exactly misses.
    LimitByRounding, "limit-by-rounding", Info,
        "Giá trị làm tròn thì đạt ngưỡng, giá trị chính xác thì chưa.",
        "Ghi chú theo giá trị đã làm tròn như in trong bảng, để bảng không tự mâu thuẫn.",
        "Nếu muốn so theo giá trị chính xác, chọn ở «So với ngưỡng bằng» trong mục «Bộ ngưỡng» (dòng lệnh: compare = \"exact\").";
    /// The table stands in a sheet nobody sees.
    SheetHidden, "sheet-hidden", Warning,
        "Bảng số liệu nằm ở trang tính đang bị ẩn, hoặc là bảng đang bị ẩn của trang web.",
        "Số liệu ở đó vẫn được dùng, vì các trang tính, các bảng đang hiện không có số liệu.",
        "Kiểm tra trang tính, bảng này có còn dùng không; nếu không, xóa nó trong tệp nguồn.";
    /// Another sheet of the workbook.
    SheetNotRead, "sheet-not-read", Info,
        "Tệp còn trang tính khác.",
        "Trang tính ghi ở đây không được dùng.",
        "Nếu cần số liệu ở trang tính này, lưu riêng nó thành một tệp rồi chọn thêm tệp đó.";
    /// Letters of old fonts, or of UTF-8 taken for something else, repaired.
    LettersRepaired, "letters-repaired", Warning,
        "Chữ trong tệp là chữ của phông cũ (.VnTime, VNI) hoặc bị lưu sai bảng mã.",
        "Chữ đã được đổi thành Unicode; ô ghi ở đây là ô đầu tiên, trước → sau khi đổi.",
        "Xem chữ sau khi đổi đọc có đúng không; nếu sai, chọn cách sửa chữ khác hoặc để nguyên chữ.";
    /// Another reading of the letters is nearly as good.
    EncodingUncertain, "encoding-uncertain", Warning,
        "Không chắc chữ trong tệp viết theo bảng mã nào.",
        "Tệp được đọc theo cách ghi trước; nếu không đúng, tên đơn vị có thể sai chữ.",
        "Xem hai cách đọc ghi ở đây; nếu cách sau mới đúng, chọn lại bảng mã cho tệp.";
    /// Zeros in a text.
    ZerosInText, "zeros-in-text", Warning,
        "Trong tệp văn bản có các byte 0, thường vì máy tắt khi tệp đang được lưu hoặc sao chép.",
        "Các byte này được bỏ qua; phần cuối của bảng có thể đã mất.",
        "Kiểm tra tệp có đủ dòng không; nếu thiếu, xuất lại từ hệ thống nguồn.";
    /// Several sheets that could each be the one that is meant.
    SheetsAlike, "sheets-alike", Warning,
        "Tệp có nhiều trang tính cùng chứa bảng số liệu.",
        "Trang tính ghi ở đây cũng là bảng số liệu nhưng không được dùng.",
        "Kiểm tra đúng trang tính cần dùng; nếu không, chọn trang tính khác; nếu cần cả hai, lưu riêng trang tính ghi ở đây thành một tệp rồi chọn thêm tệp đó.";
    /// Several sheets of a workbook, or tables of a web page, that are parts of one table.
    SheetsJoined, "sheets-joined", Info,
        "Tệp chia số liệu ra nhiều trang tính hoặc nhiều bảng: mỗi phần có đơn vị, chỉ tiêu hoặc hồ sơ riêng.",
        "Trang tính, bảng ghi ở đây được dùng cùng trang, bảng đã đọc, như hai tệp chọn cùng lúc.",
        "Kiểm tra các trang này có cùng kỳ không; nếu chỉ cần một trang, chọn trang đó ở mục tệp đã đọc, hoặc lưu riêng nó thành một tệp.";
    /// Several tables of a web page that could each be the one that is meant.
    TablesAlike, "tables-alike", Warning,
        "Trang web có nhiều bảng số liệu, hoặc tệp JSON có nhiều danh sách.",
        "Bảng, danh sách ghi ở đây cũng là số liệu nhưng không được dùng.",
        "Kiểm tra đúng bảng cần dùng; nếu không, chọn bảng khác; nếu cần cả hai, lưu riêng bảng, danh sách ghi ở đây thành một tệp rồi chọn thêm tệp đó, hoặc dán vào ô «Dán bảng».";
    /// Several tables of a web page that are one.
    TablesJoined, "tables-joined", Info,
        "Một bảng số liệu được chia thành nhiều bảng (trang web lặp lại tiêu đề ở mỗi trang in, hoặc để tiêu đề riêng một bảng) hay nhiều danh sách (tệp JSON).",
        "Các dòng của bảng, danh sách ghi ở đây được đọc nối vào bảng đã đọc; số dòng được đếm tiếp.",
        "Kiểm tra các phần này có cùng kỳ không; nếu không, chọn riêng từng bảng hoặc lưu riêng từng danh sách.";
    /// A part of a list, by what its interface, or a row below it, says of the whole.
    ListIncomplete, "list-incomplete", Warning,
        "Tệp ghi rằng danh sách còn dòng khác: đây chỉ là một trang, một phần của danh sách, hoặc tệp bị cắt cụt.",
        "Kết quả chỉ tính các dòng có trong tệp; hồ sơ, đơn vị ở các dòng khác chưa được tính.",
        "Lấy đủ mọi trang, bỏ bộ lọc khi xuất, rồi chọn tất cả các tệp; nếu các phần khác đã được chọn thì không cần làm gì.";
    /// A header with a line break in a cell, joined again.
    HeaderParted, "header-parted", Info,
        "Dòng tiêu đề bị ngắt thành nhiều dòng, vì trong ô tiêu đề có dấu xuống dòng.",
        "Các dòng ghi ở đây được nối lại và đọc như một dòng tiêu đề; số liệu không đổi.",
        "Xem tên cột ở mục tệp đã đọc có đúng không; nếu sai, bỏ dấu xuống dòng trong ô tiêu đề rồi dán hoặc chọn lại tệp.";
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
