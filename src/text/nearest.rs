//! The word that a slip of the keys may have meant.

use crate::domain::sort;

/// Of some words the one nearest to a word, where few letters differ and no other is as near.
#[must_use]
pub fn nearest<'word>(word: &str, others: impl Iterator<Item = &'word str>) -> Option<&'word str> {
    let allowed = word.chars().count().div_ceil(6).min(3);
    let apart = |other: &'word str| {
        // Each slip changes the length by one letter at the most.
        let is_near = word.chars().count().abs_diff(other.chars().count()) <= allowed;
        is_near.then(|| (strsim::damerau_levenshtein(word, other), other))
    };
    let mut near: Vec<(usize, &str)> = others.filter_map(apart).filter(|(apart, _)| *apart <= allowed).collect();
    sort(&mut near);
    near.dedup();
    match near.as_slice() {
        [(least, _), (next, _), ..] if least == next => None,
        [(_, nearest), ..] => Some(nearest),
        [] => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_told_unless_it_is_far_or_another_is_as_near() {
        let nearest = |word| nearest(word, ["bac-ha", "bat-xat", "sa-pa", "si-ma-cai", "van-ban", "sa-pa"].into_iter());
        assert_eq!(nearest("bac-haa"), Some("bac-ha"));
        assert_eq!(nearest("sa-pá"), Some("sa-pa"));
        assert_eq!(nearest("si-ma-cia"), Some("si-ma-cai"));
        assert_eq!(nearest("bao-yen"), None);
        assert_eq!(super::nearest("svh", ["svhtt", "sva", "svb"].into_iter()), None);
    }
}
