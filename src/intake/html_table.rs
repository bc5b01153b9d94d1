//! Tables in markup: the “Excel” files that one-stop systems make of a web page, and the XML workbooks of Excel 2003. A
//! small reader of tags; what such files leave out (closing tags, quotes) it does without.

use super::Row;

/// Columns a cell may span or skip to; more is damage.
const SPAN_LIMIT: usize = 1000;
/// Empty columns that wide cells may make in one file, so that a small file cannot fill the memory.
const WIDENED_LIMIT: usize = 1_000_000;

/// Whether a text begins as markup with a table in it.
pub(super) fn may_be(text: &str) -> bool {
    let start = text.trim_start();
    let lower = |text: &str| text.get(..text.len().min(4096)).map_or_else(String::new, str::to_ascii_lowercase);
    start.starts_with('<') && {
        let head = lower(floor(start, 4096));
        ["<table", "<html", "<!doctype html", "<meta", "<workbook", "<ss:workbook"].iter().any(|tag| head.contains(tag))
    }
}

/// The first bytes of a text, cut between letters.
fn floor(text: &str, most: usize) -> &str {
    let mut at = most.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    &text[..at]
}

/// The rows of every table that stands in no other, in the order of the text.
pub(super) fn tables(text: &str) -> Vec<Vec<Row>> {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        reader.letters(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.find("-->").map_or("", |end| &after[end + 3..]);
            continue;
        }
        let end = end_of_tag(rest);
        let tag = Tag::parse(&rest[1..end]);
        rest = rest.get(end + 1..).unwrap_or("");
        if matches!(tag.name.as_str(), "script" | "style") && !tag.closes {
            // What stands inside is no text of the page.
            rest = closing(rest, &tag.name);
            continue;
        }
        reader.tag(&tag);
    }
    reader.letters(rest);
    reader.finish()
}

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

/// Where a tag ends; a `>` inside quotes is part of an attribute.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(1) {
        match (quote, letter) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// A tag's name without its prefix and case, and its attributes.
struct Tag {
    name: String,
    closes: bool,
    attributes: String,
}

impl Tag {
    fn parse(inside: &str) -> Self {
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let end = inside.find(|letter: char| letter.is_whitespace() || letter == '/').unwrap_or(inside.len());
        let name = inside[..end].to_ascii_lowercase();
        let name = name.rsplit(':').next().unwrap_or_default().to_owned();
        Self { name, closes, attributes: inside[end..].to_ascii_lowercase() }
    }

    /// The number an attribute holds, whatever its prefix and quotes.
    fn number(&self, attribute: &str) -> Option<usize> {
        let (_, rest) = self.attributes.split_once(&format!("{attribute}="))?;
        let digits = rest.trim_start_matches(['"', '\'']);
        let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        digits[..end].parse().ok().map(|number: usize| number.min(SPAN_LIMIT))
    }
}

/// Reads tags and letters into tables.
#[derive(Default)]
struct Reader {
    done: Vec<Vec<Row>>,
    rows: Vec<Row>,
    /// Tables open around what is read; what an inner table says belongs to the outer cell.
    depth: usize,
    row: Option<Vec<String>>,
    cell: Option<String>,
    /// Texts that cells give to the rows below: column, rows left (their own counted), text.
    spans: Vec<(usize, usize, String)>,
    /// Rows and columns that the open cell spans.
    height: usize,
    width: usize,
    /// Empty columns made so far.
    widened: usize,
}

