use jiff::civil::date;
use protocol::PaymentId;
use protocol::sync::{Change, ChangesPage, Cursor, kind};

use super::*;
use crate::store::Store;
use crate::sync::apply_page;
use crate::testing::{allowance, change, gone, leave, payment, person};

const TODAY: Date = date(2026, 11, 20);
const SEPTEMBER: (Date, Date) = (date(2026, 9, 9), date(2026, 9, 25));

fn store_of(changes: Vec<Change>) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    apply(&store, changes);
    store
}

fn apply(store: &Store, changes: Vec<Change>) -> Vec<String> {
    let page = ChangesPage { changes, cursor: Cursor(1), remaining: 0 };
    store.write_now(|writer| apply_page(writer, &page)).unwrap().failed_kinds.into_iter().collect()
}

fn leaves(store: &Store) -> Vec<LeaveView> {
    store.read_now(|reader| page(reader, TODAY)).unwrap().leaves
}

fn member() -> Change {
    change(kind::BENEFICIARY, "member", 1, &person("member", 1, "Camille", date(1984, 7, 14)))
}

fn told(leave: &Leave) -> Change {
    change(kind::LEAVE, leave.id.as_str(), 1, leave)
}

#[test]
fn ties_allowances_to_their_leave_and_to_no_other() {
    let states = [LeaveState::NoticeReceived, LeaveState::CertificateAwaited, LeaveState::Computed];
    let paid = leave("paid", SEPTEMBER.0, SEPTEMBER.1, &states);
    let open = leave("open", date(2026, 11, 14), date(2026, 11, 28), &states[..2]);
    let other = leave("older", date(2025, 9, 9), date(2025, 9, 25), &states);
    let payments = [allowance("p", SEPTEMBER, date(2026, 9, 28)), payment("care", date(2026, 9, 12), "member")];
    let mut changes = vec![member(), told(&other), told(&open), told(&paid)];
    changes.extend(payments.iter().map(|payment| change(kind::PAYMENT, payment.id.as_str(), 1, payment)));
    let seen = leaves(&store_of(changes));
    let states: Vec<_> = seen.iter().map(|view| (view.leave.id.as_str(), view.state, view.is_running)).collect();
    assert_eq!(
        states,
        [
            ("open", LeaveState::CertificateAwaited, true),
            ("paid", LeaveState::Paid, false),
            ("older", LeaveState::Computed, false)
        ]
    );
    assert_eq!(seen[1].name, "Camille");
    let [line] = seen[1].payments.as_slice() else { panic!("not one payment") };
    assert_eq!((&line.payment, line.days, line.daily), (&PaymentId::new("p"), 14, Cents::new(3288)));
    assert_eq!([line.gross, line.csg, line.crds, line.net].map(Cents::get), [46_032, 2854, 230, 42_948]);
}

#[test]
fn a_payment_that_is_taken_back_leaves_the_leave_too() {
    let paid = leave("paid", SEPTEMBER.0, SEPTEMBER.1, &[LeaveState::Computed]);
    let store = store_of(vec![told(&paid), change(kind::PAYMENT, "p", 1, &allowance("p", SEPTEMBER, TODAY))]);
    assert_eq!(leaves(&store)[0].state, LeaveState::Paid);
    apply(&store, vec![gone(kind::PAYMENT, "p", 2)]);
    assert_eq!((leaves(&store)[0].state, leaves(&store)[0].payments.len()), (LeaveState::Computed, 0));
}

#[test]
fn other_levies_than_those_known_are_not_named() {
    let paid = leave("paid", SEPTEMBER.0, SEPTEMBER.1, &[LeaveState::Computed]);
    let mut payment = allowance("p", SEPTEMBER, TODAY);
    payment.beneficiaries[0].lines[0].reimbursed = Cents::new(40_000);
    let seen = leaves(&store_of(vec![told(&paid), change(kind::PAYMENT, "p", 1, &payment)]));
    let line = &seen[0].payments[0];
    assert_eq!([line.gross, line.csg, line.crds, line.net].map(Cents::get), [46_032, 0, 0, 40_000]);
}

#[test]
fn a_leave_that_cannot_be_read_is_kept_aside_and_the_others_are_shown() {
    let good = leave("good", SEPTEMBER.0, SEPTEMBER.1, &[LeaveState::NoticeReceived]);
    let store = Store::in_memory().unwrap();
    let misnamed = change(kind::LEAVE, "other", 1, &good);
    let failed = apply(&store, vec![change(kind::LEAVE, "bad", 1, &"no leave"), misnamed, told(&good)]);
    assert_eq!(failed, [kind::LEAVE]);
    assert_eq!(leaves(&store).len(), 1);
    // Mended at the service, then gone.
    let mended = leave("bad", TODAY, TODAY, &[]);
    assert!(apply(&store, vec![change(kind::LEAVE, "bad", 2, &mended)]).is_empty());
    assert_eq!(leaves(&store).len(), 2);
    apply(&store, vec![gone(kind::LEAVE, "bad", 3)]);
    assert_eq!(leaves(&store).len(), 1);
}
