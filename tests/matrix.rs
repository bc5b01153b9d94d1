//! How often is a file understood? Tables of the field in every encoding, with every separator, under every kind of
//! title: each is read right, or asked about, and never wrong. Wrong is a figure that the file does not hold, or one that
//! is missing without a word.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeMap;

use serde_json::Value;
use sohoa::analysis::Settings;
use sohoa::intake::Encoding;
use support::json;
use support::old_letters::encode;
use support::report;

/// The letter's districts, by id and as it writes them, with the letter's figures.
const LETTER: [(&str, &str, &str, &str); 9] = [
    ("bao-yen", "UBND huyện Bảo Yên", "72,3", "366"),
    ("bao-thang", "UBND huyện Bảo Thắng", "68,9", "1.343"),
    ("tp-lao-cai", "UBND TP Lào Cai", "58,6", "2.919"),
    ("sa-pa", "UBND thị xã Sa Pa", "56,9", "1.112"),
    ("si-ma-cai", "UBND huyện Si Ma Cai", "53,9", "546"),
    ("bat-xat", "UBND huyện Bát Xát", "53,1", "1.945"),
    ("muong-khuong", "UBND huyện Mường Khương", "49,5", "2.486"),
    ("van-ban", "UBND huyện Văn Bàn", "49", "678"),
    ("bac-ha", "UBND huyện Bắc Hà", "48,1", "426"),
];

/// A table as an office exports it, and what it says: unit and key of the report to value.
struct Shape {
    name: &'static str,
    rows: Vec<Vec<String>>,
    truth: BTreeMap<(&'static str, &'static str), String>,
}

fn cells(line: &str) -> Vec<String> {
    line.split('|').map(str::to_owned).collect()
}

fn plain(number: &str) -> String {
    number.replace('.', "").replace(',', ".")
}

/// The letter's appendix, in three ways to print its numbers.
fn appendix(name: &'static str, print: fn(&str) -> String) -> Shape {
    let mut rows = vec![cells(
        "STT|Tên đơn vị|Tỷ lệ % tổng chung nhóm số hóa hồ sơ|Ghi chú|Kết quả chứng thực điện tử bản sao từ bản chính|Ghi chú",
    )];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, percent, copies)) in (1..).zip(LETTER) {
        rows.push(vec![number.to_string(), unit.into(), print(percent), String::new(), copies.into(), String::new()]);
        truth.insert((id, "percent"), plain(percent));
        truth.insert((id, "certified_copies"), plain(copies));
    }
    Shape { name, rows, truth }
}

/// The index in points; the other groups are made so that the sum is the total, to prove what the column holds.
fn index() -> Shape {
    let mut rows = vec![cells(
        "STT|Đơn vị|Mã|Công khai, minh bạch|Tiến độ giải quyết|Dịch vụ công trực tuyến|Thanh toán trực tuyến|Mức độ hài lòng|Số hóa hồ sơ|Tổng điểm|Xếp hạng|Xếp loại",
    )];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, ..)) in (1_u32..).zip(LETTER) {
        // Points fall from 13,7 by 0,11, which is half a percent of 22: 62,27 %, 61,77 %, …
        let points = 1370 - 11 * (number - 1);
        let total = 1620 + 1850 + 710 + 630 + 1780 + points;
        let print = |hundredths: u32| format!("{},{:02}", hundredths / 100, hundredths % 100);
        rows.push(cells(&format!(
            "{number}|{unit}||16,20|18,50|7,10|6,30|17,80|{}|{}|{number}|Khá",
            print(points),
            print(total)
        )));
        // points · 100 / 22, rounded to hundredths: (points · 10000 / 22 + 1/2) / 100 of hundredths of a point
        let percent = (points * 100 * 2 + 22) / 44;
        let percent = format!("{}.{:02}", percent / 100, percent % 100);
        truth.insert((id, "percent"), percent.trim_end_matches('0').trim_end_matches('.').to_owned());
    }
    Shape { name: "index", rows, truth }
}

