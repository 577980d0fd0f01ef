#[allow(deprecated, unused_qualifications)]
const _: () = {
    type __ErrtaxParent = OrdersError;
    const __PARENT: &::errtax::Taxon = <__ErrtaxParent as ::errtax::Class>::TAXON;
    static __LINEAGE: [&::errtax::Taxon; __PARENT.lineage().len() + 1] = ::errtax::__private::lineage(
        __PARENT,
        &__TAXON,
    );
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "NetworkError",
            ::core::concat!(::core::module_path!(), "::NetworkError"),
            &__LINEAGE,
        )
        .child_of(__PARENT)
        .with_docs("Anything that went wrong before an answer arrived.")
        .with_retry(::errtax::Retry::Transient);
    #[automatically_derived]
    impl ::errtax::Class for NetworkError {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
        const ENTRY: ::errtax::__private::Entry = ::errtax::__private::Entry::of_category(
            &__TAXON,
        );
    }
    ::errtax::__private::register!(& < NetworkError as ::errtax::Class > ::ENTRY);
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | [`OrdersError`](OrdersError) | declared |
| lineage | … > [`OrdersError`](OrdersError) > `NetworkError` | inherited |
| code | none | not said: codes are not inherited |
| status | as [`OrdersError`](OrdersError) says | inherited |
| fault | as [`OrdersError`](OrdersError) says | inherited |
| service | as [`OrdersError`](OrdersError) says | inherited |
| retry | transient | declared |
| values | none: a category | declared |

An error is one of these where `error.is_a::<NetworkError>()`.*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl NetworkError {
        /// The class's node of the tree.
        pub const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
