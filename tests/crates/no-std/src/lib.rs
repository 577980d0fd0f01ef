//! Errtax without `std`: a static library with its own panic handler. Linking it shows that `std` leaks in nowhere.
#![no_std]

extern crate alloc;

use errtax::wire::{NO_HEADERS, aws_cbor, aws_json};
use errtax::{Classifier, ErrorResponse, ServiceError, catalog, category};
use thiserror::Error;

#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// Base class.
#[derive(Debug, Error, ServiceError)]
#[error("device: {response}")]
#[service_error(service = "device")]
pub struct DeviceError {
    #[wire(response)]
    response: ErrorResponse,
}

/// The device is too hot.
#[derive(Debug, Error, ServiceError)]
#[error("{degrees} degrees")]
#[service_error(code = "TooHot", status = 503, retryable, also(category::Unavailable))]
pub struct TooHot {
    #[service_error(base)]
    base: DeviceError,
    #[wire(member)]
    degrees: u32,
}

catalog! {
    /// What a device answers: without `std` there is no registry.
    pub static DEVICE: DeviceError = [TooHot];
}

static CLASSIFIER: Classifier = Classifier::new(&DEVICE);

/// The degrees in a fixed answer, read through everything that works without `std`; 0 where something does not.
#[unsafe(no_mangle)]
pub extern "C" fn degrees() -> u32 {
    let response = aws_json::decode(400, NO_HEADERS, br#"{"__type": "a#TooHot", "degrees": 451}"#);
    let cbor = b"\xa2\x66__type\x68a#TooHot\x67degrees\x19\x01\xc3";
    let same = aws_cbor::decode(400, [("smithy-protocol", "rpc-v2-cbor")], cbor);
    if (same.code(), same.member("degrees").ok()) != (response.code(), response.member::<u32>("degrees").ok()) {
        return 0;
    }
    let error = CLASSIFIER.classify(response);
    let is_right = error.is_a::<DeviceError>() && error.is_a::<category::Unavailable>() && error.is_retryable();
    match error.downcast_ref::<TooHot>() {
        Some(hot) if is_right && DEVICE.find(&error).is_some_and(|found| found.is_a::<TooHot>()) => hot.degrees,
        _ => 0,
    }
}
