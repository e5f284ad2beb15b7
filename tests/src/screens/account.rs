//! The open account.

use anyhow::Result;
use serde_json::json;

use crate::app::App;
use crate::person::Person;
use crate::service::Member;
use crate::stage::Stage;
use crate::steps::KeepCode;

/// What can be changed, the heading of its form, and the name of the screen.
const CHANGES: [(&str, &str, &str); 7] = [
    ("E-mail", "Changer d’adresse e-mail", "change-email-form"),
    ("Téléphone portable", "Changer de téléphone portable", "change-mobile"),
    ("Téléphone fixe", "Changer de téléphone fixe", "change-landline"),
    ("Autorisations de contact", "Autorisations de contact", "change-consents"),
    ("Adresse postale", "Changer d’adresse postale", "change-address"),
    ("Coordonnées bancaires", "Changer de compte bancaire", "change-bank"),
    ("Code personnel", "Changer de code", "change-code"),
];

/// From the sign-in through every place of the account of a family, and what can stand over it.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn account(
    stage: &mut Stage,
    app: &App,
    camille: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.try_to_sign_in(&camille.nir, &camille.code).await?;
    person.see("Garder votre code sur cet appareil ?").await?;
    look(app, "keep-code").await?;
    person.answer(KeepCode::Yes).await?;
    person.wait_until_up_to_date().await?;
    person.see("Mes derniers paiements").await?;
    look(app, "home").await?;
    payments(app, &person, look).await?;
    search(app, &person, look).await?;
    documents(app, &person, look).await?;
    profile(app, &person, camille, look).await?;
    for (place, screen) in [("Appareils et accès", "access"), ("Fermer mon compte", "close")] {
        person.go_to("Réglages").await?;
        person.press("link", place).await?;
        person.find("heading", place).await?;
        look(app, screen).await?;
    }
    person.press("button", "Fermer mon compte définitivement").await?;
    person.see("Saisissez votre code.").await?;
    look(app, "close-wrong").await?;
    person.go_to("Réglages").await?;
    look(app, "settings").await?;
    person.press("button", "Déconnexion").await?;
    person.see("Se déconnecter ?").await?;
    look(app, "sign-out").await?;
    person.press("button", "Rester connecté").await?;

    person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
    stage.service.order(json!({ "path": "/v1/changes", "times": 1000, "fault": "html" })).await?;
    person.press("button", "Mettre à jour").await?;
    person.see("Le service ne répond pas comme prévu.").await?;
    look(app, "home-failed").await?;
    stage.service.stop();
    person.press_until_seen("button", "Réessayer", "Hors ligne.").await?;
    look(app, "home-offline").await?;
    person.go_to("Mes informations").await?;
    person.press("link", "Modifier : E-mail").await?;
    person.see("Ce changement a besoin du réseau").await?;
    look(app, "change-offline").await?;
    stage.service.resume()?;
    session_ended(stage, app, &person, camille, look).await
}

/// The service knows the session no more, and the member signs in again over the account, which stays in sight.
async fn session_ended(
    stage: &Stage,
    app: &App,
    person: &Person<'_>,
    member: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    for path in ["/v1/changes", "/v1/session/refresh"] {
        stage.service.order(json!({ "path": path, "times": 1000, "fault": { "status": 401 } })).await?;
    }
    person.inside("navigation", "Rubriques").press("link", "Accueil").await?;
    person.press_until_seen("button", "Mettre à jour", "Votre session").await?;
    look(app, "home-session-ended").await?;
    stage.service.heal().await?;
    person.press("button", "S’identifier").await?;
    person.find("heading", "S’identifier à nouveau").await?;
    look(app, "sign-in-again").await?;
    person.try_to_sign_in(&member.nir, &member.code).await?;
    person.wait_until_up_to_date().await
}

async fn payments(app: &App, person: &Person<'_>, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    person.go_to("Mes paiements").await?;
    person.find("heading", "Novembre 2026").await?;
    look(app, "payments").await?;
    person.press("button", "Filtres").await?;
    person.press("button", "Dates précises").await?;
    person.press("button", "Appliquer").await?;
    person.see("Indiquez le premier et le dernier jour").await?;
    look(app, "payments-filters").await?;
    person.press("button", "Indemnités journalières").await?;
    person.press("button", "Noé").await?;
    person.press("button", "Filtres").await?;
    person.see("Aucun paiement ne correspond à ces filtres.").await?;
    look(app, "payments-none").await?;
    person.inside("main", "").press("button", "Tout effacer").await?;
    person.press("link", "19 novembre 2026, Consultation, Dr Lenoir").await?;
    person.press("button", "Pourquoi 15,00 € et non 19,00 € ?").await?;
    person.see("21,00 € − 2,00 € − 4,00 €").await?;
    look(app, "payment").await?;
    person.go_beside_payments("Participations forfaitaires et franchises").await?;
    person.see("Camille Morel, soins de").await?;
    look(app, "deductions").await?;
    person.go_beside_payments("À transmettre à votre complémentaire").await?;
    person.see("restaient avant complémentaire").await?;
    look(app, "forwarding").await?;
    person.go_beside_payments("Dépenses et remboursements").await?;
    person.press("button", "Voir en tableau").await?;
    person.find("table", "Dépenses et remboursements").await?;
    look(app, "charts").await?;
    expected(app, person, look).await
}

