//! An error travels by `?` from a class through `errtax::Error` into every reporter, and keeps its class.

use errtax::ServiceError;
use std::error::Error as StdError;
use thiserror::Error;

#[derive(Debug, Error)]
#[error("disk full")]
struct DiskFull;

#[derive(Debug, Error, ServiceError)]
#[error("no such order")]
#[service_error(status = 404)]
struct NoOrder(#[source] DiskFull);

fn class() -> Result<(), NoOrder> {
    Err(NoOrder(DiskFull))
}

fn erased() -> errtax::Result<()> {
    class()?;
    Ok(())
}

#[derive(Debug, Error)]
enum App {
    #[error("app")]
    Wrapped(#[from] errtax::Error),
}

#[derive(Debug, Error)]
enum Through {
    #[error(transparent)]
    Transparent(#[from] errtax::Error),
}

#[test]
fn into_errtax() {
    let error = erased().unwrap_err();
    assert!(error.is_a::<NoOrder>());
    assert_eq!(error.to_string(), "no such order");
    assert_eq!(error.source().unwrap().to_string(), "disk full");
}

#[test]
fn into_anyhow() {
    fn run() -> anyhow::Result<()> {
        erased()?;
        Ok(())
    }
    let error = run().unwrap_err();
    assert_eq!(format!("{error:#}"), "no such order: disk full");
    assert!(error.downcast_ref::<errtax::Error>().unwrap().is_a::<NoOrder>());
}

#[test]
fn into_eyre() {
    fn run() -> eyre::Result<()> {
        erased()?;
        Ok(())
    }
    let error = run().unwrap_err();
    assert!(error.downcast_ref::<errtax::Error>().unwrap().is_a::<NoOrder>());
}

#[test]
fn into_a_box() {
    fn run() -> Result<(), Box<dyn StdError + Send + Sync>> {
        erased()?;
        Ok(())
    }
    let error = run().unwrap_err();
    assert!(error.downcast_ref::<errtax::Error>().unwrap().is_a::<NoOrder>());
    assert!(error.source().unwrap().is::<DiskFull>());
}

#[test]
fn into_a_thiserror_enum() {
    fn run() -> Result<(), App> {
        erased()?;
        Ok(())
    }
    let App::Wrapped(error) = run().unwrap_err();
    assert!(error.is_a::<NoOrder>());

    fn through() -> Result<(), Through> {
        erased()?;
        Ok(())
    }
    let error = through().unwrap_err();
    assert_eq!(error.to_string(), "no such order");
    assert_eq!(error.source().unwrap().to_string(), "disk full", "transparent: the cause is the next in the chain");
    let Through::Transparent(error) = error;
    assert!(error.is_a::<NoOrder>());
}

#[test]
fn out_of_a_box_of_service_errors() {
    let boxed: Box<dyn ServiceError> = Box::new(NoOrder(DiskFull));
    let error = errtax::Error::from(boxed);
    assert_eq!(error.downcast_ref::<NoOrder>().unwrap().status(), Some(404));
}
