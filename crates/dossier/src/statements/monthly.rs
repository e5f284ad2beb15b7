//! The payments of a month as its statement says them: person by person, each deduction below the care that it repays.

use insurance::{ActKind, DeductionKind, dates};
use jiff::civil::Date;
use pdf::statement::{Content, Count, Deduction, Line, Payment as Paid, Person};
use protocol::BeneficiaryId;
use protocol::payments::{self, CareLine, Payee, Payment};

use super::Known;
use crate::documents::parties;
use crate::payments::concerned;

/// « Relevé de novembre 2026 », « Relevé d’août 2026 ».
pub(super) fn title(year: i16, month: i8) -> String {
    let month = dates::french::month_year(year, month);
    let of = if month.starts_with(['a', 'o']) { "d’" } else { "de " };
    format!("Relevé {of}{month}")
}

pub(super) fn content(known: &Known, today: Date) -> Content {
    let (caisse, holder) = parties(&known.profile, &known.member);
    let (received, to_others): (Vec<&Payment>, Vec<&Payment>) =
        known.payments.iter().partition(|payment| matches!(payment.payee, Payee::Member { .. }));
    let told = |payments: Vec<&Payment>| payments.into_iter().map(|payment| paid(known, payment)).collect();
    Content {
        from: known.days.from,
        until: known.until(today),
        caisse,
        holder,
        received: told(received),
        to_others: told(to_others),
    }
}

fn paid(known: &Known, payment: &Payment) -> Paid {
    let whereto = match &payment.payee {
        Payee::Member { account_end } => format!("sur le compte se terminant par {account_end}"),
        Payee::Provider { name } => format!("à {name}"),
        Payee::Employer { name } => format!("à votre employeur, {name}"),
    };
    let people = concerned(payment).into_iter().map(|id| person(known, payment, &id));
    Paid { paid_on: payment.paid_on, whereto, amount: payment.amount, people: people.collect() }
}

fn person(known: &Known, payment: &Payment, id: &BeneficiaryId) -> Person {
    let lines = payment.beneficiaries.iter().filter(|part| part.beneficiary == *id).flat_map(|part| &part.lines);
    let is_of_this_payment = |deduction: &payments::Deduction| {
        payment.beneficiaries.iter().flat_map(|part| &part.lines).any(|line| line.id == deduction.care.id)
    };
    let deferred = payment.deductions.iter().filter(|taken| taken.beneficiary == *id && !is_of_this_payment(taken));
    Person {
        name: known.name(id),
        lines: lines.map(|line| told(payment, line)).collect(),
        deferred: deferred.map(|taken| deduction(taken, Some(&taken.care))).collect(),
    }
}

fn told(payment: &Payment, line: &CareLine) -> Line {
    let is_care = !is_income(line.act);
    let own = payment.deductions.iter().filter(|taken| taken.care.id == line.id);
    Line {
        date: line.date,
        until: line.until,
        label: match line.provider.as_ref().filter(|provider| !provider.is_empty()) {
            Some(provider) => format!("{}, {provider}", line.label),
            None => line.label.clone(),
        },
        count: if is_care { Count::Acts(line.quantity) } else { days(line) },
        paid: is_care.then_some(line.paid),
        base: is_care.then_some(line.base),
        rate: is_care.then_some(line.rate),
        reimbursed: line.reimbursed,
        deductions: own.map(|taken| deduction(taken, None)).collect(),
    }
}

/// Allowances and pensions: nothing was paid for them, and they have no rate.
fn is_income(act: ActKind) -> bool {
    matches!(
        act,
        ActKind::SicknessAllowance
            | ActKind::MaternityAllowance
            | ActKind::WorkAccidentAllowance
            | ActKind::InvalidityPension
            | ActKind::Annuity
            | ActKind::StatementEntry
    )
}

fn days(line: &CareLine) -> Count {
    match line.act {
        ActKind::SicknessAllowance | ActKind::MaternityAllowance | ActKind::WorkAccidentAllowance => {
            Count::Days(line.quantity)
        }
        _ => Count::Acts(1),
    }
}

fn deduction(taken: &payments::Deduction, earlier: Option<&payments::CareRef>) -> Deduction {
    let (now, later) = match taken.kind {
        DeductionKind::FlatContribution => ("Participation forfaitaire", "Participation forfaitaire différée"),
        DeductionKind::Franchise => ("Franchise médicale", "Franchise médicale différée"),
    };
    let label = match earlier.map(|care| care.provider.as_deref()) {
        None => now.to_owned(),
        Some(None) => later.to_owned(),
        Some(Some(provider)) => format!("{later}, {provider}"),
    };
    Deduction { date: taken.care.date, label, amount: taken.amount }
}
