//! « Mes créances »: what the member owes the caisse, and paying it by card (P7).

mod list;
mod pay;

use protocol::debts::Debt;

use crate::store::{StoreError, Writer};

/// Takes a debt, or takes it away.
pub(crate) fn take_debt(writer: &Writer<'_>, id: &str, body: Option<&str>) -> Result<(), StoreError> {
    if let Some(body) = body {
        let debt: Debt = serde_json::from_str(body).map_err(|_| StoreError::Form("debt"))?;
        if debt.id.as_str() != id {
            return Err(StoreError::Form("debt"));
        }
    }
    writer.put_debt(id, body)
}
