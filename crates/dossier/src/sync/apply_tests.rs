use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use protocol::payments::Payment;
use protocol::sync::kind::{BENEFICIARY, DOCUMENT, PAYMENT, PROFILE};
use protocol::{BeneficiaryId, PaymentId};

use super::*;
use crate::store::{PaymentQuery, Store};
use crate::testing::{any_payment, change, deduction, gone, payment, person, profile};

fn page(changes: Vec<Change>, cursor: u64) -> ChangesPage {
    ChangesPage { changes, cursor: Cursor(cursor), remaining: 0 }
}

fn apply(store: &Store, changes: Vec<Change>, cursor: u64) -> Applied {
    store.write_now(|writer| apply_page(writer, &page(changes, cursor))).unwrap()
}

fn last(store: &Store) -> Vec<String> {
    let records = store.read_now(|reader| reader.last_payments(100)).unwrap();
    records.into_iter().map(|record| record.id.as_str().to_owned()).collect()
}

#[test]
fn a_repeated_page_and_an_older_version_change_nothing() {
    let store = Store::in_memory().unwrap();
    let body = payment("p", date(2026, 11, 3), "member");
    assert_eq!(apply(&store, vec![change(PAYMENT, "p", 2, &body)], 2).tags.len(), 1);
    assert!(apply(&store, vec![change(PAYMENT, "p", 2, &body)], 2).tags.is_empty());
    assert!(apply(&store, vec![gone(PAYMENT, "p", 1)], 1).tags.is_empty());
    assert_eq!(last(&store), ["p"]);
    assert_eq!(store.read_now(|reader| reader.cursor()).unwrap(), Cursor(2));
}

#[test]
fn what_was_withdrawn_does_not_come_back_from_an_old_page() {
    let store = Store::in_memory().unwrap();
    let body = payment("p", date(2026, 11, 3), "member");
    apply(&store, vec![change(PAYMENT, "p", 1, &body), gone(PAYMENT, "p", 2)], 2);
    apply(&store, vec![change(PAYMENT, "p", 1, &body)], 1);
    assert!(last(&store).is_empty());
    apply(&store, vec![gone(PAYMENT, "never-seen", 4), change(PAYMENT, "never-seen", 3, &body)], 4);
    assert!(last(&store).is_empty());
}

#[test]
fn who_left_keeps_their_name_for_old_payments() {
    let store = Store::in_memory().unwrap();
    let child = person("child", 2, "Zoé", date(2008, 3, 1));
    apply(&store, vec![change(BENEFICIARY, "child", 1, &child), gone(BENEFICIARY, "child", 2)], 2);
    apply(&store, vec![change(PAYMENT, "p", 1, &payment("p", date(2026, 3, 1), "child"))], 3);
    let (present, with_payment) =
        store.read_now(|reader| Ok((reader.present_people()?.len(), reader.people_of_payments()?.len()))).unwrap();
    assert_eq!((present, with_payment), (0, 1));
}

#[test]
fn one_kind_that_fails_does_not_stop_the_others_and_is_tried_again() {
    let store = Store::in_memory().unwrap();
    let good = payment("p", date(2026, 11, 3), "member");
    let broken = change(PAYMENT, "broken", 1, &"not a payment");
    let changes = vec![broken, change(PAYMENT, "p", 1, &good), change(PROFILE, "me", 1, &profile())];
    let applied = apply(&store, changes, 3);
    assert_eq!(applied.failed_kinds.into_iter().collect::<Vec<_>>(), [PAYMENT]);
    assert_eq!(applied.tags.into_iter().collect::<Vec<_>>(), [Tag::Payments, Tag::Profile]);
    assert_eq!(last(&store), ["p"]);
    assert_eq!(store.read_now(|reader| reader.kept_aside()).unwrap().len(), 1);
    // The service mends it: nothing is kept aside any more.
    apply(&store, vec![change(PAYMENT, "broken", 2, &payment("broken", date(2026, 11, 4), "member"))], 4);
    assert_eq!(last(&store), ["broken", "p"]);
    assert!(store.read_now(|reader| reader.kept_aside()).unwrap().is_empty());
}

#[test]
fn an_unknown_kind_is_kept_aside_and_is_no_error() {
    let store = Store::in_memory().unwrap();
    let applied = apply(&store, vec![change("appointment", "a", 1, &"anything")], 1);
    assert!(applied.failed_kinds.is_empty() && applied.tags.is_empty());
    let applied = store.write_now(apply_kept_aside).unwrap();
    assert!(applied.failed_kinds.is_empty());
    assert_eq!(store.read_now(|reader| reader.kept_aside()).unwrap().len(), 1);
}

