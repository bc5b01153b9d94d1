//! Workbooks as their parts. Bytes changed at random break the sums of an archive and the chains of the old container, so
//! that a reader sees nothing of the change; here the parts are changed and packed afterwards.
//!
//! A letter says what is packed, and the parts follow, those behind the first after a mark. A capital asks for a first part
//! that is long: see [`stretched`].

use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use zip::CompressionMethod;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands between parts.
const MARK: &[u8] = b"\xff\xfePART\xfe\xff";

/// The parts of one kind of workbook, the most telling first, with what stands in for one that is missing.
struct Packing {
    letter: u8,
    parts: &'static [(&'static str, &'static [u8])],
}

const PACKINGS: [Packing; 3] = [
    Packing {
        letter: b'x',
        parts: &[
            ("xl/worksheets/sheet1.xml", b""),
            ("xl/sharedStrings.xml", b""),
            ("xl/styles.xml", b""),
            (
                "xl/workbook.xml",
                b"<workbook><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"b\" sheetId=\"2\" \
                  state=\"hidden\" r:id=\"r2\"/></sheets></workbook>",
            ),
            (
                "xl/_rels/workbook.xml.rels",
                b"<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
                  relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"http://\
                  schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" \
                  Target=\"worksheets/sheet2.xml\"/></Relationships>",
            ),
            ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData/></worksheet>"),
            ("xl/worksheets/sheet3.xml", b"<worksheet><sheetData/></worksheet>"),
            (
                "_rels/.rels",
                b"<Relationships><Relationship Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\
                  officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ),
        ],
    },
    Packing {
        letter: b'b',
        parts: &[
            ("xl/worksheets/sheet1.bin", b""),
            ("xl/sharedStrings.bin", b""),
            ("xl/styles.bin", b""),
            // One sheet “a”, related as “r1”: the record of a sheet, the end of the sheets, the end of the names.
            (
                "xl/workbook.bin",
                b"\x9c\x01\x16\0\0\0\0\x01\0\0\0\x02\0\0\0r\x001\0\x01\0\0\0a\0\x90\x01\0\x9d\x01\0",
            ),
            (
                "xl/_rels/workbook.bin.rels",
                b"<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/\
                  relationships/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>",
            ),
            ("xl/worksheets/sheet2.bin", b""),
            ("xl/worksheets/sheet3.bin", b""),
        ],
    },
    Packing {
        letter: b'o',
        parts: &[
            ("content.xml", b""),
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b""),
        ],
    },
];

/// The stream of the old format, packed into its container.
const STREAM: u8 = b's';

/// The workbook that bytes are the parts of; `None` when they are no parts.
pub fn workbook_of(bytes: &[u8]) -> Option<Vec<u8>> {
    let (letter, rest) = bytes.split_first()?;
    let mut given = split(rest);
    let long = letter.is_ascii_uppercase().then(|| stretched(given[0]));
    if let Some(long) = &long {
        given[0] = long;
    }
    if letter.to_ascii_lowercase() == STREAM {
        return Some(container(given[0]));
    }
    let packing = PACKINGS.iter().find(|packing| packing.letter == letter.to_ascii_lowercase())?;
    let mut given = given.into_iter();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, instead) in packing.parts {
        let part = given.next().filter(|part| !part.is_empty()).unwrap_or(instead);
        if part.is_empty() {
            continue;
        }
        archive.start_file(*name, plain).expect("each name stands once");
        archive.write_all(part).expect("memory takes everything");
    }
    Some(archive.finish().expect("memory takes everything").into_inner())
}

/// The parts that a workbook consists of, as [`workbook_of`] takes them; `None` when it is none.
pub fn parts_of(file: &[u8]) -> Option<Vec<u8>> {
    if file.starts_with(b"\xd0\xcf\x11\xe0") {
        let at = file.windows(4).position(|start| start == b"\x09\x08\x10\0")?;
        return Some([&[STREAM], &file[at..]].concat());
    }
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let packing = PACKINGS.iter().find(|packing| archive.index_for_name(packing.parts[0].0).is_some())?;
    let mut parts = Vec::new();
    for (name, _) in packing.parts {
        let mut part = Vec::new();
        if let Ok(mut entry) = archive.by_name(name) {
            entry.read_to_end(&mut part).ok()?;
        }
        parts.push(part);
    }
    Some([&[packing.letter], parts.join(MARK).as_slice()].concat())
}

/// The first line of some bytes, then the others over and over: what takes more time or memory than its length allows
/// shows only where it is long.
pub(super) fn stretched(bytes: &[u8]) -> Vec<u8> {
    const LONG: usize = 100_000;
    let end = bytes.iter().position(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let (first, piece) = bytes.split_at(end);
    [first, &piece.repeat(LONG / piece.len().max(1))].concat()
}

fn split(mut rest: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    while let Some(at) = rest.windows(MARK.len()).position(|mark| mark == MARK) {
        parts.push(&rest[..at]);
        rest = &rest[at + MARK.len()..];
    }
    parts.push(rest);
    parts
}

/// The old container with one stream in it: header, one sector of chains, one of names, then the stream.
fn container(stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xffff_fffe;
    // Shorter streams are kept in another way, and longer ones need more chains.
    let length = stream.len().clamp(4096, 126 * SECTOR);
    let sectors = length.div_ceil(SECTOR);
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(24, 0);
    for number in [0x3e_u16, 3, 0xfffe, 9, 6] {
        file.extend(number.to_le_bytes());
    }
    file.resize(44, 0);
    for number in [1, 1, 0, 4096, END, 0, END, 0, 0] {
        file.extend(u32::to_le_bytes(number));
    }
    file.resize(SECTOR, 0xff);
    file.extend([0xffff_fffd, END].map(u32::to_le_bytes).concat());
    for sector in 2..u32::try_from(sectors).expect("not many") + 2 {
        let last = sector as usize == sectors + 1;
        file.extend(if last { END } else { sector + 1 }.to_le_bytes());
    }
    file.resize(2 * SECTOR, 0xff);
    for (name, kind, start, length) in [("Root Entry", 5, END, 0), ("Workbook", 2, 2, length)] {
        let entry = file.len();
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(entry + 64, 0);
        file.extend(u16::try_from(2 * name.len() + 2).expect("short").to_le_bytes());
        file.extend([kind, 1]);
        file.extend([u32::MAX, u32::MAX, if kind == 5 { 1 } else { u32::MAX }].map(u32::to_le_bytes).concat());
        file.resize(entry + 116, 0);
        file.extend(start.to_le_bytes());
        file.extend((length as u64).to_le_bytes());
    }
    file.resize(3 * SECTOR, 0);
    file.extend_from_slice(&stream[..stream.len().min(length)]);
    file.resize((3 + sectors) * SECTOR, 0);
    file
}
