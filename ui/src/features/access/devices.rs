//! The devices of the account; any other one can be signed out from here.

use dioxus::prelude::*;
use protocol::access::{DeviceRow, System};
use protocol::sync::Tag as Changed;

use crate::command::use_command;
use crate::components::{Button, Dialog, ErrorNote, Icon, IconView, Look, Tag, Tone};
use crate::context::{use_changes, use_notice};
use crate::i18n::{Words, use_words};
use crate::{bridge, browser};

/// The list, this device first.
#[component]
pub(super) fn Devices(devices: Vec<DeviceRow>) -> Element {
    let words = use_words();
    let mut ending = use_signal(|| None);
    let count = devices.len();
    let mut before = use_signal(|| count);
    use_effect(use_reactive!(|count| {
        // The row that the keyboard was on is gone.
        if count < *before.peek() && browser::is_on("body") {
            browser::focus("#devices-title");
        }
        before.set(count);
    }));
    rsx! {
        section { aria_labelledby: "devices-title",
            h2 { id: "devices-title", tabindex: "-1", {words.say("access.devices")} }
            p { class: "muted small", {words.say("access.devices.text")} }
            if devices.is_empty() {
                p { class: "card about muted", {words.say("access.devices.none")} }
            } else {
                ul { class: "card list",
                    for device in devices {
                        li { key: "{device.id}", class: "device",
                            Row { device, ending }
                        }
                    }
                }
            }
            if let Some(device) = ending() {
                EndQuestion { device, onclose: move |()| ending.set(None) }
            }
        }
    }
}

#[component]
fn Row(device: DeviceRow, ending: Signal<Option<DeviceRow>>) -> Element {
    let words = use_words();
    rsx! {
        span { class: "item-sign", IconView { icon: Icon::Device } }
        span { class: "item-what",
            span { class: "item-title", {system_words(words, device.system)} }
            span { class: "item-note", {dates(words, &device)} }
        }
        if device.here {
            Tag { text: words.say("access.here"), tone: Tone::Good }
        } else {
            Button {
                label: words.say("access.end"),
                look: Look::Plain,
                onpress: move |()| ending.set(Some(device.clone())),
            }
        }
    }
}

/// Signing a device out takes its session away: it asks first.
#[component]
fn EndQuestion(device: DeviceRow, onclose: EventHandler<()>) -> Element {
    let words = use_words();
    let changes = use_changes();
    let notice = use_notice();
    let end = use_command();
    let system = system_words(words, device.system);
    rsx! {
        Dialog { id: "end-device", title: words.say("access.end.title"), onclose,
            p { class: "strong", {system} ". " {dates(words, &device)} }
            p { class: "muted", {words.say("access.end.text")} }
            ErrorNote { error: end.error() }
            div { class: "dialog-actions",
                Button {
                    label: words.say("access.end"),
                    look: Look::Danger,
                    busy: end.is_busy(),
                    onpress: move |()| end.run(bridge::end_device(device.id.clone()), move |()| {
                        onclose.call(());
                        notice.say(words.fill("access.ended", &[("device", system)]));
                        changes.say(&[Changed::Access]);
                    }),
                }
                Button {
                    label: words.say("access.cancel"),
                    look: Look::Quiet,
                    disabled: end.is_busy(),
                    onpress: move |()| onclose.call(()),
                }
            }
        }
    }
}

fn dates(words: Words, device: &DeviceRow) -> String {
    let (since, last) = (words.short_date(device.since), words.short_date(device.last_seen));
    words.fill("access.device.dates", &[("since", &since), ("last", &last)])
}

/// « Ordinateur Linux »: the family that the device named when it signed in.
pub(super) fn system_words(words: Words, system: System) -> &'static str {
    words.say(match system {
        System::Linux => "access.system.linux",
        System::Windows => "access.system.windows",
        System::Macos => "access.system.macos",
        System::Android => "access.system.android",
        System::Ios => "access.system.ios",
        System::Other => "access.system.other",
    })
}
