//! What a table of units leaves in doubt, and what of it is asked or told: numbers under notes, percentages below bare headers,
//! cells that could be read in two ways, periods, eras, components and ranks.

use crate::support::lines::notices;
use crate::support::lines::plain;
use crate::support::lines::units;
use crate::support::tables::noticed;
use crate::support::tables::read;
use serde_json::Value;

const NINE: [(&str, &str, &str); 9] = [
    ("UBND huyện Bảo Yên", "72,3%", "366"),
    ("UBND huyện Bảo Thắng", "68,9%", "1.343"),
    ("UBND TP Lào Cai", "58,6%", "2.919"),
    ("UBND thị xã Sa Pa", "56,9%", "1.112"),
    ("UBND huyện Si Ma Cai", "53,9%", "546"),
    ("UBND huyện Bát Xát", "53,1%", "1.945"),
    ("UBND huyện Mường Khương", "49,5%", "2.486"),
    ("UBND huyện Văn Bàn", "49%", "678"),
    ("UBND huyện Bắc Hà", "48,1%", "426"),
];

/// The letter's table with its percentages below this header.
fn nine(percents: &str) -> Vec<String> {
    let rows = NINE.map(|(unit, percent, copies)| format!("{unit};{percent};{copies}"));
    [format!("Đơn vị;{percents};Chứng thực điện tử đã hoàn thành")].into_iter().chain(rows).collect()
}

#[test]
fn a_number_pulled_under_a_note_is_told() {
    let header = "STT;Đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;Chứng thực điện tử;Ghi chú";
    for row in [
        "1;UBND huyện Bảo Yên;58,6%;2.919;;",
        "1;UBND huyện Bảo Yên;58%;2.919;;",
        "1;UBND huyện Bảo Yên;58,6%;366;Quá thấp;",
    ] {
        let rows = [header, row, "2;UBND huyện Bắc Hà;48,1%;Thấp;426;Quá thấp"];
        let told = format!("row-misaligned 2:- «{}»", row.trim_end_matches(';').replace(';', " | "));
        let noticed = noticed(&rows);
        assert_eq!(noticed.len(), 1, "{noticed:?}");
        assert!(noticed[0].starts_with(told.trim_end_matches('»')), "{noticed:?}");
    }
    // A number that is a remark stands beside a figure of its own.
    assert!(noticed(&[header, "1;UBND huyện Bảo Yên;58,6%;3;366;Quá thấp"]).is_empty());
}

#[test]
fn a_row_cut_by_a_decimal_comma_is_told_where_the_cell_it_has_to_spare_is_blank() {
    // What is read of each unit (rank, unit, percentage, its note, copies, their note), and the rows that are told.
    #[track_caller]
    fn case(header: &str, rows: &[&str], expected: &[&str], told: &[u32]) {
        let rows: Vec<&str> = std::iter::once(header).chain(rows.iter().copied()).collect();
        let report = read("a.csv", rows.join("\n"));
        let mut units = units(&report);
        units.sort();
        assert_eq!(units, expected);
        let told = told.first().map(|first| format!("row-misaligned {} a.csv {first}:-", told.len()));
        let notices = notices(&report).into_iter().filter(|notice| notice.starts_with("row-misaligned"));
        let notices: Vec<String> = notices.map(|notice| notice.split(" «").next().unwrap().to_owned()).collect();
        assert_eq!(notices, Vec::from_iter(told));
    }
    const RATES: &str = "STT,Đơn vị,Tỷ lệ số hóa hồ sơ,Điện thoại";
    const COPIES: &str = "STT,Đơn vị,Chứng thực điện tử đã hoàn thành,Điện thoại";
    const BOTH: &str = "STT,Đơn vị,Tỷ lệ số hóa hồ sơ,Chứng thực điện tử đã hoàn thành";
    case(
        RATES,
        &["1,UBND huyện Bảo Yên,72,3,", "2,UBND huyện Bắc Hà,48,"],
        &["- bao-yen - - - -", "1 bac-ha 48 Thấp - -"],
        &[2],
    );
    case(
        RATES,
        &["1,UBND huyện Bảo Yên,72,3,", "2,UBND huyện Bắc Hà,48,1,"],
        &["- bac-ha - - - -", "- bao-yen - - - -"],
        &[2, 3],
    );
    case(
        RATES,
        &["1,UBND huyện Bảo Yên,72,3%,", "2,UBND huyện Bắc Hà,48,"],
        &["- bao-yen - - - -", "1 bac-ha 48 Thấp - -"],
        &[2],
    );
    case(
        COPIES,
        &["1,UBND TP Lào Cai,2,919,", "2,UBND huyện Bắc Hà,426,"],
        &["- bac-ha - - 426 Quá thấp", "- tp-lao-cai - - - -"],
        &[2],
    );
    // Where all rows end with a separator nothing was cut.
    case(
        BOTH,
        &["1,UBND huyện Bảo Yên,72,366,", "2,UBND huyện Bắc Hà,48,15,"],
        &["1 bao-yen 72 - 366 Quá thấp", "2 bac-ha 48 Thấp 15 Quá thấp"],
        &[],
    );
    // A sum is looked at as its units are.
    let units = ["1,UBND huyện Bảo Yên,72,", "2,UBND huyện Bắc Hà,48,"];
    for province in [",Toàn tỉnh,57,7,", ",Toàn tỉnh,57,7%,0214", ",Toàn tỉnh,57,366,7"] {
        case(RATES, &[units[0], units[1], province], &["1 bao-yen 72 - - -", "2 bac-ha 48 Thấp - -"], &[4]);
    }
    // A number of somebody's beside a sum, in a sheet: its header is as wide as its widest row.
    let header = "STT,Đơn vị,Tỷ lệ số hóa hồ sơ,Ghi chú,";
    let rows = ["1,UBND huyện Bảo Yên,72,,", "2,UBND huyện Bắc Hà,48,,", ",Toàn tỉnh,57,,60"];
    case(header, &rows, &["1 bao-yen 72 - - -", "2 bac-ha 48 Thấp - -"], &[]);
}

