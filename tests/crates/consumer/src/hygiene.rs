//! The expansion names nothing that a user can shadow.

/// Shadows the whole prelude, and more.
pub mod shadowed {
    use errtax::ServiceError as Derive;

    macro_rules! shadow {
        ($($name:ident),*) => {$(
            #[doc = "Not what it seems."]
            #[derive(Debug)]
            pub struct $name;
        )*};
    }

    shadow!(Option, Result, Box, String, Vec, Taxon, Class, ServiceError, ErrorResponse, Error, Rule, Entry);

    /// Not `core`.
    pub mod core {}
    /// Not `std`.
    pub mod std {}
    /// Not `alloc`.
    pub mod alloc {}
    /// Not the compiler's.
    pub mod diagnostic {}

    /// Root of the shadows.
    #[derive(Debug, Derive)]
    #[service_error(service = "shadow", code = "Root")]
    #[wire(fallback)]
    pub struct Root {
        /// A member.
        #[wire(member, default)]
        pub n: u8,
        /// A delay.
        #[wire(retry_after, default)]
        pub after: u64,
        /// A message.
        #[wire(message, default)]
        pub message: ::std::string::String,
        /// Context.
        #[wire(context, default)]
        pub r#type: ::std::string::String,
    }

    /// Child of the shadows.
    #[derive(Debug, Derive)]
    #[service_error(code = "Child", also(errtax::category::Internal))]
    pub struct Child(
        /// The parent.
        #[service_error(base)]
        pub Root,
    );

    /// Category of the shadows.
    #[derive(Debug, Derive)]
    #[service_error(category, parent = Root)]
    pub enum Category {}

    /// Enum of the shadows.
    #[derive(Debug, Derive)]
    #[service_error(parent = Root)]
    pub enum Enum {
        /// A variant.
        #[service_error(code = "Some")]
        Some(#[wire(message)] ::std::string::String, #[wire(header = "After", retry_after, default)] u64),
        /// Another.
        None,
        /// One that holds an error.
        Ok(Child),
        /// One that holds any.
        #[wire(fallback)]
        Err(errtax::Error),
    }

    macro_rules! plain_error {
        ($($name:ident),*) => {$(
            impl ::core::fmt::Display for $name {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(stringify!($name))
                }
            }
            impl ::core::error::Error for $name {}
        )*};
    }

    plain_error!(Root, Child, Enum);

    #[cfg(test)]
    mod tests {
        #[test]
        fn the_shadows_do_not_matter() {
            let response = errtax::ErrorResponse::new().with_code("Child").with_member("n", 7);
            let error = errtax::classify::<super::Root>(response);
            assert_eq!(error.downcast_ref::<super::Child>().map(|child| child.0.n), Some(7));
            assert!(error.is_a::<super::Root>());
        }
    }
}

/// A module without a prelude.
pub mod bare {
    #![no_implicit_prelude]

    use ::errtax::ServiceError;

    /// Root of the bare.
    #[derive(::core::fmt::Debug, ::thiserror::Error, ServiceError)]
    #[error("bare {n}")]
    #[service_error(code = "Bare", retryable, also(::errtax::category::Internal))]
    pub struct Bare {
        /// A member.
        #[wire(member, default)]
        pub n: u8,
    }
}

/// Names that are keywords, or look like the expansion's own.
#[allow(non_camel_case_types, clippy::pedantic)]
pub mod raw {
    use errtax::ServiceError;
    use thiserror::Error;

