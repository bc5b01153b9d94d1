//! Any bytes in any blocks: never a panic, and always the same report.

use proptest::collection::vec;
use proptest::prelude::*;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::export::report_json;
use sohoa::export::report_text;

use super::tries;
use crate::support::catalogue;
use crate::support::gather;
use crate::support::outcome;

/// Pieces that bring random files past the first checks: headers, units, numbers, separators, marks, damage.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let words: Vec<&[u8]> = vec![
        "STT;Tên đơn vị;Tỷ lệ % tổng chung nhóm số hóa hồ sơ;Ghi chú;Chứng thực điện tử;Ghi chú\n".as_bytes(),
        "Đơn vị\tTỷ lệ số hóa hồ sơ\tChứng thực điện tử\r\n".as_bytes(),
        "1;UBND huyện Bảo Yên;72,3%;;366;Quá thấp\n".as_bytes(),
        "UBND huyện Bắc Hà".as_bytes(),
        "Toàn tỉnh;57,7%".as_bytes(),
        "Sở, ban, ngành".as_bytes(),
        "từ ngày 01/01/2020 đến ngày 05/6/2023".as_bytes(),
        b"sep=;\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b";",
        b",",
        b"\t",
        b"|",
        b"\"",
        b"\"\"",
        b"\r",
        b"\n",
        b"\r\n",
        b"\0",
        b"53,9%%",
        b"0,481",
        b"1.343",
        b"-",
        b"(1);(2);(3)\n",
        b"\xd0\xf5n vi\xf2",
        b"o\xcc\x81",
        "Sè hãa hå s¬".as_bytes(),
        "UBND huyeän Baûo Yeân".as_bytes(),
        "Sá»‘ hÃ³a há»“ sÆ¡;TP LÃ\u{a0}o Cai;".as_bytes(),
        "LÃ o Cai\nBáº¯c HÃ".as_bytes(),
        b"huy\xd6n B\xb6o Y\xaan",
        b"\xe1\xbb",
        b"\xf0\x9f\x98\x80",
    ];
    prop_oneof![
        6 => prop::sample::select(words).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..20),
    ]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![3 => vec(piece(), 0..40).prop_map(|pieces| pieces.concat()), 1 => vec(any::<u8>(), 0..600)]
}

/// The report's JSON over one file that is fed in blocks of so many bytes.
fn json(bytes: &[u8], block: usize) -> String {
    let settings = Settings::default();
    let outcome = outcome("a.csv", gather("a.csv", bytes, block, &settings));
    report_json(&assess(&[outcome], &catalogue(), &settings))
}

proptest! {
    #![proptest_config(tries(192))]

    #[test]
    fn any_bytes_give_a_report_or_a_sentence(bytes in file(), block in 1_usize..700) {
        let settings = Settings::default();
        let result = gather("a.csv", &bytes, block, &settings);
        if let Err(error) = &result {
            prop_assert!(error.to_string().ends_with('.'));
        }
        let report = assess(&[outcome("a.csv", result)], &catalogue(), &settings);
        prop_assert!(!report_text(&report).is_empty() && !report_json(&report).is_empty());
    }

    #[test]
    fn the_size_of_the_blocks_changes_nothing(bytes in file(), block in prop_oneof![1_usize..8, 8_usize..700]) {
        prop_assert_eq!(json(&bytes, block), json(&bytes, usize::MAX));
    }

    #[test]
    fn the_same_bytes_give_the_same_report(bytes in file()) {
        prop_assert_eq!(json(&bytes, 64), json(&bytes, 64));
    }
}

#[test]
fn blocks_that_cut_a_large_file_anywhere_change_nothing() {
    // Three long remarks push the units past the 256 KiB that are judged; letters of three bytes are cut by most blocks.
    let remark = format!("ồ{}", "ồ\"\"; \r\n".repeat(12_000));
    let rows = ["UBND huyện Bảo Yên;72,3%", "UBND huyện Bắc Hà;48,1%", "UBND huyện Văn Bàn;49%%"];
    let rows = rows.map(|row| format!("{row};\"{remark}\"\r\n")).concat();
    let file = format!("Tên đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú\r\n{rows}UBND huyện Bát Xát;53,1%;\r\n");
    let whole = json(file.as_bytes(), usize::MAX);
    assert!(file.len() > 256 << 10 && whole.contains("\"id\": \"bat-xat\""));
    for block in [4_093, 65_536, 262_143, 262_144, 262_145] {
        assert_eq!(json(file.as_bytes(), block), whole, "blocks of {block}");
    }
}
