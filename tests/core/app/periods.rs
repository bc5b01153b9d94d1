//! Stories of two months: sessions saved, opened and taken for the month before, appendices held against the present.

use sohoa::analysis::is_session;
use sohoa::app::Effect;
use sohoa::app::Stage;
use sohoa::view::Action;
use sohoa::view::Correction;
use sohoa::view::Limit;
use sohoa::view::PeriodAct;
use sohoa::view::PeriodRole;
use sohoa::view::Sample;

use super::Page;

pub(super) const MAY: &str = "BÁO CÁO THÁNG 5/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bát Xát;51%;900\nH. Bắc Hà;53,5%;1.100\nH. Văn Bàn;45%;700\n";
pub(super) const JUNE: &str = "BÁO CÁO THÁNG 6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bát Xát;54%;1.200\nH. Bắc Hà;48%;1.150\nH. Văn Bàn;47%;900\n";

/// An act with what the page adds to it.
pub(super) fn act(act: PeriodAct, name: &str, value: &str) -> Action {
    Action::Period { act, value: value.to_owned(), name: name.to_owned(), behind: false }
}

pub(super) fn plain(own: PeriodAct) -> Action {
    act(own, "", "")
}

/// A file as the page hands it over: a letter a byte.
fn given(role: PeriodRole, name: &str, text: &str) -> Action {
    act(PeriodAct::Given { role }, name, &text.bytes().map(char::from).collect::<String>())
}

pub(super) fn earlier(name: &str, text: &str) -> Action {
    given(PeriodRole::Earlier, name, text)
}

/// The session as the page saves it: name and text.
pub(super) fn saved(page: &mut Page) -> (String, String) {
    let effects = page.act(plain(PeriodAct::Saved));
    let [Effect::Save { name, bytes, mime: "application/json" }, Effect::Status { .. }] = &effects[..] else {
        panic!("{effects:?}")
    };
    (name.clone(), String::from_utf8(bytes.clone()).unwrap())
}

/// The row of a unit in the table of changes, its cells as text.
pub(super) fn change(page: &Page, unit: &str) -> String {
    let table = page.region("since");
    let row = table.split(&format!("data-change=\"{unit}\"")).nth(1).unwrap_or_else(|| panic!("{unit}: {table}"));
    let row = row.split_once('>').unwrap().1.split("</tr>").next().unwrap();
    let mut text = String::new();
    let mut inside = false;
    for letter in row.replace("</td>", "|").replace("</th>", "|").chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text
}

#[test]
fn the_month_before_comes_from_its_session_and_every_change_is_told() {
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    let (name, session) = saved(&mut page);
    assert_eq!(name, "phien-2023-05.json");
    assert!(is_session(&session));
    // A new month on a machine that has seen nothing.
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    assert!(page.region("earlier").contains("Chưa có kỳ trước nào"));
    page.act(earlier(&name, &session));
    // Ranks: before 53,5 51 45; now 54 48 47.
    assert_eq!(
        change(&page, "bat-xat"),
        "UBND huyện Bát Xát|51%|54%|+3|2 → 1|tăng 1 bậc|900 → 1.200|+300|ra khỏi «Quá thấp»|"
    );
    assert_eq!(
        change(&page, "bac-ha"),
        "UBND huyện Bắc Hà|53,5%|48%|−5,5|1 → 2|giảm 1 bậc|1.100 → 1.150|+50|mới vào «Thấp»|"
    );
    assert_eq!(
        change(&page, "van-ban"),
        "UBND huyện Văn Bàn|45%|47%|+2|3 → 3|giữ nguyên|700 → 900|+200|2 kỳ liên tiếp «Thấp»; 2 kỳ liên tiếp «Quá thấp»|"
    );
    let since = page.region("since");
    assert!(since.contains("Kỳ này (tháng 6/2023) so với kỳ trước (tháng 5/2023)"), "{since}");
    assert!(since.contains("mới vào: Bắc Hà; ra khỏi: không có; vẫn còn: Văn Bàn (2 kỳ liên tiếp)."), "{since}");
    assert!(since.contains("Các đơn vị «Thấp» kỳ trước: </strong>1 tăng (Văn Bàn)."), "{since}");
    // The change stands in the ranking until it is left out, and in the session that is saved.
    assert!(page.region("ranking-region").contains("+3 điểm; tăng 1 bậc"));
    page.act(plain(PeriodAct::ColumnChosen));
    assert!(!page.region("ranking-region").contains("So với kỳ trước"));
    assert!(saved(&mut page).1.contains("phien-2023-05.json"));
    page.act(plain(PeriodAct::Dropped { at: 0 }));
    assert_eq!(page.region("since"), "");
}

