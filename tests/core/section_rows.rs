//! Rows that head or close others: sections, the districts of former times above their communes, sums of pages. A row
//! that only looks like one of them is a unit.

use crate::support::lines::plain;
use crate::unit_rows::case;
use crate::unit_rows::read;

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

#[test]
fn former_districts_above_their_communes_are_sections() {
    let units = ["xa-thuong-ha 60 600", "xa-nghia-do 50 300", "xa-tan-linh 40 150"];
    let rows = |[first, second]: [&str; 2], marks: [&str; 3], total: &str| {
        let communes = ["Xã Nghĩa Đô;50,0%;300", "Xã Thượng Hà;60,0%;600", "Xã Tân Lĩnh;40,0%;150"];
        let [one, two, three] = [0, 1, 2].map(|at| format!("{};{}", marks[at], communes[at]));
        [first.to_owned(), one, two, second.to_owned(), three, format!(";Tổng cộng;;{total}")]
    };
    let check = |heads: [&str; 2], marks: [&str; 3], total: &str, told: &[&str]| {
        let rows = rows(heads, marks, total);
        of_2025(&rows.each_ref().map(String::as_str), &units, told);
    };
    let (of_section, dotted) = (["1", "2", "1"], ["1.1", "1.2", "2.1"]);
    for kind in ["Huyện", "UBND huyện", "UBND HUYỆN"] {
        let heads = |mark: [&str; 2], figures: [&str; 2]| {
            [("Bảo Yên", 0), ("Lục Yên", 1)].map(|(name, at)| format!("{};{kind} {name};{}", mark[at], figures[at]))
        };
        for (marks, numbers) in [(["I", "II"], of_section), (["1", "2"], dotted)] {
            for figures in [[";", ";"], [";900", ";150"], ["55%;900", "40%;150"]] {
                let heads = heads(marks, figures);
                check(heads.each_ref().map(String::as_str), numbers, "1050", &[]);
            }
        }
        let heads = heads(["", ""], [";", ";"]);
        check(heads.each_ref().map(String::as_str), ["1", "2", "3"], "1050", &[]);
    }
    // 300 + 600 = 900, and the wrong one is told, not the total.
    let told = ["total-differs 1 a.csv 3:- ««Huyện Bảo Yên»: 999 ≠ 900»"];
    check(["I;Huyện Bảo Yên;;999", "II;Huyện Lục Yên;;150"], of_section, "1050", &told);
    check(["1;Huyện Bảo Yên;;999", "2;Huyện Lục Yên;;150"], dotted, "1050", &told);
    // Alone among communes it is none of them, nor their section.
    let rows = ["1;Xã Nghĩa Đô;50,0%;300", "2;UBND huyện Bắc Hà;55,0%;7", "3;Xã Tân Lĩnh;40,0%;150"];
    let told = ["unit-unknown 1 a.csv 4:2 «UBND huyện Bắc Hà»"];
    of_2025(&rows, &["xa-nghia-do 50 300", "xa-tan-linh 40 150"], &told);
    // In their own time they are the units, and hold what their communes count.
    let rows = ["Tháng 6/2023\nSTT;Đơn vị;Chứng thực điện tử", "1;UBND huyện Bảo Yên;366", "1.1;Xã Bảo Hà;366"];
    case(&rows, "-", &["bao-yen - 366"], &[]);
}

#[test]
fn bare_names_of_former_districts_without_figures_are_sections() {
    let units = ["xa-bao-yen 60 600", "xa-nghia-do 50 300", "xa-tan-linh 40 150"];
    // The commune that kept the district's name stands first or not.
    for rows in [["1;Bảo Yên;60,0%;600", "2;Nghĩa Đô;50,0%;300"], ["1;Nghĩa Đô;50,0%;300", "2;Bảo Yên;60,0%;600"]]
    {
        of_2025(&["I;Bảo Yên;;", rows[0], rows[1], "II;Lục Yên;;", "1;Tân Lĩnh;40,0%;150"], &units, &[]);
    }
}

