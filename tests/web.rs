//! The boundary in a real browser: one file through a session, one action, one failure, one cancel.
#![cfg(target_arch = "wasm32")]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use js_sys::Promise;
use js_sys::Reflect;
use js_sys::Uint8Array;
use sohoa::Session;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;
use wasm_bindgen_test::wasm_bindgen_test_configure;
use web_sys::File;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// A session and everything it has sent.
struct Page {
    session: Session,
    effects: Rc<RefCell<Vec<JsValue>>>,
    _send: Closure<dyn FnMut(Array)>,
}

impl Page {
    fn new() -> Self {
        let effects = Rc::new(RefCell::new(Vec::new()));
        let kept = Rc::clone(&effects);
        let send = Closure::new(move |sent: Array| kept.borrow_mut().extend(sent.iter()));
        let session = Session::new(send.as_ref().unchecked_ref::<js_sys::Function>().clone(), None, false)
            .unwrap_or_else(|_| panic!("a session"));
        Self { session, effects, _send: send }
    }

    /// The last value that an effect of this kind carried under `key`.
    fn last(&self, kind: &str, key: &str) -> Option<String> {
        let effects = self.effects.borrow();
        let of_kind = |effect: &&JsValue| get(effect, "kind").as_deref() == Some(kind);
        effects.iter().rev().filter(of_kind).find_map(|effect| get(effect, key))
    }

    /// The markup a region shows, asked for as a page does that could not write what differs.
    fn region(&self, id: &str) -> Option<String> {
        assert!(self.session.act(&format!("{{\"regionAsked\":{{\"region\":\"{id}\"}}}}")).is_ok());
        let effects = self.effects.borrow();
        let of_region = |effect: &&JsValue| get(effect, "region").as_deref() == Some(id);
        effects.iter().rev().filter(of_region).find_map(|effect| get(effect, "html"))
    }

    fn open(&self, files: Vec<File>) {
        assert!(self.session.open(files).is_ok());
    }

    /// Waits until the page stands where it should; a minute is far more than any of these files takes, also on a machine
    /// that is busy with other things.
    async fn until(&self, stage: &str) {
        for _ in 0..12_000 {
            if self.last("stage", "stage").as_deref() == Some(stage) {
                return;
            }
            sleep(5).await;
        }
        panic!("the page never came to {stage}, it is at {:?}", self.last("stage", "stage"));
    }
}

fn get(object: &JsValue, key: &str) -> Option<String> {
    Reflect::get(object, &key.into()).ok()?.as_string()
}

async fn sleep(milliseconds: i32) {
    let wait = format!("return new Promise((done) => setTimeout(done, {milliseconds}))");
    let promise: Promise = js_sys::Function::new_no_args(&wait).call0(&JsValue::NULL).unwrap().unchecked_into();
    JsFuture::from(promise).await.unwrap();
}

fn file(name: &str, bytes: &[u8]) -> File {
    File::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)), name).unwrap()
}

const TABLE: &str = "Tên đơn vị;Tỷ lệ số hóa hồ sơ;Chứng thực điện tử\nH. Bắc Hà;48,1%;426\nTX Sa Pa;56,9%;1.112\n";

#[wasm_bindgen_test]
async fn a_file_is_read_ranked_and_shown() {
    let page = Page::new();
    page.until("ready").await;
    page.open(vec![file("thang-6.csv", TABLE.as_bytes())]);
    page.until("done").await;
    let table = page.region("ranking-region").unwrap();
    assert!(table.find("UBND thị xã Sa Pa") < table.find("UBND huyện Bắc Hà"), "{table}");
    assert!(table.contains("Quá thấp"));
    assert_eq!(
        page.last("status", "text").unwrap(),
        "Đã xếp hạng 2 đơn vị; 1 «Thấp»; 1 «Quá thấp»; 7 điều cần xem lại."
    );
}