/// The provincial portal's table of two header rows, with sections and a sum.
fn portal() -> Shape {
    let mut rows = vec![
        cells(
            "STT|Đơn vị|Tiếp nhận|Số hóa hồ sơ TTHC khi tiếp nhận|||||Đã giải quyết|Số hóa kết quả giải quyết|||Đánh giá|",
        ),
        cells(
            "|||Chưa số hóa TPHS|Có số hóa TPHS|Có tái sử dụng thành phần|Có tái sử dụng thành phần từ cổng DVC quốc gia|Tỷ lệ số hóa TPHS||Chưa số hóa|Đã số hóa|Tỷ lệ số hóa kết quả|Tỷ lệ số hóa TPHS|Tỷ lệ số hóa kết quả",
        ),
        cells("III|Cấp huyện||||||||||||"),
    ];
    let (mut truth, mut sums) = (BTreeMap::new(), [0_u32; 4]);
    for (number, (id, unit, ..)) in (1_u32..).zip(LETTER) {
        // Whole percentages, so that the printed rate is the exact one: 80 % of 100·n, 50 % of 60·n.
        let counts = [1000 * number, 800 * number, 600 * number, 300 * number];
        let print =
            |count: u32| if count < 1000 { count.to_string() } else { format!("{}.{:03}", count / 1000, count % 1000) };
        let [received, digitised, completed, results] = counts;
        rows.push(cells(&format!(
            "{number}|{unit}|{}|{}|{}|{number}|0|80%|{}|{}|{}|50%|Đạt|Không đạt",
            print(received),
            print(received - digitised),
            print(digitised),
            print(completed),
            print(completed - results),
            print(results)
        )));
        let keys = ["received", "received_digitised", "completed", "completed_e_result"];
        truth.extend(keys.into_iter().zip(counts).map(|(key, count)| ((id, key), count.to_string())));
        truth.insert((id, "reused"), number.to_string());
        sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    let [received, digitised, completed, results] = sums;
    rows.push(cells(&format!(
        "|Tổng cộng|{received}|{}|{digitised}|45|0|80%|{completed}|{}|{results}|50%||",
        received - digitised,
        completed - results
    )));
    Shape { name: "portal", rows, truth }
}

/// The statistics of iGate, in its own percentages with a point.
fn igate() -> Shape {
    let mut rows = vec![cells(
        "Tên cơ quan|Tổng tiếp nhận|Tiếp nhận có file|Tổng hoàn thành|Hoàn thành có file|Tiếp nhận không file|Hoàn thành không file|Tiếp nhận & hoàn thành có file|% Tiếp nhận có file|% Hoàn thành có file|% Tiếp nhận & hoàn thành có file",
    )];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, ..)) in (1_u32..).zip(LETTER) {
        let counts = [200 * number, 150 * number, 100 * number, 80 * number, 70 * number];
        let [received, digitised, completed, results, both] = counts;
        rows.push(cells(&format!(
            "{unit}|{received}|{digitised}|{completed}|{results}|{}|{}|{both}|75.00%|80.00%|35.00%",
            received - digitised,
            completed - results
        )));
        let keys = ["received", "received_digitised", "completed", "completed_e_result", "both"];
        truth.extend(keys.into_iter().zip(counts).map(|(key, count)| ((id, key), count.to_string())));
    }
    Shape { name: "igate", rows, truth }
}

/// All seven components with five children each.
fn components() -> Shape {
    let names = [
        ("Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử", 6),
        ("Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ", 4),
        ("Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính", 2),
        ("Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa", 2),
        ("Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng", 4),
        ("Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư", 2),
        ("Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ GQ TTHC", 2),
    ];
    let upper = names.map(|(name, _)| format!("|{name}||||")).concat();
    let lower = "|Số lượng đạt|Tổng số|Tỷ lệ|Điểm ghi nhận|Điểm tối đa".repeat(7);
    let mut rows = vec![cells(&format!("STT|Đơn vị{upper}")), cells(&format!("|{lower}"))];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, ..)) in (1_u32..).zip(LETTER) {
        // Half of each: 11 points of 22, 50 %.
        let half = names.map(|(_, most)| format!("|{}|{}|50%|{}|{most}", 5 * number, 10 * number, most / 2)).concat();
        rows.push(cells(&format!("{number}|{unit}{half}")));
        truth.insert((id, "percent"), "50".to_owned());
    }
    Shape { name: "components", rows, truth }
}

/// Certified copies by state.
fn copies() -> Shape {
    let mut rows = vec![cells("STT|Đơn vị|Số hồ sơ tiếp nhận|Đang xử lý|Đã hoàn thành|Tổng số bản sao")];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, _, copies)) in (1..).zip(LETTER) {
        rows.push(cells(&format!("{number}|{unit}|{number}000|{number}|{copies}|{number}0000")));
        truth.insert((id, "certified_copies"), plain(copies));
    }
    Shape { name: "copies", rows, truth }
}

