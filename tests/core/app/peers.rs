//! Against whom: the table filtered, groups of the office's own, rules with previews, the set of limits, the formula.

use sohoa::app::Effect;
use sohoa::view::Action;
use sohoa::view::Peers;
use sohoa::view::Ruling;
use sohoa::view::Sample;

use super::Page;

const COMPONENTS: &str = include_str!("../../cases/components-of-each-unit/thanh-phan.csv");

fn peer(what: Peers, value: &str) -> Action {
    Action::Peer { what, value: value.to_owned() }
}

fn rule(what: Ruling, value: &str) -> Action {
    Action::Rule { what, value: value.to_owned() }
}

fn letter() -> Page {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Letter });
    page
}

/// What is said of a relative rule.
fn preview(page: &Page, code: &str) -> String {
    let rules = page.region("rules");
    let rule = rules.split(&format!("data-rule=\"{code}\"")).nth(1).expect("a rule");
    rule.split("class=\"preview-of\">").nth(1).unwrap().split("</p>").next().unwrap().to_owned()
}

#[test]
fn the_table_is_filtered_by_name_and_by_note() {
    let mut page = letter();
    page.act(peer(Peers::Name, "ba"));
    // Bảo Yên, Bảo Thắng, Bát Xát, Văn Bàn and Bắc Hà, however the mark stands.
    assert_eq!(page.order(), ["bao-yen", "bao-thang", "bat-xat", "van-ban", "bac-ha"]);
    assert_eq!(page.status(), "Bảng còn 5 trên 9 đơn vị."); // heard by who does not see the table
    page.act(peer(Peers::Note, "low"));
    assert_eq!(page.order(), ["van-ban", "bac-ha"]);
    assert_eq!(page.status(), "Bảng còn 2 trên 9 đơn vị.");
    assert!(page.region("peers").contains("Đang lọc: 2 / 9 đơn vị."));
    assert!(page.region("ranking-region").contains("chỉ 2 trên 9 đơn vị, đang lọc")); // on paper, too
    page.act(peer(Peers::Name, "xyz"));
    assert!(page.order().is_empty() && page.region("ranking-region").contains("bỏ lọc"));
    assert_eq!(page.status(), "Không đơn vị nào trong 9 đơn vị hợp với điều đang lọc.");
    let effects = page.act(peer(Peers::Unfiltered, ""));
    assert_eq!(effects.last(), Some(&Effect::Return { id: "filter-name".into() }));
    assert_eq!(page.order().len(), 9);
    assert_eq!(page.status(), "Bảng có đủ 9 đơn vị.");
}

#[test]
fn a_group_of_the_office_is_ranked_among_itself_and_remembered() {
    let mut page = letter();
    for unit in ["si-ma-cai", "bac-ha", "muong-khuong"] {
        page.act(peer(Peers::Ticked { unit: unit.into() }, "true"));
    }
    page.act(peer(Peers::Ticked { unit: "muong-khuong".into() }, "false"));
    page.act(peer(Peers::Kept, ""));
    assert!(page.status().contains("chưa có tên") && page.region("peers").contains("chưa có tên"));
    page.act(peer(Peers::Drafted, " Vùng cao "));
    let effects = page.act(peer(Peers::Kept, ""));
    assert_eq!(effects.last(), Some(&Effect::Return { id: "own-group".into() }));
    let table = page.region("ranking-region");
    assert!(table.contains("nhóm riêng «Vùng cao»"));
    assert_eq!(page.order(), ["si-ma-cai", "bac-ha"]);
    // The second of two, where it is the ninth of nine.
    let rank =
        |page: &Page| page.region("ranking-region").split("data-field=\"rank\">").last().unwrap()[..1].to_owned();
    assert_eq!(rank(&page), "2");
    let mut next = Page::started(Some(&page.kept()));
    next.act(Action::SampleAsked { sample: Sample::Letter });
    assert_eq!((next.order().len(), rank(&next)), (9, "9".to_owned()));
    next.act(peer(Peers::Own, "Vùng cao"));
    assert_eq!(next.order(), ["si-ma-cai", "bac-ha"]);
    next.act(peer(Peers::Forgotten { name: "Vùng cao".into() }, ""));
    assert_eq!(next.order().len(), 9);
    // One unit is no ranking.
    next.act(peer(Peers::Drafted, "Một"));
    next.act(peer(Peers::Ticked { unit: "bac-ha".into() }, "true"));
    next.act(peer(Peers::Kept, ""));
    assert!(next.status().contains("1 đơn vị nên không xếp hạng được"), "{}", next.status());
}

