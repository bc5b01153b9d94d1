//! Lists put in order. The library makes a sort of its own for each kind of list, and each weighs some 7 kB in the page;
//! here all kinds share one, which moves numbers, and the list follows. For lists of units, names and notices; a list
//! of dossiers is worth a sort of its own.

use std::cmp::Ordering;

/// Sorts a list; what is equal stays as it stood.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts a list by a key that is cheap to make; what is equal stays as it stood.
pub fn sort_by_key<T, Key: Ord>(list: &mut [T], key: impl Fn(&T) -> Key) {
    sort_by(list, |one, other| key(one).cmp(&key(other)));
}

/// Sorts a list by comparing two of it; what is equal stays as it stood.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = order(list.len(), &|one, other| compare(&list[one], &list[other]));
    for start in 0..order.len() {
        // Round a ring of places, each taking what belongs there, until the ring closes.
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            list.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// For each place in the sorted list, where it stood before.
#[allow(clippy::disallowed_methods)]
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

// The law wants proptest, which is not built for the browser.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_equal_stays_as_it_stood() {
        let mut units = ["c1", "a1", "b1", "a2", "c2", "a3"];
        sort_by_key(&mut units, |unit| unit.as_bytes()[0]);
        assert_eq!(units, ["a1", "a2", "a3", "b1", "c1", "c2"]);
    }

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(list in prop::collection::vec((0..9_u8, any::<u16>()), 0..60)) {
            let (mut own, mut library) = (list.clone(), list);
            sort_by_key(&mut own, |(key, _)| std::cmp::Reverse(*key));
            library.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
            prop_assert_eq!(&own, &library);
            sort(&mut own);
            library.sort_unstable();
            prop_assert_eq!(own, library);
        }
    }
}
