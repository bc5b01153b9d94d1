//! What breaks a series of periods, or has to be known beside it, in sentences.

use super::Rounding;
use super::Snapshot;
use super::SnapshotLimits;
use super::SnapshotRule;
use super::SnapshotUnit;
use super::like;
use super::same_formula;
use super::same_sets;
use super::succession;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Period;
use crate::text::numbers::print_count;
use crate::text::numbers::print_exact_percent;
use crate::units::Catalogue;
use crate::units::UnitId;
use crate::warnings::Compare;
use crate::warnings::Relative;

/// Units named in one sentence.
const NAMED: usize = 20;

/// Why an earlier file without percentages and copies is not used.
pub(super) const NO_FIGURES: &str = "Tệp không có tỷ lệ % hay số chứng thực nào đọc được, nên không so với kỳ này; số đếm hồ sơ (tiếp nhận, giải quyết) không được so giữa hai kỳ. Hãy nạp bảng tỷ lệ hoặc bảng chứng thực của kỳ đó.";

/// Why the provincial figure is not compared, beside units that are.
const OTHER_PROVINCE: &str = "Toàn tỉnh cũng không so: từ 01/7/2025 tỉnh Lào Cai gồm cả tỉnh Yên Bái cũ, nên số toàn tỉnh của hai kỳ không cùng địa giới.";

/// What breaks the series or has to be known beside it.
pub(super) fn breaks(present: &Snapshot, usable: &[&Snapshot]) -> Vec<String> {
    let mut breaks = Vec::new();
    let Some(&before) = usable.last() else { return breaks };
    for snapshot in usable.iter().copied().chain([present]).filter(|snapshot| snapshot.provisional) {
        let name = if snapshot.name.is_empty() { "kỳ này" } else { &snapshot.name };
        breaks.push(format!("Số liệu của {name} là tạm thời: lúc lấy số liệu, kỳ chưa kết thúc."));
    }
    breaks.extend(without_days(present, usable));
    let has_rates = |snapshot: &Snapshot| snapshot.units.iter().any(|unit| unit.percent.is_some());
    let is_dated = |snapshot: &Snapshot| snapshot.period.is_some();
    for snapshot in usable.iter().copied().chain([present]).filter(|own| !is_dated(own) && own.any_period().is_some()) {
        if has_rates(snapshot) && usable.iter().copied().chain([present]).any(is_dated) {
            let name = if snapshot.name.is_empty() { "Kỳ này" } else { &snapshot.name };
            breaks.push(format!(
                "{name} không ghi kỳ của tỷ lệ, nên không kiểm được tỷ lệ được so có cùng loại kỳ (tháng với tháng)."
            ));
        }
    }
    if let Some((now, was)) = like::of_one_begin(present, before) {
        breaks.push(format!(
            "Kỳ này ({}) và kỳ trước ({}) cùng bắt đầu ngày {}, nên được so như số lũy kế từ ngày đó. Nếu là số riêng của từng kỳ thì mức tăng giảm không có nghĩa: hãy nạp kỳ trước cùng loại.",
            like::kind_of_period(now),
            like::kind_of_period(was),
            now.from.printed()
        ));
    }
    if like::gap(before, present) {
        let period = before.any_period().map_or_else(String::new, Period::printed);
        breaks.push(format!("Kỳ được so ({period}) không phải kỳ liền trước: giữa hai kỳ còn kỳ khác không có tệp."));
    }
    let mut borders = String::new();
    if before.catalogue != present.catalogue {
        borders = format!(
            "Danh mục đơn vị đã đổi ({} → {}): chỉ so các đơn vị còn nguyên, không cộng qua ranh giới cũ. ",
            catalogue(&before.catalogue),
            catalogue(&present.catalogue)
        );
    }
    if !like::of_one_province(present, before) {
        borders.push_str(OTHER_PROVINCE);
    }
    breaks.extend(Some(borders.trim_end().to_owned()).filter(|borders| !borders.is_empty()));
    let changed = present.units.iter().filter(|unit| {
        let own = succession::before(&unit.id, before, &present.catalogue);
        own.is_some_and(|own| {
            own.percent.is_some() && unit.percent.is_some() && !same_formula(own, unit.total.formula_version.as_deref())
        })
    });
    let changed = changed.count();
    if changed > 0 {
        breaks.push(format!(
            "Công thức tính tỷ lệ của {changed} đơn vị đã đổi giữa hai kỳ: không tính mức tăng giảm, không gọi là xu hướng."
        ));
    }
    breaks.extend(limits(&before.settings, &present.settings));
    let both_count = has_copies(present) && has_copies(before);
    if let Some((now, was)) = like::copies_unlike(present, before).filter(|_| both_count) {
        breaks.push(format!(
            "Số chứng thực của kỳ này ({now}) và của kỳ trước ({was}) đếm theo hai loại kỳ khác nhau, nên không tính tăng giảm, không nói vào hay ra danh sách nhắc về chứng thực."
        ));
    }
    if let Some(said) = like::copies_unsaid(present, before).filter(|_| both_count) {
        breaks.push(format!(
            "Số chứng thực của một trong hai kỳ đếm {said}, của kỳ kia không ghi đếm từ ngày nào: mức tăng giảm chỉ đúng khi hai cột đếm như nhau. Hãy kiểm tra hai tệp."
        ));
    }
    breaks.extend(fallen(present, before));
    breaks.extend(hidden(present, before));
    breaks.extend(reminded_without_now(present, before));
    breaks.extend(without_before(present, before));
    for (group, same) in same_sets(present, before) {
        let any = |snapshot: &Snapshot| snapshot.units.iter().any(|unit| unit.group == group && unit.rank.is_some());
        if !same && any(present) && any(before) {
            breaks.push(format!(
                "{}: danh sách đơn vị được xếp hạng khác kỳ trước, nên không tính bậc lên xuống.",
                group.label()
            ));
        }
    }
    breaks.extend(usable.iter().flat_map(|snapshot| snapshot.told.iter().cloned()));
    breaks
}