#[test]
fn percentages_below_a_header_that_names_nothing_are_asked_about() {
    for header in ["Kết quả (%)", "Kết quả", "Đạt (%)", "%", "Chỉ số", "Mức đạt", "Giá trị", ""]
    {
        let rows = nine(header);
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        assert_eq!(
            noticed(&rows),
            [format!(
                "columns-ambiguous 1:2 «{}»",
                if header.is_empty() { "(cột 2 không có tiêu đề)" } else { header }
            )],
            "{header}"
        );
    }
    // Another name says more; what it says is told, unless it is of another time.
    let rows = nine("Tỷ trọng hồ sơ");
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert_eq!(noticed(&rows), ["column-unused 1:2 «Tỷ trọng hồ sơ»"]);
    let rows = nine("Kết quả kỳ trước");
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    assert!(noticed(&rows).is_empty());
}

#[test]
fn a_cell_with_its_own_sign_does_not_wait_for_an_answer() {
    let mut rows = nine("Tỷ lệ số hóa hồ sơ (%)");
    rows[1] = "UBND huyện Bảo Yên;0,723;366".into();
    let report = read("a.csv", rows.join("\n"));
    assert_eq!(units(&report)[0], "1 bao-thang 68.9 - 1343 -");
    assert_eq!(units(&report)[8], "- bao-yen - - 366 Quá thấp");
    assert_eq!(notices(&report), ["numbers-ambiguous 1 a.csv 2:2 «0,723»"]);
    // Bare numbers without any sign beside them are asked about as before.
    let rows: Vec<String> = rows.iter().map(|row| row.replace("%;", ";")).collect();
    assert_eq!(units(&read("a.csv", rows.join("\n"))).iter().filter(|unit| !unit.starts_with('-')).count(), 0);
}

#[test]
fn a_period_in_the_header_of_copies_that_cannot_be_is_told() {
    let header = "Kết quả chứng thực điện tử bản sao từ bản chính";
    for days in [
        "từ 01/01/2020 đến 31/6/2023",
        "từ 05/6/2023 đến ngày 01/01/2020",
        "đến ngày 05/6/2023",
        "lũy kế đến hết tháng 5/2023",
    ] {
        let rows = [format!("Đơn vị;Tỷ lệ số hóa hồ sơ;{header} {days}"), "UBND huyện Bảo Yên;72,3%;366".into()];
        let rows = rows.each_ref().map(String::as_str);
        assert_eq!(noticed(&rows), [format!("period-unreadable 1:3 «{header} {days}»")]);
    }
}

#[test]
fn dossiers_of_a_day_are_of_its_units() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái";
    let list = |year: u16| {
        let day = format!("10/04/{year}");
        let rows = [
            format!("H38.11-{}0410-0001;Bắc Hà;{day};Đã trả kết quả", year - 2000),
            format!("H38.12-{}0410-0001;Sa Pa;{day};Đã trả kết quả", year - 2000),
        ];
        read("a.csv", format!("{header}\n{}", rows.join("\n")))
    };
    let ids =
        |report: &Value| report["units"].as_array().unwrap().iter().map(|unit| plain(&unit["id"])).collect::<Vec<_>>();
    // Both eras have a unit of either name.
    assert_eq!(ids(&list(2026)), ["phuong-sa-pa", "xa-bac-ha"]);
    assert_eq!(ids(&list(2023)), ["bac-ha", "sa-pa"]);
}

#[test]
fn components_that_are_not_enough_are_told() {
    let rows = [
        "Đơn vị;Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử;;Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ;",
        ";Số lượng đạt;Tổng số;Số lượng đạt;Tổng số",
        "UBND huyện Bắc Hà;5000;10000;4000;10000",
        "UBND huyện Văn Bàn;9000;10000;8000;10000",
    ];
    assert_eq!(
        noticed(&rows),
        ["formula-lacks -:- «Tổng điểm bảy thành phần trên 22 (points22): thiếu điểm của thành phần C D E F G»"]
    );
}

#[test]
fn ranks_of_another_order_say_nothing_of_these_rows() {
    let rows = |header: &str, rows: [&str; 3]| {
        let rows: Vec<String> = [header.to_owned()].into_iter().chain(rows.map(str::to_owned)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        noticed(&rows)
    };
    let header = "Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử;Xếp hạng";
    // Of a longer list; of the copies; shared.
    assert!(
        rows(
            header,
            ["UBND huyện Bảo Yên;72,3%;366;12", "UBND huyện Bắc Hà;48,1%;426;3", "UBND huyện Văn Bàn;49%;678;5"]
        )
        .is_empty()
    );
    assert!(
        rows(
            header,
            ["UBND huyện Bảo Yên;72,3%;366;3", "UBND huyện Bắc Hà;48,1%;426;2", "UBND huyện Văn Bàn;49%;678;1"]
        )
        .is_empty()
    );
    assert!(
        rows(header, ["UBND huyện Bảo Yên;72,3%;366;1", "UBND huyện Bắc Hà;49%;426;2", "UBND huyện Văn Bàn;49%;678;2"])
            .is_empty()
    );
    let told = rows(
        header,
        ["UBND huyện Bảo Yên;72,3%;366;1", "UBND huyện Bắc Hà;48,1%;700;2", "UBND huyện Văn Bàn;49%;678;3"],
    );
    assert_eq!(told, ["rank-differs 3:4 «UBND huyện Bắc Hà: hạng 2 ≠ 3»"]);
}
