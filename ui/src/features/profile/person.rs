//! A person of the account: rights, doctor, cards.

use dioxus::prelude::*;
use jiff::civil::Date;
use protocol::profile::PersonView;

use super::exemption::ExemptionFact;
use super::member::Fact;
use super::number::Number;
use super::rights::{ceam_words, rights_words};
use super::state::RevealStore;
use crate::components::{Face, Tag};
use crate::i18n::use_words;

/// Everything about one person. The member's own number stands among their own data.
#[component]
pub(super) fn PersonCard(person: PersonView, is_member: bool, today: Date, store: RevealStore) -> Element {
    let words = use_words();
    let (tone, rights) = rights_words(words, person.rights_from, person.rights_until, today);
    let of = |key: &'static str| words.fill("profile.of", &[("what", words.say(key)), ("name", &person.name)]);
    let rank = words.fill("profile.person.rank", &[("rank", &format!("{:02}", person.rank))]);
    rsx! {
        section { class: "card person", aria_label: person.name.clone(),
            header { class: "person-head",
                Face { initials: person.initials.clone() }
                div {
                    h3 { {person.name.clone()} }
                    p { class: "muted small num", {rank} " · " {words.long_date(person.birth_date)} }
                }
            }
            dl { class: "facts",
                Fact { name: words.say("profile.rights"), Tag { text: rights, tone } }
                if let (Some(nir), false) = (person.nir.clone(), is_member) {
                    Fact { name: words.say("profile.nir"),
                        Number { masked: nir, what: of("profile.nir"), store }
                    }
                }
                Fact { name: words.say("profile.doctor"),
                    p { {person.attending_doctor.clone().unwrap_or_else(|| words.say("profile.doctor.none").to_owned())} }
                }
                Fact { name: words.say("profile.ceam"), p { {ceam_words(words, person.ceam_until, today)} } }
                Fact { name: words.say("profile.vitale"),
                    match person.vitale.clone() {
                        Some(vitale) => rsx! { Number { masked: vitale, what: of("profile.vitale"), store } },
                        None => rsx! { p { class: "muted", {words.say("profile.vitale.none")} } },
                    }
                }
                if person.has_exemption {
                    ExemptionFact { person: person.id.clone(), what: of("profile.exemption"), store }
                }
            }
        }
    }
}
