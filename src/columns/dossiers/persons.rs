//! Texts that may be a citizen's: under a header that does not know them they are told by their place, never shown.

use super::Dossiers;
use super::cells::is_blank;
use super::code::is_code;
use super::flags::Flag;
use super::ledger::Entry;
use super::remembered::channel;
use super::remembered::flag;
use super::remembered::moment;
use super::says::FLAGS;
use crate::columns::Field;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::small;
use crate::text::tidy;

/// What stands for a name of a unit that may be a citizen's.
const HIDDEN: &str = "…";

/// What stands for any other such text.
const UNTOLD: &str = "(không ghi ra: có thể là tên người)";

/// The name of a unit that is unknown stands in so many rows at least, or is called an office.
const FEW: u32 = 3;

/// Most digits of a word that is neither a telephone's number nor a citizen's.
const DIGITS: usize = 8;

/// Words with which names of offices begin, in small letters.
const OFFICES: [&str; 32] = [
    "ubnd",
    "ủy ban",
    "uỷ ban",
    "sở ",
    "ban ",
    "phòng ",
    "văn phòng",
    "vp",
    "trung tâm",
    "tt",
    "chi cục",
    "chi nhánh",
    "cục ",
    "huyện",
    "thị xã",
    "thị trấn",
    "thành phố",
    "tp",
    "tx",
    "xã ",
    "phường ",
    "bộ phận",
    "công an",
    "tòa án",
    "bảo hiểm",
    "kho bạc",
    "thanh tra",
    "đội ",
    "trạm ",
    "trường ",
    "bệnh viện",
    "hạt ",
];

/// Words of states and ways, which are in no name.
const OF_STATES: [&str; 24] = [
    "chờ", "đã", "đang", "chưa", "không", "trả", "kết", "xử", "giải", "bổ", "tiếp", "chuyển", "hủy", "huỷ", "rút",
    "dừng", "tạm", "mới", "quá", "hạn", "trực", "bưu", "qua", "có",
];

/// The columns whose unknown texts are quoted.
const QUOTED: [NoticeCode; 6] = [
    NoticeCode::StatusUnknown,
    NoticeCode::ChannelUnknown,
    NoticeCode::FlagUnreadable,
    NoticeCode::DayUnreadable,
    NoticeCode::ReceivedDayFromCode,
    NoticeCode::EndDayUnreadable,
];

/// Whether the name of an unknown unit says that it is an office: an abbreviation does.
pub(in crate::columns) fn is_office(name: &str) -> bool {
    let name = small(&tidy(name));
    OFFICES.iter().any(|office| name.starts_with(office)) || !name.contains(' ') && !has_number(&name)
}

/// Whether a text holds two words in a row that begin with a capital, or no word of a state, or a long number.
pub(super) fn may_be_person(text: &str) -> bool {
    let text = tidy(text);
    let words = || text.split(' ');
    if is_contact(&text) {
        return true;
    }
    let is_proper = |word: &str| word.starts_with(char::is_uppercase);
    let in_capitals = !text.chars().any(char::is_lowercase);
    let has_proper = !in_capitals && words().zip(words().skip(1)).any(|(one, next)| is_proper(one) && is_proper(next));
    let is_state = || words().any(|word| OF_STATES.contains(&small(word).as_str()));
    let are_words = || text.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '.' | '\''));
    has_proper || text.contains(' ') && are_words() && !is_state()
}

/// Whether a text holds the number of a telephone or of a citizen, or an address of mail.
pub(in crate::columns) fn is_contact(text: &str) -> bool {
    has_number(text) || text.contains('@')
}

/// Whether a text holds the number of a telephone or of a citizen.
fn has_number(text: &str) -> bool {
    let mut parts = text.split(|letter: char| !(letter.is_ascii_digit() || matches!(letter, '.' | ' '))).map(str::trim);
    parts.any(|part| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        digits > DIGITS && (digits == part.len() || part.starts_with('0'))
    })
}

