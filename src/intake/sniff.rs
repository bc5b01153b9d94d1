//! What the first bytes are, whatever the file's name says.

use super::IntakeError;
use super::decode::read;
use super::legacy::legacy;
use super::sense::Words;

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
    /// All, those of Unicode first.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1258, Self::Tcvn3, Self::Vni, Self::Windows1252];

    /// The encoding of this stable word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.code() == code)
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (Unicode Text của Excel)",
            Self::Utf16Be => "UTF-16 byte cao trước",
            Self::Windows1258 => "windows-1258 (tiếng Việt của Windows)",
            Self::Tcvn3 => "TCVN3 (phông ABC, .VnTime)",
            Self::Vni => "VNI (phông VNI-Times)",
            Self::Windows1252 => "windows-1252 (Tây Âu)",
        }
    }

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
    /// Whether every other reading is clearly worse.
    pub certain: bool,
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

/// The marks that files of Unicode begin with.
const MARKS: [(&[u8], Encoding); 3] =
    [(b"\xef\xbb\xbf", Encoding::Utf8), (b"\xff\xfe", Encoding::Utf16Le), (b"\xfe\xff", Encoding::Utf16Be)];

/// A text has this many bytes and more for each sign for machines in it.
const BYTES_OF_A_STRAY: usize = 100;

/// Says what the head of a file is. `whole` tells that nothing follows the head; `wanted` is the encoding that an officer
/// has chosen.
pub(super) fn sniff(head: &[u8], whole: bool, wanted: Option<Encoding>) -> Result<Sniffed, IntakeError> {
    if head.is_empty() {
        return Err(IntakeError::Empty);
    }
    if let Some((_, format, remedy)) = OTHER_FORMATS.iter().find(|(start, _, _)| head.starts_with(start)) {
        return Err(IntakeError::OtherFormat { format, remedy });
    }
    if head.iter().all(|byte| *byte == 0) {
        return Err(IntakeError::Nuls);
    }
    if whole && is_office_lock(head) {
        return Err(IntakeError::OfficeLock);
    }
    // Files whose saving broke off are filled up with zeros.
    let text = &head[..head.len() - head.iter().rev().take_while(|byte| **byte == 0).count()];
    match wanted {
        Some(encoding) => Ok(asked(encoding, text, whole)),
        None => judged(text, whole),
    }
}

/// Whether a file is what Office puts beside a document that is open: the length of a name, the name in 54 bytes, filled up
/// with spaces or zeros; in most versions the name once more in two bytes a letter.
fn is_office_lock(file: &[u8]) -> bool {
    let Some((length, behind)) = file.split_first() else { return false };
    let Some((name, rest)) = behind.get(..54).and_then(|field| field.split_at_checked(usize::from(*length))) else {
        return false;
    };
    let is_text = !name.is_empty() && name.iter().all(|byte| !byte.is_ascii_control());
    (55..=200).contains(&file.len()) && is_text && rest.iter().all(|byte| matches!(byte, 0 | b' '))
}

/// The encoding an officer asked for. A mark is no text, whichever encoding it belongs to; a file that says clearly more
/// under another encoding is read as asked, and with doubt.
fn asked(encoding: Encoding, text: &[u8], whole: bool) -> Sniffed {
    let mark = MARKS.iter().find(|(mark, _)| text.starts_with(mark)).map_or(0, |(mark, _)| mark.len());
    let words = |encoding: Encoding| Words::of(&read(&text[mark..], encoding));
    let certain = judged(text, whole).map_or(true, |judged| {
        judged.encoding == encoding || words(encoding).sense() >= words(judged.encoding).sense()
    });
    Sniffed { encoding, mark, reason: "do anh/chị chọn", certain }
}

