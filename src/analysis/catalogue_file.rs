//! A catalogue of units as an office hands it in: the CSV that was saved here, or what Excel made of it, which may be a
//! workbook or a text in the encoding of its machine.

use std::rc::Rc;

use thiserror::Error;

use crate::intake::Hints;
use crate::intake::Intake;
use crate::intake::IntakeError;
use crate::intake::Row;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::CatalogueError;

/// Why a file gives no catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CatalogueFileError {
    /// It is no table.
    #[error("{0} Danh mục đơn vị cũ vẫn giữ.")]
    Intake(#[from] IntakeError),
    /// It is a table, and no catalogue.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
}

/// Reads a catalogue from the bytes of a file.
pub fn read_catalogue(bytes: &[u8]) -> Result<Rc<Catalogue>, CatalogueFileError> {
    // What is saved here is read as it stands: nothing has to be judged about its letters or its separator.
    let is_text = |text: &&str| text.chars().all(|letter| !letter.is_control() || matches!(letter, '\t' | '\r' | '\n'));
    let text = match std::str::from_utf8(bytes).ok().filter(is_text) {
        Some(text) => text.to_owned(),
        None => as_csv(&rows(bytes)?),
    };
    Ok(Rc::new(Catalogue::from_csv(&text)?))
}

fn rows(bytes: &[u8]) -> Result<Vec<Row>, IntakeError> {
    let weight = |cells: &[String]| cells.iter().filter(|cell| is_header(cell)).count();
    let mut rows = Vec::new();
    let mut intake = Intake::new(weight, Hints::default());
    intake.feed(bytes, &mut |row| rows.push(row))?;
    intake.finish(&mut |row| rows.push(row))?;
    Ok(rows)
}

/// The headers every catalogue has.
fn is_header(cell: &str) -> bool {
    matches!(fold(cell).as_str(), "ma" | "ten" | "loai" | "nhom")
}

/// The rows as a file of semicolons, each in the line of its number, so that faults are told where Excel shows them.
fn as_csv(rows: &[Row]) -> String {
    let mut text = String::new();
    let mut line = 1;
    for row in rows {
        while line < row.number {
            text.push('\n');
            line += 1;
        }
        let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\"").replace(['\r', '\n'], " "));
        text.push_str(&row.cells.iter().map(quoted).collect::<Vec<_>>().join(";"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str =
        "danh mục;tinh\r\ntên danh mục;Tỉnh mẫu\r\n\r\nmã;tên;loại;nhóm\r\nbac-ha;UBND xã Bắc Hà;xã;Cấp xã\r\n";

    #[test]
    fn a_catalogue_is_read_in_the_encodings_excel_saves_in() {
        let utf16: Vec<u8> =
            [0xfeff].into_iter().chain(SMALL.replace(';', "\t").encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let expected = Catalogue::from_csv(SMALL).unwrap();
        assert_eq!(read_catalogue(SMALL.as_bytes()).as_deref(), Ok(&expected));
        // «Unicode Text» of Excel: UTF-16 with tabs.
        assert_eq!(read_catalogue(&utf16).as_deref(), Ok(&expected));
    }

    #[test]
    fn a_fault_is_told_in_the_row_that_excel_shows() {
        let utf16: Vec<u8> = SMALL.replace(";xã;", ";làng;").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let error = read_catalogue(&utf16).unwrap_err().to_string();
        assert!(error.contains("Dòng 5, cột «loại»") && error.contains("«làng»"), "{error}");
    }

    #[test]
    fn what_is_no_table_is_told() {
        assert!(matches!(read_catalogue(b"\xd0\xcf\x11\xe0"), Err(CatalogueFileError::Intake(_))));
        assert!(matches!(read_catalogue(b""), Err(CatalogueFileError::Catalogue(_))));
    }
}
