//! What is saved and issued: notices, documents, and the words of documents.

use sohoa::analysis::Settings;
use sohoa::analysis::Wording;
use sohoa::app::Effect;
use sohoa::view::Action;
use sohoa::view::Peers;
use sohoa::view::PeriodAct;
use sohoa::view::Sample;
use sohoa::view::SavedAs;
use sohoa::view::Word;
use sohoa::view::Written;

use super::Page;
use super::TABLE;

#[test]
fn what_was_noticed_is_saved_as_text_as_a_workbook_and_as_a_document() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    for (format, expected, first) in [
        (SavedAs::Csv, "luu-y-so-lieu.csv", "\u{feff}Mức độ".as_bytes()),
        (SavedAs::Xlsx, "luu-y-so-lieu.xlsx", b"PK".as_slice()),
        (SavedAs::Docx, "luu-y-so-lieu.docx", b"PK".as_slice()),
    ] {
        // The button of the page names the action that is played here.
        let button = format!("data-download=\"notices.{}\"", format.ending());
        assert!(page.region("notices").contains(&button), "{button}");
        let effects = page.act(Action::NoticesAsked { format });
        let [Effect::Save { name, bytes, .. }, Effect::Status { text }] = &effects[..] else { panic!("{effects:?}") };
        assert!(name == expected && bytes.starts_with(first) && text.contains(expected), "{name}: {text}");
    }
}

#[test]
fn nothing_is_offered_to_be_saved_where_nothing_was_noticed() {
    let mut page = Page::started(None);
    assert!(!page.region("notices").contains("data-download"));
    let rows = ["Bảo Yên", "Bảo Thắng", "TP Lào Cai", "TX Sa Pa", "Si Ma Cai", "Bát Xát", "Mường Khương"]
        .iter()
        .chain(&["Văn Bàn", "Bắc Hà"])
        .map(|name| format!("{name};53,5%\n"))
        .collect::<Vec<_>>()
        .concat();
    page.open("a.csv", &format!("Đơn vị;Tỷ lệ số hóa hồ sơ\n{rows}"));
    assert!(page.region("notices").contains("Không có lưu ý nào") && !page.region("notices").contains("data-download"));
}

#[test]
fn every_document_has_a_button_and_is_what_the_library_writes() {
    let mut page = Page::started(None);
    assert_eq!(page.region("documents"), "");
    page.open("a.csv", TABLE);
    for what in Written::ALL {
        let button = format!("data-download=\"{}\"", what.code());
        assert!(page.region("documents").contains(&button), "{button}");
        let effects = page.act(Action::DocumentAsked { what });
        let [Effect::Save { name, bytes, .. }, Effect::Status { text }] = &effects[..] else { panic!("{effects:?}") };
        assert!(!bytes.is_empty() && text.contains(name.as_str()), "{name}: {text}");
        assert_eq!(name.rsplit('.').next(), what.code().rsplit('.').next(), "{name}");
    }
    // What is to be looked at first: what a clerk has to fill, and that no file knows the province.
    let shown = page.region("documents");
    assert!(shown.contains("Công văn còn để trống: số, ngày ban hành, họ tên người ký."), "{shown}");
    assert!(shown.contains("Không tệp nào cho tỷ lệ toàn tỉnh"), "{shown}");
}

#[test]
fn words_of_documents_are_typed_kept_and_refused_with_a_sentence() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    page.act(Action::WordTyped { word: Word::Number, value: " 07 ".into() });
    page.act(Action::WordTyped { word: Word::Signer, value: "Nguyễn Văn A".into() });
    let effects = page.act(Action::WordTyped { word: Word::Date, value: "31/6/2023".into() });
    let [Effect::Mark { id: "word-date", error }] = &effects[..] else { panic!("{effects:?}") };
    assert!(error.contains("«31/6/2023»"), "{error}");
    // The last word that can be used stays.
    let effects = page.act(Action::WordTyped { word: Word::Date, value: "05/6/2023".into() });
    let kept = effects
        .iter()
        .find_map(|it| if let Effect::Remember { settings } = it { Some(settings.clone()) } else { None });
    // Who signs stays; number and day are one letter's own.
    let mut again = Page::started(kept.as_deref());
    for (id, expected) in [("word-number", ""), ("word-date", ""), ("word-signer", "Nguyễn Văn A")] {
        let filled = |it: &Effect| matches!(it, Effect::Fill { id: at, value } if *at == id && value == expected);
        assert!(again.effects.iter().any(filled), "{id}: {:?}", again.effects);
    }
    again.open("a.csv", TABLE);
    assert!(again.region("documents").contains("Công văn còn để trống: số, ngày ban hành."));
    page.act(Action::Cleared);
    page.open("a.csv", TABLE);
    assert!(page.region("documents").contains("Công văn còn để trống: số, ngày ban hành."));
}

#[test]
fn documents_about_more_than_the_table_shows_say_so_before_their_buttons() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Portal });
    // 20 departments, of which 17 have a percentage, and nine districts.
    let sentence = "Văn bản nói về 29 đơn vị (26 được xếp hạng) của 2 nhóm: Sở, ban, ngành (20); Cấp huyện (9); bảng trên trang chỉ có 20 đơn vị (Sở, ban, ngành).";
    let shown = page.region("documents");
    assert!(shown.find(sentence) < shown.find("data-download=") && shown.contains(sentence), "{shown}");
    page.act(Action::GroupChosen { value: "cap-huyen".into() });
    assert!(!page.region("documents").contains("Văn bản nói về"));
    // A filter changes the table alone.
    page.act(Action::Peer { what: Peers::Note, value: "low".into() });
    let shown = page.region("documents");
    assert!(
        shown.contains("Văn bản nói về cả nhóm Cấp huyện (9), 9 đơn vị được xếp hạng; bảng trên trang chỉ có"),
        "{shown}"
    );
}

