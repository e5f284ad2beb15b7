//! What the member typed on the way, checked before anything is sent.

use insurance::code_policy::{self, Chooser};
use insurance::name::folded;
use insurance::{EmailAddress, Iban, Nir, PhoneKind, PostalCode, VitaleSerial, dates};
use jiff::civil::Date;
use protocol::opening::{OpeningAnswer, OpeningEntries, Proof, WrongEntry};
use protocol::phone::PhoneEntry;
use protocol::{Field, Problem, Secret};
use zeroize::Zeroizing;

/// Nobody is older.
const OLDEST: i16 = 130;
/// Digits of the IBAN that are asked.
const IBAN_END: usize = 7;

/// What is wrong, in the order of the screen.
type Wrong = Vec<WrongEntry>;

/// Who the member says to be.
pub(super) struct Identity {
    pub(super) nir: Nir,
    pub(super) birth_date: Date,
    postal_code: PostalCode,
}

pub(super) fn wrong(field: Field, problem: Problem) -> WrongEntry {
    WrongEntry { field, problem }
}

pub(super) fn correct(entries: Wrong) -> OpeningAnswer {
    OpeningAnswer::Correct { entries }
}

/// Name, number, birth date and postal code.
pub(super) fn identity(entries: &OpeningEntries, today: Date) -> Result<Identity, Wrong> {
    let mut found = Wrong::new();
    if folded(&entries.birth_name).is_empty() {
        found.push(wrong(Field::BirthName, Problem::Empty));
    }
    let nir = noted(&mut found, Field::Nir, Nir::parse(&entries.nir));
    let birth_date = noted(&mut found, Field::BirthDate, birth_date(&entries.birth_date, today));
    let postal_code = noted(&mut found, Field::PostalCode, PostalCode::parse(&entries.postal_code));
    match (nir, birth_date, postal_code) {
        (Some(nir), Some(birth_date), Some(postal_code)) if found.is_empty() => {
            Ok(Identity { nir, birth_date, postal_code })
        }
        _ => Err(found),
    }
}

/// All that the service is asked to recognise. What is wrong with the identity comes first.
pub(super) fn proof(entries: &OpeningEntries, today: Date) -> Result<Proof, Wrong> {
    let (identity, mut found) = match identity(entries, today) {
        Ok(identity) => (Some(identity), Wrong::new()),
        Err(found) => (None, found),
    };
    let iban_end = noted(&mut found, Field::IbanEnd, iban_end(&entries.iban_end));
    let serial = noted(&mut found, Field::SerialEnd, VitaleSerial::parse(&entries.serial_end));
    match (identity, iban_end, serial) {
        (Some(identity), Some(iban_end), Some(serial)) => Ok(Proof {
            birth_name: Secret::new(entries.birth_name.trim()),
            nir: Secret::new(identity.nir.body()),
            birth_date: identity.birth_date,
            postal_code: identity.postal_code.as_str().to_owned(),
            iban_end,
            serial_end: Secret::new(serial.last_11()),
        }),
        _ => Err(found),
    }
}

/// A new code, typed twice, by the policy.
pub(super) fn code(typed: &Secret, again: &Secret, who: (Option<Date>, Option<Nir>)) -> Result<Secret, Wrong> {
    let [code, again] = [typed, again].map(without_spaces);
    let chooser = Chooser { birth_date: who.0, nir: who.1.as_ref() };
    let mut found = Wrong::new();
    noted(&mut found, Field::NewCode, code_policy::check(&code, chooser));
    if *again != *code {
        let problem = if again.is_empty() { Problem::Empty } else { Problem::Different };
        found.push(wrong(Field::NewCodeAgain, problem));
    }
    if found.is_empty() { Ok(Secret::new(code.as_str())) } else { Err(found) }
}

/// How the member is reached.
pub(super) struct Contact {
    pub(super) email: String,
    pub(super) mobile: Option<PhoneEntry>,
    pub(super) landline: Option<PhoneEntry>,
}

/// E-mail, twice, and telephones.
pub(super) fn contact(entries: &OpeningEntries) -> Result<Contact, Wrong> {
    let mut found = Wrong::new();
    let email = noted(&mut found, Field::Email, EmailAddress::parse(&entries.email));
    match (&email, EmailAddress::parse(&entries.email_again)) {
        (_, Err(insurance::EmailError::Empty)) => found.push(wrong(Field::EmailAgain, Problem::Empty)),
        (Some(email), Ok(again)) if email.is_same(&again) => {}
        (Some(_), _) => found.push(wrong(Field::EmailAgain, Problem::Different)),
        (None, _) => {}
    }
    let mobile = noted(&mut found, Field::Mobile, phone(&entries.mobile, PhoneKind::Mobile)).flatten();
    let landline = noted(&mut found, Field::Landline, phone(&entries.landline, PhoneKind::Landline)).flatten();
    match email {
        Some(email) if found.is_empty() => Ok(Contact { email: email.as_str().to_owned(), mobile, landline }),
        _ => Err(found),
    }
}

/// The value, or none with a note of what is wrong.
fn noted<T>(found: &mut Wrong, field: Field, value: Result<T, impl Into<Problem>>) -> Option<T> {
    value.map_err(|error| found.push(wrong(field, error.into()))).ok()
}

fn birth_date(typed: &str, today: Date) -> Result<Date, Problem> {
    if typed.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let date = written_date(typed).ok_or(Problem::NotDigits)?;
    if date <= today && date.year() > today.year() - OLDEST { Ok(date) } else { Err(Problem::Impossible) }
}

/// Day, month and year, with something between them or without.
pub(super) fn written_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    if typed.len() == 8 && typed.bytes().all(|c| c.is_ascii_digit()) {
        let (day, month, year) = (typed.get(..2)?, typed.get(2..4)?, typed.get(4..)?);
        return dates::parse(&format!("{day}/{month}/{year}")).ok();
    }
    dates::parse(typed).ok()
}

/// The last seven digits; of a whole IBAN they are taken.
fn iban_end(typed: &str) -> Result<Secret, Problem> {
    let text = without_spaces(&Secret::new(typed));
    if let Ok(iban) = Iban::parse(&text) {
        return Ok(Secret::new(iban.as_str().get(iban.as_str().len() - IBAN_END..).unwrap_or_default()));
    }
    match text.chars().count() {
        0 => Err(Problem::Empty),
        _ if !text.bytes().all(|c| c.is_ascii_digit()) => Err(Problem::NotDigits),
        length if length < IBAN_END => Err(Problem::TooShort),
        length if length > IBAN_END => Err(Problem::TooLong),
        _ => Ok(Secret::new(text.as_str())),
    }
}

fn phone(typed: &PhoneEntry, kind: PhoneKind) -> Result<Option<PhoneEntry>, Problem> {
    if typed.number.trim().is_empty() {
        return Ok(None);
    }
    typed.read(kind)?;
    Ok(Some(typed.clone()))
}

fn without_spaces(typed: &Secret) -> Zeroizing<String> {
    Zeroizing::new(typed.expose().chars().filter(|c| !c.is_whitespace()).collect())
}
