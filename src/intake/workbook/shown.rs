//! A number format → how its numbers are shown: as they are, as percentages, as days or as times. What is stored is read;
//! the format only tells what a number means.

use crate::intake::number::Number;
use crate::text::fold;

/// How a format shows numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Plain,
    /// A share: 0.723 is shown as 72,3%.
    Percent,
    /// A number with the sign written behind it: 72.3 is shown as 72,3%.
    Signed,
    Day,
    Time,
    /// A month under its word, as titles name a period: `Tháng 06/2023`.
    Month,
    /// A month without its word, stored as its first day. It gets the word: `06/2023` might be a part of a whole.
    BareMonth,
    /// The first day of a period, and its last, each under its words.
    From,
    To,
}

impl Shown {
    /// By the format's code, its first section that is for more than one number. Of text in quotes and escaped letters only
    /// the sign of percentages tells something; colours in brackets tell nothing, `[h]` does.
    pub(super) fn by_code(code: &str) -> Self {
        if matches!(code.to_ascii_lowercase().as_str(), "general" | "standard" | "@") {
            return Self::Plain;
        }
        let mut found = Self::Plain;
        // Whether the section shows numbers, and whether it is for some alone, or for one: `[=0]"-";0.0"%"`.
        let (mut shows, mut of_some, mut of_one) = (false, false, false);
        let mut letters = code.chars();
        while let Some(letter) = letters.next() {
            match letter.to_ascii_lowercase() {
                ';' if of_one || (of_some && !shows) => {
                    (found, shows, of_some, of_one) = (Self::Plain, false, false, false);
                }
                ';' => break,
                '"' => {
                    // Words before the sign name something else: `"đạt 80%"`.
                    let text: String = letters.by_ref().take_while(|letter| *letter != '"').collect();
                    let is_sign =
                        text.split_once('%').is_some_and(|(before, _)| !before.contains(char::is_alphanumeric));
                    found = if is_sign && found == Self::Plain { Self::Signed } else { found };
                }
                '\\' => {
                    let is_sign = letters.next() == Some('%');
                    found = if is_sign && found == Self::Plain { Self::Signed } else { found };
                }
                '_' | '*' => {
                    letters.next();
                }
                '[' => {
                    let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                    let inside = inside.to_ascii_lowercase();
                    of_some |= inside.starts_with(['<', '>']);
                    of_one |= inside.starts_with('=');
                    if !inside.is_empty() && inside.bytes().all(|letter| matches!(letter, b'h' | b'm' | b's')) {
                        (found, shows) = (Self::Time, true);
                    }
                }
                '%' => return Self::Percent,
                'd' => return Self::of_period(code).unwrap_or(Self::Day),
                'y' => return Self::of_period(code).unwrap_or_else(|| Self::of_year(code)),
                'h' | 's' => (found, shows) = (Self::Time, true),
                // Months and minutes share a letter: alone it is a month.
                'm' if found == Self::Plain => (found, shows) = (Self::Day, true),
                // Digits and `General`.
                '0' | '#' | '?' | 'g' => shows = true,
                _ => {}
            }
        }
        // `mm:ss` begins like a month.
        if found == Self::Day && code.contains(':') { Self::Time } else { found }
    }

    /// What shows a year: months alone where the format names no day.
    fn of_year(code: &str) -> Self {
        let code = code.split(';').next().unwrap_or_default().to_ascii_lowercase();
        let code =
            if code.starts_with('[') { code.split_once(']').map_or(&*code, |(_, behind)| behind) } else { &*code };
        let is_month = code.contains('m') && !code.contains(['d', 'h', '"', '[']);
        if is_month { Self::BareMonth } else { Self::Day }
    }

    /// A day that its format puts behind the words by which a title names a period.
    fn of_period(code: &str) -> Option<Self> {
        let code = if code.starts_with('[') { code.split_once(']')?.1 } else { code };
        let (words, behind) = code.trim_start().strip_prefix('"')?.split_once('"')?;
        let names_day = behind.split(';').next()?.contains(['d', 'D']);
        match fold(words).as_str() {
            "thang" | "ky bao cao thang" | "bao cao thang" if !names_day => Some(Self::Month),
            "tu" | "tu ngay" if names_day => Some(Self::From),
            "den" | "den ngay" | "den het ngay" if names_day => Some(Self::To),
            _ => None,
        }
    }

    /// By the number of a format that every spreadsheet knows; `None` for others.
    pub(super) const fn by_number(number: u32) -> Option<Self> {
        Some(match number {
            9 | 10 => Self::Percent,
            17 => Self::BareMonth,
            14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Self::Day,
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Self::Time,
            0..=49 => Self::Plain,
            _ => return None,
        })
    }

