//! Opaque identifiers, each its own type: random on the wire, never derived from a person.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes an identifier as it stands; its text means nothing.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it travels.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One transfer of money.
    PaymentId
);
id!(
    /// A person, the same in every account that holds them (a child of two parents has one).
    BeneficiaryId
);
id!(
    /// One act of care; a later deduction points at it.
    CareId
);
id!(
    /// A document received, or made on the device.
    DocumentId
);
id!(
    /// Care that the member noted on this device.
    NotedId
);
id!(
    /// A sum that the member owes the caisse.
    DebtId
);
id!(
    /// One payment of debts by card.
    CardPaymentId
);
id!(
    /// One installation of the app.
    DeviceId
);
id!(
    /// One member's place on this device, among the others known to it.
    ProfileId
);
id!(
    /// A leave from work.
    LeaveId
);
id!(
    /// The file of a work accident or an occupational disease.
    FileId
);
id!(
    /// A long-term illness's cover.
    AldId
);
