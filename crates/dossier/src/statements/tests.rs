use std::sync::Arc;

use insurance::Cents;
use protocol::payments::{Nature, Payee};

use super::*;
use crate::payments::take_payment;
use crate::store::Store;
use crate::testing::{deduction, payment, person, profile};

const TODAY: Date = date(2026, 11, 26);

fn store_of(payments: &[Payment]) -> Arc<Store> {
    let store = Store::in_memory().unwrap();
    store
        .write_now(|writer| {
            writer.put_profile(Some(&serde_json::to_string(&profile()).unwrap()))?;
            for (rank, (id, name)) in (1..).zip([("member", "Camille"), ("child", "Zoé")]) {
                let body = person(id, rank, name, date(1984, 7, 14));
                writer.put_person(id, rank, &serde_json::to_string(&body).unwrap())?;
            }
            payments.iter().try_for_each(|payment| {
                take_payment(writer, payment.id.as_str(), Some(&serde_json::to_string(payment).unwrap()))
            })
        })
        .unwrap();
    store
}

fn pharmacy(id: &str, paid_on: Date) -> Payment {
    let mut paid = payment(id, paid_on, "child");
    paid.nature = Nature::ThirdParty;
    paid.payee = Payee::Provider { name: "Pharmacie".to_owned() };
    paid.deductions.clear();
    paid.amount = Cents::new(2100);
    paid
}

fn known(payments: &[Payment], period: StatementPeriod) -> Option<Known> {
    store_of(payments).read_now(|reader| Known::read(reader, days(period).unwrap())).unwrap()
}

const NOVEMBER: StatementPeriod = StatementPeriod::Month { year: 2026, month: 11 };

#[test]
fn lists_27_months_without_gaps_and_says_when_there_are_more() {
    let payments = [
        payment("new", date(2026, 11, 19), "member"),
        pharmacy("other", date(2026, 11, 12)),
        payment("eve", date(2025, 12, 31), "member"),
        payment("old", date(2021, 3, 1), "member"),
    ];
    let store = store_of(&payments);
    let page = store.read_now(|reader| list::page(reader, 27, TODAY)).unwrap();
    assert_eq!(page.months.len(), 27);
    let with: Vec<_> = page.months.iter().filter(|month| month.payments > 0).collect();
    let told: Vec<_> = with.iter().map(|one| (one.year, one.month, one.payments, one.received.get())).collect();
    assert_eq!(told, [(2026, 11, 2, 1900), (2025, 12, 1, 1900)]);
    assert!(page.months[0].running && !page.months[1].running);
    assert_eq!((page.oldest_before, page.years), (Some(date(2021, 3, 1)), vec![2026, 2025, 2021]));
    let all = store.read_now(|reader| list::page(reader, 69, TODAY)).unwrap();
    assert_eq!((all.months.len(), all.oldest_before), (69, None));
    let oldest = all.months.last().unwrap();
    assert_eq!((oldest.year, oldest.month, oldest.payments, oldest.only_here), (2021, 3, 1, true));
    assert!(!all.months[26].only_here && all.months[27].only_here);
}

#[test]
fn puts_each_deduction_below_its_care_and_the_deferred_ones_with_their_person() {
    let mut visit = payment("visit", date(2026, 11, 19), "member");
    visit.deductions.push(deduction("member", "earlier", date(2026, 9, 8), 200));
    visit.deductions.push(deduction("child", "other", date(2026, 9, 9), 100));
    let content = monthly::content(&known(&[visit, pharmacy("p", date(2026, 11, 2))], NOVEMBER).unwrap(), TODAY);
    let paid = &content.received[0];
    let told: Vec<_> = paid.people.iter().map(|one| (one.name.as_str(), one.lines.len(), one.deferred.len())).collect();
    assert_eq!(told, [("Camille Morel", 1, 1), ("Zoé Morel", 0, 1)]);
    assert_eq!(paid.people[0].lines[0].deductions[0].label, "Participation forfaitaire");
    assert_eq!(paid.people[0].deferred[0].date, date(2026, 9, 8));
    assert_eq!(content.to_others[0].whereto, "à Pharmacie");
    // The month is not over: it tells of what is there.
    assert_eq!((content.from, content.until), (date(2026, 11, 1), date(2026, 11, 19)));
}

#[test]
fn a_month_that_is_over_is_whole_and_one_without_a_payment_has_no_statement() {
    let october = StatementPeriod::Month { year: 2026, month: 10 };
    let paid = [payment("visit", date(2026, 10, 19), "member")];
    assert_eq!(monthly::content(&known(&paid, october).unwrap(), TODAY).until, date(2026, 10, 31));
    assert!(known(&paid, NOVEMBER).is_none());
    assert!(days(StatementPeriod::Month { year: 2026, month: 13 }).is_none());
}

#[test]
fn sums_a_year_by_month_and_by_person() {
    let mut visit = payment("visit", date(2025, 3, 19), "member");
    visit.deductions.push(deduction("child", "earlier", date(2024, 12, 30), 200));
    visit.amount = Cents::new(1700);
    let paid = [visit, pharmacy("p", date(2025, 3, 2)), payment("next", date(2026, 1, 2), "member")];
    let content = annual::content(&known(&paid, StatementPeriod::Year { year: 2025 }).unwrap(), 2025, TODAY);
    assert_eq!((content.months.len(), content.until), (12, date(2025, 12, 31)));
    assert_eq!((content.months[2].received.get(), content.months[2].to_others.get()), (1700, 2100));
    let told: Vec<_> = content
        .people
        .iter()
        .map(|sum| (sum.name.as_str(), sum.lines, sum.reimbursed.get(), sum.flat_contributions.get()))
        .collect();
    assert_eq!(told, [("Camille Morel", 1, 2100, 200), ("Zoé Morel", 1, 2100, 200)]);
}

#[test]
fn names_a_month_as_french_does() {
    assert_eq!(monthly::title(2026, 11), "Relevé de novembre 2026");
    assert_eq!(monthly::title(2026, 8), "Relevé d’août 2026");
}
