//! The native command: files in, report out. Everything it says comes from the library; here are only arguments, files
//! and exit codes.

#[path = "sohoa/format.rs"]
mod format;
#[path = "sohoa/periods.rs"]
mod periods;

use std::fs::File;
use std::io::IsTerminal;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use format::Wanted;
use lexopt::Arg;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::GatherError;
use sohoa::analysis::Gathering;
use sohoa::analysis::Known;
use sohoa::analysis::Report;
use sohoa::analysis::SessionFile;
use sohoa::analysis::Settings;
use sohoa::analysis::Snapshot;
use sohoa::analysis::assess;
use sohoa::analysis::read_catalogue;
use sohoa::analysis::write_session;
use sohoa::documents::findings;
use sohoa::documents::nothing_low;
use sohoa::export::file_json;
use sohoa::export::problems;
use sohoa::export::problems_xlsx;
use sohoa::export::to_csv_with_method;
use sohoa::export::to_docx;
use sohoa::export::unit_sheet_text;
use sohoa::intake::Hints;
use sohoa::units::Catalogue;
use sohoa::units::UnitId;

/// Bytes read at a time.
const BLOCK: usize = 1 << 20;

const USAGE: &str = "Cách dùng:
  sohoa report TỆP… [--format text|json|csv|csv-plain|xlsx|docx|html|zip] [--document appendix|letter|reminders|message|notices]
               [--settings TỆP] [--catalogue TỆP] [--out TỆP] [--notices TỆP.csv|.xlsx|.docx]
               [--previous TỆP…] [--issued TỆP] [--save TỆP] [--unit MÃ]
  sohoa inspect TỆP

report   xếp hạng và cảnh báo từ các tệp xuất (CSV, Excel, ODS, HTML)
inspect  cho biết một tệp được hiểu thế nào (JSON)

--format   text, json; csv cho Excel (dấu ;), csv-plain cho máy; xlsx: sổ xếp hạng, thành phần, lưu ý, cách tính;
           docx, html: văn bản; zip: mỗi đơn vị được nhắc một tệp docx
--document văn bản nào: phụ lục (mặc định), công văn kèm phụ lục, nhắc từng đơn vị, tin ngắn,
           lưu ý về số liệu
--catalogue danh mục đơn vị của cơ quan (CSV hoặc Excel, như trang lưu ra), dùng thay các danh mục có sẵn
--previous các kỳ trước: phụ lục, tệp xuất, báo cáo JSON hoặc phiên đã lưu (đặt sau các tệp của kỳ này)
--issued   phụ lục đã phát hành, để đối chiếu với số liệu hiện nay
--save     lưu cả phiên làm việc vào một tệp; tệp này chọn lại được như tệp số liệu
--unit     chỉ in phiếu của một đơn vị: vì sao, còn thiếu bao nhiêu (mã như bao-yen)
--notices  ghi thêm bảng lưu ý về số liệu, mỗi chỗ một dòng, để gửi lại đơn vị

Mã thoát: 0 có kết quả · 1 không tệp nào cho ra bảng · 2 sai cách dùng
";

/// Prints what was noticed.
type Printer = fn(&Report) -> Vec<u8>;

/// What the arguments ask for.
struct Asked {
    inspect: bool,
    wanted: Wanted,
    settings: Settings,
    out: Option<PathBuf>,
    notices: Option<(PathBuf, Printer)>,
    files: Vec<PathBuf>,
    previous: Vec<PathBuf>,
    issued: Option<PathBuf>,
    save: Option<PathBuf>,
    unit: Option<String>,
    /// The files of settings and of the catalogue.
    own: Vec<PathBuf>,
}

impl Asked {
    /// What does not go together.
    fn check(&self) -> Result<(), String> {
        if let Some(fault) = self.wanted.fault() {
            return Err(fault.to_owned());
        }
        if self.unit.is_some() && !self.wanted.is_plain() {
            return Err(
                "--unit in phiếu của một đơn vị bằng chữ thường, không dùng cùng --format, --document.".to_owned()
            );
        }
        if let Some(path) = self.out.as_deref().filter(|path| self.wanted.contradicts(path)) {
            return Err(format!(
                "Đuôi của «{}» là của loại tệp khác với --format: đổi đuôi hoặc thêm --format.",
                path.display()
            ));
        }
        if !self.inspect && self.wanted.is_binary() && self.out.is_none() && std::io::stdout().is_terminal() {
            return Err("Tệp này không phải chữ, không in ra màn hình được; thêm --out TỆP.".to_owned());
        }
        self.spare_inputs()
    }

