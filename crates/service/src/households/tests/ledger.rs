//! The deduction ledger over the invented households: what it shows of them, and that they hold its hard cases.

use insurance::deductions::{Cap, ExemptReason, NotDue};
use insurance::ledger::{Explanation, Free, Ledger, Origin, Outcome};
use insurance::{Cents, is_minor_on_1_january};
use jiff::civil::date;
use protocol::deductions::{payment_of, person_of};
use protocol::payments::{Payee, Payment};

use super::super::{Account, Roster, accounts, morel};
use super::{ACCOUNTS, account};

fn with_ledger<T>(account: &Account, tell: impl FnOnce(&Ledger<'_>) -> T) -> T {
    let persons: Vec<_> = account.beneficiaries.iter().map(person_of).collect();
    let payments: Vec<_> = account.payments.iter().map(payment_of).collect();
    tell(&Ledger::of(&persons, &payments))
}

/// Whether some payment of some account, as explained, is like this.
fn exists(like: impl Fn(&Account, &Payment, &Explanation<'_, '_>) -> bool) -> bool {
    ACCOUNTS.iter().any(|account| {
        with_ledger(account, |ledger| {
            account
                .payments
                .iter()
                .any(|payment| ledger.explain(payment.id.as_str()).is_some_and(|told| like(account, payment, &told)))
        })
    })
}

#[test]
fn every_payment_is_explained_to_the_cent_and_no_cap_is_passed() {
    for account in ACCOUNTS.iter().filter(|account| account.payments.len() < 2_000) {
        with_ledger(account, |ledger| {
            for payment in &account.payments {
                let told = ledger.explain(payment.id.as_str()).unwrap();
                assert_eq!(told.unexplained(), Cents::ZERO);
                assert_eq!(told.steps.len(), payment.deductions.len());
                assert!(told.steps.iter().all(|step| step.entry.repaid.is_some() && step.left >= Cents::ZERO));
            }
            for counter in ledger.counters() {
                assert!(counter.taken + counter.waiting <= counter.cap, "{} {counter:?}", account.member.name);
            }
            for entry in ledger.entries() {
                assert_eq!(entry.taken() + entry.waiting(), entry.due);
            }
        });
    }
}

#[test]
fn what_is_taken_is_what_the_rules_give_wherever_exemptions_are_known() {
    for account in ACCOUNTS.iter().filter(|account| !account.member.about.contains("C2S")) {
        with_ledger(account, |ledger| {
            let odd = ledger.entries().iter().filter(|entry| entry.assessed.is_none()).count();
            assert_eq!(odd, 0, "{}", account.member.name);
        });
    }
}

#[test]
fn camille_is_told_why_15_and_not_19_on_any_day_and_with_any_seed() {
    for (seed, today) in [(1, date(2026, 11, 20)), (2, date(2026, 3, 3)), (7, date(2026, 1, 20))] {
        let [camille, _] = morel::couple_with_twins(seed, today).unwrap();
        with_ledger(&camille, |ledger| {
            let told = ledger.explain(camille.payments.last().unwrap().id.as_str()).unwrap();
            let sums = [told.given, told.own(), told.earlier(), told.amount, told.expected()].map(Cents::get);
            assert_eq!(sums, [2100, 200, 400, 1500, 1900], "seed {seed}, {today}");
            assert!(told.steps.iter().all(|step| step.entry.assessed.is_some() && step.left == Cents::ZERO));
            assert_eq!(ledger.waiting().count(), 0);
        });
    }
}

#[test]
fn a_deduction_for_someone_else_is_taken_from_a_payment_to_the_member() {
    assert!(exists(|account, _, told| {
        let member = account.profile.beneficiary.as_str();
        told.steps.iter().any(|step| step.origin == Origin::Earlier && step.entry.person != member)
    }));
}

#[test]
fn what_a_parent_owes_is_taken_from_a_payment_for_a_child() {
    assert!(exists(|account, payment, told| {
        let minor = |id: &str| {
            let person = account.beneficiaries.iter().find(|person| person.id.as_str() == id).unwrap();
            is_minor_on_1_january(person.birth_date, payment.paid_on.year())
        };
        told.lines.iter().all(|line| minor(line.person)) && told.steps.iter().any(|step| !minor(step.entry.person))
    }));
}

#[test]
fn a_deduction_is_carried_over_the_new_year() {
    assert!(exists(|_, payment, told| {
        told.steps
            .iter()
            .any(|step| step.entry.care.date.year() < payment.paid_on.year() && step.origin == Origin::Earlier)
    }));
}

#[test]
fn the_cap_of_the_year_is_reached_in_the_middle_of_a_payment_to_the_member() {
    assert!(exists(|_, payment, told| {
        let capped = |outcome: &Outcome<'_, '_>| match outcome {
            Outcome::Free(why) => *why == Free::Not(NotDue::Capped(Cap::Year)),
            Outcome::Bears(entry) => entry.assessed.is_some_and(|assessed| assessed.cap == Some(Cap::Year)),
        };
        let to_member = matches!(payment.payee, Payee::Member { .. });
        let own = told.steps.iter().any(|step| step.origin == Origin::ThisPayment);
        to_member && own && told.lines.iter().any(|line| capped(&line.outcome))
    }));
}

#[test]
fn both_sides_of_the_change_of_2024_are_there() {
    let price = |before: bool| {
        exists(move |_, _, told| {
            told.steps.iter().any(|step| {
                let old = step.entry.care.date < date(2024, 5, 15) && step.entry.care.date.year() == 2024;
                let price = step.entry.assessed.map(|assessed| assessed.price.get());
                if before { old && price == Some(100) } else { !old && price == Some(200) }
            })
        })
    };
    assert!(price(true) && price(false));
}

#[test]
fn a_deduction_is_taken_in_parts() {
    assert!(exists(|_, _, told| told.steps.iter().any(|step| step.before > Cents::ZERO || step.left > Cents::ZERO)));
}

#[test]
fn children_and_the_solidarity_cover_are_exempt_by_name() {
    let exempt = |reason| {
        exists(move |_, _, told| {
            told.lines.iter().any(|line| line.outcome == Outcome::Free(Free::Not(NotDue::Exempt(reason))))
        })
    };
    assert!(exempt(ExemptReason::Minor) && exempt(ExemptReason::C2s) && exempt(ExemptReason::Pregnancy));
    with_ledger(account("C2S"), |ledger| assert_eq!(ledger.entries(), []));
}

#[test]
fn the_ledger_holds_on_other_days_and_with_other_seeds() {
    for (seed, today) in [(3, date(2026, 1, 2)), (4, date(2026, 6, 30)), (5, date(2027, 2, 28))] {
        for account in accounts(Roster::Few, seed, today).unwrap() {
            with_ledger(&account, |ledger| {
                for payment in &account.payments {
                    assert_eq!(ledger.explain(payment.id.as_str()).unwrap().unexplained(), Cents::ZERO);
                }
                assert!(ledger.counters().iter().all(|counter| counter.taken + counter.waiting <= counter.cap));
            });
        }
    }
}
