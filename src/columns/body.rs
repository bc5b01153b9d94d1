//! What is kept of a table while its rows come: where we are in it, and what its rows have said so far.

use super::ColumnChoices;
use super::ColumnMap;
use super::Field;
use super::Observation;
use super::Part;
use super::Skipped;
use super::Total;
use super::cut_rows::CutRows;
use super::dossiers::Dossiers;
use super::dossiers::is_code;
use super::labels::is_total;
use super::metrics::Metrics;
use super::pairs::Pairs;
use super::values::Waiting;
use super::when::When;
use crate::domain::Group;
use crate::domain::Period;
use crate::domain::Place;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::tidy;

/// What is kept once the header is known.
pub(super) struct Body {
    pub(super) map: ColumnMap,
    /// Which columns of the file are two of the map.
    pub(super) pairs: Pairs,
    /// Where its rows are those of one metric each.
    pub(super) metrics: Option<Metrics>,
    pub(super) choices: ColumnChoices,
    pub(super) group: Option<Group>,
    /// The unit whose row has opened a section of its own.
    pub(super) under: Option<String>,
    /// The unit of the last row.
    pub(super) last_unit: Option<String>,
    /// The number of the last row that has one without parts, and its unit: `1` above `1.1`.
    pub(super) numbered: (String, String),
    /// A row that bears the mark of a section, figures and a name that nobody knows: what follows tells what it is.
    pub(super) held: Option<Row>,
    /// How many cells the row above has, where it is a unit's.
    pub(super) cells_above: Option<usize>,
    /// Whether rows that belong below a table have come.
    pub(super) ended: bool,
    /// Whether the header of another table has come.
    pub(super) closed: bool,
    /// Where the columns of a list stand below a header that has them in another order.
    pub(super) turned: Option<Vec<usize>>,
    /// A row of a list that names a period, with its number and how many dossiers stand above it: a title, if a header follows.
    pub(super) named_below: Option<(u32, Period, usize)>,
    /// A title of another table, with its row, if the header stands again below it.
    pub(super) title_below: Option<(u32, String)>,
    /// The columns that say of when each row is, and what the rows of units have said.
    pub(super) of_when: Vec<usize>,
    pub(super) whens: Vec<When>,
    pub(super) section_start: usize,
    pub(super) observations: Vec<(Observation, Waiting)>,
    pub(super) totals: Vec<(Total, Waiting)>,
    /// The rows that a decimal comma may have cut.
    pub(super) cut: CutRows,
    /// Where the rows go when they are dossiers.
    pub(super) dossiers: Option<Dossiers>,
    pub(super) data_rows: usize,
    /// The first row that speaks of the province and does not stand for it.
    pub(super) near_province: Option<(u32, String)>,
    pub(super) skipped: Skipped,
    /// What stands above the table.
    pub(super) titles: Vec<String>,
    pub(super) period: Option<Period>,
    /// That of the certified copies, where the titles name one of its own.
    pub(super) copies_period: Option<Period>,
    /// The first data rows as they stand.
    pub(super) samples: Vec<Row>,
}

impl Body {
    pub(super) fn new(
        map: ColumnMap,
        choices: ColumnChoices,
        dossiers: Option<Dossiers>,
        skipped: Skipped,
        period: Option<Period>,
    ) -> Self {
        Self {
            map,
            pairs: Pairs::default(),
            metrics: None,
            choices,
            group: None,
            under: None,
            last_unit: None,
            numbered: (String::new(), String::new()),
            held: None,
            cells_above: None,
            ended: false,
            closed: false,
            turned: None,
            named_below: None,
            title_below: None,
            of_when: Vec::new(),
            whens: Vec::new(),
            section_start: 0,
            observations: Vec::new(),
            totals: Vec::new(),
            cut: CutRows::default(),
            dossiers,
            data_rows: 0,
            near_province: None,
            skipped,
            titles: Vec::new(),
            period,
            copies_period: None,
            samples: Vec::new(),
        }
    }

    /// Whether a row is about what the others are: a dossier under its code's header, a unit under its own.
    pub(super) fn is_about(&self, row: &Row, is_unit: &dyn Fn(&str) -> bool) -> bool {
        match self.dossiers {
            Some(_) => is_code(&self.map.cell(row, Field::DossierCode)),
            None => is_unit(&self.map.cell(row, Field::Unit)),
        }
    }