/// The encoding that the bytes speak for.
fn judged(text: &[u8], whole: bool) -> Result<Sniffed, IntakeError> {
    if let Some((mark, encoding)) = MARKS.iter().find(|(mark, _)| text.starts_with(mark)) {
        let reason = "dấu hiệu bảng mã ở đầu tệp";
        return Ok(Sniffed { encoding: *encoding, mark: mark.len(), reason, certain: true });
    }
    let sniffed = |encoding, reason, certain| Ok(Sniffed { encoding, mark: 0, reason, certain });
    if let Some(encoding) = utf16_without_mark(text) {
        return sniffed(encoding, "xen kẽ byte 0, không có dấu hiệu ở đầu tệp", true);
    }
    // Old programs end a text with the mark of its end.
    if let Some(at) = first_of_no_text(text.strip_suffix(b"\x1a").unwrap_or(text)) {
        return Err(IntakeError::Binary { offset: at as u64 + 1 });
    }
    if is_utf8(text, whole) {
        return sniffed(Encoding::Utf8, "mọi byte đều đúng UTF-8", true);
    }
    let (good, bad) = utf8_letters(text, whole);
    // Old encodings hardly ever make a letter of UTF-8 by accident: most of them well means a damaged file.
    if good > bad {
        return sniffed(Encoding::Utf8, "phần lớn đúng UTF-8; có một số byte hỏng", true);
    }
    match legacy(text) {
        Some((Encoding::Tcvn3, true)) => sniffed(
            Encoding::Tcvn3,
            "không phải Unicode; bảng mã này cho ra nhiều chữ tiếng Việt nhất; chữ của phông hoa (.VnTimeH) thành chữ thường",
            true,
        ),
        Some((encoding, true)) => {
            sniffed(encoding, "không phải Unicode; bảng mã này cho ra nhiều chữ tiếng Việt nhất", true)
        }
        Some((encoding, false)) => sniffed(
            encoding,
            "không phải Unicode; chưa chắc chắn, vì có quá ít chữ để phân biệt với bảng mã khác",
            false,
        ),
        None => {
            let valid = std::str::from_utf8(text).err().map_or(text.len(), |error| error.valid_up_to());
            let line = text[..valid].split(|byte| *byte == b'\n').count();
            Err(IntakeError::NotUnicode { offset: valid as u64 + 1, line: u32::try_from(line).unwrap_or(u32::MAX) })
        }
    }
}

/// The place of the first byte that stands in no text. Zeros between two rows are left over from saving, those at the end of
/// a cell from a field of fixed width, wherever they are. A few other signs for machines were pasted along with a text, and
/// part words as a space does; many make no text.
fn first_of_no_text(bytes: &[u8]) -> Option<usize> {
    let (mut from, mut strays, mut first_stray) = (0, 0, None);
    loop {
        let at = from + first_of_no_letter(&bytes[from..])?;
        let behind = at + bytes[at..].iter().take_while(|byte| **byte == 0).count();
        if behind == at {
            first_stray = first_stray.or(Some(at));
            strays += 1;
            if strays * BYTES_OF_A_STRAY > bytes.len() {
                return first_stray;
            }
            from = at + 1;
            continue;
        }
        let ends_row = |byte: Option<&u8>| matches!(byte, Some(b'\n' | b'\r'));
        let ends_cell = |byte: Option<&u8>| matches!(byte, Some(b',' | b';' | b'\t' | b'|' | b'"'));
        let is_between = ends_row(at.checked_sub(1).and_then(|at| bytes.get(at)))
            || ends_row(bytes.get(behind))
            || ends_cell(bytes.get(behind));
        if !is_between {
            return Some(at);
        }
        from = behind;
    }
}

/// The place of the first byte that is a sign for machines.
fn first_of_no_letter(bytes: &[u8]) -> Option<usize> {
    let is_none = |byte: &u8| matches!(byte, 0..=8 | 14..=0x1a | 0x1c..=0x1f);
    // Some at once: whether any is there is asked without a branch for each.
    let mut chunks = bytes.chunks(1 << 10).enumerate();
    let (number, chunk) = chunks.find(|(_, chunk)| chunk.iter().fold(false, |any, byte| any | is_none(byte)))?;
    Some((number << 10) + chunk.iter().position(is_none)?)
}

/// Whether all bytes are letters of UTF-8: all behind the last one of ASCII, among which a letter may be cut, by themselves.
fn is_utf8(text: &[u8], whole: bool) -> bool {
    let (most, last) = text.split_at(text.iter().rposition(u8::is_ascii).map_or(0, |at| at + 1));
    simdutf8::basic::from_utf8(most).is_ok() && utf8_letters(last, whole).1 == 0
}

/// How many letters beyond ASCII are well-formed UTF-8, and how many places are not. A letter cut by the end of the head
/// is whole in the next block.
fn utf8_letters(text: &[u8], whole: bool) -> (usize, usize) {
    let (mut good, mut bad, mut at) = (0, 0, 0);
    for chunk in text.utf8_chunks() {
        at += chunk.valid().len() + chunk.invalid().len();
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        let cut = at == text.len()
            && !whole
            && std::str::from_utf8(chunk.invalid()).is_err_and(|error| error.error_len().is_none());
        bad += usize::from(!chunk.invalid().is_empty() && !cut);
    }
    (good, bad)
}

