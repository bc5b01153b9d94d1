use crate::analysis::Report;
use crate::analysis::assess::report;
use crate::analysis::suppose;
use crate::notices::NoticeCode;
use crate::text::numbers::print_percent;

/// Unit, rank, percentage as printed and note of each unit.
fn ranked(report: &Report) -> Vec<String> {
    let line = |unit: &crate::analysis::UnitResult| {
        let (rank, percent) = (unit.rank.unwrap(), print_percent(unit.percent.as_ref().unwrap().value));
        format!("{} {rank} {percent} {}", unit.id.as_str(), unit.percent_note.map_or("-", |note| note.card.word))
    };
    report.units.iter().map(line).collect()
}

fn told(report: &Report, code: NoticeCode) -> Vec<String> {
    let of_code = report.notices.sorted().into_iter().filter(|notice| notice.code == code);
    of_code.flat_map(|notice| notice.seen.iter().map(|seen| seen.found.clone())).collect()
}

const POINTS: &str = "Đơn vị;Điểm số hóa hồ sơ\nUBND huyện Bảo Yên;11,01\nUBND huyện Bát Xát;10,988\nUBND huyện Bắc Hà;10,999\nUBND huyện Văn Bàn;10,9\n";

#[test]
fn points_of_22_are_rounded_once() {
    // 11,01 / 22 = 50,0454… %; 10,999 / 22 = 49,9954… %; 10,988 / 22 = 49,9454… %; 10,9 / 22 = 49,5454… %.
    let rounded = ["bao-yen 1 50% -", "bac-ha 2 50% -", "bat-xat 3 49,9% Thấp", "van-ban 4 49,5% Thấp"];
    assert_eq!(ranked(&report(POINTS, "")), rounded);
    assert_eq!(told(&report(POINTS, ""), NoticeCode::LimitByRounding), ["49,995%"]);
    // 10,999 points are fewer than 11.
    let exact = report(POINTS, "compare = \"exact\"");
    assert_eq!(ranked(&exact)[1], "bac-ha 2 50% Thấp");
    let lack = exact.units[1].shortfall().percent.unwrap();
    assert_eq!((lack.target.to_string(), lack.percent_points.to_string()), ("50".to_owned(), "0.01".to_owned()));
    assert_eq!(lack.points.unwrap().to_string(), "0.001");
}

/// The columns of components, their counts below.
fn components(letters: &str, rows: &str) -> String {
    let header = |letter: char| match letter {
        'A' => "Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;;",
        'B' => "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ;;",
        'C' => "Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính;;",
        'D' => "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa;;",
        'E' => "Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng;;",
        'F' => "Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư;;",
        _ => "Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ GQ TTHC;;",
    };
    let headers: String = letters.chars().map(header).collect();
    let counts = "Số lượng đạt;Tổng số;".repeat(letters.len());
    format!("Đơn vị;{headers}Điểm số hóa hồ sơ\n;{counts}\n{rows}")
}

#[test]
fn one_ratio_for_all_is_rounded_once_and_only_equals_share_a_rank() {
    let rows = "UBND huyện Bảo Yên;4989;10000;5000;10000;\nUBND huyện Bảo Thắng;10000;20000;9999;20000;\nUBND thành phố Lào Cai;500;1000;500;1000;\n";
    let pooled = "[formula]\npreset = \"pooled\"\nrates = [\"A\", \"B\"]\n";
    // 9.989 / 20.000 = 49,945 %; 19.999 / 40.000 = 49,9975 %.
    let rounded = ["tp-lao-cai 1 50% -", "bao-thang 2 50% -", "bao-yen 3 49,9% Thấp"];
    assert_eq!(ranked(&report(&components("AB", rows), pooled)), rounded);
    let exact = format!("compare = \"exact\"\n{pooled}");
    assert_eq!(ranked(&report(&components("AB", rows), &exact))[1], "bao-thang 2 50% Thấp");
}

#[test]
fn the_dossiers_named_are_enough_when_they_are_supposed() {
    // 10 points; 250 of B's 1.000 bring 1 point, and 11 of 22 are reached.
    let rows = "UBND huyện Bát Xát;1000;1000;400;1000;10\n";
    let settings =
        |dossiers: u32| format!("compare = \"exact\"\n[[what-if]]\nunit = \"bat-xat\"\ndossiers = {dossiers}\n");
    for (dossiers, percent, note) in [(250, "50", None), (249, "49.981818", Some("Thấp"))] {
        let report = report(&components("AB", rows), &settings(dossiers));
        let then = &suppose(&report, &report.settings.what_if).units[0];
        assert_eq!((then.percent.unwrap().to_string().as_str(), then.percent_note), (percent, note));
    }
}

