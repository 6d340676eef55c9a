//! Where uids and salts come from: the system, or a seed for tests and the demo.

/// A source of bytes that nobody can guess, or the same ones every time.
#[derive(Debug, Clone)]
pub enum Chance {
    System,
    /// SplitMix64 from this state on.
    Seeded(u64),
}

impl Chance {
    pub fn fill(&mut self, bytes: &mut [u8]) {
        match self {
            // Without the system's chance no file can be signed; there is nothing sensible to fall back to.
            Self::System => getrandom::fill(bytes).expect("the operating system gives random bytes"),
            Self::Seeded(_) => {
                for chunk in bytes.chunks_mut(8) {
                    let next = self.number().to_le_bytes();
                    chunk.iter_mut().zip(next).for_each(|(byte, random)| *byte = random);
                }
            }
        }
    }

    /// A number below `end`, for invented people.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.number() % end).unwrap_or(0)
    }

    fn number(&mut self) -> u64 {
        match self {
            Self::System => {
                let mut bytes = [0; 8];
                self.fill(&mut bytes);
                u64::from_le_bytes(bytes)
            }
            Self::Seeded(state) => {
                *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mut z = *state;
                z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                z ^ (z >> 31)
            }
        }
    }

    /// Sixteen bytes: a desk's id, an epoch.
    pub fn sixteen(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        self.fill(&mut bytes);
        bytes
    }
}
