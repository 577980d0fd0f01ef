//! What `cargo errtax explain` prints.

use expect_test::expect;

use super::{Folder, orders};

#[test]
fn explain_says_what_an_error_means() {
    let folder = Folder::new("explain");
    folder.write("errors.json", &orders());
    folder.prints(
        &["explain", "OutOfStock"],
        0,
        &expect![[r#"
            Again  orders::Again
            Built from responses.

            Facts
              code     OutOfStock
              service  orders  from OrdersError
              retry    not said

            Is a
              NetworkError < OrdersError

            Catch it
              // The value, with what it carries.
              if let Some(e) = error.downcast_ref::<Again>() { … }

              // It, or any class below it.
              if error.is_a::<Again>() { … }

              catch!(error => {
                  e: Again => …,
                  _ => …,
              })

            OutOfStock  orders::OutOfStock
            Built from responses.

              There is nothing left of it.

              Order something else.

            Facts
              code     OutOfStock
              service  orders  from OrdersError
              status   409 Conflict
              fault    client: the request was wrong  from the status
              retry    never: the same request will fail again

            Is a
              OrdersError
              also category::Conflict

            Recognised by
              code = "SoldOut"
              code = "Stock*"

            Carries
              the member `sku`: String, written when rendered; A-7, A-8, or others
                What is gone.

            Catch it
              // The value, with what it carries.
              if let Some(e) = error.downcast_ref::<OutOfStock>() { … }

              // It, or any class below it.
              if error.is_a::<OutOfStock>() { … }

              catch!(error => {
                  e: OutOfStock => …,
                  _ => …,
              })
        "#]],
    );
}

#[test]
fn explain_takes_prefixes_and_names_too() {
    let folder = Folder::new("explain-names");
    folder.write("errors.json", &orders());
    folder.prints(
        &["explain", "StockUnknown"],
        0,
        &expect![[r#"
            OutOfStock  orders::OutOfStock
            Built from responses.
            `StockUnknown` begins as its codes do: see the rules

              There is nothing left of it.

              Order something else.

            Facts
              code     OutOfStock
              service  orders  from OrdersError
              status   409 Conflict
              fault    client: the request was wrong  from the status
              retry    never: the same request will fail again

            Is a
              OrdersError
              also category::Conflict

            Recognised by
              code = "SoldOut"
              code = "Stock*"

            Carries
              the member `sku`: String, written when rendered; A-7, A-8, or others
                What is gone.

            Catch it
              // The value, with what it carries.
              if let Some(e) = error.downcast_ref::<OutOfStock>() { … }

              // It, or any class below it.
              if error.is_a::<OutOfStock>() { … }

              catch!(error => {
                  e: OutOfStock => …,
                  _ => …,
              })
        "#]],
    );
    folder.prints(
        &["explain", "Refused"],
        0,
        &expect![[r#"
            Refusal::Refused  orders::Refusal::Refused
            Made by the program itself, never from a response.

            Facts
              code     Refused
              service  orders  from OrdersError
              retry    not said

            Is a
              OrdersError

            Catch it
              if let Some(e @ Refusal::Refused { .. }) = error.downcast_ref::<Refusal>() { … }

              catch!(error => {
                  e: Refusal => match e {
                      Refusal::Refused { .. } => …,
                      _ => …,
                  },
                  _ => …,
              })
        "#]],
    );
    folder.prints(
        &["explain", "NetworkError"],
        0,
        &expect![[r#"
            NetworkError  orders::NetworkError
            A category: it has no values of its own.

            Facts
              service  orders  from OrdersError
              retry    not said

            Is a
              OrdersError

            Catch it
              if error.is_a::<NetworkError>() { … }

              catch!(error => {
                  e is NetworkError => …,
                  _ => …,
              })

            Classes below
              Again
        "#]],
    );
}

#[test]
fn explain_asks_whether_another_code_was_meant() {
    let folder = Folder::new("explain-alike");
    folder.write("errors.json", &orders());
    folder.complains(
        &["explain", "outofstok"],
        &expect![[r#"
        error: no error of errors.json has the code or the name `outofstok`: did you mean `OutOfStock`?
    "#]],
    );
    folder.complains(
        &["explain", "Zzz"],
        &expect![[r#"
        error: no error of errors.json has the code or the name `Zzz`
    "#]],
    );
}
