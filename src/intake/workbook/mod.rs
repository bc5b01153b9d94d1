//! Workbooks → sheets of rows: xlsx, xlsb, xls, ods and the XML workbooks of 2003. A workbook is no stream, so its bytes
//! are held until the last has come. The readers are our own: they need what stands beside the values (percent formats,
//! merged areas, hidden rows, formulas without a value), and must neither panic nor grow with what a file claims.

mod archive;
mod biff;
mod coming;
mod container;
mod folding;
mod in_xml;
mod ods;
mod ods_table;
mod pieces;
mod plain_cell;
mod relations;
mod rich;
mod shown;
mod strings;
mod unfolding;
mod xls;
mod xls_cells;
mod xlsb;
mod xlsb_records;
mod xlsx;
mod xlsx_cells;
mod xml2003;

use archive::Archive;
pub(super) use coming::Coming;
pub(super) use coming::SIZE_LIMIT;
use unfolding::Held;

use super::IntakeError;
use super::grid::Budget;
use super::grid::TooMuch;
use super::sheet::TakeCells;
use super::xml::Piece;
use super::xml::Pieces;

/// Most sheets that are read of one workbook.
const SHEETS_LIMIT: usize = 500;

/// Which kind of workbook a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// Excel since 2007, binary.
    Xlsb,
    /// Excel until 2003.
    Xls,
    /// OpenDocument, packed or as one XML file.
    Ods,
    /// The XML workbook of Excel 2003.
    Xml2003,
}

impl Kind {
    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xlsb => "xlsb",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Xml2003 => "xml",
        }
    }

    /// The kind with this stable word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Xlsx, Self::Xlsb, Self::Xls, Self::Ods, Self::Xml2003].into_iter().find(|kind| kind.code() == code)
    }
}

/// Why a workbook cannot be read, before it is put in a sentence.
#[derive(Debug)]
pub(super) enum Trouble {
    Password,
    TooManyCells,
    TooManyParts,
    UnfoldsTooLarge {
        megabytes: u64,
    },
    /// A document, in which tables may stand.
    Text {
        format: &'static str,
    },
    Damaged,
}

impl From<TooMuch> for Trouble {
    fn from(TooMuch: TooMuch) -> Self {
        Self::TooManyCells
    }
}

impl From<Trouble> for IntakeError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Password => Self::Password,
            Trouble::TooManyCells => Self::SheetTooLarge { limit: Budget::CELLS },
            Trouble::TooManyParts => Self::Zipped { holds: "hàng nghìn tệp".to_owned() },
            Trouble::UnfoldsTooLarge { megabytes } => Self::WorkbookTooLarge { megabytes },
            Trouble::Text { format } => Self::OtherFormat {
                format,
                remedy: "Hãy chọn bảng tính hoặc tệp CSV; nếu bảng nằm trong tệp này, mở nó, bôi đen bảng, sao chép rồi dán vào ô «Dán bảng».",
            },
            Trouble::Damaged => Self::WorkbookDamaged,
        }
    }
}

/// Whether the first bytes are an archive's or an old binary's, which workbooks are.
pub(super) fn may_be(head: &[u8]) -> bool {
    // An archive without parts is its end alone.
    let starts: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0"];
    starts.iter().any(|start| head.starts_with(start)) || xls::is_bare(head)
}

/// Bytes of an empty line or a mark of order that a careless program put before a workbook; none before anything else.
pub(super) fn lead(head: &[u8]) -> usize {
    let is_lead = |byte: &u8| matches!(byte, b' ' | b'\r' | b'\n' | b'\t' | 0xef | 0xbb | 0xbf);
    let lead = head.iter().take_while(|byte| is_lead(byte)).count();
    let is_packed = head[lead..].starts_with(b"PK\x03\x04") || head[lead..].starts_with(b"\xd0\xcf\x11\xe0");
    if is_packed { lead } else { 0 }
}

/// Which workbook in XML a text is.
pub(super) fn xml_kind(text: &str) -> Option<Kind> {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
    // A cell of a text table may hold a tag.
    let first = Pieces::of(text).take(if text.starts_with('<') { 8 } else { 0 });
    let mut tags = first.filter_map(|piece| if let Piece::Open(tag) = piece { Some(tag) } else { None });
    let tag = tags.next()?;
    match tag.name {
        "Workbook" => Some(Kind::Xml2003),
        "document" if tag.get("office:mimetype").is_some_and(|kind| kind.ends_with("spreadsheet")) => Some(Kind::Ods),
        _ => None,
    }
}

