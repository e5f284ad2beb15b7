//! Names that nobody can guess: tokens and device names, from the system's randomness.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use protocol::Secret;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::Error;

/// A new token of 256 random bits.
pub(crate) fn token() -> Result<Secret, Error> {
    let mut bytes = Zeroizing::new([0_u8; 32]);
    getrandom::fill(bytes.as_mut())?;
    Ok(Secret::new(URL_SAFE_NO_PAD.encode(bytes.as_ref())))
}

/// A new public name of 128 random bits.
pub(crate) fn name() -> Result<String, Error> {
    Ok(opaque()?)
}

/// The same, where nothing else can fail.
pub(crate) fn opaque() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// So many random digits.
pub(crate) fn digits(count: usize) -> Result<Secret, Error> {
    let mut digits = Zeroizing::new(String::with_capacity(count));
    while digits.len() < count {
        let mut byte = [0_u8; 1];
        getrandom::fill(&mut byte)?;
        // 250 is the largest multiple of ten in a byte: each digit is as likely as another.
        if let [byte @ 0..250] = byte {
            digits.push(char::from(b'0' + byte % 10));
        }
    }
    Ok(Secret::new(digits.as_str()))
}

/// What the store keeps of a token, or of a number that someone tried: never the thing itself.
pub(crate) fn fingerprint(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
