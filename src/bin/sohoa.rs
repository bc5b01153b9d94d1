//! The native command: files in, report out. Everything it says comes from the library; here are only files and exit
//! codes.

#[path = "sohoa/arguments.rs"]
mod arguments;
#[path = "sohoa/format.rs"]
mod format;
#[path = "sohoa/periods.rs"]
mod periods;
#[path = "sohoa/source.rs"]
mod source;

use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use arguments::Asked;
use arguments::USAGE;
use arguments::arguments;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::GatherError;
use sohoa::analysis::Gathering;
use sohoa::analysis::Known;
use sohoa::analysis::Past;
use sohoa::analysis::SessionFile;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::assess;
use sohoa::analysis::write_session;
use sohoa::documents::nobody_covered;
use sohoa::documents::nothing_low;
use sohoa::domain::Place;
use sohoa::export::file_json;
use sohoa::export::unit_sheet_text;
use sohoa::notices::NoticeCode;
use sohoa::units::Catalogue;
use sohoa::units::UnitId;

/// Bytes read at a time.
const BLOCK: usize = 1 << 20;

fn main() -> ExitCode {
    let mut asked = match arguments() {
        Ok(Some(asked)) => asked,
        Ok(None) => return say(USAGE.as_bytes(), None),
        Err(sentence) => {
            complain(&format!("{sentence}\n\n{USAGE}"));
            return ExitCode::from(2);
        }
    };
    let catalogue = periods::catalogue(&asked.settings);
    if asked.inspect {
        return inspect(&asked, &catalogue);
    }
    let Gathered { outcomes, of_session, kept } = gather(&asked, &catalogue);
    if outcomes.iter().all(|outcome| outcome.result.is_err()) {
        return ExitCode::from(1);
    }
    if asked.of_session && periods::is_overtaken(&of_session, &outcomes, &catalogue, &asked.settings) {
        asked.settings = asked.settings.of_another_period();
    }
    let mut report = assess(&outcomes, &catalogue, &asked.settings);
    let of_file = |path: &Path| {
        periods::earlier(path, &name(path), &asked.settings, |settings, sheet| {
            outcome(path, &name(path), &periods::catalogue(settings), settings, sheet)
        })
    };
    let (mut pasts, mut unread) = (Vec::new(), Vec::new());
    for path in &asked.previous {
        match of_file(path) {
            Ok((past, _)) => pasts.push(past),
            Err(sentence) => unread.push((name(path), sentence)),
        }
    }
    // The same month in several files, or twice, is one period.
    let earlier =
        Snapshot::together(kept.into_iter().chain(Past::together(pasts.iter(), &asked.settings.thresholds)).collect());
    if !(asked.previous.is_empty() && earlier.is_empty()) {
        report = report.compared(&earlier);
    }
    for (file, sentence) in unread {
        complain(&format!("{file}: {sentence}\n"));
        report.comparison.get_or_insert_default().refused.push((file, sentence));
    }
    if let Some(path) = &asked.issued {
        let issued = periods::issued(path, &name(path), &asked.settings, |settings, sheet| {
            outcome(path, &name(path), &periods::catalogue(settings), settings, sheet)
        });
        match issued {
            Ok((issued, unread)) => {
                for sentence in unread {
                    complain(&format!("{}: {sentence}\n", name(path)));
                }
                if let Some(issued) = issued {
                    report = report.reconciled(&issued);
                }
            }
            Err(sentence) => {
                complain(&format!("{}: {sentence}\n", name(path)));
                // Whoever reads the report alone must not take it for one that nobody wanted held against an issued one.
                let found = format!("phụ lục đã phát hành: {sentence}");
                report.notices.add(NoticeCode::FileUnreadable, &Place::file(&name(path)), &found);
            }
        }
    }
    if let Some(path) = &asked.save {
        let session = SessionFile { files: outcomes, settings: asked.settings.clone(), periods: earlier };
        if let Err(error) = std::fs::write(path, write_session(&session)) {
            return unwritten(Some(path), &error);
        }
    }
    if let Some((path, print)) = &asked.notices
        && let Err(error) = std::fs::write(path, print(&report))
    {
        return unwritten(Some(path), &error);
    }
    if asked.unit.is_none()
        && asked.wanted.is_of_groups()
        && let Some(sentence) = nobody_covered(&report)
    {
        complain(&format!("{sentence}\n"));
    }
    if asked.unit.is_none()
        && asked.wanted.names_low_units()
        && let Some(sentence) = nothing_low(&report)
    {
        complain(&format!("{sentence}\n"));
    }
    if let Some(unit) = &asked.unit {
        let Some(sheet) = UnitId::new(unit).and_then(|id| unit_sheet_text(&report, &id)) else {
            complain(&format!("Không có đơn vị «{unit}» trong kết quả; dùng mã đơn vị như trong --format json.\n"));
            return ExitCode::from(2);
        };
        return say(sheet.as_bytes(), asked.out.as_deref());
    }
    say(&asked.wanted.print(&report), asked.out.as_deref())
}

/// What becomes of the files.
struct Gathered {
    outcomes: Vec<FileOutcome>,
    /// Those that the last session among them keeps.
    of_session: Vec<FileOutcome>,
    /// The earlier periods that sessions among them keep.
    kept: Vec<Snapshot>,
}

