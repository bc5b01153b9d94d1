//! Letters of an old encoding that come when the head of a file, which has none, is long judged.

use crate::support;
use crate::support::lines::notices;
use sohoa::analysis::Settings;
use sohoa::intake::Encoding;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::Row;
use sohoa::notices::NoticeCode;

#[test]
fn they_are_told_with_their_row_and_the_way_to_read_them() {
    for (encoding, name) in [
        (Encoding::Tcvn3, &b"UBND huy\xd6n B\xbec H\xb5"[..]),
        (Encoding::Vni, b"UBND huye\xe4n Ba\xe9c Ha\xf8"),
        (Encoding::Windows1258, b"UBND huy\xea\xf2n B\xe3\xecc H\xe0"),
    ] {
        let mut text = b"So ho so;Co quan;Ngay tiep nhan;Trang thai ho so\n".to_vec();
        for number in 0..14_000 {
            let row = format!("H38.24-230605-{number:05};UBND huyen Bao Yen;05/06/2023;Da tra ket qua\n");
            text.extend_from_slice(row.as_bytes());
        }
        // The header and 14.000 rows, a megabyte, and then the name.
        text.extend_from_slice(&[b"H38.25-230605-00001;", name, b";05/06/2023;Da tra ket qua\n"].concat());
        let report = support::json(&support::report(&[("a.csv", &text)], &Settings::default()));
        let lines = notices(&report);
        assert!(lines[0].starts_with("invalid-bytes 1 a.csv 14002:2"), "{lines:?}");
        let mut last = Row { number: 0, cells: Vec::new() };
        let mut give = |row: Row| last = row;
        let mut intake = Intake::new(|_| 0, Hints { encoding: Some(encoding), ..Hints::default() });
        intake.feed(&text, &mut give).unwrap();
        intake.finish(&mut give).unwrap();
        assert_eq!(last.cells[1], "UBND huyện Bắc Hà");
    }
    assert!(NoticeCode::InvalidBytes.remedy().contains("chọn lại bảng mã của tệp"));
}
