//! Letters and the marks on them, as Unicode has them for all of Latin: what a letter is made of, what joins to a letter.
//!
//! The library's tables hold every script and weigh 30 kB in the page by brotli, a twentieth of it. Letters that are not
//! Latin stay as they are written.

use std::sync::LazyLock;

/// Each mark with the letters it joins, before and after.
const JOINED: [(char, &str); 25] = [
    (
        '\u{300}',
        "AÀ EÈ IÌ OÒ UÙ aà eè iì oò uù ÜǛ üǜ NǸ nǹ ĒḔ ēḕ ŌṐ ōṑ WẀ wẁ ÂẦ âầ ĂẰ ăằ ÊỀ êề ÔỒ ôồ ƠỜ ơờ ƯỪ ưừ YỲ yỳ",
    ),
    (
        '\u{301}',
        "AÁ EÉ IÍ OÓ UÚ YÝ aá eé ií oó uú yý CĆ cć LĹ lĺ NŃ nń RŔ rŕ SŚ sś ZŹ zź ÜǗ üǘ GǴ gǵ ÅǺ åǻ ÆǼ æǽ ØǾ øǿ ÇḈ çḉ ĒḖ ēḗ \
         ÏḮ ïḯ KḰ kḱ MḾ mḿ ÕṌ õṍ ŌṒ ōṓ PṔ pṕ ŨṸ ũṹ WẂ wẃ ÂẤ âấ ĂẮ ăắ ÊẾ êế ÔỐ ôố ƠỚ ơớ ƯỨ ưứ",
    ),
    ('\u{302}', "AÂ EÊ IÎ OÔ UÛ aâ eê iî oô uû CĈ cĉ GĜ gĝ HĤ hĥ JĴ jĵ SŜ sŝ WŴ wŵ YŶ yŷ ZẐ zẑ ẠẬ ạậ ẸỆ ẹệ ỌỘ ọộ"),
    ('\u{303}', "AÃ NÑ OÕ aã nñ oõ IĨ iĩ UŨ uũ VṼ vṽ ÂẪ âẫ ĂẴ ăẵ EẼ eẽ ÊỄ êễ ÔỖ ôỗ ƠỠ ơỡ ƯỮ ưữ YỸ yỹ"),
    (
        '\u{304}',
        "AĀ aā EĒ eē IĪ iī OŌ oō UŪ uū ÜǕ üǖ ÄǞ äǟ ȦǠ ȧǡ ÆǢ æǣ ǪǬ ǫǭ ÖȪ öȫ ÕȬ õȭ ȮȰ ȯȱ YȲ yȳ GḠ gḡ ḶḸ ḷḹ ṚṜ ṛṝ",
    ),
    ('\u{306}', "AĂ aă EĔ eĕ GĞ gğ IĬ iĭ OŎ oŏ UŬ uŭ ȨḜ ȩḝ ẠẶ ạặ"),
    (
        '\u{307}',
        "CĊ cċ EĖ eė GĠ gġ Iİ ZŻ zż AȦ aȧ OȮ oȯ BḂ bḃ DḊ dḋ FḞ fḟ HḢ hḣ MṀ mṁ NṄ nṅ PṖ pṗ RṘ rṙ SṠ sṡ ŚṤ śṥ ŠṦ šṧ ṢṨ ṣṩ \
         TṪ tṫ WẆ wẇ XẊ xẋ YẎ yẏ ſẛ",
    ),
    ('\u{308}', "AÄ EË IÏ OÖ UÜ aä eë iï oö uü yÿ YŸ HḦ hḧ ÕṎ õṏ ŪṺ ūṻ WẄ wẅ XẌ xẍ tẗ"),
    ('\u{309}', "AẢ aả ÂẨ âẩ ĂẲ ăẳ EẺ eẻ ÊỂ êể IỈ iỉ OỎ oỏ ÔỔ ôổ ƠỞ ơở UỦ uủ ƯỬ ưử YỶ yỷ"),
    ('\u{30a}', "AÅ aå UŮ uů wẘ yẙ"),
    ('\u{30b}', "OŐ oő UŰ uű"),
    (
        '\u{30c}',
        "CČ cč DĎ dď EĚ eě LĽ lľ NŇ nň RŘ rř SŠ sš TŤ tť ZŽ zž AǍ aǎ IǏ iǐ OǑ oǒ UǓ uǔ ÜǙ üǚ GǦ gǧ KǨ kǩ ƷǮ ʒǯ jǰ HȞ hȟ",
    ),
    ('\u{30f}', "AȀ aȁ EȄ eȅ IȈ iȉ OȌ oȍ RȐ rȑ UȔ uȕ"),
    ('\u{311}', "AȂ aȃ EȆ eȇ IȊ iȋ OȎ oȏ RȒ rȓ UȖ uȗ"),
    ('\u{31b}', "OƠ oơ UƯ uư"),
    (
        '\u{323}',
        "BḄ bḅ DḌ dḍ HḤ hḥ KḲ kḳ LḶ lḷ MṂ mṃ NṆ nṇ RṚ rṛ SṢ sṣ TṬ tṭ VṾ vṿ WẈ wẉ ZẒ zẓ AẠ aạ EẸ eẹ IỊ iị OỌ oọ ƠỢ ơợ UỤ uụ \
         ƯỰ ưự YỴ yỵ",
    ),
    ('\u{324}', "UṲ uṳ"),
    ('\u{325}', "AḀ aḁ"),
    ('\u{326}', "SȘ sș TȚ tț"),
    ('\u{327}', "CÇ cç GĢ gģ KĶ kķ LĻ lļ NŅ nņ RŖ rŗ SŞ sş TŢ tţ EȨ eȩ DḐ dḑ HḨ hḩ"),
    ('\u{328}', "AĄ aą EĘ eę IĮ iį UŲ uų OǪ oǫ"),
    ('\u{32d}', "DḒ dḓ EḘ eḙ LḼ lḽ NṊ nṋ TṰ tṱ UṶ uṷ"),
    ('\u{32e}', "HḪ hḫ"),
    ('\u{330}', "EḚ eḛ IḬ iḭ UṴ uṵ"),
    ('\u{331}', "BḆ bḇ DḎ dḏ KḴ kḵ LḺ lḻ NṈ nṉ RṞ rṟ TṮ tṯ ZẔ zẕ hẖ"),
];

