//! Cách cải thiện: in what an officer types an improvement, and how what was typed is read.

use serde::Deserialize;
use serde::Serialize;

use super::Improve;
use super::SettingsError;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::text::numbers::Cell;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::read;

/// Most dossiers or copies that can be supposed.
const MOST: u64 = 1_000_000_000;

/// Cách: what an improvement is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Old dossiers mended in both A and B.
    Both,
    /// Old dossiers given an electronic result.
    A,
    /// Old dossiers whose papers are digitised.
    B,
    /// Dossiers that use digitised data again.
    D,
    /// Points of 22.
    Points,
    /// Percentage points.
    PercentPoints,
    /// Certified copies.
    Copies,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Both, Self::A, Self::B, Self::D, Self::Points, Self::PercentPoints, Self::Copies];

    /// The stable word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::A => "a",
            Self::B => "b",
            Self::D => "d",
            Self::Points => "points",
            Self::PercentPoints => "percent-points",
            Self::Copies => "copies",
        }
    }

    /// The way with this stable word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }

    /// What an officer reads behind a number.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Both => "hồ sơ cũ được số hóa và có kết quả điện tử (A và B)",
            Self::A => "hồ sơ cũ có kết quả điện tử (A)",
            Self::B => "hồ sơ cũ được số hóa (B)",
            Self::D => "hồ sơ tái sử dụng dữ liệu (D)",
            Self::Points => "điểm, trên thang 22",
            Self::PercentPoints => "điểm phần trăm",
            Self::Copies => "hồ sơ chứng thực điện tử",
        }
    }

    /// The improvement of so many, as typed; `None` where nothing is typed or nothing is gained.
    pub fn improvement(self, typed: &str) -> Result<Option<Improve>, SettingsError> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        let wrong = |expected: &str| SettingsError::Value {
            key: "nếu… thì".to_owned(),
            found: typed.trim().to_owned(),
            expected: expected.to_owned(),
        };
        let Cell::Number(printed) = read(typed) else { return Err(wrong("cần một số, ví dụ 120 hoặc 0,5")) };
        if !printed.words.is_empty() || printed.negative {
            return Err(wrong("cần một số không âm, không kèm chữ"));
        }
        if matches!(self, Self::Points | Self::PercentPoints) {
            let most = if self == Self::Points { 22 } else { 100 };
            let gained = printed.form.as_decimal(false).filter(|gained| *gained <= Decimal::whole(most));
            let gained = gained.ok_or_else(|| wrong(&format!("cần một số từ 0 đến {most}, phần lẻ sau dấu phẩy")))?;
            let by = if self == Self::Points { Improve::Points(gained) } else { Improve::PercentPoints(gained) };
            return Ok(Some(by).filter(|_| gained > Decimal::default()));
        }
        let count = printed.form.as_count().filter(|count| *count <= MOST && printed.percent_signs == 0);
        let count = count.ok_or_else(|| wrong("cần một số hồ sơ nguyên, từ 0 đến 1.000.000.000"))?;
        let components = match self {
            Self::A => vec![Component::A],
            Self::B => vec![Component::B],
            Self::D => vec![Component::D],
            _ => vec![Component::A, Component::B],
        };
        let by = if self == Self::Copies { Improve::Copies(count) } else { Improve::Dossiers { components, count } };
        Ok(Some(by).filter(|_| count > 0))
    }

    /// The way of an improvement; `None` for dossiers mended in components that the page does not offer together.
    #[must_use]
    pub fn of(by: &Improve) -> Option<Self> {
        match by {
            Improve::Points(_) => Some(Self::Points),
            Improve::PercentPoints(_) => Some(Self::PercentPoints),
            Improve::Copies(_) => Some(Self::Copies),
            Improve::Dossiers { components, .. } => match components[..] {
                [Component::A, Component::B] => Some(Self::Both),
                [Component::A] => Some(Self::A),
                [Component::B] => Some(Self::B),
                [Component::D] => Some(Self::D),
                _ => None,
            },
        }
    }
}

impl Improve {
    /// How much, as printed.
    #[must_use]
    pub fn printed(&self) -> String {
        match self {
            Self::Points(points) | Self::PercentPoints(points) => print_decimal(*points),
            Self::Copies(count) | Self::Dossiers { count, .. } => print_count(*count),
        }
    }

    /// How much of what, in words.
    #[must_use]
    pub fn words(&self) -> String {
        let what = Way::of(self).map_or_else(
            || {
                let Self::Dossiers { components, .. } = self else { return String::new() };
                let letters: Vec<String> = components.iter().map(|component| component.letter().to_string()).collect();
                format!("hồ sơ cũ được sửa ở {}", letters.join(", "))
            },
            |way| way.label().to_owned(),
        );
        format!("thêm {} {what}", self.printed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_an_improvement_nothing_or_a_sentence() {
        let both = |count| Improve::Dossiers { components: vec![Component::A, Component::B], count };
        assert_eq!(Way::Both.improvement(" 1.418 "), Ok(Some(both(1_418))));
        assert_eq!(Way::Points.improvement("0,5"), Ok(Decimal::from_plain("0.5").map(Improve::Points)));
        assert_eq!(Way::Copies.improvement("322"), Ok(Some(Improve::Copies(322))));
        for nothing in ["", "  ", "0"] {
            assert_eq!((Way::Both.improvement(nothing), Way::Points.improvement(nothing)), (Ok(None), Ok(None)));
        }
        for (way, typed) in [
            (Way::Both, "1,5"),
            (Way::Both, "-3"),
            (Way::Both, "vài"),
            (Way::Copies, "5 %"),
            (Way::Copies, "1.000.000.001"),
            (Way::Points, "22,1"),
            (Way::PercentPoints, "101"),
            (Way::PercentPoints, "5 điểm"),
        ] {
            let sentence = way.improvement(typed).unwrap_err().to_string();
            assert!(sentence.contains(&format!("«{typed}»")) && sentence.contains("cần"), "{sentence}");
        }
    }

    #[test]
    fn every_way_is_told_and_found_again() {
        for way in Way::ALL {
            assert_eq!(Way::from_code(way.code()), Some(way));
            assert_eq!(serde_json::to_string(&way).unwrap(), format!("\"{}\"", way.code()));
            let by = way.improvement("3").unwrap().unwrap();
            assert_eq!((Way::of(&by), by.words()), (Some(way), format!("thêm 3 {}", way.label())));
        }
        let several = Improve::Dossiers { components: vec![Component::A, Component::D], count: 2 };
        assert_eq!(several.words(), "thêm 2 hồ sơ cũ được sửa ở A, D");
    }
}