/// Dossiers, three a unit: one done with everything, one done without, one in process.
fn dossiers() -> Shape {
    let mut rows = vec![cells(
        "STT|Mã hồ sơ|Tên thủ tục hành chính|Lĩnh vực|Đơn vị|Chủ hồ sơ|Ngày tiếp nhận|Ngày hẹn trả|Ngày trả kết quả|Trạng thái|Hình thức nộp|Số thành phần hồ sơ|Số thành phần đã số hóa|Kết quả điện tử|Tái sử dụng dữ liệu",
    )];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, ..)) in (1..).zip(LETTER) {
        for (at, rest) in [
            "05/06/2023|Đã trả kết quả|Trực tuyến|3|3|Có|Có",
            "06/06/2023|Đã xử lý xong|Trực tiếp|2|0|Không|Không",
            "|Đang xử lý|Bưu chính công ích|4|1|Không|Không",
        ]
        .into_iter()
        .enumerate()
        {
            rows.push(cells(&format!(
                "{number}|H38.{number}-230601-{number}{at:03}|Chứng thực bản sao|Hộ tịch|{unit}|Nguyễn Văn Bình, số nhà {at}|01/06/2023|08/06/2023|{rest}"
            )));
        }
        let figures = [
            ("received", "3"),
            ("received_digitised", "2"),
            ("completed", "2"),
            ("completed_e_result", "1"),
            ("both", "1"),
            ("reused", "1"),
        ];
        truth.extend(figures.map(|(key, count)| ((id, key), count.to_owned())));
    }
    Shape { name: "dossiers", rows, truth }
}

fn shapes() -> Vec<Shape> {
    vec![
        appendix("appendix", |percent| format!("{percent}%")),
        appendix("appendix with points", |percent| format!("{} %", percent.replace(',', "."))),
        appendix("appendix without signs", str::to_owned),
        index(),
        portal(),
        igate(),
        components(),
        copies(),
        dossiers(),
    ]
}

/// What stands above and below the table.
const SURROUNDINGS: [(&str, &[&str], &[&str]); 4] = [
    ("nothing", &[], &[]),
    ("a title", &["BÁO CÁO SỐ HÓA HỒ SƠ", "(Từ ngày 01/01/2023 đến ngày 30/06/2023)", ""], &[]),
    (
        "the national title",
        &[
            "UBND TỈNH LÀO CAI|||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "VĂN PHÒNG|||Độc lập - Tự do - Hạnh phúc",
            "",
            "Tháng 6/2023",
        ],
        &["", "|||Lào Cai, ngày 05 tháng 7 năm 2023", "Người lập biểu|||CHÁNH VĂN PHÒNG"],
    ),
    (
        "a form",
        &[
            "Biểu số II.06a/VPCP/KSTT|||Đơn vị báo cáo: Văn phòng UBND tỉnh",
            "Kỳ báo cáo: Quý II/2023|||Đơn vị nhận báo cáo: Văn phòng Chính phủ",
            "",
        ],
        &["Ghi chú: số liệu chốt ngày 05/7/2023", "Nơi nhận:", "- Lưu: VT."],
    ),
];

fn text(rows: &[Vec<String>], above: &[&str], below: &[&str], separator: char) -> String {
    let quoted = |cell: &str| {
        if cell.contains([separator, '"', '\n']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.to_owned()
        }
    };
    let line =
        |cells: &[String]| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(&separator.to_string());
    let around = |lines: &[&str]| lines.iter().map(|text| line(&cells(text))).collect::<Vec<_>>();
    let body = rows.iter().map(|row| line(row)).collect::<Vec<_>>();
    [around(above), body, around(below)].concat().join("\r\n") + "\r\n"
}

type Encode = fn(&str) -> Option<Vec<u8>>;

/// The ways a text is written as bytes.
fn encodings() -> Vec<(&'static str, Encode)> {
    vec![
        ("utf-8", |text| encode(text, Encoding::Utf8)),
        ("utf-8 with a mark", |text| Some([b"\xef\xbb\xbf", text.as_bytes()].concat())),
        ("utf-16le", |text| Some([b"\xff\xfe".to_vec(), encode(text, Encoding::Utf16Le)?].concat())),
        ("utf-16be without a mark", |text| encode(text, Encoding::Utf16Be)),
        ("windows-1258", |text| encode(text, Encoding::Windows1258)),
        ("tcvn3", |text| encode(text, Encoding::Tcvn3)),
        ("vni", |text| encode(text, Encoding::Vni)),
        ("decomposed", |text| {
            Some(unicode_normalization::UnicodeNormalization::nfd(text).collect::<String>().into_bytes())
        }),
    ]
}

