//! The places of an open account, and their addresses in the window's history.

use insurance::ActKind;
use protocol::statements::StatementPeriod;
use protocol::{DocumentId, FileId, LeaveId, NotedId, PaymentId};

use crate::i18n::act_key;

/// A place to be in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The first screen.
    Home,
    /// The list of payments.
    Payments,
    /// One payment, beside the list where there is room.
    Payment(PaymentId),
    /// What was deducted, and for which care.
    Deductions,
    /// Spending and refunds, of one kind of care or of all.
    Charts(Option<ActKind>),
    /// Refunds that are expected.
    Expected,
    /// Noting care that was paid.
    NoteCare,
    /// One expected refund.
    ExpectedCare(NotedId),
    /// Looking for something.
    Search,
    /// What is to be sent to the complementary insurer.
    Forwarding,
    /// What the member owes the caisse.
    Debts,
    /// The list of leaves.
    Leaves,
    /// One leave, beside the list where there is room.
    Leave(LeaveId),
    /// What a leave would come to.
    Simulator,
    /// The list of files of work accidents and occupational diseases.
    Files,
    /// One of them, beside the list where there is room.
    File(FileId),
    /// How long the caisse takes.
    Delays,
    /// The list of documents.
    Documents,
    /// Making an « attestation de droits ».
    Attestation,
    /// The list of statements.
    Statements,
    /// One statement, before it is kept.
    Statement(StatementPeriod),
    /// One document.
    Document(DocumentId),
    /// « Mes informations ».
    Profile,
    /// A change to « Mes informations ».
    ProfileChange(Topic),
    /// Long-term illnesses.
    Ald,
    /// « Appareils et accès ».
    Access,
    /// « Réglages ».
    Settings,
    /// Closing the account for good.
    Close,
}

/// What can be changed in « Mes informations ».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Topic {
    /// The e-mail address.
    Email,
    /// The mobile number.
    Mobile,
    /// The landline number.
    Landline,
    /// Which promotional messages may come.
    Consents,
    /// The postal address.
    Address,
    /// The bank account.
    Bank,
    /// The numeric code.
    Code,
}

impl Topic {
    const ALL: [(&'static str, Self); 7] = [
        ("email", Self::Email),
        ("mobile", Self::Mobile),
        ("landline", Self::Landline),
        ("consents", Self::Consents),
        ("address", Self::Address),
        ("bank", Self::Bank),
        ("code", Self::Code),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, topic)| *topic)
    }

    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, topic)| *topic == self).map_or("", |(name, _)| name)
    }
}

/// The parts of the account that the navigation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    /// See [`Route::Home`].
    Home,
    /// See [`Route::Payments`].
    Payments,
    /// See [`Route::Search`].
    Search,
    /// See [`Route::Documents`].
    Documents,
    /// See [`Route::Profile`].
    Profile,
    /// See [`Route::Settings`].
    Settings,
}

impl Route {
    /// The place under an address; an unknown address leads home.
    pub(crate) fn parse(path: &str) -> Self {
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        if let Some(period) = path.strip_prefix("/documents/statements/").and_then(statement_period) {
            return Self::Statement(period);
        }
        if let Some(id) = path.strip_prefix("/payments/expected/") {
            return if id == "new" { Self::NoteCare } else { Self::ExpectedCare(NotedId::new(id)) };
        }
        if let Some(act) = path.strip_prefix("/payments/charts/") {
            return Self::Charts(act_named(act));
        }
        match (parts.next(), parts.next()) {
            (Some("payments"), None) => Self::Payments,
            (Some("payments"), Some("deductions")) => Self::Deductions,
            (Some("payments"), Some("charts")) => Self::Charts(None),
            (Some("payments"), Some("expected")) => Self::Expected,
            (Some("search"), _) => Self::Search,
            (Some("payments"), Some("forwarding")) => Self::Forwarding,
            (Some("payments"), Some("debts")) => Self::Debts,
            (Some("payments"), Some(id)) => Self::Payment(PaymentId::new(id)),
            (Some("leaves"), None) => Self::Leaves,
            (Some("leaves"), Some("simulator")) => Self::Simulator,
            (Some("leaves"), Some(id)) => Self::Leave(LeaveId::new(id)),
            (Some("files"), None) => Self::Files,
            (Some("files"), Some(id)) => Self::File(FileId::new(id)),
            (Some("delays"), _) => Self::Delays,
            (Some("documents"), None) => Self::Documents,
            (Some("documents"), Some("attestation")) => Self::Attestation,
            (Some("documents"), Some("statements")) => Self::Statements,
            (Some("documents"), Some(id)) => Self::Document(DocumentId::new(id)),
            (Some("profile"), Some("ald")) => Self::Ald,
            (Some("profile"), topic) => topic.and_then(Topic::named).map_or(Self::Profile, Self::ProfileChange),
            (Some("access"), _) => Self::Access,
            (Some("settings"), _) => Self::Settings,
            (Some("close"), _) => Self::Close,
            _ => Self::Home,
        }
    }

