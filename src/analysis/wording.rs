//! The words of the documents: who writes, to whom, what is asked. All of it can be edited; what ships is the letter of the
//! office of the Lào Cai People's Committee of June 2023, its typing errors mended, without the name of its signer.

use serde::Deserialize;
use serde::Serialize;

use super::SettingsError;
use crate::domain::Day;
use crate::domain::Map;
use crate::text;

/// What a text may hold between braces, and what stands there instead. Where it is unknown, dots are printed, or the whole
/// part between square brackets around it is left out.
pub const BLANKS: [(&str, &str); 24] = [
    ("tinh", "tỷ lệ toàn tỉnh: 57,7%"),
    ("ky", "kỳ của tỷ lệ: từ 01/01/2023 đến 05/6/2023"),
    ("ky-chung-thuc", "kỳ của số chứng thực điện tử"),
    ("nhom", "nhóm được xếp hạng, chữ in hoa: UBND CẤP HUYỆN"),
    ("so-don-vi", "số đơn vị được xếp hạng: 09"),
    ("thap", "các đơn vị «Thấp», kèm tỷ lệ"),
    ("so-thap", "số đơn vị «Thấp»: 03"),
    ("qua-thap", "các đơn vị «Quá thấp», kèm số chứng thực"),
    ("so-qua-thap", "số đơn vị «Quá thấp»: 04"),
    ("so-nhac", "số đơn vị «Thấp» hoặc «Quá thấp»: 05"),
    ("nguong-thap", "ngưỡng «Thấp»: 50%; không có khi luật tương đối đánh dấu"),
    ("nguong-qua-thap", "ngưỡng «Quá thấp»: 1.000; không có khi luật tương đối đánh dấu"),
    ("can-cu", "căn cứ về cơ chế một cửa, theo ngày"),
    ("mot-cua", "nơi tiếp nhận hồ sơ, theo ngày"),
    ("dia-phuong", "UBND các huyện, thị xã, thành phố; từ 01/7/2025: UBND các xã, phường"),
    ("co-quan", "cơ quan ban hành: Văn phòng UBND tỉnh"),
    ("so-ky-hieu", "số và ký hiệu: …/VPUBND-KSTT"),
    ("ngay", "ngày ban hành: 05/6/2023"),
    ("don-vi", "tên đơn vị được nhắc"),
    ("ty-le", "tỷ lệ của đơn vị được nhắc, kèm hạng"),
    ("ky-truoc", "hạng và tỷ lệ kỳ trước của đơn vị được nhắc"),
    ("chung-thuc", "số chứng thực của đơn vị được nhắc"),
    ("mat-diem", "ba thành phần A–G làm đơn vị được nhắc mất nhiều điểm nhất, kèm tỷ lệ"),
    ("con-thieu", "phần còn thiếu của đơn vị được nhắc để ra khỏi các ghi chú"),
];

/// A column that an appendix may have besides those of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExtraColumn {
    /// Hạng: the rank, where units share one.
    Rank,
    /// Thay đổi: ranks climbed or lost since the period before.
    Change,
    /// Còn thiếu: what is missing to leave the notes.
    Shortfall,
}

/// Mẫu văn bản: what the documents say besides the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Wording {
    /// The body above the issuer, in capitals.
    pub superior: String,
    /// The body that issues, in capitals; it stands alone where `superior` is empty.
    pub issuer: String,
    /// The same within a sentence.
    pub issuer_name: String,
    /// What follows the number: body and division.
    pub symbol: String,
    /// The number; left empty for the clerk.
    pub number: String,
    /// Where it is issued.
    pub place: String,
    /// The day of issue: `05/6/2023`, `6/2023`, `2023`, or empty for the clerk.
    pub date: String,
    /// Whether a mark says that it is a draft.
    pub draft: bool,
    /// What the letter is about.
    pub subject: String,
    /// To whom it goes, a line each.
    pub addressees: Vec<String>,
    /// Its paragraphs.
    pub body: Vec<String>,
    /// Who gets a copy, a line each.
    pub recipients: Vec<String>,
    /// In what capacity it is signed, a line each.
    pub signature: Vec<String>,
    /// Who signs.
    pub signer: String,
    /// The title of an appendix.
    pub appendix_title: String,
    /// What an appendix belongs to.
    pub appendix_reference: String,
    /// The columns an appendix has besides the letter's.
    pub columns: Vec<ExtraColumn>,
    /// Whether `49%` is printed as `49,0%`.
    pub decimal_zero: bool,
    /// How units are called in documents, by their ids, where it is not their full name.
    pub names: Map<String, String>,
    /// What a reminder to one unit is about.
    pub reminder_subject: String,
    /// Its paragraphs.
    pub reminder: Vec<String>,
    /// The short text for a chat, a line each.
    pub message: Vec<String>,
}

