//! What a decision rests on: the number that is missing is enough and one fewer is not; more never ranks lower.

use proptest::collection::vec;
use proptest::prelude::*;
use sohoa::analysis::Settings;
use sohoa::domain::Decimal;
use sohoa::domain::Percent;
use sohoa::warnings::Compare;
use sohoa::warnings::backlog;
use sohoa::warnings::only_new;

use super::tries;
use crate::support::DISTRICTS;
use crate::support::json;
use crate::support::report;

/// The columns of components A and B.
const HEADER: &str = "Đơn vị;Tỷ lệ số hóa hồ sơ;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;;\
    Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ;\n;;Số lượng đạt;Tổng số;Số lượng đạt;Tổng số\n";

fn percent(hundredths: i64) -> Percent {
    Percent::new(Decimal::from_millionths(hundredths * 10_000))
}

proptest! {
    #![proptest_config(tries(128))]

    /// By another way than the program's: everything times 10.000 · d, in whole numbers.
    #[test]
    fn the_dossiers_missing_are_enough_and_one_fewer_is_not(
        own in 0_i64..10_000,
        limit in 1_i64..=100,
        whole in 1_i64..30_000,
        done in (0.0..1.0_f64, 0.0..1.0_f64),
        exact: bool,
    ) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, clippy::float_arithmetic, reason = "any part of the whole will do")]
        let part = |share: f64| (whole as f64 * share) as i64;
        let (in_a, in_b) = (part(done.0), part(done.1));
        let file = format!(
            "{HEADER}UBND huyện Bắc Hà;{},{:02}%;{in_a};{whole};{in_b};{whole}\n", own / 100, own % 100
        );
        let compare = if exact { "exact" } else { "rounded" };
        let settings = format!("compare = \"{compare}\"\n[thresholds]\nrate-low = {limit}\n");
        let report = json(&report(&[("a.csv", file)], &Settings::parse(&settings).unwrap()));
        let shortfall = &report["units"][0]["shortfall"];
        // Points of 22 that so many dossiers make, and those that a percentage of hundredths is worth.
        let points = |more: i64| {
            let gained = 60_000 * more.min(whole - in_a) + 40_000 * more.min(whole - in_b);
            22 * own * whole + gained
        };
        let due = |hundredths: i64| 22 * hundredths * whole;
        // What is mended in both lacks both.
        let most = (whole - in_a).min(whole - in_b);
        let check = |target: i64, found: &serde_json::Value| {
            match found.as_i64() {
                Some(more) => {
                    more <= most && points(more) >= due(target) && (more == 0 || points(more - 1) < due(target))
                }
                None => points(most) < due(target),
            }
        };
        let printed = (own + 5) / 10 * 10;
        let reached = own >= 100 * limit || (!exact && printed >= 100 * limit);
        prop_assert_eq!(shortfall["percent_points"].is_null(), reached);
        if !reached {
            prop_assert!(check(100 * limit, &shortfall["dossiers_both"]), "{}", shortfall);
            // Rounded to a tenth, 49,95 is 50: five hundredths less are due.
            let least = &shortfall["by_rounding"];
            prop_assert_eq!(least.is_null(), exact);
            if !exact {
                prop_assert!(check(100 * limit - 5, &least["dossiers_both"]), "{}", shortfall);
            }
        }
        let rule = if exact { Compare::Exact } else { Compare::Rounded };
        let held = |hundredths: i64| rule.held(percent(hundredths)) >= percent(100 * limit);
        let least = if exact { 100 * limit } else { 100 * limit - 5 };
        prop_assert!(held(least) && !held(least - 1));
    }

    #[test]
    fn one_ratio_reaches_its_target_with_the_number_named_and_not_with_one_fewer(
        whole in 1_u64..1_000_000, share in 0_u64..=1_000, hundredths in 1_i64..=10_000
    ) {
        let part = whole * share / 1_000;
        let target = u64::try_from(hundredths).unwrap();
        let reached = |part: u64, whole: u64| part * 10_000 >= target * whole;
        let old = backlog(part, whole, percent(hundredths)).unwrap();
        prop_assert!(reached(part + old, whole) && part + old <= whole);
        prop_assert!(old == 0 || !reached(part + old - 1, whole));
        match only_new(part, whole, percent(hundredths)) {
            Ok(new) => {
                prop_assert!(reached(part + new, whole + new));
                prop_assert!(new == 0 || !reached(part + new - 1, whole + new - 1));
            }
            Err(_) => prop_assert!(hundredths == 10_000 && part < whole),
        }
    }

    #[test]
    fn a_raised_numerator_never_lowers_a_rank(
        parts in vec((0_u32..=100, 0_u32..=100), 9), of in 0_usize..9, more in 1_u32..50, in_b: bool
    ) {
        let file = |parts: &[(u32, u32)]| {
            let row = |(name, (a, b)): (&str, &(u32, u32))| format!("{name};;{a};100;{b};100\n");
            format!("{HEADER}{}", DISTRICTS.into_iter().zip(parts).map(row).collect::<String>())
        };
        let settings = Settings::parse("[formula]\npreset = \"points_present\"\n").unwrap();
        let mut raised = parts.clone();
        if in_b { raised[of].1 = (parts[of].1 + more).min(100) } else { raised[of].0 = (parts[of].0 + more).min(100) }
        let rank = |parts: &[(u32, u32)]| {
            let report = json(&report(&[("a.csv", file(parts))], &settings));
            let own = report["units"].as_array().unwrap().iter().find(|unit| unit["written"] == DISTRICTS[of]).cloned();
            own.unwrap()["rank"].as_u64().unwrap()
        };
        prop_assert!(rank(&raised) <= rank(&parts));
    }
}
