//! Text between tags → letters: entities by name and number, white space as a browser shows it.

use crate::text::compose;

/// Adds text with its entities as letters; runs of white space are one space.
pub(super) fn decode_into(text: &str, cell: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        push_spaced(&rest[..at], cell);
        rest = &rest[at..];
        // A number ends with its digits, whether or not a semicolon follows.
        let begin = match rest.as_bytes() {
            [_, b'#', b'x' | b'X', ..] => 3,
            [_, b'#', ..] => 2,
            _ => 1,
        };
        let belongs = |letter: char| match begin {
            3 => letter.is_ascii_hexdigit(),
            2 => letter.is_ascii_digit(),
            _ => letter.is_ascii_alphanumeric(),
        };
        let end = rest[begin..].find(|letter| !belongs(letter)).map_or(rest.len(), |end| begin + end);
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

pub(super) fn push_spaced(text: &str, cell: &mut String) {
    for letter in text.chars() {
        if !letter.is_ascii_whitespace() {
            cell.push(letter);
        } else if !cell.ends_with(' ') {
            cell.push(' ');
        }
    }
}

/// The names of signs that exports use.
const ENTITIES: [(&str, char); 22] = [
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("ETH", 'Đ'),
    ("eth", 'đ'),
];

/// A letter with a mark: `agrave`, `Ocirc`.
fn marked(name: &str) -> Option<char> {
    let (letter, mark) = name.split_at_checked(1)?;
    let marks = [("grave", '\u{300}'), ("acute", '\u{301}'), ("circ", '\u{302}'), ("tilde", '\u{303}')];
    let (_, mark) = marks.iter().find(|(known, _)| *known == mark)?;
    let joined = compose(format!("{letter}{mark}"));
    let mut letters = joined.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// The letter of an entity's name.
fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16));
        return char::from_u32(hexadecimal.unwrap_or_else(|| number.parse()).ok()?);
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter).or_else(|| marked(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_read_as_browsers_read_them() {
        for (text, letters) in [
            ("B&#7843;o Y&ecirc;n", "Bảo Yên"),
            ("B&#7843o Y&#234n", "Bảo Yên"), // no semicolon
            ("B&#x1EA3;o Y&#xean", "Bảo Yên"),
            ("S&nbsp;A &amp B &lt;1 &", "S A & B <1 &"),
            ("&#; &#x; &khong; R&D", "&#; &#x; &khong; R&D"),
        ] {
            let mut cell = String::new();
            decode_into(text, &mut cell);
            assert_eq!(cell, letters, "{text}");
        }
    }
}
