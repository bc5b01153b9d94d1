//! The officer corrects how a file is taken: its letters, its sheet, its header.

use sohoa::app::Effect;
use sohoa::app::Stage;
use sohoa::view::Action;
use sohoa::view::Correction;

use super::Page;
use super::corrections::meaning;

/// Two months alike in one workbook; «Tháng 5» is the first.
const TWO_MONTHS: &[u8] = include_bytes!("../../cases/workbook-with-two-months-alike/so-lieu.xlsx");

/// Two months in one web page, named as a workbook; the tables 2 and 4 hold them.
const WEB_PAGE: &[u8] = include_bytes!("../../cases/web-page-with-two-months-alike/bao-cao.xls");

fn moves_focus(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Focus { .. }))
}

#[test]
fn the_encoding_is_chosen_with_a_line_of_the_file_under_each() {
    // Vietnamese in no encoding that could be told: the bytes of TCVN3 for «Bảo Yên» are `B¶o Yªn`.
    let file = "Đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%\nH. Bảo Yên;72,3%\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    let shown = page.region("files-read").to_owned();
    assert!(shown.contains("<option value=\"encoding:windows-1252\">"), "{shown}");
    // UTF-8 taken for the Western code page gives no table, and the way back.
    let effects = page.correct(id, ("a.csv", file.as_bytes()), Correction::Letters, "encoding:windows-1252");
    assert!(page.region("errors").contains("a.csv"));
    assert!(page.region("files-read").contains("<option value=\"encoding:windows-1252\" selected>"));
    assert!(page.status().starts_with("Đã sửa: cách đọc chữ (a.csv)."), "{}", page.status());
    assert!(!moves_focus(&effects)); // the choice keeps it
    page.undo(id, "a.csv", file.as_bytes());
    assert_eq!(page.order(), ["bao-yen", "bac-ha"]);
    assert!(page.status().starts_with("Đã hoàn tác: cách đọc chữ (a.csv)."), "{}", page.status());
}

#[test]
fn a_remembered_encoding_is_used_for_the_next_file_of_its_kind() {
    // Mojibake that is left as it is: then «Bảo Yên» is no unit.
    let file = include_bytes!("../../cases/encodings-asked/1-de-nguyen.csv");
    let mut page = Page::started(None);
    let id = page.open_bytes("a.csv", file);
    let units = page.order().len();
    assert!(page.region("files-read").contains("trước <q>") && units > 0);
    page.correct(id, ("a.csv", file), Correction::Letters, "repair:none");
    assert!(page.order().len() < units, "{:?}", page.order());
    let mut later = Page::started(Some(&page.kept()));
    later.open_bytes("thang-sau.csv", file);
    assert_eq!(later.order(), page.order());
    // And taken back for good.
    later.act(Action::FileForgotten { file: "thang-sau.csv".into() });
    later.gather_bytes(1, "thang-sau.csv", file);
    assert_eq!(later.order().len(), units);
}

#[test]
fn the_sheet_is_chosen_by_its_first_rows() {
    let mut page = Page::started(None);
    let id = page.open_bytes("a.xlsx", TWO_MONTHS);
    let shown = page.region("files-read").to_owned();
    assert!(shown.contains("<dd>«Tháng 5» (không đọc: Tháng 6)</dd>"), "{shown}");
    assert!(shown.contains("<strong>«Tháng 5»</strong>") && shown.contains("<strong>«Tháng 6»</strong>"), "{shown}");
    page.correct(id, ("a.xlsx", TWO_MONTHS), Correction::Sheet, "Tháng 6");
    assert!(page.region("files-read").contains("<option value=\"Tháng 6\" selected>"));
    assert!(page.region("files-read").contains("<dd>«Tháng 6» (không đọc: Tháng 5)</dd>"));
    // A workbook of the next month, without that sheet, is read as it comes.
    let mut later = Page::started(Some(&page.kept()));
    later.open_bytes("khac.xlsx", include_bytes!("../../workbooks/other-sheets.xlsx"));
    assert_eq!((later.stage(), later.region("errors")), (Stage::Done, ""));
}

#[test]
fn sheets_and_tables_alike_are_asked_about_with_their_first_rows() {
    for (name, bytes, wanted, read) in [
        ("a.xlsx", TWO_MONTHS, "Tháng 6", "«Tháng 6» (không đọc: Tháng 5)"),
        ("a.xls", WEB_PAGE, "Bảng 4", "4 bảng, đang đọc «Bảng 4»"),
    ] {
        let mut page = Page::started(None);
        let id = page.open_bytes(name, bytes);
        assert!(page.effects.contains(&Effect::Focus { id: "questions-heading" }));
        let asked = page.region("questions").to_owned();
        assert_eq!((asked.matches("<button").count(), asked.matches(", đang tạm dùng").count()), (2, 1), "{asked}");
        assert!(
            asked.contains(&format!("Các dòng đầu của «{wanted}»")) && asked.contains("<td>UBND huyện Bảo Yên</td>")
        );
        assert!(page.region("ranking-region").contains("72,3%")); // the first is read meanwhile
        page.act(Action::AnswerSheet { file: name.into(), sheet: wanted.into() });
        page.gather_bytes(id, name, bytes);
        assert_eq!(page.region("questions"), "");
        assert!(page.region("files-read").contains(read), "{}", page.region("files-read"));
        let mut later = Page::started(Some(&page.kept()));
        later.open_bytes(name, bytes);
        assert!(later.region("questions").is_empty() && later.region("files-read").contains(read));
        page.undo(id, name, bytes);
        assert!(page.region("questions").contains(wanted));
    }
}

#[test]
fn a_file_without_a_header_is_shown_its_header_and_its_columns() {
    let file = "Biểu theo dõi\nCơ quan;Số\nH. Bắc Hà;48,1%\nH. Bảo Yên;72,3%\n";
    let mut page = Page::started(None);
    let id = page.open("a.csv", file);
    assert_eq!(page.stage(), Stage::Failed);
    assert!(page.region("errors").contains("href=\"#correct-0\""));
    assert!(page.region("files-read").contains("dòng 2: Cơ quan | Số</option>"), "{}", page.region("files-read"));
    page.correct(id, ("a.csv", file.as_bytes()), Correction::HeaderRow, "2");
    assert!(page.region("files-read").contains("H. Bắc Hà; H. Bảo Yên")); // the cells below the header
    page.correct(id, ("a.csv", file.as_bytes()), meaning("co quan"), "unit");
    page.correct(id, ("a.csv", file.as_bytes()), meaning("so"), "group_percent");
    assert_eq!((page.stage(), page.order()), (Stage::Done, vec!["bao-yen", "bac-ha"]));
    // Three steps back: nothing is known any more.
    for _ in 0..3 {
        page.undo(id, "a.csv", file.as_bytes());
    }
    assert_eq!(page.stage(), Stage::Failed);
    let effects = page.act(Action::Undone);
    assert_eq!(effects, [Effect::Status { text: "Không còn sửa đổi nào để hoàn tác.".into() }]);
}
