::core::compile_error! {
    "`status` takes a number from 400 to 599: write a plain number, as in `status = 404`"
}
::core::compile_error! {
    "there is no key `coed` here: did you mean `code`?"
}
#[allow(dead_code, deprecated, unused_qualifications)]
const _: () = {
    static __TAXON: ::facade::Taxon = ::facade::Taxon::new("", "", &[&__TAXON]);
    #[automatically_derived]
    impl ::facade::Class for NotFound {
        const TAXON: &'static ::facade::Taxon = &__TAXON;
    }
    #[automatically_derived]
    #[allow(dead_code)]
    impl NotFound {
        #[doc(hidden)]
        pub const TAXON: &'static ::facade::Taxon = &__TAXON;
    }
    #[automatically_derived]
    impl ::facade::ServiceError for NotFound {
        fn taxon(&self) -> &'static ::facade::Taxon {
            &__TAXON
        }
    }
    #[automatically_derived]
    impl ::facade::FromResponse for NotFound {
        fn from_response(
            _: &mut ::facade::ErrorResponse,
        ) -> ::core::result::Result<Self, ::facade::MemberError> {
            ::core::unreachable!()
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<::facade::ErrorResponse> for NotFound {
        type Error = ::facade::Unfit;
        fn try_from(
            __response: ::facade::ErrorResponse,
        ) -> ::core::result::Result<Self, ::facade::Unfit> {
            ::facade::__private::fit(__response)
        }
    }
};
