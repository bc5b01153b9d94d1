//! What holds for any bytes. Each law takes the bytes of a file, whatever they are, and panics where it is broken.

mod decode;
mod delimited;
mod html;
mod inspect;
mod numbers;
mod parts;
mod spreadsheet;

pub use decode::decode;
pub use delimited::delimited;
pub use html::html;
pub use inspect::inspect;
pub use numbers::numbers;
#[allow(unused_imports, reason = "only the test of the packing takes workbooks apart")]
pub use parts::{parts_of, workbook_of};
pub use spreadsheet::spreadsheet;

use sohoa::intake::Encoding;
use sohoa::intake::Hints;
use sohoa::intake::Intake;
use sohoa::intake::IntakeError;
use sohoa::intake::RepairChoice;
use sohoa::intake::Row;
use sohoa::intake::Understood;

/// What reading a file gives.
type Read = Result<(Vec<Row>, Understood), IntakeError>;

/// What an officer says of a text: its encoding, and that its letters are well.
fn written_in(encoding: Encoding) -> Hints {
    Hints { encoding: Some(encoding), repair: Some(RepairChoice::Keep), ..Hints::default() }
}

/// Reads a file in blocks of so many bytes.
fn read(bytes: &[u8], block: usize, hints: Hints) -> Read {
    let known = |row: &[String]| row.iter().filter(|cell| cell.to_lowercase().contains("đơn vị")).count();
    let (mut intake, mut rows) = (Intake::new(known, hints), Vec::new());
    for block in bytes.chunks(block.max(1)) {
        intake.feed(block, &mut |row| rows.push(row))?;
    }
    let understood = intake.finish(&mut |row| rows.push(row))?;
    Ok((rows, understood))
}

/// Reads a file as a whole; it gives the same in small blocks, and its rows are in order.
fn read_in_any_blocks(bytes: &[u8], hints: Hints) -> Read {
    let whole = read(bytes, bytes.len(), hints.clone());
    let block = block(bytes);
    assert_eq!(read(bytes, block, hints), whole, "blocks of {block}");
    if let Ok((rows, _)) = &whole {
        assert!(rows.first().is_none_or(|row| row.number > 0), "rows are counted from 1");
        let rising = |pair: &[Row]| pair[0].number < pair[1].number;
        assert!(rows.windows(2).all(rising), "row numbers rise");
    }
    whole
}

/// A size of blocks, which the bytes themselves choose.
fn block(bytes: &[u8]) -> usize {
    1 + bytes.iter().fold(0, |sum, byte| sum + usize::from(*byte)) % 61
}
