//! A cell of Excel as nearly all are written, read where it lies: `<c r="B2" s="1" t="s"><v>7</v></c>`. What is written in
//! any other way, or is not at hand as a whole, is left to the pieces of XML, which read it to the same.

/// A cell as written.
#[derive(Clone, Copy)]
pub(super) struct PlainCell<'text> {
    /// What its tag says; empty where it does not.
    pub(super) place: &'text str,
    pub(super) style: &'text str,
    pub(super) kind: &'text str,
    pub(super) value: &'text str,
    /// Its bytes.
    pub(super) length: usize,
}

impl<'text> PlainCell<'text> {
    /// The cell that a text begins with.
    pub(super) fn of(text: &'text str) -> Option<Self> {
        let bytes = text.as_bytes();
        if !bytes.starts_with(b"<c ") {
            return None;
        }
        let mut cell = Self { place: "", style: "", kind: "", value: "", length: 0 };
        let mut at = 3;
        loop {
            match *bytes.get(at)? {
                b'>' => break,
                b'/' if bytes.get(at + 1) == Some(&b'>') => {
                    cell.length = at + 2;
                    return Some(cell);
                }
                _ => {
                    let attribute = Attribute::at(bytes, at)?;
                    let value = &text[attribute.from..attribute.to];
                    match attribute.name {
                        b"r" => cell.place = value,
                        b"s" => cell.style = value,
                        b"t" => cell.kind = value,
                        _ => {}
                    }
                    at = attribute.end;
                }
            }
        }
        at += 1;
        let begins = |(begin, _): &&(&[u8], &[u8])| bytes[at..].starts_with(begin);
        let (begin, end) = VALUES.iter().find(begins)?;
        let from = at + begin.len();
        let to = from + bytes[from..].iter().position(|byte| matches!(byte, b'<' | b'&'))?;
        bytes[to..].starts_with(end).then(|| {
            cell.value = &text[from..to];
            cell.length = to + end.len();
            cell
        })
    }
}

/// What a value stands between.
const VALUES: [(&[u8], &[u8]); 3] =
    [(b"<v>", b"</v></c>"), (b"<is><t>", b"</t></is></c>"), (b"<is><t xml:space=\"preserve\">", b"</t></is></c>")];

/// An attribute without a prefix, its value in double quotes and without an entity.
struct Attribute<'text> {
    name: &'text [u8],
    from: usize,
    to: usize,
    /// Behind it and the blank that follows.
    end: usize,
}

impl<'text> Attribute<'text> {
    #[inline(always)]
    fn at(bytes: &'text [u8], at: usize) -> Option<Self> {
        let mut end = at;
        while bytes.get(end)?.is_ascii_lowercase() {
            end += 1;
        }
        if end == at || *bytes.get(end)? != b'=' || *bytes.get(end + 1)? != b'"' {
            return None;
        }
        let (name, from) = (&bytes[at..end], end + 2);
        let mut to = from;
        loop {
            match *bytes.get(to)? {
                b'"' => break,
                b'<' | b'&' => return None,
                _ => to += 1,
            }
        }
        let blank = usize::from(*bytes.get(to + 1)? == b' ');
        Some(Self { name, from, to, end: to + 1 + blank })
    }
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::super::pieces::PartPieces;
    use super::super::strings::Texts;
    use super::super::xlsx_cells::Cells;
    use super::super::xlsx_cells::Shared;
    use super::*;
    use crate::intake::grid::TooMuch;
    use crate::intake::sheet::TakeCells;

    #[test]
    fn what_is_written_otherwise_is_left_to_the_pieces() {
        let all = PlainCell::of("<c r=\"B2\" s=\"1\" t=\"s\"><v>7</v></c><c").unwrap();
        assert_eq!((all.place, all.style, all.kind, all.value, all.length), ("B2", "1", "s", "7", 34));
        assert_eq!(PlainCell::of("<c r=\"B2\"/>").map(|cell| cell.length), Some(11));
        for text in [
            "<c r='B2'><v>7</v></c>",
            "<c r=\"B2\"><v>7&amp;</v></c>",
            "<c r=\"B2\"><f>1+6</f><v>7</v></c>",
            "<c r=\"B2\"><v>7</v></",
            "<c x:r=\"B2\"><v>7</v></c>",
            "<col min=\"1\"/>",
            "<c r=\"B2\"",
        ] {
            assert!(PlainCell::of(text).is_none(), "{text}");
        }
    }

