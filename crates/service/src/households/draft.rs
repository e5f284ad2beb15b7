//! An account in the making: its people, what happened to them, and at last all that the service keeps of it.

use insurance::Iban;
use insurance::parameters::Scheme;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use protocol::account::Caisse;
use protocol::debts::{Debt, DebtState};
use protocol::profile::{Complementary, Consents, Profile};
use protocol::{AldId, FileId, LeaveId};

use super::allowances::Leave;
use super::caisse::Settled;
use super::care::Claim;
use super::documents::{self, Sent};
use super::files::{self, File, Illness};
use super::neighbourhood::Neighbourhood;
use super::person::Person;
use super::prng::Prng;
use super::rhythm::{self, Pace};
use super::{Account, Error, caisse, home};
use crate::people::Member;
use crate::store::access::Access;

/// The member first, then the others of the account by rank.
pub(super) struct Draft {
    pub(super) prng: Prng,
    pub(super) today: Date,
    pub(super) people: Vec<Person>,
    pub(super) near: Neighbourhood,
    pub(super) scheme: Scheme,
    pub(super) scheme_name: (&'static str, &'static str),
    pub(super) complementary: Vec<Complementary>,
    pub(super) claims: Vec<Claim>,
    pub(super) sent: Vec<Sent>,
    /// Days on which the caisse claims what no payment could bear.
    pub(super) claimed_on: Vec<Date>,
    pub(super) files: Vec<File>,
    pub(super) illnesses: Vec<Illness>,
    leaves: Vec<Leave>,
    address: Vec<String>,
    caisse: Caisse,
    iban: Iban,
    bank: String,
    /// Apart, so that codes stay when a household's life changes.
    codes: Prng,
}

impl Draft {
    /// An account of the general scheme at this address and caisse.
    pub(super) fn new(
        mut prng: Prng,
        today: Date,
        address: &[&str],
        caisse: &str,
        people: Vec<Person>,
    ) -> Result<Self, Error> {
        let codes = prng.branch("code");
        let near = Neighbourhood::new(&mut prng);
        let (iban, bank) = home::account(&mut prng, None)?;
        let mutual = prng.pick(MUTUALS).copied().unwrap_or_default();
        let joined = today.saturating_sub(prng.between(400, 2500).days());
        let complementary = Complementary { name: mutual.to_owned(), transmission: true, from: joined, until: None };
        Ok(Self {
            today,
            people,
            near,
            scheme: Scheme::General,
            scheme_name: ("01", "Régime général"),
            complementary: vec![complementary],
            claims: Vec::new(),
            sent: documents::usual(today),
            claimed_on: Vec::new(),
            files: Vec::new(),
            illnesses: Vec::new(),
            leaves: Vec::new(),
            address: address.iter().map(ToString::to_string).collect(),
            caisse: home::caisse(caisse)?,
            iban,
            bank,
            codes,
            prng,
        })
    }

    /// The account number ends with these two digits and this key.
    pub(super) fn account_ending(mut self, digits: &str, key: &str) -> Result<Self, Error> {
        (self.iban, self.bank) = home::account(&mut self.prng, Some((digits, key)))?;
        Ok(self)
    }

    /// Everyone over 16 has declared the household's doctor.
    pub(super) fn declares_doctor(mut self) -> Self {
        for person in self.people.iter_mut().filter(|person| person.age(self.today) >= 16) {
            person.attending_doctor = Some(self.near.doctor.clone());
        }
        self
    }

    /// Insurers get nothing from the caisse: the member sends it.
    pub(super) fn without_transmission(&mut self) {
        for insurer in &mut self.complementary {
            insurer.transmission = false;
        }
    }

    /// Ordinary care between two days.
    pub(super) fn lives(&mut self, from: Date, until: Date, pace: Pace) {
        self.claims.extend(rhythm::claims(&self.people, &self.near, from, until, pace, &mut self.prng));
    }

    /// Ordinary care for the last 30 months.
    pub(super) fn lives_30_months(&mut self, pace: Pace) {
        self.lives(self.today.saturating_sub(30.months()).first_of_month(), self.today, pace);
    }

    /// Somebody is on leave, and is paid for it once the certificate came.
    pub(super) fn is_on_leave(&mut self, leave: Leave) {
        self.claims.extend(leave.claims());
        self.leaves.push(leave);
    }

