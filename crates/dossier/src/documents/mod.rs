//! Documents received from the caisse and made on the device: lists, pages to look at, copies outside.

mod apply;
mod attestation;
mod copies;
mod list;
mod made;
mod pages;
mod view;
mod words;

pub(crate) use apply::take_document;
pub(crate) use list::list;
pub(crate) use made::{Making, Paper, parties};
