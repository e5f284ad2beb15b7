//! From drawn pages to the bytes of a tagged document: structure tree, language, title, metadata.

mod metadata;
mod tree;

use insurance::dates;
use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};
use printpdf::serialize::to_lopdf_doc;
use printpdf::{Mm, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use crate::paper::{HEIGHT, Paper, WIDTH};
use crate::{Error, Fonts};

/// Writes the document.
pub(crate) fn write(paper: Paper, fonts: &Fonts, title: &str, made_on: Date) -> Result<Vec<u8>, Error> {
    let Paper { pages, structure } = paper;
    let marks: Vec<usize> = pages.iter().map(|page| page.marks).collect();
    let mut drawn = PdfDocument::new(title);
    for font in fonts.all() {
        drawn.resources.fonts.map.insert(font.id.clone(), PdfFont::new(font.parsed.clone()));
    }
    drawn.pages =
        pages.into_iter().map(|page| PdfPage::new(millimetres(WIDTH), millimetres(HEIGHT), page.ops)).collect();
    let mut document = to_lopdf_doc(&drawn, &PdfSaveOptions::default(), &mut Vec::new());
    document.version = "1.7".to_owned();
    embed_deflated(&mut document, fonts)?;
    tree::add(&mut document, &structure, &marks)?;
    metadata::add(&mut document, title, made_on)?;
    document.compress();
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes)?;
    Ok(bytes)
}

/// Font programs were deflated when the fonts were read: that is most of the time it would take to write a page.
fn embed_deflated(document: &mut Document, fonts: &Fonts) -> Result<(), Error> {
    let programs: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| {
            let descriptor = object.as_dict().ok()?;
            let name = descriptor.get(b"FontName").ok()?.as_name().ok()?;
            let program = descriptor.get(b"FontFile2").ok()?.as_reference().ok()?;
            let font = fonts.all().into_iter().find(|font| font.id.0.as_bytes() == name)?;
            Some((program, font))
        })
        .collect();
    for (id, font) in programs {
        let mut dictionary = Dictionary::new();
        dictionary.set("Length1", i64::try_from(font.length).unwrap_or(i64::MAX));
        dictionary.set("Filter", "FlateDecode");
        let stream = Stream::new(dictionary, font.deflated.clone()).with_compression(false);
        *document.get_object_mut(id)? = Object::Stream(stream);
    }
    Ok(())
}

fn millimetres(points: f32) -> Mm {
    Mm(points * 25.4 / 72.0)
}

/// A day as documents write it; midnight, because the hour would say more than it should.
fn pdf_date(day: Date) -> Object {
    let text = format!("D:{:04}{:02}{:02}000000Z", day.year(), day.month(), day.day());
    Object::String(text.into_bytes(), StringFormat::Literal)
}

fn iso_date(day: Date) -> String {
    let numeric = dates::numeric(day);
    let parts: Vec<&str> = numeric.rsplit('/').collect();
    parts.join("-")
}
