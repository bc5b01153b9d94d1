//! Rows that head or close others: sections. A row that only looks like one of them is a unit.

use crate::unit_rows::case;

const COPIES: &str = "Tháng 10/2025\nSTT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";

/// Rows in October 2025: of communes, without districts.
#[track_caller]
fn of_2025(rows: &[&str], units: &[&str], told: &[&str]) {
    case(&[&[COPIES][..], rows].concat(), "-", units, told);
}

#[test]
fn a_row_marked_as_a_section_with_figures_and_none_below_is_a_unit() {
    let units = ["xa-nghia-do 50 300", "phuong-nghia-lo 45 1700"];
    for marks in [["I", "II", "III"], ["A", "B", "C"], ["I.", "II.", "III."], ["G", "H", "I"]] {
        let [first, second, third] = marks;
        let rows = [
            format!("{first};Xã Nghĩa Đô;50,0%;300"),
            format!("{second};Xã Pú Luông;55,0%;700"),
            format!("{third};Phường Nghĩa Lộ;45,0%;1700"),
            ";Tổng cộng;;2700".to_owned(),
        ];
        let rows = rows.each_ref().map(String::as_str);
        // 300 + 700 + 1.700 = 2.700: nothing is lost, whether the unknown one is the last or not.
        of_2025(&rows, &units, &["unit-unknown 1 a.csv 4:2 «Xã Pú Luông»"]);
    }
    let rows = ["I;Xã Nghĩa Đô;50,0%;300", "II;Phường Nghĩa Lộ;45,0%;1700", "III;Xã Pú Luông;55,0%;700"];
    of_2025(&rows, &units, &["unit-unknown 1 a.csv 5:2 «Xã Pú Luông»"]);
    // As pages repeat their header.
    let rows = ["I;Xã Nghĩa Đô;50,0%;300", "II;Xã Pú Luông;55,0%;700", &COPIES[15..], "III;Phường Nghĩa Lộ;45,0%;1700"];
    of_2025(&rows, &units, &["unit-unknown 1 a.csv 4:2 «Xã Pú Luông»"]);
    // Beside sections with rows of their own.
    let rows = [
        "I;Sở, ban, ngành;;",
        "1;Sở Nội vụ;60%;5",
        "II;UBND xã, phường;;",
        "1;Xã Nghĩa Đô;50,0%;300",
        "III;Trung tâm PVHCC tỉnh;77,7%;9",
    ];
    let told = ["unit-unknown 1 a.csv 7:2 «Trung tâm PVHCC tỉnh»"];
    of_2025(&rows, &["snv 60 5", "xa-nghia-do 50 300"], &told);
}

#[test]
fn a_row_with_figures_and_rows_of_its_own_below_is_a_section() {
    let units = ["xa-thuong-ha 60 600", "xa-nghia-do 50 300", "xa-tan-linh 40 150"];
    let [nghia_do, thuong_ha, tan_linh] =
        ["1;Xã Nghĩa Đô;50,0%;300", "2;Xã Thượng Hà;60,0%;600", "1;Xã Tân Lĩnh;40,0%;150"];
    let (high, low) = ("I;Khối vùng cao;55%;900", "II;Khối vùng thấp;40%;150");
    of_2025(&[high, nghia_do, thuong_ha, low, tan_linh, ";Tổng cộng;;1050"], &units, &[]);
    of_2025(&[high, COPIES, nghia_do, thuong_ha, low, "", tan_linh], &units, &[]);
    // Its figures are held against its rows: 300 + 600.
    let told = ["total-differs 1 a.csv 3:- ««Khối vùng cao»: 999 ≠ 900»"];
    of_2025(&["I;Khối vùng cao;;999", nghia_do, thuong_ha, low, tan_linh], &units, &told);
    // Sections within a section.
    of_2025(&["A;Khối xã bãi ngang;;1050", high, nghia_do, thuong_ha, low, tan_linh], &units, &[]);
    of_2025(&["I;Khối xã bãi ngang;;900", "A;Khối vùng cao;;900", nghia_do, thuong_ha, low, tan_linh], &units, &[]);
}
