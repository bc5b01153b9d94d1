//! Figures of several periods: which period is printed, what is told of the others, which era they are of.

mod earlier;
mod gaps;
mod issued;
mod series;
mod titles;

use std::path::PathBuf;
use std::process::Command;

use crate::support::path;
use serde_json::Value;

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
fn a_title_may_give_the_copies_a_period_of_their_own() {
    let copies = "Chứng thực điện tử từ 01/01/2023 đến 05/6/2023";
    for (name, title) in
        [("two.csv", format!("Tháng 6/2023\n{copies}")), ("one.csv", format!("Tháng 6/2023 ({copies})"))]
    {
        let files = Files::of("title").table(
            name,
            &title,
            &format!("{PERCENT};{COPIES}"),
            "Huyện Bảo Yên;72,3%;366|Huyện Bắc Hà;48,1%;426",
        );
        let report = files.json(name);
        let periods = ["period", "copies_period"].map(|key| period(&report, key));
        assert_eq!(periods, ["06-01..06-30", "01-01..06-05"], "{title}");
    }
}

#[test]
fn the_period_printed_is_that_of_the_figures_used() {
    let files = Files::of("used")
        .table("5.csv", MAY, &format!("{PERCENT};{COPIES}"), "Huyện Bảo Yên;72,3%;366|Huyện Bắc Hà;48,1%;426")
        .table("ct4.csv", APRIL, COPIES, "Sở Y tế;990")
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

#[test]
fn the_province_is_not_held_against_another_of_its_name() {
    let files = Files::of("provinces")
        .table("t2.csv", "Tháng 2/2025", PERCENT, "UBND huyện Bắc Hà;50%|Toàn tỉnh;57%")
        .table("t3.csv", "Tháng 3/2025", PERCENT, "UBND huyện Bắc Hà;50%|Toàn tỉnh;59,5%")
        .table("t6.csv", "Tháng 6/2025", PERCENT, "UBND huyện Bắc Hà;50%|Toàn tỉnh;60%")
        .table("t7.csv", "Tháng 7/2025", PERCENT, "Phường Lào Cai;60%|Toàn tỉnh;62%");
    let change = |arguments: &str| files.json(arguments)["comparison"]["province_change"].clone();
    // Old Lào Cai, then Lào Cai with Yên Bái.
    assert_eq!(change("t7.csv --previous t6.csv"), Value::Null);
    let text = files.printed("t7.csv --previous t6.csv");
    assert!(!text.contains("toàn tỉnh: "), "{text}");
    assert!(text.contains("không cộng qua ranh giới cũ. Toàn tỉnh cũng không so"), "{text}");
    // Departments were merged in March, the province was not: 59,5 − 57.
    assert_eq!(change("t3.csv --previous t2.csv"), "2.5");
    assert!(!files.printed("t3.csv --previous t2.csv").contains("Toàn tỉnh cũng không so"));
}
