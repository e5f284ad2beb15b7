//! The debts, open and paid.

use std::cmp::Reverse;

use jiff::civil::Date;
use protocol::ApiError;
use protocol::debts::{CardPaymentState, Debt, DebtState, DebtsPage};

use crate::dossier::{Dossier, locked};
use crate::payments::Names;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// What the member owes, and what they paid.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn debts(&self) -> Result<DebtsPage, ApiError> {
        let today = self.inner.around.clock.today();
        let ended = *locked(&self.account().await?.debt_payment);
        self.read(move |reader| page(reader, ended, today)).await
    }
}

fn page(reader: &Reader<'_>, ended: Option<CardPaymentState>, today: Date) -> Result<DebtsPage, StoreError> {
    let debts: Vec<Debt> = reader.things()?;
    let names = Names::of(&reader.all_people()?);
    let mut people = Vec::new();
    for deduction in debts.iter().flat_map(|debt| &debt.deductions) {
        if !people.contains(&&deduction.beneficiary) {
            people.push(&deduction.beneficiary);
        }
    }
    let people = names.people(people);
    let (mut open, mut paid): (Vec<Debt>, Vec<Debt>) =
        debts.into_iter().partition(|debt| debt.state == DebtState::Open);
    open.sort_by_key(|debt| debt.due_on);
    paid.sort_by_key(|debt| Reverse(debt.notified_on));
    let under_way = reader.begun_payment()?.map(|begun| begun.debts);
    Ok(DebtsPage { open, paid, people, under_way, ended, today, fetched: reader.complete_at()?.is_some() })
}

#[cfg(test)]
mod tests {
    use insurance::Cents;
    use jiff::civil::date;
    use protocol::debts::CardPayment;
    use protocol::{CardPaymentId, DebtId};

    use super::*;
    use crate::store::{Store, take_thing};
    use crate::testing::deduction;

    fn debt(id: &str, due_on: Date, state: DebtState) -> Debt {
        Debt {
            id: DebtId::new(id),
            reference: format!("2026-{id}"),
            notified_on: date(2026, 10, 1),
            due_on,
            amount: Cents::new(200),
            deductions: vec![deduction("member", "care", date(2026, 5, 1), 200)],
            state,
        }
    }

    #[test]
    fn the_most_urgent_comes_first_and_what_is_paid_apart() {
        let paid = DebtState::Paid { on: date(2026, 10, 2), reference: "CB-1".to_owned() };
        let debts = [
            debt("later", date(2026, 12, 30), DebtState::Open),
            debt("soon", date(2026, 12, 1), DebtState::Open),
            debt("paid", date(2026, 11, 1), paid),
        ];
        let store = Store::in_memory().unwrap();
        let take = |debt: &Debt| {
            let body = serde_json::to_string(debt).unwrap();
            store.write_now(|writer| take_thing::<Debt>(writer, debt.id.as_str(), Some(&body))).unwrap();
        };
        debts.iter().for_each(take);
        let page = store.read_now(|reader| page(reader, None, date(2026, 11, 26))).unwrap();
        let ids = |debts: &[Debt]| debts.iter().map(|debt| debt.id.to_string()).collect::<Vec<_>>();
        assert_eq!((ids(&page.open), ids(&page.paid)), (vec!["soon".into(), "later".into()], vec!["paid".into()]));
        store.write_now(|writer| take_thing::<Debt>(writer, "soon", None)).unwrap();
        assert!(store.write_now(|writer| take_thing::<Debt>(writer, "other", Some("{}"))).is_err());
        assert_eq!(store.read_now(|reader| reader.things::<Debt>()).unwrap().len(), 2);
    }

    #[test]
    fn a_payment_under_way_stays_until_it_is_known_how_it_ended() {
        let store = Store::in_memory().unwrap();
        let ids = [DebtId::new("one")];
        let first = store.write_now(|writer| writer.begin_payment("key", &ids)).unwrap();
        // Asked again before anything is known: the same key, so that the service does it once.
        let again = store.write_now(|writer| writer.begin_payment("other key", &[DebtId::new("two")])).unwrap();
        assert_eq!((first.key.as_str(), &first), ("key", &again));
        let payment = CardPayment {
            id: CardPaymentId::new("p"),
            debts: ids.to_vec(),
            amount: Cents::new(200),
            page: "/card/p".to_owned(),
            state: protocol::debts::CardPaymentState::Waiting,
        };
        store.write_now(|writer| writer.payment_begun(&payment)).unwrap();
        let known = store.read_now(|reader| reader.begun_payment()).unwrap().unwrap();
        assert_eq!(known.known, Some((payment.id, payment.page)));
        store.write_now(|writer| writer.forget_payment()).unwrap();
        assert_eq!(store.read_now(|reader| reader.begun_payment()).unwrap(), None);
    }
}
