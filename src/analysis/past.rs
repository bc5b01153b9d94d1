//! Kỳ đã có: a file → the periods it holds. A saved session, a report exported as JSON, an appendix or any other table.

use std::rc::Rc;

use super::FileOutcome;
use super::Gathering;
use super::Known;
use super::SessionFile;
use super::Settings;
use super::Snapshot;
use super::assess;
use crate::columns::Field;
use crate::domain::Decimal;
use crate::domain::Percent;
use crate::figures::Unmatched;
use crate::intake::Hints;
use crate::intake::OWN_REPORT;
use crate::notices::Notice;
use crate::notices::NoticeCode;
use crate::notices::Severity;
use crate::units::Catalogue;
use crate::warnings::Thresholds;

/// Places of one notice that are told beside an earlier period.
const PLACES_QUOTED: usize = 3;

/// Other tables of one file that are named beside an earlier period: the months of a year.
const TABLES_NAMED: usize = 12;

/// The notices that name other tables of a file, which were not used.
pub(super) const ALIKE: [NoticeCode; 2] = [NoticeCode::SheetsAlike, NoticeCode::TablesAlike];

/// Kỳ trước, đọc từ một tệp: earlier periods, and the work they can be opened from.
#[derive(Clone, Debug)]
pub struct Past {
    /// Its periods: those a session keeps, the file's own last.
    pub periods: Vec<Snapshot>,
    /// The work itself, where the file is more than results; it can become the present period.
    pub work: Option<Rc<SessionFile>>,
    /// What an officer should know of it, in sentences.
    pub doubts: Vec<String>,
}

impl Past {
    /// What a session holds, under the name of its file.
    #[must_use]
    pub fn of_session(session: &Rc<SessionFile>, name: &str) -> Self {
        let mut periods = session.periods.clone();
        let mut doubts = Vec::new();
        if session.files.iter().any(|file| file.result.is_ok()) {
            let report = assess(&session.files, &catalogue(&session.settings), &session.settings);
            doubts.extend(unmatched(report.unmatched.iter().map(Unmatched::told)));
            periods.push(Snapshot::of(&report, name));
        } else {
            doubts.push("Phiên này không có bảng số liệu nào của kỳ nó được lưu.".to_owned());
        }
        Self { periods, work: Some(Rc::clone(session)), doubts }
    }

    /// What a table holds that was read under the settings of its own period; the sentence that says why it holds nothing.
    pub fn of_table(outcome: FileOutcome, settings: Settings) -> Result<Self, String> {
        if let Err(sentence) = &outcome.result {
            return Err(sentence.clone());
        }
        let name = outcome.name.clone();
        let session = SessionFile { files: vec![outcome], settings, periods: Vec::new() };
        let report = assess(&session.files, &catalogue(&session.settings), &session.settings);
        let mut doubts = Vec::new();
        // What cannot be compared at all is refused with a sentence of its own.
        let asks = session.files.iter().flat_map(FileOutcome::tables).any(|file| !file.table.questions.is_empty());
        if asks && report.units.iter().all(|unit| unit.percent.is_none()) {
            doubts.push("Không đơn vị nào có tỷ lệ % đọc được chắc chắn. Hãy mở tệp này làm kỳ này để trả lời câu hỏi về cột, rồi dùng lại làm kỳ trước.".to_owned());
        }
        doubts.extend(unmatched(report.unmatched.iter().map(Unmatched::told)));
        doubts.extend(report.notices.sorted().into_iter().filter(|notice| leaves_out(notice.code)).map(doubt));
        // A file that prints its notes says what was said then; limits of today would say what they mean now.
        let snapshot = Snapshot::as_printed(&report, &name);
        Ok(Self { periods: vec![snapshot], work: Some(Rc::new(session)), doubts })
    }

