//! Tables as offices export them, with what they say: made from the letter's figures.

pub(crate) mod troubles;
pub(crate) mod ways;

use std::collections::BTreeMap;

/// The letter's districts, by id and as it writes them, with the letter's figures.
pub(crate) const LETTER: [(&str, &str, &str, &str); 9] = [
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
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) truth: BTreeMap<(&'static str, &'static str), String>,
}

pub(crate) fn cells(line: &str) -> Vec<String> {
    line.split('|').map(str::to_owned).collect()
}

pub(crate) fn plain(number: &str) -> String {
    number.replace('.', "").replace(',', ".")
}

/// The letter's appendix, in three ways to print its numbers.
pub(crate) fn appendix(name: &'static str, print: fn(&str) -> String) -> Shape {
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
pub(crate) fn index() -> Shape {
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
pub(crate) fn portal() -> Shape {
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
pub(crate) fn igate() -> Shape {
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
pub(crate) fn components() -> Shape {
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
pub(crate) fn copies() -> Shape {
    let mut rows = vec![cells("STT|Đơn vị|Số hồ sơ tiếp nhận|Đang xử lý|Đã hoàn thành|Tổng số bản sao")];
    let mut truth = BTreeMap::new();
    for (number, (id, unit, _, copies)) in (1..).zip(LETTER) {
        rows.push(cells(&format!("{number}|{unit}|{number}000|{number}|{copies}|{number}0000")));
        truth.insert((id, "certified_copies"), plain(copies));
    }
    Shape { name: "copies", rows, truth }
}

/// Dossiers, three a unit: one done with everything, one done without, one in process.
pub(crate) fn dossiers() -> Shape {
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

pub(crate) fn shapes() -> Vec<Shape> {
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
