//! The words that exports print for the state of a dossier and the way it came in. The vocabularies are plain data beside
//! this file; what is not in them is asked, never guessed.

use std::sync::OnceLock;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::Map;
use crate::text::fold;

/// Trạng thái: what the state of a dossier means for the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatusClass {
    /// Registered, not yet received: not counted.
    New,
    /// Received.
    Received,
    /// In process.
    InProcess,
    /// Waiting for the citizen.
    Suspended,
    /// Not received: not counted.
    Refused,
    /// Taken back by the citizen after it was received.
    Withdrawn,
    /// Given up by the office after it was received.
    Stopped,
    /// Completed.
    Done,
    /// On time or late: whether it is completed is told by its days alone.
    ByDay,
}

impl StatusClass {
    /// All of them, in the order an officer is offered them.
    pub const ALL: [Self; 9] = [
        Self::New,
        Self::Received,
        Self::InProcess,
        Self::Suspended,
        Self::Refused,
        Self::Withdrawn,
        Self::Stopped,
        Self::Done,
        Self::ByDay,
    ];

    /// What an officer calls it, with what it does to the counts.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::New => "mới đăng ký (không tính)",
            Self::Received => "đã tiếp nhận",
            Self::InProcess => "đang xử lý",
            Self::Suspended => "chờ bổ sung, tạm dừng",
            Self::Refused => "không tiếp nhận (không tính)",
            Self::Withdrawn => "công dân rút hồ sơ",
            Self::Stopped => "dừng xử lý",
            Self::Done => "đã giải quyết xong",
            Self::ByDay => "chỉ nói đúng hạn, quá hạn",
        }
    }

    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Received => "received",
            Self::InProcess => "in-process",
            Self::Suspended => "suspended",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Stopped => "stopped",
            Self::Done => "done",
            Self::ByDay => "by-day",
        }
    }

    /// The class with this word.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.code() == code)
    }
}

/// Hình thức nộp: how a dossier came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Channel {
    /// At the desk; an empty cell counts as this.
    Direct,
    /// On the portal.
    Online,
    /// By post.
    Post,
}

impl Channel {
    /// The way with this stable word.
    fn from_code(code: &str) -> Option<Self> {
        match code {
            "direct" => Some(Self::Direct),
            "online" => Some(Self::Online),
            "post" => Some(Self::Post),
            _ => None,
        }
    }
}

/// The class of a state as written; `None` when the vocabulary does not know it.
pub(super) fn status(text: &str) -> Option<StatusClass> {
    static KNOWN: OnceLock<Map<String, StatusClass>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| vocabulary(include_str!("statuses.csv"), StatusClass::from_code));
    let folded = fold(text);
    // `9 - Đã xử lý xong`: the number says the same.
    if let Some((number, words)) = folded.split_once(' ').filter(|(number, _)| number.parse::<u32>().is_ok())
        && let Some(class) = known.get(number).filter(|class| state(known, words) == Some(**class))
    {
        return Some(*class);
    }
    state(known, &folded)
}

/// The class of a state in folded words.
fn state(known: &Map<String, StatusClass>, folded: &str) -> Option<StatusClass> {
    if let Some(class) = known.get(folded) {
        return Some(*class);
    }
    // `Quá hạn 3 ngày`, `Đã xử lý xong - Đúng hạn`: how late a dossier is does not change what became of it.
    let words: Vec<&str> = folded.split(' ').collect();
    let state = match without_span(&words) {
        // “Còn 3 ngày”, “trễ 5 ngày” say beside a span of time what “đúng hạn” and “trễ hạn” say.
        Some([state @ .., "con", "lai"] | [state @ .., "con" | "som" | "tre"]) => [state, &["dung", "han"]].concat(),
        Some(state) => state.to_vec(),
        None => words.clone(),
    };
    let state = state.join(" ");
    let by_day = |words: &&str| known.get(*words) == Some(&StatusClass::ByDay);
    let of_state = |state: &str| known.get(state).copied();
    of_state(&state).or_else(|| {
        let parts = state.match_indices(' ').map(|(at, _)| (&state[..at], &state[at + 1..]));
        let mut states = parts.filter_map(|(before, after)| {
            if by_day(&after) { of_state(before) } else { by_day(&before).then(|| of_state(after)).flatten() }
        });
        states.next()
    })
}

