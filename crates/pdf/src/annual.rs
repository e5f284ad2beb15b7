//! The annual statement: sums of a calendar year, by month and by person. The caisse sends none like it, and it says so.

use insurance::{Cents, dates};
use jiff::civil::{Date, date};

use crate::block::{Block, Column, Document, Role, Row, Table, Text};
use crate::party::{self, Caisse, Holder};
use crate::{Error, Fonts, paper, tagging};

/// What the statement says. It names no day of making: the same payments give the same bytes on any day.
#[derive(Clone)]
pub struct Content {
    /// The calendar year of the payments.
    pub year: i16,
    /// The last day that it tells of: 31 December, or earlier in the year that runs.
    pub until: Date,
    /// Where the holder is insured.
    pub caisse: Caisse,
    /// The insured person whose account it is.
    pub holder: Holder,
    /// Months, the first one first, those without a payment too.
    pub months: Vec<MonthSum>,
    /// Persons, by rank.
    pub people: Vec<PersonSum>,
}

/// What was paid in a month.
#[derive(Clone, Copy)]
pub struct MonthSum {
    /// 1 to 12.
    pub month: i8,
    /// To the insured person.
    pub received: Cents,
    /// To others for them.
    pub to_others: Cents,
}

/// A person's part of the year.
#[derive(Clone)]
pub struct PersonSum {
    /// First and last name.
    pub name: String,
    /// Acts and periods repaid.
    pub lines: u32,
    /// What was paid for the care.
    pub paid: Cents,
    /// What the insurance gave, before deductions.
    pub reimbursed: Cents,
    /// Flat contributions taken.
    pub flat_contributions: Cents,
    /// Franchises taken.
    pub franchises: Cents,
}

/// The statement as PDF, tagged.
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

const TITLE: &str = "Relevé annuel";
const COMPUTED: &str = "Calculé par l’application d’après les paiements présents sur l’appareil\u{a0}: votre caisse n’établit pas \
     ce relevé, et il ne remplace pas le relevé fiscal.";

fn document(content: &Content) -> Document {
    let first = date(content.year, 1, 1);
    let period = format!(
        "de vos remboursements, année {}\u{a0}: du\u{a0}{} au\u{a0}{}",
        content.year,
        dates::numeric(first),
        dates::numeric(content.until)
    );
    let mut blocks = party::head(TITLE, &period, &content.caisse, &content.holder);
    blocks.extend([
        Block::Space(14.0),
        Block::Text(Text::new(Role::Strong, COMPUTED)),
        Block::Space(18.0),
        Block::Text(Text::new(Role::Heading, "Par mois")),
        Block::Space(6.0),
        Block::Table(months(&content.months)),
        Block::Space(22.0),
        Block::Text(Text::new(Role::Heading, "Par bénéficiaire")),
        Block::Space(6.0),
        Block::Table(people(&content.people)),
        Block::Space(10.0),
        Block::Text(Text::new(
            Role::Note,
            "Les paiements comptent pour l’année de leur règlement. Les retenues sont celles de ces paiements, même pour des \
             soins d’une année précédente.",
        )),
    ]);
    Document { title: TITLE, blocks }
}

fn months(months: &[MonthSum]) -> Table {
    let columns = vec![
        Column::words("Mois", 0.4),
        Column::amounts("Versé à vous", 0.3),
        Column::amounts("Payé à des tiers", 0.3),
    ];
    let row = |sum: &MonthSum| {
        let name = dates::french::month(sum.month).to_owned();
        Row::Cells(vec![name, sum.received.french(), sum.to_others.french()])
    };
    let total = |of: fn(&MonthSum) -> Cents| months.iter().map(of).sum::<Cents>().french();
    let sum = Row::Total(vec!["Total".to_owned(), total(|month| month.received), total(|month| month.to_others)]);
    Table { columns, rows: months.iter().map(row).chain([sum]).collect() }
}

fn people(people: &[PersonSum]) -> Table {
    let columns = vec![
        Column::words("Bénéficiaire", 0.26),
        Column::amounts("Soins", 0.09),
        Column::amounts("Payé", 0.155),
        Column::amounts("Remboursé", 0.165),
        Column::amounts("Participations", 0.18),
        Column::amounts("Franchises", 0.15),
    ];
    let row = |name: &str, sum: &PersonSum| {
        let amounts = [sum.paid, sum.reimbursed, -sum.flat_contributions, -sum.franchises];
        let cells = [name.to_owned(), sum.lines.to_string()];
        cells.into_iter().chain(amounts.map(Cents::french)).collect::<Vec<_>>()
    };
    let total = PersonSum {
        name: String::new(),
        lines: people.iter().map(|sum| sum.lines).sum(),
        paid: people.iter().map(|sum| sum.paid).sum(),
        reimbursed: people.iter().map(|sum| sum.reimbursed).sum(),
        flat_contributions: people.iter().map(|sum| sum.flat_contributions).sum(),
        franchises: people.iter().map(|sum| sum.franchises).sum(),
    };
    let rows = people.iter().map(|sum| Row::Cells(row(&sum.name, sum)));
    Table { columns, rows: rows.chain([Row::Total(row("Total", &total))]).collect() }
}
