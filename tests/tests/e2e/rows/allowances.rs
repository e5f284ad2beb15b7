//! Leaves: where each stands and what blocks it, the allowances paid for it, and what a leave would come to.

use tests::{App, KeepCode, Outcome, Person, Stage};

use super::CAMILLE;

#[tokio::test]
async fn p11_says_where_each_leave_stands_and_what_blocks_it_without_a_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            open_leaves(app).await?;
            let list = person.inside("region", "Arrêts de travail");
            list.see(
                "Du 14 novembre 2026 au 28 novembre 2026 Camille · Maladie · 15 jours Attestation de salaire attendue",
            )
            .await?;
            list.see("Du 9 septembre 2026 au 25 septembre 2026 Camille · Maladie · 17 jours Indemnités versées")
                .await?;
            list.press("link", "Du 14 novembre 2026").await?;
            let leave = person.inside("region", "Arrêt de travail");
            leave.see("Votre caisse attend l’attestation de salaire").await?;
            leave.see("Demandez à votre employeur (Imprimerie des Minimes)").await?;
            leave.see("Avis d’arrêt reçu Le 16 novembre 2026").await?;
            leave.see("Attestation de salaire attendue Depuis le 17 novembre 2026").await?;
            leave.see("Indemnité calculée À venir").await?;
            leave.not_see("Montant net").await?;
            person.press_until_seen("button", "Mettre à jour", "Hors ligne.").await?;
            leave.see("Votre caisse attend l’attestation de salaire").await
        })
        .await
}

#[tokio::test]
async fn p11_says_that_a_computed_leave_will_be_paid_on_a_day() -> Outcome {
    let stage = Stage::new().await?;
    let lucas = stage.member_with("pas encore payé").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&lucas, KeepCode::Yes).await?;
            let leave = open_leave(app, "Du 7 novembre 2026").await?;
            leave.see("Votre indemnité est calculée").await?;
            leave.see("Prochain versement annoncé : le 24 novembre 2026.").await?;
            leave.see("Indemnités versées À venir").await
        })
        .await
}

#[tokio::test]
async fn p9_shows_periods_days_unit_amount_and_levies_tied_to_the_payment() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            let leave = open_leave(app, "Du 9 septembre 2026").await?;
            leave.see("429,48 € Versés pour 14 jours").await?;
            leave.see("14 jours à 32,88 € Du 12 septembre 2026 au 25 septembre 2026").await?;
            leave.see("Montant brut 460,32 €").await?;
            leave.see("CSG, 6,2 % −28,54 €").await?;
            leave.see("CRDS, 0,5 % −2,30 €").await?;
            leave.see("Montant net 429,48 €").await?;
            leave.press("button", "Pourquoi 32,88 € par jour ?").await?;
            leave.see("Salaires bruts des trois mois d’avant 6 000,00 €").await?;
            leave.see("Indemnité d’un jour, 50 % Plafond d’un jour : 41,95 € 32,88 €").await?;
            leave.press("link", "Voir le paiement du 28 septembre 2026").await?;
            person.inside("region", "Paiement").see("Versé 429,48 €").await
        })
        .await
}

#[tokio::test]
async fn p9_says_when_the_employer_receives_the_allowances() -> Outcome {
    let stage = Stage::new().await?;
    let ines = stage.member_with("subrogation").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&ines, KeepCode::Yes).await?;
            let leave = open_leave(app, "Du 13 juillet 2026").await?;
            leave.see("Versés à votre employeur, Ateliers du Canal, pour 38 jours").await?;
            leave.see("maintient votre salaire et reçoit les indemnités à votre place").await?;
            leave.see("En tout, 38 jours").await?;
            leave.press("link", "Voir le paiement du").await?;
            person.inside("region", "Paiement").see("à votre employeur, Ateliers du Canal").await
        })
        .await
}

#[tokio::test]
async fn p9_simulates_a_leave_with_its_arithmetic_and_says_what_it_does_not_know() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            open_leaves(app).await?;
            person.press("link", "Simuler mes indemnités").await?;
            let form = person.inside("region", "Simuler mes indemnités");
            form.see("Ce que ce calcul ne sait pas").await?;
            form.fill("Premier jour de l’arrêt", "09/09/2026").await?;
            form.fill("Dernier jour de l’arrêt", "01/09/2026").await?;
            form.fill("Salaire brut du dernier mois avant l’arrêt", "2 000,00").await?;
            form.fill("Salaire brut du mois précédent", "deux mille").await?;
            form.press("button", "Calculer").await?;
            form.see("Écrivez le salaire ainsi").await?;
            form.see("Saisissez le salaire brut du mois").await?;
            form.fill("Salaire brut du mois précédent", "2000").await?;
            form.fill("Salaire brut du mois encore avant", "2000").await?;
            form.press("button", "Calculer").await?;
            form.see("Le premier jour doit précéder le dernier.").await?;
            form.fill("Dernier jour de l’arrêt", "25/09/2026").await?;
            form.press("button", "Calculer").await?;
            let result = person.inside("region", "Ce que cet arrêt donnerait");
            result.see("429,48 € Net, pour 14 jours indemnisés.").await?;
            result.see("Salaires bruts des trois mois d’avant 6 000,00 €").await?;
            result.see("Les 3 premiers jours, de carence, ne sont pas payés.").await?;
            result.see("CSG, 6,2 % −28,54 €").await?;

            // Nothing that was typed is lost; an accident has other rules.
            form.press("radio", "Accident du travail ou maladie professionnelle").await?;
            form.fill("Salaire brut du dernier mois avant l’arrêt", "2500").await?;
            form.fill("Dernier jour de l’arrêt", "10/10/2026").await?;
            form.press("button", "Calculer").await?;
            result.see("À partir du 29e jour, 80 %").await?;
            result.see("Ramenée au plafond").await?;
            result.see("64,92 €").await?;
            form.press("radio", "Maladie").await?;
            form.press("button", "Calculer").await?;
            result.see("pour 29 jours indemnisés").await
        })
        .await
}

async fn open_leaves(app: &App) -> anyhow::Result<()> {
    app.person().go_beside_payments("Arrêts de travail").await
}

/// Opens the leave that begins on a day; the person then looks at it only.
async fn open_leave<'a>(app: &'a App, which: &str) -> anyhow::Result<Person<'a>> {
    open_leaves(app).await?;
    app.person().press("link", which).await?;
    Ok(app.person().inside("region", "Arrêt de travail"))
}
