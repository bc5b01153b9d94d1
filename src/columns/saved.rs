//! A table as a session keeps it: all that reports are made of, and nothing else. Rows as they stand in the file, the texts
//! of skipped rows and the codes of dossiers stay out.

use serde::Deserialize;
use serde::Serialize;

use super::ColumnMap;
use super::Field;
use super::Header;
use super::Observation;
use super::Question;
use super::Reading;
use super::Skipped;
use super::TableRead;
use super::Total;
use super::Unsure;
use super::copies_parts::CopiesParts;
use super::dossiers::Ledger;
use super::dossiers::SavedLedger;
use crate::domain::Map;
use crate::domain::Period;
use crate::notices::Notices;
use crate::notices::SavedNotice;

/// What must be known of all lists of dossiers that are kept together.
#[derive(Clone, Debug, Default)]
pub struct KeptLists {
    origins: Vec<Option<u64>>,
    repeated: Map<u64, u64>,
}

impl KeptLists {
    /// Of these lists.
    #[must_use]
    pub fn of(lists: &[&Ledger]) -> Self {
        Self { origins: Ledger::origins(lists), repeated: Ledger::repeated(lists) }
    }
}

/// Bảng đã lưu: a table as a session keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedTable {
    fingerprint: String,
    header_row: u32,
    first_header_row: u32,
    headers: Vec<Header>,
    meanings: Vec<Option<Field>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    unsure: Vec<(Field, Vec<usize>)>,
    readings: Vec<(Field, Reading)>,
    observations: Vec<Observation>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dossiers: Option<SavedLedger>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    totals: Vec<Total>,
    skipped: Skipped,
    data_rows: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    questions: Vec<Question>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    period: Option<Period>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    copies_period: Option<Period>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    notices: Vec<SavedNotice>,
}

impl SavedTable {
    /// A table to be kept. `lists` are all lists of dossiers that are kept together.
    #[must_use]
    pub fn of(table: &TableRead, lists: &KeptLists) -> Self {
        let map = &table.map;
        Self {
            fingerprint: table.fingerprint.clone(),
            header_row: map.header_row,
            first_header_row: map.first_header_row,
            headers: map.headers.clone(),
            meanings: map.meanings.clone(),
            unsure: map.unsure.iter().map(|unsure| (unsure.field, unsure.candidates.clone())).collect(),
            readings: table.readings.clone(),
            observations: table.observations.clone(),
            dossiers: table.dossiers.as_ref().map(|ledger| ledger.save(&lists.origins, &lists.repeated)),
            totals: table.totals.clone(),
            skipped: table.skipped.without_texts(),
            data_rows: table.data_rows,
            questions: table.questions.clone(),
            period: table.period,
            copies_period: table.copies_period,
            notices: table.notices.save(),
        }
    }

    /// The table again; `None` when what is kept contradicts itself. `salt` keeps the dossiers of two sessions apart, `next` those of
    /// the lists of one.
    #[must_use]
    pub fn table(self, salt: u64, next: &mut u64) -> Option<TableRead> {
        let columns = self.headers.len();
        let fits = self.meanings.len() == columns
            && self.unsure.iter().flat_map(|(_, candidates)| candidates).all(|index| *index < columns);
        let dossiers = match self.dossiers {
            Some(saved) => Some(Ledger::restore(saved, self.period, salt, next)?),
            None => None,
        };
        let unsure = self.unsure.into_iter().map(|(field, candidates)| Unsure { field, candidates }).collect();
        let observations_fit = self
            .totals
            .iter()
            .all(|total| total.after <= self.observations.len() && total.section_start <= total.after);
        (fits && observations_fit).then_some(())?;
        Some(TableRead {
            map: ColumnMap {
                header_row: self.header_row,
                first_header_row: self.first_header_row,
                reasons: vec![None; columns],
                headers: self.headers,
                meanings: self.meanings,
                unsure,
                alike: Vec::new(),
                of_dossiers: dossiers.is_some(),
                of_copies: dossiers.as_ref().is_some_and(Ledger::is_of_copies),
                beside: None,
                copies_parts: CopiesParts::default(),
                filled: Vec::new(),
            },
            fingerprint: self.fingerprint,
            readings: self.readings,
            observations: self.observations,
            dossiers,
            totals: self.totals,
            skipped: self.skipped,
            data_rows: self.data_rows,
            questions: self.questions,
            titles: Vec::new(),
            period: self.period,
            copies_period: self.copies_period,
            notices: Notices::restore(self.notices)?,
            preview: Vec::new(),
        })
    }
}
