//! Số hồ sơ: how many dossiers were received, digitised, completed. Portals name the same count in many words.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::plain_words::says_no_more;
use super::words::E_RESULT;
use super::words::REUSED;
use super::words::counted;
use super::words::narrows;
use super::words::parent_of;
use crate::columns::header::Header;

/// Folded headers, “và” left out, of each count.
const KEYS: [(Field, &[&str]); 9] = [
    (
        Field::Received,
        &[
            "tiep nhan",
            "tong tiep nhan",
            "so ho so tiep nhan",
            "tong so tiep nhan",
            "tong so ho so tiep nhan",
            "tong ho so tiep nhan",
            "hs tiep nhan",
            "so hs tiep nhan",
            "ho so tiep nhan",
            "da tiep nhan",
            "so tiep nhan",
            "tiep nhan trong ky",
            "so ho so tiep nhan trong ky",
            "totalreceiver",
        ],
    ),
    (
        Field::ReceivedDigitised,
        &[
            "co so hoa tphs",
            "da so hoa tphs",
            "tiep nhan co file",
            "so hoa thanh phan ho so",
            "so hoa tphs",
            "so hs so hoa dau vao",
            "so ho so so hoa dau vao",
            "so ho so so hoa thanh phan",
            "so ho so co so hoa tphs",
            "so hs so hoa tphs",
            "so ho so tiep nhan co so hoa",
            "so ho so tiep nhan duoc so hoa",
            "tiep nhan co so hoa",
            "totalreceiverhavingfile",
        ],
    ),
    (
        Field::ReceivedPlain,
        &[
            "chua so hoa tphs",
            "tiep nhan khong file",
            "tiep nhan khong co file",
            "khong so hoa tphs",
            "so ho so tiep nhan chua so hoa",
        ],
    ),
    (
        Field::Completed,
        &[
            "da giai quyet",
            "da xu ly",
            "tong hoan thanh",
            "tong so hoan thanh",
            "so ho so da giai quyet",
            "tong so da giai quyet",
            "so hs da giai quyet",
            "so ho so da xu ly",
            "so ho so hoan thanh",
            "so ho so da hoan thanh",
            "da xu ly xong",
            "hoan thanh",
            "da hoan thanh",
            "giai quyet",
            "hs da giai quyet",
            "totalcomplete",
        ],
    ),
    (
        Field::CompletedEResult,
        &[
            "hoan thanh co file",
            "cap ket qua dien tu",
            "ho so cap ket qua dien tu",
            "so ho so cap ket qua dien tu",
            "co ket qua dien tu",
            "so ho so co ket qua dien tu",
            "so hoa ket qua",
            "da so hoa ket qua",
            "so ho so so hoa ket qua",
            "so hs so hoa ket qua",
            "totalcompletehavingfile",
            "dagiaiquyetdasohoa",
        ],
    ),
    (
        Field::CompletedPlain,
        &[
            "hoan thanh khong file",
            "hoan thanh khong co file",
            "chua so hoa ket qua",
            "so ho so chua co ket qua dien tu",
            "dagiaiquyetchuasohoa",
        ],
    ),
    (
        Field::Both,
        &[
            "tiep nhan hoan thanh co file",
            "so hoa ho so ket qua giai quyet tthc",
            "so hoa ho so ket qua giai quyet",
            "ho so tthc so hoa ho so ket qua giai quyet tthc",
            "so ho so so hoa ho so ket qua giai quyet tthc",
            "so ho so so hoa ca ho so ket qua",
            "so hoa ca ho so ket qua",
            "totalreceivercompletehavingfile",
        ],
    ),
    (
        Field::Reused,
        &[
            "co tai su dung thanh phan",
            "tai su dung",
            "tai su dung thanh phan",
            "co tai su dung",
            "co tai su dung tphs",
            "so ho so tai su dung",
            "khai thac su dung lai",
            "ho so khai thac su dung lai",
            "su dung lai thong tin du lieu so hoa",
        ],
    ),
    (
        Field::FromStore,
        &[
            "co tai su dung thanh phan tu cong dvc quoc gia",
            "co tai su dung tphs tu cong dvc quoc gia",
            "tai su dung tu cong dvc quoc gia",
            "tu cong dvc quoc gia",
            "tu kho dmqg",
            "so ho so dung lai tu cong quoc gia",
        ],
    ),
];

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        ("Tiếp nhận", Field::Received),
        ("Tổng số hồ sơ", Field::Received),
        ("totalReceiver", Field::Received),
        ("tiepNhan", Field::Received),
        ("chuaSoHoaTPHS", Field::ReceivedPlain),
        ("coSoHoaTPHS", Field::ReceivedDigitised),
        ("daGiaiQuyet", Field::Completed),
        ("daGiaiQuyetChuaSoHoa", Field::CompletedPlain),
        ("daGiaiQuyetDaSoHoa", Field::CompletedEResult),
        ("Tiếp nhận / Tổng số", Field::Received),
        ("Trong đó / Tiếp nhận trong kỳ", Field::Received),
        ("Có số hóa TPHS", Field::ReceivedDigitised),
        ("Số hóa hồ sơ TTHC khi tiếp nhận / Có số hóa TPHS", Field::ReceivedDigitised),
        ("Tiếp nhận có file", Field::ReceivedDigitised),
        ("Số hóa hồ sơ TTHC khi tiếp nhận (5 cột) / Chưa số hóa TPHS", Field::ReceivedPlain),
        ("Đã giải quyết", Field::Completed),
        ("Tổng hoàn thành", Field::Completed),
        ("Số hóa kết quả giải quyết / Đã số hóa", Field::CompletedEResult),
        ("Số hóa kết quả giải quyết / Chưa số hóa", Field::CompletedPlain),
        ("Hoàn thành có file", Field::CompletedEResult),
        ("Tiếp nhận & hoàn thành có file", Field::Both),
        ("Tiếp nhận và hoàn thành có file", Field::Both),
        ("TN có file", Field::ReceivedDigitised),
        ("Tiếp nhận có tệp", Field::ReceivedDigitised),
        ("Tiếp nhận không có tệp", Field::ReceivedPlain),
        ("Tổng HT", Field::Completed),
        ("HT có file", Field::CompletedEResult),
        ("Hoàn thành có tệp", Field::CompletedEResult),
        ("Hoàn thành không tệp", Field::CompletedPlain),
        ("TN & HT có file", Field::Both),
        ("Có tái sử dụng thành phần", Field::Reused),
        ("Có tái sử dụng thành phần từ cổng DVC quốc gia", Field::FromStore),
        ("Hồ sơ cấp kết quả điện tử", Field::CompletedEResult),
        ("Tổng số hồ sơ tiếp nhận trong kỳ", Field::Received),
        ("SL HS đã tiếp nhận", Field::Received),
        ("Số HS được số hóa khi tiếp nhận", Field::ReceivedDigitised),
        ("Số hồ sơ đã số hóa thành phần hồ sơ", Field::ReceivedDigitised),
        ("Hồ sơ đã giải quyết xong", Field::Completed),
        ("Số HS có KQ điện tử", Field::CompletedEResult),
        ("Số kết quả đã số hóa", Field::CompletedEResult),
        ("Số hồ sơ tái sử dụng dữ liệu", Field::Reused),
        ("Tổng số hồ sơ tiếp nhận trong tháng", Field::Received),
        ("Số hồ sơ tiếp nhận từ 01/01/2023 đến 05/6/2023", Field::Received),
        ("Số HS tiếp nhận (trực tiếp + trực tuyến)", Field::Received),
        ("Tiếp nhận mới", Field::Received),
        ("Tổng hồ sơ", Field::Received),
        ("Số hồ sơ đã giải quyết (hồ sơ)", Field::Completed),
        ("Hồ sơ đã giải quyết / Tổng số", Field::Completed),
        ("Số hóa đầu ra / Tổng số HS đã giải quyết", Field::Completed),
        ("Số hóa đầu ra / Số HS đã số hóa", Field::CompletedEResult),
        ("Số hóa đầu vào / Số HS đã số hóa", Field::ReceivedDigitised),
        ("Số hồ sơ có kết quả giải quyết TTHC điện tử", Field::CompletedEResult),
        ("Hồ sơ có KQĐT", Field::CompletedEResult),
        ("HS TN", Field::Received),
        ("HS TN đã SH", Field::ReceivedDigitised),
        ("KQ đã SH", Field::CompletedEResult),
        ("Tình hình tiếp nhận, giải quyết hồ sơ TTHC / Tiếp nhận", Field::Received),
        ("Hồ sơ trực tiếp và trực tuyến / Tiếp nhận", Field::Received),
        ("Số hóa hồ sơ / Tiếp nhận / Tổng số", Field::Received),
        ("Số hóa hồ sơ / Kết quả giải quyết / Tổng số", Field::Completed),
        ("Số hóa hồ sơ / Kết quả giải quyết / Đã số hóa", Field::CompletedEResult),
        ("Số hóa TPHS / Số hồ sơ", Field::ReceivedDigitised),
        ("Số hồ sơ có kết quả bản điện tử", Field::CompletedEResult),
    ],
    refused: &[
        "% Tiếp nhận có file",
        "% TN có tệp",
        "HT nộp",
        "Tỷ lệ số hóa TPHS",
        "Đã số hóa",
        "Chưa số hóa",
        "Ngày tiếp nhận",
        "Tiếp nhận / Trực tuyến",
        "Chứng thực điện tử / Tiếp nhận",
        "Trong đó / Tổng số",
        "Đơn vị tiếp nhận",
        "Tiếp nhận qua bưu chính",
        "Số hồ sơ tiếp nhận trực tuyến",
        "Số hồ sơ giải quyết đúng hạn",
        "Số hồ sơ chưa tiếp nhận",
        "Số hồ sơ đã số hóa",
        "Đã trả kết quả",
        "Số hồ sơ tiếp nhận kỳ trước chuyển sang",
        "Hồ sơ trực tuyến / Tiếp nhận",
        "Hồ sơ đúng hạn / Đã giải quyết",
        "Khu công nghiệp / Tiếp nhận",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    // Below “Chứng thực điện tử” the same words count other dossiers; below “Số hóa hồ sơ (22 điểm)” they are points.
    if header.says_percent() || header.has_words("chung thuc") || header.has_words("diem") {
        return None;
    }
    named(header)
}

