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

        Is a
          NetworkError < OrdersError

        Catch it
          catch!(error => { e: Again => …, _ => … })    // its values, as Again
          catch!(error => { e is Again => …, _ => … })  // and those of all classes below

        OutOfStock  orders::OutOfStock
        Built from responses.

          There is nothing left of it.

          Order something else.

        Facts
          code     OutOfStock
          service  orders  from OrdersError
          status   409
          fault    client
          retry    never

        Is a
          OrdersError
          also Conflict

        Recognised by
          code = "SoldOut"
          code = "Stock*"

        Carries
          the member `sku`: String, written when rendered; A-7, A-8, or others
            What is gone.

        Catch it
          catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock
          catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below
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
          status   409
          fault    client
          retry    never

        Is a
          OrdersError
          also Conflict

        Recognised by
          code = "SoldOut"
          code = "Stock*"

        Carries
          the member `sku`: String, written when rendered; A-7, A-8, or others
            What is gone.

        Catch it
          catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock
          catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below
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

        Is a
          OrdersError

        Catch it
          match error.downcast_ref::<Refusal>() { Some(Refusal::Refused { .. }) => …, _ => … }
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

        Is a
          OrdersError

        Catch it
          catch!(error => { e is NetworkError => …, _ => … })
          error.is_a::<NetworkError>()
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

#[test]
fn explain_for_programs() {
    let folder = Folder::new("explain-json");
    folder.write("errors.json", &orders());
    folder.prints(
        &["explain", "SoldOut", "--format", "json"],
        0,
        &expect![[r#"
        {
          "asked": "SoldOut",
          "classes": [
            {
              "class": "orders::OutOfStock",
              "name": "OutOfStock",
              "kind": "wire",
              "found_by": "alias",
              "docs": "There is nothing left of it.\n\nOrder something else.",
              "facts": [
                {
                  "name": "code",
                  "value": "OutOfStock",
                  "inherited_from": null
                },
                {
                  "name": "service",
                  "value": "orders",
                  "inherited_from": "orders::OrdersError"
                },
                {
                  "name": "status",
                  "value": "409",
                  "inherited_from": null
                },
                {
                  "name": "fault",
                  "value": "client",
                  "inherited_from": null
                },
                {
                  "name": "retry",
                  "value": "never",
                  "inherited_from": null
                }
              ],
              "lineage": [
                "orders::OrdersError"
              ],
              "also": [
                "errtax_core::category::Conflict"
              ],
              "rules": [
                {
                  "code": "SoldOut"
                },
                {
                  "prefix": "Stock"
                }
              ],
              "members": [
                {
                  "place": "member",
                  "name": "sku",
                  "type": "String",
                  "optional": false,
                  "out": true,
                  "values": {
                    "known": [
                      "A-7",
                      "A-8"
                    ],
                    "open": true
                  },
                  "docs": "What is gone."
                }
              ],
              "catch": [
                "catch!(error => { e: OutOfStock => …, _ => … })    // its values, as OutOfStock",
                "catch!(error => { e is OutOfStock => …, _ => … })  // and those of all classes below"
              ]
            }
          ]
        }
    "#]],
    );
}
