//! What a paragraph is for, and how it looks: sizes, margins and places of Nghị định 30/2020/NĐ-CP, Phụ lục I. Said once,
//! for paper and screen.

/// Where words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// At both margins.
    Justify,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A mark that says the document is a draft.
    Draft,
    /// Cơ quan chủ quản: the body above the issuer.
    Superior,
    /// Cơ quan ban hành: the issuer.
    Issuer,
    /// Quốc hiệu: the nation.
    Nation,
    /// Tiêu ngữ: the motto.
    Motto,
    /// A line in the middle below words, so many millimetres long.
    Line(u16),
    /// Số, ký hiệu: the number.
    Number,
    /// Trích yếu: what a letter is about.
    Subject,
    /// Địa danh, thời gian: place and day.
    PlaceAndDay,
    /// Kính gửi: to whom.
    To,
    /// One of several to whom.
    Addressee,
    /// Nội dung: the text.
    Body,
    /// The same with an address of the web, which no line can break: at both margins its words would stand far apart.
    BodyWithAddress,
    /// Nơi nhận: the word above the recipients.
    RecipientsTitle,
    /// One recipient.
    Recipient,
    /// Quyền hạn: for whom it is signed, the first line of the signature.
    Authority,
    /// Chức vụ: in what capacity it is signed.
    Capacity,
    /// Họ và tên: who signs, below room for the hand.
    Signer,
    /// Phụ lục: the word above an appendix.
    AppendixLabel,
    /// The title of an appendix.
    AppendixTitle,
    /// What an appendix belongs to.
    AppendixReference,
    /// A word above notes.
    Heading,
    /// Small text: method and sources.
    Note,
    /// A cell of a table's header.
    HeaderCell,
    /// A cell of a table.
    Cell,
}

/// How a paragraph looks. Lengths are twentieths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Its name in a list of styles.
    pub name: &'static str,
    /// Size of the letters, in half points.
    pub size: u16,
    /// Whether letters are bold.
    pub bold: bool,
    /// Whether letters lean.
    pub italic: bool,
    /// Where its words stand.
    pub align: Align,
    /// Indent of all lines.
    pub indent: u16,
    /// Indent of the first line, beyond that.
    pub first: u16,
    /// Room above.
    pub before: u16,
    /// Whether it stays on a page with what follows.
    pub keep: bool,
}

/// In twentieths of a point: a hundredth of a metre, and room between paragraphs.
const CENTIMETRE: u16 = 567;
const SMALL: u16 = 120;
const LARGE: u16 = 240;

impl Role {
    /// All roles that have a look of their own.
    pub const ALL: [Self; 24] = [
        Self::Draft,
        Self::Superior,
        Self::Issuer,
        Self::Nation,
        Self::Motto,
        Self::Number,
        Self::Subject,
        Self::PlaceAndDay,
        Self::To,
        Self::Addressee,
        Self::Body,
        Self::BodyWithAddress,
        Self::RecipientsTitle,
        Self::Recipient,
        Self::Authority,
        Self::Capacity,
        Self::Signer,
        Self::AppendixLabel,
        Self::AppendixTitle,
        Self::AppendixReference,
        Self::Heading,
        Self::Note,
        Self::HeaderCell,
        Self::Cell,
    ];

