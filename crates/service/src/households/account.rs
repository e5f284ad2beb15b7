//! All that the service keeps of a member, and the changes that say it.

use jiff::Timestamp;
use protocol::ald::Ald;
use protocol::allowances::Leave;
use protocol::debts::Debt;
use protocol::delays::ProcessingTimes;
use protocol::documents::ReceivedDocument;
use protocol::files::WorkFile;
use protocol::payments::Payment;
use protocol::profile::{Beneficiary, Profile};
use protocol::sync::{Change, kind};
use serde::Serialize;

use crate::people::Member;
use crate::store::access::Access;

/// A member's account.
pub(crate) struct Account {
    /// With what to sign in.
    pub(crate) member: Member,
    /// Their own information.
    pub(crate) profile: Profile,
    /// The member first.
    pub(crate) beneficiaries: Vec<Beneficiary>,
    /// Oldest first.
    pub(crate) payments: Vec<Payment>,
    /// Oldest first.
    pub(crate) debts: Vec<Debt>,
    /// With the bytes of each.
    pub(crate) documents: Vec<(ReceivedDocument, Vec<u8>)>,
    /// In no order.
    pub(crate) leaves: Vec<Leave>,
    /// Of work accidents and occupational diseases.
    pub(crate) files: Vec<WorkFile>,
    /// Long-term ones.
    pub(crate) illnesses: Vec<Ald>,
    /// How long the caisse takes.
    pub(crate) times: ProcessingTimes,
    /// How they get in.
    pub(crate) access: Access,
    /// Seconds since 1970, when their code is provisional.
    pub(crate) provisional_until: Option<i64>,
    /// When they were last there; never without an account.
    pub(crate) last_sign_in: Option<Timestamp>,
}

impl Account {
    /// E-mails go to this address, confirmed; or there is none.
    pub(crate) fn write_to(&mut self, email: Option<&str>) {
        let email = email.map(str::to_owned);
        self.access.email_confirmed = email.is_some();
        self.access.email.clone_from(&email);
        self.profile.email.clone_from(&email);
        self.member.email = email;
    }

    /// The account as the beginning of its sequence of changes. The newest payments come first, so that a first
    /// synchronisation shows recent months early.
    pub(crate) fn changes(&self) -> Result<Vec<Change>, serde_json::Error> {
        let people = self.beneficiaries.iter().map(|person| first(kind::BENEFICIARY, person.id.as_str(), person));
        let documents = self.documents.iter().map(|(sent, _)| first(kind::DOCUMENT, sent.id.as_str(), sent));
        let debts = self.debts.iter().map(|debt| first(kind::DEBT, debt.id.as_str(), debt));
        let payments = self.payments.iter().rev().map(|payment| first(kind::PAYMENT, payment.id.as_str(), payment));
        let leaves = self.leaves.iter().map(|leave| first(kind::LEAVE, leave.id.as_str(), leave));
        let files = self.files.iter().map(|file| first(kind::WORK_FILE, file.id.as_str(), file));
        let illnesses = self.illnesses.iter().map(|illness| first(kind::COVER, illness.id.as_str(), illness));
        let alone = [first(kind::PROFILE, "me", &self.profile), first(kind::PROCESSING_TIMES, "caisse", &self.times)];
        let dossiers = leaves.chain(files).chain(illnesses);
        alone.into_iter().chain(people).chain(documents).chain(debts).chain(dossiers).chain(payments).collect()
    }

    /// The bytes that the documents link to, by their hash.
    pub(crate) fn contents(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.documents
            .iter()
            .filter_map(|(sent, bytes)| Some((sent.content.as_ref()?.sha256.as_str(), bytes.as_slice())))
    }
}

fn first(kind: &str, id: &str, body: &impl Serialize) -> Result<Change, serde_json::Error> {
    let body = Some(serde_json::value::to_raw_value(body)?);
    Ok(Change { kind: kind.to_owned(), id: id.to_owned(), version: 1, body })
}
