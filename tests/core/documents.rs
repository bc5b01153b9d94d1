//! The documents of a report: what is printed where, held against the letter of June 2023 and its errors.

use crate::support;
use crate::support::report;
use crate::support::report_of;
use crate::support::run_case;
use crate::support::source;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::documents::Block;
use sohoa::documents::Document;
use sohoa::documents::Page;
use sohoa::documents::Table;
use sohoa::documents::appendix;
use sohoa::documents::letter;
use sohoa::documents::message;
use sohoa::documents::reminders;
use sohoa::documents::reminders_in_one;
use sohoa::export::to_docx;
use sohoa::export::to_html;
use sohoa::export::to_plain;

const PROSE: &str = "tests/cases/letter-with-its-prose/cong-van.txt";

/// The letter's appendix and the provincial figure, under settings in TOML.
fn of_the_letter(settings: &str) -> Report {
    let appendix = source("tests/cases/letter-appendix-tab/phu-luc.txt");
    let province = "Đơn vị;Tỷ lệ số hóa hồ sơ\nToàn tỉnh;57,7%\nH. Bắc Hà;48,1%\n";
    let settings = Settings::parse(settings).unwrap();
    report(&[("phu-luc.txt", appendix.as_str()), ("toan-tinh.csv", province)], &settings)
}

fn tables(document: &Document) -> Vec<&Table> {
    let blocks = document.pages.iter().flat_map(|page| &page.blocks);
    blocks.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).collect()
}

/// One page as text.
fn text(page: &Page) -> String {
    to_plain(&Document { title: String::new(), name: String::new(), pages: vec![page.clone()] })
}

#[test]
fn the_appendix_differs_from_the_letters_only_where_the_letter_errs() {
    let document = appendix(&of_the_letter("[documents]\ndate = \"6/2023\""));
    let printed = text(&document.pages[0]);
    let prose = source(PROSE);
    let seed = prose[prose.find("Phụ lục\n").unwrap()..].replace("\n\n", "\n");
    // What was typed wrongly: two letters, a sign, the kind of a town, spaces; and no day stands before its month.
    let mended = seed
        .replace("tư bản chính", "từ bản chính")
        .replace("53,9%%", "53,9%")
        .replace("UBND huyện Sa Pa", "UBND thị xã Sa Pa")
        .replace("ngày / 6 /2023", "ngày      /6/2023");
    assert_eq!(printed.trim_end(), mended.trim_end());
}

#[test]
fn the_letter_says_what_the_letter_said_without_its_errors() {
    let report = of_the_letter("[documents]\ndate = \"2023\"");
    let printed = text(&letter(&report).pages[0]);
    let prose = source(PROSE);
    let body = &prose[..prose.find("(đã ký)").unwrap()];
    for line in body.lines().filter(|line| !line.trim().is_empty()) {
        let line = line.replace("**", "").replace(['<', '>'], "");
        // The errors: a letter, the number's spaces, a missing space, a small number below the line. The subject stands in
        // one paragraph. The group has its capital everywhere. The law that changed Nghị định 61/2018 is named.
        let expected = match line.as_str() {
            "Số: /VPUBND - KSTT" => "Số:         /VPUBND-KSTT".to_owned(),
            "V/v đơn đốc thực hiện nhóm chỉ số" => "V/v đôn đốc thực hiện nhóm chỉ số ".to_owned(),
            "Lào Cai, ngày tháng năm 2023" => "Lào Cai, ngày        tháng        năm 2023".to_owned(),
            "KT.CHÁNH VĂN PHÒNG" => "KT. CHÁNH VĂN PHÒNG".to_owned(),
            other => other
                .replace("KSTT₁", "KSTT1")
                .replace("nhóm chỉ số “số hóa hồ sơ”", "nhóm chỉ số “Số hóa hồ sơ”")
                .replace("61/2018/NĐ-CP)", "61/2018/NĐ-CP, được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP)"),
        };
        // Between the provincial figure and what is asked stand the units by note.
        let parts: Vec<&str> = expected.split(" Để nâng cao").collect();
        for part in parts {
            assert!(printed.contains(part), "{part}\nis not in\n{printed}");
        }
    }
    let lists = "(toàn tỉnh đạt 57,7%). Trong 09 đơn vị được xếp hạng, có 03 đơn vị đạt tỷ lệ thấp (dưới 50%): UBND huyện \
        Mường Khương (49,5%), UBND huyện Văn Bàn (49%), UBND huyện Bắc Hà (48,1%). Có 04 đơn vị có kết quả chứng thực điện \
        tử bản sao từ bản chính quá thấp (dưới 1.000 hồ sơ): UBND huyện Bảo Yên (366), UBND huyện Si Ma Cai (546), UBND \
        huyện Văn Bàn (678), UBND huyện Bắc Hà (426). (Chi tiết tại Phụ lục kèm theo). Để nâng cao";
    assert!(printed.contains(lists), "{printed}");
}

