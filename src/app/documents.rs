//! Documents: made when they are asked for, from the words that are typed on the page.

use super::Effect;
use super::State;
use super::update::settings_changed;
use crate::documents::appendix;
use crate::documents::letter;
use crate::documents::reminders_in_one;
use crate::export::CSV_TYPE;
use crate::export::DOCX_TYPE;
use crate::export::HTML_TYPE;
use crate::export::XLSX_TYPE;
use crate::export::ZIP_TYPE;
use crate::export::ranking;
use crate::export::ranking_name;
use crate::export::ranking_plain;
use crate::export::reminders_zip;
use crate::export::report_xlsx;
use crate::export::to_csv;
use crate::export::to_docx;
use crate::export::to_html;
use crate::view::Word;
use crate::view::Written;

/// Makes a document and offers it to be saved.
pub(super) fn asked(state: &State, what: Written) -> Vec<Effect> {
    let report = state.report();
    let ranked = || ranking_name(&report);
    let (name, mime, bytes) = match what {
        Written::Appendix => ("phu-luc.docx".to_owned(), DOCX_TYPE, to_docx(&appendix(&report))),
        Written::Letter => ("cong-van.docx".to_owned(), DOCX_TYPE, to_docx(&letter(&report))),
        Written::LetterPage => ("cong-van.html".to_owned(), HTML_TYPE, to_html(&letter(&report)).into_bytes()),
        Written::Reminders => ("nhac-don-vi.docx".to_owned(), DOCX_TYPE, to_docx(&reminders_in_one(&report))),
        Written::RemindersEach => ("nhac-don-vi.zip".to_owned(), ZIP_TYPE, reminders_zip(&report)),
        Written::Workbook => (format!("{}.xlsx", ranked()), XLSX_TYPE, report_xlsx(&report)),
        Written::Ranking => (format!("{}.csv", ranked()), CSV_TYPE, to_csv(&ranking(&report))),
        Written::RankingPlain => (format!("{}-may.csv", ranked()), CSV_TYPE, ranking_plain(&report)),
    };
    let text = format!("Đã tạo tệp {name} trong thư mục tải xuống.");
    vec![Effect::Save { name, mime, bytes }, Effect::Status { text }]
}

/// Takes a word of documents as it is typed; one that cannot be used is said beside its input and changes nothing.
pub(super) fn typed(state: &mut State, word: Word, value: &str) -> Vec<Effect> {
    let value = value.trim().to_owned();
    let mut wording = state.settings.wording.clone();
    match word {
        Word::Number => wording.number = value,
        Word::Date => wording.date = value,
        Word::Signer => wording.signer = value,
    }
    let error = wording.fault().map(|fault| fault.to_string());
    let mut effects = vec![Effect::Mark { id: word.input(), error: error.clone().unwrap_or_default() }];
    if error.is_none() {
        state.settings.wording = wording;
        effects.extend(settings_changed(state));
    }
    effects
}

/// The inputs as the settings have them.
pub(super) fn filled(state: &State) -> Vec<Effect> {
    let wording = &state.settings.wording;
    let value = |word| match word {
        Word::Number => wording.number.clone(),
        Word::Date => wording.date.clone(),
        Word::Signer => wording.signer.clone(),
    };
    let fill = |word: Word| Effect::Fill { id: word.input(), value: value(word) };
    Word::ALL.into_iter().map(fill).collect()
}