/// The value of a key of a unit; figures stand in a part of their own.
fn value(unit: &Value, key: &str) -> Option<String> {
    let value = unit.get(key).or_else(|| unit["figures"].get(key))?;
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

const KEYS: [&str; 8] = [
    "percent",
    "certified_copies",
    "received",
    "received_digitised",
    "completed",
    "completed_e_result",
    "both",
    "reused",
];

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Right,
    /// Figures are missing, and an officer is told or asked.
    Asked,
    Wrong,
}

fn is_fewer(found: &str, expected: &str) -> bool {
    found.parse::<u32>().ok().zip(expected.parse().ok()).is_some_and(|(found, expected)| found < expected)
}

/// Whether a row is told to lack cells.
fn cut(report: &Value) -> bool {
    report["notices"].as_array().unwrap().iter().any(|notice| notice["code"] == "row-shorter")
}

fn judge(shape: &Shape, report: &Value, told: bool) -> Outcome {
    let mut outcome = Outcome::Right;
    let units = report["units"].as_array().unwrap();
    for unit in units {
        let id = unit["id"].as_str().unwrap();
        for key in KEYS {
            let expected = shape.truth.iter().find(|((unit, of), _)| *unit == id && *of == key).map(|(_, value)| value);
            match (value(unit, key), expected) {
                (None, None) => {}
                (Some(found), Some(expected)) if found == *expected => {}
                (None, Some(_)) if told => outcome = outcome.max(Outcome::Asked),
                // A dossier whose row is cut is missing from the counts, and its row is named.
                (Some(found), Some(expected))
                    if shape.name == "dossiers" && is_fewer(&found, expected) && cut(report) =>
                {
                    outcome = outcome.max(Outcome::Asked);
                }
                _ => outcome = Outcome::Wrong,
            }
        }
    }
    let seen = |id: &str| units.iter().any(|unit| unit["id"] == id);
    if shape.truth.keys().any(|(id, _)| !seen(id)) {
        outcome = outcome.max(if told { Outcome::Asked } else { Outcome::Wrong });
    }
    outcome
}

/// What happens to a table on its way: its rows changed, or its quotes forgotten.
type Trouble = fn(Vec<Vec<String>>) -> Vec<Vec<String>>;

/// What can happen on the way, by name.
const TROUBLES: [(&str, Trouble); 11] = [
    ("a blank column", |rows| each_row(rows, |row| row.insert(1, String::new()))),
    ("blank rows", |rows| rows.into_iter().flat_map(|row| [row, Vec::new()]).collect()),
    ("headers in capitals", |rows| {
        changed_rows(rows, |row| row.iter_mut().for_each(|cell| *cell = cell.to_uppercase()), true)
    }),
    ("names without marks", |rows| {
        changed_rows(
            rows,
            |row| row.iter_mut().filter(|cell| cell.starts_with("UBND")).for_each(|cell| *cell = unmarked(cell)),
            false,
        )
    }),
    ("spaces that do not break", |rows| {
        each_row(rows, |row| row.iter_mut().for_each(|cell| *cell = format!("\u{a0}{} ", cell.replace(' ', "\u{a0}"))))
    }),
    ("separators to spare", |rows| changed_rows(rows, |row| row.extend([String::new(), String::new()]), false)),
    ("columns turned round", |rows| {
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        each_row(rows, |row| {
            row.resize(width, String::new());
            row.reverse();
        })
    }),
    ("the header at each page", |rows| {
        let header: Vec<Vec<String>> = rows.iter().take_while(|row| !is_data(row)).cloned().collect();
        let middle = rows.len() / 2 + 2;
        [&rows[..middle], &header, &rows[middle..]].concat()
    }),
    ("a numbering row", |rows| {
        let first = rows.iter().position(|row| is_data(row)).unwrap_or(0);
        let numbers = (1..=rows[first].len()).map(|number| format!("({number})")).collect();
        [&rows[..first], &[numbers], &rows[first..]].concat()
    }),
    ("the last row cut", |mut rows| {
        if let Some(last) = rows.last_mut() {
            last.truncate(last.len() / 2);
        }
        rows
    }),
    ("a row lost its first cell", |mut rows| {
        let at = rows.len() - 2;
        rows[at].remove(0);
        rows
    }),
];