/// What warms the module up beside a page, and what it tells.
fn warm(page: &Page) -> Page {
    let unseen = Page::new();
    let nobody = unseen._send.as_ref().unchecked_ref::<js_sys::Function>().clone();
    assert!(page.session.warm(nobody).is_ok());
    unseen
}

#[wasm_bindgen_test]
async fn a_list_that_nobody_sees_is_read_to_its_end_and_tells_the_page_nothing() {
    let page = Page::new();
    page.until("ready").await;
    let told = page.effects.borrow().len();
    let unseen = warm(&page);
    unseen.until("reading").await;
    unseen.until("done").await;
    let shows = |effect: &JsValue| get(effect, "html").is_some_and(|html| html.contains("danh-sach.csv"));
    assert!(unseen.effects.borrow().iter().any(shows), "the list stands among the files read");
    assert_eq!(page.effects.borrow().len(), told, "nobody sees what is only warmed up");
}

#[wasm_bindgen_test]
async fn a_file_that_is_chosen_ends_the_list_that_nobody_sees() {
    let page = Page::new();
    let unseen = warm(&page);
    unseen.until("reading").await;
    page.open(vec![file("thang-6.csv", TABLE.as_bytes())]);
    page.until("done").await;
    sleep(1000).await;
    assert_eq!(unseen.last("stage", "stage").as_deref(), Some("reading"), "it was left where it was");
}

#[wasm_bindgen_test]
async fn an_action_from_the_markup_changes_the_table() {
    let page = Page::new();
    page.open(vec![file("thang-6.csv", TABLE.as_bytes())]);
    page.until("done").await;
    assert!(page.session.act(r#"{"limitTyped":{"limit":"rate-low","value":"40"}}"#).is_ok());
    assert!(!page.region("ranking-region").unwrap().contains(">Thấp<"));
    assert!(page.region("changes").unwrap().contains("bớt Bắc Hà"));
    assert!(page.session.act(r#""unheard""#).is_err());
}

#[wasm_bindgen_test]
async fn a_file_that_is_no_table_leaves_the_others_standing() {
    let page = Page::new();
    page.open(vec![file("anh.png", b"\x89PNG\r\n"), file("thang-6.csv", TABLE.as_bytes()), file("rong.csv", b"")]);
    page.until("done").await;
    let errors = page.region("errors").unwrap();
    assert!(errors.contains("anh.png") && errors.contains("rong.csv") && !errors.contains("thang-6.csv"));
    assert_eq!(page.last("focus", "id").as_deref(), Some("errors"));
}

#[wasm_bindgen_test]
async fn a_file_larger_than_any_block_arrives_whole() {
    let page = Page::new();
    // 6 MB of blank rows above the second unit: many blocks of the browser's stream. The rows are wide, since this is built
    // without optimising, where a row costs many times what a byte does.
    let (first, second) = TABLE.split_once("TX").unwrap();
    let blank = format!(";;{}\n", " ".repeat(97));
    let large = format!("{first}{}TX{second}", blank.repeat(60_000));
    page.open(vec![file("lon.csv", large.as_bytes())]);
    page.until("done").await;
    assert!(page.region("ranking-region").unwrap().contains("UBND thị xã Sa Pa"));
    assert!(page.region("files-read").unwrap().contains("60000 dòng"));
}

#[wasm_bindgen_test]
async fn cancelling_stops_reading_and_keeps_what_was_read() {
    let page = Page::new();
    page.open(vec![file("thang-6.csv", TABLE.as_bytes())]);
    page.until("done").await;
    page.open(vec![file("lon.csv", ";;\n".repeat(4_000_000).as_bytes())]);
    assert_eq!(page.last("stage", "stage").as_deref(), Some("reading"));
    assert!(page.session.cancel().is_ok());
    assert_eq!(page.last("stage", "stage").as_deref(), Some("done"));
    sleep(100).await;
    assert!(page.region("files-read").unwrap().contains("thang-6.csv"));
    assert!(!page.region("files-read").unwrap().contains("lon.csv"));
}
