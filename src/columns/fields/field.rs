//! The closed list of what a column can mean: its stable word, what an officer calls it, what its cells hold.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::domain::Aspect;
use crate::domain::Component;
use crate::domain::Decimal;
use crate::domain::Measure;
use crate::domain::Percent;
use crate::text::numbers::print_count;
use crate::text::numbers::print_decimal;
use crate::text::numbers::print_exact_percent;

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A number a unit is judged by, or that such a number is checked against.
    Figure(Measure),
    /// An office's remark about a figure.
    Note,
    /// A name, a code, a running number: what the row is about.
    Label,
    /// Something about one dossier.
    Dossier,
    /// Nothing that is used.
    Nothing,
}

/// Declares the fields: variant, stable word, what an officer calls it, what its cells hold.
macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident, $code:literal, $label:literal, $holds:expr;)*) => {
        /// Ý nghĩa của cột: what a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Field {
            $($(#[$doc])* $variant,)*
            /// Something about one component of the group.
            Component(Component, Aspect),
        }

        impl Field {
            /// All but those of the components.
            const PLAIN: [Self; [$($code),*].len()] = [$(Self::$variant),*];

            /// The stable word for scripts.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                    Self::Component(component, aspect) => component_code(component, aspect),
                }
            }

            /// What an officer calls it.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                    Self::Component(component, aspect) => component_label(component, aspect),
                }
            }

            /// What the cells of such a column hold.
            #[must_use]
            pub const fn holds(self) -> Holds {
                match self {
                    $(Self::$variant => $holds,)*
                    Self::Component(_, Aspect::Numerator | Aspect::Denominator) => Holds::Figure(Measure::Count),
                    Self::Component(_, Aspect::Rate) => Holds::Figure(Measure::Percent),
                    Self::Component(_, Aspect::Points) => Holds::Figure(Measure::Points),
                }
            }
        }
    };
}