/// The count that the words of a header name; a rate in front of the same words is a rate of that count.
pub(super) fn named(header: &Header) -> Option<(Field, Match)> {
    // A part of the dossiers, whatever is counted of it.
    if narrows(parent_of(header)) {
        return None;
    }
    let (key, path) = (plain(&header.key), plain(without_group(header)));
    let of = |words: &str| keyed(&KEYS, words);
    // The full path is tried before the child alone.
    if let Some(field) = of(&path) {
        return Some((field, Match::Exact));
    }
    // All of a parent's dossiers are those the parent counts; without a parent they may hold what was carried over.
    if let Some(parent) = path.strip_suffix(&key).map(str::trim).filter(|parent| !parent.is_empty() && is_all(&key)) {
        let results = || (parent == "ket qua giai quyet").then_some((Field::Completed, Match::Strong));
        return of(parent).map(|field| (field, Match::Exact)).or_else(|| in_other_words(parent)).or_else(results);
    }
    if matches!(path.as_str(), "tong so ho so" | "tong ho so" | "tong so hs") {
        return Some((Field::Received, Match::Strong));
    }
    if let Some(field) = in_other_words(&path) {
        return Some(field);
    }
    let about = |words: &[&str]| words.iter().any(|words| header.has_words(words));
    let results = about(&["ket qua", "dau ra"]);
    let papers = about(&["tphs", "thanh phan", "tiep nhan", "dau vao"]);
    let is_digitised = |key: &str| key != "so hoa" && counted(key) == "so hoa";
    let field = match (key.as_str(), results, papers) {
        ("da so hoa" | "co so hoa", true, false) => Field::CompletedEResult,
        ("chua so hoa" | "khong so hoa", true, false) => Field::CompletedPlain,
        ("da so hoa" | "co so hoa", false, true) => Field::ReceivedDigitised,
        ("chua so hoa" | "khong so hoa", false, true) => Field::ReceivedPlain,
        // Of what, only an officer can say.
        ("da so hoa", _, _) => return Some((Field::CompletedEResult, Match::Weak)),
        // “Số HS được số hóa”, below a parent that says of what.
        (key, true, false) if is_digitised(key) => Field::CompletedEResult,
        (key, false, true) if is_digitised(key) => Field::ReceivedDigitised,
        _ => {
            let (field, surely) = of(&key).map(|field| (field, Match::Strong)).or_else(|| in_other_words(&key))?;
            let is_all = path.strip_suffix(&key).is_none_or(|parent| says_no_more(parent, ""));
            return Some((field, if is_all { surely } else { Match::Weak }));
        }
    };
    Some((field, Match::Exact))
}

