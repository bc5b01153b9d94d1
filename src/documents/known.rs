//! What a report knows for the blanks of its documents.

use super::fill::Known;
use super::forms;
use super::law::law;
use super::names;
use crate::analysis::Report;
use crate::analysis::UnitResult;
use crate::domain::sort_by;
use crate::text::numbers::print_count;
use crate::warnings;
use crate::warnings::Warning;

/// Units that are named in one sentence; an appendix names all.
const NAMED: usize = 12;

/// What is known for every document about a report.
pub(super) fn known(report: &Report) -> Known {
    let wording = &report.settings.wording;
    let limits = &report.settings.thresholds;
    let law = law(report);
    let units: Vec<&UnitResult> = names::groups(report).into_iter().flat_map(|group| report.units_of(group)).collect();
    let mut known = Known::from([
        ("so-don-vi", names::small(units.iter().filter(|unit| unit.rank.is_some()).count())),
        ("can-cu", law.one_stop.to_owned()),
        ("mot-cua", law.desk.to_owned()),
        ("dia-phuong", law.local_bodies.to_owned()),
        ("co-quan", wording.issuer_name.clone()),
        ("so-ky-hieu", forms::number_and_symbol(&wording.number, &wording.symbol)),
        ("ngay", day(report)),
    ]);
    let mut add = |name: &'static str, value: Option<String>| known.extend(value.map(|value| (name, value)));
    add("tinh", report.province.as_ref().map(|province| names::percent(report, province.percent)));
    add("ky", report.period.map(names::of_period));
    add("ky-chung-thuc", report.copies_period.map(names::of_period));
    // A unit that a relative rule flags may lie above the fixed limit.
    let fixed = |notes: &mut dyn Iterator<Item = Option<Warning>>| {
        notes.flatten().all(|note| warnings::ALL.contains(&note.card))
    };
    let percent_fixed = fixed(&mut units.iter().map(|unit| unit.percent_note));
    let copies_fixed = fixed(&mut units.iter().map(|unit| unit.copies_note));
    add("nguong-thap", percent_fixed.then(|| names::limit(report, limits.rate_low)));
    add("nguong-qua-thap", copies_fixed.then(|| print_count(limits.count_very_low)));
    let is_noted = |unit: &&&UnitResult| unit.percent_note.is_some() || unit.copies_note.is_some();
    let noted = units.iter().filter(is_noted).count();
    add("so-nhac", (noted > 0).then(|| names::small(noted)));
    let low = units.iter().filter(|unit| unit.percent_note.is_some());
    let low = low.filter_map(|unit| Some((unit.percent.as_ref()?.value, *unit))).collect();
    let very_low = units.iter().filter(|unit| unit.copies_note.is_some());
    let very_low = very_low.filter_map(|unit| Some((unit.copies.as_ref()?.value, *unit))).collect();
    let low = list(report, low, |unit| names::percent_of(report, unit));
    let very_low = list(report, very_low, names::copies_of);
    for (list, name, count) in [(low, "thap", "so-thap"), (very_low, "qua-thap", "so-qua-thap")] {
        let (named, number) = list.unzip();
        add(name, named);
        add(count, number);
    }
    known
}

/// Units of a note with their figures, and how many they are; `None` where there are none. Of many, the lowest are named
/// and the others counted.
fn list<Value: Ord>(
    report: &Report,
    mut units: Vec<(Value, &UnitResult)>,
    figure: impl Fn(&UnitResult) -> String,
) -> Option<(String, String)> {
    let count = units.len();
    if count > NAMED {
        sort_by(&mut units, |(one, _), (other, _)| one.cmp(other));
    }
    let taken = named_of(&units);
    let named = units.iter().take(taken).map(|(_, unit)| format!("{} ({})", names::name(report, unit), figure(unit)));
    let mut named = named.collect::<Vec<_>>().join(", ");
    if count > taken {
        named = format!("thấp nhất là {named} và {} đơn vị khác", names::small(count - taken));
    }
    (count > 0).then(|| (named, names::small(count)))
}

/// How many of some units, the lowest first, are named: as many as a sentence holds, but all that stand alike or none.
fn named_of<Value: Eq>(units: &[(Value, &UnitResult)]) -> usize {
    let Some((cut, _)) = units.get(NAMED) else { return units.len() };
    let below = units.iter().take_while(|(value, _)| value != cut).count();
    let alike = units.iter().skip(below).take_while(|(value, _)| value == cut).count();
    match below {
        0 => alike,
        // The cut falls between two that differ.
        below if below > NAMED => NAMED,
        below => below,
    }
}

/// What is known for a document about one unit besides.
pub(super) fn known_of(report: &Report, unit: &UnitResult, mut known: Known) -> Known {
    let note = |note: Option<&str>| note.map(|word| format!(" – «{word}»")).unwrap_or_default();
    let ranked = report.units_of(unit.group).filter(|other| other.rank.is_some()).count();
    let rank = unit.rank.map(|rank| format!(", hạng {rank}/{ranked}")).unwrap_or_default();
    let percent_note = note(unit.percent_note.map(|warning| warning.card.word));
    let copies_note = note(unit.copies_note.map(|warning| warning.card.word));
    known.insert("don-vi", names::name(report, unit).to_owned());
    known.insert("ty-le", format!("{}{rank}{percent_note}", names::percent_of(report, unit)));
    // A group of which no file counts certified copies, such as the departments, is told of none.
    if report.units_of(unit.group).any(|other| other.copies.is_some()) {
        known.insert("chung-thuc", format!("{}{copies_note}", names::copies_of(unit)));
    }
    known.extend(names::before(report, unit).map(|before| ("ky-truoc", before)));
    known.extend(names::lost(report, unit).map(|lost| ("mat-diem", lost)));
    known.extend(names::lacks(unit).map(|lacks| ("con-thieu", lacks)));
    known
}

/// The day of issue within a sentence, with room for what a clerk fills: `05/6/2023`, `…/6/2023`.
fn day(report: &Report) -> String {
    let issued = report.settings.wording.issued();
    match (issued.whole(), issued.month, issued.year) {
        (Some(day), ..) => day.printed(),
        (None, Some(month @ 1..=2), Some(year)) => format!("     /{month:02}/{year}"),
        (None, Some(month), Some(year)) => format!("     /{month}/{year}"),
        (None, _, Some(year)) => format!("     /     /{year}"),
        _ => "     /     /         ".to_owned(),
    }
}
