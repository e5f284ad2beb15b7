//! Documents as other programs read them: poppler and qpdf.

#[cfg(test)]
mod annual;
#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod attestation;
#[cfg(test)]
mod letter;
#[cfg(test)]
mod statement;
#[cfg(test)]
mod support;
