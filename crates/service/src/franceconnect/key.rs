//! The provider's key: ES256, as FranceConnect signs. A new one at each start.

use openidconnect::core::{CoreJsonCurveType, CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey, SigningError};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{self, Signature};
use zeroize::Zeroizing;

/// Signs ID tokens.
pub(super) struct SigningKey {
    key: ecdsa::SigningKey,
    id: JsonWebKeyId,
}

impl SigningKey {
    /// A key of the system's randomness, under this name.
    pub(super) fn random(id: &str) -> Result<Self, getrandom::Error> {
        loop {
            let mut bytes = Zeroizing::new([0_u8; 32]);
            getrandom::fill(bytes.as_mut())?;
            // Of all numbers of 32 bytes one in four billion is none of the curve.
            if let Ok(key) = ecdsa::SigningKey::from_slice(bytes.as_ref()) {
                return Ok(Self { key, id: JsonWebKeyId::new(id.to_owned()) });
            }
        }
    }
}

impl PrivateSigningKey for SigningKey {
    type VerificationKey = CoreJsonWebKey;

    fn sign(&self, algorithm: &CoreJwsSigningAlgorithm, message: &[u8]) -> Result<Vec<u8>, SigningError> {
        match algorithm {
            CoreJwsSigningAlgorithm::EcdsaP256Sha256 => {
                let signature: Signature = self.key.try_sign(message).map_err(|_| SigningError::CryptoError)?;
                Ok(signature.to_bytes().to_vec())
            }
            other => Err(SigningError::UnsupportedAlg(format!("{other:?}"))),
        }
    }

    fn as_verification_key(&self) -> CoreJsonWebKey {
        let point = self.key.verifying_key().to_sec1_point(false);
        let part = |coordinate: Option<&[u8]>| coordinate.map(<[u8]>::to_vec).unwrap_or_default();
        CoreJsonWebKey::new_ec(
            part(point.x().map(AsRef::as_ref)),
            part(point.y().map(AsRef::as_ref)),
            CoreJsonCurveType::P256,
            Some(self.id.clone()),
        )
    }
}
