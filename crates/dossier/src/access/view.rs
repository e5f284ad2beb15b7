//! « Appareils et accès » as the screen shows it: devices, and what happened day by day from both sources.

use std::cmp::Reverse;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use protocol::access::{AccessDay, AccessEvent, AccessLog, AccessRow, DeviceRow, On, Source, TrustedDevice};
use protocol::{ApiError, DeviceId};

use crate::dossier::Dossier;
use crate::store::{Reader, StoreError};

/// Rows on the screen at most: a year of daily use, more or less.
const MOST: usize = 1000;

impl Dossier {
    /// « Appareils et accès ».
    ///
    /// # Errors
    /// When no account is open.
    pub async fn access_log(&self) -> Result<AccessLog, ApiError> {
        let zone = self.inner.around.clock.zone();
        let here = self.account().await?.profile().await.trust.map(|trust| trust.device);
        self.read(move |reader| log(reader, here.as_ref(), &zone)).await
    }
}

fn log(reader: &Reader<'_>, here: Option<&DeviceId>, zone: &TimeZone) -> Result<AccessLog, StoreError> {
    let local = |at: Timestamp| zone.to_datetime(at);
    let mut devices: Vec<DeviceRow> =
        reader.devices()?.into_iter().map(|device| device_row(device, here, &local)).collect();
    devices.sort_by_key(|device| (!device.here, Reverse(device.last_seen), Reverse(device.since)));
    let of_service = reader.events()?.into_iter().map(|event| AccessRow {
        at: local(event.at),
        what: event.what,
        count: event.count,
        source: Source::Service,
        on: place(&event, here),
    });
    let own = reader.own_events()?.into_iter().map(|(what, count, at)| AccessRow {
        at: local(at),
        what,
        count,
        source: Source::Device,
        on: On::Here,
    });
    let mut rows: Vec<AccessRow> = of_service.chain(own).collect();
    rows.sort_by_key(|row| Reverse(row.at));
    rows.truncate(MOST);
    Ok(AccessLog { devices, days: by_day(rows) })
}

fn device_row(device: TrustedDevice, here: Option<&DeviceId>, local: &impl Fn(Timestamp) -> DateTime) -> DeviceRow {
    DeviceRow {
        here: here == Some(&device.id),
        system: device.system,
        since: local(device.first_seen).date(),
        last_seen: local(device.last_seen).date(),
        id: device.id,
    }
}

fn place(event: &AccessEvent, here: Option<&DeviceId>) -> On {
    match &event.device {
        None => On::Unknown,
        Some(device) if here == Some(device) => On::Here,
        Some(_) => On::Elsewhere { system: event.system.unwrap_or_default() },
    }
}

fn by_day(rows: Vec<AccessRow>) -> Vec<AccessDay> {
    let mut days: Vec<AccessDay> = Vec::new();
    for row in rows {
        match days.last_mut() {
            Some(day) if day.date == row.at.date() => day.rows.push(row),
            _ => days.push(AccessDay { date: row.at.date(), rows: vec![row] }),
        }
    }
    days
}
