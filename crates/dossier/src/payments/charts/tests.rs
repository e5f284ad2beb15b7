use insurance::Cents;
use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use protocol::payments::{Payee, Payment};

use super::*;
use crate::payments::take_payment;
use crate::store::Store;
use crate::testing::{any_payment, deduction, payment, person};

const TODAY: Date = date(2026, 11, 26);

fn everything() -> ChartsRequest {
    ChartsRequest { period: ChartPeriod::Everything, person: None, act: None }
}

fn store_of(payments: &[Payment]) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    put(&store, payments);
    store
}

fn put(store: &Store, payments: &[Payment]) {
    store
        .write_now(|writer| {
            for (rank, id) in (1..).zip(["member", "child", "twin"]) {
                let body = serde_json::to_string(&person(id, rank, id, date(2010, 1, 1))).unwrap();
                writer.put_person(id, rank, &body)?;
            }
            payments.iter().try_for_each(|payment| {
                take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
            })
        })
        .unwrap();
}

fn shown(store: &Store, request: &ChartsRequest) -> ChartsPage {
    store.read_now(|reader| page(reader, request, TODAY)).unwrap()
}

#[test]
fn a_payment_for_two_is_divided_by_whose_care_it_repays() {
    let mut both = payment("both", date(2026, 11, 19), "member");
    both.deductions.push(deduction("child", "earlier", date(2026, 9, 8), 400));
    both.amount = Cents::new(1500);
    let page = shown(&store_of(&[both]), &everything());
    let of: Vec<_> = page
        .by_person
        .iter()
        .map(|part| (part.person.as_ref().unwrap().id.as_str().to_owned(), part.sums.received.get()))
        .collect();
    assert_eq!(of, [("member".to_owned(), 1900), ("child".to_owned(), -400)]);
    assert_eq!((page.totals.spent.get(), page.totals.received.get()), (3000, 1500));
}

#[test]
fn months_without_a_payment_are_there_and_a_long_period_is_drawn_by_year() {
    let store = store_of(&[payment("old", date(1990, 1, 2), "member"), payment("new", date(2026, 9, 30), "member")]);
    let six = shown(&store, &ChartsRequest { period: ChartPeriod::LastMonths { months: 6 }, ..everything() });
    let months: Vec<_> = six.columns.iter().map(|column| (column.month, column.sums.received.get())).collect();
    assert_eq!(months, [6, 7, 8, 9, 10, 11].map(|month| (Some(month), if month == 9 { 1900 } else { 0 })));
    let all = shown(&store, &everything());
    assert_eq!((all.columns.len(), all.columns[0].year, all.columns[0].month), (37, 1990, None));
    assert_eq!((all.years[0], all.years[36]), (2026, 1990));
}

#[test]
fn another_version_takes_the_place_of_the_first_and_a_withdrawal_leaves_nothing() {
    let store = store_of(&[payment("p", date(2026, 9, 30), "member")]);
    let mut changed = payment("p", date(2026, 10, 1), "child");
    changed.amount = Cents::new(2500);
    put(&store, &[changed]);
    let page = shown(&store, &everything());
    assert_eq!((page.totals.received.get(), page.by_person.len()), (2500, 1));
    store.write_now(|writer| take_payment(writer, "p", None)).unwrap();
    store.write_now(|writer| take_payment(writer, "p", None)).unwrap();
    assert_eq!(shown(&store, &everything()).totals, Sums::default());
    put(&store, &[payment("p", date(2026, 9, 30), "member")]);
    assert_eq!(shown(&store, &everything()).totals.received.get(), 1900);
}

proptest! {
    #[test]
    fn the_parts_of_a_payment_come_to_its_amount(payment in any_payment("p".to_owned())) {
        let sum = shares(&payment).values().fold(Sums::default(), |sum, part| sum.with(*part));
        prop_assert_eq!(sum.refunded(), payment.amount);
    }

    #[test]
    fn totals_agree_with_looking_at_every_payment(
        (first, second) in vec(Just(()), 0..20).prop_flat_map(|places| {
            let any = |count: usize| (0..count).map(|number| any_payment(format!("p{number}"))).collect::<Vec<_>>();
            (any(places.len()), any(places.len() / 2))
        }),
        months in 1_u16..25,
    ) {
        let store = store_of(&first);
        // Some come again, changed.
        put(&store, &second);
        let now: Vec<&Payment> = second.iter().chain(first.iter().skip(second.len())).collect();
        let from = crate::payments::first_of_month(TODAY, months - 1);
        let request = ChartsRequest { period: ChartPeriod::LastMonths { months }, ..everything() };
        let page = shown(&store, &request);
        let sum = |mine: bool| -> i64 {
            now.iter().filter(|payment| payment.paid_on >= from)
                .filter(|payment| matches!(payment.payee, Payee::Member { .. }) == mine)
                .map(|payment| payment.amount.get()).sum()
        };
        prop_assert_eq!((page.totals.received.get(), page.totals.to_others.get()), (sum(true), sum(false)));
        let add = |parts: Vec<Sums>| parts.into_iter().fold(Sums::default(), Sums::with);
        prop_assert_eq!(add(page.by_person.iter().map(|part| part.sums).collect()), page.totals);
        prop_assert_eq!(add(page.by_act.iter().map(|part| part.sums).collect()), page.totals);
        prop_assert!(page.columns.len() >= usize::from(months));
    }
}
