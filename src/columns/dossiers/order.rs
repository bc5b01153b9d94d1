//! Which comes first in a column of days, the day or the month: a day below 13 does not tell by itself, so the days of a
//! whole column are read both ways until its last row has come. The days in the dossiers' codes bear witness.

use serde::Deserialize;
use serde::Serialize;

use super::cells::Cells;
use super::code::Code;
use super::ends::is_real;
use super::remembered::moment;
use crate::columns::Field;
use crate::domain::Day;
use crate::domain::Period;
use crate::domain::Place;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::text::Moment;
use crate::text::month_first;
use crate::text::tidy;

/// How many days that do not tell may stand beside one that does: of a year's days three in five have a number above 12.
const OPEN_A_WITNESS: u64 = 4;

/// How many codes have to say that days were turned round before those of a column are, whose other days stand as they should.
const TURNED: u64 = 3;

/// What speaks for each order in the column of days of receipt, and what would be noticed under each.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Order {
    month_first: u64,
    /// Those of them that are what their code says.
    by_code: u64,
    /// Days that could be read either way, of which the code says that the day comes first.
    day_first: u64,
    /// Days that can be read with the day first alone. A spreadsheet that takes the month first leaves these as they are, and
    /// turns the others round.
    only_day: u64,
    open: u64,
    /// What is noticed if the day comes first, and if the month does.
    noticed: [Notices; 2],
    /// The first cell that shows the month first, and the day it means.
    first: Option<(Place, String)>,
}

/// The day a dossier was received, if the day comes first and if the month does.
pub(super) type Readings = [Option<Day>; 2];

impl Order {
    /// The day a dossier was received: as its cell says, else as its code says.
    pub(super) fn received(
        &mut self,
        cells: &Cells<'_>,
        code: Option<&Code>,
        file: &Place,
        notices: &mut Notices,
    ) -> Readings {
        let of_code = code.and_then(|code| code.day);
        let Some(cell) = cells.get(Field::ReceivedAt) else {
            if let Some(code) = code.filter(|code| code.day.is_none()) {
                let place = file.cell(cells.row.number, cells.column(Field::DossierCode));
                notices.add(NoticeCode::DayUnreadable, &place, &code.text);
            }
            return [of_code; 2];
        };
        let place = file.cell(cells.row.number, cells.column(Field::ReceivedAt));
        let differs = |day: Day, notices: &mut Notices| {
            if of_code.is_some_and(|other| other != day) {
                let found = format!("{} ≠ {}", tidy(cell), code.map_or("", |code| &code.text));
                notices.add(NoticeCode::CodeDayDiffers, &place, &found);
            }
            Some(day)
        };
        // Before there were portals nothing was received: databases write such days where they hold none.
        let real = |read: &Moment| matches!(read, Moment::Day(day) | Moment::MonthFirst(day) if is_real(*day));
        match moment(cell).filter(real) {
            Some(Moment::Day(day)) => {
                let turned = month_first(cell).filter(|turned| *turned != day);
                match turned {
                    Some(turned) if of_code == Some(turned) => self.shows_month(&place, cell, turned, of_code),
                    Some(_) if of_code == Some(day) => self.day_first += 1,
                    Some(_) => self.open += 1,
                    None => self.only_day += u64::from(is_day_first(cell, day)),
                }
                let [as_day, as_month] = &mut self.noticed;
                [differs(day, as_day), differs(turned.unwrap_or(day), as_month)]
            }
            Some(Moment::MonthFirst(day)) => {
                self.shows_month(&place, cell, day, of_code);
                let [as_day, as_month] = &mut self.noticed;
                as_day.add(NoticeCode::MonthFirst, &place, cell);
                [of_code, differs(day, as_month)]
            }
            None if of_code.is_some() => {
                notices.add(NoticeCode::ReceivedDayFromCode, &place, cell);
                [of_code; 2]
            }
            None => {
                notices.add(NoticeCode::DayUnreadable, &place, cell);
                [None; 2]
            }
        }
    }

    /// Tells of a dossier that was received after the days on which it ended.
    pub(super) fn compare(&mut self, received: Readings, ended: [Day; 2], cells: &Cells<'_>, file: &Place) {
        let place = file.cell(cells.row.number, cells.column(Field::ReceivedAt));
        // A column is read one way as a whole: where the day of receipt has one reading, so has the end, unless a spreadsheet
        // has turned round some days and left others.
        let is_turned = received[0] != received[1];
        for (at, received) in received.into_iter().enumerate() {
            let ended = match at {
                0 => ended[0],
                _ if is_turned => ended[1],
                _ => ended[0].max(ended[1]),
            };
            if let Some(received) = received.filter(|received| *received > ended) {
                let found = format!("{} > {}", received.printed(), ended.printed());
                self.noticed[at].add(NoticeCode::DaysReversed, &place, &found);
            }
        }
    }

