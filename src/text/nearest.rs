//! The word that a slip of the keys may have meant.

/// Of some words the one nearest to a word, where few letters differ and no other is as near.
#[must_use]
pub fn nearest<'word>(word: &str, others: &mut dyn Iterator<Item = &'word str>) -> Option<&'word str> {
    let allowed = word.len().div_ceil(6).min(3);
    let (mut least, mut found) = (allowed + 1, None);
    for other in others {
        // Each slip changes the length by one letter at the most.
        if word.len().abs_diff(other.len()) > allowed || found == Some(other) {
            continue;
        }
        let apart = strsim::damerau_levenshtein(word, other);
        if apart < least {
            (least, found) = (apart, Some(other));
        } else if apart == least {
            found = None;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_is_told_unless_it_is_far_or_another_is_as_near() {
        let ids = ["bac-ha", "bat-xat", "sa-pa", "si-ma-cai", "van-ban", "sa-pa"];
        let nearest = |word| nearest(word, &mut ids.into_iter());
        assert_eq!(nearest("bac-haa"), Some("bac-ha"));
        assert_eq!(nearest("sa-pá"), Some("sa-pa"));
        assert_eq!(nearest("si-ma-cia"), Some("si-ma-cai"));
        assert_eq!(nearest("bao-yen"), None);
        assert_eq!(super::nearest("svh", &mut ["svhtt", "sva", "svb"].into_iter()), None);
    }
}
