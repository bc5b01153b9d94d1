//! The bytes of a file or of a stretch of it, block by block, as fast as the browser gives them: into one buffer that goes
//! to and fro, where the browser knows such readers.

use js_sys::Function;
use js_sys::Object;
use js_sys::Promise;
use js_sys::Reflect;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;
use web_sys::File;
use web_sys::ReadableStreamByobReader;
use web_sys::ReadableStreamDefaultReader;

use crate::analysis::GatherError;

/// Bytes of one block: more gain nothing where it was measured.
const BLOCK: u32 = 512 << 10;

/// Reads one stretch.
pub(super) struct Blocks {
    reader: Reader,
    /// What is read, to be asked why when it cannot be.
    stretch: Blob,
}

/// A block that has come and still lies with the browser.
pub(super) struct Block(Uint8Array);

impl Block {
    pub(super) fn len(&self) -> usize {
        self.0.length() as usize
    }

    /// Its bytes, copied to where all blocks are copied that are read by turns: a place that is used all the time is at hand.
    pub(super) fn copied<'to>(&self, to: &'to mut Vec<u8>) -> &'to [u8] {
        to.resize(self.len(), 0);
        self.0.copy_to(to);
        to
    }
}

enum Reader {
    /// Fills a buffer that is lent to it.
    Lent(ReadableStreamByobReader, Uint8Array),
    /// Brings buffers of its own.
    Own(ReadableStreamDefaultReader),
}

impl Blocks {
    /// The bytes between two places of a file.
    #[expect(clippy::cast_precision_loss, reason = "a file's size is a whole number below 2⁵³")]
    pub(super) fn of(file: &File, from: u64, to: u64) -> Result<Self, GatherError> {
        let stretch = file.slice_with_f64_and_f64(from as f64, to as f64).map_err(unreadable)?;
        let stream = stretch.stream();
        let options = Object::new();
        let lent = Reflect::set(&options, &"mode".into(), &"byob".into())
            .and_then(|_| Reflect::get(&stream, &"getReader".into()))
            .and_then(|get| get.unchecked_into::<Function>().call1(&stream, &options));
        let reader = match lent {
            Ok(reader) => Reader::Lent(reader.unchecked_into(), Uint8Array::new_with_length(BLOCK)),
            Err(_) => Reader::Own(stream.get_reader().unchecked_into()),
        };
        Ok(Self { reader, stretch })
    }

    /// The next block; `None` behind the last. It is to be used before the one after it is asked for, which takes its place.
    pub(super) async fn next(&mut self) -> Result<Option<Block>, GatherError> {
        let promise: Promise = match &self.reader {
            Reader::Lent(reader, buffer) => reader.read_with_array_buffer_view(buffer),
            Reader::Own(reader) => reader.read(),
        };
        let Ok(read) = JsFuture::from(promise).await else { return Err(self.why().await) };
        let get = |key: &str| Reflect::get(&read, &key.into()).map_err(unreadable);
        let value = get("value")?;
        if get("done")?.is_truthy() {
            let _ = value.dyn_ref().map(let_go);
            return Ok(None);
        }
        let filled: Uint8Array = value.unchecked_into();
        if let Reader::Lent(_, buffer) = &mut self.reader {
            *buffer = Uint8Array::new(&filled.buffer());
        }
        Ok(Some(Block(filled)))
    }

    /// Why it cannot be read: of a stream that breaks off the browser says only that it does.
    async fn why(&self) -> GatherError {
        let first = match self.stretch.slice_with_f64_and_f64(0.0, 1.0) {
            Ok(first) => JsFuture::from(first.array_buffer()).await,
            Err(error) => Err(error),
        };
        match first {
            Ok(_) => GatherError::unreadable("AbortError"),
            Err(error) => unreadable(error),
        }
    }

    /// Ends the reading before its end. The stream may take its time; nobody waits for it.
    pub(super) fn leave(self) {
        let _ = match self.reader {
            Reader::Lent(reader, _) => reader.cancel(),
            Reader::Own(reader) => reader.cancel(),
        };
    }
}

/// Gives the memory of bytes back that nobody needs any more. A browser does so by itself only once much else has come, where
/// it knows how.
pub(super) fn let_go(bytes: &Uint8Array) {
    let _ = bytes.buffer().transfer_with_length(0);
}

/// Why the browser cannot read a file any more.
#[expect(clippy::needless_pass_by_value, reason = "handed to `map_err`")]
fn unreadable(error: JsValue) -> GatherError {
    GatherError::unreadable(
        &error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.name())),
    )
}