    /// Refuses to write over what is read: an export lost so does not come back. A session may be saved over itself.
    fn spare_inputs(&self) -> Result<(), String> {
        let real = |path: &Path| path.canonicalize().ok();
        let inputs = self.files.iter().chain(&self.previous).chain(&self.issued).chain(&self.own);
        let inputs: Vec<PathBuf> = inputs.filter_map(|path| real(path)).collect();
        let is_input = |path: &&PathBuf| real(path).is_some_and(|path| inputs.contains(&path));
        let printed = self.out.iter().chain(self.notices.iter().map(|(path, _)| path));
        let saved = self.save.iter().filter(|path| periods::session(path).is_none());
        let over = printed.chain(saved).filter(is_input);
        match over.into_iter().next() {
            Some(path) => Err(format!("Không ghi đè lên tệp được đọc «{}»: hãy chọn tên khác.", path.display())),
            None => self.part_outputs(),
        }
    }

    /// Refuses to write two results to one file: the first would be lost.
    fn part_outputs(&self) -> Result<(), String> {
        let outputs: Vec<&PathBuf> =
            self.out.iter().chain(&self.save).chain(self.notices.iter().map(|(path, _)| path)).collect();
        // A file that is not there yet is told by its folder.
        let place = |path: &Path| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            (folder.canonicalize().ok(), path.file_name().map(ToOwned::to_owned))
        };
        let again = |(at, path): (usize, &&PathBuf)| outputs[..at].iter().any(|other| place(other) == place(path));
        match outputs.iter().enumerate().find(|output| again(*output)) {
            Some((_, path)) => Err(format!("Hai kết quả cùng ghi vào «{}»: hãy chọn tên khác.", path.display())),
            None => Ok(()),
        }
    }
}

