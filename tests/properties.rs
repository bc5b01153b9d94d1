//! Laws that hold for every file, not only for those of the cases.
#![cfg(not(target_arch = "wasm32"))]

mod laws;
mod support;
