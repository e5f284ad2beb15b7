//! What is owed, and a payment by card that is under way. The sign-in is on the screen.

use anyhow::Result;

use crate::app::App;
use crate::browser::{AtBank, at_bank};
use crate::service::Member;
use crate::stage::Stage;
use crate::steps::KeepCode;

/// From the sign-in of a member who owes something to the debt that is paid.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn owing(
    stage: &Stage,
    app: &App,
    member: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.try_to_sign_in(&member.nir, &member.code).await?;
    person.answer(KeepCode::No).await?;
    person.wait_until_up_to_date().await?;
    person.go_beside_payments("Payer mes créances").await?;
    let detail = person.inside("region", "Payer mes créances");
    detail.see("À payer avant le").await?;
    look(app, "debts").await?;
    detail.press("button", "par carte").await?;
    detail.see("Paiement en cours").await?;
    look(app, "debts-under-way").await?;
    at_bank(&stage.shown_in_browser(1).await?, AtBank::Pay).await?;
    detail.see("Paiement accepté.").await?;
    detail.see("Rien à payer").await?;
    look(app, "debts-paid").await
}
