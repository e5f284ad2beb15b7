//! Steps of something that takes time, one below the other: what is done, what is under way, what comes.

use dioxus::prelude::*;

use super::{Icon, IconView};

/// One step, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StepItem {
    pub(crate) title: String,
    /// Dates, and what there is to say.
    pub(crate) notes: Vec<String>,
    pub(crate) stage: Stage,
}

/// Where a step stands; the sign only repeats what its notes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    Done,
    Now,
    Ahead,
    Passed,
}

/// The steps, in their order.
#[component]
pub(crate) fn Steps(label: String, items: Vec<StepItem>) -> Element {
    rsx! {
        ol { class: "timeline", aria_label: label,
            for (at , item) in items.into_iter().enumerate() {
                li {
                    key: "{at}",
                    class: "timeline-step",
                    "data-stage": stage_name(item.stage),
                    aria_current: (item.stage == Stage::Now).then_some("step"),
                    span { class: "timeline-sign", aria_hidden: "true",
                        if item.stage == Stage::Done {
                            IconView { icon: Icon::Check }
                        }
                    }
                    div { class: "timeline-words",
                        p { class: "strong", {item.title} }
                        for (at , note) in item.notes.into_iter().enumerate() {
                            p { key: "{at}", class: "muted small", {note} }
                        }
                    }
                }
            }
        }
    }
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Done => "done",
        Stage::Now => "now",
        Stage::Ahead => "ahead",
        Stage::Passed => "passed",
    }
}
