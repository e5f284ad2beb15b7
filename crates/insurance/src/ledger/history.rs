//! What a ledger is made from: persons, and payments as they were received. Identifiers are the caller's.

use jiff::civil::Date;

use crate::deductions::Insured;
use crate::{ActKind, Cents, DeductionKind};

/// A person of the household.
#[derive(Clone)]
pub struct Person<'a> {
    /// As lines and deductions name them.
    pub id: &'a str,
    /// As far as it is known.
    pub insured: Insured,
}

/// A payment.
#[derive(Clone, Debug)]
pub struct Payment<'a> {
    /// Names it.
    pub id: &'a str,
    /// The day of the transfer.
    pub paid_on: Date,
    /// Whether it can bear what waits.
    pub transfer: Transfer,
    /// What was transferred.
    pub amount: Cents,
    /// What it repays.
    pub lines: Vec<Line<'a>>,
    /// What was taken from it, in its order.
    pub deductions: Vec<Deduction<'a>>,
}

/// Where a payment went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transfer {
    /// To the member, whatever for: what waits is taken from it.
    ToMember,
    /// To a professional or an employer: what its care bears waits.
    ToOther,
    /// A regularisation on the statement: nothing is taken from it.
    Entry,
}

/// An act of care that a payment repays.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The act.
    pub care: Care<'a>,
    /// Whose.
    pub person: &'a str,
    /// Acts or boxes.
    pub quantity: u32,
    /// What the insurance gives, before deductions.
    pub reimbursed: Cents,
}

/// An act of care by name: a deduction may point at one whose payment is not known here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Care<'a> {
    /// Names it.
    pub id: &'a str,
    /// What kind.
    pub act: ActKind,
    /// The day of care.
    pub date: Date,
    /// The professional or laboratory.
    pub provider: Option<&'a str>,
}

/// What was taken from a payment.
#[derive(Clone, Copy, Debug)]
pub struct Deduction<'a> {
    /// Flat contribution or franchise.
    pub kind: DeductionKind,
    /// For whose care.
    pub person: &'a str,
    /// More than nothing.
    pub amount: Cents,
    /// For which care.
    pub care: Care<'a>,
}
