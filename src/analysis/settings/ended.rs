//! What stays of settings once the session that brought them is gone: what an officer has changed meanwhile.

use super::Settings;
use super::Wording;
use crate::warnings::Thresholds;

/// A value as it is now, unless it is what a session has brought: then as it was before.
fn left<T: Clone + PartialEq>(now: &T, brought: &T, before: &T) -> T {
    if now == brought { before.clone() } else { now.clone() }
}

/// A record of which each field is judged by itself; a field that is added is missed here by the compiler.
macro_rules! left {
    ($record:ident, $now:expr, $brought:expr, $before:expr, { $($field:ident)* }) => {
        $record { $($field: left(&$now.$field, &$brought.$field, &$before.$field),)* }
    };
}

impl Settings {
    /// These settings without what a session has `brought`: what was changed since it was opened stays, all else is as it
    /// was `before`.
    #[must_use]
    pub fn without(&self, brought: &Self, before: &Self) -> Self {
        let left = left!(Self, self, brought, before, {
            group thresholds formula province as_of figures what_if catalogue own_catalogue groups answers wording written
        });
        let (limits, wording) = ((&self.thresholds, &brought.thresholds), (&self.wording, &brought.wording));
        Self {
            thresholds: limits_left(limits.0, limits.1, &before.thresholds),
            wording: words_left(wording.0, wording.1, &before.wording),
            ..left
        }
    }
}

fn limits_left(now: &Thresholds, brought: &Thresholds, before: &Thresholds) -> Thresholds {
    left!(Thresholds, now, brought, before, {
        name since source rate_low count_very_low compare few_dossiers relative
    })
}

fn words_left(now: &Wording, brought: &Wording, before: &Wording) -> Wording {
    left!(Wording, now, brought, before, {
        superior issuer issuer_name symbol number place date draft subject addressees body recipients signature signer
        appendix_title appendix_reference columns decimal_zero names reminder_subject reminder message
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_stays_and_what_was_brought_goes() {
        let read = |text: &str| Settings::parse(text).unwrap();
        let before = read("[thresholds]\nrate-low = 55\ncount-very-low = 900\n[documents]\nsigner = \"Nguyễn Văn A\"");
        let brought = read("group = \"cap-xa\"\n[thresholds]\nrate-low = 46\n[documents]\nsigner = \"Trần Thị B\"");
        assert_eq!(brought.without(&brought, &before), before);
        // A limit and the place are changed meanwhile; the other limit, the signer and the group go with the session.
        let now = read(
            "group = \"cap-xa\"\n[thresholds]\nrate-low = 47\n[documents]\nsigner = \"Trần Thị B\"\nplace = \"Sa Pa\"",
        );
        let left = read(
            "[thresholds]\nrate-low = 47\ncount-very-low = 900\n[documents]\nsigner = \"Nguyễn Văn A\"\nplace = \"Sa Pa\"",
        );
        assert_eq!(now.without(&brought, &before), left);
    }
}
