//! What happened: care, allowances, pensions, and to whom the caisse pays each. The caisse makes payments of it.

use insurance::reimbursement::{MedicineClass, Pathway};
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What is settled on one day, with one payee.
#[derive(Clone)]
pub(super) struct Claim {
    pub(super) paid_on: Date,
    pub(super) payee: To,
    pub(super) lines: Vec<Line>,
}

/// Who is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum To {
    Member,
    Provider(String),
    Employer(String),
}

/// One act of care, or one period.
#[derive(Clone)]
pub(super) struct Line {
    /// The person's place in the account.
    pub(super) person: usize,
    pub(super) act: ActKind,
    pub(super) label: String,
    pub(super) provider: Option<String>,
    pub(super) date: Date,
    pub(super) until: Option<Date>,
    pub(super) quantity: u32,
    pub(super) paid: Cents,
    pub(super) base: Cents,
    pub(super) worth: Worth,
}

/// What the insurance gives for a line.
#[derive(Clone, Copy)]
pub(super) enum Worth {
    /// The base at the rate for this kind of care and day.
    Rated { pathway: Pathway, medicine: MedicineClass },
    /// This amount: an allowance or a pension, after levies.
    Fixed(Cents),
}

impl Line {
    /// Care within the usual pathway, paid at its tariff.
    pub(super) fn care(person: usize, act: ActKind, label: &str, provider: &str, date: Date, tariff: Cents) -> Self {
        Self {
            person,
            act,
            label: label.to_owned(),
            provider: Some(provider.to_owned()),
            date,
            until: None,
            quantity: 1,
            paid: tariff,
            base: tariff,
            worth: Worth::Rated { pathway: Pathway::default(), medicine: MedicineClass::default() },
        }
    }

    /// More was paid than the tariff.
    pub(super) fn paid(self, paid: Cents) -> Self {
        Self { paid, ..self }
    }

    /// Boxes of this class of medicine.
    pub(super) fn boxes(self, quantity: u32, medicine: MedicineClass) -> Self {
        Self { quantity, worth: Worth::Rated { pathway: Pathway::default(), medicine }, ..self }
    }

    /// Without having asked the attending doctor.
    pub(super) fn outside_pathway(self) -> Self {
        Self { worth: Worth::Rated { pathway: Pathway::Outside, medicine: MedicineClass::default() }, ..self }
    }
}

impl Claim {
    /// Repaid to the member so many days after the last of its lines.
    pub(super) fn repaid(after: i64, lines: Vec<Line>) -> Self {
        Self { paid_on: working_day(last_day(&lines).saturating_add(after.days())), payee: To::Member, lines }
    }

    /// Paid to the professional, so many days after: the member advanced nothing.
    pub(super) fn third_party(after: i64, lines: Vec<Line>) -> Self {
        let provider = lines.first().and_then(|line| line.provider.clone()).unwrap_or_default();
        let paid_on = working_day(last_day(&lines).saturating_add(after.days()));
        Self { paid_on, payee: To::Provider(provider), lines }
    }

    /// On exactly this day, holiday or not.
    pub(super) fn on(self, paid_on: Date) -> Self {
        Self { paid_on, ..self }
    }
}

/// The day itself, or the Friday before: no transfer is made at a weekend.
pub(super) fn working_day(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day.saturating_sub(1.days()),
        Weekday::Sunday => day.saturating_sub(2.days()),
        _ => day,
    }
}

fn last_day(lines: &[Line]) -> Date {
    lines.iter().map(|line| line.until.unwrap_or(line.date)).max().unwrap_or_default()
}
