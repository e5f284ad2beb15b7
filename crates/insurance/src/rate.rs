//! Rates of reimbursement.

use serde::{Deserialize, Serialize};

/// A rate in hundredths of a per cent: 7000 is 70 %. On the wire a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(u16);

impl Rate {
    /// 100 %.
    pub const FULL: Self = Self(10_000);

    /// So many hundredths of a per cent.
    pub const fn basis_points(value: u16) -> Self {
        Self(value)
    }

    /// Hundredths of a per cent.
    pub const fn get(self) -> u16 {
        self.0
    }
}
