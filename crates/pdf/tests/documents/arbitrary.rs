//! Whatever a name or an address holds, there is a document.

use pdf::Fonts;
use pdf::attestation::{Content, render, text};
use pdf::party::Holder;
use proptest::prelude::*;

use crate::support::{File, family, person, single};

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = prop_oneof![
        any::<String>(),
        "\\PC{0,300}",
        "[a-z]{200,900}",
        Just("Zoé 🦀👩‍👩‍👧 \u{5e9}\u{644} \u{0}\t\n".to_owned())
    ];
    prop::collection::vec(text, 6)
}

fn content(texts: Vec<String>, people: u8) -> Content {
    let [name, nir, caisse, reason, line, other] = <[String; 6]>::try_from(texts).unwrap_or_default();
    let mut content = family();
    content.caisse.name = caisse;
    content.beneficiaries = (1..=people).map(|rank| person(rank, &name, 1990)).collect();
    content.exemptions.iter_mut().flatten().for_each(|exemption| exemption.reason.clone_from(&reason));
    content.holder = Holder { name, nir, address: vec![line, other] };
    content
}

#[test]
fn shows_a_box_for_a_character_that_the_font_lacks() {
    let mut content = single();
    content.holder.name = "Zoé 🦀 Morel".into();
    let file = File::new(&render(&content, &Fonts::embedded().unwrap()).unwrap());
    assert!(file.ask("pdftotext", &[], &["-"]).contains("Zoé \u{fffd} Morel"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn makes_a_sound_document_of_any_text(texts in texts(), people in 1..20_u8) {
        let content = content(texts, people);
        let fonts = Fonts::embedded().unwrap();
        let bytes = render(&content, &fonts).unwrap();
        prop_assert_eq!(&bytes, &render(&content, &fonts).unwrap());
        let file = File::new(&bytes);
        prop_assert!(file.ask("qpdf", &["--check"], &[]).contains("No syntax or stream encoding errors found"));
        prop_assert!(file.ask("pdfinfo", &["-struct"], &[]).contains("H1"));
        prop_assert!(text(&content).iter().any(|line| line.contains(&content.holder.name)));
    }
}
