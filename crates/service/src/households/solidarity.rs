//! The solidarity cover, and a family of eleven with a long name and a long address.

use insurance::Cents;
use insurance::allowances::Wages;
use insurance::deductions::{Exempt, ExemptReason};
use insurance::files::{Event, FileKind};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::profile::{Complementary, ExemptionReason};

use super::allowances::{Certificate, Leave, Subrogation};
use super::births::Births;
use super::documents;
use super::draft::Draft;
use super::files::File;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error};

/// Kevin and his two children, who pay nothing and from whom nothing is deducted.
pub(super) fn solidarity_cover(seed: u64, today: Date) -> Result<Account, Error> {
    let from = today.saturating_sub(5.months()).first_of_month();
    let until = from.saturating_add(1.year()).saturating_sub(1.days());
    let mut births = Births::new(seed, "lambert", today);
    let people = [
        births.man(("Kevin", "Lambert"), date(1997, 1, 6), "62498")?,
        births.man(("Enzo", "Lambert"), date(2018, 6, 26), "62498")?,
        births.woman(("Lina", "Lambert"), date(2021, 2, 8), "62498")?,
    ];
    // The cover was renewed each year; the account shows the present one.
    let first = from.saturating_sub(3.years());
    let people = people.map(|mut person| {
        person.exempt.push(Exempt { reason: ExemptReason::C2s, from: first, until: Some(until) });
        person.exempted(ExemptionReason::C2s, from, Some(until))
    });
    let address = ["Cité des Bruyères, entrée D", "62300 LENS"];
    let mut draft = Draft::new(Prng::new(seed, "kevin"), today, &address, "621", people.to_vec())?.declares_doctor();
    let name = "Complémentaire santé solidaire".to_owned();
    draft.complementary = vec![Complementary { name, transmission: true, from, until: Some(until) }];
    draft.lives_30_months(Pace::Usual);
    draft.sent.push(documents::decision(
        "Votre complémentaire santé solidaire",
        from.saturating_sub(20.days()),
        "La complémentaire santé solidaire vous est accordée pour un an, à vous et à vos enfants.",
    ));
    let hurt = today.saturating_sub(4.days());
    draft.is_on_leave(Leave {
        person: 0,
        from: hurt.saturating_add(1.days()),
        until: today.saturating_add(6.days()),
        wages: Wages::WorkAccident { month: Cents::new(184_000) },
        employer: "Entrepôts de la Gohelle",
        subrogation: Subrogation::None,
        certificate: Certificate::NotAskedYet,
    });
    let events = &[(1, Event::Declared), (3, Event::Complete)];
    draft.files.push(File { person: 0, kind: FileKind::WorkAccident, happened_on: hurt, events });
    draft.finish(8, "Complémentaire santé solidaire (C2S) ; accident du travail tout récent")
}

/// Marie-Antoinette and ten children.
pub(super) fn large_family(seed: u64, today: Date) -> Result<Account, Error> {
    const NAME: &str = "de Montferrand-Castelbajac de La Rochefoucière";
    let mut births = Births::new(seed, "montferrand", today);
    let mother = births.woman(("Marie-Antoinette Élisabeth", NAME), date(1983, 4, 4), "64445")?;
    let mut people = vec![mother];
    let children = [
        "Aliénor",
        "Bérengère",
        "Constance",
        "Domitille",
        "Eulalie",
        "Faustine",
        "Gersende",
        "Hermine",
        "Isaure",
        "Joséphine",
    ];
    // The eldest leaves the account at 18: all of them are younger.
    for (years, name) in (1..).zip(children.iter().rev()) {
        let born = today.saturating_sub((years * 19).months()).saturating_sub((years * 11).days());
        people.insert(1, births.woman((name, NAME), born, "64445")?);
    }
    let address = [
        "Château de La Rochefoucière",
        "Aile nord, deuxième étage",
        "Lieu-dit Les Grandes Bruyères",
        "Route départementale 934",
        "64000 PAU",
    ];
    let mut draft = Draft::new(Prng::new(seed, "large"), today, &address, "641", people)?.declares_doctor();
    draft.lives_30_months(Pace::Frequent);
    draft.finish(9, "Onze bénéficiaires, un long nom, une adresse de six lignes")
}
