//! The monthly statement: what was paid to the insured person, person by person, less what was deducted; then what was paid
//! to others for them.

use insurance::{Cents, Rate, dates};
use jiff::civil::Date;

use crate::block::{Block, Column, Document, Role, Row, Table, Text};
use crate::party::{self, Caisse, Holder};
use crate::{Error, Fonts, paper, tagging};

/// What the statement says. It names no day of making: the same payments give the same bytes on any day.
#[derive(Clone)]
pub struct Content {
    /// The first day of the month.
    pub from: Date,
    /// Its last day: the day of the document.
    pub until: Date,
    /// Where the holder is insured.
    pub caisse: Caisse,
    /// The insured person whose account it is.
    pub holder: Holder,
    /// Payments to the insured person, by day.
    pub received: Vec<Payment>,
    /// Payments to others, by day.
    pub to_others: Vec<Payment>,
}

/// A payment.
#[derive(Clone)]
pub struct Payment {
    /// Its day.
    pub paid_on: Date,
    /// « sur le compte se terminant par 4471 », « à Pharmacie des Tilleuls ».
    pub whereto: String,
    /// What was transferred.
    pub amount: Cents,
    /// Everyone concerned.
    pub people: Vec<Person>,
}

/// A person's part of a payment.
#[derive(Clone)]
pub struct Person {
    /// First and last name.
    pub name: String,
    /// Their care, each with what was deducted for it at once.
    pub lines: Vec<Line>,
    /// What was deducted for earlier care.
    pub deferred: Vec<Deduction>,
}

/// An act of care, or a period.
#[derive(Clone)]
pub struct Line {
    /// The day of care, or the first of the period.
    pub date: Date,
    /// The last day of a period.
    pub until: Option<Date>,
    /// As statements print it.
    pub label: String,
    /// How much of it.
    pub count: Count,
    /// What was paid; none for an allowance.
    pub paid: Option<Cents>,
    /// The base of reimbursement; none for an allowance.
    pub base: Option<Cents>,
    /// The rate; none for an allowance.
    pub rate: Option<Rate>,
    /// Before deductions.
    pub reimbursed: Cents,
    /// What was deducted for it in the same payment.
    pub deductions: Vec<Deduction>,
}

/// See [`Line::count`]; one act goes without saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Acts or boxes.
    Acts(u32),
    /// Days of an allowance.
    Days(u32),
}

/// An amount deducted.
#[derive(Clone)]
pub struct Deduction {
    /// The day of the care that it repays.
    pub date: Date,
    /// « Participation forfaitaire », and for earlier care which.
    pub label: String,
    /// More than nothing.
    pub amount: Cents,
}

/// The statement as PDF: tagged, on as many pages as it takes, with the columns' titles on each.
///
/// # Errors
/// See [`Error`]; no content causes one.
pub fn render(content: &Content, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let document = document(content);
    tagging::write(paper::lay_out(&document, fonts), fonts, document.title, content.until)
}

/// The same in words, in reading order.
pub fn text(content: &Content) -> Vec<String> {
    document(content).text()
}

const TITLE: &str = "Relevé mensuel";
const DEFERRED: &str = "Les participations forfaitaires et les franchises dues pour des soins réglés à un tiers sont retenues \
     sur un règlement suivant, pour vous ou pour un autre bénéficiaire de votre compte.";

fn document(content: &Content) -> Document {
    let month = dates::french::month_year(content.from.year(), content.from.month());
    let period = format!(
        "de vos remboursements, {month}\u{a0}: du\u{a0}{} au\u{a0}{}",
        dates::numeric(content.from),
        dates::numeric(content.until)
    );
    let mut blocks = party::head(TITLE, &period, &content.caisse, &content.holder);
    blocks.extend([Block::Space(22.0), heading("Règlements qui vous ont été versés"), Block::Space(6.0)]);
    if content.received.is_empty() {
        blocks.push(Block::Text(Text::new(Role::Body, "Aucun règlement ne vous a été versé pendant cette période.")));
    } else {
        blocks.push(Block::Table(table(&content.received, "Réglé")));
        let total: Cents = content.received.iter().map(|payment| payment.amount).sum();
        blocks.extend([
            Block::Space(10.0),
            Block::Text(Text::new(Role::Strong, format!("Total réglé sur la période\u{a0}: {}", total.french()))),
        ]);
    }
    if has_deferred(&content.received) {
        blocks.extend([Block::Space(8.0), Block::Text(Text::new(Role::Note, DEFERRED))]);
    }
    if !content.to_others.is_empty() {
        blocks.extend([
            Block::Space(22.0),
            heading("Règlements à des tiers, pour information"),
            Block::Text(Text::new(
                Role::Note,
                "Ces sommes ont été versées directement\u{a0}: vous ne les avez pas avancées.",
            )),
            Block::Space(6.0),
            Block::Table(table(&content.to_others, "Payé")),
        ]);
    }
    blocks.push(Block::Space(16.0));
    blocks.push(Block::Text(Text::new(
        Role::Note,
        "Établi sur l’appareil de la personne assurée, d’après les paiements reçus de sa caisse.",
    )));
    Document { title: TITLE, blocks }
}

fn heading(text: &str) -> Block {
    Block::Text(Text::new(Role::Heading, text))
}

fn has_deferred(payments: &[Payment]) -> bool {
    payments.iter().flat_map(|payment| &payment.people).any(|person| !person.deferred.is_empty())
}

fn table(payments: &[Payment], paid: &str) -> Table {
    let columns = vec![
        Column::words("Dates", 0.145),
        Column::words("Nature des prestations", 0.355),
        Column::amounts("Payé", 0.13),
        Column::amounts("Base", 0.13),
        Column::amounts("Taux", 0.085),
        Column::amounts("Remboursé", 0.155),
    ];
    Table { columns, rows: payments.iter().flat_map(|payment| rows(payment, paid)).collect() }
}

fn rows(payment: &Payment, paid: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    for person in &payment.people {
        rows.push(Row::Group(person.name.clone()));
        for line in &person.lines {
            rows.push(Row::Cells(line_cells(line)));
            rows.extend(line.deductions.iter().map(taken));
        }
        rows.extend(person.deferred.iter().map(taken));
    }
    let sum = format!("{paid} le {} {}", dates::french::long(payment.paid_on), payment.whereto);
    rows.push(Row::Sum([sum, payment.amount.french()]));
    rows
}

fn line_cells(line: &Line) -> Vec<String> {
    let amount = |amount: Option<Cents>| amount.map(Cents::french).unwrap_or_default();
    let dates = match line.until {
        None => dates::numeric(line.date),
        Some(until) => format!("{} – {}", dates::numeric(line.date), dates::numeric(until)),
    };
    let label = match line.count {
        Count::Acts(0 | 1) => line.label.clone(),
        Count::Acts(count) => format!("{} (×\u{a0}{count})", line.label),
        Count::Days(count) => format!("{} ({count}\u{a0}j)", line.label),
    };
    let rate = line.rate.map(Rate::french).unwrap_or_default();
    vec![dates, label, amount(line.paid), amount(line.base), rate, line.reimbursed.french()]
}

fn taken(deduction: &Deduction) -> Row {
    Row::Taken([dates::numeric(deduction.date), deduction.label.clone(), (-deduction.amount).french()])
}