    /// The word of the role in styles.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Superior => "superior",
            Self::Issuer => "issuer",
            Self::Nation => "nation",
            Self::Motto => "motto",
            Self::Line(_) => "line",
            Self::Number => "number",
            Self::Subject => "subject",
            Self::PlaceAndDay => "place-and-day",
            Self::To => "to",
            Self::Addressee => "addressee",
            Self::Body => "body",
            Self::BodyWithAddress => "body-with-address",
            Self::RecipientsTitle => "recipients-title",
            Self::Recipient => "recipient",
            Self::Authority => "authority",
            Self::Capacity => "capacity",
            Self::Signer => "signer",
            Self::AppendixLabel => "appendix-label",
            Self::AppendixTitle => "appendix-title",
            Self::AppendixReference => "appendix-reference",
            Self::Heading => "heading",
            Self::Note => "note",
            Self::HeaderCell => "header-cell",
            Self::Cell => "cell",
        }
    }

    /// How paragraphs of the role look. A line is drawn and has no letters.
    #[must_use]
    pub const fn look(self) -> Look {
        const fn look(name: &'static str, size: u16, align: Align) -> Look {
            Look { name, size, align, bold: false, italic: false, indent: 0, first: 0, before: 0, keep: true }
        }
        const fn bold(name: &'static str, size: u16, align: Align) -> Look {
            Look { bold: true, ..look(name, size, align) }
        }
        const fn italic(name: &'static str, size: u16, align: Align) -> Look {
            Look { italic: true, ..look(name, size, align) }
        }
        use Align::Center;
        use Align::Justify;
        use Align::Left;
        match self {
            Self::Draft => bold("Dự thảo", 28, Align::Right),
            Self::Superior => look("Cơ quan chủ quản", 24, Center),
            Self::Issuer => bold("Cơ quan ban hành", 26, Center),
            Self::Nation => bold("Quốc hiệu", 24, Center),
            Self::Motto => bold("Tiêu ngữ", 26, Center),
            Self::Line(_) => look("Đường kẻ", 4, Center),
            Self::Number => Look { before: SMALL, ..look("Số và ký hiệu", 26, Center) },
            Self::Subject => look("Trích yếu", 24, Center),
            Self::PlaceAndDay => Look { before: SMALL, ..italic("Địa danh và thời gian", 26, Center) },
            Self::To => Look { before: LARGE, indent: 3 * CENTIMETRE, ..look("Kính gửi", 28, Left) },
            Self::Addressee => Look { before: SMALL, indent: 5 * CENTIMETRE, ..look("Nơi gửi đến", 28, Left) },
            Self::Body => Look { before: SMALL, first: 720, keep: false, ..look("Nội dung", 28, Justify) },
            Self::BodyWithAddress => {
                Look { name: "Nội dung có địa chỉ trang", align: Left, ..Self::Body.look() }
            }
            Self::RecipientsTitle => Look { before: SMALL, italic: true, ..bold("Nơi nhận", 24, Left) },
            Self::Recipient => look("Dòng nơi nhận", 22, Left),
            Self::Authority => Look { before: SMALL, ..bold("Quyền hạn người ký", 28, Center) },
            Self::Capacity => bold("Chức vụ người ký", 28, Center),
            Self::Signer => Look { before: 3 * CENTIMETRE, ..bold("Họ tên người ký", 28, Center) },
            Self::AppendixLabel => bold("Phụ lục", 28, Center),
            Self::AppendixTitle => bold("Tên phụ lục", 28, Center),
            Self::AppendixReference => italic("Căn cứ phụ lục", 28, Center),
            Self::Heading => Look { before: LARGE, ..bold("Tiêu đề", 26, Left) },
            Self::Note => Look { before: 60, keep: false, ..look("Thuyết minh", 22, Left) },
            Self::HeaderCell => bold("Đầu bảng", 24, Center),
            Self::Cell => Look { keep: false, ..look("Ô bảng", 24, Left) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_those_of_the_decree() {
        // Nghị định 30/2020/NĐ-CP, Phụ lục I, in points: header 12–13, motto 13–14, text 13–14, recipients 12 and 11.
        for (role, sizes) in [
            (Role::Superior, 12..=13),
            (Role::Issuer, 12..=13),
            (Role::Nation, 12..=13),
            (Role::Motto, 13..=14),
            (Role::Number, 13..=13),
            (Role::Subject, 12..=13),
            (Role::PlaceAndDay, 13..=14),
            (Role::Body, 13..=14),
            (Role::RecipientsTitle, 12..=12),
            (Role::Recipient, 11..=11),
            (Role::Authority, 13..=14),
            (Role::Capacity, 13..=14),
            (Role::Signer, 13..=14),
            (Role::AppendixLabel, 14..=14),
            (Role::AppendixTitle, 13..=14),
        ] {
            assert!(sizes.contains(&(role.look().size / 2)), "{role:?}");
        }
    }

    #[test]
    fn every_role_has_a_word_and_a_name_of_its_own() {
        for (at, role) in Role::ALL.into_iter().enumerate() {
            let same = |other: &Role| other.code() == role.code() || other.look().name == role.look().name;
            assert!(!Role::ALL[..at].iter().any(same), "{role:?}");
        }
    }
}
