//! What is known once everything is checked: a model that exists is right.
//!
//! One item holds its nodes of the tree: a struct or a category is one; an enum is one, and most of its variants are.

use proc_macro2::Span;
use syn::{Expr, Generics, Ident, Member, Path, Type, Visibility};

use crate::facts::{At, ClassPath, Code, Fault, Krate, Retry, Service, Transport};

pub(crate) struct Model {
    pub(crate) item: Item,
    /// The class that the type is.
    pub(crate) node: Node,
    /// An enum's, in its order.
    pub(crate) variants: Vec<Variant>,
}

/// The Rust type.
pub(crate) struct Item {
    pub(crate) ident: Ident,
    pub(crate) vis: Visibility,
    pub(crate) generics: Generics,
    pub(crate) krate: Krate,
}

/// What the values of one variant are.
pub(crate) enum Variant {
    /// A class of their own, below the enum's.
    Class(Node),
    /// A service error that answers for itself.
    Delegate(Delegate),
}

/// The one field of a variant without facts.
pub(crate) struct Delegate {
    pub(crate) variant: Ident,
    pub(crate) ty: Type,
    /// The type as one that a page can link to.
    pub(crate) class: Option<ClassPath>,
    /// It takes whatever no other variant does.
    pub(crate) is_fallback: bool,
}

/// One class.
pub(crate) struct Node {
    /// The variant of the type that it is, if it is not the type itself.
    pub(crate) variant: Option<Ident>,
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// The value of each `#[doc = …]`.
    pub(crate) docs: Vec<Expr>,
    pub(crate) parent: Option<ClassPath>,
    /// The `base` field's type, where `parent` is stated too: both must be one class.
    pub(crate) base_beside_parent: Option<ClassPath>,
    pub(crate) also: Vec<ClassPath>,
    pub(crate) facts: Facts,
    pub(crate) rules: Vec<Rule>,
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// No values.
    Category,
    /// The values of its variants.
    Enum,
    /// Values that no response becomes.
    Local,
    /// Values that a response can become.
    Constructible,
    /// Values with something in them that no response has, or that depends on a type parameter.
    Opaque,
}

pub(crate) struct Facts {
    pub(crate) id: Option<String>,
    pub(crate) code: Option<At<String>>,
    pub(crate) service: Option<String>,
    /// What types of problems begin with.
    pub(crate) problem_base: Option<String>,
    /// The whole type of this problem, where a rule states one.
    pub(crate) problem_type: Option<String>,
    pub(crate) domain: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) fault: Option<Fault>,
    pub(crate) retry: Option<Retry>,
    /// `retryable = path::to::fn`
    pub(crate) advise: Option<Path>,
    pub(crate) expose: bool,
    /// Members are written when the error is rendered.
    pub(crate) out: bool,
}

/// One rule of recognition; a `#[wire(code(…))]` is as many as it has codes, statuses and transport kinds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rule {
    pub(crate) code: Option<Code>,
    pub(crate) service: Option<Service>,
    pub(crate) operation: Option<String>,
    pub(crate) message_prefix: Option<String>,
    pub(crate) status: Option<u16>,
    pub(crate) transport: Option<Transport>,
    pub(crate) fallback: bool,
    pub(crate) retry: Option<Retry>,
    /// What the response reads as: the first that can be filled.
    pub(crate) texts: Vec<String>,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Type,
    /// One token of the type, for what the compiler has to say about it.
    pub(crate) ty_span: Span,
    pub(crate) role: Option<At<Role>>,
    /// Where a member or a header is said to be the delay that the service asks for.
    pub(crate) delay: Option<Span>,
    pub(crate) default: Option<DefaultValue>,
    /// The value of each `#[doc = …]`.
    pub(crate) docs: Vec<Expr>,
}

/// Where a field's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Base,
    Response,
    Message,
    RequestId,
    Member(String),
    Header(String),
    Context(String),
    RetryAfter,
    Cause,
}

/// What a field holds where the response has nothing for it.
pub(crate) enum DefaultValue {
    /// `Default`, as the key there says.
    OfType(Span),
    Call(Path),
}

impl Model {
    /// The variants that are classes.
    pub(crate) fn classes(&self) -> impl Iterator<Item = &Node> {
        self.variants.iter().filter_map(|variant| match variant {
            Variant::Class(node) => Some(node),
            Variant::Delegate(_) => None,
        })
    }

    /// The variants that hand every question on.
    pub(crate) fn delegates(&self) -> impl Iterator<Item = &Delegate> {
        self.variants.iter().filter_map(|variant| match variant {
            Variant::Class(_) => None,
            Variant::Delegate(delegate) => Some(delegate),
        })
    }
}

impl Node {
    /// The field in that role, if there is one.
    pub(crate) fn field_in(&self, role: &Role) -> Option<&Field> {
        self.fields.iter().find(|field| field.is_in(role))
    }
}

impl Field {
    pub(crate) fn role(&self) -> Option<&Role> {
        self.role.as_ref().map(|role| &role.value)
    }

    pub(crate) fn is_in(&self, role: &Role) -> bool {
        self.role() == Some(role)
    }

    /// Whether it holds the delay that the service asks for, wherever it is filled from.
    pub(crate) fn is_delay(&self) -> bool {
        self.is_in(&Role::RetryAfter) || self.delay.is_some()
    }
}