    /// What a report holds that was exported as JSON; `None` for anything else, the sentence where it was changed since.
    #[must_use]
    pub fn of_report_json(text: &str, name: &str) -> Option<Result<Self, String>> {
        match Snapshot::from_report_json(text, name) {
            Ok((snapshot, names)) => {
                let doubts = unmatched(names.into_iter()).into_iter().collect();
                Some(Ok(Self { periods: vec![snapshot], work: None, doubts }))
            }
            Err(line) => is_own_report(text).then(|| Err(format!("Báo cáo JSON này không còn như khi công cụ in ra: dòng {line} thiếu mục hoặc có giá trị không đúng dạng, thường do sửa tay, nên không dùng được làm kỳ trước. Hãy xuất lại báo cáo từ số liệu của kỳ đó, hoặc chọn chính tệp số liệu ấy."))),
        }
    }

    /// Its own period; `None` where a session merely keeps others.
    fn own(&self) -> Option<&Snapshot> {
        self.periods.last().filter(|_| self.is_of_its_own())
    }

    fn is_of_its_own(&self) -> bool {
        self.work.as_ref().is_none_or(|work| work.files.iter().any(|file| file.result.is_ok()))
    }

    /// The periods of several files, each once: of a unit that stands in several what came last, a file's own before what it
    /// merely keeps; tables under the limits at hand.
    pub fn together<'past>(pasts: impl Iterator<Item = &'past Self> + Clone, limits: &Thresholds) -> Vec<Snapshot> {
        let kept =
            pasts.clone().flat_map(|past| &past.periods[..past.periods.len() - usize::from(past.own().is_some())]);
        let together = Snapshot::together(kept.chain(pasts.filter_map(Self::own)).cloned().collect());
        together.into_iter().map(|own| own.judged(limits)).collect()
    }

    /// The same with what is doubtful of its own period said wherever that is compared.
    #[must_use]
    pub fn telling(mut self, name: &str) -> Self {
        let doubts = self.doubts.iter().map(|doubt| format!("{name}: {doubt}"));
        if let Some(own) = self.periods.last_mut() {
            own.told.extend(doubts);
        }
        self
    }

    /// What the bytes of a file hold, read under what the present settings say about every period; the sentence that says
    /// why they hold nothing.
    pub fn read(name: &str, bytes: &[u8], settings: &Settings) -> Result<Self, String> {
        if let Some(past) = std::str::from_utf8(bytes).ok().and_then(|text| Self::of_report_json(text, name)) {
            return past;
        }
        let settings = settings.of_another_period();
        let outcome = table(name, bytes, &settings);
        if let Some(session) = &outcome.session {
            return Ok(Self::of_session(session, name));
        }
        let sheet = |sheet: &str| once(name, bytes, &settings, None, of_sheet(sheet));
        let outcome = outcome.with_sheets(&catalogue(&settings), sheet);
        Ok(Self::of_table(outcome, settings.clone())?.with_other_sheets(&settings, sheet).0)
    }

    /// The same with the other sheets of its workbook, or tables of its page, that have a table of other units and of the same
    /// days: departments often have one of their own. Names those that are no part of it.
    #[must_use]
    pub fn with_other_sheets(mut self, settings: &Settings, read: impl Fn(&str) -> FileOutcome) -> (Self, Vec<String>) {
        let first = self.work.as_ref().and_then(|work| work.files.first()).and_then(FileOutcome::understood);
        let names = first.map(|first| [&first.beside.alike[..], &first.beside.tables_alike[..]].concat());
        let (names, mut left) = (names.unwrap_or_default(), Vec::new());
        let Some(own) = self.periods.last_mut() else { return (self, names) };
        for name in &names {
            let outcome = read(name);
            let given =
                outcome.result.as_ref().is_ok_and(|file| file.table.map.figures().any(|(_, field)| ranks(field)));
            match Self::of_table(outcome, settings.clone()).ok().and_then(|mut other| other.periods.pop()) {
                Some(other) if own.is_part_of_one(&other) => own.join(other),
                // Counts are no part of what is compared, nor points and components of units that the first sheet ranks.
                Some(other) if own.says_all_of(&other, given) => {}
                _ => left.push(name.clone()),
            }
        }
        if left.len() < names.len() {
            self.doubts.retain(|doubt| !ALIKE.iter().any(|code| doubt.contains(code.seen())));
        }
        if !left.is_empty() && left.len() < names.len() {
            let [code, _] = ALIKE;
            self.doubts.push(format!("{}. {} {}", left.join("; "), code.seen(), code.effect()));
        }
        (self, left)
    }
}

