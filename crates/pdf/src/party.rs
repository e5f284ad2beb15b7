//! Who a document is about: the insured person, and where they are insured.

use crate::block::{Block, Role, Text};

/// The caisse, with the three parts that documents print.
#[derive(Clone)]
pub struct Caisse {
    /// « CPAM de la Haute-Garonne ».
    pub name: String,
    /// Two digits: `01` for the general scheme.
    pub scheme: String,
    /// Three digits.
    pub code: String,
    /// Four digits.
    pub centre: String,
}

/// The insured person.
#[derive(Clone)]
pub struct Holder {
    /// First and last name.
    pub name: String,
    /// Grouped, with the key: « 1 84 07 31 555 012 34 ».
    pub nir: String,
    /// Up to six lines, without the name.
    pub address: Vec<String>,
}

/// The beginning of a document about both: who writes, what it is, of which time.
pub(crate) fn head(title: &'static str, period: &str, caisse: &Caisse, holder: &Holder) -> Vec<Block> {
    vec![
        Block::Text(Text::new(Role::Sender, caisse.name.clone())),
        Block::Space(14.0),
        Block::Text(Text::new(Role::Title, title)),
        Block::Text(Text::new(Role::Body, period)),
        Block::Rule,
        Block::Space(18.0),
        block(caisse, holder),
    ]
}

/// Both, side by side.
pub(crate) fn block(caisse: &Caisse, holder: &Holder) -> Block {
    let mut address = vec![holder.name.clone()];
    address.extend(holder.address.iter().cloned());
    let triple = format!("{} · {} · {}", caisse.scheme, caisse.code, caisse.centre);
    Block::Columns(vec![
        (0.6, vec![Text::labelled(Role::Strong, "Assuré(e)", address)]),
        (
            0.4,
            vec![
                Text::labelled(Role::Strong, "Numéro de sécurité sociale", vec![holder.nir.clone()]),
                Text::labelled(Role::Strong, "Organisme de rattachement", vec![triple, caisse.name.clone()]),
            ],
        ),
    ])
}
