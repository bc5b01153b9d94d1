//! The words a catalogue uses for what a unit is and how it may be called, each as its file writes it.

/// Loại đơn vị: what kind of office a unit is, which its name usually says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitType {
    /// Sở or an office of that rank.
    So,
    /// Ban.
    Ban,
    /// Huyện.
    Huyen,
    /// Thị xã.
    ThiXa,
    /// Thành phố.
    ThanhPho,
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Thị trấn.
    ThiTran,
    /// Chi nhánh văn phòng đăng ký đất đai: its name holds a district's and it is none.
    LandRegistry,
    /// Cơ quan ngành dọc and others that answer to somebody else than the province.
    External,
}

impl UnitType {
    /// All types.
    pub const ALL: [Self; 10] = [
        Self::So,
        Self::Ban,
        Self::Huyen,
        Self::ThiXa,
        Self::ThanhPho,
        Self::Xa,
        Self::Phuong,
        Self::ThiTran,
        Self::LandRegistry,
        Self::External,
    ];

    /// The word for it in catalogues.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::So => "sở",
            Self::Ban => "ban",
            Self::Huyen => "huyện",
            Self::ThiXa => "thị xã",
            Self::ThanhPho => "thành phố",
            Self::Xa => "xã",
            Self::Phuong => "phường",
            Self::ThiTran => "thị trấn",
            Self::LandRegistry => "đăng ký đất đai",
            Self::External => "ngành dọc",
        }
    }

    /// Whether it is a district or a unit of that level.
    pub(super) const fn is_district(self) -> bool {
        matches!(self, Self::Huyen | Self::ThiXa | Self::ThanhPho)
    }

    /// Whether it is a commune or a unit of that level.
    pub(super) const fn is_commune(self) -> bool {
        matches!(self, Self::Xa | Self::Phuong | Self::ThiTran)
    }
}

/// How a name without its type counts: `Bắc Hà` for `huyện Bắc Hà`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Bare {
    /// As the unit's name, even without marks.
    #[default]
    Folded,
    /// Only with its marks: `Văn Bàn` without them is the word “văn bản”.
    Exact,
    /// Not at all: `Lào Cai` alone is the province.
    Never,
}

impl Bare {
    /// All ways.
    pub(super) const ALL: [Self; 3] = [Self::Folded, Self::Exact, Self::Never];

    /// The word for it in catalogues; the usual way has none.
    pub(super) const fn label(self) -> &'static str {
        match self {
            Self::Folded => "",
            Self::Exact => "đúng dấu",
            Self::Never => "không",
        }
    }
}
