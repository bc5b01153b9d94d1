//! The table of shared texts of Excel since 2007.

use std::borrow::Cow;

use super::Trouble;
use super::pieces::PartPieces;
use super::rich::Look;
use super::rich::Rich;
use crate::intake::xml::Piece;

/// Most texts of a workbook; an empty one takes five bytes of a file.
const LIMIT: usize = 2_000_000;

/// Texts in one piece of memory, by their numbers.
#[derive(Default)]
pub(super) struct Texts {
    letters: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Takes the next text, unless there are more than any workbook has.
    pub(super) fn push(&mut self, text: &str) -> Result<(), Trouble> {
        self.letters.push_str(text);
        self.ends.push(self.letters.len());
        if self.ends.len() > LIMIT { Err(Trouble::TooManyCells) } else { Ok(()) }
    }

    /// The text of a number. Where there is none the workbook has lost some: a blank would hide it.
    pub(super) fn get(&self, number: usize) -> Result<&str, Trouble> {
        let end = self.ends.get(number).ok_or(Trouble::Damaged)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        Ok(&self.letters[start..*end])
    }
}

/// Reads the next text; says whether there was one.
pub(super) fn next_of_xml(pieces: &mut PartPieces, text: &mut String, texts: &mut Texts) -> Result<bool, Trouble> {
    while let Some(piece) = pieces.next()? {
        if matches!(piece, Piece::Open(tag) if tag.name == "si") {
            text.clear();
            runs(pieces, "si", text)?;
            texts.push(&without_escapes(text))?;
            return Ok(true);
        }
    }
    Ok(false)
}

/// The text of an element's runs (`t`); readings of letters (`rPh`) and white space between elements are no part of it, nor
/// what is struck out beside what is not. What is raised or lowered is a footnote's mark.
pub(super) fn runs(pieces: &mut PartPieces, end: &str, text: &mut String) -> Result<(), Trouble> {
    let (mut rich, mut look) = (Rich::within(std::mem::take(text)), Look::default());
    while let Some(piece) = pieces.next()? {
        match piece {
            Piece::Close(ended) if ended == end => break,
            Piece::Open(tag) => match tag.name {
                "r" => look = Look::default(),
                "strike" => look.struck = !matches!(tag.get("val").as_deref(), Some("0" | "false")),
                "vertAlign" => look.raised = tag.get("val").as_deref() != Some("baseline"),
                "t" => pieces.text_until("t", rich.part(look))?,
                "rPh" => pieces.pass("rPh")?,
                _ => {}
            },
            _ => {}
        }
    }
    *text = rich.finish();
    Ok(())
}

/// A text with `_x000D_` as the character it stands for.
pub(super) fn without_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
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
    Cow::Owned(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_joined_from_their_runs() {
        let text = "<sst><si>\n<t>Đơn vị</t>\n</si><si><r><t>Tỷ </t></r><r><t xml:space=\"preserve\">lệ</t></r>\
             <rPh><t>x</t></rPh></si><si/><si><t>a_x000D_\n_xyz_x</t></si></sst>";
        let (mut pieces, mut texts) = (PartPieces::of_text(text.to_owned()), Texts::default());
        while next_of_xml(&mut pieces, &mut String::new(), &mut texts).unwrap() {}
        let found: Vec<&str> = (0..4).map(|number| texts.get(number).unwrap()).collect();
        assert_eq!(found, ["Đơn vị", "Tỷ lệ", "", "a\r\n_xyz_x"]);
        assert!(texts.get(4).is_err());
    }
}
