//! What a person can do on the page: written into the markup as `data-event`, and read back from it by the same type, so
//! that the two cannot drift apart.

use serde::Deserialize;
use serde::Serialize;

use super::Correction;
use super::Limit;
use super::Peers;
use super::PeriodAct;
use super::Ruling;
use super::Sample;
use super::SavedAs;
use super::SortKey;
use super::Supposing;
use super::Word;
use super::Written;
use crate::analysis::to_json;
use crate::columns::Field;
use crate::columns::Reading;
use crate::columns::StatusClass;

/// Thao tác: one thing an officer does. Inputs of the page add their `value`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Action {
    /// Sort the ranking; again by the same key turns the order round.
    SortBy {
        /// By what.
        key: SortKey,
    },
    /// Turn to another page of the table.
    PageTurned {
        /// Which, counted from 0.
        page: usize,
        /// Whether to go back to the top of the table.
        top: bool,
    },
    /// Ask for every row of a table that stands in pages, for paper.
    RowsAsked,
    /// Ask for a region as a whole, where other elements stand in it than were shown, as a translation makes them.
    RegionAsked {
        /// The id of its element.
        region: String,
    },
    /// Type a limit.
    LimitTyped {
        /// Which.
        limit: Limit,
        /// As typed.
        #[serde(default)]
        value: String,
    },
    /// Move a number by a key, as if the next one had been typed.
    Stepped {
        /// Whether it is moved up.
        up: bool,
        /// Whether by a key that goes far.
        far: bool,
        /// What typing into its input does.
        of: Box<Action>,
    },
    /// Go back to the shipped limits.
    LimitsReset,
    /// Shows another group that the files give, by its stable word.
    ShowGroup {
        /// The group.
        value: String,
    },
    /// Takes another formula, where the one chosen gives nothing.
    UsePreset {
        /// Its stable word; empty for what files give.
        value: String,
    },
    /// Choose the group shown; an empty value leaves the choice to the files.
    GroupChosen {
        /// The group's code.
        value: String,
    },
    /// Say which column holds a figure.
    AnswerColumn {
        /// The file's name.
        file: String,
        /// The figure.
        field: Field,
        /// The name of the header that holds it; empty when none does.
        header: String,
        /// The names of the other headers that were offered.
        others: Vec<String>,
    },
    /// Say which of several sheets alike is meant.
    AnswerSheet {
        /// The file's name.
        file: String,
        /// The sheet's name.
        sheet: String,
    },
    /// Say how the numbers of a column are read.
    AnswerNumbers {
        /// The file's name.
        file: String,
        /// The name of its header.
        header: String,
        /// How.
        numbers: Reading,
    },
    /// Say what a state of dossiers means.
    AnswerStatus {
        /// The state as written.
        text: String,
        /// What it means.
        class: StatusClass,
    },
    /// Leave a column out.
    IgnoreColumn {
        /// The file's name.
        file: String,
        /// The name of its header.
        header: String,
    },
    /// Correct how a file is read.
    FileCorrected {
        /// The file's name.
        file: String,
        /// What about it.
        what: Correction,
        /// The answer, by its stable word; empty leaves it to the page.
        value: String,
    },
    /// Forget every correction of files like this one.
    FileForgotten {
        /// The file's name.
        file: String,
    },
    /// Say which unit a name stands for.
    NameMatched {
        /// The name as written.
        name: String,
        /// The unit's id.
        value: String,
    },
    /// Forget which unit a name stands for.
    NameForgotten {
        /// The name.
        name: String,
    },
    /// Forget what a state of dossiers means.
    StatusForgotten {
        /// The state.
        text: String,
    },
    /// Choose the catalogue of units, by its word; an empty value leaves it to the period.
    CatalogueChosen {
        /// The word.
        value: String,
    },
    /// Save the catalogue in use for Excel.
    CatalogueSaved,
    /// Take the catalogue of a file as the office's own.
    CatalogueLoaded {
        /// The file, one letter a byte.
        value: String,
    },
    /// Give up the office's own catalogue.
    CatalogueForgotten,
    /// Take back the last correction.
    Undone,
    /// Hand on the corrections as a file.
    CorrectionsSaved,
    /// Take over the corrections of a file.
    CorrectionsLoaded {
        /// What stands in it.
        value: String,
    },
    /// Take a file out of the result.
    RemoveFile {
        /// Its place among the files, counted from 0.
        index: usize,
    },
    /// Save what was noticed.
    NoticesAsked {
        /// As what.
        format: SavedAs,
    },
    /// Make a document.
    DocumentAsked {
        /// Which.
        what: Written,
    },
    /// A word of documents was typed.
    WordTyped {
        /// Which.
        word: Word,
        /// What was typed.
        #[serde(default)]
        value: String,
    },
    /// Go back to the words that ship.
    WordsReset,
    /// Open the sheet of a unit; those of all units in the table where none is named.
    SheetOpened {
        /// The unit.
        unit: String,
    },
    /// Close the sheets.
    SheetClosed,
    /// Suppose improvements.
    Suppose {
        /// What about them.
        what: Supposing,
        /// What was typed or chosen.
        #[serde(default)]
        value: String,
    },
    /// Say whom units are held against.
    Peer {
        /// What about it.
        what: Peers,
        /// What was typed or chosen.
        #[serde(default)]
        value: String,
    },
    /// Set rules, the set of limits, the formula.
    Rule {
        /// What about them.
        what: Ruling,
        /// What was typed or chosen.
        #[serde(default)]
        value: String,
    },
    /// Look at a sample.
    SampleAsked {
        /// Which.
        #[serde(default)]
        sample: Sample,
    },
    /// Do something with periods.
    Period {
        /// What.
        act: PeriodAct,
        /// What was typed, chosen or read.
        #[serde(default)]
        value: String,
        /// The name of the file it was read from.
        #[serde(default)]
        name: String,
        /// Whether that file was chosen at one go with the one just before.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        behind: bool,
    },
    /// Read a table from a box with nothing in it.
    NothingPasted,
    /// Begin anew.
    Cleared,
}

