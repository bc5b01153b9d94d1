//! The columns of a list of dossiers: its code, its days, its status, what of it is digitised. What names a person is
//! known only so that it is never read.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::is_one_of;
use super::words::E_RESULT;
use super::words::PROCEDURE;
use super::words::REUSED;
use super::words::counted;
use super::words::in_full;
use super::words::parent_of;
use crate::columns::header::Header;
use crate::columns::header::stand_in;

/// Folded headers of each column, abbreviations written out.
const KEYS: [(Field, &[&str]); 11] = [
    (
        Field::DossierCode,
        &["ma ho so", "so bien nhan", "ma bien nhan", "ma so ho so", "so ho so", "ma so bien nhan", "ma ho so tthc"],
    ),
    (Field::Procedure, &PROCEDURE),
    (Field::Procedure, &["ma tthc"]),
    (Field::Sector, &["linh vuc", "ten linh vuc"]),
    (
        Field::Status,
        &[
            "trang thai",
            "trang thai ho so",
            "trang thai xu ly",
            "trang thai xu ly ho so",
            "trang thai giai quyet",
            "trang thai giai quyet ho so",
            "tinh trang",
            "tinh trang ho so",
            "tinh trang xu ly",
            "tinh trang xu ly ho so",
            "tinh trang giai quyet",
            "tinh trang giai quyet ho so",
            "dossierstatus",
            "dossierstatus name",
        ],
    ),
    (
        Field::Channel,
        &[
            "hinh thuc nop",
            "kenh thuc hien",
            "hinh thuc tiep nhan",
            "kenh tiep nhan",
            "hinh thuc nop ho so",
            "kenh nop",
            "phuong thuc nop",
        ],
    ),
    (Field::Papers, &["so thanh phan ho so", "so tphs", "tong so thanh phan", "so thanh phan", "so giay to"]),
    (Field::PapersDigitised, &["hosocothanhphansohoa", "ho so co thanh phan so hoa"]),
    (Field::StoreFlag, &["duoc lay tu kho dmqg", "lay tu kho dmqg", "lay tu kho du lieu quoc gia", "tu kho dmqg"]),
    (
        Field::Paper,
        &[
            "ten giay to",
            "ten thanh phan",
            "ten thanh phan ho so",
            "ten tphs",
            "ten giay to thanh phan",
            "ten thanh phan giay to",
            "thanh phan ho so",
            "giay to",
            "loai giay to",
            "ten tep",
            "ten tep tin",
            "ten file",
            "ten tai lieu",
            "thanh phan",
        ],
    ),
    (
        Field::Personal,
        &[
            "chu ho so",
            "ho ten chu ho so",
            "ho va ten chu ho so",
            "so dien thoai",
            "dien thoai",
            "dia chi",
            "dia chi thuong tru",
            "email",
            "nguoi nop",
            "ten nguoi nop",
            "ho ten nguoi nop",
            "ho va ten nguoi nop",
            "nguoi nop ho so",
            "ten chu ho so",
            "ho ten",
            "ho va ten",
            "cccd",
            "so cccd",
            "cmnd",
            "so cmnd",
            "cmnd cccd",
            "so giay to tuy than",
            "so dinh danh",
            "ngay sinh",
            "can bo xu ly",
            "can bo xu ly hien tai",
            "can bo tiep nhan",
            "don vi ca nhan giai quyet",
            "ten to chuc ca nhan",
            "to chuc ca nhan",
        ],
    ),
];

/// What the folded headers of days say behind the words that only say that it is a day: “ngày”, “thời gian”.
const DAYS: [(Field, &[&str]); 4] = [
    (Field::ReceivedAt, &["tiep nhan", "nhan", "tiep nhan ho so", "nhan ho so"]),
    (Field::DueAt, &["hen tra", "hen", "hen tra ket qua", "hen tra ho so"]),
    (
        Field::DoneAt,
        &[
            "ket thuc",
            "ket thuc ho so",
            "ket thuc xu ly",
            "ket thuc xu ly ho so",
            "ket thuc giai quyet",
            "hoan thanh",
            "hoan thanh ho so",
            "hoan thanh xu ly",
            "hoan thanh xu ly ho so",
            "hoan thanh giai quyet",
            "hoan tat",
            "hoan tat ho so",
            "hoan tat xu ly",
            "co ket qua",
            "xu ly xong",
            "giai quyet xong",
        ],
    ),
    (
        Field::ReturnedAt,
        &[
            "tra",
            "tra ket qua",
            "tra ket qua ho so",
            "tra ho so",
            "tra thuc te",
            "tra ket qua thuc te",
            "thuc tra",
            "thuc te tra",
            "thuc te tra ket qua",
        ],
    ),
];

