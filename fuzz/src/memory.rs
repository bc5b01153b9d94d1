//! An allocator that counts. A small file must not fill the memory of an officer's machine, and a reservation that is
//! never touched costs nothing here yet everything in a browser: so what is asked for counts, not what is used.

use std::alloc::GlobalAlloc;
use std::alloc::Layout;
use std::alloc::System;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::Relaxed;

/// Bytes that reading one file may hold at a time. A sheet of three million cells, the most that is read, asks for 72 MB
/// and twice as much once more while it grows.
const LIMIT: usize = 320 << 20;

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static ALLOWED: AtomicUsize = AtomicUsize::new(usize::MAX);

// SAFETY: every call is handed to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        take(size);
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

fn take(bytes: usize) {
    let held = HELD.fetch_add(bytes, Relaxed).saturating_add(bytes);
    if held > ALLOWED.load(Relaxed) {
        // With the watch taken down the message can allocate. Nothing unwinds: libFuzzer ends the process and keeps the
        // file.
        ALLOWED.store(usize::MAX, Relaxed);
        panic!("{} MB are asked for, {} MB are held in all", bytes >> 20, held >> 20);
    }
}

/// Runs a law; panics where it holds more memory at a time than a file may.
pub fn within_memory(law: impl FnOnce()) {
    ALLOWED.store(HELD.load(Relaxed) + LIMIT, Relaxed);
    law();
    ALLOWED.store(usize::MAX, Relaxed);
}
