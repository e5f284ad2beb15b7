//! Pages of a PDF as pictures and as words.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use protocol::documents::{DocumentView, PageImage};

use super::words;

/// 110 dots an inch; a PDF has 72 units an inch.
const SCALE: f32 = 110.0 / 72.0;
/// A document with more pages is shown up to here; a copy has them all.
const MOST_PAGES: usize = 40;

/// All pages, in order.
pub(super) fn draw(bytes: Vec<u8>) -> Result<DocumentView, &'static str> {
    let pdf = Pdf::new(bytes).map_err(|_| "not a readable PDF")?;
    let cache = RenderCache::new();
    let scale = PixmapSettings { x_scale: SCALE, y_scale: SCALE, bg_color: WHITE };
    let (mut pages, mut text) = (Vec::new(), Vec::new());
    for page in pdf.pages().iter().take(MOST_PAGES) {
        let picture = render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &scale);
        let (width, height) = (u32::from(picture.width()), u32::from(picture.height()));
        let png = picture.into_png().map_err(|_| "a page cannot be encoded")?;
        pages.push(PageImage { png: STANDARD.encode(png), width, height });
        text.append(&mut words::of_page(&pdf, page));
    }
    Ok(DocumentView { pages, text })
}
