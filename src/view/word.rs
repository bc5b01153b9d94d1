//! The words of documents that are typed on the page.

use serde::Deserialize;
use serde::Serialize;

/// A word of documents that is typed on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    /// The number.
    Number,
    /// The day of issue.
    Date,
    /// Who signs.
    Signer,
    /// The body above the issuer.
    Superior,
    /// The issuer.
    Issuer,
    /// The issuer within a sentence.
    IssuerName,
    /// What follows the number.
    Symbol,
    /// Where it is issued.
    Place,
    /// What the letter is about.
    Subject,
    /// To whom it goes.
    Addressees,
    /// Its paragraphs.
    Body,
    /// Who gets a copy.
    Recipients,
    /// In what capacity it is signed.
    Signature,
    /// The title of an appendix.
    AppendixTitle,
    /// What an appendix belongs to.
    AppendixReference,
    /// What a reminder is about.
    ReminderSubject,
    /// Its paragraphs.
    Reminder,
    /// The short text.
    Message,
    /// How documents call units.
    Names,
    /// The columns besides the letter's.
    Columns,
    /// Whether `49%` has a digit after its comma.
    Zero,
    /// Whether it is a draft.
    Draft,
}

/// How a word is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// In one line.
    Line,
    /// In several lines.
    Lines(u8),
    /// Chosen from these, each with its value.
    Chosen(&'static [(&'static str, &'static str)]),
}

impl Word {
    /// All of them, in the order of their inputs.
    pub const ALL: [Self; 22] = [
        Self::Number,
        Self::Date,
        Self::Signer,
        Self::Superior,
        Self::Issuer,
        Self::IssuerName,
        Self::Symbol,
        Self::Place,
        Self::Subject,
        Self::Addressees,
        Self::Body,
        Self::Recipients,
        Self::Signature,
        Self::AppendixTitle,
        Self::AppendixReference,
        Self::ReminderSubject,
        Self::Reminder,
        Self::Message,
        Self::Names,
        Self::Columns,
        Self::Zero,
        Self::Draft,
    ];

    /// Those that every letter needs; the others change once in years.
    pub(super) const EACH_TIME: usize = 3;

    /// The id of its input, what stands above it, and how it is typed.
    const fn about(self) -> (&'static str, &'static str, Typed) {
        use Typed::Chosen;
        use Typed::Line;
        use Typed::Lines;
        match self {
            Self::Number => ("word-number", "Số công văn", Line),
            Self::Date => ("word-date", "Ngày ban hành, như 05/6/2023 (để trống thì chừa chỗ)", Line),
            Self::Signer => ("word-signer", "Họ tên người ký", Line),
            Self::Superior => ("word-superior", "Cơ quan chủ quản", Line),
            Self::Issuer => ("word-issuer", "Cơ quan ban hành", Line),
            Self::IssuerName => ("word-issuer-name", "Cơ quan ban hành, viết trong câu", Line),
            Self::Symbol => ("word-symbol", "Ký hiệu sau số", Line),
            Self::Place => ("word-place", "Địa danh", Line),
            Self::Subject => ("word-subject", "Trích yếu công văn", Lines(2)),
            Self::Addressees => ("word-addressees", "Kính gửi, mỗi nơi một dòng", Lines(3)),
            Self::Body => ("word-body", "Nội dung công văn, mỗi đoạn một dòng", Lines(12)),
            Self::Recipients => ("word-recipients", "Nơi nhận, mỗi nơi một dòng", Lines(4)),
            Self::Signature => ("word-signature", "Quyền hạn, chức vụ người ký (có thể nhiều dòng)", Lines(2)),
            Self::AppendixTitle => ("word-appendix-title", "Tên phụ lục", Lines(2)),
            Self::AppendixReference => ("word-appendix-reference", "Dòng dưới tên phụ lục", Lines(2)),
            Self::ReminderSubject => ("word-reminder-subject", "Trích yếu giấy nhắc", Lines(2)),
            Self::Reminder => ("word-reminder", "Nội dung giấy nhắc, mỗi đoạn một dòng", Lines(6)),
            Self::Message => ("word-message", "Tin ngắn, mỗi câu một dòng", Lines(5)),
            Self::Names => ("word-names", "Tên đơn vị trong văn bản, mỗi dòng «mã = tên»", Lines(3)),
            Self::Columns => (
                "word-columns",
                "Cột thêm của phụ lục",
                Chosen(&[
                    ("", "không"),
                    ("rank", "hạng"),
                    ("change", "thay đổi hạng"),
                    ("shortfall", "còn thiếu"),
                    ("rank change", "hạng, thay đổi hạng"),
                    ("rank shortfall", "hạng, còn thiếu"),
                    ("change shortfall", "thay đổi hạng, còn thiếu"),
                    ("rank change shortfall", "hạng, thay đổi hạng, còn thiếu"),
                ]),
            ),
            Self::Zero => ("word-zero", "Tỷ lệ chẵn in là", Chosen(&[("", "49%"), ("zero", "49,0%")])),
            Self::Draft => ("word-draft", "Văn bản là", Chosen(&[("", "bản để ký"), ("draft", "dự thảo")])),
        }
    }

    /// The id of its input.
    #[must_use]
    pub const fn input(self) -> &'static str {
        self.about().0
    }

    /// What stands above its input.
    pub(super) const fn label(self) -> &'static str {
        self.about().1
    }

    /// How it is typed.
    pub(super) const fn typed(self) -> Typed {
        self.about().2
    }
}
