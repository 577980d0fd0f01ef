//! Whether each pair of service and code becomes its class, with the model's status, fault and retry. The first argument
//! is the table of what to find; the classes are the library's.

use std::collections::BTreeMap;

use errtax::{Classifier, ErrorResponse, Fault, Retry};
use it::AwsError;

fn main() {
    let table = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut pairs: BTreeMap<(&str, &str), Vec<[&str; 3]>> = BTreeMap::new();
    for line in table.lines() {
        let [service, code, class, status, retry] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        pairs.entry((service, code)).or_default().push([class, status, retry]);
    }
    let classifier = Classifier::of::<AwsError>();
    let (mut right, mut contested) = (0, Vec::new());
    for ((service, code), rows) in pairs {
        let response = || ErrorResponse::new().with_service(service).with_code(code).with_message("why");
        let taxon = classifier.taxon(&response());
        let error = classifier.classify(response());
        assert_eq!((error.taxon(), error.code(), taxon.service()), (taxon, Some(code), Some(service)));
        let [[class, status, retry]] = rows[..] else {
            assert_eq!(taxon.name(), "Service", "the nearest common ancestor of {rows:?}");
            contested.push((service, code));
            continue;
        };
        assert_eq!((taxon.name(), taxon.code()), (class, Some(code)), "{service}");
        let status = status.parse().unwrap();
        assert_eq!((taxon.status(), error.status()), (Some(status), Some(status)), "{service} {code}");
        assert_eq!(taxon.fault(), Fault::from_status(status), "{service} {code}");
        let retry = match retry {
            "" => None,
            "retryable" => Some(Retry::Transient),
            _ => Some(Retry::Throttling),
        };
        assert_eq!(taxon.retry(), retry, "{service} {code}");
        // The error is a value of its class, and no stand-in for one.
        assert!(error.downcast_ref::<errtax::Unclassified>().is_none() && error.to_string() == class);
        // A code that no model of this service has is only known to be the service's.
        assert_eq!(
            classifier.taxon(&ErrorResponse::new().with_service(service).with_code("No Such")).name(),
            "Service"
        );
        right += 1;
    }
    assert_eq!(right, 5846);
    assert_eq!(contested, [("cloudwatch", "ResourceNotFound")]);
    let found = errtax::verify::<AwsError>().unwrap_err().to_string();
    assert_eq!(
        found,
        "1 contradiction below `AwsError`\n  `DashboardNotFoundError` and `ResourceNotFound` both claim \
         `code = \"ResourceNotFound\"`: change the rule of one"
    );
    println!("aws_errors.csv: {right} pairs of service and code are their classes; verify: {found}");
}
