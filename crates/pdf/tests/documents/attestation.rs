//! The attestation, from a single person to the extreme case.

use pdf::Fonts;
use pdf::attestation::{Content, render, text};

use crate::support::{File, extreme, family, person, single};

fn file(content: &Content) -> File {
    File::new(&render(content, &Fonts::embedded().unwrap()).unwrap())
}

fn pages(file: &File) -> usize {
    let info = file.ask("pdfinfo", &[], &[]);
    info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim().parse().unwrap()
}

#[test]
fn opens_without_a_warning() {
    for content in [single(), family(), extreme()] {
        let file = file(&content);
        assert!(file.ask("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found"));
    }
}

#[test]
fn says_what_it_is_and_is_tagged() {
    let info = file(&family()).ask("pdfinfo", &[], &[]);
    for line in
        ["Title:           Attestation de droits", "Tagged:          yes", "Pages:           1", "PDF version:     1.7"]
    {
        assert!(info.contains(line), "{line}\n{info}");
    }
    assert!(info.contains("Wed Nov 18 00:00:00 2026"), "{info}");
    assert!(info.contains("(A4)"), "{info}");
    let metadata = file(&family()).ask("pdfinfo", &["-meta"], &[]);
    assert!(metadata.contains("<pdfuaid:part>1</pdfuaid:part>"), "{metadata}");
    let catalog = file(&family()).ask("qpdf", &["--json"], &[]);
    assert!(catalog.contains("\"/Lang\": \"u:fr-FR\"") && catalog.contains("\"/DisplayDocTitle\": true"));
    assert!(!catalog.contains("GTS_PDFX"));
}

#[test]
fn embeds_two_subsettable_fonts_and_no_other() {
    let fonts = file(&family()).ask("pdffonts", &[], &[]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 2, "{fonts}");
    for row in rows {
        assert!(row.contains("AtkinsonHyperlegibleNext-") && row.contains("yes no  yes"), "{row}");
    }
}

#[test]
fn reads_in_order_with_its_accents() {
    let text = file(&family()).ask("pdftotext", &[], &["-"]).replace(['\u{a0}', '\u{202f}'], " ");
    let mut rest = text.as_str();
    for words in [
        "CPAM de la Haute-Garonne",
        "Attestation de droits",
        "à l’assurance maladie, établie le 18 novembre 2026",
        "Assuré(e)\nCamille Morel\n12 rue des Tanneurs\n31000 TOULOUSE",
        "Numéro de sécurité sociale\n1 84 07 31 555 012 34",
        "01 · 311 · 0000",
        "Inès Lefèvre-Morel",
        "03/05/1986",
        "depuis le 01/01/2026",
        "Noé Morel",
        "du 01/01/2026 au 31/12/2026",
        "Exonération du ticket modérateur",
        "Affection de longue durée",
        "100 %",
        "DOCUMENT DE DÉMONSTRATION",
        "Il ne prouve aucun droit",
        "Page 1 sur 1",
    ] {
        let Some((_, after)) = rest.split_once(words) else { panic!("« {words} » not in order in {rest}") };
        rest = after;
    }
}

#[test]
fn has_a_structure_for_assistive_technology() {
    let tree = file(&family()).ask("pdfinfo", &["-struct-text"], &[]);
    for element in [
        "Document",
        "H1 (block)\n    \"Attestation de droits\"",
        "H2",
        "Table",
        "TR",
        "TH",
        "/Scope /Column",
        "TD",
        "Figure",
    ] {
        assert!(tree.contains(element), "{element}\n{tree}");
    }
    assert_eq!(tree.matches("      TD").count(), 4 * 5 + 4, "{tree}");
    assert!(tree.contains("\"Assuré(e) Camille Morel 12 rue des Tanneurs 31000 TOULOUSE\""), "{tree}");
    assert!(!tree.contains("Page 1"), "{tree}");
}

#[test]
fn says_the_same_to_a_screen_reader_as_on_the_page() {
    let content = extreme();
    let tree = words(&file(&content).ask("pdfinfo", &["-struct-text"], &[]));
    for line in text(&content) {
        for part in line.split([',', ':', '\u{a0}']).map(words).filter(|part| !part.is_empty()) {
            assert!(tree.contains(&part), "« {part} » is not on the page");
        }
    }
}

#[test]
fn shows_an_exemption_only_when_asked() {
    assert!(!text(&single()).concat().contains("xonération"));
    let none = Content { exemptions: Some(Vec::new()), ..single() };
    assert!(text(&none).contains(&"Aucune exonération pour les personnes ci-dessus.".to_owned()));
    assert!(text(&family()).concat().contains("Affection de longue durée"));
}

#[test]
fn says_on_every_page_that_it_is_a_demonstration() {
    let file = file(&extreme());
    let count = pages(&file);
    assert!(count > 1);
    for page in 1..=count {
        let number = page.to_string();
        let text = file.ask("pdftotext", &["-f", &number, "-l", &number], &["-"]);
        assert!(text.contains("DOCUMENT DE DÉMONSTRATION"), "page {page}");
        assert!(text.contains(&format!("Page {page} sur {count}")), "page {page}");
        assert!(text.contains("Bénéficiaire"), "the table's header is repeated on page {page}");
    }
}

#[test]
fn keeps_a_family_of_six_on_one_page() {
    let beneficiaries = (1..=6).map(|rank| person(rank, "Inès Lefèvre-Morel", 1980 + 6 * i16::from(rank))).collect();
    assert_eq!(pages(&file(&Content { beneficiaries, ..family() })), 1);
}

#[test]
fn overlaps_nothing_and_cuts_nothing() {
    for content in [single(), family(), extreme()] {
        let boxes = file(&content).ask("pdftotext", &["-bbox"], &["-"]);
        for page in boxes.split("<page").skip(1) {
            let words: Vec<[f32; 4]> = page.lines().filter_map(bounds).collect();
            assert!(words.len() > 10);
            for (at, one) in words.iter().enumerate() {
                assert!(one[0] >= 55.0 && one[2] <= 541.0 && one[1] >= 30.0 && one[3] <= 830.0, "cut: {one:?}");
                for other in words.iter().skip(at + 1) {
                    let apart = one[2] <= other[0] + 0.1
                        || other[2] <= one[0] + 0.1
                        || one[3] <= other[1] + 0.1
                        || other[3] <= one[1] + 0.1;
                    assert!(apart, "{one:?} and {other:?} overlap");
                }
            }
        }
    }
}

#[test]
fn gives_the_same_bytes_for_the_same_content() {
    let fonts = Fonts::embedded().unwrap();
    let first = render(&family(), &fonts).unwrap();
    assert_eq!(first, render(&family(), &fonts).unwrap());
    assert_eq!(first, render(&family(), &Fonts::embedded().unwrap()).unwrap());
    assert_ne!(first, render(&single(), &fonts).unwrap());
}

#[test]
fn stays_under_40_kilobytes() {
    for content in [single(), family(), extreme()] {
        let bytes = render(&content, &Fonts::embedded().unwrap()).unwrap();
        assert!(bytes.len() < 40_000, "{} bytes", bytes.len());
    }
}

fn words(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Left, top, right, bottom of a word.
fn bounds(line: &str) -> Option<[f32; 4]> {
    line.contains("<word").then(|| ["xMin", "yMin", "xMax", "yMax"].map(|name| attribute(line, name)))
}

fn attribute(line: &str, name: &str) -> f32 {
    let start = line.split(&format!("{name}=\"")).nth(1).unwrap_or_default();
    start.split('"').next().and_then(|value| value.parse().ok()).unwrap_or(f32::NAN)
}
