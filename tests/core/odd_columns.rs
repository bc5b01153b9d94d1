//! Columns that a careless reader takes for what they are not: names of other units between figures, maxima that are not
//! the formula's, counts that nobody knows; and figures that cannot stand beside each other.

use crate::support::lines::is_lack;
use crate::support::lines::notices;
use crate::support::lines::units;
use crate::support::tables::noticed;
use crate::support::tables::read;

const BESIDE: [&str; 4] = [
    "UBND huyện Bảo Yên;72,3%;UBND thành phố Lào Cai;2.919",
    "UBND huyện Bảo Thắng;68,9%;UBND huyện Mường Khương;2.486",
    "UBND thành phố Lào Cai;58,6%;UBND huyện Bảo Yên;366",
    "UBND huyện Mường Khương;49,5%;UBND huyện Bảo Thắng;1.343",
];

/// Rows below a header.
fn below<'rows>(header: &'rows str, rows: &[&'rows str]) -> Vec<&'rows str> {
    std::iter::once(header).chain(rows.iter().copied()).collect()
}

/// The units of a table, as a report lists them.
fn listed(rows: &[&str]) -> Vec<String> {
    units(&read("a.csv", rows.join("\n") + "\n"))
}

#[test]
fn figures_right_of_other_units_are_theirs() {
    let each = [
        "1 bao-yen 72.3 - 366 Quá thấp",
        "2 bao-thang 68.9 - 1343 -",
        "3 tp-lao-cai 58.6 - 2919 -",
        "4 muong-khuong 49.5 Thấp 2486 -",
    ];
    for between in ["", "Xếp theo chứng thực", "Ghi chú"] {
        let header = format!("Đơn vị;Tỷ lệ số hóa hồ sơ;{between};Chứng thực điện tử");
        let rows = below(&header, &BESIDE);
        assert_eq!(listed(&rows), each, "{between}");
        assert_eq!(noticed(&rows), [format!("names-beside 1:3 «{between}»")], "{between}");
    }
    // A header of units says it by itself.
    let rows = below("Đơn vị;Tỷ lệ số hóa hồ sơ;Đơn vị;Chứng thực điện tử", &BESIDE);
    assert_eq!((listed(&rows), noticed(&rows)), (each.map(str::to_owned).to_vec(), vec![]));
    // A note behind the first figure stays with it.
    let rows = BESIDE.map(|row| row.replace("%;", "%;;").replace("49,5%;", "49,5%;Thấp"));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let rows = below("Đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;;Chứng thực điện tử", &rows);
    assert_eq!((listed(&rows), noticed(&rows)), (each.map(str::to_owned).to_vec(), vec!["names-beside 1:4 «»".into()]));
    // The row's own unit again, remarks that name one, and the offices above or below: the row's figures stay its own.
    let own = |third: [&str; 4]| {
        let row = |(row, third): (&str, &str)| {
            let cells: Vec<&str> = row.split(';').collect();
            format!("{};{};{third};{}", cells[0], cells[1], cells[3])
        };
        BESIDE.into_iter().zip(third).map(row).collect::<Vec<String>>()
    };
    for third in [
        ["UBND huyện Bảo Yên", "UBND huyện Bảo Thắng", "UBND thành phố Lào Cai", "UBND huyện Mường Khương"],
        ["", "", "", "UBND huyện Bắc Hà"],
        ["UBND huyện Bắc Hà", "UBND huyện Bắc Hà", "UBND huyện Văn Bàn", "UBND huyện Bắc Hà"],
    ] {
        let rows = own(third);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        let rows = below("Đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;Chứng thực điện tử", &rows);
        assert!(listed(&rows)[0].starts_with("1 bao-yen 72.3 - 2919"), "{third:?}");
        assert!(noticed(&rows).iter().all(|line| !line.starts_with("names-beside")), "{third:?}");
    }
}

#[test]
fn copies_completed_are_held_against_those_received() {
    let told = |row: &str| {
        let header = "Đơn vị;Số hồ sơ tiếp nhận;Đang xử lý;Đã hoàn thành;Tổng số bản sao";
        noticed(&[header, row, "UBND huyện Bắc Hà;431;5;426;900"])
    };
    assert!(told("UBND thị xã Sa Pa;1.117;5;1.112;2.224").is_empty());
    assert!(told("UBND thị xã Sa Pa;;5;1.112;").is_empty());
    assert_eq!(
        told("UBND thị xã Sa Pa;1.117;5;2.112;2.224"),
        ["part-exceeds-whole 2:4 «Đã hoàn thành 2.112 > Số hồ sơ tiếp nhận 1.117»"]
    );
    assert_eq!(told("UBND thị xã Sa Pa;1.117;50;1.112;2.224"), ["parts-differ 2:4 «50 + 1.112 > 1.117»"]);
    assert_eq!(
        told("UBND thị xã Sa Pa;1.117;5;1.112;12"),
        ["part-exceeds-whole 2:4 «Đã hoàn thành 1.112 > Tổng số bản sao 12»"]
    );
    // What was carried over is completed, too; dossiers that are digitised are others.
    let carried = "Đơn vị;Kỳ trước chuyển sang;Số hồ sơ chứng thực tiếp nhận;Số hồ sơ chứng thực điện tử đã hoàn thành";
    assert!(noticed(&[carried, "UBND thị xã Sa Pa;20;1.112;1.117"]).is_empty());
    let header = "Đơn vị;Tiếp nhận;Có số hóa TPHS;Chứng thực điện tử";
    assert!(noticed(&[header, "UBND thị xã Sa Pa;100;80;1.112"]).is_empty());
}

#[test]
fn what_came_from_the_national_store_was_used_again() {
    let header =
        "Đơn vị;Tiếp nhận;Có số hóa TPHS;Có tái sử dụng thành phần;Có tái sử dụng thành phần từ cổng DVC quốc gia";
    assert!(noticed(&[header, "UBND huyện Bảo Yên;1000;700;20;3"]).is_empty());
    assert_eq!(
        noticed(&[header, "UBND huyện Bảo Yên;1000;700;23;400"]),
        ["part-exceeds-whole 2:5 «số hồ sơ dùng lại từ cổng quốc gia 400 > số hồ sơ tái sử dụng dữ liệu 23»"]
    );
}

#[test]
fn a_printed_maximum_that_is_not_the_formulas_is_told() {
    let points = |header: &str, behind: &str| {
        let rows = [
            header.to_owned(),
            format!("UBND huyện Bảo Yên;15,91{behind}"),
            format!("UBND huyện Bảo Thắng;15,16{behind}"),
            format!("UBND huyện Bắc Hà;12,52{behind}"),
        ];
        noticed(&rows.each_ref().map(String::as_str))
    };
    let named = |most: &str| points(&format!("Đơn vị;Điểm số hóa hồ sơ (tối đa {most} điểm)"), "");
    assert!(named("22").is_empty());
    assert_eq!(named("20"), ["maximum-differs 1:2 «Điểm số hóa hồ sơ (tối đa 20 điểm): 20 ≠ 22»"]);
    assert!(points("Đơn vị;Điểm số hóa hồ sơ;Điểm tối đa", ";22").is_empty());
    assert_eq!(points("Đơn vị;Điểm số hóa hồ sơ;Điểm tối đa", ";20"), ["maximum-differs 1:3 «Điểm tối đa: 20 ≠ 22»"]);
    // Which of two columns it is the maximum of nobody says.
    assert!(points("Đơn vị;Điểm số hóa hồ sơ;Tổng điểm;Điểm tối đa", ";88,41;100").is_empty());
    let (a, b) = ("Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử", "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ");
    let parents = format!("Đơn vị;{a};;;{b};;");
    let below = ";Tỷ lệ;Điểm tối đa;Điểm ghi nhận;Tỷ lệ;Điểm tối đa;Điểm ghi nhận";
    let rows = |most: &str| {
        noticed(&[
            &parents,
            below,
            &format!("UBND huyện Bảo Yên;75%;6;4,5;25%;{most};1"),
            &format!("UBND huyện Bắc Hà;50%;6;3;50%;{most};2"),
        ])
    };
    let told = |most: &str| rows(most).into_iter().filter(|line| !is_lack(line)).collect::<Vec<_>>();
    assert!(told("4").is_empty());
    assert_eq!(told("6"), [format!("maximum-differs 2:6 «{b} / Điểm tối đa: 6 ≠ 4»")]);
}

#[test]
fn three_decimals_among_points_of_two_are_told() {
    let told = |points: [&str; 4]| {
        let names = ["UBND huyện Bảo Yên", "UBND huyện Bảo Thắng", "UBND thị xã Sa Pa", "UBND huyện Bắc Hà"];
        let rows = names.iter().zip(points).map(|(name, points)| format!("{name};{points}"));
        let rows: Vec<String> = std::iter::once("Đơn vị;Điểm số hóa hồ sơ".to_owned()).chain(rows).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        noticed(&rows)
    };
    assert_eq!(told(["15,91", "15,16", "1.252", "10,58"]), ["percent-three-decimals 4:2 «1.252»"]);
    assert_eq!(told(["15,9", "15", "12,52", "1.058"]), ["percent-three-decimals 5:2 «1.058»"]);
    // Columns that have as many as a rule, or more.
    assert!(told(["15,912", "15,164", "12,52", "10,582"]).is_empty());
    assert!(told(["15,91237", "15,1641", "12,52", "10,582"]).is_empty());
}

#[test]
fn groups_that_a_file_lacks_explain_its_total() {
    let header = |payment: &str| {
        format!(
            "Đơn vị;Công khai, minh bạch;Tiến độ giải quyết;Dịch vụ công trực tuyến{payment};Mức độ hài lòng;\
             Điểm Số hóa hồ sơ;Tổng điểm"
        )
    };
    let told = |header: &str, rows: [&str; 2]| noticed(&[header, rows[0], rows[1]]);
    let lacks = |total: &str| {
        let row = format!("UBND huyện Bảo Yên;18,00;20,00;9,50;17,00;15,91;{total}");
        told(&header(""), [&row, "UBND huyện Bắc Hà;17,50;19,75;9,50;17,00;15,16;86,91"])
    };
    // 18 + 20 + 9,5 + 17 + 15,91 = 80,41; payments online count 10 at most.
    assert!(lacks("88,41").is_empty());
    assert!(lacks("90,41").is_empty());
    assert_eq!(lacks("91,41"), ["points-differ 2:7 «91,41 ≠ 80,41»"]);
    assert_eq!(lacks("79,41"), ["points-differ 2:7 «79,41 ≠ 80,41»"]);
    // With all six nothing explains it.
    let all = header(";Thanh toán trực tuyến");
    let rows = ["UBND huyện Bảo Yên;18;20;9,5;8;17;15,91;90,41", "UBND huyện Bắc Hà;17,5;19,75;9,5;8;17;15,16;86,91"];
    assert_eq!(told(&all, rows), ["points-differ 2:8 «90,41 ≠ 88,41»"]);
}

#[test]
fn figures_that_nobody_knows_are_told() {
    let told = |header: &str, copies: [&str; 3]| {
        let rows = [
            format!("STT;Đơn vị;Tỷ lệ số hóa hồ sơ;{header}"),
            format!("1;UBND huyện Bảo Yên;72,3%;{}", copies[0]),
            format!("2;UBND huyện Bảo Thắng;68,9%;{}", copies[1]),
            format!("3;UBND huyện Bắc Hà;48,1%;{}", copies[2]),
        ];
        noticed(&rows.each_ref().map(String::as_str))
    };
    let counts = ["366", "1.343", "426"];
    for header in ["Số liệu đến 05/6/2023", "Cột 4", "Column1", "Số liệu", "Từ 01/01/2020 đến ngày 05/6/2023"]
    {
        assert_eq!(told(header, counts), [format!("column-unused 1:4 «{header}»")], "{header}");
    }
    // A name of its own, ranks, words.
    assert!(told("Số cán bộ một cửa", counts).is_empty());
    assert!(told("Cột 4", ["1", "2", "3"]).is_empty());
    assert!(told("Cột 4", ["a", "b", "c"]).is_empty());
    // Beside the copies nothing is missing.
    let rows = ["Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử;Cột 4", "UBND huyện Bảo Yên;72,3%;2.919;120"];
    assert!(noticed(&rows).is_empty());
}

#[test]
fn a_percentage_within_the_provinces_name_is_told() {
    let rows = |last: &str| noticed(&["STT;Đơn vị;Tỷ lệ số hóa hồ sơ", "1;UBND huyện Bảo Yên;72,3%", last]);
    assert_eq!(rows(";Toàn tỉnh: 57,7%;"), ["row-passed-over 3:- «Toàn tỉnh: 57,7%»"]);
    assert!(rows(";Tổng số đơn vị dưới 50%: 3;").is_empty());
    assert!(rows(";Toàn tỉnh;57,7%").is_empty());
    assert!(rows(";Toàn tỉnh;").is_empty());
    assert!(rows(";Tổng cộng (9 đơn vị);").is_empty());
}

#[test]
fn a_value_within_brackets_is_the_value() {
    let text = |value: &str| {
        format!(
            r#"[{{"Đơn vị":"UBND huyện Bảo Yên","Tỷ lệ số hóa hồ sơ":"72,3%"}},
                {{"Đơn vị":"UBND huyện Bắc Hà","Tỷ lệ số hóa hồ sơ":{value}}}]"#
        )
    };
    let told = |value: &str| {
        let report = read("a.json", text(value));
        let told = notices(&report).into_iter().filter(|line| !line.starts_with("unit-missing"));
        (units(&report).last().cloned().unwrap_or_default(), told.collect::<Vec<_>>())
    };
    for value in ["[48.1]", "[\"48,1%\"]", r#"{"v":48.1}"#, r#"{"value":"48,1%"}"#] {
        assert_eq!(told(value), ("2 bac-ha 48.1 Thấp - -".to_owned(), vec![]), "{value}");
    }
    // Of two nobody knows which.
    let (unit, notices) = told("[48.1, 49.2]");
    assert_eq!(unit, "- bac-ha - - - -");
    assert!(notices[0].starts_with("number-unreadable 1"), "{notices:?}");
}