#[test]
fn what_is_unknown_is_left_out_or_dotted_and_never_invented() {
    let printed = text(&letter(&run_case("letter-appendix-tab")).pages[0]);
    // No provincial figure, no number, no day.
    assert!(printed.contains("địa phương đạt thấp. Trong 09 đơn vị"), "{printed}");
    assert!(printed.contains("Số:         /VPUBND-KSTT\n"), "{printed}");
    assert!(printed.contains("Lào Cai, ngày        tháng        năm         \n"), "{printed}");
    // No unit has a note.
    let rows = support::DISTRICTS.map(|name| format!("{name};53,5%\n")).concat();
    let printed = text(&letter(&report_of(format!("Đơn vị;Tỷ lệ số hóa hồ sơ\n{rows}"))).pages[0]);
    assert!(printed.contains("địa phương đạt thấp. (Chi tiết tại Phụ lục kèm theo)"), "{printed}");
}

#[test]
fn the_law_is_the_one_of_the_day() {
    #[track_caller]
    fn case(date: &str, title: &str, expected: &[&str]) {
        let settings = Settings::parse(&format!("[documents]\ndate = \"{date}\"")).unwrap();
        let csv = format!("{title}\nĐơn vị;Tỷ lệ số hóa hồ sơ\nSở Y tế;45,5%\n");
        let printed = text(&letter(&report(&[("a.csv", csv)], &settings)).pages[0]);
        for part in expected {
            assert!(printed.contains(part), "{part}\nis not in\n{printed}");
        }
    }
    let districts = "UBND các huyện, thị xã, thành phố.";
    let old = "(đối với các trường hợp quy định tại khoản 5 Điều 14 Nghị định số 61/2018/NĐ-CP)";
    let changed = "61/2018/NĐ-CP, được sửa đổi, bổ sung bởi Nghị định số 107/2021/NĐ-CP)";
    let new =
        ["quy định tại Nghị định số 118/2025/NĐ-CP)", "Trung tâm Phục vụ hành chính công", "UBND các xã, phường."];
    case("05/12/2021", "", &[old, districts]);
    case("06/12/2021", "", &[changed, districts]);
    case("30/6/2025", "", &[changed, "Bộ phận một cửa/", districts]);
    case("01/7/2025", "", &new);
    // No day of issue, or only its year: the last day of the period decides.
    case("", "Từ ngày 01/6/2025 đến ngày 30/6/2025", &[changed, districts]);
    case("2025", "Từ ngày 01/7/2025 đến ngày 31/7/2025", &new);
    // No day at all: the time of the catalogue. Sở Y tế alone is known to all of them.
    case("", "", &[changed, districts]);
}

