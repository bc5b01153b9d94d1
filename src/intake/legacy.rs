//! The choice between the encodings from before Unicode, by what the bytes say under each.

use super::Encoding;
use super::decode::read;
use super::sense::Words;

/// The encodings that are weighed; of equals the first is taken. UTF-8 is among them for files that are damaged.
const CANDIDATES: [Encoding; 5] =
    [Encoding::Windows1258, Encoding::Tcvn3, Encoding::Vni, Encoding::Windows1252, Encoding::Utf8];

/// The encoding under which the bytes say most of what tables of the field say, and whether every other reading is
/// clearly worse; `None` when none makes sense of them.
pub(super) fn legacy(head: &[u8]) -> Option<(Encoding, bool)> {
    let weighed = CANDIDATES.map(|encoding| (Words::of(&read(head, encoding)), encoding));
    let (best, encoding) = weighed.iter().rev().max_by_key(|(words, _)| words.sense())?;
    let certain = weighed.iter().all(|(words, _)| best.outweigh(words));
    (best.sense() > 0).then_some((*encoding, certain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_is_the_one_that_makes_sense() {
        let text = "Tên đơn vị;Tỷ lệ số hóa hồ sơ\nUBND huyện Bảo Yên;72,3%\n";
        // Made by hand after the tables of the encodings.
        for (bytes, encoding) in [
            (
                &b"T\xean \xf0\xf5n vi\xf2;Ty\xd2 l\xea\xf2 s\xf4\xec ho\xeca h\xf4\xcc s\xf5\nUBND huy\xea\xf2n Ba\xd2o Y\xean;72,3%\n"[..],
                Encoding::Windows1258,
            ),
            (
                b"T\xaan \xae\xacn v\xde;T\xfb l\xd6 s\xe8 h\xe3a h\xe5 s\xac\nUBND huy\xd6n B\xb6o Y\xaan;72,3%\n",
                Encoding::Tcvn3,
            ),
            (
                b"Te\xe2n \xf1\xf4n v\xf2;Ty\xfb le\xe4 so\xe1 ho\xf9a ho\xe0 s\xf4\nUBND huye\xe4n Ba\xfbo Ye\xe2n;72,3%\n",
                Encoding::Vni,
            ),
        ] {
            assert_eq!((read(bytes, encoding).as_str(), legacy(bytes)), (text, Some((encoding, true))));
        }
        assert_eq!(legacy(b"D\xe9bit;Cr\xe9dit;Fran\xe7ais\n\x80\xff\xfe"), None);
    }

    #[test]
    fn short_texts_and_capitals_are_told_apart() {
        for (bytes, encoding, text, certain) in [
            (&b"\x53\xf4\xec h\xf3a"[..], Encoding::Windows1258, "Số hóa", true),
            (b"Ty\xd2 l\xea\xf2", Encoding::Windows1258, "Tỷ lệ", true),
            (b"\xd0\xf5n vi\xf2", Encoding::Windows1258, "Đơn vị", true),
            (b"\xd0\xd5N VI\xf2", Encoding::Windows1258, "ĐƠN VỊ", true),
            (b"\xa7\xacn v\xde", Encoding::Tcvn3, "Đơn vị", true),
            (b"\xa7\xa5N V\xde", Encoding::Tcvn3, "ĐƠN Vị", true), // the font draws the last letter as a capital
            (b"\xae\xacn v\xde", Encoding::Tcvn3, "đơn vị", true), // typed in .VnTimeH, which shows ĐƠN VỊ
            (b"\xd1\xf4n v\xf2", Encoding::Vni, "Đơn vị", true),
            (b"\xd1\xd4N V\xd2", Encoding::Vni, "ĐƠN VỊ", true),
            (b"L\xe0o Cai;x\xe3 A", Encoding::Windows1252, "Lào Cai;xã A", true),
            (b"h\xe5", Encoding::Tcvn3, "hồ", true),
            // One common syllable against another: `Tân` of the West or of windows-1258, `Tõn` of TCVN3.
            (b"Y\xean T\xe2n", Encoding::Windows1258, "Yên Tân", true),
            (b"H\xf2a", Encoding::Windows1252, "Hòa", false), // `Hũa` in TCVN3
        ] {
            let (found, sure) = legacy(bytes).expect(text);
            assert_eq!((read(bytes, found).as_str(), sure), (text, certain), "{found:?}");
            assert!(found == encoding || read(bytes, encoding) == text);
        }
    }
}
