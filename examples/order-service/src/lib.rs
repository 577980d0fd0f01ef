//! An order service whose errors are declared once: the service raises them, and its client knows them again.
//!
//! Read [`errors`] first, then [`shop`], which raises them, [`answering`], which writes them, [`client`], which reads
//! them, and [`advice`], which acts on them.

pub mod advice;
pub mod answering;
pub mod cases;
pub mod client;
pub mod errors;
pub mod payments;
pub mod shop;
pub mod wires;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use axum::middleware;
use tokio::net::TcpListener;

use crate::answering::{Log, answer};

/// Serves the shop on a free port of this machine, for as long as the runtime lives: its address, and its log.
///
/// # Errors
///
/// Where no port can be had.
pub async fn serve() -> io::Result<(SocketAddr, Log)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = listener.local_addr()?;
    let log = Log::default();
    let app = shop::shop().layer(middleware::from_fn_with_state(log.clone(), answer));
    tokio::spawn(async { axum::serve(listener, app).await });
    Ok((address, log))
}
