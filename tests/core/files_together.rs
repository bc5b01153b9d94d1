//! Several files about the same units: parts that one file holds and another goes on with, units that only one file names,
//! figures that are the same but for their rounding.

use crate::support;
use crate::support::json;
use crate::support::lines::figures;
use crate::support::lines::plain;
use crate::support::lines::units;
use sohoa::analysis::Report;
use sohoa::analysis::Settings;
use sohoa::documents::review;

fn read(files: &[(&str, &str)]) -> Report {
    support::report(files, &Settings::default())
}

/// The notices of a report but for the units that nobody names: the word and every quote.
fn noticed(report: &Report) -> Vec<String> {
    let json = json(report);
    let notices = json["notices"].as_array().unwrap().iter().filter(|notice| notice["code"] != "unit-missing");
    let quotes = |notice: &serde_json::Value| -> Vec<String> {
        let word = plain(&notice["code"]);
        notice["places"]
            .as_array()
            .unwrap()
            .iter()
            .map(|place| format!("{word} «{}»", plain(&place["found"])))
            .collect()
    };
    notices.flat_map(quotes).collect()
}

/// A summary of one field of law.
fn sector(sector: &str, rows: &[&str]) -> String {
    let rows: Vec<String> = rows.iter().map(|row| row.replacen(';', &format!(";{sector};"), 1)).collect();
    format!("Đơn vị;Lĩnh vực;Tiếp nhận;Có số hóa TPHS\n{}\n", rows.join("\n"))
}

#[test]
fn fields_of_law_in_two_files_add_up_as_in_one() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;30;12"]);
    // Bảo Yên counts as many of either, Bắc Hà counts others.
    let people = sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;31;12"]);
    let report = read(&[("a.csv", &land), ("b.csv", &people)]);
    // 20 + 20, 10 + 10; 30 + 31, 12 + 12.
    assert_eq!(figures(&json(&report)), ["bac-ha 61 24 - - - -", "bao-yen 40 20 - - - -"]);
    assert_eq!(
        noticed(&report),
        [
            "counts-added «UBND huyện Bắc Hà: cộng 2 dòng của 2 tệp, đến b.csv, dòng 3»",
            "counts-added «UBND huyện Bảo Yên: cộng 2 dòng của 2 tệp, đến b.csv, dòng 2»"
        ]
    );
    // The same field of law in a third file counts once, and is told where it says otherwise.
    let again = sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10", "UBND huyện Bắc Hà;33;12"]);
    let report = read(&[("a.csv", &land), ("b.csv", &people), ("c.csv", &again)]);
    assert_eq!(figures(&json(&report)), ["bac-ha 61 24 - - - -", "bao-yen 40 20 - - - -"]);
    assert_eq!(noticed(&report)[0], "figure-conflict «UBND huyện Bắc Hà: Hộ tịch (b.csv, dòng 3)»");
    assert_eq!(noticed(&report).len(), 3);
}

