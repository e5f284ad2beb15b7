//! One field over everything, and what the payments come to, drawn.

use tests::{KeepCode, Outcome, Stage, key};

use super::CAMILLE;

const FIELD: &str = "Rechercher dans votre compte";

#[tokio::test]
async fn p15_finds_payments_people_documents_and_places_without_a_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            person.go_to("Rechercher").await?;
            person.see("Rien de ce que vous cherchez n’en sort.").await?;

            // Without accents, combined, and with a mistake.
            person.fill(FIELD, "noe lunettes").await?;
            let payments = person.inside("region", "2 paiements");
            payments.find("link", "Optique").await?;
            person.fill(FIELD, "dnetiste").await?;
            person.see("Recherche lancée pour : dentiste").await?;
            person.inside("region", "Soins").find("link", "Soins dentaires").await?;

            // A partial amount and a month.
            person.fill(FIELD, "429").await?;
            person.find("link", "Indemnités journalières, Camille, versé, 429,48 €").await?;
            person.fill(FIELD, "octobre 1987").await?;
            person.see("Rien trouvé").await?;

            // Each row leads where it belongs.
            person.fill(FIELD, "louise").await?;
            person.inside("region", "Personnes").press("link", "Louise Morel").await?;
            person.find("heading", "Mes informations").await?;
            person.go_to("Rechercher").await?;
            person.see("Louise Morel").await?;
            person.fill(FIELD, "bienvenue").await?;
            person.inside("region", "Mes documents").press("link", "Bienvenue dans votre compte").await?;
            person.find("img", "").await?;
            person.go_to("Rechercher").await?;
            person.fill(FIELD, "attestation de droits").await?;
            person.inside("region", "Dans l’application").press("link", "Attestation de droits").await?;
            person.find("heading", "Attestation de droits").await?;
            person.go_to("Rechercher").await?;
            person.fill(FIELD, "lenoir 19 novembre 2026").await?;
            person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            person.inside("region", "Paiement").see("Versé 15,00 €").await
        })
        .await
}

#[tokio::test]
async fn p15_is_reached_by_a_key_and_keeps_what_was_typed() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.keys("/").await?;
            person.find("heading", "Rechercher").await?;
            person.keys("pharmacie/").await?;
            person.see("Pharmacie des Tilleuls").await?;
            anyhow::ensure!(
                app.ask("return document.activeElement.value").await? == "pharmacie/",
                "« / » is typed in the field"
            );
            person.inside("region", "Professionnels").press("button", "Pharmacie des Tilleuls").await?;
            person.keys(key::ESCAPE).await?;
            person.press("button", "Verrouiller").await?;
            person.unlock(&camille.code).await?;
            person.go_to("Rechercher").await?;
            let kept = app.ask("return document.querySelector('#search-field').value").await?;
            anyhow::ensure!(kept == "Pharmacie des Tilleuls", "the field holds {kept}");
            Ok(())
        })
        .await
}

#[tokio::test]
async fn p15_draws_what_was_spent_and_refunded_as_the_list_says() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            person.go_to("Mes paiements").await?;
            person.see("Payé à d’autres pour vous").await?;
            let listed = sums(app, ".list-pane .sums").await?;
            person.go_beside_payments("Dépenses et remboursements").await?;
            let charts = person.inside("region", "Dépenses et remboursements");
            charts.choose("Période", "6 derniers mois").await?;
            tests::until(async || {
                let drawn = sums(app, ".charts .sums").await.ok()?;
                drawn.ends_with(&listed).then_some(())
            })
            .await
            .ok_or_else(|| anyhow::anyhow!("the sums are not those of the list: {listed:?}"))?;

            // By month in words and with arrows, as a table, by person and kind of care.
            charts.see("Novembre 2026 : dépensé").await?;
            app.ask("document.querySelector('[role=slider]').focus()").await?;
            person.keys(key::DOWN).await?;
            charts.see("Octobre 2026 : dépensé 0,00 €, reçu 0,00 €, payé à d’autres pour vous 0,00 €").await?;
            charts.press("button", "Voir en tableau").await?;
            let table = person.inside("table", "Dépenses et remboursements");
            table.see("Septembre 2026").await?;
            table.see("501,48 €").await?;
            person.inside("region", "Remboursé par personne").see("Camille Morel").await?;
            person
                .inside("region", "Remboursé par type de soin")
                .see("Indemnités journalières, maladie 429,48 €")
                .await?;
            charts.choose("Bénéficiaire", "Noé").await?;
            charts.choose("Type de soin", "Optique").await?;
            person.inside("region", "Remboursé par type de soin").see("pour 210,00 € de dépenses").await
        })
        .await
}

/// The amounts of a list of sums, in its order.
async fn sums(app: &tests::App, selector: &str) -> anyhow::Result<Vec<String>> {
    let script = format!("return [...document.querySelectorAll('{selector} dd')].map((sum) => sum.textContent)");
    Ok(serde_json::from_value(app.ask(&script).await?)?)
}
