//! What the arguments ask for, and what does not go together.

use std::io::IsTerminal;
use std::path::Path;
use std::path::PathBuf;

use lexopt::Arg;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::analysis::read_catalogue;
use sohoa::documents::findings;
use sohoa::export::problems;
use sohoa::export::problems_xlsx;
use sohoa::export::to_csv_with_method;
use sohoa::export::to_docx;

use super::format::Wanted;
use super::periods;
use super::source::identity;
use super::why;

/// How the command is used.
pub(super) const USAGE: &str = "Cách dùng:
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
pub(super) type Printer = fn(&Report) -> Vec<u8>;

/// What the arguments ask for.
pub(super) struct Asked {
    pub(super) inspect: bool,
    pub(super) wanted: Wanted,
    pub(super) settings: Settings,
    /// Whether they are those of the last session among the files.
    pub(super) of_session: bool,
    pub(super) out: Option<PathBuf>,
    pub(super) notices: Option<(PathBuf, Printer)>,
    pub(super) files: Vec<PathBuf>,
    pub(super) previous: Vec<PathBuf>,
    pub(super) issued: Option<PathBuf>,
    pub(super) save: Option<PathBuf>,
    pub(super) unit: Option<String>,
    /// The files of settings and of the catalogue.
    pub(super) own: Vec<PathBuf>,
}

impl Asked {
    /// What does not go together.
    fn check(&self) -> Result<(), String> {
        let of_inspection = || self.wanted.fault_of_inspection().filter(|_| self.inspect);
        if let Some(fault) = of_inspection().or_else(|| self.wanted.fault()) {
            return Err(fault.to_owned());
        }
        if self.unit.is_some() && !self.wanted.is_plain() {
            return Err(
                "--unit in phiếu của một đơn vị bằng chữ thường, không dùng cùng --format, --document.".to_owned()
            );
        }
        if let Some(fault) = self.out.as_deref().and_then(|path| self.wanted.contradicts(path, self.inspect)) {
            return Err(fault);
        }
        if !self.inspect && self.wanted.is_binary() && self.out.is_none() && std::io::stdout().is_terminal() {
            return Err("Tệp này không phải chữ, không in ra màn hình được; thêm --out TỆP.".to_owned());
        }
        self.spare_inputs()
    }

    /// Refuses to write over what is read: an export lost so does not come back. A session may be saved over itself.
    fn spare_inputs(&self) -> Result<(), String> {
        let inputs = self.files.iter().chain(&self.previous).chain(&self.issued).chain(&self.own);
        let inputs: Vec<_> = inputs.filter_map(|path| identity(path)).collect();
        let is_input = |path: &&PathBuf| identity(path).is_some_and(|path| inputs.contains(&path));
        let mut printed = self.out.iter().chain(self.notices.iter().map(|(path, _)| path)).filter(is_input);
        // What is no input is not looked into: it may be a pipe that gives nothing.
        let saved = || self.save.iter().filter(is_input).find(|path| periods::session(path).is_none());
        match printed.next().or_else(saved) {
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

/// The text of a settings file, in UTF-8 or, with its mark, in UTF-16, as Notepad saves «Unicode».
fn text(path: &Path) -> Result<String, String> {
    let unreadable = |error| format!("Không đọc được tệp thiết lập {}: {}.", path.display(), why(&error));
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let units = |bytes: &[u8], read: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes.chunks_exact(2).map(|two| read([two[0], two[1]])).collect()
    };
    let text = match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => String::from_utf16(&units(rest, u16::from_le_bytes)).ok(),
        [0xfe, 0xff, rest @ ..] => String::from_utf16(&units(rest, u16::from_be_bytes)).ok(),
        _ => String::from_utf8(bytes).ok(),
    };
    text.ok_or_else(|| {
        format!(
            "Tệp thiết lập {} không ghi bằng UTF-8 nên không đọc đúng được chữ Việt. Trong Notepad chọn «Lưu như…», mã hóa UTF-8, rồi chạy lại.",
            path.display()
        )
    })
}

/// What the arguments ask for; `None` for help.
pub(super) fn arguments() -> Result<Option<Asked>, String> {
    let mut parser = lexopt::Parser::from_env();
    let (mut command, mut own) = (None, None);
    let mut asked = Asked {
        inspect: false,
        wanted: Wanted::default(),
        settings: Settings::default(),
        of_session: false,
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
    let mut once: Vec<String> = Vec::new();
    while let Some(argument) = parser.next().map_err(|error| said(&error))? {
        if let Arg::Long(option) = argument {
            take_once(option, &mut once)?;
        }
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
                let text = text(&path)?;
                settings_given = true;
                asked.own.push(path);
                asked.settings = Settings::parse(&text).map_err(|error| error.told(&text))?;
            }
            Arg::Long("catalogue") => {
                let path = PathBuf::from(parser.value().map_err(|error| said(&error))?);
                let unreadable = |error| format!("Không đọc được danh mục đơn vị {}: {}.", path.display(), why(&error));
                let bytes = std::fs::read(&path).map_err(unreadable)?;
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
            Arg::Value(value) if command.is_none() && value == "help" => return Ok(None),
            Arg::Value(value) if command.is_none() => command = Some(value.to_string_lossy().into_owned()),
            Arg::Value(value) => asked.files.push(value.into()),
            other => return Err(said(&other.unexpected())),
        }
    }
    if !settings_given {
        // A session brings its own settings, unless others are asked for.
        let mut sessions = asked.files.iter().rev().filter_map(|path| periods::session(path)?.ok());
        if let Some(session) = sessions.next() {
            (asked.settings, asked.of_session) = (session.settings, true);
        }
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
        Some("inspect") if asked.notices.is_some() || asked.unit.is_some() => {
            return Err("--notices và --unit chỉ dùng với report.".to_owned());
        }
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

/// Refuses an option that stands a second time: which of the two is meant, nobody knows. Only of `--previous` all count.
fn take_once(option: &str, taken: &mut Vec<String>) -> Result<(), String> {
    if option != "previous" && taken.iter().any(|other| other == option) {
        return Err(format!("Tùy chọn --{option} ghi hai lần; chỉ được ghi một lần."));
    }
    taken.push(option.to_owned());
    Ok(())
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
