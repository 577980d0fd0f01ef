//! What is measured, and how.

#![forbid(unsafe_code)]

pub mod answers;
pub mod measure;
pub mod sdk;
pub mod table;

/// 400 classes by code, and a class for each of the other layers.
pub mod classes {
    include!(concat!(env!("OUT_DIR"), "/classes.rs"));
}

/// A `match` and a perfect hash table over the same codes.
pub mod peers {
    use crate::classes;

    include!(concat!(env!("OUT_DIR"), "/peers.rs"));
}

/// Ten codes.
pub mod few {
    include!(concat!(env!("OUT_DIR"), "/few.rs"));
}

/// 5,848 codes.
pub mod many {
    include!(concat!(env!("OUT_DIR"), "/many.rs"));
}

/// 65 classes, each below the one before.
pub mod deep {
    include!(concat!(env!("OUT_DIR"), "/deep.rs"));
}

/// The codes that are looked up, in the order of the list.
pub const CODES: &str = include_str!("../codes.txt");

/// How many lookups make a round: too many for a branch predictor to learn by heart, as 400 in a row would be.
pub const DRAWS: usize = 16_384;

/// `items`, drawn at random again and again: in the same order for everyone.
pub fn drawn<T>(items: &[T]) -> Vec<&T> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        &items[(state >> 16) as usize % items.len()]
    };
    (0..DRAWS).map(|_| draw()).collect()
}