/// Seven components at half of 1.000 each: 3 + 2 + 1 + 1,25 + 2 + 1 + 1 = 11,25 points, D being full at 80 %.
fn halves(rows: &[(&str, &str)]) -> String {
    let row = |(name, points): &(&str, &str)| format!("{name};{}{points}\n", "500;1000;".repeat(7));
    components("ABCDEFG", &rows.iter().map(row).collect::<String>())
}

#[test]
fn points_that_contradict_the_components_are_told() {
    let report = report(
        &halves(&[
            ("UBND huyện Bảo Yên", "11,25"),
            ("UBND huyện Bắc Hà", "9,25"),
            ("UBND huyện Bát Xát", "11,2"),
            ("UBND huyện Văn Bàn", "11,3"),
        ]),
        "",
    );
    // 9,25 / 22 = 42,04545… %, 11,25 / 22 = 51,13… %; 0,05 points below and above are allowed.
    let found = ["42,045% (9,25 điểm / 22) ≠ 51,14% (cho phép lệch 0,05 điểm)"];
    assert_eq!(told(&report, NoticeCode::TotalRecomputedDiffers), found);
    assert!(report.units.iter().all(|unit| unit.total.agrees == Some(unit.id.as_str() != "bac-ha")));
}

#[test]
fn the_row_of_the_province_is_computed_as_those_of_units_are() {
    let text = halves(&[("UBND huyện Bảo Yên", ""), ("UBND huyện Bắc Hà", ""), ("Toàn tỉnh", "")]);
    let province = report(&text, "").province.unwrap();
    assert_eq!((province.percent.to_string().as_str(), province.origin.code()), ("51.14", "computed"));
    assert_eq!((province.place.file.as_str(), province.place.row), ("a.csv", Some(5)));
    // What an officer types is given, and not computed again; so are points in the row.
    assert_eq!(report(&text, "province = \"57,7\"").province.unwrap().percent.to_string(), "57.7");
    let given = halves(&[("UBND huyện Bảo Yên", ""), ("Toàn tỉnh", "11")]);
    assert_eq!(report(&given, "").province.unwrap().percent.to_string(), "50");
    // Without some component there is none, as for units.
    let parts = components("AB", "UBND huyện Bảo Yên;1;2;1;2;\nToàn tỉnh;1;2;1;2;\n");
    assert!(report(&parts, "").province.is_none());
    assert_eq!(report(&parts, "[formula]\npreset = \"points_present\"").province.unwrap().percent.to_string(), "50");
}

#[test]
fn what_is_set_by_hand_is_held_against_the_rest() {
    let set = |field: &str, value: &str| {
        format!("[[figures]]\nunit = \"bac-ha\"\nfield = \"{field}\"\nvalue = \"{value}\"\nreason = \"đã đối chiếu\"\n")
    };
    let rates = "Đơn vị;Tỷ lệ số hóa hồ sơ (%)\nUBND huyện Bảo Yên;51\nUBND huyện Bắc Hà;49\n";
    let points = report(rates, &set("group_points", "11,5"));
    // 11,5 / 22 = 52,27… %
    assert_eq!(told(&points, NoticeCode::RateDiffers), ["UBND huyện Bắc Hà: 49% ≠ 52,27% (11,5 điểm / 22)"]);
    assert_eq!(told(&report(rates, &set("group_points", "10,78")), NoticeCode::RateDiffers), [""; 0]);
    let counts = components("AB", "UBND huyện Bắc Hà;400;1000;500;1000;\n");
    let parts = report(&counts, &set("component_a_numerator", "2000"));
    assert_eq!(parts.notices.count(NoticeCode::PartExceedsWhole), 1);
    // What a file says of itself is told once, whatever else is set.
    let own = components("AB", "UBND huyện Bắc Hà;1400;1000;500;1000;\n");
    assert_eq!(report(&own, &set("certified_copies", "5")).notices.count(NoticeCode::PartExceedsWhole), 1);
}
