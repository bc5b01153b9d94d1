//! A period named by its two ends: `từ ngày 01/01/2023 đến ngày 05/06/2023`, `từ tháng 1 đến tháng 5 năm 2023`.

use super::point::point;
use super::words::Token;
use crate::domain::Period;

/// A period named by its begin and its end. Of this period and the last the text names this one.
pub(super) fn range(tokens: &[Token]) -> Option<Period> {
    let is =
        |at: usize, words: &[&str]| matches!(tokens.get(at), Some(Token::Word(word)) if words.contains(&word.as_str()));
    let now = (0..tokens.len()).find(|at| is(*at, &["ky"]) && is(at + 1, &["nay"])).unwrap_or(0);
    let past = |mut at: usize, words: &[&str]| {
        while is(at, words) {
            at += 1;
        }
        at
    };
    let found = |at: usize| {
        // Without “từ” two whole days alone are a begin and an end.
        // “Từ ngày l5/01/2023”: what stands before the letter is no day of its own.
        let is_torn = at > 0 && is(at - 1, &["l", "o", "i"]);
        let says_from = tokens[at] == Token::From;
        let (begin, behind) = point(tokens, if says_from { past(at + 1, &["ngay"]) } else { at })?;
        // “Tháng 4 đến tháng 6 năm 2023”: two of one kind, the year said once.
        let is_month = |at: usize| is(at, &["thang", "quy"]);
        let of_months = is_month(at) && begin.year.is_none() && tokens.get(behind) == Some(&Token::To) && {
            let end = past(behind + 1, &["het"]);
            is_month(end) && tokens[at] == tokens[end]
        };
        if is_torn || !(says_from || of_months || matches!(tokens[at], Token::Day(_))) {
            return None;
        }
        let joined = match (tokens.get(behind), tokens.get(behind + 1)) {
            (Some(Token::Dash), Some(Token::To)) => behind + 2,
            (Some(Token::To | Token::Dash), _) => behind + 1,
            _ => return None,
        };
        let (end, _) = point(tokens, past(joined, &["het", "ngay"]))?;
        let year = end.year.or_else(|| begin.year.filter(|_| says_from))?;
        Period::new(begin.begin(begin.year.unwrap_or(year))?, end.end(year)?)
    };
    (now..tokens.len()).find_map(found)
}

#[cfg(test)]
mod tests {
    use crate::text::period::tests::case;

    #[test]
    fn two_days_are_a_period() {
        for text in [
            "(Từ ngày 01/01/2023 đến ngày 05/06/2023)",
            "TU NGAY 01/01/2023 DEN NGAY 05/06/2023",
            "Từ: 01/01/2023 Đến: 05/06/2023",
            "Từ ngày: | 01/01/2023 | Đến ngày: | 05/06/2023",
            "Từ 01/01 đến 05/6/2023",
            "Từ ngày 01 tháng 01 năm 2023 đến ngày 05 tháng 6 năm 2023",
            "từ ngày 01 tháng 01 đến hết ngày 05 tháng 6 năm 2023",
            "Thời gian: 01/01/2023 đến 05/06/2023",
            "Kỳ báo cáo: 01/01/2023 - 05/06/2023",
            "(01/01/2023-05/06/2023)",
            "Lũy kế từ đầu năm đến ngày 05/6/2023",
            "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022\n(Từ ngày 01/01/2023 đến ngày 05/06/2023)",
            "Kỳ trước: từ 01/01/2022 đến 05/6/2022; kỳ này: từ 01/01/2023 đến 05/6/2023",
            "Tuần 15 năm 2023 (01/01/2023 - 05/06/2023)",
            "Từ ngày: 01/01/2023 - Đến ngày: 05/06/2023",
            "Từ ngày 01/01/2023 00:00 đến ngày 05/06/2023 23:59",
            "01/01/2023 00:00:00 - 05/06/2023 23:59:59",
            "Từ 0h ngày 01/01/2023 đến 17h30 ngày 05/06/2023",
        ] {
            case(text, "2023-01-01..2023-06-05");
        }
        case(
            "Kết quả chứng thực điện tử bản sao tư bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)",
            "2020-01-01..2023-06-05",
        );
        case("từ 05/6/2023 đến 01/01/2020", "-"); // runs backwards
        case("từ ngày 01/04/2023 đến ngày 31/04/2023", "-"); // no such day
    }

    #[test]
    fn months_and_quarters_may_be_ends() {
        case("Từ tháng 1/2023 đến tháng 5/2023", "2023-01-01..2023-05-31");
        case("Từ tháng 01 đến tháng 05 năm 2023", "2023-01-01..2023-05-31");
        case("Từ tháng 11/2022 đến hết tháng 02/2023", "2022-11-01..2023-02-28");
        case("Từ Quý I đến Quý II/2023", "2023-01-01..2023-06-30");
        case("DANH SÁCH HỒ SƠ THÁNG 4 ĐẾN THÁNG 6 NĂM 2023", "2023-04-01..2023-06-30");
        case("Quý I đến hết quý II/2023", "2023-01-01..2023-06-30");
        case("Số liệu tháng 4 đến ngày 05/6/2023", "-");
        case("Tháng 4 đến tháng 6", "-");
        case("01/03/2025 ÷ 21/3/2025", "2025-03-01..2025-03-21");
        case("01/04/2023 ~ 30/06/2023", "2023-04-01..2023-06-30");
    }
}
