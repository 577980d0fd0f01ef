//! A cluster: commands go where their keys are, also while these move.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::thread;
use std::time::Duration;

use errtax::catch;
use redis::cluster_routing::Slot;

use crate::connection::{Connection, Value, text};
use crate::errors::{
    AskError, ClusterCrossSlotError, ClusterError, ClusterRoutingError, ConnectionError, MovedError, TryAgainError,
};

/// How often a command is sent before the cluster is given up.
const ATTEMPTS: usize = 16;

/// How long keys are given to arrive where they move to.
const PAUSE: Duration = Duration::from_millis(50);

/// Where a node listens: host and port.
type Node = (String, u16);

/// A cluster, as far as its nodes are known.
pub struct Cluster {
    seeds: Vec<Node>,
    slots: HashMap<Slot, Node>,
    connections: HashMap<Node, Connection>,
}

impl Cluster {
    /// A cluster of which these nodes are known, by host and port. Nothing is sent yet.
    pub fn new<'a>(seeds: impl IntoIterator<Item = (&'a str, u16)>) -> Self {
        let seeds = seeds.into_iter().map(|(host, port)| (host.to_owned(), port)).collect();
        Self { seeds, slots: HashMap::new(), connections: HashMap::new() }
    }

    /// Sends a command, such as `["GET", "k"]`, to the node that has its keys.
    ///
    /// `MOVED` is followed, and the new node asked which slots are where; `ASK` is followed, with `ASKING` before the
    /// command; `TRYAGAIN` is waited for.
    ///
    /// # Errors
    ///
    /// [`ClusterCrossSlotError`] before anything is sent; [`ClusterError`] where the nodes went on sending the command
    /// away; whatever else a node answers, and what went wrong with its connection.
    pub fn call(&mut self, command: &[&str], keys: &[&str]) -> errtax::Result<Value> {
        let slot = one_slot(command, keys)?;
        let mut node = self.node(slot)?;
        let mut asking = false;
        let mut attempts = 0;
        loop {
            let error = match self.send(&node, asking, command) {
                Ok(reply) => return Ok(reply),
                Err(error) => error,
            };
            catch!(error => {
                moved: MovedError => {
                    node = target(moved.node_addr(), &node);
                    asking = false;
                    // What the node does not say, it will say when it is asked for that slot.
                    let _ = self.learn(&node);
                    self.slots.extend(slot.map(|slot| (slot, node.clone())));
                }
                ask: AskError => {
                    node = target(ask.node_addr(), &node);
                    asking = true;
                }
                _ is TryAgainError => thread::sleep(PAUSE),
                _ => return Err(error),
            });
            attempts += 1;
            if attempts == ATTEMPTS {
                return Err(ClusterError { attempts, last: error }.into());
            }
        }
    }

    /// The node that has the slot; where that is not known, the first that can be reached: it knows more.
    fn node(&mut self, slot: Option<Slot>) -> errtax::Result<Node> {
        if let Some(known) = slot.and_then(|slot| self.slots.get(&slot)) {
            return Ok(known.clone());
        }
        let mut failed = ClusterRoutingError("no node of the cluster is known".to_owned()).into();
        for seed in self.seeds.clone() {
            match self.learn(&seed) {
                Ok(()) => return Ok(slot.and_then(|slot| self.slots.get(&slot)).cloned().unwrap_or(seed)),
                Err(error) => failed = error,
            }
        }
        Err(failed)
    }

    /// Asks a node which slots are where.
    fn learn(&mut self, node: &Node) -> errtax::Result<()> {
        let reply = self.send(node, false, &["CLUSTER", "SLOTS"])?;
        let Value::Array(ranges) = reply else { return Ok(()) };
        for range in ranges {
            let Value::Array(range) = range else { continue };
            let [Value::Int(first), Value::Int(last), Value::Array(primary), ..] = &range[..] else { continue };
            let [host, Value::Int(port), ..] = &primary[..] else { continue };
            let [Ok(first), Ok(last), Ok(port)] = [first, last, port].map(|&number| u16::try_from(number)) else {
                continue;
            };
            let home = target((&text(host), port), node);
            self.slots.extend((first..=last).filter_map(Slot::new).map(|slot| (slot, home.clone())));
        }
        Ok(())
    }

    fn send(&mut self, node: &Node, asking: bool, command: &[&str]) -> errtax::Result<Value> {
        let replied = self.connection(node).and_then(|connection| {
            if asking {
                connection.call(&["ASKING"])?;
            }
            connection.call(command)
        });
        // Another node may have its slots by now.
        if replied.as_ref().is_err_and(|error| error.is_a::<ConnectionError>()) {
            self.slots.retain(|_, home| home != node);
        }
        replied
    }

    fn connection(&mut self, node: &Node) -> errtax::Result<&mut Connection> {
        match self.connections.entry(node.clone()) {
            Entry::Occupied(open) => Ok(open.into_mut()),
            Entry::Vacant(vacant) => Ok(vacant.insert(Connection::open(&node.0, node.1)?)),
        }
    }
}

/// The slot of all keys; `None` where there are none.
fn one_slot(command: &[&str], keys: &[&str]) -> Result<Option<Slot>, ClusterCrossSlotError> {
    let mut slots = keys.iter().map(Slot::for_key);
    let first = slots.next();
    if slots.all(|slot| Some(slot) == first) {
        return Ok(first);
    }
    Err(ClusterCrossSlotError::new(command.first().copied().unwrap_or_default(), keys))
}

/// Where a node points to: no host is the host that was asked.
fn target((host, port): (&str, u16), asked: &Node) -> Node {
    (if host.is_empty() { asked.0.clone() } else { host.to_owned() }, port)
}