    /// The first row below one that bears the mark of a section makes that one its section's: a former district, whose bare
    /// name is no commune's of today.
    pub(super) fn opens_section(&mut self, marked: bool, is_first: bool) {
        let Some((above, _)) = self.observations.last_mut().filter(|_| is_first && !marked) else { return };
        if self.under.as_ref() == Some(&above.name) && matches!(above.group, None | Some(Group::CapXa)) {
            above.group = Some(Group::CapHuyen);
        }
    }

    /// Whose figures a row holds; the figures themselves wait until the columns are decided. `strayed` is the unit's name
    /// where it stands under another header, `ordinal` what numbers the row, `marked` whether that is the mark of a section.
    pub(super) fn observation(
        &mut self,
        row: &Row,
        (ordinal, marked): (&str, bool),
        strayed: Option<(usize, String)>,
        place: &Place,
        notices: &mut Notices,
    ) -> Observation {
        let cell = |field| self.map.cell(row, field);
        let given = |field| self.map.index(field).map(|_| cell(field));
        let part = part(row, &self.map);
        let code = cell(Field::UnitCode);
        let (mut column, mut name) = match strayed {
            Some((index, name)) => (u32::try_from(index + 1).ok(), name),
            None => (self.map.column(Field::Unit), cell(Field::Unit)),
        };
        if name.is_empty() && !code.is_empty() {
            column = self.map.column(Field::UnitCode);
        }
        // Cells that were merged downwards: the name stands in the first of the rows that part one unit.
        let is_left_blank = name.is_empty() && code.is_empty() && part.is_some();
        if let Some(unit) = self.last_unit.as_ref().filter(|_| is_left_blank) {
            notices.add(NoticeCode::UnitFilledDown, &place.row(row.number), unit);
            name.clone_from(unit);
        }
        self.last_unit = Some(name.clone()).filter(|name| !name.is_empty());
        if marked {
            self.under.clone_from(&self.last_unit);
        }
        // Rows numbered anew: the row that opens their section is lacking. A row copied is the one above again.
        let is_anew = |(last, named): &(String, String)| last.parse::<u32>().is_ok() && *named != name;
        if ordinal == "1" && is_anew(&self.numbered) {
            self.under = None;
        }
        let above = ordinal.split_once(['.', ',']).map(|(above, _)| above);
        if above.is_none() {
            self.numbered = (ordinal.to_owned(), name.clone());
        }
        let is_above = above.is_some_and(|above| !above.is_empty() && above == self.numbered.0);
        let under = if is_above { Some(self.numbered.1.clone()) } else { self.under.clone() };
        Observation {
            row: row.number,
            column,
            under: under.filter(|under| *under != name && !under.is_empty()),
            part,
            of_metric: self.metrics.is_some(),
            name,
            code,
            group: self.group,
            percent_note: given(Field::PercentNote),
            copies_note: given(Field::CopiesNote),
            given_rank: rank(&cell(Field::GivenRank)),
            ..Observation::default()
        }
    }
}

/// A rank as offices write it: `3`, `Hạng 3`, `3/9`, `Nhất`.
fn rank(cell: &str) -> Option<u32> {
    let rank = cell.split_once('/').map_or(cell, |(rank, _)| rank);
    let key = fold(rank);
    match key.strip_prefix("hang ").or_else(|| key.strip_prefix("thu ")).unwrap_or(&key) {
        "nhat" => Some(1),
        "nhi" => Some(2),
        "ba" => Some(3),
        rank => rank.parse().ok(),
    }
}

/// The part of its unit that a row counts: what stands in the columns that part the rows of one unit.
fn part(row: &Row, map: &ColumnMap) -> Option<Part> {
    let is_part = |cell: &String| !cell.is_empty() && !is_total(&fold(cell));
    let text = |index: usize| row.cells.get(index).map(|cell| tidy(cell).into_owned()).filter(is_part);
    let details = [Field::Sector, Field::Procedure].into_iter().filter_map(|field| text(map.index(field)?));
    let details: Vec<String> = details.collect();
    if !details.is_empty() {
        return Some(Part::Detail(details.join(" | ")));
    }
    // The unit's own name again parts nothing.
    let unit = fold(&map.cell(row, Field::Unit));
    let below = |office: &String| fold(office) != unit;
    // The district of former times that a commune lies in is above it.
    let is_above = |index: &usize| {
        let name = |at: usize| map.headers[at].key.as_str();
        let own = map.index(Field::Unit).map_or("", name);
        name(*index).starts_with("huyen") && !own.starts_with("huyen")
    };
    map.offices_below().filter(|index| !is_above(index)).filter_map(text).find(below).map(Part::Office)
}