/// That a limit, a rule or the way of holding against them has changed: lists may have changed for that.
fn limits(was: &SnapshotLimits, now: &SnapshotLimits) -> Vec<String> {
    let mut breaks = Vec::new();
    if was.rate_low.is_some()
        && was.rate_low != now.rate_low
        && let Some((was, now)) = was.rate_low.zip(now.rate_low)
    {
        let (was, now) = (print_exact_percent(was), print_exact_percent(now));
        breaks.push(format!("Ngưỡng «Thấp» đã đổi từ {was} sang {now}: vào, ra danh sách có thể do ngưỡng."));
    }
    if let Some((was, now)) = was.count_very_low.zip(now.count_very_low).filter(|(was, now)| was != now) {
        breaks.push(format!(
            "Ngưỡng «Quá thấp» đã đổi từ {} sang {}: vào, ra danh sách có thể do ngưỡng.",
            print_count(was),
            print_count(now)
        ));
    }
    if let Some((was, now)) = was.compare.zip(now.compare).filter(|(was, now)| was != now) {
        breaks.push(format!(
            "Cách so với ngưỡng đã đổi giữa hai kỳ (trước: {}; nay: {}): vào, ra danh sách có thể do cách so.",
            held(was),
            held(now)
        ));
    }
    if let Some((was, now)) = was.relative.as_deref().zip(now.relative.as_deref()).filter(|(was, now)| was != now) {
        let (was, now) = (rules(was), rules(now));
        breaks.push(format!(
            "Luật tương đối đã đổi giữa hai kỳ (trước: {was}; nay: {now}): vào, ra danh sách có thể do luật."
        ));
    }
    breaks
}

