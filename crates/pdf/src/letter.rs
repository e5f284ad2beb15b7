//! A letter of the caisse: sender, addressee, date, subject, paragraphs.

use insurance::dates;
use jiff::civil::Date;

use crate::block::{Block, Document, Role, Text};
use crate::{Error, Fonts, paper, tagging};

/// What the letter says.
#[derive(Clone)]
pub struct Content {
    /// Name of the caisse, then its address.
    pub sender: Vec<String>,
    /// Name, then postal address.
    pub addressee: Vec<String>,
    /// « Toulouse ».
    pub place: String,
    /// Its date.
    pub written_on: Date,
    /// Without « Objet ».
    pub subject: String,
    /// In order.
    pub paragraphs: Vec<String>,
    /// Who signs: a service, no invented official.
    pub signature: String,
}

/// The letter as PDF, tagged.
///
/// # Errors
/// See [`Error`]; no content causes one.
pub fn render(content: &Content, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let document = document(content);
    tagging::write(paper::lay_out(&document, fonts), fonts, document.title, content.written_on)
}

/// The same in words, in reading order.
pub fn text(content: &Content) -> Vec<String> {
    document(content).text()
}

fn document(content: &Content) -> Document {
    let date = format!("{}, le {}", content.place, dates::french::long(content.written_on));
    let mut blocks = vec![
        Block::Text(lines(Role::Sender, &content.sender)),
        Block::Rule,
        Block::Space(40.0),
        right(lines(Role::Strong, &content.addressee)),
        Block::Space(30.0),
        right(Text::new(Role::Body, date)),
        Block::Space(30.0),
        Block::Text(Text::new(Role::Subject, format!("Objet\u{a0}: {}", content.subject))),
        Block::Space(16.0),
    ];
    for paragraph in &content.paragraphs {
        blocks.extend([Block::Text(Text::new(Role::Body, paragraph.clone())), Block::Space(10.0)]);
    }
    blocks.extend([Block::Space(14.0), right(Text::new(Role::Strong, content.signature.clone()))]);
    Document { title: "Courrier de votre caisse", blocks }
}

/// In the right half of the page, where a window envelope shows the addressee.
fn right(text: Text) -> Block {
    Block::Columns(vec![(0.5, Vec::new()), (0.5, vec![text])])
}

fn lines(role: Role, lines: &[String]) -> Text {
    Text { role, label: None, lines: lines.to_vec() }
}
