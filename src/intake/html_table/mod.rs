//! Tables in markup: the “Excel” files that one-stop systems make of a web page, what Excel and Word save as a web page
//! or put on the clipboard. A small reader of tags; what such files leave out (closing tags, quotes) it does without.

mod around;
mod letters;
mod open;
mod reader;
mod said;
mod stored;
mod styles;
mod tag;

use std::rc::Rc;

use reader::Done;
use reader::Reader;
use reader::Way;
use styles::Styles;
use tag::Tag;

use super::grid::Budget;
use super::grid::TooMuch;
use super::sheet::Sheet;
use super::sheet::TakeCells;

/// Whether a text begins as markup with a table in it.
pub(super) fn may_be(text: &str) -> bool {
    let start = text.trim_start();
    let head = floor(start, 4096).to_ascii_lowercase();
    // The clipboard's own header stands above its markup.
    let is_clipboard = head.starts_with("version:") && head.contains("starthtml:");
    (start.starts_with('<') || is_clipboard)
        && ["<table", "<html", "<!doctype html", "<meta"].iter().any(|tag| head.contains(tag))
}

/// The first bytes of a text, cut between letters.
fn floor(text: &str, most: usize) -> &str {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}

/// The tables of a text, read a little at a time. Read once, every table is kept, or its first rows; read once more, the
/// rows of one are given.
pub(super) struct Tables {
    text: String,
    at: usize,
    reader: Reader,
    styles: Styles,
}

impl Tables {
    /// Keeps so many rows of each table.
    pub(super) fn of(text: String, keep: usize, budget: &Rc<Budget>) -> Self {
        let way = Way::Kept { keep, budget: Rc::clone(budget) };
        Self { text, at: 0, reader: Reader::new(way), styles: Styles::default() }
    }

    /// Begins anew, to give the cells of the table with this place alone.
    pub(super) fn again(self, table: usize) -> Self {
        Self { at: 0, reader: Reader::new(Way::Given(table)), ..self }
    }

    /// Reads on; says whether there is more.
    pub(super) fn read(&mut self, give: &mut dyn TakeCells) -> Result<bool, TooMuch> {
        let until = self.at + GO;
        while self.at < until {
            let rest = &self.text[self.at..];
            let Some(at) = memchr::memchr(b'<', rest.as_bytes()) else {
                self.reader.letters(rest);
                self.at = self.text.len();
                self.reader.finish(give)?;
                return Ok(false);
            };
            self.reader.letters(&rest[..at]);
            let mut rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix("!--") {
                rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            } else {
                let mut tag;
                (tag, rest) = Tag::read(rest);
                if matches!(tag.name.as_str(), "script" | "style" | "xml") && !tag.closes {
                    // What stands inside is no text of the page.
                    let inside = rest;
                    rest = closing(rest, &tag.name);
                    if tag.name == "style" {
                        self.styles.add(&inside[..inside.len() - rest.len()]);
                    }
                } else {
                    tag.is_unseen = self.styles.hide(&tag);
                    self.reader.tag(&tag, give)?;
                }
            }
            self.at = self.text.len() - rest.len();
        }
        Ok(true)
    }

    /// How many bytes are done with, and how many there are.
    pub(super) fn far(&self) -> (u64, u64) {
        (self.at as u64, self.text.len() as u64)
    }

    /// The tables that hold anything, inner ones before those around them, each with its place.
    pub(super) fn done(&mut self) -> Vec<(Place, Sheet)> {
        let done = std::mem::take(&mut self.reader.done).into_iter();
        done.map(|Done { place, sheet, caption, lines, begun }| (Place { at: place, caption, lines, begun }, sheet))
            .collect()
    }

    /// The titles of a table: what stands above it outside of tables, below the last of these others, and its caption.
    pub(super) fn titles<'text>(
        &'text self,
        table: &'text Place,
        others: impl Iterator<Item = &'text Place>,
    ) -> impl Iterator<Item = &'text String> {
        let above = others.filter(|other| other.begun <= table.at).map(|other| other.lines.1);
        let lines = self.reader.around.between(above.max().unwrap_or(0), table.lines.0);
        lines.chain(Some(&table.caption).filter(|caption| !caption.trim().is_empty()))
    }

    /// Whether the text ended within a table.
    pub(super) fn are_cut_off(&self) -> bool {
        self.reader.cut_off
    }

    /// Where the parts of a page stand that consists of frames.
    pub(super) fn pages(&self) -> &[String] {
        &self.reader.around.pages
    }
}