#[test]
fn a_district_of_its_time_whose_name_is_misspelt_is_no_section() {
    let rows = |total: &'static str| {
        let head = "Tháng 6/2023\nSTT;Đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử";
        let districts = ["I;UBND huyện Bảo Yên;72,3%;366", "II;UBND huyện Bắc Hàa;48,1%;426"];
        [head, districts[0], "1;Phố Lu Mới;50%;366", districts[1], "1;Phố Lu Cũ;50%;426", total]
    };
    // 366 + 426 = 792: the communes are in these.
    let told = |rows: &[&str], more: &[&str]| {
        let names = ["Phố Lu Mới", "UBND huyện Bắc Hàa", "Phố Lu Cũ"];
        let unmatched = &read(rows)["unmatched"];
        assert_eq!([0, 1, 2].map(|at| plain(&unmatched[at]["name"])), names);
        let unknown = "unit-unknown 3 a.csv 4:2 «Phố Lu Mới»";
        case(rows, "-", &["bao-yen 72.3 366"], &[&[unknown], more].concat());
    };
    told(&rows(";Tổng cộng;;792"), &[]);
    told(&rows(";Tổng cộng;;800"), &["total-differs 1 a.csv 7:- ««Tổng cộng»: 800 ≠ 792»"]);
}

#[test]
fn sums_of_pages_and_of_former_districts_are_no_units() {
    let units = ["xa-thuong-ha 60 600", "xa-nghia-do 50 300", "xa-tan-linh 40 150"];
    let (high, low) = (["1;Xã Nghĩa Đô;50,0%;300", "2;Xã Thượng Hà;60,0%;600"], "3;Xã Tân Lĩnh;40,0%;150");
    for (above, below) in [
        (";Cộng chuyển trang sau;;900", ";Mang sang;;900"),
        ("Cộng mang sang;;;900", "Trang trước chuyển sang;;;900"),
        (";Chuyển sang trang sau;;900", ";Số trang trước mang sang;;900"),
        (";Cộng trang 1;;900", ""),
        (";Cộng trang;;900", ""),
        (";Cộng huyện Bảo Yên cũ;;900", ""),
        (";Cộng huyện Bảo Yên;;900", ""),
        (";Cộng 2 xã;;900", ""),
    ] {
        let rows = |total: &'static str| [high[0], high[1], above, COPIES, below, low, total];
        of_2025(&rows(";Tổng cộng;;1050"), &units, &[]);
        of_2025(&rows(";Tổng 99 xã, phường;;1050"), &units, &[]);
        // 300 + 600 + 150 = 1.050.
        let told = ["total-differs 1 a.csv 10:- ««Tổng cộng»: 1.950 ≠ 1.050»"];
        of_2025(&rows(";Tổng cộng;;1950"), &units, &told);
    }
    let told = ["total-differs 1 a.csv 5:- ««Cộng trang 1»: 999 ≠ 900»"];
    of_2025(&[high[0], high[1], ";Cộng trang 1;;999", low, ";Tổng cộng;;1050"], &units, &told);
    let told = ["total-differs 1 a.csv 5:- ««Cộng huyện Bảo Yên cũ»: 999 ≠ 900»"];
    of_2025(&[high[0], high[1], ";Cộng huyện Bảo Yên cũ;;999", low, ";Tổng cộng;;1050"], &units, &told);
    // The sum of a page and that of a district over two pages: 300; 600 + 150 = 750; 300 + 600 = 900; 150.
    let rows = [
        high[0],
        ";Cộng trang 1;;300",
        high[1],
        ";Cộng huyện Bảo Yên cũ;;900",
        low,
        ";Cộng huyện Lục Yên cũ;;150",
        ";Cộng trang 2;;750",
        ";Tổng cộng;;1050",
    ];
    of_2025(&rows, &units, &[]);
    // In their own time it may be the only row of a district.
    let rows = ["Tháng 6/2023\nSTT;Đơn vị;Chứng thực điện tử", "1;Xã Bảo Hà;366", ";Cộng huyện Bảo Yên;366"];
    let told = ["unit-unknown 2 a.csv 3:2 «Xã Bảo Hà»"];
    case(&[rows[0], rows[1], rows[2], "2;UBND huyện Bắc Hà;5"], "-", &["bac-ha - 5"], &told);
}