#[test]
fn each_group_that_is_ranked_has_an_appendix_of_its_own() {
    let report = run_case("sections-of-departments-and-districts");
    let document = appendix(&report);
    let firsts: Vec<String> = document.pages.iter().map(text).collect();
    assert_eq!(firsts.len(), 3, "two groups, and the method");
    assert!(firsts[0].starts_with("Phụ lục I\nKẾT QUẢ NHÓM CHỈ SỐ “SỐ HÓA HỒ SƠ” CỦA CÁC SỞ, BAN, NGÀNH\n"));
    assert!(firsts[1].starts_with("Phụ lục II\nKẾT QUẢ NHÓM CHỈ SỐ “SỐ HÓA HỒ SƠ” CỦA UBND CẤP HUYỆN\n"));
    // The group that an officer has chosen stands alone, without a number.
    let chosen = source("tests/cases/sections-of-departments-and-districts/so-nganh-va-huyen.csv");
    let settings = Settings::parse("group = \"so-nganh\"").unwrap();
    let document = appendix(&support::report(&[("a.csv", chosen)], &settings));
    assert_eq!(tables(&document).len(), 1);
    assert!(text(&document.pages[0]).starts_with("Phụ lục\n"));
}

#[test]
fn more_columns_lay_the_page_on_its_side() {
    let document = appendix(&of_the_letter("[documents]\ncolumns = [\"rank\", \"shortfall\"]\ndecimal-zero = true"));
    assert!(document.pages[0].lying && !document.pages[1].lying);
    let table = tables(&document)[0];
    let headers: Vec<&str> = table.columns.iter().skip(6).map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["Hạng", "Còn thiếu để ra khỏi ghi chú"]);
    // 50 - 49 = 1 point of the percentage; 1 000 - 678 = 322 copies.
    let row = ["8", "UBND huyện Văn Bàn", "49,0%", "Thấp", "678", "Quá thấp", "8"];
    assert_eq!(table.rows[7][..7], row);
    assert_eq!(table.rows[7][7], "1 điểm phần trăm và 322 hồ sơ chứng thực điện tử");
    // Wide tables fit between the margins of A4 on its side: 297 - 30 - 20 mm.
    assert!(table.columns.iter().map(|column| column.width).sum::<u16>() <= 247);
    let all = appendix(&of_the_letter("[documents]\ncolumns = [\"rank\", \"change\", \"shortfall\"]"));
    assert_eq!(tables(&all)[0].columns.iter().map(|column| column.width).sum::<u16>(), 247);
    assert!(!appendix(&of_the_letter("")).pages[0].lying);
}

#[test]
fn a_unit_without_figures_stands_last_and_says_so() {
    let document = appendix(&run_case("units-without-figures"));
    let rows = &tables(&document)[0].rows;
    let lacking = rows.iter().filter(|row| row[2] == "chưa có số liệu").count();
    assert!(lacking > 0 && rows[rows.len() - lacking..].iter().all(|row| row[2] == "chưa có số liệu"), "{rows:?}");
    assert!(!rows.iter().any(|row| row[2].is_empty() || row[4].is_empty()), "{rows:?}");
}

#[test]
fn a_group_without_certified_copies_has_no_column_for_them() {
    let report = report_of("Đơn vị;Tỷ lệ số hóa hồ sơ\nSở Y tế;45,5%\n");
    let document = appendix(&report);
    let headers: Vec<&str> = tables(&document)[0].columns.iter().map(|column| column.header.as_str()).collect();
    assert_eq!(headers, ["STT", "Tên đơn vị", "Tỷ lệ % tổng chung nhóm số hóa hồ sơ", "Ghi chú"]);
}

#[test]
fn both_periods_stand_in_the_headers() {
    let text = "BÁO CÁO từ ngày 01/6/2023 đến ngày 30/6/2023\nĐơn vị;Tỷ lệ số hóa hồ sơ;Kết quả chứng thực điện tử bản sao \
        từ bản chính từ 01/01/2020 đến ngày 05/6/2023\nH. Bắc Hà;48,1%;426\n";
    let document = appendix(&report_of(text));
    let columns = &tables(&document)[0].columns;
    assert_eq!(columns[2].header, "Tỷ lệ % tổng chung nhóm số hóa hồ sơ từ 01/6/2023 đến ngày 30/6/2023");
    let copies =
        "Kết quả chứng thực điện tử bản sao từ bản chính từ 01/01/2020 đến ngày 05/6/2023 (hồ sơ đã hoàn thành)";
    assert_eq!(columns[4].header, copies);
}

