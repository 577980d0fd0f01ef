//! Identity of a class: a hash that is the same wherever the class is compiled.

use core::fmt;

/// The identity of a class: a 64-bit hash of its path, computed in `const`.
///
/// It holds across crates, codegen units, `cdylib`s and copies of a crate, where addresses differ. The hash is
/// FNV-1a over the UTF-8 bytes of `module::path::Name` (`Enum::Variant` for a variant) and never changes; a class
/// that moved keeps its identity by stating the old path, `#[service_error(id = "old::path::Name")]`.
///
/// ```
/// use errtax::TaxonId;
///
/// const ID: TaxonId = TaxonId::of_path("errtax_core::category::NotFound");
/// assert_eq!(<errtax::category::NotFound as errtax::Class>::TAXON.id(), ID);
/// assert_eq!(TaxonId::of_path("").to_u64(), 0xcbf2_9ce4_8422_2325);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TaxonId(u64);

impl TaxonId {
    /// The identity of the class at `path`.
    ///
    /// ```
    /// use errtax::{Class, ServiceError, TaxonId};
    ///
    /// #[derive(Debug, thiserror::Error, ServiceError)]
    /// #[error("late")]
    /// #[service_error(id = "orders::Late")]
    /// struct Late;
    ///
    /// assert_eq!(Late::TAXON.id(), TaxonId::of_path("orders::Late"));
    /// ```
    pub const fn of_path(path: &str) -> Self {
        const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let bytes = path.as_bytes();
        let mut hash = OFFSET_BASIS;
        let mut i = 0;
        while i < bytes.len() {
            hash = (hash ^ bytes[i] as u64).wrapping_mul(PRIME);
            i += 1;
        }
        Self(hash)
    }

    /// The hash itself.
    ///
    /// ```
    /// use errtax::TaxonId;
    /// assert_eq!(TaxonId::of_path("a").to_u64(), 0xaf63_dc4c_8601_ec8c);
    /// ```
    pub const fn to_u64(self) -> u64 {
        self.0
    }

    /// One bit of 64: what has it not is another class. Mixed, since a path's last letters leave the highest bits alone.
    #[inline]
    pub(crate) const fn bit(self) -> u64 {
        1 << (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 58)
    }

    /// `==`, usable in `const`.
    pub(crate) const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }
}

impl fmt::Debug for TaxonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TaxonId({:016x})", self.0)
    }
}