#[test]
fn a_department_is_found_by_the_short_names_it_goes_by() {
    let mut page = Page::started(None);
    page.open(
        "a.csv",
        "Đơn vị;Tỷ lệ số hóa hồ sơ\nSở Tài nguyên và Môi trường;70%\nSở Nội vụ;60%\nSở Lao động - Thương binh và Xã hội;50%\n",
    );
    for (typed, found) in [
        ("tnmt", "stnmt"),
        ("TN&MT", "stnmt"),
        ("Sở TNMT", "stnmt"),
        ("STNMT", "stnmt"),
        ("snv", "snv"),
        ("ldtbxh", "sldtbxh"),
        ("môi trường", "stnmt"),
    ] {
        page.act(peer(Peers::Name, typed));
        assert_eq!(page.order(), [found], "{typed}");
    }
}

#[test]
fn a_group_chosen_ends_the_group_of_the_office() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Portal });
    for unit in ["stc", "skhdt", "sct", "bac-ha"] {
        page.act(peer(Peers::Ticked { unit: unit.into() }, "true"));
    }
    page.act(peer(Peers::Drafted, "Khối kinh tế"));
    page.act(peer(Peers::Kept, ""));
    assert_eq!(page.order().len(), 4);
    page.act(Action::GroupChosen { value: "cap-huyen".into() });
    assert_eq!(page.status(), "Bảng nay là nhóm Cấp huyện, không còn theo nhóm riêng «Khối kinh tế».");
    assert!(page.region("summary").contains("Kết quả: Cấp huyện"));
    assert_eq!(page.order().len(), 9);
    assert!(!page.region("ranking-region").contains("nhóm riêng"));
    page.act(Action::GroupChosen { value: String::new() });
    assert!(page.status().starts_with("Đã xếp hạng 17 đơn vị"), "{}", page.status());
}

#[test]
fn ties_and_few_dossiers_are_told_in_the_row() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Portal });
    page.act(Action::GroupChosen { value: "so-nganh".into() });
    // Sở Y tế and Sở Văn hóa, Thể thao both have 61,2 %.
    assert_eq!(page.region("ranking-region").matches("đồng hạng").count(), 2);
    page.act(Action::GroupChosen { value: String::new() });
    page.open("a.csv", "Đơn vị;Tỷ lệ số hóa hồ sơ;Tiếp nhận\nH. Bắc Hà;48,1%;99\nH. Bảo Yên;60%;100\n");
    let few = |page: &Page| page.region("ranking-region").matches("ít hồ sơ").count();
    assert!(page.region("ranking-region").contains("ít hồ sơ: 99") && few(&page) == 1);
    page.act(rule(Ruling::Few, "101"));
    assert_eq!(few(&page), 2);
    page.act(rule(Ruling::Few, "90,5"));
    assert!(page.region("rules").contains("«90,5», không dùng được") && few(&page) == 2);
}

#[test]
fn a_relative_rule_is_previewed_put_in_force_changed_and_refused() {
    let mut page = letter();
    // The letter has no provincial row: what is needed is said.
    assert!(preview(&page, "percent-share-of-province").starts_with("Chưa có tỷ lệ toàn tỉnh"));
    assert_eq!(
        preview(&page, "bottom-percents"),
        "Nếu áp dụng: ghi chú 3 đơn vị (Mường Khương, Văn Bàn, Bắc Hà), dưới 53,1%."
    );
    page.act(rule(Ruling::Province, "57,7"));
    // 0,9 · 57,7 = 51,93.
    assert!(preview(&page, "percent-share-of-province").ends_with("dưới 51,93%."));
    // It is of this period alone, and nobody takes it for a file's.
    assert!(page.region("summary").contains("do cán bộ nhập") && !page.kept().contains("57.7"));
    page.act(rule(Ruling::Ticked { code: "bottom-percents".into() }, "true"));
    page.act(rule(Ruling::Value { code: "bottom-percents".into() }, "4"));
    // The fourth from below is Bát Xát with 53,1 %, the next has 53,9 %.
    assert_eq!(
        preview(&page, "bottom-percents"),
        "Ghi chú 4 đơn vị (Bát Xát, Mường Khương, Văn Bàn, Bắc Hà), dưới 53,9%."
    );
    assert_eq!(page.region("ranking-region").matches("note low").count(), 4);
    page.act(rule(Ruling::Value { code: "bottom-percents".into() }, "nhiều"));
    assert!(page.region("rules").contains("«nhiều», không dùng được: cần một số nguyên từ 1 đến 1000"));
    assert_eq!(page.region("ranking-region").matches("note low").count(), 4);
    page.act(rule(Ruling::Ticked { code: "bottom-percents".into() }, "false"));
    assert_eq!(page.region("ranking-region").matches("note low").count(), 3);
}

