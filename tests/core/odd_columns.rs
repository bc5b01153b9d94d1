//! Columns that a careless reader takes for what they are not, and figures that cannot stand beside each other.

use crate::support::lines::notices;
use crate::support::tables::noticed;
use crate::support::tables::read;

#[test]
fn what_came_from_the_national_store_was_used_again() {
    let header =
        "Đơn vị;Tiếp nhận;Có số hóa TPHS;Có tái sử dụng thành phần;Có tái sử dụng thành phần từ cổng DVC quốc gia";
    assert!(noticed(&[header, "UBND huyện Bảo Yên;1000;700;20;3"]).is_empty());
    assert_eq!(
        noticed(&[header, "UBND huyện Bảo Yên;1000;700;23;400"]),
        ["part-exceeds-whole 2:- «số hồ sơ dùng lại từ cổng quốc gia 400 > số hồ sơ tái sử dụng dữ liệu 23»"]
    );
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
    assert_eq!(lacks("91,41"), ["points-differ 2:- «91,41 ≠ 80,41»"]);
    assert_eq!(lacks("79,41"), ["points-differ 2:- «79,41 ≠ 80,41»"]);
    // With all six nothing explains it.
    let all = header(";Thanh toán trực tuyến");
    let rows = ["UBND huyện Bảo Yên;18;20;9,5;8;17;15,91;90,41", "UBND huyện Bắc Hà;17,5;19,75;9,5;8;17;15,16;86,91"];
    assert_eq!(told(&all, rows), ["points-differ 2:- «90,41 ≠ 88,41»"]);
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
