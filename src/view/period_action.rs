//! What a person can do with periods: give earlier ones, hold an issued appendix against the present, save and keep the
//! session. In markup it stands within an action, as `act`.

use serde::Deserialize;
use serde::Serialize;

use super::Action;

/// What a file or a pasted table is given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PeriodRole {
    /// An earlier period.
    Earlier,
    /// The appendix that was issued.
    Issued,
}

/// Thao tác với kỳ: one thing an officer does with periods. What is typed, chosen or read comes beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum PeriodAct {
    /// Give a file: its bytes, a letter each, under its name.
    Given {
        /// For what.
        role: PeriodRole,
    },
    /// Give a pasted table.
    Pasted {
        /// For what.
        role: PeriodRole,
    },
    /// Take an earlier period out.
    Dropped {
        /// Its place in the list, counted from 0.
        at: usize,
    },
    /// Make an earlier period the present one; what was present becomes an earlier one.
    Opened {
        /// Its place in the list, counted from 0.
        at: usize,
    },
    /// Make the session that is present an earlier period.
    SetBack,
    /// Make chosen files of earlier periods earlier periods.
    FilesSetBack,
    /// Take the issued appendix out.
    IssuedDropped,
    /// Type the day the figures were taken; empty when their period is over.
    AsOfTyped,
    /// Show the change in the ranking, or leave it out.
    ColumnChosen,
    /// Save the session as a file.
    Saved,
    /// Keep the session on this machine, or no longer.
    KeepingChosen,
    /// Keep what has changed meanwhile; the page asks once typing has come to rest.
    KeepNow,
    /// What the page found kept on this machine: names and sessions, and whether keeping was chosen.
    Found {
        /// Whether sessions are to be kept.
        keeping: bool,
    },
    /// The page could not keep a session.
    KeepFailed,
    /// Another tab has kept something under the name of a session: the page has left it there, and kept nothing.
    KeptElsewhere,
    /// Use a kept session as an earlier period.
    KeptUsed {
        /// Its place among those kept, counted from 0.
        at: usize,
    },
    /// Make a kept session the present period.
    KeptOpened {
        /// Its place among those kept, counted from 0.
        at: usize,
    },
    /// Take a kept session off this machine.
    KeptForgotten {
        /// Its place among those kept, counted from 0.
        at: usize,
    },
    /// Ask what wiping would take away.
    WipeAsked,
    /// Leave everything as it is after all.
    WipeRefused,
    /// Wipe everything kept on this machine.
    Wiped,
}

impl PeriodAct {
    /// As markup carries it.
    #[must_use]
    pub fn to_json(self) -> String {
        Action::Period { act: self, value: String::new(), name: String::new(), behind: false }.to_json()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::from_json;

    #[test]
    fn an_act_is_read_back_as_it_was_written_with_what_the_page_adds() {
        for act in [
            PeriodAct::Given { role: PeriodRole::Earlier },
            PeriodAct::Dropped { at: 2 },
            PeriodAct::Found { keeping: true },
            PeriodAct::Wiped,
        ] {
            let read: Action = from_json(&act.to_json()).unwrap();
            assert_eq!(read, Action::Period { act, value: String::new(), name: String::new(), behind: false });
        }
        let written = r#"{"period":{"act":{"pasted":{"role":"issued"}},"value":"a;b","name":"c","behind":true}}"#;
        let expected = PeriodAct::Pasted { role: PeriodRole::Issued };
        assert_eq!(
            from_json::<Action>(written).unwrap(),
            Action::Period { act: expected, value: "a;b".into(), name: "c".into(), behind: true }
        );
    }
}
