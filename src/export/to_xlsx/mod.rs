//! Sheets as a workbook: the header of each stays in sight and is printed on every page, its rows are a table that can be
//! filtered and sorted, its texts are texts and its numbers numbers. The same sheets give the same bytes, on every
//! machine and on every day.
//!
//! Written by hand after ECMA-376, part 1: no more of the format than we need.

mod book;
mod page;
mod strings;
mod styles;
mod table;

use super::package::Package;
use super::package::app;
use super::package::core;
use super::package::relations;
use super::sheet::Sheet;
use strings::Strings;

/// What it is called on the way to a disk.
pub const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The main language of a workbook's parts, and of the relations between parts.
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Excel's limit: <https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3>.
const ROWS_BELOW_HEADER: usize = 1_048_575;

/// One sheet as a workbook; rows and texts beyond Excel's limits are cut off.
#[must_use]
pub fn to_xlsx(sheet: &Sheet) -> Vec<u8> {
    workbook(&sheet.title, std::slice::from_ref(sheet))
}

/// Sheets as one workbook with a title; rows and texts beyond Excel's limits are cut off.
#[must_use]
pub fn workbook(title: &str, sheets: &[Sheet]) -> Vec<u8> {
    let mut strings = Strings::default();
    let pages: Vec<String> =
        sheets.iter().enumerate().map(|(at, sheet)| page::page(sheet, at == 0, &mut strings)).collect();
    let mut package = Package::new();
    package.add("[Content_Types].xml", book::content_types(sheets));
    package.add("_rels/.rels", relations("xl/workbook.xml"));
    package.add("docProps/core.xml", core(title));
    package.add("docProps/app.xml", app());
    package.add("xl/workbook.xml", book::book(sheets));
    package.add("xl/_rels/workbook.xml.rels", book::book_relations(sheets));
    package.add("xl/styles.xml", styles::styles());
    package.add("xl/sharedStrings.xml", strings.part());
    for ((number, sheet), page) in (1..).zip(sheets).zip(pages) {
        package.add(&format!("xl/worksheets/sheet{number}.xml"), page);
        if table::is_one(sheet) {
            package.add(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), table::relations(number));
            package.add(&format!("xl/tables/table{number}.xml"), table::table(sheet, number));
        }
    }
    package.into_bytes()
}

/// The address of a cell, both numbers counted from 1: `B3`.
fn address(row: usize, column: usize) -> String {
    format!("{}{row}", crate::domain::Place::letters(u32::try_from(column).unwrap_or(u32::MAX)))
}

/// The area of a whole sheet, its header included: `A1:K12`.
fn area(sheet: &Sheet) -> String {
    let rows = sheet.rows.len().min(ROWS_BELOW_HEADER);
    format!("A1:{}", address(rows + 1, sheet.columns.len().max(1)))
}

// The reader that reads back is not there in tests for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
