//! The catalogue of units is chosen, saved, edited, read back and given up.

use sohoa::app::Effect;
use sohoa::units::Catalogue;
use sohoa::view::Action;

use super::Page;

const OWN: &str = "danh mục;tinh-mau\ntên danh mục;Tỉnh mẫu\nmã;tên;loại;nhóm\n\
                   bac-ha;UBND xã Bắc Hà;xã;Cấp xã\nthac-la;UBND xã Thác Lạ;xã;Cấp xã\n";

const FILE: &str = "Đơn vị;Tỷ lệ số hóa hồ sơ\nXã Thác Lạ;53,1%\nXã Bắc Hà;48,1%\n";

/// A file as the page hands it over: one letter a byte.
fn loaded(bytes: &[u8]) -> Action {
    Action::CatalogueLoaded { value: bytes.iter().map(|byte| char::from(*byte)).collect() }
}

fn chosen(value: &str) -> Action {
    Action::CatalogueChosen { value: value.to_owned() }
}

fn names(page: &Page, units: &[&str]) -> bool {
    page.order() == units
}

#[test]
fn a_page_without_files_tells_its_catalogue_and_offers_all() {
    let page = Page::started(None);
    let shown = page.region("units");
    for catalogue in Catalogue::all() {
        assert!(shown.contains(&format!("<option value=\"{}\">{}</option>", catalogue.id, catalogue.label)), "{shown}");
    }
    assert!(
        shown.contains("<option value=\"\" selected>Tự chọn theo kỳ báo cáo") && !shown.contains("catalogue-forget")
    );
}

#[test]
fn a_chosen_catalogue_counts_at_once_is_remembered_and_taken_back() {
    let file = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bắc Hà;48,1%\nUBND huyện Bảo Yên;72,3%\n";
    let mut page = Page::started(None);
    page.open("a.csv", file);
    assert!(names(&page, &["bao-yen", "bac-ha"]));
    let at_once = |page: &mut Page, action: Action| {
        let effects = page.act(action);
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Focus { .. })), "{effects:?}");
        page.gather(1, "a.csv", file);
    };
    at_once(&mut page, chosen("laocai-2025"));
    assert!(page.region("unmatched").contains("2 dòng") && page.region("units").contains("do anh/chị chọn"));
    assert!(page.region("method").contains("99 xã, phường") || page.region("ranking-region").is_empty());
    let mut later = Page::started(Some(&page.kept()));
    later.open("b.csv", file);
    assert!(later.region("unmatched").contains("2 dòng"));
    // Arrows pass through the list: one step.
    at_once(&mut page, chosen("laocai-2025-03"));
    at_once(&mut page, Action::Undone);
    assert!(names(&page, &["bao-yen", "bac-ha"]) && page.region("units").contains("value=\"\" selected"));
}

#[test]
fn the_catalogue_in_use_is_saved_as_its_file() {
    let mut page = Page::started(None);
    page.act(chosen("laocai-2025"));
    let effects = page.act(Action::CatalogueSaved);
    let [Effect::Save { name, bytes, .. }, Effect::Status { text }] = &effects[..] else { panic!("{effects:?}") };
    assert!(name == "danh-muc-laocai-2025.csv" && text.contains(name), "{text}");
    assert_eq!(Catalogue::from_csv(std::str::from_utf8(bytes).unwrap()).ok(), Catalogue::by_id("laocai-2025"));
}

#[test]
fn an_own_catalogue_is_read_used_kept_and_given_up() {
    let mut page = Page::started(None);
    page.open("a.csv", FILE);
    assert!(page.region("unmatched").contains("«Xã Thác Lạ»"));
    page.act(loaded(OWN.as_bytes()));
    page.gather(1, "a.csv", FILE);
    assert!(names(&page, &["thac-la", "bac-ha"]), "{:?}", page.order());
    assert!(
        page.region("units").contains("Của cơ quan: Tỉnh mẫu") && page.region("units").contains("danh mục của cơ quan")
    );
    assert!(page.status().starts_with("Đã sửa: nạp danh mục «Tỉnh mẫu», 2 đơn vị."), "{}", page.status());
    let mut later = Page::started(Some(&page.kept()));
    later.open("b.csv", FILE);
    assert!(names(&later, &["thac-la", "bac-ha"]));
    // A name can be matched to a unit that only this catalogue has.
    later.act(Action::NameMatched { name: "Thác Rất Lạ".into(), value: "thac-la".into() });
    later.gather(1, "b.csv", FILE);
    assert!(later.region("remembered").contains("UBND xã Thác Lạ"), "{}", later.region("remembered"));
    // Another one is used and the own one stays to be chosen again.
    later.act(chosen(""));
    later.gather(1, "b.csv", FILE);
    assert!(
        later.region("unmatched").contains("Thác Lạ") && later.region("units").contains("value=\"own\">Của cơ quan")
    );
    page.act(Action::CatalogueForgotten);
    page.gather(1, "a.csv", FILE);
    assert!(page.region("unmatched").contains("Thác Lạ") && !page.region("units").contains("Của cơ quan"));
    assert!(!page.kept().contains("own-catalogue"));
    page.act(Action::Undone);
    page.gather(1, "a.csv", FILE);
    assert!(names(&page, &["thac-la", "bac-ha"]));
}

#[test]
fn what_is_no_catalogue_changes_nothing_and_every_fault_is_told() {
    let faulty = OWN.replace(";xã;", ";làng;").replace("thac-la", "Thác Lạ");
    let mut page = Page::started(None);
    for (bytes, told) in [
        (faulty.as_bytes(), &["3 chỗ sai", "Dòng 4, cột «loại»", "Dòng 5, cột «mã»"][..]),
        (FILE.as_bytes(), &["cột «mã» và «tên»"]),
        (b"", &["cột «mã» và «tên»"]),
        (b"PK\x03\x04abc", &["Bảng tính", "Danh mục đơn vị cũ vẫn giữ"]),
        (&vec![b'x'; (4 << 20) + 1], &["4 MB"]),
    ] {
        let effects = page.act(loaded(bytes));
        let [Effect::Mark { id: "catalogue-file", error }, Effect::Status { text }] = &effects[..] else {
            panic!("{effects:?}")
        };
        assert!(told.iter().all(|told| error.contains(told)), "{error}");
        assert!(!text.contains('\n'), "{text}");
    }
    let effects = page.act(loaded(OWN.as_bytes()));
    assert!(effects.contains(&Effect::Mark { id: "catalogue-file", error: String::new() }));
}
