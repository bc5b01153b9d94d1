//! How cells look: the letter's own font, thin lines, and the formats of numbers.

use std::fmt::Write as _;

use super::MAIN;
use crate::export::sheet::Shown;
use crate::export::xml::DECLARATION;

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Bold, centred, shaded.
    Header,
    /// Words.
    Text,
    /// Words that would calculate if they were typed: they stay words when their cell is opened and left.
    Quoted,
    /// A number.
    Number(Shown),
    /// A day.
    Day,
}

/// All styles, in the order of their numbers; number 0 is the one of cells that nobody wrote.
const ALL: [Style; 8] = [
    Style::Header,
    Style::Text,
    Style::Quoted,
    Style::Number(Shown::Plain),
    Style::Number(Shown::Count),
    Style::Number(Shown::Percent),
    Style::Number(Shown::Points),
    Style::Day,
];

impl Style {
    /// Its number in the part [`styles`].
    pub(super) fn number(self) -> usize {
        ALL.iter().position(|style| *style == self).map_or(0, |at| at + 1)
    }

    /// Its format of numbers: below 164 the format's own, spelled for the reader's country by Excel.
    const fn format(self) -> u8 {
        match self {
            Self::Header | Self::Text | Self::Quoted | Self::Number(Shown::Plain) => 0,
            Self::Number(Shown::Points) => 2, // 0.00
            Self::Number(Shown::Count) => 3,  // #,##0
            Self::Number(Shown::Percent) => 164,
            Self::Day => 165,
        }
    }
}

/// The styles as a part of the package.
pub(super) fn styles() -> String {
    let mut xml = format!(
        "{DECLARATION}<styleSheet xmlns=\"{MAIN}\">\
         <numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"0.0&quot;%&quot;\"/>\
         <numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/></numFmts>\
         <fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill>\
         <fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">\
         <fgColor rgb=\"FFEEF1F4\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>"
    );
    for side in ["left", "right", "top", "bottom"] {
        let _ = write!(xml, "<{side} style=\"thin\"><color auto=\"1\"/></{side}>");
    }
    xml.push_str(
        "<diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
    );
    let _ = write!(xml, "<cellXfs count=\"{}\">", ALL.len() + 1);
    xml.push_str("<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>");
    for style in ALL {
        let format = style.format();
        let _ = match style {
            Style::Header => write!(
                xml,
                "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" \
                 applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">\
                 <alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>"
            ),
            _ => write!(
                xml,
                "<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\"{}{} applyBorder=\"1\" \
                 applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>",
                if style == Style::Quoted { " quotePrefix=\"1\"" } else { "" },
                if format == 0 { "" } else { " applyNumberFormat=\"1\"" },
            ),
        };
    }
    xml.push_str(
        "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
         <dxfs count=\"0\"/></styleSheet>",
    );
    xml
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_has_a_number_of_its_own_beside_that_of_unwritten_cells() {
        for (at, style) in ALL.into_iter().enumerate() {
            assert_eq!(style.number(), at + 1);
        }
        assert_eq!(styles().matches("xfId=\"0\"").count(), ALL.len() + 1 + 1, "cells, and the one named style");
    }
}
