//! Kết quả chứng thực điện tử bản sao từ bản chính: how many dossiers of electronically certified copies were completed.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::words::counted;
use super::words::is_month;
use super::words::is_of_others;
use super::words::is_time;
use super::words::without_weight;
use crate::columns::header::Header;
use crate::text::fold;

/// How folded headers of the count begin.
const STARTS: [&str; 19] = [
    "so lieu chung thuc",
    "so lieu cung cap dich vu chung thuc",
    "so lieu thuc hien chung thuc",
    "ket qua thuc hien chung thuc",
    "ket qua cung cap dich vu chung thuc",
    "luy ke chung thuc dien tu",
    "so luong ban sao dien tu duoc chung thuc",
    "ket qua chung thuc dien tu",
    "ket qua chung thuc ban sao dien tu",
    "ket qua chung thuc",
    "chung thuc dien tu",
    "chung thuc ban sao dien tu",
    "chung thuc ban sao",
    "so luong chung thuc",
    "so ho so chung thuc",
    "so chung thuc dien tu",
    "so ban sao chung thuc dien tu",
    "ho so chung thuc dien tu",
    "ct dien tu",
];

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        (
            "Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)",
            Field::CertifiedCopies,
        ),
        ("Chứng thực điện tử", Field::CertifiedCopies),
        ("Số lượng chứng thực bản sao điện tử", Field::CertifiedCopies),
        ("CT điện tử", Field::CertifiedCopies),
        ("KẾT QUẢ CHỨNG THỰC ĐIỆN TỬ BẢN SAO TỪ BẢN CHÍNH", Field::CertifiedCopies),
        ("Chứng thực điện tử / Đã hoàn thành", Field::CertifiedCopies),
        ("Số CTĐT", Field::CertifiedCopies),
        ("Tổng số HS chứng thực bản sao điện tử đã hoàn thành", Field::CertifiedCopies),
        ("KQ chứng thực điện tử", Field::CertifiedCopies),
        ("Chứng thực điện tử / (hồ sơ)", Field::CertifiedCopies),
        ("Chứng thực điện tử / Số lượng", Field::CertifiedCopies),
        ("Tháng 6/2023 / Chứng thực điện tử / Hồ sơ", Field::CertifiedCopies),
        ("Chứng thực / Hoàn thành", Field::CertifiedCopies),
        ("Bộ chỉ số 766 / Chứng thực điện tử", Field::CertifiedCopies),
        ("Số liệu cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính", Field::CertifiedCopies),
        ("Lũy kế chứng thực điện tử", Field::CertifiedCopies),
        ("Sum of Chứng thực điện tử", Field::CertifiedCopies),
        ("(3) Số liệu cung cấp dịch vụ chứng thực điện tử bản sao từ bản chính", Field::CertifiedCopies),
        ("Chứng thực bản sao điện tử / Số hồ sơ đã xử lý xong", Field::CertifiedCopies),
        ("Chứng thực bản sao từ bản chính / Trong đó: bản sao điện tử", Field::CertifiedCopies),
        ("Chứng thực bản sao từ bản chính / Bản điện tử", Field::CertifiedCopies),
        ("Số chứng thực điện tử trên Cổng dịch vụ công quốc gia", Field::CertifiedCopies),
    ],
    refused: &[
        "Tỷ lệ chứng thực điện tử",
        "Chứng thực điện tử (%)",
        "Kết quả điện tử",
        "Chứng thực chữ ký",
        "Số hồ sơ chứng thực chữ ký",
        "Số hồ sơ chứng thực điện tử tiếp nhận",
        "Hồ sơ chứng thực điện tử đang xử lý",
        "Chứng thực điện tử / Số hồ sơ tiếp nhận",
        "Chứng thực điện tử / Đang xử lý",
        "Chứng thực điện tử / Trong kỳ",
        "Chứng thực điện tử / Lũy kế từ đầu năm",
        "Chứng thực điện tử / Tháng 6/2023",
        "Chứng thực điện tử / Kỳ trước",
        "Chứng thực điện tử / 2",
        "Chứng thực điện tử / 5/2023",
        "Chứng thực bản sao từ bản chính / Bản điện tử (%)",
        "Chứng thực điện tử / Đã trả kết quả",
        "Chứng thực bản sao từ bản chính / Bản giấy",
        "Trong đó: bản sao điện tử",
        "Chứng thực điện tử / Tổng số bản sao",
        "Số hồ sơ chứng thực điện tử chưa xử lý",
        "Chứng thực điện tử chưa hoàn thành",
        "Chứng thực điện tử (triệu đồng)",
        "Chứng thực bản sao giấy",
        "Số lượng chứng thực giấy",
        "Chứng thực điện tử (xếp hạng)",
        "Chứng thực bản sao điện tử từ bản chính (điểm)",
        "Chứng thực điện tử bị trả lại",
        "Chứng thực điện tử bị lỗi",
        "Chứng thực bản sao điện tử từ bản chính (2 điểm)",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    // Points under this name are those of the component that asks whether the service is there.
    let has_points = header.has_words("diem") || without_weight(&header.path) != header.path;
    if has_points
        || header.says_percent()
        || is_of_others(header)
        || !["chung thuc", "ct", "ban sao"].iter().any(|words| header.path.contains(words))
    {
        return None;
    }
    let path = counted(&header.path);
    let path = path.strip_prefix("ket qua ").unwrap_or(&path);
    // A parent that says only of when.
    let path = path.find("chung thuc").filter(|at| is_time(path[..*at].trim_end())).map_or(path, |at| &path[at..]);
    let begins = ["chung thuc dien tu", "chung thuc ban sao"].iter().any(|start| path.starts_with(start))
        || begins_so(&header.path);
    // Dossiers received or still open, and other things that are certified, are other numbers.
    let others = ["tiep nhan", "dang xu ly", "dang giai quyet", "tu choi", "qua han", "chu ky", "hop dong"];
    let done = |words: &str| DONE.iter().any(|done| words.contains(done));
    if !done(&header.path) && others.iter().any(|words| header.has_words(words)) {
        return None;
    }
    // Below a common parent only what was completed counts: copies, receipts and open cases are other numbers. What says
    // only how the parent is counted says nothing else.
    let child = header.path != header.key;
    let surely = match header.key.as_str() {
        // What part of all copies this is says its parent, or the column on its left.
        key if child && path.starts_with("chung thuc ") && is_electronic_part(key) => {
            let surely = if key.contains("so ban") { Match::Weak } else { Match::Strong };
            return Some((Field::CertifiedCopies, surely));
        }
        key if !child && fold(&header.text).starts_with("trong do ") && is_electronic_part(key) => {
            return Some((Field::CertifiedCopies, Match::Weak));
        }
        _ if !child => Match::Strong,
        key if done(key) => Match::Exact,
        // Returned, or completed and waiting to be.
        key if key.contains("tra ket qua") => Match::Weak,
        "" | "ho so" | "so ho so" | "so luong" | "sl" | "so luong ho so" | "tong so" | "tong cong" | "tong" => {
            Match::Strong
        }
        _ if begins_alone(header) => Match::Strong,
        // “Trong kỳ” beside “Lũy kế”: which of them is judged only an officer knows.
        key if is_time(key) || is_month(key) => Match::Weak,
        _ => return None,
    };
    let of_copies = || child && (surely == Match::Exact || surely == Match::Weak) && path.starts_with("chung thuc ");
    let begins = begins || begins_alone(header) || of_copies();
    begins.then_some((Field::CertifiedCopies, surely))
}

/// Words of what was completed.
const DONE: [&str; 4] = ["hoan thanh", "da giai quyet", "da xu ly", "xu ly xong"];

/// Whether the lowest row of the header alone names the count.
fn begins_alone(header: &Header) -> bool {
    begins_so(&header.key)
}

/// Whether folded words begin as those of the count; the letter numbers its items: “(3) Số liệu …”.
fn begins_so(words: &str) -> bool {
    let name = words.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    STARTS.iter().any(|start| name.starts_with(start))
}

/// Whether a child says that of all copies it counts the electronic ones: “Trong đó: bản sao điện tử”.
fn is_electronic_part(key: &str) -> bool {
    matches!(
        counted(key).as_str(),
        "ban dien tu" | "ban sao dien tu" | "dien tu" | "chung thuc dien tu" | "luong ban sao dien tu"
    )
}
