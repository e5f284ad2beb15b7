//! What people put between the characters of a number when they type it.

/// The characters that count, without spaces (of any width), dots and hyphens.
pub(crate) fn characters(typed: &str) -> impl Iterator<Item = char> {
    typed.chars().filter(|c| !c.is_whitespace() && !is_separator(*c))
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

/// `text` in groups of these lengths, with a space between them.
pub(crate) fn grouped(text: &str, lengths: impl IntoIterator<Item = usize>) -> String {
    let mut rest = text.chars();
    let groups: Vec<String> = lengths.into_iter().map(|length| rest.by_ref().take(length).collect()).collect();
    groups.into_iter().filter(|group: &String| !group.is_empty()).collect::<Vec<_>>().join(" ")
}
