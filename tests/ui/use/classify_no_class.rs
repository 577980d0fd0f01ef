use errtax::ErrorResponse;

fn main() {
    errtax::classify::<std::fmt::Error>(ErrorResponse::new());
}
