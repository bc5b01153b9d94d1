//! The neutral value: pages of paragraphs and tables, the same for every printer.

use super::look::Align;
use super::look::Role;

/// Văn bản: a document before it is a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called, for the file's own properties.
    pub title: String,
    /// Its file's name without an ending.
    pub name: String,
    /// Its parts, each of which begins a new page and counts its pages anew.
    pub pages: Vec<Page>,
}

/// A part of a document that begins a new page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Whether the paper lies on its long side.
    pub lying: bool,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// What stands below one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// Two columns side by side without lines.
    Pair(Pair),
    /// A table with lines.
    Table(Table),
}

/// Two columns side by side without lines, in rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Width of the left column in millimetres; the right one takes the rest.
    pub left: u16,
    /// The rows.
    pub rows: Vec<[Vec<Paragraph>; 2]>,
}

/// Đoạn: a paragraph and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// What it is for, which says how it looks.
    pub role: Role,
    /// Its words.
    pub runs: Vec<Run>,
}

/// Words that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Whether they stand out.
    pub bold: bool,
}

/// A table with a header that every page repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it is called by those who cannot see it.
    pub caption: String,
    /// Its columns, from left to right.
    pub columns: Vec<TableColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    /// The words in its header; two columns may share them.
    pub header: String,
    /// Its width in millimetres.
    pub width: u16,
    /// Where its cells stand.
    pub align: Align,
}

impl Paragraph {
    /// A paragraph of plain words.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self { role, runs: vec![Run { text: text.into(), bold: false }] }
    }

    /// Its words without their looks.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

impl Block {
    /// A paragraph of plain words.
    pub(super) fn new(role: Role, text: impl Into<String>) -> Self {
        Paragraph::new(role, text).into()
    }
}
