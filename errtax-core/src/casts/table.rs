//! What tells links of one type from others, without knowing the type.

use core::error::Error;
use core::hash::{Hash as _, Hasher};
use core::ptr;

/// The address of the table of methods by which `link` is asked. Links that share it are of one type, since `is` asks
/// nothing else, as long as what holds the table stays loaded; a type may have more than one table.
///
/// A pointer is hashed as its address, then that of its table. `None` where a standard library does otherwise.
pub(super) fn of(link: &(dyn Error + 'static)) -> Option<usize> {
    let pointer = ptr::from_ref(link);
    let mut words = Words::default();
    pointer.hash(&mut words);
    match words {
        Words::Two(address, table) if address == pointer.addr() => Some(table),
        _ => None,
    }
}

/// What is hashed, as long as it is words, and two at most.
#[derive(Clone, Copy, Default)]
enum Words {
    #[default]
    None,
    One(usize),
    Two(usize, usize),
    Else,
}

impl Hasher for Words {
    fn write_usize(&mut self, word: usize) {
        *self = match *self {
            Self::None => Self::One(word),
            Self::One(first) => Self::Two(first, word),
            Self::Two(..) | Self::Else => Self::Else,
        };
    }

    fn write(&mut self, _: &[u8]) {
        *self = Self::Else;
    }

    fn finish(&self) -> u64 {
        0
    }
}

#[cfg(test)]
mod tests {
    use alloc::boxed::Box;
    use core::error::Error;
    use core::fmt;

    /// One type for each number, all alike but for what they say.
    #[derive(Debug)]
    struct Link<const N: usize>(u8);

    impl<const N: usize> fmt::Display for Link<N> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{N}{}", self.0)
        }
    }

    impl<const N: usize> Error for Link<N> {}

    #[test]
    fn a_table_is_that_of_one_type() {
        let ones: [Box<dyn Error>; 2] = [1, 2].map(|value| Box::new(Link::<1>(value)) as _);
        let two: Box<dyn Error> = Box::new(Link::<2>(1));
        let [table, same, other] = [&*ones[0], &*ones[1], &*two].map(super::of);
        assert!(table.is_some() && table == same);
        assert!(other.is_some() && table != other);
    }

    #[test]
    fn two_empty_types_have_two_tables() {
        #[derive(Debug)]
        struct Empty<const N: usize>;

        impl<const N: usize> fmt::Display for Empty<N> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("alike")
            }
        }

        impl<const N: usize> Error for Empty<N> {}

        let (one, two): (&dyn Error, &dyn Error) = (&Empty::<1>, &Empty::<2>);
        assert_ne!(super::of(one), super::of(two));
    }
}
