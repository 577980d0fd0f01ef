//! One connection to one server, and what it is asked.

use std::time::Duration;

use errtax::{Classify as _, ErrorResponse};
use redis::{Client, ConnectionLike as _, IntoConnectionInfo as _, RedisConnectionInfo, RedisResult};

use crate::errors::{RedisError, ResponseError, TooManyClientsError, WatchError};
use crate::watch::Watch;

pub use redis::Value;

/// How long a connection, or a reply, may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// A connection to one server. The crate redis speaks the protocol; whatever it fails with is sorted here.
///
/// A call whose connection is lost fails, and the next one connects anew, so that a [`retry`](crate::retry()) by class goes
/// on. What the server knew of the old connection, such as who logged in, it does not know of the new one; where keys were
/// watched, the next [`transaction`](Self::transaction) is refused.
pub struct Connection {
    host: String,
    port: u16,
    /// None where the last one was lost.
    inner: Option<redis::Connection>,
    watch: Watch,
}

impl Connection {
    /// Connects, and says nothing to the server yet.
    ///
    /// # Errors
    ///
    /// [`NetworkError`](crate::errors::NetworkError) where nobody listens.
    pub fn open(host: &str, port: u16) -> errtax::Result<Self> {
        let inner = connected(host, port)?;
        Ok(Self { host: host.to_owned(), port, inner: Some(inner), watch: Watch::default() })
    }

    /// Sends one command, such as `["SET", "k", "v"]`.
    ///
    /// # Errors
    ///
    /// A [`ResponseError`], or what went wrong with the connection.
    pub fn call(&mut self, command: &[&str]) -> errtax::Result<Value> {
        let replied = self.ask(|inner| {
            let replied = inner.req_packed_command(&packed(command));
            checked(replied, |response| response.with_operation(name(command)))
        })?;
        self.watch.note(name(command));
        Ok(replied)
    }

    /// Sends several commands at once. An error that a command is answered with is its value, and knows its place: the
    /// command, and its number, under `command` and `number` in its [context](errtax::ServiceError::context).
    ///
    /// # Errors
    ///
    /// Where the connection fails: then nothing is known of any command.
    pub fn pipeline(&mut self, commands: &[&[&str]]) -> errtax::Result<Vec<errtax::Result<Value>>> {
        Ok(placed(self.ask_all(commands)?, commands))
    }

    /// Does several commands as one, if no key that is watched has changed. The errors of commands are values, as in a
    /// [pipeline](Self::pipeline).
    ///
    /// # Errors
    ///
    /// [`WatchError`] where a watched key has changed, or the connection was lost since; where a command was refused,
    /// [`ExecAbortError`](crate::errors::ExecAbortError), with that command's error as its source: in each case nothing was
    /// done. As `pipeline` does.
    pub fn transaction(&mut self, commands: &[&[&str]]) -> errtax::Result<Vec<errtax::Result<Value>>> {
        self.watch.still()?;
        let all: Vec<&[&str]> = [&[&["MULTI"][..]], commands, &[&["EXEC"][..]]].concat();
        // The one to `EXEC` is the last; the others only say that a command is queued, or refused.
        let mut replies = self.ask_all(&all)?;
        match replies.pop().unwrap_or(Value::Nil) {
            Value::Array(replies) => Ok(placed(replies, commands)),
            Value::Nil => Err(WatchError("Watched variable changed.".to_owned()).into()),
            // An error, or what no server answers with.
            other => {
                let refused = placed(replies.into_iter().skip(1), commands).into_iter().find_map(Result::err);
                let note = |response: ErrorResponse| {
                    let response = response.with_operation("EXEC");
                    refused.into_iter().fold(response, ErrorResponse::with_source)
                };
                checked(Ok(other), note).map(|other| vec![Ok(other)])
            }
        }
    }

    /// The replies to several commands, errors among them.
    fn ask_all(&mut self, commands: &[&[&str]]) -> errtax::Result<Vec<Value>> {
        let sent: Vec<u8> = commands.iter().flat_map(|command| packed(command)).collect();
        let replies = self.ask(|inner| inner.req_packed_commands(&sent, 0, commands.len()).classify::<RedisError>())?;
        for command in commands {
            self.watch.note(name(command));
        }
        Ok(replies)
    }

    /// Asks over the connection, or over a new one where the last was lost.
    fn ask<T>(&mut self, ask: impl FnOnce(&mut redis::Connection) -> errtax::Result<T>) -> errtax::Result<T> {
        let mut inner = match self.inner.take() {
            Some(inner) => inner,
            None => connected(&self.host, self.port)?,
        };
        let replied = ask(&mut inner);
        if replied.as_ref().is_err_and(is_lost) {
            self.watch.lose();
        } else {
            self.inner = Some(inner);
        }
        replied
    }
}

fn connected(host: &str, port: u16) -> errtax::Result<redis::Connection> {
    let connect = || -> RedisResult<redis::Connection> {
        let settings = RedisConnectionInfo::default().set_skip_set_lib_name();
        let client = Client::open((host, port).into_connection_info()?.set_redis_settings(settings))?;
        let connection = client.get_connection_with_timeout(PATIENCE)?;
        connection.set_read_timeout(Some(PATIENCE))?;
        Ok(connection)
    };
    connect().classify_with::<RedisError>(|failed| failed.with_context("address", format_args!("{host}:{port}")))
}

/// Whether there is no connection any more after that error, or one that is out of step: what a late reply answers, nobody
/// could tell. After an error reply there is, unless the server takes no more clients.
fn is_lost(error: &errtax::Error) -> bool {
    !error.is_a::<ResponseError>() || error.is_a::<TooManyClientsError>()
}

fn packed(command: &[&str]) -> Vec<u8> {
    let mut words = redis::Cmd::new();
    words.arg(command);
    words.get_packed_command()
}

fn name<'a>(command: &[&'a str]) -> &'a str {
    command.first().copied().unwrap_or_default()
}

/// What may be shown of a command: no password.
fn shown(command: &[&str]) -> String {
    let is_secret_after = |word: &&str| ["AUTH", "SETUSER"].iter().any(|secret| word.eq_ignore_ascii_case(secret));
    let end = command.iter().position(is_secret_after).map_or(command.len(), |place| place + 1);
    command[..end].join(" ")
}

/// The reply, or the error that it is, with what `note` adds.
fn checked(replied: RedisResult<Value>, note: impl FnOnce(ErrorResponse) -> ErrorResponse) -> errtax::Result<Value> {
    replied.and_then(Value::extract_error).classify_with::<RedisError>(note)
}

/// Each reply beside its command.
fn placed(replies: impl IntoIterator<Item = Value>, commands: &[&[&str]]) -> Vec<errtax::Result<Value>> {
    let one = |((number, command), reply): ((usize, &&[&str]), Value)| {
        checked(Ok(reply), |response| {
            let response = response.with_operation(name(command)).with_context("command", shown(command));
            response.with_context("number", number + 1)
        })
    };
    commands.iter().enumerate().zip(replies).map(one).collect()
}

/// A word that a server said; nothing, where it is none.
pub(crate) fn text(word: &Value) -> String {
    redis::from_redis_value_ref(word).unwrap_or_default()
}
