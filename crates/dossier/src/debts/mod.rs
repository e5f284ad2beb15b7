//! « Mes créances »: what the member owes the caisse, and paying it by card (P7).

mod list;
mod pay;
