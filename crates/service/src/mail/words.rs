//! The words of e-mails, from `assets/mail`: a section each, its lines in order.

use protocol::settings::Language;

const FRENCH: &str = include_str!("../../../../assets/mail/fr.txt");
const ENGLISH: &str = include_str!("../../../../assets/mail/en.txt");

/// What every e-mail has around its own text.
pub(super) const FRAME: &str = "frame";

/// The lines of a section, as name and text.
pub(super) fn section(language: Language, name: &str) -> Vec<(&'static str, &'static str)> {
    let source = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    let own = |line: &&str| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) != Some(name);
    let lines = source.lines().skip_while(own).skip(1).take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once('=')).map(|(name, text)| (name.trim(), text.trim())).collect()
}

/// The first line of this name.
pub(super) fn line(section: &[(&'static str, &'static str)], name: &str) -> &'static str {
    section.iter().find(|(own, _)| *own == name).map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_sections_and_lines() {
        let shape = |source: &'static str| -> Vec<&str> {
            let lines = source.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
            lines.map(|line| line.split('=').next().unwrap_or_default().trim()).collect()
        };
        assert_eq!(shape(FRENCH), shape(ENGLISH));
    }
}
