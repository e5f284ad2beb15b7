//! Payments: by month, filtered, one in detail, and everything ever fetched.

use tests::{AtBank, KeepCode, Outcome, Stage, at_bank};

use super::CAMILLE;

#[tokio::test]
async fn p1_shows_six_months_and_older_ones_on_demand() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes paiements").await?;
            let list = person.inside("region", "Liste des paiements");
            for month in ["Novembre 2026", "Octobre 2026", "Septembre 2026", "Août 2026", "Juillet 2026", "Juin 2026"]
            {
                list.find("heading", month).await?;
            }
            list.see("Octobre 2026 Aucun paiement").await?;
            list.not_see("Mars 2026").await?;
            list.press("button", "Afficher plus de paiements").await?;
            list.find("heading", "Mars 2026").await
        })
        .await
}

#[tokio::test]
async fn p2_filters_by_person_nature_and_period() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes paiements").await?;
            let list = person.inside("region", "Liste des paiements");

            list.press("button", "Noé").await?;
            list.see("Optique de la Rotonde").await?;
            list.not_see("Consultation, Dr Lenoir Camille").await?;
            list.press("button", "Toute la famille").await?;
            list.see("Consultation, Dr Lenoir Camille").await?;

            list.press("button", "Filtres").await?;
            list.press("button", "Indemnités journalières").await?;
            list.see("Camille · 14 jours · versé").await?;
            list.not_see("Optique de la Rotonde").await?;
            list.see("Reçu 429,48 €").await?;
            list.press("button", "Tout effacer").await?;

            list.press("button", "Dates précises").await?;
            list.fill("Du", "01/09/2026").await?;
            list.fill("Au", "31/08/2026").await?;
            list.press("button", "Appliquer").await?;
            list.see("Le premier jour doit précéder le dernier.").await?;
            list.fill("Au", "30/09/2026").await?;
            list.press("button", "Appliquer").await?;
            list.see("Reçu 501,48 €").await?;
            list.not_see("Novembre 2026").await
        })
        .await
}

#[tokio::test]
async fn p3_explains_why_fifteen_euros_and_not_nineteen() -> Outcome {
    let stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&camille, KeepCode::Yes).await?;
            person.go_to("Mes paiements").await?;
            person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            let detail = person.inside("region", "Paiement");
            detail.see("Virement du 19 novembre 2026 · compte se terminant par 4471").await?;
            detail.see("Pourquoi 15,00 € et non 19,00 € ?").await?;
            detail.see("4,00 € ont été retenus pour").await?;
            detail.see("Payé 30,00 €").await?;
            detail.see("Remboursé à 70 % de 30,00 € 21,00 €").await?;
            detail.see("Retenues pour des soins plus anciens").await?;
            detail.see("Versé 15,00 €").await
        })
        .await
}

#[tokio::test]
async fn p3_shows_three_deductions_for_two_persons_on_one_payment() -> Outcome {
    let stage = Stage::new().await?;
    let sophie = stage.member_with("trois retenues").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&sophie, KeepCode::Yes).await?;
            person.go_to("Mes paiements").await?;
            let most = most_deductions(app, &person).await?;
            anyhow::ensure!(most >= 3, "{most} deductions at most");
            Ok(())
        })
        .await
}

/// Opens the listed payments one after the other until one has three deductions for earlier care.
async fn most_deductions(app: &tests::App, person: &tests::Person<'_>) -> anyhow::Result<u64> {
    let rows = person.inside("region", "Liste des paiements").count("link", "remboursé").await?;
    let mut most = 0;
    for at in 0..rows {
        app.ask(&format!(
            "const rows = page.find('link', 'remboursé', page.within(['region', 'Liste des paiements']));
             rows[{at}].click();"
        ))
        .await?;
        let detail = person.inside("region", "Paiement");
        detail.see("Versé").await?;
        let text = detail.text().await?;
        most = most.max(text.matches("Retenue différée").count() as u64);
        if most >= 3 {
            break;
        }
    }
    Ok(most)
}

#[tokio::test]
async fn p6_counts_deductions_for_each_person_and_year_without_a_network() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            person.go_beside_payments("Participations forfaitaires et franchises").await?;
            let ledger = person.inside("region", "Participations forfaitaires et franchises");
            ledger.see("Aucune retenue n’attend.").await?;
            let year = person.inside("region", "Camille Morel, soins de 2026");
            year.see("Participations de Camille en 2026").await?;
            year.see("Franchises de Camille en 2026").await?;
            year.see("sur 50,00 € au plus").await?;
            // Those of the care whose payment came with less.
            year.see("Radiologie, Centre d’imagerie du Canal").await?;
            year.see("1 consultation, acte ou examen à 2,00 €").await?;
            let child = person.inside("region", "Louise Morel, soins de 2026");
            child.see("Rien n’est retenu avant 18 ans").await?;

            ledger.press("button", "2025").await?;
            person.inside("region", "Camille Morel, soins de 2025").see("sur 50,00 € au plus").await?;
            ledger.press("button", "2026").await?;
            ledger.press("link", "2,00 € retenus sur le paiement du 19 novembre 2026").await?;
            person.inside("region", "Paiement").see("Versé 15,00 €").await
        })
        .await
}

