//! One row of a list read cell by cell: whatever can be wrong with it is noticed here.

use super::Above;
use super::Dossiers;
use super::MOST_UNITS;
use super::STATUSES_KEPT;
use super::Taken;
use super::cells::Cells;
use super::cells::KNOWN_OF_A_DOSSIER;
use super::cells::is_blank;
use super::cells::is_written_day;
use super::code::Code;
use super::code::is_code;
use super::code::is_rounded;
use super::code::plain_text;
use super::digest;
use super::digest_of_row;
use super::ends::ENDS;
use super::ends::ended;
use super::is_completed;
use super::leaves_open;
use super::ledger::Marks;
use super::other_rows::is_label;
use super::other_rows::is_no_dossier;
use super::other_rows::section_name;
use super::papers::is_another_paper;
use super::papers::may_lean;
use super::remembered::channel;
use super::remembered::moment;
use super::says::check_papers;
use super::says::read_flags;
use super::swallowed::tell_swallowed;
use super::text_of_label;
use super::words::StatusClass;
use crate::columns::Field;
use crate::columns::parted::only_cell;
use crate::columns::parted::parts;
use crate::domain::Day;
use crate::intake::Row;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::fold;
use crate::text::tidy;

/// The columns that tell a dossier without a code from a remark with a day in it.
const DESCRIBES: [Field; 3] = [Field::Procedure, Field::Sector, Field::Status];

impl Dossiers {
    /// Takes one row below the header, of which all cells are there.
    pub(super) fn whole_row(&mut self, row: &Row, is_unit: &dyn Fn(&str) -> bool, notices: &mut Notices) -> Taken {
        let above = self.stretch.above;
        if !row.cells.iter().all(|cell| is_blank(cell)) {
            self.stretch.above = Above::Nothing;
        }
        let place = self.place.row(row.number);
        // A row in one cell, which nothing has parted as its headers are; a sentence has fewer parts.
        let within = only_cell(row).map(parts).filter(|parts| parts.len() > self.columns.fields.len() / 2);
        if let Some(code) = within.into_iter().flatten().find(|part| is_code(part)) {
            notices.add(NoticeCode::DossierMisaligned, &place, code);
            return Taken::Dossier;
        }
        let own = self.columns.own_code(row).unwrap_or_default();
        if !is_code(own) && is_no_dossier(row, own) && !self.stands_as_dossier(row, own, is_unit) {
            return Taken::Other;
        }
        // Its code is one dossier's, its unit and its state those of another.
        if tell_swallowed(row, &self.place, notices) {
            notices.add(NoticeCode::DossierMisaligned, &place, &text_of_label(row));
            return Taken::Dossier;
        }
        let misfit = self.columns.is_misfit(row, is_unit, &|cell| self.class(cell));
        let class = |cell: &str| self.class(cell);
        let given = if misfit { self.columns.put_right(row, is_unit, &class) } else { None };
        let columns = std::rc::Rc::clone(&self.columns);
        let cells = Cells { row, given, columns: &columns };
        if misfit && cells.given.is_none() {
            self.misfits = self.misfits.map(|misfits| misfits + 1);
            if !row.cells.iter().any(|cell| is_code(cell)) && !self.columns.holds_dossier(row) {
                return self.other_row(row, is_unit);
            }
            notices.add(NoticeCode::DossierMisaligned, &place, &text_of_label(row));
            return Taken::Dossier;
        }
        if self.has_papers && !misfit && is_another_paper(&cells) {
            return self.another_paper(&cells, above, notices);
        }
        let code = cells.get(Field::DossierCode).map(|cell| (tidy(cell).into_owned(), Code::parse(cell)));
        let unit = cells.get(Field::Unit).filter(|cell| !is_blank(cell));
        let unit = unit.map(|cell| tidy(cell).into_owned()).unwrap_or_default();
        let has_code =
            code.as_ref().is_some_and(|(text, _)| text.bytes().any(|byte| byte.is_ascii_digit()) && !is_rounded(text));
        // “Tổng số: 2 hồ sơ” below the codes is no dossier: nothing else is known of it.
        let alone = has_code
            && code.as_ref().is_some_and(|(_, code)| code.is_none())
            && KNOWN_OF_A_DOSSIER.into_iter().all(|field| cells.get(field).is_none_or(is_blank));
        if alone && !self.is_of_above(above, code.as_ref()) {
            let section = section_name(row, true, is_unit);
            return section.map_or(Taken::Other, |name| self.begin_section(name));
        }
        let described = DESCRIBES.into_iter().any(|field| cells.get(field).is_some_and(|cell| !is_blank(cell)));
        let dated = match cells.get(Field::ReceivedAt) {
            Some(cell) => moment(cell).is_some(),
            // Where no column holds such a day a known state tells a dossier from a remark.
            None => cells.get(Field::Status).is_some_and(|cell| self.class(cell).is_some()),
        };
        let nobodys = unit.is_empty() && self.stretch.section.is_empty();
        if !has_code && dated && described && nobodys {
            self.stretch.leans = true;
            notices.add(
                NoticeCode::DossierWithoutUnit,
                &place,
                &cells.get(Field::ReceivedAt).map(tidy).unwrap_or_default(),
            );
            return Taken::Dossier;
        }
        if !(has_code || (dated && (described || is_unit(&unit)))) {
            return self.other_row(row, is_unit);
        }
        if misfit {
            notices.add(NoticeCode::DossierRealigned, &place, &text_of_label(row));
        }
        let (text, code) = code.unwrap_or_default();
        if !misfit && row.cells.len() <= self.columns.last_read {
            notices.add(NoticeCode::RowShorter, &place, &text_of_label(row));
        }
        if !has_code {
            notices.add(NoticeCode::DossierCodeMissing, &place, &unit);
        }
        self.dossier(&cells, has_code.then_some(text), code.as_ref(), unit, above, notices)
    }

