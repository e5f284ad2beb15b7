//! Names, compared as people write them: « Le Goff », « LEGOFF » and « le-goff » are the same, « Lefèvre » is « LEFEVRE ».

/// The letters of a name in capitals, without accents, spaces, hyphens and apostrophes. Letters beyond those of French
/// and of its neighbours stay as they are.
pub fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).flat_map(without_accent).collect()
}

fn without_accent(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => 'A',
        'Ç' | 'Ć' | 'Č' => 'C',
        'È' | 'É' | 'Ê' | 'Ë' => 'E',
        'Ì' | 'Í' | 'Î' | 'Ï' => 'I',
        'Ñ' | 'Ń' => 'N',
        'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' | 'Ø' => 'O',
        'Š' | 'Ś' => 'S',
        'Ù' | 'Ú' | 'Û' | 'Ü' => 'U',
        'Ý' | 'Ÿ' => 'Y',
        'Ž' | 'Ź' | 'Ż' => 'Z',
        'Ł' => 'L',
        other => other,
    };
    let (first, second) = match plain {
        'Œ' => ('O', Some('E')),
        'Æ' => ('A', Some('E')),
        other => (other, None),
    };
    // Accents that stand apart from their letter.
    std::iter::once(first).chain(second).filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
}
