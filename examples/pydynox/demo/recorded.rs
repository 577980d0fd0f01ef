//! The programs on recorded answers.

use std::time::Duration;

use crate::answers::Answer;
use crate::clients::Clients;
use crate::{programs, show};

pub(crate) async fn run() {
    let answering = |answer| Clients::answering([answer]);
    let with_message = |code, message| answering(Answer::json(code, &format!(r#", "message": "{message}""#)));

    for clients in [
        answering(Answer::done()),
        with_message("ResourceNotFoundException", "Requested resource not found"),
        with_message("UnrecognizedClientException", "The security token included in the request is invalid."),
        answering(Answer::Late),
        with_message("AccessDeniedException", "no policy allows it"),
    ] {
        show("safe_get_item", Ok(programs::safe_get_item(&clients, "USER#1").await));
    }

    let failed = Answer::json("ConditionalCheckFailedException", r#", "message": "The conditional request failed""#);
    let item = r#", "Item": {"pk": {"S": "USER#1"}, "version": {"N": "2"}}"#;
    let failed_at = |item| answering(Answer::json("ConditionalCheckFailedException", item));
    show("update_if_exists", programs::update_if_exists(&answering(failed), "USER#1").await);
    show("optimistic_lock", programs::optimistic_lock(&answering(Answer::done()), "USER#1", 1).await);
    show("optimistic_lock", programs::optimistic_lock(&failed_at(item), "USER#1", 1).await);
    show("prevent_overwrite", programs::prevent_overwrite(&failed_at(item), "USER#1").await);
    let internal = r#"{"__type": "InternalServerError", "message": "We encountered an internal error"}"#;
    let internal = answering(Answer::Http(500, internal.to_owned()));
    show("prevent_overwrite", programs::prevent_overwrite(&internal, "USER#1").await);

    let throttled = || Answer::json("ProvisionedThroughputExceededException", "");
    for answers in [vec![throttled(), throttled(), Answer::done()], vec![throttled(), throttled(), throttled()]] {
        let clients = Clients::answering(answers);
        let mut slept = Vec::new();
        // A program would wait: `tokio::time::sleep`.
        let sleep = async |delay: Duration| slept.push(format!("{delay:?}"));
        let saved = programs::save_with_retry(&clients, "USER#1", 3, sleep).await;
        show("save_with_retry", saved.map(|()| format!("saved, after {}", slept.join(" and "))));
    }

    let busy = r#"{"Code": "TransactionConflict"}"#;
    let reasons = |second: &str| {
        Answer::json(
            "TransactionCanceledException",
            &format!(r#", "CancellationReasons": [{{"Code": "None"}}, {second}]"#),
        )
    };
    let taken = answering(reasons(r#"{"Code": "ConditionalCheckFailed"}"#));
    show("both_or_none", programs::both_or_none(&taken, ["USER#1", "USER#2"]).await);
    show("both_or_none", programs::both_or_none(&answering(reasons(busy)), ["USER#1", "USER#2"]).await);

    let expired = answering(Answer::json("ExpiredTokenException", ""));
    for clients in [Clients::without_credentials(), expired, answering(Answer::Refused), answering(Answer::Late)] {
        show("check_at_start", programs::check_at_start(&clients).await);
    }

    for answer in [Answer::json("NotFoundException", ""), Answer::json("AccessDeniedException", "")] {
        show("data_key", programs::data_key(&answering(answer), "alias/users").await);
    }
    for answer in [Answer::xml(404, "NoSuchKey"), Answer::xml(503, "SlowDown"), Answer::xml(412, "PreconditionFailed")]
    {
        show("attachment", programs::attachment(&answering(answer), "photos", "1.png").await);
    }
}
