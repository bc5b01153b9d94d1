//! Every usual way to write a district's name means that district: prefix × type × marks × capitals × suffix.

use sohoa::units::Catalogue;
use sohoa::units::Found;
use sohoa::units::Spelling;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

const PREFIXES: [&str; 4] = ["", "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "];
const SUFFIXES: [&str; 5] = ["", " - tỉnh Lào Cai", ", tỉnh Lào Cai", " (Lào Cai)", ", tỉnh Lào Cai, Việt Nam"];

const HUYEN: [&str; 6] = ["huyện ", "H. ", "H.", "H ", "Huyện ", ""];
const THI_XA: [&str; 7] = ["thị xã ", "TX ", "TX. ", "TX.", "T.X ", "Thị xã ", ""];
const THANH_PHO: [&str; 7] = ["thành phố ", "TP ", "TP. ", "TP.", "T.P ", "Thành phố ", "thành Phố "];

/// Each district, its name, the ways to write its type, and whether its name alone and without marks still means it.
const DISTRICTS: [(&str, &str, &[&str], bool); 9] = [
    ("bao-yen", "Bảo Yên", &HUYEN, true),
    ("bao-thang", "Bảo Thắng", &HUYEN, true),
    ("tp-lao-cai", "Lào Cai", &THANH_PHO, true), // never without its type: that is the province
    ("sa-pa", "Sa Pa", &THI_XA, true),
    ("si-ma-cai", "Si Ma Cai", &HUYEN, true),
    ("bat-xat", "Bát Xát", &HUYEN, true),
    ("muong-khuong", "Mường Khương", &HUYEN, true),
    ("van-ban", "Văn Bàn", &HUYEN, false), // “van ban” is the word “văn bản”
    ("bac-ha", "Bắc Hà", &HUYEN, true),
];

fn without_marks(text: &str) -> String {
    let plain: String = text.nfd().filter(|letter| !is_combining_mark(*letter)).collect();
    plain.replace('đ', "d").replace('Đ', "D")
}

#[test]
fn every_usual_spelling_of_a_district_means_it_and_is_as_listed() {
    let catalogue = Catalogue::laocai_2023();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (id, core, types, bare) in DISTRICTS {
        for (prefix, kind, suffix) in PREFIXES
            .iter()
            .flat_map(|prefix| types.iter().flat_map(move |kind| SUFFIXES.map(|suffix| (prefix, kind, suffix))))
        {
            let written = format!("{prefix}{kind}{core}{suffix}");
            let mut spellings =
                vec![written.clone(), written.to_uppercase(), written.to_lowercase(), written.nfd().collect()];
            if bare || !kind.is_empty() {
                spellings.push(without_marks(&written));
            }
            for spelling in spellings {
                tried += 1;
                match catalogue.find(&spelling, None) {
                    Found::Unit { id: found, spelling: Spelling::AsListed } if found.as_str() == id => {}
                    other => wrong.push(format!("{spelling:?}: {other:?}")),
                }
            }
        }
    }
    assert!(tried > 5_000, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}
