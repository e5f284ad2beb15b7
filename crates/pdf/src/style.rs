//! The look on paper: one green, one red, two greys, one family of type. Lengths are points.

/// A colour, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

pub(crate) const GREEN: Colour = Colour(0x0b, 0x61, 0x58);
pub(crate) const RED: Colour = Colour(0x9c, 0x2c, 0x23);
pub(crate) const INK: Colour = Colour(0x14, 0x23, 0x2e);
pub(crate) const QUIET: Colour = Colour(0x46, 0x57, 0x62);
pub(crate) const HAIRLINE: Colour = Colour(0xc9, 0xcf, 0xd2);

/// One of the two faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Regular,
    Bold,
}

/// How a text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) leading: f32,
    pub(crate) colour: Colour,
}

pub(crate) const SENDER: Style = style(Face::Bold, 10.5, 14.0, GREEN);
pub(crate) const TITLE: Style = style(Face::Bold, 24.0, 32.0, INK);
pub(crate) const HEADING: Style = style(Face::Bold, 12.5, 18.0, INK);
pub(crate) const SUBJECT: Style = style(Face::Bold, 11.5, 16.0, INK);
pub(crate) const BODY: Style = style(Face::Regular, 10.5, 15.0, INK);
pub(crate) const STRONG: Style = style(Face::Bold, 10.5, 15.0, INK);
pub(crate) const LABEL: Style = style(Face::Regular, 10.5, 15.0, QUIET);
pub(crate) const NOTE: Style = style(Face::Regular, 9.0, 12.5, QUIET);
pub(crate) const CELL: Style = style(Face::Regular, 10.0, 14.0, INK);
pub(crate) const CELL_HEADER: Style = style(Face::Bold, 9.5, 13.0, INK);
pub(crate) const CELL_GROUP: Style = style(Face::Bold, 10.0, 14.0, GREEN);
pub(crate) const CELL_SUM: Style = style(Face::Bold, 10.0, 14.0, INK);
pub(crate) const CELL_TAKEN: Style = style(Face::Regular, 10.0, 14.0, QUIET);
pub(crate) const WARNING: Style = style(Face::Bold, 11.0, 15.0, RED);
pub(crate) const FRAME: Style = style(Face::Regular, 8.0, 10.5, QUIET);

const fn style(face: Face, size: f32, leading: f32, colour: Colour) -> Style {
    Style { face, size, leading, colour }
}
