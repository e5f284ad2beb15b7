//! Words as they are compared: without accents, capitals and what stands between them.

use insurance::name::folded;

/// The words of a text, folded.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !is_of_a_word(c)).map(|word| folded(word).to_lowercase()).filter(|word| !word.is_empty())
}

/// Without the mark of a plural: found as the beginning of a word, it finds both.
pub(super) fn stem(word: &str) -> &str {
    if word.len() < 4 { word } else { word.strip_suffix(['s', 'x']).unwrap_or(word) }
}

/// Letters and digits; accents may stand apart from their letter.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}')
}

/// How many letters may be mistyped in a word: none in a short one or a number.
fn mistakes(word: &str) -> usize {
    match word.len() {
        _ if word.contains(|c: char| c.is_ascii_digit()) => 0,
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// How far a mistyped word is from a known one, or from its beginning when more is still to be typed; none when it is too
/// far. Two letters in each other's place are one mistake.
pub(super) fn distance(typed: &str, known: &str) -> Option<usize> {
    let most = mistakes(typed);
    let (typed, known): (Vec<char>, Vec<char>) = (typed.chars().collect(), known.chars().collect());
    // A short word that begins otherwise is another word.
    let exchanged = typed.first() == known.get(1) && typed.get(1) == known.first();
    if most == 0 || typed.len() < 7 && typed.first() != known.first() && !exchanged {
        return None;
    }
    // Of a longer word only its beginning is compared, once enough of it is typed.
    let whole = edits(&typed, &known);
    let beginning = (typed.len() >= 6 && known.len() > typed.len())
        .then(|| known.get(..typed.len()).map(|start| edits(&typed, start)))
        .flatten();
    let least = whole.min(beginning.map_or(usize::MAX, |edits| edits + 1));
    (least <= most).then_some(least)
}

/// Letters added, left out, replaced, or exchanged with their neighbour (optimal string alignment).
fn edits(one: &[char], other: &[char]) -> usize {
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (place, against) in other.iter().enumerate() {
            let value = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let replaced = value(&before, place) + usize::from(letter != against);
            let mut least = replaced.min(value(&before, place + 1) + 1).min(value(&row, place) + 1);
            let exchanged =
                at > 0 && place > 0 && one.get(at - 1) == Some(against) && other.get(place - 1) == Some(letter);
            if exchanged {
                least = least.min(value(&two_before, place - 1) + 1);
            }
            row.push(least);
        }
        two_before = std::mem::replace(&mut before, row);
    }
    before.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_accents_capitals_and_signs() {
        let found: Vec<String> = words("L’Œil d’Élodie, kiné-Saint‑Roch; N°2 / e\u{301}te\u{301}").collect();
        assert_eq!(found, ["l", "oeil", "d", "elodie", "kine", "saint", "roch", "n", "2", "ete"]);
        assert_eq!((stem("lunettes"), stem("genoux"), stem("bas")), ("lunette", "genou", "bas"));
    }

    #[test]
    fn forgives_what_fingers_do_and_no_more() {
        assert_eq!(distance("pharmcie", "pharmacie"), Some(1));
        assert_eq!(distance("dnetiste", "dentiste"), Some(1));
        assert_eq!(distance("kinesitherapeuthe", "kinesitherapeute"), Some(1));
        assert_eq!(distance("lenior", "lenoir"), Some(1));
        assert_eq!(distance("farmacie", "pharmacie"), Some(2));
        assert_eq!(distance("noe", "zoe"), None);
        assert_eq!(distance("martin", "merlin"), None);
        assert_eq!(distance("2024", "2025"), None);
    }

    proptest! {
        #[test]
        fn the_same_word_is_nowhere_far(word in "[a-z]{4,12}", other in "[a-z]{0,12}") {
            prop_assert_eq!(distance(&word, &word), Some(0));
            let (a, b): (Vec<char>, Vec<char>) = (word.chars().collect(), other.chars().collect());
            prop_assert_eq!(edits(&a, &b), edits(&b, &a));
            prop_assert!(edits(&a, &b) <= a.len().max(b.len()));
        }
    }
}
