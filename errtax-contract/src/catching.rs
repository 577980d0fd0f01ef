//! How a program takes an error of a class.

use crate::model::{ClassFacts, Kind};
use crate::tree::Tree;

impl Tree<'_> {
    /// Whether a class is an enum: classes right below it are its variants, `Enum::Variant`. In the file, its kind is
    /// `category`, since no value is of it and of no variant.
    ///
    /// ```
    /// use errtax::contract::{ClassFacts, Kind};
    ///
    /// # let mut contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let mut lost = ClassFacts { kind: Kind::Category, name: "Lost".into(), ..contract.classes[&contract.root].clone() };
    /// lost.parent = Some(contract.root.clone());
    /// let late = ClassFacts { name: "Lost::Late".into(), parent: Some("orders::Lost".into()), ..lost.clone() };
    /// contract.classes.insert("orders::Lost".into(), lost);
    /// assert!(!contract.tree().is_enum("orders::Lost"));
    /// contract.classes.insert("orders::Lost::Late".into(), late);
    /// assert!(contract.tree().is_enum("orders::Lost"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn is_enum(&self, id: &str) -> bool {
        let Some((_, class)) = self.class(id) else { return false };
        let mut children = self.children(id).iter().filter_map(|child| self.class(child));
        children.any(|(_, child)| child.name.rsplit_once("::").is_some_and(|(of, _)| of == class.name))
    }

    /// Whether a program can take an error of the class by its value: those of a category, and of a class from outside of
    /// the tree, have only classes of their own.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let tree = contract.tree();
    /// assert!(tree.has_values("orders::OutOfStock"));
    /// assert!(!tree.has_values("errtax_core::category::Conflict"));
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn has_values(&self, id: &str) -> bool {
        let is_built = |class: &ClassFacts| matches!(class.kind, Kind::Wire | Kind::Local);
        self.is_enum(id) || self.class(id).is_some_and(|(_, class)| is_built(class))
    }

    /// Rust that branches on a class, a way in each text: by its value where it has values, and by what it is.
    ///
    /// A text is a statement, or a comment and a statement, of one or several lines; `…` stands for what a program does.
    /// Names are those of the contract, whatever characters they have. None where the contract has no such class.
    ///
    /// ```
    /// # let contract = errtax::contract::Contract::from_json(errtax::contract::SAMPLE)?;
    /// let ways = contract.tree().catching("errtax_core::category::Conflict");
    /// assert_eq!(
    ///     ways,
    ///     [
    ///         "if error.is_a::<category::Conflict>() { … }",
    ///         "catch!(error => {\n    e is category::Conflict => …,\n    _ => …,\n})",
    ///     ]
    /// );
    /// # Ok::<(), errtax::contract::FormatError>(())
    /// ```
    pub fn catching(&self, id: &str) -> Vec<String> {
        let Some((_, class)) = self.class(id) else { return Vec::new() };
        let path = self.name(id);
        match (self.has_values(id), class.name.rsplit_once("::")) {
            (false, _) => vec![
                format!("if error.is_a::<{path}>() {{ … }}"),
                format!("catch!(error => {{\n    e is {path} => …,\n    _ => …,\n}})"),
            ],
            (true, Some((of, _))) => vec![
                format!("if let Some(e @ {path} {{ .. }}) = error.downcast_ref::<{of}>() {{ … }}"),
                format!(
                    "catch!(error => {{\n    e: {of} => match e {{\n        {path} {{ .. }} => …,\n        \
                     _ => …,\n    }},\n    _ => …,\n}})"
                ),
            ],
            (true, None) => vec![
                format!("// The value, with what it carries.\nif let Some(e) = error.downcast_ref::<{path}>() {{ … }}"),
                format!("// It, or any class below it.\nif error.is_a::<{path}>() {{ … }}"),
                format!("catch!(error => {{\n    e: {path} => …,\n    _ => …,\n}})"),
            ],
        }
    }
}
