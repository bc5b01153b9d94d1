use super::*;
use crate::analysis::assess::report;

/// Three districts with their percentages, over a month of 2023.
fn month(month: u8, percents: [&str; 3]) -> Report {
    let [yen, van_ban, bac_ha] = percents;
    report(
        &format!(
            "BÁO CÁO THÁNG {month}/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;{yen}\nHuyện Văn Bàn;{van_ban}\nHuyện Bắc Hà;{bac_ha}\n"
        ),
        "",
    )
}

fn kept(report: &Report, name: &str) -> Snapshot {
    Snapshot::of(report, name)
}

fn change<'all>(comparison: &'all Comparison, id: &str) -> &'all Change {
    comparison.changes.iter().find(|change| change.id.as_str() == id).unwrap()
}

#[test]
fn points_ranks_lists_and_streaks_follow_the_months() {
    let april = kept(&month(4, ["60%", "49%", "48%"]), "4.csv");
    let may = kept(&month(5, ["60%", "49%", "52%"]), "5.csv");
    let june = month(6, ["49%", "49,5%", "58%"]);
    // In whatever order the files come.
    let comparison = compare(&june, &[may, april]);
    assert_eq!(comparison.refused, []);
    let names: Vec<&str> = comparison.periods.iter().map(|period| period.name.as_str()).collect();
    assert_eq!(names, ["4.csv", "5.csv", ""]);
    let bac_ha = change(&comparison, "bac-ha");
    // From 52 to 58 and from second to first; marked in April alone.
    assert_eq!((bac_ha.percent_change.unwrap().to_string(), bac_ha.ranks_climbed), ("6".into(), Some(1)));
    assert_eq!((bac_ha.percent_listed, bac_ha.percent_streak), (Listed::Out, 0));
    assert_eq!(
        bac_ha.history.iter().map(|percent| percent.unwrap().to_string()).collect::<Vec<_>>(),
        ["48", "52", "58"]
    );
    let van_ban = change(&comparison, "van-ban");
    assert_eq!((van_ban.percent_change.unwrap().to_string(), van_ban.ranks_climbed), ("0.5".into(), Some(1)));
    assert_eq!((van_ban.percent_listed, van_ban.percent_streak), (Listed::Stayed, 3));
    let yen = change(&comparison, "bao-yen");
    assert_eq!((yen.percent_change.unwrap().to_string(), yen.ranks_climbed), ("-11".into(), Some(-2)));
    assert_eq!((yen.percent_listed, yen.percent_streak), (Listed::Entered, 1));
    assert_eq!(yen.copies_listed, Listed::Unknown);
}

#[test]
fn a_month_that_is_missing_ends_a_streak() {
    let april = kept(&month(4, ["60%", "49%", "48%"]), "4.csv");
    let june = month(6, ["60%", "49%", "48%"]);
    let comparison = compare(&june, std::slice::from_ref(&april));
    assert_eq!(change(&comparison, "van-ban").percent_streak, 1);
    assert_eq!(change(&comparison, "van-ban").percent_listed, Listed::Stayed);
}

#[test]
fn only_like_periods_are_held_against_each_other() {
    let table = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;60%\n";
    let of = |title: &str| report(&format!("{title}\n{table}"), "");
    let june = of("BÁO CÁO THÁNG 6/2023");
    for (title, reason) in [
        ("BÁO CÁO QUÝ I/2023", Some(Unlike::Kind)),
        ("BÁO CÁO THÁNG 6/2023", Some(Unlike::NotEarlier)),
        ("BÁO CÁO THÁNG 7/2023", Some(Unlike::NotEarlier)),
        ("Từ ngày 15/5/2023 đến ngày 14/6/2023", Some(Unlike::Overlaps)),
        ("BÁO CÁO THÁNG 5/2023", None),
        ("BÁO CÁO", None), // not known, and said so
    ] {
        let earlier = kept(&of(title), "kỳ.csv");
        assert_eq!(like::unlike(&kept(&june, ""), &earlier), reason, "{title}");
        let comparison = compare(&june, &[earlier]);
        assert_eq!(comparison.refused.len(), usize::from(reason.is_some()), "{title}");
        assert_eq!(comparison.changes.is_empty(), reason.is_some(), "{title}");
    }
    // Sums since the same day are like, however long they are.
    let sum = of("Từ ngày 01/01/2023 đến ngày 05/6/2023");
    let shorter = kept(&of("Từ ngày 01/01/2023 đến ngày 07/02/2023"), "2.csv");
    assert_eq!(like::unlike(&kept(&sum, ""), &shorter), None);
    let unknown = compare(&june, &[kept(&of("BÁO CÁO"), "kỳ.csv")]);
    assert!(unknown.breaks[0].contains("không ghi kỳ"), "{:?}", unknown.breaks);
}

