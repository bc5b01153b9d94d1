//! Đơn vị: the name of the unit a row is about.

use super::Field::Unit;
use super::word_card;

word_card!(Unit, Any, [
        "don vi", "ten don vi", "ten co quan", "co quan", "co quan don vi", "ten co quan don vi", "don vi co quan",
        "co quan thuc hien", "don vi thuc hien", "don vi tiep nhan", "don vi giai quyet", "don vi bao cao",
        "don vi xu ly", "co quan giai quyet", "co quan tiep nhan", "dia phuong", "ten dia phuong", "don vi dia phuong",
        "co quan don vi dia phuong", "ten", "departmentname", "ubnd cap huyen", "ubnd cap xa",
        "huyen thi xa thanh pho", "xa phuong", "xa phuong thi tran", "ten xa phuong", "ten so nganh",
    ],
    accepted: [
        ("Tên đơn vị", Unit), ("ĐƠN VỊ", Unit), ("Cơ quan, đơn vị", Unit), ("Cơ quan/đơn vị", Unit),
        ("Địa phương", Unit), ("departmentName", Unit), ("Huyện, thị xã, thành phố", Unit), ("Xã, phường", Unit),
        ("Đơn vị tiếp nhận", Unit), ("TenDonVi", Unit),
    ],
    refused: ["Đơn vị tính", "Mã đơn vị", "Số đơn vị", "Chủ hồ sơ", "Đơn vị/ cá nhân giải quyết"]);
