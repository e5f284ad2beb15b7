//! Breaking text into lines of a measured width.

use crate::fonts::Font;

/// Lines no wider than `width`. A line broken at a space keeps it, so that the words stay apart when the text is read
/// out of the document; it does not count for the width. A word wider than a line is broken where it must be.
pub(crate) fn wrap(font: &Font, size: f32, text: &str, width: f32) -> Vec<String> {
    let text = font.showable(text);
    let mut lines = Vec::new();
    let mut line = Line::default();
    for piece in pieces(&text) {
        let advance = font.width(piece.trim_end_matches(' '), size);
        if !line.text.is_empty() && line.width + advance > width {
            lines.push(std::mem::take(&mut line).text);
        }
        if advance <= width {
            line.push(piece, font.width(piece, size));
            continue;
        }
        for c in piece.chars() {
            let advance = font.advance(c) * size;
            if c != ' ' && !line.text.is_empty() && line.width + advance > width {
                lines.push(std::mem::take(&mut line).text);
            }
            line.push(c.encode_utf8(&mut [0; 4]), advance);
        }
    }
    let last = line.text.trim_end_matches(' ');
    if !last.is_empty() || lines.is_empty() {
        lines.push(last.to_owned());
    } else if let Some(line) = lines.last_mut() {
        line.truncate(line.trim_end_matches(' ').len());
    }
    lines
}

#[derive(Default)]
struct Line {
    text: String,
    width: f32,
}

impl Line {
    fn push(&mut self, piece: &str, width: f32) {
        self.text.push_str(piece);
        self.width += width;
    }
}

/// Words with what follows them: a line may end after a space, a hyphen or a dash; never at a no-break space, nor at
/// the slash of a date.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '\u{2013}'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Fonts;
    use crate::style::Face;

    fn lines(text: &str, width: f32) -> Vec<String> {
        wrap(Fonts::embedded().unwrap().face(Face::Regular), 10.0, text, width)
    }

    #[test]
    fn keeps_the_space_at_which_it_breaks() {
        assert_eq!(lines("Attestation de droits", 60.0), ["Attestation ", "de droits"]);
    }

    #[test]
    fn breaks_a_word_wider_than_the_line() {
        let lines = lines("Anticonstitutionnellement", 40.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), "Anticonstitutionnellement");
    }

    #[test]
    fn never_breaks_at_a_narrow_space() {
        assert_eq!(lines("15,00\u{202f}€", 20.0).concat(), "15,00\u{202f}€");
        assert_eq!(lines("soit 15,00\u{202f}€", 50.0), ["soit ", "15,00\u{202f}€"]);
    }

    #[test]
    fn shows_a_box_for_what_the_font_lacks() {
        assert_eq!(lines("Zoé 🦀 \u{5d0}\n", 500.0), ["Zoé \u{fffd} \u{fffd}"]);
    }

    proptest! {
        #[test]
        fn never_passes_the_width_and_loses_nothing(text in any::<String>(), width in 15.0..300.0_f32) {
            let fonts = Fonts::embedded().unwrap();
            let font = fonts.face(Face::Bold);
            let lines = wrap(font, 10.0, &text, width);
            for line in &lines {
                prop_assert!(font.width(line.trim_end_matches(' '), 10.0) <= width + 0.01, "{line:?}");
            }
            let shown = font.showable(&text);
            prop_assert_eq!(lines.concat(), shown.trim_end_matches(' '));
        }
    }
}
