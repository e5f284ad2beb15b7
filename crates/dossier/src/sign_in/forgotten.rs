//! A forgotten code (A12): a link by e-mail, or a provisional code by post. The service does not say which, nor whether
//! it knows the number.

use insurance::dates;
use protocol::entrance::{ForgottenCode, ForgottenCodeForm};
use protocol::{ApiError, Field, Problem, Secret};

use super::form;
use crate::dossier::Dossier;

impl Dossier {
    /// Says that the code is forgotten.
    ///
    /// # Errors
    /// [`ApiError::Invalid`] before anything is sent; `TooManyAttempts`; `Offline` or `ServiceUnavailable`.
    pub async fn forgotten_code(&self, form: ForgottenCodeForm) -> Result<(), ApiError> {
        let nir = form::nir(&form.nir)?;
        let birth_date = birth_date(&form.birth_date, self.inner.around.clock.today())?;
        let request = ForgottenCode { nir: Secret::new(nir.body()), birth_date };
        let language = self.inner.chosen().settings.language;
        self.inner.client.forgotten_code(&request, language).await.map_err(|error| self.inner.answer_for(error))
    }
}

fn birth_date(typed: &str, today: jiff::civil::Date) -> Result<jiff::civil::Date, ApiError> {
    let problem = match (typed.trim(), dates::parse(typed)) {
        ("", _) => Problem::Empty,
        (_, Ok(date)) if date <= today => return Ok(date),
        (_, Ok(_)) => Problem::Impossible,
        (_, Err(_)) => Problem::NotDigits,
    };
    Err(ApiError::Invalid { field: Field::BirthDate, problem })
}
