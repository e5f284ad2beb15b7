//! The real service and the real core over HTTP, without a window.

mod convergence;
mod franceconnect;
mod kills;