#[test]
fn the_provinces_row_of_july_2025_is_known() {
    for name in [
        "Toàn tỉnh (99 xã, phường)",
        "Toàn tỉnh (99/99 xã, phường)",
        "Toàn tỉnh Lào Cai (mới)",
        "Tỉnh Lào Cai (mới)",
        "UBND tỉnh Lào Cai mới",
    ] {
        let rows = [COPIES, &format!(";{name};55,0%;"), "1;Xã Nghĩa Đô;50,0%;300"];
        case(&rows, "55", &["xa-nghia-do 50 300"], &[]);
    }
    let rows = [COPIES, "1;Xã Nghĩa Đô;50,0%;300", ";Toàn tỉnh (10 phường);55,0%;"];
    let told = ["province-mean 1 a.csv 4:- «Toàn tỉnh (10 phường) | 55,0%»"];
    case(&rows, "-", &["xa-nghia-do 50 300"], &told);
}

/// Districts of 2023 above their communes.
const OF_2023: &str = "Tháng 6/2023\nSTT;Đơn vị;Chứng thực điện tử";

#[test]
fn communes_numbered_anew_belong_to_no_district_whose_row_is_lacking() {
    let rows = [OF_2023, "I;UBND huyện Bảo Yên;", "1;Xã Tân Dương;200", "2;Xã Kim Sơn;100", "3;Thị trấn Phố Ràng;66"];
    let below = ["1;Phường Hàm Rồng;700", "2;Xã Trung Chải;412"];
    let told = [
        "unit-unknown 2 a.csv 7:2 «Phường Hàm Rồng»",
        "communes-added 1 a.csv 4:- «UBND huyện Bảo Yên: cộng 3 dòng, đến dòng 6»",
    ];
    // 200 + 100 + 66 = 366.
    case(&[&rows[..], &below].concat(), "-", &["bao-yen - 366"], &told);
    // A row copied is the same commune.
    let copied = [rows[0], rows[1], rows[2], rows[2], rows[3], rows[4]];
    let told = [
        "unit-repeated 1 a.csv 5:2 «Xã Tân Dương: Xã Tân Dương (dòng 4)»",
        "communes-added 1 a.csv 4:- «UBND huyện Bảo Yên: cộng 3 dòng, đến dòng 7»",
    ];
    case(&copied, "-", &["bao-yen - 366"], &told);
}

#[test]
fn a_districts_own_figure_is_held_against_its_communes() {
    let rows = |bao_yen: &str, kim_son: &str, total: &str| {
        let rows = [
            OF_2023.to_owned(),
            format!("I;UBND huyện Bảo Yên;{bao_yen}"),
            "1;Xã Bảo Hà;200".to_owned(),
            format!("2;Xã Kim Sơn;{kim_son}"),
            "3;Thị trấn Phố Ràng;66".to_owned(),
            "II;UBND thị xã Sa Pa;1.112".to_owned(),
            "1;Phường Hàm Rồng;700".to_owned(),
            "2;Xã Tả Van;412".to_owned(),
            format!(";Tổng cộng;{total}"),
        ];
        rows.join("\n")
    };
    // 200 + 100 + 66 = 366; 700 + 412 = 1.112; 366 + 1.112 = 1.478, 336 + 1.112 = 1.448. 200 + 1.100 + 66 = 1.366.
    case(&[&rows("366", "100", "1.478")], "-", &["bao-yen - 366", "sa-pa - 1112"], &[]);
    let told = "total-differs 1 a.csv 3:- ««UBND huyện Bảo Yên», số chứng thực điện tử bản sao: 366 ≠ 1.366»";
    case(&[&rows("366", "1.100", "1.478")], "-", &["bao-yen - 366", "sa-pa - 1112"], &[told]);
    let told = "total-differs 1 a.csv 3:- ««UBND huyện Bảo Yên», số chứng thực điện tử bản sao: 336 ≠ 366»";
    case(&[&rows("336", "100", "1.448")], "-", &["bao-yen - 336", "sa-pa - 1112"], &[told]);
}
