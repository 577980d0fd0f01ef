//! What programs may rely on is written down in `errors.json`, and holds. `ERRTAX_UPDATE=1` writes it anew.

use devopsagent::AwsError;

#[test]
fn the_tree_keeps_what_it_promised() {
    errtax::contract::check::<AwsError>("errors.json");
}
