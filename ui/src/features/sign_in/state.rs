//! What is typed to sign in. The code lives here and nowhere else, and is wiped after use.

use dioxus::prelude::*;
use protocol::{ApiError, Secret};

/// A code has at most so many digits.
pub(super) const LONGEST_CODE: usize = 13;

/// The entries of a sign-in or an unlock.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct SignInStore {
    nir: Signal<String>,
    code: Signal<String>,
}

/// The store of a form; the code is wiped when the form goes.
pub(super) fn use_sign_in_store() -> SignInStore {
    let store = SignInStore { nir: use_signal(String::new), code: use_signal(String::new) };
    use_drop(move || store.forget_code());
    store
}

impl SignInStore {
    /// The number as typed.
    pub(super) fn nir(self) -> String {
        self.nir.read().clone()
    }

    /// Another number was typed.
    pub(super) fn type_nir(mut self, text: String) {
        self.nir.set(text);
    }

    /// The code, for its field.
    pub(super) fn code(self) -> String {
        self.code.read().clone()
    }

    /// How many digits of the code were typed.
    pub(super) fn code_length(self) -> usize {
        self.code.read().len()
    }

    /// The field holds this now: typed or pasted, with spaces or without.
    pub(super) fn type_code(mut self, text: &str) {
        self.code.set(digits(text));
    }

    /// A key of the pad.
    pub(super) fn press(mut self, digit: char) {
        if self.code.peek().len() < LONGEST_CODE {
            self.code.write().push(digit);
        }
    }

    /// Takes the last digit back.
    pub(super) fn erase(mut self) {
        self.code.write().pop();
    }

    /// The number, to send it.
    pub(super) fn nir_secret(self) -> Secret {
        Secret::new(self.nir.peek().clone())
    }

    /// The code, to send it.
    pub(super) fn code_secret(self) -> Secret {
        Secret::new(self.code.peek().clone())
    }

    /// Wipes the code.
    pub(super) fn forget_code(mut self) {
        drop(Secret::new(std::mem::take(&mut *self.code.write())));
    }
}

/// Whether the code was looked at, so that it has to go; what could not be sent stays typed.
pub(super) fn is_used(outcome: &Result<(), ApiError>) -> bool {
    matches!(
        outcome,
        Ok(())
            | Err(ApiError::WrongCredentials
                | ApiError::ProvisionalCodeExpired
                | ApiError::NoLongerInScheme { .. }
                | ApiError::WrongCode { .. }
                | ApiError::TooManyAttempts { .. })
    )
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).take(LONGEST_CODE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_digits_of_what_is_pasted() {
        assert_eq!(digits("1234 5678\u{a0}90"), "1234567890");
        assert_eq!(digits("12345678901234567"), "1234567890123");
    }

    #[test]
    fn keeps_the_code_that_could_not_be_sent() {
        assert!(!is_used(&Err(ApiError::Offline)));
        assert!(is_used(&Err(ApiError::WrongCode { retry_in: 0 })));
        assert!(is_used(&Ok(())));
    }
}
