//! « Noter un soin payé »: who, what, where, when, how much, and a picture of the receipt.

use dioxus::prelude::*;
use insurance::ActKind;
use insurance::expected::Sent;
use protocol::payments::Person;
use protocol::sync::Tag;
use protocol::{ApiError, Field as Entry};

use super::draft::CareDraft;
use super::receipt::ReceiptChooser;
use crate::command::use_command;
use crate::components::{Button, ButtonKind, Choice, DetailHead, ErrorNote, Field, FieldKind, Look, Select};
use crate::context::{use_changes, use_navigation, use_notice};
use crate::i18n::{act_key, problem_field, use_words};
use crate::query::use_query;
use crate::route::Route;
use crate::{bridge, browser};

/// The form.
#[component]
pub(crate) fn NoteCareForm() -> Element {
    let words = use_words();
    let (navigation, notice, changes) = (use_navigation(), use_notice(), use_changes());
    let draft: CareDraft = use_context();
    let page = use_query(&[Tag::Profile], bridge::expected);
    let command = use_command();
    let error = command.error();
    let about = error.as_ref().and_then(problem_field);
    let people = page.ready().map(|page| page.people.clone()).unwrap_or_default();
    let send = move || {
        command.run(note(draft), move |id| {
            draft.forget();
            changes.say(&[Tag::Expected]);
            notice.say(words.say("expected.noted").to_owned());
            navigation.replace(Route::ExpectedCare(id));
        });
    };
    rsx! {
        DetailHead { title: words.say("expected.note") }
        form {
            class: "card change-form",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                send();
            },
            Entries {
                draft,
                people,
                error: error.clone().filter(|_| about.is_some()),
                ontype: move |()| command.forget_error(),
            }
            ErrorNote { error: error.filter(|_| about.is_none()) }
            div { class: "dialog-actions",
                Button {
                    label: words.say("expected.save"),
                    kind: ButtonKind::Submit,
                    busy: command.is_busy(),
                }
                Button {
                    label: words.say("profile.change.cancel"),
                    look: Look::Plain,
                    disabled: command.is_busy(),
                    onpress: move |()| {
                        draft.forget();
                        navigation.back_to_list();
                    },
                }
            }
        }
    }
}

/// Notes it; the keyboard goes to what is to be corrected.
async fn note(draft: CareDraft) -> Result<protocol::NotedId, ApiError> {
    let noted = bridge::note_care(draft.request()).await;
    if let Some(field) = noted.as_ref().err().and_then(problem_field) {
        browser::focus(&format!("#{}", id_of(field)));
    }
    noted
}