#[test]
fn each_unit_with_a_note_is_reminded_of_its_own_figures() {
    let report = of_the_letter("");
    let documents = reminders(&report);
    let names: Vec<&str> = documents.iter().map(|document| document.name.as_str()).collect();
    // Three units are «Thấp», four «Quá thấp», two of them both.
    assert_eq!(names, ["nhac-bao-yen", "nhac-si-ma-cai", "nhac-muong-khuong", "nhac-van-ban", "nhac-bac-ha"]);
    let printed = text(&documents[3].pages[0]);
    for part in [
        "Kính gửi: UBND huyện Văn Bàn.\n",
        "- Tỷ lệ % tổng chung nhóm số hóa hồ sơ: 49%, hạng 8/9 – «Thấp».\n",
        "(từ 01/01/2020 đến ngày 05/6/2023): 678 – «Quá thấp».\n",
        "UBND huyện Văn Bàn còn thiếu 1 điểm phần trăm và 322 hồ sơ chứng thực điện tử. ",
    ] {
        assert!(printed.contains(part), "{part}\nis not in\n{printed}");
    }
    assert_eq!(reminders_in_one(&report).pages.len(), 5 + 1, "and the method");
}

#[test]
fn what_settings_ask_for_in_vain_stands_with_its_reason_before_anything_is_issued() {
    let seen = sohoa::documents::review(&of_the_letter("province = \"60\""));
    let line = seen.iter().find(|line| line.starts_with("Có mục trong thiết lập")).unwrap();
    // 57,7 % stands in a file, which outweighs what was typed.
    assert!(line.contains("(1 lần: «tỷ lệ toàn tỉnh 60%: dùng 57,7% của toan-tinh.csv, dòng 2»)"), "{line}");
}

#[test]
fn the_short_text_names_who_lags() {
    let printed = to_plain(&message(&of_the_letter("")));
    let expected = "Nhóm chỉ số Số hóa hồ sơ: 09 đơn vị được xếp hạng, toàn tỉnh đạt 57,7%.\n\
        Thấp (dưới 50%): UBND huyện Mường Khương (49,5%), UBND huyện Văn Bàn (49%), UBND huyện Bắc Hà (48,1%).\n\
        Chứng thực điện tử quá thấp (dưới 1.000 hồ sơ): UBND huyện Bảo Yên (366), UBND huyện Si Ma Cai (546), UBND huyện \
        Văn Bàn (678), UBND huyện Bắc Hà (426).\n\
        Đề nghị 05 đơn vị nêu trên rà soát, khắc phục ngay những chỉ tiêu còn thấp.\n";
    // Bảo Yên, Si Ma Cai, Mường Khương, Văn Bàn, Bắc Hà.
    assert!(printed.starts_with(expected), "{printed}");
    assert!(printed.contains("phu-luc.txt, toan-tinh.csv"), "{printed}");
    let nobody = to_plain(&message(&report_of("Đơn vị;Tỷ lệ số hóa hồ sơ\nHuyện Bảo Yên;72,3%\n")));
    assert!(!nobody.contains("Đề nghị") && nobody.contains("01 đơn vị được xếp hạng"), "{nobody}");
}

#[test]
fn of_many_units_the_lowest_are_named_and_the_others_counted() {
    // Fourteen communes below 50 %: 20 %, 21 %, … 33 %; the two that are not named have 32 % and 33 %.
    let catalogue = sohoa::units::Catalogue::by_id("laocai-2025").unwrap();
    let communes = catalogue.units().iter().filter(|unit| unit.id.as_str().starts_with("xa-")).take(14);
    let lines: Vec<String> = (20..).zip(communes).map(|(rate, unit)| format!("{};{rate}%\n", unit.name)).collect();
    let text = format!("Từ ngày 01/8/2025 đến ngày 31/8/2025\nĐơn vị;Tỷ lệ số hóa hồ sơ\n{}", lines.concat());
    let printed = to_plain(&message(&report_of(text)));
    let line = printed.lines().find(|line| line.starts_with("Thấp")).unwrap();
    assert!(line.starts_with("Thấp (dưới 50%): thấp nhất là UBND xã ") && line.contains(" (20%), "), "{line}");
    assert!(line.ends_with(" (31%) và 02 đơn vị khác."), "{line}");
    assert!(!line.contains("(32%)") && !line.contains("(33%)"), "{line}");
}

