//! The fonts of documents: parsed once, measured often, embedded whole.

use lopdf::{Dictionary, Stream};
use printpdf::{FontId, ParsedFont};
use unicode_normalization::UnicodeNormalization as _;

use crate::Error;
use crate::style::Face;

/// Two faces of one family. Make it once and keep it: rendering parses nothing.
pub struct Fonts {
    regular: Font,
    bold: Font,
}

/// One face.
pub(crate) struct Font {
    pub(crate) id: FontId,
    pub(crate) parsed: ParsedFont,
    pub(crate) length: usize,
    pub(crate) deflated: Vec<u8>,
}

/// Shown for a character that the family does not have.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

const REGULAR: &[u8] = include_bytes!("../../../assets/fonts/atkinson-hyperlegible-next-regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../assets/fonts/atkinson-hyperlegible-next-bold.ttf");

impl Fonts {
    /// Atkinson Hyperlegible Next, cut to Latin, its accents and typographic signs.
    ///
    /// # Errors
    /// When a face cannot be read, which only another build of the fonts could cause.
    pub fn embedded() -> Result<Self, Error> {
        Ok(Self {
            regular: Font::new("AtkinsonHyperlegibleNext-Regular", REGULAR)?,
            bold: Font::new("AtkinsonHyperlegibleNext-Bold", BOLD)?,
        })
    }

    pub(crate) fn face(&self, face: Face) -> &Font {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
        }
    }

    pub(crate) fn all(&self) -> [&Font; 2] {
        [&self.regular, &self.bold]
    }
}

impl Font {
    fn new(name: &str, bytes: &[u8]) -> Result<Self, Error> {
        let mut parsed = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or(Error::Font)?;
        parsed.font_name = Some(name.to_owned());
        let mut program = Stream::new(Dictionary::new(), bytes.to_vec());
        program.compress()?;
        Ok(Self { id: FontId(name.to_owned()), parsed, length: bytes.len(), deflated: program.content })
    }

    /// Width of a text in points.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.advance(c)).sum::<f32>() * size
    }

    /// Width of a character in parts of the size.
    pub(crate) fn advance(&self, c: char) -> f32 {
        let glyph = self.parsed.lookup_glyph_index(u32::from(c)).unwrap_or(0);
        let units = self.parsed.get_glyph_width(glyph).unwrap_or(0);
        f32::from(units) / f32::from(self.parsed.units_per_em.max(1))
    }

    /// The text as this face can show it: letters and their accents as one, unknown characters become a visible box, controls a space, marks that only
    /// steer line breaking or joining go.
    pub(crate) fn showable(&self, text: &str) -> String {
        text.nfc().filter(|c| !is_invisible(*c)).map(|c| self.showable_char(c)).collect()
    }

    fn showable_char(&self, c: char) -> char {
        if c.is_control() || c == '\u{2028}' || c == '\u{2029}' {
            ' '
        } else if self.parsed.lookup_glyph_index(u32::from(c)).is_some_and(|glyph| glyph != 0) {
            c
        } else if c.is_whitespace() {
            ' '
        } else {
            REPLACEMENT
        }
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_that_come_apart_are_put_together_and_what_is_unknown_shows() {
        let fonts = Fonts::embedded().unwrap();
        let shown = |text| fonts.face(Face::Regular).showable(text);
        assert_eq!(shown("Zoe\u{301} Lefe\u{300}vre"), "Zoé Lefèvre");
        assert_eq!(shown("a\u{200b}\tb \u{1f600}"), "a b \u{fffd}");
    }
}
