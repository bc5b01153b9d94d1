//! What is printed of a report, and as which kind of file.

use std::path::Path;

use sohoa::analysis::Report;
use sohoa::documents::Document;
use sohoa::documents::appendix;
use sohoa::documents::findings;
use sohoa::documents::letter;
use sohoa::documents::message;
use sohoa::documents::reminders_in_one;
use sohoa::export::ranking;
use sohoa::export::ranking_plain;
use sohoa::export::reminders_zip;
use sohoa::export::report_json;
use sohoa::export::report_text;
use sohoa::export::report_xlsx;
use sohoa::export::to_csv_with_method;
use sohoa::export::to_docx;
use sohoa::export::to_html;
use sohoa::export::to_plain;

/// The kind of file.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
    Csv,
    CsvPlain,
    Xlsx,
    Docx,
    Html,
    Zip,
}

/// The words for them.
const FORMATS: [(&str, Format); 8] = [
    ("text", Format::Text),
    ("json", Format::Json),
    ("csv", Format::Csv),
    ("csv-plain", Format::CsvPlain),
    ("xlsx", Format::Xlsx),
    ("docx", Format::Docx),
    ("html", Format::Html),
    ("zip", Format::Zip),
];

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Appendix,
    Letter,
    Reminders,
    Message,
    Notices,
}

/// The words for them.
const KINDS: [(&str, Kind); 5] = [
    ("appendix", Kind::Appendix),
    ("letter", Kind::Letter),
    ("reminders", Kind::Reminders),
    ("message", Kind::Message),
    ("notices", Kind::Notices),
];

/// The one that a word names.
fn named<Value: Copy>(what: &str, word: &str, words: &[(&str, Value)]) -> Result<Value, String> {
    words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value).ok_or_else(|| {
        let known: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
        format!("Chưa có {what} «{word}»; chọn một trong: {}.", known.join(", "))
    })
}

/// What is asked for, and as what.
#[derive(Clone, Copy, Default)]
pub(super) struct Wanted {
    format: Format,
    kind: Option<Kind>,
}

impl Wanted {
    /// Takes the kind of file.
    pub(super) fn format(&mut self, word: &str) -> Result<(), String> {
        self.format = named("định dạng", word, &FORMATS)?;
        Ok(())
    }

    /// Takes the kind of document.
    pub(super) fn kind(&mut self, word: &str) -> Result<(), String> {
        self.kind = Some(named("văn bản", word, &KINDS)?);
        Ok(())
    }

    /// What does not go together; `None` where all does.
    pub(super) fn fault(self) -> Option<&'static str> {
        match (self.format, self.kind) {
            (Format::Json | Format::Csv | Format::CsvPlain | Format::Xlsx, Some(_)) => {
                Some("--document chỉ dùng với --format text, docx, html hoặc zip.")
            }
            (Format::Zip, None | Some(Kind::Appendix | Kind::Letter | Kind::Message | Kind::Notices)) => {
                Some("--format zip cần --document reminders: mỗi đơn vị một tệp.")
            }
            _ => None,
        }
    }

    /// Whether nothing was asked for but what is printed anyhow.
    pub(super) fn is_plain(self) -> bool {
        self.format == Format::Text && self.kind.is_none()
    }

    /// Whether it is a document that reminds units.
    pub(super) fn names_low_units(self) -> bool {
        matches!(self.kind, Some(Kind::Letter | Kind::Reminders | Kind::Message))
    }

    /// Whether a file of this name would be taken for another kind, which no program then opens.
    pub(super) fn contradicts(self, path: &Path) -> bool {
        let own = FORMATS.iter().find(|(_, format)| *format == self.format).map_or("", |(word, _)| *word);
        let ending = path.extension().map(|ending| ending.to_ascii_lowercase().to_string_lossy().into_owned());
        let is_packed =
            |ending: &str| matches!(ending, "docx" | "xlsx" | "zip" | "pdf" | "doc" | "xls" | "ods" | "odt");
        ending.is_some_and(|ending| is_packed(&ending) && ending != own)
    }

    /// Whether it is made for programs, not for a screen.
    pub(super) fn is_binary(self) -> bool {
        matches!(self.format, Format::Xlsx | Format::Docx | Format::Zip)
    }

    /// The report as asked for.
    pub(super) fn print(self, report: &Report) -> Vec<u8> {
        let document = || document(self.kind.unwrap_or(Kind::Appendix), report);
        match self.format {
            Format::Text if self.kind.is_none() => report_text(report).into_bytes(),
            Format::Text => to_plain(&document()).into_bytes(),
            Format::Json => report_json(report).into_bytes(),
            Format::Csv => to_csv_with_method(&ranking(report), report),
            Format::CsvPlain => ranking_plain(report),
            Format::Xlsx => report_xlsx(report),
            Format::Docx => to_docx(&document()),
            Format::Html => to_html(&document()).into_bytes(),
            Format::Zip => reminders_zip(report),
        }
    }
}

fn document(kind: Kind, report: &Report) -> Document {
    match kind {
        Kind::Appendix => appendix(report),
        Kind::Letter => letter(report),
        Kind::Reminders => reminders_in_one(report),
        Kind::Message => message(report),
        Kind::Notices => findings(report),
    }
}
