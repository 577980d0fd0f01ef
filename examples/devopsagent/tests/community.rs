//! The service of the community: what the client's model of it says is a class, until it is converted.

mod members;

use devopsagent::{AwsError, DevOpsAgentError, calling_community, community::CommunityError, handle_client_error};
use errtax::wire::aws_json;
use errtax::{Error, Fault};
use serde_json::json;

fn answered(status: u16, code: &str) -> Error {
    let body = br#"{"message": "no", "fieldList": []}"#;
    let response = aws_json::decode(status, [("x-amzn-errortype", code), ("x-amzn-requestid", "R-1")], body);
    errtax::classify::<AwsError>(calling_community("GetTask")(response))
}

#[test]
fn each_error_of_the_model_has_its_message_and_is_converted_to_the_class_of_its_name() {
    let errors = [
        (400, "ValidationException", Fault::Client),
        (401, "UnauthorizedException", Fault::Client),
        (404, "ResourceNotFoundException", Fault::Client),
        (500, "InternalServerException", Fault::Server),
    ];
    for (status, code, fault) in errors {
        let raised = answered(status, code);
        assert_eq!((raised.taxon().name(), raised.status(), raised.fault()), (code, Some(status), Some(fault)));
        assert!(raised.is_a::<CommunityError>() && !raised.is_a::<DevOpsAgentError>(), "{code}");
        assert_eq!(members::of(&raised), json!({"message": "no"}), "{code}");
        assert_eq!(raised.is_retryable(), fault == Fault::Server, "{code}");
        assert_eq!(raised.to_string(), format!("An error occurred ({code}) when calling the GetTask operation: no"));

        let converted = handle_client_error(raised);
        assert_eq!((converted.taxon().name(), converted.status()), (code, Some(status)));
        assert!(converted.is_a::<DevOpsAgentError>() && !converted.is_a::<CommunityError>(), "{code}");
        assert_eq!(converted.to_string(), format!("{code}: no (Request ID: R-1)"));
        let cause = std::error::Error::source(&converted).unwrap();
        assert!(errtax::find_a::<CommunityError>(cause).is_some(), "{code}");
    }
}

#[test]
fn a_conflict_and_a_quota_have_a_class_only_when_they_are_converted() {
    for (status, code) in [(409, "ConflictException"), (402, "ServiceQuotaExceededException")] {
        let raised = answered(status, code);
        assert_eq!(raised.taxon().name(), "ClientError", "{code}");
        assert_eq!(handle_client_error(raised).taxon().name(), code);
    }
}
