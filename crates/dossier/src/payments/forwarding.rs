//! « Paiements à transmettre à votre complémentaire »: what the insurer did not get, and what the member sent themselves.

use insurance::Cents;
use jiff::ToSpan;
use jiff::civil::Date;
use protocol::ApiError;
use protocol::forwarding::{Forwarded, ForwardingPage, ToForward, Transmission, YEARS_TO_CLAIM};
use protocol::payments::{CareLine, Payment};
use protocol::sync::Tag;

use super::{Names, row};
use crate::dossier::Dossier;
use crate::store::{PaymentRecord, Reader, StoreError};

/// What is older than the time to claim is shown for another year: an insurer may still say yes.
const YEARS_SHOWN: i16 = YEARS_TO_CLAIM + 1;

impl Dossier {
    /// What the complementary insurer did not get.
    ///
    /// # Errors
    /// Those of every question to the store.
    pub async fn forwarding(&self) -> Result<ForwardingPage, ApiError> {
        let today = self.inner.around.clock.today();
        self.read(move |reader| page(reader, today)).await
    }

    /// Notes on this device, and nowhere else, that the member sent a payment to their insurer, or did not.
    ///
    /// # Errors
    /// `NotFound` for a payment that is not to be sent; `NoSpace`.
    pub async fn mark_forwarded(&self, forwarded: Forwarded) -> Result<(), ApiError> {
        let today = self.inner.around.clock.today();
        let on = forwarded.sent.then_some(today);
        let marked = self.write(move |writer| {
            let known = writer.reader().payment(&forwarded.payment)?.and_then(|payment| payment.transmission);
            let to_send = matches!(known, Some(Transmission::NotSent { .. }));
            if to_send {
                writer.put_forwarded(&forwarded.payment, on)?;
            }
            Ok(to_send)
        });
        if !marked.await? {
            return Err(ApiError::NotFound);
        }
        self.inner.notices.tell(&[Tag::Payments]);
        Ok(())
    }
}

fn page(reader: &Reader<'_>, today: Date) -> Result<ForwardingPage, StoreError> {
    let names = Names::of(&reader.all_people()?);
    let since = today.saturating_sub(YEARS_SHOWN.years());
    let found = reader.to_forward(since)?.into_iter();
    let told = found.filter_map(|(record, payment, on)| to_forward(record, &payment, on, &names, today));
    let (done, open) = told.partition(|one: &ToForward| one.forwarded_on.is_some());
    Ok(ForwardingPage { open, done, fetched: reader.complete_at()?.is_some() })
}

fn to_forward(
    record: PaymentRecord,
    payment: &Payment,
    forwarded_on: Option<Date>,
    names: &Names,
    today: Date,
) -> Option<ToForward> {
    let Some(Transmission::NotSent { insurer, because }) = payment.transmission.clone() else { return None };
    let claimable = today.saturating_sub(YEARS_TO_CLAIM.years());
    let late = lines(payment).any(|line| line.date < claimable);
    Some(ToForward { payment: row(record, names, today), insurer, because, left: left(payment), late, forwarded_on })
}

fn left(payment: &Payment) -> Cents {
    lines(payment).map(|line| line.paid - line.reimbursed).filter(|left| *left > Cents::ZERO).sum()
}

fn lines(payment: &Payment) -> impl Iterator<Item = &CareLine> {
    payment.beneficiaries.iter().flat_map(|part| &part.lines)
}

#[cfg(test)]
#[path = "forwarding_tests.rs"]
mod tests;