    /// Whether a row that begins like a label is a dossier's all the same: of “Tổng công ty …”, of a procedure named with the
    /// day of a decision. Its number and its day stand under their headers, or its unit and its state do.
    fn stands_as_dossier(&self, row: &Row, own: &str, is_unit: &dyn Fn(&str) -> bool) -> bool {
        let cells = Cells { row, given: None, columns: &self.columns };
        let is = |field: Field, says: &dyn Fn(&str) -> bool| cells.get(field).is_some_and(says);
        let is_state = |cell: &str| !is_blank(cell) && self.class(cell).is_some();
        let is_named = || is(Field::Unit, is_unit) && is(Field::Status, &is_state);
        own.bytes().any(|byte| byte.is_ascii_digit())
            && !is_label(own)
            && (is(Field::ReceivedAt, &is_written_day) || is_named())
    }

    /// Takes a row that is no dossier, and may name the unit of those below it.
    fn other_row(&mut self, row: &Row, is_unit: &dyn Fn(&str) -> bool) -> Taken {
        self.stretch.leans |= self.stretch.section.is_empty();
        // A name that is not known begins a section all the same: its rows are not the last unit's.
        let name = section_name(row, self.stretch.section.is_empty(), is_unit);
        name.map_or(Taken::Other, |name| self.begin_section(name))
    }

    fn begin_section(&mut self, name: String) -> Taken {
        self.stretch.section = name;
        Taken::Section
    }

    /// Takes a dossier: its code as written, in its parts where it has them, its unit's name, empty where its row has none.
    fn dossier(
        &mut self,
        cells: &Cells<'_>,
        text: Option<String>,
        code: Option<&Code>,
        unit: String,
        above: Above,
        notices: &mut Notices,
    ) -> Taken {
        let row = cells.row.number;
        let own = text.map(|text| digest(code.map_or_else(|| plain_text(&text), |code| code.text.clone()).as_bytes()));
        self.stretch.leans_above |= self.has_papers && above == Above::Unknown && own.is_some() && may_lean(cells);
        let last =
            self.ledger.last().filter(|last| self.has_papers && above == Above::Dossier && Some(last.digest) == own);
        // A name says more than a prefix, which many lists leave at the province's own.
        let (named, prefix) = (!unit.is_empty(), code.map(|code| code.unit.clone()).unwrap_or_default());
        let unit = match (named, last) {
            (false, Some(last)) => Some(last.unit()),
            (false, None) => {
                self.stretch.leans |= self.stretch.section.is_empty();
                let of_code = if self.stretch.section.is_empty() { prefix.clone() } else { String::new() };
                self.ledger.unit(&mut self.units, (self.stretch.section.clone(), of_code), MOST_UNITS)
            }
            (true, _) => self.ledger.unit(&mut self.units, (unit, String::new()), MOST_UNITS),
        };
        let Some(unit) = unit else { return Taken::TooMany };
        let of_above = last.filter(|last| last.unit() == unit).map(|last| Marks::of(last.unit_and_marks));
        let marks = self.marks(cells, code, of_above, notices);
        if named {
            self.stretch.prefixes.note(&prefix, unit);
        }
        let digest = own.unwrap_or_else(|| {
            self.stretch.codeless.push(self.ledger.len());
            digest_of_row(&self.place, row)
        });
        if code.is_none() && own.is_some() {
            self.stretch.short.push(self.ledger.len());
        }
        self.ledger.add(digest, row, unit, marks);
        self.stretch.above = Above::Dossier;
        Taken::Dossier
    }

    /// Takes another paper of the dossier above, whose row says nothing else.
    fn another_paper(&mut self, cells: &Cells<'_>, above: Above, notices: &mut Notices) -> Taken {
        self.stretch.leans_above |= above == Above::Unknown;
        let Some(last) = self.ledger.last().filter(|_| above == Above::Dossier) else { return Taken::Other };
        let flags = read_flags(cells, true, &mut self.stretch.flags, &self.place, notices);
        let of_dossier = Marks::of(last.unit_and_marks);
        let [digitised, e_result, reused, from_store] = flags;
        let marks = Marks { digitised, e_result, reused, from_store, ..of_dossier };
        check_papers(cells, &self.place, notices);
        if self.stretch.short.last().is_some_and(|short| short + 1 == self.ledger.len()) {
            self.stretch.short.push(self.ledger.len());
        }
        self.ledger.add(last.digest, cells.row.number, last.unit(), marks);
        self.stretch.above = Above::Dossier;
        Taken::Dossier
    }

