//! The period that a title or header names: `từ ngày 01/01/2023 đến ngày 05/06/2023`, `Tháng 6/2023`, `Quý II/2023`,
//! `6 tháng đầu năm 2023`. A document's own day (`Lào Cai, ngày 08 tháng 7 năm 2023`) names none.

mod beside;
mod copies;
mod garbled;
mod named;
mod part;
mod point;
mod range;
mod words;

pub use copies::copies_apart;
pub use garbled::garbled_period;
pub use garbled::last_day;

use crate::domain::Period;
use beside::before_taken;
use beside::names_undated;
use beside::taken_within;
use beside::with_year;
use named::in_months;
use named::named;
use named::year_at_end;
use part::names_week;
use range::range;
use words::Token;
use words::speaks_of_law;
use words::tokens;

/// How a text ends, before its year, that quotes what a file says of its period and nobody understands: it names none,
/// and is told as one that does not.
pub const NO_MONTH: &str = "tháng ?/";

/// Finds the period a text names; `None` when it names none, or several.
#[must_use]
pub fn period(text: &str) -> Option<Period> {
    let tokens = tokens(text);
    range(&tokens).or_else(|| named(&tokens))
}

/// Finds the period that a header names below titles that name this one: its year may be said by those, and a year of its own
/// counts where it is another one.
#[must_use]
pub fn period_below(header: &str, titles: Period) -> Option<Period> {
    let own = tokens(header);
    let undated = || in_months(&with_year(&own, titles)).filter(|_| names_undated(&own));
    let is_another = |year: &Period| year.to < titles.from || titles.to < year.from;
    let of_year = || header.split(" / ").find_map(|part| year_at_end(&tokens(part))).filter(is_another);
    period(header).or_else(undated).or_else(of_year)
}

/// Finds the period that the titles above a table name. Two days say more than the name of a month, and may stand in two
/// rows; a year says least. Figures that were taken before its end are those up to that day.
#[must_use]
pub fn period_of_titles(titles: &[String]) -> Option<Period> {
    // Between two rows may stand a blank one.
    let rows: Vec<Vec<Token>> = titles.iter().map(|title| tokens(title)).filter(|row| !row.is_empty()).collect();
    if titles.iter().any(|title| title.contains(NO_MONTH)) {
        return None;
    }
    let names_none = |row: &[Token]| range(row).is_none() && in_months(row).is_none();
    let own: Vec<Vec<Token>> =
        rows.iter().map(|row| if names_none(row) { before_taken(row).to_vec() } else { row.clone() }).collect();
    let period = of_rows(&own)?;
    match rows.iter().find_map(|row| taken_within(row, period)) {
        Some(taken) => Period::new(period.from, taken),
        None => Some(period),
    }
}

