//! Leaves, files, processing times, long-term illnesses.

use anyhow::Result;

use crate::app::App;
use crate::person::Person;
use crate::service::Member;
use crate::steps::KeepCode;

/// From an open account with a leave that waits and one that was paid: leaves, the simulator, processing times.
async fn leaves(app: &App, person: &Person<'_>, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    person.go_beside_payments("Arrêts de travail").await?;
    person.find("heading", "Terminés et payés").await?;
    look(app, "leaves").await?;
    person.press("link", "Du 14 novembre 2026").await?;
    person.see("Votre caisse attend l’attestation de salaire").await?;
    look(app, "leave-blocked").await?;
    person.press("link", "Du 9 septembre 2026").await?;
    person.press("button", "Pourquoi 32,88 € par jour ?").await?;
    person.see("Divisés par 91,25").await?;
    look(app, "leave-paid").await?;
    person.press("link", "Simuler mes indemnités").await?;
    person.press("button", "Calculer").await?;
    person.see("Saisissez le salaire brut du mois").await?;
    look(app, "simulator-wrong").await?;
    person.press("radio", "Accident du travail ou maladie professionnelle").await?;
    person.fill("Premier jour de l’arrêt", "01/09/2026").await?;
    person.fill("Dernier jour de l’arrêt", "10/10/2026").await?;
    person.fill("Salaire brut du dernier mois avant l’arrêt", "2500").await?;
    person.press("button", "Calculer").await?;
    person.press("button", "Versement par versement, tous les 14 jours").await?;
    person.see("14 jours à 49,31 €").await?;
    look(app, "simulator").await?;
    person.press("link", "Délais de traitement").await?;
    person.find("heading", "Mes dossiers en cours").await?;
    look(app, "delays").await
}

/// From the first start: an account with leaves, one with a file and no leave, one with a long-term illness.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn dossiers(
    app: &App,
    [with_leaves, with_file, with_illness]: [&Member; 3],
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.enter(with_leaves, KeepCode::No).await?;
    leaves(app, &person, look).await?;
    enter_another(&person, with_file).await?;
    person.go_beside_payments("Arrêts de travail").await?;
    person.see("Aucun arrêt de travail").await?;
    look(app, "leaves-none").await?;
    person.press("link", "Accidents et maladies du travail").await?;
    person.find("heading", "Accidents et maladies du travail").await?;
    look(app, "files").await?;
    person.press("link", "Maladie professionnelle").await?;
    person.see("Répondre au questionnaire, au plus tard le").await?;
    look(app, "file").await?;
    enter_another(&person, with_illness).await?;
    person.go_to("Mes informations").await?;
    person.press("link", "Affection de longue durée (ALD)").await?;
    person.see("Ces informations sont confidentielles").await?;
    look(app, "ald-hidden").await?;
    person.press("button", "Afficher").await?;
    person.see("Diabète de type 2").await?;
    look(app, "ald").await
}

async fn enter_another(person: &Person<'_>, member: &Member) -> Result<()> {
    person.press("button", "Verrouiller").await?;
    person.find("button", "Déverrouiller").await?;
    if person.count("button", "Changer de personne").await? > 0 {
        person.press("button", "Changer de personne").await?;
    }
    person.press("button", "Ajouter un utilisateur").await?;
    person.try_to_sign_in(&member.nir, &member.code).await?;
    person.answer(KeepCode::No).await?;
    person.wait_until_up_to_date().await
}
