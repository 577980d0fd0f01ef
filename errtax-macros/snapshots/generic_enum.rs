#[allow(deprecated, unused_qualifications)]
const _: () = {
    type __ErrtaxParent = Root;
    const __PARENT: &::errtax::Taxon = <__ErrtaxParent as ::errtax::Class>::TAXON;
    static __LINEAGE: [&::errtax::Taxon; __PARENT.lineage().len() + 1] = ::errtax::__private::lineage(
        __PARENT,
        &__TAXON,
    );
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "Plain",
            "old::Plain",
            &__LINEAGE,
        )
        .child_of(__PARENT)
        .with_fields();
    const __ENUM: &::errtax::Taxon = &__TAXON;
    const __VARIANT_0: &::errtax::Taxon = {
        static __LINEAGE: [&::errtax::Taxon; __ENUM.lineage().len() + 1] = ::errtax::__private::lineage(
            __ENUM,
            &__TAXON,
        );
        static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
                "Plain::Only",
                "old::Plain::Only",
                &__LINEAGE,
            )
            .child_of(__ENUM)
            .with_fields();
        &__TAXON
    };
    #[automatically_derived]
    impl<T: 'static> ::errtax::Class for Plain<T> {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
    ::errtax::__private::register!(
        & ::errtax::__private::Entry::new(& __TAXON).with_variants(&
        [::errtax::__private::Entry::new(__VARIANT_0)])
    );
    #[automatically_derived]
    impl<T: 'static> ::errtax::ServiceError for Plain<T>
    where
        Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync,
    {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            match self {
                Self::Only { .. } => __VARIANT_0,
            }
        }
        fn own_advice(&self) -> ::core::option::Option<::errtax::RetryAdvice> {
            match self {
                Self::Only { it: __field0, .. } => {
                    let __ask: fn(
                        &Self,
                    ) -> ::core::option::Option<::errtax::RetryAdvice> = plain;
                    __ask(self)
                }
            }
        }
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl<T: 'static> Plain<T>
    where
        Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync,
    {
        /// Whether the error is of class `__C`: its variant's, an ancestor's, or that of the error inside.
        fn is_a<__C: ::errtax::Class>(&self) -> ::core::primitive::bool {
            ::errtax::ServiceError::as_dyn(self).is_a::<__C>()
        }
        /// The value itself as a `__T`, or the service error of that type inside.
        fn downcast_ref<__T: ::errtax::ServiceError>(
            &self,
        ) -> ::core::option::Option<&__T> {
            ::errtax::ServiceError::as_dyn(self).downcast_ref::<__T>()
        }
    }
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | [`Root`](Root) | declared |
| lineage | … > [`Root`](Root) > `Plain` | inherited |
| code | none | not said: codes are not inherited |
| status | as [`Root`](Root) says | inherited |
| fault | as [`Root`](Root) says | inherited |
| service | as [`Root`](Root) says | inherited |
| retry | as [`Root`](Root) says | inherited |
| retry of a value | as `plain` says | declared |
| id | `old::Plain` | declared |
| values | those of its variants | declared |

An error is one of these, or of a class below it, where `error.is_a::<Plain>()`; its value, to `match` on, is `error.downcast_ref::<Plain>()`.

Its variants, each a class below it or another error's place:

| variant | code | status | retry | holds |
| --- | --- | --- | --- | --- |
| `Only` | none | inherited | as `plain` says | `it`: member `it` |
*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl<T: 'static> Plain<T> {
        /// The class's node of the tree.
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
