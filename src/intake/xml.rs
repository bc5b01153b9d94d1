//! XML → its pieces, one at a time. A reader of what spreadsheets write: it expands no entity but XML's own five and
//! numbers, opens nothing outside the text, and holds no tree, so that neither nesting nor entities can fill the memory.

use std::borrow::Cow;

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
    /// An attribute by its name: with prefix where one is asked for, whatever the prefix otherwise.
    pub(super) fn get(&self, name: &str) -> Option<Cow<'text, str>> {
        let mut rest = self.attributes;
        loop {
            let equals = rest.find('=')?;
            let found = rest[..equals].trim();
            let value = rest[equals + 1..].trim_start();
            let quote = value.chars().next().filter(|letter| matches!(letter, '"' | '\''))?;
            let end = value[1..].find(quote)? + 1;
            let local = found.rsplit(':').next().unwrap_or(found);
            if found == name || (local == name && !name.contains(':')) {
                return Some(unescaped(&value[1..end]));
            }
            rest = &value[end + 1..];
        }
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

    /// All letters up to the end of the element that is open, those of elements within included.
    pub(super) fn text_until(&mut self, end: &str, text: &mut String) {
        for piece in self.by_ref() {
            match piece {
                Piece::Close(ended) if ended == end => return,
                Piece::Text(letters) => text.push_str(&letters),
                _ => {}
            }
        }
    }

    /// Passes over all up to the end of the element that is open.
    pub(super) fn pass(&mut self, end: &str) {
        self.by_ref().find(|piece| matches!(piece, Piece::Close(ended) if *ended == end));
    }
}

impl<'text> Iterator for Pieces<'text> {
    type Item = Piece<'text>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(name) = self.ends.take() {
            return Some(Piece::Close(name));
        }
        loop {
            let Some(after) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (letters, rest) = self.rest.split_at(end);
                self.rest = rest;
                return (!letters.is_empty()).then(|| Piece::Text(unescaped(letters)));
            };
            let past = |mark: &str| after.find(mark).map_or("", |end| &after[end + mark.len()..]);
            if after.starts_with("!--") {
                self.rest = past("-->");
            } else if let Some(letters) = after.strip_prefix("![CDATA[") {
                self.rest = past("]]>");
                let end = letters.find("]]>").unwrap_or(letters.len());
                if end > 0 {
                    return Some(Piece::Text(Cow::Borrowed(&letters[..end])));
                }
            } else if after.starts_with('?') {
                self.rest = past("?>");
            } else if after.starts_with('!') {
                // A document type; what it declares between brackets is passed over and never used.
                let (bracket, end) = (after.find('['), after.find('>'));
                self.rest = past(if bracket < end && bracket.is_some() { "]" } else { ">" });
                if bracket < end && bracket.is_some() {
                    self.rest = self.rest.find('>').map_or("", |end| &self.rest[end + 1..]);
                }
            } else {
                let end = end_of_tag(after);
                let inside = &after[..end];
                self.rest = after.get(end + 1..).unwrap_or("");
                if let Some(name) = inside.strip_prefix('/') {
                    return Some(Piece::Close(local(name.trim())));
                }
                let empty = inside.ends_with('/');
                let inside = inside.strip_suffix('/').unwrap_or(inside);
                let name = inside.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(inside.len());
                let tag = Tag { name: local(&inside[..name]), attributes: &inside[name..] };
                self.ends = empty.then_some(tag.name);
                return Some(Piece::Open(tag));
            }
        }
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Where a tag ends; a `>` inside quotes is part of an attribute.
pub(super) fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, letter) in text.bytes().enumerate() {
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
fn unescaped(text: &str) -> Cow<'_, str> {
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
