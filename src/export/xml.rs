//! Text as a part of a package spells it.

use std::borrow::Cow;

/// The first line of every part.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Whether XML 1.0 has a way to write the letter (<https://www.w3.org/TR/xml/#charsets>).
pub(super) fn is_writable(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Text between tags and within quoted attributes, read back as it was given; what XML cannot hold becomes the mark of a
/// lost letter.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let special = |letter: char| matches!(letter, '&' | '<' | '>' | '"' | '\t' | '\n' | '\r') || !is_writable(letter);
    if !text.contains(special) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            // Left as they are, these three become spaces in an attribute, and the last a line end between tags.
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            _ if is_writable(letter) => escaped.push(letter),
            _ => escaped.push('\u{fffd}'),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_language_are_spelled_out_and_forbidden_letters_replaced() {
        assert_eq!(escape("Số hóa hồ sơ"), "Số hóa hồ sơ");
        assert_eq!(escape("<a b=\"1\">&amp;</a>"), "&lt;a b=&quot;1&quot;&gt;&amp;amp;&lt;/a&gt;");
        assert_eq!(escape("một\thai\r\nba"), "một&#9;hai&#13;&#10;ba");
        assert_eq!(escape("\u{0}\u{8}\u{1b}\u{fffe}\u{ffff}𝔄"), "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}𝔄");
    }
}
