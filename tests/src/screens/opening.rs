//! First start, sign-in, and opening an account.

use anyhow::Result;

use crate::app::App;
use crate::person::Person;
use crate::service::Newcomer;
use crate::stage::Stage;

const GENERAL: &str = "Régime général (salariés et indépendants, CPAM ou CGSS)";
const CODE: &str = "730519284615";

/// From the first start to the link that confirms the address of a new account, and every other end. Ends at the sign-in.
///
/// # Errors
/// When a step cannot be done, or `look` fails.
pub async fn opening(stage: &Stage, app: &App, look: &mut impl AsyncFnMut(&App, &str) -> Result<()>) -> Result<()> {
    let manon = stage.service.newcomer("tout est là").await?;
    let serial = manon.serial_end.clone().unwrap_or_default();
    let person = app.person();
    person.see("Trouver votre caisse").await?;
    look(app, "caisse").await?;
    person.fill("Code postal", "59300").await?;
    person.press("button", "Sélectionner").await?;
    person.see("Choisissez votre caisse").await?;
    look(app, "caisse-several").await?;
    person.press("button", "Ce n’est pas ma caisse").await?;
    person.fill("Code postal", "310").await?;
    person.press("button", "Sélectionner").await?;
    person.see("Un code postal compte 5 chiffres.").await?;
    look(app, "caisse-wrong").await?;
    person.fill("Code postal", "31000").await?;
    person.press("button", "Sélectionner").await?;
    person.see("CPAM de la Haute-Garonne").await?;
    look(app, "caisse-found").await?;
    person.press("button", "Confirmer").await?;
    person.see("Se connecter").await?;
    look(app, "sign-in").await?;
    person.press("button", "Se connecter").await?;
    person.see("Saisissez votre numéro de sécurité sociale.").await?;
    look(app, "sign-in-wrong").await?;

    person.press("button", "Je crée mon compte").await?;
    person.see("Étape 1 sur 6").await?;
    look(app, "opening-scheme").await?;
    person.choose("Votre régime d’assurance maladie", "MSA (agriculture)").await?;
    person.press("button", "Continuer").await?;
    person.see("Votre régime a son propre service").await?;
    look(app, "opening-scheme-elsewhere").await?;
    person.choose("Votre régime d’assurance maladie", GENERAL).await?;
    person.press("button", "Continuer").await?;
    person.see("Étape 2 sur 6").await?;
    look(app, "opening-identity").await?;
    person.press("button", "Continuer").await?;
    person.see("4 saisies sont à corriger").await?;
    look(app, "opening-identity-wrong").await?;
    identity(&person, &manon).await?;
    look(app, "opening-proof").await?;
    person.press("button", "Où trouver mon IBAN ?").await?;
    person.press("button", "Où trouver le numéro de série ?").await?;
    look(app, "opening-proof-help").await?;
    person.fill("7 derniers chiffres de votre IBAN", "0000000").await?;
    person.fill("11 derniers chiffres du numéro de série", &serial).await?;
    person.press("button", "Continuer").await?;
    person.see("Ces informations ne permettent pas de vous reconnaître").await?;
    look(app, "opening-not-recognised").await?;
    person.press("button", "Je ne dispose pas du numéro de série").await?;
    person.see("Recevoir un code par courrier").await?;
    look(app, "opening-letter").await?;
    person.press("button", "Retour").await?;
    proof(&person, &manon).await?;
    person.see("Étape 4 sur 6").await?;
    look(app, "opening-terms").await?;
    person.press("radio", "Oui, j’accepte").await?;
    person.press("button", "Continuer").await?;
    person.see("Étape 5 sur 6").await?;
    person.fill("Votre code personnel", "73051928").await?;
    person.see("Avec 12 chiffres ou plus").await?;
    look(app, "opening-code-weak").await?;
    person.fill("Votre code personnel", CODE).await?;
    person.fill("Le même code, une seconde fois", CODE).await?;
    look(app, "opening-code").await?;
    person.press("button", "Continuer").await?;
    person.see("Étape 6 sur 6").await?;
    look(app, "opening-contact").await?;
    person.fill("Adresse e-mail", "manon").await?;
    person.fill("Téléphone portable", "05 36 49 12 34").await?;
    person.press("button", "Créer mon compte").await?;
    person.see("3 saisies sont à corriger").await?;
    look(app, "opening-contact-wrong").await?;
    person.fill("Adresse e-mail", "manon.delcourt@exemple.fr").await?;
    person.fill("La même adresse, une seconde fois", "manon.delcourt@exemple.fr").await?;
    person.fill("Téléphone portable", "06 39 98 12 34").await?;
    person.press("button", "Retour").await?;
    person.see("Votre code est choisi : 12 chiffres.").await?;
    look(app, "opening-code-chosen").await?;
    person.press("button", "Continuer").await?;
    person.press("button", "Créer mon compte").await?;
    person.see("Confirmez votre adresse").await?;
    look(app, "confirm-email").await?;
    person.press("button", "J’ai suivi le lien, continuer").await?;
    person.see("L’adresse n’est pas encore confirmée").await?;
    look(app, "confirm-email-not-yet").await?;
    person.press("button", "Corriger l’adresse").await?;
    person.see("Garder l’adresse actuelle").await?;
    look(app, "change-email").await?;
    person.press("button", "Retour").await?;
    person.see("Se connecter").await?;
    ends(stage, app, &manon, look).await
}

