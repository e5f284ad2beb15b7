//! The household's payments, looked at one by one, without an index.

use std::collections::BTreeMap;

use insurance::{ActKind, Cents};
use jiff::civil::Date;
use protocol::BeneficiaryId;
use protocol::payments::{Nature, Payee, Payment};

/// What a payment must have.
#[derive(Clone, Debug)]
pub(super) enum Has {
    /// Care of one of these kinds.
    Act(&'static [ActKind]),
    Nature(Nature),
    /// A word of a label or name that begins so.
    Word(String),
    /// A person of this first name.
    Person(&'static str),
    /// A day of payment or care in this month of any year.
    Month(i8),
    Year(i16),
    /// A day of payment or care in this month and year.
    Of(i16, i8),
    Day(Date),
    /// An amount of so many euros, whatever the cents.
    Euros(i64),
    Amount(Cents),
    Any(Vec<Has>),
    Nothing,
}

/// The household.
pub(super) struct Truth {
    pub(super) payments: Vec<Payment>,
    pub(super) names: BTreeMap<BeneficiaryId, String>,
}

impl Truth {
    /// Whether a payment has all of this.
    pub(super) fn has_all(&self, payment: &Payment, wanted: &[Has]) -> bool {
        wanted.iter().all(|has| self.has(payment, has))
    }

    fn has(&self, payment: &Payment, wanted: &Has) -> bool {
        let lines = || payment.beneficiaries.iter().flat_map(|part| &part.lines);
        let mut days = lines().map(|line| line.date).chain([payment.paid_on]);
        let mut amounts = lines().flat_map(|line| [line.paid, line.reimbursed]).chain([payment.amount]);
        match wanted {
            Has::Act(kinds) => lines().any(|line| kinds.contains(&line.act)),
            Has::Nature(nature) => payment.nature == *nature,
            Has::Word(start) => {
                let payee = match &payment.payee {
                    Payee::Provider { name } | Payee::Employer { name } => Some(name.as_str()),
                    Payee::Member { .. } => None,
                };
                let said =
                    lines().flat_map(|line| [Some(line.label.as_str()), line.provider.as_deref()]).chain([payee]);
                said.flatten().flat_map(words).any(|word| word.starts_with(start))
            }
            Has::Person(name) => {
                let cared_for = payment.beneficiaries.iter().map(|part| &part.beneficiary);
                let concerned = cared_for.chain(payment.deductions.iter().map(|deduction| &deduction.beneficiary));
                concerned.filter_map(|id| self.names.get(id)).any(|full| full.starts_with(name))
            }
            Has::Month(month) => days.any(|day| day.month() == *month),
            Has::Year(year) => days.any(|day| day.year() == *year),
            Has::Of(year, month) => days.any(|day| (day.year(), day.month()) == (*year, *month)),
            Has::Day(wanted) => days.any(|day| day == *wanted),
            Has::Euros(euros) => amounts.any(|amount| amount.get() / 100 == *euros),
            Has::Amount(wanted) => amounts.any(|amount| amount == *wanted),
            Has::Any(several) => several.iter().any(|has| self.has(payment, has)),
            Has::Nothing => false,
        }
    }
}

pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded)
}

pub(super) fn folded(word: &str) -> String {
    insurance::name::folded(word).to_lowercase()
}

pub(super) fn stem(word: &str) -> &str {
    if word.len() < 4 { word } else { word.strip_suffix(['s', 'x']).unwrap_or(word) }
}
