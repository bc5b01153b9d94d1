//! What the first bytes are, whatever the file's name says.

use super::IntakeError;
use super::decode::legacy;

/// How the characters of a text file are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its start.
    Utf8,
    /// UTF-16, low byte first: the “Unicode Text” of spreadsheets.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// The Vietnamese code page of Windows: tones are bytes of their own.
    Windows1258,
    /// TCVN3 of the ABC fonts.
    Tcvn3,
    /// VNI-Windows.
    Vni,
    /// The Western code page of Windows.
    Windows1252,
}

impl Encoding {
    /// Whether the encoding is one of Unicode.
    #[must_use]
    pub const fn is_unicode(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16Le | Self::Utf16Be)
    }

    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
            Self::Windows1258 => "windows-1258",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Windows1252 => "windows-1252",
        }
    }
}

/// An encoding and why it was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sniffed {
    /// The encoding.
    pub encoding: Encoding,
    /// How many bytes of mark stand before the text.
    pub mark: usize,
    /// The reason, for the officer.
    pub reason: &'static str,
}

/// Formats that are recognised by how they begin.
const OTHER_FORMATS: [(&[u8], &str, &str); 7] = [
    (b"%PDF", "PDF", "Hãy xuất lại số liệu kiểu Excel hoặc CSV từ hệ thống nguồn."),
    (b"{\\rtf", "văn bản RTF", "Hãy bôi đen bảng, sao chép rồi dán vào ô «Dán bảng»."),
    (b"\x89PNG", "ảnh PNG", "Hãy chọn tệp số liệu, không phải ảnh chụp."),
    (b"\xff\xd8\xff", "ảnh JPEG", "Hãy chọn tệp số liệu, không phải ảnh chụp."),
    (b"Rar!", "tệp nén RAR", "Hãy giải nén rồi chọn tệp CSV bên trong."),
    (b"7z\xbc\xaf", "tệp nén 7z", "Hãy giải nén rồi chọn tệp CSV bên trong."),
    (b"\x1f\x8b", "tệp nén gzip", "Hãy giải nén rồi chọn tệp CSV bên trong."),
];

/// Says what the head of a file is. `whole` tells that nothing follows the head; `wanted` is the encoding that an officer
/// has chosen.
pub(super) fn sniff(head: &[u8], whole: bool, wanted: Option<Encoding>) -> Result<Sniffed, IntakeError> {
    if head.is_empty() {
        return Err(IntakeError::Empty);
    }
    if let Some(encoding) = wanted {
        let mark = if encoding == Encoding::Utf8 && head.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        return Ok(Sniffed { encoding, mark, reason: "do anh/chị chọn" });
    }
    for (mark, encoding) in
        [(&b"\xef\xbb\xbf"[..], Encoding::Utf8), (b"\xff\xfe", Encoding::Utf16Le), (b"\xfe\xff", Encoding::Utf16Be)]
    {
        if head.starts_with(mark) {
            return Ok(Sniffed { encoding, mark: mark.len(), reason: "dấu hiệu bảng mã ở đầu tệp" });
        }
    }
    if let Some((_, format, remedy)) = OTHER_FORMATS.iter().find(|(start, _, _)| head.starts_with(start)) {
        return Err(IntakeError::OtherFormat { format, remedy });
    }
    if head.iter().all(|byte| *byte == 0) {
        return Err(IntakeError::Nuls);
    }
    if let Some(encoding) = utf16_without_mark(head) {
        return Ok(Sniffed { encoding, mark: 0, reason: "xen kẽ byte 0, không có dấu hiệu ở đầu tệp" });
    }
    if let Some(at) = head.iter().position(|byte| matches!(byte, 0..=8 | 14..=0x1a | 0x1c..=0x1f)) {
        return Err(IntakeError::Binary { offset: at as u64 + 1 });
    }
    match std::str::from_utf8(head) {
        Ok(_) => Ok(Sniffed { encoding: Encoding::Utf8, mark: 0, reason: "mọi byte đều đúng UTF-8" }),
        // A letter cut by the end of the head is whole in the next block.
        Err(error) if error.error_len().is_none() && !whole => {
            Ok(Sniffed { encoding: Encoding::Utf8, mark: 0, reason: "mọi byte đều đúng UTF-8" })
        }
        Err(error) => {
            if let Some(encoding) = legacy(head) {
                let reason = "không phải Unicode; bảng mã này cho ra nhiều chữ tiếng Việt nhất";
                return Ok(Sniffed { encoding, mark: 0, reason });
            }
            let before = &head[..error.valid_up_to()];
            let line = before.split(|byte| *byte == b'\n').count();
            Err(IntakeError::NotUnicode {
                offset: error.valid_up_to() as u64 + 1,
                line: u32::try_from(line).unwrap_or(u32::MAX),
            })
        }
    }
}

/// UTF-16 without a mark: digits, separators and line ends put a zero on the same side of nearly every second byte.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.chunks_exact(2).filter(|pair| pair[offset] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 4 {
        return None;
    }
    // A third of the letters of Vietnamese text lie outside Latin-1, hence no stricter share.
    if odd * 3 > pairs && even * 20 < pairs {
        return Some(Encoding::Utf16Le);
    }
    (even * 3 > pairs && odd * 20 < pairs).then_some(Encoding::Utf16Be)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn encodings_are_told_by_their_bytes() {
        let table = "STT\tTên đơn vị\n1\tUBND huyện Bảo Yên\n";
        for (bytes, encoding, mark) in [
            (b"\xef\xbb\xbfSTT".to_vec(), Encoding::Utf8, 3),
            (table.as_bytes().to_vec(), Encoding::Utf8, 0),
            (b"\xff\xfeS\0T\0".to_vec(), Encoding::Utf16Le, 2),
            (b"\xfe\xff\0S\0T".to_vec(), Encoding::Utf16Be, 2),
            (utf16(table, u16::to_le_bytes), Encoding::Utf16Le, 0),
            (utf16(table, u16::to_be_bytes), Encoding::Utf16Be, 0),
        ] {
            let sniffed = sniff(&bytes, true, None).unwrap();
            assert_eq!((sniffed.encoding, sniffed.mark), (encoding, mark));
        }
    }

    #[test]
    fn text_from_before_unicode_is_judged_by_its_words() {
        let sniffed = sniff(b"STT\n\xd0\xf5n vi\xf2", true, None).unwrap(); // “Đơn vị” in windows-1258
        assert_eq!(sniffed.encoding, Encoding::Windows1258);
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(sniff(b"", true, None), Err(IntakeError::Empty));
        assert_eq!(sniff(&[0; 4096], false, None), Err(IntakeError::Nuls));
        assert!(matches!(sniff(b"%PDF-1.7", false, None), Err(IntakeError::OtherFormat { .. })));
        assert_eq!(sniff(b"STT;\x01\x02", true, None), Err(IntakeError::Binary { offset: 5 }));
        assert_eq!(sniff(b"STT\n\xff\xfe\x80", true, None), Err(IntakeError::NotUnicode { offset: 5, line: 2 }));
    }

    #[test]
    fn a_letter_cut_at_the_end_of_the_head_is_no_error() {
        let bytes = "Đơn vị".as_bytes();
        let cut = &bytes[..bytes.len() - 1];
        assert!(sniff(cut, false, None).is_ok());
        assert!(sniff(cut, true, None).is_err());
    }
}