    /// Writes down what it is given.
    #[derive(Debug, Default, PartialEq)]
    struct Told(Vec<(u32, u32, String)>);

    impl TakeCells for Told {
        fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), TooMuch> {
            self.0.push((row, column, text.to_owned()));
            Ok(())
        }

        fn hide_row(&mut self, row: u32) {
            self.0.push((row, 0, "hidden".to_owned()));
        }

        fn formula_without_value(&mut self, row: u32, column: u32) -> Result<(), TooMuch> {
            self.put(row, column, "no value")
        }
    }

    fn told(sheet: &str) -> (Told, bool) {
        let mut texts = Texts::default();
        for text in ["UBND", "_x0041_", ""] {
            assert!(texts.push(text).is_ok());
        }
        let shared = Shared { texts, formats: Vec::new(), since_1904: false, recalculated: false };
        let mut cells = Cells::within(PartPieces::of_text(sheet.to_owned()));
        let mut told = Told::default();
        loop {
            match cells.read(&shared, &mut told) {
                Ok(true) => {}
                ended => return (told, ended.is_ok()),
            }
        }
    }

    fn cell() -> impl Strategy<Value = String> {
        let attribute = select(vec![
            "r=\"B2\"",
            "r=\"AB1\"",
            "r=\" C3 \"",
            "r=\"1\"",
            "r=\"\"",
            "s=\"0\"",
            "s=\"x\"",
            "t=\"s\"",
            "t=\"n\"",
            "t=\"b\"",
            "t=\"str\"",
            "t=\"e\"",
            "t=\"d\"",
            "t=\"inlineStr\"",
            "cm=\"1\"",
            "x:r=\"D4\"",
            "r = \"E5\"",
            "t=\"a&amp;b\"",
        ]);
        let blank = select(vec![" ", " ", " ", "  ", "\n", ""]);
        let value = select(vec![
            "><v>1</v></c>",
            "><v>2</v></c>",
            "><v>72.3</v></c>",
            "><v>2023-06-05</v></c>",
            "><v> 1 </v></c>",
            "><v></v></c>",
            "><v/></c>",
            "><v>a&lt;b</v></c>",
            "><v>Sa Pa</v></c>",
            "><is><t>Bắc Hà</t></is></c>",
            "><is><t xml:space=\"preserve\"> x_x0041_</t></is></c>",
            "><is><r><t>a</t></r><r><t>b</t></r></is></c>",
            "><f>1+1</f><v>2</v></c>",
            "><f>x</f></c>",
            "/>",
            "></c>",
            " />",
            "><v>1</v><v>2</v></c>",
            "><v>1</v> </c>",
            "><!-- --><v>1</v></c>",
            "><v>1</c>",
        ]);
        let attributes =
            prop::collection::vec((attribute, blank).prop_map(|(one, blank)| format!("{one}{blank}")), 0..4);
        (attributes, value).prop_map(|(attributes, value)| format!("<c {}{value}", attributes.concat()))
    }

    proptest! {
        // Single quotes are as good for XML, and no cell with them is plain.
        #[test]
        fn a_cell_says_the_same_read_either_way(rows in prop::collection::vec(prop::collection::vec(cell(), 0..5), 0..4)) {
            let row = |(at, cells): (usize, &Vec<String>)| format!("<row r=\"{}\">{}</row>", 2 * at + 1, cells.concat());
            let rows: String = rows.iter().enumerate().map(row).collect();
            let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
            prop_assert_eq!(told(&sheet), told(&sheet.replace('"', "'")));
        }
    }
}
