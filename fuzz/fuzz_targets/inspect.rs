#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| sohoa_fuzz::within_memory(|| sohoa_fuzz::laws::inspect(bytes)));