fields! {
    /// STT: a running number, never an identifier.
    Ordinal, "ordinal", "số thứ tự", Holds::Label;
    /// Đơn vị: the unit's name.
    Unit, "unit", "tên đơn vị", Holds::Label;
    /// Mã đơn vị: the unit's code.
    UnitCode, "unit_code", "mã đơn vị", Holds::Label;
    /// Tỷ lệ % of the group “Số hóa hồ sơ”.
    GroupPercent, "group_percent", "tỷ lệ % nhóm Số hóa hồ sơ", Holds::Figure(Measure::Percent);
    /// Ghi chú beside the percentage.
    PercentNote, "percent_note", "ghi chú của tỷ lệ %", Holds::Note;
    /// Kết quả chứng thực điện tử bản sao từ bản chính: a count of completed dossiers.
    CertifiedCopies, "certified_copies", "số chứng thực điện tử bản sao", Holds::Figure(Measure::Count);
    /// Ghi chú beside the count.
    CopiesNote, "copies_note", "ghi chú của số chứng thực", Holds::Note;
    /// Xếp hạng as the export gives it.
    GivenRank, "given_rank", "xếp hạng có sẵn", Holds::Label;
    /// Điểm of the group “Số hóa hồ sơ”, of 22.
    GroupPoints, "group_points", "điểm nhóm Số hóa hồ sơ (trên 22)", Holds::Figure(Measure::Points);
    /// Điểm of another group of the index, for the check of the sum.
    OtherPoints, "other_points", "điểm nhóm chỉ số khác", Holds::Figure(Measure::Points);
    /// Điểm of the group “Tiến độ giải quyết”, which exports have confused with ours.
    ProgressPoints, "progress_points", "điểm nhóm Tiến độ giải quyết", Holds::Figure(Measure::Points);
    /// Tổng điểm of the index, of 100.
    TotalPoints, "total_points", "tổng điểm bộ chỉ số", Holds::Figure(Measure::Points);
    /// Tiếp nhận: dossiers received.
    Received, "received", "số hồ sơ tiếp nhận", Holds::Figure(Measure::Count);
    /// Dossiers received with digitised papers.
    ReceivedDigitised, "received_digitised", "số hồ sơ tiếp nhận có số hóa", Holds::Figure(Measure::Count);
    /// Dossiers received without digitised papers.
    ReceivedPlain, "received_plain", "số hồ sơ tiếp nhận chưa số hóa", Holds::Figure(Measure::Count);
    /// Đã giải quyết: dossiers completed.
    Completed, "completed", "số hồ sơ đã giải quyết", Holds::Figure(Measure::Count);
    /// Dossiers completed with a result issued electronically.
    CompletedEResult, "completed_e_result", "số hồ sơ có kết quả điện tử", Holds::Figure(Measure::Count);
    /// Dossiers completed without one.
    CompletedPlain, "completed_plain", "số hồ sơ chưa có kết quả điện tử", Holds::Figure(Measure::Count);
    /// Dossiers with both digitised papers and an electronic result.
    Both, "both", "số hồ sơ số hóa cả hồ sơ và kết quả", Holds::Figure(Measure::Count);
    /// Dossiers that use digitised papers again.
    Reused, "reused", "số hồ sơ tái sử dụng dữ liệu", Holds::Figure(Measure::Count);
    /// Dossiers that take papers from the national store.
    FromStore, "from_national_store", "số hồ sơ dùng lại từ cổng quốc gia", Holds::Figure(Measure::Count);
    /// The printed rate of digitised papers.
    ReceivedRate, "received_rate", "tỷ lệ số hóa hồ sơ khi tiếp nhận", Holds::Figure(Measure::Percent);
    /// The printed rate of electronic results.
    CompletedRate, "completed_rate", "tỷ lệ số hóa kết quả", Holds::Figure(Measure::Percent);
    /// The printed rate of both.
    BothRate, "both_rate", "tỷ lệ số hóa cả hồ sơ và kết quả", Holds::Figure(Measure::Percent);
    /// Đánh giá, xếp loại: the portal's own verdict, shown as understood and used for nothing.
    Verdict, "verdict", "đánh giá có sẵn", Holds::Nothing;
    /// Mã hồ sơ.
    DossierCode, "dossier_code", "mã hồ sơ", Holds::Dossier;
    /// Thủ tục hành chính.
    Procedure, "procedure", "thủ tục hành chính", Holds::Dossier;
    /// Lĩnh vực.
    Sector, "field", "lĩnh vực", Holds::Dossier;
    /// Ngày tiếp nhận.
    ReceivedAt, "received_at", "ngày tiếp nhận", Holds::Dossier;
    /// Ngày hẹn trả.
    DueAt, "due_at", "ngày hẹn trả", Holds::Dossier;
    /// Ngày kết thúc xử lý.
    DoneAt, "done_at", "ngày kết thúc xử lý", Holds::Dossier;
    /// Ngày trả kết quả.
    ReturnedAt, "returned_at", "ngày trả kết quả", Holds::Dossier;
    /// Trạng thái hồ sơ.
    Status, "status", "trạng thái hồ sơ", Holds::Dossier;
    /// Hình thức nộp.
    Channel, "channel", "hình thức nộp", Holds::Dossier;
    /// Số thành phần hồ sơ.
    Papers, "papers", "số thành phần hồ sơ", Holds::Dossier;
    /// Số thành phần đã số hóa, or a flag.
    PapersDigitised, "papers_digitised", "thành phần đã số hóa", Holds::Dossier;
    /// Kết quả điện tử: a flag, a code or a link.
    EResult, "e_result", "kết quả điện tử", Holds::Dossier;
    /// Tái sử dụng dữ liệu: a flag.
    ReuseFlag, "reuse", "tái sử dụng dữ liệu", Holds::Dossier;
    /// Lấy từ kho dữ liệu quốc gia: a flag.
    StoreFlag, "national_store", "lấy từ kho dữ liệu quốc gia", Holds::Dossier;
    /// Tên giấy tờ: one paper of a dossier, so that a dossier has as many rows as papers. Never read: some name a person.
    Paper, "paper", "tên giấy tờ (không đọc)", Holds::Nothing;
    /// Names, phones, addresses: never read, never kept.
    Personal, "personal", "thông tin cá nhân (không đọc)", Holds::Nothing;
    /// Used for nothing, because an officer said so.
    None, "none", "không dùng", Holds::Nothing;
}