/// What a workbook says at one go.
pub(super) enum Found {
    /// Whatever was taken; there is more.
    More,
    /// A sheet begins.
    Sheet { name: String, hidden: bool },
    /// It ends.
    SheetEnd,
    /// Nothing follows.
    End,
}

/// Sổ: a workbook that is read a little at a time, sheet after sheet.
pub(super) trait Book {
    /// Reads on, to the end of a row or so.
    fn read(&mut self, cells: &mut dyn TakeCells) -> Result<Found, Trouble>;

    /// Goes back to the begin of a sheet, counted from 0 in the order in which they came.
    fn again(&mut self, sheet: usize) -> Result<(), Trouble>;

    /// How many bytes were passed since the begin, unfolded, all readings together.
    fn passed(&self) -> u64;

    /// How many bytes of the file are done with in this reading, and how many it has.
    fn far(&self) -> (u64, u64);
}

/// A workbook by its bytes.
fn opened(bytes: Vec<u8>) -> Result<(Kind, Box<dyn Book>), IntakeError> {
    if !bytes.starts_with(b"PK") {
        return Ok((Kind::Xls, Box::new(xls::Xls::open(bytes)?)));
    }
    let archive = Archive::open(Held::new(bytes))?;
    let kind = kind_of(&archive)?;
    let book: Box<dyn Book> = match kind {
        Kind::Ods => Box::new(ods::open(archive)?),
        Kind::Xlsb => Box::new(xlsb::Xlsb::open(archive)?),
        _ => Box::new(xlsx::Xlsx::open(archive)?),
    };
    Ok((kind, book))
}

/// The sentence for a sheet that holds more than any table.
pub(super) fn too_much(trouble: TooMuch) -> IntakeError {
    Trouble::from(trouble).into()
}

/// Which workbook an archive is, by the names of its parts.
fn kind_of(archive: &Archive) -> Result<Kind, IntakeError> {
    if archive.holds("xl/workbook.bin") {
        return Ok(Kind::Xlsb);
    }
    if archive.holds("content.xml") {
        return Ok(Kind::Ods);
    }
    // The parts of a workbook may lie in any folder.
    let is_main = |name: &str| name.starts_with("xl/") || name == "workbook.xml" || name.ends_with("/workbook.xml");
    if archive.names().any(is_main) {
        return Ok(Kind::Xlsx);
    }
    if archive.holds("word/document.xml") {
        return Err(Trouble::Text { format: "văn bản Word (.docx)" }.into());
    }
    if archive.holds("ppt/presentation.xml") {
        return Err(Trouble::Text { format: "bản trình chiếu PowerPoint (.pptx)" }.into());
    }
    let names: Vec<&str> = archive.names().filter(|name| !name.ends_with('/')).collect();
    let other = |format, remedy| Err(IntakeError::OtherFormat { format, remedy });
    if names.is_empty() {
        return other(
            "tệp nén (.zip) không có tệp nào bên trong",
            "Hãy tải hoặc xuất lại tệp từ hệ thống nguồn rồi chọn lại.",
        );
    }
    if archive.holds("index/document.iwa") {
        return other(
            "tài liệu của Apple (Numbers, Pages hoặc Keynote)",
            "Hãy mở bằng chương trình đó, xuất sang Excel (.xlsx) hoặc CSV, rồi chọn tệp mới.",
        );
    }
    let holds = match names[..] {
        [one] => format!("tệp «{one}»"),
        _ => format!("{} tệp («{}», …)", names.len(), names[0]),
    };
    Err(IntakeError::Zipped { holds })
}

/// All sheets of a workbook, each as a whole.
#[cfg(test)]
fn sheets(book: &mut dyn Book) -> Result<Vec<super::sheet::Sheet>, Trouble> {
    let budget = std::rc::Rc::new(Budget::new());
    let building = |name, hidden| super::sheet::Building::of_first_rows(name, hidden, usize::MAX, &budget);
    let (mut sheets, mut open) = (Vec::new(), building(String::new(), false));
    loop {
        match book.read(&mut open)? {
            Found::More => {}
            Found::Sheet { name, hidden } => open = building(name, hidden),
            Found::SheetEnd => {
                sheets.push(std::mem::replace(&mut open, building(String::new(), false)).finish()?);
            }
            Found::End => return Ok(sheets),
        }
    }
}
