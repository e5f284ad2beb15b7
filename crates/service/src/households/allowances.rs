//! Leaves: what the caisse knows of each, day by day, and the allowances that it pays for them by the rules of
//! `insurance`.

use insurance::allowances::{Instalment, Part, Wages, course};
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::Date;
use protocol::LeaveId;
use protocol::allowances::{LeaveCause, LeaveState, LeaveStep, PaidTo};

use super::care::{Claim, Line, To, Worth, working_day};
use super::person::Person;

/// A leave.
#[derive(Clone)]
pub(super) struct Leave {
    pub(super) person: usize,
    pub(super) from: Date,
    pub(super) until: Date,
    pub(super) wages: Wages,
    pub(super) employer: &'static str,
    pub(super) subrogation: Subrogation,
    pub(super) certificate: Certificate,
}

/// Whether the employer goes on paying the wage, and receives the allowances.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Subrogation {
    None,
    Agreed,
}

/// What became of the employer's salary certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Certificate {
    /// It came some days after the notice.
    Sent,
    /// The caisse waits for it.
    Awaited,
    /// The notice is so new that the caisse has not asked for it.
    NotAskedYet,
}

/// Days from the first day of a leave to each state.
const NOTICE: i64 = 2;
const ASKED: i64 = 3;
const COMPUTED: i64 = 9;
/// Days from the last day of an instalment to its payment.
const PAID_AFTER: i64 = 3;

/// Wages for a sickness after three months with the same one.
pub(super) fn each_month(gross: Cents) -> Wages {
    Wages::Sickness { three_months: gross.times(3) }
}

impl Leave {
    /// One claim for each instalment; none before the certificate came.
    pub(super) fn claims(&self) -> Vec<Claim> {
        // A leave of a time whose rules are not known here is not paid here.
        let course = course(self.wages, self.from, self.until).ok().filter(|_| self.certificate == Certificate::Sent);
        course.iter().flat_map(|course| &course.instalments).map(|instalment| self.claim(instalment)).collect()
    }

    fn claim(&self, instalment: &Instalment) -> Claim {
        let until = instalment.until().unwrap_or(self.until);
        let payee = match self.subrogation {
            Subrogation::None => To::Member,
            Subrogation::Agreed => To::Employer(self.employer.to_owned()),
        };
        let lines = instalment.parts.iter().map(|part| self.line(part)).collect();
        Claim { paid_on: working_day(until.saturating_add(PAID_AFTER.days())), payee, lines }
    }

    fn line(&self, part: &Part) -> Line {
        let (act, label) = match self.wages {
            Wages::Sickness { .. } => (ActKind::SicknessAllowance, "Indemnités journalières maladie"),
            Wages::WorkAccident { .. } => {
                (ActKind::WorkAccidentAllowance, "Indemnités journalières accident du travail")
            }
        };
        Line {
            person: self.person,
            act,
            label: format!("{label}, {} par jour", part.daily.amount.french()),
            provider: None,
            date: part.from,
            until: Some(part.until),
            quantity: part.days,
            paid: Cents::ZERO,
            base: part.gross,
            worth: Worth::Fixed(part.net()),
        }
    }

    /// As the caisse knows it on a day.
    pub(super) fn as_of(&self, today: Date, id: LeaveId, person: &Person) -> protocol::allowances::Leave {
        let days: Vec<Date> = self.claims().iter().map(|claim| claim.paid_on).collect();
        let after = |days: i64| self.from.saturating_add(days.days());
        let first_paid = days.first().copied();
        let mut steps = vec![(after(NOTICE), LeaveState::NoticeReceived)];
        if self.certificate != Certificate::NotAskedYet {
            steps.push((after(ASKED), LeaveState::CertificateAwaited));
        }
        if self.certificate == Certificate::Sent {
            let computed = after(COMPUTED);
            steps.push((first_paid.map_or(computed, |paid| paid.min(computed)), LeaveState::Computed));
        }
        steps.extend(first_paid.map(|paid| (paid, LeaveState::Paid)));
        steps.retain(|(on, _)| *on <= today);
        let is_computed = steps.iter().any(|(_, state)| *state >= LeaveState::Computed);
        protocol::allowances::Leave {
            id,
            beneficiary: person.id.clone(),
            cause: match self.wages {
                Wages::Sickness { .. } => LeaveCause::Sickness,
                Wages::WorkAccident { .. } => LeaveCause::WorkAccident,
            },
            from: self.from,
            until: self.until,
            employer: Some(self.employer.to_owned()),
            paid_to: match self.subrogation {
                Subrogation::None => PaidTo::Member,
                Subrogation::Agreed => PaidTo::Employer,
            },
            steps: steps.into_iter().map(|(on, state)| LeaveStep { on, state }).collect(),
            wages: Some(self.wages).filter(|_| is_computed),
            next_payment: days.into_iter().find(|day| *day > today).filter(|_| is_computed),
        }
    }
}
