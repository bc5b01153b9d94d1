//! Vì sao: the sheet of one unit. Every figure with its place, the components with the points they lose, each note with
//! its rule, limit and source, and a sentence that says it all.

use std::fmt::Write as _;

use super::Report;
use super::UnitResult;
use super::cell::cell;
use crate::columns::Field;
use crate::components::Basis;
use crate::components::Score;
use crate::domain::Aspect;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::domain::Place;
use crate::domain::sort_by_key;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;
use crate::text::numbers::print_missing;
use crate::units::UnitId;
use crate::warnings::Lack;
use crate::warnings::Needed;
use crate::warnings::RELATIVE;
use crate::warnings::Relative;
use crate::warnings::Untold;
use crate::warnings::Warning;

/// Phiếu đơn vị: why a unit stands where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitSheet {
    /// The unit.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// Its rank and of how many; `None` when it is not ranked.
    pub rank: Option<(u32, usize)>,
    /// Every figure that files give, in the order of their meanings.
    pub figures: Vec<FigureLine>,
    /// The components about which anything is known, most points lost first.
    pub components: Vec<ComponentLine>,
    /// Its notes, each with what it rests on.
    pub notes: Vec<NoteLine>,
    /// All of it in one sentence or two.
    pub sentence: String,
    /// What is lacking, in sentences; or why that cannot be said.
    pub lacking: Vec<String>,
}

/// One figure as a file gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureLine {
    /// What it is.
    pub label: String,
    /// Its value as printed.
    pub value: String,
    /// Where it stands.
    pub place: Place,
}

/// One component.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComponentLine {
    /// Its letter.
    pub letter: char,
    /// Its name.
    pub label: &'static str,
    /// Its rate, if known.
    pub rate: Option<Percent>,
    /// Its points, if known.
    pub points: Option<Decimal>,
    /// The points it could count.
    pub max: Decimal,
    /// The points it loses, if known.
    pub lost: Option<Decimal>,
    /// What its points rest on, and how far that is from its formula.
    pub basis: Option<String>,
    /// Its formula, with its cap.
    pub formula: String,
    /// Who counts so.
    pub source: &'static str,
    /// Where it was read.
    pub place: Option<Place>,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteLine {
    /// Its word.
    pub word: &'static str,
    /// The rule in words.
    pub rule: String,
    /// The value that was held against the limit, as printed.
    pub value: String,
    /// The limit as printed.
    pub limit: String,
    /// How much is missing, as printed.
    pub missing: String,
    /// Who uses the limit, since when.
    pub source: String,
    /// The cell the value stands in.
    pub place: Place,
}

/// The sheet of one unit; `None` when no file names it.
#[must_use]
pub fn unit_sheet(report: &Report, id: &UnitId) -> Option<UnitSheet> {
    let unit = report.units.iter().find(|unit| unit.id == *id)?;
    let ranked = report.units_of(unit.group).filter(|unit| unit.rank.is_some()).count();
    let figure = |field: Field| {
        let given = unit.figures.get(field)?;
        let (label, value) = (field.label().to_owned(), field.print(given.value));
        Some(FigureLine { label, value, place: cell(report, field, &given.place) })
    };
    let mut components: Vec<ComponentLine> = unit.scores.iter().filter_map(|score| component(report, score)).collect();
    // The most points lost first; those that are not known last. Equal ones keep the portal's order.
    sort_by_key(&mut components, |line| line.lost.map_or((1, 0), |lost| (0, -lost.millionths())));
    let notes = notes(report, unit);
    let rank = unit.rank.map(|rank| (rank, ranked));
    Some(UnitSheet {
        id: unit.id.clone(),
        name: unit.name.clone(),
        rank,
        figures: Field::all().filter(|field| field.is_figure()).filter_map(figure).collect(),
        sentence: sentence(report, unit, rank, &notes),
        components,
        notes,
        lacking: lacking(unit),
    })
}

