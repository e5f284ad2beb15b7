//! `window.__TAURI__`: calls, answers and events as the shell gives them.

use protocol::ApiError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::browser::property;

/// The part with `invoke`; none outside the app.
pub(super) fn core() -> Option<JsValue> {
    part("core")
}

/// Calls a command that takes a request.
pub(super) async fn call<T: DeserializeOwned>(
    command: &str,
    request: &(impl Serialize + ?Sized),
) -> Result<T, ApiError> {
    let request = request.serialize(&Serializer::json_compatible()).map_err(|_| unexplained())?;
    let arguments = js_sys::Object::new();
    js_sys::Reflect::set(&arguments, &JsValue::from_str("request"), &request).map_err(|_| unexplained())?;
    read(invoke(command, &arguments).await?)
}

/// Calls a command that takes nothing.
pub(super) async fn ask<T: DeserializeOwned>(command: &str) -> Result<T, ApiError> {
    read(invoke(command, &js_sys::Object::new()).await?)
}

/// Calls `heard` with the payload of each event of this name.
pub(super) fn listen(event: &str, mut heard: impl FnMut(JsValue) + 'static) {
    let Some(events) = part("event") else { return };
    let Some(listen) = function(&events, "listen") else { return };
    let heard = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
        if let Some(payload) = property(&event, "payload") {
            heard(payload);
        }
    });
    // Answers a way to stop listening; the interface listens as long as it lives.
    let _ = listen.call2(&events, &JsValue::from_str(event), heard.as_ref());
    heard.forget();
}

async fn invoke(command: &str, arguments: &JsValue) -> Result<JsValue, ApiError> {
    let core = core().ok_or_else(unexplained)?;
    let invoke = function(&core, "invoke").ok_or_else(unexplained)?;
    let promise = invoke.call2(&core, &JsValue::from_str(command), arguments).map_err(|_| unexplained())?;
    JsFuture::from(js_sys::Promise::resolve(&promise))
        .await
        .map_err(|refusal| read(refusal).unwrap_or_else(|problem| problem))
}

/// Reads an answer or a payload.
pub(super) fn read<T: DeserializeOwned>(answer: JsValue) -> Result<T, ApiError> {
    serde_wasm_bindgen::from_value(answer).map_err(|_| unexplained())
}

/// Reads an answer that is JSON text.
pub(super) fn read_text<T: DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    read(js_sys::JSON::parse(text).map_err(|_| unexplained())?)
}

fn part(name: &str) -> Option<JsValue> {
    let window = web_sys::window()?;
    property(&property(&window, "__TAURI__")?, name)
}

fn function(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    property(object, name)?.dyn_into().ok()
}

/// The shell gave no reason that can be read, so there is no reference to tell either.
fn unexplained() -> ApiError {
    ApiError::Internal { reference: String::new() }
}
