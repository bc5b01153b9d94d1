//! Letters that are valid Unicode and yet not what was meant: typed for fonts from before Unicode, or UTF-8 that a program
//! took for something else. Whether a text is so is judged from a sample; the repair works cell by cell.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::Encoding;
use super::decode::read;
use super::encodings::mojibake;
use super::encodings::western::any_byte;
use super::encodings::western::western_byte;
use super::sense::Words;
use crate::domain::Set;
use crate::domain::sort_by_key;
use crate::text::composed;
use crate::text::decomposed;

/// Cách sửa chữ: what happened to the letters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// UTF-8 that was read as windows-1252 or windows-1258 and saved again: `Sá»‘ hÃ³a há»“ sÆ¡`.
    Mojibake,
    /// Typed in a font of TCVN3 (.VnTime) and saved as Unicode: `Sè hãa hå s¬`.
    Tcvn3,
    /// Typed in a font of VNI (VNI-Times) and saved as Unicode: `Soá hoùa hoà sô`.
    Vni,
    /// Bytes of windows-1258 that a program read as windows-1252 and saved as Unicode: `Tên ðõn viò`.
    Windows1258,
}

/// What an officer wants done with the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairChoice {
    /// Leave them as they are.
    Keep,
    /// Repair them so, whatever the sample shows.
    Apply(Repair),
}

impl Repair {
    /// All, in the order they are tried.
    pub const ALL: [Self; 4] = [Self::Mojibake, Self::Tcvn3, Self::Vni, Self::Windows1258];

    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mojibake => "mojibake",
            Self::Tcvn3 => "tcvn3",
            Self::Vni => "vni",
            Self::Windows1258 => "windows-1258",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Mojibake => "UTF-8 bị đọc nhầm bảng mã",
            Self::Tcvn3 => "chữ phông TCVN3 (ABC, .VnTime) trong tệp Unicode",
            Self::Vni => "chữ phông VNI (VNI-Times) trong tệp Unicode",
            Self::Windows1258 => "chữ Windows-1258 bị đọc thành Windows-1252",
        }
    }
}

impl RepairChoice {
    /// The choice that a script or a page names: `none` or the code of a repair.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let repair = || Repair::ALL.into_iter().find(|repair| repair.code() == code).map(Self::Apply);
        if code == "none" { Some(Self::Keep) } else { repair() }
    }

    /// The stable word for scripts.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Keep => "none",
            Self::Apply(repair) => repair.code(),
        }
    }
}

/// How much a sample must gain by a repair before it is repaired unasked: three words that were no Vietnamese become such,
/// two of them words of the field. One group of mojibake is proof by itself, since no language writes `á»‘`.
const PROOF: i64 = 24;
/// Cells of the sample that are weighed; more say the same.
const CELLS_WEIGHED: usize = 2_000;

/// What mojibake makes of à, of which its second half is easily lost.
const LOST_MARK: &str = "Ã\u{a0}";

/// What stands between the cells of a sample, whichever separator its file has.
const BETWEEN_CELLS: &[u8] = b"\n\r\t;,|\"";

/// What a sample tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Diagnosis {
    /// The repair that is called for.
    pub(super) repair: Option<Repair>,
    /// A repair that some cells seem to need, without proof.
    pub(super) suspected: Option<Repair>,
}

/// The repair that a sample calls for, `None` when its letters are well or the signs are too few. Cells are told apart by
/// line ends, tabs, semicolons, commas, bars and quotes.
#[must_use]
pub fn detect(sample: &str) -> Option<Repair> {
    diagnose(sample).repair
}

/// The text of one cell, repaired. Cells that this repair makes no better stay as they are: many files mix old letters
/// with new ones.
#[must_use]
pub fn apply(repair: Repair, cell: &str) -> String {
    repaired(repair, cell).map_or_else(|| cell.to_owned(), |repaired| repaired.text)
}

/// The repaired text of a cell; `None` when it stays as it is.
pub(super) fn repaired(repair: Repair, cell: &str) -> Option<mojibake::Repaired> {
    if cell.is_ascii() {
        return None;
    }
    let encoding = match repair {
        Repair::Mojibake => return mojibake::repaired(cell),
        Repair::Tcvn3 => Encoding::Tcvn3,
        Repair::Vni => Encoding::Vni,
        Repair::Windows1258 => Encoding::Windows1258,
    };
    // A letter that the West's code page lacks was typed in Unicode, unless windows-1258 shows old letters: that must be shown.
    let western: Option<Vec<u8>> = composed(cell.chars()).chars().map(western_byte).collect();
    let (bytes, least) = match western {
        Some(bytes) => (bytes, 0),
        None if repair == Repair::Windows1258 => return None,
        None => (bytes_in_1258(cell)?, 1),
    };
    let text = read(&bytes, encoding);
    let well = !text.contains(char::REPLACEMENT_CHARACTER) && text != cell;
    let better = || Words::of(&text).sense() - Words::of(cell).sense() >= least;
    (well && better()).then_some(mojibake::Repaired { text, doubtful: false })
}