fn component(report: &Report, score: &Score) -> Option<ComponentLine> {
    let known = score.points().is_some() || score.rate().is_some() || score.denominator.is_some();
    known.then(|| ComponentLine {
        letter: score.card.component.letter(),
        label: score.card.component.label(),
        rate: score.rate(),
        points: score.points(),
        max: score.max,
        lost: score.lost(),
        basis: score.basis.map(|basis| rests_on(score, basis)),
        formula: format!(
            "{} / {}; tối đa {} điểm, đủ điểm từ {}",
            score.card.numerator,
            score.card.denominator,
            print_decimal(score.max),
            print_exact_percent(score.cap)
        ),
        source: score.card.source,
        place: score.place().map(|place| read_at(report, score, place)),
    })
}

/// What points rest on. Counts of dossiers stand for a component that is counted otherwise: which, and what differs.
fn rests_on(score: &Score, basis: Basis) -> String {
    match &score.card.counts {
        Some(counts) if basis == Basis::Dossiers => {
            let (part, whole) = (counts.numerator.label(), counts.denominator.label());
            format!("{} {part} / {whole}; {}", basis.label(), counts.doubt)
        }
        _ => basis.label().to_owned(),
    }
}

/// The cell of the points, else of the numerator, else of the rate: what [`Score::place`] is the row of.
fn read_at(report: &Report, score: &Score, place: &Place) -> Place {
    let aspect = match (&score.given, &score.numerator) {
        (Some(_), _) => Aspect::Points,
        (None, Some(_)) => Aspect::Numerator,
        (None, None) => Aspect::Rate,
    };
    let counted = score.card.counts.as_ref().filter(|_| score.of_dossiers && aspect == Aspect::Numerator);
    let field = counted.map_or(Field::Component(score.card.component, aspect), |counts| counts.numerator);
    cell(report, field, place)
}

fn notes(report: &Report, unit: &UnitResult) -> Vec<NoteLine> {
    let limits = &report.settings.thresholds;
    let line = |note: Warning, value: String, print: &dyn Fn(Decimal) -> String, measure: &str, place: &Place| {
        let relative = RELATIVE.iter().find(|card| card.card == *note.card);
        let set = relative.and_then(|card| limits.relative.iter().find(|rule| rule.card == *card));
        let rule = set.map_or_else(|| format!("{} nhỏ hơn {}", note.card.measure, print(note.limit)), Relative::words);
        // A set that the office has named stands for its limits; the shipped limit's own source for that alone.
        let is_own = match (set, relative) {
            (Some(rule), Some(card)) => *rule != Relative::suggested(card),
            _ => !limits.is_shipped(note.card.code),
        };
        let source = if limits.name.is_empty() && is_own {
            "ngưỡng do cơ quan đặt".to_owned()
        } else if limits.name.is_empty() {
            format!("{}, từ {}", note.card.source.text, note.card.source.since)
        } else {
            let parts = [&limits.name, &limits.source, &limits.since];
            parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
        };
        let limit = print(note.limit);
        let missing = format!("{} {measure}", print_missing(note.missing));
        NoteLine { word: note.card.word, rule, value, limit, missing, source, place: place.clone() }
    };
    let percent = |value: Decimal| print_exact_percent(Percent::new(value));
    let count = |value: Decimal| value.as_count().map_or_else(|| print_decimal(value), print_count);
    let of_percent = unit.percent_note.zip(unit.percent.as_ref());
    let of_copies = unit.copies_note.zip(unit.copies.as_ref());
    // Where points alone are given, or components, the percentage has no cell of its own.
    let given = unit.total.given.as_ref().map(|_| Field::GroupPercent);
    let field = given.or_else(|| unit.total.given_points.as_ref().map(|_| Field::GroupPoints));
    let of_percent = of_percent.map(|(note, given)| {
        let place = field.map_or_else(|| given.place.clone(), |field| cell(report, field, &given.place));
        line(note, print_exact_percent(given.value), &percent, "điểm phần trăm", &place)
    });
    let of_copies = of_copies.map(|(note, given)| {
        let place = cell(report, Field::CertifiedCopies, &given.place);
        line(note, print_count(given.value), &count, "hồ sơ", &place)
    });
    of_percent.into_iter().chain(of_copies).collect()
}

