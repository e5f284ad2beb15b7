//! A payment of a list in words.

use insurance::ActKind;
use protocol::payments::{Nature, PaymentRow};

use crate::i18n::{Words, act_key, nature_key};

/// « Consultation, Dr Lenoir »: what it is for.
pub(super) fn title(words: Words, row: &PaymentRow) -> String {
    match (row.act, &row.provider) {
        (None, _) => words.say(nature_key(row.nature)).to_owned(),
        (Some(_), _) if row.nature == Nature::DailyAllowance => words.say(nature_key(row.nature)).to_owned(),
        (Some(act), None) => words.say(act_key(act)).to_owned(),
        (Some(act), Some(provider)) if is_known_by_name(act) => provider.clone(),
        (Some(act), Some(provider)) => format!("{}, {provider}", words.say(act_key(act))),
    }
}

/// « Camille · 14 jours · remboursé »: for whom, how much of it, and where the money went.
pub(super) fn note(words: Words, row: &PaymentRow) -> String {
    let mut parts = Vec::new();
    if !row.people.is_empty() {
        parts.push(row.people.join(", "));
    }
    if let Some(days) = row.days {
        parts.push(words.count("payments.days", u64::from(days)));
    } else if row.lines > 1 {
        parts.push(words.count("payments.acts", u64::from(row.lines)));
    }
    parts.push(status(words, row).to_owned());
    parts.join(" · ")
}

/// « remboursé », « versé », « payé au tiers ».
pub(super) fn status(words: Words, row: &PaymentRow) -> &'static str {
    words.say(match (row.to_member, row.nature) {
        (true, Nature::Care | Nature::ThirdParty) => "payments.refunded",
        (true, Nature::StatementEntry) => "payments.noted",
        (true, _) => "payments.paid",
        (false, Nature::DailyAllowance) => "payments.paid_to_employer",
        (false, _) => "payments.paid_to_third",
    })
}

/// The row as one sentence, for those who hear it.
pub(super) fn sentence(words: Words, row: &PaymentRow) -> String {
    let said = words.fill(
        "payments.row",
        &[
            ("date", &words.long_date(row.paid_on)),
            ("title", &title(words, row)),
            ("people", &row.people.join(", ")),
            ("status", status(words, row)),
            ("amount", &words.money(row.amount)),
        ],
    );
    if row.only_here { format!("{said}, {}", words.say("payments.only_here")) } else { said }
}

/// Pharmacies, laboratories and hospitals say what they are in their name.
fn is_known_by_name(act: ActKind) -> bool {
    matches!(
        act,
        ActKind::Medicine
            | ActKind::Biology
            | ActKind::Radiology
            | ActKind::Optics
            | ActKind::Hearing
            | ActKind::Equipment
            | ActKind::Hospital
            | ActKind::Transport
    )
}

#[cfg(test)]
mod tests {
    use insurance::Cents;
    use jiff::civil::date;
    use protocol::PaymentId;
    use protocol::settings::Language;

    use super::*;

    const FRENCH: Words = Words(Language::French);

    fn row() -> PaymentRow {
        PaymentRow {
            id: PaymentId::new("p"),
            paid_on: date(2026, 11, 1),
            nature: Nature::Care,
            act: Some(ActKind::Consultation),
            provider: Some("Dr Lenoir".into()),
            lines: 1,
            days: None,
            people: vec!["Camille".into()],
            amount: Cents::new(1500),
            to_member: true,
            only_here: false,
        }
    }

    #[test]
    fn names_the_care_and_who_gave_it() {
        assert_eq!(title(FRENCH, &row()), "Consultation, Dr Lenoir");
        let pharmacy =
            PaymentRow { act: Some(ActKind::Medicine), provider: Some("Pharmacie des Tilleuls".into()), ..row() };
        assert_eq!(title(FRENCH, &pharmacy), "Pharmacie des Tilleuls");
        let statement = PaymentRow { nature: Nature::StatementEntry, act: None, provider: None, ..row() };
        assert_eq!(title(FRENCH, &statement), "Écriture de relevé");
    }

    #[test]
    fn says_for_whom_and_where_the_money_went() {
        assert_eq!(note(FRENCH, &row()), "Camille · remboursé");
        let leave = PaymentRow { nature: Nature::DailyAllowance, days: Some(14), to_member: false, ..row() };
        assert_eq!(note(FRENCH, &leave), "Camille · 14 jours · versé à l’employeur");
        let three = PaymentRow { lines: 3, people: vec!["Louise".into(), "Noé".into()], ..row() };
        assert_eq!(note(FRENCH, &three), "Louise, Noé · 3 soins · remboursé");
    }

    #[test]
    fn reads_a_row_as_one_sentence() {
        let text = sentence(FRENCH, &PaymentRow { only_here: true, ..row() });
        assert_eq!(
            text,
            "1er novembre 2026, Consultation, Dr Lenoir, Camille, remboursé, 15,00\u{202f}€, visible ici seulement"
        );
    }
}
