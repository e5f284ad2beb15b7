//! E-mails: composed for real, kept for the mailbox page, and handed over by SMTP when the service knows a server.

mod compose;
mod hand_over;
mod mailbox;
mod words;

use jiff::Timestamp;
use protocol::Secret;
use protocol::settings::Language;

pub(crate) use compose::Composed;
pub(crate) use hand_over::Server;
pub use hand_over::SmtpServer;
pub use mailbox::Mailed;
pub(crate) use mailbox::{__path_mailbox, __path_mailbox_json, __path_message, mailbox, mailbox_json, message};

use crate::post::Letter;
use crate::store::access;
use crate::store::mails::{self, HandOver};
use crate::{Error, State};

/// An e-mail to be written.
#[derive(Clone)]
pub(crate) struct Mail {
    /// An address as the member gave it.
    pub(crate) to: String,
    /// The member's.
    pub(crate) language: Language,
    /// What it is about.
    pub(crate) kind: Kind,
}

/// What an e-mail is about. Codes and links are in the e-mail and nowhere else.
#[derive(Clone)]
pub(crate) enum Kind {
    /// Six digits for signing in on a device that is not trusted.
    OneTimeCode { code: Secret },
    /// A link by which an address is confirmed.
    ConfirmEmail { link: Secret },
    /// The address is another account's already: only its owner is told.
    EmailTaken,
    /// A link by which a new code is chosen.
    RenewCode { link: Secret },
    /// A link by which an address takes the place of the one before.
    ChangeEmail { link: Secret },
    /// Another address was asked for: to the one that counts until then.
    EmailChanging,
    /// Another address has taken this one's place.
    EmailChanged,
    /// A telephone number was changed.
    PhoneChanged,
    /// Consents were given or taken back.
    ConsentsChanged,
    /// The postal address was changed.
    AddressChanged,
    /// Another bank account counts from then on.
    BankWaiting { at: Timestamp },
    /// The bank account stays.
    BankGivenUp,
    /// A code was replaced, in whatever way.
    CodeReplaced { at: Timestamp },
    /// A device was signed out from another one.
    DeviceEnded { at: Timestamp },
    /// The account is closed.
    AccountClosed { at: Timestamp },
}

impl State {
    /// Composes an e-mail and keeps it. It is handed over to the mail server beside the answer, which never waits
    /// for it; what fails is logged without the address.
    pub(crate) async fn send(&self, mail: Mail) -> Result<(), Error> {
        let now = self.clock().now();
        let composed = compose::compose(&mail, now)?;
        let (raw, server) = (composed.raw.clone(), self.mail_server().cloned());
        let state = if server.is_some() { HandOver::Waiting } else { HandOver::NoServer };
        let id = self.store(move |tx| mails::insert(tx, &composed, now.as_second(), state)).await?;
        if let Some(server) = server {
            let of = self.clone();
            tokio::spawn(async move {
                let outcome = server.hand_over(&mail.to, &raw).await;
                if let Err(error) = of.store(move |tx| mails::handed_over(tx, id, outcome)).await {
                    tracing::warn!(%error, "the outcome of handing an e-mail over could not be noted");
                }
            });
        }
        Ok(())
    }
}

impl State {
    /// Tells a member about a change, at the address that they confirmed. A notice that cannot be sent undoes nothing.
    pub(crate) async fn notify(&self, member: i64, kind: Kind) {
        let sent = async {
            let access = self.store(move |tx| access::of(tx, member)).await?;
            self.notify_at(&access, kind).await
        };
        if let Err(error) = sent.await {
            tracing::error!(%error, "a notice could not be sent");
        }
    }

    /// Tells a member something, if they confirmed an address.
    pub(crate) async fn notify_at(&self, access: &access::Access, kind: Kind) -> Result<(), Error> {
        match access.confirmed_email() {
            Some(to) => self.send(Mail { to: to.to_owned(), language: access.language, kind }).await,
            None => Ok(()),
        }
    }

    /// Whoever owns the account learns that its code was replaced: by e-mail, or by post when there is no address that
    /// they confirmed.
    pub(crate) async fn tell_code_replaced(&self, member: i64) -> Result<(), Error> {
        let access = self.store(move |tx| access::of(tx, member)).await?;
        match access.confirmed_email() {
            Some(to) => {
                let kind = Kind::CodeReplaced { at: self.clock().now() };
                self.send(Mail { to: to.to_owned(), language: access.language, kind }).await
            }
            None => self.post(member, Letter::code_replaced()).await,
        }
    }
}