/// Whether a figure is itself what is compared, and not one of which that is computed.
fn ranks(field: Field) -> bool {
    matches!(field, Field::GroupPercent | Field::GroupPoints | Field::CertifiedCopies)
}

impl Snapshot {
    /// Whether another one is of other units and, as far as either says, of the same days.
    fn is_part_of_one(&self, other: &Self) -> bool {
        let days = self.any_period().zip(other.any_period());
        days.is_none_or(|(own, other)| own == other) && other.has_figures() && !self.shares_units(other)
    }

    /// Whether it has all that another one says: the same figures, of those that were computed at least one of its own.
    fn says_all_of(&self, other: &Self, given: bool) -> bool {
        other.units.iter().all(|unit| {
            let own = self.unit(&unit.id);
            let rate = own.and_then(|own| own.percent);
            let says =
                |percent: Percent| rate.is_some_and(|own| !given || own.less(percent) == Some(Decimal::default()));
            let copies = own.and_then(|own| own.certified_copies);
            unit.percent.is_none_or(says) && (unit.certified_copies.is_none() || unit.certified_copies == copies)
        })
    }
}

/// What is said of names that no unit has.
fn unmatched(names: impl Iterator<Item = String>) -> Option<String> {
    let names: Vec<String> = names.collect();
    (!names.is_empty()).then(|| {
        format!(
            "{} tên không khớp danh mục nên không so: {}. Hãy thêm tên gọi ở mục «Danh mục đơn vị», rồi nạp lại tệp.",
            names.len(),
            names.join(", ")
        )
    })
}

/// Whether a text has what every report of ours has.
fn is_own_report(text: &str) -> bool {
    OWN_REPORT.iter().all(|key| text.contains(&format!("\"{key}\"")))
}

/// Whether a notice tells of figures that are missing from an earlier period or are one of two.
fn leaves_out(code: NoticeCode) -> bool {
    use NoticeCode as Code;
    let tables = [Code::SheetsAlike, Code::TablesAlike, Code::TableBelow, Code::ListIncomplete];
    code.severity() == Severity::Error || tables.contains(&code)
}

/// A notice in one sentence: where, what, and what it means. Of other tables one may be the month that is sought: more are named.
fn doubt(notice: &Notice) -> String {
    if ALIKE.contains(&notice.code) {
        let names: Vec<&str> = notice.seen.iter().take(TABLES_NAMED).map(|seen| seen.found.as_str()).collect();
        let more = if notice.count > names.len() as u64 { ", …" } else { "" };
        let sheet = notice.seen.first().and_then(|seen| seen.place.sheet.as_ref());
        let read = sheet.map(|sheet| format!("dùng trang tính «{sheet}», ")).unwrap_or_default();
        let (seen, effect) = (notice.code.seen(), notice.code.effect());
        return format!("{read}không dùng: {}{more}. {seen} {effect}", names.join(", "));
    }
    let seen = notice.seen.iter().take(PLACES_QUOTED).map(|seen| {
        let place = seen.place.within_file();
        if place.is_empty() { seen.found.clone() } else { format!("{place}: {}", seen.found) }
    });
    let places: Vec<String> = seen.collect();
    let more = if notice.count > PLACES_QUOTED as u64 { "; …" } else { "" };
    format!("{}{more}. {} {}", places.join("; "), notice.code.seen(), notice.code.effect())
}

