//! A package: the parts of a workbook or of a text document, or whole files, zipped. The same parts give the same bytes,
//! on every machine and on every day.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::CompressionMethod;
use rawzip::DataDescriptorOutput;
use rawzip::ZipArchiveWriter;
use rawzip::time::UtcDateTime;

use super::xml::DECLARATION;
use super::xml::escape;
use crate::domain::Checksum;

/// How hard to squeeze, of 9. Named, for what a package takes by itself may change under us.
const LEVEL: u32 = 6;

/// The day that stands in every document: a file tells what was found, not when.
const MADE: &str = "2000-01-01T00:00:00Z";

/// What the names of the format's own languages begin with.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A package on its way.
pub(super) struct Package(ZipArchiveWriter<Vec<u8>>);

impl Package {
    /// An empty package.
    pub(super) fn new() -> Self {
        Self(ZipArchiveWriter::new(Vec::new()))
    }

    /// Adds a part under a name that no other has.
    ///
    /// # Panics
    /// When the name is longer than 64 kB, which no caller gives.
    pub(super) fn add(&mut self, name: &str, content: impl AsRef<[u8]>) {
        let content = content.as_ref();
        // The first day an archive can name.
        let day = UtcDateTime::from_components(1980, 1, 1, 0, 0, 0, 0).expect("a day");
        let part = self.0.new_file(name).compression_method(CompressionMethod::DEFLATE).last_modified(day);
        let (mut part, _) = part.start().expect("a short name");
        let mut encoder = DeflateEncoder::new(&mut part, Compression::new(LEVEL));
        encoder.write_all(content).and_then(|()| encoder.finish()).expect("memory takes what is written to it");
        let said = DataDescriptorOutput::new(Checksum::of(content), content.len() as u64);
        part.finish(said).expect("memory takes what is written to it");
    }

    /// The finished package.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.finish().expect("memory takes what is written to it")
    }
}

/// Where a reader begins: at the main part, and at what is said about the whole.
pub(super) fn relations(main: &str) -> String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"{main}\"/>\
         <Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{office}/extended-properties\" Target=\"docProps/app.xml\"/></Relationships>"
    )
}

/// Title, maker and day.
pub(super) fn core(title: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:creator>sohoa</dc:creator>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{MADE}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{MADE}</dcterms:modified></cp:coreProperties>",
        escape(title)
    )
}

/// The program.
pub(super) fn app() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>sohoa</Application></Properties>"
    )
}

// The reader that reads back belongs to the same crate; other people's read packages in `tests/`.
#[cfg(test)]
mod tests {
    use std::io::Cursor;
    use std::io::Read;

    use super::*;

    #[test]
    fn parts_come_back_in_their_order_and_their_day_is_fixed() {
        let mut package = Package::new();
        package.add("a.xml", "một");
        package.add("b/c.bin", [0, 255]);
        let mut archive = zip::ZipArchive::new(Cursor::new(package.into_bytes())).unwrap();
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut file = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            let day = file.last_modified().map(|day| (day.year(), day.month(), day.day(), day.second()));
            parts.push((file.name().unwrap().into_owned(), content, day));
        }
        let day = Some((1980, 1, 1, 0));
        let expected =
            [("a.xml".to_owned(), "một".as_bytes().to_vec(), day), ("b/c.bin".to_owned(), vec![0, 255], day)];
        assert_eq!(parts, expected);
    }
}