#[test]
fn points_printed_to_a_tenth_are_held_to_it() {
    let parents =
        "Đơn vị;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;;Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ;";
    let told = |rows: [&str; 2]| {
        let report = read("a.csv", [parents, ";Tỷ lệ;Điểm ghi nhận;Tỷ lệ;Điểm ghi nhận", rows[0], rows[1]].join("\n"));
        let told = notices(&report).into_iter();
        told.filter(|line| line.starts_with("component-points-differ")).collect::<Vec<_>>()
    };
    // 6 · 75,2 % = 4,512; 4 · 24,3 % = 0,972; 6 · 50 % = 3; 4 · 24,6 % = 0,984
    assert!(told(["UBND huyện Bảo Yên;75,2%;4,5;24,3%;1,0", "UBND huyện Bắc Hà;50%;3,0;24,6%;1,0"]).is_empty());
    assert_eq!(
        told(["UBND huyện Bảo Yên;75,2%;4,6;24,3%;1,0", "UBND huyện Bắc Hà;50%;3,0;24,6%;1,0"]),
        ["component-points-differ 1 a.csv 3:3 «thành phần A: 4,6 ≠ 4,51»"]
    );
    // In a column of hundredths 4,54 lies too far away, and 1 as well.
    let rows = ["UBND huyện Bảo Yên;75,2%;4,54;24,3%;0,97", "UBND huyện Bắc Hà;50%;3,00;24,6%;1"];
    // Bắc Hà stands before Bảo Yên in the catalogue.
    assert_eq!(told(rows), ["component-points-differ 2 a.csv 4:5 «thành phần B: 1 ≠ 0,98»"]);
}

#[test]
fn ranks_in_words_are_held_against_the_percentages() {
    let told = |ranks: [&str; 3]| {
        let rows = [
            "Đơn vị;Tỷ lệ số hóa hồ sơ;Xếp hạng".to_owned(),
            format!("UBND huyện Bảo Yên;72,3%;{}", ranks[0]),
            format!("UBND huyện Bảo Thắng;68,9%;{}", ranks[1]),
            format!("UBND huyện Bắc Hà;58,1%;{}", ranks[2]),
        ];
        noticed(&rows.each_ref().map(String::as_str))
    };
    for [one, two, three] in [["Hạng 1", "Hạng 2", "Hạng 3"], ["1/3", "2/3", "3/3"], ["Nhất", "Nhì", "Ba"]] {
        assert!(told([one, two, three]).is_empty());
        assert_eq!(told([two, one, three])[0], "rank-differs 2:3 «UBND huyện Bảo Yên: hạng 2 ≠ 1»", "{one}");
    }
    assert!(told(["Tốt", "Khá", "Yếu"]).is_empty());
}
