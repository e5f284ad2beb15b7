//! The way to the other members of this device.

use dioxus::prelude::*;
use protocol::sync::Tag;

use super::{Button, Icon, Look};
use crate::bridge;
use crate::command::use_command;
use crate::context::{Question, use_changes, use_questions, use_session};
use crate::i18n::use_words;

/// To the members of this device, from wherever one is; straight to signing in where there is nobody else.
#[component]
pub(crate) fn OtherMember(look: Look) -> Element {
    let words = use_words();
    let changes = use_changes();
    let questions = use_questions();
    let leave = use_command();
    let several = use_session().ready().is_some_and(|session| session.members.len() > 1);
    let (name, icon) = if several { ("members.change", Icon::People) } else { ("members.add", Icon::Add) };
    rsx! {
        Button {
            label: words.say(name),
            look,
            icon: (look != Look::Plain).then_some(icon),
            busy: leave.is_busy(),
            onpress: move |()| leave.run(bridge::show_members(), move |()| {
                if several {
                    questions.close();
                } else {
                    questions.ask(Question::AddMember);
                }
                changes.say(&[Tag::Session]);
            }),
        }
    }
}
