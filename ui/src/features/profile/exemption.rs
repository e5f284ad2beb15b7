//! An exemption: confidential, so it stays behind a press like a number.

use dioxus::prelude::*;
use protocol::BeneficiaryId;
use protocol::profile::{Exemption, Reveal};

use super::member::Fact;
use super::state::RevealStore;
use crate::bridge;
use crate::components::{Button, ErrorNote, Look};
use crate::i18n::{Words, exemption_key, use_words};

/// That there is one; what it is, on demand.
#[component]
pub(super) fn ExemptionFact(person: BeneficiaryId, what: String, store: RevealStore) -> Element {
    let words = use_words();
    let reveal = Reveal::Exemption { person };
    let whole = store.whole(&reveal).and_then(|text| bridge::read_exemption(&text).ok());
    let is_whole = whole.is_some();
    let key = if is_whole { "profile.hide" } else { "profile.show" };
    let error = store.error(&reveal);
    rsx! {
        Fact { name: words.say("profile.exemption"),
            p { aria_live: "polite",
                {whole.map_or_else(
                    || words.say("profile.exemption.hidden").to_owned(),
                    |exemption| exemption_words(words, &exemption),
                )}
            }
            Button {
                label: words.say(key),
                look: Look::Plain,
                busy: store.is_busy(&reveal),
                onpress: move |()| if is_whole { store.hide() } else { store.show(reveal.clone()) },
            }
            ErrorNote { error }
        }
    }
}

fn exemption_words(words: Words, exemption: &Exemption) -> String {
    let reason = words.say(exemption_key(exemption.reason));
    let rate = words.rate(exemption.rate);
    let from = words.long_date(exemption.from);
    match exemption.until {
        Some(until) => words.fill(
            "profile.exemption.until",
            &[("reason", reason), ("rate", &rate), ("from", &from), ("until", &words.long_date(until))],
        ),
        None => words.fill("profile.exemption.text", &[("reason", reason), ("rate", &rate), ("from", &from)]),
    }
}
