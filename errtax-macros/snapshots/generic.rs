#[allow(deprecated, unused_qualifications)]
const _: () = {
    type __ErrtaxParent = OrdersError;
    const __PARENT: &::errtax::Taxon = <__ErrtaxParent as ::errtax::Class>::TAXON;
    static __LINEAGE: [&::errtax::Taxon; __PARENT.lineage().len() + 1] = ::errtax::__private::lineage(
        __PARENT,
        &__TAXON,
    );
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "Wrapped",
            ::core::concat!(::core::module_path!(), "::Wrapped"),
            &__LINEAGE,
        )
        .child_of(__PARENT)
        .with_status(500)
        .with_fields();
    #[automatically_derived]
    impl<T: Display + 'static, const N: usize> ::errtax::Class for Wrapped<T, N>
    where
        T: Clone,
    {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
    ::errtax::__private::register!(& ::errtax::__private::Entry::new(& __TAXON));
    #[automatically_derived]
    impl<T: Display + 'static, const N: usize> ::errtax::ServiceError for Wrapped<T, N>
    where
        T: Clone,
        Self: ::core::error::Error + ::core::marker::Send + ::core::marker::Sync,
    {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            &__TAXON
        }
    }
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | [`OrdersError`](OrdersError) | declared |
| lineage | … > [`OrdersError`](OrdersError) > `Wrapped` | inherited |
| code | none | not said: codes are not inherited |
| status | 500 | declared |
| fault | server | from the status |
| service | as [`OrdersError`](OrdersError) says | inherited |
| retry | as [`OrdersError`](OrdersError) says | inherited |

An error is one of these, or of a class below it, where `error.is_a::<Wrapped>()`; its value is `error.downcast_ref::<Wrapped>()`.*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl<T: Display + 'static, const N: usize> Wrapped<T, N>
    where
        T: Clone,
    {
        /// The class's node of the tree.
        pub const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