    fn shows_month(&mut self, place: &Place, cell: &str, day: Day, of_code: Option<Day>) {
        self.month_first += 1;
        self.by_code += u64::from(of_code == Some(day));
        self.first.get_or_insert_with(|| (place.clone(), format!("{} → {}", tidy(cell), day.printed())));
    }

    /// A day that its code confirms as written, in a cell as systems write it.
    #[inline(always)]
    pub(super) fn confirm(&mut self, cell: &[u8], day: Day) {
        let (by_day, is_apart) = (matches!(cell.get(2), Some(b'/' | b'-')), day.day() != day.month());
        let says = u64::from(by_day && is_apart);
        *(if day.day() > 12 { &mut self.only_day } else { &mut self.day_first }) += says;
    }

    /// Whether a dossier received on these days belongs to the period, under each reading. A day that is not known is in
    /// no period, unless the list has none at all (`dayless`); of a list that has no such column it is told to be its code's.
    pub(super) fn in_period(
        &mut self,
        days: Readings,
        period: Option<Period>,
        (dayless, of_code): (bool, bool),
        place: &Place,
    ) -> [bool; 2] {
        let mut inside = [false; 2];
        for (at, day) in days.into_iter().enumerate() {
            inside[at] = match (day, period) {
                (Some(day), Some(period)) => (period.from..=period.to).contains(&day),
                (None, _) => dayless,
                (Some(_), None) => true,
            };
            if let (Some(day), false) = (day, inside[at]) {
                let found =
                    if of_code { format!("{} (ngày trong mã hồ sơ)", day.printed()) } else { day.printed() };
                self.noticed[at].add(NoticeCode::DossierOutsidePeriod, place, &found);
            }
        }
        inside
    }

    /// Takes over what days say that stand so many rows further below.
    pub(super) fn append(&mut self, below: Self, rows: u32) {
        let Self { month_first, by_code, day_first, only_day, open, noticed, first } = below;
        self.month_first += month_first;
        self.by_code += by_code;
        self.day_first += day_first;
        self.only_day += only_day;
        self.open += open;
        for (own, mut others) in self.noticed.iter_mut().zip(noticed) {
            others.lower(rows);
            own.merge(&others);
        }
        let lower = |(place, found): (Place, String)| {
            let row = place.row.map(|row| row.saturating_add(rows));
            (Place { row, ..place }, found)
        };
        self.first = self.first.take().or_else(|| first.map(lower));
    }

    /// Whether the month comes first; tells what that makes of the column.
    pub(super) fn finish(self, notices: &mut Notices) -> bool {
        let Self { month_first, by_code, day_first, only_day, open, noticed: [as_day, as_month], first } = self;
        // Among days that show the day first, others that show the month prove nothing of the rest: their codes do.
        let (shown, code) = match only_day {
            0 => (month_first >= 1, NoticeCode::MonthFirstColumn),
            _ => (by_code >= TURNED, NoticeCode::DaysSwapped),
        };
        let turned = shown && day_first == 0 && open <= month_first * OPEN_A_WITNESS;
        let is_mixed = !turned && day_first == 0 && only_day > 0 && open > 0;
        if let Some((place, found)) = first {
            if turned {
                notices.add(code, &place, &found);
            } else if is_mixed {
                let cell = found.split(" → ").next().unwrap_or_default();
                let found = format!(
                    "{cell}: {month_first} ngày kiểu tháng trước, {only_day} ngày kiểu ngày trước, {open} ngày đọc được cả hai cách"
                );
                notices.add(NoticeCode::DaysMixed, &place, &found);
            }
        }
        notices.merge(if turned { &as_month } else { &as_day });
        turned
    }
}

/// Whether a cell shows that its day comes first: it is no day the other way round, or another one.
fn is_day_first(cell: &str, day: Day) -> bool {
    // A year in front, a serial number or digits alone say nothing of the order.
    let year_behind = cell.split(|letter: char| !letter.is_ascii_digit()).find(|part| !part.is_empty());
    // Nor does a month that is a word.
    let word = cell.split_whitespace().find(|word| word.contains(['/', '-', '.'])).unwrap_or_default();
    let joined = !word.is_empty() && !word.bytes().any(|letter| letter.is_ascii_alphabetic());
    joined && year_behind.is_some_and(|part| part.len() <= 2) && month_first(cell) != Some(day)
}
