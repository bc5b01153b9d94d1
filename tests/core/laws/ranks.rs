//! Ranks are well formed, and belong to the units, not to the order of their rows.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;
use sohoa::domain::Decimal;
use sohoa::domain::Percent;
use sohoa::ranking::rank;

use super::tries;
use crate::support::DISTRICTS;
use crate::support::json;
use crate::support::lines;
use crate::support::report_of;

/// Tenths of a percent and a count, where they are known.
type Figures = (Option<u32>, Option<u32>);

/// Tenths of a percent for each district, few of them, so that many tie; and a count.
fn figures() -> impl Strategy<Value = Vec<Figures>> {
    let tenths = prop_oneof![Just(0), Just(499), Just(500), Just(723), 11_u32..1000];
    vec((option::weighted(0.8, tenths), option::weighted(0.8, 0_u32..3000)), 9)
}

fn file(rows: &[(&str, Figures)]) -> String {
    let row = |(name, (tenths, copies)): &(&str, Figures)| {
        let percent = tenths.map(|tenths| format!("{},{}%", tenths / 10, tenths % 10)).unwrap_or_default();
        format!("{name};{percent};{}\n", copies.map(|copies| copies.to_string()).unwrap_or_default())
    };
    format!("Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n{}", rows.iter().map(row).collect::<String>())
}

fn tenths(unit: &Value) -> Option<i64> {
    Some(Decimal::from_plain(unit["percent"].as_str()?).unwrap().millionths() / 100_000)
}

proptest! {
    #![proptest_config(tries(96))]

    #[test]
    fn the_order_of_the_rows_changes_neither_ranks_nor_notes(
        (figures, order) in (figures(), Just((0..9).collect::<Vec<usize>>()).prop_shuffle())
    ) {
        let rows: Vec<(&str, Figures)> = DISTRICTS.into_iter().zip(figures).collect();
        let shuffled: Vec<_> = order.into_iter().map(|index| rows[index]).collect();
        let (one, other) = (json(&report_of(file(&rows))), json(&report_of(file(&shuffled))));
        prop_assert_eq!(lines::units(&one), lines::units(&other));
    }

    #[test]
    fn a_report_ranks_1_2_2_4_and_notes_by_the_limits(figures in figures()) {
        let rows: Vec<(&str, Figures)> = DISTRICTS.into_iter().zip(figures).collect();
        let report = json(&report_of(file(&rows)));
        let units = report["units"].as_array().unwrap();
        prop_assert_eq!(units.len(), 9);
        let all: Vec<Option<i64>> = units.iter().map(tenths).collect();
        for (unit, own) in units.iter().zip(&all) {
            let better = own.map(|own| all.iter().flatten().filter(|other| **other > own).count() as u64 + 1);
            prop_assert_eq!(unit["rank"].as_u64(), better);
            prop_assert_eq!(unit["percent_note"].as_str(), own.filter(|own| *own < 500).map(|_| "Thấp"));
            let copies = unit["certified_copies"].as_u64();
            prop_assert_eq!(unit["copies_note"].as_str(), copies.filter(|copies| *copies < 1000).map(|_| "Quá thấp"));
        }
        let ranks: Vec<u64> = units.iter().map(|unit| unit["rank"].as_u64().unwrap_or(u64::MAX)).collect();
        prop_assert!(ranks.is_sorted(), "{:?}", ranks);
    }

    #[test]
    fn ranks_count_the_better_ones_and_leave_the_unknown_out(tenths in vec(option::of(0_i32..40), 0..60)) {
        let percents: Vec<Option<Percent>> =
            tenths.iter().map(|tenths| tenths.map(|tenths| Percent::new(Decimal::whole(tenths)))).collect();
        let ranks = rank(&percents);
        let mut known: Vec<(i32, u32)> =
            tenths.iter().zip(&ranks).filter_map(|(tenths, rank)| Some(((*tenths)?, (*rank)?))).collect();
        prop_assert_eq!(known.len(), tenths.iter().flatten().count());
        prop_assert!(tenths.iter().zip(&ranks).all(|(tenths, rank)| tenths.is_some() == rank.is_some()));
        known.sort_unstable_by_key(|(tenths, _)| -tenths);
        for (index, (tenths, rank)) in known.iter().enumerate() {
            let first = known.iter().position(|(other, _)| other == tenths).unwrap();
            prop_assert_eq!(*rank as usize, first + 1, "at {} of {:?}", index, known);
        }
    }
}
