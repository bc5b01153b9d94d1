//! What an officer who writes a settings file by hand is likely to have done where a line cannot be understood.

use super::typed::is_of_three_numbers;
use super::values;
use crate::analysis::json::Json;
use crate::analysis::wording::Wording;
use crate::columns::Field;
use crate::columns::StatusClass;
use crate::components::Preset;
use crate::domain::Group;
use crate::notices::quote;
use crate::text::fold;
use crate::text::nearest;
use crate::warnings::RELATIVE;

/// Keys and values that stand in no list of their own.
const WORDS: &str = "group catalogue own-catalogue compare province as_of thresholds name since source rate-low count-very-low \
    few-dossiers relative rule value formula preset tolerance rates components max cap not-applicable figures unit field reason \
    what-if percent-points points dossiers copies groups units columns meaning numbers statuses aliases files documents rounded \
    exact share percent count unknown excluded full zero";

/// The line, and what is wrong in it as far as its letters tell.
pub(super) fn told(text: &str, line: usize) -> (String, Option<String>) {
    let here = text.lines().nth(line.saturating_sub(1)).unwrap_or_default().trim();
    (quote(here), slip(text, line, here))
}

fn slip(text: &str, line: usize, here: &str) -> Option<String> {
    let is_json = text.trim_start().starts_with('{');
    if text.contains('\0') {
        return Some("tệp lưu kiểu UTF-16; trong Notepad chọn «Lưu như…», mã hóa UTF-8".to_owned());
    }
    let bare = without_texts(here);
    let is_decimal = |three: &[u8]| three[0].is_ascii_digit() && three[1] == b',' && three[2].is_ascii_digit();
    let said = if bare.contains(['“', '”', '„', '‘', '’', '«', '»']) {
        "dấu nháy cong, thường do Word hoặc bộ gõ tự đổi; gõ lại bằng nháy thẳng (\")"
    } else if is_json && bare.contains('\'') {
        "dấu nháy đơn; JSON chỉ nhận nháy kép (\")"
    } else if is_json && (bare.contains("//") || bare.contains("/*") || bare.starts_with('#')) {
        "JSON không có chú thích; xóa phần chú thích"
    } else if bare.as_bytes().windows(3).any(is_decimal) {
        "số lẻ viết bằng dấu phẩy; ghi như 52.5, hoặc để trong nháy như \"52,5\""
    } else if bare.split(['=', '#']).nth(1).is_some_and(|value| is_of_three_numbers(value.trim())) {
        "ngày để trong nháy, như \"20/6/2023\""
    } else if let Some(word) = word(here) {
        return Some(word);
    } else if let Some(fault) = values::fault(text, line, here) {
        return Some(fault);
    } else if is_json {
        return in_json(text, line).map(str::to_owned);
    } else if !bare.is_empty() && !bare.contains('=') && !bare.starts_with('[') {
        "mỗi dòng TOML ghi khóa = giá trị, hoặc [tên mục]"
    } else {
        return None;
    };
    Some(said.to_owned())
}

/// A text without what stands between straight quotes; the quotes stay.
fn without_texts(text: &str) -> String {
    text.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
}

/// What is wrong between the values of a JSON text.
fn in_json(text: &str, line: usize) -> Option<&'static str> {
    let bare = without_texts(text);
    let before: String = bare.split_inclusive('\n').take(line).collect();
    let count = |sign: char| bare.matches(sign).count();
    let joined: String = before.split_whitespace().collect();
    if joined.contains(",}") || joined.contains(",]") {
        Some("thừa dấu phẩy trước } hoặc ]")
    } else if ["}\"", "]\"", "\"\"\"\""].iter().any(|two| joined.contains(two)) || has_digit_before_text(&joined) {
        Some("thiếu dấu phẩy giữa hai mục")
    } else if count('{') != count('}') || count('[') != count(']') {
        Some("số dấu mở { [ và dấu đóng } ] không bằng nhau")
    } else {
        None
    }
}

fn has_digit_before_text(joined: &str) -> bool {
    joined.as_bytes().windows(2).any(|two| two[0].is_ascii_digit() && two[1] == b'"')
}