#[test]
fn of_units_that_stand_alike_all_are_named_or_none() {
    // Eleven communes with 20 % to 30 %, then four with 31 %: the sentence holds twelve names, and four do not fit.
    let catalogue = sohoa::units::Catalogue::by_id("laocai-2025").unwrap();
    let communes = catalogue.units().iter().filter(|unit| unit.id.as_str().starts_with("xa-")).take(15);
    let lines: Vec<String> =
        (20..).zip(communes).map(|(rate, unit)| format!("{};{}%\n", unit.name, rate.min(31))).collect();
    let text = format!("Từ ngày 01/8/2025 đến ngày 31/8/2025\nĐơn vị;Tỷ lệ số hóa hồ sơ\n{}", lines.concat());
    let printed = to_plain(&message(&report_of(text)));
    let line = printed.lines().find(|line| line.starts_with("Thấp")).unwrap();
    assert!(line.ends_with(" (30%) và 04 đơn vị khác.") && !line.contains("(31%)"), "{line}");
}

#[test]
fn each_document_has_a_number_of_its_own_and_lists_bear_one_mark_a_line() {
    let report = of_the_letter("[documents]\nnumber = \"123\"\nrecipients = [\"- Như kính gửi;\", \"Lưu: VT.\"]");
    let printed = text(&letter(&report).pages[0]);
    assert!(printed.contains("Số: 123/VPUBND-KSTT") && printed.contains("- Như kính gửi;\n- Lưu: VT.\n"), "{printed}");
    let reminder = text(&reminders(&report)[0].pages[0]);
    assert!(!reminder.contains("123/"), "{reminder}");
    for (typed, number) in [("5", "05/VPUBND-KSTT"), ("45/VPUBND-KSTT", "45/VPUBND-KSTT"), ("105", "105/VPUBND-KSTT")] {
        let report = of_the_letter(&format!("[documents]\nnumber = \"{typed}\""));
        let printed = text(&letter(&report).pages[0]);
        assert!(printed.contains(&format!("Số: {number}\n")), "{printed}");
    }
}

#[test]
fn a_rule_that_looks_at_the_province_is_told_and_no_fixed_limit_is_claimed() {
    let report = run_case("rules-relative-to-the-province");
    let printed = to_plain(&message(&report));
    // 57,7 - 5 = 52,7: three lie below it. 20 copies in 30 days.
    assert!(printed.contains("Thấp: UBND huyện Mường Khương (49,5%), "), "{printed}");
    assert!(printed.contains("Chứng thực điện tử quá thấp: UBND huyện Bảo Yên (366), "), "{printed}");
    let method = text(letter(&report).pages.last().unwrap());
    assert!(method.contains("Trong nhóm Cấp huyện, ngưỡng là 52,7%."), "{method}");
    let set = "Bộ ngưỡng: Bộ ngưỡng tương đối; dùng từ 01/7/2023; nguồn: Thử nghiệm của phòng KSTT.";
    assert!(method.contains(set), "{method}");
}

#[test]
fn dossiers_that_are_missing_are_named_where_files_count_them() {
    let report = run_case("dossiers-that-are-missing");
    let document = reminders(&report).into_iter().find(|document| document.name == "nhac-muong-khuong").unwrap();
    let printed = text(&document.pages[0]);
    // 11 points are 50 %; a dossier in both A and B brings 10 / 10.000 points: 0,11 / 0,001 = 110.
    let part = "còn thiếu 0,5 điểm phần trăm, tức 110 hồ sơ được số hóa cả giấy tờ và có kết quả điện tử";
    assert!(printed.contains(part), "{part}\nis not in\n{printed}");
    // A counts 6 · 0,4 = 2,4 points, B 4 · 0,4 = 1,6, and D, full from 80 %, 2 · 0,1 / 0,8 = 0,25.
    let lost = "- Chỉ tiêu thành phần mất nhiều điểm nhất: Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử (đạt 40%, mất \
        3,6 trên 6 điểm); Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ (đạt 40%, mất 2,4 trên 4 điểm); Tỷ lệ hồ sơ khai thác, sử \
        dụng lại thông tin, dữ liệu số hóa (đạt 10%, mất 1,75 trên 2 điểm).\n";
    assert!(printed.contains(lost), "{lost}\nis not in\n{printed}");
}