#[test]
fn months_chosen_together_are_told_apart_and_the_earlier_becomes_the_month_before() {
    for (first, second) in [(("5.csv", MAY), ("6.csv", JUNE)), (("6.csv", JUNE), ("5.csv", MAY))] {
        let mut page = Page::started(None);
        page.open(first.0, first.1);
        page.open(second.0, second.1);
        // Ranked by June, whichever was chosen first.
        assert!(page.region("notices").contains("51% ≠ 54% (6.csv, dòng 3, cột 2 (B))"), "{}", page.region("notices"));
        let offer = page.region("earlier");
        assert!(offer.contains("có 1 tệp của kỳ trước: 5.csv"), "{offer}");
        let effects = page.act(plain(PeriodAct::FilesSetBack));
        assert!(effects.contains(&Effect::Focus { id: "periods-heading" }));
        assert_eq!(
            change(&page, "van-ban"),
            "UBND huyện Văn Bàn|45%|47%|+2|3 → 3|giữ nguyên|700 → 900|+200|2 kỳ liên tiếp «Thấp»; 2 kỳ liên tiếp «Quá thấp»|"
        );
        assert!(!page.region("earlier").contains("tệp của kỳ trước") && !page.region("notices").contains("≠"));
    }
}

#[test]
fn a_session_alone_is_the_present_and_beside_figures_the_month_before() {
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    page.act(Action::LimitTyped { limit: Limit::RateLow, value: "46".into() });
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open(&name, &session);
    assert_eq!((page.stage(), page.order()), (Stage::Done, vec!["bac-ha", "bat-xat", "van-ban"]));
    assert!(page.status().starts_with("Đã mở phiên phien-2023-05.json làm kỳ này"), "{}", page.status());
    assert!(page.effects.contains(&Effect::Fill { id: "threshold-percent", value: "46".into() }));
    // What a session brought cannot be read again: that is said, not passed over.
    let meaning = Correction::Meaning { header: "ty le so hoa ho so".into() };
    page.act(Action::FileCorrected { file: "5.csv".into(), what: meaning, value: "none".into() });
    assert!(page.status().starts_with("Chưa sửa được: 5.csv được mở từ phiên"), "{}", page.status());
    // The bytes saved again are the same.
    assert_eq!(saved(&mut page), (name.clone(), session.clone()));
    // Later figures take its place, and it becomes the month before.
    page.open("6.csv", JUNE);
    assert!(page.status().starts_with("Phiên phien-2023-05.json được dùng làm kỳ trước"), "{}", page.status());
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "van-ban"]);
    assert!(change(&page, "bat-xat").contains("|+3|"));
    // An officer may think otherwise: then June is kept among the periods, and refused as later.
    page.act(plain(PeriodAct::Opened { at: 0 }));
    assert_eq!(page.order(), ["bac-ha", "bat-xat", "van-ban"]);
    let list = page.region("earlier");
    assert!(list.contains("phien-2023-06.json") && list.contains("không trước kỳ này"), "{list}");
    page.act(plain(PeriodAct::Opened { at: 0 }));
    assert!(change(&page, "bat-xat").contains("|+3|"));
    // Beside figures a session is the month before at once, also in one drop.
    let mut page = Page::started(None);
    let ids = page.offer(&[&name, "6.csv"]);
    page.gather(ids[0], &name, &session);
    assert_eq!(page.stage(), Stage::Reading);
    page.gather(ids[1], "6.csv", JUNE);
    assert!(page.status().starts_with("Đã nạp kỳ trước từ phien-2023-05.json."), "{}", page.status());
    assert!(change(&page, "bat-xat").contains("|+3|"));
}

#[test]
fn of_two_sessions_alone_the_later_is_the_present() {
    let session = |text: &str| {
        let mut page = Page::started(None);
        page.open("a.csv", text);
        saved(&mut page).1
    };
    let (may, june) = (session(MAY), session(JUNE));
    let mut page = Page::started(None);
    let ids = page.offer(&["b.json", "a.json"]);
    page.gather(ids[0], "b.json", &june);
    page.gather(ids[1], "a.json", &may);
    assert_eq!(page.order(), ["bat-xat", "bac-ha", "van-ban"]);
    assert!(change(&page, "bat-xat").contains("|+3|"));
}

