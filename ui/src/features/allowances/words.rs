//! Leaves in words.

use jiff::civil::Date;
use protocol::allowances::{Leave, LeaveCause, LeaveState, LeaveView};

use crate::components::Tone;
use crate::i18n::Words;

/// « Du 14 novembre 2026 au 28 novembre 2026 ».
pub(super) fn period(words: Words, from: Date, until: Date) -> String {
    words.fill("allowances.period", &[("from", &words.long_date(from)), ("until", &words.long_date(until))])
}

/// « Maladie » or « Accident du travail ou maladie professionnelle ».
pub(super) fn cause(words: Words, cause: LeaveCause) -> &'static str {
    words.say(match cause {
        LeaveCause::Sickness => "allowances.cause.sickness",
        LeaveCause::WorkAccident => "allowances.cause.work_accident",
    })
}

/// « Camille · Maladie · 15 jours ».
pub(super) fn note(words: Words, view: &LeaveView) -> String {
    let days = words.count("payments.days", length(&view.leave));
    let parts = [view.name.as_str(), cause(words, view.leave.cause), &days];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Calendar days of the leave.
pub(super) fn length(leave: &Leave) -> u64 {
    u64::try_from((leave.until - leave.from).get_days() + 1).unwrap_or(0)
}

/// The state, and how much it asks for attention.
pub(super) fn state(words: Words, state: LeaveState) -> (&'static str, Tone) {
    match state {
        LeaveState::NoticeReceived => (words.say("allowances.state.notice_received"), Tone::Plain),
        LeaveState::CertificateAwaited => (words.say("allowances.state.certificate_awaited"), Tone::Due),
        LeaveState::Computed => (words.say("allowances.state.computed"), Tone::Wait),
        LeaveState::Paid => (words.say("allowances.state.paid"), Tone::Good),
    }
}
