//! The words of a page, line by line, in the order in which they are drawn: reading order in a tagged document.

use hayro::hayro_interpret::font::GlyphRun;
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{Affine, BezPath, Point, Rect};

/// The lines of a page.
pub(super) fn of_page(pdf: &Pdf, page: &Page<'_>) -> Vec<String> {
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(Affine::IDENTITY, Rect::new(0.0, 0.0, 1.0, 1.0), &cache, pdf.xref(), settings);
    let mut words = Words::default();
    interpret_page(page, &mut context, &mut words);
    words.end_line();
    words.lines
}

#[derive(Default)]
struct Words {
    lines: Vec<String>,
    line: String,
    last: Option<Point>,
    /// Marked content that is open, and whether it is decoration.
    marks: Vec<Mark>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Content,
    Artifact,
}

/// Glyphs of one line stand at one height, in points.
const SAME_LINE: f64 = 1.0;
/// A gap that no two letters of a word have, in points.
const GAP: f64 = 18.0;

impl Words {
    fn add(&mut self, text: &str, at: Point) {
        match self.last {
            Some(last) if (last.y - at.y).abs() > SAME_LINE || at.x < last.x => self.end_line(),
            Some(last) if at.x - last.x > GAP => self.line.push(' '),
            _ => {}
        }
        self.line.push_str(text);
        self.last = Some(at);
    }

    fn end_line(&mut self) {
        let line = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

impl<'a> Device<'a> for Words {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        if self.marks.contains(&Mark::Artifact) {
            return;
        }
        for glyph in run.glyphs() {
            let at = props.transform * glyph.transform() * Point::ZERO;
            match glyph.as_unicode() {
                Some(BfString::Char(character)) => self.add(character.encode_utf8(&mut [0; 4]), at),
                Some(BfString::String(text)) => self.add(&text, at),
                None => self.add("\u{fffd}", at),
            }
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<&hayro::hayro_syntax::object::Dict<'_>>) {
        // A cell of a table, a paragraph: never the middle of a word.
        self.line.push(' ');
        self.marks.push(if tag == b"Artifact" { Mark::Artifact } else { Mark::Content });
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
