//! The ways a table is written: what stands around it, its separators, its encoding.

use sohoa::intake::Encoding;

use super::cells;
use crate::support::old_letters::encode;

/// What stands above and below the table.
pub(crate) const SURROUNDINGS: [(&str, &[&str], &[&str]); 4] = [
    ("nothing", &[], &[]),
    ("a title", &["BÁO CÁO SỐ HÓA HỒ SƠ", "(Từ ngày 01/01/2023 đến ngày 30/06/2023)", ""], &[]),
    (
        "the national title",
        &[
            "UBND TỈNH LÀO CAI|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "VĂN PHÒNG|||Độc lập - Tự do - Hạnh phúc",
            "",
            "Tháng 6/2023",
        ],
        &["", "|||Lào Cai, ngày 05 tháng 7 năm 2023", "Người lập biểu|||CHÁNH VĂN PHÒNG"],
    ),
    (
        "a form",
        &[
            "Biểu số II.06a/VPCP/KSTT|||Đơn vị báo cáo: Văn phòng UBND tỉnh",
            "Kỳ báo cáo: Quý II/2023|||Đơn vị nhận báo cáo: Văn phòng Chính phủ",
            "",
        ],
        &["Ghi chú: số liệu chốt ngày 05/7/2023", "Nơi nhận:", "- Lưu: VT."],
    ),
];

pub(crate) fn text(rows: &[Vec<String>], above: &[&str], below: &[&str], separator: char) -> String {
    let quoted = |cell: &str| {
        if cell.contains([separator, '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let line =
        |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&separator.to_string());
    let around = |lines: &[&str]| lines.iter().map(|text| line(&cells(text))).collect::<Vec<_>>();
    let body = rows.iter().map(|row| line(row)).collect::<Vec<_>>();
    [around(above), body, around(below)].concat().join("\r\n") + "\r\n"
}

pub(crate) type Encode = fn(&str) -> Option<Vec<u8>>;

/// The ways a text is written as bytes.
pub(crate) fn encodings() -> Vec<(&'static str, Encode)> {
    vec![
        ("utf-8", |text| encode(text, Encoding::Utf8)),
        ("utf-8 with a mark", |text| Some([b"\xef\xbb\xbf", text.as_bytes()].concat())),
        ("utf-16le", |text| Some([b"\xff\xfe".to_vec(), encode(text, Encoding::Utf16Le)?].concat())),
        ("utf-16be without a mark", |text| encode(text, Encoding::Utf16Be)),
        ("windows-1258", |text| encode(text, Encoding::Windows1258)),
        ("tcvn3", |text| encode(text, Encoding::Tcvn3)),
        ("vni", |text| encode(text, Encoding::Vni)),
        ("decomposed", |text| {
            Some(unicode_normalization::UnicodeNormalization::nfd(text).collect::<String>().into_bytes())
        }),
    ]
}
