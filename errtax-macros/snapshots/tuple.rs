#[allow(deprecated, unused_qualifications)]
const _: () = {
    static __LINEAGE: [&::errtax::Taxon; 1] = [&__TAXON];
    static __TAXON: ::errtax::Taxon = ::errtax::Taxon::new(
            "NoAnswer",
            ::core::concat!(::core::module_path!(), "::NoAnswer"),
            &__LINEAGE,
        )
        .with_fields();
    #[automatically_derived]
    impl ::errtax::Class for NoAnswer {
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
        const ENTRY: ::errtax::__private::Entry = ::errtax::__private::Entry::new(
                &__TAXON,
            )
            .recognised_by(&[::errtax::__private::Rule::new().any_transport()])
            .built_by(::errtax::__private::build::<NoAnswer>)
            .seen_by(::errtax::__private::Cast::of::<NoAnswer>());
    }
    ::errtax::__private::register!(& < NoAnswer as ::errtax::Class > ::ENTRY);
    #[automatically_derived]
    impl ::errtax::ServiceError for NoAnswer {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            &__TAXON
        }
        fn own_advice(&self) -> ::core::option::Option<::errtax::RetryAdvice> {
            ::errtax::__private::delayed(
                ::core::option::Option::None,
                <u64 as ::errtax::Delay>::delay(&self.1),
            )
        }
        fn own_text(
            &self,
            __origin: ::errtax::Origin<'_>,
        ) -> ::core::option::Option<&::core::primitive::str> {
            match __origin {
                ::errtax::Origin::Context("endpoint") => {
                    ::errtax::__private::Text(&self.0).__own_text()
                }
                _ => ::core::option::Option::None,
            }
        }
    }
    #[automatically_derived]
    impl ::errtax::FromResponse for NoAnswer {
        fn from_response(
            __response: &mut ::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::errtax::MemberError> {
            let __field0 = match ::errtax::__private::field::<
                Option<String>,
            >(__response, ::errtax::Origin::Context("endpoint")) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field1 = match ::errtax::__private::retry_after(
                __response,
                <u64 as ::errtax::Delay>::from_delay,
            ) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            ::core::result::Result::Ok(Self { 0: __field0, 1: __field1 })
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::errtax::ErrorResponse> for NoAnswer {
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
| parent | none: a root | declared |
| lineage | `NoAnswer` | declared |
| code | none | not said: codes are not inherited |
| recognised by | no answer that could be read | declared |
| status | none | not said |
| fault | none | not said |
| service | none | not said |
| retry | none | not said |

An error is one of these, or of a class below it, where `error.is_a::<NoAnswer>()`; its value is `error.downcast_ref::<NoAnswer>()`.

Its fields on the wire:

| field | filled from | type | if it is missing |
| --- | --- | --- | --- |
| `0` | context `endpoint` | `Option<String>` | as its type allows |
| `1` | the retry delay | `u64` | as its type allows |
*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl NoAnswer {
        /// The class's node of the tree.
        const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
