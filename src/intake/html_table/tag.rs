//! A tag of a web page: its name and attributes, with or without quotes, in any case.

use crate::intake::xml::end_of_tag;

/// A tag.
pub(super) struct Tag<'text> {
    /// Its name in small letters, with its prefix.
    pub(super) name: String,
    pub(super) closes: bool,
    attributes: &'text str,
    /// Whether a style sheet of the page hides it.
    pub(super) is_unseen: bool,
}

impl<'text> Tag<'text> {
    /// Reads the tag that a text begins with, behind its `<`, and gives what follows.
    pub(super) fn read(text: &'text str) -> (Self, &'text str) {
        let end = end_of_tag(text);
        let inside = &text[..end];
        let closes = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let name = inside.find(|letter: char| letter.is_whitespace() || letter == '/').unwrap_or(inside.len());
        let tag =
            Self { name: inside[..name].to_ascii_lowercase(), closes, attributes: &inside[name..], is_unseen: false };
        (tag, text.get(end + 1..).unwrap_or(""))
    }

    /// What an attribute holds; one without a value holds nothing.
    pub(super) fn get(&self, name: &str) -> Option<&'text str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '='));
            if rest.is_empty() {
                return None;
            }
            let end =
                rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '/')).unwrap_or(rest.len());
            let found = &rest[..end];
            let after = rest[end..].trim_start();
            let value;
            (value, rest) = match after.strip_prefix('=').map(str::trim_start) {
                None => ("", after),
                Some(given) => {
                    let quote = given.chars().next().filter(|letter| matches!(letter, '"' | '\''));
                    let given = &given[quote.map_or(0, char::len_utf8)..];
                    let ends = |letter: char| quote.map_or_else(|| letter.is_whitespace(), |quote| letter == quote);
                    given.split_at(given.find(ends).unwrap_or(given.len()))
                }
            };
            rest = rest.trim_start_matches(['"', '\'']);
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
    }

    /// The whole number an attribute begins with.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        let value = self.get(name)?.trim_start();
        let end = value.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(value.len());
        value[..end].parse().ok()
    }

    /// Whether a browser shows nothing of the element.
    pub(super) fn is_hidden(&self) -> bool {
        let style = self.get("style").unwrap_or_default().to_ascii_lowercase();
        let style: String = style.chars().filter(|letter| !letter.is_whitespace()).collect();
        // Its own style outweighs those of the sheets.
        let shows = || style.contains("display:") || style.contains("visibility:");
        hides(&style) || self.get("hidden").is_some() || (self.is_unseen && !shows())
    }

    /// Whether its letters are a mark beside others, raised or lowered by its name or its style.
    pub(super) fn is_raised(&self) -> bool {
        let style = self.get("style").unwrap_or_default().to_ascii_lowercase();
        let aligned = style.split_once("vertical-align").map(|(_, behind)| behind.trim_start_matches([':', ' ']));
        matches!(self.name.as_str(), "sup" | "sub")
            || aligned.is_some_and(|aligned| aligned.starts_with("super") || aligned.starts_with("sub"))
    }

    /// Whether its letters are struck out by its style.
    pub(super) fn is_struck(&self) -> bool {
        let style = self.get("style").unwrap_or_default().to_ascii_lowercase();
        style.contains("text-decoration") && style.contains("line-through")
    }
}

/// Whether declarations, without spaces, hide what they are about.
pub(super) fn hides(declared: &str) -> bool {
    ["display:none", "visibility:hidden", "visibility:collapse"].iter().any(|hides| declared.contains(hides))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_found_with_and_without_quotes() {
        let (tag, rest) = Tag::read("TD rowspan=2 ColSpan = '3' title=\"a > b\" x:num NOWRAP style='Display : none'>x");
        assert_eq!((tag.name.as_str(), tag.closes, rest), ("td", false, "x"));
        assert_eq!((tag.number("rowspan"), tag.number("colspan")), (Some(2), Some(3)));
        assert_eq!((tag.get("title"), tag.get("x:num"), tag.get("row")), (Some("a > b"), Some(""), None));
        assert!(tag.is_hidden());
        assert!(Tag::read("/td").0.closes);
        assert_eq!(Tag::read("td x=").0.get("x"), Some(""));
    }
}