#[test]
fn documents_about_a_group_without_units_are_doubted() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let sentence = "Nhóm «Cấp xã» không có đơn vị nào trong số liệu";
    assert!(!page.region("documents").contains("không có đơn vị nào trong số liệu"));
    page.act(Action::GroupChosen { value: "cap-xa".into() });
    assert!(page.region("documents").contains(sentence), "{}", page.region("documents"));
    for what in [Written::Appendix, Written::Letter] {
        page.act(Action::DocumentAsked { what });
        assert!(page.status().contains(sentence), "{}", page.status());
    }
}

#[test]
fn figures_of_a_running_period_bear_their_day() {
    let mut page = Page::started(None);
    page.open("a.csv", &format!("Tháng 6/2023\n{TABLE}"));
    let typed = |day: &str| Action::Period {
        act: PeriodAct::AsOfTyped,
        value: day.to_owned(),
        name: String::new(),
        behind: false,
    };
    let letter = |page: &mut Page| {
        let effects = page.act(Action::DocumentAsked { what: Written::LetterPage });
        let [Effect::Save { bytes, .. }, _] = &effects[..] else { panic!("{effects:?}") };
        String::from_utf8(bytes.clone()).unwrap()
    };
    page.act(typed("15/6/2023"));
    let sentence = "Số liệu đến ngày 15/6/2023 là tạm thời: lúc lấy số liệu, kỳ báo cáo chưa kết thúc.";
    for region in ["summary", "method", "documents"] {
        assert!(page.region(region).contains(sentence), "{region}: {}", page.region(region));
    }
    assert!(letter(&mut page).contains("(Số liệu đến ngày 15/6/2023)"));
    // Taken once the period is over they are the period's.
    page.act(typed("30/6/2023"));
    assert!(!page.region("summary").contains("Số liệu đến ngày"));
    assert!(!letter(&mut page).contains("Số liệu đến ngày"));
}

#[test]
fn a_letter_dated_before_its_figures_end_is_doubted() {
    let mut page = Page::started(None);
    page.open("a.csv", &format!("Tháng 6/2023\n{TABLE}"));
    page.act(Action::WordTyped { word: Word::Date, value: "08/5/2023".into() });
    let shown = page.region("documents");
    assert!(shown.contains("Ngày ban hành 08/5/2023 trước ngày cuối kỳ 30/6/2023"), "{shown}");
    page.act(Action::WordTyped { word: Word::Date, value: "05/7/2023".into() });
    assert!(!page.region("documents").contains("trước ngày cuối kỳ"));
}

/// The words of documents as they were last kept.
fn wording(page: &Page) -> Wording {
    let kept = |it: &Effect| if let Effect::Remember { settings } = it { Some(settings.clone()) } else { None };
    let kept = page.effects.iter().rev().find_map(kept).expect("settings were kept");
    Settings::parse(&kept).unwrap().wording
}

#[test]
fn every_word_is_shown_as_it_is_kept_and_can_be_typed_again() {
    let mut page = Page::started(None);
    let shown = page.region("wording").to_owned();
    for word in Word::ALL {
        assert_eq!(shown.matches(&format!("id=\"{}\"", word.input())).count(), 1, "{word:?}");
        let filled = page.effects.iter().find_map(|it| match it {
            Effect::Fill { id, value } if *id == word.input() => Some(value.clone()),
            _ => None,
        });
        let effects = page.act(Action::WordTyped { word, value: filled.unwrap() });
        assert!(matches!(&effects[0], Effect::Mark { error, .. } if error.is_empty()), "{word:?}: {effects:?}");
    }
    // Typing again what stands there changes nothing, and no input is replaced while one types.
    assert_eq!(wording(&page), Wording::default());
    page.act(Action::WordTyped { word: Word::Body, value: "Một {tinh}.\n\n Hai./. \n".into() });
    assert_eq!(wording(&page).body, ["Một {tinh}.", "Hai./."]);
    page.act(Action::WordTyped { word: Word::Columns, value: "rank shortfall".into() });
    page.act(Action::WordTyped { word: Word::Number, value: "7".into() });
    assert_eq!(page.region("wording"), shown);
    for (word, value, sentence) in
        [(Word::Subject, "V/v {vi-sao}", "{vi-sao}"), (Word::Names, "bac-ha: Bắc Hà", "«bac-ha: Bắc Hà»")]
    {
        let effects = page.act(Action::WordTyped { word, value: value.into() });
        assert!(matches!(&effects[..], [Effect::Mark { error, .. }] if error.contains(sentence)), "{effects:?}");
    }
    page.act(Action::WordsReset);
    assert_eq!(wording(&page), Wording { number: "7".into(), ..Wording::default() });
}

#[test]
fn the_appendix_is_shown_before_it_is_issued() {
    let mut page = Page::started(None);
    page.open("a.csv", TABLE);
    let shown = page.region("documents");
    assert!(shown.contains("<b>KẾT QUẢ NHÓM CHỈ SỐ “SỐ HÓA HỒ SƠ” CỦA UBND CẤP HUYỆN</b>"), "{shown}");
    assert!(shown.contains("<td class=\"left\">UBND huyện Bắc Hà</td>"), "{shown}");
    assert!(shown.contains("data-copy=\"appendix-text\"") && shown.contains("id=\"appendix-text\""));
    assert!(!shown.contains("THUYẾT MINH"), "{shown}");
}
