//! Where a household lives, which caisse it has, and which bank.

use insurance::Iban;
use protocol::account::Caisse;

use super::Error;
use super::prng::Prng;

const CAISSES: &str = include_str!("../../../../assets/reference/caisses.tsv");
const DEPARTMENTS: &str = include_str!("../../../../assets/reference/departments.tsv");
const BANKS: &str = include_str!("../../../../assets/reference/banks.tsv");

/// Banks that members have, by their code in the reference table.
const USUAL_BANKS: &[&str] = &["30004", "20041", "10278", "30002", "13807", "11315"];

/// The caisse with this code, as the reference table has it.
pub(super) fn caisse(code: &str) -> Result<Caisse, Error> {
    let [code, name, department] = row(CAISSES, code).ok_or(Error::NoSuchCaisse)?;
    let department_name = row(DEPARTMENTS, department).map_or("", |[_, name]| name);
    Ok(Caisse {
        code: code.to_owned(),
        name: name.to_owned(),
        department: department.to_owned(),
        department_name: department_name.to_owned(),
    })
}

/// An account, and the name of its bank. `end` fixes the last four characters, two of which are the key.
pub(super) fn account(prng: &mut Prng, end: Option<(&str, &str)>) -> Result<(Iban, String), Error> {
    let bank = prng.pick(USUAL_BANKS).copied().and_then(|code| row::<3>(BANKS, code)).ok_or(Error::NoSuchBank)?;
    let [code, _, name] = bank;
    let branch = prng.digits(5);
    loop {
        let account = match end {
            Some((digits, _)) => format!("{}{digits}", prng.digits(9)),
            None => prng.digits(11),
        };
        let iban = Iban::of_account(code, &branch, &account)?;
        if end.is_none_or(|(_, key)| iban.last_4().ends_with(key)) {
            return Ok((iban, name.to_owned()));
        }
    }
}

/// The bank of this account, where the reference table knows it.
pub(crate) fn bank_name(iban: &str) -> Option<String> {
    let iban = Iban::parse(iban).ok()?;
    row::<3>(BANKS, iban.bank_code()).map(|[_, _, name]| name.to_owned())
}

fn row<const COLUMNS: usize>(table: &'static str, first: &str) -> Option<[&'static str; COLUMNS]> {
    table.lines().skip(1).find_map(|line| {
        let columns: [&str; COLUMNS] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
        columns.first().is_some_and(|column| *column == first).then_some(columns)
    })
}
