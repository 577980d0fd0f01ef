//! Shows what programs do about the errors of DynamoDB, S3 and KMS.
//!
//! ```text
//! cargo run -p pydynox             # recorded answers, without a server
//! cargo run -p pydynox -- --live   # answers of moto; the first time, installs moto
//! ```
#![forbid(unsafe_code)]

mod answers;
mod clients;
mod live;
mod programs;
mod recorded;

use std::error::Error;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => recorded::run().await,
        ["--live"] => live::run().await?,
        _ => return Err("usage: pydynox [--live]".into()),
    }
    Ok(())
}

/// What a program said, or what it left to somebody else.
fn show(program: &str, said: errtax::Result<String>) {
    match said {
        Ok(said) => println!("{program:<19}{said}"),
        Err(error) => {
            let class: Vec<_> = error.taxon().lineage().iter().map(|class| class.name()).collect();
            println!("{program:<19}{error}\n{:<19}{}; retry {}", "", class.join(" > "), error.retry_advice());
        }
    }
}
