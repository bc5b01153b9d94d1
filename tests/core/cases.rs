//! Whole files as offices make them, in `tests/cases/`: each folder shows one thing and is named after it.
//!
//! The text report beside the files is compared letter by letter; `UPDATE=1 cargo test --test core cases` writes it anew, for
//! a person to read the difference. What a report must say was worked out by hand first: see `tests/core/worked/`.

use crate::support::cases;
use crate::support::files_below;
use crate::support::path;
use crate::support::run_case;
use crate::support::source;
use sohoa::export::report_text;

#[test]
fn every_case_gives_the_report_beside_it() {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let mut different = Vec::new();
    for case in cases() {
        let expected = path("tests/cases").join(&case).join("expected.txt");
        let text = report_text(&run_case(&case));
        if update {
            std::fs::write(expected, text).unwrap();
        } else if std::fs::read_to_string(expected).unwrap_or_default() != text {
            different.push(format!("== {case}, now:\n{text}"));
        }
    }
    assert!(
        different.is_empty(),
        "{} cases differ; UPDATE=1 writes them, git shows them:\n{}",
        different.len(),
        different.join("\n")
    );
}

#[test]
fn every_case_was_worked_out_by_hand() {
    let worked: String = files_below("tests/core/worked", ".rs").iter().map(|file| source(file)).collect();
    for case in cases() {
        assert!(worked.contains(&format!("\"{case}\"")), "{case} stands in no table of tests/core/worked/");
    }
}
