//! What `cargo errtax explain` prints for programs.

use expect_test::expect;

use super::{Folder, orders};

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
                  "is_enum": false,
                  "found_by": "alias",
                  "docs": "There is nothing left of it.\n\nOrder something else.",
                  "facts": [
                    {
                      "name": "code",
                      "value": "OutOfStock",
                      "origin": "declared",
                      "inherited_from": null
                    },
                    {
                      "name": "service",
                      "value": "orders",
                      "origin": "inherited",
                      "inherited_from": "orders::OrdersError"
                    },
                    {
                      "name": "status",
                      "value": "409",
                      "origin": "declared",
                      "inherited_from": null
                    },
                    {
                      "name": "fault",
                      "value": "client",
                      "origin": "from the status",
                      "inherited_from": null
                    },
                    {
                      "name": "retry",
                      "value": "never",
                      "origin": "declared",
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
                  "below": [],
                  "also_below": [],
                  "catch": [
                    "// The value, with what it carries.\nif let Some(e) = error.downcast_ref::<OutOfStock>() { … }",
                    "// It, or any class below it.\nif error.is_a::<OutOfStock>() { … }",
                    "catch!(error => {\n    e: OutOfStock => …,\n    _ => …,\n})"
                  ]
                }
              ]
            }
        "#]],
    );
}