#[test]
fn a_month_that_a_session_keeps_and_a_file_gives_counts_once() {
    let april = MAY.replace("THÁNG 5", "THÁNG 4");
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    page.act(earlier("4.csv", &april));
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(earlier("thang-4.csv", &april));
    page.act(earlier(&name, &session));
    // April, May, June: Văn Bàn stood below 50 % three times, not four.
    assert!(change(&page, "van-ban").contains("3 kỳ liên tiếp «Thấp»"), "{}", change(&page, "van-ban"));
    assert!(page.region("earlier").contains("không: đã có số liệu cùng kỳ từ tệp khác"), "{}", page.region("earlier"));
    // A second file for the same days takes the place of the first.
    page.act(earlier("thang-5.csv", &MAY.replace("51%", "50%")));
    assert_eq!(page.status(), "Đã nạp kỳ trước từ thang-5.csv, thay cho phien-2023-05.json cùng kỳ.");
    assert!(change(&page, "bat-xat").contains("|+4|"));
}

#[test]
fn a_session_of_the_same_days_joins_what_is_missing_until_it_is_set_back() {
    let mut page = Page::started(None);
    page.open("6.csv", "BÁO CÁO THÁNG 6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ\nH. Bát Xát;54%\n");
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open(&name, &session);
    page.open("sao-y.csv", "BÁO CÁO THÁNG 6/2023\nĐơn vị;Chứng thực điện tử\nH. Bát Xát;1.200\n");
    assert!(page.region("ranking-region").contains("1.200") && page.region("ranking-region").contains("54%"));
    page.act(plain(PeriodAct::SetBack));
    assert!(!page.region("ranking-region").contains("54%"));
    assert!(page.region("earlier").contains("phien-2023-06.json"));
}

#[test]
fn a_damaged_altered_or_newer_session_is_told_and_loses_nothing() {
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    let (name, session) = saved(&mut page);
    let half: String = session.chars().take(session.chars().count() / 2).collect();
    for (text, words) in [
        (half, "bị hỏng từ dòng"),
        (session.replacen("900", "901", 1), "mã kiểm tra không khớp"),
        (session.replacen("\"version\": 1", "\"version\": 9", 1), "phiên bản mới hơn"),
    ] {
        let mut page = Page::started(None);
        page.open("6.csv", JUNE);
        page.act(earlier(&name, &text));
        assert!(page.status().contains(words) && page.status().contains("giữ nguyên"), "{}", page.status());
        assert!(
            page.effects
                .iter()
                .any(|effect| matches!(effect, Effect::Mark { id: "earlier-file", error } if error.contains(words)))
        );
        assert_eq!(page.order().len(), 3);
        // The same among ordinary files.
        page.open(&name, &text);
        assert!(page.region("errors").contains(words), "{}", page.region("errors"));
        assert_eq!(page.order().len(), 3);
    }
}

#[test]
fn an_appendix_is_pasted_as_the_month_before_and_unlike_ones_are_refused_with_their_reason() {
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    page.act(act(PeriodAct::Pasted { role: PeriodRole::Earlier }, "", &MAY.replace(';', "\t")));
    assert!(change(&page, "bat-xat").contains("|+3|"));
    page.act(act(PeriodAct::Pasted { role: PeriodRole::Earlier }, "", &MAY.replace("THÁNG 5", "QUÝ I")));
    assert!(page.region("earlier").contains("khác loại với kỳ này"), "{}", page.region("earlier"));
    assert!(page.status().starts_with("Đã đọc Bảng đã dán 2 nhưng không so được."), "{}", page.status());
    for (text, words) in [("  ", "Chưa có gì trong ô"), ("Xin chào", "Bảng đã dán 3: ")] {
        page.act(act(PeriodAct::Pasted { role: PeriodRole::Earlier }, "", text));
        assert!(page.status().starts_with(words), "{}", page.status());
    }
    assert!(change(&page, "bat-xat").contains("|+3|"));
}

