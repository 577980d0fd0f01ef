//! The fields of the errors of both services' models, under their names on the wire.

use devopsagent::community;
use devopsagent::official::{
    AccessDeniedException, ConflictException, ContentSizeExceededException, IdentityCenterServiceException,
    InternalServerException, InvalidParameterException, ResourceNotFoundException, ServiceQuotaExceededException,
    ThrottlingException, ValidationException,
};
use errtax::{Error, catch};
use serde_json::{Value, json};

/// Without those that the answer did not have.
pub(crate) fn of(error: &Error) -> Value {
    let members = catch!(error => {
        e: AccessDeniedException => json!({"message": e.message}),
        e: ConflictException => json!({"message": e.message, "reason": e.reason}),
        e: ContentSizeExceededException => json!({"message": e.message}),
        e: IdentityCenterServiceException =>
            json!({"message": e.message, "underlyingErrorCode": e.underlying_error_code}),
        e: InternalServerException => json!({"message": e.message}),
        e: InvalidParameterException => json!({"message": e.message}),
        e: ResourceNotFoundException => json!({"message": e.message}),
        e: ServiceQuotaExceededException => json!({"message": e.message}),
        e: ThrottlingException => json!({"message": e.message}),
        e: ValidationException => json!({"message": e.message, "fieldList": e.field_list}),
        e: community::InternalServerException => json!({"message": e.message}),
        e: community::ResourceNotFoundException => json!({"message": e.message}),
        e: community::UnauthorizedException => json!({"message": e.message}),
        e: community::ValidationException => json!({"message": e.message}),
        _ => json!({}),
    });
    let members = members.as_object().into_iter().flatten();
    let there = members.filter(|(_, value)| !value.is_null() && **value != json!([]));
    there.map(|(name, value)| (name.clone(), value.clone())).collect()
}
