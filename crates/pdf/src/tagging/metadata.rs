//! Title, language and dates, in the catalogue, the information dictionary and XMP.

use jiff::civil::Date;
use lopdf::{Dictionary, Document, Object, Stream, StringFormat};

use super::{iso_date, pdf_date};
use crate::Error;

const PRODUCER: &str = "Compte assuré (démonstration)";

/// Adds what a reader's window and assistive technology ask for first.
pub(super) fn add(document: &mut Document, title: &str, made_on: Date) -> Result<(), Error> {
    let metadata = document.add_object(
        Stream::new(
            Dictionary::from_iter([("Type", Object::from("Metadata")), ("Subtype", Object::from("XML"))]),
            xmp(title, made_on).into_bytes(),
        )
        .with_compression(false),
    );
    let catalog = document.catalog_mut()?;
    catalog.set("Metadata", Object::Reference(metadata));
    catalog.set("Lang", Object::string_literal("fr-FR"));
    catalog.set("MarkInfo", Dictionary::from_iter([("Marked", Object::Boolean(true))]));
    catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
    let info = document.add_object(Dictionary::from_iter([
        ("Title", lopdf::text_string(title)),
        ("Creator", lopdf::text_string(PRODUCER)),
        ("Producer", lopdf::text_string(PRODUCER)),
        ("CreationDate", pdf_date(made_on)),
        ("ModDate", pdf_date(made_on)),
    ]));
    // The first dictionary calls the file PDF/X, which it is not.
    if let Ok(first) = document.trailer.get(b"Info").and_then(Object::as_reference) {
        document.objects.remove(&first);
    }
    document.trailer.set("Info", Object::Reference(info));
    let identifier = Object::String(fingerprint(document).to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    document.trailer.set("ID", Object::Array(vec![identifier.clone(), identifier]));
    Ok(())
}

/// The same for the same content: FNV-1a over the streams of the document.
fn fingerprint(document: &Document) -> u128 {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    streams.flat_map(|stream| &stream.content).fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d, |hash: u128, byte| {
        (hash ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    })
}

fn xmp(title: &str, made_on: Date) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let date = iso_date(made_on);
    format!(
        r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
        bom = '\u{feff}',
    )
}
