use insurance::deductions::{Assessed, Unit};
use insurance::ledger::{Free, Origin};
use insurance::{ActKind, Cents};
use jiff::civil::date;
use protocol::deductions::{Bears, Explanation};
use protocol::payments::{Nature, Payee, Payment};
use protocol::{CareId, PaymentId};

use super::*;
use crate::payments::take_payment;
use crate::store::Store;
use crate::testing::{deduction, payment, person};

const TODAY: Date = date(2026, 11, 26);

/// A radiology of October that a third party was paid for.
fn radiology() -> Payment {
    let mut paid = payment("image", date(2026, 10, 9), "member");
    paid.nature = Nature::ThirdParty;
    paid.payee = Payee::Provider { name: "Centre d’imagerie".to_owned() };
    paid.amount = Cents::new(2100);
    paid.deductions.clear();
    paid.beneficiaries[0].lines[0].act = ActKind::Radiology;
    paid
}

/// A consultation of November, less its own 2.00 and those of the radiology.
fn consultation() -> Payment {
    let mut paid = payment("visit", date(2026, 11, 19), "member");
    paid.deductions.push(deduction("member", "image-care", date(2026, 10, 9), 200));
    paid.amount = Cents::new(1700);
    paid
}

fn store_of(payments: &[Payment]) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            let people = [("member", 1, "Camille", date(1984, 7, 14)), ("child", 2, "Zoé", date(2014, 5, 3))];
            for (id, rank, name, born) in people {
                writer.put_person(id, rank, &serde_json::to_string(&person(id, rank, name, born)).unwrap())?;
            }
            // The newest first, as a first synchronisation brings them.
            payments.iter().rev().try_for_each(|payment| {
                take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
            })
        })
        .unwrap();
    store
}

fn shown(payments: &[Payment], year: Option<i16>) -> DeductionsPage {
    store_of(payments).read_now(|reader| page(reader, year, TODAY)).unwrap()
}

fn explained(payments: &[Payment], id: &str) -> Explanation {
    let read = |reader: &Reader<'_>| crate::payments::detail::detail(reader, &PaymentId::new(id), TODAY);
    store_of(payments).read_now(read).unwrap().unwrap().explanation
}

#[test]
fn counts_what_was_taken_and_what_waits_for_each_person() {
    let page = shown(&[radiology()], None);
    assert_eq!((page.year, page.years), (2026, vec![2026]));
    let member = &page.people[0];
    let counted: Vec<_> =
        member.counters.iter().map(|one| (one.taken.get(), one.waiting.get(), one.cap.get())).collect();
    assert_eq!(counted, [(0, 200, 5000), (0, 0, 5000)]);
    assert_eq!(page.waiting, member.entries);
    let child = &page.people[1];
    assert_eq!((child.exempt, child.counters.len(), child.entries.len()), (Some(ExemptReason::Minor), 0, 0));
}

#[test]
fn explains_a_payment_whenever_it_was_made() {
    for paid_on in [date(2019, 1, 2), date(2026, 11, 19), date(2031, 6, 1)] {
        let mut paid = payment("visit", date(2026, 11, 12), "member");
        paid.paid_on = paid_on;
        let explanation = explained(&[paid], "visit");
        assert_eq!((explanation.given, explanation.own), (Cents::new(2100), Cents::new(200)), "{paid_on}");
    }
}

#[test]
fn ties_a_deduction_to_the_care_that_it_repays_and_to_the_payment_that_bore_it() {
    let page = shown(&[radiology(), consultation()], Some(2026));
    assert_eq!(page.waiting, []);
    let entries = &page.people[0].entries;
    let acts: Vec<_> = entries.iter().map(|entry| entry.care.act).collect();
    assert_eq!(acts, [ActKind::Consultation, ActKind::Radiology]);
    let image = &entries[1];
    assert_eq!((image.name.as_str(), image.care.id.as_str()), ("Camille", "image-care"));
    assert_eq!(image.repaid_by, Some(PaymentId::new("image")));
    assert_eq!((image.takings[0].payment.as_str(), image.takings[0].on), ("visit", date(2026, 11, 19)));
    let two = Cents::new(200);
    let assessed = Assessed { unit: Unit::DoctorAct, price: two, quantity: 1, amount: two, cap: None };
    assert_eq!((image.assessed, image.due), (Some(assessed), two));
}

#[test]
fn explains_why_seventeen_and_not_nineteen() {
    let told = explained(&[radiology(), consultation()], "visit");
    let sums = [told.given, told.own, told.earlier, told.unexplained].map(Cents::get);
    assert_eq!((sums, told.earlier_acts), ([2100, 200, 200, 0], 1));
    let origins: Vec<_> = told.steps.iter().map(|step| (step.origin, step.entry.care.id.as_str())).collect();
    assert_eq!(origins, [(Origin::ThisPayment, "visit-care"), (Origin::Earlier, "image-care")]);
    assert_eq!(told.notes, []);
}

#[test]
fn says_on_the_payment_to_a_third_party_where_its_deduction_went() {
    let told = explained(&[radiology(), consultation()], "image");
    let Bears::Later(entry) = &told.notes[0].bears else { panic!("{:?}", told.notes) };
    assert_eq!(entry.takings[0].payment, PaymentId::new("visit"));
    let mut child = radiology();
    child.beneficiaries[0].beneficiary = protocol::BeneficiaryId::new("child");
    let told = explained(&[child], "image");
    let why = insurance::deductions::NotDue::Exempt(ExemptReason::Minor);
    assert_eq!(told.notes[0].bears, Bears::Nothing(Free::Not(why)));
    assert_eq!(told.notes[0].care.id, CareId::new("image-care"));
}

#[test]
fn a_year_is_that_of_the_care_and_not_of_the_payment() {
    let mut late = payment("late", date(2026, 1, 8), "member");
    late.beneficiaries[0].lines[0].date = date(2025, 12, 31);
    late.deductions[0].care.date = date(2025, 12, 31);
    let page = shown(std::slice::from_ref(&late), Some(2025));
    assert_eq!(page.years, [2026, 2025]);
    assert_eq!(page.people[0].counters[0].taken, Cents::new(200));
    assert_eq!(shown(&[late], None).people[0].counters[0].taken, Cents::ZERO);
}

#[test]
fn forty_years_ago_there_was_nothing_to_count() {
    let page = shown(&[payment("old", date(1988, 3, 1), "member")], Some(1988));
    assert_eq!(page.people[0].counters, []);
}
