//! Whether two kinds of requests can be told apart by the time that they take: by ranks, which no unit of time and no
//! single slow sample can bend.

use std::time::Duration;

/// Pairs of samples.
pub(crate) const PAIRS: usize = 160;

/// The bound. Of two groups that take the same time, a sample of one is quicker than one of the other half of the time.
/// With 160 of each that share has a standard deviation of √((2·160 + 1) / (12 · 160²)) = 0.032: it lies further
/// than 0.16 from a half once in about two million runs, whatever the machine and its load. Whoever guesses from one
/// such time is right in fewer than two cases out of three.
pub(crate) const BOUND: f64 = 0.16;

/// The share of pairs in which the one is quicker than the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share(f64);

impl Share {
    /// Times of two kinds; ties count half (Mann and Whitney 1947).
    pub(crate) fn of(ones: &[Duration], others: &[Duration]) -> Self {
        let score = |one: &Duration, other: &Duration| match one.cmp(other) {
            std::cmp::Ordering::Less => 1.0,
            std::cmp::Ordering::Equal => 0.5,
            std::cmp::Ordering::Greater => 0.0,
        };
        let sum: f64 = ones.iter().flat_map(|one| others.iter().map(move |other| score(one, other))).sum();
        Self(sum / (ones.len() * others.len()) as f64)
    }

    /// Whether it is further from a half than chance leads.
    pub(crate) fn tells_apart(self) -> bool {
        (self.0 - 0.5).abs() > BOUND
    }
}

/// Takes as many samples of the one as of the other, in turns; neither is always first, so that what comes and goes on
/// the machine, and what one request leaves to the next, meets both alike.
pub(crate) async fn compare(one: impl AsyncFn() -> Duration, other: impl AsyncFn() -> Duration) -> Share {
    let (mut ones, mut others) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS {
        if pair % 2 == 0 {
            ones.push(one().await);
            others.push(other().await);
        } else {
            others.push(other().await);
            ones.push(one().await);
        }
    }
    Share::of(&ones, &others)
}

#[test]
fn a_difference_is_seen_and_none_is_not() {
    let millis = |from: u64| (from..from + 100).map(Duration::from_millis).collect::<Vec<_>>();
    assert!(!Share::of(&millis(0), &millis(0)).tells_apart());
    assert!(Share::of(&millis(0), &millis(40)).tells_apart());
    assert!(Share::of(&millis(40), &millis(0)).tells_apart());
}

#[test]
fn a_few_samples_that_were_held_up_change_nothing() {
    let even: Vec<_> = (0..160).map(Duration::from_millis).collect();
    let mut held_up = even.clone();
    held_up.iter_mut().step_by(20).for_each(|time| *time += Duration::from_secs(60));
    assert!(!Share::of(&even, &held_up).tells_apart());
}
