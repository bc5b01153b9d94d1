//! Numbers: what is printed reads back as the same value, exactly; rounding is the spreadsheet's.

use proptest::prelude::*;
use sohoa::analysis::Settings;
use sohoa::domain::Decimal;
use sohoa::domain::Percent;
use sohoa::text::fold;
use sohoa::text::numbers::Cell;
use sohoa::text::numbers::Printed;
use sohoa::text::numbers::print_count;
use sohoa::text::numbers::print_decimal;
use sohoa::text::numbers::read;
use sohoa::text::period;
use sohoa::text::tidy;
use unicode_normalization::UnicodeNormalization;

use super::tries;

fn printed(text: &str) -> Printed {
    match read(text) {
        Cell::Number(printed) => printed,
        other => panic!("{text:?}: {other:?}"),
    }
}

proptest! {
    #![proptest_config(tries(512))]

    #[test]
    fn a_printed_count_reads_back(count in prop_oneof![0_u64..5000, 0_u64..1_000_000_000_000]) {
        prop_assert_eq!(printed(&print_count(count)).form.as_count(), Some(count));
        prop_assert_eq!(printed(&format!("{} hồ sơ", print_count(count))).form.as_count(), Some(count));
        prop_assert_eq!(printed(&count.to_string()).form.as_count(), Some(count));
    }

    #[test]
    fn a_printed_decimal_reads_back(millionths in prop_oneof![0_i64..1_000_000_000, 0_i64..1_000_000_000_000_000]) {
        let value = Decimal::from_millionths(millionths);
        prop_assert_eq!(Decimal::from_plain(&value.to_string()), Some(value));
        // 1.343 alone is 1343 or 1,343: a whole number above 999 is a matter of its column.
        prop_assume!(millionths % 1_000_000 != 0 || millionths < 1_000_000_000);
        let text = print_decimal(value);
        let back = printed(&text);
        prop_assert_eq!(back.form.as_decimal(back.negative), Some(value), "{}", text);
        let signed = printed(&format!("{text} %"));
        prop_assert_eq!((signed.form.as_decimal(false), signed.percent_signs), (Some(value), 1));
        let point = printed(&value.to_string());
        prop_assert_eq!(point.form.as_decimal(false), Some(value), "{}", value);
    }

    /// By whole numbers alone, without the fraction's millionths in between.
    #[test]
    fn a_computed_percentage_is_rounded_and_limited_as_its_fraction_is(
        part in 0_u64..3_000_000, whole in 1_u64..3_000_000, near in -3_i64..4, places in 0_u32..4, limit in 0_u64..20_000
    ) {
        // Half of the tries lie next to a limit: 49,999… % of 50 %.
        let close = (whole * limit / 10_000).saturating_add_signed(near);
        for part in [part, close] {
            let own = Percent::of(part, whole).unwrap();
            let steps = (200 * part * 10_u64.pow(places) + whole) / (2 * whole);
            let rounded = i64::try_from(steps).unwrap() * 10_i64.pow(6 - places);
            prop_assert_eq!(own.rounded(places).value().millionths(), rounded, "{} of {} to {}", part, whole, places);
            let held = Percent::new(Decimal::from_millionths(i64::try_from(limit).unwrap() * 10_000));
            prop_assert_eq!(own < held, 10_000 * part < limit * whole, "{} of {} below {}", part, whole, held);
            prop_assert_eq!(own == held, 10_000 * part == limit * whole);
            prop_assert_eq!(own.points_below(held).is_some(), own < held);
        }
    }

    #[test]
    fn rounding_goes_to_the_nearest_and_half_away_from_zero(millionths in -2_000_000_000_i64..2_000_000_000, places in 0_u32..7) {
        let value = Decimal::from_millionths(millionths);
        let rounded = value.rounded(places);
        let step = 10_i64.pow(6 - places);
        prop_assert_eq!(rounded.millionths() % step, 0);
        let distance = (rounded.millionths() - millionths).abs();
        prop_assert!(2 * distance <= step, "{} to {}", value, rounded);
        if 2 * distance == step {
            prop_assert!(rounded.millionths().abs() > millionths.abs(), "{} to {}", value, rounded);
        }
        prop_assert_eq!(rounded.rounded(places), rounded);
    }

    #[test]
    fn what_is_missing_to_a_limit_fills_the_gap(value in 0_i64..100_000_000, limit in 0_i64..100_000_000) {
        let percent = |millionths| Percent::new(Decimal::from_millionths(millionths));
        let missing = percent(value).points_below(percent(limit));
        prop_assert_eq!(missing.map(Decimal::millionths), (value < limit).then(|| limit - value));
        if let Some(missing) = missing {
            // Points of 22, never too few: 22 · missing ≤ 100 · points.
            let points = Percent::index_points(missing);
            let shortage = 22 * missing.millionths() - 100 * points.millionths();
            prop_assert!((-99..=0).contains(&shortage), "{}", shortage);
        }
    }

    #[test]
    fn any_text_is_a_cell_and_tidied_once_is_tidy(text in "\\PC{0,30}") {
        let _ = (read(&text), period(&text));
        let tidied = tidy(&text).into_owned();
        prop_assert_eq!(tidy(&tidied), tidied.as_str());
        prop_assert_eq!(fold(&tidied), fold(&text));
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn loose_marks_change_no_cell(text in "[a-zA-Z0-9 àảãáạăắâấđêếôốơớưứỳ%,.]{0,20}") {
        let loose: String = text.nfd().collect();
        prop_assert_eq!(tidy(&loose), tidy(&text));
        prop_assert_eq!(fold(&loose), fold(&text));
        prop_assert_eq!(read(&loose), read(&text));
    }

    #[test]
    fn settings_are_read_back_as_they_were(hundredths in 0_i64..=10_000, count in 0_u64..=1_000_000_000) {
        let mut settings = Settings::default();
        settings.thresholds.rate_low = Percent::new(Decimal::from_millionths(hundredths * 10_000));
        settings.thresholds.count_very_low = count;
        prop_assert_eq!(Settings::parse(&settings.to_json()), Ok(settings.clone()));
        let typed = format!(
            "[thresholds]\nrate-low = \"{} %\"\ncount-very-low = \"{}\"\n",
            print_decimal(settings.thresholds.rate_low.value()),
            print_count(count)
        );
        prop_assert_eq!(Settings::parse(&typed), Ok(settings));
    }
}