/// The bytes that windows-1258 shows as this text. It has tones of their own, which were composed with what stands before.
fn bytes_in_1258(cell: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(cell.len());
    for letter in composed(cell.chars()).chars() {
        match any_byte(letter) {
            // A sum of money, which no old letter looks like.
            _ if letter == '₫' => return None,
            Some(byte) => bytes.push(byte),
            None => {
                for part in decomposed(letter.encode_utf8(&mut [0; 4])).chars() {
                    bytes.push(any_byte(part)?);
                }
            }
        }
    }
    Some(bytes)
}

/// The cells of a text, each with the sign behind it. Byte by byte: letters need not be known for it.
fn cells(mut text: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let mut end = 0;
        while end < bytes.len() && !BETWEEN_CELLS.contains(&bytes[end]) {
            end += 1;
        }
        let (cell, rest) = text.split_at(end);
        let (sign, rest) = rest.split_at(rest.len().min(1));
        text = rest;
        (end + sign.len() > 0).then_some((cell, sign))
    })
}

/// A text of many cells, each of them repaired.
pub(super) fn repaired_text(repair: Repair, text: &str) -> String {
    let mut repaired = String::with_capacity(text.len());
    for (cell, sign) in cells(text) {
        repaired.push_str(&apply(repair, cell));
        repaired.push_str(sign);
    }
    repaired
}

/// Weighs the repairs over the cells of a sample that hold rubbish.
pub(super) fn diagnose(sample: &str) -> Diagnosis {
    let words = Words::of(sample);
    // Nearly every text is well: its cells need no looking at one by one.
    if is_sound(sample, &words) {
        return Diagnosis { repair: None, suspected: could_be(sample, &words) };
    }
    // A long list says the same again and again.
    let mut seen: HashSet<&str, FxBuildHasher> = HashSet::default();
    let cells: Vec<&str> = cells(sample)
        .map(|(cell, _)| cell)
        .filter(|cell| !cell.is_ascii() && seen.insert(cell))
        .filter(|cell| Words::of(cell).has_rubbish() || cell.contains(LOST_MARK))
        .take(CELLS_WEIGHED)
        .collect();
    let mut weighed = Repair::ALL.map(|repair| (Gain::of(repair, &cells), repair));
    sort_by_key(&mut weighed, |(gain, _)| -gain.points);
    let [(best, repair), (second, _), ..] = weighed;
    let proof = match repair {
        Repair::Mojibake => best.points > 0 && best.cells > 0,
        Repair::Tcvn3 | Repair::Vni | Repair::Windows1258 => best.points >= PROOF && best.known >= 2,
    };
    if proof && best.points >= 2 * second.points {
        Diagnosis { repair: Some(repair), suspected: None }
    } else {
        let suspected = (best.known > 0 && best.points >= 10).then_some(repair);
        Diagnosis { repair: None, suspected: suspected.or_else(|| could_be(sample, &words)) }
    }
}

/// Whether nothing in a text that says this can be read otherwise: it is sound, and was typed in Unicode.
pub(super) fn is_well(text: &str, words: &Words) -> bool {
    is_sound(text, words) && is_typed(words)
}

/// Whether no word of a text is rubbish.
fn is_sound(text: &str, words: &Words) -> bool {
    !words.has_rubbish() && !text.contains(LOST_MARK)
}

/// Two words of the field with letters that no old font has show that a text was typed in Unicode.
fn is_typed(words: &Words) -> bool {
    let typed = |word: &&str| word.chars().any(|letter| western_byte(letter).is_none());
    words.known().filter(typed).count() >= 2
}

/// The repair under which a sample would say as much as it does now.
fn could_be(sample: &str, plain: &Words) -> Option<Repair> {
    if is_typed(plain) {
        return None;
    }
    Repair::ALL.into_iter().find(|repair| !plain.outweigh(&Words::of(&repaired_text(*repair, sample))))
}

/// What a repair brings over some cells.
#[derive(Clone, Copy, Default)]
struct Gain {
    /// How much more the cells say that it makes better.
    points: i64,
    /// How many words of the field appear in them.
    known: usize,
    /// How many cells it makes better.
    cells: usize,
}

