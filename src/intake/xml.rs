//! XML → its pieces, one at a time. A reader of what spreadsheets write: it expands no entity but XML's own five and
//! numbers, opens nothing outside the text, and holds no tree, so that neither nesting nor entities can fill the memory.

use std::borrow::Cow;
use std::ops::Range;

/// A piece of XML.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'text> {
    /// The begin of an element; an empty one is followed by its end.
    Open(Tag<'text>),
    /// The end of an element, by its name without prefix.
    Close(&'text str),
    /// Letters between tags, entities made letters.
    Text(Cow<'text, str>),
}

/// The begin of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'text> {
    /// Its name without prefix.
    pub(super) name: &'text str,
    attributes: &'text str,
}

impl<'text> Tag<'text> {
    /// The attributes in their order: the name with its prefix, the value as written.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'text str, &'text str)> + use<'text> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            let equals = memchr::memchr(b'=', rest.as_bytes())?;
            let found = rest[..equals].trim_ascii();
            let value = rest[equals + 1..].trim_ascii_start();
            let quote = *value.as_bytes().first().filter(|letter| matches!(letter, b'"' | b'\''))?;
            let end = memchr::memchr(quote, &value.as_bytes()[1..])? + 1;
            rest = &value[end + 1..];
            Some((found, &value[1..end]))
        })
    }

    /// An attribute by its name: with prefix where one is asked for, whatever the prefix otherwise.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'text, str>> {
        let has_prefix = name.contains(':');
        let is_named = |found: &str| found == name || (!has_prefix && local(found) == name);
        self.attributes().find(|(found, _)| is_named(found)).map(|(_, value)| unescaped(value))
    }

    /// An attribute that holds a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute is there and says yes.
    pub(super) fn yes(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }
}

/// Where a piece stands in a text, in bytes from the text's begin.
pub(super) enum Cut {
    /// The begin of an element: its name with prefix, what follows it within the tag, and whether its end follows.
    Open {
        name: Range<usize>,
        attributes: Range<usize>,
        empty: bool,
    },
    Close(Range<usize>),
    /// Letters whose entities are still to be made letters.
    Text(Range<usize>),
    /// Letters that stand as they are meant.
    Plain(Range<usize>),
    /// What is no piece: a comment, an instruction, a document type.
    Nothing,
}

impl Cut {
    /// The piece, from the text that it was found in.
    pub(super) fn of(self, text: &str) -> Option<Piece<'_>> {
        Some(match self {
            Self::Open { name, attributes, .. } => {
                Piece::Open(Tag { name: local(&text[name]), attributes: &text[attributes] })
            }
            Self::Close(name) => Piece::Close(local(text[name].trim_ascii())),
            Self::Text(letters) => Piece::Text(unescaped(&text[letters])),
            Self::Plain(letters) => Piece::Text(Cow::Borrowed(&text[letters])),
            Self::Nothing => return None,
        })
    }
}

/// The piece that a text begins with, and where it ends. Of a text that is not whole the last piece may go on: `None`
/// until it is known where it ends.
pub(super) fn first_piece(text: &str, whole: bool) -> Option<(Cut, usize)> {
    let ended = |found: Option<usize>| if found.is_none() && whole { Some(text.len()) } else { found };
    let Some(after) = text.strip_prefix('<') else {
        let end = ended(memchr::memchr(b'<', text.as_bytes()))?;
        return Some((if end == 0 { Cut::Nothing } else { Cut::Text(0..end) }, end));
    };
    // The longest mark that tells what begins is `![CDATA[`.
    if after.len() < CDATA.len() && !whole {
        return None;
    }
    if let Some(b'!' | b'?') = after.as_bytes().first() {
        return no_element(text, whole);
    }
    let end = 1 + end_of_tag(after);
    if end == text.len() && !whole {
        return None;
    }
    let (inside, behind) = (&text[1..end], text.len().min(end + 1));
    if inside.starts_with('/') {
        return Some((Cut::Close(2..end), behind));
    }
    let empty = inside.ends_with('/');
    let inside = inside.strip_suffix('/').unwrap_or(inside);
    let name = 1 + inside.bytes().position(|letter| letter.is_ascii_whitespace()).unwrap_or(inside.len());
    Some((Cut::Open { name: 1..name, attributes: name..inside.len() + 1, empty }, behind))
}

