use errtax::{ServiceError, category};

fn timeout(error: &dyn ServiceError) -> bool {
    error.downcast_ref::<category::Timeout>().is_some()
}

fn main() {}
