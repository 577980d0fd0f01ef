//! A store that fails: recorded answers of DynamoDB, through its SDK.

use powertools_idempotency::{DynamoDbStore, Idempotency};

use crate::answers::{Answer, Answers};
use crate::orders::{OutOfStock, config, event_of};
use crate::show;

pub(crate) async fn show_all() -> Result<(), Box<dyn std::error::Error>> {
    let throttled = || Answer::error("ProvisionedThroughputExceededException", r#", "message": "Rate exceeded""#);
    let denied = || Answer::error("AccessDeniedException", r#", "Message": "no policy allows it""#);
    let refused =
        || Answer::error("ConditionalCheckFailedException", r#", "message": "The conditional request failed""#);
    let failures = [
        ("a throttled write", vec![throttled()]),
        ("a denied write", vec![denied()]),
        ("nobody there", vec![Answer::Refused]),
        ("a denied read", vec![refused(), denied()]),
        ("a store contradicts itself", vec![[refused(), Answer::done()]; 3].concat()),
        ("but once", vec![refused(), Answer::done(), Answer::done(), Answer::done()]),
        ("the answer is not stored", vec![Answer::done(), throttled()]),
    ];
    for (what, answers) in failures {
        answered(what, answers, async || Ok("placed".to_owned())).await?;
    }
    answered("both of them fail", vec![Answer::done(), throttled()], async || Err(OutOfStock.into())).await
}

/// What came of an order and its handler, and what was asked of DynamoDB.
async fn answered(
    what: &str,
    answers: Vec<Answer>,
    handler: impl AsyncFnOnce() -> errtax::Result<String>,
) -> Result<(), Box<dyn std::error::Error>> {
    let answers = Answers::new(answers);
    let layer = Idempotency::new(config()?, DynamoDbStore::new(answers.client(), "orders"));
    show(what, layer.handle(&event_of("A-7 for 12"), None, handler).await);
    let operations: Vec<_> = answers.requests().into_iter().map(|(operation, _)| operation).collect();
    println!("{:<28}after {}", "", operations.join(", "));
    Ok(())
}
