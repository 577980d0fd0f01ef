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
            .built_by(::errtax::__private::build::<NoAnswer>)
            .seen_by(::errtax::__private::Cast::of::<NoAnswer>());
    }
    ::errtax::__private::register!(& < NoAnswer as ::errtax::Class > ::ENTRY);
    #[automatically_derived]
    impl ::errtax::ServiceError for NoAnswer {
        fn taxon(&self) -> &'static ::errtax::Taxon {
            &__TAXON
        }
        fn response(&self) -> ::core::option::Option<&::errtax::ErrorResponse> {
            ::core::option::Option::Some(
                <ErrorResponse as ::errtax::__private::Kept>::kept(&self.response),
            )
        }
        fn own_advice(&self) -> ::core::option::Option<::errtax::RetryAdvice> {
            let __ask: fn(&Self) -> ::core::option::Option<::errtax::RetryAdvice> = Self::advise;
            ::errtax::__private::delayed(
                __ask(self),
                <Duration as ::errtax::Delay>::delay(&self.after),
            )
        }
        fn own_text(
            &self,
            __origin: ::errtax::Origin<'_>,
        ) -> ::core::option::Option<&::core::primitive::str> {
            match __origin {
                ::errtax::Origin::Message => {
                    ::errtax::__private::Text(&self.message).__own_text()
                }
                ::errtax::Origin::RequestId => {
                    ::errtax::__private::Text(&self.request_id).__own_text()
                }
                ::errtax::Origin::Context("table") => {
                    ::errtax::__private::Text(&self.table).__own_text()
                }
                _ => ::core::option::Option::None,
            }
        }
        fn own_members(&self, __members: &mut ::errtax::Members) {
            ::errtax::__private::write::<
                u64,
            >(__members, ::errtax::Origin::Member("orderId"), &self.order_id);
            ::errtax::__private::write::<
                Vec<Item>,
            >(__members, ::errtax::Origin::Member("Item"), &self.item);
            ::errtax::__private::write::<
                Size,
            >(__members, ::errtax::Origin::Member("type"), &self.r#type);
            ::errtax::__private::write::<
                String,
            >(__members, ::errtax::Origin::Header("X-Region"), &self.region);
        }
    }
    #[automatically_derived]
    impl ::errtax::FromResponse for NoAnswer {
        fn from_response(
            __response: &mut ::errtax::ErrorResponse,
        ) -> ::core::result::Result<Self, ::errtax::MemberError> {
            let __field1 = match ::errtax::__private::field::<
                u64,
            >(__response, ::errtax::Origin::Member("orderId")) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field2 = match ::errtax::__private::field_or::<
                Vec<Item>,
            >(
                __response,
                ::errtax::Origin::Member("Item"),
                ::core::default::Default::default,
            ) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field3 = match ::errtax::__private::field_or::<
                Size,
            >(__response, ::errtax::Origin::Member("type"), defaults::size) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field4 = match ::errtax::__private::field::<
                Option<String>,
            >(__response, ::errtax::Origin::Message) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field5 = match ::errtax::__private::field::<
                Box<str>,
            >(__response, ::errtax::Origin::RequestId) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field6 = match ::errtax::__private::field::<
                String,
            >(__response, ::errtax::Origin::Header("X-Region")) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field7 = match ::errtax::__private::field::<
                Option<String>,
            >(__response, ::errtax::Origin::Context("table")) {
                ::core::result::Result::Ok(__value) => __value,
                ::core::result::Result::Err(__error) => {
                    return ::core::result::Result::Err(__error);
                }
            };
            let __field8 = ::errtax::__private::retry_after_or(
                __response,
                <Duration as ::errtax::Delay>::from_delay,
                ::core::default::Default::default,
            );
            let __field9 = <Option<
                Cause,
            > as ::errtax::__private::Underneath>::of(__response);
            let __field0 = <ErrorResponse as ::errtax::__private::Kept>::take(
                __response,
            );
            ::core::result::Result::Ok(Self {
                response: __field0,
                order_id: __field1,
                item: __field2,
                r#type: __field3,
                message: __field4,
                request_id: __field5,
                region: __field6,
                table: __field7,
                after: __field8,
                cause: __field9,
            })
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
| status | none | not said |
| fault | none | not said |
| service | none | not said |
| retry | none | not said |
| retry of a value | as `Self::advise` says | declared |

An error is one of these, or of a class below it, where `error.is_a::<NoAnswer>()`; its value is `error.downcast_ref::<NoAnswer>()`.

Its fields on the wire:

| field | filled from | type | if it is missing |
| --- | --- | --- | --- |
| `response` | the response itself | `ErrorResponse` | as its type allows |
| `order_id` | member `orderId`, also written when rendered | `u64` | as its type allows |
| `item` | member `Item`, also written when rendered | `Vec<Item>` | the type's default |
| `r#type` | member `type`, also written when rendered | `Size` | `defaults::size()` |
| `message` | the message | `Option<String>` | as its type allows |
| `request_id` | the request id | `Box<str>` | as its type allows |
| `region` | header `X-Region` | `String` | as its type allows |
| `table` | context `table` | `Option<String>` | as its type allows |
| `after` | the retry delay | `Duration` | the type's default |
| `cause` | the error underneath | `Option<Cause>` | as its type allows |
*/
    #[automatically_derived]
    #[allow(dead_code, rustdoc::private_intra_doc_links)]
    impl NoAnswer {
        /// The class's node of the tree.
        pub const TAXON: &'static ::errtax::Taxon = &__TAXON;
    }
};