    /// The text of a number in this format. A serial that is no day stays a number.
    pub(super) fn text(self, number: &Number, since_1904: bool) -> String {
        match self {
            Self::Plain => number.text(),
            Self::Percent => number.percent(),
            Self::Signed => number.text() + "%",
            Self::Day => number.day(since_1904).unwrap_or_else(|| number.text()),
            Self::Time => number.time().unwrap_or_else(|| number.text()),
            Self::Month => match number.day(since_1904) {
                Some(day) => format!("Tháng {}", day.split_once('/').map_or(&*day, |(_, month)| month)),
                None => number.text(),
            },
            Self::BareMonth => match number.day(since_1904) {
                Some(day) => match day.strip_prefix("01/").filter(|month| month.len() == 7) {
                    Some(month) => format!("Tháng {month}"),
                    None => day,
                },
                None => number.text(),
            },
            Self::From | Self::To => match number.day(since_1904) {
                Some(day) => format!("{} ngày {day}", if self == Self::From { "Từ" } else { "đến" }),
                None => number.text(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_what_numbers_mean() {
        for (code, shown) in [
            ("General", Shown::Plain),
            ("#,##0", Shown::Plain),
            ("0.0%", Shown::Percent),
            ("[Red]0,0\\ %;-0", Shown::Percent),
            ("0.0\"%\"", Shown::Signed),
            ("0.0\\%", Shown::Signed),
            ("0.0\\ \"%\"", Shown::Signed),
            // The whole of a quoted text is none of the code's, in any section.
            ("0.0\"%\";-0.0\"%\"", Shown::Signed),
            ("_-* #,##0.0\"%\"_-;-* #,##0.0\"%\"_-;_-* \"-\"??\"%\"_-;_-@_-", Shown::Signed),
            ("#,##0\"%\";[Red]\\-#,##0\"%\"", Shown::Signed),
            ("0.0\"%%\"", Shown::Signed),
            ("0.0\" % số hóa\"", Shown::Signed),
            ("0.0\" (%)\"", Shown::Signed),
            ("\"Tỷ lệ (%): \"0.0", Shown::Plain),
            ("0\" hồ sơ đạt 80%\"", Shown::Plain),
            ("0\" dd/mm\"", Shown::Plain),
            ("0.0\"% ; đạt\"", Shown::Signed),
            ("0.0\"%", Shown::Signed),
            // A section for one number, or one that shows some as words, says nothing of the others.
            ("[=0]\"-\";0.0\"%\"", Shown::Signed),
            ("[<=0]\"-\";0.0\"%\"", Shown::Signed),
            ("[Red][<50]0.0\"%\";0.0", Shown::Signed),
            ("[<1]General;0.0%", Shown::Plain),
            ("[=0]0;0.0\"%\"", Shown::Signed),
            ("[=0]\"-\";0.0%", Shown::Percent),
            // The numbers above zero are hidden: as what they would be shown is unknown.
            ("\"-\";0.0%", Shown::Plain),
            ("\"\";\"\";0.0%", Shown::Plain),
            ("0.0;-0.0%", Shown::Plain),
            ("General;-0%", Shown::Plain),
            ("#,##0.0;[Red]-0.0\"%\"", Shown::Plain),
            ("dd/mm/yyyy;0%", Shown::Day),
            ("h:mm;0%", Shown::Time),
            (";;;", Shown::Plain),
            ("0.00E+00", Shown::Plain),
            ("#,##0\\ \"hồ sơ\"", Shown::Plain),
            ("[$-42A]dd/mm/yyyy", Shown::Day),
            ("d/m/yy h:mm", Shown::Day),
            ("mmm", Shown::Day),
            ("mm:ss", Shown::Time),
            ("[h]:mm:ss", Shown::Time),
            ("h:mm AM/PM", Shown::Time),
            ("_(* #,##0_);_(* (#,##0)", Shown::Plain),
            ("\"Tháng\" mm/yyyy", Shown::Month),
            ("[$-42A]\"THÁNG \"m/yyyy", Shown::Month),
            ("\"Tháng\" dd/mm/yyyy", Shown::Day),
            ("mm/yyyy", Shown::BareMonth),
            ("[$-42A]m\\/yyyy;@", Shown::BareMonth),
            ("mmm-yy", Shown::BareMonth),
            ("yyyy-mm-dd", Shown::Day),
            ("m/d/yyyy", Shown::Day),
            ("yyyy", Shown::Day),
            ("mm/yyyy hh:mm", Shown::Day),
            ("\"Từ ngày \"dd/mm/yyyy", Shown::From),
            ("\"đến ngày \"dd/mm/yyyy;@", Shown::To),
            ("\"Ngày \"dd/mm/yyyy", Shown::Day),
        ] {
            assert_eq!(Shown::by_code(code), shown, "{code}");
        }
        assert_eq!(Shown::by_number(10), Some(Shown::Percent));
        assert_eq!(Shown::by_number(164), None);
    }

    #[test]
    fn a_month_is_shown_without_a_day_unless_it_is_stored_with_another() {
        for (serial, text) in [(45_078.0, "Tháng 06/2023"), (45_082.0, "05/06/2023"), (-1.0, "-1")] {
            assert_eq!(Shown::BareMonth.text(&Number::of(serial).unwrap(), false), text); // 45078 is 01/6/2023
        }
    }
}
