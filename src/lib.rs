//! facade
#![no_std]
#![forbid(unsafe_code)]

pub use errtax_core::*;

#[doc(hidden)]
pub mod __private {
    pub use errtax_core::__private::*;
    pub use errtax_core::__register as register;
}