#[test]
fn every_document_says_how_it_was_made_and_from_what() {
    let report = of_the_letter("");
    // sha256sum tests/cases/letter-appendix-tab/phu-luc.txt
    let hash = "70a8c281988f13bd547ef98b238659049b296beb1fc9c878bea5d2ea54832560";
    for document in [appendix(&report), letter(&report), reminders_in_one(&report), reminders(&report).remove(0)] {
        let method = text(document.pages.last().unwrap());
        for part in ["Cách tính\n", "nhỏ hơn 50%", "nhỏ hơn 1.000", "phu-luc.txt", hash, "toan-tinh.csv", "sohoa 0.1.0"]
        {
            assert!(method.contains(part), "{}: {part}\nis not in\n{method}", document.name);
        }
        // What is still open is told before anything is issued: the town called a huyện, the doubled sign.
        assert!(method.contains("Điều cần xem lại trước khi ban hành\n"), "{method}");
    }
}

#[test]
fn a_draft_says_that_it_is_one() {
    let report = of_the_letter("[documents]\ndraft = true");
    for document in [appendix(&report), letter(&report), reminders_in_one(&report)] {
        assert!(text(&document.pages[0]).contains("DỰ THẢO\n"), "{}", document.name);
    }
    assert!(!to_plain(&letter(&of_the_letter(""))).contains("DỰ THẢO"));
    // The copies are counted up to 05/6/2023: on the 4th their period was still running, on the 5th it was not.
    for (taken, running) in [("04/6/2023", true), ("05/6/2023", false)] {
        let report = of_the_letter(&format!("as_of = \"{taken}\""));
        assert_eq!(text(&appendix(&report).pages[0]).contains("SỐ LIỆU TẠM THỜI\n"), running, "{taken}");
    }
}

#[test]
fn all_words_can_be_changed() {
    let settings = "[documents]\nsuperior = \"\"\nissuer = \"ỦY BAN NHÂN DÂN TỈNH\"\nsymbol = \"UBND-KSTT\"\nnumber = \"07\"\n\
        date = \"07/02/2024\"\nsubject = \"V/v {nguong-thap}\"\naddressees = [\"Sở Y tế\"]\nbody = [\"**Một** {thap}./.\"]\n\
        recipients = [\"Lưu: VT\"]\nsignature = [\"CHỦ TỊCH\"]\nsigner = \"Nguyễn Văn A\"\n[documents.names]\n\
        muong-khuong = \"H. Mường Khương\"\n";
    let printed = text(&letter(&of_the_letter(settings)).pages[0]);
    let expected = "ỦY BAN NHÂN DÂN TỈNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
        Số: 07/UBND-KSTT\nV/v 50%\nLào Cai, ngày 07 tháng 02 năm 2024\nKính gửi: Sở Y tế.\n\
        Một H. Mường Khương (49,5%), UBND huyện Văn Bàn (49%), UBND huyện Bắc Hà (48,1%)./.\n\
        Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn A\n";
    assert_eq!(printed, expected);
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = of_the_letter("");
    let once: Vec<Vec<u8>> = [appendix(&report), letter(&report)].iter().map(to_docx).collect();
    // Longer than the two seconds that an archive counts in, so that a clock that is asked would be seen.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    let again = of_the_letter("");
    assert_eq!([appendix(&again), letter(&again)].iter().map(to_docx).collect::<Vec<_>>(), once);
    assert_eq!(to_html(&letter(&report)), to_html(&letter(&again)));
}