    /// Makes the account. What is to be paid after today has not happened yet.
    pub(super) fn finish(mut self, code_length: usize, about: &str) -> Result<Account, Error> {
        let member = self.people.first().ok_or(Error::NoMember)?.clone();
        // Apart, so that payments stay when a household's leaves and files change.
        let (mut names, today, people) = (self.codes.branch("dossiers"), self.today, &self.people);
        let leaves = self
            .leaves
            .iter()
            .filter_map(|leave| Some(leave.as_of(today, LeaveId::new(names.id()), people.get(leave.person)?)));
        let leaves = leaves.collect();
        let files = self
            .files
            .iter()
            .filter_map(|file| Some(file.as_of(today, FileId::new(names.id()), people.get(file.person)?)));
        let files = files.collect();
        let illnesses = self
            .illnesses
            .iter()
            .filter_map(|illness| Some(illness.known_as(AldId::new(names.id()), people.get(illness.person)?)));
        let illnesses = illnesses.collect();
        let times = files::times(&self.caisse, today);
        let mut claims = std::mem::take(&mut self.claims);
        claims.retain(|claim| claim.paid_on <= self.today);
        let (scheme, account_end) = (self.scheme, self.iban.last_4());
        let returned = self.prng.branch("transmission");
        let caisse = caisse::Caisse {
            prng: &mut self.prng,
            people: &self.people,
            scheme,
            account_end,
            insurers: &self.complementary,
            returned,
            claimed_on: &self.claimed_on,
        };
        let Settled { payments, debts } = caisse.settle(claims);
        let [earlier, last_sign_in] = [(20, 40), (2, 9)].map(|(low, high)| self.connection(low, high));
        let address: Vec<_> = std::iter::once(member.full_name()).chain(self.address.iter().cloned()).collect();
        let documents = documents::make(&self.sent, &self.caisse, &address, &mut self.prng)?;
        let mail = format!("{}.{}@exemple.fr", plain(member.first_name()), plain(member.birth_name));
        Ok(Account {
            access: Access::open(member.birth_date, Some(mail.clone())),
            provisional_until: None,
            member: Member {
                name: member.full_name(),
                nir: member.nir.body().to_owned(),
                key: format!("{:02}", member.nir.key()),
                code: self.codes.digits(code_length),
                birth_date: member.birth_date,
                email: Some(mail.clone()),
                about: about.to_owned(),
            },
            // Telephone numbers are of the ranges that ARCEP keeps for fiction.
            profile: Profile {
                beneficiary: member.id.clone(),
                address,
                email: Some(mail),
                mobile: Some(format!("063998{}", self.prng.digits(4))),
                landline: self.prng.percent(40).then(|| format!("053649{}", self.prng.digits(4))),
                consents: Consents { email: self.prng.percent(30), phone: false, sms: self.prng.percent(20) },
                iban: Some(self.iban.as_str().to_owned()),
                bank: Some(self.bank),
                scheme: self.scheme_name.0.to_owned(),
                scheme_name: self.scheme_name.1.to_owned(),
                caisse: self.caisse,
                centre: "0000".to_owned(),
                complementary: self.complementary,
                last_connection: Some(earlier),
                pending_email: None,
                pending_bank: None,
            },
            beneficiaries: (1..).zip(&self.people).map(|(rank, person)| person.beneficiary(rank, self.today)).collect(),
            payments,
            debts: paid_but_last(debts),
            documents,
            leaves,
            files,
            illnesses,
            times,
            last_sign_in: Some(last_sign_in),
        })
    }

    /// Some days ago, at an hour when people are awake.
    fn connection(&mut self, low: i64, high: i64) -> Timestamp {
        let day = self.today.saturating_sub(self.prng.between(low, high).days());
        let minutes = self.prng.between(7 * 60, 21 * 60);
        let at = day.to_zoned(TimeZone::UTC).map(|midnight| midnight.timestamp()).unwrap_or_default();
        at.saturating_add(minutes.minutes()).unwrap_or(at)
    }
}

/// Debts before the last one were paid in time.
fn paid_but_last(mut debts: Vec<Debt>) -> Vec<Debt> {
    let earlier = debts.len().saturating_sub(1);
    for debt in debts.iter_mut().take(earlier) {
        let on = debt.notified_on.saturating_add(12.days());
        debt.state = DebtState::Paid { on, reference: format!("CB-{}", debt.reference) };
    }
    debts
}

const MUTUALS: &[&str] =
    &["Mutuelle des Tilleuls", "Harmonie du Val", "Solidaire Santé", "Mutuelle de l’Estuaire", "Prévoyance du Midi"];

/// A name as it stands in an e-mail address.
fn plain(name: &str) -> String {
    let fold = |c: char| match c {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'û' | 'ü' | 'ù' => 'u',
        'ç' => 'c',
        ' ' | '’' => '-',
        other => other,
    };
    name.to_lowercase().chars().map(fold).collect()
}
