// The one room that holds the session. Runs from a blob, behind the glue that wasm-bindgen makes (wasm_bindgen).
let session;

// A module that trapped must not be used again: the page replaces the whole worker.
const died = (reason) => postMessage({ died: String(reason) });

addEventListener('unhandledrejection', (event) => died(event.reason));

onmessage = ({ data }) => {
  try {
    if (data.module) {
      wasm_bindgen.initSync({ module: data.module });
      session = new wasm_bindgen.Session((effects) => postMessage({ effects }), data.remembered);
    }
    if (data.givenUp) session.giveUp(data.givenUp);
    if (data.files) session.open(data.files);
    if (data.action) session.act(data.action);
    if (data.cancel) session.cancel();
  } catch (error) {
    died(error);
  }
};
