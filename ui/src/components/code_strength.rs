//! How hard a new code is to guess, said while it is typed.

use dioxus::prelude::*;
use insurance::code_policy::{Chooser, SHORTEST, Strength, Weakness, assess};
use insurance::{Nir, dates};

use crate::i18n::use_words;

/// Four parts of a bar, and words. `birth_date` and `nir` as typed: what is known of who chooses.
#[component]
pub(crate) fn CodeStrength(
    code: String,
    #[props(default)] birth_date: String,
    #[props(default)] nir: String,
) -> Element {
    let words = use_words();
    let nir = Nir::parse(&nir).ok();
    let chooser = Chooser { birth_date: dates::parse(&birth_date).ok(), nir: nir.as_ref() };
    let assessed = assess(&code, chooser).ok();
    let (level, key) = match assessed.as_ref().map(|assessed| assessed.strength) {
        None => (0, "code.strength.none"),
        Some(Strength::Refused) => (1, "code.strength.refused"),
        Some(Strength::Weak) => (2, "code.strength.weak"),
        Some(Strength::Fair) => (3, "code.strength.fair"),
        Some(Strength::Strong) => (4, "code.strength.strong"),
    };
    let weaknesses = assessed.map(|assessed| assessed.weaknesses).unwrap_or_default();
    let missing = SHORTEST.saturating_sub(code.len());
    rsx! {
        div { class: "strength", "data-level": "{level}",
            div { class: "strength-bar", aria_hidden: "true",
                for part in 1..=4 {
                    span { key: "{part}", class: if part <= level { "full" } else { "" } }
                }
            }
            div { role: "status", aria_live: "polite",
                p { class: "small strong",
                    if level == 0 && missing > 0 && !code.is_empty() {
                        {words.count("code.strength.missing", u64::try_from(missing).unwrap_or(0))}
                    } else {
                        {words.say(key)}
                    }
                }
                for weakness in weaknesses {
                    p { key: "{weakness:?}", class: "small muted", {words.say(advice(weakness))} }
                }
            }
        }
    }
}

fn advice(weakness: Weakness) -> &'static str {
    match weakness {
        Weakness::Repeated => "code.weakness.repeated",
        Weakness::Sequence => "code.weakness.sequence",
        Weakness::BirthDate => "code.weakness.birth_date",
        Weakness::OwnNumber => "code.weakness.own_number",
        Weakness::Short => "code.weakness.short",
        Weakness::SequenceInside => "code.weakness.sequence_inside",
        Weakness::FewDigits => "code.weakness.few_digits",
    }
}
