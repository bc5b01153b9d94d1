//! What an officer has answered about files: remembered by header, by the file's fingerprint and by word, so that next
//! month's export needs no answer.

use serde::Deserialize;
use serde::Serialize;

use super::Field;
use super::Reading;
use super::dossiers::StatusClass;
use super::header::Header;
use crate::domain::Map;
use crate::text::fold;

/// The answers about one header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnChoice {
    /// What the column means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<Field>,
    /// How its numbers are read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<Reading>,
}

impl ColumnChoice {
    /// These answers and `others`, which outweigh them where both say something.
    fn with(self, others: Self) -> Self {
        Self { meaning: others.meaning.or(self.meaning), numbers: others.numbers.or(self.numbers) }
    }
}

/// The answers about headers, by header as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColumnChoices(Map<String, ColumnChoice>);

impl ColumnChoices {
    /// Remembers what the column of this header means.
    pub fn set_meaning(&mut self, header_name: &str, meaning: Field) {
        self.0.or_default(header_name.to_owned()).meaning = Some(meaning);
    }

    /// Remembers how the numbers under this header are read.
    pub fn set_numbers(&mut self, header_name: &str, numbers: Reading) {
        self.0.or_default(header_name.to_owned()).numbers = Some(numbers);
    }

    /// Changes what is remembered about this header; an answer that says nothing is forgotten.
    pub fn change(&mut self, header_name: &str, change: impl FnOnce(&mut ColumnChoice)) {
        let mut choice = self.0.remove(header_name).unwrap_or_default();
        change(&mut choice);
        if choice != ColumnChoice::default() {
            self.0.insert(header_name.to_owned(), choice);
        }
    }

    /// Forgets what was answered about this header.
    pub fn forget(&mut self, header_name: &str) {
        self.0.remove(header_name);
    }

    /// The headers about which something was answered, as they were written.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether nothing was answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// These answers and `others`, which outweigh them where both say something.
    fn with(&self, others: &Self) -> Self {
        let mut all = self.clone();
        for (name, other) in &others.0 {
            let choice = all.0.or_default(name.clone());
            *choice = choice.with(*other);
        }
        all
    }

    /// What was answered about a header; a header typed with marks or capitals is the same header.
    #[must_use]
    pub fn of(&self, header: &Header) -> ColumnChoice {
        let exact = self.0.get(&header.name);
        // Folded, `#5` would be the header of a row of numbers.
        let same = |name: &str| Header::place_in(name).is_none() && fold(name) == header.name;
        exact
            .or_else(|| self.0.iter().find(|(name, _)| same(name)).map(|(_, choice)| choice))
            .copied()
            .unwrap_or_default()
    }
}

/// The answers about files of one fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct FileAnswers {
    /// What its columns mean.
    #[serde(skip_serializing_if = "ColumnChoices::is_empty")]
    pub columns: ColumnChoices,
    /// The first row of its header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_row: Option<u32>,
    /// Its encoding, by its stable word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// How its letters are mended, by the repair's stable word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repair: Option<String>,
    /// Its sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
}

impl FileAnswers {
    /// These answers and `others`, which outweigh them where both say something.
    fn with(&self, others: &Self) -> Self {
        let either = |new: &Option<String>, old: &Option<String>| new.clone().or_else(|| old.clone());
        Self {
            columns: self.columns.with(&others.columns),
            header_row: others.header_row.or(self.header_row),
            encoding: either(&others.encoding, &self.encoding),
            repair: either(&others.repair, &self.repair),
            sheet: either(&others.sheet, &self.sheet),
        }
    }
}

/// Câu trả lời: everything an officer has answered about files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Answers {
    /// What columns mean, in whatever file they stand.
    #[serde(skip_serializing_if = "ColumnChoices::is_empty")]
    pub columns: ColumnChoices,
    /// The answers about files, by fingerprint.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub files: Map<String, FileAnswers>,
    /// What the states of dossiers mean, by their folded words.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub statuses: Map<String, StatusClass>,
    /// Which unit an unknown name stands for: the folded name, and the unit's id.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub aliases: Map<String, String>,
}

