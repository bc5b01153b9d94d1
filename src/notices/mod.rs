//! What was noticed in the data: grouped by code, counted in full, the first places kept. Places and quotes enter,
//! sentences leave; whether a unit lags is left to the warnings.

mod codes;
mod saved;

use serde::Deserialize;
use serde::Serialize;

pub use codes::NoticeCode;
pub use codes::Severity;
pub use saved::SavedNotice;

use crate::domain::Map;
use crate::domain::Place;
use crate::domain::sort_by_key;

/// How many places of one code are kept for the report of findings; the rest is counted.
pub const PLACES_KEPT: usize = 2_000;

/// How many of them are told where a person reads everything at once.
pub const PLACES_TOLD: usize = 50;

/// Longest quote kept, in characters: a cell can be as long as a file.
const QUOTE_KEPT: usize = 120;

/// One thing noticed at one place, with what was found there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Where.
    pub place: Place,
    /// What stood there, as printed, cut when long.
    pub found: String,
}

/// All that was noticed under one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What kind of thing it is.
    pub code: NoticeCode,
    /// How often it was seen, kept places or not.
    pub count: u64,
    /// The first places, in the order they were seen.
    pub seen: Vec<Seen>,
}

/// Everything that was noticed, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Vec<SavedNotice>", try_from = "Vec<SavedNotice>")]
pub struct Notices(Map<NoticeCode, Notice>);

impl Notices {
    /// Notes one thing; the quote is copied only while places are kept.
    pub fn add(&mut self, code: NoticeCode, place: &Place, found: &str) {
        let notice = self.0.or_insert_with(code, || Notice { code, count: 0, seen: Vec::new() });
        notice.count += 1;
        if notice.seen.len() < PLACES_KEPT {
            // The sentence about a file ends with what to do: it is never cut.
            let found = if code == NoticeCode::FileUnreadable { found.to_owned() } else { quote(found) };
            notice.seen.push(Seen { place: place.clone(), found });
        }
    }

    /// Adds all that was noticed elsewhere, after what is here.
    pub fn merge(&mut self, others: &Self) {
        for other in others.0.values() {
            let notice = self.0.or_insert_with(other.code, || Notice { code: other.code, count: 0, seen: Vec::new() });
            notice.count += other.count;
            let room = PLACES_KEPT.saturating_sub(notice.seen.len());
            notice.seen.extend(other.seen.iter().take(room).cloned());
        }
    }

    /// Puts something else for what was found under a code where it must not be shown; it is told how often the same was
    /// found there.
    pub fn hide(&mut self, code: NoticeCode, instead: &str, is_hidden: &dyn Fn(&str, usize) -> bool) {
        let Some(notice) = self.0.get_mut(&code) else { return };
        let found: Vec<String> = notice.seen.iter().map(|seen| seen.found.clone()).collect();
        for (seen, own) in notice.seen.iter_mut().zip(&found) {
            // Whether it is hidden at all is told sooner than how often it stands.
            if is_hidden(&seen.found, 1) && is_hidden(&seen.found, found.iter().filter(|other| *other == own).count()) {
                instead.clone_into(&mut seen.found);
            }
        }
    }

    /// Forgets what was noticed under a code.
    pub fn forget(&mut self, code: NoticeCode) {
        self.0.remove(&code);
    }

    /// Says that all rows stand so many rows further below.
    pub fn lower(&mut self, rows: u32) {
        let seen = self.0.values_mut().flat_map(|notice| &mut notice.seen);
        seen.filter_map(|seen| seen.place.row.as_mut()).for_each(|row| *row = row.saturating_add(rows));
    }

    /// Says in which sheet everything so far was seen, and quotes it as the sheet has it.
    pub fn in_sheet(&mut self, sheet: &str, as_stored: fn(&str) -> String) {
        for seen in self.0.values_mut().flat_map(|notice| &mut notice.seen) {
            seen.place.sheet = Some(sheet.to_owned());
            seen.found = as_stored(&seen.found);
        }
    }

    /// The notices, gravest first, then by code.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Notice> {
        let mut sorted: Vec<&Notice> = self.0.values().collect();
        sort_by_key(&mut sorted, |notice| (notice.code.severity(), notice.code));
        sorted
    }

    /// How often this was noticed.
    #[must_use]
    pub fn count(&self, code: NoticeCode) -> u64 {
        self.0.get(&code).map_or(0, |notice| notice.count)
    }

    /// Whether nothing was noticed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A quote short enough to be read in a list.
#[must_use]
pub fn quote(found: &str) -> String {
    let mut cut = found.char_indices().skip(QUOTE_KEPT);
    match cut.next() {
        Some((at, _)) => format!("{}…", &found[..at]),
        None => found.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted_and_the_first_places_are_kept() {
        let mut notices = Notices::default();
        let place = Place::file("a.csv");
        for row in 1..=1_500 {
            notices.add(NoticeCode::PercentSignRepeated, &place.cell(row, 3), "5%%");
        }
        let mut all = Notices::default();
        all.merge(&notices);
        all.merge(&notices);
        let sorted = all.sorted();
        assert_eq!((sorted[0].count, sorted[0].seen.len()), (3_000, PLACES_KEPT));
        assert_eq!(sorted[0].seen[0].place.row, Some(1));
    }

    #[test]
    fn a_long_quote_is_cut_between_letters() {
        assert_eq!(quote("hồ"), "hồ");
        assert_eq!(quote(&"ồ".repeat(500)).chars().count(), QUOTE_KEPT + 1);
    }

    #[test]
    fn the_gravest_notices_come_first() {
        let mut notices = Notices::default();
        for code in NoticeCode::ALL {
            notices.add(code, &Place::file("a.csv"), "");
        }
        let severities: Vec<Severity> = notices.sorted().iter().map(|notice| notice.code.severity()).collect();
        assert!(severities.is_sorted());
    }
}