impl Reader {
    fn letters(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            decode_into(text, cell);
        }
    }

    fn tag(&mut self, tag: &Tag) {
        match (tag.name.as_str(), tag.closes) {
            ("table" | "worksheet", false) => self.depth += 1,
            ("table" | "worksheet", true) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.end_table();
                }
            }
            _ if self.depth > 2 => {}
            ("tr" | "row", false) => {
                self.end_row();
                // Rows of an XML workbook may leave some out.
                if let Some(number) = tag.number("index") {
                    while self.rows.len() + 1 < number {
                        self.push(Vec::new());
                    }
                }
                self.row = Some(Vec::new());
            }
            ("tr" | "row", true) => self.end_row(),
            ("td" | "th" | "cell", false) => self.begin_cell(tag),
            ("td" | "th" | "cell", true) => self.end_cell(),
            ("br" | "p" | "div", _) => {
                if let Some(cell) = &mut self.cell {
                    cell.push(' ');
                }
            }
            _ => {}
        }
    }

    fn begin_cell(&mut self, tag: &Tag) {
        self.end_cell();
        let row = self.row.get_or_insert_default();
        take_spans(&mut self.spans, row);
        if let Some(column) = tag.number("index") {
            row.resize(row.len().max(column.saturating_sub(1)), String::new());
        }
        self.height = tag.number("rowspan").or_else(|| Some(tag.number("mergedown")? + 1)).unwrap_or(1).max(1);
        self.width = tag.number("colspan").or_else(|| Some(tag.number("mergeacross")? + 1)).unwrap_or(1).max(1);
        self.widened += self.width;
        if self.widened > WIDENED_LIMIT {
            self.width = 1;
        }
        self.cell = Some(String::new());
    }

    fn end_cell(&mut self) {
        let Some(text) = self.cell.take() else { return };
        let text = text.trim().to_owned();
        let row = self.row.get_or_insert_default();
        let column = row.len();
        if self.height > 1 {
            self.spans.push((column, self.height, text.clone()));
            for beside in 1..self.width {
                self.spans.push((column + beside, self.height, String::new()));
            }
        }
        row.push(text);
        // Columns of a wide cell stay empty, as a spreadsheet keeps merged ones.
        row.resize(column + self.width, String::new());
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(mut row) = self.row.take() {
            take_spans(&mut self.spans, &mut row);
            self.push(row);
            self.spans.retain_mut(|(_, left, _)| {
                *left -= 1;
                *left > 0
            });
        }
    }

    fn push(&mut self, cells: Vec<String>) {
        let number = u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.rows.push(Row { number, cells });
    }

    fn end_table(&mut self) {
        self.end_row();
        self.spans.clear();
        if !self.rows.is_empty() {
            self.done.push(std::mem::take(&mut self.rows));
        }
    }

    fn finish(mut self) -> Vec<Vec<Row>> {
        self.end_table();
        self.done
    }
}

/// Puts the texts that cells above give to the next columns of a row.
fn take_spans(spans: &mut [(usize, usize, String)], row: &mut Vec<String>) {
    while let Some((_, _, text)) = spans.iter().find(|(column, _, _)| *column == row.len()) {
        row.push(text.clone());
    }
}

/// Adds text with its entities as letters; runs of white space are one space.
fn decode_into(text: &str, cell: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        push_spaced(&rest[..at], cell);
        rest = &rest[at..];
        let end = rest[1..]
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '#'))
            .map_or(rest.len(), |end| end + 1);
        let Some(letter) = entity(&rest[1..end]) else {
            cell.push('&');
            rest = &rest[1..];
            continue;
        };
        cell.push(letter);
        rest = rest[end..].strip_prefix(';').unwrap_or(&rest[end..]);
    }
    push_spaced(rest, cell);
}

fn push_spaced(text: &str, cell: &mut String) {
    for letter in text.chars() {
        if !letter.is_ascii_whitespace() {
            cell.push(letter);
        } else if !cell.ends_with(' ') {
            cell.push(' ');
        }
    }
}

/// The letter of an entity's name; those that exports use.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?);
    }
    Some(match name {
        "nbsp" => ' ',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "ldquo" => '“',
        "rdquo" => '”',
        "agrave" => 'à',
        "aacute" => 'á',
        "acirc" => 'â',
        "atilde" => 'ã',
        "egrave" => 'è',
        "eacute" => 'é',
        "ecirc" => 'ê',
        "igrave" => 'ì',
        "iacute" => 'í',
        "ograve" => 'ò',
        "oacute" => 'ó',
        "ocirc" => 'ô',
        "otilde" => 'õ',
        "ugrave" => 'ù',
        "uacute" => 'ú',
        "yacute" => 'ý',
        "Agrave" => 'À',
        "Aacute" => 'Á',
        "Acirc" => 'Â',
        "Ecirc" => 'Ê',
        "Ocirc" => 'Ô',
        "ETH" => 'Đ',
        "eth" => 'đ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(text: &str, expected: &[&[&str]]) {
        let tables = tables(text);
        let rows: Vec<Vec<&str>> = tables[0].iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
        assert_eq!(rows, expected);
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
    fn a_workbook_of_2003_gives_its_cells() {
        case(
            "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"x\"><Worksheet ss:Name=\"a > b\"><Table>\
             <Row><Cell><Data ss:Type=\"String\">Đơn vị</Data></Cell><Cell ss:Index=\"3\"><Data>Tỷ lệ</Data></Cell></Row>\
             <Row ss:Index=\"3\"><Cell><Data>A &amp; B</Data></Cell></Row></Table></Worksheet></Workbook>",
            &[&["Đơn vị", "", "Tỷ lệ"], &[], &["A & B"]],
        );
    }

    #[test]
    fn damage_is_read_as_far_as_it_goes() {
        case("<table><tr><td>a<td>b&unknown; <td title=\"x>y\">c", &[&["a", "b&unknown;", "c"]]);
        assert!(tables("<table").is_empty());
        assert!(tables("<html><body>không có bảng").is_empty());
    }

    #[test]
    fn only_markup_is_markup() {
        assert!(may_be("\n<html><body>") && may_be("<table>"));
        assert!(!may_be("<b>;Tên đơn vị") && !may_be("STT;<table>"));
    }
}
