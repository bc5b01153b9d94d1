//! The catalogue of units: chosen, saved for Excel, read back, given up; each step can be taken back.

use super::Effect;
use super::State;
use super::state::Attention;
use super::steps::step;
use crate::analysis::Settings;
use crate::analysis::read_catalogue;
use crate::export::CSV_TYPE;
use crate::units::SHIPPED;

/// Longest file that is read for a catalogue, in bytes: all communes of the country are less.
const LONGEST: usize = 4 << 20;

/// Chooses a catalogue by its word; an empty one leaves it to the period.
pub(super) fn choose(state: &mut State, word: &str) -> Vec<Effect> {
    let what = match word {
        "" => "danh mục đơn vị theo kỳ báo cáo".to_owned(),
        word => format!("dùng danh mục «{}»", label(state, word)),
    };
    let chosen = Some(word.to_owned()).filter(|word| !word.is_empty());
    step(state, what, Some("catalogue".to_owned()), Attention::Stays, |settings| settings.catalogue = chosen)
}

fn label(state: &State, word: &str) -> String {
    let own = state.settings.own_catalogue.as_ref().filter(|_| word == Settings::OWN);
    let label = own.map(|own| own.label.clone());
    label
        .or_else(|| SHIPPED.iter().find(|shipped| shipped.id == word).map(|shipped| shipped.label.to_owned()))
        .unwrap_or_else(|| word.to_owned())
}

/// The catalogue in use as a file.
pub(super) fn save(state: &State) -> Vec<Effect> {
    let catalogue = state.report().catalogue;
    let name = format!("danh-muc-{}.csv", catalogue.id);
    let text = format!("Đã lưu danh mục «{}» ra tệp {name} trong thư mục tải xuống.", catalogue.label);
    let bytes = catalogue.to_csv().into_bytes();
    vec![Effect::Save { name, mime: CSV_TYPE, bytes }, Effect::Status { text }]
}

/// Takes a file's catalogue as the office's own and uses it. `letters` has one letter a byte, as the page hands over
/// bytes.
pub(super) fn load(state: &mut State, letters: &str) -> Vec<Effect> {
    const INPUT: &str = "catalogue-file";
    let bytes: Vec<u8> = letters.chars().filter_map(|letter| u8::try_from(u32::from(letter)).ok()).collect();
    let read = if bytes.len() > LONGEST {
        Err("Tệp vừa chọn lớn hơn 4 MB nên không phải danh mục đơn vị; danh mục cũ vẫn giữ. Hãy chọn tệp danh mục đã lưu từ trang này.".to_owned())
    } else {
        read_catalogue(&bytes).map_err(|error| error.to_string())
    };
    match read {
        Err(error) => {
            // Twenty faults are read beside the input, not aloud.
            let first = error.lines().next().unwrap_or_default();
            let text = format!("{first} Chi tiết ở cạnh nút «Nạp danh mục».");
            vec![Effect::Mark { id: INPUT, error }, Effect::Status { text }]
        }
        Ok(own) => {
            let what = format!("nạp danh mục «{}», {} đơn vị", own.label, own.units().len());
            let mut effects = vec![Effect::Mark { id: INPUT, error: String::new() }];
            effects.extend(step(state, what, None, Attention::Stays, |settings| {
                settings.own_catalogue = Some(own);
                settings.catalogue = Some(Settings::OWN.to_owned());
            }));
            effects
        }
    }
}

/// Gives up the office's own catalogue; the period chooses again.
pub(super) fn forget(state: &mut State) -> Vec<Effect> {
    let what = "bỏ danh mục của cơ quan".to_owned();
    let mut effects = step(state, what, None, Attention::Stays, |settings| {
        settings.own_catalogue = None;
        settings.catalogue = settings.catalogue.take().filter(|word| word != Settings::OWN);
    });
    // The button that was pressed is gone.
    effects.push(Effect::Focus { id: "catalogue" });
    effects
}