#[test]
fn files_of_one_field_of_law_are_no_parts_of_one_another() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10"]);
    let report = read(&[("a.csv", &land), ("b.csv", &land)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
    // Of two months nothing is added.
    let dated = |days: &str, text: &str| format!("{days}\n{text}");
    let april = dated("Tháng 4/2023", &land);
    let may = dated("Tháng 5/2023", &sector("Hộ tịch", &["UBND huyện Bảo Yên;20;10"]));
    let report = read(&[("a.csv", &april), ("b.csv", &may)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
}

#[test]
fn communes_of_one_district_in_two_files_add_up() {
    let of = |rows: &str| format!("Huyện;Xã;Chứng thực điện tử đã hoàn thành\n{rows}");
    let first = of("UBND huyện Bảo Yên;Xã Bảo Hà;190\nUBND huyện Bắc Hà;Thị trấn Bắc Hà;400\n");
    let second = of("UBND huyện Bảo Yên;Thị trấn Phố Ràng;190\nUBND huyện Bắc Hà;Xã Tà Chải;26\n");
    let report = read(&[("a.csv", &first), ("b.csv", &second)]);
    // 400 + 26 and 190 + 190.
    assert_eq!(units(&json(&report)), ["- bac-ha - - 426 Quá thấp", "- bao-yen - - 380 Quá thấp"]);
    assert_eq!(
        noticed(&report),
        [
            "communes-added «UBND huyện Bắc Hà: cộng 2 dòng của 2 tệp, đến b.csv, dòng 3»",
            "communes-added «UBND huyện Bảo Yên: cộng 2 dòng của 2 tệp, đến b.csv, dòng 2»"
        ]
    );
}

#[test]
fn parts_that_count_other_things_stay_apart() {
    let land = sector("Đất đai", &["UBND huyện Bảo Yên;20;10"]);
    let copies = "Đơn vị;Lĩnh vực;Chứng thực điện tử\nUBND huyện Bảo Yên;Chứng thực;366\n";
    let report = read(&[("a.csv", &land), ("b.csv", copies)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 20 10 - - - -"]);
    assert_eq!(units(&json(&report)), ["- bao-yen - - 366 Quá thấp"]);
    assert_eq!(noticed(&report), [""; 0]);
}

#[test]
fn a_unit_that_the_file_with_the_percentages_lacks_is_told_though_another_file_names_it() {
    let rates = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;60%\nUBND huyện Bắc Hà;50%\nSở Y tế;70%\n";
    let copies = "Đơn vị;Chứng thực điện tử\nUBND huyện Bảo Yên;1500\nUBND huyện Văn Bàn;1500\nUBND xã Bảo Hà;10\n";
    let report = read(&[("pl.csv", rates), ("ct.csv", copies)]);
    let told: Vec<String> = noticed(&report).into_iter().filter(|line| line.starts_with("unit-without-rate")).collect();
    assert_eq!(told, ["unit-without-rate «UBND huyện Văn Bàn: không có trong pl.csv»"]);
    let open = review(&report).join("\n");
    assert!(open.contains("Đơn vị thiếu ở tệp có tỷ lệ: UBND huyện Văn Bàn: không có trong pl.csv."), "{open}");
    // Named there without a figure, the unit is told where it stands in the ranking.
    let blank = format!("{rates}UBND huyện Văn Bàn;\n");
    let report = read(&[("pl.csv", &blank), ("ct.csv", copies)]);
    assert!(noticed(&report).iter().all(|line| !line.starts_with("unit-without-rate")), "{:?}", noticed(&report));
    // Without any percentages there is nothing to lack.
    let report = read(&[("ct.csv", copies)]);
    assert!(noticed(&report).iter().all(|line| !line.starts_with("unit-without-rate")));
}

#[test]
fn a_total_counts_no_commune_beside_its_district() {
    let table = |total: &str| {
        format!(
            "STT;Đơn vị;Chứng thực điện tử\nI;UBND huyện Bảo Yên;366\n1;UBND thị trấn Phố Ràng;200\n\
            2;UBND xã Bảo Hà;166\nII;UBND huyện Bắc Hà;426\n1;UBND thị trấn Bắc Hà;300\n2;UBND xã Bản Phố;126\n\
            ;Tổng cộng;{total}\n"
        )
    };
    let told = |text: &str| -> Vec<String> {
        noticed(&read(&[("a.csv", text)])).into_iter().filter(|line| line.starts_with("total-differs")).collect()
    };
    // 366 + 426 = 792, which are 200 + 166 + 300 + 126 once more.
    assert_eq!(told(&table("792")), [""; 0]);
    assert_eq!(told(&table("800")), ["total-differs ««Tổng cộng»: 800 ≠ 792»"]);
    let below = "STT;Đơn vị;Chứng thực điện tử\n1;UBND xã Bảo Hà;683\n2;UBND xã Nghĩa Đô;260\n;Cộng huyện Bảo Yên;943\n\
        1;UBND xã Gia Phú;746\n;Cộng huyện Bảo Thắng;746\n;Tổng cộng;1689\n";
    // 683 + 260 = 943; 943 + 746 = 1.689.
    assert_eq!(told(below), [""; 0]);
}

const RATES: &str = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\nToàn tỉnh;57,7%\n";

#[test]
fn the_provinces_percentage_goes_before_its_points_in_whatever_order_they_come() {
    let points = |points: &str| format!("Đơn vị;Điểm số hóa hồ sơ\nUBND huyện Bảo Yên;15,91\nToàn tỉnh;{points}\n");
    // 12,69 / 22 = 57,68 %; 13,1 / 22 = 59,54545… %.
    for (points, told) in [
        (points("12,69"), Vec::new()),
        (points("13,10"), vec!["rate-differs «toàn tỉnh: 57,7% ({rates}) ≠ 59,545% (điểm chia 22)»"]),
    ] {
        for names in [["a.csv", "b.csv"], ["b.csv", "a.csv"]] {
            let [rates_name, points_name] = names;
            let mut files = [(rates_name, RATES), (points_name, points.as_str())];
            files.sort_unstable();
            let report = read(&files);
            let place = format!("{rates_name}, dòng 3");
            let told: Vec<String> = told.iter().map(|line| line.replace("{rates}", &place)).collect();
            assert_eq!(noticed(&report), told);
            assert_eq!(plain(&json(&report)["province"]["percent"]), "57.7");
        }
    }
}

#[test]
fn of_one_figure_in_two_roundings_the_more_exact_stands() {
    let exact = RATES.replace("72,3%", "72,32%").replace("57,7%", "57,68%");
    for files in [[("a.csv", RATES), ("b.csv", &exact)], [("a.csv", &exact), ("b.csv", RATES)]] {
        let report = read(&files);
        assert_eq!(noticed(&report), [""; 0]);
        assert_eq!(units(&json(&report)), ["1 bao-yen 72.32 - - -"]);
        assert_eq!(plain(&json(&report)["province"]["percent"]), "57.68");
    }
    // 72,36 rounds to 72,4.
    let other = RATES.replace("72,3%", "72,36%");
    assert_eq!(
        noticed(&read(&[("a.csv", RATES), ("b.csv", &other)])),
        ["figure-conflict «72,36% ≠ 72,3% (a.csv, dòng 2, cột 2 (B))»"]
    );
    // A whole percent is printed with its decimal left out: it stands for 72,0.
    let whole = RATES.replace("72,3%", "72%");
    assert_eq!(noticed(&read(&[("a.csv", RATES), ("b.csv", &whole)])).len(), 1);
}

#[test]
fn of_one_figure_that_both_files_have_rounded_the_more_exact_stands() {
    // 11,23 of 22 points are 51,045%: one file prints 51,0%, another 51,05%, which rounds to 51,1.
    let [tenths, hundredths] = ["51,0%", "51,05%"].map(|percent| RATES.replace("72,3%", percent));
    for files in [[("a.csv", &tenths), ("b.csv", &hundredths)], [("a.csv", &hundredths), ("b.csv", &tenths)]] {
        let report = read(&files.map(|(name, text)| (name, text.as_str())));
        assert_eq!(noticed(&report), [""; 0]);
        assert_eq!(units(&json(&report)), ["1 bao-yen 51.05 - - -"]);
    }
    let other = RATES.replace("72,3%", "51,06%");
    assert_eq!(noticed(&read(&[("a.csv", &tenths), ("b.csv", &other)])).len(), 1);
}

#[test]
fn an_unknown_name_in_a_list_says_how_many_dossiers_it_has() {
    let row = |number: u32, unit: &str| format!("H38.99-230510-{number:04};{unit};10/05/2023;Đã trả kết quả\n");
    let rows: String = (1..=3).map(|number| row(number, "UBND xã Lạ")).chain([row(4, "UBND huyện Bảo Yên")]).collect();
    let list = format!("Từ ngày 01/5/2023 đến ngày 31/5/2023\nMã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n{rows}");
    let report = read(&[("a.csv", &list)]);
    assert_eq!(noticed(&report), ["unit-unknown «UBND xã Lạ (3 hồ sơ)»"]);
    assert_eq!(plain(&json(&report)["unmatched"][0]["name"]), "UBND xã Lạ");
}

#[test]
fn points_and_their_parts_may_lie_apart_by_the_tolerance() {
    // 6 + 3 + 2 + 2 + 1 + 1 + 2 = 17 points.
    let table = |points: &str| {
        format!(
            "Đơn vị;Nhóm số hóa hồ sơ;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;\
            Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ;Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính;\
            Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa;\
            Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng;\
            Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư;\
            Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ giải quyết TTHC\n\
            ;Điểm{}\nUBND huyện Bảo Yên;{points};6;3;2;2;1;1;2\n",
            ";Điểm ghi nhận".repeat(7)
        )
    };
    let told = |points: &str, settings: &str| -> Vec<String> {
        let report = support::report(&[("a.csv", table(points))], &Settings::parse(settings).unwrap());
        noticed(&report).into_iter().filter(|line| line.starts_with("points-differ")).collect()
    };
    assert_eq!(told("17,04", ""), [""; 0]);
    assert_eq!(told("17,06", ""), ["points-differ «17,06 ≠ 17»"]);
    assert_eq!(told("17,04", "[formula]\ntolerance = \"0\""), ["points-differ «17,04 ≠ 17»"]);
}

#[test]
fn what_is_called_a_commune_is_suggested_no_district() {
    let table = |name: &str| format!("Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bát Xát;60%\n{name};70%\n");
    let suggested = |name: &str| json(&read(&[("a.csv", &table(name))]))["unmatched"][0]["suggestions"].to_string();
    assert_eq!(suggested("Xã Bảo Yên"), "[]");
    assert_eq!(suggested("UBND xã Bảo Hà"), "[]");
    assert_eq!(suggested("UBND huyện Bảo Yênn"), "[\"bao-yen\"]");
}

#[test]
fn one_file_under_two_names_is_told_and_counts_once() {
    let report = read(&[("a.csv", RATES), ("b.csv", RATES)]);
    assert_eq!(noticed(&report), ["file-repeated «giống hệt a.csv»"]);
    // Twice under one name, which no row of the file can mend.
    let report = read(&[("a.csv", RATES), ("a.csv", RATES)]);
    assert_eq!(noticed(&report), ["file-repeated «giống hệt a.csv»"]);
    // Dossiers without a code would not be known again.
    let list = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n\
        H38.99-230510-0001;UBND huyện Bảo Yên;10/05/2023;Đã trả kết quả\n;UBND huyện Bảo Yên;11/05/2023;Đang xử lý\n";
    let report = read(&[("a.csv", list), ("b.csv", list)]);
    assert_eq!(figures(&json(&report)), ["bao-yen 2 - 1 - - -"]);
    assert!(noticed(&report).contains(&"file-repeated «giống hệt a.csv»".to_owned()), "{:?}", noticed(&report));
}

#[test]
fn a_group_that_documents_leave_out_is_named_before_they_are_issued() {
    let list = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n\
        H38.99-230510-0001;UBND huyện Bảo Yên;10/05/2023;Đã trả kết quả\n\
        H38.99-230510-0002;UBND huyện Bắc Hà;10/05/2023;Đã trả kết quả\n";
    let departments = "Đơn vị;Tỷ lệ số hóa hồ sơ\nSở Nội vụ;91,2%\nSở Y tế;43,1%\n";
    let files = [("a.csv", list), ("b.csv", departments)];
    let sentence =
        "Nhóm «Cấp huyện» (2 đơn vị) chưa có tỷ lệ và số chứng thực: công văn và phụ lục không nêu nhóm này.";
    let told = |settings: &str| {
        let report = support::report(&files, &Settings::parse(settings).unwrap());
        review(&report).iter().any(|line| line.starts_with(sentence))
    };
    assert!(told(""));
    // Who chooses a group wants no other.
    assert!(!told("group = \"so-nganh\""));
}

#[test]
fn units_with_a_note_that_no_document_names_are_told_in_them() {
    let table = "Đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\nSở Nội vụ;12,3%\n\
        Chi nhánh VPĐKĐĐ huyện Bắc Hà;30%\n";
    let sentence = |settings: &str| {
        let report = support::report(&[("a.csv", table)], &Settings::parse(settings).unwrap());
        review(&report).into_iter().find(|line| line.starts_with("Đơn vị có ghi chú"))
    };
    let of_groups = sentence("").unwrap();
    assert!(of_groups.contains("Bắc Hà") && !of_groups.contains("Sở Nội vụ"), "{of_groups}");
    let of_districts = sentence("group = \"cap-huyen\"").unwrap();
    assert!(of_districts.contains("Sở Nội vụ, "), "{of_districts}");
    assert_eq!(sentence("group = \"so-nganh\"").as_deref(), Some(of_groups.as_str()));
}
