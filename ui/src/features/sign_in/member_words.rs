//! A member in two lines: the name and the masked number, or the number alone until the name is known.

use protocol::sign_in::MemberCard;

/// The name, or what stands for it.
pub(super) fn first_line(card: &MemberCard) -> &str {
    if card.name.is_empty() { &card.masked_nir } else { &card.name }
}

/// The masked number, where it is not the first line.
pub(super) fn second_line(card: &MemberCard) -> &str {
    if card.name.is_empty() { "" } else { &card.masked_nir }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_never_without_a_line() {
        let known =
            MemberCard { name: "Marie Martin".into(), initials: "MM".into(), masked_nir: "2 87 03 ••".into() };
        assert_eq!((first_line(&known), second_line(&known)), ("Marie Martin", "2 87 03 ••"));
        let new = MemberCard { name: String::new(), initials: String::new(), ..known };
        assert_eq!((first_line(&new), second_line(&new)), ("2 87 03 ••", ""));
    }
}
