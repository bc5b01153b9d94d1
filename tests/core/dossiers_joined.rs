//! Lists with columns of their own that speak of the same dossiers: those received with their papers, those completed with
//! their results. Each dossier has what any list says of it, whatever the order of the files.

use crate::support::lists::counts;
use crate::support::lists::noticed;
use crate::support::lists::read;
use serde_json::Value;

const MAY: &str = "Từ ngày 01/05/2023 đến ngày 31/05/2023";

/// Two received in Bảo Yên, one with its papers digitised; one in Sa Pa.
fn received() -> (&'static str, String) {
    let text = format!(
        "DANH SÁCH HỒ SƠ TIẾP NHẬN\n{MAY}\nMã hồ sơ;Đơn vị;Ngày tiếp nhận;Số hóa thành phần hồ sơ\n\
         H38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;Có\n\
         H38.20-230502-0002;UBND huyện Bảo Yên;02/05/2023;Không\n\
         H38.23-230503-0003;UBND thị xã Sa Pa;03/05/2023;Có\n"
    );
    ("tiep-nhan.csv", text)
}

/// The first of each unit completed, that of Bảo Yên with an electronic result, and one of Sa Pa received in April.
fn completed(title: &str) -> (&'static str, String) {
    let text = format!(
        "DANH SÁCH HỒ SƠ ĐÃ GIẢI QUYẾT\n{title}\nMã hồ sơ;Đơn vị;Ngày trả kết quả;Kết quả điện tử\n\
         H38.20-230502-0001;UBND huyện Bảo Yên;12/05/2023;Có\n\
         H38.23-230503-0003;UBND thị xã Sa Pa;13/05/2023;Không\n\
         H38.23-230410-0009;UBND thị xã Sa Pa;13/05/2023;Có\n"
    );
    ("da-giai-quyet.csv", text)
}

/// The report of two lists, in either order.
fn both(one: &(&str, String), other: &(&str, String)) -> [Value; 2] {
    [read(&[one.clone(), other.clone()]), read(&[other.clone(), one.clone()])]
}

#[test]
fn those_received_and_those_completed_are_one_list() {
    for report in both(&received(), &completed(MAY)) {
        // What is not among the completed ones of the same month is open.
        assert_eq!(counts(&report, "bao-yen"), "2 1 1 1 1 -");
        assert_eq!(counts(&report, "sa-pa"), "1 1 1 0 0 -");
        let noticed: Vec<String> = noticed(&report).into_iter().filter(|line| !line.contains("joined")).collect();
        assert_eq!(
            noticed,
            [
                "dossiers-taken-as-open 1 «1 hồ sơ không có ở da-giai-quyet.csv»",
                "dossier-outside-period 1 «10/4/2023 (ngày trong mã hồ sơ)»"
            ]
        );
    }
    let [report, turned] = both(&received(), &completed(MAY)).map(|report| noticed(&report).join("\n"));
    assert!(report.contains("dossiers-joined 1 «2 hồ sơ cũng có ở tiep-nhan.csv»"), "{report}");
    assert!(turned.contains("dossiers-joined 1 «2 hồ sơ cũng có ở da-giai-quyet.csv»"), "{turned}");
}

#[test]
fn those_completed_in_another_month_do_not_say_which_are_open() {
    let june = "Từ ngày 01/06/2023 đến ngày 30/06/2023";
    let completed = completed(june).1.replace("/05/2023", "/06/2023");
    // Received in May, so that days of June alone would leave them out: the list of May has them within its own.
    for report in both(&received(), &("thang-6.csv", completed)) {
        assert_eq!(counts(&report, "bao-yen"), "2 1 - - - -");
        assert_eq!(counts(&report, "sa-pa"), "1 1 1 0 0 -");
        let lacking = noticed(&report).into_iter().find(|line| line.starts_with("dossier-column-lacking")).unwrap();
        assert!(lacking.contains("UBND huyện Bảo Yên"), "{lacking}");
    }
}

