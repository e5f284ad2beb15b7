//! What can go wrong, as codes: the interface has the words, in two languages.

mod problems;

use serde::{Deserialize, Serialize};

use crate::entrance::Refusal;

/// *Bridge.* A variant only where the screen does something different for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ApiError {
    /// An entry cannot be right; said before anything is sent.
    Invalid {
        /// Which entry.
        field: Field,
        /// What is wrong with it.
        problem: Problem,
    },
    /// The service cannot be reached.
    Offline,
    /// The service answers, but not as it should (an error status, a page instead of data).
    ServiceUnavailable,
    /// Number unknown or code wrong; the service gives one answer for both.
    WrongCredentials,
    /// Too many attempts, at the service or on this device.
    TooManyAttempts {
        /// Whole seconds until the next attempt is looked at.
        retry_in: u64,
    },
    /// The code is right, but provisional and too old: another one is needed.
    ProvisionalCodeExpired,
    /// The member belongs to another scheme now.
    NoLongerInScheme {
        /// « MSA »; none when it is not known.
        scheme: Option<String>,
    },
    /// A step of the way in was refused.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// The way in has ended before the account was open: sign in again.
    EntranceEnded,
    /// The code does not unlock this device.
    WrongCode {
        /// Whole seconds until the next attempt is looked at; 0 for at once.
        retry_in: u64,
    },
    /// The app is locked; unlock first.
    Locked,
    /// Nobody is signed in.
    SignedOut,
    /// The session at the service is over: sign in again, then ask again.
    SessionEnded,
    /// What was asked for is not on this device.
    NotFound,
    /// The document is known but its content has not arrived yet.
    NotAvailableOffline,
    /// The disk is full or cannot be written.
    NoSpace,
    /// Something else; the log has the cause under this reference.
    Internal {
        /// Eight letters and digits, to tell a person who helps.
        reference: String,
    },
}

/// An entry of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The NIR.
    Nir,
    /// The numeric code.
    Code,
    /// A postal code.
    PostalCode,
    /// A period's first and last day.
    Period,
    /// The persons of a document.
    Person,
    /// The caisse chosen.
    Caisse,
    /// An e-mail address.
    Email,
    /// The same address, typed a second time.
    EmailAgain,
    /// A mobile number.
    Mobile,
    /// A landline number.
    Landline,
    /// A code that is to take the place of the present one.
    NewCode,
    /// The same code, typed a second time.
    NewCodeAgain,
    /// Number and street.
    Street,
    /// Building, flat, staircase; or a hamlet.
    Complement,
    /// The town of a postal address.
    Town,
    /// An account number.
    Iban,
    /// Six digits that came by e-mail.
    EmailCode,
    /// A birth date.
    BirthDate,
    /// The scheme of compulsory insurance.
    Scheme,
    /// Name at birth.
    BirthName,
    /// The last digits of an account number.
    IbanEnd,
    /// The last digits of a Vitale card's serial number.
    SerialEnd,
    /// The answer to the terms of use.
    Terms,
    /// The kind of care.
    Act,
    /// The day of care.
    CareDate,
    /// What was paid for care.
    Paid,
    /// The base of reimbursement.
    Base,
    /// Acts or boxes.
    Quantity,
    /// The picture of a receipt.
    Receipt,
    /// A gross monthly wage.
    Wage,
}

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was typed.
    Empty,
    /// Fewer characters than needed.
    TooShort,
    /// More characters than allowed.
    TooLong,
    /// A character that cannot be there.
    NotDigits,
    /// The control key does not fit: a digit is mistyped.
    KeyMismatch,
    /// It has the right length but cannot exist.
    Impossible,
    /// Nothing is known under it.
    Unknown,
    /// Not the same as in the entry before.
    Different,
    /// It is the present one already.
    Same,
    /// Of another country than the one that is asked.
    OtherCountry,
    /// A landline number where a mobile one is asked, or the other way round.
    OtherKind,
    /// A code of one digit or of a few over and over.
    Repeated,
    /// A code of digits that follow one another.
    Sequence,
    /// A code with the birth date in it.
    BirthDate,
    /// A code with a part of the member's number in it.
    OwnNumber,
    /// Before the rules that are known here.
    NotKnown,
}
