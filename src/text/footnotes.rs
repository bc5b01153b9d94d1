//! Marks of footnotes, which tables put behind a name or a number: `366 (*)`, `Bảo Yên¹`.

/// A digit as a footnote's mark is printed: `¹`; any other character as it is.
#[must_use]
pub fn raised(letter: char) -> char {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    letter.to_digit(10).and_then(|digit| DIGITS.get(digit as usize)).copied().unwrap_or(letter)
}

/// Whether a character is such a digit.
#[must_use]
pub(super) const fn is_raised(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// What stands behind a number, and the marks behind that with the brackets around them.
pub(super) fn part_marks(text: &str) -> (&str, &str) {
    let is_sign = |letter: char| is_raised(letter) || matches!(letter, '*' | '†' | '‡');
    let bare = text.trim_end_matches(|letter: char| is_sign(letter) || matches!(letter, '(' | ')' | '[' | ']' | ' '));
    let (bare, marks) = text.split_at(bare.len());
    let pairs = |open: char, close: char| marks.matches(open).count() == marks.matches(close).count();
    if marks.contains(is_sign) && pairs('(', ')') && pairs('[', ']') { (bare, marks.trim()) } else { (text, "") }
}
