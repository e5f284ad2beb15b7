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

/// What everyone receives.
pub(super) fn usual(today: Date) -> Vec<Sent> {
    let year = today.year() - 1;
    vec![
        Sent {
            kind: DocumentKind::Letter,
            title: "Bienvenue dans votre compte".to_owned(),
            on: today.saturating_sub(30.months()),
            paragraphs: [
                "Votre compte est ouvert. Vous y trouvez vos remboursements, vos attestations et vos informations.",
                "Vos relevés ne vous sont plus envoyés par courrier : ils restent à votre disposition dans votre compte.",
            ]
            .map(str::to_owned)
            .to_vec(),
            link: Link::Whole,
        },
        Sent {
            kind: DocumentKind::Letter,
            title: format!("Votre information annuelle {year}"),
            on: today.first_of_year().saturating_add(45.days()).min(today),
            paragraphs: vec![
                format!("Voici ce que l’assurance maladie a pris en charge pour vous en {year}."),
                "Le détail de chaque paiement se trouve dans votre compte, à la rubrique « Mes paiements ».".to_owned(),
            ],
            link: Link::Whole,
        },
        Sent {
            kind: DocumentKind::Letter,
            title: "Votre invitation à un bilan de prévention".to_owned(),
            on: today.saturating_sub(11.months()),
            paragraphs: vec!["Un entretien de prévention vous est proposé, sans avance de frais.".to_owned()],
            link: Link::Missing,
        },
    ]
}

/// A decision of the caisse.
pub(super) fn decision(title: &str, on: Date, paragraph: &str) -> Sent {
    Sent {
        kind: DocumentKind::Decision,
        title: title.to_owned(),
        on,
        paragraphs: vec![paragraph.to_owned()],
        link: Link::Whole,
    }
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
    let fonts = FONTS.as_ref().map_err(|_| Error::Fonts)?;
    let letter = Letter {
        sender: vec![caisse.name.clone(), caisse.department_name.clone()],
        addressee: addressee.to_vec(),
        place: caisse.department_name.clone(),
        written_on: sent.on,
        subject: sent.title.clone(),
        paragraphs: sent.paragraphs.clone(),
        signature: "Le service des assurés".to_owned(),
    };
    Ok(letter::render(&letter, fonts)?)
}

/// Read once.
static FONTS: LazyLock<Result<Fonts, pdf::Error>> = LazyLock::new(Fonts::embedded);
