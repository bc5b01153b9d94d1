//! The bytes of a file. A file is looked at more than once; a pipe gives its bytes once, so they are kept.

use std::cell::RefCell;
use std::fs::File;
use std::io::Cursor;
use std::io::Read;
use std::io::Result;
use std::path::Path;
use std::path::PathBuf;
use std::rc::Rc;

/// Begins to read a file.
pub(crate) fn open(path: &Path) -> Result<Box<dyn Read>> {
    thread_local! {
        static PIPES: RefCell<Vec<(PathBuf, Rc<[u8]>)>> = const { RefCell::new(Vec::new()) };
    }
    if !is_pipe(path)? {
        return Ok(Box::new(File::open(path)?));
    }
    let of_path = |pipes: &Vec<(PathBuf, Rc<[u8]>)>| {
        pipes.iter().find(|(kept, _)| kept == path).map(|(_, bytes)| Rc::clone(bytes))
    };
    if let Some(bytes) = PIPES.with_borrow(of_path) {
        return Ok(Box::new(Cursor::new(bytes)));
    }
    let mut bytes = Vec::new();
    File::open(path)?.read_to_end(&mut bytes)?;
    let bytes: Rc<[u8]> = bytes.into();
    PIPES.with_borrow_mut(|pipes| pipes.push((path.to_owned(), Rc::clone(&bytes))));
    Ok(Box::new(Cursor::new(bytes)))
}

/// What tells a file from all others, whatever it is called: it may have several names.
#[cfg(unix)]
pub(crate) fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

/// What tells a file from all others, where the system gives no more than its name.
#[cfg(not(unix))]
pub(crate) fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok()
}

#[cfg(unix)]
fn is_pipe(path: &Path) -> Result<bool> {
    use std::os::unix::fs::FileTypeExt as _;
    Ok(std::fs::metadata(path)?.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> Result<bool> {
    Ok(false)
}
