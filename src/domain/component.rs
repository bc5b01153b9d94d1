//! The seven scored parts of the group “Số hóa hồ sơ”: 22 points of the index of Decision 766/QĐ-TTg.

/// Chỉ tiêu thành phần: one scored part of the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// A: results issued electronically.
    A,
    /// B: dossiers whose papers and results are digitised.
    B,
    /// C: units that provide certified electronic copies.
    C,
    /// D: dossiers that use digitised data again.
    D,
    /// E: digitised dossiers shared with the citizen's store on the national portal.
    E,
    /// F: dossiers that use the population data.
    F,
    /// G: procedures connected with the population data.
    G,
}

impl Component {
    /// All of them, in the portal's order.
    pub const ALL: [Self; 7] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G];

    /// The portal's code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::A => "ORIGINAL_RESULT_AVAILABLE",
            Self::B => "SO_HOA_GIAY_TO_GIAI_QUYET",
            Self::C => "ELECTRONIC_CERTIFIED_COPY",
            Self::D => "REUSED_DIGITIZED_DATA",
            Self::E => "SYNCED_WITH_DVCQG_PERSONAL_STORAGE",
            Self::F => "CITIZEN_DATA_CONNECTED_DOSSIER",
            Self::G => "CITIZEN_DATA_CONNECTED_FORMALITY",
        }
    }

    /// The letter it has in our documents.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
            Self::E => 'E',
            Self::F => 'F',
            Self::G => 'G',
        }
    }

    /// The component with this letter.
    #[must_use]
    pub fn from_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|component| letter.chars().eq([component.letter()]))
    }

    /// The portal's name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::A => "Tỷ lệ hồ sơ TTHC có cấp kết quả giải quyết TTHC điện tử",
            Self::B => "Tỷ lệ hồ sơ TTHC thực hiện số hóa hồ sơ",
            Self::C => "Tỷ lệ cung cấp dịch vụ chứng thực bản sao điện tử từ bản chính",
            Self::D => "Tỷ lệ hồ sơ khai thác, sử dụng lại thông tin, dữ liệu số hóa",
            Self::E => "Tỷ lệ hồ sơ TTHC được số hóa có kết nối, chia sẻ dữ liệu phục vụ tái sử dụng",
            Self::F => "Tỷ lệ hồ sơ TTHC có sử dụng thông tin, dữ liệu dân cư",
            Self::G => "Tỷ lệ TTHC triển khai kết nối, chia sẻ dữ liệu dân cư phục vụ giải quyết TTHC",
        }
    }

    /// The points it counts at most; together 22.
    #[must_use]
    pub const fn max_points(self) -> i32 {
        match self {
            Self::A => 6,
            Self::B | Self::E => 4,
            Self::C | Self::D | Self::F | Self::G => 2,
        }
    }
}

/// Khía cạnh: what a column says about a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    /// How many meet it.
    Numerator,
    /// Of how many.
    Denominator,
    /// The rate as printed.
    Rate,
    /// The points as printed.
    Points,
}

impl Aspect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Numerator, Self::Denominator, Self::Rate, Self::Points];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_components_count_twenty_two_points_together() {
        // 6 + 4 + 2 + 2 + 4 + 2 + 2
        assert_eq!(Component::ALL.into_iter().map(Component::max_points).sum::<i32>(), 22);
    }
}
