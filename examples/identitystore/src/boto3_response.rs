//! An error as boto3 shows it: `e.response`.

use errtax::{ErrorResponse, Members, ServiceError};
use serde_json::{Map, Value};

use crate::client_error::{ClientError, code, gave_up, message, retries};

/// What boto3 gives as `e.response`: `Error`, `ResponseMetadata`, and on top the members that the class has.
///
/// Members are shown as the answer had them; those that were absent are absent. `HTTPHeaders` is left out. `None` where no
/// service answered: `BotoCoreError` has no such attribute.
///
/// ```
/// use errtax::wire::aws_json;
/// use identitystore::{AwsError, boto3_response, calling};
///
/// let body = br#"{"__type": "ConflictException", "Message": "taken", "RequestId": "b-1", "Color": "red"}"#;
/// let response = aws_json::decode(400, [("x-amzn-requestid", "h-1")], body);
/// let error = errtax::classify::<AwsError>(calling("CreateUser")(response));
/// let shown = boto3_response(&*error).unwrap();
/// assert_eq!(shown["Error"]["Code"], "ConflictException");
/// assert_eq!((&shown["ResponseMetadata"]["RequestId"], &shown["RequestId"]), (&"h-1".into(), &"b-1".into()));
/// assert!(shown.get("Color").is_none()); // no member of this class
/// ```
pub fn boto3_response(error: &dyn ServiceError) -> Option<Value> {
    let response = error.response().filter(|_| error.is_a::<ClientError>())?;
    let members = members(error, response);
    let mut shown = Map::new();
    shown.insert("Error".into(), said(response, &members).into());
    shown.insert("ResponseMetadata".into(), metadata(response).into());
    shown.extend(members);
    Some(shown.into())
}

/// `Error`: code and message, who is at fault where the answer says so, and the newer code beside an older, public one. In
/// XML the members of the class stand in there, too.
fn said(response: &ErrorResponse, members: &Map<String, Value>) -> Map<String, Value> {
    let mut said = Map::new();
    if response.protocol() == Some("aws-xml") {
        said.extend(members.clone());
        said.extend(response.member("Type").ok().flatten().map(|fault| ("Type".to_owned(), fault)));
    }
    said.insert("Code".into(), code(response).into());
    said.insert("Message".into(), message(response).into());
    let public = response.header("x-amzn-query-error").and_then(|header| header.split_once(';'));
    if let Some((_, fault)) = public.filter(|(code, fault)| !code.is_empty() && !fault.contains(';')) {
        said.insert("QueryErrorCode".into(), response.shape().or(response.code()).into());
        said.insert("Type".into(), fault.into());
    }
    said
}

/// `ResponseMetadata`: the request.
fn metadata(response: &ErrorResponse) -> Map<String, Value> {
    let rows = [
        ("RequestId", response.request_id().into()),
        ("HostId", response.header("x-amz-id-2").into()),
        ("HTTPStatusCode", response.status().into()),
        ("MaxAttemptsReached", gave_up(response).then_some(true).into()),
        ("RetryAttempts", Value::from(retries(response))),
    ];
    rows.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, value)| (name.to_owned(), value)).collect()
}

/// What the class has a field for, as the answer had it.
fn members(error: &dyn ServiceError, response: &ErrorResponse) -> Map<String, Value> {
    let mut members = Members::new();
    error.own_members(&mut members);
    let value = |name: &str| Some((name.to_owned(), response.member(name).ok().flatten()?));
    members.names().filter_map(value).collect()
}