/// The same of a text that begins as an element does not: with a comment, an instruction, letters as they are meant.
fn no_element(text: &str, whole: bool) -> Option<(Cut, usize)> {
    let ended = |found: Option<usize>| if found.is_none() && whole { Some(text.len()) } else { found };
    let past = |from: usize, mark: &str| ended(text[from..].find(mark).map(|end| from + end + mark.len()));
    if text.starts_with("<!--") {
        return Some((Cut::Nothing, past(1, "-->")?));
    }
    if text[1..].starts_with(CDATA) {
        let (from, end) = (1 + CDATA.len(), past(1, "]]>")?);
        let letters = from..text[from..].find("]]>").map_or(text.len(), |end| from + end);
        return Some((if letters.is_empty() { Cut::Nothing } else { Cut::Plain(letters) }, end));
    }
    if text.starts_with("<?") {
        return Some((Cut::Nothing, past(1, "?>")?));
    }
    // A document type; what it declares between brackets is passed over and never used.
    let (bracket, end) = (text.find('['), text.find('>'));
    let has_brackets = bracket.is_some() && (bracket < end || end.is_none());
    let from = if has_brackets { past(1, "]")? } else { 1 };
    Some((Cut::Nothing, past(from, ">")?))
}

/// What letters begin with that stand as they are meant.
const CDATA: &str = "![CDATA[";

/// Gives the pieces of a text. What is no XML ends it.
pub(super) struct Pieces<'text> {
    rest: &'text str,
    /// The name of an empty element whose end comes next.
    ends: Option<&'text str>,
}

impl<'text> Pieces<'text> {
    pub(super) fn of(text: &'text str) -> Self {
        Self { rest: text, ends: None }
    }
}

impl<'text> Iterator for Pieces<'text> {
    type Item = Piece<'text>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.ends.take() {
            return Some(Piece::Close(name));
        }
        while !self.rest.is_empty() {
            let (cut, end) = first_piece(self.rest, true)?;
            let text = self.rest;
            self.rest = &text[end..];
            if let Cut::Open { name, empty: true, .. } = &cut {
                self.ends = Some(local(&text[name.clone()]));
            }
            if let Some(piece) = cut.of(text) {
                return Some(piece);
            }
        }
        None
    }
}

pub(super) fn local(name: &str) -> &str {
    name.bytes().rposition(|letter| letter == b':').map_or(name, |colon| &name[colon + 1..])
}

/// Where a tag ends; a `>` inside quotes is part of an attribute.
pub(super) fn end_of_tag(text: &str) -> usize {
    let bytes = text.as_bytes();
    // Nearly always the first `>` is the one, all quotes before it double and closed.
    if let Some(end) = memchr::memchr(b'>', bytes) {
        let before = &bytes[..end];
        let is_open = memchr::memchr(b'\'', before).is_some() || memchr::memchr_iter(b'"', before).count() % 2 == 1;
        if !is_open {
            return end;
        }
    }
    let mut quote = None;
    for (at, letter) in bytes.iter().copied().enumerate() {
        match (quote, letter) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(letter),
            (Some(open), letter) if open == letter => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// A text with XML's own entities made letters; others stay as they are written.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut letters = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        letters.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        // The longest name is that of a letter in decimal, `#1114111`.
        let end = rest.bytes().take(10).position(|letter| letter == b';');
        match end.and_then(|end| entity(&rest[..end])) {
            Some(letter) => {
                letters.push(letter);
                rest = &rest[end.map_or(0, |end| end + 1)..];
            }
            None => letters.push('&'),
        }
    }
    letters.push_str(rest);
    Cow::Owned(letters)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let tell = |piece| match piece {
            Piece::Open(tag) => format!("<{}>", tag.name),
            Piece::Close(name) => format!("</{name}>"),
            Piece::Text(letters) => letters.into_owned(),
        };
        Pieces::of(text).map(tell).collect()
    }

    #[test]
    fn elements_letters_and_entities_come_in_order() {
        assert_eq!(
            told(
                "<?xml version='1.0'?><x:a b=\"1>2\"><!-- <c> --><d/>T&#7927; l&#x1EC7; &amp; &lt;<![CDATA[<&>]]></x:a>"
            ),
            ["<a>", "<d>", "</d>", "Tỷ lệ & <", "<&>", "</a>"]
        );
    }

    #[test]
    fn attributes_are_found_by_name_with_and_without_prefix() {
        let text = "<c:x calcext:value-type='float' office:value-type = \"percentage\" a='&quot;'/>";
        let Some(Piece::Open(tag)) = Pieces::of(text).next() else { panic!("a tag") };
        assert_eq!(tag.get("office:value-type").as_deref(), Some("percentage"));
        assert_eq!(tag.get("value-type").as_deref(), Some("float"));
        assert_eq!(tag.get("a").as_deref(), Some("\""));
        assert_eq!(tag.get("b"), None);
    }

    #[test]
    fn entities_of_a_document_are_never_expanded() {
        let text = "<!DOCTYPE a [<!ENTITY b \"x>y\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        assert_eq!(told(text), ["<a>", "&c;", "</a>"]);
    }

    #[test]
    fn what_is_cut_is_read_as_far_as_it_goes() {
        assert_eq!(told("<a><b c=\"d"), ["<a>", "<b>"]);
        assert_eq!(told("<a>x<!-- "), ["<a>", "x"]);
        assert_eq!(told("<a>&"), ["<a>", "&"]);
        assert_eq!(told("<"), ["<>"]);
    }
}