#[test]
fn two_identical_acts_and_three_deductions_for_two_people_are_all_kept() {
    let store = Store::in_memory().unwrap();
    let mut body = payment("p", date(2027, 1, 1), "member");
    let twice = body.beneficiaries[0].lines[0].clone();
    body.beneficiaries[0].lines.push(twice);
    body.deductions = vec![
        deduction("member", "a", date(2026, 12, 31), 200),
        deduction("child", "b", date(2026, 12, 31), 200),
        deduction("child", "c", date(2027, 1, 1), 100),
    ];
    apply(&store, vec![change(PAYMENT, "p", 1, &body)], 1);
    let read = store.read_now(|reader| reader.payment(&PaymentId::new("p"))).unwrap();
    assert_eq!(read, Some(body));
    let of = |person: &str, year| {
        let sums = store.read_now(|reader| reader.deducted(&BeneficiaryId::new(person), year)).unwrap();
        sums.into_iter().map(|(_, sum)| sum.get()).sum::<i64>()
    };
    assert_eq!((of("member", 2026), of("child", 2026), of("child", 2027), of("member", 2027)), (200, 200, 100, 0));
}

#[test]
fn a_hash_that_is_none_makes_no_document() {
    let store = Store::in_memory().unwrap();
    let document = serde_json::json!({ "id": "d", "kind": "letter", "title": "Courrier", "issued_on": "2026-01-02",
        "content": { "sha256": "../../etc/passwd", "bytes": 3 } });
    assert_eq!(apply(&store, vec![change(DOCUMENT, "d", 1, &document)], 1).failed_kinds.len(), 1);
}

/// A member's life at the service: payments that come, change and go, in one sequence.
fn history() -> impl Strategy<Value = Vec<(usize, Option<Payment>)>> {
    let step = (0_usize..8).prop_flat_map(|thing| {
        let body = prop_oneof![4 => any_payment(format!("p{thing}")).prop_map(Some), 1 => Just(None)];
        (Just(thing), body)
    });
    vec(step, 1..40)
}

/// What a device may live through: from which place a page is served (it may repeat), its length, and whether the
/// app is killed before the transaction ends.
fn visits() -> impl Strategy<Value = Vec<(f64, usize, bool)>> {
    vec((0.0..1.0_f64, 1_usize..9, any::<bool>()), 0..30)
}

fn changes_of(history: &[(usize, Option<Payment>)], from: usize, count: usize) -> (Vec<Change>, u64) {
    let end = (from + count).min(history.len());
    let changes = history[from..end].iter().zip(from as u64 + 1..).map(|((thing, body), version)| match body {
        Some(body) => change(PAYMENT, &format!("p{thing}"), version, body),
        None => gone(PAYMENT, &format!("p{thing}"), version),
    });
    (changes.collect(), end as u64)
}

type Rows = Vec<(String, Option<Payment>, Option<Date>)>;

fn state(store: &Store) -> (Rows, BTreeMap<String, i64>) {
    let everyone = ["member", "child", "twin"];
    store
        .read_now(|reader| {
            let mut rows = Vec::new();
            for record in reader.last_payments(1000)? {
                let query = PaymentQuery { person: record.people.first().cloned(), nature: Some(record.nature) };
                let older = reader.oldest_before(&query, record.paid_on)?;
                rows.push((record.id.as_str().to_owned(), reader.payment(&record.id)?, older));
            }
            let mut sums = BTreeMap::new();
            for person in everyone {
                for year in 2023..2028 {
                    let sum = reader.deducted(&BeneficiaryId::new(person), year)?.into_iter().map(|(_, sum)| sum.get());
                    sums.insert(format!("{person} {year}"), sum.sum());
                }
            }
            Ok((rows, sums))
        })
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn repeats_kills_and_restarts_end_in_the_same_state_as_a_fresh_fetch(history in history(), visits in visits()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.dossier");
        let key = || crate::store::Key::from_hex(&"ab".repeat(32)).unwrap();
        for (place, count, killed) in visits {
            // Opened anew each time, as after a restart.
            let store = Store::open(path.clone(), key()).unwrap();
            let cursor = store.read_now(|reader| reader.cursor()).unwrap().0 as usize;
            let from = (cursor as f64 * place.sqrt()) as usize;
            let (changes, end) = changes_of(&history, from, count);
            let applied: Result<(), StoreError> = store.write_now(|writer| {
                apply_page(writer, &page(changes, end))?;
                if killed { Err(StoreError::Ending) } else { Ok(()) }
            });
            prop_assert_eq!(applied.is_err(), killed);
            store.close();
        }
        let store = Store::open(path, key()).unwrap();
        let cursor = store.read_now(|reader| reader.cursor()).unwrap().0 as usize;
        let (changes, end) = changes_of(&history, cursor, history.len());
        apply(&store, changes, end);

        let fresh = Store::in_memory().unwrap();
        let newest: BTreeMap<usize, (u64, &Option<Payment>)> =
            history.iter().zip(1..).map(|((thing, body), version)| (*thing, (version, body))).collect();
        let changes = newest.into_iter().map(|(thing, (version, body))| match body {
            Some(body) => change(PAYMENT, &format!("p{thing}"), version, body),
            None => gone(PAYMENT, &format!("p{thing}"), version),
        });
        apply(&fresh, changes.collect(), history.len() as u64);
        prop_assert_eq!(state(&store), state(&fresh));
    }
}
