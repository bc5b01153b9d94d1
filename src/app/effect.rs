//! The closed list of consequences.

use serde::Serialize;

use super::FileId;

/// Where the page stands, as its root element says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Waiting for files.
    Ready,
    /// Reading files.
    Reading,
    /// A result stands.
    Done,
    /// No file gave a table.
    Failed,
}

/// Tác động: something the page must do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Effect {
    /// Say where the page stands.
    Stage {
        /// Where.
        stage: Stage,
    },
    /// Fill a region.
    Show {
        /// The id of its element.
        region: &'static str,
        /// Its markup.
        html: String,
    },
    /// Say something in the live status line.
    Status {
        /// What.
        text: String,
    },
    /// Show how far reading has come.
    Progress {
        /// Bytes read.
        done: u64,
        /// Bytes of all files being read.
        total: u64,
    },
    /// Put a value into an input.
    Fill {
        /// The input's id.
        id: &'static str,
        /// The value.
        value: String,
    },
    /// Say whether an input's value can be used.
    Mark {
        /// The input's id.
        id: &'static str,
        /// Why it cannot; empty when it can.
        error: String,
    },
    /// Move the focus.
    Focus {
        /// To the element with this id.
        id: &'static str,
    },
    /// Keep the settings for the next visit.
    Remember {
        /// As JSON.
        settings: String,
    },
    /// Hand a file to the person.
    Save {
        /// Its name.
        name: String,
        /// Its type.
        mime: &'static str,
        /// What stands in it.
        bytes: Vec<u8>,
    },
    /// The files held now and those being read, by name: what to offer again should the worker die.
    Holding {
        /// Files read to their end.
        held: Vec<String>,
        /// Files being read.
        reading: Vec<String>,
    },
    /// Stop reading; files to be read again are named after this.
    StopReading,
    /// Read files again from their beginning, because answers about their columns changed.
    ReadAgain {
        /// The files.
        ids: Vec<FileId>,
    },
}
