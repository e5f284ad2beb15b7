//! An e-mail from its words: plain text, the same in HTML, and both as the message that travels.

use std::fmt::Write;

use insurance::dates::{english, french};
use jiff::Timestamp;
use lettre::Message;
use lettre::message::{Mailbox, MultiPart};
use protocol::settings::Language;

use super::hand_over::SENDER;
use super::words::{FRAME, line, section};
use super::{Kind, Mail};
use crate::Error;
use crate::clock::in_paris;
use crate::pages::Text;
use crate::random::name;

const SENDER_NAME: &str = "Compte assuré (démonstration)";

/// An e-mail, ready to travel.
pub(crate) struct Composed {
    pub(crate) to: String,
    pub(crate) language: Language,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    /// As it travels: headers, and both parts encoded.
    pub(crate) raw: Vec<u8>,
}

/// Writes it.
pub(super) fn compose(mail: &Mail, now: Timestamp) -> Result<Composed, Error> {
    let own = section(mail.language, mail.kind.section());
    let subject = line(&own, "subject").to_owned();
    let blocks = blocks(mail, &own);
    let (text, html) = (plain(mail.language, &blocks), markup(mail.language, &subject, &blocks));
    let to = mail.to.parse().map_err(|_| Error::Mail)?;
    let sender = Mailbox::new(Some(SENDER_NAME.to_owned()), SENDER.parse().map_err(|_| Error::Mail)?);
    let message = Message::builder()
        .from(sender)
        .to(Mailbox::new(None, to))
        .subject(subject.as_str())
        .date(now.into())
        .message_id(Some(format!("<{}@compte-assure.example>", name()?)))
        .multipart(MultiPart::alternative_plain_html(text.clone(), html.clone()))
        .map_err(|_| Error::Mail)?;
    Ok(Composed { to: mail.to.clone(), language: mail.language, subject, text, html, raw: message.formatted() })
}

impl Kind {
    fn section(&self) -> &'static str {
        match self {
            Self::OneTimeCode { .. } => "one_time_code",
            Self::ConfirmEmail { .. } => "confirm_email",
            Self::EmailTaken => "email_taken",
            Self::RenewCode { .. } => "renew_code",
            Self::ChangeEmail { .. } => "change_email",
            Self::EmailChanging => "email_changing",
            Self::EmailChanged => "email_changed",
            Self::PhoneChanged => "phone_changed",
            Self::ConsentsChanged => "consents_changed",
            Self::AddressChanged => "address_changed",
            Self::BankWaiting { .. } => "bank_waiting",
            Self::BankGivenUp => "bank_given_up",
            Self::CodeReplaced { .. } => "code_replaced",
            Self::DeviceEnded { .. } => "device_ended",
            Self::AccountClosed { .. } => "account_closed",
        }
    }
}

enum Block {
    Paragraph(String),
    Code(String),
    Link { label: &'static str, address: String },
}

fn blocks(mail: &Mail, own: &[(&'static str, &'static str)]) -> Vec<Block> {
    let block = |(name, text): &(&'static str, &'static str)| match (*name, &mail.kind) {
        (
            "text",
            Kind::CodeReplaced { at }
            | Kind::BankWaiting { at }
            | Kind::DeviceEnded { at }
            | Kind::AccountClosed { at },
        ) => Some(Block::Paragraph(text.replace("{when}", &moment(mail.language, *at)))),
        ("text", _) => Some(Block::Paragraph((*text).to_owned())),
        ("code", Kind::OneTimeCode { code }) => Some(Block::Code(code.expose().to_owned())),
        ("link", Kind::ConfirmEmail { link } | Kind::ChangeEmail { link } | Kind::RenewCode { link }) => {
            Some(Block::Link { label: text, address: link.expose().to_owned() })
        }
        _ => None,
    };
    own.iter().filter_map(block).collect()
}

fn plain(language: Language, blocks: &[Block]) -> String {
    let frame = section(language, FRAME);
    let mut text = format!("{}\n\n", line(&frame, "greeting"));
    for block in blocks {
        // Writing to a string cannot fail.
        let _ = match block {
            Block::Paragraph(words) => write!(text, "{words}\n\n"),
            Block::Code(code) => write!(text, "    {code}\n\n"),
            Block::Link { label, address } => write!(text, "{label}\n{address}\n\n"),
        };
    }
    let _ = write!(text, "{}\n\n-- \n{}\n", line(&frame, "signature"), line(&frame, "note"));
    text
}

fn markup(language: Language, subject: &str, blocks: &[Block]) -> String {
    let frame = section(language, FRAME);
    let mut body = format!("<p>{}</p>\n", Text(line(&frame, "greeting")));
    for block in blocks {
        let _ = match block {
            Block::Paragraph(words) => writeln!(body, "<p>{}</p>", Text(words)),
            Block::Code(code) => writeln!(
                body,
                "<p style=\"font-size:28px;font-weight:bold;letter-spacing:6px;margin:24px 0\">{}</p>",
                Text(code)
            ),
            Block::Link { label, address } => writeln!(
                body,
                "<p style=\"margin:24px 0\"><a href=\"{0}\" style=\"background:#14684f;border-radius:10px;color:#fff;\
                 display:inline-block;padding:14px 22px;text-decoration:none\">{1}</a></p>\n\
                 <p style=\"font-size:14px\">{2}<br><a href=\"{0}\">{0}</a></p>",
                Text(address),
                Text(label),
                Text(line(&frame, "link")),
            ),
        };
    }
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n\
         <body style=\"font-family:system-ui,sans-serif;font-size:17px;line-height:1.5;max-width:36em;margin:0 auto;padding:16px\">\n\
         {body}<p>{}</p>\n<p style=\"font-size:14px\">{}</p>\n</body></html>\n",
        language.tag(),
        Text(subject),
        Text(line(&frame, "signature")),
        Text(line(&frame, "note")),
    )
}

