//! Chỉ tiêu thành phần A–G: under the name of a component its numerator, denominator, rate and points.

use super::Field;
use super::FieldCard;
use super::Match;
use super::Scope;
use super::words::in_plain;
use super::words::is_below_group;
use super::words::weight_alone;
use super::words::without_bare_weight;
use super::words::without_weight;
use crate::columns::header::Header;
use crate::columns::header::stand_in;
use crate::domain::Aspect;
use crate::domain::Component;
use crate::text::fold;

/// The codes by which portals call the components, folded.
const CODES: [(&str, Component); 7] = [
    ("original result available", Component::A),
    ("so hoa giay to giai quyet", Component::B),
    ("electronic certified copy", Component::C),
    ("reused digitized data", Component::D),
    ("synced with dvcqg personal storage", Component::E),
    ("citizen data connected dossier", Component::F),
    ("citizen data connected formality", Component::G),
];

/// Words that only one component's name holds, folded; the more special ones first.
const WORDS: [(&str, Component); 19] = [
    ("trien khai ket noi chia se du lieu dan cu", Component::G),
    ("ket noi chia se du lieu dan cu", Component::G),
    ("thong tin du lieu dan cu", Component::F),
    ("du lieu dan cu", Component::F),
    ("ket noi chia se du lieu", Component::E),
    ("khai thac su dung lai", Component::D),
    ("su dung lai thong tin du lieu so hoa", Component::D),
    ("cung cap dich vu chung thuc", Component::C),
    ("dich vu chung thuc ban sao dien tu", Component::C),
    ("thuc hien so hoa ho so", Component::B),
    ("so hoa ho so ket qua giai quyet", Component::B),
    ("so hoa ho so ket qua tthc", Component::B),
    ("cap ket qua giai quyet tthc dien tu", Component::A),
    ("cap ket qua dien tu", Component::A),
    ("ket noi chia se de tai su dung", Component::E),
    ("csdl dan cu", Component::F),
    ("thuc hien so hoa thanh phan", Component::B),
    ("ket qua giai quyet tthc dien tu", Component::A),
    ("ket qua giai quyet dien tu", Component::A),
];

/// Words of counts that name a component only where its points stand.
const POINTS: [(&str, Component); 7] = [
    ("chung thuc ban sao dien tu", Component::C),
    ("chung thuc dien tu", Component::C),
    ("so hoa ho so ket qua", Component::B),
    ("co ket qua dien tu", Component::A),
    ("ket qua dien tu", Component::A),
    ("tai su dung du lieu", Component::D),
    ("ket noi dan cu", Component::G),
];

pub(super) const CARD: FieldCard = FieldCard {
    scope: Scope::Units,
    names,
    accepted: &[
        (
            "Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử / Số lượng đạt",
            Field::Component(Component::A, Aspect::Numerator),
        ),
        ("Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ / Tổng số", Field::Component(Component::B, Aspect::Denominator)),
        (
            "Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính / Điểm ghi nhận",
            Field::Component(Component::C, Aspect::Points),
        ),
        (
            "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa / Tỷ lệ",
            Field::Component(Component::D, Aspect::Rate),
        ),
        (
            "Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng / Điểm ghi nhận",
            Field::Component(Component::E, Aspect::Points),
        ),
        ("Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư / Tỷ lệ", Field::Component(Component::F, Aspect::Rate)),
        (
            "Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ giải quyết TTHC / Tổng số",
            Field::Component(Component::G, Aspect::Denominator),
        ),
        ("Tỷ lệ hồ sơ cấp kết quả điện tử", Field::Component(Component::A, Aspect::Rate)),
        ("Tỷ lệ cấp KQ điện tử (%)", Field::Component(Component::A, Aspect::Rate)),
        ("Tỷ lệ số hóa HS, KQ TTHC (%)", Field::Component(Component::B, Aspect::Rate)),
        (
            "Số hóa hồ sơ, kết quả giải quyết TTHC / Số hồ sơ đã số hóa",
            Field::Component(Component::B, Aspect::Numerator),
        ),
        ("Chứng thực bản sao điện tử từ bản chính (điểm)", Field::Component(Component::C, Aspect::Points)),
        ("ORIGINAL_RESULT_AVAILABLE / score", Field::Component(Component::A, Aspect::Points)),
        ("Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ / Điểm (tối đa 4)", Field::Component(Component::B, Aspect::Points)),
        ("REUSED_DIGITIZED_DATA_numerator", Field::Component(Component::D, Aspect::Numerator)),
        ("Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa", Field::Component(Component::D, Aspect::Rate)),
        ("Thành phần B / Điểm", Field::Component(Component::B, Aspect::Points)),
    ],
    refused: &[
        "Số hồ sơ cấp kết quả điện tử",
        "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ / Điểm tối đa",
        "Tỷ lệ số hóa hồ sơ",
        "Chứng thực điện tử",
        "Số hóa hồ sơ / Điểm",
        "thành phần A: điểm tính lại",
        "Thành phần A",
    ],
};

