//! The table of shared texts of Excel since 2007.

use super::Trouble;
use crate::intake::xml::Piece;
use crate::intake::xml::Pieces;

/// Most texts of a workbook; an empty one takes five bytes of a file and many more of memory.
const LIMIT: usize = 2_000_000;

/// Texts on their way into a table that does not grow beyond all measure.
pub(super) fn gathered(texts: impl Iterator<Item = String>) -> Result<Vec<String>, Trouble> {
    let strings: Vec<String> = texts.take(LIMIT + 1).collect();
    if strings.len() > LIMIT { Err(Trouble::TooManyCells) } else { Ok(strings) }
}

/// The texts, in their order.
pub(super) fn of_xml(text: &str) -> Result<Vec<String>, Trouble> {
    let mut pieces = Pieces::of(text);
    gathered(std::iter::from_fn(|| {
        pieces.by_ref().find(|piece| matches!(piece, Piece::Open(tag) if tag.name == "si"))?;
        let mut string = String::new();
        runs(&mut pieces, "si", &mut string);
        Some(without_escapes(&string))
    }))
}

/// The text of an element's runs (`t`); readings of letters (`rPh`) and white space between elements are no part of it.
pub(super) fn runs(pieces: &mut Pieces, end: &str, text: &mut String) {
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Close(ended) if ended == end => return,
            Piece::Open(tag) if tag.name == "t" => pieces.text_until("t", text),
            Piece::Open(tag) if tag.name == "rPh" => pieces.pass("rPh"),
            _ => {}
        }
    }
}

/// A text with `_x000D_` as the character it stands for.
pub(super) fn without_escapes(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest[at + 2..].get(4..5) == Some("_"));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        let kept = if letter.is_some() { at } else { at + 2 };
        letters.push_str(&rest[..kept]);
        letters.extend(letter);
        rest = &rest[if letter.is_some() { at + 7 } else { kept }..];
    }
    letters.push_str(rest);
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_from_their_runs() {
        let text = "<sst><si>\n<t>Đơn vị</t>\n</si><si><r><t>Tỷ </t></r><r><t xml:space=\"preserve\">lệ</t></r>\
             <rPh><t>x</t></rPh></si><si/><si><t>a_x000D_\n_xyz_x</t></si></sst>";
        assert_eq!(of_xml(text).unwrap(), ["Đơn vị", "Tỷ lệ", "", "a\r\n_xyz_x"]);
    }
}