    /// Whether a code is that of the dossier above, in a list with a row for each paper.
    fn is_of_above(&self, above: Above, code: Option<&(String, Option<Code>)>) -> bool {
        let own = || code.map(|(text, _)| digest(plain_text(text).as_bytes()));
        let last = self.ledger.last().filter(|_| self.has_papers && above == Above::Dossier);
        last.is_some_and(|last| Some(last.digest) == own())
    }

    /// What counts of a dossier, with a notice for whatever cannot be read of it. `above` is what the row above says of
    /// the same dossier, where each paper has a row: a blank cell leaves it as it is.
    fn marks(&mut self, cells: &Cells<'_>, code: Option<&Code>, above: Option<Marks>, notices: &mut Notices) -> Marks {
        let row = cells.row.number;
        let status = cells.get(Field::Status);
        let class = status.map(|cell| self.class(cell));
        let is_unknown = matches!(class, Some(None)) && !status.is_some_and(is_blank);
        let by_day = !is_unknown && leaves_open(class);
        let ended = ended(cells, by_day, &self.place, notices);
        let of_state = above.filter(|_| status.is_none_or(is_blank));
        let of_end = above.filter(|_| by_day && ended.is_none()).is_some_and(|above| above.completed);
        let completed = (!is_unknown && is_completed(class, ended.is_some())) || of_end;
        let refused = match of_state {
            Some(above) => above.refused,
            None => matches!(class, Some(Some(StatusClass::New | StatusClass::Refused))),
        };
        let of_day = above.filter(|_| cells.get(Field::ReceivedAt).is_some_and(is_blank));
        let (in_period, undated) = match of_day {
            Some(above) => (
                [above.received, above.received_turned].map(|inside| inside || above.unknown || above.refused),
                [above.undated, above.undated_turned],
            ),
            None => self.in_period(cells, code, (refused, ended), notices),
        };
        let is_endless = ENDS.into_iter().all(|field| cells.places(field).next().is_none());
        if class == Some(Some(StatusClass::ByDay)) && in_period.contains(&true) && is_endless {
            let place = self.place.cell(row, cells.column(Field::Status));
            notices.add(NoticeCode::EndUnknown, &place, &status.map(tidy).unwrap_or_default());
        }
        if above.is_none() && is_endless && status.is_some_and(is_blank) {
            let place = self.place.cell(row, cells.column(Field::Status));
            notices.add(NoticeCode::StateBlank, &place, &text_of_label(cells.row));
        }
        if let Some(cell) = cells.get(Field::Channel).filter(|cell| channel(cell).is_none()) {
            notices.add(NoticeCode::ChannelUnknown, &self.place.cell(row, cells.column(Field::Channel)), cell);
        }
        check_papers(cells, &self.place, notices);
        let flags = read_flags(cells, above.is_some(), &mut self.stretch.flags, &self.place, notices);
        if is_unknown {
            let text = status.map(|cell| tidy(cell).into_owned()).unwrap_or_default();
            self.note_status(text, row, cells.column(Field::Status), notices);
        }
        let is_unknown = of_state.map_or(is_unknown, |above| above.unknown);
        let [received, received_turned] = in_period.map(|inside| inside && !refused && !is_unknown);
        let unknown = is_unknown && in_period.contains(&true);
        let [undated, undated_turned] = undated.map(|undated| undated && !refused);
        Marks { received_turned, unknown, refused, undated, undated_turned, ..Marks::new(received, completed, flags) }
    }

    /// Whether a dossier was received within the period, and whether nobody knows when, if days come first and if months do.
    fn in_period(
        &mut self,
        cells: &Cells<'_>,
        code: Option<&Code>,
        (refused, ended): (bool, Option<[Day; 2]>),
        notices: &mut Notices,
    ) -> ([bool; 2], [bool; 2]) {
        let place = self.place.row(cells.row.number);
        let days = self.stretch.order.received(cells, code, &self.place, notices);
        if let Some(ended) = ended {
            self.stretch.order.compare(days, ended, cells, &self.place);
        }
        let is_dateless = cells.get(Field::ReceivedAt).is_none() && code.is_none();
        if let Some(period) = self.period.filter(|_| is_dateless && !refused) {
            notices.add(NoticeCode::PeriodNotApplied, &place, &period.printed());
        }
        let of_code = cells.get(Field::ReceivedAt).is_none();
        let undated = days.map(|day| day.is_none() && !is_dateless);
        (self.stretch.order.in_period(days, self.period, (is_dateless, of_code), &place), undated)
    }

    fn note_status(&mut self, text: String, row: u32, column: u32, notices: &mut Notices) {
        notices.add(NoticeCode::StatusUnknown, &self.place.cell(row, column), &text);
        if self.stretch.unknown.len() < STATUSES_KEPT || self.stretch.unknown.contains_key(&fold(&text)) {
            self.stretch.unknown.or_insert(fold(&text), (text, 0, row)).1 += 1;
        }
    }
}
