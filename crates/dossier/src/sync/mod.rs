//! Synchronisation: the only client of the service, and the only writer of what was fetched.

mod apply;
mod card;
mod client;
mod contents;
mod engine;
mod identity;
mod progress;
mod schedule;
mod tokens;

#[cfg(test)]
pub(crate) use apply::apply_page;
pub(crate) use client::{Client, ClientError, Refreshed};
pub(crate) use progress::Progress;
