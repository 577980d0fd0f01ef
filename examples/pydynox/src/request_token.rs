//! The token by which DynamoDB knows a transaction that is sent again.

use crate::InvalidRequest;

/// What a transaction is known by for ten minutes: 1 to 36 characters.
///
/// ```
/// use pydynox::RequestToken;
///
/// assert_eq!(RequestToken::new("order-7").unwrap().as_str(), "order-7");
/// assert!(RequestToken::new("").is_err());
/// assert!(RequestToken::new("7".repeat(37)).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestToken(String);

impl RequestToken {
    /// Takes a token that DynamoDB would take.
    ///
    /// # Errors
    ///
    /// [`InvalidRequest::RequestToken`] where it is empty or too long (`ClientRequestToken` of `TransactWriteItems`).
    pub fn new(token: impl Into<String>) -> Result<Self, InvalidRequest> {
        let token = token.into();
        let is_valid = (1..=36).contains(&token.chars().count());
        is_valid.then_some(Self(token)).ok_or(InvalidRequest::RequestToken)
    }

    /// The token as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
