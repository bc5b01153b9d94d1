//! OpenDocument → sheets, from the packed file or from one XML file.

use super::Trouble;
use super::archive::Archive;
use super::in_xml::Begins;
use super::in_xml::Form;
use super::in_xml::InXml;
use super::ods_table::Table;
use super::pieces::PartPieces;
use crate::domain::Set;
use crate::intake::sheet::TakeCells;
use crate::intake::xml::Tag;

/// The part that holds the sheets.
const CONTENT: &str = "content.xml";

/// How OpenDocument writes its sheets.
#[derive(Default)]
pub(super) struct OpenDocument {
    /// Styles of sheets that are not displayed, and the style in hand.
    hiding: Set<String>,
    style: String,
    table: Table,
}

/// Opens the packed file.
pub(super) fn open(mut archive: Archive) -> Result<InXml<OpenDocument>, Trouble> {
    // The list of parts is read in plain even where the parts are not.
    if archive.text("META-INF/manifest.xml")?.is_some_and(|list| list.contains("encryption-data")) {
        return Err(Trouble::Password);
    }
    if archive.text("mimetype")?.is_some_and(|kind| kind.trim_end().ends_with("opendocument.text")) {
        return Err(Trouble::Text { format: "văn bản (.odt)" });
    }
    InXml::open(Box::new(move || Ok(PartPieces::of(archive.unfolding(CONTENT)?.ok_or(Trouble::Damaged)?))))
}

impl Form for OpenDocument {
    const OUTERMOST: &'static [&'static str] = &["document-content", "document"];

    fn begins(&mut self, tag: &Tag) -> Begins {
        match tag.name {
            "style" => self.style = tag.get("style:name").unwrap_or_default().into_owned(),
            "text-properties" => self.table.note_look(&self.style, tag),
            "table-properties" if tag.get("table:display").as_deref() == Some("false") => {
                self.hiding.insert(self.style.clone());
            }
            // What was changed lists old cells.
            "tracked-changes" => return Begins::Passed("tracked-changes"),
            "table" => {
                let hidden = tag.get("table:style-name").is_some_and(|style| self.hiding.contains(&*style));
                self.table.begin();
                return Begins::Sheet { name: tag.get("table:name").unwrap_or_default().into_owned(), hidden };
            }
            _ => {}
        }
        Begins::Nothing
    }

    fn read(&mut self, pieces: &mut PartPieces, cells: &mut dyn TakeCells) -> Result<bool, Trouble> {
        self.table.read(pieces, cells)
    }
}

#[cfg(test)]
mod tests {
    use super::super::in_xml::sheets;
    use super::*;
    use crate::intake::sheet::Sheet;

    fn read(text: &'static str) -> Sheet {
        sheets::<OpenDocument>(text).unwrap().remove(0)
    }

    #[test]
    fn repeated_cells_and_rows_keep_their_places() {
        let sheet = read(
            "<office:document-content><table:table table:name='a'><table:table-row table:number-rows-repeated='2'>\
             <table:table-cell/><table:table-cell table:number-columns-repeated='2' office:value-type='float' \
             office:value='5'/></table:table-row><table:table-row table:number-rows-repeated='1048574'>\
             <table:table-cell/></table:table-row></table:table></office:document-content>",
        );
        assert_eq!(sheet.rows.len(), 2);
        assert_eq!(sheet.rows[1].cells, ["", "5", "5"]);
    }

    #[test]
    fn notes_in_the_margin_and_old_cells_are_no_text() {
        let sheet = read(
            "<office:document-content><table:tracked-changes><table:table-cell><text:p>cũ</text:p></table:table-cell>\
             </table:tracked-changes><table:table table:name='a'><table:table-row><table:table-cell \
             office:value-type='string'><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>Bảo\
             <text:s text:c='2'/><text:span>Yên</text:span></text:p><text:p>x</text:p></table:table-cell>\
             </table:table-row></table:table></office:document-content>",
        );
        assert_eq!(sheet.rows[0].cells, ["Bảo  Yên\nx"]);
    }
}
