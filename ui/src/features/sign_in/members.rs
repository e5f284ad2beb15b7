//! Who is known on this device: choose one of them, sign in as somebody else, or remove one (A14).

use dioxus::prelude::*;
use protocol::sign_in::{KnownMember, OpensBy};
use protocol::sync::Tag;

use super::member_words::{first_line, second_line};
use crate::bridge;
use crate::command::{Command, use_command};
use crate::components::{Button, Dialog, ErrorNote, Face, Icon, IconView, Look, OuterScreen};
use crate::context::{Question, use_changes, use_notice, use_questions, use_session};
use crate::i18n::use_words;

/// The members of this device.
#[component]
pub(crate) fn Members() -> Element {
    let words = use_words();
    let questions = use_questions();
    let switch = use_command();
    let mut leaving = use_signal(|| None);
    let members = use_session().ready().map(|session| session.members.clone()).unwrap_or_default();
    rsx! {
        OuterScreen { name: "members", title: words.say("members.title"),
            p { class: "muted small centred", {words.say("members.text")} }
            ul { class: "card list",
                for member in members {
                    li { key: "{member.id}", class: "member-row",
                        Row { member, switch, leaving }
                    }
                }
            }
            ErrorNote { error: switch.error() }
            Button {
                label: words.say("members.add"),
                look: Look::Quiet,
                icon: Icon::Add,
                onpress: move |()| questions.ask(Question::AddMember),
            }
            p { class: "muted xs centred", {words.say("app.demonstration")} }
            if let Some(member) = leaving() {
                RemoveQuestion { member, onclose: move |()| leaving.set(None) }
            }
        }
    }
}

/// One member: to their locked screen, or off this device.
#[component]
fn Row(member: KnownMember, switch: Command, leaving: Signal<Option<KnownMember>>) -> Element {
    let words = use_words();
    let changes = use_changes();
    let id = member.id.clone();
    let card = member.card.clone();
    let signed_out = member.opens_by == OpensBy::SignIn;
    rsx! {
        button {
            class: "item",
            r#type: "button",
            disabled: switch.is_busy(),
            onclick: move |_| {
                switch.run(bridge::switch_member(id.clone()), move |()| changes.say(&[Tag::Session]));
            },
            Face { initials: card.initials.clone() }
            span { class: "item-what",
                span { class: "item-title", {first_line(&card)} }
                span { class: "item-note num", {second_line(&card)} }
                if signed_out {
                    span { class: "item-note", {words.say("members.signed_out")} }
                }
            }
            IconView { icon: Icon::Forward }
        }
        Button {
            label: words.fill("members.remove.this", &[("name", first_line(&card))]),
            look: Look::Icon,
            icon: Icon::Remove,
            onpress: move |()| leaving.set(Some(member.clone())),
        }
    }
}

/// Removing takes everything away: it asks first.
#[component]
fn RemoveQuestion(member: KnownMember, onclose: EventHandler<()>) -> Element {
    let words = use_words();
    let changes = use_changes();
    let notice = use_notice();
    let remove = use_command();
    let name = first_line(&member.card).to_owned();
    let title = words.fill("members.remove.title", &[("name", &name)]);
    rsx! {
        Dialog { id: "remove-member", title, onclose,
            p { class: "muted", {words.say("members.remove.text")} }
            ErrorNote { error: remove.error() }
            div { class: "dialog-actions",
                Button {
                    label: words.say("members.remove"),
                    look: Look::Danger,
                    busy: remove.is_busy(),
                    onpress: move |()| {
                        let done = words.fill("members.removed", &[("name", &name)]);
                        remove.run(bridge::remove_member(member.id.clone()), move |()| {
                            onclose.call(());
                            notice.say(done);
                            changes.say(&[Tag::Session]);
                        });
                    },
                }
                Button {
                    label: words.say("members.cancel"),
                    look: Look::Quiet,
                    disabled: remove.is_busy(),
                    onpress: move |()| onclose.call(()),
                }
            }
        }
    }
}
