//! The interface of the member account: screens over the queries of the shell.
//!
//! It owns looks, words and what is typed; all data and rules stay behind `bridge`.

mod app;
mod bridge;
mod browser;
mod command;
mod components;
mod context;
mod features;
mod frame;
mod i18n;
mod kept;
mod query;
mod route;
mod task;

/// Draws the interface into the page.
pub fn start() {
    browser::clear_first_frame();
    dioxus::launch(app::App);
}
