//! What the test files share: case folders, files through the street, a report as plain lines.

pub(crate) mod books;
pub(crate) mod command;
pub(crate) mod lines;
pub(crate) mod lists;
pub(crate) mod old_letters;
pub(crate) mod portal;
pub(crate) mod tables;

use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;

use sohoa::analysis::FileOutcome;
use sohoa::analysis::GatherError;
use sohoa::analysis::GatheredFile;
use sohoa::analysis::Gathering;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::analysis::is_session;
use sohoa::analysis::read_session;
use sohoa::export::report_json;
use sohoa::intake::Encoding;
use sohoa::intake::Hints;
use sohoa::intake::RepairChoice;
use sohoa::units::Catalogue;

/// The nine districts of the letter, best percentage first, with the names an office writes today.
pub(crate) const DISTRICTS: [&str; 9] = [
    "UBND huyện Bảo Yên",
    "UBND huyện Bảo Thắng",
    "UBND TP Lào Cai",
    "UBND thị xã Sa Pa",
    "UBND huyện Si Ma Cai",
    "UBND huyện Bát Xát",
    "UBND huyện Mường Khương",
    "UBND huyện Văn Bàn",
    "UBND huyện Bắc Hà",
];

/// A path of the package.
pub(crate) fn path(within: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(within)
}

/// A text file of the package.
pub(crate) fn source(within: &str) -> String {
    std::fs::read_to_string(path(within)).unwrap_or_else(|error| panic!("{within}: {error}"))
}

/// The names in a folder, in order.
pub(crate) fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().expect("names in tests/ are UTF-8")).collect();
    names.sort();
    names
}

/// All files below a folder of the package with this ending, in order.
pub(crate) fn files_below(folder: &str, ending: &str) -> Vec<String> {
    let mut files = Vec::new();
    for name in names_in(&path(folder)) {
        let within = format!("{folder}/{name}");
        if path(&within).is_dir() {
            files.extend(files_below(&within, ending));
        } else if name.ends_with(ending) {
            files.push(within);
        }
    }
    files
}

/// The names of all case folders.
pub(crate) fn cases() -> Vec<String> {
    let folder = path("tests/cases");
    names_in(&folder).into_iter().filter(|name| folder.join(name).is_dir()).collect()
}

/// One case folder through the street: its files in the order of their names, under its settings. `hints.txt` holds what
/// an officer said about its files, a line a file: `a.csv encoding=vni repair=none sheet=Sheet1`.
pub(crate) fn run_case(case: &str) -> Report {
    let folder = path("tests/cases").join(case);
    let settings = std::fs::read_to_string(folder.join("settings.toml")).unwrap_or_default();
    let settings = Settings::parse(&settings).unwrap_or_else(|error| panic!("{case}: {error}"));
    let inputs = names_in(&folder)
        .into_iter()
        .filter(|name| !matches!(name.as_str(), "expected.txt" | "settings.toml" | "hints.txt"));
    let files: Vec<(String, Vec<u8>)> = inputs
        .map(|name| {
            let bytes = std::fs::read(folder.join(&name)).unwrap();
            (name, bytes)
        })
        .collect();
    let said = std::fs::read_to_string(folder.join("hints.txt")).unwrap_or_default();
    let outcomes: Vec<FileOutcome> = files
        .iter()
        .flat_map(|(name, bytes)| match std::str::from_utf8(bytes).ok().filter(|text| is_session(text)) {
            Some(text) => read_session(text).unwrap_or_else(|error| panic!("{case}: {error}")).files,
            None => vec![read(name, bytes, &settings, &hints(&said, name))],
        })
        .collect();
    assess(&outcomes, &catalogue(), &settings)
}

/// What the lines of a `hints.txt` say about a file.
fn hints(said: &str, file: &str) -> Hints {
    let mut hints = Hints::default();
    for word in said.lines().filter_map(|line| line.strip_prefix(file)).flat_map(str::split_whitespace) {
        let (key, value) = word.split_once('=').unwrap_or_else(|| panic!("{word} is no hint"));
        match key {
            "encoding" => hints.encoding = Some(Encoding::from_code(value).unwrap()),
            "repair" => hints.repair = Some(RepairChoice::from_code(value).unwrap()),
            "sheet" => hints.sheet = Some(value.to_owned()),
            _ => panic!("{word} is no hint"),
        }
    }
    hints
}

/// Files through the street, as the command reads them.
pub(crate) fn report(files: &[(impl AsRef<str>, impl AsRef<[u8]>)], settings: &Settings) -> Report {
    let outcomes: Vec<FileOutcome> =
        files.iter().map(|(name, bytes)| read(name.as_ref(), bytes.as_ref(), settings, &Hints::default())).collect();
    assess(&outcomes, &catalogue(), settings)
}

/// What became of one file, with the sheets that go with the one that was read.
pub(crate) fn read(name: &str, bytes: &[u8], settings: &Settings, hints: &Hints) -> FileOutcome {
    let once = |sheet: Option<&str>| {
        let sheet = sheet.map(str::to_owned).or_else(|| hints.sheet.clone());
        outcome(name, gather_hinted(name, bytes, 1 << 20, settings, Hints { sheet, ..hints.clone() }))
    };
    once(None).with_sheets(&catalogue(), |sheet| once(Some(sheet)))
}

/// One file under the settings that ship.
pub(crate) fn report_of(bytes: impl AsRef<[u8]>) -> Report {
    report(&[("a.csv", bytes)], &Settings::default())
}

/// What became of one file, as `assess` takes it.
pub(crate) fn outcome(name: &str, result: Result<GatheredFile, GatherError>) -> FileOutcome {
    FileOutcome::of(name, result)
}

/// One file through the upper half of the street, in blocks of so many bytes.
pub(crate) fn gather(name: &str, bytes: &[u8], block: usize, settings: &Settings) -> Result<GatheredFile, GatherError> {
    gather_hinted(name, bytes, block, settings, Hints::default())
}

/// The same for a file about which an officer has said something.
fn gather_hinted(
    name: &str,
    bytes: &[u8],
    block: usize,
    settings: &Settings,
    hints: Hints,
) -> Result<GatheredFile, GatherError> {
    let mut gathering = Gathering::new(name, catalogue(), Rc::new(settings.answers.clone())).hinted(hints);
    for block in bytes.chunks(block) {
        gathering.feed(block)?;
    }
    gathering.finish()
}

/// The catalogue, read once a thread.
pub(crate) fn catalogue() -> Rc<Catalogue> {
    thread_local! {
        static CATALOGUE: Rc<Catalogue> = Rc::new(Catalogue::laocai_2023());
    }
    CATALOGUE.with(Rc::clone)
}

/// The report as scripts read it.
pub(crate) fn json(report: &Report) -> serde_json::Value {
    serde_json::from_str(&report_json(report)).expect("the report is JSON")
}