impl Gain {
    fn of(repair: Repair, cells: &[&str]) -> Self {
        let mut gain = Self::default();
        let mut known = Set::new();
        for cell in cells {
            let Some(repaired) = repaired(repair, cell) else { continue };
            let (before, after) = (Words::of(cell), Words::of(&repaired.text));
            let more = after.sense() - before.sense();
            if more > 0 {
                gain.points += more;
                gain.cells += 1;
                known.extend(after.known().filter(|word| !before.known().any(|own| own == *word)).map(str::to_owned));
            }
        }
        Self { known: known.len(), ..gain }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_tells_what_happened_to_its_letters() {
        #[track_caller]
        fn case(sample: &str, repair: Option<Repair>) {
            assert_eq!(detect(sample), repair, "{sample}");
        }
        case("Sè hãa hå s¬", Some(Repair::Tcvn3));
        case("STT\tTªn ®¬n vÞ\tTû lÖ\n1\tUBND huyÖn B¶o Yªn\t72,3%", Some(Repair::Tcvn3));
        case("Soá hoùa hoà sô", Some(Repair::Vni));
        case("UBND huyeän Baûo Yeân;Ñôn vò;Tyû leä", Some(Repair::Vni));
        case("SOÁ HOÙA HOÀ SÔ;ÑÔN VÒ", Some(Repair::Vni));
        case("Sá»‘ hÃ³a há»“ sÆ¡", Some(Repair::Mojibake));
        case("LÃ\u{a0}o Cai", Some(Repair::Mojibake));
        case("LÃ o Cai;há»“", Some(Repair::Mojibake));
        case("Tên ðõn viò;TyÒ lêò sôì hóa;UBND huyêòn BaÒo Yên", Some(Repair::Windows1258));
        // The same letters where windows-1258 shows them, the tones composed with what stands before them.
        case("STT;§¬n ṽ;Tû lÖ sè hăa hå s¬ (%);KƠt qu¶ chøng thùc ®iÖn tö", Some(Repair::Tcvn3));
        case("Ñôn ṿ;Tyû leä soá hoùa hoà sô;UBND tḥ xaơ Sa Pa", Some(Repair::Vni));
        case("TÊN ÐÕN VIÒ\tHUYÊòN MÝÕÌNG KHÝÕNG\tTHÝÌ TÝò", Some(Repair::Windows1258));
        case("Số hóa hồ sơ;UBND huyện Bảo Yên", None);
        case("TỶ LỆ SỐ HÓA HỒ SƠ;UBND XÃ SA PẢ;XÃ A LÙ", None);
        case("Lào Cai;hòa;Yên;tân;hè", None); // letters that the West has too
        case("Débit;Crédit;Français;Müller;Ångström", None);
        case("Don vi;Ty le", None);
        case("", None);
    }

    #[test]
    fn cells_are_repaired_one_by_one() {
        #[track_caller]
        fn case(repair: Repair, cell: &str, repaired: &str) {
            assert_eq!(apply(repair, cell), repaired);
        }
        case(Repair::Tcvn3, "M\u{ad}êng Kh\u{ad}¬ng", "Mường Khương"); // 0xAD is a soft hyphen in Unicode
        case(Repair::Tcvn3, "§¬n vÞ", "Đơn vị");
        case(Repair::Vni, "UBND huyeän Baûo Yeân", "UBND huyện Bảo Yên");
        case(Repair::Vni, "Ñôn ṿ", "Đơn vị");
        case(Repair::Vni, "UBND tḥ xaơ Sa Pa", "UBND thị xã Sa Pa");
        case(
            Repair::Tcvn3,
            "KƠt qu¶ chøng thùc ®iÖn tö b¶n sao tơ b¶n chƯnh",
            "Kết quả chứng thực điện tử bản sao từ bản chính",
        );
        case(Repair::Tcvn3, "UBND th̃ x· Sa Pa", "UBND thị xã Sa Pa");
        case(Repair::Mojibake, "Sá»‘ hÃ³a há»“ sÆ¡", "Số hóa hồ sơ");
        case(Repair::Windows1258, "TyÒ lêò sôì hóa", "Tỷ lệ số hóa"); // domain §5
        case(Repair::Windows1258, "MýõÌng Khýõng", "Mường Khương");
        for repair in Repair::ALL {
            case(repair, "Số hóa hồ sơ", "Số hóa hồ sơ");
            case(repair, "UBND huyện Bảo Yên", "UBND huyện Bảo Yên");
            case(repair, "Lào Cai", "Lào Cai"); // in an otherwise old file
            case(repair, "Yên", "Yên");
            for cell in [
                "Đơn vị",
                "Sơn",
                "Tư",
                "đ/c Sơn",
                "Cơ quan",
                "Thư ký",
                "Ngũ Chỉ Sơn",
                "Âu Lâu",
                "Ơ",
                "1.000 ₫",
                "Lù Văn Dũng",
            ] {
                case(repair, cell, cell);
            }
            case(repair, "72,3%", "72,3%");
        }
    }

    #[test]
    fn a_lonely_sign_is_a_suspicion() {
        let sample = "Số hóa hồ sơ;UBND huyện Bảo Yên;xã Sa Pả;huyÖn";
        assert_eq!(diagnose(sample), Diagnosis { repair: None, suspected: Some(Repair::Tcvn3) });
    }

    #[test]
    fn a_choice_has_a_word() {
        for code in ["none", "mojibake", "tcvn3", "vni", "windows-1258"] {
            assert_eq!(RepairChoice::from_code(code).map(RepairChoice::code), Some(code));
        }
        assert_eq!(RepairChoice::from_code("x"), None);
    }
}
