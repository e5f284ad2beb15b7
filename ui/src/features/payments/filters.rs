//! The filters: persons at once, nature and period in a panel; what is chosen stays in sight.

use dioxus::prelude::*;
use protocol::payments::{Filter, Nature, OFFICIAL_MONTHS, Period, Person};

use super::state::{PaymentsStore, PeriodChoice, count_active};
use crate::browser;
use crate::components::{Button, ButtonKind, Chip, ErrorNote, Field, Icon, IconView, Look};
use crate::i18n::{Words, nature_plural_key, use_words};

const NATURES: [Nature; 6] = [
    Nature::Care,
    Nature::ThirdParty,
    Nature::DailyAllowance,
    Nature::InvalidityPension,
    Nature::Annuity,
    Nature::StatementEntry,
];

/// Persons, and the button to the rest.
#[component]
pub(super) fn Filters(store: PaymentsStore, people: Vec<Person>) -> Element {
    let words = use_words();
    let filter = store.filter();
    let active = count_active(&filter);
    let open = store.is_panel_open();
    let label = if active == 0 {
        words.say("payments.filters").to_owned()
    } else {
        words.count("payments.filters.count", u64::try_from(active).unwrap_or(0))
    };
    rsx! {
        div { class: "filters",
            if people.len() > 1 {
                Persons { store, people, filter: filter.clone() }
            }
            div { class: "chips",
                button {
                    id: "filters-button",
                    class: "chip",
                    r#type: "button",
                    aria_expanded: if open { "true" } else { "false" },
                    aria_controls: "filter-panel",
                    onclick: move |_| store.toggle_panel(),
                    IconView { icon: Icon::Filter }
                    {label}
                }
                if !open {
                    Chosen { store, filter: filter.clone() }
                }
                if active > 0 || filter.person.is_some() {
                    Button {
                        label: words.say("payments.filters.clear"),
                        look: Look::Plain,
                        onpress: move |()| {
                            store.clear();
                            back_to_the_button();
                        },
                    }
                }
            }
            div { id: "filter-panel", hidden: !open,
                if open {
                    Panel { store, filter }
                }
            }
        }
    }
}

#[component]
fn Persons(store: PaymentsStore, people: Vec<Person>, filter: Filter) -> Element {
    let words = use_words();
    rsx! {
        fieldset { class: "chip-set",
            legend { class: "heard", {words.say("payments.person")} }
            div { class: "chips",
                Chip {
                    label: words.say("payments.person.all"),
                    pressed: filter.person.is_none(),
                    onpress: move |()| store.choose_person(None),
                }
                for person in people {
                    Chip {
                        key: "{person.id}",
                        label: person.short_name,
                        pressed: filter.person.as_ref() == Some(&person.id),
                        onpress: move |()| store.choose_person(Some(person.id.clone())),
                    }
                }
            }
        }
    }
}

/// The filters that are on, each to be taken off at a press.
#[component]
fn Chosen(store: PaymentsStore, filter: Filter) -> Element {
    let words = use_words();
    let nature = filter.nature.map(|nature| words.say(nature_plural_key(nature)).to_owned());
    rsx! {
        if let Some(name) = nature {
            ChosenChip { name, onremove: move |()| store.choose_nature(None) }
        }
        if let Some(name) = period_name(words, &filter.period) {
            ChosenChip { name, onremove: move |()| store.choose_period(PeriodChoice::Months(OFFICIAL_MONTHS)) }
        }
    }
}

/// What was pressed goes with what it took away: the keyboard stays nearby.
fn back_to_the_button() {
    browser::focus("#filters-button");
}

#[component]
fn ChosenChip(name: String, onremove: EventHandler<()>) -> Element {
    let label = use_words().fill("payments.filters.remove", &[("filter", &name)]);
    rsx! {
        button {
            class: "chip chosen",
            r#type: "button",
            aria_label: label,
            onclick: move |_| {
                onremove.call(());
                back_to_the_button();
            },
            {name}
            IconView { icon: Icon::Close }
        }
    }
}

#[component]
fn Panel(store: PaymentsStore, filter: Filter) -> Element {
    let words = use_words();
    rsx! {
        div { class: "filter-panel card",
            fieldset { class: "chip-set",
                legend { {words.say("payments.nature")} }
                div { class: "chips",
                    Chip {
                        label: words.say("payments.nature.all"),
                        pressed: filter.nature.is_none(),
                        onpress: move |()| store.choose_nature(None),
                    }
                    for nature in NATURES {
                        Chip {
                            key: "{nature:?}",
                            label: words.say(nature_plural_key(nature)),
                            pressed: filter.nature == Some(nature),
                            onpress: move |()| store.choose_nature(Some(nature)),
                        }
                    }
                }
            }
            Periods { store }
        }
    }
}

#[component]
fn Periods(store: PaymentsStore) -> Element {
    let words = use_words();
    let chosen = store.period();
    let mut months = vec![OFFICIAL_MONTHS, 12, 24];
    if let PeriodChoice::Months(other) = chosen
        && !months.contains(&other)
    {
        months.push(other);
        months.sort_unstable();
    }
    rsx! {
        fieldset { class: "chip-set",
            legend { {words.say("payments.period")} }
            div { class: "chips",
                for count in months {
                    Chip {
                        key: "{count}",
                        label: words.fill("payments.period.months", &[("count", &count.to_string())]),
                        pressed: chosen == PeriodChoice::Months(count),
                        onpress: move |()| store.choose_period(PeriodChoice::Months(count)),
                    }
                }
                Chip {
                    label: words.say("payments.period.dates"),
                    pressed: chosen == PeriodChoice::Dates,
                    onpress: move |()| store.choose_period(PeriodChoice::Dates),
                }
            }
            if chosen == PeriodChoice::Dates {
                Dates { store }
            }
        }
    }
}

#[component]
fn Dates(store: PaymentsStore) -> Element {
    let words = use_words();
    let (from, to) = store.typed_dates();
    rsx! {
        form {
            class: "dates",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                store.apply_dates();
            },
            Field {
                id: "period-from",
                label: words.say("payments.period.from"),
                hint: words.say("payments.period.hint").to_owned(),
                value: from,
                inputmode: "numeric",
                maxlength: 10,
                oninput: move |text| store.type_from(text),
            }
            Field {
                id: "period-to",
                label: words.say("payments.period.to"),
                hint: words.say("payments.period.hint").to_owned(),
                value: to,
                inputmode: "numeric",
                maxlength: 10,
                oninput: move |text| store.type_to(text),
            }
            ErrorNote { error: store.problem() }
            Button { label: words.say("payments.period.apply"), look: Look::Quiet, kind: ButtonKind::Submit }
        }
    }
}

/// The name of a period that is not the one of the start.
fn period_name(words: Words, period: &Period) -> Option<String> {
    match period {
        Period::LastMonths { months } if *months == OFFICIAL_MONTHS => None,
        Period::LastMonths { months } => Some(words.fill("payments.period.months", &[("count", &months.to_string())])),
        Period::Between { from, to } => {
            let (from, to) = (words.short_date(*from), words.short_date(*to));
            Some(words.fill("payments.period.between", &[("from", &from), ("to", &to)]))
        }
    }
}