fn each_row(mut rows: Vec<Vec<String>>, change: impl Fn(&mut Vec<String>)) -> Vec<Vec<String>> {
    rows.iter_mut().for_each(change);
    rows
}

/// Whether a row names one of the letter's districts.
fn is_data(row: &[String]) -> bool {
    row.iter().any(|cell| LETTER.iter().any(|(_, unit, ..)| cell == unit))
}

/// Changes the rows that are headers, or those that are not.
fn changed_rows(rows: Vec<Vec<String>>, change: impl Fn(&mut Vec<String>), headers: bool) -> Vec<Vec<String>> {
    each_row(rows, |row| {
        if is_data(row) != headers {
            change(row);
        }
    })
}

fn unmarked(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        .map(|letter| match letter {
            'Đ' => 'D',
            'đ' => 'd',
            other => other,
        })
        .collect()
}

/// Counts what became of files.
#[derive(Default)]
struct Tally {
    counts: BTreeMap<Outcome, usize>,
    not_right: Vec<String>,
}

impl Tally {
    fn add(&mut self, shape: &Shape, bytes: Vec<u8>, label: &str) {
        let report = report(&[("a.csv", bytes)], &Settings::default());
        let outcome = judge(shape, &json(&report), !report.notices.is_empty());
        *self.counts.entry(outcome).or_default() += 1;
        if outcome != Outcome::Right {
            let codes: Vec<&str> = report.notices.sorted().iter().map(|notice| notice.code.code()).collect();
            self.not_right.push(format!("{outcome:?}: {} | {label}: {codes:?}", shape.name));
        }
    }

    fn count(&self, outcome: Outcome) -> usize {
        self.counts.get(&outcome).copied().unwrap_or(0)
    }

    fn all(&self) -> usize {
        self.counts.values().sum()
    }

    fn summary(&self) -> String {
        let [right, asked, wrong] = [Outcome::Right, Outcome::Asked, Outcome::Wrong].map(|outcome| self.count(outcome));
        format!("{} files: {right} right, {asked} asked, {wrong} wrong\n{}", self.all(), self.not_right.join("\n"))
    }
}

/// Every how manieth file is tried: with `MATRIX=1` each, and the counts are shown.
fn step() -> usize {
    if std::env::var_os("MATRIX").is_some() { 1 } else { 9 }
}

#[test]
fn every_table_is_understood_or_asked_about_and_never_misread() {
    let (mut tally, mut number) = (Tally::default(), 0_usize);
    for shape in shapes() {
        for (around, above, below) in SURROUNDINGS {
            for separator in [';', ',', '\t', '|'] {
                let text = text(&shape.rows, above, below, separator);
                for (encoding, encode) in encodings() {
                    number += 1;
                    let Some(bytes) = encode(&text).filter(|_| number.is_multiple_of(step())) else { continue };
                    tally.add(&shape, bytes, &format!("{around} | {separator:?} | {encoding}"));
                }
            }
        }
    }
    assert!(step() > 1, "{}", tally.summary());
    // Measured over all 1.152: all right.
    assert_eq!(tally.count(Outcome::Right), tally.all(), "{}", tally.summary());
    assert!(tally.all() >= 1152 / step(), "{}", tally.summary());
}

#[test]
fn troubled_tables_are_understood_or_asked_about_and_never_misread() {
    let mut tally = Tally::default();
    for shape in shapes() {
        for separator in [';', ',', '\t', '|'] {
            for (trouble, change) in TROUBLES {
                let text = text(&change(shape.rows.clone()), SURROUNDINGS[1].1, &[], separator);
                tally.add(&shape, text.into_bytes(), &format!("{trouble} | {separator:?}"));
            }
            // Quotes forgotten: decimal commas cut the cells of a table of commas.
            let lines: Vec<String> = shape.rows.iter().map(|row| row.join(&separator.to_string())).collect();
            tally.add(&shape, lines.join("\n").into_bytes(), &format!("no quotes | {separator:?}"));
        }
    }
    assert!(step() > 1, "{}", tally.summary());
    // Measured over 432: 355 right, 77 asked (rows cut or shifted, parents right of their children), none wrong.
    assert_eq!(tally.count(Outcome::Wrong), 0, "{}", tally.summary());
    assert!(tally.count(Outcome::Right) * 100 >= tally.all() * 80, "{}", tally.summary());
}