/// That days are not known, in which order the files stand therefore, and which of them may be the present one again.
fn without_days(present: &Snapshot, usable: &[&Snapshot]) -> Vec<String> {
    let is_unknown = |snapshot: &Snapshot| snapshot.any_period().is_none();
    let unknown = usable.iter().filter(|snapshot| is_unknown(snapshot)).count();
    if unknown == 0 && !is_unknown(present) {
        return Vec::new();
    }
    let order = if unknown == 0 || usable.len() == 1 {
        ""
    } else if unknown < usable.len() {
        "; tệp không ghi kỳ được xếp trước mọi kỳ có ghi"
    } else {
        "; các tệp đó xếp theo thứ tự chọn tệp"
    };
    let mut told = vec![format!(
        "Có tệp không ghi kỳ, nên không kiểm được hai kỳ có cùng loại (tháng với tháng), có liền nhau không, và không đếm số kỳ liên tiếp qua tệp đó{order}."
    )];
    let figures = |unit: &SnapshotUnit| (unit.percent.map(Percent::plain), unit.certified_copies);
    let is_same = |earlier: &Snapshot| {
        let same = |unit: &SnapshotUnit| earlier.unit(&unit.id).is_some_and(|own| figures(own) == figures(unit));
        present.units.len() > 1 && present.units.len() == earlier.units.len() && present.units.iter().all(same)
    };
    for earlier in usable.iter().filter(|earlier| is_unknown(earlier) || is_unknown(present)) {
        if is_same(earlier) {
            let name = &earlier.name;
            told.push(format!(
                "Mọi số liệu của {name} trùng với kỳ này: có thể là số liệu của cùng một kỳ. Hãy kiểm tra đã chọn đúng tệp chưa."
            ));
        }
    }
    told
}

/// How percentages are held against limits, in words.
const fn held(compare: Compare) -> &'static str {
    match compare {
        Compare::Rounded => "số làm tròn như in trong bảng",
        Compare::Exact => "số chính xác, chưa làm tròn",
    }
}

/// That counts since one day have become fewer, with the units.
fn fallen(present: &Snapshot, before: &Snapshot) -> Option<String> {
    let since = like::copies_since(present, before)?;
    let fell = |unit: &SnapshotUnit| {
        let was = succession::before(&unit.id, before, &present.catalogue)?.certified_copies?;
        let now = unit.certified_copies.filter(|now| *now < was)?;
        Some(format!("{} ({} → {})", unit.name, print_count(was), print_count(now)))
    };
    let fallen: Vec<String> = present.units.iter().filter_map(fell).collect();
    let units: Vec<&str> = fallen.iter().map(String::as_str).collect();
    (!units.is_empty()).then(|| {
        format!(
            "Số chứng thực đếm từ cùng ngày {} mà ít đi ở {} đơn vị: {}. Số cộng dồn không thể giảm: hãy kiểm tra hai tệp.",
            since.printed(),
            units.len(),
            named(&units)
        )
    })
}

/// That changes are left open because one of the two periods prints fewer decimals.
fn hidden(present: &Snapshot, before: &Snapshot) -> Option<String> {
    let rounding = Rounding::of(present, before);
    let hides =
        |now: Option<Percent>, was: Option<Percent>| now.zip(was).is_some_and(|(now, was)| rounding.hides(now, was));
    let is_hidden = |unit: &SnapshotUnit| {
        hides(unit.percent, succession::before(&unit.id, before, &present.catalogue).and_then(|own| own.percent))
    };
    let is_open = rounding.places.is_some()
        && (hides(present.province.percent, before.province.percent) || present.units.iter().any(is_hidden));
    is_open.then(|| {
        "Một trong hai kỳ ghi tỷ lệ ít số lẻ hơn: mức tăng giảm nhỏ hơn mức làm tròn đó không biết được, nên để trống.".to_owned()
    })
}

/// Relative rules in words.
fn rules(rules: &[SnapshotRule]) -> String {
    let words = |own: &SnapshotRule| {
        let rule = Decimal::from_plain(&own.value).and_then(|value| Relative::new(&own.rule, value));
        rule.map_or_else(|| own.rule.clone(), |rule| format!("«{}»", rule.words()))
    };
    let words: Vec<String> = rules.iter().map(words).collect();
    if words.is_empty() { "không có".to_owned() } else { words.join(", ") }
}

