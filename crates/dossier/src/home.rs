//! The first screen of an open account.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use protocol::ApiError;
use protocol::home::{Home, MonthAmount};
use protocol::payments::OFFICIAL_MONTHS;

use crate::dossier::Dossier;
use crate::payments::{self, Names, first_of_month};
use crate::profile;
use crate::store::{Reader, StoreError};

/// « Mes derniers paiements ».
const LAST: u32 = 5;

impl Dossier {
    /// The first screen.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn home(&self) -> Result<Home, ApiError> {
        let today = self.inner.around.clock.today();
        let zone = self.inner.around.clock.zone();
        self.read(move |reader| home(reader, today, &zone)).await
    }
}

fn home(reader: &Reader<'_>, today: Date, zone: &TimeZone) -> Result<Home, StoreError> {
    let names = Names::of(&reader.all_people()?);
    let member = profile::member(reader)?;
    let last = reader.last_payments(LAST)?;
    let last_connection = reader.profile()?.and_then(|profile| profile.last_connection);
    Ok(Home {
        first_name: member.as_ref().map(|member| profile::usual_first_name(member).to_owned()).unwrap_or_default(),
        last_connection: last_connection.map(|at| zone.to_datetime(at)),
        last_payments: last.into_iter().map(|record| payments::row(record, &names, today)).collect(),
        received: received(reader, today)?,
        today,
        fetched: reader.complete_at()?.is_some(),
    })
}

/// The last six months, oldest first, those without a payment too.
fn received(reader: &Reader<'_>, today: Date) -> Result<Vec<MonthAmount>, StoreError> {
    let sums = reader.received_by_month(first_of_month(today, OFFICIAL_MONTHS - 1))?;
    let months = (0..OFFICIAL_MONTHS).rev().map(|before| first_of_month(today, before));
    let amounts = months.map(|first| {
        let name = first.strftime("%Y-%m").to_string();
        let amount = sums.iter().find(|(month, _)| *month == name).map(|(_, sum)| *sum).unwrap_or_default();
        MonthAmount { year: first.year(), month: first.month(), amount }
    });
    Ok(amounts.collect())
}
