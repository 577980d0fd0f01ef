//! What users get, as formatted Rust in `snapshots/`. `UPDATE_EXPECT=1 cargo test -p errtax-macros` writes it anew.

use expect_test::{ExpectFile, expect_file};

use crate::derive;

fn expands_to(input: &str, expected: &ExpectFile) {
    let expansion = derive::service_error(input.parse().unwrap(), false);
    expected.assert_eq(&prettyplease::unparse(&syn::parse2(expansion).unwrap()));
}

#[test]
fn a_unit_struct_states_all_its_facts_in_one_static() {
    expands_to(
        r#"
        /// The request rate is too high.
        ///
        ///   - slow down
        #[doc = include_str!("slow.md")]
        #[service_error(parent = orders::OrdersError, also(category::Throttled, Busy), code = "Slow", status = 429)]
        #[service_error(retryable(throttling), service = "orders", fault = client, expose, id = "orders::Slow")]
        #[wire(code("Throttling*", "RequestLimitExceeded"), service = any, retryable = false, text = "{message}")]
        #[wire(code = "Busy", message_prefix = "later", operation = "PutItem", status = 503)]
        #[wire(transport(timeout))]
        #[wire(status(400, 413), transport(build, decode))]
        #[wire(fallback)]
        pub struct TooFast;
        "#,
        &expect_file!["../snapshots/facts.rs"],
    );
}

#[test]
fn a_struct_with_a_base_asks_its_base() {
    expands_to(
        r#"
        #[service_error(crate = ::facade::errtax, parent = OrdersError, code = "ResourceNotFoundException")]
        pub(crate) struct TableNotFound { #[service_error(base)] base: orders::OrdersError }
        "#,
        &expect_file!["../snapshots/base.rs"],
    );
}

#[test]
fn each_field_is_filled_from_the_place_it_names() {
    expands_to(
        r#"
        #[service_error(members = "camelCase", out, retryable = Self::advise)]
        pub struct NoAnswer {
            #[wire(response)] response: ErrorResponse,
            order_id: u64,
            #[wire(member = "Item", default)] item: Vec<Item>,
            #[wire(default = defaults::size)] r#type: Size,
            #[wire(message)] message: Option<String>,
            #[wire(request_id)] request_id: Box<str>,
            #[wire(header = "X-Region")] region: String,
            #[wire(context)] table: Option<String>,
            #[wire(retry_after, default)] after: Duration,
            #[wire(cause)] cause: Option<Cause>,
        }
        "#,
        &expect_file!["../snapshots/fields.rs"],
    );
}

#[test]
fn a_tuple_struct_is_built_by_position() {
    expands_to(
        r#"
        #[wire(transport)]
        struct NoAnswer(#[wire(context = "endpoint")] Option<String>, #[wire(retry_after)] u64);
        "#,
        &expect_file!["../snapshots/tuple.rs"],
    );
}

#[test]
fn a_category_has_a_node_and_no_values() {
    expands_to(
        r"
        /// Anything that went wrong before an answer arrived.
        #[service_error(category, parent = OrdersError, retryable)]
        pub enum NetworkError {}
        ",
        &expect_file!["../snapshots/category.rs"],
    );
}

#[test]
fn a_generic_struct_has_one_node_for_all_its_instantiations() {
    expands_to(
        r"
        #[service_error(parent = OrdersError, status = 500)]
        pub struct Wrapped<T: Display, const N: usize> where T: Clone { #[wire(member)] it: [T; N] }
        ",
        &expect_file!["../snapshots/generic.rs"],
    );
}

#[test]
fn an_enum_is_a_class_and_so_are_its_variants() {
    expands_to(
        r#"
        /// What the orders service answers.
        #[service_error(service = "orders")]
        pub enum OrderError {
            /// There is no such order.
            #[service_error(code = "order-not-found", status = 404, also(category::NotFound))]
            NotFound { #[wire(member)] id: u64, #[wire(message)] message: String },
            #[service_error(code = "too-many-orders", status = 429, retryable = Self::patience)]
            TooMany(#[wire(retry_after)] Duration),
            #[service_error(status = 500, local)]
            Database(#[from] DbError),
            Closed,
            Upstream(#[from] OrdersError),
            #[wire(fallback)]
            Other(errtax::Error),
        }
        "#,
        &expect_file!["../snapshots/enum.rs"],
    );
}

#[test]
fn an_enum_of_plain_classes_hands_nothing_on() {
    expands_to(
        r#"
        #[service_error(parent = Root, id = "old::Plain", members, retryable = plain)]
        enum Plain<T> { Only { it: T } }
        "#,
        &expect_file!["../snapshots/generic_enum.rs"],
    );
}

// No UI test: thiserror, whose attribute it is, has its own say about it.
#[test]
fn from_on_a_response_is_refused() {
    let expansion = derive::service_error(
        "struct Orders { #[from] #[wire(response)] response: ErrorResponse }".parse().unwrap(),
        false,
    );
    assert!(expansion.to_string().contains("remove `#[from]` from its response"));
}

// An enum has no `TryFrom<ErrorResponse>`.
#[test]
fn from_on_the_response_of_a_variant_is_not_refused() {
    let input = "enum Orders { #[service_error(status = 400)] Refused(#[from] #[wire(response)] ErrorResponse) }";
    assert!(!derive::service_error(input.parse().unwrap(), false).to_string().contains("compile_error"));
}

#[test]
fn after_a_mistake_the_class_is_still_one() {
    expands_to(
        r#"
        #[service_error(crate = ::facade, status = "404", coed = "A")]
        pub struct NotFound { id: u64 }
        "#,
        &expect_file!["../snapshots/fallback.rs"],
    );
}

#[test]
fn a_tree_that_is_described_says_what_its_fields_carry() {
    let input = r#"
        pub struct OutOfStock {
            /// What is gone.
            #[wire(member = "Sku")] sku: String,
            #[wire(context, default)] table: Option<String>,
        }
    "#;
    let tight = |text: String| text.replace(char::is_whitespace, "");
    let expansion = tight(derive::service_error(input.parse().unwrap(), true).to_string());
    let written = r#"
        .with_fields(&[
            ::errtax::__private::described!(
                ::errtax::Origin::Member("Sku"), "String", "What is gone.", false, false, String),
            ::errtax::__private::described!(
                ::errtax::Origin::Context("table"), "Option<String>", "", false, true, Option<String>)
        ])
    "#;
    assert!(expansion.contains(&tight(written.to_owned())), "{expansion}");
}
