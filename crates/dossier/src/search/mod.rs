//! Search over all that is on the device: payments by an index in the encrypted file, the rest by looking at it. Without
//! accents, plurals and exact spelling.

mod find;
mod lexicon;
mod question;
mod terms;
mod words;

pub(crate) use terms::{WORD, providers, terms};

use protocol::ApiError;
use protocol::search::{Found, SearchRequest};

use crate::dossier::Dossier;

/// More payments than these are not shown at once.
const MOST_PAYMENTS: u32 = 500;
/// What is typed beyond these characters is not looked for.
const MOST_CHARACTERS: usize = 200;

impl Dossier {
    /// What is found for a text.
    ///
    /// # Errors
    /// When no account is open.
    pub async fn search(&self, request: SearchRequest) -> Result<Found, ApiError> {
        let today = self.inner.around.clock.today();
        let text: String = request.text.chars().take(MOST_CHARACTERS).collect();
        let most = request.payments.min(MOST_PAYMENTS);
        self.read(move |reader| find::find(reader, &text, most, today)).await
    }
}
