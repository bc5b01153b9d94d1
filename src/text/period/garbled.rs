//! Titles that name a period which cannot be.

use super::period;
use super::period_of_titles;
use super::words::Token;
use super::words::tokens;
use crate::text::fold;
use crate::text::small;
use crate::text::tidy;

/// No report is of a later year.
const LAST_YEAR: u16 = 2100;

/// The title that names a begin and an end of which no period can be made: a day that no calendar has, an end before the
/// begin, an end alone.
#[must_use]
pub fn garbled_period(titles: &[String]) -> Option<&String> {
    let is_one = |title: &&String| {
        let tokens = tokens(title);
        let says = |at: usize, word: &str| usize::from(matches!(tokens.get(at), Some(Token::Word(own)) if own == word));
        // Copies are made “từ bản chính”.
        let from = (0..tokens.len()).find(|at| tokens[*at] == Token::From && says(at + 1, "ban") == 0);
        let names_both = from.is_some_and(|from| tokens[from..].contains(&Token::To));
        // “Tính đến ngày 05/6/2023”: since when, nobody says.
        let is_end = |at: usize| match tokens.get(at) {
            Some(Token::Day(_)) => true,
            Some(Token::MonthYear(..)) => says(at - 1, "thang") > 0,
            _ => false,
        };
        let names_end = from.is_none()
            && (0..tokens.len()).filter(|at| tokens[*at] == Token::To).any(|at| {
                let behind = at + 1 + says(at + 1, "het");
                is_end(behind + says(behind, "ngay").max(says(behind, "thang")))
            });
        names_end || (names_both && title.bytes().filter(u8::is_ascii_digit).count() >= 8) || names_no_month(title)
    };
    titles.iter().find(is_one).filter(|_| period_of_titles(titles).is_none())
}

/// Whether a title names a month or a quarter that there is not: `Tháng 13/2023`, `Tháng 06/2O23`, `Quý V/2023`.
fn names_no_month(title: &str) -> bool {
    let title = small(&tidy(title));
    let words: Vec<&str> = title.split([' ', '(', ')', ',', ';']).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        let named = matches!(fold(pair[0]).as_str(), "thang" | "quy");
        let year = pair[1].split_once('/').map(|(_, year)| year);
        let is_year = |year: &str| {
            (3..=5).contains(&year.len())
                && year.starts_with(['1', '2', 'l'])
                && year.bytes().all(|letter| letter.is_ascii_digit() || matches!(letter, b'o' | b'l'))
        };
        named
            && year.is_some_and(is_year)
            && period(&pair.join(" ")).is_none_or(|period| period.from.year() > LAST_YEAR)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_that_cannot_be_is_told_from_none() {
        let garbled = |title: &str| garbled_period(&[title.to_owned()]).is_some();
        assert!(garbled("(Từ ngày 01/04/2023 đến ngày 31/04/2023)"));
        assert!(garbled("từ 05/6/2023 đến 01/01/2023"));
        assert!(garbled("(Số liệu tính đến ngày 30/4/2023)"));
        assert!(garbled("Tính đến hết ngày 05 tháng 6 năm 2023"));
        assert!(garbled("từ ngày 13/25/2023 đến ngày 14/25/2023"));
        assert!(garbled("Lũy kế đến hết tháng 5/2023") && garbled("Tháng 6/20223"));
        let copies = "Kết quả chứng thực điện tử bản sao từ bản chính";
        assert!(garbled(&format!("{copies} đến ngày 05/6/2023")) && !garbled(&format!("{copies} (hồ sơ đến nay)")));
        assert!(garbled(&format!("{copies} từ 01/01/2020 đến 31/6/2023")));
        for title in ["Từ ngày 01/04/2023 đến ngày 30/04/2023", "Từ huyện đến xã", "Tháng 6/2023", ""] {
            assert!(!garbled(title), "{title}");
        }
    }
}
