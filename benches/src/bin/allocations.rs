//! How often a classification allocates: printed for the table, which times without this allocator.

#![forbid(unsafe_code)]

use errtax::{Classifier, ErrorResponse};
use errtax_benches::classes::Root;

fn main() {
    let classifier = Classifier::of::<Root>();
    let response = ErrorResponse::new().with_status(400).with_code("ResourceNotFoundException").with_message("gone");
    let taxon = allocation_counter::measure(|| {
        std::hint::black_box(classifier.taxon(&response));
    });
    let mut error = None;
    let classify = allocation_counter::measure(|| error = Some(classifier.classify(response)));
    println!("{} {}", taxon.count_total, classify.count_total);
}
