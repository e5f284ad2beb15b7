//! Devices and events of the service as they arrive.

use protocol::access::{AccessEvent, TrustedDevice};

use crate::store::{StoreError, Writer};

/// Takes a device, or takes it away: it is trusted no more.
pub(crate) fn take_device(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    if let Some(body) = body {
        let device: TrustedDevice = serde_json::from_str(body).map_err(|_| StoreError::Form("device"))?;
        if device.id.as_str() != id {
            return Err(StoreError::Form("device"));
        }
    }
    writer.put_device(id, body)
}

/// Takes an event, or takes it away: it is older than what is kept.
pub(crate) fn take_event(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    let Some(body) = body else { return writer.remove_event(id) };
    let event: AccessEvent = serde_json::from_str(body).map_err(|_| StoreError::Form("access event"))?;
    writer.put_event(id, event.at, body)
}
