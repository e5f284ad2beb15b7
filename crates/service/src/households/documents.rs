//! What the caisse sent: letters and decisions, as PDF. One of each account has lost its link.

use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;
use pdf::Fonts;
use pdf::letter::{self, Content as Letter};
use protocol::DocumentId;
use protocol::account::Caisse;
use protocol::documents::{DocumentKind, ReceivedDocument};

use super::Error;
use super::prng::Prng;
use crate::contents::describe;

/// A document before it is one.
pub(super) struct Sent {
    pub(super) kind: DocumentKind,
    pub(super) title: String,
    pub(super) on: Date,
    pub(super) paragraphs: Vec<String>,
    pub(super) link: Link,
}

/// Whether its content can be fetched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    Whole,
    Missing,
}

/// What everyone receives in time.
pub(super) fn usual(today: Date) -> Vec<Sent> {
    let year = today.year() - 1;
    let yearly = letter(
        &format!("Votre information annuelle {year}"),
        today.first_of_year().saturating_add(45.days()).min(today),
        &[
            &format!("Voici ce que l’assurance maladie a pris en charge pour vous en {year}."),
            "Le détail de chaque paiement se trouve dans votre compte, à la rubrique « Mes paiements ».",
        ],
    );
    vec![welcome(today.saturating_sub(30.months())), yearly, invitation(today.saturating_sub(11.months()))]
}

/// The first letter.
pub(super) fn welcome(on: Date) -> Sent {
    letter(
        "Bienvenue dans votre compte",
        on,
        &[
            "Votre compte est ouvert. Vous y trouvez vos remboursements, vos attestations et vos informations.",
            "Vos relevés ne vous sont plus envoyés par courrier : ils restent à votre disposition dans votre compte.",
        ],
    )
}

/// A letter whose link is missing.
pub(super) fn invitation(on: Date) -> Sent {
    let paragraph = "Un entretien de prévention vous est proposé, sans avance de frais.";
    Sent { link: Link::Missing, ..letter("Votre invitation à un bilan de prévention", on, &[paragraph]) }
}

/// A decision of the caisse.
pub(super) fn decision(title: &str, on: Date, paragraph: &str) -> Sent {
    Sent { kind: DocumentKind::Decision, ..letter(title, on, &[paragraph]) }
}

fn letter(title: &str, on: Date, paragraphs: &[&str]) -> Sent {
    let paragraphs = paragraphs.iter().map(ToString::to_string).collect();
    Sent { kind: DocumentKind::Letter, title: title.to_owned(), on, paragraphs, link: Link::Whole }
}

/// Prints what was sent by this caisse, newest last.
pub(super) fn make(
    sent: &[Sent],
    caisse: &Caisse,
    addressee: &[String],
    prng: &mut Prng,
) -> Result<Vec<(ReceivedDocument, Vec<u8>)>, Error> {
    let mut sent: Vec<_> = sent.iter().collect();
    sent.sort_by_key(|sent| sent.on);
    sent.into_iter()
        .map(|sent| {
            let bytes = print(sent, caisse, addressee)?;
            let content = (sent.link == Link::Whole).then(|| describe(&bytes));
            let (kind, title, issued_on) = (sent.kind, sent.title.clone(), sent.on);
            Ok((ReceivedDocument { id: DocumentId::new(prng.id()), kind, title, issued_on, content }, bytes))
        })
        .collect()
}

fn print(sent: &Sent, caisse: &Caisse, addressee: &[String]) -> Result<Vec<u8>, Error> {
    let letter = Letter {
        sender: vec![caisse.name.clone(), "Service de démonstration".to_owned()],
        addressee: addressee.to_vec(),
        place: addressee.last().map(|line| town(line)).unwrap_or_default(),
        written_on: sent.on,
        subject: sent.title.clone(),
        paragraphs: sent.paragraphs.clone(),
        signature: "Le service des assurés".to_owned(),
    };
    Ok(letter::render(&letter, fonts().ok_or(Error::Fonts)?)?)
}

/// « 31000 TOULOUSE » as « Toulouse ».
pub(crate) fn town(line: &str) -> String {
    let mut before = ' ';
    let name = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let capitalised = name.chars().flat_map(|c| {
        let inside = std::mem::replace(&mut before, c).is_alphabetic();
        if inside { c.to_lowercase().collect::<Vec<_>>() } else { vec![c] }
    });
    capitalised.collect()
}

/// The fonts of letters, read once.
pub(crate) fn fonts() -> Option<&'static Fonts> {
    FONTS.as_ref().ok()
}

static FONTS: LazyLock<Result<Fonts, pdf::Error>> = LazyLock::new(Fonts::embedded);
