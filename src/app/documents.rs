//! Documents: made when they are asked for.

use super::Effect;
use super::State;
use crate::documents::appendix;
use crate::documents::letter;
use crate::documents::nobody_covered;
use crate::documents::nothing_low;
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
use crate::export::to_csv_with_method;
use crate::export::to_docx;
use crate::export::to_html;
use crate::view::Written;

/// Makes a document and offers it to be saved.
pub(super) fn asked(state: &State, what: Written) -> Vec<Effect> {
    let report = state.report();
    if let Some(sentence) = nothing_low(&report).filter(|_| matches!(what, Written::Reminders | Written::RemindersEach))
    {
        let text = format!("Không có văn bản nhắc nào để tạo. {sentence}");
        return vec![Effect::Status { text }];
    }
    let ranked = || ranking_name(&report);
    let (name, mime, bytes) = match what {
        Written::Appendix => ("phu-luc.docx".to_owned(), DOCX_TYPE, to_docx(&appendix(&report))),
        Written::Letter => ("cong-van.docx".to_owned(), DOCX_TYPE, to_docx(&letter(&report))),
        Written::LetterPage => ("cong-van.html".to_owned(), HTML_TYPE, to_html(&letter(&report)).into_bytes()),
        Written::Reminders => ("nhac-don-vi.docx".to_owned(), DOCX_TYPE, to_docx(&reminders_in_one(&report))),
        Written::RemindersEach => ("nhac-don-vi.zip".to_owned(), ZIP_TYPE, reminders_zip(&report)),
        Written::Workbook => (format!("{}.xlsx", ranked()), XLSX_TYPE, report_xlsx(&report)),
        Written::Ranking => (format!("{}.csv", ranked()), CSV_TYPE, to_csv_with_method(&ranking(&report), &report)),
        Written::RankingPlain => (format!("{}-may.csv", ranked()), CSV_TYPE, ranking_plain(&report)),
    };
    let is_of_groups = matches!(what, Written::Appendix | Written::Letter | Written::LetterPage);
    let nobody = nobody_covered(&report).filter(|_| is_of_groups).map(|sentence| format!(" {sentence}"));
    let text = format!("Đã tạo tệp {name} trong thư mục tải xuống.{}", nobody.unwrap_or_default());
    vec![Effect::Save { name, mime, bytes }, Effect::Status { text }]
}