/// UTF-16 without a mark: digits, separators and line ends put a zero on the same side of nearly every second byte.
fn utf16_without_mark(head: &[u8]) -> Option<Encoding> {
    if !head.contains(&0) {
        return None;
    }
    let pairs = head.len() / 2;
    let zeros = |offset: usize| head.chunks_exact(2).filter(|pair| pair[offset] == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if pairs < 2 {
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
        assert_eq!(utf8_letters(cut, false), (2, 0));
        assert_eq!(utf8_letters(cut, true), (2, 1));
        assert_eq!(sniff(b"STT\n\xe1\xbb", false, None).unwrap().encoding, Encoding::Utf8);
        assert!(sniff(b"STT\n\xe1\xbb", true, None).is_err());
    }

    #[test]
    fn a_few_bad_bytes_make_no_old_encoding() {
        let file = [&"UBND huyện Bảo Yên;72,3%\n".repeat(9).into_bytes(), &b"UBND huy\xd6n B\xb6o\n"[..]].concat();
        let sniffed = sniff(&file, true, None).unwrap();
        assert_eq!((sniffed.encoding, sniffed.certain), (Encoding::Utf8, true));
        // The other way round, one line of UTF-8 was pasted into a file of TCVN3.
        let file =
            [&b"UBND huy\xd6n B\xb6o Y\xaan\nUBND huy\xd6n B\xb8t X\xb8t\nS\xe8 h\xe3a\n"[..], "xã\n".as_bytes()]
                .concat();
        assert_eq!(sniff(&file, true, None).unwrap().encoding, Encoding::Tcvn3);
    }

    #[test]
    fn zeros_behind_the_text_are_no_part_of_it() {
        for text in [&b"STT;T\xc3\xaan"[..], b"S\0T\0T\0;\0T\0", b"\0S\0T\0T\0;\0T"] {
            let padded = [text, &[0; 512][..]].concat();
            assert_eq!(sniff(&padded, true, None), sniff(text, true, None));
        }
    }

    #[test]
    fn zeros_between_rows_are_no_part_of_it_and_others_are_none_of_a_text() {
        let zeros = [0; 64];
        for text in [&b"STT;T\xc3\xaan\r\n"[..], b"STT;T\xc3\xaan"] {
            let parted = [text, &zeros, b"\n1;X\xc3\xa3\n"].concat();
            assert_eq!(sniff(&parted, true, None).map(|sniffed| sniffed.encoding), Ok(Encoding::Utf8));
        }
        let at_the_end = [b"STT;T\xc3\xaan\n1;X\xc3\xa3", &zeros[..], b";2\n"].concat();
        assert_eq!(sniff(&at_the_end, true, None).map(|sniffed| sniffed.encoding), Ok(Encoding::Utf8));
        let within = [b"STT;T", &zeros[..], b"n\n"].concat();
        assert_eq!(sniff(&within, true, None), Err(IntakeError::Binary { offset: 6 }));
        let stray = "1;UBND huyện\u{1f} Bảo Yên;72,3%\n".repeat(2) + &"2;UBND huyện Bắc Hà;48,1%\n".repeat(5);
        assert_eq!(sniff(stray.as_bytes(), true, None).map(|sniffed| sniffed.encoding), Ok(Encoding::Utf8));
        assert_eq!(sniff(&stray.as_bytes()[..180], true, None), Err(IntakeError::Binary { offset: 15 }));
        let other = [b"STT\n", &zeros[..], b"1\x01\n"].concat();
        assert_eq!(sniff(&other, true, None), Err(IntakeError::Binary { offset: 70 }));
    }

    #[test]
    fn an_officer_outweighs_the_bytes_and_hears_of_doubts() {
        let file = "\u{feff}Tên đơn vị;Tỷ lệ\n".as_bytes();
        let sniffed = sniff(file, true, Some(Encoding::Tcvn3)).unwrap();
        assert_eq!((sniffed.encoding, sniffed.mark, sniffed.certain), (Encoding::Tcvn3, 3, false));
        let sniffed = sniff(b"H\xf2a", true, Some(Encoding::Tcvn3)).unwrap(); // `Hũa`, or `Hòa` of the West
        assert_eq!((sniffed.encoding, sniffed.certain), (Encoding::Tcvn3, false));
        assert!(sniff(b"%PDF-1.7", true, Some(Encoding::Utf8)).is_err());
    }

    #[test]
    fn an_encoding_has_a_word_and_a_label() {
        for encoding in Encoding::ALL {
            assert_eq!(Encoding::from_code(encoding.code()), Some(encoding));
            assert!(!encoding.label().is_empty());
        }
        assert_eq!(Encoding::from_code("latin-1"), None);
    }
}