fn of_rows(rows: &[Vec<Token>]) -> Option<Period> {
    let joined = || rows.windows(2).find_map(|pair| range(&pair.concat()));
    let days = rows.iter().find_map(|row| range(row)).or_else(joined);
    // “Báo cáo tuần 2” above “Tháng 11/2024”.
    if days.is_some() || rows.iter().any(|row| names_week(row)) {
        return days;
    }
    // What stands with the words of a letter or a law counts where nothing else names a period.
    let (of_law, own): (Vec<_>, Vec<_>) = rows.iter().partition(|row| speaks_of_law(row));
    let mut periods = own.iter().filter_map(|row| in_months(row));
    if let Some(first) = periods.next() {
        // “Quý II năm 2023” above “Tháng 6”.
        let mut undated = own.iter().filter(|row| names_undated(row));
        let mut agrees = || undated.all(|row| in_months(&with_year(row, first)).is_none_or(|other| other == first));
        return Some(first).filter(|first| periods.all(|other| other == *first) && agrees());
    }
    if let Some(first) = of_law.iter().find_map(|row| in_months(row)) {
        return Some(first);
    }
    let mut years = rows.iter().filter_map(|row| year_at_end(row));
    let year = years.next().filter(|year| years.all(|other| other == *year))?;
    // “KẾT QUẢ NĂM 2025” above “Tháng 7”.
    let undated: Vec<_> = rows.iter().filter(|row| names_undated(row)).map(|row| with_year(row, year)).collect();
    let Some(first) = undated.first() else { return Some(year) };
    let same = || in_months(first).filter(|first| undated.iter().all(|row| in_months(row) == Some(*first)));
    undated.iter().find_map(|row| range(row)).or_else(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds that a text names this period, or none: `-`.
    #[track_caller]
    pub(super) fn case(text: &str, expected: &str) {
        let found = period(text).map_or_else(|| "-".to_owned(), |period| format!("{}..{}", period.from, period.to));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn other_days_name_no_period() {
        for text in [
            "THEO QUYẾT ĐỊNH SỐ 766/QĐ-TTg ngày 23/06/2022",
            "(Ban hành kèm theo Công văn số /VPUBND-KSTT ngày / 6 /2023",
            "Quyết định ngày 23/6/2022 về môi trường điện tử, số liệu chốt ngày 05/6/2023",
            "Lào Cai, ngày 08 tháng 7 năm 2023",
            "Thông tư số 02/2017/TT-VPCP ngày 31 tháng 10 năm 2017",
            "Nghị định số 61/2018/NĐ-CP năm 2018",
            "Tính đến ngày 05/6/2023",
            "Lũy kế đến hết tháng 5/2023",
            "Tháng 12/2022 và tháng 6/2023",
            "điểm số hóa 12,7/22",
            "",
        ] {
            case(text, "-");
        }
    }

    #[test]
    fn of_titles_the_one_with_two_days_counts_and_they_may_stand_in_two_rows() {
        let of = |titles: &[&str]| {
            let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
            period_of_titles(&titles).map(|period| format!("{}..{}", period.from, period.to)).unwrap_or_default()
        };
        let days = "2023-01-01..2023-06-30";
        assert_eq!(of(&["Quý II/2023", "(Từ ngày 01/01/2023 đến ngày 30/6/2023)"]), days);
        assert_eq!(of(&["Lào Cai, ngày 08 tháng 7 năm 2023", "", "6 tháng đầu năm 2023"]), days);
        assert_eq!(of(&["Từ ngày: | 01/01/2023", "Đến ngày: | 30/06/2023"]), days);
        assert_eq!(of(&["KẾT QUẢ NĂM 2022", "6 tháng đầu năm 2023"]), days);
        assert_eq!(of(&["BÁO CÁO THÁNG 8/2025", "(Từ 15/7 đến 14/8)"]), "2025-07-15..2025-08-14");
        assert_eq!(of(&["BÁO CÁO THÁNG 8/2025", "(Số liệu tính đến 14/9/2025)"]), "2025-08-01..2025-08-31");
        // The year may stand in a row of its own.
        let quarter = "2025-07-01..2025-09-30";
        assert_eq!(of(&["KẾT QUẢ SỐ HÓA NĂM 2025", "Tháng 7 - 9"]), quarter);
        assert_eq!(of(&["Từ tháng 7 đến tháng 9", "NĂM 2025"]), quarter);
        assert_eq!(of(&["NĂM 2025", "Mẫu T1", "UBND huyện Bảo Thắng 12 xã"]), "2025-01-01..2025-12-31");
        assert_eq!(of(&["Năm 2025", "Quý III/2025"]), quarter);
        // A letter's own month, and what is compared, are none of the figures; of two others neither is taken.
        let august = "2025-08-01..2025-08-31";
        assert_eq!(of(&["Lào Cai, ngày … tháng 9 năm 2025", "THÁNG 8/2025"]), august);
        assert_eq!(of(&["(Kèm theo Báo cáo tháng 9/2025)", "THÁNG 8/2025", "Cùng kỳ: tháng 8/2024"]), august);
        assert_eq!(of(&["(Kèm theo Báo cáo tháng 8/2025)"]), august);
        assert_eq!(of(&["Kỳ trước: tháng 7/2025", "Kỳ này: tháng 8/2025"]), august);
        assert_eq!(of(&["Tháng 8/2025", "Tháng 9/2025"]), "");
        for unclear in ["Đến hết tháng 7", "Hồ sơ từ ngày 01/7/2025"] {
            assert_eq!(of(&["KẾT QUẢ NĂM 2025", unclear]), "");
            assert!(garbled_period(&["KẾT QUẢ NĂM 2025", unclear].map(str::to_owned)).is_some(), "{unclear}");
        }
    }

    #[test]
    fn a_year_alone_on_a_line_is_that_of_the_period_beside_it() {
        let of = |titles: &[&str]| {
            let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
            let told = garbled_period(&titles).map(|(row, quoted)| format!("{row} {quoted}"));
            let period = period_of_titles(&titles).map(|period| format!("{}..{}", period.from, period.to));
            period.or(told).unwrap_or_default()
        };
        let half = "2023-01-01..2023-06-30";
        assert_eq!(of(&["KẾT QUẢ NĂM 2023", "Từ ngày 01/01 đến ngày 30/6"]), half);
        assert_eq!(of(&["Từ ngày 01/01 đến ngày 30/6", "", "KẾT QUẢ NĂM 2023"]), half);
        assert_eq!(of(&["6 THÁNG ĐẦU NĂM", "NĂM 2023"]), half);
        assert_eq!(of(&["Kỳ: 6 tháng", "Năm: 2023"]), half);
        assert_eq!(of(&["Kỳ: 6 tháng đầu năm", "Năm: 2023"]), half);
        assert_eq!(of(&["9 THÁNG", "NĂM 2023"]), "2023-01-01..2023-09-30");
        assert_eq!(of(&["Lũy kế 9 tháng", "NĂM 2023"]), "2023-01-01..2023-09-30");
        assert_eq!(of(&["6 THÁNG CUỐI NĂM", "NĂM 2023"]), "2023-07-01..2023-12-31");
        assert_eq!(of(&["KẾT QUẢ NĂM 2023", "Từ 01/7 đến 15/7", "Tháng 7"]), "2023-07-01..2023-07-15");
        // Months that are no period, and months of something else.
        let year = "2023-01-01..2023-12-31";
        assert_eq!(of(&["KẾT QUẢ NĂM 2023", "Hồ sơ quá hạn trên 3 tháng"]), year);
        assert_eq!(of(&["KẾT QUẢ NĂM 2023", "Từ 01/01 đến 31/6"]), "0 KẾT QUẢ NĂM 2023 / Từ 01/01 đến 31/6");
        // A month that contradicts the quarter, and one that only says it again.
        assert_eq!(of(&["Quý II năm 2023", "Tháng 6"]), "0 Quý II năm 2023 / Tháng 6");
        assert_eq!(of(&["NĂM 2023", "Quý II", "Tháng 6"]), "0 NĂM 2023 / Quý II / Tháng 6");
        assert_eq!(of(&["Tháng 5/2023", "Tháng 6/2023"]), "0 Tháng 5/2023 / Tháng 6/2023");
        let quarter = "2023-04-01..2023-06-30";
        assert_eq!(of(&["Quý II năm 2023", "Tháng 4, 5, 6"]), quarter);
        assert_eq!(of(&["Quý II năm 2023", "So với tháng 3", "UBND huyện Bảo Thắng 12"]), quarter);
        assert_eq!(of(&["Quý II năm 2023", "Lào Cai, ngày … tháng 7 năm 2023"]), quarter);
    }

    #[test]
    fn figures_taken_before_a_period_had_ended_are_those_up_to_that_day() {
        let of = |titles: &[&str]| {
            let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
            period_of_titles(&titles).map_or_else(|| "-".to_owned(), |period| format!("{}..{}", period.from, period.to))
        };
        let days = "2023-06-01..2023-06-20";
        for titles in [
            ["Tháng 6/2023", "Số liệu tính đến ngày 20/6/2023"],
            ["Tháng 6/2023", "(Số liệu tính đến hết ngày 20/6)"],
            ["Từ ngày 01/6/2023 đến ngày 30/6/2023", "Số liệu chốt đến 20/6/2023"],
            ["", "Tháng 6/2023 (tính đến ngày 20/6/2023)"],
            ["", "Từ ngày 01/6/2023 đến ngày 30/6/2023 (số liệu tính đến ngày 20/6/2023)"],
        ] {
            assert_eq!(of(&titles), days, "{titles:?}");
        }
        let half = "2023-01-01..2023-06-30";
        assert_eq!(of(&["KẾT QUẢ NĂM 2023", "(Số liệu tính đến ngày 30/6/2023)"]), half);
        let june = "2023-06-01..2023-06-30";
        for beside in [
            "Số liệu tính đến ngày 30/6/2023",
            "Số liệu tính đến ngày 05/7/2023",
            "Chứng thực điện tử tính đến ngày 20/6/2023",
            "So với số liệu tính đến ngày 20/6/2023",
        ] {
            assert_eq!(of(&["Tháng 6/2023", beside]), june, "{beside}");
        }
        assert_eq!(of(&["Số liệu từ ngày 01/6/2023 đến ngày 20/6/2023"]), days);
    }

    #[test]
    fn a_year_that_ends_a_title_is_its_period_unless_it_is_of_something_else() {
        let of = |title: &str| period_of_titles(&[title.to_owned()]).map(|period| period.from.year());
        for title in [
            "KẾT QUẢ SỐ HÓA HỒ SƠ NĂM 2023",
            "Kỳ báo cáo: Năm 2023",
            "Kỳ: | Năm 2023",
            "(Cả năm 2023)",
            "PHỤ LỤC 1 - KẾT QUẢ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH NĂM 2023.",
            "KET QUA CHUNG THUC DIEN TU NAM 2023",
            "SỞ TƯ PHÁP: HỒ SƠ TIẾP NHẬN NĂM 2023",
        ] {
            assert_eq!(of(title), Some(2023), "{title}");
        }
        for title in [
            "Nghị định số 61/2018/NĐ-CP năm 2018",
            "theo Nghị quyết của HĐND tỉnh năm 2023",
            "Thực hiện Kế hoạch cải cách hành chính năm 2023",
            "Thông tư của Văn phòng Chính phủ năm 2023",
            "(Kèm theo Báo cáo của UBND tỉnh năm 2023)",
            "Căn cứ Công văn của VPUBND tỉnh năm 2023",
            "Lào Cai, ngày … tháng … năm 2023",
            "Tháng … năm 2023",
            "Đợt 2 năm 2023",
            "KẾT QUẢ SO VỚI NĂM 2022",
            "Cùng kỳ năm 2022",
            "Kết quả từ năm 2020",
            "Mục tiêu đến năm 2025",
            "Kết quả đầu năm 2023",
        ] {
            assert_eq!(of(title), None, "{title}");
        }
        let two = ["KẾT QUẢ NĂM 2022", "KẾT QUẢ NĂM 2023"].map(str::to_owned);
        assert_eq!(period_of_titles(&two), None);
    }
}
