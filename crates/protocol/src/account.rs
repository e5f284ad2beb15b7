//! Opening an account: the choice of the caisse (A1).

use serde::{Deserialize, Serialize};

/// A caisse of the general scheme. Its code is the three digits printed on documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Caisse {
    /// Three digits, such as `311`.
    pub code: String,
    /// « CPAM de la Haute-Garonne ».
    pub name: String,
    /// Department code, such as `31`, `2A`, `974`.
    pub department: String,
    /// « Haute-Garonne ».
    pub department_name: String,
}

/// *Bridge.* What a postal code leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaisseSearch {
    /// Five digits.
    pub postal_code: String,
    /// Communes with this postal code, by population, at most four.
    pub communes: Vec<String>,
    /// One or several: some postal codes lie in two departments, some departments have two caisses.
    pub caisses: Vec<Caisse>,
}
