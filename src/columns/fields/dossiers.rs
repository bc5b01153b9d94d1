//! The columns of a list of dossiers: its code, its days, its status, what of it is digitised. What names a person is
//! known only so that it is never read.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::exactly;
use crate::columns::header::Header;

/// Folded headers of each column.
const KEYS: [(Field, &[&str]); 15] = [
    (
        Field::DossierCode,
        &["ma ho so", "ma hs", "so bien nhan", "ma bien nhan", "ma so ho so", "so ho so", "mahoso", "ma so bien nhan"],
    ),
    (
        Field::Procedure,
        &["ten thu tuc hanh chinh", "thu tuc hanh chinh", "thu tuc", "tthc", "ten tthc", "ten thu tuc", "ma tthc"],
    ),
    (Field::Sector, &["linh vuc", "ten linh vuc"]),
    (
        Field::ReceivedAt,
        &[
            "ngay tiep nhan",
            "ngay nhan",
            "tiep nhan luc",
            "ngay tiep nhan ho so",
            "thoi gian tiep nhan",
            "ngay nhan ho so",
            "ngaytiepnhan",
        ],
    ),
    (Field::DueAt, &["ngay hen tra", "han tra", "ngay hen", "ngay hen tra ket qua", "han xu ly", "ngayhentra"]),
    (
        Field::DoneAt,
        &[
            "ngay ket thuc xu ly",
            "ngay hoan thanh",
            "ngay co ket qua",
            "ngay xu ly xong",
            "ngay giai quyet xong",
            "ngayketthucxuly",
        ],
    ),
    (Field::ReturnedAt, &["ngay tra", "ngay tra ket qua", "ngay tra kq", "ngaytraketqua", "ngaytra"]),
    (
        Field::Status,
        &["trang thai", "trang thai ho so", "tinh trang", "tinh trang ho so", "tinh trang xu ly", "trangthaihoso"],
    ),
    (
        Field::Channel,
        &[
            "hinh thuc nop",
            "kenh thuc hien",
            "hinh thuc tiep nhan",
            "kenhthuchien",
            "kenh tiep nhan",
            "hinh thuc nop ho so",
        ],
    ),
    (Field::Papers, &["so thanh phan ho so", "so tphs", "tong so thanh phan", "so thanh phan", "so giay to"]),
    (
        Field::PapersDigitised,
        &[
            "so thanh phan da so hoa",
            "so thanh phan duoc so hoa",
            "so tphs da so hoa",
            "duocsohoa",
            "duoc so hoa",
            "so hoa tphs",
            "da so hoa",
            "so hoa thanh phan ho so",
            "hosocothanhphansohoa",
            "ho so co thanh phan so hoa",
            "so hoa",
        ],
    ),
    (
        Field::EResult,
        &[
            "ket qua dien tu",
            "co ket qua dien tu",
            "kq dien tu",
            "so hoa kq",
            "cap ket qua dien tu",
            "so hoa ket qua",
            "duongdanteptinketqua",
            "duong dan tep tin ket qua",
            "maketqua",
            "tep ket qua",
            "file ket qua",
        ],
    ),
    (
        Field::ReuseFlag,
        &["tai su dung du lieu", "tai su dung", "duoctaisudung", "duoc tai su dung", "su dung lai du lieu"],
    ),
    (Field::StoreFlag, &["duoclaytukhodmqg", "duoc lay tu kho dmqg", "lay tu kho du lieu quoc gia"]),
    (
        Field::Personal,
        &[
            "chu ho so",
            "so dien thoai",
            "dien thoai",
            "dia chi",
            "email",
            "nguoi nop",
            "ten nguoi nop",
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
    ],
    refused: &["Tên đơn vị", "Mã đơn vị", "STT", "Số hồ sơ tiếp nhận"],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    KEYS.iter().find_map(|(field, keys)| exactly(header, *field, keys))
}
