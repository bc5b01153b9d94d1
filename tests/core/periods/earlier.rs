//! Earlier files: what of them is compared, what is not used, and what an issued appendix is held against.

use super::APRIL;
use super::COPIES;
use super::Files;
use super::MAY;
use super::PERCENT;
use super::SINCE_2020;

#[test]
fn of_two_earlier_files_that_disagree_the_one_not_used_is_named() {
    let files = Files::of("disagree")
        .table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%")
        .table("pl4.csv", APRIL, &format!("{PERCENT};{COPIES}"), "Huyện Bảo Yên;71%;366|Huyện Bắc Hà;51%;426")
        .table("pl4b.csv", APRIL, &format!("{PERCENT};{COPIES}"), "Huyện Bảo Yên;71%;366|Huyện Bắc Hà;33,3%;500");
    let text = files.printed("pl5.csv --previous pl4.csv pl4b.csv");
    assert!(text.contains("UBND huyện Bắc Hà: +18,7 điểm phần trăm (từ 33,3%)"), "{text}");
    let said = "! UBND huyện Bắc Hà: tỷ lệ 33,3% ≠ 51%, chứng thực 500 ≠ 426; dùng số của pl4b.csv, không dùng số của pl4.csv.";
    assert!(text.contains(said), "{text}");
    assert!(!text.contains("UBND huyện Bảo Yên: tỷ lệ"), "{text}");
    assert!(!files.printed("pl5.csv --previous pl4.csv pl4.csv").contains('≠'));
}

#[test]
fn what_of_an_earlier_file_was_not_used_is_told() {
    let files = Files::of("not-used")
        .table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%")
        .table("sai.csv", APRIL, PERCENT, "Huyện Bảo Yên;71%|Huyện Bắc Hạn;51%")
        .table("lap.csv", APRIL, PERCENT, "Huyện Bảo Yên;71%|Huyện Bắc Hà;51%|Huyện Bắc Hà;12,3%")
        .table("hai.csv", APRIL, PERCENT, "Huyện Bảo Yên;71%|Sở Y tế;51%")
        .table("lap-issued.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%|Huyện Bắc Hà;12,3%");
    let text = files.printed("pl5.csv --previous sai.csv");
    assert!(text.contains("! sai.csv: 1 tên không khớp danh mục nên không so: Huyện Bắc Hạn"), "{text}");
    assert!(text.contains("! 1 đơn vị của kỳ này không có số liệu kỳ trước để so: UBND huyện Bắc Hà"), "{text}");
    let text = files.printed("pl5.csv --previous lap.csv");
    assert!(
        text.contains("! lap.csv: dòng 5, cột 2 (B): 12,3% ≠ 51% (lap.csv, dòng 4, cột 2 (B)). Một đơn vị"),
        "{text}"
    );
    let text = files.printed("pl5.csv --previous hai.csv");
    assert!(text.contains("! 1 đơn vị của kỳ này không có số liệu kỳ trước để so: UBND huyện Bắc Hà"), "{text}");
    let text = files.printed("pl5.csv --issued lap-issued.csv");
    assert!(text.contains("! lap-issued.csv: dòng 5, cột 2 (B): 12,3% ≠ 52%"), "{text}");
}

#[test]
fn what_an_earlier_session_or_report_could_not_match_is_told_as_of_a_table() {
    let files = Files::of("unmatched").table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%").table(
        "sai.csv",
        APRIL,
        PERCENT,
        "Huyện Bảo Yên;71%|Huyện Bắc Hạn;51%",
    );
    files.printed("sai.csv --format json --out sai.json --save phien.json");
    for (earlier, text) in
        ["sai.csv", "sai.json", "phien.json"].map(|name| (name, files.printed(&format!("pl5.csv --previous {name}"))))
    {
        let told = format!("! {earlier}: 1 tên không khớp danh mục nên không so: Huyện Bắc Hạn.");
        assert!(text.contains(&told), "{text}");
    }
    // As an editor with a comma for decimals leaves it.
    let export = std::fs::read_to_string(files.0.join("sai.json")).unwrap();
    let files = files.file("sua.json", &export.replace("\"71\"", "\"71,5\""));
    let text = files.printed("pl5.csv --previous sua.json");
    assert!(text.contains("Báo cáo JSON này không còn như khi công cụ in ra: dòng "), "{text}");
}

