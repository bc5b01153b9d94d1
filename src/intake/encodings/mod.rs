//! Encodings from before Unicode that offices still export: windows-1252 and windows-1258, and the two that belong to
//! fonts, TCVN3 (ABC) and VNI. Bytes enter, letters leave; which encoding a file has is judged elsewhere.

pub(super) mod mojibake;
pub(super) mod tcvn3;
pub(super) mod vni;
pub(super) mod western;

/// The Vietnamese letters beyond ASCII, small and capital, for round trips.
#[cfg(test)]
pub(super) fn letters() -> Vec<char> {
    let small = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
    small.chars().chain(small.to_uppercase().chars()).collect()
}

/// Some bytes as text, for round trips.
#[cfg(test)]
pub(super) fn decode(encoding: super::Encoding, bytes: &[u8]) -> String {
    let mut text = String::new();
    super::decode::Letters::new(encoding).decode(bytes, true, &mut text);
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn vietnamese_has_sixty_seven_letters_beyond_ascii_twice() {
        assert_eq!(super::letters().len(), 134);
    }
}
