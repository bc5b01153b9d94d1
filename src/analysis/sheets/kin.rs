//! Whether a table goes with others of its file: what they count is one thing, of one time, and nothing of it stands twice.

use super::said::Said;
use crate::analysis::GatheredFile;
use crate::columns::Field;
use crate::columns::Question;
use crate::columns::TableRead;
use crate::domain::Group;
use crate::domain::Period;
use crate::units::Catalogue;

/// Whether a table goes with these of its file: a list of dossiers with lists under the same header, of which each counts once;
/// figures with those of other units in columns alike, as of departments and of districts; with those of the same units what alone
/// is ranked, as the certified copies with the percentage. What other columns of the same units count, other things may.
pub(super) fn goes_with(own: &[&GatheredFile], other: &GatheredFile, catalogue: &Catalogue) -> bool {
    let Some(first) = own.first() else { return false };
    // A file that is read again is known by one fingerprint, whichever of its sheets is read.
    let keys = |table: &TableRead| table.map.headers.iter().map(|header| header.key.clone()).collect::<Vec<_>>();
    let is_alike = keys(&first.table) == keys(&other.table);
    // Answers about columns are given by the header of the first.
    let is_asked = other.table.questions.iter().any(|question| !matches!(question, Question::Status { .. }));
    let said = Said::of(other);
    if is_asked && !is_alike || !own.iter().all(|own| Said::of(own).is_of_one_thing(&said)) {
        return false;
    }
    match (&first.table.dossiers, &other.table.dossiers) {
        (Some(own), Some(others)) => is_alike && own.is_of_copies() == others.is_of_copies(),
        (None, None) => {
            let is_of_one_time =
                |own: &&GatheredFile| Said::of(own).is_of_one_time(&said) && are_of_one_time(&own.table, &other.table);
            let tables: Vec<&TableRead> = own.iter().map(|own| &*own.table).collect();
            let says_else = own.iter().any(|own| Said::of(own).of_communes != said.of_communes);
            own.iter().all(is_of_one_time) && go_together(&tables, &other.table, says_else, catalogue)
        }
        _ => false,
    }
}

/// Whether two tables are of the same days, as far as both say. Copies that grow from year to year are told up to a day within
/// the period of the percentages.
fn are_of_one_time(own: &TableRead, other: &TableRead) -> bool {
    let any = |table: &TableRead| table.period.or(table.copies_period);
    let is_of_copies = |table: &TableRead| table.period.is_none() && table.copies_period.is_some();
    let grows_to = |copies: Period, rates: Period| copies.from < rates.from && copies.to >= rates.from;
    let is_same = |own: Option<Period>, other: Option<Period>| own.zip(other).is_none_or(|(own, other)| own == other);
    let is_one = match (any(own), any(other)) {
        (Some(one), Some(two)) => {
            one == two || is_of_copies(other) && grows_to(two, one) || is_of_copies(own) && grows_to(one, two)
        }
        _ => true,
    };
    is_one && is_same(own.period, other.period) && is_same(own.copies_period, other.copies_period)
}

/// Whether figures of other units or of other columns go together, by a catalogue that knows the units of both. Where one says to
/// be of communes and another does not, communes are what it must hold.
fn go_together(own: &[&TableRead], other: &TableRead, says_else: bool, catalogue: &Catalogue) -> bool {
    let all: Vec<&Catalogue> = std::iter::once(catalogue).chain(Catalogue::all()).collect();
    let figures: Vec<Figures<'_>> = all.iter().map(|catalogue| Figures::of(own, catalogue)).collect();
    // One that knows fewer of those that are there would take them out of the ranking.
    let most = figures.iter().map(|figures| figures.known).max().unwrap_or(0);
    let goes = |(catalogue, figures): (&&Catalogue, &Figures)| {
        let others = Figures::of(&[other], catalogue);
        let are_known = others.known > 0 && others.known * 2 >= other.observations.len();
        let are_communes = others.communes == others.known || figures.communes == figures.known;
        figures.known == most && are_known && (!says_else || are_communes) && figures.go_with(&others)
    };
    all.iter().zip(&figures).any(goes)
}

/// Whose figures tables give.
#[derive(Default)]
struct Figures<'catalogue> {
    /// Each with its unit.
    all: Vec<(&'catalogue str, Field)>,
    units: Vec<&'catalogue str>,
    fields: Vec<Field>,
    /// How many rows name a unit of the catalogue. What no unit is called contradicts nothing.
    known: usize,
    /// How many of these are communes.
    communes: usize,
}

impl<'catalogue> Figures<'catalogue> {
    fn of(tables: &[&TableRead], catalogue: &'catalogue Catalogue) -> Self {
        let mut figures = Self::default();
        for (table, row) in tables.iter().flat_map(|table| table.observations.iter().map(move |row| (table, row))) {
            let Some(found) = catalogue.certain(&row.name, row.group) else { continue };
            let unit = found.id.as_str();
            figures.known += 1;
            figures.communes += usize::from(found.group == Group::CapXa);
            for (_, field) in table.map.figures().filter(|(_, field)| row.values.get(*field).is_some()) {
                // Points are the percentage in another unit.
                let field = if field == Field::GroupPoints { Field::GroupPercent } else { field };
                figures.all.push((unit, field));
                if !figures.fields.contains(&field) {
                    figures.fields.push(field);
                }
            }
            figures.units.push(unit);
        }
        figures
    }

    fn go_with(&self, others: &Self) -> bool {
        let has_all = |one: &Self, other: &Self| one.fields.iter().all(|field| other.fields.contains(field));
        let is_ranked = |field: &Field| matches!(field, Field::GroupPercent | Field::CertifiedCopies);
        let mut both = others.all.iter().filter(|figure| self.all.contains(*figure));
        if others.all.is_empty() || both.next().is_some() {
            return false;
        }
        if others.units.iter().any(|unit| self.units.contains(unit)) {
            return others.fields.iter().all(is_ranked);
        }
        has_all(others, self) || has_all(self, others)
    }
}
