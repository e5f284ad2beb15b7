//! What is typed of care, checked entry by entry.

use insurance::{Cents, CentsError, dates};
use jiff::civil::Date;
use protocol::expected::{CareEntries, NotedCare};
use protocol::profile::Beneficiary;
use protocol::{ApiError, Field, NotedId, Problem};

/// More than care costs.
const MOST: Cents = Cents::new(10_000_000);
const MOST_ACTS: u32 = 99;
const LONGEST_NAME: usize = 80;

/// The care, or the first entry that is to be corrected.
pub(super) fn check(
    entries: &CareEntries,
    id: NotedId,
    people: &[Beneficiary],
    today: Date,
) -> Result<NotedCare, ApiError> {
    let wrong = |field| move |problem| ApiError::Invalid { field, problem };
    let person = entries.person.clone().ok_or(Problem::Empty);
    let person = person.map_err(wrong(Field::Person))?;
    if !people.iter().any(|known| known.id == person) {
        return Err(wrong(Field::Person)(Problem::Unknown));
    }
    let act = entries.act.filter(|act| act.is_care()).ok_or(Problem::Empty).map_err(wrong(Field::Act))?;
    let date = day(&entries.date, today).map_err(wrong(Field::CareDate))?;
    let paid = amount(&entries.paid).map_err(wrong(Field::Paid))?;
    let base = match entries.base.trim() {
        "" => None,
        text => Some(amount(text).map_err(wrong(Field::Base))?),
    };
    let provider = entries.provider.trim();
    Ok(NotedCare {
        id,
        person,
        act,
        provider: (!provider.is_empty()).then(|| provider.chars().take(LONGEST_NAME).collect()),
        date,
        paid,
        base,
        quantity: quantity(&entries.quantity).map_err(wrong(Field::Quantity))?,
        sent: entries.sent,
        outside: entries.outside,
        covered: entries.covered,
        noted_on: today,
    })
}

fn day(text: &str, today: Date) -> Result<Date, Problem> {
    if text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let date = dates::parse(text).map_err(|_| Problem::NotDigits)?;
    if date > today || date.year() < 1930 { Err(Problem::Impossible) } else { Ok(date) }
}

fn amount(text: &str) -> Result<Cents, Problem> {
    let amount = Cents::parse(text).map_err(|error| match error {
        CentsError::Empty => Problem::Empty,
        CentsError::NotAnAmount => Problem::NotDigits,
        CentsError::TooGreat => Problem::TooLong,
    })?;
    match amount {
        none if none <= Cents::ZERO => Err(Problem::Impossible),
        much if much > MOST => Err(Problem::TooLong),
        amount => Ok(amount),
    }
}

fn quantity(text: &str) -> Result<u32, Problem> {
    match text.trim() {
        "" => Ok(1),
        text => text.parse().ok().filter(|number| (1..=MOST_ACTS).contains(number)).ok_or(Problem::Impossible),
    }
}

#[cfg(test)]
mod tests {
    use insurance::ActKind;
    use jiff::civil::date;
    use protocol::BeneficiaryId;

    use super::*;
    use crate::testing::person;

    const TODAY: Date = date(2026, 11, 20);

    fn entries() -> CareEntries {
        CareEntries {
            person: Some(BeneficiaryId::new("member")),
            act: Some(ActKind::Consultation),
            provider: " Dr Lenoir ".to_owned(),
            date: "12/11/2026".to_owned(),
            paid: "30 €".to_owned(),
            ..CareEntries::default()
        }
    }

    fn checked(change: impl FnOnce(&mut CareEntries)) -> Result<NotedCare, (Field, Problem)> {
        let mut entries = entries();
        change(&mut entries);
        let people = [person("member", 1, "Camille", date(1984, 7, 14))];
        check(&entries, NotedId::new("n"), &people, TODAY).map_err(|error| match error {
            ApiError::Invalid { field, problem } => (field, problem),
            other => panic!("{other:?}"),
        })
    }

    #[test]
    fn takes_what_can_be_right() {
        let care = checked(|_| {}).unwrap();
        assert_eq!((care.paid.get(), care.date, care.quantity, care.base), (3000, date(2026, 11, 12), 1, None));
        assert_eq!(care.provider.as_deref(), Some("Dr Lenoir"));
    }

    #[test]
    fn says_what_is_to_be_corrected() {
        use Problem::{Empty, Impossible, NotDigits, TooLong, Unknown};
        let wrong = |change: fn(&mut CareEntries)| checked(change).unwrap_err();
        assert_eq!(wrong(|entries| entries.person = None), (Field::Person, Empty));
        assert_eq!(wrong(|entries| entries.person = Some(BeneficiaryId::new("x"))), (Field::Person, Unknown));
        assert_eq!(wrong(|entries| entries.act = None), (Field::Act, Empty));
        assert_eq!(wrong(|entries| entries.act = Some(ActKind::Annuity)), (Field::Act, Empty));
        assert_eq!(wrong(|entries| entries.date.clear()), (Field::CareDate, Empty));
        assert_eq!(wrong(|entries| "hier".clone_into(&mut entries.date)), (Field::CareDate, NotDigits));
        assert_eq!(wrong(|entries| "21/11/2026".clone_into(&mut entries.date)), (Field::CareDate, Impossible));
        assert_eq!(wrong(|entries| entries.paid.clear()), (Field::Paid, Empty));
        assert_eq!(wrong(|entries| "trente".clone_into(&mut entries.paid)), (Field::Paid, NotDigits));
        assert_eq!(wrong(|entries| "0".clone_into(&mut entries.paid)), (Field::Paid, Impossible));
        assert_eq!(wrong(|entries| "900 000".clone_into(&mut entries.paid)), (Field::Paid, TooLong));
        assert_eq!(wrong(|entries| "x".clone_into(&mut entries.base)), (Field::Base, NotDigits));
        assert_eq!(wrong(|entries| "0".clone_into(&mut entries.quantity)), (Field::Quantity, Impossible));
    }
}
