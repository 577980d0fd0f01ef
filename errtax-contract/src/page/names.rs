//! How the page calls a class.

use crate::model::ClassFacts;

/// A class's name. Categories that services share are known by their module: many a tree has a class of the same name.
pub(super) fn class_name(id: &str, class: &ClassFacts) -> String {
    match id.strip_prefix("errtax_core::category::") {
        Some(category) if category == class.name => format!("category::{category}"),
        _ => class.name.clone(),
    }
}
