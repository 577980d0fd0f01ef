//! The text that a field holds, for the values that answer from their own fields.

use core::ops::Deref;

/// A field's text, if its type is one that has a text: what `own_text` answers with.
///
/// A type's own methods are found before those of what it derefs to: where `T` is no [`AsText`], [`NoText`] answers. The
/// name is one that no trait of a user's has.
#[doc(hidden)]
pub struct Text<'a, T>(pub &'a T);

#[doc(hidden)]
pub struct NoText;

impl NoText {
    #[expect(clippy::unused_self, reason = "as the method that it stands in for")]
    pub const fn __own_text(&self) -> Option<&'static str> {
        None
    }
}

impl<T> Deref for Text<'_, T> {
    type Target = NoText;

    fn deref(&self) -> &NoText {
        &NoText
    }
}

impl<'a, T: AsText> Text<'a, T> {
    #[doc(hidden)]
    pub fn __own_text(&self) -> Option<&'a str> {
        self.0.as_text()
    }
}

#[doc(hidden)]
pub trait AsText {
    fn as_text(&self) -> Option<&str>;
}

macro_rules! texts {
    ($($ty:ty),*) => {$(
        impl AsText for $ty {
            fn as_text(&self) -> Option<&str> {
                Some(self)
            }
        }
    )*};
}

texts!(alloc::string::String, alloc::boxed::Box<str>, alloc::sync::Arc<str>, alloc::borrow::Cow<'static, str>);

impl<T: AsText> AsText for Option<T> {
    fn as_text(&self) -> Option<&str> {
        self.as_ref().and_then(T::as_text)
    }
}
