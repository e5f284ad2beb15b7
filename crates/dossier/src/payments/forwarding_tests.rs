use jiff::civil::date;
use protocol::PaymentId;
use protocol::forwarding::NotSent;

use super::*;
use crate::payments::take_payment;
use crate::store::Store;
use crate::testing::{payment, person};

const TODAY: Date = date(2026, 11, 26);

fn not_sent(id: &str, paid_on: Date) -> Payment {
    let transmission = Transmission::NotSent { insurer: "Mutuelle".to_owned(), because: NotSent::Returned };
    Payment { transmission: Some(transmission), ..payment(id, paid_on, "member") }
}

fn store_of(payments: &[Payment]) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            let body = person("member", 1, "Camille", date(1984, 7, 14));
            writer.put_person("member", 1, &serde_json::to_string(&body).unwrap())?;
            payments.iter().try_for_each(|payment| take(writer, payment))
        })
        .unwrap();
    store
}

fn take(writer: &crate::store::Writer<'_>, payment: &Payment) -> Result<(), StoreError> {
    take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
}

fn ids(rows: &[ToForward]) -> Vec<&str> {
    rows.iter().map(|row| row.payment.id.as_str()).collect()
}

#[test]
fn lists_what_the_insurer_did_not_get_newest_first() {
    let mut sent = payment("sent", date(2026, 11, 20), "member");
    sent.transmission = Some(Transmission::Sent { insurer: "Mutuelle".to_owned(), on: date(2026, 11, 20) });
    let store = store_of(&[
        not_sent("new", date(2026, 11, 19)),
        sent,
        payment("nothing-left", date(2026, 11, 18), "member"),
        not_sent("old", date(2024, 3, 1)),
        not_sent("older-than-shown", date(2023, 3, 1)),
    ]);
    let page = store.read_now(|reader| page(reader, TODAY)).unwrap();
    assert_eq!((ids(&page.open), ids(&page.done)), (vec!["new", "old"], vec![]));
    // 30.00 for a consultation of which the insurance gives 21.00.
    assert_eq!(page.open[0].left, Cents::new(900));
    assert_eq!(page.open.iter().map(|one| one.late).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_the_member_sent_stays_sent_when_the_payment_comes_again() {
    let paid = not_sent("visit", date(2026, 11, 19));
    let store = store_of(std::slice::from_ref(&paid));
    let id = PaymentId::new("visit");
    store.write_now(|writer| writer.put_forwarded(&id, Some(TODAY))).unwrap();
    store.write_now(|writer| take(writer, &paid)).unwrap();
    let known = store.read_now(|reader| page(reader, TODAY)).unwrap();
    assert_eq!((ids(&known.open), ids(&known.done)), (vec![], vec!["visit"]));
    assert_eq!(known.done[0].forwarded_on, Some(TODAY));
    store.write_now(|writer| writer.put_forwarded(&id, None)).unwrap();
    assert_eq!(ids(&store.read_now(|reader| page(reader, TODAY)).unwrap().open), ["visit"]);
}

#[test]
fn leaves_the_list_when_the_caisse_sends_it_after_all() {
    let mut paid = not_sent("visit", date(2026, 11, 19));
    let store = store_of(std::slice::from_ref(&paid));
    paid.transmission = Some(Transmission::Sent { insurer: "Mutuelle".to_owned(), on: TODAY });
    store.write_now(|writer| take(writer, &paid)).unwrap();
    assert_eq!(ids(&store.read_now(|reader| page(reader, TODAY)).unwrap().open), Vec::<&str>::new());
}
