//! The annual statement: sums, and that nobody but this app made it.

use insurance::Cents;
use jiff::civil::date;
use pdf::Fonts;
use pdf::annual::{Content, MonthSum, PersonSum, render, text};

use crate::support::{File, single};

fn year() -> Content {
    let months = (1..=12).map(|month| MonthSum {
        month,
        received: Cents::new(1000 * i64::from(month)),
        to_others: Cents::new(if month == 8 { 0 } else { 500 }),
    });
    let person = |name: &str, lines| PersonSum {
        name: name.into(),
        lines,
        paid: Cents::new(123_456),
        reimbursed: Cents::new(78_901),
        flat_contributions: Cents::new(2200),
        franchises: Cents::new(900),
    };
    Content {
        year: 2025,
        until: date(2025, 12, 31),
        caisse: single().caisse,
        holder: single().holder,
        months: months.collect(),
        people: vec![person("Camille Morel", 41), person("Louise Morel", 12)],
    }
}

#[test]
fn says_that_it_is_computed_and_what_the_year_comes_to() {
    let file = File::new(&render(&year(), &Fonts::embedded().unwrap()).unwrap());
    assert!(file.ask("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found"));
    let text = file.ask("pdftotext", &["-layout"], &["-"]).replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Relevé annuel",
        "année 2025 : du 01/01/2025 au 31/12/2025",
        "Calculé par l’application",
        "août 80,00 € 0,00 €",
        "Total 780,00 € 55,00 €",
        "Camille Morel 41 1 234,56 € 789,01 € −22,00 € −9,00 €",
        "Total 53 2 469,12 € 1 578,02 € −44,00 € −18,00 €",
        "DOCUMENT DE DÉMONSTRATION",
    ] {
        assert!(text.contains(words), "« {words} » in {text}");
    }
    assert!(file.ask("pdfinfo", &[], &[]).contains("Tagged:          yes"));
}

#[test]
fn gives_the_same_bytes_for_the_same_sums() {
    let fonts = Fonts::embedded().unwrap();
    assert_eq!(render(&year(), &fonts).unwrap(), render(&year(), &fonts).unwrap());
    assert!(text(&year()).iter().any(|line| line.starts_with("Calculé par l’application")));
}
