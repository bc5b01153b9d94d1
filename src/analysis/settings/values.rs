//! Which values a key of a settings file takes, where it takes some words only.

use crate::columns::Field;
use crate::columns::StatusClass;
use crate::components::Preset;
use crate::domain::Group;

/// Keys that take numbers.
const NUMBERS: [&str; 7] = ["rate-low", "count-very-low", "few-dossiers", "value", "cap", "max", "tolerance"];
/// Digits that any number of the settings may have.
const DIGITS: usize = 18;

/// What is wrong with the first value of a line that its key does not take; `None` where keys and values go together.
pub(super) fn fault(text: &str, line: usize, here: &str) -> Option<String> {
    let is_json = text.trim_start().starts_with('{');
    let bare_key = here.split_once('=').filter(|_| !is_json).map(|(key, _)| key.trim().trim_matches('"'));
    let section = text.lines().take(line).filter(|line| line.trim_start().starts_with('[')).last().unwrap_or_default();
    let of_states = !is_json && section.trim() == "[statuses]";
    let pieces: Vec<&str> = here.split('"').collect();
    let mut key = bare_key.unwrap_or_default();
    for (at, piece) in pieces.iter().enumerate() {
        if at % 2 == 0 {
            let is_long = piece.split(|letter: char| !letter.is_ascii_digit()).any(|digits| digits.len() > DIGITS);
            if is_long && NUMBERS.contains(&key) {
                return Some(format!("số ở {key} quá lớn"));
            }
            continue;
        }
        let behind = pieces.get(at + 1).map_or("", |piece| piece.trim_start());
        if behind.starts_with(if is_json { ':' } else { '=' }) {
            key = piece;
            continue;
        }
        let allowed = if of_states { states() } else { allowed(key).unwrap_or_default() };
        if !(allowed.is_empty() || allowed.contains(piece)) {
            return Some(format!("{key} không nhận «{piece}»; chọn một trong: {}", allowed.join(", ")));
        }
    }
    None
}

/// The words that a key takes; `None` for keys that take any text.
fn allowed(key: &str) -> Option<Vec<&'static str>> {
    Some(match key {
        "compare" => vec!["rounded", "exact"],
        "group" => Group::ALL.map(Group::code).to_vec(),
        "preset" => Preset::ALL.map(|preset| preset.card().code).to_vec(),
        "not-applicable" => vec!["unknown", "excluded", "full", "zero"],
        "numbers" => vec!["percent", "share", "count", "points"],
        "field" => Field::all().filter(|field| field.is_figure()).map(Field::code).collect(),
        "meaning" => Field::all().map(Field::code).collect(),
        "columns" => vec!["rank", "change", "shortfall"],
        _ => return None,
    })
}

fn states() -> Vec<&'static str> {
    StatusClass::ALL.map(StatusClass::code).to_vec()
}

#[cfg(test)]
mod tests {
    use crate::analysis::Settings;

    #[test]
    fn a_value_that_its_key_does_not_take_is_told_with_those_it_takes() {
        #[track_caller]
        fn case(text: &str, words: &str) {
            let told = Settings::parse(text).unwrap_err().told(text);
            assert!(told.contains(words) && !told.contains("khóa lạ"), "{text}: {told}");
        }
        case("compare = \"foo\"", "compare không nhận «foo»; chọn một trong: rounded, exact.");
        case("{\"compare\": \"foo\"}", "compare không nhận «foo»; chọn một trong: rounded, exact.");
        case("group = \"huyen\"", "group không nhận «huyen»; chọn một trong: so-nganh, cap-huyen, cap-xa, khac.");
        case("[formula]\npreset = \"zzz\"", "chọn một trong: reported, points22, points_present, mean_rates, pooled.");
        case("[formula.components.B]\nnot-applicable = \"bo\"", "chọn một trong: unknown, excluded, full, zero.");
        case("[[figures]]\nunit = \"bac-ha\"\nfield = \"foo\"\nvalue = 1", "field không nhận «foo»; chọn một trong: ");
        case("[columns.\"Tỷ lệ\"]\nnumbers = \"foo\"", "numbers không nhận «foo»; chọn một trong: percent, share");
        case("[documents]\ncolumns = [\"zz\"]", "columns không nhận «zz»; chọn một trong: rank, change, shortfall.");
        case("{\"documents\": {\"columns\": [\"rank\", \"zz\"]}}", "columns không nhận «zz»; chọn một trong: rank");
        case("[statuses]\n\"Chờ ký\" = \"zz\"", "Chờ ký không nhận «zz»; chọn một trong: ");
        case("[thresholds]\ncount-very-low = 99999999999999999999", "số ở count-very-low quá lớn.");
    }
}
