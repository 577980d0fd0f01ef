//! Values that are paths.

use darling::Result;
use quote::ToTokens;
use syn::{Expr, Path, Token, Type, punctuated::Punctuated};

use super::given::{Given, Value};
use crate::token::first_token;
use crate::{facts::ClassPath, refusal::refusal};

impl Value for ClassPath {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            // Not as the expression it was read as: `Generic<T>` is a type, and no expression.
            Given::Value(expr) => {
                let ty: Type = syn::parse2(expr.to_token_stream()).ok()?;
                class_path(&ty).map(another)
            }
            _ => None,
        }
    }

    fn expected(key: &str) -> String {
        format!("takes the path of a class: write `{key} = path::to::Class`")
    }
}

/// An ancestor, which is never the class itself.
fn another(class: ClassPath) -> Result<ClassPath> {
    if class.0.is_ident("Self") {
        return Err(refusal(class.span(), "a class is not its own ancestor: write another class"));
    }
    Ok(class)
}

impl Value for Vec<ClassPath> {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        let Given::List(list) = given else { return None };
        let types = list.parse_args_with(Punctuated::<Type, Token![,]>::parse_terminated);
        match types {
            Ok(types) if types.is_empty() => None,
            Ok(types) => {
                let mut errors = darling::Error::accumulator();
                let classes = types.iter().filter_map(|ty| {
                    let not_a_path = || refusal(first_token(ty), format!("`also` {}", Self::expected("also")));
                    errors.handle(class_path(ty).ok_or_else(not_a_path).and_then(another))
                });
                let classes = classes.collect();
                Some(errors.finish_with(classes))
            }
            Err(error) => Some(Err(refusal(error.span(), format!("`also` {}", Self::expected("also"))))),
        }
    }

    fn expected(key: &str) -> String {
        format!("takes the paths of classes: write `{key}(category::NotFound, …)`")
    }
}

/// The path of a crate.
#[derive(Clone, Debug)]
pub(crate) struct CratePath(pub(crate) Path);

impl Value for CratePath {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        path(given).map(|path| Ok(Self(path)))
    }

    fn expected(_: &str) -> String {
        "takes the path under which `errtax` is reached: write `crate = path::to::errtax`".to_owned()
    }
}

/// A function, or nothing where `Default` will do.
#[derive(Clone, Debug)]
pub(crate) struct DefaultFn(pub(crate) Option<Path>);

impl Value for DefaultFn {
    fn read(given: &Given<'_>) -> Option<Result<Self>> {
        match given {
            Given::Nothing => Some(Ok(Self(None))),
            given => path(given).map(|path| Ok(Self(Some(path)))),
        }
    }

    fn expected(_: &str) -> String {
        "takes the plain path of a function or nothing: write `default`, or `default = path::to::function`".to_owned()
    }
}

/// The path that an expression is.
pub(super) fn path(given: &Given<'_>) -> Option<Path> {
    match given {
        Given::Value(Expr::Path(path)) if path.qself.is_none() => Some(path.path.clone()),
        // `crate = crate` and the like.
        Given::Value(expr @ Expr::Verbatim(_)) => syn::parse2(expr.to_token_stream()).ok(),
        _ => None,
    }
}

/// The path that a type is, if it is one.
pub(crate) fn class_path(ty: &Type) -> Option<ClassPath> {
    match ty {
        Type::Path(path) if path.qself.is_none() => Some(ClassPath(path.path.clone())),
        Type::Group(group) => class_path(&group.elem),
        Type::Paren(paren) => class_path(&paren.elem),
        _ => None,
    }
}
