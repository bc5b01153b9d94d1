//! Figures of several periods: which period is printed, what is told of the others, what of an earlier file is not used.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use support::path;

const APRIL: &str = "Từ ngày 01/04/2023 đến ngày 30/04/2023";
const MAY: &str = "Từ ngày 01/05/2023 đến ngày 31/05/2023";
const PERCENT: &str = "Tỷ lệ số hóa hồ sơ";
const COPIES: &str = "Chứng thực điện tử (đã hoàn thành)";
/// The header of the letter, which counts copies since 2020.
const SINCE_2020: &str = "Chứng thực điện tử từ 01/01/2020 đến ngày 30/4/2023 (hồ sơ đã hoàn thành)";

/// Files of one test, in a folder of their own.
struct Files(PathBuf);

impl Files {
    fn of(test: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("periods").join(test);
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// A table below a title, which may be empty; its rows are parted by `|`.
    fn table(self, name: &str, title: &str, header: &str, rows: &str) -> Self {
        let title = if title.is_empty() { String::new() } else { format!("{title}\n") };
        self.file(name, &format!("{title}Đơn vị;{header}\n{}\n", rows.replace('|', "\n")))
    }

    fn file(self, name: &str, text: &str) -> Self {
        std::fs::write(self.0.join(name), text).unwrap();
        self
    }

    /// What the report on these arguments prints, files among them by their names.
    fn printed(&self, arguments: &str) -> String {
        let place = |word: &str| if word.contains('.') { self.0.join(word) } else { PathBuf::from(word) };
        let arguments = arguments.split(' ').map(place);
        let mut command = Command::new(env!("CARGO_BIN_EXE_sohoa"));
        let output = command.arg("report").args(arguments).current_dir(path("")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &str) -> Value {
        serde_json::from_str(&self.printed(&format!("{arguments} --format json"))).unwrap()
    }
}

/// A period of the report as `04-01..04-30` of 2023; empty where it names none.
fn period(report: &Value, key: &str) -> String {
    let day = |end: &str| report[key][end].as_str().map(|day| day.replace("2023-", "")).unwrap_or_default();
    let (from, to) = (day("from"), day("to"));
    if from.is_empty() { String::new() } else { format!("{from}..{to}") }
}

/// What is told under one code, each as `file: found`.
fn told(report: &Value, code: &str) -> Vec<String> {
    let of = |notice: &Value| notice["code"] == code;
    let notice = report["notices"].as_array().unwrap().iter().find(|notice| of(notice)).cloned().unwrap_or_default();
    let line = |seen: &Value| format!("{}: {}", seen["file"].as_str().unwrap(), seen["found"].as_str().unwrap());
    notice["places"].as_array().map(|places| places.iter().map(line).collect()).unwrap_or_default()
}

#[test]
fn the_period_printed_is_that_of_the_figures_used() {
    let files = Files::of("used")
        .table("5.csv", MAY, &format!("{PERCENT};{COPIES}"), "Huyện Bảo Yên;72,3%;366|Huyện Bắc Hà;48,1%;426")
        .table("ct4.csv", APRIL, COPIES, "Thị xã Sa Pa;990")
        .table("ct3.csv", "Từ ngày 01/03/2023 đến ngày 31/03/2023", COPIES, "Huyện Bảo Yên;366|Huyện Bắc Hà;426")
        .table("pl4.csv", "", &format!("{PERCENT};{SINCE_2020}"), "Huyện Bảo Yên;71,3%;300|Huyện Bắc Hà;47,1%;1.400");
    let april = "ct4.csv: từ 01/4/2023 đến 30/4/2023 ≠ từ 01/5/2023 đến 31/5/2023";
    for order in ["5.csv ct4.csv", "ct4.csv 5.csv"] {
        // Of three counts two are of May, as the title above the percentages says already.
        let report = files.json(order);
        assert_eq!([period(&report, "period"), period(&report, "copies_period")], ["05-01..05-31", ""], "{order}");
        assert_eq!(told(&report, "periods-differ"), [april], "{order}");
    }
    // The same counts in March and in May: those of May are used.
    let report = files.json("5.csv ct3.csv");
    assert_eq!([period(&report, "period"), period(&report, "copies_period")], ["05-01..05-31", ""]);
    assert_eq!(told(&report, "periods-differ").len(), 1);
    // An appendix whose copies end in April is of April, whichever is chosen first: nothing of it is used.
    for order in ["pl4.csv 5.csv", "5.csv pl4.csv"] {
        let report = files.json(order);
        assert_eq!([period(&report, "period"), period(&report, "copies_period")], ["05-01..05-31", ""], "{order}");
        assert_eq!(told(&report, "periods-differ"), [""; 0], "{order}");
        assert_eq!(told(&report, "figure-of-earlier-period").len(), 4, "{order}");
    }
}

#[test]
fn copies_of_one_month_beside_the_index_of_another_are_told() {
    let files = Files::of("cut-off")
        .table("i5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%")
        .table("ct4.csv", APRIL, COPIES, "Huyện Bảo Yên;366")
        .table("since.csv", "Từ ngày 01/01/2020 đến ngày 05/06/2023", COPIES, "Huyện Bảo Yên;5.000")
        .table("ct5.csv", MAY, COPIES, "Huyện Bảo Yên;366")
        .table("late.csv", "Từ ngày 01/01/2020 đến ngày 31/12/2023", COPIES, "Huyện Bảo Yên;5.000")
        .table("pl.csv", MAY, &format!("{PERCENT};{SINCE_2020}"), "Huyện Bảo Yên;72,3%;366");
    let of = |files: &Files, names: &str| told(&files.json(names), "periods-differ");
    let april = "ct4.csv: chứng thực từ 01/4/2023 đến 30/4/2023, số hóa từ 01/5/2023 đến 31/5/2023";
    assert_eq!(of(&files, "i5.csv ct4.csv"), [april]);
    // One file alone, whose header ends a month before its title.
    assert_eq!(
        of(&files, "pl.csv"),
        ["pl.csv: chứng thực từ 01/01/2020 đến 30/4/2023, số hóa từ 01/5/2023 đến 31/5/2023"]
    );
    // As in the letter: since an earlier day, up to the same day or a few days on.
    assert_eq!(of(&files, "i5.csv ct5.csv"), [""; 0]);
    assert_eq!(of(&files, "i5.csv since.csv"), [""; 0]);
    assert_eq!(of(&files, "i5.csv late.csv").len(), 1);
}

#[test]
fn lists_of_months_that_are_counted_together_print_the_days_of_all() {
    let header = "Đơn vị;Mã hồ sơ;Ngày tiếp nhận;Trạng thái;Số thành phần đã số hóa\n";
    let list = |month: u32, end: u32| {
        format!(
            "Từ ngày 01/{month:02}/2023 đến ngày {end}/{month:02}/2023\n{header}Huyện Bảo Yên;H38.24-23{month:02}05-0001;05/{month:02}/2023;Đã trả kết quả;1\n"
        )
    };
    let files = Files::of("lists")
        .file("m1.csv", &list(1, 31))
        .file("m2.csv", &list(2, 28))
        .file("m3.csv", &list(3, 31))
        .file("m5.csv", &list(5, 31))
        .table(
            "y.csv",
            "Từ ngày 01/01/2023 đến ngày 31/12/2023",
            "Tiếp nhận;Đã số hóa;Đã giải quyết;Kết quả điện tử",
            "Huyện Bảo Yên;900;800;700;600",
        );
    // In whatever order they come.
    for order in ["m1.csv m2.csv m3.csv", "m2.csv m3.csv m1.csv"] {
        let report = files.json(order);
        assert_eq!(period(&report, "period"), "01-01..03-31", "{order}");
        assert_eq!(report["units"][0]["figures"]["received"], 3);
        // Each list by itself is of other days than what is printed: that may be meant, or one list too many.
        assert_eq!(told(&report, "periods-differ").len(), 3, "{order}");
    }
    assert_eq!(period(&files.json("m2.csv"), "period"), "02-01..02-28");
    // April is missing: there is no one period.
    assert_eq!(told(&files.json("m3.csv m5.csv"), "periods-differ").len(), 1);
    // What the summary counts is used, so its year is printed.
    let report = files.json("m1.csv m2.csv y.csv");
    assert_eq!(
        (period(&report, "period").as_str(), &report["units"][0]["figures"]["received"]),
        ("01-01..12-31", &900.into())
    );
    let text = files.printed("m1.csv m2.csv");
    assert!(text.contains("hồ sơ của các danh sách được cộng chung"), "{text}");
}

#[test]
fn lists_of_copies_follow_from_like_periods_alone() {
    let files = Files::of("copies-unlike")
        .table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%|Huyện Bắc Hà;52%")
        .table("pl4.csv", APRIL, PERCENT, "Huyện Bảo Yên;71%|Huyện Bắc Hà;51%")
        .table("ct4.csv", APRIL, COPIES, "Huyện Bảo Yên;1.200|Huyện Bắc Hà;300")
        .table("ct5.csv", MAY, COPIES, "Huyện Bảo Yên;1.200|Huyện Bắc Hà;300")
        .table("since4.csv", "Từ ngày 01/01/2020 đến ngày 30/04/2023", COPIES, "Huyện Bảo Yên;5.000|Huyện Bắc Hà;900")
        .table(
            "since5.csv",
            "Từ ngày 01/01/2020 đến ngày 31/05/2023",
            COPIES,
            "Huyện Bảo Yên;5.200|Huyện Bắc Hà;4.300",
        );
    let listed = |arguments: &str| {
        let report = files.json(arguments);
        let units = report["comparison"]["units"].as_array().unwrap();
        let bac_ha = units.iter().find(|unit| unit["id"] == "bac-ha").unwrap();
        (bac_ha["copies_list"].as_str().unwrap().to_owned(), files.printed(arguments))
    };
    for arguments in ["pl5.csv since5.csv --previous pl4.csv ct4.csv", "pl5.csv ct5.csv --previous pl4.csv since4.csv"]
    {
        let (code, text) = listed(arguments);
        assert_eq!(code, "unknown", "{text}");
        assert!(text.contains("Số chứng thực của kỳ này") && text.contains("từ 01/01/2020"), "{text}");
    }
    // Months against months, sums against sums.
    assert_eq!(listed("pl5.csv ct5.csv --previous pl4.csv ct4.csv").0, "stayed");
    assert_eq!(listed("pl5.csv since5.csv --previous pl4.csv since4.csv").0, "left");
}

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

#[test]
fn the_text_says_its_own_period() {
    let files = Files::of("text")
        .table("pl5.csv", MAY, PERCENT, "Huyện Bảo Yên;72,3%")
        .table("since.csv", "Từ ngày 01/01/2020 đến ngày 05/06/2023", COPIES, "Huyện Bảo Yên;5.000")
        .table("none.csv", "", PERCENT, "Huyện Bảo Yên;72,3%");
    let first = |names: &str| files.printed(names).lines().next().unwrap().to_owned();
    assert_eq!(first("pl5.csv"), "Kỳ: từ 01/5/2023 đến 31/5/2023");
    assert_eq!(first("pl5.csv since.csv"), "Kỳ: từ 01/5/2023 đến 31/5/2023; chứng thực từ 01/01/2020 đến 05/6/2023");
    assert_eq!(first("since.csv"), "Kỳ: tệp không ghi; chứng thực từ 01/01/2020 đến 05/6/2023");
    assert_eq!(first("none.csv"), "Kỳ: tệp không ghi");
}

#[test]
fn of_two_eras_the_later_names_the_units_and_earlier_rows_are_told() {
    // Districts until 30/6/2025; communes that bear some of their names since.
    let files = Files::of("eras")
        .table("t6.csv", "Tháng 6/2025", PERCENT, "Bắc Hà;40%|Sa Pa;41%|Bảo Yên;70%|Sở Xây dựng;80%")
        .table("t7.csv", "Tháng 7/2025", PERCENT, "Bắc Hà;50%|Sa Pa;51%");
    for arguments in ["t6.csv t7.csv", "t7.csv t6.csv"] {
        let report = files.json(arguments);
        assert_eq!((&report["catalogue"], &report["period"]["to"]), (&"laocai-2025".into(), &"2025-07-31".into()));
        let ids: Vec<&str> =
            report["units"].as_array().unwrap().iter().map(|unit| unit["id"].as_str().unwrap()).collect();
        // The department is one office in both.
        assert_eq!(ids, ["sxd", "phuong-sa-pa", "xa-bac-ha"], "{arguments}");
        let earlier = told(&report, "figure-of-earlier-period");
        assert_eq!(earlier.len(), 3, "{earlier:?}");
        assert!(
            earlier[2].starts_with("t6.csv: Bảo Yên, đơn vị trước khi sắp xếp: ") && earlier[2].ends_with(" 70%"),
            "{earlier:?}"
        );
        assert_eq!(report["unmatched"], serde_json::json!([]));
    }
    // What districts are called in full belongs to none of the communes either, and is told the same way.
    let files = files.table("h6.csv", "Tháng 6/2025", PERCENT, "UBND huyện Bắc Hà;40%");
    let report = files.json("h6.csv t7.csv");
    assert_eq!(told(&report, "figure-of-earlier-period").len(), 1);
    assert_eq!(report["unmatched"], serde_json::json!([]));
}

#[test]
fn a_day_in_a_title_that_names_no_period_tells_the_era() {
    let rows = "Bắc Hà;45,5%|Sa Pa;60%|Mường Khương;61%|Sở Xây dựng;50%";
    let of = |title: &str| {
        let report = Files::of("era-of-a-day").table("bang.csv", title, PERCENT, rows).json("bang.csv");
        let told = [told(&report, "period-unreadable").len(), told(&report, "era-doubtful").len()];
        (report["catalogue"].as_str().unwrap().to_owned(), period(&report, "period"), told)
    };
    let none = String::new;
    assert_eq!(of("Từ ngày 01/7/2025 đến nay"), ("laocai-2025".into(), none(), [1, 0]));
    assert_eq!(of("Tính đến ngày 14/9/2025"), ("laocai-2025".into(), none(), [1, 0]));
    // Until February 2025 there was no «Sở Xây dựng»: the day and the names deny each other.
    assert_eq!(of("Tính đến ngày 14/9/2024"), ("laocai-2025-03".into(), none(), [1, 1]));
    assert_eq!(of("Tính đến ngày 14/4/2025"), ("laocai-2025-03".into(), none(), [1, 0]));
    assert_eq!(of("Tuần 2 tháng 8/2025"), ("laocai-2025".into(), none(), [1, 0]));
    // What has lasted since a day before the reform may have outlasted it, and without any day nobody knows.
    assert_eq!(of("Từ ngày 01/01/2024 đến nay").2, [1, 1]);
    assert_eq!(of("").2, [0, 1]);
    // A title that says what kind of unit it lists leaves no doubt.
    let named = Files::of("era-of-names").table("bang.csv", "", PERCENT, "UBND huyện Bắc Hà;45,5%").json("bang.csv");
    assert_eq!(told(&named, "era-doubtful"), Vec::<String>::new());
}

#[test]
fn a_week_is_not_its_month_and_two_of_them_are_compared() {
    let week = |number: u8| format!("BÁO CÁO TUẦN {number} THÁNG 11/2023");
    let files = Files::of("weeks")
        .table("t2.csv", &week(2), PERCENT, "Huyện Bảo Yên;60%|Huyện Bắc Hà;55%")
        .table("t1.csv", &week(1), PERCENT, "Huyện Bảo Yên;60%|Huyện Bắc Hà;50%")
        .table("nua.csv", "Nửa đầu tháng 8/2023", PERCENT, "Huyện Bảo Yên;60%|Huyện Bắc Hà;50%");
    let report = files.json("t2.csv --previous t1.csv");
    assert_eq!((period(&report, "period").as_str(), told(&report, "period-unreadable").len()), ("", 1));
    let text = files.printed("t2.csv --previous t1.csv");
    assert!(text.contains("Có tệp không ghi kỳ") && text.contains("UBND huyện Bắc Hà: +5 điểm phần trăm"), "{text}");
    assert_eq!(period(&files.json("nua.csv"), "period"), "08-01..08-15");
}
