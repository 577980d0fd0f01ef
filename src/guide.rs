//! The guide: for readers who know thiserror, a chapter a module, in this order.
//!
//! 1. [`from_thiserror`]: one small error type in thiserror, then as errtax classes, step by step.
//! 2. [`sdk_wrapper`]: a client of a service: a root, its classes, and what becomes of an answer.
//! 3. [`service`]: the errors of a service of your own, as structs or as one enum, and what a handler can ask them.
//! 4. [`retries`]: whether to try again, after which delay, and the loop around it.
//! 5. [`testing`]: fakes in one line, one test of the whole tree, and reasons in assertions.
//! 6. [`classification`]: which class an answer becomes, and how to ask why.
//! 7. [`generated_code`]: what the derive writes, what that costs, and what it never writes.
//! 8. [`contract`]: the tree held to a file, and what a change asks of the next version.
//! 9. [`traps`]: what surprises.
//!
//! Every example is compiled and run by the project's tests. The tables of all attributes are on the
//! [crate's page](crate) and at [`ServiceError`](derive@crate::ServiceError).

#[doc = include_str!("guide/from_thiserror.md")]
pub mod from_thiserror {}

#[doc = include_str!("guide/sdk_wrapper.md")]
pub mod sdk_wrapper {}

#[doc = include_str!("guide/service.md")]
pub mod service {}

#[doc = include_str!("guide/retries.md")]
pub mod retries {}

#[doc = include_str!("guide/testing.md")]
pub mod testing {}

#[doc = include_str!("guide/classification.md")]
pub mod classification {}

#[doc = include_str!("guide/generated_code.md")]
pub mod generated_code {}

#[doc = include_str!("guide/contract.md")]
#[doc = include_str!("guide/contract_verdicts.md")]
pub mod contract {}

#[doc = include_str!("guide/traps.md")]
pub mod traps {}
