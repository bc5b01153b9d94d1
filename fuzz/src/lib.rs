//! What the fuzz targets share: the laws, which `tests/core/corpus.rs` of the main package tries as well, and a watch over
//! memory.

pub mod laws;
mod memory;

pub use memory::within_memory;
