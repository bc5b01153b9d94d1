//! How the command shows one file as it was understood.

use crate::support::command::keys;
use crate::support::command::run;
use crate::support::command::temporary;
use serde_json::Value;

#[test]
fn inspect_shows_what_was_made_of_a_file_and_its_first_twenty_data_rows() {
    let rows = (1..=25).map(|row| format!("{row};Xã số {row};{row},5%\n")).collect::<Vec<_>>().concat();
    let file = temporary("xa.csv", format!("Biểu số 1\nSTT;Tên đơn vị;Tỷ lệ số hóa hồ sơ\n\n{rows}").as_bytes());
    let (status, json, complaints) = run(&["inspect", file.to_str().unwrap()]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&json).unwrap();
    let expected =
        "columns data_rows delimiter encoding format header_row name preview sha256 shape sheet skipped_rows";
    assert_eq!(keys(&file).join(" "), expected);
    assert_eq!((file["header_row"].as_u64(), file["data_rows"].as_u64()), (Some(2), Some(25)));
    assert_eq!(file["skipped_rows"], 2); // the title and the blank line
    let preview = file["preview"].as_array().unwrap();
    assert_eq!(preview.len(), 20);
    assert_eq!(preview[0], serde_json::json!(["1", "Xã số 1", "1,5%"]));
    assert_eq!(preview[19], serde_json::json!(["20", "Xã số 20", "20,5%"]));
}

#[test]
fn inspect_shows_dossiers_without_the_persons_in_them() {
    let text = "Mã hồ sơ;Chủ hồ sơ;Đơn vị;Ngày tiếp nhận;Ghi thêm\n\
        H38.24-230605-0012;Nguyễn Văn A;UBND huyện Bảo Yên;05/6/2023;gọi 0912345678\n";
    let file = temporary("ho-so.csv", text.as_bytes());
    let (_, json, _) = run(&["inspect", file.to_str().unwrap()]);
    assert!(!json.contains("Nguyễn") && !json.contains("0912345678"), "{json}");
    let file: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((file["shape"].as_str(), file["data_rows"].as_u64()), (Some("dossiers"), Some(1)));
    assert_eq!(file["columns"][1]["meaning"], "personal");
    assert_eq!(
        file["preview"][0],
        serde_json::json!(["H38.24-230605-0012", "", "UBND huyện Bảo Yên", "05/6/2023", ""])
    );
}

#[test]
fn inspect_tells_of_rows_that_are_no_table_of_units_too() {
    let text = "\nMã hàng;Loại;Ngày nhập kho\nA-12;Giấy;05/6/2023\n\nA-13;Mực;\n";
    let file = temporary("kho.csv", text.as_bytes());
    let (status, json, complaints) = run(&["inspect", file.to_str().unwrap()]);
    assert_eq!((status, complaints.as_str()), (0, ""));
    let file: Value = serde_json::from_str(&json).unwrap();
    assert!(file["shape"].is_null());
    assert_eq!((file["header_row"].as_u64(), file["data_rows"].as_u64()), (Some(2), Some(2)));
    assert_eq!(file["skipped_rows"], 2);
    assert_eq!(file["columns"][2], serde_json::json!({"index": 3, "header": "Ngày nhập kho", "meaning": null}));
    assert_eq!(file["preview"][1], serde_json::json!(["A-13", "Mực", ""]));
}