/// A word of a line that is none of the settings' and like one that is.
fn word(here: &str) -> Option<String> {
    let known = known();
    let is_known = |word: &str| known.iter().any(|(_, known)| known == word);
    let texts = here.split('"').enumerate().filter(|(at, _)| at % 2 == 1).map(|(_, text)| text);
    let bare = here
        .split('"')
        .step_by(2)
        .flat_map(|part| part.split(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_'));
    let meant = |word: &str| {
        let plain = plain(word);
        let near = nearest(&plain, &mut known.iter().map(|(plain, _)| plain.as_str()))?;
        known.iter().find(|(plain, _)| plain == near).map(|(_, known)| known.clone())
    };
    let mut words = texts.chain(bare).filter(|word| word.chars().count() > 3 && !is_known(word));
    words.find_map(|word| Some(format!("không có «{word}»; ý là «{}»?", meant(word)?)))
}

/// Small letters without marks, joined by hyphens.
fn plain(word: &str) -> String {
    fold(word).replace(' ', "-")
}

/// The words of settings, each by what an officer might write for it.
fn known() -> Vec<(String, String)> {
    let wording = Json::of(&Wording::default());
    let itself = |word: &str| (plain(word), word.to_owned());
    let words = WORDS.split_whitespace().map(itself);
    let documents = wording.fields().map(|(word, _)| itself(word));
    let rules =
        RELATIVE.iter().map(|rule| itself(rule.card.code)).chain(Preset::ALL.map(|own| itself(own.card().code)));
    let labelled = |(label, code): (&str, &str)| [itself(code), (plain(label), code.to_owned())];
    let groups = Group::ALL.map(|group| (group.label(), group.code())).into_iter().flat_map(labelled);
    let states = StatusClass::ALL.map(|class| (class.label(), class.code())).into_iter().flat_map(labelled);
    let fields = Field::all().flat_map(|field| labelled((field.label(), field.code())));
    let mut all: Vec<(String, String)> =
        words.chain(documents).chain(rules).chain(groups).chain(states).chain(fields).collect();
    crate::domain::sort(&mut all);
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use crate::analysis::Settings;

    #[test]
    fn a_slip_is_told_by_its_line_and_what_to_do() {
        #[track_caller]
        fn case(text: &str, line: usize, words: &str) {
            let told = Settings::parse(text).unwrap_err().told(text);
            assert!(told.contains(&format!("dòng {line}")) && told.contains(words), "{text}: {told}");
        }
        case("{\"thresholds\": {\"rate-low\": 52,5}}", 1, "dấu phẩy; ghi như 52.5");
        case("[thresholds]\nrate-low = 52,5", 2, "«rate-low = 52,5»: số lẻ viết bằng dấu phẩy");
        case("{“thresholds”: {“rate-low”: 50}}", 1, "dấu nháy cong");
        case("[thresholds]\nname = “Quý II”", 2, "dấu nháy cong");
        case("{\"thresholds\": {\n\"rate-low\": 50,\n}}", 3, "thừa dấu phẩy");
        case("{\n// ngưỡng\n\"group\": \"cap-xa\"}", 2, "chú thích");
        case("{\"Thresholds\": {\"rate-low\": 50}}", 1, "không có «Thresholds»; ý là «thresholds»?");
        case("{\"thresholds\": {\"rate_low\": 50}}", 1, "ý là «rate-low»?");
        case("{'group': 'cap-xa'}", 1, "nháy đơn");
        case("{\"thresholds\": {\"rate-low\": 50}", 1, "dấu mở { [ và dấu đóng");
        case("{\"thresholds\": {\"rate-low\": 50}\n\"group\": \"cap-xa\"}", 2, "thiếu dấu phẩy");
        case("{\"group\": \"Cấp huyện\"}", 1, "ý là «cap-huyen»?");
        case("{\"compare\": \"Exact\"}", 1, "ý là «exact»?");
        case("{\"statuses\": {\"Chờ ký số\": \"đã xong\"}}", 1, "«{\"statuses\"");
        case("[threshold]\nrate-low = 50", 1, "ý là «thresholds»?");
        case("[thresholds]\nrate-low: 52", 2, "khóa = giá trị");
        case("[[groups]]\nname = \"Vùng cao\"\nunits = \"bac-ha\"", 3, "«units = \"bac-ha\"».");
        case("[columns.\"Tỷ lệ đạt\"]\nmeaning = \"group_percents\"", 2, "ý là «group_percent»?");
        case("[formula]\npreset = \"mean_rate\"", 2, "ý là «mean_rates»?");
        case("[documents]\nsigners = \"A\"", 2, "ý là «signer»?");
        // A limit that is none is told by its own words.
        case("[thresholds]\nrate-low = \"năm mươi\"", 2, "cần một số từ 0 đến 100");
    }
}
