//! What a service knows of the request that it answers.

/// What an answer says of the request, where the service tells it: an error does not know it.
///
/// ```
/// use errtax::{ServiceError, wire::{Request, problem}};
///
/// #[derive(Debug, thiserror::Error, ServiceError)]
/// #[error("no order {0}")]
/// #[service_error(status = 404)]
/// struct NoOrder(u64);
///
/// let request = Request::new().with_id("R-1").with_instance("/orders/7");
/// let answer = problem::encode_for(&NoOrder(7), request);
/// assert_eq!(answer.header("x-request-id"), Some("R-1"));
/// assert!(answer.body().ends_with(br#""instance":"/orders/7"}"#));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Request<'a> {
    id: Option<&'a str>,
    instance: Option<&'a str>,
}

impl<'a> Request<'a> {
    /// Nothing yet.
    pub const fn new() -> Self {
        Self { id: None, instance: None }
    }

    /// The id under which *this* service logs the request. That of a service behind it is never sent.
    pub const fn with_id(self, id: &'a str) -> Self {
        Self { id: Some(id), ..self }
    }

    /// A URI reference that identifies this occurrence of the problem (RFC 9457 §3.1.5). Other wires have no place for
    /// it.
    pub const fn with_instance(self, uri: &'a str) -> Self {
        Self { instance: Some(uri), ..self }
    }

    /// The id, if one is known.
    pub const fn id(&self) -> Option<&'a str> {
        self.id
    }

    /// The occurrence's URI reference, if there is one.
    pub const fn instance(&self) -> Option<&'a str> {
        self.instance
    }
}
