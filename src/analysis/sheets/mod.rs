//! The other sheets of a workbook, or tables of a web page, that go on with the one that was read: departments often have
//! one of their own, lists one a month. Each is read as a file of its own would be, and goes with the first where no figure
//! stands in both; others are told, and an officer chooses.

mod kin;
mod said;

use std::rc::Rc;

use super::FileOutcome;
use super::Format;
use super::GatheredFile;
use super::SheetSeen;
use crate::notices::NoticeCode;
use crate::notices::Notices;
use crate::units::Catalogue;
use kin::goes_with;

/// Most sheets that are looked at beside the first, and most bytes for their sake: each is one more reading of the file.
const MOST_SHEETS: u64 = 100;
const MOST_BYTES: u64 = 256 << 20;

impl FileOutcome {
    /// The tables it gave: of the sheet that was read, and of those that go with it.
    pub fn tables(&self) -> impl Iterator<Item = &GatheredFile> {
        self.result.as_ref().ok().into_iter().chain(&self.beside)
    }

    /// The sheets or tables like the one that was read, where nobody has said which is meant: each may go with it.
    #[must_use]
    pub fn sheets_alike(&self) -> Vec<String> {
        let Ok(file) = &self.result else { return Vec::new() };
        let Some((seen, _)) = file.understood.format.choice() else { return Vec::new() };
        let beside = &file.understood.beside;
        let is_alike =
            |sheet: &&SheetSeen| beside.alike.contains(&sheet.name) || beside.tables_alike.contains(&sheet.name);
        let own = (0..).zip(seen.iter().filter(is_alike).filter(|sheet| !sheet.is_aside()));
        let is_read = |(at, _): &(u64, _)| *at < MOST_SHEETS && (at + 1) * file.bytes <= MOST_BYTES;
        own.take_while(is_read).map(|(_, sheet)| sheet.name.clone()).collect()
    }

    /// Takes what other sheets gave, each that goes with what is there, whatever their order; tells which are read together.
    pub fn take_sheets(&mut self, others: Vec<Self>, catalogue: &Catalogue) {
        let mut waiting: Vec<GatheredFile> = others.into_iter().filter_map(|other| other.result.ok()).collect();
        loop {
            let own: Vec<&GatheredFile> = self.tables().collect();
            let Some(next) = waiting.iter().position(|other| goes_with(&own, other, catalogue)) else { break };
            self.beside.push(waiting.remove(next));
        }
        self.tell_parts();
    }

    /// Whether it is one of several parts of a file that a session has kept.
    pub(super) fn is_part(&self) -> bool {
        self.result.as_ref().is_ok_and(|file| file.is_part)
    }

    /// Notes the hash of its bytes.
    pub fn hashed(&mut self, sha256: &str) {
        self.result
            .as_mut()
            .ok()
            .into_iter()
            .chain(&mut self.beside)
            .for_each(|file| sha256.clone_into(&mut file.sha256));
    }

    /// The same with the other sheets that go with it, as `read` reads them.
    #[must_use]
    pub fn with_sheets(mut self, catalogue: &Catalogue, read: impl Fn(&str) -> Self) -> Self {
        let others = self.sheets_alike().iter().map(|sheet| read(sheet)).collect();
        self.take_sheets(others, catalogue);
        self
    }

    fn tell_parts(&mut self) {
        let (Ok(file), false) = (&mut self.result, self.beside.is_empty()) else { return };
        let name = |file: &GatheredFile| file.name_read().map(str::to_owned);
        let read: Vec<String> = std::iter::once(&*file).chain(&self.beside).filter_map(name).collect();
        for part in std::iter::once(&mut *file).chain(&mut self.beside) {
            part.is_part = true;
            if let Some(sheet) = part.place().sheet {
                tell(part, |notices| notices.in_sheet(&sheet, str::to_owned));
            }
        }
        // What none of them is stands in the first; each of the others would tell it again.
        for other in &mut self.beside {
            leave_told(other, &|_| false);
        }
        leave_told(file, &|name| !read.iter().any(|read| read == name));
        let place = file.place();
        for name in &read[1..] {
            tell(file, |notices| notices.add(NoticeCode::SheetsJoined, &place, name));
        }
    }
}

impl GatheredFile {
    /// The sheet or table of its file that was read, where it has several.
    fn name_read(&self) -> Option<&str> {
        self.understood.format.choice().map(|(_, read)| read)
    }
}

/// Has a table tell of no other sheets but these.
fn leave_told(file: &mut GatheredFile, is_left: &dyn Fn(&str) -> bool) {
    let place = file.place();
    let Some(understood) = Rc::get_mut(&mut file.understood) else { return };
    understood.beside.alike.retain(|name| is_left(name));
    understood.beside.tables_alike.retain(|name| is_left(name));
    let mut not_read = Vec::new();
    if let Format::Workbook { others, .. } = &mut understood.format {
        others.retain(|name| is_left(name));
        not_read.clone_from(others);
    }
    let beside = &understood.beside;
    let left = [
        (NoticeCode::SheetNotRead, not_read),
        (NoticeCode::SheetsAlike, beside.alike.clone()),
        (NoticeCode::TablesAlike, beside.tables_alike.clone()),
    ];
    tell(file, |notices| {
        for (code, names) in left {
            notices.forget(code);
            for name in names {
                notices.add(code, &place, &name);
            }
        }
    });
}

/// Changes what a table tells. Nobody else holds one that was just read.
fn tell(file: &mut GatheredFile, change: impl FnOnce(&mut Notices)) {
    if let Some(table) = Rc::get_mut(&mut file.table) {
        change(&mut table.notices);
    }
}