    /// Its address.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Home => "/".to_owned(),
            Self::Payments => "/payments".to_owned(),
            Self::Payment(id) => format!("/payments/{id}"),
            Self::Deductions => "/payments/deductions".to_owned(),
            Self::Charts(None) => "/payments/charts".to_owned(),
            Self::Charts(Some(act)) => format!("/payments/charts/{}", act_name(*act)),
            Self::Expected => "/payments/expected".to_owned(),
            Self::NoteCare => "/payments/expected/new".to_owned(),
            Self::ExpectedCare(id) => format!("/payments/expected/{id}"),
            Self::Search => "/search".to_owned(),
            Self::Forwarding => "/payments/forwarding".to_owned(),
            Self::Debts => "/payments/debts".to_owned(),
            Self::Leaves => "/leaves".to_owned(),
            Self::Leave(id) => format!("/leaves/{id}"),
            Self::Simulator => "/leaves/simulator".to_owned(),
            Self::Files => "/files".to_owned(),
            Self::File(id) => format!("/files/{id}"),
            Self::Delays => "/delays".to_owned(),
            Self::Ald => "/profile/ald".to_owned(),
            Self::Documents => "/documents".to_owned(),
            Self::Attestation => "/documents/attestation".to_owned(),
            Self::Statements => "/documents/statements".to_owned(),
            Self::Statement(StatementPeriod::Month { year, month }) => format!("/documents/statements/{year}-{month}"),
            Self::Statement(StatementPeriod::Year { year }) => format!("/documents/statements/{year}"),
            Self::Document(id) => format!("/documents/{id}"),
            Self::Profile => "/profile".to_owned(),
            Self::ProfileChange(topic) => format!("/profile/{}", topic.name()),
            Self::Access => "/access".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Close => "/close".to_owned(),
        }
    }

    /// The part of the account it belongs to.
    pub(crate) fn section(&self) -> Section {
        match self {
            Self::Home => Section::Home,
            Self::Payments
            | Self::Payment(_)
            | Self::Deductions
            | Self::Charts(_)
            | Self::Expected
            | Self::NoteCare
            | Self::ExpectedCare(_)
            | Self::Forwarding
            | Self::Debts
            | Self::Leaves
            | Self::Leave(_)
            | Self::Simulator
            | Self::Files
            | Self::File(_)
            | Self::Delays => Section::Payments,
            Self::Search => Section::Search,
            Self::Documents | Self::Attestation | Self::Statements | Self::Statement(_) | Self::Document(_) => {
                Section::Documents
            }
            Self::Profile | Self::ProfileChange(_) | Self::Ald | Self::Access => Section::Profile,
            Self::Settings | Self::Close => Section::Settings,
        }
    }

    /// The place that another one belongs to: a list for its details; itself for what the navigation names.
    pub(crate) fn list(&self) -> Self {
        match self {
            Self::Payment(_)
            | Self::Deductions
            | Self::Charts(_)
            | Self::Expected
            | Self::Forwarding
            | Self::Debts
            | Self::Leaves => Self::Payments,
            Self::NoteCare | Self::ExpectedCare(_) => Self::Expected,
            Self::Leave(_) | Self::Simulator | Self::Files | Self::Delays => Self::Leaves,
            Self::File(_) => Self::Files,
            Self::Attestation | Self::Statements | Self::Document(_) => Self::Documents,
            Self::Statement(_) => Self::Statements,
            Self::ProfileChange(_) | Self::Ald => Self::Profile,
            other => other.clone(),
        }
    }
}

/// « dental », as its words are named.
fn act_name(act: ActKind) -> &'static str {
    let key = act_key(act);
    key.split_once('.').map_or(key, |(_, name)| name)
}

fn act_named(name: &str) -> Option<ActKind> {
    ActKind::ALL.into_iter().find(|act| act_name(*act) == name)
}

/// « 2026-11 » or « 2026 ».
fn statement_period(text: &str) -> Option<StatementPeriod> {
    match text.split_once('-') {
        Some((year, month)) => Some(StatementPeriod::Month { year: year.parse().ok()?, month: month.parse().ok()? }),
        None => Some(StatementPeriod::Year { year: text.parse().ok()? }),
    }
}

#[cfg(test)]
#[path = "route_tests.rs"]
mod tests;
