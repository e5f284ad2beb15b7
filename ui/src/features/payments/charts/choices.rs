//! The period, the person and the kind of care: three lists.

use std::rc::Rc;

use dioxus::prelude::*;
use insurance::ActKind;
use protocol::charts::{ChartPeriod, ChartsPage};

use super::{ChartsStore, act_words};
use crate::components::{Choice, Select};
use crate::i18n::{Words, use_words};

const MONTHS: [u16; 3] = [6, 12, 24];

/// What is drawn is chosen here.
#[component]
pub(super) fn Choices(store: ChartsStore, page: Rc<ChartsPage>) -> Element {
    let words = use_words();
    let ChartsStore { mut period, mut person, mut act } = store;
    let periods = periods(words, &page);
    let people = page.people.clone();
    let acts = acts(&page, *act.read());
    let of_people = people.iter().map(|one| choice(one.id.to_string(), one.short_name.clone())).collect::<Vec<_>>();
    let of_acts = acts.iter().map(|act| choice(format!("{act:?}"), act_words(words, Some(*act)).to_owned()));
    rsx! {
        div { class: "chart-choices",
            Select {
                id: "charts-period",
                label: words.say("payments.period"),
                choices: periods.iter().map(|(value, label)| choice(format!("{value:?}"), label.clone())).collect::<Vec<_>>(),
                value: format!("{:?}", *period.read()),
                onchoose: move |chosen: String| {
                    if let Some((value, _)) = periods.iter().find(|(value, _)| format!("{value:?}") == chosen) {
                        period.set(*value);
                    }
                },
            }
            if people.len() > 1 {
                Select {
                    id: "charts-person",
                    label: words.say("payments.person"),
                    empty: words.say("payments.person.all").to_owned(),
                    choices: of_people,
                    value: person.read().as_ref().map(ToString::to_string).unwrap_or_default(),
                    onchoose: move |chosen: String| {
                        person.set(people.iter().map(|one| &one.id).find(|id| id.as_str() == chosen).cloned());
                    },
                }
            }
            Select {
                id: "charts-act",
                label: words.say("charts.act"),
                empty: words.say("charts.act.all").to_owned(),
                choices: of_acts.collect::<Vec<_>>(),
                value: (*act.read()).map(|act| format!("{act:?}")).unwrap_or_default(),
                onchoose: move |chosen: String| {
                    act.set(ActKind::ALL.into_iter().find(|act| format!("{act:?}") == chosen));
                },
            }
        }
    }
}

fn choice(value: String, label: String) -> Choice {
    Choice { group: "", value, label }
}

fn periods(words: Words, page: &ChartsPage) -> Vec<(ChartPeriod, String)> {
    let months = MONTHS.map(|months| {
        let label = words.fill("payments.period.months", &[("count", &months.to_string())]);
        (ChartPeriod::LastMonths { months }, label)
    });
    let years = page.years.iter().map(|year| (ChartPeriod::Year { year: *year }, year.to_string()));
    let all = (ChartPeriod::Everything, words.say("charts.everything").to_owned());
    months.into_iter().chain(years).chain([all]).collect()
}

/// Those of the period, and the one chosen.
fn acts(page: &ChartsPage, chosen: Option<ActKind>) -> Vec<ActKind> {
    let here = |act: &ActKind| chosen == Some(*act) || page.by_act.iter().any(|part| part.act == Some(*act));
    ActKind::ALL.into_iter().filter(here).collect()
}
