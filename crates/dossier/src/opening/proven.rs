//! An opening whose identity FranceConnect has proven (A9): neither identity nor proof is asked for. The proof lives in
//! memory, for half an hour; the draft on the device says only that it is such an opening.

use insurance::Nir;
use jiff::civil::Date;
use protocol::franceconnect::ProvenPerson;
use protocol::opening::{OpeningAnswer, OpeningDraft, OpeningEntries, OpeningStep, OpeningWay};
use protocol::{ApiError, Secret};

use super::check::written_date;
use super::draft::UnderWay;
use crate::dossier::Dossier;

/// Who it is, and the service's word for it.
#[derive(Clone)]
pub(crate) struct ProvenIdentity {
    /// For the last request.
    pub(crate) opening: Secret,
    /// Who.
    pub(crate) person: ProvenPerson,
}

impl Dossier {
    /// Begins an opening, or goes on with the one that is there: what was typed of it stays.
    pub(crate) async fn begin_proven_opening(&self, identity: ProvenIdentity) -> Result<(), ApiError> {
        let mut own = self.under_way().await?;
        let before = own.identity.as_ref().map(|before| before.person.nir.expose().to_owned());
        if before.is_some_and(|before| before != identity.person.nir.expose()) {
            // Another person: nothing of the first one's is theirs.
            self.forget_draft(&mut own).await?;
        }
        own.identity = Some(identity);
        let draft = own.draft().cloned().unwrap_or_default();
        let step = match draft.step {
            OpeningStep::Identity | OpeningStep::Proof => OpeningStep::Terms,
            step => step,
        };
        self.keep_draft(&mut own, OpeningDraft { step, way: OpeningWay::FranceConnect, ..draft }).await
    }
}

impl UnderWay {
    /// Who chooses a code, as far as it is known.
    pub(super) fn chooser(&self, entries: &OpeningEntries) -> (Option<Date>, Option<Nir>) {
        match &self.identity {
            Some(identity) => (Some(identity.person.birth_date), Nir::parse(identity.person.nir.expose()).ok()),
            None => (written_date(&entries.birth_date), Nir::parse(&entries.nir).ok()),
        }
    }
}

/// FranceConnect is to be asked once more.
pub(super) fn prove_again(own: &mut UnderWay) -> OpeningAnswer {
    own.identity = None;
    OpeningAnswer::ProveAgain
}
