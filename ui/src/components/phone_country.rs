//! Where a telephone number is from.

use dioxus::prelude::*;
use insurance::PHONE_COUNTRIES;

use super::{Choice, Select};
use crate::i18n::use_words;

/// The countries whose numbers are known, with their prefixes.
#[component]
pub(crate) fn PhoneCountry(id: &'static str, label: String, value: String, onchoose: EventHandler<String>) -> Element {
    let words = use_words();
    let choices = PHONE_COUNTRIES.iter().map(|country| Choice {
        group: "",
        value: country.code.to_owned(),
        label: format!("{} (+{})", words.say(country_key(country.code)), country.prefix),
    });
    rsx! {
        Select { id, label, choices: choices.collect::<Vec<_>>(), value, onchoose }
    }
}

fn country_key(code: &str) -> &'static str {
    match code {
        "fr" => "country.fr",
        "pm" => "country.pm",
        "wf" => "country.wf",
        "nc" => "country.nc",
        "pf" => "country.pf",
        "de" => "country.de",
        "ad" => "country.ad",
        "be" => "country.be",
        "es" => "country.es",
        "it" => "country.it",
        "lu" => "country.lu",
        "mc" => "country.mc",
        "pt" => "country.pt",
        "gb" => "country.gb",
        "ch" => "country.ch",
        "dz" => "country.dz",
        "ma" => "country.ma",
        "tn" => "country.tn",
        _ => "country.other",
    }
}
