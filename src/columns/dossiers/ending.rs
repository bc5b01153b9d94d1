//! The end of a list: what only its last row settles is settled, for its days, its units, its flags.

use super::Dossiers;
use super::Ledger;
use super::says::FLAGS;
use crate::columns::Field;
use crate::columns::Question;
use crate::domain::sort;
use crate::notices::NoticeCode;
use crate::notices::Notices;

/// Most unknown states that are asked about; a column of other things is no column of states.
const MOST_STATUSES: usize = 50;

impl Dossiers {
    /// Ends the list.
    pub(in crate::columns) fn finish(
        mut self,
        is_unit: &dyn Fn(&str) -> bool,
        notices: &mut Notices,
    ) -> (Ledger, Vec<Question>) {
        self.ledger.period = self.period;
        if let Some(held) = self.held.take() {
            self.whole_row(&held, is_unit, notices);
        }
        self.ledger.settle(std::mem::take(&mut self.stretch.order).finish(notices));
        let blank = notices.count(NoticeCode::StateBlank);
        // A column without a single state says of no dossier that it is not completed.
        if notices.count(NoticeCode::EndUnknown) > 0 || (blank > 0 && blank == self.ledger.len() as u64) {
            self.ledger.forget(Field::Completed);
        }
        self.tell_unread_days(notices);
        // Of several codes nobody knows which is the title's.
        let nameless = self.ledger.nameless();
        let titled = self.titled.take().zip(nameless.first().copied()).filter(|(_, unit)| {
            nameless.len() == 1 && self.ledger.names().count() == 1 && !is_unit(self.ledger.code(*unit))
        });
        self.hide_names(is_unit, notices);
        let of_title = titled.as_ref().map_or("", |(name, _)| name);
        self.ledger.part_codes(&self.stretch.short, of_title, &self.place, notices);
        if self.has_papers {
            self.ledger.join_papers(&self.place, notices);
        }
        // A code that the catalogue knows needs no rows to speak for it.
        for unit in self.ledger.nameless() {
            let code = self.ledger.code(unit).to_owned();
            let (dossiers, first) = self.ledger.of_unit(unit);
            let as_other = self.stretch.prefixes.unit(&code).filter(|_| !is_unit(&code));
            if let Some(name) = as_other.and_then(|other| self.ledger.call(unit, other)) {
                let found = format!("{code} → {name}: {dossiers} hồ sơ");
                notices.add(NoticeCode::DossierUnitFromCode, &self.place.row(first), &found);
            }
        }
        if let Some((name, unit)) = titled {
            let (dossiers, first) = self.ledger.of_unit(unit);
            notices.add(NoticeCode::UnitFromTitle, &self.place.row(first), &format!("{name}: {dossiers} hồ sơ"));
            self.ledger.name(unit, name);
        }
        self.leave_nobodys(notices);
        self.leave_hidden(notices);
        self.hide_texts(notices);
        self.settle_flags(notices);
        if self.columns.of_copies {
            self.ledger.count_copies();
        }
        let mut rows: Vec<u32> = self.stretch.unknown.values().map(|(_, _, row)| *row).collect();
        sort(&mut rows);
        let last = rows.get(MOST_STATUSES - 1).copied().unwrap_or(u32::MAX);
        let asked = self.stretch.unknown.into_values().filter(|(_, _, row)| *row <= last);
        let questions = asked.map(|(text, dossiers, row)| Question::Status { text, dossiers, row });
        (self.ledger, questions.collect())
    }

    /// Tells where a list's codes alone say which dossiers are the period's, beside a column of days that nobody reads.
    fn tell_unread_days(&self, notices: &mut Notices) {
        let coded = self.ledger.len() - self.stretch.codeless.len() - self.stretch.short.len();
        let unread = self.columns.unread_days.filter(|_| self.columns.at(Field::ReceivedAt).is_none());
        if let Some(at) = unread.filter(|_| self.period.is_some() && coded > 0) {
            let (column, header) = (self.columns.first_column[at], &self.columns.headers[at]);
            let found = format!("không có cột ngày tiếp nhận; cột {column} «{header}» chưa rõ nghĩa");
            notices.add(NoticeCode::ReceivedDayFromCode, &self.place, &found);
        }
    }

    /// Forgets the columns of flags that say nothing, and tells of their blank cells.
    fn settle_flags(&mut self, notices: &mut Notices) {
        for (seen, field) in self.stretch.flags.iter().zip(FLAGS) {
            // A column without a single word says nothing of any dossier, not that none is digitised; nor does one whose yes
            // nobody can read.
            if !seen.yes && (!seen.no || seen.unreadable) {
                self.ledger.forget(field);
            }
            if !(seen.yes || seen.no || seen.unreadable) && seen.blank > 0 {
                let header = self.columns.at(field).map_or("", |at| self.columns.headers[at].as_str());
                let place = self.place.cell(seen.first_blank, self.columns.column(field));
                notices.add(NoticeCode::FlagColumnEmpty, &place, header);
            }
            // Where a column says both yes and no, or counts, a blank cell says neither.
            if seen.no && seen.blank > 0 {
                let place = self.place.cell(seen.first_blank, self.columns.column(field));
                notices.add(NoticeCode::FlagBlank, &place, &format!("{} ô trống", seen.blank));
            }
        }
    }
}
