//! The « attestation de droits »: who is insured, from when to when; an exemption only when it was asked for.

use insurance::{Rate, dates};
use jiff::civil::{Date, DateTime};

use crate::block::{Block, Column, Document, Role, Row, Table, Text};
use crate::party::{self, Caisse, Holder};
use crate::{Error, Fonts, paper, tagging};

/// What the attestation says. Texts are shown as they are; nothing is looked up.
#[derive(Clone)]
pub struct Content {
    /// The day on which it is made.
    pub made_on: Date,
    /// When the rights were last fetched from the caisse, device's local time; none when unknown.
    pub known_at: Option<DateTime>,
    /// Where the holder is insured.
    pub caisse: Caisse,
    /// The insured person whose account it is.
    pub holder: Holder,
    /// The persons attested, by rank: the whole family or one of them.
    pub beneficiaries: Vec<Beneficiary>,
    /// None unless the member asked for exemptions; then those of these beneficiaries, which may be none at all.
    pub exemptions: Option<Vec<Exemption>>,
}

/// A person attested.
#[derive(Clone)]
pub struct Beneficiary {
    /// 1 for the insured person, 2 to 19 for dependants.
    pub rank: u8,
    /// First and last name.
    pub name: String,
    /// Date of birth.
    pub birth_date: Date,
    /// Whether an attending doctor is declared; the name stays off the paper.
    pub attending_doctor: AttendingDoctor,
    /// First day of the rights.
    pub rights_from: Date,
    /// Last day; none for open-ended.
    pub rights_until: Option<Date>,
}

/// See [`Beneficiary::attending_doctor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttendingDoctor {
    /// A doctor is declared.
    Declared,
    /// None is.
    NotDeclared,
}

/// An exemption from the « ticket modérateur ».
#[derive(Clone)]
pub struct Exemption {
    /// Name of the beneficiary, as in [`Beneficiary::name`].
    pub beneficiary: String,
    /// The reason in French: « Affection de longue durée ».
    pub reason: String,
    /// Usually 100 %.
    pub rate: Rate,
    /// First day.
    pub from: Date,
    /// Last day; none for open-ended.
    pub until: Option<Date>,
}

/// The attestation as PDF: tagged, one page A4 for an ordinary family, more when it must be.
///
/// # Errors
/// See [`Error`]; no content causes one.
pub fn render(content: &Content, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let document = document(content);
    tagging::write(paper::lay_out(&document, fonts), fonts, document.title, content.made_on)
}

/// The same in words, in reading order: a line for each text and each person.
pub fn text(content: &Content) -> Vec<String> {
    document(content).text()
}

const TITLE: &str = "Attestation de droits";

fn document(content: &Content) -> Document {
    let Content { caisse, holder, .. } = content;
    let made_on = dates::french::long(content.made_on);
    let mut blocks = vec![
        Block::Text(Text::new(Role::Sender, caisse.name.clone())),
        Block::Space(14.0),
        Block::Text(Text::new(Role::Title, TITLE)),
        Block::Text(Text::new(Role::Body, format!("à l’assurance maladie, établie le {made_on}"))),
        Block::Reserved("Emplacement du code de vérification"),
        Block::Rule,
        Block::Space(18.0),
        party::block(caisse, holder),
        Block::Space(22.0),
        Block::Text(Text::new(Role::Heading, "Droits à l’assurance maladie")),
        Block::Space(6.0),
        Block::Table(rights(&content.beneficiaries)),
    ];
    if let Some(exemptions) = &content.exemptions {
        blocks.extend([
            Block::Space(22.0),
            Block::Text(Text::new(Role::Heading, "Exonération du ticket modérateur")),
            Block::Space(6.0),
            if exemptions.is_empty() {
                Block::Text(Text::new(Role::Body, "Aucune exonération pour les personnes ci-dessus."))
            } else {
                Block::Table(exemption_table(exemptions))
            },
        ]);
    }
    blocks.push(Block::Space(16.0));
    if let Some(known_at) = content.known_at {
        let (day, time) = (dates::french::long(known_at.date()), dates::french::time(known_at.time()));
        let known =
            format!("Établie sur l’appareil de la personne assurée, d’après les droits connus le {day} à {time}.");
        blocks.push(Block::Text(Text::new(Role::Note, known)));
    }
    Document { title: TITLE, blocks }
}

fn rights(beneficiaries: &[Beneficiary]) -> Table {
    let columns = columns([
        ("Rang", 0.08),
        ("Bénéficiaire", 0.29),
        ("Né(e) le", 0.14),
        ("Médecin traitant", 0.175),
        ("Droits", 0.315),
    ]);
    let row = |person: &Beneficiary| {
        let doctor = match person.attending_doctor {
            AttendingDoctor::Declared => "déclaré",
            AttendingDoctor::NotDeclared => "non déclaré",
        };
        Row::Cells(vec![
            format!("{:02}", person.rank),
            person.name.clone(),
            dates::numeric(person.birth_date),
            doctor.to_owned(),
            period(person.rights_from, person.rights_until),
        ])
    };
    Table { columns, rows: beneficiaries.iter().map(row).collect() }
}

fn exemption_table(exemptions: &[Exemption]) -> Table {
    let columns = columns([("Bénéficiaire", 0.29), ("Motif", 0.295), ("Taux", 0.1), ("Période", 0.315)]);
    let row = |exemption: &Exemption| {
        Row::Cells(vec![
            exemption.beneficiary.clone(),
            exemption.reason.clone(),
            exemption.rate.french(),
            period(exemption.from, exemption.until),
        ])
    };
    Table { columns, rows: exemptions.iter().map(row).collect() }
}

fn columns<const N: usize>(columns: [(&'static str, f32); N]) -> Vec<Column> {
    columns.into_iter().map(|(title, share)| Column::words(title, share)).collect()
}

fn period(from: Date, until: Option<Date>) -> String {
    let from = dates::numeric(from);
    match until {
        Some(until) => format!("du\u{a0}{from} au\u{a0}{}", dates::numeric(until)),
        None => format!("depuis le\u{a0}{from}"),
    }
}
