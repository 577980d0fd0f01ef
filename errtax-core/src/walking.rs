//! Whether this thread walks a chain of errors right now.
//!
//! A foreign `#[error(transparent)]` hands the question for its source on to what it wraps, and so leaves that out of
//! the chain. While a chain is walked, `errtax::Error` therefore answers `source` with itself: nothing can hide it. At
//! any other time it does not, so that no reporter prints a text twice.

use core::error::Error;

/// The source of a link, asked by a walk.
#[cfg(feature = "std")]
pub(crate) fn source_of<'a>(link: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    let _walk = on_this_thread::Walk::begin();
    link.source()
}

#[cfg(feature = "std")]
pub(crate) fn is_on() -> bool {
    on_this_thread::is_on()
}

/// Without threads of its own to ask, `no_std` leaves transparent wrappers as they are.
#[cfg(not(feature = "std"))]
pub(crate) fn source_of<'a>(link: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    link.source()
}

#[cfg(not(feature = "std"))]
pub(crate) fn is_on() -> bool {
    false
}

#[cfg(feature = "std")]
mod on_this_thread {
    use core::cell::Cell;

    std::thread_local! {
        static WALKING: Cell<bool> = const { Cell::new(false) };
    }

    pub(super) fn is_on() -> bool {
        WALKING.get()
    }

    /// One step of a walk: it ends whatever a foreign `source` does, and inside another it changes nothing.
    pub(super) struct Walk {
        before: bool,
    }

    impl Walk {
        pub(super) fn begin() -> Self {
            Self { before: WALKING.replace(true) }
        }
    }

    impl Drop for Walk {
        fn drop(&mut self) {
            WALKING.set(self.before);
        }
    }
}
