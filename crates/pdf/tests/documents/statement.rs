//! Monthly statements: columns, persons, deductions, sums, and many pages.

use insurance::{Cents, Rate};
use jiff::civil::{Date, date};
use pdf::Fonts;
use pdf::statement::{Content, Count, Deduction, Line, Payment, Person, render, text};

use crate::support::{File, single};

fn file(content: &Content) -> File {
    File::new(&render(content, &Fonts::embedded().unwrap()).unwrap())
}

fn line(day: Date, label: &str, cents: i64, percent: u8) -> Line {
    Line {
        date: day,
        until: None,
        label: label.into(),
        count: Count::Acts(1),
        paid: Some(Cents::new(cents)),
        base: Some(Cents::new(cents)),
        rate: Some(Rate::percent(percent)),
        reimbursed: Rate::percent(percent).of(Cents::new(cents)),
        deductions: Vec::new(),
    }
}

fn deduction(day: Date, label: &str, cents: i64) -> Deduction {
    Deduction { date: day, label: label.into(), amount: Cents::new(cents) }
}

/// November 2026 of Camille Morel: why 15 and not 19.
pub(crate) fn november() -> Content {
    let mut visit = line(date(2026, 11, 12), "Consultation, Dr Lenoir", 3000, 70);
    visit.deductions.push(deduction(date(2026, 11, 12), "Participation forfaitaire", 200));
    let deferred = vec![
        deduction(date(2026, 8, 20), "Participation forfaitaire différée, Centre d’imagerie du Canal", 200),
        deduction(date(2026, 9, 8), "Participation forfaitaire différée, Laboratoire Saint-Roch", 200),
    ];
    let camille = Person { name: "Camille Morel".into(), lines: vec![visit], deferred };
    let mut syrup = line(date(2026, 11, 13), "Médicaments, vignette blanche, Pharmacie des Tilleuls", 1942, 65);
    syrup.count = Count::Acts(2);
    let louise = Person { name: "Louise Morel".into(), lines: vec![syrup], deferred: Vec::new() };
    Content {
        from: date(2026, 11, 1),
        until: date(2026, 11, 30),
        caisse: single().caisse,
        holder: single().holder,
        received: vec![Payment {
            paid_on: date(2026, 11, 19),
            whereto: "sur le compte se terminant par 4471".into(),
            amount: Cents::new(1500),
            people: vec![camille],
        }],
        to_others: vec![Payment {
            paid_on: date(2026, 11, 16),
            whereto: "à Pharmacie des Tilleuls".into(),
            amount: Cents::new(1262),
            people: vec![louise],
        }],
    }
}

/// A month with so many payments.
fn long(payments: usize) -> Content {
    let november = november();
    let received = november.received.iter().cycle().take(payments).cloned().collect();
    Content { received, ..november }
}

#[test]
fn says_what_was_paid_person_by_person_less_what_was_deducted() {
    let text = file(&november()).ask("pdftotext", &["-layout"], &["-"]).replace(['\u{a0}', '\u{202f}'], " ");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    for words in [
        "Relevé mensuel",
        "novembre 2026 : du 01/11/2026 au 30/11/2026",
        "Règlements qui vous ont été versés",
        "Dates Nature des prestations Payé Base Taux Remboursé",
        "Camille Morel",
        "12/11/2026 Consultation, Dr Lenoir 30,00 € 30,00 € 70 % 21,00 €",
        "12/11/2026 Participation forfaitaire −2,00 €",
        "20/08/2026 Participation forfaitaire différée, Centre d’imagerie du Canal −2,00 €",
        "08/09/2026 Participation forfaitaire différée, Laboratoire Saint-Roch −2,00 €",
        "Réglé le 19 novembre 2026 sur le compte se terminant par 4471 15,00 €",
        "Total réglé sur la période : 15,00 €",
        "retenues sur un règlement suivant",
        "Règlements à des tiers, pour information",
        "Louise Morel",
        "12,62 €",
        "Payé le 16 novembre 2026 à Pharmacie des Tilleuls 12,62 €",
        "DOCUMENT DE DÉMONSTRATION",
    ] {
        let Some((_, after)) = rest.split_once(words) else { panic!("« {words} » not in order in {rest}") };
        rest = after;
    }
}

