//! Earlier periods and sessions, given to the command.

use crate::support::command::LETTER;
use crate::support::command::run;
use crate::support::command::temporary;
use crate::support::path;
use serde_json::Value;

/// A list of districts with the title of a month.
fn month(name: &str, title: &str, percents: [&str; 2]) -> String {
    let [yen, bac_ha] = percents;
    let text = format!("{title}\nTên đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;{yen}\nHuyện Bắc Hà;{bac_ha}\n");
    temporary(name, text.as_bytes()).to_str().unwrap().to_owned()
}

#[test]
fn earlier_periods_come_as_tables_as_reports_and_as_sessions() {
    let april = month("ky-4.csv", "BÁO CÁO THÁNG 4/2023", ["60%", "48%"]);
    let may = month("ky-5.csv", "BÁO CÁO THÁNG 5/2023", ["61%", "49%"]);
    let june = month("ky-6.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "49,5%"]);
    let quarter = month("quy-1.csv", "BÁO CÁO QUÝ I/2023", ["50%", "50%"]);
    let in_folder = |name: &str| temporary(name, b"").to_str().unwrap().to_owned();
    let (session, exported) = (in_folder("phien-5.json"), in_folder("bao-cao-5.json"));
    // May's session keeps April as well; May's export is a period of its own.
    assert_eq!(run(&["report", &may, "--save", &session, "--previous", &april]).0, 0);
    assert_eq!(run(&["report", &may, "--format", "json", "--out", &exported]).0, 0);
    for previous in [vec![&april, &may], vec![&session], vec![&exported, &april], vec![&quarter, &session]] {
        let mut arguments = vec!["report", &june, "--format", "json", "--previous"];
        arguments.extend(previous.iter().map(|path| path.as_str()));
        let (status, json, _) = run(&arguments);
        let since = &serde_json::from_str::<Value>(&json).unwrap()["comparison"];
        let bac_ha = since["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bac-ha").unwrap();
        assert_eq!((status, bac_ha["percent_change"].as_str()), (0, Some("0.5")), "{previous:?}");
        assert_eq!((bac_ha["percent_streak"].as_u64(), bac_ha["percent_list"].as_str()), (Some(3), Some("stayed")));
        let refused = usize::from(previous.contains(&&quarter));
        assert_eq!(since["refused"].as_array().unwrap().len(), refused, "{previous:?}");
    }
    let text = run(&["report", &june, "--previous", &april, &may]).1;
    assert!(
        text.contains("UBND huyện Bắc Hà: +0,5 điểm phần trăm (từ 49%); 3 kỳ liên tiếp bị nhắc về tỷ lệ"),
        "{text}"
    );
}

#[test]
fn a_session_is_a_file_like_others_and_a_damaged_one_costs_only_itself() {
    let saved = temporary("phien.json", b"").to_str().unwrap().to_owned();
    let limits = temporary("nguong-50.toml", b"[thresholds]\nrate-low = 54\n").to_str().unwrap().to_owned();
    let (_, first, _) = run(&["report", LETTER, "--settings", &limits, "--format", "json", "--save", &saved]);
    // It brings its settings along, unless others are named.
    assert_eq!(run(&["report", &saved, "--format", "json"]).1, first);
    let other = run(&["report", &saved, "--settings", &temporary("khong.toml", b"").display().to_string()]).1;
    assert_eq!(other, run(&["report", LETTER]).1);
    let text = std::fs::read_to_string(&saved).unwrap();
    let damaged = temporary("phien-hong.json", text.replacen("72.3", "73.3", 1).as_bytes());
    let (status, report, complaints) = run(&["report", damaged.to_str().unwrap(), LETTER]);
    assert_eq!(status, 0);
    assert!(complaints.contains("mã kiểm tra không khớp") && report.contains("72,3%"), "{complaints}");
    assert_eq!(run(&["report", damaged.to_str().unwrap()]).0, 1);
    // An issued appendix against the present figures.
    let now = month("ky-6-moi.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "50,5%"]);
    let issued = month("ky-6-cu.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "49,5%"]);
    let text = run(&["report", &now, "--issued", &issued]).1;
    assert!(text.contains("UBND huyện Bắc Hà, tỷ lệ %: 49,5% → 50,5%"), "{text}");
    assert!(text.contains("UBND huyện Bắc Hà, ghi chú của tỷ lệ: Thấp → (trống)"), "{text}");
    // Previous files stand last.
    let (status, _, complaints) = run(&["report", "--previous", LETTER]);
    assert!(status == 2 && complaints.contains("trước --previous"), "{complaints}");
}

#[test]
fn what_was_set_by_hand_in_a_session_stays_with_its_period() {
    let may = month("tay-5.csv", "BÁO CÁO THÁNG 5/2023", ["61%", "57,5%"]);
    let june = month("tay-6.csv", "BÁO CÁO THÁNG 6/2023", ["62%", "60,2%"]);
    let by_hand = "[[figures]]\nunit = \"bac-ha\"\nfield = \"group_percent\"\nvalue = \"48,2\"\nreason = \"cổng\"\n";
    let by_hand = temporary("tay.toml", by_hand.as_bytes()).to_str().unwrap().to_owned();
    let session = temporary("tay-phien-5.json", b"").to_str().unwrap().to_owned();
    let bac_ha = |arguments: &[&str]| {
        let (_, json, _) = run(&[&["report", "--format", "json"], arguments].concat());
        let report: Value = serde_json::from_str(&json).unwrap();
        let units = report["units"].as_array().unwrap();
        units.iter().find(|unit| unit["id"] == "bac-ha").unwrap()["percent"].as_str().unwrap().to_owned()
    };
    assert_eq!(bac_ha(&[&may, "--settings", &by_hand, "--save", &session]), "48.2");
    assert_eq!(bac_ha(&[&session]), "48.2");
    // June's own figure, in whichever order they are given; the other month's is told.
    assert_eq!(bac_ha(&[&session, &june]), "60.2");
    assert_eq!(bac_ha(&[&june, &session]), "60.2");
    // Settings that are named are meant.
    assert_eq!(bac_ha(&[&june, &session, "--settings", &by_hand]), "48.2");
}

#[test]
fn documents_say_where_a_unit_stood_in_the_period_before() {
    // Bắc Hà climbs from the second place to the first, Bảo Yên falls to the second; both are below 50 % now.
    let may = month("vb-5.csv", "BÁO CÁO THÁNG 5/2023", ["61%", "49%"]);
    let june = month("vb-6.csv", "BÁO CÁO THÁNG 6/2023", ["49,2%", "49,5%"]);
    let settings = temporary("vb.toml", b"[documents]\ncolumns = [\"change\"]\n").to_str().unwrap().to_owned();
    let arguments = ["report", &june, "--settings", &settings, "--format", "text", "--document"];
    let printed = |document| run(&[&arguments[..], &[document, "--previous", &may]].concat()).1;
    let reminders = printed("reminders");
    assert!(reminders.contains(": 49,5%, hạng 1/2 – «Thấp» (kỳ trước: 49%, hạng 2/2, tăng 1 bậc)."), "{reminders}");
    assert!(reminders.contains(": 49,2%, hạng 2/2 – «Thấp» (kỳ trước: 61%, hạng 1/2, giảm 1 bậc)."), "{reminders}");
    let appendix = printed("appendix");
    assert!(appendix.contains("1\tUBND huyện Bắc Hà\t49,5%\tThấp\ttăng 1 bậc\n"), "{appendix}");
    // Without an earlier period nothing is said of one.
    let alone = run(&[&arguments[..], &["reminders"]].concat()).1;
    assert!(alone.contains("hạng 1/2 – «Thấp».\n") && !alone.contains("kỳ trước"), "{alone}");
}

#[test]
fn an_issued_appendix_is_held_against_the_report_in_all_its_tables() {
    let departments = "Đơn vị;Tỷ lệ số hóa hồ sơ\nSở Nội vụ;91,2%\nSở Y tế;43,1%\n";
    let districts = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\nUBND huyện Bắc Hà;48,1%\n";
    let file = |name: &str, text: &str| temporary(name, text.as_bytes()).to_str().unwrap().to_owned();
    let (departments, districts_now) = (file("so.csv", departments), file("huyen.csv", districts));
    let altered = file("huyen-cu.csv", &districts.replace("72,3%", "11,1%"));
    for form in ["xlsx", "html"] {
        let issued = file(&format!("da-phat-hanh.{form}"), "");
        assert_eq!(run(&["report", &departments, &altered, "--format", form, "--out", &issued]).0, 0);
        let (_, text, complaints) = run(&["report", &departments, &districts_now, "--issued", &issued]);
        assert!(text.contains("UBND huyện Bảo Yên, tỷ lệ %: 11,1% → 72,3%"), "{form}: {text}");
        assert_eq!(complaints, "", "{form}");
    }
    // The same units again are another month's: which is meant nobody says.
    let row = |percent: &str| {
        format!(
            "<table><tr><td>Đơn vị</td><td>Tỷ lệ số hóa hồ sơ</td></tr><tr><td>UBND huyện Bảo Yên</td><td>{percent}</td></tr></table>"
        )
    };
    let issued = file("hai-thang.html", &format!("{}{}", row("72,3%"), row("70%")));
    let (_, _, complaints) = run(&["report", &districts_now, "--issued", &issued]);
    assert!(complaints.contains("Bảng «Bảng 2» của phụ lục không được đối chiếu"), "{complaints}");
}

#[test]
fn all_groups_of_a_table_of_ours_are_the_period_before() {
    let text = |month: u8, yen: &str| {
        format!(
            "BÁO CÁO THÁNG {month}/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ\nSở Nội vụ;91,2%\nSở Y tế;43,1%\nUBND huyện Bảo Yên;{yen}\nUBND huyện Bắc Hà;48,1%\n"
        )
    };
    let file = |name: &str, text: &str| temporary(name, text.as_bytes()).to_str().unwrap().to_owned();
    let (april, may) = (file("nhom-4.csv", &text(4, "60%")), file("nhom-5.csv", &text(5, "62%")));
    for form in ["xlsx", "html"] {
        let kept = file(&format!("nhom-4.{form}"), "");
        assert_eq!(run(&["report", &april, "--format", form, "--out", &kept]).0, 0);
        let (_, text, complaints) = run(&["report", &may, "--previous", &kept]);
        // 62 - 60; both groups were there, and nothing was left out.
        assert!(text.contains("UBND huyện Bảo Yên: +2 điểm phần trăm (từ 60%)"), "{form}: {text}");
        assert!(text.contains("Sở Y tế: 0 điểm phần trăm (từ 43,1%); 2 kỳ liên tiếp"), "{form}: {text}");
        assert!(!text.contains("  ! ") && complaints.is_empty(), "{form}: {text}{complaints}");
    }
    // The sheet of components says of the same units nothing that the ranking does not.
    let kept = file("thanh-phan.xlsx", "");
    let parts = path("tests/cases/components-of-each-unit/thanh-phan.csv").to_str().unwrap().to_owned();
    assert_eq!(run(&["report", &parts, "--format", "xlsx", "--out", &kept]).0, 0);
    let text = run(&["report", &parts, "--previous", &kept]).1;
    assert!(text.contains("so với thanh-phan.xlsx") && !text.contains("nhiều trang tính"), "{text}");
}

#[test]
fn notes_of_our_own_tables_are_kept_as_they_were_issued() {
    let may = month("ghi-chu-5.csv", "BÁO CÁO THÁNG 5/2023", ["72%", "53%"]);
    let june = month("ghi-chu-6.csv", "BÁO CÁO THÁNG 6/2023", ["72%", "53,5%"]);
    let limits = temporary("nguong-55.toml", b"[thresholds]\nrate-low = 55\n").to_str().unwrap().to_owned();
    for format in ["csv", "xlsx", "html", "json"] {
        let issued = temporary(&format!("ban-hanh.{format}"), b"").to_str().unwrap().to_owned();
        assert_eq!(run(&["report", &may, "--settings", &limits, "--format", format, "--out", &issued]).0, 0);
        // Under 55 % it was «Thấp»; under today's 50 % it is not.
        let (_, json, _) = run(&["report", &june, "--format", "json", "--previous", &issued]);
        let since = &serde_json::from_str::<Value>(&json).unwrap()["comparison"];
        let bac_ha = since["units"].as_array().unwrap().iter().find(|unit| unit["id"] == "bac-ha").unwrap();
        assert_eq!(bac_ha["percent_list"], "left", "{format}");
    }
}
