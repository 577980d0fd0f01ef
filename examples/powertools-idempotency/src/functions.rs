//! The functions that the original adds to `JMESPath`.

use std::sync::LazyLock;

use base64::prelude::{BASE64_STANDARD, Engine};
use jmespath::functions::{ArgumentType, CustomFunction, Signature};
use jmespath::{ErrorReason, JmespathError, Rcvar, Runtime, Variable};

/// Compiles expressions that may call `powertools_json` and `powertools_base64`, beside what the specification has.
pub(crate) static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut runtime = Runtime::new();
    runtime.register_builtin_functions();
    runtime.register_function("powertools_json", Box::new(of_a_text(Variable::from_json)));
    runtime.register_function("powertools_base64", Box::new(of_a_text(decoded)));
    runtime
});

/// A function that makes something of a text, or says why it cannot.
fn of_a_text(read: fn(&str) -> Result<Variable, String>) -> CustomFunction {
    let signature = Signature::new(vec![ArgumentType::String], None);
    let evaluate = move |arguments: &[Rcvar], context: &mut jmespath::Context<'_>| {
        let text = arguments.first().and_then(|argument| argument.as_string());
        read(text.map_or("", String::as_str))
            .map(Rcvar::new)
            .map_err(|reason| JmespathError::from_ctx(context, ErrorReason::Parse(reason)))
    };
    CustomFunction::new(signature, Box::new(evaluate))
}

fn decoded(text: &str) -> Result<Variable, String> {
    let bytes = BASE64_STANDARD.decode(text).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map(Variable::String).map_err(|error| error.to_string())
}