/// Folded headers of days that say so in other words. “Thời gian giải quyết” is a number of days and none of them.
const OTHER_DAYS: [(Field, &[&str]); 3] = [
    (Field::ReceivedAt, &["tiep nhan luc"]),
    (Field::DueAt, &["han tra", "han tra ket qua", "han xu ly", "han giai quyet"]),
    (Field::DoneAt, &["ngay giai quyet", "ngay giai quyet ho so"]),
];

/// Words in front that only say that a column holds days.
const OF_DAYS: [&str; 6] = ["ngay gio", "ngay thang", "thoi gian", "thoi diem", "gio", "ngay"];

/// Folded headers of each flag, without the words that only say that it is one: “đã”, “được”, “có”, a quantity.
const FLAGS: [(Field, &[&str]); 5] = [
    (
        Field::PapersDigitised,
        &[
            "so hoa",
            "so hoa tphs",
            "so hoa thanh phan",
            "so hoa giay to",
            "tinh trang so hoa",
            "thanh phan so hoa",
            "tphs so hoa",
            "giay to so hoa",
            "tiep nhan file",
            "tep thanh phan",
            "tep tphs",
            "file thanh phan",
            "file tphs",
            "tep tin thanh phan",
            "tep tin tphs",
        ],
    ),
    (Field::EResult, &E_RESULT),
    (Field::EResult, &["hoan thanh file"]),
    (Field::ReuseFlag, &REUSED),
    (
        Field::ReuseFlag,
        &[
            "tai su dung giay to",
            "khai thac su dung lai thong tin du lieu so hoa",
            "su dung lai thong tin du lieu so hoa",
        ],
    ),
];

/// Folded headers of columns that name the result itself: whatever stands there, there is one.
const RESULTS: [&str; 9] = [
    "ma ket qua",
    "duong dan tep tin ket qua",
    "duong dan ket qua",
    "duong dan tep ket qua",
    "duong dan file ket qua",
    "link ket qua",
    "tep ket qua",
    "tep tin ket qua",
    "file ket qua",
];

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Dossiers,
    names,
    accepted: &[
        ("Mã hồ sơ", Field::DossierCode),
        ("Số hồ sơ", Field::DossierCode),
        ("Tên thủ tục hành chính", Field::Procedure),
        ("Ngày tiếp nhận", Field::ReceivedAt),
        ("Ngày hẹn trả", Field::DueAt),
        ("Ngày kết thúc xử lý", Field::DoneAt),
        ("Ngày trả kết quả", Field::ReturnedAt),
        ("Trạng thái hồ sơ", Field::Status),
        ("Hình thức nộp", Field::Channel),
        ("Số thành phần đã số hóa", Field::PapersDigitised),
        ("Kết quả điện tử", Field::EResult),
        ("Tái sử dụng dữ liệu", Field::ReuseFlag),
        ("DuocLayTuKhoDMQG", Field::StoreFlag),
        ("TenTTHC", Field::Procedure),
        ("TrangThai", Field::Status),
        ("Chủ hồ sơ", Field::Personal),
        ("Số điện thoại", Field::Personal),
        ("Đơn vị/ cá nhân giải quyết", Field::Personal),
        ("Thời gian nhận", Field::ReceivedAt),
        ("Ngày giờ tiếp nhận", Field::ReceivedAt),
        ("Thời điểm tiếp nhận HS", Field::ReceivedAt),
        ("Thời gian hẹn trả", Field::DueAt),
        ("Hạn trả KQ", Field::DueAt),
        ("Thời gian kết thúc", Field::DoneAt),
        ("Thời gian hoàn thành", Field::DoneAt),
        ("Ngày giải quyết", Field::DoneAt),
        ("Ngày kết thúc hồ sơ", Field::DoneAt),
        ("Ngày hoàn tất", Field::DoneAt),
        ("Thời gian trả", Field::ReturnedAt),
        ("Thời gian trả kết quả", Field::ReturnedAt),
        ("Thời điểm trả KQ", Field::ReturnedAt),
        ("Ngày thực trả", Field::ReturnedAt),
        ("Ngày trả hồ sơ", Field::ReturnedAt),
        ("Mã số HS", Field::DossierCode),
        ("Trạng thái xử lý", Field::Status),
        ("Trạng thái HS", Field::Status),
        ("Tình trạng GQ", Field::Status),
        ("Ngày tiếp nhận HS", Field::ReceivedAt),
        ("Ngày trả KQ", Field::ReturnedAt),
        ("Ngày trả thực tế", Field::ReturnedAt),
        ("Ngày hoàn thành xử lý", Field::DoneAt),
        ("Có số hóa TPHS", Field::PapersDigitised),
        ("Đã số hóa TPHS", Field::PapersDigitised),
        ("Số TPHS đã được số hóa", Field::PapersDigitised),
        ("Số giấy tờ đã số hóa", Field::PapersDigitised),
        ("Số hóa thành phần hồ sơ (Có/Không)", Field::PapersDigitised),
        ("Tiếp nhận có file", Field::PapersDigitised),
        ("Có tệp thành phần", Field::PapersDigitised),
        ("Có file thành phần hồ sơ", Field::PapersDigitised),
        ("DuocSoHoa", Field::PapersDigitised),
        ("HoSoCoThanhPhanSoHoa", Field::PapersDigitised),
        ("Hoàn thành có file", Field::EResult),
        ("Số hóa KQ", Field::EResult),
        ("Đã số hóa kết quả", Field::EResult),
        ("Có kết quả điện tử", Field::EResult),
        ("Kết quả GQ điện tử", Field::EResult),
        ("DuongDanTepTinKetQua", Field::EResult),
        ("MaKetQua", Field::EResult),
        ("Có tái sử dụng thành phần", Field::ReuseFlag),
        ("DuocTaiSuDung", Field::ReuseFlag),
        ("Khai thác, sử dụng lại", Field::ReuseFlag),
        ("Sử dụng lại thông tin, dữ liệu số hóa", Field::ReuseFlag),
        ("Họ tên chủ hồ sơ", Field::Personal),
        ("Tên giấy tờ", Field::Paper),
        ("Số hóa / Thành phần hồ sơ", Field::PapersDigitised),
        ("Tên thành phần HS", Field::Paper),
        ("Loại giấy tờ", Field::Paper),
        ("Tên tệp tin", Field::Paper),
        ("Thành phần hồ sơ / Đã số hóa", Field::PapersDigitised),
        ("Kết quả giải quyết / Đã số hóa", Field::EResult),
        ("Kết quả giải quyết / Bản điện tử", Field::EResult),
        ("Trả kết quả / Ngày", Field::ReturnedAt),
    ],
    refused: &[
        "Tên đơn vị",
        "Mã đơn vị",
        "STT",
        "Số hồ sơ tiếp nhận",
        "Chưa số hóa",
        "Không số hóa",
        "Mã hồ sơ DVCQG",
        "Kết quả",
        "Ngày cấp",
        "Ngày đăng ký",
        "Thời gian giải quyết",
        "Thời gian xử lý",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    // Below “Số hóa” the papers are what is digitised.
    let is_child = header.path != header.key;
    let of_key = || named(&header.key).filter(|field| !(is_child && *field == Field::Paper));
    let below = || if is_child { below_parent(header) } else { None };
    below().or_else(of_key).or_else(|| named(&header.path)).map(|field| (field, Match::Exact))
}

