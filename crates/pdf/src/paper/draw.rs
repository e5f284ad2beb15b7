//! Putting text, lines and frames on a page, marked as content or as decoration.

use std::collections::BTreeMap;

use printpdf::{Color, DictItem, Line, LineDashPattern, LinePoint, Op, PdfFontHandle, Point, Pt, Rgb, TextItem};

use super::{Page, Paper};
use crate::Fonts;
use crate::structure::{NodeId, Piece};
use crate::style::{Colour, Style};

/// A text with its baseline's start.
pub(super) struct Placed {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) style: Style,
    pub(super) text: String,
}

impl Paper {
    /// Texts that belong to a node of the structure, as one marked piece.
    pub(super) fn content(&mut self, page: usize, node: NodeId, texts: &[Placed], fonts: &Fonts) {
        let Some(sheet) = self.pages.get_mut(page) else { return };
        let mark = sheet.marks;
        sheet.marks += 1;
        let number = i64::try_from(mark).unwrap_or(i64::MAX);
        let kind = self.structure.nodes().get(node.index()).map_or("P", |node| node.kind.tag());
        sheet.ops.push(Op::BeginMarkedContentWithProperties {
            tag: kind.to_owned(),
            properties: DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]) },
        });
        sheet.texts(texts, fonts);
        sheet.ops.push(Op::EndMarkedContentWithProperties);
        self.structure.mark(node, Piece { page, mark });
    }

    /// Decoration, or what was already said: no part of the structure.
    pub(super) fn artifact(&mut self, page: usize, draw: impl FnOnce(&mut Page)) {
        let Some(sheet) = self.pages.get_mut(page) else { return };
        sheet.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
        draw(sheet);
        sheet.ops.push(Op::EndMarkedContent);
    }
}

impl Page {
    pub(super) fn texts(&mut self, texts: &[Placed], fonts: &Fonts) {
        for placed in texts.iter().filter(|placed| !placed.text.is_empty()) {
            let font = fonts.face(placed.style.face);
            self.ops.extend([
                Op::StartTextSection,
                Op::SetFillColor { col: colour(placed.style.colour) },
                Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(placed.style.size) },
                Op::SetTextCursor { pos: point(placed.x, placed.y) },
                Op::ShowText { items: vec![TextItem::Text(placed.text.clone())] },
                Op::EndTextSection,
            ]);
        }
    }

    /// A line from left to right.
    pub(super) fn line(&mut self, from: f32, to: f32, y: f32, thickness: f32, ink: Colour) {
        self.stroke(&[(from, y), (to, y)], false, thickness, ink, LineDashPattern::default());
    }

    /// A dashed rectangle: left, bottom, right, top.
    pub(super) fn frame(&mut self, [left, bottom, right, top]: [f32; 4], ink: Colour) {
        let corners = [(left, bottom), (right, bottom), (right, top), (left, top)];
        self.stroke(&corners, true, 0.75, ink, LineDashPattern::new(0.0, &[3.0, 3.0]));
    }

    fn stroke(&mut self, points: &[(f32, f32)], is_closed: bool, thickness: f32, ink: Colour, dash: LineDashPattern) {
        let points = points.iter().map(|&(x, y)| LinePoint { p: point(x, y), bezier: false }).collect();
        self.ops.extend([
            Op::SetOutlineColor { col: colour(ink) },
            Op::SetOutlineThickness { pt: Pt(thickness) },
            Op::SetLineDashPattern { dash },
            Op::DrawLine { line: Line { points, is_closed } },
        ]);
    }
}

fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(rounded(x)), y: Pt(rounded(y)) }
}

/// To a hundredth of a point, which no printer tells apart: shorter numbers in the file.
fn rounded(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
}

fn colour(Colour(r, g, b): Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}
