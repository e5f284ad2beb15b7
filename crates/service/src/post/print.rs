//! Printing a letter to a member, from their caisse, at the address that the caisse knows.

use jiff::Timestamp;
use pdf::letter::{self, Content};
use protocol::profile::Profile;
use protocol::sync::kind;

use crate::clock::in_paris;
use crate::households::{fonts, town};
use crate::store::letters::{self, Printed};
use crate::store::{self, changes};
use crate::{Error, State};

/// What a letter says.
pub(crate) struct Letter {
    /// Without « Objet ».
    pub(crate) subject: &'static str,
    /// In order.
    pub(crate) paragraphs: Vec<String>,
}

impl State {
    /// Prints a letter to this member and puts it into the outgoing post.
    pub(crate) async fn post(&self, member: i64, letter: Letter) -> Result<(), Error> {
        let now = self.clock().now();
        let profile = self.store(move |tx| changes::body(tx, member, kind::PROFILE, "me")).await?;
        let profile: Profile = serde_json::from_str(&profile.unwrap_or_default()).map_err(store::Error::from)?;
        let content = content(profile, now, letter);
        let printed = tokio::task::spawn_blocking(move || print(&content)).await??;
        self.store(move |tx| letters::insert(tx, member, &printed, now.as_second())).await
    }
}

/// A letter of the member's caisse, to their address.
pub(crate) fn content(profile: Profile, now: Timestamp, letter: Letter) -> Content {
    Content {
        sender: vec![profile.caisse.name, "Service de démonstration".to_owned()],
        place: profile.address.last().map(|line| town(line)).unwrap_or_default(),
        addressee: profile.address,
        written_on: in_paris(now).date(),
        subject: letter.subject.to_owned(),
        paragraphs: letter.paragraphs,
        signature: "Le service des assurés".to_owned(),
    }
}

/// Prints a letter.
pub(crate) fn print(content: &Content) -> Result<Printed, Error> {
    Ok(Printed {
        addressee: content.addressee.first().cloned().unwrap_or_default(),
        subject: content.subject.clone(),
        text: letter::text(content).join("\n"),
        pdf: letter::render(content, fonts().ok_or(pdf::Error::Font)?)?,
    })
}
