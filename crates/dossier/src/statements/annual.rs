//! The payments of a year, summed up.

use insurance::{Cents, DeductionKind};
use jiff::civil::Date;
use pdf::annual::{Content, MonthSum, PersonSum};
use protocol::BeneficiaryId;
use protocol::payments::{CareLine, Payee};

use super::Known;
use crate::documents::parties;
use crate::profile::full_name;

pub(super) fn content(known: &Known, year: i16, today: Date) -> Content {
    let (caisse, holder) = parties(&known.profile, &known.member);
    let until = known.until(today);
    let people = known.people.iter().map(|person| sum(known, &person.id, full_name(person)));
    Content {
        year,
        until,
        caisse,
        holder,
        months: (1..=until.month()).map(|number| month(known, number)).collect(),
        people: people.filter(|sum| sum.lines > 0 || sum.flat_contributions + sum.franchises > Cents::ZERO).collect(),
    }
}

fn month(known: &Known, month: i8) -> MonthSum {
    let of_month = || known.payments.iter().filter(move |payment| payment.paid_on.month() == month);
    let to_member = |is: bool| {
        let paid = of_month().filter(|payment| matches!(payment.payee, Payee::Member { .. }) == is);
        paid.map(|payment| payment.amount).sum()
    };
    MonthSum { month, received: to_member(true), to_others: to_member(false) }
}

fn sum(known: &Known, id: &BeneficiaryId, name: String) -> PersonSum {
    let parts = || known.payments.iter().flat_map(|payment| &payment.beneficiaries);
    let lines: Vec<&CareLine> = parts().filter(|part| part.beneficiary == *id).flat_map(|part| &part.lines).collect();
    let taken = |kind: DeductionKind| {
        let deductions = known.payments.iter().flat_map(|payment| &payment.deductions);
        let theirs = deductions.filter(|taken| taken.beneficiary == *id && taken.kind == kind);
        theirs.map(|taken| taken.amount).sum()
    };
    PersonSum {
        name,
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        paid: lines.iter().map(|line| line.paid).sum(),
        reimbursed: lines.iter().map(|line| line.reimbursed).sum(),
        flat_contributions: taken(DeductionKind::FlatContribution),
        franchises: taken(DeductionKind::Franchise),
    }
}