impl Dossiers {
    /// Whether a cell may name a person though its header does not.
    pub(super) fn may_name(&self, at: usize, cell: &str, is_unit: &dyn Fn(&str) -> bool) -> bool {
        let is_unknown = match self.columns.fields[at] {
            _ if is_blank(cell) || is_code(cell) => false,
            Some(Field::Unit) => return !is_unit(cell) && !is_office(cell),
            Some(Field::Status) => self.class(cell).is_none(),
            Some(Field::Channel) => channel(cell).is_none(),
            Some(field) if FLAGS.contains(&field) => flag(cell) == Flag::Unreadable,
            Some(Field::Procedure | Field::Sector) | None => false,
            Some(_) => moment(cell).is_none(),
        };
        is_unknown && may_be_person(cell)
    }

    /// Hides unknown names of units that hardly come again and are called no office, before any of them is told.
    pub(super) fn hide_names(&mut self, is_unit: &dyn Fn(&str) -> bool, notices: &mut Notices) {
        let is_open = |name: &str| !name.is_empty() && !is_unit(name) && !is_office(name);
        if !self.ledger.names().any(is_open) {
            return;
        }
        let mut dossiers = vec![0_u32; self.ledger.units.len()];
        self.ledger.entries.iter().for_each(|entry| dossiers[entry.unit() as usize] += 1);
        let units = self.ledger.units.iter_mut().zip(dossiers);
        let few = units.filter(|((name, _), dossiers)| *dossiers < FEW && is_open(name));
        few.for_each(|((name, _), _)| HIDDEN.clone_into(name));
        notices.hide(NoticeCode::DossierCodeMissing, UNTOLD, &|found, times| times < FEW as usize && is_open(found));
    }

    /// Leaves out the dossiers of such units, and tells their rows.
    pub(super) fn leave_hidden(&mut self, notices: &mut Notices) {
        let hidden: Vec<bool> = self.ledger.units.iter().map(|(name, _)| name == HIDDEN).collect();
        if !hidden.contains(&true) {
            return;
        }
        let column = self.columns.column(Field::Unit);
        let mut is_shown = |entry: &Entry| {
            let is_hidden = hidden[entry.unit() as usize];
            if is_hidden {
                notices.add(NoticeCode::DossierMisaligned, &self.place.cell(entry.row, column), UNTOLD);
            }
            !is_hidden
        };
        let entries = std::mem::take(&mut self.ledger.entries).into_iter();
        self.ledger.entries = entries.filter(&mut is_shown).collect();
    }

    /// Hides texts that stand once under a header that does not know them and may be a person's. Nobody is asked about them.
    pub(super) fn hide_texts(&mut self, notices: &mut Notices) {
        for code in QUOTED {
            notices.hide(code, UNTOLD, &|found, times| times < 2 && may_be_person(found));
        }
        let unknown = std::mem::take(&mut self.stretch.unknown).into_iter();
        self.stretch.unknown =
            unknown.filter(|(_, (text, dossiers, _))| *dossiers > 1 || !may_be_person(text)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_of_persons_are_told_from_words_of_states() {
        for text in [
            "Vàng Thị Mẩy",
            "VÀNG THỊ MẨY",
            "vàng thị mẩy",
            "Đã chuyển ông Sùng A Pao",
            "0912345678",
            "0912.345.678",
            "pao@example.vn",
        ] {
            assert!(may_be_person(text), "{text}");
        }
        for text in ["Chờ ký số", "CHỜ KÝ SỐ", "Chuyển trả", "Zalo", "3/4", "31/02/2023 08:30", "22.02.203 08.30", "?"]
        {
            assert!(!may_be_person(text), "{text}");
        }
    }

    #[test]
    fn offices_are_told_by_the_words_their_names_begin_with() {
        for name in ["UBND H. Lạ", "Trung tâm Lạ", "Chi nhánh VPĐKĐĐ Bắc Hà", "SNV", "Xã Lạ", "TT Phục vụ HCC"]
        {
            assert!(is_office(name), "{name}");
        }
        for name in ["Vàng Thị Mẩy", "Phương Thị Xa", "Than Uyên", "010768487870", "Thôn 5, xã Lạ"] {
            assert!(!is_office(name), "{name}");
        }
    }
}
