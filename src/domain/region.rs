//! Administrative division codes, GB/T 2260: two digits each for province, prefecture and county.

/// Six digits; whether the code was ever assigned is a question for the region table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RegionCode([u8; 6]);

impl RegionCode {
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; 6] = super::written::code(text).as_bytes().try_into().ok()?;
        (bytes[0] != b'0' && bytes.iter().all(u8::is_ascii_digit)).then_some(Self(bytes))
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    pub fn province(self) -> Self {
        let [a, b, ..] = self.0;
        Self([a, b, b'0', b'0', b'0', b'0'])
    }

    pub fn prefecture(self) -> Self {
        let [a, b, c, d, ..] = self.0;
        Self([a, b, c, d, b'0', b'0'])
    }
}
