//! The queries.

use anyhow::{Context, Result};
use insurance::ActKind;
use protocol::payments::{Nature, Payee};
use protocol::search::Place;

use super::truth::{Has, Truth, folded, stem, words};

/// What else is found.
#[derive(Clone, Debug)]
pub(super) enum Also {
    Place(Place),
    Document(&'static str),
    Person(&'static str),
    Provider(String),
    Act(ActKind),
    Corrected(&'static str),
}

/// What is typed, what every payment found must have, and what else is found.
pub(super) struct Row {
    pub(super) typed: String,
    pub(super) payments: Vec<Has>,
    pub(super) also: Vec<Also>,
}

const DOCTOR: &[ActKind] = &[ActKind::Consultation, ActKind::SpecialistConsultation];

fn act(kinds: &'static [ActKind], word: &str) -> Has {
    Has::Any(vec![Has::Act(kinds), Has::Word(word.to_owned())])
}

fn word(word: &str) -> Has {
    Has::Word(word.to_owned())
}

fn person(name: &'static str) -> Has {
    Has::Any(vec![Has::Person(name), Has::Word(name.to_lowercase())])
}

fn year(year: i16) -> Has {
    Has::Any(vec![Has::Year(year), Has::Euros(i64::from(year))])
}

fn month(number: i8, name: &str) -> Has {
    Has::Any(vec![Has::Month(number), word(name)])
}

fn row(typed: &str, payments: impl Into<Vec<Has>>) -> Row {
    Row { typed: typed.to_owned(), payments: payments.into(), also: Vec::new() }
}

impl Row {
    fn and(mut self, also: Also) -> Self {
        self.also.push(also);
        self
    }
}

/// All of them.
pub(super) fn queries(truth: &Truth) -> Result<Vec<Row>> {
    Ok([care(), people_and_days(), elsewhere(), own(truth)?].into_iter().flatten().collect())
}

fn care() -> Vec<Row> {
    use ActKind::{Biology, Dental, Hearing, Hospital, Medicine, Nursing, Optics, Physiotherapy, Radiology, Transport};
    vec![
        row("medecin", [act(DOCTOR, "medecin")]).and(Also::Act(ActKind::Consultation)),
        row("Médecin", [act(DOCTOR, "medecin")]),
        row("MEDECINS", [act(DOCTOR, "medecin")]),
        row("medcin", [Has::Act(DOCTOR)]).and(Also::Corrected("medecin")),
        row("docteur", [act(DOCTOR, "docteur")]),
        row("généraliste", [act(&[ActKind::Consultation], "generaliste")]),
        row("dentiste", [act(&[Dental], "dentiste")]).and(Also::Act(Dental)),
        row("dentistes", [act(&[Dental], "dentiste")]),
        row("dentsite", [Has::Act(&[Dental])]).and(Also::Corrected("dentiste")),
        row("dantiste", [Has::Act(&[Dental])]),
        row("couronne", [act(&[Dental], "couronne")]),
        row("pharmacie", [act(&[Medicine], "pharmacie")]).and(Also::Act(Medicine)),
        row("pharmcie", [act(&[Medicine], "pharmacie")]),
        row("farmacie", [act(&[Medicine], "pharmacie")]),
        row("medicaments", [act(&[Medicine], "medicament")]),
        row("médicament", [act(&[Medicine], "medicament")]),
        row("kiné", [act(&[Physiotherapy], "kine")]),
        row("kine", [act(&[Physiotherapy], "kine")]),
        row("kinesitherapeuthe", [Has::Act(&[Physiotherapy])]),
        row("lunettes", [act(&[Optics], "lunette")]),
        row("lunete", [act(&[Optics], "lunette")]),
        row("opticien", [act(&[Optics], "opticien")]),
        row("labo", [act(&[Biology], "labo")]),
        row("analyse", [act(&[Biology], "analyse")]),
        row("prise de sang", [act(&[Biology], "prise"), act(&[Biology], "sang")]),
        row("radio", [act(&[Radiology], "radio")]),
        row("echographie", [act(&[Radiology], "echographie")]),
        row("infirmière", [act(&[Nursing], "infirmiere")]),
        row("piqure", [act(&[Nursing], "piqure")]),
        row("hopital", [act(&[Hospital], "hopital")]),
        row("clinique", [act(&[Hospital], "clinique")]),
        row("taxi", [act(&[Transport], "taxi")]),
        row(
            "appareil auditif",
            [Has::Any(vec![Has::Act(&[Hearing, ActKind::Equipment]), word("appareil")]), act(&[Hearing], "auditif")],
        ),
        row(
            "tiers payant",
            [
                Has::Any(vec![Has::Nature(Nature::ThirdParty), word("tiers")]),
                Has::Any(vec![Has::Nature(Nature::ThirdParty), word("payant")]),
            ],
        ),
    ]
}

fn people_and_days() -> Vec<Row> {
    use ActKind::{Dental, Medicine, Optics, Physiotherapy};
    vec![
        row("monique", [person("Monique")]).and(Also::Person("Monique")),
        row("moniqe", [Has::Person("Monique")]).and(Also::Corrected("Monique")),
        row("Georges", [person("Georges")]).and(Also::Person("Georges")),
        row("perrin", [Has::Any(vec![Has::Person("Monique"), word("perrin")])]).and(Also::Person("Monique")),
        row("monique lunettes", [person("Monique"), act(&[Optics], "lunette")]),
        row("lunettes de monique", [person("Monique"), act(&[Optics], "lunette")]),
        row("kiné 2025", [act(&[Physiotherapy], "kine"), year(2025)]),
        row("georges dentiste 2008", [person("Georges"), act(&[Dental], "dentiste"), year(2008)]),
        row("pharmacie octobre 2025", [act(&[Medicine], "pharmacie"), Has::Of(2025, 10)]),
        row("octobre", [month(10, "octobre")]),
        row("oct 2026", [Has::Of(2026, 10)]),
        row("oct. 2026", [Has::Of(2026, 10)]),
        row("octobre 2026", [Has::Of(2026, 10)]),
        row("mars 2024", [Has::Of(2024, 3)]),
        row("2024 mars", [Has::Of(2024, 3)]),
        row("03/2024", [Has::Of(2024, 3)]),
        row("decembre 1999", [Has::Of(1999, 12)]),
        row("aout", [month(8, "aout")]),
        row("2025", [year(2025)]),
        row("1990", [year(1990)]),
        row("21", [Has::Euros(21)]),
    ]
}

fn elsewhere() -> Vec<Row> {
    vec![
        row("attestation de droits", [Has::Nothing]).and(Also::Place(Place::Attestation)),
        row("attestaton droit", [Has::Nothing]).and(Also::Place(Place::Attestation)),
        row("franchises", [Has::Nothing]).and(Also::Place(Place::Deductions)),
        row("relevés mensuels", [Has::Nothing]).and(Also::Place(Place::Statements)),
        row("graphique", [Has::Nothing]).and(Also::Place(Place::Charts)),
        row("simulateur", [Has::Nothing]).and(Also::Place(Place::Simulator)),
        row("ald", [Has::Nothing]).and(Also::Place(Place::Ald)),
        row("rib", [Has::Nothing]).and(Also::Place(Place::Bank)),
        row("changer mon code", [Has::Nothing]).and(Also::Place(Place::Code)),
        row("bienvenue", [Has::Nothing]).and(Also::Document("Bienvenue dans votre compte")),
        row("bilan prevention", [Has::Nothing]).and(Also::Document("Votre invitation à un bilan de prévention")),
        row("zzzyx", [Has::Nothing]),
        row("lunettes zzzyx", [Has::Nothing]),
    ]
}

/// What only the household itself can say: its own amounts, days and names.
fn own(truth: &Truth) -> Result<Vec<Row>> {
    let great = truth.payments.iter().max_by_key(|payment| payment.amount).context("no payment")?;
    let euros = great.amount.get() / 100;
    let thousands = format!("{} {:03}", euros / 1000, euros % 1000);
    let day = great.beneficiaries.first().and_then(|part| part.lines.first()).context("no line")?.date;
    let pharmacy = truth
        .payments
        .iter()
        .find_map(|payment| match &payment.payee {
            Payee::Provider { name } if name.starts_with("Pharmacie") => Some(name.clone()),
            _ => None,
        })
        .context("no pharmacy")?;
    let doctor = truth.payments.iter().flat_map(|payment| &payment.beneficiaries).flat_map(|part| &part.lines);
    let doctor = doctor.filter(|line| line.act == ActKind::Consultation).find_map(|line| line.provider.clone());
    let doctor = doctor.context("no doctor")?;
    let name = doctor.trim_start_matches("Dr ").to_owned();
    let labels = truth.payments.iter().flat_map(|payment| &payment.beneficiaries).flat_map(|part| &part.lines);
    let speciality = labels.filter(|line| line.act == ActKind::SpecialistConsultation).map(|line| &line.label).next();
    let speciality = speciality.and_then(|label| label.strip_prefix("Consultation ")).context("no specialist")?;
    anyhow::ensure!(euros >= 1000, "no amount of thousands");
    Ok(vec![
        row(speciality, [word(&folded(speciality))]),
        row(&thousands, [Has::Euros(euros)]),
        row(&great.amount.french(), [Has::Amount(great.amount)]),
        row(&great.amount.french().replace('\u{202f}', ""), [Has::Amount(great.amount)]),
        row(&insurance::dates::numeric(day), [Has::Day(day)]),
        row(&insurance::dates::french::long(day), [Has::Day(day)]),
        row(&pharmacy, pharmacy_words(&pharmacy)).and(Also::Provider(pharmacy.clone())),
        row(&name, [word(&folded(&name))]).and(Also::Provider(doctor.clone())),
        row(&format!("dr {}", folded(&name)), [act(DOCTOR, "dr"), word(&folded(&name))]).and(Also::Provider(doctor)),
    ])
}

fn pharmacy_words(name: &str) -> Vec<Has> {
    let said = words(name).filter(|word| !matches!(word.as_str(), "de" | "du" | "des" | "l" | "la"));
    said.map(|said| if said == "pharmacie" { act(&[ActKind::Medicine], "pharmacie") } else { word(stem(&said)) })
        .collect()
}
