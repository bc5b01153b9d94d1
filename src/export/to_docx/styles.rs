//! The looks of paragraphs as styles that an officer can change.

use std::fmt::Write as _;

use super::MAIN;
use crate::documents::Align;
use crate::documents::Look;
use crate::documents::Role;
use crate::export::xml::DECLARATION;

/// The word of a place.
pub(super) const fn place(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// The styles as a part of the package.
pub(super) fn styles() -> String {
    let mut xml = format!(
        "{DECLARATION}<w:styles xmlns:w=\"{MAIN}\"><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" \
         w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>\
         <w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr>\
         </w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/>\
         <w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>"
    );
    for role in Role::ALL {
        style(&mut xml, role.code(), role.look());
    }
    xml.push_str("</w:styles>");
    xml
}

fn style(xml: &mut String, code: &str, look: Look) {
    let Look { name, size, bold, italic, align, indent, first, before, keep } = look;
    let _ = write!(
        xml,
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{code}\"><w:name w:val=\"{name}\"/>\
         <w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{}<w:spacing w:before=\"{before}\"/>\
         <w:ind w:left=\"{indent}\" w:firstLine=\"{first}\"/><w:jc w:val=\"{}\"/></w:pPr>\
         <w:rPr>{}{}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
        if keep { "<w:keepNext/>" } else { "" },
        place(align),
        if bold { "<w:b/><w:bCs/>" } else { "" },
        if italic { "<w:i/><w:iCs/>" } else { "" },
    );
}