#[test]
fn an_open_dossier_beside_completed_ones_tells_nothing_of_those_that_are_not_there() {
    // One of the list is open, so that it is no list of the completed ones.
    let some = "Mã hồ sơ;Đơn vị;Trạng thái;Kết quả điện tử\n\
                H38.20-230502-0001;UBND huyện Bảo Yên;Đã trả kết quả;Có\n\
                H38.23-230503-0003;UBND thị xã Sa Pa;Đang xử lý;Không\n";
    for report in both(&received(), &("mot-phan.csv", some.to_owned())) {
        assert_eq!(counts(&report, "bao-yen"), "2 1 - - - -");
        assert_eq!(counts(&report, "sa-pa"), "1 1 0 0 0 -");
    }
}

#[test]
fn a_unit_of_which_the_other_list_has_nothing_is_told() {
    let (name, text) = received();
    let more = format!("{text}H38.21-230504-0004;UBND huyện Bảo Thắng;04/05/2023;Có\n");
    for report in both(&(name, more), &completed(MAY)) {
        assert_eq!(counts(&report, "bao-thang"), "1 1 - - - -");
        let lacking = "dossier-column-lacking 2 «UBND huyện Bảo Thắng, 1/1 hồ sơ: số hồ sơ đã giải quyết»";
        assert!(noticed(&report).contains(&lacking.to_owned()), "{:?}", noticed(&report));
    }
}

#[test]
fn a_dossier_that_the_list_of_papers_does_not_have_leaves_its_unit_without_that_count() {
    let (name, text) = completed(MAY);
    let more = format!("{text}H38.20-230506-0007;UBND huyện Bảo Yên;16/05/2023;Có\n");
    for report in both(&received(), &(name, more)) {
        // Whether its papers are digitised nobody says.
        assert_eq!(counts(&report, "bao-yen"), "3 - 2 2 - -");
        assert_eq!(counts(&report, "sa-pa"), "1 1 1 0 0 -");
    }
}

#[test]
fn a_state_that_does_not_count_holds_whatever_another_list_says() {
    let states = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n\
                  H38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả\n\
                  H38.20-230502-0002;UBND huyện Bảo Yên;02/05/2023;Từ chối tiếp nhận\n\
                  H38.23-230503-0003;UBND thị xã Sa Pa;03/05/2023;Đang xử lý\n";
    for report in both(&received(), &("trang-thai.csv", states.to_owned())) {
        assert_eq!(counts(&report, "bao-yen"), "1 1 1 - - -");
        assert_eq!(counts(&report, "sa-pa"), "1 1 0 - - -");
    }
}

#[test]
fn what_two_lists_say_is_as_the_last_says() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;";
    let row = "H38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;";
    let open = format!("{header}Số hóa thành phần hồ sơ\n{row}Đang xử lý;Có\n");
    let done = format!("{header}Kết quả điện tử\n{row}Đã trả kết quả;Có\n");
    let [first, turned] = both(&("1.csv", open), &("2.csv", done));
    assert_eq!(counts(&first, "bao-yen"), "1 1 1 1 1 -");
    // Open again by the last list, it has no result that counts.
    assert_eq!(counts(&turned, "bao-yen"), "1 1 0 0 1 -");
}

#[test]
fn lists_that_share_nothing_add_up_what_both_know() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái";
    let one = format!("{header};Kết quả điện tử\nH38.20-230502-0001;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả;Có\n");
    let other = format!("{header}\nH38.20-230502-0002;UBND huyện Bảo Yên;02/05/2023;Đã trả kết quả\n");
    for report in both(&("1.csv", one), &("2.csv", other)) {
        assert_eq!(counts(&report, "bao-yen"), "2 - 2 - - -");
        let lacking = "dossier-column-lacking 1 «UBND huyện Bảo Yên, 1/2 hồ sơ: số hồ sơ có kết quả điện tử»";
        assert!(noticed(&report).contains(&lacking.to_owned()), "{:?}", noticed(&report));
    }
}