/// What a header means by the rows above it: “Đã số hóa”, “Ngày” and “Tổng số” stand below several parents.
fn below_parent(header: &Header) -> Option<Field> {
    let parent = in_full(parent_of(header));
    let about = |words: &[&str]| words.iter().any(|words| stand_in(&parent, words));
    let papers = about(&["tphs", "thanh phan", "giay to", "tiep nhan", "dau vao"]);
    let results = about(&["ket qua", "dau ra", "tra", "giai quyet"]);
    let key = header.key.as_str();
    if papers == results {
        return None;
    }
    match key {
        _ if counted(key) == "so hoa" => Some(if papers { Field::PapersDigitised } else { Field::EResult }),
        "tong so" | "so luong" if about(&["tphs", "thanh phan", "giay to"]) => Some(Field::Papers),
        "dien tu" | "ban dien tu" if results => Some(Field::EResult),
        _ if OF_DAYS.contains(&key) => named(&format!("{key} {parent}")),
        _ => None,
    }
}

fn named(words: &str) -> Option<Field> {
    let full = in_full(words);
    // What a cell may say is no part of its column's name.
    let full = full.strip_suffix(" co khong").unwrap_or(&full);
    let of = |keys: &[(Field, &[&str])], words: &str| {
        keys.iter().find(|(_, keys)| is_one_of(words, keys)).map(|(field, _)| *field)
    };
    let flag = || of(&FLAGS, &counted(full)).or_else(|| of(&FLAGS, full.strip_prefix("duoc")?));
    let day = || OF_DAYS.iter().find_map(|front| of(&DAYS, full.strip_prefix(front)?.trim_start()));
    of(&KEYS, full)
        .or_else(|| of(&OTHER_DAYS, full))
        .or_else(day)
        .or_else(flag)
        .or_else(|| is_one_of(full, &RESULTS).then_some(Field::EResult))
}

/// What the name of a column of flags says of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::columns) enum Marks {
    /// Nothing: they may say yes and no, or count.
    Any,
    /// It names the results themselves: whatever stands there, there is one.
    Results,
    /// It counts papers, “Số thành phần đã số hóa”.
    Counts,
}

impl Marks {
    pub(in crate::columns) fn of(header: &Header) -> Self {
        let words = header.key.replace(' ', "");
        if is_one_of(&in_full(&header.key), &RESULTS) {
            Self::Results
        } else if ["so", "tongso"].iter().any(|front| words.starts_with(front)) && !words.starts_with("sohoa") {
            Self::Counts
        } else {
            Self::Any
        }
    }
}
