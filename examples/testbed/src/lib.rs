//! What the packages that rebuild a real error system are tested with: the recorded cases of the original, a table of
//! where this one differs, real servers, and checks that keep a README true.
//!
//! Everything here is for tests and demos: it panics where something is wrong.

mod cases;
mod differences;
mod live;
mod moto;
mod places;
mod process;
mod readme;
mod redis;

pub use cases::{Case, cases, corpus};
pub use differences::{Comparison, Difference, compare};
pub use live::{is_live, say};
pub use moto::Moto;
pub use places::free_port;
pub use readme::{code, counts, demo, shows};
pub use redis::Redis;
