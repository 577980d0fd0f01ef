//! An error of which everything is random: more than any class would say, and not all of it makes sense.

use std::fmt;
use std::time::Duration;

use arbitrary::Arbitrary;
use errtax::{Class, Members, Origin, RetryAdvice, ServiceError, Taxon};
use serde::ser::{Error as _, Serialize, SerializeMap, SerializeStruct, Serializer};
use thiserror::Error;

use crate::shop::ShopError;

#[derive(Arbitrary, Clone, Debug)]
pub struct Anything {
    class: Of,
    code: Option<String>,
    status: Option<u16>,
    text: String,
    members: Vec<(Place, String, Data)>,
    after: Option<Duration>,
    pub request_id: Option<String>,
    pub instance: Option<String>,
}

/// What it is declared as.
#[derive(Arbitrary, Clone, Copy, Debug)]
enum Of {
    Client,
    Server,
    Exposed,
    Redirect,
    Shop,
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Place {
    Body,
    Header,
    Known(u8),
}

/// The names that wires use themselves.
const KNOWN: [&str; 16] = [
    "__type",
    "code",
    "message",
    "Message",
    "Code",
    "Type",
    "RequestId",
    "type",
    "title",
    "status",
    "detail",
    "instance",
    "slot",
    "host",
    "port",
    "Error",
];

/// Whatever serde can be given.
#[derive(Arbitrary, Clone, Debug)]
enum Data {
    Null,
    Bool(bool),
    Int(i64),
    Wide(u128),
    Float(f64),
    Short(f32),
    Char(char),
    Text(String),
    Bytes(Vec<u8>),
    List(Vec<Data>),
    Map(Vec<(Data, Data)>),
    Struct(Box<[Data; 2]>),
    Variant(Box<Data>),
    Refused,
}

impl Serialize for Data {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Int(value) => serializer.serialize_i64(*value),
            Self::Wide(value) => serializer.serialize_u128(*value),
            Self::Float(value) => serializer.serialize_f64(*value),
            Self::Short(value) => serializer.serialize_f32(*value),
            Self::Char(value) => serializer.serialize_char(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Self::List(values) => serializer.collect_seq(values),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(None)?;
                entries.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
                map.end()
            }
            Self::Struct(fields) => {
                let mut entries = serializer.serialize_struct("Struct", 2)?;
                entries.serialize_field("key", &fields[0])?;
                entries.serialize_field("no name", &fields[1])?;
                entries.end()
            }
            Self::Variant(value) => serializer.serialize_newtype_variant("Choice", 0, "One", value),
            Self::Refused => Err(S::Error::custom("refused")),
        }
    }
}

#[derive(Debug, Error, ServiceError)]
#[error("client")]
#[service_error(parent = ShopError, code = "CLIENT", status = 418)]
struct Client;

#[derive(Debug, Error, ServiceError)]
#[error("server")]
#[service_error(parent = ShopError, status = 500)]
struct Server;

/// Whatever it says.
#[derive(Debug, Error, ServiceError)]
#[error("exposed")]
#[service_error(parent = ShopError, expose)]
struct Exposed;

#[derive(Debug, Error, ServiceError)]
#[error("redirect")]
#[service_error(parent = ShopError, code = "MOVED", status = 400)]
struct Redirect;

impl fmt::Display for Anything {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Anything {}

impl ServiceError for Anything {
    fn taxon(&self) -> &'static Taxon {
        match self.class {
            Of::Client => Client::TAXON,
            Of::Server => Server::TAXON,
            Of::Exposed => Exposed::TAXON,
            Of::Redirect => Redirect::TAXON,
            Of::Shop => <ShopError as Class>::TAXON,
        }
    }

    fn code(&self) -> Option<&str> {
        self.code.as_deref().or(self.taxon().code())
    }

    fn status(&self) -> Option<u16> {
        self.status.or(self.taxon().status())
    }

    fn own_advice(&self) -> Option<RetryAdvice> {
        self.after.map(|after| RetryAdvice::new().with_after(after))
    }

    fn own_members(&self, members: &mut Members) {
        for (place, name, value) in &self.members {
            match place {
                Place::Body => members.write(Origin::Member(name), value),
                Place::Header => members.write(Origin::Header(name), value),
                Place::Known(number) => members.write(Origin::Member(KNOWN[usize::from(*number) % KNOWN.len()]), value),
            }
        }
    }
}
