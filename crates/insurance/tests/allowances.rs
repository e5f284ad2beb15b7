//! Daily allowances: golden vectors, ceilings by date, and what holds for any leave.

use insurance::Cents;
use insurance::allowances::{Course, CourseError, LONGEST, Wages, course, daily};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn sickness(a_month: i64) -> Wages {
    Wages::Sickness { three_months: Cents::new(3 * a_month) }
}

fn accident(month: i64) -> Wages {
    Wages::WorkAccident { month: Cents::new(month) }
}

#[test]
fn fourteen_days_of_sickness_at_2000_euros_a_month() {
    let course = course(sickness(200_000), date(2026, 9, 9), date(2026, 9, 25)).unwrap();
    assert_eq!((course.waiting, course.days()), (3, 14));
    let [instalment] = course.instalments.as_slice() else { panic!("not one instalment") };
    assert_eq!((instalment.from(), instalment.until()), (Some(date(2026, 9, 12)), Some(date(2026, 9, 25))));
    let part = instalment.parts[0];
    assert_eq!((part.daily.base, part.daily.amount), (Cents::new(6575), Cents::new(3288)));
    assert_eq!(part.gross, Cents::new(46_032));
    assert_eq!((part.levies.csg, part.levies.crds), (Cents::new(2854), Cents::new(230)));
    assert_eq!((part.net(), course.net()), (Cents::new(42_948), Cents::new(42_948)));
}

#[test]
fn a_work_accident_is_paid_from_the_first_day_and_more_from_the_29th() {
    let began = date(2026, 9, 9);
    let course = course(accident(250_000), began, date(2026, 10, 10)).unwrap();
    assert_eq!((course.waiting, course.days()), (0, 32));
    let gross: Vec<_> = course.parts().map(|part| part.gross).collect();
    assert_eq!(gross, [4931 * 14, 4931 * 14, 6492 * 4].map(Cents::new));
    let later = daily(accident(250_000), began, date(2026, 10, 7)).unwrap();
    assert_eq!((later.base, later.uncapped, later.amount), (Cents::new(8218), Cents::new(6574), Cents::new(6492)));
    assert!(later.is_capped());
    assert_eq!(daily(accident(250_000), began, date(2026, 10, 6)).unwrap().amount, Cents::new(4931));
}

#[test]
fn an_instalment_is_parted_where_the_rate_rises() {
    // 30 days: the 29th stands alone in the third instalment; moved by a day it stands in the second.
    let course = course(accident(100_000), date(2026, 1, 1), date(2026, 1, 30)).unwrap();
    let parts: Vec<_> = course.parts().map(|part| (part.from, part.days)).collect();
    assert_eq!(parts, [(date(2026, 1, 1), 14), (date(2026, 1, 15), 14), (date(2026, 1, 29), 2)]);
}

#[test]
fn a_high_wage_meets_the_ceiling_of_the_first_day_of_the_leave() {
    for (began, cap) in
        [(date(2025, 3, 31), 5331), (date(2025, 4, 1), 4147), (date(2026, 1, 31), 4147), (date(2026, 2, 1), 4195)]
    {
        let day = daily(sickness(900_000), began, began.saturating_add(40.days())).unwrap();
        assert_eq!((day.amount, day.is_capped()), (Cents::new(cap), true), "{began}");
    }
    assert_eq!(daily(sickness(900_000), date(2024, 10, 31), date(2024, 10, 31)), None);
}

#[test]
fn a_leave_of_three_days_is_not_paid_and_one_of_four_is_for_a_day() {
    let days = |until| course(sickness(200_000), date(2026, 9, 1), until).unwrap().days();
    assert_eq!((days(date(2026, 9, 1)), days(date(2026, 9, 3)), days(date(2026, 9, 4))), (0, 0, 1));
}

#[test]
fn sickness_is_paid_for_360_days_at_most() {
    let (from, last) = (date(2025, 5, 1), date(2025, 5, 1).saturating_add(362.days()));
    let whole = course(sickness(200_000), from, last).unwrap();
    assert_eq!((whole.days(), whole.beyond), (360, 0));
    let longer = course(sickness(200_000), from, last.saturating_add(5.days())).unwrap();
    assert_eq!((longer.days(), longer.beyond), (360, 5));
}

#[test]
fn says_why_a_leave_cannot_be_counted() {
    let refused = |from: Date, until| course(sickness(200_000), from, until).unwrap_err();
    assert_eq!(refused(date(2026, 2, 2), date(2026, 2, 1)), CourseError::Backwards);
    assert_eq!(refused(date(2026, 2, 2), date(2036, 2, 1)), CourseError::TooLong);
    assert_eq!(refused(date(2023, 2, 2), date(2023, 3, 1)), CourseError::NotKnown);
}

fn any_course() -> impl Strategy<Value = (Wages, Date, Date, Course)> {
    let wages = prop_oneof![(0_i64..3_000_000).prop_map(sickness), (0_i64..1_000_000).prop_map(accident)];
    (wages, 0_i64..900, 1..=LONGEST).prop_filter_map("no course", |(wages, start, length)| {
        let from = date(2024, 11, 1).saturating_add(start.days());
        let until = from.saturating_add((length - 1).days());
        Some((wages, from, until, course(wages, from, until).ok()?))
    })
}

proptest! {
    #[test]
    fn every_day_is_waited_for_paid_or_beyond((_, from, until, course) in any_course()) {
        let length = u32::try_from((until - from).get_days() + 1).unwrap();
        let waited = u32::from(course.waiting).min(length);
        prop_assert_eq!(waited + course.days() + course.beyond, length);
        let mut next = from.saturating_add(i32::from(course.waiting).days());
        for part in course.parts() {
            prop_assert_eq!(part.from, next);
            prop_assert_eq!((part.until - part.from).get_days() + 1, i32::try_from(part.days).unwrap());
            next = part.until.saturating_add(1.days());
        }
        prop_assert!(course.instalments.iter().all(|one| one.parts.iter().map(|part| part.days).sum::<u32>() <= 14));
    }

    #[test]
    fn amounts_add_up_and_stay_under_their_cap((_, _, _, course) in any_course()) {
        for part in course.parts() {
            prop_assert!(part.daily.amount <= part.daily.cap);
            prop_assert_eq!(part.gross, part.daily.amount.times(part.days));
            prop_assert!(Cents::ZERO <= part.net() && part.net() <= part.gross);
        }
        prop_assert_eq!(course.net() + course.levies().csg + course.levies().crds, course.gross());
    }

    #[test]
    fn who_earns_more_is_not_paid_less(less in 0_i64..600_000, more in 0_i64..600_000, later in 0_i32..60) {
        let began = date(2026, 3, 2);
        let on = began.saturating_add(later.days());
        for wages in [sickness, accident] {
            let [low, high] = [less, less + more].map(|wage| daily(wages(wage), began, on).unwrap().amount);
            prop_assert!(low <= high);
        }
    }
}