/// How else an opening may end: by letter, by a refusal, and where there is an account already.
async fn ends(
    stage: &Stage,
    app: &App,
    manon: &Newcomer,
    look: &mut impl AsyncFnMut(&App, &str) -> Result<()>,
) -> Result<()> {
    let person = app.person();
    let hugo = stage.service.newcomer("ni carte Vitale").await?;
    to_proof(&person, &hugo).await?;
    person.press("button", "Je ne dispose pas du numéro de série").await?;
    person.press("button", "Recevoir un code provisoire").await?;
    person.see("C’est demandé").await?;
    look(app, "opening-letter-sent").await?;
    person.press("button", "Revenir à la connexion").await?;

    to_proof(&person, manon).await?;
    proof(&person, manon).await?;
    person.press("radio", "Non, je refuse").await?;
    person.press("button", "Continuer").await?;
    person.see("Rien n’a été créé").await?;
    look(app, "opening-refused").await?;
    person.press("button", "Revenir à la connexion").await?;

    let mail = stage.service.mail("manon.delcourt@exemple.fr", |mail| mail.link.is_some()).await?;
    stage.service.press(&mail.link.unwrap_or_default(), &[]).await?;
    to_proof(&person, manon).await?;
    proof(&person, manon).await?;
    person.see("Vous avez déjà un compte").await?;
    look(app, "opening-known").await?;
    person.press("button", "Me connecter").await?;
    person.see("Se connecter").await
}

async fn to_proof(person: &Person<'_>, who: &Newcomer) -> Result<()> {
    person.press("button", "Je crée mon compte").await?;
    person.see("Étape 1 sur 6").await?;
    person.choose("Votre régime d’assurance maladie", GENERAL).await?;
    person.press("button", "Continuer").await?;
    identity(person, who).await
}

async fn identity(person: &Person<'_>, who: &Newcomer) -> Result<()> {
    person.fill("Nom de naissance", &who.birth_name).await?;
    person.fill("Numéro de sécurité sociale", &who.nir).await?;
    person.fill("Date de naissance", &who.birth_date.strftime("%d/%m/%Y").to_string()).await?;
    person.fill("Code postal", &who.postal_code).await?;
    person.press("button", "Continuer").await?;
    person.see("Étape 3 sur 6").await
}

async fn proof(person: &Person<'_>, who: &Newcomer) -> Result<()> {
    person.fill("7 derniers chiffres de votre IBAN", &who.iban_end).await?;
    let serial = who.serial_end.as_deref().unwrap_or_default();
    person.fill("11 derniers chiffres du numéro de série", serial).await?;
    person.press("button", "Continuer").await
}
