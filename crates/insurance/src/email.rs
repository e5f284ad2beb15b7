//! E-mail addresses, as far as their form says something; only a message that arrives says the rest.

use std::fmt;

use thiserror::Error;

/// An address that may exist. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// Why a text is not an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EmailError {
    /// Nothing was typed.
    #[error("no address")]
    Empty,
    /// More than 254 characters (RFC 5321).
    #[error("too many characters")]
    TooLong,
    /// No « @ », nothing before it, no domain with a dot after it, or a character that cannot be there.
    #[error("not an address")]
    Impossible,
}

const LONGEST: usize = 254;
const LONGEST_NAME: usize = 64;

impl EmailAddress {
    /// Reads an address as typed, spaces around it allowed. The domain becomes lower-case; what stands before it is
    /// kept as it is.
    ///
    /// # Errors
    /// See [`EmailError`].
    pub fn parse(typed: &str) -> Result<Self, EmailError> {
        let text = typed.trim();
        if text.is_empty() {
            return Err(EmailError::Empty);
        }
        if text.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        let (name, domain) = text.rsplit_once('@').ok_or(EmailError::Impossible)?;
        if is_name(name) && is_domain(domain) {
            Ok(Self(format!("{name}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(EmailError::Impossible)
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether mail to one reaches the other, for all that services in use do: capital letters make no difference.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.eq_ignore_ascii_case(&other.0)
    }

    /// « c•••@exemple.fr ».
    pub fn masked(&self) -> String {
        let (name, domain) = self.0.rsplit_once('@').unwrap_or_default();
        format!("{}•••@{domain}", name.chars().next().unwrap_or('•'))
    }
}

/// Letters, digits and the signs that RFC 5321 allows without quotes; no dot at an end, no two together.
fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-.".contains(c);
    name.len() <= LONGEST_NAME && name.split('.').all(|part| !part.is_empty()) && name.chars().all(fits)
}

/// Two labels at least, the last one not a number.
fn is_domain(domain: &str) -> bool {
    let is_label = |label: &str| {
        let ends = label.starts_with('-') || label.ends_with('-');
        !label.is_empty() && label.len() <= 63 && !ends && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    match domain.rsplit_once('.') {
        Some((_, last)) => {
            domain.split('.').all(is_label) && last.len() >= 2 && last.chars().any(|c| c.is_ascii_alphabetic())
        }
        None => false,
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("EmailAddress(…)")
    }
}
