//! Estimated days, and the renewal of a long-term illness's cover.

use insurance::ald::{Cover, cover, renew_from};
use insurance::delays::{Span, estimate};
use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

#[test]
fn estimates_from_what_the_caisse_takes() {
    let span = Span { low: 7, usual: 10, high: 21 };
    let early = estimate(date(2026, 11, 1), span, date(2026, 11, 5));
    assert_eq!((early.from, early.expected, early.until), (date(2026, 11, 8), date(2026, 11, 11), date(2026, 11, 22)));
    let later = estimate(date(2026, 11, 1), span, date(2026, 11, 15));
    assert_eq!((later.from, later.expected, later.is_late), (date(2026, 11, 15), date(2026, 11, 15), false));
    let late = estimate(date(2026, 11, 1), span, date(2026, 11, 23));
    assert_eq!((late.until, late.is_late), (date(2026, 11, 23), true));
}

#[test]
fn a_cover_is_to_be_renewed_in_its_last_three_months() {
    let (from, until) = (date(2024, 1, 15), date(2027, 1, 14));
    assert_eq!(renew_from(until), date(2026, 10, 14));
    let stands = |today| cover(from, until, today);
    assert_eq!(stands(date(2024, 1, 14)), Cover::Ahead);
    assert_eq!(stands(date(2024, 1, 15)), Cover::Running);
    assert_eq!(stands(date(2026, 10, 13)), Cover::Running);
    assert_eq!(stands(date(2026, 10, 14)), Cover::ToRenew);
    assert_eq!(stands(until), Cover::ToRenew);
    assert_eq!(stands(date(2027, 1, 15)), Cover::Ended);
}

proptest! {
    #[test]
    fn an_estimate_is_in_order_and_never_in_the_past(
        low in 0_u16..400, usual in 0_u16..400, high in 0_u16..400, waited in 0_i64..800,
    ) {
        let received = date(2026, 1, 1);
        let today = received.saturating_add(waited.days());
        let seen = estimate(received, Span { low, usual, high }, today);
        prop_assert!(today <= seen.from && seen.from <= seen.expected && seen.expected <= seen.until);
        let lawful = received.saturating_add(90.days());
        let bound = seen.at_the_latest(lawful);
        prop_assert!(bound.from <= bound.expected && bound.expected <= bound.until && bound.until <= lawful);
    }
}
