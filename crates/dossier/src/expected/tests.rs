use insurance::expected::TieKind;
use insurance::{ActKind, Cents};
use jiff::civil::{Date, date};
use protocol::expected::{ExpectedPage, ExpectedState, NotedCare};
use protocol::payments::Payment;
use protocol::{BeneficiaryId, CareId, NotedId};

use super::list::page;
use crate::payments::take_payment;
use crate::store::{NotedTie, Picture, Store};
use crate::testing::{deduction, payment, person};

const DAY: Date = date(2026, 11, 12);
const TODAY: Date = date(2026, 11, 20);

fn care(id: &str) -> NotedCare {
    NotedCare {
        id: NotedId::new(id),
        person: BeneficiaryId::new("member"),
        act: ActKind::Consultation,
        provider: Some("Dr Ferrand".to_owned()),
        date: DAY,
        paid: Cents::new(3000),
        base: None,
        quantity: 1,
        sent: insurance::expected::Sent::Card,
        outside: false,
        covered: false,
        noted_on: DAY,
    }
}

fn store_of(noted: &[NotedCare]) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            let body = serde_json::to_string(&person("member", 1, "Camille", date(1984, 7, 14))).unwrap();
            writer.put_person("member", 1, &body)?;
            let picture = Picture { media_type: "image/png".to_owned(), bytes: vec![1, 2, 3] };
            noted.iter().try_for_each(|care| writer.put_noted_care(care, Some(&picture)))
        })
        .unwrap();
    store
}

fn bring(store: &Store, payments: &[Payment]) {
    store
        .write_now(|writer| {
            payments.iter().try_for_each(|payment| {
                take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
            })
        })
        .unwrap();
}

/// The payment of 19 November for care of the 12th.
fn refund(id: &str) -> Payment {
    let mut refund = payment(id, date(2026, 11, 19), "member");
    refund.beneficiaries[0].lines[0].date = DAY;
    refund.deductions[0].care.date = DAY;
    refund
}

fn shown(store: &Store) -> ExpectedPage {
    store.read_now(|reader| page(reader, TODAY)).unwrap()
}

fn tie(store: &Store, noted: &str, care: &str, kind: TieKind) -> bool {
    let tie = NotedTie { noted: NotedId::new(noted), care: CareId::new(care), kind };
    store.write_now(|writer| writer.put_noted_tie(&tie)).unwrap()
}

#[test]
fn waits_until_it_comes_and_then_names_its_payment() {
    let store = store_of(&[care("n")]);
    let waiting = shown(&store);
    assert_eq!((waiting.waiting.len(), waiting.total.get()), (1, 1900));
    assert!(waiting.waiting[0].has_receipt);

    bring(&store, &[refund("r")]);
    let page = shown(&store);
    assert_eq!((page.waiting.len(), page.total), (0, Cents::ZERO));
    let ExpectedState::Arrived { found, by_hand: false } = &page.arrived[0].state else { panic!("{page:?}") };
    assert_eq!((found.payment.as_str(), found.reimbursed.get(), found.taken.get()), ("r", 2100, 200));
    // What it comes to is said as before: its own payment does not count against it.
    assert_eq!(page.arrived[0].estimate.unwrap().expected.get(), 1900);
}

#[test]
fn a_later_deduction_for_other_care_changes_the_payment_and_not_the_match() {
    let store = store_of(&[care("n")]);
    let mut less = refund("r");
    less.deductions.push(deduction("member", "earlier", date(2026, 9, 8), 400));
    less.amount = Cents::new(1500);
    bring(&store, &[less]);
    let page = shown(&store);
    let ExpectedState::Arrived { found, .. } = &page.arrived[0].state else { panic!("{page:?}") };
    assert_eq!((found.reimbursed - found.taken).get(), 1900);
}

#[test]
fn two_identical_acts_of_one_day_are_two() {
    let store = store_of(&[care("1"), care("2")]);
    bring(&store, &[refund("r")]);
    let page = shown(&store);
    assert_eq!((page.waiting.len(), page.arrived.len()), (1, 1));
    // Of the second visit of a day to the same doctor, no more than the cap of the day is taken.
    bring(&store, &[refund("s")]);
    assert_eq!(shown(&store).arrived.len(), 2);
}

#[test]
fn a_wrong_match_is_undone_and_another_tied_by_hand() {
    let store = store_of(&[care("n")]);
    bring(&store, &[refund("r"), payment("other", date(2026, 11, 4), "member")]);
    assert!(tie(&store, "n", "r-care", TieKind::IsNot));
    assert_eq!(shown(&store).waiting.len(), 1);
    assert!(tie(&store, "n", "other-care", TieKind::Is));
    let page = shown(&store);
    let ExpectedState::Arrived { found, by_hand: true } = &page.arrived[0].state else { panic!("{page:?}") };
    assert_eq!(found.payment.as_str(), "other");
    assert!(!tie(&store, "gone", "other-care", TieKind::Is));
}

#[test]
fn what_is_noted_survives_what_is_fetched_and_goes_as_a_whole() {
    let store = store_of(&[care("n")]);
    bring(&store, &[refund("r")]);
    tie(&store, "n", "r-care", TieKind::Is);
    // The payment comes again, is taken back, and comes once more.
    bring(&store, &[refund("r")]);
    store.write_now(|writer| take_payment(writer, "r", None)).unwrap();
    assert_eq!(shown(&store).waiting.len(), 1);
    bring(&store, &[refund("r")]);
    assert_eq!(shown(&store).arrived.len(), 1);
    let id = NotedId::new("n");
    assert!(store.write_now(|writer| writer.remove_noted_care(&id)).unwrap());
    assert!(!store.write_now(|writer| writer.remove_noted_care(&id)).unwrap());
    let left = store.read_now(|reader| {
        Ok((reader.receipt(&id)?.is_some(), reader.noted_ties()?.len(), reader.noted_care()?.len()))
    });
    assert_eq!(left.unwrap(), (false, 0, 0));
}
