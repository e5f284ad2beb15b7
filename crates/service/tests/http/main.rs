//! The real service on a free port, over HTTP.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests say plainly what must hold")]

mod access;
mod changes;
mod closing;
mod contents;
mod entrance;
mod faults;
mod franceconnect;
mod identity;
mod mail;
mod mail_server;
mod new_code;
mod opening;
mod outcomes;
mod pages;
mod profile;
#[cfg(unix)]
mod program;
mod ranks;
mod renewal;
mod session;
mod sign_in;
mod support;
mod tell_apart;
mod walk;
