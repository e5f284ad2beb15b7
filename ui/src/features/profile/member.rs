//! The member's own data: caisse, insurers, bank, address, e-mail, telephones, consents.

use std::rc::Rc;

use dioxus::prelude::*;
use protocol::profile::{Complementary, Consents, Masked, ProfileView};

use super::number::Number;
use super::state::RevealStore;
use crate::i18n::{Words, use_words};

/// Two cards: identity and rights, and how to reach the member.
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
            Fact { name: words.say("profile.address"),
                address {
                    for (at , line) in profile.address.iter().enumerate() {
                        span { key: "{at}", class: "block", {line.clone()} }
                    }
                }
            }
            MaskedFact { name: words.say("profile.email"), masked: profile.email.clone(), store }
            MaskedFact { name: words.say("profile.mobile"), masked: profile.mobile.clone(), store }
            MaskedFact { name: words.say("profile.landline"), masked: profile.landline.clone(), store }
            Fact { name: words.say("profile.consents"), p { {consent_words(words, profile.consents)} } }
            MaskedFact { name: words.say("profile.iban"), masked: profile.iban.clone(), note: profile.bank.clone(), store }
        }
    }
}

/// A name and what stands under it.
#[component]
pub(super) fn Fact(name: String, children: Element) -> Element {
    rsx! {
        div { class: "fact",
            dt { {name} }
            dd { {children} }
        }
    }
}

/// A masked number under its name, or that there is none.
#[component]
fn MaskedFact(name: String, masked: Option<Masked>, note: Option<String>, store: RevealStore) -> Element {
    let words = use_words();
    rsx! {
        Fact { name: name.clone(),
            match masked {
                Some(masked) => rsx! { Number { masked, what: name, store } },
                None => rsx! { p { class: "muted", {words.say("profile.none")} } },
            }
            if let Some(note) = note {
                p { class: "muted small", {note} }
            }
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
