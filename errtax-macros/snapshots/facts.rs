#[allow(deprecated, unused_qualifications)]
const _: () = {
    type __ErrtaxParent = orders::OrdersError;
    const __PARENT: &::errtax::Taxon = <__ErrtaxParent as ::errtax::Class>::TAXON;
    static __LINEAGE: [&::errtax::Taxon; __PARENT.lineage().len() + 1] = ::errtax::__private::lineage(
        __PARENT,
        &__TAXON,
    );
    type __ErrtaxAlso0 = category::Throttled;
    const __ALSO_0: &::errtax::Taxon = <__ErrtaxAlso0 as ::errtax::Class>::TAXON;
    const _: () = ::errtax::__private::also(__ALSO_0);
    type __ErrtaxAlso1 = Busy;
    const __ALSO_1: &::errtax::Taxon = <__ErrtaxAlso1 as ::errtax::Class>::TAXON;
    const _: () = ::errtax::__private::also(__ALSO_1);
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "TooFast",
            "orders::Slow",
            &__LINEAGE,
        )
        .child_of(__PARENT)
        .with_docs(
            ::core::concat!(
                "The request rate is too high.\n\n  - slow down\n",
                include_str!("slow.md"), ""
            ),
        )
        .with_also(&[__ALSO_0, __ALSO_1])
        .with_code("Slow")
        .with_service("orders")
        .with_status(429)
        .with_fault(::errtax::Fault::Client)
        .with_retry(::errtax::Retry::Throttling)
        .exposed();
    const _: () = ::errtax::__private::reason(&__TAXON, "Slow");
    #[automatically_derived]
    impl ::errtax::Class for TooFast {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
        const ENTRY: ::errtax::__private::Entry = ::errtax::__private::Entry::new(
                &__TAXON,
            )
            .recognised_by(
                ::errtax::__private::rules!(
                    & __TAXON, "Slow", [::errtax::__private::Rule::new().code("Slow"),
                    ::errtax::__private::Rule::new().code_prefix("Throttling")
                    .any_service().retry(::errtax::Retry::Never).texts(& ["{message}"]),
                    ::errtax::__private::Rule::new().code("RequestLimitExceeded")
                    .any_service().retry(::errtax::Retry::Never).texts(& ["{message}"]),
                    ::errtax::__private::Rule::new().code("Busy").operation("PutItem")
                    .message_prefix("later").status(503),
                    ::errtax::__private::Rule::new()
                    .transport(::errtax::Transport::Timeout),
                    ::errtax::__private::Rule::new().status(400)
                    .transport(::errtax::Transport::Build),
                    ::errtax::__private::Rule::new().status(400)
                    .transport(::errtax::Transport::Decode),
                    ::errtax::__private::Rule::new().status(413)
                    .transport(::errtax::Transport::Build),
                    ::errtax::__private::Rule::new().status(413)
                    .transport(::errtax::Transport::Decode),
                    ::errtax::__private::Rule::new().fallback()]
                ),
            )
            .built_by(::errtax::__private::build::<TooFast>)
            .seen_by(::errtax::__private::Cast::of::<TooFast>());
    }
    ::errtax::__private::register!(& < TooFast as ::errtax::Class > ::ENTRY);
    #[automatically_derived]
    impl ::errtax::ServiceError for TooFast {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            &__TAXON
        }
    }
    #[automatically_derived]
    impl ::errtax::FromResponse for TooFast {
        fn from_response(
            __response: &mut ::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::errtax::MemberError> {
            ::core::result::Result::Ok(Self {})
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::errtax::ErrorResponse> for TooFast {
        type Error = ::errtax::Unfit;
        fn try_from(
            __response: ::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::errtax::Unfit> {
            ::errtax::__private::fit(__response)
        }
    }
    /**The class in its tree:

| fact | value | origin |
| --- | --- | --- |
| parent | [`OrdersError`](orders::OrdersError) | declared |
| lineage | … > [`OrdersError`](orders::OrdersError) > `TooFast` | inherited |
| also | [`Throttled`](category::Throttled) | declared |
| also | [`Busy`](Busy) | declared |
| code | `Slow` | declared |
| recognised by | codes `Throttling*`, of any service, retry never, reads `{message}` | declared |
| recognised by | code `RequestLimitExceeded`, of any service, retry never, reads `{message}` | declared |
| recognised by | code `Busy`, in operation `PutItem`, with a message that begins with `later`, status 503 | declared |
| recognised by | no answer arrived in time | declared |
| recognised by | status 400, the request could not be built | declared |
| recognised by | status 400, the answer could not be read | declared |
| recognised by | status 413, the request could not be built | declared |
| recognised by | status 413, the answer could not be read | declared |
| recognised by | what nothing else claims | declared |
| status | 429 | declared |
| fault | client | declared |
| service | `orders` | declared |
| retry | throttling | declared |
| id | `orders::Slow` | declared |
| exposed | rendered like a client fault of the service's own, whatever it is | declared |

An error is one of these, or of a class below it, where `error.is_a::<TooFast>()`; its value is `error.downcast_ref::<TooFast>()`.*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl TooFast {
        /// The class's node of the tree.
        pub const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