impl Action {
    /// The action as the page hands it back.
    #[must_use]
    pub fn to_json(&self) -> String {
        to_json(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::from_json;

    #[test]
    fn an_action_is_read_back_as_it_was_written() {
        for action in [
            Action::SortBy { key: SortKey::Copies },
            Action::PageTurned { page: 49, top: true },
            Action::LimitTyped { limit: Limit::RateLow, value: "49,6".into() },
            Action::AnswerColumn {
                file: "a.csv".into(),
                field: Field::GroupPercent,
                header: "ty le".into(),
                others: vec!["ty le 2".into()],
            },
            Action::FileCorrected {
                file: "a.csv".into(),
                what: Correction::Meaning { header: "ty le".into() },
                value: "none".into(),
            },
            Action::FileCorrected { file: "a.csv".into(), what: Correction::Sheet, value: "Tháng 6".into() },
            Action::SheetOpened { unit: "bac-ha".into() },
            Action::Stepped {
                up: false,
                far: true,
                of: Box::new(Action::Rule { what: Ruling::Few, value: String::new() }),
            },
            Action::Suppose { what: Supposing::Dropped { index: 2 }, value: String::new() },
            Action::Peer { what: Peers::Ticked { unit: "bac-ha".into() }, value: "true".into() },
            Action::Rule { what: Ruling::Value { code: "bottom-copies".into() }, value: "3".into() },
            Action::Undone,
            Action::SampleAsked { sample: Sample::Portal },
            Action::NoticesAsked { format: SavedAs::Xlsx },
            Action::DocumentAsked { what: Written::RemindersEach },
            Action::WordTyped { word: Word::Date, value: "6/2023".into() },
        ] {
            assert_eq!(from_json::<Action>(&action.to_json()), Ok(action));
        }
    }

    #[test]
    fn the_page_writes_actions_by_hand_in_these_words() {
        let action: Action = from_json(r#"{"limitTyped":{"limit":"rate-low","value":"50"}}"#).unwrap();
        assert_eq!(action, Action::LimitTyped { limit: Limit::RateLow, value: "50".into() });
        let action: Action =
            from_json(r#"{"stepped":{"up":true,"far":false,"of":{"limitTyped":{"limit":"rate-low"}}}}"#).unwrap();
        let of = Box::new(Action::LimitTyped { limit: Limit::RateLow, value: String::new() });
        assert_eq!(action, Action::Stepped { up: true, far: false, of });
        let action: Action = from_json(r#"{"sampleAsked":{}}"#).unwrap();
        assert_eq!(action, Action::SampleAsked { sample: Sample::Letter });
    }
}
