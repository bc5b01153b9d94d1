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
    /// `None` where nothing is said: text of a report, JSON of an inspection.
    format: Option<Format>,
    kind: Option<Kind>,
}

impl Wanted {
    /// Takes the kind of file.
    pub(super) fn format(&mut self, word: &str) -> Result<(), String> {
        self.format = Some(named("định dạng", word, &FORMATS)?);
        Ok(())
    }

    /// Takes the kind of document.
    pub(super) fn kind(&mut self, word: &str) -> Result<(), String> {
        self.kind = Some(named("văn bản", word, &KINDS)?);
        Ok(())
    }

    /// What does not go together; `None` where all does.
    pub(super) fn fault(self) -> Option<&'static str> {
        match (self.own(), self.kind) {
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
        self.own() == Format::Text && self.kind.is_none()
    }

    /// Whether it is a document that reminds units.
    pub(super) fn names_low_units(self) -> bool {
        matches!(self.kind, Some(Kind::Letter | Kind::Reminders | Kind::Message))
    }

    /// Whether it is a document on the units of groups.
    pub(super) fn is_of_groups(self) -> bool {
        match self.kind {
            Some(kind) => kind != Kind::Notices,
            None => matches!(self.own(), Format::Docx | Format::Html),
        }
    }

    fn own(self) -> Format {
        self.format.unwrap_or_default()
    }

    /// What is wrong where an inspection, which is JSON, is asked for as something else.
    pub(super) fn fault_of_inspection(self) -> Option<&'static str> {
        let is_json = self.format.is_none_or(|format| format == Format::Json) && self.kind.is_none();
        (!is_json).then_some("inspect luôn in JSON, không dùng --format khác, --document.")
    }

    /// What is wrong with a file's name where its ending is that of another kind: programs would take it for that.
    pub(super) fn contradicts(self, path: &Path, inspect: bool) -> Option<String> {
        let own = if inspect { Format::Json } else { self.own() };
        let own = FORMATS.iter().find(|(_, format)| *format == own).map_or("", |(word, _)| *word);
        let ending = path.extension()?.to_ascii_lowercase().to_string_lossy().into_owned();
        let kind = match ending.as_str() {
            "htm" => "html",
            "docx" | "xlsx" | "zip" | "pdf" | "doc" | "xls" | "ods" | "odt" | "json" | "csv" | "html" => &ending,
            _ => return None,
        };
        if kind == own.trim_end_matches("-plain") {
            return None;
        }
        let path = path.display();
        Some(if !inspect && FORMATS.iter().any(|(word, _)| *word == kind) {
            format!("Đuôi của «{path}» không hợp với --format {own}: thêm --format {kind}, hoặc đổi đuôi tệp.")
        } else {
            format!("Đuôi của «{path}» không hợp với nội dung {own}: đổi đuôi tệp.")
        })
    }

    /// Whether it is made for programs, not for a screen.
    pub(super) fn is_binary(self) -> bool {
        matches!(self.own(), Format::Xlsx | Format::Docx | Format::Zip)
    }

    /// The report as asked for.
    pub(super) fn print(self, report: &Report) -> Vec<u8> {
        let document = || document(self.kind.unwrap_or(Kind::Appendix), report);
        match self.own() {
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