#[test]
fn the_issued_appendix_is_held_against_the_present_with_its_own_notes() {
    let mut page = Page::started(None);
    page.open("6.csv", JUNE);
    // Bát Xát was issued with 53 %, Văn Bàn without its note, though 47 % is below the limit.
    let issued = "Đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;Chứng thực điện tử\nH. Bát Xát;53%;;1.200\nH. Bắc Hà;48%;Thấp;1.150\nH. Văn Bàn;47%;;900\n";
    page.act(given(PeriodRole::Issued, "phu-luc.csv", issued));
    let table = page.region("reconciled").to_owned();
    assert!(table.contains("<strong>2 khác biệt</strong> ở 2 đơn vị"), "{table}");
    assert!(table.contains("<td>tỷ lệ %</td><td>53%</td><td>54%</td>"), "{table}");
    assert!(table.contains("<td>ghi chú của tỷ lệ</td><td>(trống)</td><td>Thấp</td>"), "{table}");
    page.act(act(PeriodAct::Pasted { role: PeriodRole::Issued }, "", JUNE));
    assert!(page.region("reconciled").contains("Không có khác biệt nào"));
    // The provincial percentage has a row of its own, where both have one.
    let province = |percent: &str| format!("{JUNE}Toàn tỉnh;{percent};\n");
    page.act(act(PeriodAct::Pasted { role: PeriodRole::Issued }, "", &province("57,8%")));
    assert!(page.region("reconciled").contains("Không có khác biệt nào"));
    page.open("6.csv", &province("57,7%"));
    let table = page.region("reconciled").to_owned();
    assert!(table.contains("<strong>1 khác biệt</strong> ở số toàn tỉnh. "), "{table}");
    let row = "<th scope=\"row\">Toàn tỉnh</th><td>tỷ lệ %</td><td>57,8%</td><td>57,7%</td>";
    assert!(table.contains(row), "{table}");
    page.act(plain(PeriodAct::IssuedDropped));
    assert_eq!(page.region("reconciled"), "");
}

#[test]
fn a_running_month_is_provisional_until_its_session_is_the_month_before() {
    let mut page = Page::started(None);
    page.open("5.csv", MAY);
    page.act(act(PeriodAct::AsOfTyped, "", "20/5/2023"));
    let (name, session) = saved(&mut page);
    page.act(earlier("4.csv", &MAY.replace("THÁNG 5", "THÁNG 4")));
    assert!(page.region("since").contains("Kỳ này (tháng 5/2023, tạm thời) so với kỳ trước (tháng 4/2023)"));
    assert!(page.region("since").contains("Số liệu của kỳ này là tạm thời"));
    let effects = page.act(act(PeriodAct::AsOfTyped, "", "hôm qua"));
    assert!(
        matches!(&effects[..], [Effect::Mark { id: "as-of", error }] if error.contains("«hôm qua»")),
        "{effects:?}"
    );
    // Opened again it is still running; June's figures are not.
    let mut page = Page::started(None);
    page.open(&name, &session);
    assert!(page.effects.contains(&Effect::Fill { id: "as-of", value: "20/5/2023".into() }));
    page.open("6.csv", JUNE);
    assert!(page.region("since").contains("Kỳ này (tháng 6/2023) so với kỳ trước (tháng 5/2023, tạm thời)"));
    let last = page.effects.iter().rev().find(|effect| matches!(effect, Effect::Fill { id: "as-of", .. }));
    assert_eq!(last, Some(&Effect::Fill { id: "as-of", value: String::new() }));
}

#[test]
fn the_sample_of_three_months_tells_streaks_and_goes_with_its_months() {
    let mut page = Page::started(None);
    page.act(Action::SampleAsked { sample: Sample::Months });
    // Bắc Hà 41,6 → 44,9 → 48,1 and Văn Bàn 48,3 → 47,5 → 49: below 50 three times.
    let since = page.region("since");
    assert!(since.contains("vẫn còn: Văn Bàn (3 kỳ liên tiếp), Bắc Hà (3 kỳ liên tiếp)."), "{since}");
    // Mường Khương fell from 50,4 to 49,5; Si Ma Cai rose from 49,2 to 53,9.
    assert!(since.contains("«Thấp»: </strong>mới vào: Mường Khương; ra khỏi: Si Ma Cai;"), "{since}");
    let words = "Bắc Hà: đến 05/4/2023 41,6%; đến 05/5/2023 44,9%; đến 05/6/2023 48,1% – Thấp";
    assert!(since.contains(words), "{since}");
    assert_eq!(since.matches("id=\"slope\"").count() + since.matches("id=\"trend\"").count(), 2);
    assert!(!page.region("earlier").contains("Mở làm kỳ này"));
    page.open("6.csv", JUNE);
    assert_eq!(page.region("since"), "");
}

#[test]
fn a_months_file_takes_nothing_from_a_session_with_one_of_the_same_name() {
    let mut page = Page::started(None);
    page.open("xuat.csv", MAY);
    let (name, session) = saved(&mut page);
    let mut page = Page::started(None);
    page.open(&name, &session);
    page.open("xuat.csv", JUNE);
    assert!(page.status().starts_with("Phiên phien-2023-05.json được dùng làm kỳ trước"), "{}", page.status());
    assert!(change(&page, "bat-xat").contains("|+3|"));
}
