//! The words of documents as a file spells them.

use serde::Deserialize;
use serde::Serialize;
use serde::Serializer;

use super::super::json::Json;
use super::super::to_json;
use super::super::wording::Wording;
use crate::domain::Map;

/// Only what differs from the words that ship: an office that has edited one of them gets what later editions mend in all
/// others.
#[derive(Default, Deserialize)]
#[serde(transparent)]
pub(super) struct WordsFile(pub(super) Wording);

impl WordsFile {
    /// `None` where nothing differs.
    pub(super) fn of(wording: &Wording) -> Option<Self> {
        (*wording != Wording::default()).then(|| Self(wording.clone()))
    }
}

impl Serialize for WordsFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (own, shipped) = (Json::of(&self.0), Json::of(&Wording::default()));
        let edited = |(word, value): &(&str, &Json)| shipped.field(word).map(to_json) != Some(to_json(value));
        serializer.collect_map(own.fields().filter(edited).collect::<Map<_, _>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_that_were_edited_are_kept() {
        #[track_caller]
        fn case(wording: &Wording, expected: &str) {
            let kept = WordsFile::of(wording).map(|file| serde_json::to_string(&file).unwrap());
            assert_eq!(kept.as_deref().unwrap_or_default(), expected);
            if let Some(kept) = kept {
                assert_eq!(serde_json::from_str::<WordsFile>(&kept).unwrap().0, *wording);
            }
        }
        let shipped = Wording::default;
        case(&shipped(), "");
        case(&Wording { signer: "Nguyễn Văn A".into(), ..shipped() }, r#"{"signer":"Nguyễn Văn A"}"#);
        // What was emptied on purpose stays empty: the body above, a list, the names that ship.
        case(&Wording { superior: String::new(), ..shipped() }, r#"{"superior":""}"#);
        case(&Wording { addressees: Vec::new(), ..shipped() }, r#"{"addressees":[]}"#);
        case(&Wording { names: [].into(), ..shipped() }, r#"{"names":{}}"#);
        case(&Wording { draft: true, decimal_zero: true, ..shipped() }, r#"{"decimal-zero":true,"draft":true}"#);
    }
}
