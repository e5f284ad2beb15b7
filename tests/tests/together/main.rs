//! The real service and the real core over HTTP, without a window.

mod closing;
mod convergence;
mod debts;
mod expected;
mod franceconnect;
mod kills;
mod search;
