//! The laws of the fuzz targets over the files that fuzzing left behind, and over the inputs of the cases.

#[allow(unreachable_pub, reason = "the fuzz targets use it from outside")]
#[path = "../../fuzz/src/laws/mod.rs"]
mod laws;

use std::path::Path;

use crate::support::files_below;
use crate::support::gather;
use crate::support::path;
use sohoa::analysis::Settings;

/// Tries a law over the kept files of a target and over each file that once broke it. A name that ends in `.open` waits
/// for its repair; the `.md` beside a file tells what it did.
fn replay(target: &str, law: fn(&[u8])) {
    for folder in [format!("fuzz/corpus/{target}"), format!("fuzz/regressions/{target}")] {
        if !path(&folder).is_dir() {
            continue;
        }
        for file in
            files_below(&folder, "").into_iter().filter(|file| ![".md", ".open"].iter().any(|end| file.ends_with(end)))
        {
            let bytes = std::fs::read(path(&file)).unwrap();
            assert!(std::panic::catch_unwind(|| law(&bytes)).is_ok(), "{file}");
        }
    }
}

#[test]
fn decode() {
    replay("decode", laws::decode);
}

#[test]
fn delimited() {
    replay("delimited", laws::delimited);
}

#[test]
fn html() {
    replay("html", laws::html);
}

#[test]
fn spreadsheet() {
    replay("spreadsheet", laws::spreadsheet);
}

#[test]
fn numbers() {
    replay("numbers", laws::numbers);
}

#[test]
fn inspect() {
    replay("inspect", laws::inspect);
}

/// With `PARTS=FOLDER` the parts of our workbooks are written there, for the fuzzer to change.
#[test]
fn a_workbook_taken_apart_and_packed_again_gives_the_same_rows() {
    let folder = std::env::var_os("PARTS");
    for file in files_below("tests", "").into_iter().filter(|file| file.contains(".xls") || file.contains(".ods")) {
        let bytes = std::fs::read(path(&file)).unwrap();
        let Some(parts) = laws::parts_of(&bytes) else { continue };
        let packed = laws::workbook_of(&parts).expect("parts");
        let gather = |bytes: &[u8]| gather("a", bytes, 1 << 20, &Settings::default());
        let told = |bytes: &[u8]| format!("{:?}", gather(bytes).map(|file| file.table.observations.clone()));
        assert_eq!(told(&packed), told(&bytes), "{file}");
        if let Some(folder) = &folder {
            std::fs::write(Path::new(folder).join(file.replace(['/', ' '], "-")), parts).unwrap();
        }
    }
}
