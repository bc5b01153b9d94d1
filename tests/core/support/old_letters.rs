//! Vietnamese written as old programs write it, by the rules of the encodings and not by the tables of the reader.

use sohoa::intake::Encoding;
use unicode_normalization::UnicodeNormalization;

/// Small letters and the seven capitals that TCVN3 has, and behind each what windows-1252 shows for its byte, as lists of
/// old fonts print it. Capitals with a tone are typed as small letters in the capital fonts.
const TCVN3: &str = "àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ ì× íÝ ỉØ ĩÜ ịÞ \
    òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô ư\u{ad} ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ \
    Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§";

/// The marks of VNI behind a letter of ASCII, as windows-1252 shows them: tones, then the circumflex and the breve alone
/// and with each tone.
const VNI: &str = "\u{301}ù \u{300}ø \u{309}û \u{303}õ \u{323}ï \u{302}â \u{302}\u{301}á \u{302}\u{300}à \u{302}\u{309}å \
    \u{302}\u{303}ã \u{323}\u{302}ä \u{306}ê \u{306}\u{301}é \u{306}\u{300}è \u{306}\u{309}ú \u{306}\u{303}ü \u{323}\u{306}ë";

/// The letters of VNI that are one byte.
const VNI_WHOLE: &str = "đñ ơô ưö íí ìì ỉæ ĩó ịò ỵî";

/// The text in windows-1258 by its rule: the letter without its tone, then the tone. `hybrid` takes the letters of the West
/// (à, é, ó …) whole, as other programs do.
pub(crate) fn windows_1258(text: &str, hybrid: bool) -> Vec<u8> {
    let mut bytes = Vec::new();
    for letter in text.nfc() {
        if hybrid && "àáèéíóùúÀÁÈÉÍÓÙÚ".contains(letter) {
            bytes.extend(western_bytes(&letter.to_string()));
            continue;
        }
        let (tones, base): (String, String) =
            letter.nfd().partition(|part| matches!(part, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}'));
        let base: String = base.nfc().collect();
        let (base, _, lost) = encoding_rs::WINDOWS_1258.encode(&base);
        assert!(!lost, "{letter}");
        bytes.extend_from_slice(&base);
        bytes.extend(tones.chars().map(|tone| match tone {
            '\u{300}' => 0xcc,
            '\u{309}' => 0xd2,
            '\u{303}' => 0xde,
            '\u{301}' => 0xec,
            _ => 0xf2,
        }));
    }
    bytes
}

/// The text as windows-1252 shows it when it was typed in a font of TCVN3.
pub(crate) fn tcvn3_shown(text: &str) -> String {
    let shown = |letter: char| {
        let of = |wanted: char| TCVN3.split(' ').find_map(|pair| pair.strip_prefix(wanted)).map(str::to_owned);
        of(letter).or_else(|| of(letter.to_lowercase().next()?)).unwrap_or_else(|| letter.to_string())
    };
    text.nfc().map(shown).collect()
}

/// The text as windows-1252 shows it when it was typed in a font of VNI.
pub(crate) fn vni_shown(text: &str) -> String {
    let shown = |letter: char| {
        let small: char = letter.to_lowercase().next().unwrap_or(letter);
        let whole = |letter: char| VNI_WHOLE.split(' ').find_map(|pair| pair.strip_prefix(letter)).map(str::to_owned);
        let shown = whole(small).unwrap_or_else(|| {
            // ơ and ư keep their horn; the other marks stand behind.
            let (marks, base): (String, String) =
                small.nfd().partition(|part| matches!(part, '\u{300}'..='\u{36f}') && *part != '\u{31b}');
            let base: String = base.nfc().collect();
            let base = base.chars().next().and_then(whole).unwrap_or(base);
            let mark = VNI
                .split(' ')
                .find_map(|pair| pair.strip_prefix(marks.as_str()).filter(|byte| byte.chars().count() == 1));
            base + if marks.is_empty() { "" } else { mark.unwrap_or_else(|| panic!("{letter} has no mark")) }
        });
        if letter.is_uppercase() { shown.to_uppercase() } else { shown }
    };
    text.nfc().map(shown).collect()
}

/// The bytes that windows-1252 shows so.
pub(crate) fn western_bytes(shown: &str) -> Vec<u8> {
    let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(shown);
    assert!(!lost, "{shown}");
    bytes.into_owned()
}

/// The text after a program took its UTF-8 for a code page of Windows.
pub(crate) fn mojibake(text: &str, page: &'static encoding_rs::Encoding) -> String {
    page.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// The text as bytes of an encoding; the capitals that TCVN3 lacks become small. `None` when the encoding has not all of
/// its letters.
pub(crate) fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
    Some(match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1258 => windows_1258(text, false),
        Encoding::Tcvn3 => western_bytes(&tcvn3_shown(text)),
        Encoding::Vni => western_bytes(&vni_shown(text)),
        Encoding::Windows1252 => {
            let (bytes, _, lost) = encoding_rs::WINDOWS_1252.encode(text);
            (!lost).then(|| bytes.into_owned())?
        }
    })
}
