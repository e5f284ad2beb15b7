//! Words of the interface in two languages; the texts are in `assets/messages`.

mod catalogue;
mod errors;
mod field_words;
#[cfg_attr(target_arch = "wasm32", path = "texts_loaded.rs")]
#[cfg_attr(not(target_arch = "wasm32"), path = "texts_embedded.rs")]
mod texts;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use errors::{problem_field, problem_wait, problem_words};
pub(crate) use field_words::{act_key, document_key, exemption_key, nature_key, nature_plural_key};
pub(crate) use words::{LANGUAGE, Words, use_words};
