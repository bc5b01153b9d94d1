//! The settings as a file spells them, TOML or JSON; what is written is read back as it was.

use std::rc::Rc;

use serde::Deserialize;
use serde::Serialize;

use super::Settings;
use super::SettingsError;
use super::figures::CorrectionFile;
use super::formula::FormulaFile;
use super::groups::OwnGroupFile;
use super::limit::Limit;
use super::thresholds::ThresholdsFile;
use super::what_if::WhatIfFile;
use super::words::WordsFile;
use super::written::Written;
use crate::analysis::from_json;
use crate::analysis::json::Json;
use crate::analysis::to_json;
use crate::columns::Answers;
use crate::columns::ColumnChoices;
use crate::columns::FileAnswers;
use crate::columns::StatusClass;
use crate::domain::Day;
use crate::domain::Group;
use crate::domain::Map;
use crate::domain::Percent;
use crate::text::fold;
use crate::units::Catalogue;
use crate::units::SHIPPED;
use crate::warnings::Compare;

/// Its keys.
#[derive(Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
struct SettingsFile {
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<Group>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalogue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    province: Option<Limit>,
    /// The own catalogue, as its file.
    #[serde(rename = "own-catalogue", skip_serializing_if = "Option::is_none")]
    own_catalogue: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    compare: Compare,
    thresholds: ThresholdsFile,
    #[serde(skip_serializing_if = "FormulaFile::is_empty")]
    formula: FormulaFile,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    figures: Vec<CorrectionFile>,
    #[serde(rename = "what-if", skip_serializing_if = "Vec::is_empty")]
    what_if: Vec<WhatIfFile>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<OwnGroupFile>,
    // The answers stand beside the other settings, so that a file reads `[columns."Tỷ lệ"]`.
    #[serde(skip_serializing_if = "ColumnChoices::is_empty")]
    columns: ColumnChoices,
    #[serde(skip_serializing_if = "Map::is_empty")]
    files: Map<String, FileAnswers>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    statuses: Map<String, StatusClass>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    aliases: Map<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documents: Option<WordsFile>,
}

/// The ids of the catalogues that ship.
fn known_catalogues() -> String {
    SHIPPED.iter().map(|shipped| shipped.id).collect::<Vec<_>>().join(", ")
}

