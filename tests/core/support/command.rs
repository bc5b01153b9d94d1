//! The command, run as a script runs it.

use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

use serde_json::Value;

/// The letter's appendix.
pub(crate) const LETTER: &str = "tests/cases/letter-appendix-tab/phu-luc.txt";

/// Runs the command in the package's folder.
pub(crate) fn sohoa(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_sohoa")).args(arguments).current_dir(super::path("")).output().unwrap()
}

/// Status, standard output and standard error of a run.
pub(crate) fn run(arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = sohoa(arguments);
    let text = |bytes| String::from_utf8(bytes).expect("the command speaks UTF-8");
    (status.code().expect("it ends by itself"), text(stdout), text(stderr))
}

/// A file of this run's own, with these bytes.
pub(crate) fn temporary(name: &str, bytes: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// The keys of an object, in order of the alphabet.
#[track_caller]
pub(crate) fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}