    /// A raw name.
    #[derive(Debug, Error, ServiceError)]
    #[error("raw")]
    #[service_error(code = "Raw", members)]
    pub struct r#struct {
        /// A keyword.
        pub r#fn: u8,
        /// A name that the expansion uses, or could.
        pub response: u8,
        /// Another.
        pub origin: u8,
        /// Another.
        pub f: u8,
        /// Another.
        pub __response: u8,
    }

    /// A child of it.
    #[derive(Debug, Error, ServiceError)]
    #[error("raw child")]
    #[service_error(parent = r#struct)]
    pub struct r#impl;

    /// A raw enum, and raw variants.
    #[derive(Debug, Error, ServiceError)]
    #[error("raw enum")]
    pub enum r#enum {
        /// A keyword.
        #[service_error(code = "Raw", members)]
        r#fn {
            /// Another.
            r#type: u8,
        },
        /// Another.
        r#use(r#impl),
    }

    #[cfg(test)]
    #[test]
    fn raw_variants_are_told_without_their_mark() {
        let response = errtax::ErrorResponse::new().with_code("Raw").with_member("type", 1);
        let error = errtax::classify::<r#enum>(response);
        assert_eq!(error.taxon().name(), "enum::fn");
        assert!(matches!(error.downcast_ref(), Some(r#enum::r#fn { r#type: 1 })));
        assert!(r#enum::r#use(r#impl).is_a::<r#struct>());
    }

    #[cfg(test)]
    #[test]
    fn raw_names_are_told_without_their_mark() {
        use errtax::Class;
        assert_eq!(<r#struct as Class>::TAXON.name(), "struct");
        let response = errtax::ErrorResponse::new().with_member("fn", 1).with_member("response", 2);
        let response = response.with_member("origin", 3).with_member("f", 4).with_member("__response", 5);
        let raw = r#struct::try_from(response).unwrap();
        assert_eq!([raw.r#fn, raw.response, raw.origin, raw.f, raw.__response], [1, 2, 3, 4, 5]);
    }
}

/// Classes that a macro of the user's writes.
pub mod in_macro {
    use errtax::ServiceError;
    use thiserror::Error;

    macro_rules! class {
        ($(#[$meta:meta])* $name:ident: $parent:path = $code:literal, $status:expr, $field:ident: $ty:ty) => {
            $(#[$meta])*
            #[derive(Debug, Error, ServiceError)]
            #[error("in a macro")]
            #[service_error(parent = $parent, code = $code, status = $status)]
            pub struct $name {
                /// A field.
                #[wire(member)]
                pub $field: $ty,
            }
        };
    }

    macro_rules! choice {
        ($name:ident: $parent:path { $variant:ident($inner:ty), $other:ident($error:ty), $code:literal = $field:ident: $ty:ty }) => {
            /// Made by a macro.
            #[derive(Debug, Error, ServiceError)]
            #[error("in a macro")]
            #[service_error(parent = $parent, crate = ::errtax)]
            pub enum $name {
                /// One that holds an error.
                $variant(#[from] $inner),
                /// One that holds any.
                #[wire(fallback)]
                $other($error),
                /// A class.
                #[service_error(code = $code)]
                Own {
                    /// A field.
                    #[wire(member)]
                    $field: $ty,
                },
            }
        };
    }

    choice!(Choice: self::Root { Inside(Made), Any(errtax::Error), "Own" = count: u8 });

    /// Root.
    #[derive(Debug, Error, ServiceError)]
    #[error("root")]
    pub struct Root;

    class! {
        /// Made by a macro.
        Made: self::Root = "Made", 404, count: Option<u32>
    }

    #[cfg(test)]
    #[test]
    fn a_macro_may_write_the_derive() {
        let response = errtax::ErrorResponse::new().with_code("Made").with_member("count", 3);
        let error = errtax::classify::<Root>(response);
        assert_eq!(error.downcast_ref::<Made>().unwrap().count, Some(3));
        assert_eq!(error.status(), Some(404));
        assert!(matches!(Choice::from(error), Choice::Inside(Made { count: Some(3) })));
        let own = errtax::classify::<Root>(errtax::ErrorResponse::new().with_code("Own").with_member("count", 3));
        assert!(matches!(Choice::from(own), Choice::Own { count: 3 }));
    }
}
