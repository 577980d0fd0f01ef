//! How a program takes an error of a class.

use super::names::class_name;
use crate::model::ClassFacts;

/// Rust that branches on the class: by its value, where it `has_values`.
pub(super) fn catching(id: &str, class: &ClassFacts, has_values: bool) -> String {
    let path = class_name(id, class);
    match (has_values, class.name.rsplit_once("::")) {
        (false, _) => {
            format!("if error.is_a::<{path}>() {{ … }}\n\ncatch!(error => {{\n    e is {path} => …,\n    _ => …,\n}})")
        }
        (true, Some((of, _))) => format!(
            "if let Some(e @ {path} {{ .. }}) = error.downcast_ref::<{of}>() {{ … }}\n\n\
             catch!(error => {{\n    e: {of} => match e {{\n        {path} {{ .. }} => …,\n        _ => …,\n    }},\n    _ => …,\n}})"
        ),
        (true, None) => format!(
            "// The value, with what it carries.\nif let Some(e) = error.downcast_ref::<{path}>() {{ … }}\n\n\
             // It, or any class below it.\nif error.is_a::<{path}>() {{ … }}\n\n\
             catch!(error => {{\n    e: {path} => …,\n    _ => …,\n}})"
        ),
    }
}