async fn expected(app: &App, person: &Person<'_>, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    for (date, screen) in [("01/10/2026", "expected-late"), ("12/11/2026", "expected-arrived")] {
        person.go_beside_payments("Remboursements attendus").await?;
        person.press("link", "Noter un soin payé").await?;
        if screen == "expected-late" {
            person.press("button", "Noter ce soin").await?;
            person.see("Choisissez la personne soignée.").await?;
            look(app, "expected-form").await?;
        }
        person.choose("Personne soignée", "Camille Morel").await?;
        person.choose("Type de soin", "Consultation").await?;
        person.fill("Professionnel ou établissement", "Dr Lenoir").await?;
        person.fill("Jour du soin", date).await?;
        person.fill("Montant payé", "30,00").await?;
        person.press("button", "Noter ce soin").await?;
        person.see("Calcul du remboursement attendu").await?;
        look(app, screen).await?;
    }
    person.go_beside_payments("Remboursements attendus").await?;
    person.see("Déjà versés").await?;
    look(app, "expected").await
}

async fn search(app: &App, person: &Person<'_>, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    person.go_to("Rechercher").await?;
    person.see("Par exemple").await?;
    look(app, "search").await?;
    person.fill("Rechercher dans votre compte", "dnetiste").await?;
    person.see("Recherche lancée pour : dentiste").await?;
    look(app, "search-found").await?;
    person.fill("Rechercher dans votre compte", "zzzyx").await?;
    person.see("Rien trouvé").await?;
    look(app, "search-nothing").await
}

async fn documents(app: &App, person: &Person<'_>, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    person.go_to("Mes documents").await?;
    person.see("Reçus de votre caisse").await?;
    look(app, "documents").await?;
    person.inside("main", "").press("link", "Attestation de droits").await?;
    person.find("img", "").await?;
    look(app, "attestation").await?;
    person.press("button", "Enregistrer").await?;
    person.see("Copie enregistrée").await?;
    look(app, "attestation-saved").await?;
    person.go_to("Mes documents").await?;
    person.press("link", "Relevés mensuels").await?;
    person.see("Relevés annuels").await?;
    look(app, "statements").await?;
    person.go_to("Mes documents").await?;
    let list = person.inside("region", "Mes documents");
    list.press("link", "Attestation de droits Toute la famille").await?;
    person.press("button", "Supprimer").await?;
    person.see("Supprimer ce document ?").await?;
    look(app, "document-remove").await?;
    person.press("button", "Garder").await?;
    list.press("link", "Bienvenue dans votre compte").await?;
    person.find("img", "").await?;
    look(app, "document").await
}

async fn profile(
    app: &App,
    person: &Person<'_>,
    member: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    person.go_to("Mes informations").await?;
    look(app, "profile").await?;
    for (what, heading, screen) in CHANGES {
        person.press("link", &format!("Modifier : {what}")).await?;
        person.find("heading", heading).await?;
        look(app, screen).await?;
        person.go_to("Mes informations").await?;
    }
    person.press("link", "Modifier : Adresse postale").await?;
    person.press("button", "Enregistrer").await?;
    person.see("Saisissez").await?;
    look(app, "change-wrong").await?;
    person.go_to("Mes informations").await?;
    person.press("link", "Modifier : E-mail").await?;
    person.fill("Nouvelle adresse e-mail", "camille.nouvelle@exemple.fr").await?;
    person.fill("La même adresse, une seconde fois", "camille.nouvelle@exemple.fr").await?;
    person.fill("Votre code actuel", &member.code).await?;
    person.press("button", "Enregistrer").await?;
    person.see("En attente de confirmation").await?;
    look(app, "profile-pending").await
}

/// Screens with long names: a large family whose names and address hardly fit. The sign-in is on the screen.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn long_names(
    app: &App,
    member: &Member,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    person.try_to_sign_in(&member.nir, &member.code).await?;
    person.answer(KeepCode::No).await?;
    person.wait_until_up_to_date().await?;
    look(app, "long-home").await?;
    person.go_to("Mes paiements").await?;
    look(app, "long-payments").await?;
    person.go_to("Mes informations").await?;
    look(app, "long-profile").await?;
    person.go_to("Mes documents").await?;
    person.press("link", "Attestation de droits").await?;
    person.find("img", "").await?;
    look(app, "long-attestation").await?;
    person.press("button", "Verrouiller").await?;
    person.find("button", "Déverrouiller").await?;
    look(app, "long-locked").await
}
