//! # sohoa
//!
//! Which units of a province lag in digitising dossiers, and who must be reminded? Officers upload the exports of the
//! portals; this crate reads them, ranks the units on the group “Số hóa hồ sơ” of Decision 766/QĐ-TTg and marks those
//! that are too low. In the browser it runs as WebAssembly in a static page; natively as the command `sohoa`.
//!
//! The street, from the bytes of a file to a row of the ranking:
//!
//! ```text
//! bytes ─▶ intake ─▶ columns ─▶ figures ─▶ components ─▶ ranking ─▶ warnings ─▶ Report ─▶ export, view
//!          rows      what rows   per unit   points       within a   against                to people
//!          of cells  and cells                           group      limits                 and scripts
//!          mean
//! ```
//!
//! [`analysis::Gathering`] drives the first half once per file and is fed blocks of bytes; [`analysis::assess`] drives
//! the second half at each change of a setting and cannot fail. Each room uses earlier rooms only; a test holds that.
//!
//! ```
//! use std::rc::Rc;
//! use sohoa::analysis::{FileOutcome, Gathering, Settings, assess};
//! use sohoa::units::Catalogue;
//!
//! let catalogue = Rc::new(Catalogue::laocai_2023());
//! let mut file = Gathering::new("thang-6.csv", Rc::clone(&catalogue), Rc::default());
//! file.feed("Tên đơn vị;Tỷ lệ số hóa hồ sơ\nH. Bắc Hà;48,1%%\n".as_bytes())?;
//! let outcome = FileOutcome::of("thang-6.csv", file.finish());
//! let report = assess(&[outcome], &catalogue, &Settings::default());
//! assert_eq!(report.units[0].name, "UBND huyện Bắc Hà");
//! assert_eq!(report.units[0].percent_note.unwrap().card.word, "Thấp");
//! # Ok::<(), sohoa::analysis::GatherError>(())
//! ```

#![cfg_attr(not(test), warn(clippy::disallowed_methods, clippy::disallowed_types))]

pub mod analysis;
pub mod app;
#[cfg(target_arch = "wasm32")]
mod boundary;
pub mod columns;
pub mod components;
pub mod documents;
pub mod domain;
pub mod export;
pub mod figures;
pub mod intake;
pub mod notices;
pub mod ranking;
pub mod text;
pub mod units;
pub mod view;
pub mod warnings;

#[cfg(target_arch = "wasm32")]
pub use boundary::Session;
