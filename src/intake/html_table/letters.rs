//! Text between tags → letters: entities by name and number, white space as a browser shows it.

/// Adds text with its entities as letters; runs of white space are one space.
pub(super) fn decode_into(text: &str, cell: &mut String) {
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

pub(super) fn push_spaced(text: &str, cell: &mut String) {
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
        "nbsp" | "ensp" | "emsp" | "thinsp" => ' ',
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
        "lsquo" => '‘',
        "rsquo" => '’',
        "laquo" => '«',
        "raquo" => '»',
        "bull" => '•',
        "middot" => '·',
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
        "Atilde" => 'Ã',
        "Egrave" => 'È',
        "Eacute" => 'É',
        "Ecirc" => 'Ê',
        "Igrave" => 'Ì',
        "Iacute" => 'Í',
        "Ograve" => 'Ò',
        "Oacute" => 'Ó',
        "Ocirc" => 'Ô',
        "Otilde" => 'Õ',
        "Ugrave" => 'Ù',
        "Uacute" => 'Ú',
        "Yacute" => 'Ý',
        "ETH" => 'Đ',
        "eth" => 'đ',
        _ => return None,
    })
}
