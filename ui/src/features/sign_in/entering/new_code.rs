//! A code of one's own, in place of a provisional or an expired one (A11).

use dioxus::prelude::*;
use protocol::entrance::{Act, ChooseBecause};

use super::super::code_twice::CodeTwice;
use super::{StepScreen, use_way};
use crate::browser;
use crate::i18n::use_words;

#[component]
pub(super) fn NewCode(because: ChooseBecause) -> Element {
    let words = use_words();
    let way = use_way();
    let (title, text) = match because {
        ChooseBecause::Provisional => ("entering.new_code.provisional", "entering.new_code.provisional.text"),
        ChooseBecause::Expired => ("entering.new_code.expired", "entering.new_code.expired.text"),
    };
    let focus = if browser::is_touched() { "#screen-title" } else { "#new-code" };
    rsx! {
        StepScreen { name: "step_new_code", title: words.say(title), text: words.say(text), way, focus,
            CodeTwice { attempt: way.attempt, onchoose: move |code| way.go_on(Act::ChooseCode { code }) }
        }
    }
}