/// A file read whole, again where something was answered about files of its kind.
fn table(name: &str, bytes: &[u8], settings: &Settings) -> FileOutcome {
    let first = once(name, bytes, settings, None, Hints::default());
    match Known::of(&first).filter(|known| known.needs_reading_again(&first, &settings.answers)) {
        Some(known) => {
            let hints = known.hints(&settings.answers);
            once(name, bytes, settings, Some(known.fingerprint().to_owned()), hints)
        }
        None => first,
    }
}

fn once(name: &str, bytes: &[u8], settings: &Settings, known_as: Option<String>, hints: Hints) -> FileOutcome {
    let answers = Rc::new(settings.answers.clone());
    let mut gathering = Gathering::again(name, catalogue(settings), answers, known_as, hints);
    // What goes wrong is told at the end.
    let _ = gathering.feed(bytes);
    gathering.outcome()
}

fn of_sheet(sheet: &str) -> Hints {
    Hints { sheet: Some(sheet.to_owned()), ..Hints::default() }
}

/// The catalogue at hand before a period is known.
fn catalogue(settings: &Settings) -> Rc<Catalogue> {
    settings.own_in_use().cloned().unwrap_or_else(|| Rc::new(Catalogue::laocai_2023()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::write_session;

    const APPENDIX: &str = "BÁO CÁO THÁNG 5/2023\nTên đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú\nHuyện Bảo Yên;60%;\nHuyện Văn Bàn;52%;Thấp\nHuyện Ở Đâu;40%;Thấp\n";

    #[test]
    fn a_table_a_session_and_a_report_hold_the_same_period() {
        let settings = Settings::default();
        let table = Past::read("5.csv", APPENDIX.as_bytes(), &settings).unwrap();
        let [may] = &table.periods[..] else { panic!("{table:?}") };
        assert_eq!(may.period.unwrap().printed(), "từ 01/5/2023 đến 31/5/2023");
        assert_eq!(may.units.len(), 2);
        // 52 % was marked then, whatever limit stands today.
        assert_eq!(may.units.iter().map(|unit| unit.percent_note.is_some()).collect::<Vec<_>>(), [false, true]);
        assert!(table.doubts[0].contains("Huyện Ở Đâu"), "{:?}", table.doubts);
        let session = write_session(table.work.as_ref().unwrap());
        let session = Past::read("5.json", session.as_bytes(), &settings).unwrap();
        assert_eq!(session.periods[0].period, may.period);
        assert!(session.work.is_some());
    }

    #[test]
    fn a_table_beside_belongs_to_a_period_unless_it_has_the_same_units_or_other_days() {
        let table = |title: &str, unit: &str, percent: &str| {
            format!(
                "<p>{title}</p><table><tr><td>Tên đơn vị</td><td>Tỷ lệ số hóa hồ sơ</td></tr><tr><td>{unit}</td><td>{percent}</td></tr></table>"
            )
        };
        let read =
            |tables: [String; 2]| Past::read("5.html", tables.concat().as_bytes(), &Settings::default()).unwrap();
        let districts = || table("Tháng 5/2023", "Huyện Bảo Yên", "60%");
        let both = read([districts(), table("Khối sở", "Sở Y tế", "55%")]);
        assert_eq!((both.periods[0].units.len(), both.doubts.len()), (2, 0), "{:?}", both.doubts);
        let again = read([districts(), table("Tháng 4/2023", "Huyện Bảo Yên", "50%")]);
        assert_eq!((again.periods[0].units.len(), again.doubts.len()), (1, 1));
        assert!(again.doubts[0].contains("Bảng 2"), "{:?}", again.doubts);
    }

    #[test]
    fn what_holds_no_period_says_why() {
        for (bytes, words) in [(&b""[..], "rỗng"), (b"{\"kind\": \"sohoa-session\", ", "bị hỏng")] {
            let sentence = Past::read("a", bytes, &Settings::default()).unwrap_err();
            assert!(sentence.contains(words), "{sentence}");
        }
    }
}
