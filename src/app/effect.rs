//! The closed list of consequences.

use serde::Serialize;
use serde::Serializer;

use super::FileId;
use crate::view::Difference;

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
    /// Write the elements of a region that differ from what it shows; where others stand in it, ask for the whole.
    Change {
        /// The id of its element.
        region: &'static str,
        /// What differs.
        difference: Difference,
    },
    /// Keep every row of a table that stands in pages, for paper.
    Rows {
        /// Their markup.
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
    /// Say something of an element by an attribute.
    Attribute {
        /// The element's id.
        id: &'static str,
        /// The attribute.
        name: &'static str,
        /// What it says.
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
    /// Move the focus back to what opened something, without scrolling it to the top.
    Return {
        /// The id of the element.
        id: String,
    },
    /// Keep the settings for the next visit.
    Remember {
        /// As JSON.
        settings: String,
    },
    /// Keep a session on this machine.
    Keep {
        /// Its name.
        name: String,
        /// What stands in it.
        session: String,
        /// What the store is known to hold under this name: anything else was put there by another tab, and stays.
        over: Option<String>,
    },
    /// Take a kept session off this machine.
    Unkeep {
        /// Its name.
        name: String,
    },
    /// Note whether sessions are kept on this machine.
    Keeping {
        /// Whether they are.
        on: bool,
    },
    /// Something has changed that is to be kept: ask for it once typing has come to rest.
    KeepSoon,
    /// Wipe everything kept on this machine.
    WipeAll,
    /// The files held now and those being read, by name: what to offer again should the worker die.
    Holding {
        /// Files read to their end.
        held: Vec<String>,
        /// Files being read.
        reading: Vec<String>,
    },
    /// Offer a file to be saved.
    Save {
        /// Its name.
        name: String,
        /// What it is, as the browser calls it.
        mime: &'static str,
        /// What stands in it.
        #[serde(serialize_with = "as_bytes")]
        bytes: Vec<u8>,
    },
    /// Stop reading; files to be read again are named after this.
    StopReading,
    /// Read files again from their beginning, because answers about their columns changed.
    ReadAgain {
        /// The files.
        ids: Vec<FileId>,
    },
}

/// Bytes cross as one array of bytes, not as a list of numbers.
fn as_bytes<S: Serializer>(bytes: &impl AsRef<[u8]>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(bytes.as_ref())
}
