//! Work that starts anew when a signal that it read changes.

use std::future::Future;
use std::pin::Pin;

use dioxus::prelude::*;

/// Starts `work` now, and again, in place of the work under way, whenever a signal that it read changed.
pub(crate) fn use_task<F: Future<Output = ()> + 'static>(mut work: impl FnMut() -> F + 'static) {
    use_boxed(Box::new(move || Box::pin(work())));
}

/// One copy of the machinery for all tasks: each would be kilobytes of WebAssembly.
fn use_boxed(work: Box<dyn FnMut() -> Pin<Box<dyn Future<Output = ()>>>>) {
    use_resource(work);
}