fn sentence(report: &Report, unit: &UnitResult, rank: Option<(u32, usize)>, notes: &[NoteLine]) -> String {
    let mut sentence = match (&unit.percent, rank) {
        (Some(percent), Some((rank, of))) => {
            format!("{} đạt {}, xếp thứ {rank} trên {of} đơn vị", unit.name, print_exact_percent(percent.value))
        }
        (Some(percent), None) => {
            format!("{} đạt {}, không xếp hạng cùng nhóm", unit.name, print_exact_percent(percent.value))
        }
        (None, _) => format!("{} chưa có tỷ lệ của nhóm nên không xếp hạng", unit.name),
    };
    if let Some(by) = unit.total.way() {
        let _ = write!(sentence, " (cách tính: {by})");
    }
    sentence.push('.');
    if unit.percent.is_some()
        && let Some(few) = report.few_dossiers(unit)
    {
        let _ = write!(sentence, " Ít hồ sơ ({}): tỷ lệ dễ cao hoặc thấp do may rủi.", print_count(few));
    }
    for note in notes {
        let _ = write!(
            sentence,
            " «{}» vì {} thấp hơn mức {}, còn thiếu {}.",
            note.word, note.value, note.limit, note.missing
        );
    }
    let lost: Vec<String> = unit
        .losses()
        .into_iter()
        .take(2)
        .map(|(score, lost)| {
            let (lost, max) = (print_decimal(lost), print_decimal(score.max));
            format!("{} (mất {lost} trên {max} điểm)", score.card.component.letter())
        })
        .collect();
    if !lost.is_empty() {
        let _ = write!(sentence, " Mất điểm nhiều nhất ở thành phần {}.", lost.join(", rồi "));
    }
    sentence
}

/// What is lacking up to the limits, in sentences.
fn lacking(unit: &UnitResult) -> Vec<String> {
    let mut lines = Vec::new();
    let shortfall = unit.shortfall();
    if let Some(lack) = &shortfall.percent {
        let points = lack.points.map(|points| format!(" ({} điểm)", print_missing(points))).unwrap_or_default();
        lines.push(format!(
            "Để đạt {} còn thiếu {} điểm phần trăm{points}.",
            print_exact_percent(lack.target),
            print_missing(lack.percent_points)
        ));
        lines.extend(dossiers(lack));
    }
    if let Some(lack) = &shortfall.by_rounding
        && let Ok(both) = lack.both
    {
        lines.push(format!(
            "So bằng số làm tròn như in trong bảng thì {} hồ sơ đã đủ để hết ghi chú (tới {}).",
            print_count(both),
            print_exact_percent(lack.target)
        ));
    }
    if let Some(copies) = shortfall.copies {
        lines.push(format!("Còn thiếu {} hồ sơ chứng thực điện tử.", print_count(copies)));
    }
    lines
}

fn dossiers(lack: &Lack) -> Vec<String> {
    let ways: [(&str, Option<&Needed>); 6] = [
        ("sửa {} hồ sơ cũ ở cả A và B", Some(&lack.both)),
        ("cấp kết quả điện tử cho {} hồ sơ cũ (chỉ A)", Some(&lack.in_a)),
        ("số hóa {} hồ sơ cũ (chỉ B)", Some(&lack.in_b)),
        ("tái sử dụng dữ liệu ở {} hồ sơ (D)", Some(&lack.in_d)),
        ("số hóa {} hồ sơ cũ", lack.backlog.as_ref()),
        ("tiếp nhận thêm {} hồ sơ mới, số hóa đủ", lack.only_new.as_ref()),
    ];
    let told = ways.iter().filter_map(|(words, needed)| {
        let number = needed.as_ref()?.as_ref().ok()?;
        Some(words.replace("{}", &print_count(*number)))
    });
    let told: Vec<String> = told.collect();
    let mut lines = Vec::new();
    if !told.is_empty() {
        lines.push(format!("Một trong các cách: {}.", told.join("; hoặc ")));
        lines.extend(
            lack.both.as_ref().err().filter(|untold| matches!(untold, Untold::Parted { .. })).map(Untold::sentence),
        );
    }
    let reason = ways.iter().find_map(|(_, needed)| needed.as_ref()?.as_ref().err());
    lines.extend(reason.filter(|_| told.is_empty()).map(Untold::sentence));
    lines
}
