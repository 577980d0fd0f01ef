//! What a classifier knows of one class.

use crate::cast::Cast;
use crate::erased::Build;
use crate::rule::Rule;
use crate::taxon::Taxon;

/// A class as the classifier sees it: its taxon, the rules under which it is recognised, and how it is built.
#[doc(hidden)]
#[derive(Debug)]
pub struct Entry {
    pub(crate) taxon: &'static Taxon,
    pub(crate) rules: &'static [Rule],
    pub(crate) build: Option<Build>,
    pub(crate) cast: Option<Cast>,
    #[cfg(feature = "describe")]
    pub(crate) is_category: bool,
    #[cfg(feature = "describe")]
    pub(crate) fields: &'static [crate::carried::Field],
    /// The classes that an enum's variants are.
    pub(crate) variants: &'static [Entry],
}

impl Entry {
    /// A class that no rule recognises and nothing builds: one that is `local`.
    pub const fn new(taxon: &'static Taxon) -> Self {
        Self {
            taxon,
            rules: &[],
            build: None,
            cast: None,
            #[cfg(feature = "describe")]
            is_category: false,
            #[cfg(feature = "describe")]
            fields: &[],
            variants: &[],
        }
    }

    /// A class without values of its own.
    #[cfg_attr(not(feature = "describe"), expect(unused_mut, reason = "only a description tells it apart"))]
    pub const fn of_category(taxon: &'static Taxon) -> Self {
        let mut entry = Self::new(taxon);
        #[cfg(feature = "describe")]
        {
            entry.is_category = true;
        }
        entry
    }

    #[cfg(feature = "describe")]
    pub const fn with_fields(mut self, fields: &'static [crate::carried::Field]) -> Self {
        self.fields = fields;
        self
    }

    pub const fn recognised_by(mut self, rules: &'static [Rule]) -> Self {
        self.rules = rules;
        self
    }

    pub const fn seen_by(mut self, cast: Cast) -> Self {
        self.cast = Some(cast);
        self
    }

    pub const fn with_variants(mut self, variants: &'static [Entry]) -> Self {
        self.variants = variants;
        self
    }

    pub const fn taxon(&self) -> &'static Taxon {
        self.taxon
    }

    /// The class, and an enum's variants.
    #[cfg(feature = "registry")]
    pub(crate) fn all(&'static self) -> impl Iterator<Item = &'static Self> {
        core::iter::once(self).chain(self.variants)
    }

    pub const fn built_by(mut self, build: Build) -> Self {
        self.build = Some(build);
        self
    }
}

/// What one field of a class carries.
#[cfg(feature = "describe")]
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($origin:expr, $spelled:expr, $docs:expr, $is_written:expr, $has_default:expr $(, $ty:ty)?) => {
        $crate::__private::Field::new($origin, $spelled)
            .documented($docs)
            .written($is_written)
            .with_default($has_default)
            $(.traced({
                #[allow(unused_imports)]
                use $crate::__private::Untraced as _;
                $crate::__private::TraceOf::<$ty>::TRACE
            }))?
    };
}

/// Registers a class at link time: the derive ends with it.
#[cfg(feature = "registry")]
#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($entry:expr) => {
        $crate::__private::inventory::submit! { $crate::__private::Registered($entry) }
    };
}

/// Without the registry, classes are listed by hand.
#[cfg(not(feature = "registry"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __register {
    ($entry:expr) => {};
}
