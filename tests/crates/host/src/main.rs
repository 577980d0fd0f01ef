//! Loads the plugin, and compares what both sides say of one error.

use errtax::{Class, ErrorResponse, ServiceError, category};
use libloading::{Library, Symbol};
use parent::{Missing, SharedError};

fn host_asks(error: &dyn ServiceError) -> [bool; 3] {
    [error.is_a::<SharedError>(), error.is_a::<Missing>(), error.is_a::<category::NotFound>()]
}

fn main() {
    let path = std::env::args_os().nth(1).expect("the plugin's path");
    // SAFETY: the plugin is built by the same compiler from this workspace, so that signatures and layouts agree,
    // and it stays loaded until the process ends.
    let (classify, asks) = unsafe {
        let plugin = Box::leak(Box::new(Library::new(path).expect("the plugin loads")));
        let classify: Symbol<'static, fn(&str) -> errtax::Error> = plugin.get(b"plugin_classify").expect("exported");
        let asks: Symbol<'static, fn(&dyn ServiceError) -> [bool; 4]> = plugin.get(b"plugin_asks").expect("exported");
        (classify, asks)
    };

    let theirs = classify("Missing");
    assert!(!std::ptr::eq(theirs.taxon(), Missing::TAXON), "two images have two taxa");
    assert_eq!(theirs.taxon().id(), Missing::TAXON.id(), "and one identity");
    assert_eq!(host_asks(&*theirs), [true, true, true]);
    assert_eq!(asks(&*theirs), [true, true, false, true]);

    let broke = classify("PluginBroke");
    assert_eq!(host_asks(&*broke), [true, false, false]);
    assert_eq!(asks(&*broke), [true, false, true, false]);
    assert_eq!((broke.taxon().name(), broke.status()), ("PluginBroke", Some(500)));

    let ours = errtax::classify::<SharedError>(ErrorResponse::new().with_code("Missing"));
    assert_eq!(host_asks(&*ours), [true, true, true]);
    assert_eq!(asks(&*ours), [true, true, false, true]);

    let unknown = errtax::classify::<SharedError>(ErrorResponse::new().with_code("PluginBroke"));
    assert_eq!(unknown.taxon(), SharedError::TAXON, "the plugin's classes are not the host's");
    println!("host and plugin agree");
}