fn main() -> ExitCode {
    let asked = match arguments() {
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
    let (outcomes, mut earlier) = gather(&asked, &catalogue);
    if outcomes.iter().all(|outcome| outcome.result.is_err()) {
        return ExitCode::from(1);
    }
    let mut report = assess(&outcomes, &catalogue, &asked.settings);
    let of_file = |path: &Path| {
        periods::earlier(path, &name(path), &asked.settings, |settings| {
            outcome(path, &name(path), &periods::catalogue(settings), settings)
        })
    };
    let mut unread = Vec::new();
    for path in &asked.previous {
        match of_file(path) {
            Ok(periods) => earlier.extend(periods),
            Err(sentence) => unread.push((name(path), sentence)),
        }
    }
    // The same month in several files, or twice, is one period.
    let earlier = Snapshot::together(earlier);
    if !(asked.previous.is_empty() && earlier.is_empty()) {
        report = report.compared(&earlier);
    }
    for (file, sentence) in unread {
        complain(&format!("{file}: {sentence}\n"));
        report.comparison.get_or_insert_default().refused.push((file, sentence));
    }
    if let Some(path) = &asked.issued {
        match of_file(path).map(|mut periods| periods.pop()) {
            Ok(Some(issued)) => report = report.reconciled(&issued),
            Ok(None) => {}
            Err(sentence) => complain(&format!("{}: {sentence}\n", name(path))),
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

/// What becomes of the files, and the earlier periods that sessions among them keep.
fn gather(asked: &Asked, catalogue: &Rc<Catalogue>) -> (Vec<FileOutcome>, Vec<Snapshot>) {
    let (mut outcomes, mut earlier) = (Vec::new(), Vec::new());
    for (path, shown) in asked.files.iter().zip(names(&asked.files)) {
        let mut taken = match periods::session(path) {
            Some(Ok(session)) => {
                earlier.extend(session.periods);
                session.files
            }
            Some(Err(error)) => {
                let (name, result) = (shown, Err(error.to_string()));
                vec![FileOutcome { name, result, refused: None, hints: Hints::default(), session: None }]
            }
            None => vec![outcome(path, &shown, catalogue, &asked.settings)],
        };
        for outcome in &taken {
            if let Err(sentence) = &outcome.result {
                complain(&format!("{}: {sentence}\n", outcome.name));
            }
        }
        outcomes.append(&mut taken);
    }
    (outcomes, earlier)
}

fn inspect(asked: &Asked, catalogue: &Rc<Catalogue>) -> ExitCode {
    let path = &asked.files[0];
    // Only answers about files call for a look before.
    let answered = !asked.settings.answers.files.is_empty();
    let known = answered.then(|| Known::of(&outcome(path, &name(path), catalogue, &asked.settings))).flatten();
    match read(path, &name(path), catalogue, &asked.settings, known.as_ref()).and_then(Gathering::inspect) {
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

/// What becomes of a file, read again where something was answered about files of its kind.
fn outcome(path: &Path, name: &str, catalogue: &Rc<Catalogue>, settings: &Settings) -> FileOutcome {
    let once = |known: Option<&Known>| match read(path, name, catalogue, settings, known) {
        Ok(gathering) => gathering.outcome(),
        Err(error) => FileOutcome::of(name, Err(error)),
    };
    let first = once(None);
    match Known::of(&first).filter(|known| known.needs_reading_again(&first, &settings.answers)) {
        Some(known) => once(Some(&known)),
        None => first,
    }
}

/// Feeds a file to the street, a block at a time. What is wrong with its bytes or rows is told at its end.
fn read(
    path: &Path,
    name: &str,
    catalogue: &Rc<Catalogue>,
    settings: &Settings,
    known: Option<&Known>,
) -> Result<Gathering, GatherError> {
    let unreadable = |error: std::io::Error| GatherError::Unreadable { reason: error.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    let (known_as, hints) = known
        .map_or_else(Default::default, |known| (Some(known.fingerprint().to_owned()), known.hints(&settings.answers)));
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

/// What the arguments ask for; `None` for help.
fn arguments() -> Result<Option<Asked>, String> {
    let mut parser = lexopt::Parser::from_env();
    let (mut command, mut own) = (None, None);
    let mut asked = Asked {
        inspect: false,
        wanted: Wanted::default(),
        settings: Settings::default(),
        out: None,
        notices: None,
        files: Vec::new(),
        previous: Vec::new(),
        issued: None,
        save: None,
        unit: None,
        own: Vec::new(),
    };
    let mut settings_given = false;
    while let Some(argument) = parser.next().map_err(|error| said(&error))? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long("format") => {
                asked.wanted.format(&parser.value().map_err(|error| said(&error))?.to_string_lossy())?;
            }
            Arg::Long("document") => {
                asked.wanted.kind(&parser.value().map_err(|error| said(&error))?.to_string_lossy())?;
            }
            Arg::Long("settings") => {
                let path = PathBuf::from(parser.value().map_err(|error| said(&error))?);
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("Không đọc được tệp thiết lập {}: {error}.", path.display()))?;
                settings_given = true;
                asked.own.push(path);
                asked.settings = Settings::parse(&text).map_err(|error| error.to_string())?;
            }
            Arg::Long("catalogue") => {
                let path = PathBuf::from(parser.value().map_err(|error| said(&error))?);
                let bytes = std::fs::read(&path)
                    .map_err(|error| format!("Không đọc được danh mục đơn vị {}: {error}.", path.display()))?;
                own = Some(read_catalogue(&bytes).map_err(|error| format!("{}: {error}", path.display()))?);
                asked.own.push(path);
            }
            Arg::Long("out") => asked.out = Some(parser.value().map_err(|error| said(&error))?.into()),
            Arg::Long("notices") => {
                let path = PathBuf::from(parser.value().map_err(|error| said(&error))?);
                let printer = printer(&path)?;
                asked.notices = Some((path, printer));
            }
            Arg::Long("previous") => {
                let files = parser.values().map_err(|error| said(&error))?;
                asked.previous.extend(files.map(PathBuf::from));
            }
            Arg::Long("issued") => asked.issued = Some(parser.value().map_err(|error| said(&error))?.into()),
            Arg::Long("unit") => {
                asked.unit = Some(parser.value().map_err(|error| said(&error))?.to_string_lossy().into_owned());
            }
            Arg::Long("save") => asked.save = Some(parser.value().map_err(|error| said(&error))?.into()),
            Arg::Value(value) if command.is_none() => command = Some(value.to_string_lossy().into_owned()),
            Arg::Value(value) => asked.files.push(value.into()),
            other => return Err(said(&other.unexpected())),
        }
    }
    if !settings_given {
        // A session brings its own settings, unless others are asked for.
        let mut sessions = asked.files.iter().rev().filter_map(|path| periods::session(path)?.ok());
        asked.settings = sessions.next().map(|session| session.settings).unwrap_or_default();
    }
    // Wherever it stands among the arguments, it outweighs what the settings say.
    if let Some(own) = own {
        asked.settings.catalogue = Some(Settings::OWN.to_owned());
        asked.settings.own_catalogue = Some(own);
    }
    asked.inspect = match command.as_deref() {
        Some("report") => false,
        Some("inspect") if !asked.previous.is_empty() || asked.issued.is_some() || asked.save.is_some() => {
            return Err("--previous, --issued và --save chỉ dùng với report.".to_owned());
        }
        Some("inspect") if asked.notices.is_some() => return Err("--notices chỉ dùng với report.".to_owned()),
        Some("inspect") => true,
        Some(other) => return Err(format!("Không có lệnh «{other}».")),
        None => return Err("Chưa có lệnh.".to_owned()),
    };
    asked.check()?;
    match asked.files.len() {
        0 if !asked.previous.is_empty() => {
            Err("Chưa chọn tệp nào của kỳ này: đặt tệp của kỳ này trước --previous.".to_owned())
        }
        0 => Err("Chưa chọn tệp nào.".to_owned()),
        1 => Ok(Some(asked)),
        _ if asked.inspect => Err("inspect chỉ nhận một tệp.".to_owned()),
        _ => Ok(Some(asked)),
    }
}

/// What prints a sheet to a file of this name.
fn printer(path: &Path) -> Result<Printer, String> {
    match path.extension().map(std::ffi::OsStr::to_ascii_lowercase) {
        Some(ending) if ending == "csv" => Ok(|report| to_csv_with_method(&problems(report), report)),
        Some(ending) if ending == "xlsx" => Ok(problems_xlsx),
        Some(ending) if ending == "docx" => Ok(|report| to_docx(&findings(report))),
        _ => Err(format!("Tệp lưu ý phải có đuôi .csv, .xlsx hoặc .docx, không phải «{}».", path.display())),
    }
}

/// What is wrong with the arguments.
fn said(error: &lexopt::Error) -> String {
    use lexopt::Error;
    match error {
        Error::MissingValue { option: Some(option) } => format!("Tùy chọn {option} thiếu giá trị."),
        Error::MissingValue { option: None } => "Một tùy chọn thiếu giá trị.".to_owned(),
        Error::UnexpectedOption(option) => format!("Không có tùy chọn {option}."),
        Error::UnexpectedValue { option, .. } => format!("Tùy chọn {option} không nhận giá trị."),
        _ => "Tham số không đúng.".to_owned(),
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

fn unwritten(path: Option<&Path>, error: &std::io::Error) -> ExitCode {
    use std::io::ErrorKind;
    let why = match error.kind() {
        ErrorKind::NotFound => "không có thư mục này".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "không có quyền ghi ở đó".to_owned(),
        ErrorKind::IsADirectory => "đây là một thư mục".to_owned(),
        ErrorKind::StorageFull => "ổ đĩa đã đầy".to_owned(),
        _ => error.to_string(),
    };
    let place = path.map_or_else(String::new, |path| format!(" vào «{}»", path.display()));
    complain(&format!("Không ghi được kết quả{place}: {why}.\n"));
    ExitCode::from(2)
}

fn complain(sentence: &str) {
    // Nothing can be done when even the error output is closed.
    let _ = std::io::stderr().lock().write_all(sentence.as_bytes());
}
