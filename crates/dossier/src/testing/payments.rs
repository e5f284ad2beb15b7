//! Invented payments and persons.

use insurance::{ActKind, Cents, DeductionKind, Rate};
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use protocol::account::Caisse;
use protocol::payments::{CareLine, CareRef, Deduction, Nature, PaidBeneficiary, Payee, Payment};
use protocol::profile::{Beneficiary, Consents, Profile};
use protocol::sync::Change;
use protocol::{BeneficiaryId, CareId, PaymentId};
use serde::Serialize;
use serde_json::value::to_raw_value;

/// A change that says this.
pub(crate) fn change(kind: &str, id: &str, version: u64, body: &impl Serialize) -> Change {
    Change { kind: kind.to_owned(), id: id.to_owned(), version, body: Some(to_raw_value(body).unwrap()) }
}

/// A change that takes away.
pub(crate) fn gone(kind: &str, id: &str, version: u64) -> Change {
    Change { kind: kind.to_owned(), id: id.to_owned(), version, body: None }
}

/// A payment of one consultation of 19.00 €.
pub(crate) fn payment(id: &str, paid_on: Date, person: &str) -> Payment {
    Payment {
        id: PaymentId::new(id),
        paid_on,
        nature: Nature::Care,
        amount: Cents::new(1900),
        payee: Payee::Member { account_end: "4471".to_owned() },
        beneficiaries: vec![PaidBeneficiary {
            beneficiary: BeneficiaryId::new(person),
            lines: vec![line(&format!("{id}-care"), paid_on)],
        }],
        deductions: vec![deduction(person, &format!("{id}-care"), paid_on, 200)],
        transmission: None,
    }
}

fn line(id: &str, date: Date) -> CareLine {
    CareLine {
        id: CareId::new(id),
        act: ActKind::Consultation,
        label: "Consultation".to_owned(),
        provider: Some("Dr Ferrand".to_owned()),
        date,
        until: None,
        quantity: 1,
        paid: Cents::new(3000),
        base: Cents::new(3000),
        rate: Rate::basis_points(7000),
        reimbursed: Cents::new(2100),
    }
}

pub(crate) fn deduction(person: &str, care: &str, on: Date, cents: i64) -> Deduction {
    Deduction {
        kind: DeductionKind::FlatContribution,
        beneficiary: BeneficiaryId::new(person),
        amount: Cents::new(cents),
        care: CareRef { id: CareId::new(care), act: ActKind::Consultation, provider: None, date: on },
    }
}

/// A person of the family.
pub(crate) fn person(id: &str, rank: u8, first_name: &str, born: Date) -> Beneficiary {
    Beneficiary {
        id: BeneficiaryId::new(id),
        rank,
        first_name: first_name.to_owned(),
        birth_name: "Morel".to_owned(),
        usage_name: None,
        nir: None,
        birth_date: born,
        birth_rank: 1,
        rights_from: date(2010, 1, 1),
        rights_until: None,
        exemption: None,
        attending_doctor: None,
        ceam: None,
        vitale: None,
    }
}

/// The member's own information, with the member among the persons as `member`.
pub(crate) fn profile() -> Profile {
    Profile {
        beneficiary: BeneficiaryId::new("member"),
        address: vec!["12 rue des Lilas".to_owned(), "31000 TOULOUSE".to_owned()],
        email: Some("camille@exemple.fr".to_owned()),
        mobile: None,
        landline: None,
        consents: Consents::default(),
        iban: None,
        bank: None,
        scheme: "01".to_owned(),
        scheme_name: "Régime général".to_owned(),
        caisse: Caisse {
            code: "311".to_owned(),
            name: "CPAM de la Haute-Garonne".to_owned(),
            department: "31".to_owned(),
            department_name: "Haute-Garonne".to_owned(),
        },
        centre: "0000".to_owned(),
        complementary: Vec::new(),
        last_connection: None,
        pending_email: None,
        pending_bank: None,
    }
}

/// Payments of three persons over three years, of every nature.
pub(crate) fn any_payment(id: String) -> impl Strategy<Value = Payment> {
    let people = vec(prop_oneof![Just("member"), Just("child"), Just("twin")], 0..4);
    let nature = prop_oneof![
        Just(Nature::Care),
        Just(Nature::ThirdParty),
        Just(Nature::DailyAllowance),
        Just(Nature::StatementEntry)
    ];
    (0_i64..1100, people, nature, 0_i64..100_000, any::<bool>()).prop_map(move |(day, people, nature, cents, mine)| {
        let paid_on = date(2024, 1, 1) + jiff::SignedDuration::from_hours(24 * day);
        let parts = people.iter().enumerate().map(|(number, person)| PaidBeneficiary {
            beneficiary: BeneficiaryId::new(*person),
            lines: vec![line(&format!("{id}-{number}"), paid_on)],
        });
        Payment {
            id: PaymentId::new(&*id),
            paid_on,
            nature,
            amount: Cents::new(cents),
            payee: if mine {
                Payee::Member { account_end: "4471".to_owned() }
            } else {
                Payee::Provider { name: "Pharmacie".to_owned() }
            },
            beneficiaries: parts.collect(),
            deductions: people.iter().map(|person| deduction(person, "earlier", paid_on, cents % 400)).collect(),
            transmission: None,
        }
    })
}
