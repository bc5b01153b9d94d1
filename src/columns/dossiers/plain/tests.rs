//! Rows read where they lie say what all rows say.

use std::rc::Rc;

use proptest::prelude::*;

use crate::columns::Answers;
use crate::columns::Table;
use crate::columns::header_weight;
use crate::domain::Place;
use crate::intake::Cursor;
use crate::intake::Hints;
use crate::intake::Intake;
use crate::intake::Row;
use crate::intake::RowView;
use crate::intake::TakeRows;

/// Takes rows as they lie, or all of them copied out; counts those that were plain, and those that were walked over.
struct Rows {
    table: Table,
    as_they_lie: bool,
    plain: usize,
    walked: u32,
}

impl TakeRows for Rows {
    fn row(&mut self, row: Row) {
        let _ = self.table.row(row);
    }

    fn view(&mut self, row: RowView<'_>) {
        if self.as_they_lie && self.table.view(&row) {
            self.plain += 1;
        } else {
            self.row(row.to_row());
        }
    }

    fn ahead(&mut self, text: Cursor<'_>, number: u32) -> (u32, usize) {
        if !self.as_they_lie {
            return (0, 0);
        }
        let taken = self.table.ahead(text, number);
        self.walked += taken.0;
        taken
    }
}

const HEADER: &str = "STT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;\
    Ngày trả kết quả;Trạng thái;Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Kết quả điện tử;\
    Tái sử dụng dữ liệu;Mã hồ sơ DVCQG;Tệp kết quả\n";

/// The same columns in another order, below a row.
const TURNED: &str = "\nSTT;Mã hồ sơ;Tên thủ tục hành chính;Đơn vị;Chủ hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;\
    Ngày trả kết quả;Trạng thái;Hình thức nộp;Số thành phần hồ sơ;Số thành phần đã số hóa;Tái sử dụng dữ liệu;\
    Kết quả điện tử;Mã hồ sơ DVCQG;Tệp kết quả\n";

/// Rows of a list's head, which is judged as a whole: what comes behind it is read as it comes.
const ORDINARY: u32 = 3_000;

/// A list of these rows below its head, and how many of them were plain and walked over.
fn read(title: &str, header: &str, rows: &[String], as_they_lie: bool) -> (String, [usize; 2]) {
    let (report, Rows { plain, walked, .. }) = read_in_blocks(title, header, rows, as_they_lie, usize::MAX);
    (report, [plain, walked as usize])
}

/// The same of rows that come in blocks of so many bytes.
fn read_in_blocks(title: &str, header: &str, rows: &[String], as_they_lie: bool, block: usize) -> (String, Rows) {
    let is_unit = Rc::new(|name: &str| name.contains("Bảo Yên"));
    let table = Table::new(Place::file("a.csv"), Rc::new(Answers::default()), None, is_unit);
    let mut taken = Rows { table, as_they_lie, plain: 0, walked: 0 };
    let ordinary = (1..=ORDINARY).map(|row| {
        format!(
            "{row};\"H38.24-230605-{row:04}\";Chứng thực;UBND huyện Bảo Yên;A;05/06/2023;;06/06/2023;10;1;2;1;Có;x;;\n"
        )
    });
    // A header is looked for once 300 rows have come; rows are plain behind them.
    let above = "\n".repeat(280);
    let separator = if header.contains(';') { ";" } else { "-" };
    let text = format!("{title}{above}{header}{}", ordinary.collect::<String>().replace(';', separator));
    let mut intake = Intake::new(header_weight, Hints::default());
    intake.feed(text.as_bytes(), &mut taken).unwrap();
    (taken.plain, taken.walked) = (0, 0);
    for block in rows.concat().as_bytes().chunks(block) {
        intake.feed(block, &mut taken).unwrap();
    }
    intake.finish(&mut taken).unwrap();
    (format!("{:#?}", taken.table.finish()), taken)
}

/// A cell with a row of the list in it.
const SWALLOWING: &str = "\"một ô dài hơn mọi ô bình thường của danh sách\nH38.24-230605-0012;Chứng thực;x\"";

/// A cell: mostly as systems write it, sometimes not.
fn cell(plain: &[&'static str], odd: &[&'static str]) -> impl Strategy<Value = &'static str> + use<> {
    prop_oneof![
        14 => prop::sample::select(plain.to_vec()),
        1 => prop::sample::select(odd.to_vec()),
    ]
}