/// The words of a header without the group's name above two further rows: it says nothing of what they count.
fn without_group(header: &Header) -> &str {
    let rest = ["so hoa ho so tthc ", "so hoa ho so "].iter().find_map(|group| header.path.strip_prefix(group));
    let is_third = header.text.matches(" / ").count() > 1;
    let counts = |rest: &&str| ["tiep nhan", "ket qua", "giai quyet"].iter().any(|words| rest.starts_with(words));
    rest.filter(|rest| is_third && counts(rest)).unwrap_or(&header.path)
}

/// What the words of counts come to once quantities, abbreviations and “đã”, “được”, “có” are left away.
const IN_OTHER_WORDS: [(Field, &[&str]); 10] = [
    (
        Field::Received,
        &["tiep nhan", "tiep nhan ho so", "tiep nhan moi", "moi tiep nhan", "tiep nhan truc tiep truc tuyen"],
    ),
    (
        Field::ReceivedDigitised,
        &[
            "so hoa tphs",
            "so hoa khi tiep nhan",
            "so hoa tphs khi tiep nhan",
            "so hoa ho so khi tiep nhan",
            "tiep nhan so hoa",
            "tiep nhan so hoa tphs",
            "so hoa dau vao",
            "tiep nhan file",
        ],
    ),
    (
        Field::ReceivedPlain,
        &[
            "chua so hoa tphs",
            "khong so hoa tphs",
            "chua so hoa khi tiep nhan",
            "tiep nhan chua so hoa",
            "tiep nhan khong file",
        ],
    ),
    (
        Field::Completed,
        &["giai quyet", "giai quyet xong", "xu ly", "xu ly xong", "hoan thanh", "giai quyet hoan thanh"],
    ),
    (Field::CompletedEResult, &E_RESULT),
    (Field::CompletedEResult, &["so hoa dau ra", "hoan thanh file"]),
    (
        Field::CompletedPlain,
        &["chua so hoa ket qua", "chua so hoa ket qua giai quyet", "ket qua chua so hoa", "hoan thanh khong file"],
    ),
    (Field::Both, &["tiep nhan hoan thanh file"]),
    (Field::Reused, &REUSED),
    (Field::Reused, &["khai thac su dung lai du lieu so hoa"]),
];