/// « 20 novembre 2026 à 10 h 12 », Paris time.
fn moment(language: Language, at: Timestamp) -> String {
    let at = in_paris(at);
    match language {
        Language::French => format!("{} à {}", french::long(at.date()), french::time(at.time())),
        Language::English => format!("{} at {}", english::long(at.date()), english::time(at.time())),
    }
}

#[cfg(test)]
mod tests {
    use protocol::Secret;

    use super::*;

    fn composed(language: Language, kind: Kind) -> Composed {
        let mail = Mail { to: "camille.morel@exemple.fr".to_owned(), language, kind };
        compose(&mail, "2026-11-20T09:12:00Z".parse().unwrap()).unwrap()
    }

    #[test]
    fn an_e_mail_says_the_same_in_text_and_in_html() {
        let link = Secret::new("http://127.0.0.1:7878/code/renewal?token=t-1&lang=fr");
        let mail = composed(Language::French, Kind::RenewCode { link });
        assert_eq!(mail.subject, "Choisissez un nouveau code");
        assert!(mail.text.contains("http://127.0.0.1:7878/code/renewal?token=t-1&lang=fr\n"));
        assert!(mail.html.contains("href=\"http://127.0.0.1:7878/code/renewal?token=t-1&amp;lang=fr\""));
        for said in ["valable 30 minutes", "démonstration", "Bonjour"] {
            assert!(mail.text.contains(said) && mail.html.contains(said), "{said}");
        }
    }

    #[test]
    fn the_message_has_the_headers_and_both_parts() {
        let mail = composed(Language::English, Kind::OneTimeCode { code: Secret::new("012345") });
        let raw = String::from_utf8(mail.raw).unwrap();
        for header in ["From: ", "To: camille.morel@exemple.fr", "Subject: Your sign-in code", "Date: Fri, 20 Nov 2026"]
        {
            assert!(raw.contains(header), "{header} in {raw}");
        }
        assert!(raw.contains("multipart/alternative") && raw.contains("text/plain") && raw.contains("text/html"));
        assert!(raw.contains("012345"));
    }

    #[test]
    fn every_e_mail_is_whole_in_both_languages() {
        let secret = || Secret::new("s-1");
        let at: Timestamp = "2026-11-20T09:12:00Z".parse().unwrap();
        for language in [Language::French, Language::English] {
            for kind in [
                Kind::OneTimeCode { code: secret() },
                Kind::ConfirmEmail { link: secret() },
                Kind::EmailTaken,
                Kind::RenewCode { link: secret() },
                Kind::CodeReplaced { at },
                Kind::DeviceEnded { at },
                Kind::AccountClosed { at },
            ] {
                let mail = composed(language, kind);
                assert!(!mail.subject.is_empty() && !mail.text.contains('{'), "{}", mail.text);
            }
        }
    }

    #[test]
    fn an_address_that_is_none_is_refused_without_repeating_it() {
        let mail = Mail { to: "no address".to_owned(), language: Language::French, kind: Kind::EmailTaken };
        let refused = compose(&mail, Timestamp::UNIX_EPOCH).err().unwrap();
        assert!(!refused.to_string().contains("no address"));
    }
}
