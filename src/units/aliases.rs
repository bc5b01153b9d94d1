//! What an officer has said a name means, remembered. It outweighs whatever the catalogue would make of the name.

use super::Catalogue;
use super::Unit;
use super::UnitId;
use crate::domain::Map;
use crate::text::fold;

/// Tên đã nhớ: folded names as written, each with the unit it means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remembered(Map<String, UnitId>);

impl Catalogue {
    /// This catalogue with the names an officer has matched: the folded name as written, and the unit it means. Names of
    /// units that this catalogue does not have are left out and given back, so that they can be told.
    #[must_use]
    pub fn with_aliases(&self, aliases: &Map<String, UnitId>) -> (Self, Map<String, UnitId>) {
        let (known, unknown): (Map<_, _>, Map<_, _>) =
            aliases.iter().map(|(name, id)| (fold(name), id.clone())).partition(|(_, id)| self.unit(id).is_some());
        (Self { remembered: Remembered(known), ..self.clone() }, unknown)
    }

    /// The unit that an officer has said this name means.
    pub(super) fn remembered(&self, written: &str) -> Option<&Unit> {
        if self.remembered.0.is_empty() {
            return None;
        }
        self.unit(self.remembered.0.get(&fold(written))?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Found;
    use super::super::Spelling;
    use super::*;

    fn id(word: &str) -> UnitId {
        UnitId::new(word).unwrap()
    }

    #[test]
    fn what_the_officer_said_outweighs_the_catalogue() {
        let plain = Catalogue::laocai_2023();
        // The portal of this office calls the city by the province's name, and its one-stop desk by an abbreviation.
        let said = Map::from([
            ("lao cai".to_owned(), id("tp-lao-cai")),
            ("BPMC Bắc Hà".to_owned(), id("bac-ha")),
            ("bao yen".to_owned(), id("bao-thang")),
            ("xa bac ha".to_owned(), id("xa-bac-ha")),
        ]);
        let (catalogue, unknown) = plain.with_aliases(&said);
        for (written, means) in
            [("Lào Cai", "tp-lao-cai"), ("LÀO CAI", "tp-lao-cai"), ("BPMC Bắc Hà", "bac-ha"), ("Bảo Yên", "bao-thang")]
        {
            let found = Found::Unit { id: id(means), spelling: Spelling::AsListed };
            assert_eq!(catalogue.find(written, None), found, "{written}");
            assert!(catalogue.knows(written), "{written}");
        }
        // The whole name is another name, and stays what it was.
        assert!(
            matches!(catalogue.find("UBND huyện Bảo Yên", None), Found::Unit { id, .. } if id.as_str() == "bao-yen")
        );
        assert_eq!(unknown, Map::from([("xa bac ha".to_owned(), id("xa-bac-ha"))]));
        assert!(!catalogue.knows("xã Bắc Hà") && !plain.knows("Lào Cai"));
        // What was said is replaced, not added to.
        assert_eq!(catalogue.with_aliases(&Map::new()).0, plain);
    }
}