impl Settings {
    /// Reads settings from TOML or, when the text begins with a brace, JSON.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let text = text.trim_start_matches('\u{feff}');
        let written = Written::new(text);
        if text.trim_start().starts_with('{') {
            return Self::from_json(text).map(|settings| Self { written, ..settings });
        }
        let file = toml::from_str(text).map_err(|error: toml::de::Error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            SettingsError::Malformed { line: before.matches('\n').count() + 1 }
        })?;
        Self::from_file(file)?.dated().map(|settings| Self { written, ..settings })
    }

    /// Reads settings from JSON alone: what the page keeps, without the weight of the other format.
    pub fn from_json(text: &str) -> Result<Self, SettingsError> {
        Self::from_file(from_json(text).map_err(|line| SettingsError::Malformed { line })?)?.dated()
    }

    /// Reads settings that stand within a file.
    pub(in crate::analysis) fn within(json: &Json) -> Result<Self, SettingsError> {
        let file = SettingsFile::deserialize(json).map_err(|_| SettingsError::Malformed { line: 1 })?;
        Self::from_file(file)
    }

    fn from_file(file: SettingsFile) -> Result<Self, SettingsError> {
        // However a word was typed, it is kept as it is looked up.
        let folded = |(word, meaning): (String, _)| (fold(&word), meaning);
        let answers = Answers {
            columns: file.columns,
            files: file.files,
            statuses: file.statuses.into_iter().map(folded).collect(),
            aliases: file.aliases.into_iter().map(|(name, unit)| (fold(&name), unit)).collect(),
        };
        let thresholds = file.thresholds.thresholds(file.compare)?;
        let province = file.province.map(|given| given.between("province", 0, 100)).transpose()?.map(Percent::new);
        let figures = file.figures.iter().map(CorrectionFile::correction).collect::<Result<_, _>>()?;
        let formula = file.formula.formula()?;
        let what_if = file.what_if.iter().map(WhatIfFile::improvement).collect::<Result<_, _>>()?;
        let groups = file.groups.iter().map(OwnGroupFile::group).collect::<Result<_, _>>()?;
        let as_of = match &file.as_of {
            None => None,
            Some(text) => Some(Self::day(text).ok_or_else(|| SettingsError::Value {
                key: "as_of".to_owned(),
                found: text.clone(),
                expected: "cần một ngày như 05/6/2023".to_owned(),
            })?),
        };
        let own_catalogue = file.own_catalogue.as_deref().map(Catalogue::from_csv).transpose()?.map(Rc::new);
        let is_known =
            |id: &str| SHIPPED.iter().any(|shipped| shipped.id == id) || (id == Self::OWN && own_catalogue.is_some());
        if let Some(id) = file.catalogue.as_deref().filter(|id| !is_known(id)) {
            return Err(SettingsError::Catalogue { found: id.to_owned(), known: known_catalogues() });
        }
        let wording = file.documents.unwrap_or_default().0;
        if let Some(fault) = wording.fault() {
            return Err(fault);
        }
        Ok(Self {
            group: file.group,
            thresholds,
            formula,
            province,
            as_of,
            figures,
            what_if,
            groups,
            catalogue: file.catalogue,
            own_catalogue,
            answers,
            wording,
            written: Written::default(),
        })
    }

    /// The settings as JSON, for [`Settings::parse`] to read again.
    #[must_use]
    pub fn to_json(&self) -> String {
        self.to_json_with(self.own_catalogue.as_ref().map(|own| own.to_csv()))
    }

    /// The same, where the office's own catalogue has been written already.
    #[must_use]
    pub fn to_json_with(&self, own_catalogue: Option<String>) -> String {
        to_json(&self.file(own_catalogue))
    }

    /// The settings as they stand within a file.
    pub(in crate::analysis) fn written(&self) -> impl Serialize + use<> {
        self.file(self.own_catalogue.as_ref().map(|own| own.to_csv()))
    }

    fn file(&self, own_catalogue: Option<String>) -> SettingsFile {
        SettingsFile {
            group: self.group,
            catalogue: self.catalogue.clone(),
            province: self.province.map(Limit::of),
            own_catalogue,
            as_of: self.as_of.map(Day::printed),
            compare: self.thresholds.compare,
            thresholds: ThresholdsFile::of(&self.thresholds),
            formula: FormulaFile::of(&self.formula),
            figures: self.figures.iter().map(CorrectionFile::of).collect(),
            what_if: self.what_if.iter().map(WhatIfFile::of).collect(),
            groups: self.groups.iter().map(OwnGroupFile::of).collect(),
            columns: self.answers.columns.clone(),
            files: self.answers.files.clone(),
            statuses: self.answers.statuses.clone(),
            aliases: self.answers.aliases.clone(),
            documents: WordsFile::of(&self.wording),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ExtraColumn;
    use crate::columns::Field;
    use crate::units::UnitId;

    #[test]
    fn limits_are_read_however_they_are_written() {
        for text in [
            "[thresholds]\nrate-low = 49.6\ncount-very-low = 900\n",
            "[thresholds]\nrate-low = \"49,6 %\"\ncount-very-low = \"900\"\n",
            "{\"thresholds\": {\"rate-low\": 49.6, \"count-very-low\": 900}}",
        ] {
            let settings = Settings::parse(text).unwrap();
            assert_eq!(settings.thresholds.rate_low.to_string(), "49.6");
            assert_eq!(settings.thresholds.count_very_low, 900);
        }
        assert_eq!(Settings::count_limit("1.000"), Ok(1000));
        assert_eq!(Settings::count_limit("1000,0"), Ok(1000));
        // A digit too many is no count of 1, a thousand no percentage of 1.
        assert!(Settings::count_limit("1.0000").is_err() && Settings::rate_limit("1.000").is_err());
        let empty = Settings::rate_limit(" ").unwrap_err().to_string();
        assert!(empty.starts_with("Ngưỡng «Thấp» đang để trống, không dùng được"), "{empty}");
        assert_eq!(Settings::parse(""), Ok(Settings::default()));
    }

    #[test]
    fn what_cannot_be_a_limit_is_refused_with_a_sentence() {
        for text in [
            "[thresholds]\nrate-low = 101",
            "[thresholds]\nrate-low = \"nhiều\"",
            "[thresholds]\ncount-very-low = 1.5",
            "limit = 5",
            "catalogue = \"laocai-1991\"",
            "[documents]\nsubject = \"V/v {vi-sao}\"",
            "[documents]\ndate = \"31/6/2023\"",
            "[documents]\ncolumns = [\"doan\"]",
            "[",
        ] {
            assert!(!Settings::parse(text).unwrap_err().to_string().is_empty(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_understood_is_named_by_its_line() {
        for (text, line) in [("[thresholds]\nlimit = 5", 2), ("{\n\"groups\": 1}", 2), ("group = ", 1)] {
            assert_eq!(Settings::parse(text), Err(SettingsError::Malformed { line }), "{text}");
        }
    }

    #[test]
    fn a_whole_set_is_read_back_as_it_was() {
        let text = r#"
            province = "57,7"
            as_of = "05/6/2023"
            compare = "exact"
            [thresholds]
            few-dossiers = 250
            name = "Bộ ngưỡng 2023"
            since = "01/6/2023"
            source = "Công văn của Văn phòng UBND tỉnh"
            [[thresholds.relative]]
            rule = "percent-share-of-province"
            value = "0,95"
            [[thresholds.relative]]
            rule = "bottom-copies"
            [formula]
            preset = "points22"
            tolerance = "0,1"
            rates = ["B", "A"]
            [formula.components.B]
            cap = 80
            not-applicable = "excluded"
            [[figures]]
            unit = "bac-ha"
            field = "group_percent"
            value = "48,2"
            reason = "gõ nhầm, đã đối chiếu với cổng"
            [[what-if]]
            unit = "bac-ha"
            dossiers = 418
            [[what-if]]
            unit = "van-ban"
            copies = 322
            [[groups]]
            name = "Vùng cao"
            units = ["si-ma-cai", "bac-ha"]
        "#;
        let settings = Settings::parse(text).unwrap();
        let [share, bottom] = &settings.thresholds.relative[..] else { panic!("two rules") };
        assert_eq!((share.value.to_string(), bottom.value.to_string()), ("0.95".into(), "4".into()));
        assert_eq!(settings.formula.version(crate::components::Preset::MeanRates), "mean_rates+A+B+B80+Bexcluded");
        assert_eq!(settings.thresholds.few_dossiers, 250);
        assert_eq!(settings.groups[0].units.iter().map(UnitId::as_str).collect::<Vec<_>>(), ["bac-ha", "si-ma-cai"]);
        assert_eq!(settings.figures[0].value.unwrap().to_string(), "48.2");
        assert_eq!(Settings::parse(&settings.to_json()), Ok(settings));
    }

    #[test]
    fn a_value_that_means_nothing_is_named_with_its_key() {
        for (text, key) in [
            ("province = 101", "province"),
            ("[formula]\ntolerance = 23", "formula.tolerance"),
            ("[formula]\nrates = [\"H\"]", "formula.rates"),
            ("[formula.components.B]\ncap = 0", "formula.components.B.cap"),
            ("[[thresholds.relative]]\nrule = \"lowest\"", "thresholds.relative.rule"),
            ("[[thresholds.relative]]\nrule = \"bottom-copies\"\nvalue = 1.5", "thresholds.relative (bottom-copies)"),
            ("[[figures]]\nunit = \"bac-ha\"\nfield = \"group_percent\"\nvalue = 1", "figures.reason"),
            (
                "[[figures]]\nunit = \"bac-ha\"\nfield = \"certified_copies\"\nvalue = 1.5\nreason = \"x\"",
                "figures.value",
            ),
            ("[[what-if]]\nunit = \"bac-ha\"\npoints = 1\ncopies = 1", "what-if"),
            ("[[what-if]]\nunit = \"bac-ha\"\ndossiers = 1.5", "what-if.dossiers"),
            ("[[groups]]\nname = \" \"\nunits = []", "groups.name"),
            ("[[groups]]\nname = \"a\"\nunits = [\"Bắc Hà\"]", "groups.units"),
            ("[thresholds]\nfew-dossiers = 0.5", "thresholds.few-dossiers"),
            ("[[figures]]\nunit = \"bac-ha\"\nfield = \"unit\"\nreason = \"x\"", "figures.field"),
        ] {
            let Err(SettingsError::Value { key: found, .. }) = Settings::parse(text) else { panic!("{text}") };
            assert_eq!(found, key, "{text}");
        }
    }

    #[test]
    fn an_own_catalogue_is_kept_with_the_settings_and_chosen_by_its_word() {
        let own = Catalogue::by_id("laocai-2025").map(Rc::new);
        let settings = Settings { catalogue: Some("own".into()), own_catalogue: own.clone(), ..Settings::default() };
        assert_eq!((Settings::parse(&settings.to_json()), settings.own_in_use()), (Ok(settings.clone()), own.as_ref()));
        // The word means nothing where there is none.
        assert!(matches!(Settings::parse("catalogue = \"own\""), Err(SettingsError::Catalogue { .. })));
        assert!(matches!(Settings::parse("own-catalogue = \"mã\""), Err(SettingsError::OwnCatalogue(_))));
    }

    #[test]
    fn settings_are_read_back_as_they_were() {
        let mut settings = Settings { group: Some(Group::CapHuyen), ..Settings::default() };
        settings.thresholds.compare = Compare::Exact;
        settings.answers.columns.set_meaning("ty le", Field::GroupPercent);
        settings.wording.date = "6/2023".into();
        settings.wording.columns = vec![ExtraColumn::Shortfall];
        assert_eq!(Settings::parse(&settings.to_json()), Ok(settings));
    }
}
