//! A letter of the caisse.

use jiff::civil::date;
use pdf::Fonts;
use pdf::letter::{Content, render, text};

use crate::support::File;

fn letter(paragraphs: usize) -> Content {
    let lines = |lines: [&str; 3]| lines.map(String::from).to_vec();
    Content {
        sender: lines(["CPAM de la Haute-Garonne", "1 place de l’Exemple", "31000 TOULOUSE"]),
        addressee: lines(["Camille Morel", "12 rue des Tanneurs", "31000 TOULOUSE"]),
        place: "Toulouse".into(),
        written_on: date(2026, 11, 1),
        subject: "Votre attestation de salaire".into(),
        paragraphs: vec!["Nous avons bien reçu votre arrêt de travail et l’étudions. ".repeat(8); paragraphs],
        signature: "Le service des indemnités journalières".into(),
    }
}

#[test]
fn reads_in_order_and_is_tagged() {
    let file = File::new(&render(&letter(2), &Fonts::embedded().unwrap()).unwrap());
    assert!(file.ask("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found"));
    let tree = file.ask("pdfinfo", &["-struct-text"], &[]);
    let places: Vec<_> = [
        "CPAM de la",
        "Camille Morel",
        "Toulouse, le 1er novembre 2026",
        "Objet",
        "Nous avons",
        "Le service",
        "DOCUMENT DE",
    ]
    .iter()
    .map(|words| tree.find(words).unwrap_or_else(|| panic!("no « {words} » in {tree}")))
    .collect();
    assert!(places.is_sorted(), "{tree}");
    assert!(file.ask("pdfinfo", &[], &[]).contains("Tagged:          yes"));
    assert_eq!(text(&letter(2)).len(), 9);
}

#[test]
fn goes_on_to_further_pages() {
    let file = File::new(&render(&letter(20), &Fonts::embedded().unwrap()).unwrap());
    let info = file.ask("pdfinfo", &[], &[]);
    assert!(info.contains("Pages:           3"), "{info}");
    let last = file.ask("pdftotext", &["-f", "3"], &["-"]);
    assert!(last.contains("Page 3 sur 3") && last.contains("DOCUMENT DE DÉMONSTRATION"), "{last}");
}
