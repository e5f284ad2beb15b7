//! Files of work accidents and occupational diseases, long-term illnesses, and how long a caisse takes.

use insurance::ald::AldKind;
use insurance::delays::{Procedure, Span};
use insurance::files::{Dated, Event, FileKind};
use jiff::ToSpan;
use jiff::civil::Date;
use protocol::account::Caisse;
use protocol::ald::Ald;
use protocol::delays::{ProcessingTime, ProcessingTimes};
use protocol::files::WorkFile;
use protocol::{AldId, FileId};

use super::person::Person;
use super::prng::Prng;

/// A file: events with their day after the accident, or after the first certificate.
#[derive(Clone)]
pub(super) struct File {
    pub(super) person: usize,
    pub(super) kind: FileKind,
    pub(super) happened_on: Date,
    pub(super) events: &'static [(i64, Event)],
}

/// A long-term illness.
#[derive(Clone)]
pub(super) struct Illness {
    pub(super) person: usize,
    pub(super) kind: AldKind,
    pub(super) name: &'static str,
    pub(super) from: Date,
    pub(super) until: Date,
}

impl File {
    /// As the caisse knows it on a day.
    pub(super) fn as_of(&self, today: Date, id: FileId, person: &Person) -> WorkFile {
        let events = self
            .events
            .iter()
            .map(|(day, what)| Dated { on: self.happened_on.saturating_add(day.days()), what: *what });
        WorkFile {
            id,
            beneficiary: person.id.clone(),
            kind: self.kind,
            happened_on: self.happened_on,
            events: events.filter(|event| event.on <= today).collect(),
        }
    }
}

impl Illness {
    /// With its identifier.
    pub(super) fn known_as(&self, id: AldId, person: &Person) -> Ald {
        Ald {
            id,
            beneficiary: person.id.clone(),
            kind: self.kind,
            illness: self.name.to_owned(),
            from: self.from,
            until: self.until,
        }
    }
}

/// What every caisse takes about, in days, and by how many of them one differs from another.
const TIMES: [(Procedure, Span, i64); 7] = [
    (Procedure::CardRefund, Span { low: 5, usual: 7, high: 10 }, 2),
    (Procedure::PaperRefund, Span { low: 14, usual: 18, high: 28 }, 6),
    (Procedure::Leave, Span { low: 12, usual: 18, high: 30 }, 8),
    (Procedure::WorkFile, Span { low: 18, usual: 26, high: 60 }, 4),
    (Procedure::Situation, Span { low: 8, usual: 12, high: 20 }, 6),
    (Procedure::VitaleCard, Span { low: 14, usual: 21, high: 28 }, 3),
    (Procedure::Ceam, Span { low: 7, usual: 10, high: 14 }, 2),
];

/// How long this caisse takes, the same for all of its members and seeds, as of the Monday before.
pub(super) fn times(caisse: &Caisse, today: Date) -> ProcessingTimes {
    let mut prng = Prng::new(0, &caisse.code);
    let mut time = |(procedure, span, more): (Procedure, Span, i64)| {
        let more = u16::try_from(prng.between(0, more)).unwrap_or(0);
        let span = Span { low: span.low + more, usual: span.usual + more, high: span.high + 2 * more };
        ProcessingTime { procedure, span }
    };
    let times = TIMES.into_iter().map(&mut time).collect();
    let since_monday = i32::from(today.weekday().to_monday_zero_offset());
    ProcessingTimes { caisse: caisse.name.clone(), as_of: today.saturating_sub(since_monday.days()), times }
}