/// Folded words without the span of time at their end, `2 ngay lam viec 3 gio`; `None` where there is none.
fn without_span<'words, 'text>(words: &'words [&'text str]) -> Option<&'words [&'text str]> {
    let mut rest = words;
    while let [before @ .., count, "ngay" | "gio" | "phut"] | [before @ .., count, "ngay", "lam", "viec"] = rest
        && count.bytes().all(|byte| byte.is_ascii_digit())
    {
        rest = before;
    }
    (rest.len() < words.len()).then_some(rest)
}

/// The way a dossier came in, as written; `None` when the vocabulary does not know it.
pub(super) fn channel(text: &str) -> Option<Channel> {
    static KNOWN: OnceLock<Map<String, Channel>> = OnceLock::new();
    let folded = fold(text);
    if folded.is_empty() {
        return Some(Channel::Direct);
    }
    KNOWN.get_or_init(|| vocabulary(include_str!("channels.csv"), Channel::from_code)).get(&folded).copied()
}

/// What each word that ships means; `meaning` gives what a stable word stands for.
fn vocabulary<Meaning>(text: &str, meaning: impl Fn(&str) -> Option<Meaning>) -> Map<String, Meaning> {
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let meant = |row: csv::StringRecord| Some((fold(row.get(0)?), meaning(row.get(1)?)?));
    let known: Option<_> = rows.records().map(|row| row.ok().and_then(meant)).collect();
    known.expect("the vocabulary that ships is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_known_however_they_are_typed() {
        for (text, class) in [
            ("Đã trả kết quả", Some(StatusClass::Done)),
            ("ĐÃ XỬ LÝ XONG", Some(StatusClass::Done)),
            ("10", Some(StatusClass::Done)),
            ("Đã bổ sung – chờ tiếp nhận", Some(StatusClass::New)),
            ("Trễ hạn", Some(StatusClass::ByDay)),
            ("Không được tiếp nhận", Some(StatusClass::Refused)),
            ("Quá hạn 12 ngày", Some(StatusClass::ByDay)),
            ("Đã xử lý xong - Đúng hạn", Some(StatusClass::Done)),
            ("Đang xử lý (quá hạn 3 ngày)", Some(StatusClass::InProcess)),
            ("Trễ hạn - Đã trả kết quả", Some(StatusClass::Done)),
            ("Trả kết quả đúng hạn", Some(StatusClass::Done)),
            ("Đang xử lý (còn 3 ngày)", Some(StatusClass::InProcess)),
            ("Đang xử lý (còn lại 2 ngày 3 giờ)", Some(StatusClass::InProcess)),
            ("Đã trả kết quả (trễ 5 ngày)", Some(StatusClass::Done)),
            ("Đã trả kết quả (sớm 2 ngày làm việc)", Some(StatusClass::Done)),
            ("Chờ bổ sung - quá hạn 1 ngày 4 giờ 30 phút", Some(StatusClass::Suspended)),
            ("Còn 3 ngày", Some(StatusClass::ByDay)),
            ("Trễ 5 ngày", Some(StatusClass::ByDay)),
            ("Còn hạn", Some(StatusClass::ByDay)),
            ("9 - Đã xử lý xong", Some(StatusClass::Done)),
            ("4. Đang xử lý (quá hạn 3 ngày)", Some(StatusClass::InProcess)),
            ("4 - Đã xử lý xong", None),
            ("11 - Đã xử lý xong", None),
            ("Đã trả kết quả (còn thiếu)", None),
            ("3 ngày", None),
            ("Chuyển tiếp", None),
            ("Chuyển tiếp - Đúng hạn", None),
            ("11", None),
        ] {
            assert_eq!(status(text), class, "{text}");
        }
    }

    #[test]
    fn every_class_has_its_word_in_the_vocabulary_or_its_own() {
        for class in StatusClass::ALL {
            assert_eq!(serde_json::to_string(&class).unwrap(), format!("\"{}\"", class.code()));
        }
    }

    #[test]
    fn channels_are_known_and_an_empty_one_is_the_desk() {
        for (text, expected) in [
            ("Trực tuyến", Some(Channel::Online)),
            ("BCCI", Some(Channel::Post)),
            ("", Some(Channel::Direct)),
            ("Fax", None),
        ] {
            assert_eq!(channel(text), expected, "{text}");
        }
    }
}