fn row() -> impl Strategy<Value = String> {
    // Of a row for each paper several stand together.
    let numbers = prop_oneof![3 => 1..40_u32, 1 => 1..3_u32];
    let codes = (numbers, cell(&["-230605-", "-230606-"], &["-231332-", "-230605", " - 230605-", "-230705-"]));
    let days = ["05/06/2023", "05/06/2023 08:30", "05.06.2023", "2023-06-05", "06/06/2023"];
    let odd_days = [
        "",
        "\u{200e}05/06/2023\u{200e}",
        "\\N",
        "-",
        "06/25/2023",
        "01/01/1900",
        "45082",
        "5/6/2023",
        "H38.24-230605-0012",
        "chưa có",
        "08:30 05/06/2023",
    ];
    let flags = ["Có", "Không", "x", "", "1", "0"];
    let odd_flags = ["?", "05/06/2023", "2/3", "-", "\"C\"\"\"", "\\N", "*", "-1", "t"];
    (
        codes,
        cell(
            &[
                "Chứng thực",
                "\"Đất; đai\"",
                "\"khai \"\"sinh\"\"\nlại\"",
                "12 Lê Lợi",
                "12/3 Lê Lợi",
                "0912345678",
                "Hoàng - Giàng",
            ],
            &[
                "05/06/2023",
                "H38.24-230605-0001",
                "5/6/23",
                "20230605 - 08:30",
                "05.06.2023 - 08:30",
                "45082 -",
                "H38.24－230605－0001",
                "Hồ - 24-230605-0001",
                "H 38.24-230605\u{ad}-0001",
                "\"\"\"Sao\"\"\"",
                "\u{a0}H38.24-230605-0001",
                "\u{200e}05/06/2023",
                "-",
            ],
        ),
        cell(
            &["UBND huyện Bảo Yên", "H. Bảo Yên", "Sở Y tế"],
            &["", "  ", "-", "\"A\"\"B\"", "05/06/2023", "Sa\u{200b}Pa", "\"=\"\"Sở Y tế\"\"\""],
        ),
        cell(&days, &odd_days),
        cell(&days, &odd_days),
        cell(&["Đã trả kết quả", "10", "Đang xử lý", "Mới đăng ký", "Trễ hạn", ""], &["Lạ", "05/06/2023", "  ", "-"]),
        cell(&["Trực tuyến", "1", ""], &["Bồ câu", "H38.24-230605-0001"]),
        (cell(&["2", "3", ""], &["x", "+1", "02/03/2023"]), cell(&flags, &odd_flags)),
        (cell(&flags, &odd_flags), cell(&flags, &odd_flags)),
        (
            (
                cell(&["", "G22.99-230410-000123", "x"], &["05/06/2023", SWALLOWING]),
                cell(&["", "kq.pdf", "Không"], &["KQ-1", "H38.24-230605-0012"]),
            ),
            cell(
                &["\n", "\r\n"],
                &[
                    "\n(1);(2);(3)\n",
                    "\nCộng: 2 hồ sơ\n",
                    ";\n",
                    ";thừa\n",
                    "\n\n",
                    "\n;;;;;;;;;;;1;Có;;;Giấy khai sinh\n",
                    "\nBảo Yên II\n",
                    "\nTổng số: 2 hồ sơ\n",
                    "\nMã hồ sơ;Đơn vị;Ngày tiếp nhận;Trạng thái\n",
                    TURNED,
                    "\u{fffd}\n",
                ],
            ),
        ),
    )
        .prop_map(
            |((number, day), procedure, unit, received, ended, status, channel, papers, marks, (other, end))| {
                let ((papers, digitised), (e_result, reused), (code, file)) = (papers, marks, other);
                format!(
                    "{number};H38.24{day}{number:04};{procedure};{unit};Giàng A Páo;{received};{received};{ended};\
                 {status};{channel};{papers};{digitised};{e_result};{reused};{code};{file}{end}"
                )
            },
        )
}

proptest! {
    // Each case reads a whole file twice.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 8, ..ProptestConfig::default() })]
    #[test]
    fn plain_rows_say_what_all_rows_say(
        title in prop::sample::select(vec!["", "Từ ngày 01/06/2023 đến ngày 05/06/2023\n"]),
        last in prop::sample::select(vec!["Tệp kết quả", "Tên giấy tờ"]),
        rows in prop::collection::vec(row(), 1..80),
        block in prop::sample::select(vec![usize::MAX, 3000, 700, 90]),
    ) {
        let header = HEADER.replace("Tệp kết quả", last);
        let [as_they_lie, copied] =
            [true, false].map(|as_they_lie| read_in_blocks(title, &header, &rows, as_they_lie, block));
        prop_assert_eq!(as_they_lie.0, copied.0);
    }
}

#[test]
fn ordinary_rows_are_plain() {
    let rows = [
        "21;H38.24-230605-0101;Chứng thực;UBND huyện Bảo Yên;Giàng A Páo;05/06/2023 08:30;;;Đang xử lý;2;3;0;Không;;;\n",
        "22;000.00.24.H38-230606-0102;\"Đất; đai\";Sở Y tế;;2023-06-06;12/06/2023;08/06/2023;10;;3;2;Có;x;G22.9-230606-0001;kq.pdf\n",
    ];
    // The head came in a block of its own, so that all of them are tried; near the end of a text a row is cut.
    let rows = rows.map(str::to_owned);
    assert_eq!(read("", HEADER, &rows, true).1, [1, 1]);
    assert_eq!(read("", HEADER, &[&rows[..]; 3].concat(), true).1, [1, 5]);
}

#[test]
fn a_paper_whose_row_has_no_state_has_that_of_the_row_above() {
    let row = |state: &str| {
        format!("9;H38.24-230605-0109;x;UBND huyện Bảo Yên;A;05/06/2023;;05/06/2023;{state};1;2;Có;Có;Có;;giấy\n")
    };
    let header = HEADER.replace("Tệp kết quả", "Tên giấy tờ");
    let rows = [row("Mới đăng ký"), row("")];
    let [as_they_lie, copied] = [true, false].map(|as_they_lie| read("", &header, &rows, as_they_lie));
    assert_eq!(as_they_lie.0, copied.0);
}

#[test]
fn a_separator_that_days_hold_as_well_parts_them() {
    let turned = |text: &str| text.replace(';', "-");
    let row = |day: &str| {
        let row = turned("9;CODE;x;UBND huyện Bảo Yên;A;05/06/2023;;DAY;Đang xử lý;1;2;1;Có;Có;;kq\n");
        row.replace("CODE", "\"H38.24-230605-0109\"").replace("DAY", day)
    };
    let rows = ["05/06/2023", "2023-06-05", "05/06/2023", "05/06/2023"].map(row);
    let [as_they_lie, copied] = [true, false].map(|as_they_lie| read("sep=-\n", &turned(HEADER), &rows, as_they_lie));
    assert_eq!(as_they_lie.0, copied.0);
}
