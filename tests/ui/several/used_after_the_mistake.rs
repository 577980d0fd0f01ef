use errtax::{Classifier, ErrorResponse, ServiceError, category};
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("orders")]
#[service_error(srevice = "orders")]
struct OrdersError {
    #[wire(respnose)]
    response: ErrorResponse,
}

#[derive(ServiceError)]
#[service_error(category, parent = OrdersError)]
enum Refused {}

#[derive(Debug, Error, ServiceError)]
#[error("no order: {base}")]
#[service_error(code = "NoOrder", status = 404, also(category::NotFound, Refused))]
struct NoOrder {
    #[service_error(base)]
    base: OrdersError,
}

#[derive(Debug, Error)]
enum App {
    #[error(transparent)]
    Orders(#[from] OrdersError),
}

fn find(id: u64) -> errtax::Result<u64> {
    let base = OrdersError::try_from(ErrorResponse::new()).unwrap();
    if id == 0 { Err(NoOrder { base })? } else { Err(base)? }
}

fn main() {
    let error = find(0).unwrap_err();
    println!("{} {:?}", OrdersError::TAXON.name(), error.downcast_ref::<OrdersError>());
    println!("{}", error.is_a::<OrdersError>());
    println!("{}", Classifier::of::<OrdersError>().classify(ErrorResponse::new()));
}
