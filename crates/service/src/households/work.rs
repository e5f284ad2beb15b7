//! A work accident, an invalidity, a person who works for herself, and one of a partner scheme.

use insurance::allowances::Wages;
use insurance::files::{Event, FileKind};
use insurance::reimbursement::MedicineClass;
use insurance::{ActKind, Cents};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use protocol::profile::ExemptionReason;

use super::allowances::{Certificate, Leave, Subrogation, each_month};
use super::births::Births;
use super::care::{Claim, Line, Worth, working_day};
use super::documents;
use super::draft::Draft;
use super::files::File;
use super::pensions::Pension;
use super::prng::Prng;
use super::rhythm::Pace;
use super::{Account, Error, tariffs};

/// Ibrahim, born in Mali, hurt at work.
pub(super) fn accident(seed: u64, today: Date) -> Result<Account, Error> {
    let hurt = today.saturating_sub(75.days());
    let ibrahim = Births::new(seed, "traore", today).man(("Ibrahim", "Traoré"), date(1982, 7, 1), "99335")?.exempted(
        ExemptionReason::WorkAccident,
        hurt,
        None,
    );
    let address = ["11 rue des Blés", "93200 SAINT-DENIS"];
    let mut draft = Draft::new(Prng::new(seed, "ibrahim"), today, &address, "931", vec![ibrahim])?.declares_doctor();
    draft.lives_30_months(Pace::Light);
    draft.is_on_leave(Leave {
        person: 0,
        from: hurt,
        until: today.saturating_sub(12.days()),
        wages: Wages::WorkAccident { month: Cents::new(250_000) },
        employer: "Chantiers de la Plaine",
        subrogation: Subrogation::None,
        certificate: Certificate::Sent,
    });
    let events = &[(2, Event::Declared), (4, Event::Complete), (28, Event::Recognised)];
    draft.files.push(File { person: 0, kind: FileKind::WorkAccident, happened_on: hurt, events });
    draft.sent.push(documents::decision(
        "Votre accident du travail est reconnu",
        hurt.saturating_add(28.days()),
        "Le caractère professionnel de votre accident est reconnu. Les soins qui s’y rapportent sont pris en charge.",
    ));
    draft.finish(8, "Né à l’étranger ; accident du travail")
}

/// Thierry, with an invalidity pension.
pub(super) fn invalidity(seed: u64, today: Date) -> Result<Account, Error> {
    let since = today.saturating_sub(34.months()).first_of_month();
    let thierry = Births::new(seed, "moulin", today).man(("Thierry", "Moulin"), date(1969, 10, 25), "80021")?.exempted(
        ExemptionReason::Invalidity,
        since,
        None,
    );
    let address = ["Lieu-dit Les Aulnes", "80000 AMIENS"];
    let mut draft = Draft::new(Prng::new(seed, "thierry"), today, &address, "801", vec![thierry])?.declares_doctor();
    draft.lives_30_months(Pace::Usual);
    let pension = Pension {
        act: ActKind::InvalidityPension,
        label: "Pension d’invalidité, catégorie 2",
        amount: Cents::new(81_240),
        months: 1,
    };
    draft.claims.extend(pension.claims(since, today));
    draft.sent.push(documents::decision(
        "Votre pension d’invalidité",
        since,
        "Une pension d’invalidité de deuxième catégorie vous est attribuée. Elle est versée chaque mois.",
    ));
    // He has a questionnaire to return.
    let events =
        &[(3, Event::Declared), (10, Event::Complete), (38, Event::Investigation), (47, Event::QuestionnaireReceived)];
    let happened_on = today.saturating_sub(60.days());
    draft.files.push(File { person: 0, kind: FileKind::OccupationalDisease, happened_on, events });
    draft.finish(10, "Pension d’invalidité ; maladie professionnelle à l’enquête")
}

/// Sophie, who works for herself, and her husband, who depends on her account.
pub(super) fn independent(seed: u64, today: Date) -> Result<Account, Error> {
    let mut births = Births::new(seed, "renard", today);
    let sophie = births.woman(("Sophie", "Vidal"), date(1976, 8, 8), "76540")?.called("Renard");
    let marc = births.man(("Marc", "Renard"), date(1974, 4, 27), "76540")?;
    let address = ["L’Atelier", "30 rue des Bons-Enfants", "76000 ROUEN"];
    let mut draft =
        Draft::new(Prng::new(seed, "sophie"), today, &address, "761", vec![sophie, marc])?.declares_doctor();
    draft.scheme_name = ("01", "Régime général, travailleurs indépendants");
    draft.lives(today.saturating_sub(30.months()).first_of_month(), today.saturating_sub(90.days()), Pace::Usual);
    three_deductions(&mut draft);
    draft.finish(9, "Travailleuse indépendante ; un paiement avec trois retenues pour deux personnes")
}

/// Nothing waits when this begins. Then both go where they advance nothing, and one repayment bears it all.
fn three_deductions(draft: &mut Draft) {
    let (sophie, marc, near, today) = (0, 1, draft.near.clone(), draft.today);
    let ago = |days: i64| working_day(today.saturating_sub(days.days()));
    let crown = Line::care(sophie, ActKind::Dental, "Couronne dentaire", &near.dentist, ago(70), Cents::new(12_000));
    draft.claims.push(Claim::repaid(7, vec![crown.paid(Cents::new(51_000))]).on(ago(50)));
    let analyses =
        Line::care(marc, ActKind::Biology, "Analyses médicales", &near.laboratory, ago(45), Cents::new(3780));
    draft.claims.push(Claim::third_party(5, vec![analyses]).on(ago(40)));
    let boxes =
        Line::care(marc, ActKind::Medicine, "Médicaments, vignette blanche", &near.pharmacy, ago(38), Cents::new(2316));
    draft.claims.push(Claim::third_party(3, vec![boxes.boxes(3, MedicineClass::Important)]).on(ago(34)));
    let seen =
        Line::care(sophie, ActKind::Consultation, "Consultation", &near.doctor, ago(26), tariffs::doctor(ago(26)));
    draft.claims.push(Claim::repaid(6, vec![seen]).on(ago(20)));
    let entry = Line {
        provider: None,
        paid: Cents::ZERO,
        worth: Worth::Fixed(Cents::new(1240)),
        ..Line::care(sophie, ActKind::StatementEntry, "Régularisation", "", ago(14), Cents::new(1240))
    };
    draft.claims.push(Claim::repaid(0, vec![entry]).on(ago(9)));
}

/// Antoine, of the scheme of the electric and gas industries.
pub(super) fn partner_scheme(seed: u64, today: Date) -> Result<Account, Error> {
    let mut births = Births::new(seed, "mercier", today);
    let antoine = births.man(("Antoine", "Mercier"), date(1980, 9, 3), "75113")?;
    let zoe = births.woman(("Zoé", "Mercier"), date(2012, 12, 21), "75113")?;
    let address = ["58 avenue de la Sœur-Rosalie", "75013 PARIS"];
    let mut draft =
        Draft::new(Prng::new(seed, "antoine"), today, &address, "751", vec![antoine, zoe])?.declares_doctor();
    draft.scheme_name = ("17", "CAMIEG");
    draft.lives_30_months(Pace::Usual);
    let leave = Leave {
        person: 0,
        from: today.saturating_sub(14.months()),
        until: today.saturating_sub(13.months()),
        wages: each_month(Cents::new(240_000)),
        employer: "Centrale des Peupliers",
        subrogation: Subrogation::None,
        certificate: Certificate::Sent,
    };
    draft.is_on_leave(leave);
    draft.finish(12, "Régime partenaire : CAMIEG")
}