impl Default for Wording {
    fn default() -> Self {
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        Self {
            superior: "UBND TỈNH LÀO CAI".into(),
            issuer: "VĂN PHÒNG".into(),
            issuer_name: "Văn phòng UBND tỉnh".into(),
            symbol: "VPUBND-KSTT".into(),
            number: String::new(),
            place: "Lào Cai".into(),
            date: String::new(),
            draft: false,
            subject: "V/v đôn đốc thực hiện nhóm chỉ số Số hóa hồ sơ, Bộ chỉ số 766".into(),
            addressees: lines(&["Các sở, ban, ngành thuộc UBND tỉnh", "{dia-phuong}"]),
            body: lines(&BODY),
            recipients: lines(&[
                "Chủ tịch UBND tỉnh (để b/c)",
                "Như kính gửi",
                "Lãnh đạo VP UBND tỉnh",
                "Lưu: VT, KSTT1",
            ]),
            signature: lines(&["KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"]),
            signer: String::new(),
            appendix_title: "KẾT QUẢ NHÓM CHỈ SỐ “SỐ HÓA HỒ SƠ” CỦA {nhom}".into(),
            appendix_reference: "(Ban hành kèm theo Công văn số {so-ky-hieu} ngày {ngay}\ncủa {co-quan} Lào Cai)"
                .into(),
            columns: Vec::new(),
            decimal_zero: false,
            names: Map::from([("tp-lao-cai".to_owned(), "UBND TP Lào Cai".to_owned())]),
            reminder_subject: "V/v khắc phục chỉ tiêu thấp trong nhóm chỉ số Số hóa hồ sơ".into(),
            reminder: lines(&REMINDER),
            message: lines(&MESSAGE),
        }
    }
}

/// The letter of June 2023; the units by note are named as its appendix names them.
const BODY: [&str; 4] = [
    "Thực hiện Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ phê duyệt Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện TTHC, dịch vụ công theo thời gian thực trên môi trường điện tử (sau đây viết tắt là Bộ chỉ số 766), {co-quan} đã tham mưu trình Thường trực UBND tỉnh ban hành các văn bản triển khai thực hiện. Tuy nhiên, qua theo dõi {co-quan} thấy trong thời gian qua nhóm chỉ số thành phần “**Số hóa hồ sơ**” của các cơ quan, đơn vị, địa phương đạt thấp[ (toàn tỉnh đạt {tinh})].[ Trong {so-don-vi} đơn vị được xếp hạng, có {so-thap} đơn vị đạt tỷ lệ thấp[ (dưới {nguong-thap})]: {thap}.][ Có {so-qua-thap} đơn vị có kết quả chứng thực điện tử bản sao từ bản chính quá thấp[ (dưới {nguong-qua-thap} hồ sơ)]: {qua-thap}.] (Chi tiết tại Phụ lục kèm theo). Để nâng cao nhóm chỉ số “Số hóa hồ sơ”, {co-quan} đề nghị Lãnh đạo các sở, ban, ngành, địa phương quan tâm chỉ đạo:",
    "1. Công chức/viên chức được phân công tiếp nhận, xử lý, giải quyết và trả kết quả hồ sơ TTHC tại {mot-cua} (đối với các trường hợp quy định tại {can-cu}), phòng chuyên môn phải xem xét, kiểm tra tính chính xác, đầy đủ của hồ sơ; đảm bảo 100% các hồ sơ, kết quả giải quyết TTHC đủ điều kiện phải được **quét (scan) và lưu trữ hồ sơ điện tử**, cập nhật vào cơ sở dữ liệu của Hệ thống thông tin một cửa điện tử của tỉnh (thành phần hồ sơ, kết quả giải quyết TTHC).",
    "2. Chỉ đạo công chức/viên chức được giao theo dõi Bộ chỉ số 766 thường xuyên vào trang https://quantri.dichvucong.gov.vn và https://dichvucong.laocai.gov.vn để theo dõi nhóm chỉ số “Số hóa hồ sơ” gồm 04 chỉ tiêu: (1) Tỷ lệ hồ sơ cấp kết quả điện tử; (2) Tỷ lệ hồ sơ TTHC số hóa hồ sơ, kết quả giải quyết TTHC; (3) Số liệu cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính; (4) Tỷ lệ dữ liệu số hóa hồ sơ...; kịp thời báo cáo Lãnh đạo cơ quan, đơn vị có biện pháp khắc phục ngay những chỉ tiêu còn thấp, nhằm góp phần nâng cao chỉ số của tỉnh.",
    "{co-quan} đề nghị Lãnh đạo các sở, ban, ngành, {dia-phuong} quan tâm phối hợp, triển khai thực hiện./.",
];

