//! Where the original is not what its documentation says: here, the documentation holds.

use errtax::{Error, ErrorResponse, Taxon};
use pydynox::{AttributeValue, PyValue, PydynoxException, class_named, on_table};
use serde_json::Value;
use testbed::{Case, Comparison};

use crate::answers::Answer;
use crate::clients::Clients;
use crate::{calls, item};

pub(crate) async fn documented(case: &Case, compare: &mut Comparison) {
    let text = |key: &str| case.input[key].as_str();
    if let Some(path) = text("import") {
        let name = path.rsplit('.').next().unwrap_or_default();
        compare.that("imported", Some(&name.into()), class_named(name).map(Taxon::name));
    } else if let (Some(raised), Some(except)) = (text("raised"), text("except")) {
        let error = raise(raised).await;
        compare.that("raised", case.input.get("raised"), error.taxon().name());
        compare.holds("caught", class_named(except).is_some_and(|class| error.taxon().is_a(class)));
    } else if let (Some(class), Some(_)) = (text("class"), text("access")) {
        // An answer that has its code and nothing else.
        let answer = ErrorResponse::new().with_code(class);
        let error = errtax::classify::<PydynoxException>(on_table("PutItem", "users")(answer));
        compare.that("raised", case.input.get("class"), error.taxon().name());
        compare.that("item", case.recorded("expected_fields").map(|fields| &fields["item"]), item(&error));
    } else if text("grep").is_some() {
        // A class that is documented for what cannot be converted: it is what comes of such a value.
        let error = AttributeValue::try_from(PyValue::Other("object".to_owned())).map_err(Error::from);
        let class = error.err().and_then(|error| error.taxon().parent());
        compare.that("raised", case.input.get("class"), class.map(Taxon::name));
    }
}

/// An error that the service of that class answers with, and that has no class of its own.
async fn raise(class: &str) -> Error {
    let clients = Clients::answering([Answer::xml(500, "SomethingNew")]);
    let service = if class.starts_with("S3") { "s3" } else { "kms" };
    let input: Value = serde_json::json!({"service": service});
    calls::called(&clients, &input, "").await.expect_err("the answer is an error")
}
