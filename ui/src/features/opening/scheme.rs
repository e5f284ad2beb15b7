//! Which scheme (A2): the general one and its partners have their accounts here, the others at their own.

use dioxus::prelude::*;
use insurance::scheme::{Account, schemes};
use protocol::Field as Entry;
use protocol::opening::{OpeningAnswer, OpeningWay};
use protocol::settings::Language;

use super::state::OpeningStore;
use super::step::{StepScreen, Told, id_of};
use crate::components::{Choice, FranceConnectButton, Icon, IconView, Select};
use crate::i18n::use_words;

#[component]
pub(super) fn SchemeStep(store: OpeningStore) -> Element {
    let words = use_words();
    let choices = schemes().map(|scheme| {
        let group = match (scheme.key, scheme.account) {
            ("general", _) => "",
            (_, Account::Here) => words.say("opening.scheme.partners"),
            (_, Account::Elsewhere(_)) => words.say("opening.scheme.others"),
        };
        let label = match words.0 {
            Language::French => format!("{} ({})", scheme.name, scheme.people),
            Language::English => scheme.name.to_owned(),
        };
        Choice { group, value: scheme.key.to_owned(), label }
    });
    rsx! {
        StepScreen {
            name: "opening_scheme",
            title: words.say("opening.title"),
            text: words.say("opening.scheme.text"),
            store,
            match (store.way(), store.proven()) {
                (OpeningWay::FranceConnect, Some(name)) => rsx! {
                    p { class: "told-good",
                        IconView { icon: Icon::Check }
                        span { {words.fill("opening.proven", &[("name", &name)])} }
                    }
                },
                (OpeningWay::FranceConnect, None) => rsx! {
                    p { class: "muted small", {words.say("opening.prove_again.text")} }
                    FranceConnectButton { opening: true }
                },
                (OpeningWay::Proof, _) => rsx! {},
            }
            Select {
                id: id_of(Entry::Scheme),
                label: words.say("opening.scheme"),
                hint: words.say("opening.scheme.hint").to_owned(),
                empty: words.say("opening.scheme.choose").to_owned(),
                choices: choices.collect::<Vec<_>>(),
                value: store.entries().scheme,
                error: store.error_of(Entry::Scheme),
                onchoose: move |scheme| store.change(Entry::Scheme, |entries| entries.scheme = scheme),
            }
            if store.way() == OpeningWay::Proof {
                p { class: "muted small", {words.say("opening.by_franceconnect")} }
                FranceConnectButton { opening: true }
            }
            if let Some(OpeningAnswer::OtherScheme { scheme, service }) = store.answer() {
                Told { title: words.say("opening.scheme.elsewhere"),
                    p { {words.fill("opening.scheme.elsewhere.text", &[("scheme", &scheme), ("service", &service)])} }
                }
            }
        }
    }
}
