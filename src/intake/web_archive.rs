//! Web archives (MHTML), as Excel's “single file web page” saves them → the web pages in them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD_NO_PAD as STANDARD_NO_PAD;

/// Most parts of an archive; a workbook has one a sheet and a few beside.
const PARTS_LIMIT: usize = 1000;

/// Whether a text begins as a web archive.
pub(super) fn may_be(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(2000).collect::<String>().to_ascii_lowercase();
    let is_header = head.lines().next().is_some_and(|line| {
        let (name, _) = line.split_once(':').unwrap_or_default();
        !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_alphabetic() || letter == b'-')
    });
    is_header && head.contains("mime-version:") && head.contains("content-type:")
}

/// The bytes of all web pages of an archive, one behind the other; nothing where it holds none.
pub(super) fn pages(bytes: &[u8]) -> Vec<u8> {
    let mut pages = Vec::new();
    for part in parts(bytes) {
        let (header, body) = split_header(part);
        if !header.contains("content-type:text/html") {
            continue;
        }
        if header.contains("content-transfer-encoding:quoted-printable") {
            unquote(body, &mut pages);
        } else if header.contains("content-transfer-encoding:base64") {
            pages.extend(unpacked(body));
        } else {
            pages.extend_from_slice(body);
        }
    }
    pages
}

/// What stands between the boundary lines; all of it where there is no boundary.
fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
    let boundary = head.find("boundary=").map(|at| head[at + "boundary=".len()..].trim_start_matches('"'));
    let boundary = boundary.and_then(|rest| rest.split(['"', '\r', '\n', ';']).next()).filter(|mark| !mark.is_empty());
    let Some(boundary) = boundary else { return vec![bytes] };
    let mark = [b"--", boundary.as_bytes()].concat();
    let mut parts = Vec::new();
    let mut from = None;
    let mut at = 0;
    for line in bytes.split_inclusive(|letter| *letter == b'\n') {
        if line.starts_with(&mark) && parts.len() < PARTS_LIMIT {
            parts.extend(from.map(|from: usize| &bytes[from..at]));
            from = Some(at + line.len());
        }
        at += line.len();
    }
    // An archive that was cut has no last boundary.
    parts.extend(from.map(|from| &bytes[from..]));
    parts
}

/// A part's header in small letters without spaces, and its body.
fn split_header(part: &[u8]) -> (String, &[u8]) {
    let mut end = 0;
    for line in part.split_inclusive(|letter| *letter == b'\n') {
        end += line.len();
        if line.trim_ascii().is_empty() && end > line.len() {
            break;
        }
    }
    let header = String::from_utf8_lossy(&part[..end]).to_ascii_lowercase();
    (header.chars().filter(|letter| !matches!(letter, ' ' | '\t')).collect(), &part[end..])
}

/// The bytes that base64 stands for, in lines; nothing where they stand for none.
fn unpacked(body: &[u8]) -> Vec<u8> {
    let letters: Vec<u8> =
        body.iter().copied().filter(|letter| !letter.is_ascii_whitespace() && *letter != b'=').collect();
    STANDARD_NO_PAD.decode(letters).unwrap_or_default()
}

/// Adds quoted-printable bytes as those they stand for: `=C3=A0`, and `=` at the end of a line that goes on.
fn unquote(body: &[u8], pages: &mut Vec<u8>) {
    let mut at = 0;
    while let Some(&letter) = body.get(at) {
        let pair = body.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match (letter, pair) {
            (b'=', Some("\r\n")) => at += 3,
            (b'=', Some(pair)) if pair.starts_with('\n') => at += 2,
            (b'=', Some(pair)) if u8::from_str_radix(pair, 16).is_ok() => {
                pages.extend(u8::from_str_radix(pair, 16));
                at += 3;
            }
            _ => {
                pages.push(letter);
                at += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_pages_of_an_archive_are_unquoted_and_joined() {
        let archive = "MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; \
             boundary=\"--=_NextPart_01\"\r\n\r\n----=_NextPart_01\r\nContent-Type: text/html; charset=\"utf-8\"\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n<td class=3Dx>T=E1=BB=B7 l=\r\n=E1=BB=87</td>\r\n\
             ----=_NextPart_01\r\nContent-Type: text/css\r\n\r\nx{}\r\n----=_NextPart_01--\r\n";
        assert!(may_be(archive));
        assert_eq!(String::from_utf8(pages(archive.as_bytes())).unwrap(), "<td class=x>Tỷ lệ</td>\r\n");
        // The same, packed: `<td>Tỷ lệ</td>`.
        let packed = "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n\
             PHRkPlThu7cg\r\nbOG7hzwvdGQ+\r\n";
        assert_eq!(String::from_utf8(pages(packed.as_bytes())).unwrap(), "<td>Tỷ lệ</td>");
        assert!(!may_be("STT;Đơn vị") && !may_be("<html>mime-version: content-type:"));
        assert!(pages(b"").is_empty() && pages(b"boundary=x\n--x").is_empty());
    }
}
