//! Long-term illnesses: confidential. Nothing else asks for them, and nothing of them is in any other answer.

use insurance::ald::{cover, renew_from};
use jiff::civil::Date;
use protocol::ApiError;
use protocol::ald::{Ald, AldPage, AldView};

use crate::dossier::Dossier;
use crate::payments::Names;
use crate::store::{Reader, StoreError};

impl Dossier {
    /// The long-term illnesses of the account, because the member asked to see them.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn ald(&self) -> Result<AldPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, today)).await
    }
}

fn page(reader: &Reader<'_>, today: Date) -> Result<AldPage, StoreError> {
    let mut known: Vec<Ald> = reader.things()?;
    known.sort_by(|one, other| (&one.beneficiary, one.from).cmp(&(&other.beneficiary, other.from)));
    let names = Names::of(&reader.all_people()?);
    let illnesses = known.into_iter().map(|ald| AldView {
        name: names.people([&ald.beneficiary]).pop().map(|person| person.name).unwrap_or_default(),
        cover: cover(ald.from, ald.until, today),
        renew_from: renew_from(ald.until),
        ald,
    });
    Ok(AldPage { illnesses: illnesses.collect(), today, fetched: reader.complete_at()?.is_some() })
}
