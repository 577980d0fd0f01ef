//! The service: handlers that let errors through by `?`, and nothing about wires.

use std::io;
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use std::time::Duration;

use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header::AUTHORIZATION};
use axum::routing::{get, post};
use axum::{Json, Router};
use errtax::axum08::Problem;
use errtax::catch;
use serde::{Deserialize, Serialize};

use crate::errors::{
    AlreadyPaid, Alternative, CardDeclined, DatabaseFailed, Forbidden, InvalidQuantity, Maintenance, NotSignedIn,
    OrderNotFound, OutOfStock, ProductNotFound, TooManyRequests,
};
use crate::payments::{self, Declined};

/// What the database's error says, and nobody else must read.
pub const DATABASE: &str = "postgres://shop:hunter2@db-3/orders";

/// What was ordered.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Order {
    /// The product.
    pub sku: String,
    /// How many; not checked yet.
    pub quantity: i64,
}

#[derive(Deserialize)]
struct Payment {
    card: String,
}

/// How often the list of orders was asked for.
type Listed = Arc<AtomicU32>;

type Result<T> = std::result::Result<T, Problem>;
type Body<T> = std::result::Result<Json<T>, JsonRejection>;
type Id = std::result::Result<Path<u64>, PathRejection>;

/// The shop, to be served.
pub fn shop() -> Router {
    Router::new()
        .route("/orders", get(list).post(place))
        .route("/orders/{id}", get(read).delete(cancel))
        .route("/orders/{id}/payment", post(pay))
        .route("/sales", get(sales))
        .with_state(Listed::default())
}

/// Every other request is one too many.
async fn list(State(listed): State<Listed>) -> Result<Json<Vec<u64>>> {
    if listed.fetch_add(1, Ordering::Relaxed).is_multiple_of(2) {
        Err(TooManyRequests { after: Duration::from_secs(1), per_minute: 60 })?;
    }
    Ok(Json(vec![1, 2]))
}

async fn place(order: Body<Order>) -> Result<(StatusCode, Json<Order>)> {
    let Json(order) = order?;
    let quantity = u32::try_from(order.quantity).ok().filter(|quantity| *quantity > 0);
    let quantity = quantity.ok_or(InvalidQuantity { quantity: order.quantity })?;
    let left = stock(&order.sku)?;
    if quantity > left {
        let instead = vec![Alternative { sku: "green tea".to_owned(), left: 20 }];
        Err(OutOfStock { sku: order.sku.clone(), left, instead })?;
    }
    Ok((StatusCode::CREATED, Json(order)))
}

fn stock(sku: &str) -> std::result::Result<u32, ProductNotFound> {
    if sku == "tea" { Ok(3) } else { Err(ProductNotFound { sku: sku.to_owned() }) }
}

async fn read(id: Id) -> Result<Json<Order>> {
    let Path(id) = id?;
    Ok(Json(find(id)?))
}

fn find(id: u64) -> errtax::Result<Order> {
    match id {
        1 | 2 => Ok(Order { sku: "tea".to_owned(), quantity: 1 }),
        13 => Err(DatabaseFailed { order: id, url: DATABASE, source: io::Error::other("the disk is full") })?,
        _ => Err(OrderNotFound { id })?,
    }
}

async fn pay(id: Id, payment: Body<Payment>) -> Result<StatusCode> {
    let (Path(id), Json(payment)) = (id?, payment?);
    find(id)?;
    if id == 2 {
        Err(AlreadyPaid { id, receipt: "R-2".to_owned() })?;
    }
    payments::charge(&payment.card).map_err(ours)?;
    Ok(StatusCode::NO_CONTENT)
}

/// What of the provider's errors is an error of the shop's. The rest goes on as it is, and out as a bad gateway.
fn ours(theirs: errtax::Error) -> errtax::Error {
    catch!(theirs => {
        e: Declined => CardDeclined { reason: e.reason.clone() }.into(),
        _ => theirs,
    })
}

async fn cancel(id: Id, headers: HeaderMap) -> Result<StatusCode> {
    let Path(id) = id?;
    match headers.get(AUTHORIZATION) {
        None => Err(NotSignedIn { challenge: r#"Basic realm="shop""#.to_owned() })?,
        Some(_) => Err(Forbidden { role: format!("owner of order {id}") })?,
    }
}

async fn sales() -> Result<()> {
    Err(Maintenance { until: "06:00".to_owned() })?
}
