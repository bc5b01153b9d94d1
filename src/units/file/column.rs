//! The columns of a catalogue's file and the lines above them: written once, for reading and for writing.

use std::sync::LazyLock;

use crate::text::fold;

/// The lines above the header, in order.
pub(super) const SETTINGS: [&str; 4] = ["danh mục", "tên danh mục", "dùng từ ngày", "dùng đến ngày"];

/// Cột: the columns of a catalogue's file, in the order they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Id,
    Name,
    Short,
    Kind,
    Group,
    Abbreviation,
    Code,
    Gso,
    Aliases,
    Bare,
    Former,
    Origin,
    Predecessors,
    Successors,
    Comparison,
    From,
    To,
    Source,
}

impl Column {
    pub(super) const ALL: [Self; 18] = [
        Self::Id,
        Self::Name,
        Self::Short,
        Self::Kind,
        Self::Group,
        Self::Abbreviation,
        Self::Code,
        Self::Gso,
        Self::Aliases,
        Self::Bare,
        Self::Former,
        Self::Origin,
        Self::Predecessors,
        Self::Successors,
        Self::Comparison,
        Self::From,
        Self::To,
        Self::Source,
    ];

    pub(super) const fn header(self) -> &'static str {
        match self {
            Self::Id => "mã",
            Self::Name => "tên",
            Self::Short => "tên ngắn",
            Self::Kind => "loại",
            Self::Group => "nhóm",
            Self::Abbreviation => "viết tắt",
            Self::Code => "mã cổng",
            Self::Gso => "mã GSO",
            Self::Aliases => "tên khác",
            Self::Bare => "tên không kèm loại",
            Self::Former => "tên cũ",
            Self::Origin => "địa bàn cũ",
            Self::Predecessors => "đơn vị trước",
            Self::Successors => "đơn vị sau",
            Self::Comparison => "so sánh với sau",
            Self::From => "từ ngày",
            Self::To => "đến ngày",
            Self::Source => "nguồn",
        }
    }

    /// The column with this header.
    pub(super) fn with_header(cell: &str) -> Option<Self> {
        static KEYS: LazyLock<[String; 18]> = LazyLock::new(|| Column::ALL.map(|column| fold(column.header())));
        let key = fold(cell);
        Self::ALL.into_iter().zip(&*KEYS).find(|(_, own)| **own == key).map(|(column, _)| column)
    }
}
