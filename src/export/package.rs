//! A package: the parts of a workbook or of a text document, or whole files, zipped. The same parts give the same bytes,
//! on every machine and on every day.

use std::io::Cursor;
use std::io::Write;

use zip::CompressionMethod;
use zip::DateTime;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::xml::DECLARATION;
use super::xml::escape;

/// How hard to squeeze, of 9. Named, for what a package takes by itself may change under us.
const LEVEL: i64 = 6;

/// The day that stands in every document: a file tells what was found, not when.
const MADE: &str = "2000-01-01T00:00:00Z";

/// What the names of the format's own languages begin with.
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A package on its way.
pub(super) struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    /// An empty package.
    pub(super) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Adds a part under a name of its own.
    ///
    /// # Panics
    /// When two parts have one name, which no caller gives.
    pub(super) fn add(&mut self, name: &str, content: impl AsRef<[u8]>) {
        // The first day an archive can name.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default());
        self.0.start_file(name, options).expect("names of parts differ");
        self.0.write_all(content.as_ref()).expect("memory takes what is written to it");
    }

    /// The finished package.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.finish().expect("memory takes what is written to it").into_inner()
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