/// The letters a mark joins, before and after.
fn pairs(letters: &str) -> impl Iterator<Item = (char, char)> {
    letters.split(' ').filter_map(|pair| {
        let mut pair = pair.chars();
        pair.next().zip(pair.next())
    })
}

/// Where a letter stands among those that have parts.
fn place(letter: char) -> Option<usize> {
    Some(match letter {
        '\u{c0}'..='\u{24f}' => letter as usize - 0xc0,
        '\u{1e00}'..='\u{1eff}' => letter as usize - 0x1e00 + 0x190,
        _ => return None,
    })
}

/// What the letters at these places are made of: one that has one mark less, and that mark.
static PARTS: LazyLock<Vec<Option<(char, char)>>> = LazyLock::new(|| {
    let mut parts = vec![None; 0x290];
    for (mark, letters) in JOINED {
        for (base, whole) in pairs(letters) {
            if let Some(at) = place(whole) {
                parts[at] = Some((base, mark));
            }
        }
    }
    parts
});

/// Gives the letter and its marks one by one.
pub(super) fn apart(letter: char, emit: &mut dyn FnMut(char)) {
    match letter {
        // Other names of the grave, the acute and the smooth breathing; two in one.
        '\u{340}' => emit('\u{300}'),
        '\u{341}' => emit('\u{301}'),
        '\u{343}' => emit('\u{313}'),
        '\u{344}' => ['\u{308}', '\u{301}'].into_iter().for_each(emit),
        _ => match place(letter).and_then(|at| PARTS[at]) {
            Some((base, mark)) => {
                apart(base, emit);
                emit(mark);
            }
            None => emit(letter),
        },
    }
}

/// The letter that a mark makes of another, if there is one.
pub(super) fn joined(base: char, mark: char) -> Option<char> {
    let (_, letters) = JOINED.iter().find(|(own, _)| *own == mark)?;
    pairs(letters).find(|(before, _)| *before == base).map(|(_, whole)| whole)
}

/// In which order marks of different kinds stand; those of one kind stay as written. 0 for what is no mark.
pub(super) fn class(letter: char) -> u8 {
    match letter {
        '\u{334}'..='\u{338}' => 1,
        '\u{321}' | '\u{322}' | '\u{327}' | '\u{328}' => 202,
        '\u{31b}' => 216,
        '\u{315}' | '\u{31a}' | '\u{358}' => 232,
        '\u{316}'..='\u{333}'
        | '\u{339}'..='\u{33c}'
        | '\u{347}'..='\u{349}'
        | '\u{34d}'
        | '\u{34e}'
        | '\u{353}'..='\u{356}'
        | '\u{359}'
        | '\u{35a}' => 220,
        '\u{345}' => 240,
        '\u{34f}' => 0,
        '\u{35c}' | '\u{35f}' | '\u{362}' => 233,
        '\u{35d}' | '\u{35e}' | '\u{360}' | '\u{361}' => 234,
        '\u{300}'..='\u{36f}' => 230,
        _ => 0,
    }
}

/// Whether a character only marks the one before it.
#[must_use]
pub fn is_mark(character: char) -> bool {
    // Marks of Latin and three more blocks of such, those around symbols, those that choose a picture, halves.
    matches!(character,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::char::compose;
    use unicode_normalization::char::decompose_canonical;

    use super::*;

    /// All letters of Latin, and the marks.
    fn latin() -> impl Iterator<Item = char> {
        ('\0'..='\u{36f}').chain('\u{1e00}'..='\u{1eff}')
    }

    #[test]
    fn letters_are_made_of_what_unicode_says() {
        for letter in latin() {
            let (mut own, mut theirs) = (String::new(), String::new());
            apart(letter, &mut |part| own.push(part));
            decompose_canonical(letter, |part| theirs.push(part));
            assert_eq!(own, theirs, "{letter}");
            assert_eq!(class(letter), canonical_combining_class(letter), "{letter:?}");
        }
    }

    #[test]
    fn marks_join_what_unicode_says() {
        let mut count = 0;
        // Signs that a mark joins are of mathematics and Greek.
        for base in latin().filter(|base| base.is_alphanumeric() || is_mark(*base)) {
            for mark in '\u{300}'..='\u{36f}' {
                let whole = joined(base, mark);
                assert_eq!(whole, compose(base, mark), "{base} {mark:?}");
                count += usize::from(whole.is_some());
            }
        }
        assert_eq!(count, JOINED.iter().map(|(_, letters)| pairs(letters).count()).sum::<usize>());
    }
}