/// Where a table stands in its page.
pub(super) struct Place {
    /// Its number among all that began, counted from 0.
    pub(super) at: usize,
    caption: String,
    /// How many lines stand above it, and how many have come at its end.
    lines: (usize, usize),
    /// How many tables had begun at its end.
    begun: usize,
}

/// Bytes that are read at one go.
const GO: usize = 16 << 10;

/// What follows from the closing tag of this name on.
fn closing<'text>(text: &'text str, name: &str) -> &'text str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at..];
        if rest.get(2..2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return rest;
        }
        rest = &rest[2..];
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::reader::DEPTH_LIMIT;
    use super::*;
    use crate::intake::sheet::Nowhere;

    fn tables(text: &str) -> Vec<Sheet> {
        let mut tables = Tables::of(text.to_owned(), usize::MAX, &Rc::new(Budget::new()));
        while tables.read(&mut Nowhere).unwrap() {}
        tables.done().into_iter().map(|(_, table)| table).collect()
    }

    fn rows(text: &str, table: usize) -> Vec<Vec<String>> {
        let mut tables = tables(text);
        tables.swap_remove(table).rows.into_iter().map(|row| row.cells).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&[&str]]) {
        assert_eq!(rows(text, 0), expected);
    }

    #[test]
    fn a_web_page_saved_as_a_workbook_gives_its_cells() {
        case(
            "<html><head><style>td{a:b}</style></head><body><TABLE border=1>\n<tr><th>STT<th>Đơn vị</tr>\
             <tr><td>1</td><td> UBND&nbsp;huyện\n  <b>Bảo</b> Y&#234;n<br>(tỉnh)</td></tr></TABLE></body></html>",
            &[&["STT", "Đơn vị"], &["1", "UBND huyện Bảo Yên (tỉnh)"]],
        );
    }

    #[test]
    fn spanning_cells_keep_their_columns() {
        case(
            "<table><tr><th rowspan=2>Đơn vị</th><th colspan='2'>Số hóa</th></tr><tr><td>Tỷ lệ</td><td>Ghi chú</td></tr>\
             <tr><td>A<td>5%<td></table>",
            &[&["Đơn vị", "Số hóa", ""], &["Đơn vị", "Tỷ lệ", "Ghi chú"], &["A", "5%", ""]],
        );
    }

    #[test]
    fn a_table_within_a_cell_is_a_table_and_its_letters_are_the_cells() {
        let text = "<table><tr><td>Bảo cáo<td><table><tr><td>Bảo</td><td>Yên</td></tr></table></td></tr></table>";
        assert_eq!(rows(text, 0), [["Bảo", "Yên"]]);
        assert_eq!(rows(text, 1), [["Bảo cáo", "Bảo Yên"]]);
    }

    #[test]
    fn what_excel_and_word_put_on_the_clipboard_gives_its_cells() {
        case(
            "Version:1.0\r\nStartHTML:0000000105\r\n<html xmlns:o=\"urn\"><head><style><!-- .x{mso-number-format:\"0%\"} -->\
             </style><!--[if gte mso 9]><xml><x:Table/></xml><![endif]--></head><body><table><!--StartFragment-->\
             <col width=64><tr height=20><td class=xl65>UBND huyện<span style='mso-spacerun:yes'>  </span>Bảo Yên</td>\
             <td align=right x:num=\"0.72299999999999998\">72%</td><td x:num>366</td>\
             <td x:num=\"1343\">1.343<span style='mso-spacerun:yes'> </span></td><td x:num=\"45082\">05/06/2023</td>\
             <td x:num=\"1\">1 hồ sơ</td></tr><tr><td><p class=MsoNormal>Sa Pa<o:p></o:p></p></td></tr>\
             <!--EndFragment--></table></body></html>",
            &[&["UBND huyện Bảo Yên", "72.3%", "366", "1343", "05/06/2023", "1 hồ sơ"], &["Sa Pa", "", "", "", "", ""]],
        );
    }

    #[test]
    fn what_a_browser_hides_is_not_read_in_a_cell_and_told_of_a_row() {
        let text = "<table><col><col span=1 style='display:none'><tr><td><span style=\"display: none\">0723<span>a</span>\
             </span>72,3%</td><td>x</td></tr><tr style='display:none'><td>5</td></tr></table>";
        assert_eq!(rows(text, 0), [["72,3%", "x"], ["5", ""]]);
        let table = tables(text).remove(0);
        assert_eq!((table.beside.hidden_rows[0].row, table.beside.hidden_rows.len()), (Some(2), 1));
        assert_eq!((table.beside.hidden_columns[0].column, table.beside.hidden_columns.len()), (Some(2), 1));
    }

    #[test]
    fn what_a_style_sheet_hides_is_not_seen() {
        let styles = "<style><!-- .An, tr.gone { display : none } /* .shown{display:none} */ #x1{visibility:hidden!important}\
             .back{display:none} .back{display:table-row} @media print { .paper{display:none} } .around .shown{display:none}\
             @media (min-width:9px) { .wide{display:table-row} } .wide{display:none} td.wide{display:none!important} --></style>";
        let hidden = |row: &str| {
            let text = format!("{styles}<table><tr><td>a</td></tr>{row}<td>b</td></tr></table>");
            tables(&text)[0].beside.hidden_rows.len() == 1
        };
        for row in [
            "<tr class=an>",
            "<tr class='a Gone'>",
            "<tr id=x1>",
            "<tr style='display:none' class=back>",
            "<tr class=wide>",
        ] {
            assert!(hidden(row), "{row}");
        }
        let shown = [
            "<tr class=gone-by>",
            "<tr class=back>",
            "<tr class='paper shown'>",
            "<tr class=an style='display:table-row'>",
        ];
        assert!(!shown.iter().any(|row| hidden(row)));
        let deep = format!("<style>{}</style><table><tr><td>a</table>", "@media a{".repeat(100_000));
        assert_eq!(rows(&deep, 0), [["a"]]);
        // Within a cell it is not read, and a column of hidden cells is one.
        let text = format!("{styles}<table><tr><td>5<span class=an>0723</span><td class=an>x</table>");
        assert_eq!(rows(&text, 0), [["5", "x"]]);
        assert_eq!(tables(&text)[0].beside.hidden_columns.len(), 1);
    }

    #[test]
    fn damage_is_read_as_far_as_it_goes() {
        case("<table><tr><td>a<td>b&unknown; <td title=\"x>y\">c</td><td>d", &[&["a", "b&unknown;", "c"]]);
        assert!(tables("<table").is_empty());
        assert!(tables("<html><body>không có bảng").is_empty());
        assert_eq!(tables(&"<table><tr><td>a</td><td>".repeat(10_000)).len(), DEPTH_LIMIT);
    }

    #[test]
    fn a_table_that_the_text_ends_in_is_told_and_its_last_cell_is_not_read() {
        let cut_off = |text: &str| {
            let table = tables(text).remove(0);
            let told = table.beside.cut_off.map(|told| (told.row, told.column));
            (told, table.rows.last().unwrap().cells.concat())
        };
        let whole = "<table><tr><td>a</td><td>b</td></tr>";
        assert_eq!(cut_off(&format!("{whole}<tr><td>c</td><td>42")), (Some((Some(2), Some(2))), "c".to_owned()));
        assert_eq!(cut_off(&format!("{whole}<tr><td>c</td><td>42</t")), (Some((Some(2), Some(2))), "c".to_owned()));
        assert_eq!(cut_off(&format!("{whole}<tr><td>c</td>")), (Some((Some(2), None)), "c".to_owned()));
        assert_eq!(cut_off(whole), (Some((Some(1), None)), "ab".to_owned()));
        // The page says that it ends, or the table does.
        assert_eq!(cut_off(&format!("<html>{whole}<tr><td>c<td>42</html>")), (None, "c42".to_owned()));
        assert_eq!(cut_off(&format!("<html>{whole}<tr><td>c<td>42</table>")), (None, "c42".to_owned()));
    }

    #[test]
    fn only_markup_is_markup() {
        assert!(may_be("\n<html><body>") && may_be("<TABLE>"));
        assert!(!may_be("<b>;Tên đơn vị") && !may_be("STT;<table>"));
    }
}
