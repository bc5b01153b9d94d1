//! The same figures under other limits: notes are worked out anew, where they stand. Of ten thousand
//! units this is a hundredth of a new report; `tests/core/app/limits.rs` holds both to the same page.

use std::rc::Rc;

use super::FileOutcome;
use super::GatheredFile;
use super::Report;
use super::Settings;
use super::UnitResult;
use super::given_notes::Notes;
use super::judge::tell;
use super::judge::weigh;
use crate::domain::Group;
use crate::domain::sort_by_key;
use crate::notices::NoticeCode;
use crate::warnings::Facts;
use crate::warnings::Thresholds;

impl Report {
    /// The report that these files give under these settings, where they differ from its own in the two limits alone;
    /// `None` where anything else differs, or rules look at more than one unit. What was compared with other periods is to
    /// be compared again.
    #[must_use]
    pub fn under_limits(mut self, files: &[&FileOutcome], settings: &Settings) -> Option<Self> {
        let (own, new) = (&self.settings.thresholds, &settings.thresholds);
        let (rate_low, count_very_low) = (own.rate_low, own.count_very_low);
        let limits_alone = Thresholds { rate_low, count_very_low, ..new.clone() } == *own;
        let others = Settings { thresholds: own.clone(), ..settings.clone() } == self.settings;
        if !limits_alone || !others || !new.relative.is_empty() || !self.is_of(files) {
            return None;
        }
        self.comparison = None;
        self.differences = None;
        if *own == *new {
            return Some(self);
        }
        let given = Notes::given(&self.units.iter().map(|unit| &unit.figures));
        for unit in &mut self.units {
            weigh(unit, &Facts::default(), new);
        }
        for code in [NoticeCode::LimitByRounding, NoticeCode::NoteDiffers] {
            self.notices.forget(code);
        }
        // In the order in which a new report would come by them.
        let mut units: Vec<&UnitResult> = self.units.iter().collect();
        sort_by_key(&mut units, |unit| (Group::ALL.iter().position(|group| *group == unit.group), unit.at));
        for unit in units {
            tell(unit, &given, new, &mut self.notices);
        }
        self.settings = settings.clone();
        Some(self)
    }

    /// Whether these are its files, as they were read then.
    fn is_of(&self, files: &[&FileOutcome]) -> bool {
        let is_same = |(one, other): (&GatheredFile, &GatheredFile)| {
            Rc::ptr_eq(&one.table, &other.table) && one.sha256 == other.sha256
        };
        let same = |one: &FileOutcome, other: &FileOutcome| {
            one.name == other.name
                && match (&one.result, &other.result) {
                    (Ok(_), Ok(_)) => {
                        one.beside.len() == other.beside.len() && one.tables().zip(other.tables()).all(is_same)
                    }
                    (Err(one), Err(other)) => one == other,
                    _ => false,
                }
        };
        self.files.len() == files.len() && self.files.iter().zip(files).all(|(one, other)| same(one, other))
    }
}