#[test]
fn who_was_reminded_and_has_no_figure_now_is_named() {
    let both = format!("{PERCENT};{COPIES}");
    let files = Files::of("reminded")
        .table("nay.csv", MAY, &both, "Huyện Bảo Yên;72,3%;1500|Huyện Bắc Hà;-;-|Thị xã Sa Pa;45%;1200")
        .table(
            "truoc.csv",
            APRIL,
            &both,
            "Huyện Bảo Yên;71%;1400|Huyện Bắc Hà;40%;500|Huyện Văn Bàn;41%;600|Thị xã Sa Pa;56,9%;-|Sở Y tế;12%;3",
        );
    let text = files.printed("nay.csv --previous truoc.csv");
    // In their order of then. Of the departments the present file names none.
    let told = "! 2 đơn vị bị nhắc kỳ trước nay chưa có số liệu, nên chưa biết đã khắc phục hay chưa: UBND huyện Văn Bàn, UBND huyện Bắc Hà.";
    assert!(text.contains(told), "{text}");
    // Sa Pa's percentage is compared; its copies alone were not known.
    let told = "! 1 đơn vị của kỳ này không có số chứng thực kỳ trước để so: UBND thị xã Sa Pa.";
    assert!(text.contains(told) && !text.contains("không có tỷ lệ kỳ trước"), "{text}");
    assert!(!files.printed("truoc.csv --previous truoc.csv").contains("bị nhắc kỳ trước nay"));
}

#[test]
fn a_file_of_a_month_goes_before_what_a_session_merely_keeps() {
    let march = "Từ ngày 01/03/2023 đến ngày 31/03/2023";
    let files = Files::of("kept")
        .table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%")
        .table("pl4.csv", APRIL, PERCENT, "Huyện Bảo Yên;71%|Huyện Bắc Hà;51%")
        .table("pl3.csv", march, PERCENT, "Huyện Bảo Yên;70%|Huyện Bắc Hà;50,2%")
        .table("pl3b.csv", march, PERCENT, "Huyện Bảo Yên;70%|Huyện Bắc Hà;11,1%");
    files.printed("pl4.csv --previous pl3.csv --save s4.json");
    for order in ["s4.json pl3b.csv", "pl3b.csv s4.json"] {
        let report = files.json(&format!("pl5.csv --previous {order}"));
        let units = report["comparison"]["units"].as_array().expect("units").clone();
        let bac_ha = units.iter().find(|unit| unit["id"] == "bac-ha").unwrap();
        assert_eq!(bac_ha["history"], serde_json::json!(["11.1", "51", "52"]), "{order}: {bac_ha}");
    }
}

#[test]
fn counts_of_dossiers_in_an_earlier_file_are_not_compared_and_that_is_said() {
    let list = |month: u32, end: u32| {
        format!(
            "Từ ngày 01/{month:02}/2023 đến ngày {end}/{month:02}/2023\nĐơn vị;Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Số thành phần đã số hóa\nHuyện Bảo Yên;H38.24-23{month:02}05-0001;05/{month:02}/2023;Đã trả kết quả;1\n"
        )
    };
    let files = Files::of("counts").file("l4.csv", &list(4, 30)).file("l5.csv", &list(5, 31)).table(
        "pl4.csv",
        "Từ ngày 01/04/2023 đến ngày 30/04/2023",
        PERCENT,
        "Huyện Bảo Yên;71%",
    );
    let text = files.printed("l5.csv --previous l4.csv");
    assert!(text.contains("! l4.csv: Tệp không có tỷ lệ % hay số chứng thực"), "{text}");
    assert!(!text.contains("1 kỳ đã nạp"), "{text}");
    for order in ["l4.csv pl4.csv", "pl4.csv l4.csv"] {
        let text = files.printed(&format!("l5.csv --previous {order}"));
        assert!(text.contains("! l4.csv: Tệp không có tỷ lệ % hay số chứng thực"), "{order}: {text}");
        assert!(text.contains("so với pl4.csv (từ 01/4/2023 đến 30/4/2023), 1 kỳ đã nạp"), "{order}: {text}");
    }
}

