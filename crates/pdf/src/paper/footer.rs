//! The foot of every page: that this is a demonstration, and the page's number.

use super::draw::Placed;
use super::{MARGIN, Paper, WIDTH};
use crate::Fonts;
use crate::block::NOTICE;
use crate::structure::{Kind, Structure};
use crate::style::{self, Style};

const RULE: f32 = 84.0;

/// Said once in the structure, at the end of the document; on the other pages it only shows.
pub(super) fn add(paper: &mut Paper, fonts: &Fonts) {
    let count = paper.pages.len();
    let [warning, sentence] = NOTICE;
    let texts = || [centred(fonts, style::WARNING, 64.0, warning), centred(fonts, style::NOTE, 48.0, sentence)];
    for page in 0..count {
        if page + 1 == count {
            for text in texts() {
                let node = paper.structure.add(Structure::ROOT, Kind::Paragraph);
                paper.content(page, node, &[text], fonts);
            }
        } else {
            paper.artifact(page, |sheet| sheet.texts(&texts(), fonts));
        }
        let number = centred(fonts, style::NOTE, 30.0, &format!("Page {} sur {count}", page + 1));
        paper.artifact(page, |sheet| {
            sheet.line(MARGIN, WIDTH - MARGIN, RULE, 0.5, style::HAIRLINE);
            sheet.texts(&[number], fonts);
        });
    }
}

fn centred(fonts: &Fonts, style: Style, y: f32, text: &str) -> Placed {
    let width = fonts.face(style.face).width(text, style.size);
    Placed { x: (WIDTH - width) / 2.0, y, style, text: text.to_owned() }
}