/// A word for each component and aspect; the letter is the component's in our documents.
macro_rules! component_words {
    ($component:expr, $aspect:expr, $($letter:literal $variant:ident),*) => {
        match ($component, $aspect) {
            $(
                (Component::$variant, Aspect::Numerator) => concat!("component_", $letter, "_numerator"),
                (Component::$variant, Aspect::Denominator) => concat!("component_", $letter, "_denominator"),
                (Component::$variant, Aspect::Rate) => concat!("component_", $letter, "_rate"),
                (Component::$variant, Aspect::Points) => concat!("component_", $letter, "_points"),
            )*
        }
    };
}

const fn component_code(component: Component, aspect: Aspect) -> &'static str {
    component_words!(component, aspect, "a" A, "b" B, "c" C, "d" D, "e" E, "f" F, "g" G)
}

macro_rules! component_labels {
    ($component:expr, $aspect:expr, $($letter:literal $variant:ident),*) => {
        match ($component, $aspect) {
            $(
                (Component::$variant, Aspect::Numerator) => concat!("thành phần ", $letter, ": số lượng đạt"),
                (Component::$variant, Aspect::Denominator) => concat!("thành phần ", $letter, ": tổng số"),
                (Component::$variant, Aspect::Rate) => concat!("thành phần ", $letter, ": tỷ lệ"),
                (Component::$variant, Aspect::Points) => concat!("thành phần ", $letter, ": điểm"),
            )*
        }
    };
}

const fn component_label(component: Component, aspect: Aspect) -> &'static str {
    component_labels!(component, aspect, "A" A, "B" B, "C" C, "D" D, "E" E, "F" F, "G" G)
}

impl Field {
    /// Every field there is.
    pub fn all() -> impl Iterator<Item = Self> {
        let of_components = Component::ALL
            .into_iter()
            .flat_map(|component| Aspect::ALL.map(|aspect| Self::Component(component, aspect)));
        Self::PLAIN.into_iter().chain(of_components)
    }

    /// What the numbers of the column are counted in; `None` when it holds no figures.
    #[must_use]
    pub const fn measure(self) -> Option<Measure> {
        if let Holds::Figure(measure) = self.holds() { Some(measure) } else { None }
    }

    /// The counts that a rate is the share of: the part and the whole. `None` for what is no rate of two counts.
    #[must_use]
    pub const fn share_of(self) -> Option<(Self, Self)> {
        Some(match self {
            Self::ReceivedRate => (Self::ReceivedDigitised, Self::Received),
            Self::CompletedRate => (Self::CompletedEResult, Self::Completed),
            Self::BothRate => (Self::Both, Self::Received),
            Self::Component(component, Aspect::Rate) => {
                (Self::Component(component, Aspect::Numerator), Self::Component(component, Aspect::Denominator))
            }
            _ => return None,
        })
    }

    /// A figure of this field as Vietnam prints it, in its measure.
    #[must_use]
    pub fn print(self, value: Decimal) -> String {
        match self.measure() {
            Some(Measure::Percent) => print_exact_percent(Percent::new(value)),
            Some(Measure::Count) => value.as_count().map_or_else(|| print_decimal(value), print_count),
            _ => print_decimal(value),
        }
    }

    /// Whether the column holds a figure of units.
    #[must_use]
    pub const fn is_figure(self) -> bool {
        self.measure().is_some()
    }

    /// Whether the column holds a note about a figure.
    #[must_use]
    pub const fn is_note(self) -> bool {
        matches!(self, Self::PercentNote | Self::CopiesNote)
    }

    /// Whether the column says something about one dossier.
    #[must_use]
    pub const fn is_of_dossier(self) -> bool {
        matches!(self.holds(), Holds::Dossier)
    }

    /// The field with this word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|field| field.code() == code)
    }
}

impl Serialize for Field {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'text> Deserialize<'text> for Field {
    fn deserialize<D: Deserializer<'text>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom(format!("no column means {code}")))
    }
}