fn gather(asked: &Asked, catalogue: &Rc<Catalogue>) -> Gathered {
    let (mut outcomes, mut of_session, mut kept) = (Vec::new(), Vec::new(), Vec::new());
    for (path, shown) in asked.files.iter().zip(names(&asked.files)) {
        let mut taken = match periods::session(path) {
            Some(Ok(session)) => {
                kept.extend(session.periods);
                of_session.clone_from(&session.files);
                session.files
            }
            Some(Err(error)) => {
                vec![FileOutcome::of_result(&shown, Err(error.to_string()))]
            }
            None => vec![with_sheets(path, &shown, catalogue, &asked.settings)],
        };
        for outcome in &taken {
            if let Err(sentence) = &outcome.result {
                complain(&format!("{}: {sentence}\n", outcome.name));
            }
        }
        outcomes.append(&mut taken);
    }
    Gathered { outcomes, of_session, kept }
}

fn inspect(asked: &Asked, catalogue: &Rc<Catalogue>) -> ExitCode {
    let path = &asked.files[0];
    // Only answers about files call for a look before.
    let answered = !asked.settings.answers.files.is_empty();
    let known = answered.then(|| Known::of(&outcome(path, &name(path), catalogue, &asked.settings, None))).flatten();
    match read(path, &name(path), catalogue, &asked.settings, known.as_ref(), None).and_then(Gathering::inspect) {
        Ok(inspected) => say(file_json(&inspected).as_bytes(), asked.out.as_deref()),
        Err(error) => {
            complain(&format!("{}: {error}\n", name(path)));
            ExitCode::from(1)
        }
    }
}

/// A file's name without its folder.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The names by which files are called: without their folders, unless two of one name come from two folders. Notices would
/// not tell them apart, nor would dossiers without a code, which only file and row tell apart.
fn names(paths: &[PathBuf]) -> Vec<String> {
    let shown = |path: &PathBuf| {
        let is_alone = paths.iter().all(|other| other == path || name(other) != name(path));
        if is_alone { name(path) } else { path.to_string_lossy().into_owned() }
    };
    paths.iter().map(shown).collect()
}

/// What becomes of a file, or of this sheet of it, read again where something was answered about files of its kind.
fn outcome(
    path: &Path,
    name: &str,
    catalogue: &Rc<Catalogue>,
    settings: &Settings,
    sheet: Option<&str>,
) -> FileOutcome {
    let once = |known: Option<&Known>| match read(path, name, catalogue, settings, known, sheet) {
        Ok(gathering) => gathering.outcome(),
        Err(error) => FileOutcome::of(name, Err(error)),
    };
    let first = once(None);
    match Known::of(&first).filter(|known| known.needs_reading_again(&first, &settings.answers)) {
        Some(known) => once(Some(&known)),
        None => first,
    }
}

/// The same with the other sheets of the file that go with the one that was read.
fn with_sheets(path: &Path, name: &str, catalogue: &Rc<Catalogue>, settings: &Settings) -> FileOutcome {
    let read = |sheet: Option<&str>| outcome(path, name, catalogue, settings, sheet);
    read(None).with_sheets(catalogue, |sheet| read(Some(sheet)))
}

/// Feeds a file to the street, a block at a time. What is wrong with its bytes or rows is told at its end.
fn read(
    path: &Path,
    name: &str,
    catalogue: &Rc<Catalogue>,
    settings: &Settings,
    known: Option<&Known>,
    sheet: Option<&str>,
) -> Result<Gathering, GatherError> {
    let unreadable = |error: std::io::Error| GatherError::Unreadable { reason: why(&error) };
    let mut file = source::open(path).map_err(unreadable)?;
    let (known_as, mut hints) = known
        .map_or_else(Default::default, |known| (Some(known.fingerprint().to_owned()), known.hints(&settings.answers)));
    hints.sheet = sheet.map(str::to_owned).or(hints.sheet);
    let answers = Rc::new(settings.answers.clone());
    let mut gathering = Gathering::again(name, Rc::clone(catalogue), answers, known_as, hints);
    let mut block = vec![0; BLOCK];
    loop {
        match file.read(&mut block).map_err(unreadable)? {
            0 => return Ok(gathering),
            length => match gathering.feed(&block[..length]) {
                Ok(()) | Err(GatherError::Table(_)) => {}
                Err(_) => return Ok(gathering),
            },
        }
    }
}

/// Writes the result where it was asked for.
fn say(result: &[u8], out: Option<&Path>) -> ExitCode {
    let written = match out {
        Some(path) => std::fs::write(path, result),
        None => std::io::stdout().lock().write_all(result),
    };
    match written {
        Ok(()) => ExitCode::SUCCESS,
        // A reader that closes the pipe early, such as `head`, has what it wanted.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => unwritten(out, &error),
    }
}

/// Why the system does not let a file be read or written. What it says of itself, in English, is quoted only where nothing
/// else is known.
fn why(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "không có tệp này ở đó".to_owned(),
        ErrorKind::PermissionDenied => "máy không cho quyền đọc tệp này".to_owned(),
        ErrorKind::IsADirectory => "đây là một thư mục, không phải tệp".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::InvalidFilename => "đường dẫn không đúng".to_owned(),
        ErrorKind::TimedOut
        | ErrorKind::ConnectionReset
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable => "ổ mạng không trả lời".to_owned(),
        _ => format!("máy báo «{error}»"),
    }
}

fn unwritten(path: Option<&Path>, error: &std::io::Error) -> ExitCode {
    use std::io::ErrorKind;
    let why = match error.kind() {
        ErrorKind::NotFound => "không có thư mục này".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "không có quyền ghi ở đó".to_owned(),
        ErrorKind::StorageFull => "ổ đĩa đã đầy".to_owned(),
        _ => why(error),
    };
    let place = path.map_or_else(String::new, |path| format!(" vào «{}»", path.display()));
    complain(&format!("Không ghi được kết quả{place}: {why}.\n"));
    ExitCode::from(2)
}

fn complain(sentence: &str) {
    // Nothing can be done when even the error output is closed.
    let _ = std::io::stderr().lock().write_all(sentence.as_bytes());
}
