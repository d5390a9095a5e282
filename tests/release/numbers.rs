//! The same numbers on every run and every machine.

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Numbers(pub u64);

impl Numbers {
    /// The next of 2^64 equally likely values.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A signed value of any size: as many of them below a thousand as beyond a trillion.
    pub fn any_size(&mut self) -> i64 {
        let bits = self.next() % 64;
        (self.next() as i64) >> bits
    }
}
