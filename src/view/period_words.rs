//! Periods in an officer's words: `tháng 5/2023`, `quý II/2023`, `từ 01/01/2020 đến 05/5/2023`; signs and arrows of changes.

use crate::analysis::kind_of_period;
use crate::domain::Decimal;
use crate::domain::Period;
use crate::text::numbers::print_decimal;

/// A period as people call it.
pub(super) fn called(period: Option<Period>) -> String {
    let Some(period) = period else { return "không ghi kỳ".to_owned() };
    let (year, first, last) = (period.to.year(), period.from.month(), period.to.month());
    let whole = Period::months(year, first, last) == Some(period);
    match kind_of_period(period).as_str() {
        "tháng" if whole => format!("tháng {last}/{year}"),
        "quý" if whole && last % 3 == 0 => {
            let quarter = ["I", "II", "III", "IV"].get(usize::from(last / 3 - 1)).copied().unwrap_or_default();
            format!("quý {quarter}/{year}")
        }
        "năm" if whole => format!("năm {year}"),
        "6 tháng" | "9 tháng" if whole && first == 1 => format!("{last} tháng đầu năm {year}"),
        _ => period.printed(),
    }
}

/// The same where there is little room: of a period of no name only its last day.
pub(super) fn shortly(period: Option<Period>) -> String {
    let called = called(period);
    match period {
        Some(period) if called == period.printed() => format!("đến {}", period.to.printed()),
        _ => called,
    }
}

/// A change with its sign: `+2,5`, `−1`, `0`.
pub(super) fn signed(change: Decimal) -> String {
    if change > Decimal::default() {
        format!("+{}", print_decimal(change))
    } else {
        print_decimal(change).replacen('-', "−", 1)
    }
}

/// Ranks climbed or lost: `tăng 2 bậc`.
pub(super) fn ranks(climbed: i64) -> String {
    match climbed {
        0 => "giữ nguyên".to_owned(),
        1.. => format!("tăng {climbed} bậc"),
        _ => format!("giảm {} bậc", climbed.unsigned_abs()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Day;

    #[test]
    fn periods_are_called_as_offices_call_them() {
        #[track_caller]
        fn case(from: &str, to: &str, expected: &str) {
            let period = Period::new(Day::from_plain(from).unwrap(), Day::from_plain(to).unwrap());
            assert_eq!(called(period), expected);
        }
        case("2023-05-01", "2023-05-31", "tháng 5/2023");
        case("2024-02-01", "2024-02-29", "tháng 2/2024");
        case("2023-04-01", "2023-06-30", "quý II/2023");
        case("2023-02-01", "2023-04-30", "từ 01/02/2023 đến 30/4/2023"); // three months, no quarter
        case("2023-01-01", "2023-06-30", "6 tháng đầu năm 2023");
        case("2022-12-01", "2023-05-31", "từ 01/12/2022 đến 31/5/2023");
        case("2023-01-01", "2023-12-31", "năm 2023");
        case("2020-01-01", "2023-06-05", "từ 01/01/2020 đến 05/6/2023");
        assert_eq!(called(None), "không ghi kỳ");
        let sum = Period::new(Day::from_plain("2020-01-01").unwrap(), Day::from_plain("2023-06-05").unwrap());
        assert_eq!(shortly(sum), "đến 05/6/2023");
        assert_eq!(shortly(Period::months(2023, 5, 5)), "tháng 5/2023");
    }

    #[test]
    fn changes_carry_their_sign() {
        let signed = |plain: &str| signed(Decimal::from_plain(plain).unwrap());
        assert_eq!((signed("2.5"), signed("0"), signed("-0.4")), ("+2,5".into(), "0".into(), "−0,4".into()));
        assert_eq!((ranks(0), ranks(2), ranks(-3)), ("giữ nguyên".into(), "tăng 2 bậc".into(), "giảm 3 bậc".into()));
    }
}