fn names(header: &Header) -> Option<(Field, Match)> {
    let component = named(header)?;
    let (aspect, weighed) = aspect(header)?;
    // A code alone, or a name beside its weight, may head rates or points: the cells tell.
    let is_bare = lettered(&header.path).is_some_and(|(_, behind)| behind.is_empty());
    let is_open =
        is_bare || beside_code(&header.path).is_some_and(|rest| rest.is_empty()) || (weighed && aspect == Aspect::Rate);
    Some((Field::Component(component, aspect), if is_open { Match::Weak } else { Match::Exact }))
}

/// The component of a header that calls it by its letter, as our own workbook does, and the words behind.
fn lettered(words: &str) -> Option<(Component, &str)> {
    let words = words.strip_prefix("thanh phan ")?;
    let (letter, behind) = words.split_once(' ').unwrap_or((words, ""));
    let is_called = |component: &Component| letter.chars().eq([component.letter().to_ascii_lowercase()]);
    Component::ALL.into_iter().find(is_called).map(|component| (component, behind))
}

/// The component that a header speaks of.
pub(in crate::columns) fn named(header: &Header) -> Option<Component> {
    if let Some((component, _)) = lettered(&header.path) {
        return Some(component);
    }
    // A name stands in one row: “Số hóa hồ sơ / Kết quả giải quyết” are two.
    let rows: Vec<String> =
        if header.key == header.path { Vec::new() } else { header.text.split(" / ").map(in_short).collect() };
    let has = |words: &str| {
        if rows.is_empty() { header.has_words(words) } else { rows.iter().any(|row| stand_in(row, words)) }
    };
    let mut known = CODES.iter().chain(&WORDS);
    let named = known.find(|(words, _)| has(words)).map(|(_, component)| *component);
    // What is counted elsewhere under these words is a component where it has points.
    let points = || header.has_words("diem") || without_weight(&header.path) != header.path;
    let with_points = || POINTS.iter().find(|(words, _)| has(words)).map(|(_, component)| *component);
    named.or_else(|| with_points().filter(|_| points()))
}

/// A row of a header, folded, with its abbreviations written out.
fn in_short(row: &str) -> String {
    let words = fold(row);
    in_plain(&words).unwrap_or(words)
}

/// The words beside a component's code; `None` where there is no code.
fn beside_code(words: &str) -> Option<String> {
    CODES.iter().find_map(|(code, _)| {
        let (before, behind) = words.split_once(code)?;
        Some(format!("{} {}", before.trim(), behind.trim()).trim().to_owned())
    })
}

/// What the children of a component are called.
const ASPECTS: [(Aspect, &[&str]); 4] = [
    (
        Aspect::Numerator,
        &[
            "so luong dat",
            "so dat",
            "so luong",
            "tu so",
            "numerator",
            "so ho so dat",
            "dat",
            "da so hoa",
            "so ho so so hoa",
            "so ho so da so hoa",
            "so ho so duoc so hoa",
        ],
    ),
    (Aspect::Denominator, &["tong so", "mau so", "denominator", "tong", "tong so ho so"]),
    (Aspect::Rate, &["ty le", "ratio", "ty le dat", "tl", ""]),
    (Aspect::Points, &["diem ghi nhan", "diem", "diem dat", "diem dat duoc", "score"]),
];

/// What the folded name of a child says of its component.
pub(in crate::columns) fn aspect_of(key: &str) -> Option<Aspect> {
    ASPECTS.iter().find(|(_, known)| known.contains(&key)).map(|(aspect, _)| *aspect)
}

/// What a column below a component's name says of it, and whether the weight of the component stands there as well.
fn aspect(header: &Header) -> Option<(Aspect, bool)> {
    let unweighed = |words: &str| {
        let name = without_weight(words);
        without_bare_weight(&name).map(ToOwned::to_owned).unwrap_or(name)
    };
    // Below the group's name a component is called as it is alone. That its cells are percentages it says of itself, and
    // the weight is the group's.
    let below_group = is_below_group(header);
    let is_rate = below_group && header.text.rsplit(" / ").next().is_some_and(|own| own.contains('%'));
    let words = if is_rate { &header.key } else { &header.path };
    let path = unweighed(words);
    let has = |words: &str| format!(" {path} ").contains(&format!(" {words} "));
    if has("toi da") || has("maxscore") || has("tinh lai") {
        return None;
    }
    let weighed = path != *words;
    let child = header.key != header.path && !below_group;
    // Below the name the weight alone says no more than beside it.
    let key = if weight_alone(&header.key) == Some(false) { String::new() } else { unweighed(&header.key) };
    let key = beside_code(&key).unwrap_or(key);
    let key = lettered(&key).map_or(key.as_str(), |(_, behind)| behind);
    if let Some(aspect) = aspect_of(key) {
        return Some((aspect, weighed));
    }
    // A name without children is the rate itself; `% ` alone folds to nothing.
    if has("diem") {
        Some((Aspect::Points, weighed))
    } else {
        (!child && (weighed || header.says_percent())).then_some((Aspect::Rate, weighed))
    }
}
