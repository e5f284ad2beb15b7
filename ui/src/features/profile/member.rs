//! The member's own data: caisse, insurers, bank, address, e-mail, telephones, consents.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::profile::{Complementary, Consents, Masked, ProfileView};

use super::number::Number;
use super::pending::{WaitingBank, WaitingEmail};
use super::state::RevealStore;
use crate::components::Link;
use crate::i18n::{Words, use_words};
use crate::route::{Route, Topic};

/// Three cards: identity and rights, how to reach the member, and what they chose for the account.
#[component]
pub(super) fn Member(profile: Rc<ProfileView>, store: RevealStore) -> Element {
    let words = use_words();
    rsx! {
        h2 { {words.say("profile.identity")} }
        dl { class: "card facts",
            Fact { name: words.say("profile.nir"),
                Number { masked: profile.nir.clone(), what: words.say("profile.nir"), store }
            }
            Fact { name: words.say("profile.birth_date"), p { {words.long_date(profile.birth_date)} } }
            Fact { name: words.say("profile.caisse"),
                p { {profile.caisse.name.clone()} }
                p { class: "muted small num",
                    {words.fill("profile.caisse.number", &[("number", &profile.caisse_triple)])}
                }
            }
            Fact { name: words.say("profile.scheme"), p { {profile.scheme_name.clone()} } }
            Fact { name: words.say("profile.complementary"),
                for insurer in profile.complementary.iter().cloned() {
                    Insurer { key: "{insurer.name}", insurer }
                }
                if profile.complementary.is_empty() {
                    p { class: "muted", {words.say("profile.complementary.none")} }
                }
            }
        }
        h2 { {words.say("profile.contact")} }
        dl { class: "card facts",
            MaskedFact { topic: Topic::Email, name: words.say("profile.email"), masked: profile.email.clone(), store,
                if let Some(pending) = profile.pending_email.clone() {
                    WaitingEmail { pending, store }
                }
            }
            MaskedFact { topic: Topic::Mobile, name: words.say("profile.mobile"), masked: profile.mobile.clone(), store }
            MaskedFact { topic: Topic::Landline, name: words.say("profile.landline"), masked: profile.landline.clone(), store }
            Fact { name: words.say("profile.address"), edit: Topic::Address,
                address {
                    for (at , line) in profile.address.iter().enumerate() {
                        span { key: "{at}", class: "block", {line.clone()} }
                    }
                }
            }
            MaskedFact { topic: Topic::Bank, name: words.say("profile.iban"), masked: profile.iban.clone(), store,
                if let Some(bank) = profile.bank.clone() {
                    p { class: "muted small", {bank} }
                }
                if let Some(pending) = profile.pending_bank.clone() {
                    WaitingBank { pending, store }
                }
            }
        }
        h2 { {words.say("profile.settings")} }
        dl { class: "card facts",
            Fact { name: words.say("profile.consents"), edit: Topic::Consents,
                p { {consent_words(words, profile.consents)} }
            }
            Fact { name: words.say("profile.code"), edit: Topic::Code,
                p { {words.say("profile.code.text")} }
            }
        }
    }
}

/// A name and what stands under it; with a way to change it, where there is one.
#[component]
pub(super) fn Fact(name: String, edit: Option<Topic>, children: Element) -> Element {
    let words = use_words();
    rsx! {
        div { class: "fact",
            dt { {name.clone()} }
            dd { {children} }
            if let Some(topic) = edit {
                dd { class: "fact-edit",
                    Link {
                        to: Route::ProfileChange(topic),
                        class: "text-link",
                        label: words.fill("profile.change.edit.what", &[("what", &name)]),
                        {words.say("profile.change.edit")}
                    }
                }
            }
        }
    }
}

/// A masked number under its name, or that there is none.
#[component]
fn MaskedFact(
    topic: Topic,
    name: String,
    masked: Option<Masked>,
    store: RevealStore,
    #[props(default)] children: Element,
) -> Element {
    let words = use_words();
    rsx! {
        Fact { name: name.clone(), edit: topic,
            match masked {
                Some(masked) => rsx! { Number { masked, what: name, store } },
                None => rsx! { p { class: "muted", {words.say("profile.none")} } },
            }
            {children}
        }
    }
}

#[component]
fn Insurer(insurer: Complementary) -> Element {
    let words = use_words();
    let transmission = if insurer.transmission { "profile.transmission.on" } else { "profile.transmission.off" };
    rsx! {
        p { {insurer.name} }
        p { class: "muted small", {words.say(transmission)} }
    }
}

fn consent_words(words: Words, consents: Consents) -> String {
    let channels = [
        (consents.email, "profile.consents.email"),
        (consents.phone, "profile.consents.phone"),
        (consents.sms, "profile.consents.sms"),
    ];
    let given: Vec<_> = channels.iter().filter(|(given, _)| *given).map(|(_, key)| words.say(key)).collect();
    if given.is_empty() {
        words.say("profile.consents.none").to_owned()
    } else {
        words.fill("profile.consents.some", &[("channels", &given.join(", "))])
    }
}

#[cfg(test)]
mod tests {
    use protocol::settings::Language;

    use super::*;

    #[test]
    fn names_the_channels_that_the_member_agreed_to() {
        let words = Words(Language::French);
        assert_eq!(consent_words(words, Consents::default()), "Aucun message promotionnel");
        let some = Consents { email: true, phone: false, sms: true };
        assert_eq!(consent_words(words, some), "Messages promotionnels\u{a0}: par e-mail, par SMS");
    }
}