#[test]
fn changes_of_formula_limits_and_units_are_breaks_that_are_told() {
    let mut may = kept(&month(5, ["60%", "49%", "52%"]), "5.csv");
    may.units[0].total.formula_version = Some("points22".into());
    may.settings.rate_low = Some(Percent::new(Decimal::whole(55)));
    may.units.retain(|unit| unit.id.as_str() != "bac-ha");
    may.provisional = true;
    let comparison = compare(&month(6, ["49%", "49,5%", "58%"]), &[may]);
    let told = comparison.breaks.join("\n");
    for words in
        ["tạm thời", "Công thức tính tỷ lệ của 1 đơn vị", "từ 55% sang 50%", "danh sách đơn vị được xếp hạng khác"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    let yen = change(&comparison, "bao-yen");
    assert_eq!((yen.percent_before.map(|before| before.to_string()), yen.percent_change), (Some("60".into()), None));
    assert_eq!((yen.history[0], yen.ranks_climbed), (None, None));
    let van_ban = change(&comparison, "van-ban");
    assert_eq!((van_ban.percent_change.unwrap().to_string(), van_ban.ranks_climbed), ("0.5".into(), None));
    assert_eq!(change(&comparison, "bac-ha").percent_listed, Listed::Unknown);
}

#[test]
fn figures_taken_before_their_period_ended_are_provisional() {
    let text = "BÁO CÁO THÁNG 6/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;60%\n";
    for (as_of, provisional) in [("05/6/2023", true), ("30/6/2023", false), ("01/7/2023", false)] {
        assert_eq!(report(text, &format!("as_of = \"{as_of}\"")).is_provisional(), provisional, "{as_of}");
    }
    assert!(!report(text, "").is_provisional());
}

#[test]
fn across_july_2025_districts_are_shown_with_their_communes_and_not_summed_across_borders() {
    let june = report(
        "BÁO CÁO THÁNG 6/2025\nTên đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nUBND huyện Bắc Hà;48%;426\nUBND huyện Mường Khương;49%;100\nUBND thị xã Sa Pa;60%;50\n",
        "",
    );
    assert_eq!(june.catalogue.id, "laocai-2025-03");
    let communes = "UBND xã Pha Long;20%;1\nUBND xã Mường Khương;20%;2\nUBND xã Bản Lầu;20%;3\nUBND xã Cao Sơn;20%;4\nUBND xã Bắc Hà;50%;9\n";
    let july =
        report(&format!("BÁO CÁO THÁNG 7/2025\nTên đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\n{communes}"), "");
    assert_eq!(july.catalogue.id, "laocai-2025");
    let comparison = compare(&july, &[kept(&june, "6.csv")]);
    // Xã Bắc Hà is not the district of that name.
    assert!(comparison.changes.iter().all(|change| change.percent_before.is_none()));
    let [sum] = &comparison.sums[..] else { panic!("{:?}", comparison.sums) };
    assert_eq!((sum.id.as_str(), sum.of.len(), sum.copies_before, sum.copies_now), ("muong-khuong", 4, 100, 10));
    let gone: Vec<(&str, usize)> = comparison.gone.iter().map(|gone| (gone.id.as_str(), gone.into.len())).collect();
    // Of Sa Pa's six communes the files name none: nothing is summed.
    assert_eq!(gone, [("sa-pa", 6), ("bac-ha", june.catalogue.successors(&UnitId::new("bac-ha").unwrap()).len())]);
    assert!(comparison.gone[1].reason.contains("không cộng ngược lại"), "{:?}", comparison.gone[1]);
    assert!(comparison.breaks.iter().any(|told| told.contains("Danh mục đơn vị đã đổi")));
}

#[test]
fn an_offices_own_catalogue_leaves_the_province_to_the_days() {
    let of = |title: &str, catalogue: &str| {
        let mut own = kept(&report(&format!("{title}\nĐơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bắc Hà;60%\n"), ""), "");
        own.catalogue = catalogue.to_owned();
        own
    };
    for (now, before, is_one) in [
        (of("Tháng 7/2025", "rieng"), of("Tháng 6/2025", "rieng"), false),
        (of("Tháng 8/2025", "rieng"), of("Tháng 7/2025", "laocai-2025"), true),
        (of("Tháng 6/2025", "rieng"), of("Tháng 5/2025", "laocai-2025-03"), true),
        (of("", "rieng"), of("Tháng 6/2025", "laocai-2025-03"), true), // nobody knows
        (of("Tháng 4/2025", "laocai-2025-03"), of("Tháng 2/2025", "laocai-2023"), true),
    ] {
        assert_eq!(like::of_one_province(&now, &before), is_one, "{:?} {}", now.any_period(), now.catalogue);
    }
}

#[test]
fn an_issued_appendix_is_reconciled_line_by_line() {
    let issued = kept(&month(6, ["60%", "49%", "52%"]), "phu-luc.csv");
    let mut now = month(6, ["60%", "50%", "52%"]);
    let differences = |now: &Report| -> Vec<String> {
        let told = |difference: &Difference| {
            let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
            format!(
                "{} {} {} {}",
                difference.id.as_str(),
                difference.what,
                text(&difference.issued),
                text(&difference.present)
            )
        };
        reconcile(now, &issued).found.iter().map(told).collect()
    };
    assert_eq!(differences(&now), ["van-ban percent 49% 50%", "van-ban percent_note Thấp -"]);
    now.units.retain(|unit| unit.id.as_str() != "van-ban");
    assert_eq!(differences(&now), ["van-ban unit có -"]);
}

#[test]
fn the_kinds_of_periods_are_told_in_words() {
    let months = |first, last| Period::months(2023, first, last).unwrap();
    for (period, words) in
        [(months(2, 2), "tháng"), (months(4, 6), "quý"), (months(1, 6), "6 tháng"), (months(1, 12), "năm")]
    {
        assert_eq!(kind_of_period(period), words);
    }
}

#[test]
fn ranks_that_rounding_has_hidden_are_no_changes() {
    let exact = ["50,04", "50,02", "49,98"]; // printed 50% each
    let printed = Snapshot::as_printed(&month(4, ["50%", "50%", "50%"]), "4.html");
    let none: Vec<&str> = Vec::new();
    let ranks = |reconciled: &Reconciled| -> Vec<String> {
        let ranks = reconciled.found.iter().filter(|found| found.what == "rank");
        ranks.map(|found| format!("{} {:?} {:?}", found.id.as_str(), found.issued, found.present)).collect()
    };
    assert_eq!(ranks(&reconcile(&month(4, exact), &printed)), none);
    let comparison = compare(&month(5, exact), std::slice::from_ref(&printed));
    let moved = |comparison: &Comparison| -> Vec<(Option<u32>, Option<i64>)> {
        comparison.changes.iter().map(|change| (change.rank_before, change.ranks_climbed)).collect()
    };
    assert_eq!(moved(&comparison), [(None, None); 3]);
    // Where both are printed to a tenth, who tied has tied.
    let tied = Snapshot::as_printed(&month(4, ["50", "50", "49,9"]), "4.html");
    assert_eq!(moved(&compare(&month(5, ["50,1", "50", "49,9"]), &[tied]))[1], (Some(1), Some(-1)));
    // Văn Bàn and Bắc Hà were second or third: Văn Bàn cannot have been first.
    let printed = Snapshot::as_printed(&month(4, ["51%", "50%", "50%"]), "4.html");
    let other = reconcile(&month(4, ["50,01", "51,01", "49,98"]), &printed);
    assert_eq!(ranks(&other), ["van-ban Some(\"2\") Some(\"1\")", "bao-yen Some(\"1\") Some(\"2\")"]);
}

#[test]
fn ranks_are_taken_as_printed() {
    let table = |ranks: [&str; 3]| {
        let [yen, van_ban, bac_ha] = ranks;
        let text = format!(
            "BÁO CÁO THÁNG 4/2023\nXếp hạng;Tên đơn vị;Tỷ lệ số hóa hồ sơ\n{yen};Huyện Bảo Yên;50%\n{van_ban};Huyện Văn Bàn;50%\n{bac_ha};Huyện Bắc Hà;49%\n"
        );
        let kept = Snapshot::as_printed(&report(&text, ""), "4.html");
        ["bao-yen", "van-ban", "bac-ha"].map(|id| kept.units.iter().find(|unit| unit.id.as_str() == id).unwrap().rank)
    };
    assert_eq!(table(["2", "1", "3"]), [Some(2), Some(1), Some(3)]);
    assert_eq!(table(["1", "3", "2"]), [Some(1), Some(1), Some(3)]); // no ranks by this column
    assert_eq!(table(["1", "", "3"]), [Some(1), Some(1), Some(3)]);
}

#[test]
fn a_correctly_printed_percentage_of_points_is_no_difference() {
    // 11,01 / 22 = 50,0454…; 10,9 / 22 = 49,5454…; 12,34 / 22 = 56,0909….
    let points = "Tên đơn vị;Điểm số hóa hồ sơ\nHuyện Bảo Yên;11,01\nHuyện Văn Bàn;10,9\nHuyện Bắc Hà;12,34\n";
    let issued = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;50%\nHuyện Văn Bàn;49,5%\nHuyện Bắc Hà;56,1%\n";
    let reconciled = reconcile(&report(points, ""), &Snapshot::as_printed(&report(issued, ""), "a.html"));
    assert_eq!(reconciled.found, []);
    // Rounded twice it was 50,1%.
    let twice = issued.replace("50%", "50,1%");
    let reconciled = reconcile(&report(points, ""), &Snapshot::as_printed(&report(&twice, ""), "a.html"));
    let found: Vec<_> = reconciled.found.iter().map(|found| (found.issued.clone(), found.present.clone())).collect();
    assert_eq!(found, [(Some("50,1%".to_owned()), Some("50,045%".to_owned()))]);
}

#[test]
fn copies_of_a_month_are_never_held_against_what_has_grown() {
    let copies = "Kết quả chứng thực điện tử bản sao từ bản chính";
    let of = |month: u8, header: &str, count: &str| {
        let title = format!("Tháng {month}/2024");
        report(
            &format!(
                "{title}\nĐơn vị;Tỷ lệ số hóa hồ sơ;{copies}{header}\nHuyện Bắc Hà;60%;{count}\nHuyện Bảo Yên;61%;{count}\n"
            ),
            "",
        )
    };
    let since = " từ 01/01/2020 đến ngày 30/11/2024 (hồ sơ đã hoàn thành)";
    let longer = " từ 01/01/2020 đến ngày 31/12/2024 (hồ sơ đã hoàn thành)";
    let (month, grown) = (" trong tháng (hồ sơ đã hoàn thành)", " (lũy kế hồ sơ đã hoàn thành)");
    for (now, before, is_like) in [
        (month, month, true),
        (grown, grown, true),
        (longer, since, true),
        (month, since, false),
        (longer, month, false),
        (month, grown, false),
        (grown, month, false),
        // Since when it has grown, one of the two does not say.
        (grown, since, false),
    ] {
        let earlier = kept(&of(11, before, "1.534"), "11.csv");
        let comparison = compare(&of(12, now, "1.634"), &[earlier]);
        let own = change(&comparison, "bac-ha");
        assert_eq!(own.copies_change, is_like.then_some(100), "{now} {before}");
        assert_eq!(own.copies_listed == Listed::Unknown, !is_like, "{now} {before}");
        let told = comparison.breaks.join("\n");
        assert_eq!(told.contains("hai loại kỳ khác nhau"), !is_like, "{now} {before}: {told}");
        assert!(!told.contains("không ghi đếm từ ngày nào"), "{told}");
    }
    // What a header does not say is no reason to refuse, but is told.
    for (now, before) in [("", since), (longer, ""), ("", grown)] {
        let comparison = compare(&of(12, now, "1.634"), &[kept(&of(11, before, "1.534"), "11.csv")]);
        assert_eq!(change(&comparison, "bac-ha").copies_change, Some(100));
        let told = comparison.breaks.join("\n");
        assert!(told.contains("không ghi đếm từ ngày nào"), "{now} {before}: {told}");
    }
    let silent = compare(&of(12, "", "1.634"), &[kept(&of(11, month, "1.534"), "11.csv")]);
    assert!(!silent.breaks.join("\n").contains("chứng thực"), "{:?}", silent.breaks);
}

#[test]
fn a_quarter_against_its_first_month_is_told() {
    let of = |title: &str| report(&format!("{title}\nĐơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bắc Hà;60%\n"), "");
    for (now, before, said) in [
        ("Quý III/2024", "Tháng 7/2024", Some("Kỳ này (quý) và kỳ trước (tháng) cùng bắt đầu ngày 01/7/2024")),
        ("Năm 2024", "Tháng 1/2024", Some("Kỳ này (năm) và kỳ trước (tháng) cùng bắt đầu ngày 01/01/2024")),
        ("Từ 01/01/2024 đến 10/3/2024", "Từ 01/01/2024 đến 07/02/2024", None),
        ("Quý III/2024", "Quý II/2024", None),
    ] {
        let comparison = compare(&of(now), &[kept(&of(before), "kỳ.csv")]);
        let told = comparison.breaks.join("\n");
        assert_eq!(comparison.refused, [], "{now}");
        match said {
            Some(said) => assert!(told.contains(said), "{told}"),
            None => assert!(!told.contains("cùng bắt đầu"), "{told}"),
        }
    }
}