#[test]
fn a_set_of_limits_is_named_saved_and_loaded_and_a_bad_file_changes_nothing() {
    let mut page = letter();
    page.act(rule(Ruling::Name, "Quý II"));
    page.act(rule(Ruling::Since, "31/6/2023"));
    assert!(page.region("rules").contains("«31/6/2023», không dùng được"));
    page.act(rule(Ruling::Since, "01/7/2023"));
    page.act(rule(Ruling::Ticked { code: "bottom-copies".into() }, "true"));
    assert!(page.region("method").contains("Bộ ngưỡng: Quý II; dùng từ 01/7/2023."));
    let effects = page.act(rule(Ruling::Saved, ""));
    let [Effect::Save { name, bytes, .. }, _] = &effects[..] else { panic!("a file") };
    assert_eq!(name, "nguong-sohoa.json");
    let saved = String::from_utf8(bytes.clone()).unwrap();
    let mut other = letter();
    for bad in ["", "không phải", "{\"thresholds\": {\"rate-low\": 101}}"] {
        other.act(rule(Ruling::Loaded, bad));
        assert!(other.status().contains("bộ đang dùng vẫn giữ"), "{}", other.status());
        assert!(!other.region("method").contains("Quý II"));
    }
    other.act(rule(Ruling::Loaded, &saved));
    assert_eq!(other.status(), "Đã nạp bộ ngưỡng «Quý II»; kết quả theo bộ này.");
    assert!(other.region("method").contains("Bộ ngưỡng: Quý II") && !other.region("rules").contains("vẫn giữ"));
    assert!(preview(&other, "bottom-copies").starts_with("Ghi chú 4 đơn vị"));
}

#[test]
fn the_formula_is_chosen_and_its_version_stands_beside_the_number() {
    let mut page = Page::started(None);
    page.open("thanh-phan.csv", COMPONENTS);
    assert!(page.region("ranking-region").contains("Tổng điểm bảy thành phần trên 22 (points22)"));
    page.act(rule(Ruling::Edition, "described-2022"));
    assert!(page.region("ranking-region").contains("(points22+B80)"));
    page.act(rule(Ruling::Formula, "mean_rates"));
    assert!(page.region("ranking-region").contains("Trung bình cộng các tỷ lệ (mean_rates+B80)"));
    page.act(rule(Ruling::Formula, ""));
    page.act(rule(Ruling::Edition, "shown-2026"));
    assert!(page.region("ranking-region").contains("(points22)"));
}

#[test]
fn units_are_drawn_side_by_side_where_files_give_counts() {
    let mut page = letter();
    assert_eq!(page.region("peer-charts"), "");
    page.open("thanh-phan.csv", COMPONENTS);
    let drawn = page.region("peer-charts");
    assert!(drawn.contains("id=\"multiples\"") && drawn.contains("id=\"funnel\""));
    // Seven districts have 243 of 1.000 in B; Bát Xát's 1.243 of 1.000 cannot be drawn, Sa Pa has none of 0.
    assert_eq!(drawn.matches("class=\"inside\"").count() + drawn.matches("class=\"outside\"").count(), 7);
    assert_eq!(drawn.matches("class=\"outside\"").count(), 0);
    page.act(peer(Peers::Funnel, "A"));
    // 752 of 1.000 in eight districts.
    assert_eq!(page.region("peer-charts").matches("class=\"inside\"").count(), 8);
}
