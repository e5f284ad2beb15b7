//! How long a caisse takes, and from that an estimated day with its range. An estimate promises nothing.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a caisse deals with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// A refund of care sent with the card.
    CardRefund,
    /// A refund of care sent on paper.
    PaperRefund,
    /// The first allowance of a leave, from the salary certificate on.
    Leave,
    /// A work accident or an occupational disease, from the complete file on.
    WorkFile,
    /// A change of address, bank account or situation.
    Situation,
    /// A Vitale card.
    VitaleCard,
    /// A European card.
    Ceam,
}

/// Days that it takes: `low ≤ usual ≤ high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Span {
    /// Fast.
    pub low: u16,
    /// In most cases.
    pub usual: u16,
    /// Slow.
    pub high: u16,
}

/// When something is to be expected: `from ≤ expected ≤ until`, none of them before the day of the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// At the earliest.
    pub from: Date,
    /// Most likely.
    pub expected: Date,
    /// At the latest.
    pub until: Date,
    /// It has taken longer already than it should.
    pub is_late: bool,
}

/// The estimate on a day for what was received on another. Days that have passed are not expected any more.
pub fn estimate(received: Date, span: Span, today: Date) -> Estimate {
    let after = |days: u16| received.saturating_add(i32::from(days).days());
    let high = after(span.high.max(span.usual).max(span.low));
    Estimate {
        from: after(span.low.min(span.usual)).max(today),
        expected: after(span.usual).min(high).max(today),
        until: high.max(today),
        is_late: today > high,
    }
}

impl Estimate {
    /// Not beyond a day by which the law has it done.
    #[must_use]
    pub fn at_the_latest(self, day: Date) -> Self {
        Self { from: self.from.min(day), expected: self.expected.min(day), until: self.until.min(day), ..self }
    }
}
