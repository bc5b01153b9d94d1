//! How fast large exports are read, as ratios in one run: machines differ and are noisy, so seconds alone say little.
//!
//! `make bench` prints the median of several interleaved rounds. The measure is the `csv` crate reading the same bytes
//! into records and doing nothing with them.
#![expect(
    clippy::print_stdout,
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "a bench prints its ratios"
)]

mod support;

use std::fmt::Write as _;
use std::fs::File;
use std::hint::black_box;
use std::io::BufWriter;
use std::rc::Rc;
use std::time::Duration;
use std::time::Instant;

use sohoa::analysis::GatheredFile;
use sohoa::analysis::Gathering;
use sohoa::columns::Ledger;
use sohoa::columns::header_weight;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::Row;
use sohoa::units::Catalogue;

const ROUNDS: usize = 7;
const BLOCK: usize = 1 << 20;

/// Bytes of the dossier list.
const LIST: usize = 50 << 20;

fn main() {
    // `-- write PATH BYTES` writes the list the bench reads, of any size, for the browser and other tools.
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [write, path, bytes, ..] = arguments.as_slice()
        && write == "write"
    {
        let bytes = bytes.parse().expect("a number of bytes");
        let mut out = BufWriter::new(File::create(path).expect("the folder can be written to"));
        let rows = support::dossiers(bytes, &mut out).expect("the disk takes it");
        println!("{path}: {rows} dòng");
        return;
    }
    let mut list = Vec::new();
    let rows_of_list = support::dossiers(LIST, &mut list).expect("memory takes it");
    let table = unit_table(19_999);
    println!(
        "danh sách hồ sơ: {} MB, {rows_of_list} dòng; bảng đơn vị: {} kB, 19.999 dòng",
        list.len() >> 20,
        table.len() >> 10
    );
    let ratios = |name: &str, bytes: &[u8], ours: fn(&[u8]) -> usize| {
        let rounds: Vec<(Duration, Duration)> =
            (0..ROUNDS).map(|_| (timed(bytes, ours), timed(bytes, csv_records))).collect();
        let median = |of: fn(&(Duration, Duration)) -> Duration| {
            let mut sorted: Vec<Duration> = rounds.iter().map(of).collect();
            sorted.sort_unstable();
            sorted[ROUNDS / 2]
        };
        let (own, measure) = (median(|round| round.0), median(|round| round.1));
        let speed = bytes.len() as f64 / own.as_secs_f64() / 1e6;
        println!(
            "{name}: {:.2} × csv ({own:.0?} against {measure:.0?}, {speed:.0} MB/s)",
            own.as_secs_f64() / measure.as_secs_f64()
        );
    };
    ratios("rows of a dossier list (intake)", &list, rows);
    ratios("a dossier list, whole street", &list, dossiers);
    ratios("a table of units, whole street", &table, street);
}

fn timed(bytes: &[u8], work: fn(&[u8]) -> usize) -> Duration {
    let start = Instant::now();
    black_box(work(black_box(bytes)));
    start.elapsed()
}

/// The measure: the same bytes as records of the `csv` crate.
fn csv_records(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(bytes);
    let (mut record, mut cells) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).expect("the bench's own file") {
        cells += record.len();
    }
    cells
}

fn rows(bytes: &[u8]) -> usize {
    let (mut intake, mut cells) = (Intake::new(header_weight, Hints::default()), 0);
    for block in bytes.chunks(BLOCK) {
        intake.feed(block, &mut |row: Row| cells += row.cells.len()).expect("the bench's own file");
    }
    intake.finish(&mut |row: Row| cells += row.cells.len()).expect("the bench's own file");
    cells
}

fn dossiers(bytes: &[u8]) -> usize {
    gathered(bytes).table.dossiers.as_ref().map_or(0, Ledger::len)
}

fn street(bytes: &[u8]) -> usize {
    gathered(bytes).table.observations.len()
}

fn gathered(bytes: &[u8]) -> GatheredFile {
    let mut gathering = Gathering::new("bench.csv", Rc::new(Catalogue::laocai_2023()), Rc::default());
    bytes.chunks(BLOCK).for_each(|block| gathering.feed(block).expect("the bench's own file"));
    gathering.finish().expect("the bench's own file")
}

/// A table of units at the limit of rows, most of them unknown: the dearest case of looking up names.
fn unit_table(rows: usize) -> Vec<u8> {
    let mut text = "STT;Tên đơn vị;Tỷ lệ số hóa hồ sơ;Ghi chú;Chứng thực điện tử;Ghi chú\r\n".to_owned();
    for row in 0..rows {
        let _ = write!(text, "{row};UBND xã Số {row};{},{}%;;1.{:03};\r\n", row % 100, row % 10, row % 1000);
    }
    text.into_bytes()
}
