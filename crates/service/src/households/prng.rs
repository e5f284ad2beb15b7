//! Chance that is the same every time: SplitMix64 (Steele, Lea, Flood 2014). Never for secrets.

use std::fmt::Write;

/// A stream of numbers, fixed by where it starts.
#[derive(Clone)]
pub(super) struct Prng(u64);

impl Prng {
    /// The stream for `name` under `seed`: another name is another stream, so that one household more changes no other.
    pub(super) fn new(seed: u64, name: &str) -> Self {
        // FNV-1a, so that near names are far apart.
        let mixed = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64 ^ seed, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(mixed)
    }

    /// A stream of its own from here: what is drawn from one changes nothing in the other.
    pub(super) fn branch(&self, name: &str) -> Self {
        Self::new(self.0, name)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = (high - low).unsigned_abs() + 1;
        low + (self.next() % span).cast_signed()
    }

    /// True so many times in a hundred.
    pub(super) fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }

    /// One of `items`; none when there are none.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let at = self.next().checked_rem(items.len() as u64)?;
        items.get(usize::try_from(at).ok()?)
    }

    /// One of `items`, each as often as its weight says.
    pub(super) fn weighted<T: Copy>(&mut self, items: &[(i64, T)]) -> Option<T> {
        let mut left = self.between(1, items.iter().map(|(weight, _)| weight).sum::<i64>().max(1));
        items.iter().find_map(|(weight, item)| {
            left -= weight;
            (left <= 0).then_some(*item)
        })
    }

    /// So many digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + u8::try_from(self.next() % 10).unwrap_or(0))).collect()
    }

    /// A name of 128 bits that says nothing.
    pub(super) fn id(&mut self) -> String {
        let mut id = String::with_capacity(32);
        // Writing to a string cannot fail.
        let _ = write!(id, "{:016x}{:016x}", self.next(), self.next());
        id
    }
}