fn has_copies(snapshot: &Snapshot) -> bool {
    snapshot.units.iter().any(|unit| unit.certified_copies.is_some())
}

/// A kind of figure that is compared, with its name in a sentence.
type Kind = (&'static str, fn(&SnapshotUnit) -> bool);

const KINDS: [Kind; 2] =
    [("tỷ lệ", |unit| unit.percent.is_some()), ("số chứng thực", |unit| unit.certified_copies.is_some())];

/// The units that have figures now but none to compare with; where another catalogue is the reason, that is said already.
fn without_before(present: &Snapshot, before: &Snapshot) -> Vec<String> {
    if before.catalogue != present.catalogue {
        return Vec::new();
    }
    let is_given = |(_, has): &Kind| [present, before].into_iter().all(|period| period.units.iter().any(has));
    let lacking = |(what, has): Kind| {
        let lacks = |unit: &&SnapshotUnit| has(unit) && !before.unit(&unit.id).is_some_and(has);
        (what, present.units.iter().filter(lacks).map(|unit| unit.name.as_str()).collect::<Vec<_>>())
    };
    let kinds: Vec<(&str, Vec<&str>)> = KINDS.into_iter().filter(is_given).map(lacking).collect();
    let told = |what: &str, units: &[&str]| {
        format!(
            "{} đơn vị của kỳ này không có {what} kỳ trước để so: {}. Nếu kỳ trước có số liệu của các đơn vị này, hãy nạp thêm tệp đó.",
            units.len(),
            named(units)
        )
    };
    let is_one = kinds.iter().all(|(_, units)| *units == kinds[0].1);
    let each = kinds.iter().take(if is_one { 1 } else { kinds.len() }).filter(|(_, units)| !units.is_empty());
    each.map(|(what, units)| told(if is_one { "số liệu" } else { what }, units)).collect()
}

/// The units that were reminded then and have no figure now, so that nobody knows whether they improved. A group that the
/// present files do not name is none of theirs; units that are no more are told with their successors.
fn reminded_without_now(present: &Snapshot, before: &Snapshot) -> Option<String> {
    let now = |id: &UnitId| {
        let counterpart = |unit: &&SnapshotUnit| {
            succession::before(&unit.id, before, &present.catalogue).is_some_and(|own| own.id == *id)
        };
        present.units.iter().find(counterpart)
    };
    let is_reminded = |unit: &&SnapshotUnit| {
        let notes = [&unit.percent_note, &unit.copies_note];
        let is_named = present.units.iter().any(|own| own.group == unit.group);
        let own = now(&unit.id);
        let is_gone = own.is_none() && before.catalogue != present.catalogue;
        let lacks = |(note, (_, has)): (&Option<String>, Kind)| {
            note.is_some() && present.units.iter().any(has) && !own.is_some_and(has)
        };
        is_named && !is_gone && notes.into_iter().zip(KINDS).any(lacks)
    };
    let units: Vec<&str> = before.units.iter().filter(is_reminded).map(|unit| unit.name.as_str()).collect();
    (!units.is_empty()).then(|| {
        format!(
            "{} đơn vị bị nhắc kỳ trước nay chưa có số liệu, nên chưa biết đã khắc phục hay chưa: {}. Hãy hỏi lại đơn vị, hoặc chọn thêm tệp có số liệu của các đơn vị này.",
            units.len(),
            named(&units)
        )
    })
}

/// The names of units in a sentence.
fn named(units: &[&str]) -> String {
    let more = if units.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", units[..units.len().min(NAMED)].join(", "))
}

/// What a catalogue that ships is called; the id of another.
fn catalogue(id: &str) -> String {
    Catalogue::by_id(id).map_or_else(|| id.to_owned(), |catalogue| format!("«{}»", catalogue.label))
}
