//! Files that are no tables of one period: sessions, and earlier periods in whatever form they were kept.

use std::io::Read as _;
use std::path::Path;
use std::rc::Rc;

use super::source::open;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::Past;
use sohoa::analysis::SessionError;
use sohoa::analysis::SessionFile;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::assess;
use sohoa::analysis::is_session;
use sohoa::analysis::read_session;
use sohoa::units::Catalogue;

/// Bytes at the beginning that tell whether a file may be JSON.
const BEGINNING: u64 = 4 << 10;

/// The text of a file that may be JSON; `None` for anything else. A list of a year of dossiers is not read for that.
fn json(path: &Path) -> Option<String> {
    let mut file = open(path).ok()?;
    let mut bytes = Vec::new();
    file.by_ref().take(BEGINNING).read_to_end(&mut bytes).ok()?;
    let head = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes).trim_ascii_start();
    if !head.starts_with(b"{") {
        return None;
    }
    file.read_to_end(&mut bytes).ok()?;
    String::from_utf8(bytes).ok()
}

/// A session, if the file is one.
pub(crate) fn session(path: &Path) -> Option<Result<SessionFile, SessionError>> {
    json(path).filter(|text| is_session(text)).map(|text| read_session(&text))
}

/// Whether what a session keeps ends before what all files say: what was typed for its period says nothing about theirs.
pub(crate) fn is_overtaken(
    of_session: &[FileOutcome],
    all: &[FileOutcome],
    catalogue: &Rc<Catalogue>,
    settings: &Settings,
) -> bool {
    let end = |files: &[FileOutcome]| {
        let report = assess(files, catalogue, settings);
        report.period.or(report.copies_period).map(|period| period.to)
    };
    all.len() > of_session.len() && end(of_session).zip(end(all)).is_some_and(|(session, all)| session < all)
}

/// The earlier periods that a file holds: a session's own and those it keeps, an exported report, or a table; and the names of
/// the sheets or tables beside that are no part of it.
pub(crate) fn earlier(
    path: &Path,
    name: &str,
    settings: &Settings,
    read: impl Fn(&Settings, Option<&str>) -> FileOutcome,
) -> Result<(Past, Vec<String>), String> {
    if let Some(session) = session(path) {
        let session = Rc::new(session.map_err(|error| error.to_string())?);
        return Ok((Past::of_session(&session, name).telling(name), Vec::new()));
    }
    if let Some(past) = json(path).and_then(|text| Past::of_report_json(&text, name)) {
        return Ok((past?.telling(name), Vec::new()));
    }
    // What was set for this period says nothing about an earlier one.
    let settings = settings.of_another_period();
    let outcome = read(&settings, None).with_sheets(&catalogue(&settings), |sheet| read(&settings, Some(sheet)));
    let past = Past::of_table(outcome, settings.clone())?;
    let (past, left) = past.with_other_sheets(&settings, |sheet| read(&settings, Some(sheet)));
    Ok((past.telling(name), left))
}

/// The issued appendix that a file holds, of all its sheets or tables: departments often have one of their own. Sentences
/// name those that are not held against the report.
pub(crate) fn issued(
    path: &Path,
    name: &str,
    settings: &Settings,
    read: impl Fn(&Settings, Option<&str>) -> FileOutcome,
) -> Result<(Option<Snapshot>, Vec<String>), String> {
    let (past, left) = earlier(path, name, settings, read)?;
    let unread = |sheet| {
        format!(
            "Bảng «{sheet}» của phụ lục không được đối chiếu. Nếu cần, lưu riêng bảng đó thành một tệp rồi đối chiếu tệp đó."
        )
    };
    Ok((past.periods.into_iter().last(), left.into_iter().map(unread).collect()))
}

/// The catalogue at hand before a period is known.
pub(crate) fn catalogue(settings: &Settings) -> Rc<Catalogue> {
    settings.own_in_use().cloned().unwrap_or_else(|| Rc::new(Catalogue::laocai_2023()))
}
