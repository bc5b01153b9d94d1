//! Phiên bản công thức: the two ways in which the points of the group are known to be counted. What a document says and what
//! the portal shows differ in component B; percentages under one are not a series with those under the other.

use super::Formula;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Percent;

/// Một phiên bản: rates at which components have all their points, where they differ from the cards.
#[derive(Debug, PartialEq, Eq)]
pub struct Edition {
    /// The stable word.
    pub code: &'static str,
    /// What an officer calls it.
    pub label: &'static str,
    /// Since when it is known to be used.
    pub since: &'static str,
    /// Who counts so, and how we know.
    pub source: &'static str,
    caps: &'static [(Component, i32)],
}

/// As the cards have it: 4 points × rate in B.
static SHOWN: Edition = Edition {
    code: "shown-2026",
    label: "như cổng hiện: B đủ điểm khi đạt 100 %",
    since: "năm 2026",
    source: "điểm Cổng dịch vụ công quốc gia hiện năm 2026; không rõ áp dụng từ ngày nào",
    caps: &[],
};

/// As the description of the indicators has it: B is full from 80 % on, below it the rate counts for its share of 80 %.
static DESCRIBED: Edition = Edition {
    code: "described-2022",
    label: "như tài liệu mô tả: B đủ điểm từ 80 %",
    since: super::SINCE,
    source: "tài liệu mô tả bộ chỉ số theo Quyết định 766/QĐ-TTg ngày 23/6/2022, cần cơ quan đối chiếu một lần với văn bản",
    caps: &[(Component::B, 80)],
};

/// Both, the one in use unless an office says otherwise first.
pub static EDITIONS: [&Edition; 2] = [&SHOWN, &DESCRIBED];

impl Formula {
    /// The edition whose caps are in force; `None` where an office has set others.
    #[must_use]
    pub fn edition(&self) -> Option<&'static Edition> {
        EDITIONS
            .into_iter()
            .find(|edition| Component::ALL.into_iter().all(|component| self.cap(component) == edition.cap(component)))
    }

    /// Takes the caps of an edition; what else is set stays.
    pub fn take_edition(&mut self, edition: &Edition) {
        for component in Component::ALL {
            let cap = Some(edition.cap(component)).filter(|cap| *cap != SHOWN.cap(component));
            self.rules.or_default(component).cap = cap;
        }
        self.rules.retain(|_, rule| *rule != super::ComponentRule::default());
    }
}

impl Edition {
    /// The rate at which a component has all its points.
    fn cap(&self, component: Component) -> Percent {
        let own = self.caps.iter().find(|(of, _)| *of == component).map(|(_, cap)| *cap);
        Percent::new(Decimal::whole(own.unwrap_or(super::card(component).cap)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::NotApplicable;
    use crate::components::Preset;

    #[test]
    fn an_edition_is_taken_told_and_given_up_while_other_settings_stay() {
        let mut formula = Formula::default();
        assert_eq!(formula.edition(), Some(&SHOWN));
        formula.rules.or_default(Component::C).not_applicable = NotApplicable::Full;
        formula.take_edition(&DESCRIBED);
        assert_eq!(
            (formula.edition(), formula.version(Preset::Points22).as_str()),
            (Some(&DESCRIBED), "points22+B80+Cfull")
        );
        formula.rules.or_default(Component::B).cap = Some(Percent::new(Decimal::whole(70)));
        assert_eq!(formula.edition(), None);
        formula.take_edition(&SHOWN);
        assert_eq!((formula.edition(), formula.version(Preset::Points22).as_str()), (Some(&SHOWN), "points22+Cfull"));
    }
}
