#[allow(deprecated, unused_qualifications)]
const _: () = {
    type __ErrtaxParent = OrdersError;
    const __PARENT: &::facade::errtax::Taxon = <__ErrtaxParent as ::facade::errtax::Class>::TAXON;
    static __LINEAGE: [&::facade::errtax::Taxon; __PARENT.lineage().len() + 1] = ::facade::errtax::__private::lineage(
        __PARENT,
        &__TAXON,
    );
    type __ErrtaxBase = orders::OrdersError;
    const __BASE: &::facade::errtax::Taxon = <__ErrtaxBase as ::facade::errtax::Class>::TAXON;
    const _: () = ::facade::errtax::__private::same_class(__PARENT, __BASE);
    const __GUARD: ::core::primitive::usize = ::facade::errtax::__private::embedded::<
        __ErrtaxBase,
        { __BASE.lineage().len() },
    >();
    static __TAXON: ::facade::errtax::Taxon = ::facade::errtax::Taxon::new(
            "TableNotFound",
            ::core::concat!(::core::module_path!(), "::TableNotFound"),
            &__LINEAGE,
        )
        .child_of(__PARENT)
        .with_code("ResourceNotFoundException")
        .with_fields()
        .embedding_its_parent();
    const _: () = ::facade::errtax::__private::reason(
        &__TAXON,
        "ResourceNotFoundException",
    );
    #[automatically_derived]
    impl ::facade::errtax::Class for TableNotFound {
        const TAXON: &'static ::facade::errtax::Taxon = &__TAXON;
        const ENTRY: ::facade::errtax::__private::Entry = ::facade::errtax::__private::Entry::new(
                &__TAXON,
            )
            .recognised_by(
                ::facade::errtax::__private::rules!(
                    & __TAXON, "ResourceNotFoundException",
                    [::facade::errtax::__private::Rule::new()
                    .code("ResourceNotFoundException")]
                ),
            )
            .built_by(::facade::errtax::__private::build::<TableNotFound>)
            .seen_by(::facade::errtax::__private::Cast::of::<TableNotFound>());
    }
    ::facade::errtax::__private::register!(
        & < TableNotFound as ::facade::errtax::Class > ::ENTRY
    );
    #[automatically_derived]
    impl ::facade::errtax::ServiceError for TableNotFound {
        fn taxon(&self) -> &'static ::facade::errtax::Taxon {
            &__TAXON
        }
        fn response(&self) -> ::core::option::Option<&::facade::errtax::ErrorResponse> {
            ::facade::errtax::__private::base::<_, __GUARD>(&self.base).response()
        }
        fn base(&self) -> ::core::option::Option<&dyn ::facade::errtax::ServiceError> {
            ::core::option::Option::Some(
                ::facade::errtax::__private::base::<_, __GUARD>(&self.base),
            )
        }
        fn own_advice(&self) -> ::core::option::Option<::facade::errtax::RetryAdvice> {
            ::facade::errtax::__private::base::<_, __GUARD>(&self.base).own_advice()
        }
        fn own_text(
            &self,
            __origin: ::facade::errtax::Origin<'_>,
        ) -> ::core::option::Option<&::core::primitive::str> {
            ::facade::errtax::__private::base::<_, __GUARD>(&self.base)
                .own_text(__origin)
        }
    }
    #[automatically_derived]
    impl ::facade::errtax::FromResponse for TableNotFound {
        fn from_response(
            __response: &mut ::facade::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::facade::errtax::MemberError> {
            let __field0 = match ::facade::errtax::__private::base_from::<
                orders::OrdersError,
                __GUARD,
            >(__response) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            ::core::result::Result::Ok(Self { base: __field0 })
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::facade::errtax::ErrorResponse> for TableNotFound {
        type Error = ::facade::errtax::Unfit;
        fn try_from(
            __response: ::facade::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::facade::errtax::Unfit> {
            ::facade::errtax::__private::fit(__response)
        }
    }
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | [`OrdersError`](OrdersError) | declared |
| lineage | … > [`OrdersError`](OrdersError) > `TableNotFound` | inherited |
| code | `ResourceNotFoundException` | declared |
| status | as [`OrdersError`](OrdersError) says | inherited |
| fault | as [`OrdersError`](OrdersError) says | inherited |
| service | as [`OrdersError`](OrdersError) says | inherited |
| retry | as [`OrdersError`](OrdersError) says | inherited |

An error is one of these, or of a class below it, where `error.is_a::<TableNotFound>()`; its value is `error.downcast_ref::<TableNotFound>()`.

Its fields on the wire:

| field | filled from | type | if it is missing |
| --- | --- | --- | --- |
| `base` | the whole response | `orders::OrdersError` | as its type allows |
*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl TableNotFound {
        /// The class's node of the tree.
        pub(crate) const TAXON: &'static ::facade::errtax::Taxon = &__TAXON;
    }
};