#[test]
fn sets_a_deduction_in_and_amounts_to_the_right() {
    let boxes = file(&november()).ask("pdftotext", &["-bbox"], &["-"]);
    let edge = |word: &str, side: &str| -> Vec<f32> {
        let lines = boxes.lines().filter(|line| line.contains(&format!(">{word}<")));
        lines
            .map(|line| line.split(&format!("{side}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap())
            .collect()
    };
    let (act, taken) = (edge("Consultation,", "xMin")[0], edge("Participation", "xMin")[0]);
    assert!(taken > act + 8.0, "{taken} {act}");
    // The last column: every amount in it ends at one edge.
    let amounts: Vec<f32> = edge("€", "xMax").into_iter().filter(|right| *right > 500.0).collect();
    assert!(amounts.len() >= 6, "{amounts:?}");
    assert!(amounts.iter().all(|right| (right - amounts[0]).abs() < 0.5), "{amounts:?}");
}

#[test]
fn repeats_the_titles_of_columns_on_each_page() {
    let content = long(40);
    let file = file(&content);
    assert!(file.ask("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found"));
    let info = file.ask("pdfinfo", &[], &[]);
    let pages: usize = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap();
    assert!(pages >= 6, "{pages}");
    for page in 1..=pages {
        let number = page.to_string();
        let text = file.ask("pdftotext", &["-f", &number, "-l", &number], &["-"]);
        assert!(text.contains("Nature des prestations") && text.contains("Remboursé"), "page {page}: {text}");
        assert!(text.contains("DOCUMENT DE DÉMONSTRATION"), "page {page}");
    }
    let all = file.ask("pdftotext", &["-layout"], &["-"]);
    assert_eq!(all.matches("Réglé le 19 novembre").count(), 40);
    assert_eq!(all.matches("Dr Lenoir").count(), 40);
}

#[test]
fn a_person_does_not_stay_alone_at_the_foot_of_a_page() {
    for payments in 1..30 {
        let text = file(&long(payments)).ask("pdftotext", &["-layout"], &["-"]);
        for page in text.split('\u{c}') {
            let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let foot = lines.iter().position(|line| line.contains("DOCUMENT DE DÉMONSTRATION"));
            if let Some(last) = foot.and_then(|foot| lines.get(foot - 1)) {
                assert_ne!(*last, "Camille Morel", "{payments} payments");
            }
        }
    }
}

#[test]
fn has_a_header_across_the_columns_for_each_person() {
    let tree = file(&november()).ask("pdfinfo", &["-struct-text"], &[]);
    assert_eq!(tree.matches("Table (block)").count(), 2, "{tree}");
    assert_eq!(tree.matches("/ColSpan 6").count(), 2, "{tree}");
    assert_eq!(tree.matches("/Scope /Column").count(), 2 * 6 + 2, "{tree}");
}

#[test]
fn says_the_same_to_a_screen_reader_as_on_the_page() {
    let tree = words(&file(&november()).ask("pdfinfo", &["-struct-text"], &[]));
    for line in text(&november()) {
        for part in line.split([',', ':', '\u{a0}']).map(words).filter(|part| !part.is_empty()) {
            assert!(tree.contains(&part), "« {part} » is not on the page");
        }
    }
}

#[test]
fn mentions_deferred_deductions_and_third_parties_only_where_there_are_any() {
    let mut content = november();
    content.to_others.clear();
    content.received[0].people[0].deferred.clear();
    let said = text(&content).concat();
    assert!(!said.contains("pour information") && !said.contains("règlement suivant"));
    content.received.clear();
    assert!(text(&content).contains(&"Aucun règlement ne vous a été versé pendant cette période.".to_owned()));
}

#[test]
fn gives_the_same_bytes_for_the_same_payments() {
    let first = render(&november(), &Fonts::embedded().unwrap()).unwrap();
    assert_eq!(first, render(&november(), &Fonts::embedded().unwrap()).unwrap());
    assert_ne!(first, render(&long(2), &Fonts::embedded().unwrap()).unwrap());
}

/// A thousand different statements, each read back by the reader that the app shows documents with, in one run of a program
/// that checks them all.
#[test]
fn a_thousand_statements_open_without_a_warning() {
    let folder = tempfile::TempDir::new().unwrap();
    let fonts = Fonts::embedded().unwrap();
    for number in 0..1000_usize {
        let mut content = long(number % 3);
        for (at, payment) in content.received.iter_mut().enumerate() {
            payment.amount = Cents::new(i64::try_from(number * 137 + at).unwrap());
        }
        let bytes = render(&content, &fonts).unwrap();
        let read = lopdf::Document::load_mem(&bytes).unwrap();
        assert!(!read.get_pages().is_empty());
        // Every fiftieth by the strictest program that there is as well: a start of it takes longer than a statement.
        if number % 50 == 0 {
            let path = folder.path().join(format!("{number}.pdf"));
            std::fs::write(&path, &bytes).unwrap();
            let checked = std::process::Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
            assert!(checked.status.success() && checked.stderr.is_empty(), "{number}");
        }
    }
}

fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
