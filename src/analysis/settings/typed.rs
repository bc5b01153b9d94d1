//! Single settings as an officer types or chooses them on the page.

use super::Settings;
use super::SettingsError;
use super::limit::decimal;
use super::limit::relative;
use crate::components::EDITIONS;
use crate::components::Preset;
use crate::domain::Decimal;
use crate::domain::Percent;

/// Most dossiers that can be called few.
const MOST_FEW: u64 = 1_000_000;

fn wrong(key: &str, found: &str, expected: &str) -> SettingsError {
    SettingsError::Value { key: key.to_owned(), found: found.trim().to_owned(), expected: expected.to_owned() }
}

/// Whether a text has the form of a day, as `31/6/2023` has.
pub(super) fn is_of_three_numbers(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Settings {
    /// The value of a relative rule that is in force; nothing happens where it is not.
    pub fn type_relative(&mut self, code: &str, text: &str) -> Result<(), SettingsError> {
        let Some(rule) = self.thresholds.relative.iter_mut().find(|rule| rule.card.card.code == code) else {
            return Ok(());
        };
        let (least, most) = rule.card.range();
        let whole = if rule.card.by_place() { "một số nguyên" } else { "một số" };
        *rule = relative(rule.card, text)
            .ok_or_else(|| wrong("của luật", text, &format!("cần {whole} từ {least} đến {most}")))?;
        Ok(())
    }

    /// The provincial percentage; nothing typed leaves it to the files.
    pub fn type_province(&mut self, text: &str) -> Result<(), SettingsError> {
        if text.trim().is_empty() {
            self.province = None;
            return Ok(());
        }
        let possible = Decimal::whole(0)..=Decimal::whole(100);
        let value = decimal(text).filter(|value| possible.contains(value));
        let value = value.ok_or_else(|| wrong("tỷ lệ toàn tỉnh", text, "cần một số từ 0 đến 100, hoặc để trống"))?;
        self.province = Some(Percent::new(value));
        Ok(())
    }

    /// The number of dossiers below which a unit is marked.
    pub fn type_few(&mut self, text: &str) -> Result<(), SettingsError> {
        let count = Self::count_limit(text).ok().filter(|count| *count <= MOST_FEW);
        self.thresholds.few_dossiers = count
            .ok_or_else(|| wrong("«ít hồ sơ»", text, "cần một số nguyên từ 0 đến 1.000.000 (0 là không đánh dấu)"))?;
        Ok(())
    }

    /// Since when the set is used.
    pub fn type_since(&mut self, text: &str) -> Result<(), SettingsError> {
        if !text.trim().is_empty() && crate::text::day(text.trim()).is_none() {
            return Err(wrong("ngày dùng bộ ngưỡng", text, "cần một ngày như 01/7/2023, hoặc để trống"));
        }
        text.trim().clone_into(&mut self.thresholds.since);
        Ok(())
    }

    /// Itself, unless it says that its limits are used since a day that is none. Other words stay as an office writes them.
    pub(super) fn dated(self) -> Result<Self, SettingsError> {
        let since = self.thresholds.since.trim();
        if is_of_three_numbers(since) && crate::text::day(since).is_none() {
            return Err(wrong("thresholds.since", since, "cần một ngày như 01/7/2023"));
        }
        Ok(self)
    }

    /// Chooses a formula by its stable word; an unknown or empty one leaves it to the files.
    pub fn choose_formula(&mut self, code: &str) {
        self.formula.preset = Preset::from_code(code);
    }

    /// Chooses an edition of the formula by its stable word; an unknown one changes nothing.
    pub fn choose_edition(&mut self, code: &str) {
        if let Some(edition) = EDITIONS.into_iter().find(|edition| edition.code == code) {
            self.formula.take_edition(edition);
        }
    }

    /// The set of limits alone, as a file: its name, day, source, limits and rules.
    #[must_use]
    pub fn set_of_limits(&self) -> String {
        Self { thresholds: self.thresholds.clone(), ..Self::default() }.to_json()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_taken_or_refused_with_what_is_needed() {
        let mut settings = Settings::parse("[[thresholds.relative]]\nrule = \"bottom-percents\"\nvalue = 3").unwrap();
        assert_eq!(settings.type_relative("bottom-percents", "2"), Ok(()));
        assert_eq!(settings.thresholds.relative[0].value, Decimal::whole(2));
        let sentence = settings.type_relative("bottom-percents", "1,5").unwrap_err().to_string();
        assert!(sentence.contains("«1,5»") && sentence.contains("số nguyên từ 1 đến 1000"), "{sentence}");
        assert_eq!(settings.thresholds.relative[0].value, Decimal::whole(2));
        assert_eq!((settings.type_province("57,7 %"), settings.province.unwrap().to_string()), (Ok(()), "57.7".into()));
        assert!(settings.type_province("101").is_err() && settings.province.is_some());
        assert_eq!((settings.type_province(" "), settings.province), (Ok(()), None));
        assert_eq!((settings.type_few("1.000"), settings.thresholds.few_dossiers), (Ok(()), 1_000));
        assert!(settings.type_few("nhiều").is_err() && settings.type_since("31/6/2023").is_err());
        assert_eq!((settings.type_since(" 01/7/2023 "), settings.thresholds.since.as_str()), (Ok(()), "01/7/2023"));
    }

    #[test]
    fn a_formula_is_chosen_and_given_up_again() {
        let mut settings = Settings::default();
        settings.choose_formula("points22");
        settings.choose_edition("described-2022");
        assert_eq!(settings.formula.version(Preset::Points22), "points22+B80");
        settings.choose_formula("");
        settings.choose_edition("shown-2026");
        assert_eq!(settings, Settings::default());
    }

    #[test]
    fn the_set_alone_is_read_back_without_the_rest() {
        let mut settings =
            Settings::parse("group = \"cap-huyen\"\n[thresholds]\nname = \"Quý II\"\nrate-low = 55").unwrap();
        let set = Settings::from_json(&settings.set_of_limits()).unwrap();
        assert_eq!((set.thresholds.clone(), set.group), (settings.thresholds.clone(), None));
        settings.group = None;
        assert_eq!(set, settings);
    }
}