#[tokio::test]
async fn p6_stops_at_the_cap_of_the_year() -> Outcome {
    let stage = Stage::new().await?;
    let jean = stage.member_with("plafond annuel").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&jean, KeepCode::Yes).await?;
            person.go_beside_payments("Participations forfaitaires et franchises").await?;
            person.inside("region", "Jean Lefèvre, soins de 2026").see("50,00 € sur 50,00 € au plus").await
        })
        .await
}

#[tokio::test]
async fn p14_answers_why_fifteen_and_not_nineteen_in_one_tap() -> Outcome {
    let mut stage = Stage::new().await?;
    let camille = stage.member(CAMILLE).await?;
    stage
        .without_network(&camille, async |app| {
            let person = app.person();
            person.go_to("Mes paiements").await?;
            person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
            let detail = person.inside("region", "Paiement");
            detail.not_see("21,00 € − 2,00 € − 4,00 €").await?;
            detail.press("button", "Pourquoi 15,00 € et non 19,00 € ?").await?;
            detail.see("21,00 € − 2,00 € − 4,00 € = 15,00 €").await?;
            detail.see("Radiologie, Centre d’imagerie du Canal −2,00 €").await?;
            detail.see("Analyses, Laboratoire Saint-Roch −2,00 €").await?;
            detail.see("Participation forfaitaire : 1 consultation, acte ou examen à 2,00 €").await?;
            // From a deduction to the payment of the care that it repays, and back by what was taken for it.
            detail.press("link", "Voir le paiement de ce soin").await?;
            detail.see("vous n’avez rien avancé").await?;
            detail.press("button", "Retenues à venir pour ces soins").await?;
            detail.press("link", "2,00 € retenus sur le paiement du 19 novembre 2026").await?;
            detail.see("Versé 15,00 €").await
        })
        .await
}

#[tokio::test]
async fn p16_keeps_everything_ever_fetched() -> Outcome {
    let mut stage = Stage::new().await?;
    let georges = stage.member_with("Quarante ans").await?;
    let app = stage.open().await?;
    stage.act(&app, async |app| app.person().enter(&georges, KeepCode::Yes).await).await?;
    app.close().await?;
    stage.service.stop();

    let app = stage.open().await?;
    stage
        .act(&app, async |app| {
            let person = app.person();
            person.unlock(&georges.code).await?;
            person.go_to("Mes paiements").await?;
            let list = person.inside("region", "Liste des paiements");
            list.press("button", "Filtres").await?;
            list.press("button", "Dates précises").await?;
            list.fill("Du", "01/01/1987").await?;
            list.fill("Au", "31/12/1988").await?;
            list.press("button", "Appliquer").await?;
            list.see("1988").await?;
            list.see("visible ici seulement").await
        })
        .await?;
    Ok(app.close().await?)
}

#[tokio::test]
async fn p8_lists_what_the_complementary_insurer_did_not_get() -> Outcome {
    let mut stage = Stage::new().await?;
    let lucas = stage.member_with("Personne seule").await?;
    stage
        .without_network(&lucas, async |app| {
            let person = app.person();
            person.go_beside_payments("À transmettre à votre complémentaire").await?;
            let detail = person.inside("region", "À transmettre à votre complémentaire");
            detail.see("La transmission automatique n’est pas activée.").await?;
            let before = detail.count("button", "C’est envoyé").await?;
            // The statement to send is made here; nothing of it needs the network.
            detail.press("link", "Relevé mensuel").await?;
            person.inside("region", "Relevé").find("img", "").await?;
            person.go_beside_payments("À transmettre à votre complémentaire").await?;
            detail.press("button", "C’est envoyé").await?;
            detail.see("Envoyés par vous").await?;
            tests::require(detail.count("button", "C’est envoyé").await? == before - 1, || {
                "it is still to be sent".to_owned()
            })?;
            detail.press("button", "Pas encore envoyé").await?;
            detail.not_see("Envoyés par vous").await
        })
        .await
}

#[tokio::test]
async fn p7_pays_a_debt_by_card_and_never_twice() -> Outcome {
    let stage = Stage::new().await?;
    let solene = stage.member_with("une créance à payer").await?;
    stage
        .with_app(async |app| {
            let person = app.person();
            person.enter(&solene, KeepCode::Yes).await?;
            person.go_beside_payments("Payer mes créances").await?;
            let detail = person.inside("region", "Payer mes créances");
            detail.see("À payer avant le").await?;
            detail.press("button", "par carte").await?;
            detail.see("Paiement en cours").await?;
            at_bank(&stage.shown_in_browser(1).await?, AtBank::Refuse).await?;
            detail.see("La banque a refusé ce paiement. Rien n’a été débité").await?;

            detail.press("button", "par carte").await?;
            let page = stage.shown_in_browser(2).await?;
            // The window is left and found again while the browser has the page.
            person.go_to("Mes documents").await?;
            person.go_beside_payments("Payer mes créances").await?;
            detail.see("rien ne sera payé deux fois").await?;
            let lost = at_bank(&page, AtBank::PayAndLose).await;
            tests::require(lost.is_err(), || "the bank's answer arrives".to_owned())?;
            detail.see("Paiement accepté.").await?;
            detail.see("Rien à payer").await?;
            detail.press("link", "Mes documents").await?;
            person.press("link", "Reçu de paiement").await?;
            person.inside("region", "Document").find("img", "").await
        })
        .await
}
