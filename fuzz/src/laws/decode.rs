//! Bytes under every encoding: the size of the blocks does not matter and no letter is lost.

use sohoa::intake::Encoding;
use sohoa::intake::Format;
use sohoa::intake::Hints;
use sohoa::intake::Repair;
use sohoa::intake::RepairChoice;
use sohoa::intake::alternatives;

use super::delimited::told;
use super::read_in_any_blocks;
use super::written_in;

/// Reads bytes as an officer may ask for it, and as the bytes themselves suggest.
pub fn decode(bytes: &[u8]) {
    // A line that names the separator keeps markup and workbooks out and leaves the letters to the encoding alone.
    let utf16 = |to_bytes: fn(u16) -> [u8; 2]| "sep=;\n".encode_utf16().flat_map(to_bytes).collect::<Vec<u8>>();
    for (encoding, first) in [
        (Encoding::Utf8, b"sep=;\n".to_vec()),
        (Encoding::Utf16Le, utf16(u16::to_le_bytes)),
        (Encoding::Utf16Be, utf16(u16::to_be_bytes)),
        (Encoding::Windows1258, b"sep=;\n".to_vec()),
        (Encoding::Windows1252, b"sep=;\n".to_vec()),
        (Encoding::Tcvn3, b"sep=;\n".to_vec()),
        (Encoding::Vni, b"sep=;\n".to_vec()),
    ] {
        let file = [first.as_slice(), bytes].concat();
        let (rows, understood) = read_in_any_blocks(&file, written_in(encoding)).expect("text of a named encoding");
        let Format::Text { sniffed, dialect } = understood.format else { panic!("text, after its first line") };
        assert_eq!((sniffed.encoding, dialect.delimiter), (encoding, b';'));
        // What an independent reading of the same bytes tells, where there is one.
        let pairs = |from_bytes: fn([u8; 2]) -> u16| {
            let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| from_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        };
        let expected = match encoding {
            Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Encoding::Utf16Le => pairs(u16::from_le_bytes),
            Encoding::Utf16Be => pairs(u16::from_be_bytes),
            _ => continue,
        };
        let letters = told(rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.chars()), ';');
        let expected = told(expected.chars(), ';');
        if bytes.len() % 2 == 1 && encoding != Encoding::Utf8 {
            // Half a letter at the end is told, as one with another half before it.
            assert!(letters.ends_with('\u{fffd}'), "{encoding:?}");
            assert_eq!(letters.trim_end_matches('\u{fffd}'), expected.trim_end_matches('\u{fffd}'), "{encoding:?}");
            continue;
        }
        assert_eq!(letters, expected, "{encoding:?}");
    }
    let _ = read_in_any_blocks(bytes, Hints::default());
    let _ = alternatives(bytes);
    for repair in Repair::ALL {
        let _ = read_in_any_blocks(bytes, Hints { repair: Some(RepairChoice::Apply(repair)), ..Hints::default() });
    }
}
