//! The street as a whole: any file gives a result or a sentence, twice the same, and the result is well formed.

use std::rc::Rc;

use serde_json::Value;
use sohoa::analysis::FileOutcome;
use sohoa::analysis::GatherError;
use sohoa::analysis::Gathering;
use sohoa::analysis::Settings;
use sohoa::analysis::assess;
use sohoa::export::file_json;
use sohoa::export::report_json;
use sohoa::export::report_text;
use sohoa::units::Catalogue;

use super::block;

/// Inspects a file and reports on it.
pub fn inspect(bytes: &[u8]) {
    let (whole, block) = (both(bytes, bytes.len()), block(bytes));
    assert_eq!(both(bytes, block), whole, "the same bytes give the same, in blocks of {block} as well");
    let (inspected, report, _) = whole;
    match inspected {
        Ok(json) => drop(serde_json::from_str::<Value>(&json).expect("what inspect tells is JSON")),
        Err(sentence) => {
            assert!(sentence.ends_with('.') && sentence.contains("Hãy "), "no word of what to do: {sentence}");
        }
    }
    serde_json::from_str::<Value>(&report).expect("a report is JSON");
}

/// What `inspect` tells of a file, and its report as JSON and as text.
fn both(bytes: &[u8], block: usize) -> (Result<String, String>, String, String) {
    let settings = Settings::default();
    let inspected = gathering(bytes, block).and_then(Gathering::inspect).map(|file| file_json(&file));
    let outcome = FileOutcome::of("a.csv", gathering(bytes, block).and_then(Gathering::finish));
    let report = assess(&[outcome], &catalogue(), &settings);
    (inspected.map_err(|error| error.to_string()), report_json(&report), report_text(&report))
}

fn gathering(bytes: &[u8], block: usize) -> Result<Gathering, GatherError> {
    let mut gathering = Gathering::new("a.csv", catalogue(), Rc::default());
    for block in bytes.chunks(block.max(1)) {
        match gathering.feed(block) {
            Ok(()) | Err(GatherError::Table(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(gathering)
}

/// The catalogue, read once a thread.
fn catalogue() -> Rc<Catalogue> {
    thread_local! {
        static CATALOGUE: Rc<Catalogue> = Rc::new(Catalogue::laocai_2023());
    }
    CATALOGUE.with(Rc::clone)
}