/// The count that words name so.
fn in_other_words(path: &str) -> Option<(Field, Match)> {
    let mut words = counted(path);
    // “Tiếp nhận có tệp”.
    if words.ends_with(" tep") {
        words.replace_range(words.len() - "tep".len().., "file");
    }
    if let Some(field) = keyed(&IN_OTHER_WORDS, &words) {
        return Some((field, Match::Strong));
    }
    match words.as_str() {
        // Papers or results: a bare name may mean either.
        "so hoa" if path.contains("ho so") || path.contains("hs") => Some((Field::ReceivedDigitised, Match::Weak)),
        // Returned, or completed and waiting to be.
        "tra ket qua" | "tra" => Some((Field::Completed, Match::Weak)),
        _ => None,
    }
}

/// The field that has these words among its keys.
fn keyed(keys: &[(Field, &[&str])], words: &str) -> Option<Field> {
    keys.iter().find(|(_, keys)| keys.contains(&words)).map(|(field, _)| *field)
}

/// Whether a child of a count's header counts all of it.
pub(in crate::columns) fn is_all(key: &str) -> bool {
    matches!(
        key,
        "tong"
            | "tong so"
            | "tong cong"
            | "so luong"
            | "sl"
            | "tong so ho so"
            | "tong so hs"
            | "so ho so"
            | "so hs"
            | "ho so"
    )
}

/// The words that name what is counted: without a rate's own words and without “và”.
fn plain(words: &str) -> String {
    let kept: Vec<&str> = words.split(' ').filter(|word| *word != "va").collect();
    let joined = kept.join(" ");
    let joined = joined.strip_prefix("ty le ").or_else(|| joined.strip_prefix("tl ")).unwrap_or(&joined);
    joined.strip_suffix(" ty le").unwrap_or(joined).to_owned()
}
