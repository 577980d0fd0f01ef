#[allow(deprecated, unused_qualifications)]
const _: () = {
    static __LINEAGE: [&::errtax::Taxon; 1] = [&__TAXON];
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "OrderError",
            ::core::concat!(::core::module_path!(), "::OrderError"),
            &__LINEAGE,
        )
        .with_docs("What the orders service answers.")
        .with_service("orders")
        .with_fields();
    const __ENUM: &::errtax::Taxon = &__TAXON;
    const __VARIANT_0: &::errtax::Taxon = {
        static __LINEAGE: [&::errtax::Taxon; __ENUM.lineage().len() + 1] = ::errtax::__private::lineage(
            __ENUM,
            &__TAXON,
        );
        type __ErrtaxAlso0 = category::NotFound;
        const __ALSO_0: &::errtax::Taxon = <__ErrtaxAlso0 as ::errtax::Class>::TAXON;
        const _: () = ::errtax::__private::also(__ALSO_0);
        static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
                "OrderError::NotFound",
                ::core::concat!(::core::module_path!(), "::OrderError::NotFound"),
                &__LINEAGE,
            )
            .child_of(__ENUM)
            .with_docs("There is no such order.")
            .with_also(&[__ALSO_0])
            .with_code("order-not-found")
            .with_status(404)
            .with_fields();
        const _: () = ::errtax::__private::reason(&__TAXON, "order-not-found");
        &__TAXON
    };
    const __VARIANT_1: &::errtax::Taxon = {
        static __LINEAGE: [&::errtax::Taxon; __ENUM.lineage().len() + 1] = ::errtax::__private::lineage(
            __ENUM,
            &__TAXON,
        );
        static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
                "OrderError::TooMany",
                ::core::concat!(::core::module_path!(), "::OrderError::TooMany"),
                &__LINEAGE,
            )
            .child_of(__ENUM)
            .with_code("too-many-orders")
            .with_status(429)
            .with_fields();
        const _: () = ::errtax::__private::reason(&__TAXON, "too-many-orders");
        &__TAXON
    };
    const __VARIANT_2: &::errtax::Taxon = {
        static __LINEAGE: [&::errtax::Taxon; __ENUM.lineage().len() + 1] = ::errtax::__private::lineage(
            __ENUM,
            &__TAXON,
        );
        static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
                "OrderError::Database",
                ::core::concat!(::core::module_path!(), "::OrderError::Database"),
                &__LINEAGE,
            )
            .child_of(__ENUM)
            .with_status(500)
            .with_fields();
        &__TAXON
    };
    const __VARIANT_3: &::errtax::Taxon = {
        static __LINEAGE: [&::errtax::Taxon; __ENUM.lineage().len() + 1] = ::errtax::__private::lineage(
            __ENUM,
            &__TAXON,
        );
        static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
                "OrderError::Closed",
                ::core::concat!(::core::module_path!(), "::OrderError::Closed"),
                &__LINEAGE,
            )
            .child_of(__ENUM);
        &__TAXON
    };
    #[automatically_derived]
    impl ::errtax::Class for OrderError {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
        const ENTRY: ::errtax::__private::Entry = ::errtax::__private::Entry::new(
                &__TAXON,
            )
            .seen_by(::errtax::__private::Cast::of::<OrderError>())
            .with_variants(
                &[
                    ::errtax::__private::Entry::new(__VARIANT_0)
                        .recognised_by(
                            ::errtax::__private::rules!(
                                __VARIANT_0, "order-not-found",
                                [::errtax::__private::Rule::new().code("order-not-found")]
                            ),
                        )
                        .built_by(|__response| ::errtax::__private::build_by::<
                            OrderError,
                        >(
                            __response,
                            |__response| {
                                let __field0 = match ::errtax::__private::field::<
                                    u64,
                                >(__response, ::errtax::Origin::Member("id")) {
                                    ::core::result::Result::Ok(__value) => __value,
                                    ::core::result::Result::Err(__error) => {
                                        return ::core::result::Result::Err(__error);
                                    }
                                };
                                let __field1 = match ::errtax::__private::field::<
                                    String,
                                >(__response, ::errtax::Origin::Message) {
                                    ::core::result::Result::Ok(__value) => __value,
                                    ::core::result::Result::Err(__error) => {
                                        return ::core::result::Result::Err(__error);
                                    }
                                };
                                ::core::result::Result::Ok(Self::NotFound {
                                    id: __field0,
                                    message: __field1,
                                })
                            },
                        )),
                    ::errtax::__private::Entry::new(__VARIANT_1)
                        .recognised_by(
                            ::errtax::__private::rules!(
                                __VARIANT_1, "too-many-orders",
                                [::errtax::__private::Rule::new().code("too-many-orders")]
                            ),
                        )
                        .built_by(|__response| ::errtax::__private::build_by::<
                            OrderError,
                        >(
                            __response,
                            |__response| {
                                let __field0 = match ::errtax::__private::retry_after(
                                    __response,
                                    <Duration as ::errtax::Delay>::from_delay,
                                ) {
                                    ::core::result::Result::Ok(__value) => __value,
                                    ::core::result::Result::Err(__error) => {
                                        return ::core::result::Result::Err(__error);
                                    }
                                };
                                ::core::result::Result::Ok(Self::TooMany { 0: __field0 })
                            },
                        )),
                    ::errtax::__private::Entry::new(__VARIANT_2),
                    ::errtax::__private::Entry::new(__VARIANT_3),
                ],
            );
    }
    ::errtax::__private::register!(& < OrderError as ::errtax::Class > ::ENTRY);
    #[automatically_derived]
    impl ::errtax::ServiceError for OrderError {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            match self {
                Self::NotFound { .. } => __VARIANT_0,
                Self::TooMany { .. } => __VARIANT_1,
                Self::Database { .. } => __VARIANT_2,
                Self::Closed { .. } => __VARIANT_3,
                _ => {
                    ::errtax::ServiceError::inner(self)
                        .map_or(__ENUM, ::errtax::ServiceError::taxon)
                }
            }
        }
        fn inner(&self) -> ::core::option::Option<&dyn ::errtax::ServiceError> {
            ::core::option::Option::Some(
                match self {
                    Self::Upstream(__inner) => {
                        <OrdersError as ::errtax::__private::Delegate>::as_inner(__inner)
                    }
                    Self::Other(__inner) => {
                        <errtax::Error as ::errtax::__private::Rest>::as_inner(__inner)
                    }
                    _ => return ::core::option::Option::None,
                },
            )
        }
        fn is_wrapped_as(&self, __class: &::errtax::Taxon) -> ::core::primitive::bool {
            ::errtax::ServiceError::inner(self)
                .is_some_and(|__inner| {
                    __ENUM.is_a(__class) || __inner.is_wrapped_as(__class)
                })
        }
        fn code(&self) -> ::core::option::Option<&::core::primitive::str> {
            match ::errtax::ServiceError::inner(self) {
                ::core::option::Option::Some(__inner) => __inner.code(),
                ::core::option::Option::None => {
                    ::errtax::__private::code(
                        ::errtax::ServiceError::taxon(self),
                        ::errtax::ServiceError::response(self),
                    )
                }
            }
        }
        fn status(&self) -> ::core::option::Option<::core::primitive::u16> {
            match ::errtax::ServiceError::inner(self) {
                ::core::option::Option::Some(__inner) => __inner.status(),
                ::core::option::Option::None => {
                    ::errtax::__private::status(
                        ::errtax::ServiceError::taxon(self),
                        ::errtax::ServiceError::response(self),
                    )
                }
            }
        }
        fn fault(&self) -> ::core::option::Option<::errtax::Fault> {
            match ::errtax::ServiceError::inner(self) {
                ::core::option::Option::Some(__inner) => __inner.fault(),
                ::core::option::Option::None => {
                    ::errtax::__private::fault(
                        ::errtax::ServiceError::taxon(self),
                        ::errtax::ServiceError::response(self),
                    )
                }
            }
        }
        fn retry_advice(&self) -> ::errtax::RetryAdvice {
            match ::errtax::ServiceError::inner(self) {
                ::core::option::Option::Some(__inner) => __inner.retry_advice(),
                ::core::option::Option::None => {
                    ::errtax::__private::retry_advice(
                        ::errtax::ServiceError::taxon(self),
                        ::errtax::ServiceError::response(self),
                        ::errtax::ServiceError::own_advice(self),
                    )
                }
            }
        }
        fn response(&self) -> ::core::option::Option<&::errtax::ErrorResponse> {
            ::errtax::ServiceError::inner(self)?.response()
        }
        fn base(&self) -> ::core::option::Option<&dyn ::errtax::ServiceError> {
            ::errtax::ServiceError::inner(self)?.base()
        }
        fn own_advice(&self) -> ::core::option::Option<::errtax::RetryAdvice> {
            match self {
                Self::TooMany { 0: __field0, .. } => {
                    let __ask: fn(
                        &Self,
                    ) -> ::core::option::Option<::errtax::RetryAdvice> = Self::patience;
                    ::errtax::__private::delayed(
                        __ask(self),
                        <Duration as ::errtax::Delay>::delay(__field0),
                    )
                }
                _ => ::errtax::ServiceError::inner(self)?.own_advice(),
            }
        }
        fn own_text(
            &self,
            __origin: ::errtax::Origin<'_>,
        ) -> ::core::option::Option<&::core::primitive::str> {
            match self {
                Self::NotFound { id: __field0, message: __field1, .. } => {
                    match __origin {
                        ::errtax::Origin::Message => {
                            ::errtax::__private::Text(__field1).__own_text()
                        }
                        _ => ::core::option::Option::None,
                    }
                }
                _ => ::errtax::ServiceError::inner(self)?.own_text(__origin),
            }
        }
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl OrderError {
        /// Whether the error is of class `__C`: its variant's, an ancestor's, or that of the error inside.
        pub fn is_a<__C: ::errtax::Class>(&self) -> ::core::primitive::bool {
            ::errtax::ServiceError::as_dyn(self).is_a::<__C>()
        }
        /// The value itself as a `__T`, or the service error of that type inside.
        pub fn downcast_ref<__T: ::errtax::ServiceError>(
            &self,
        ) -> ::core::option::Option<&__T> {
            ::errtax::ServiceError::as_dyn(self).downcast_ref::<__T>()
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<::errtax::Error> for OrderError {
        fn from(__error: ::errtax::Error) -> Self {
            let __error = match __error.downcast::<Self>() {
                ::core::result::Result::Ok(__itself) => return __itself,
                ::core::result::Result::Err(__error) => __error,
            };
            let __error = match <OrdersError as ::errtax::__private::Delegate>::sorted(
                __error,
            ) {
                ::core::result::Result::Ok(__inner) => return Self::Upstream(__inner),
                ::core::result::Result::Err(__error) => __error,
            };
            Self::Other(<errtax::Error as ::errtax::__private::Rest>::of(__error))
        }
    }
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | none: a root | declared |
| lineage | `OrderError` | declared |
| code | none | not said: codes are not inherited |
| status | none | not said |
| fault | none | not said |
| service | `orders` | declared |
| retry | none | not said |
| values | those of its variants | declared |

An error is one of these, or of a class below it, where `error.is_a::<OrderError>()`; its value, to `match` on, is `error.downcast_ref::<OrderError>()`.

Its variants, each a class below it or another error's place:

| variant | code | status | retry | holds |
| --- | --- | --- | --- | --- |
| `NotFound` | `order-not-found` | 404 | inherited | `id`: member `id`; `message`: the message |
| `TooMany` | `too-many-orders` | 429 | as `Self::patience` says | `0`: the retry delay |
| `Database` | none | 500 | inherited | `0`: `DbError` |
| `Closed` | none | inherited | inherited | nothing |
| `Upstream` | its own | its own | its own | [`OrdersError`](OrdersError) |
| `Other` | its own | its own | its own | [`Error`](errtax::Error): whatever no other variant takes |
*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl OrderError {
        /// The class's node of the tree.
        pub const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
