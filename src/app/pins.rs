//! How a PIN is kept: as an Argon2id hash with a salt of its own, in one line that names its parameters.

use crate::domain::operator::Pin;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version, password_hash};

/// 19 MiB, two passes, one lane: the least that OWASP's password storage page names for Argon2id. It takes some 30 ms
/// on a machine of today and stays under 100 ms on an old desk. More would not help six digits, and a slow switch
/// would teach people to share one name.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// The line that is kept of a PIN.
pub(super) fn hash(pin: &Pin, salt: [u8; 16]) -> String {
    let cost = Params::new(MEMORY_KIB, PASSES, LANES, None).expect("within the limits of Argon2");
    let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost);
    let hashed: password_hash::Result<_> = hasher.hash_password_with_salt(pin.bytes(), &salt);
    hashed.expect("six digits and sixteen bytes are within the limits of Argon2").to_string()
}

/// Whether the line was made of this PIN, by whatever parameters it names.
pub(super) fn is(pin: &Pin, kept: &str) -> bool {
    Argon2::default().verify_password(pin.bytes(), kept).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_its_pin_and_no_other() {
        let pin = |text| Pin::parse(text).unwrap();
        let kept = hash(&pin("271828"), [7; 16]);
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(is(&pin("271828"), &kept) && !is(&pin("271829"), &kept) && !is(&pin("271828"), "nonsense"));
        assert_ne!(hash(&pin("271828"), [8; 16]), kept, "two people with one PIN");
    }
}
