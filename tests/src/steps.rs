//! Walks that many tests begin with, in the words of the screens (French).

use anyhow::Result;

use crate::person::Person;
use crate::service::Member;

/// What the member answers when the app asks whether this device may keep the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeepCode {
    /// « Oui, garder mon code ».
    Yes,
    /// « Non, ne pas le garder ».
    No,
}

impl Person<'_> {
    /// First start: the caisse of this postal code.
    ///
    /// # Errors
    /// When a step cannot be done.
    pub async fn choose_caisse(&self, postal_code: &str) -> Result<()> {
        self.fill("Code postal", postal_code).await?;
        self.press("button", "Sélectionner").await?;
        self.press("button", "Confirmer").await
    }

    /// Number and code, and the button. What comes next is for the caller to see.
    ///
    /// # Errors
    /// When a step cannot be done.
    pub async fn try_to_sign_in(&self, nir: &str, code: &str) -> Result<()> {
        self.fill("Numéro de sécurité sociale", nir).await?;
        self.fill("Votre code", code).await?;
        self.press("button", "Se connecter").await
    }

    /// From the first start to the open account, with everything fetched.
    ///
    /// # Errors
    /// When a step cannot be done.
    pub async fn enter(&self, member: &Member, keep: KeepCode) -> Result<()> {
        self.choose_caisse("31000").await?;
        self.try_to_sign_in(&member.nir, &member.code).await?;
        self.answer(keep).await?;
        self.wait_until_up_to_date().await
    }

    /// One of the ways of « Autour de mes paiements ».
    ///
    /// # Errors
    /// When it is not there.
    pub async fn go_beside_payments(&self, name: &str) -> Result<()> {
        self.go_to("Mes paiements").await?;
        self.find("button", "Autour de mes paiements").await?;
        if self.count("link", name).await? == 0 {
            self.press("button", "Autour de mes paiements").await?;
        }
        self.press("link", name).await
    }

    /// The question after the first sign-in.
    ///
    /// # Errors
    /// When it is not asked.
    pub async fn answer(&self, keep: KeepCode) -> Result<()> {
        match keep {
            KeepCode::Yes => self.press("button", "Oui, garder mon code").await,
            KeepCode::No => self.press("button", "Non, ne pas le garder").await,
        }
    }

    /// A locked account: the code, and the button.
    ///
    /// # Errors
    /// When a step cannot be done.
    pub async fn try_to_unlock(&self, code: &str) -> Result<()> {
        self.fill("Votre code", code).await?;
        self.press("button", "Déverrouiller").await
    }

    /// A locked account, opened.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn unlock(&self, code: &str) -> Result<()> {
        self.try_to_unlock(code).await?;
        self.find("navigation", "Rubriques").await
    }

    /// Waits until the screen says that all is fetched.
    ///
    /// # Errors
    /// When it does not come to that.
    pub async fn wait_until_up_to_date(&self) -> Result<()> {
        self.find("button", "À jour").await
    }

    /// Follows the navigation to a part of the account, and waits for its screen.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn go_to(&self, place: &str) -> Result<()> {
        // Settings stand beside the navigation, not in it; on the first screen a shortcut has the name of a section.
        match place {
            "Réglages" => self.press("link", place).await?,
            _ => self.inside("navigation", "Rubriques").press("link", place).await?,
        }
        self.find("heading", place).await
    }
}
