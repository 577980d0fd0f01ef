//! What the commands print of classes that have others below.

use errtax_contract::{ClassFacts, Contract};
use expect_test::expect;

use super::{Folder, orders};

/// With an enum of so many variants.
fn with_an_enum(variants: usize) -> Contract {
    let mut contract = orders();
    let refusal = ClassFacts { name: "Refusal".to_owned(), ..contract.classes["orders::NetworkError"].clone() };
    let variant = contract.classes.remove("orders::Refusal::Refused").unwrap();
    for number in 0..variants {
        let variant = ClassFacts {
            name: format!("Refusal::R{number:02}"),
            parent: Some("orders::Refusal".to_owned()),
            ..variant.clone()
        };
        contract.classes.insert(format!("orders::{}", variant.name), variant);
    }
    contract.classes.insert("orders::Refusal".to_owned(), refusal);
    contract
}

#[test]
fn an_enum_is_caught_by_its_values_and_names_the_classes_below() {
    let folder = Folder::new("explain-enum");
    folder.write("errors.json", &with_an_enum(2));
    folder.prints(
        &["explain", "Refusal", "errors.json"],
        0,
        &expect![[r#"
        Refusal  orders::Refusal
        An enum: each of its values is of a class below.

        Facts
          service  orders  from OrdersError
          retry    not said

        Is a
          OrdersError

        Catch it
          // The value, with what it carries.
          if let Some(e) = error.downcast_ref::<Refusal>() { … }

          // It, or any class below it.
          if error.is_a::<Refusal>() { … }

          catch!(error => {
              e: Refusal => …,
              _ => …,
          })

        Classes below
          Refusal::R00
          Refusal::R01
    "#]],
    );
    folder.prints(
        &["tree", "errors.json"],
        0,
        &expect![[r#"
        OrdersError
        ├── NetworkError                       category
        │   └── Again         OutOfStock
        ├── OutOfStock        OutOfStock  409  retry: never, also category::Conflict
        └── Refusal                            enum
            ├── Refusal::R00  Refused          local
            └── Refusal::R01  Refused          local
    "#]],
    );
    let below = |variants: usize| {
        folder.write("errors.json", &with_an_enum(variants));
        let said = String::from_utf8(folder.run(&["explain", "Refusal"]).stdout).unwrap();
        let below = said.split_once("Classes below\n").unwrap().1;
        (below.lines().count(), below.lines().last().unwrap_or_default().trim().to_owned())
    };
    assert_eq!(below(20), (20, "Refusal::R19".to_owned()));
    assert_eq!(below(23), (21, "and 3 more".to_owned()));
}

#[test]
fn an_ancestor_from_outside_names_the_classes_that_are_one() {
    let folder = Folder::new("explain-outside");
    folder.write("errors.json", &orders());
    folder.prints(
        &["explain", "errtax_core::category::Conflict"],
        0,
        &expect![[r#"
        Conflict  errtax_core::category::Conflict
        An ancestor from outside of the tree.

          The state of a resource does not allow the request.

        Facts
          code     ABORTED
          status   409 Conflict
          fault    client: the request was wrong  from the status

        Catch it
          if error.is_a::<category::Conflict>() { … }

          catch!(error => {
              e is category::Conflict => …,
              _ => …,
          })

        Classes that are also one
          OutOfStock
    "#]],
    );
}
