//! What happened, day by day.

use dioxus::prelude::*;
use protocol::access::{Access, AccessDay, AccessRow, On, Source};

use super::devices::system_words;
use crate::components::{Chip, EmptyState, Icon, IconView};
use crate::i18n::{Words, use_words};

/// Which of the rows are shown.
type Shown = Option<Source>;

/// The journal, with a choice of who noted it.
#[component]
pub(super) fn Log(days: Vec<AccessDay>) -> Element {
    let words = use_words();
    let mut shown = use_signal(|| None::<Source>);
    let choices: [(&'static str, Shown); 3] = [
        ("access.all", None),
        ("access.source.service", Some(Source::Service)),
        ("access.source.device", Some(Source::Device)),
    ];
    let days = filtered(&days, shown());
    rsx! {
        section { aria_labelledby: "log-title",
            h2 { id: "log-title", {words.say("access.log")} }
            p { class: "muted small", {words.say("access.log.text")} }
            div { class: "chips", role: "group", aria_labelledby: "log-title",
                for (name , choice) in choices {
                    Chip {
                        key: "{name}",
                        label: words.say(name),
                        pressed: shown() == choice,
                        onpress: move |()| shown.set(choice),
                    }
                }
            }
            if days.is_empty() {
                EmptyState { icon: Icon::Eye, title: words.say("access.none"), text: words.say("access.none.text") }
            }
            for day in days {
                section { key: "{day.date}", class: "month",
                    div { class: "month-head", h3 { {words.long_date(day.date)} } }
                    ul { class: "card list",
                        for (at , row) in day.rows.into_iter().enumerate() {
                            li { key: "{at}", class: "access-row",
                                span { class: "access-time num", {words.time(row.at.time())} }
                                span { class: "item-what",
                                    span { class: "item-title", {what_words(words, &row)} }
                                    span { class: "item-note", {where_words(words, &row)} }
                                }
                                if is_alarming(row.what) {
                                    span { class: "access-alarm", IconView { icon: Icon::Alert } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The days that have rows of this source, with these rows.
fn filtered(days: &[AccessDay], shown: Shown) -> Vec<AccessDay> {
    let fits = |row: &&AccessRow| shown.is_none_or(|source| row.source == source);
    let day = |day: &AccessDay| AccessDay { date: day.date, rows: day.rows.iter().filter(fits).cloned().collect() };
    days.iter().map(day).filter(|day| !day.rows.is_empty()).collect()
}

/// What a member should look at twice.
fn is_alarming(what: Access) -> bool {
    matches!(what, Access::WrongCode | Access::SessionReused)
}

fn what_words(words: Words, row: &AccessRow) -> String {
    let key = match (row.what, row.source) {
        (Access::WrongCode, Source::Service) => return words.count("access.what.wrong_code", u64::from(row.count)),
        (Access::WrongCode, Source::Device) => return words.count("access.what.wrong_unlock", u64::from(row.count)),
        (Access::SignedIn, _) => "access.what.signed_in",
        (Access::SignedOut, _) => "access.what.signed_out",
        (Access::DeviceEnded, _) => "access.what.device_ended",
        (Access::SessionReused, _) => "access.what.session_reused",
        (Access::Unlocked, _) => "access.what.unlocked",
        (Access::DocumentMade, _) => "access.what.document_made",
        (Access::DocumentSaved, _) => "access.what.document_saved",
        (Access::DocumentShared, _) => "access.what.document_shared",
        (Access::DocumentPrinted, _) => "access.what.document_printed",
        (Access::DocumentErased, _) => "access.what.document_erased",
        (Access::Other, _) => "access.what.other",
    };
    words.say(key).to_owned()
}

fn where_words(words: Words, row: &AccessRow) -> String {
    let device = match row.on {
        On::Here => words.say("access.here"),
        On::Elsewhere { system } => system_words(words, system),
        On::Unknown => words.say("access.unknown"),
    };
    let source = match row.source {
        Source::Service => "access.by.service",
        Source::Device => "access.by.device",
    };
    format!("{device} · {}", words.say(source))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use protocol::settings::Language;

    use super::*;

    fn row(what: Access, source: Source) -> AccessRow {
        AccessRow { at: date(2026, 11, 20).at(10, 12, 0, 0), what, count: 2, source, on: On::Here }
    }

    #[test]
    fn a_day_without_rows_of_the_chosen_source_is_not_shown() {
        let days = [
            AccessDay { date: date(2026, 11, 20), rows: vec![row(Access::Unlocked, Source::Device)] },
            AccessDay { date: date(2026, 11, 19), rows: vec![row(Access::SignedIn, Source::Service)] },
        ];
        assert_eq!(filtered(&days, None).len(), 2);
        let only = filtered(&days, Some(Source::Service));
        assert_eq!((only.len(), only[0].date), (1, date(2026, 11, 19)));
    }

    #[test]
    fn says_what_happened_how_often_and_who_noted_it() {
        let words = Words(Language::French);
        assert_eq!(what_words(words, &row(Access::WrongCode, Source::Device)), "2 codes incorrects à l’ouverture");
        assert_eq!(where_words(words, &row(Access::Unlocked, Source::Device)), "Cet appareil · noté par cet appareil");
    }
}
