//! Licence expressions, as crates write them: `MIT OR Apache-2.0`, `(MIT OR Apache-2.0) AND Unicode-3.0`, `MIT/Apache-2.0`.

/// Whether the expression can be met with allowed licences only.
pub(crate) fn allows(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut reader = Reader { words: &words, allowed };
    reader.any() && reader.words.is_empty()
}

struct Reader<'a> {
    words: &'a [&'a str],
    allowed: &'a [String],
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a str> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first)
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.words.first() == Some(&word);
        if found {
            self.next();
        }
        found
    }

    fn any(&mut self) -> bool {
        let mut met = self.all();
        while self.takes("OR") {
            met |= self.all();
        }
        met
    }

    fn all(&mut self) -> bool {
        let mut met = self.one();
        while self.takes("AND") {
            met &= self.one();
        }
        met
    }

    fn one(&mut self) -> bool {
        if self.takes("(") {
            let met = self.any();
            return self.takes(")") && met;
        }
        let Some(mut name) = self.next().map(str::to_owned) else {
            return false;
        };
        if self.takes("WITH") {
            name = format!("{name} WITH {}", self.next().unwrap_or_default());
        }
        self.allowed.contains(&name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meets(expression: &str) -> bool {
        allows(expression, &["MIT".to_owned(), "Apache-2.0".to_owned(), "Apache-2.0 WITH LLVM-exception".to_owned()])
    }

    #[test]
    fn one_allowed_licence_of_several_is_enough() {
        assert!(meets("GPL-3.0 OR MIT"));
        assert!(meets("MIT/Apache-2.0"));
        assert!(meets("Apache-2.0 WITH LLVM-exception OR GPL-2.0"));
    }

    #[test]
    fn every_licence_that_binds_must_be_allowed() {
        assert!(!meets("MIT AND GPL-3.0"));
        assert!(meets("(MIT OR GPL-3.0) AND Apache-2.0"));
        assert!(!meets("(MIT OR GPL-3.0) AND BSL-1.0"));
        assert!(!meets(""));
        assert!(!meets("MIT MIT"));
    }
}
