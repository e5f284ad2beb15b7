//! Leaves, files and long-term illnesses, and that they say the same as payments and exemptions.

use std::collections::BTreeSet;

use insurance::allowances::course;
use insurance::files::{Outcome, StepKind, timeline};
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::date;
use protocol::allowances::{Leave, LeaveCause, LeaveState, PaidTo};
use protocol::payments::{CareLine, Payee, Payment};
use protocol::profile::ExemptionReason;

use super::super::{Account, Roster, accounts};
use super::{ACCOUNTS, TODAY, account};

/// The lines of payments for days of a leave, each with its payment.
fn paid<'a>(account: &'a Account, leave: &Leave) -> Vec<(&'a Payment, &'a CareLine)> {
    let act = match leave.cause {
        LeaveCause::Sickness => ActKind::SicknessAllowance,
        LeaveCause::WorkAccident => ActKind::WorkAccidentAllowance,
    };
    let lines = account.payments.iter().flat_map(|payment| {
        let own = payment.beneficiaries.iter().filter(|part| part.beneficiary == leave.beneficiary);
        own.flat_map(|part| &part.lines).map(move |line| (payment, line))
    });
    lines.filter(|(_, line)| line.act == act && leave.from <= line.date && line.date <= leave.until).collect()
}

#[test]
fn leaves_and_payments_agree_in_days_amounts_and_sums() {
    let mut seen = 0;
    for account in ACCOUNTS.iter() {
        for leave in &account.leaves {
            let paid = paid(account, leave);
            let Some(wages) = leave.wages else {
                assert!(paid.is_empty(), "paid without a salary certificate");
                continue;
            };
            let course = course(wages, leave.from, leave.until).unwrap();
            assert!(paid.len() <= course.parts().count());
            for (part, (payment, line)) in course.parts().zip(&paid) {
                assert_eq!((line.date, line.until, line.quantity), (part.from, Some(part.until), part.days));
                assert_eq!((line.base, line.reimbursed), (part.gross, part.net()));
                assert_eq!(line.base, part.daily.amount.times(line.quantity));
                assert!(line.label.contains(&part.daily.amount.french()));
                assert_eq!(matches!(payment.payee, Payee::Employer { .. }), leave.paid_to == PaidTo::Employer);
                assert!(payment.paid_on > part.until && payment.paid_on <= TODAY);
            }
            if leave.until < TODAY.saturating_sub(10.days()) {
                assert_eq!(paid.iter().map(|(_, line)| line.reimbursed).sum::<Cents>(), course.net());
            }
            assert_eq!(leave.state() == Some(LeaveState::Paid), !paid.is_empty());
            assert_eq!(leave.on(LeaveState::Paid), paid.first().map(|(payment, _)| payment.paid_on));
            seen += paid.len();
        }
    }
    let allowances = ACCOUNTS.iter().flat_map(|account| &account.payments).flat_map(|payment| &payment.beneficiaries);
    let allowances = allowances
        .flat_map(|part| &part.lines)
        .filter(|line| matches!(line.act, ActKind::SicknessAllowance | ActKind::WorkAccidentAllowance));
    assert_eq!(seen, allowances.count(), "every allowance belongs to one leave");
}

#[test]
fn every_state_of_a_leave_exists_and_the_steps_are_in_order() {
    let leaves: Vec<&Leave> = ACCOUNTS.iter().flat_map(|account| &account.leaves).collect();
    let states: BTreeSet<_> = leaves.iter().map(|leave| leave.state().unwrap()).collect();
    assert_eq!(states.len(), 4);
    for leave in leaves {
        let ordered = leave.steps.windows(2).all(|pair| pair[0].on <= pair[1].on && pair[0].state < pair[1].state);
        assert!(ordered && leave.steps.iter().all(|step| step.on <= TODAY), "{:?}", leave.steps);
        assert!(leave.next_payment.is_none_or(|day| day > TODAY));
    }
    let lucas = account("pas encore payé");
    assert_eq!(lucas.leaves[0].state(), Some(LeaveState::Computed));
    assert!(lucas.leaves[0].next_payment.is_some());
}

#[test]
fn files_are_recognised_at_the_enquiry_and_new() {
    let outcome = |about: &str| {
        let file = &account(about).files[0];
        timeline(file.kind, file.happened_on, &file.events, TODAY)
    };
    assert!(matches!(outcome("accident du travail").outcome, Outcome::Recognised { .. }));
    assert!(matches!(outcome("tout récent").outcome, Outcome::Open { decision_by: Some(_) }));
    let asked = outcome("à l’enquête");
    assert_eq!(
        asked.to_do().map(|step| (step.what, step.due)),
        Some((StepKind::Questionnaire, Some(date(2026, 12, 7))))
    );
}

#[test]
fn a_long_term_illness_is_covered_as_long_as_the_exemption_says() {
    let mut seen = 0;
    for account in ACCOUNTS.iter() {
        for illness in &account.illnesses {
            let person = account.beneficiaries.iter().find(|person| person.id == illness.beneficiary).unwrap();
            let exemption = person.exemption.as_ref().unwrap();
            assert_eq!(exemption.reason, ExemptionReason::Ald);
            assert_eq!((exemption.from, exemption.until), (illness.from, Some(illness.until)));
            seen += 1;
        }
    }
    assert!(seen > 0);
}

#[test]
fn caisses_take_different_times_and_members_of_one_the_same() {
    let toulouse = ACCOUNTS.iter().filter(|account| account.profile.caisse.code == "311");
    let times: Vec<_> = toulouse.map(|account| &account.times).collect();
    assert!(times.len() > 1 && times.windows(2).all(|pair| pair[0] == pair[1]));
    let all: BTreeSet<String> =
        ACCOUNTS.iter().map(|account| serde_json::to_string(&account.times.times).unwrap()).collect();
    assert!(all.len() > 3);
    for time in ACCOUNTS.iter().flat_map(|account| &account.times.times) {
        assert!(time.span.low <= time.span.usual && time.span.usual <= time.span.high);
    }
}

#[test]
fn leaves_and_files_are_the_same_for_a_seed_and_a_date() {
    let [one, two] = [1, 2].map(|_| accounts(Roster::Few, 1, TODAY).unwrap());
    for (one, two) in one.iter().zip(&two) {
        assert_eq!((&one.leaves, &one.files, &one.times), (&two.leaves, &two.files, &two.times));
    }
}
