//! One layer around all handlers: it numbers the requests, logs the errors, and writes them as the client accepts them.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU64, Ordering},
};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use errtax::wire;

use crate::wires::Wire;

/// What the layer keeps.
#[derive(Clone, Debug, Default)]
pub struct Log {
    requests: Arc<AtomicU64>,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Log {
    /// Each request that failed with 500 or more: its id, the status, the error's code, and its whole chain.
    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().map(|lines| lines.clone()).unwrap_or_default()
    }

    fn write(&self, line: String) {
        if let Ok(mut lines) = self.lines.lock() {
            lines.push(line);
        }
    }
}

/// Answers errors in the wire that the request accepts.
///
/// A `Problem` leaves its error in the answer's extensions. It is rendered once more from there, since a handler does
/// not know the id of its request.
pub async fn answer(State(log): State<Log>, request: Request, next: Next) -> Response {
    let id = format!("R-{}", log.requests.fetch_add(1, Ordering::Relaxed) + 1);
    let wire = Wire::accepted(request.headers());
    let instance = request.uri().path().to_owned();

    let response = next.run(request).await;
    let Some(error) = response.extensions().get::<Arc<errtax::Error>>().cloned() else { return response };

    let about = wire::Request::new().with_id(&id).with_instance(&instance);
    let answer = wire.encode(&**error, about);
    if answer.status() >= 500 {
        let code = error.code().unwrap_or_else(|| error.taxon().name());
        log.write(format!("{id} {} {code}: {}", answer.status(), errtax::report(&*error)));
    }
    let mut response = answer.into_response();
    // For a layer around this one.
    response.extensions_mut().insert(error);
    response
}
