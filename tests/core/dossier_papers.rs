//! Lists with a row for each paper of a dossier, in which the dossier itself is written in the first of its rows only.

use crate::support::lists::below;
use crate::support::lists::counts;
use crate::support::lists::list;
use crate::support::lists::noticed;
use serde_json::Value;

const HEADER: &str = "STT;Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Ngày trả kết quả;Trạng thái;Tên giấy tờ;Đã số hóa;\
    Kết quả điện tử;Tái sử dụng dữ liệu\n";
const ORDINARY: &str = "1;H38.21-230410-NNNN;UBND huyện Bảo Thắng;10/04/2023;12/04/2023;Đã trả kết quả;Đơn;Có;Có;Không";

/// The report of these rows, as they are and below ordinary ones.
fn both(rows: &str) -> [Value; 2] {
    let text = format!("{HEADER}{rows}");
    [list(&text), list(&below(&text, ORDINARY))]
}

/// The notices but for how many rows are how many dossiers.
fn others(report: &Value) -> Vec<String> {
    noticed(report).into_iter().filter(|notice| !notice.starts_with("dossier-by-paper")).collect()
}

#[test]
fn a_row_that_names_nothing_but_a_paper_belongs_to_the_dossier_above() {
    let rows = "1;H38.20-230410-0001;UBND huyện Bảo Yên;10/04/2023;12/04/2023;Đã trả kết quả;Đơn;Không;Có;Không\n\
        ;;;;;;Giấy khai sinh;Có;;Có\n\
        ;;;;;;Sổ hộ khẩu;Không;;Không\n\
        \n\
        2;HS 2;UBND huyện Bảo Yên;10/04/2023;;Đang xử lý;Đơn;Không;Không;Không\n\
        ;;;;;;Giấy khai sinh;Có;Không;Không\n";
    for report in both(rows) {
        // Both have a paper digitised, the first is completed, with a result, and one of its papers was used again.
        assert_eq!(counts(&report, "bao-yen"), "2 2 1 1 1 1");
        assert_eq!(others(&report), [""; 0]);
    }
    let [report, _] = both(rows);
    assert_eq!(noticed(&report), ["dossier-by-paper 1 «5 dòng, 2 hồ sơ»"]);
    assert_eq!((&report["files"][0]["data_rows"], &report["files"][0]["skipped_rows"]), (&5.into(), &1.into()));
}

#[test]
fn a_paper_below_no_dossier_is_nobodys() {
    // Below a sum, and below a dossier that is not read because its cells can be put right in several ways.
    let rows = "1;H38.20-230410-0001;UBND huyện Bảo Yên;10/04/2023;12/04/2023;Đã trả kết quả;Đơn;Không;Có;Không\n\
        Tổng cộng;1;;;;;;;;\n\
        ;;;;;;Giấy khai sinh;Có;;Có\n";
    for report in both(rows) {
        assert_eq!(counts(&report, "bao-yen"), "1 0 1 1 0 0");
    }
}

#[test]
fn a_blank_cell_does_not_take_back_what_the_row_above_says_of_the_same_dossier() {
    let rows = "1;H38.20-230410-0001;UBND huyện Bảo Yên;11/04/2023;12/04/2023;Đã trả kết quả;Đơn;Không;Có;Không\n\
        ;H38.20-230410-0001;;;;;Giấy khai sinh;Có;;\n\
        2;H38.20-230410-0002;UBND huyện Bảo Yên;11/04/2023;12/04/2023;Đúng hạn;Đơn;Có;Có;Không\n\
        ;H38.20-230410-0002;UBND huyện Bảo Yên;11/04/2023;;Đúng hạn;Giấy khai sinh;Có;;\n\
        3;BN-3;UBND huyện Bảo Yên;11/04/2023;;Không tiếp nhận;Đơn;Có;Không;Không\n\
        ;BN-3;;;;;Giấy khai sinh;Có;;\n\
        4;BN-4;UBND huyện Bảo Yên;11/04/2023;;Đang xử lý;Đơn;Có;Không;Không\n\
        ;BN-4;;;;;;;;\n";
    for report in both(rows) {
        // The third was refused; of the others two are completed.
        assert_eq!(counts(&report, "bao-yen"), "3 3 2 2 2 0");
        // Three rows have a day of their own that is not the code's.
        assert_eq!(others(&report), ["code-day-differs 3 «11/04/2023 ≠ H38.20-230410-0001»"]);
    }
}

#[test]
fn a_list_without_papers_keeps_to_its_last_row() {
    let header = "Mã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái;Đã số hóa\n";
    let rows = "BN-1;UBND huyện Bảo Yên;10/04/2023;Đã trả kết quả;Có\nBN-1;UBND huyện Bảo Yên;10/04/2023;;Không\n";
    let report = list(&format!("{header}{rows}"));
    assert_eq!(counts(&report, "bao-yen"), "1 0 0 - - -");
}