impl Answers {
    /// What was answered about the columns of files with this fingerprint.
    #[must_use]
    pub fn columns_of(&self, fingerprint: &str) -> ColumnChoices {
        match self.files.get(fingerprint) {
            Some(file) => self.columns.with(&file.columns),
            None => self.columns.clone(),
        }
    }

    /// Remembers what a state of dossiers means.
    pub fn set_status(&mut self, written: &str, class: StatusClass) {
        self.statuses.insert(fold(written), class);
    }

    /// Whether an officer has said which unit a name stands for.
    #[must_use]
    pub fn knows(&self, written: &str) -> bool {
        !self.aliases.is_empty() && self.aliases.contains_key(&fold(written))
    }

    /// Remembers which unit a name stands for.
    pub fn set_alias(&mut self, written: &str, unit: &str) {
        self.aliases.insert(fold(written), unit.to_owned());
    }

    /// These answers and `others`, which outweigh them where both say something.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let mut all = self.clone();
        all.columns = all.columns.with(&others.columns);
        for (fingerprint, other) in &others.files {
            let file = all.of_file(fingerprint);
            *file = file.with(other);
        }
        all.statuses.extend(others.statuses.iter().map(|(text, class)| (text.clone(), *class)));
        all.aliases.extend(others.aliases.iter().map(|(name, unit)| (name.clone(), unit.clone())));
        all
    }

    /// The answers about files with this fingerprint, to be changed.
    pub fn of_file(&mut self, fingerprint: &str) -> &mut FileAnswers {
        self.files.or_default(fingerprint.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Header {
        Header::of_row(&[text.to_owned()]).remove(0)
    }

    #[test]
    fn an_answer_about_one_file_outweighs_the_general_one_and_stays_with_its_file() {
        let mut answers = Answers::default();
        answers.columns.set_meaning("ty le", Field::GroupPercent);
        answers.of_file("don vi|ty le").columns.set_meaning("ty le", Field::None);
        assert_eq!(answers.columns_of("don vi|ty le").of(&header("Tỷ lệ")).meaning, Some(Field::None));
        assert_eq!(answers.columns_of("ten|ty le").of(&header("Tỷ lệ")).meaning, Some(Field::GroupPercent));
    }

    #[test]
    fn of_two_sets_of_answers_the_second_outweighs_and_nothing_is_lost() {
        let mut ours = Answers::default();
        ours.of_file("a|b").columns.set_meaning("a", Field::Unit);
        ours.of_file("a|b").header_row = Some(3);
        ours.aliases.insert("bpmc".into(), "bao-yen".into());
        let mut theirs = Answers::default();
        theirs.of_file("a|b").columns.set_meaning("a", Field::None);
        theirs.of_file("a|b").encoding = Some("tcvn3".into());
        theirs.aliases.insert("bpmc".into(), "bac-ha".into());
        let both = ours.with(&theirs);
        let file = both.files.get("a|b").unwrap();
        assert_eq!((file.header_row, file.encoding.as_deref()), (Some(3), Some("tcvn3")));
        assert_eq!(file.columns.of(&header("A")).meaning, Some(Field::None));
        assert_eq!(both.aliases.get("bpmc").unwrap(), "bac-ha");
    }

    #[test]
    fn an_answer_about_a_place_is_none_about_a_header_of_numbers() {
        let mut columns = ColumnChoices::default();
        columns.set_meaning("#2", Field::GroupPercent);
        let headers = Header::of_row(&["2".to_owned(), String::new()]);
        assert_eq!(
            (columns.of(&headers[0]).meaning, columns.of(&headers[1]).meaning),
            (None, Some(Field::GroupPercent))
        );
    }

    #[test]
    fn an_answer_taken_back_leaves_no_trace() {
        let mut columns = ColumnChoices::default();
        columns.change("a", |choice| choice.meaning = Some(Field::Unit));
        columns.change("a", |choice| choice.meaning = None);
        assert!(columns.is_empty());
    }

    #[test]
    fn answers_are_read_back_as_they_were_written() {
        let mut answers = Answers::default();
        answers.of_file("a|b").header_row = Some(3);
        answers.aliases.insert("huyen bao yen moi".into(), "bao-yen".into());
        answers.statuses.insert("cho ky so".into(), StatusClass::InProcess);
        let json = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<Answers>(&json).unwrap(), answers);
    }
}
