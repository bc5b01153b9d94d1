//! The laws by what they are about, and how often each is tried.

mod bytes;
mod decision;
mod letters;
mod names;
mod numbers;
mod ranks;
mod rows;
mod spellings;

use proptest::test_runner::Config;
use proptest::test_runner::FileFailurePersistence;

/// Tries a law so many times; a failure is kept beside this folder and tried first from then on.
pub(crate) fn tries(cases: u32) -> Config {
    let kept = FileFailurePersistence::Direct("tests/core/laws.regressions");
    Config { cases, failure_persistence: Some(Box::new(kept)), ..Config::default() }
}