const REMINDER: [&str; 5] = [
    "Qua theo dõi nhóm chỉ số “Số hóa hồ sơ” thuộc Bộ chỉ số theo Quyết định số 766/QĐ-TTg ngày 23/6/2022 của Thủ tướng Chính phủ, {co-quan} thông báo kết quả của {don-vi} như sau:",
    "- Tỷ lệ % tổng chung nhóm số hóa hồ sơ[ ({ky})]: {ty-le}[ (kỳ trước: {ky-truoc})].",
    "[- Kết quả chứng thực điện tử bản sao từ bản chính[ ({ky-chung-thuc})]: {chung-thuc}.]",
    "[- Chỉ tiêu thành phần mất nhiều điểm nhất: {mat-diem}.]",
    "[Để ra khỏi diện nhắc, {don-vi} còn thiếu {con-thieu}. ]{co-quan} đề nghị Lãnh đạo {don-vi} chỉ đạo rà soát nguyên nhân, khắc phục ngay những chỉ tiêu còn thấp và báo cáo kết quả về {co-quan}./.",
];

const MESSAGE: [&str; 4] = [
    "Nhóm chỉ số Số hóa hồ sơ[ ({ky})]: {so-don-vi} đơn vị được xếp hạng[, toàn tỉnh đạt {tinh}].",
    "[Thấp[ (dưới {nguong-thap})]: {thap}.]",
    "[Chứng thực điện tử quá thấp[ (dưới {nguong-qua-thap} hồ sơ)]: {qua-thap}.]",
    "[Đề nghị {so-nhac} đơn vị nêu trên rà soát, khắc phục ngay những chỉ tiêu còn thấp.]",
];

/// The day of issue as far as it is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Issued {
    /// The year.
    pub year: Option<u16>,
    /// The month.
    pub month: Option<u8>,
    /// The day.
    pub day: Option<u8>,
}

impl Issued {
    /// Reads `05/6/2023`, `6/2023`, `2023` or nothing. `None` for what is no day, month or year of the calendar.
    fn read(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split('/').map(str::trim).collect();
        match parts.as_slice() {
            [""] => Some(Self::default()),
            [year] => {
                let day = Day::new(year.parse().ok()?, 1, 1)?;
                Some(Self { year: Some(day.year()), ..Self::default() })
            }
            [month, year] => {
                let day = Day::new(year.parse().ok()?, month.parse().ok()?, 1)?;
                Some(Self { year: Some(day.year()), month: Some(day.month()), day: None })
            }
            _ => {
                let day = text::day(text)?;
                Some(Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()) })
            }
        }
    }

    /// The day itself, where all of it is set.
    #[must_use]
    pub fn whole(self) -> Option<Day> {
        Day::new(self.year?, self.month?, self.day?)
    }
}

impl Wording {
    /// The day of issue as far as it is set.
    #[must_use]
    pub fn issued(&self) -> Issued {
        Issued::read(&self.date).unwrap_or_default()
    }

    /// What cannot be used; `None` where all can.
    #[must_use]
    pub fn fault(&self) -> Option<SettingsError> {
        if Issued::read(&self.date).is_none() {
            return Some(SettingsError::Issued { found: self.date.clone() });
        }
        let single = [&self.subject, &self.appendix_title, &self.appendix_reference, &self.reminder_subject];
        let lists = [&self.addressees, &self.body, &self.recipients, &self.reminder, &self.message];
        let texts = single.into_iter().chain(lists.into_iter().flatten());
        let mut named = texts.flat_map(|text| text.split('{').skip(1)).filter_map(|rest| rest.split_once('}'));
        let strange = named.find(|(name, _)| !BLANKS.iter().any(|(known, _)| known == name));
        strange.map(|(name, _)| SettingsError::Blank {
            found: name.to_owned(),
            known: BLANKS.map(|(known, _)| known).join(", "),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_ship_have_no_fault_and_no_error_of_the_letter() {
        let shipped = Wording::default();
        assert_eq!(shipped.fault(), None);
        let text = whole_text(&shipped);
        for error in ["đơn đốc", "tư bản chính", "%%", "VPUBND - KSTT", "KT.CHÁNH"] {
            assert!(!text.contains(error), "{error}");
        }
    }

    /// All texts in one.
    fn whole_text(wording: &Wording) -> String {
        serde_json::to_string(wording).unwrap()
    }

    #[test]
    fn a_day_may_be_set_in_part_and_nothing_else_is_taken_for_one() {
        let issued = |year, month, day| Some(Issued { year, month, day });
        assert_eq!(Issued::read(""), issued(None, None, None));
        assert_eq!(Issued::read("2023"), issued(Some(2023), None, None));
        assert_eq!(Issued::read("6/2023"), issued(Some(2023), Some(6), None));
        assert_eq!(Issued::read("05/6/2023"), issued(Some(2023), Some(6), Some(5)));
        for text in ["31/6/2023", "13/2023", "hôm nay", "1/2/3/4", "23"] {
            assert_eq!(Issued::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_blank_that_no_document_knows_is_named() {
        let wording = Wording { subject: "Số {tinh}, {huyen}".into(), ..Wording::default() };
        assert!(matches!(wording.fault(), Some(SettingsError::Blank { found, .. }) if found == "huyen"));
    }
}
