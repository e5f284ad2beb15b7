//! What the letters say. Letters are in French: the post goes to addresses in France.

use super::print::Letter;

impl Letter {
    /// The code of an account was replaced.
    pub(crate) fn code_replaced() -> Self {
        Self {
            subject: "Le code de votre compte a été remplacé",
            paragraphs: vec![
                "Un nouveau code a été choisi pour votre compte.".to_owned(),
                "Si ce n’était pas vous, prévenez votre caisse sans attendre : elle vous remettra un autre code \
                 provisoire."
                    .to_owned(),
            ],
        }
    }

    /// A provisional code.
    pub(crate) fn provisional_code(code: &str) -> Self {
        Self {
            subject: "Votre code provisoire",
            paragraphs: vec![
                "Vous avez indiqué avoir oublié le code de votre compte.".to_owned(),
                format!("Voici un code provisoire : {code}"),
                "Saisissez-le dans l’application, avec votre numéro de sécurité sociale. Il est valable 30 jours. Il \
                 vous sera demandé de le remplacer aussitôt par un code personnel de 8 à 13 chiffres."
                    .to_owned(),
                "Si vous n’avez rien demandé, détruisez cette lettre : votre code reste le même.".to_owned(),
            ],
        }
    }
}
