//! A sheet's rows as a table of Excel: filtered, sorted and striped, with a name that formulas can use.

use super::MAIN;
use super::RELATIONS;
use super::area;
use super::strings::spelled;
use crate::export::sheet::Sheet;
use crate::export::xml::DECLARATION;
use crate::export::xml::escape;

/// Whether a sheet has a table: Excel refuses one without a row.
pub(super) fn is_one(sheet: &Sheet) -> bool {
    !sheet.rows.is_empty()
}

/// The sheet's table as a part of the package.
pub(super) fn table(sheet: &Sheet, number: usize) -> String {
    let (name, area) = (sheet.table, area(sheet));
    let columns: String = (1..)
        .zip(&sheet.columns)
        .map(|(id, column)| format!("<tableColumn id=\"{id}\" name=\"{}\"/>", escape(&spelled(&column.header))))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "{DECLARATION}<table xmlns=\"{MAIN}\" id=\"{number}\" name=\"{name}\" displayName=\"{name}\" ref=\"{area}\" \
         totalsRowShown=\"0\"><autoFilter ref=\"{area}\"/><tableColumns count=\"{}\">{columns}</tableColumns>\
         <tableStyleInfo name=\"TableStyleLight1\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"0\" \
         showColumnStripes=\"0\"/></table>",
        sheet.columns.len()
    )
}

/// What joins a sheet to its table.
pub(super) fn relations(number: usize) -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{RELATIONS}/table\" Target=\"../tables/table{number}.xml\"/></Relationships>"
    )
}