#[component]
fn Entries(draft: CareDraft, people: Vec<Person>, error: Option<ApiError>, ontype: EventHandler<()>) -> Element {
    let words = use_words();
    let entries = draft.entries();
    let wrong = |entry: Entry| error.clone().filter(|error| problem_field(error) == Some(entry));
    let put = move |change: Box<dyn FnOnce(&mut protocol::expected::CareEntries)>| {
        ontype.call(());
        draft.change(change);
    };
    let choices = people.iter().map(|one| choice(one.id.to_string(), one.name.clone())).collect::<Vec<_>>();
    let acts = ActKind::ALL.into_iter().filter(|act| act.is_care());
    let acts = acts.map(|act| choice(format!("{act:?}"), words.say(act_key(act)).to_owned())).collect::<Vec<_>>();
    let is_doctor = matches!(
        entries.act,
        Some(ActKind::Consultation | ActKind::SpecialistConsultation | ActKind::TechnicalAct | ActKind::Radiology)
    );
    rsx! {
        Select {
            id: id_of(Entry::Person),
            label: words.say("expected.person"),
            empty: words.say("expected.choose").to_owned(),
            choices,
            value: entries.person.as_ref().map(ToString::to_string).unwrap_or_default(),
            error: wrong(Entry::Person),
            onchoose: move |chosen: String| {
                let person = people.iter().map(|one| one.id.clone()).find(|id| id.as_str() == chosen);
                put(Box::new(|entries| entries.person = person));
            },
        }
        Select {
            id: id_of(Entry::Act),
            label: words.say("charts.act"),
            empty: words.say("expected.choose").to_owned(),
            choices: acts,
            value: entries.act.map(|act| format!("{act:?}")).unwrap_or_default(),
            error: wrong(Entry::Act),
            onchoose: move |chosen: String| {
                let act = ActKind::ALL.into_iter().find(|act| format!("{act:?}") == chosen);
                put(Box::new(move |entries| entries.act = act));
            },
        }
        Field {
            id: "care-provider",
            label: words.say("expected.provider"),
            hint: words.say("expected.provider.hint").to_owned(),
            value: entries.provider,
            maxlength: 80,
            kind: FieldKind::Words,
            oninput: move |text| put(Box::new(|entries| entries.provider = text)),
        }
        Field {
            id: id_of(Entry::CareDate),
            label: words.say("expected.date"),
            hint: words.say("payments.period.hint").to_owned(),
            value: entries.date,
            error: wrong(Entry::CareDate),
            inputmode: "numeric",
            maxlength: 12,
            oninput: move |text| put(Box::new(|entries| entries.date = text)),
        }
        Field {
            id: id_of(Entry::Paid),
            label: words.say("expected.paid"),
            hint: words.say("expected.paid.hint").to_owned(),
            value: entries.paid,
            error: wrong(Entry::Paid),
            inputmode: "decimal",
            maxlength: 14,
            oninput: move |text| put(Box::new(|entries| entries.paid = text)),
        }
        Field {
            id: id_of(Entry::Base),
            label: words.say("expected.base"),
            hint: words.say("expected.base.hint").to_owned(),
            value: entries.base,
            error: wrong(Entry::Base),
            inputmode: "decimal",
            maxlength: 14,
            oninput: move |text| put(Box::new(|entries| entries.base = text)),
        }
        if entries.act == Some(ActKind::Medicine) {
            Field {
                id: id_of(Entry::Quantity),
                label: words.say("expected.boxes"),
                value: entries.quantity,
                error: wrong(Entry::Quantity),
                inputmode: "numeric",
                maxlength: 2,
                oninput: move |text| put(Box::new(|entries| entries.quantity = text)),
            }
        }
        fieldset { class: "choices",
            legend { class: "strong", {words.say("expected.sent")} }
            for (sent , key) in [(Sent::Card, "expected.sent.card"), (Sent::Paper, "expected.sent.paper")] {
                label { key: "{key}", class: "choice",
                    input {
                        r#type: "radio",
                        name: "care-sent",
                        checked: entries.sent == sent,
                        onchange: move |_| put(Box::new(move |entries| entries.sent = sent)),
                    }
                    span { {words.say(key)} }
                }
            }
        }
        if is_doctor {
            label { class: "choice",
                input {
                    r#type: "checkbox",
                    checked: entries.outside,
                    onchange: move |event| {
                        let on = event.checked();
                        put(Box::new(move |entries| entries.outside = on));
                    },
                }
                span { {words.say("expected.outside")} }
            }
        }
        label { class: "choice",
            input {
                r#type: "checkbox",
                checked: entries.covered,
                onchange: move |event| {
                    let on = event.checked();
                    put(Box::new(move |entries| entries.covered = on));
                },
            }
            span { {words.say("expected.covered")} }
        }
        ReceiptChooser { draft, error: wrong(Entry::Receipt), ontype }
    }
}

fn choice(value: String, label: String) -> Choice {
    Choice { group: "", value, label }
}

/// Where an entry stands on the page.
pub(super) fn id_of(entry: Entry) -> &'static str {
    match entry {
        Entry::Person => "care-person",
        Entry::Act => "care-act",
        Entry::CareDate => "care-date",
        Entry::Base => "care-base",
        Entry::Quantity => "care-quantity",
        Entry::Receipt => "care-receipt",
        _ => "care-paid",
    }
}
