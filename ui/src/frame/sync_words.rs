//! The state of synchronisation in words.

use protocol::sync::{SyncFailure, SyncState, SyncStatus, kind};

use crate::i18n::Words;

/// « À jour, il y a 2 min ».
pub(super) fn freshness(words: Words, status: &SyncStatus) -> String {
    let Some(at) = status.complete_at else { return words.say("sync.never").to_owned() };
    let minutes = at.duration_until(status.now).as_mins();
    if minutes < 1 {
        words.say("sync.fresh.now").to_owned()
    } else if minutes < 60 {
        words.fill("sync.fresh.minutes", &[("minutes", &minutes.to_string())])
    } else {
        words.fill("sync.fresh.at", &[("when", &words.moment(at))])
    }
}

/// What the strip says: the state in bold where it has a name, then the rest; none when all is well.
pub(super) fn strip(words: Words, status: &SyncStatus) -> Option<(&'static str, String)> {
    match &status.state {
        SyncState::Idle => None,
        SyncState::Running { total: 0, .. } => Some(("", words.say("sync.running").to_owned())),
        SyncState::Running { done, total } => Some(("", progress(words, *done, *total))),
        SyncState::Offline => Some((words.say("sync.offline"), since(words, status))),
        SyncState::Failed { because } => Some(("", failure(words, *because, status))),
    }
}

fn progress(words: Words, done: u64, total: u64) -> String {
    words.fill("sync.running.progress", &[("done", &done.to_string()), ("total", &total.to_string())])
}

fn since(words: Words, status: &SyncStatus) -> String {
    match status.complete_at {
        Some(at) => words.fill("sync.offline.since", &[("when", &words.moment(at))]),
        None => words.say("sync.offline.never").to_owned(),
    }
}

fn failure(words: Words, because: SyncFailure, status: &SyncStatus) -> String {
    let dated = |key| format!("{} {}", words.say(key), since(words, status));
    match because {
        SyncFailure::Service => dated("sync.failed.service"),
        SyncFailure::SessionEnded => words.say("sync.failed.session_ended").to_owned(),
        SyncFailure::NoSpace => words.say("sync.failed.no_space").to_owned(),
        SyncFailure::SomeKinds => words.fill("sync.failed.some_kinds", &[("kinds", &kinds(words, status))]),
        SyncFailure::Internal => dated("sync.failed.internal"),
    }
}

fn kinds(words: Words, status: &SyncStatus) -> String {
    let name = |kind: &String| match kind.as_str() {
        kind::PROFILE => words.say("sync.kind.profile"),
        kind::BENEFICIARY => words.say("sync.kind.beneficiary"),
        kind::PAYMENT => words.say("sync.kind.payment"),
        kind::DOCUMENT => words.say("sync.kind.document"),
        kind::LEAVE => words.say("sync.kind.leave"),
        kind::WORK_FILE => words.say("sync.kind.work_file"),
        kind::PROCESSING_TIMES => words.say("sync.kind.processing_times"),
        _ => words.say("sync.kind.other"),
    };
    let mut names: Vec<_> = status.failed_kinds.iter().map(name).collect();
    names.dedup();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{DateTime, date};
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    fn status(state: SyncState, complete_at: Option<DateTime>) -> SyncStatus {
        SyncStatus {
            state,
            complete_at,
            now: date(2026, 11, 18).at(9, 14, 30, 0),
            failed_kinds: vec!["payment".into()],
        }
    }

    #[test]
    fn says_how_long_ago_the_store_was_complete() {
        let at = |minute| Some(date(2026, 11, 18).at(9, minute, 10, 0));
        assert_eq!(freshness(FRENCH, &status(SyncState::Idle, at(14))), "À jour, à l’instant");
        assert_eq!(freshness(FRENCH, &status(SyncState::Idle, at(12))), "À jour, il y a 2 min");
        let yesterday = Some(date(2026, 11, 17).at(8, 0, 0, 0));
        assert_eq!(freshness(FRENCH, &status(SyncState::Idle, yesterday)), "À jour le 17 nov. à 8\u{a0}h\u{a0}00");
        assert_eq!(freshness(FRENCH, &status(SyncState::Idle, None)), "Pas encore de données");
    }

    #[test]
    fn says_offline_as_a_state_with_the_date_of_the_data() {
        let at = Some(date(2026, 11, 18).at(9, 12, 0, 0));
        let (name, rest) = strip(FRENCH, &status(SyncState::Offline, at)).unwrap();
        assert_eq!((name, rest.as_str()), ("Hors ligne.", "Données du 18 nov. à 9\u{a0}h\u{a0}12"));
    }

    #[test]
    fn names_what_could_not_be_applied() {
        let (_, text) = strip(FRENCH, &status(SyncState::Failed { because: SyncFailure::SomeKinds }, None)).unwrap();
        assert!(text.contains("les paiements"));
    }

    #[test]
    fn is_silent_when_all_is_well() {
        assert_eq!(strip(FRENCH, &status(SyncState::Idle, None)), None);
    }
}
