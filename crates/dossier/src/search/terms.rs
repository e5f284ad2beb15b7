//! What the index holds of a payment: terms of one letter, which says what kind, and the rest.
//!
//! `w` a word of labels and names; `k` a kind of care; `n` a nature; `p` a person; `d` a day as `20261119`, `m` the same
//! without its year; `e` an amount as `429c48`.

use std::collections::BTreeSet;

use insurance::{ActKind, Cents};
use jiff::civil::Date;
use protocol::BeneficiaryId;
use protocol::payments::{Nature, Payee, Payment};

use super::words::words;
use crate::payments::concerned;
use crate::store::{StoreError, word};
use crate::surroundings::hex;

/// A word of labels and names.
pub(crate) const WORD: char = 'w';

/// All terms of a payment, once each, with a space between them.
pub(crate) fn terms(payment: &Payment) -> Result<String, StoreError> {
    let mut terms = BTreeSet::from([nature_term(payment.nature)?, amount_term(payment.amount)]);
    day_terms(payment.paid_on, &mut terms);
    if let Payee::Provider { name } | Payee::Employer { name } = &payment.payee {
        terms.extend(words(name).map(word_term));
    }
    terms.extend(concerned(payment).iter().map(person_term));
    for line in payment.beneficiaries.iter().flat_map(|part| &part.lines) {
        terms.insert(act_term(line.act)?);
        terms.extend([amount_term(line.paid), amount_term(line.reimbursed)]);
        day_terms(line.date, &mut terms);
        terms.extend(words(&line.label).chain(line.provider.iter().flat_map(|name| words(name))).map(word_term));
    }
    Ok(Vec::from_iter(terms).join(" "))
}

/// Everyone whom a payment names as having given care, or having been paid.
pub(crate) fn providers(payment: &Payment) -> BTreeSet<&str> {
    let given = payment.beneficiaries.iter().flat_map(|part| &part.lines).filter_map(|line| line.provider.as_deref());
    let paid = match &payment.payee {
        Payee::Provider { name } | Payee::Employer { name } => Some(name.as_str()),
        Payee::Member { .. } => None,
    };
    given.chain(paid).collect()
}

pub(super) fn word_term(word: impl AsRef<str>) -> String {
    format!("{WORD}{}", word.as_ref())
}

pub(super) fn act_term(act: ActKind) -> Result<String, StoreError> {
    Ok(format!("k{}", word(&act)?.replace('_', "")))
}

pub(super) fn nature_term(nature: Nature) -> Result<String, StoreError> {
    Ok(format!("n{}", word(&nature)?.replace('_', "")))
}

pub(super) fn person_term(person: &BeneficiaryId) -> String {
    format!("p{}", hex(person.as_str().as_bytes()))
}

fn amount_term(amount: Cents) -> String {
    let cents = amount.get().unsigned_abs();
    format!("e{}c{:02}", cents / 100, cents % 100)
}

fn day_terms(day: Date, terms: &mut BTreeSet<String>) {
    let of_the_year = format!("{:02}{:02}", day.month(), day.day());
    terms.insert(format!("d{:04}{of_the_year}", day.year()));
    terms.insert(format!("m{of_the_year}"));
}