#[test]
fn an_issued_appendix_is_held_against_what_would_be_printed() {
    let files = Files::of("issued")
        // 15,91 / 22 = 72,318… %, 9,9 / 22 = 45 %.
        .table("diem.csv", MAY, "Điểm số hóa hồ sơ", "Huyện Bảo Yên;15,91|Huyện Bắc Hà;9,9")
        .table("pl.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;45%")
        .table("pl2.csv", MAY, PERCENT, "Huyện Bảo Yên;72,4%|Huyện Bắc Hà;45%")
        .table("pl3.csv", MAY, PERCENT, "Huyện Bảo Yên;72,31%|Huyện Bắc Hà;45%")
        .table("pl4.csv", APRIL, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;45%");
    let found = |issued: &str| {
        files.json(&format!("diem.csv --issued {issued}"))["differences"]["units"].as_array().unwrap().len()
    };
    assert_eq!(found("pl.csv"), 0);
    assert_eq!(found("pl2.csv"), 1);
    // Printed to the hundredth it would be 72,32 %.
    assert_eq!(found("pl3.csv"), 1);
    let text = files.printed("diem.csv --issued pl4.csv");
    let said = "bản đã phát hành là của kỳ từ 01/4/2023 đến 30/4/2023, số liệu này của kỳ từ 01/5/2023 đến 31/5/2023";
    assert!(text.contains(said), "{text}");
    assert!(!files.printed("diem.csv --issued pl.csv").contains("bản đã phát hành là của kỳ"));
}

#[test]
fn an_appendix_that_dates_its_copies_alone_is_held_against_copies() {
    let files = Files::of("copies-dated")
        .table("i5.csv", MAY, PERCENT, "Huyện Bảo Yên;76,9%|Huyện Bắc Hà;49,3%")
        .table("since5.csv", "Từ ngày 01/01/2020 đến ngày 31/05/2023", COPIES, "Huyện Bảo Yên;5.809|Huyện Bắc Hà;4.636")
        .table(
            "m4.csv",
            "Phụ lục",
            &format!("{PERCENT};{SINCE_2020}"),
            "Huyện Bảo Yên;71,3%;1.401|Huyện Bắc Hà;51%;1.240",
        );
    let text = files.printed("i5.csv since5.csv --previous m4.csv");
    // 76,9 − 71,3 and 5.809 − 1.401.
    assert!(text.contains("UBND huyện Bảo Yên: +5,6 điểm phần trăm (từ 71,3%); +4.408 chứng thực"), "{text}");
    assert!(text.contains("! m4.csv không ghi kỳ của tỷ lệ"), "{text}");
    // Without copies of its own the present has nothing of the same kind: the order of their ends is known.
    let text = files.printed("i5.csv --previous m4.csv");
    assert!(text.contains("UBND huyện Bảo Yên: +5,6 điểm phần trăm"), "{text}");
    // An appendix up to the end of April is no period before March.
    let files = files.table("i3.csv", "Từ ngày 01/03/2023 đến ngày 31/03/2023", PERCENT, "Huyện Bảo Yên;70%");
    assert!(files.printed("i3.csv --previous m4.csv").contains("không trước kỳ này"));
}

#[test]
fn the_provincial_percentage_comes_back_from_what_we_print() {
    let files = Files::of("province").table("pl.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Toàn tỉnh;57,7%");
    for format in ["csv", "xlsx"] {
        let out = format!("out.{format}");
        let output = files.0.join(&out);
        files.printed(&format!("pl.csv --format {format} --out {out}"));
        assert!(output.exists());
        let report = files.json(&out);
        assert_eq!(report["province"]["percent"], "57.7", "{format}");
        assert_eq!(report["units"].as_array().unwrap().len(), 1, "{format}");
        assert_eq!(report["unmatched"].as_array().unwrap().len(), 0, "{format}");
    }
    let plain = files.printed("pl.csv --format csv-plain");
    let [keys, row] = plain.lines().collect::<Vec<_>>()[..] else { panic!("{plain}") };
    assert!(keys.contains(",province_percent,") && row.contains(",57.7,"), "{plain}");
}
