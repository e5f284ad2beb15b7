use std::collections::BTreeSet;

use jiff::civil::date;
use proptest::collection::vec;
use proptest::prelude::*;
use protocol::BeneficiaryId;
use protocol::payments::{Nature, Payee, Payment};

use super::*;
use crate::payments::take_payment;
use crate::store::Store;
use crate::testing::{any_payment, payment, person};

const TODAY: Date = date(2026, 11, 26);

fn store_of(payments: &[Payment]) -> std::sync::Arc<Store> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            for (rank, (id, name)) in (1..).zip([("member", "Camille"), ("child", "Zoé"), ("twin", "Zoé")]) {
                let body = serde_json::to_string(&person(id, rank, name, date(2010 + i16::from(rank), 1, 1))).unwrap();
                writer.put_person(id, rank, &body)?;
            }
            payments.iter().try_for_each(|payment| {
                take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
            })
        })
        .unwrap();
    store
}

fn shown(payments: &[Payment], filter: &Filter) -> PaymentsPage {
    store_of(payments).read_now(|reader| page(reader, filter, TODAY)).unwrap()
}

fn last(months: u16) -> Filter {
    Filter { period: Period::LastMonths { months }, ..Filter::default() }
}

#[test]
fn months_without_a_payment_are_there_and_empty() {
    let page = shown(&[payment("p", date(2026, 9, 30), "member")], &last(6));
    let months: Vec<(i16, i8, usize)> =
        page.months.iter().map(|month| (month.year, month.month, month.rows.len())).collect();
    assert_eq!(months, [(2026, 11, 0), (2026, 10, 0), (2026, 9, 1), (2026, 8, 0), (2026, 7, 0), (2026, 6, 0)]);
    assert_eq!(page.totals.received.get(), 1900);
}

#[test]
fn the_last_and_the_first_day_of_a_year_stay_in_their_own_months() {
    let payments = [payment("old", date(2025, 12, 31), "member"), payment("new", date(2026, 1, 1), "member")];
    let filter =
        Filter { period: Period::Between { from: date(2025, 12, 31), to: date(2026, 1, 1) }, ..Filter::default() };
    let page = shown(&payments, &filter);
    let months: Vec<(i16, i8, &str)> =
        page.months.iter().map(|month| (month.year, month.month, month.rows[0].id.as_str())).collect();
    assert_eq!(months, [(2026, 1, "new"), (2025, 12, "old")]);
}

#[test]
fn what_is_older_than_the_period_is_told_and_marked_when_shown() {
    let payments = [payment("kept", date(2026, 5, 31), "member"), payment("official", date(2026, 6, 1), "member")];
    let page = shown(&payments, &last(6));
    assert_eq!((page.oldest_before, page.months.last().unwrap().rows[0].only_here), (Some(date(2026, 5, 31)), false));
    let page = shown(&payments, &last(7));
    assert_eq!((page.oldest_before, page.months.last().unwrap().rows[0].only_here), (None, true));
}

#[test]
fn a_payment_after_today_is_shown_when_the_device_has_a_wrong_date() {
    let page = shown(&[payment("p", date(2027, 2, 3), "member")], &last(6));
    assert_eq!((page.months[0].year, page.months[0].month, page.months.len()), (2027, 2, 9));
}

#[test]
fn persons_with_one_first_name_are_told_apart() {
    let page = shown(&[], &last(1));
    let names: Vec<&str> = page.people.iter().map(|person| person.short_name.as_str()).collect();
    assert_eq!(names, ["Camille", "Zoé (2012)", "Zoé (2013)"]);
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let refused = |period| check(&period).is_err();
    assert!(refused(Period::Between { from: date(2026, 2, 1), to: date(2026, 1, 1) }));
    assert!(refused(Period::LastMonths { months: 0 }));
    assert!(refused(Period::Between { from: date(1, 1, 1), to: date(2026, 1, 1) }));
    assert!(!refused(Period::Between { from: date(1986, 1, 1), to: date(2026, 1, 1) }));
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let person = prop_oneof![Just(None), Just(Some(BeneficiaryId::new("child"))), Just(Some(BeneficiaryId::new("x")))];
    let nature = prop_oneof![Just(None), Just(Some(Nature::Care)), Just(Some(Nature::DailyAllowance))];
    let between = (0_i64..1200, 0_i64..1200).prop_map(|(a, b)| {
        let day = |days: i64| date(2023, 12, 1) + jiff::SignedDuration::from_hours(24 * days);
        Period::Between { from: day(a.min(b)), to: day(a.max(b)) }
    });
    let period = prop_oneof![(1_u16..40).prop_map(|months| Period::LastMonths { months }), between];
    (person, nature, period).prop_map(|(person, nature, period)| Filter { person, nature, period })
}

fn concerns(payment: &Payment, person: &BeneficiaryId) -> bool {
    payment.beneficiaries.iter().any(|part| part.beneficiary == *person)
        || payment.deductions.iter().any(|deduction| deduction.beneficiary == *person)
}

proptest! {
    #[test]
    fn filters_agree_with_looking_at_every_payment(
        payments in vec(Just(()), 0..25).prop_flat_map(|places| {
            (0..places.len()).map(|number| any_payment(format!("p{number}"))).collect::<Vec<_>>()
        }),
        filter in any_filter(),
    ) {
        let page = shown(&payments, &filter);
        let matching = |payment: &&Payment| {
            filter.person.as_ref().is_none_or(|person| concerns(payment, person))
                && filter.nature.is_none_or(|nature| payment.nature == nature)
        };
        let from = match &filter.period {
            Period::Between { from, .. } => *from,
            Period::LastMonths { months } => crate::payments::first_of_month(TODAY, months - 1),
        };
        let to = match &filter.period {
            Period::Between { to, .. } => *to,
            Period::LastMonths { .. } => date(9999, 12, 31),
        };
        let expected: BTreeSet<&str> = payments.iter().filter(matching)
            .filter(|payment| (from..=to).contains(&payment.paid_on)).map(|payment| payment.id.as_str()).collect();
        let rows: Vec<&PaymentRow> = page.months.iter().flat_map(|month| &month.rows).collect();
        prop_assert_eq!(rows.iter().map(|row| row.id.as_str()).collect::<BTreeSet<_>>(), expected.clone());
        prop_assert_eq!(rows.len(), expected.len());
        prop_assert!(rows.windows(2).all(|pair| pair[0].paid_on >= pair[1].paid_on));
        let sum = |mine: bool| -> i64 {
            payments.iter().filter(|payment| expected.contains(payment.id.as_str()))
                .filter(|payment| matches!(payment.payee, Payee::Member { .. }) == mine)
                .map(|payment| payment.amount.get()).sum()
        };
        prop_assert_eq!((page.totals.received.get(), page.totals.to_others.get()), (sum(true), sum(false)));
        let days = payments.iter().filter(matching).map(|payment| payment.paid_on);
        prop_assert_eq!(page.oldest_before, days.filter(|day| *day < from).min());
        let months: Vec<i16> = page.months.iter().map(|month| month.year * 12 + i16::from(month.month)).collect();
        let without_gaps = months.windows(2).all(|pair| pair[0] == pair[1] + 1);
        prop_assert!(without_gaps);
    }
}
