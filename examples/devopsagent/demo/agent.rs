//! An agent on loopback that gives recorded answers, and the AWS SDK's client of it: everything but the service is real.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use aws_sdk_devopsagent::config::retry::RetryConfig;
use aws_sdk_devopsagent::config::{BehaviorVersion, Builder, Credentials, Region};
use aws_sdk_devopsagent::{Client, Config};
use aws_smithy_http_client::proxy::ProxyConfig;
use aws_smithy_http_client::{Builder as HttpClient, Connector};

/// Bytes of a whole answer: an error of that code, by a header as the service writes it, and the body's members.
///
/// Each has the request id `R-` and its status.
pub(crate) fn answer(status: u16, code: Option<&str>, body: &str) -> String {
    let code = code.map(|code| format!("x-amzn-errortype: {code}\r\n")).unwrap_or_default();
    let length = body.len();
    format!(
        "HTTP/1.1 {status} \r\ncontent-type: application/json\r\nx-amzn-requestid: R-{status}\r\n{code}\
         connection: close\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

/// Gives these answers, one a request, and is gone after the last.
///
/// Its address is `http://127.0.0.1:` and a port.
pub(crate) fn answering(answers: Vec<String>) -> io::Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for answer in answers {
            let (stream, _) = listener.accept()?;
            read_request(&stream)?;
            (&stream).write_all(answer.as_bytes())?;
        }
        Ok::<_, io::Error>(())
    });
    Ok(address)
}

/// As a whole, since a connection that is closed before is reset.
fn read_request(stream: &TcpStream) -> io::Result<()> {
    let mut request = BufReader::new(stream);
    let mut length = 0;
    loop {
        let mut line = String::new();
        request.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().map_err(io::Error::other)?;
        }
    }
    io::copy(&mut request.take(length), &mut io::sink())?;
    Ok(())
}

/// A client of the agent at that address, which sends each request once.
pub(crate) fn client(address: &str) -> Client {
    let credentials = Credentials::new("id", "secret", None, None, "demo");
    Client::from_conf(config(address).credentials_provider(credentials).build())
}

/// The same, with nothing to sign requests with.
pub(crate) fn client_without_credentials(address: &str) -> Client {
    Client::from_conf(config(address).build())
}

/// Operations are called at hosts of their own, `cp.` and `dp.` before the endpoint's name: whatever the name, a proxy at
/// that address answers.
pub(crate) fn config(address: &str) -> Builder {
    let proxy = ProxyConfig::http(address).expect("it is the address of a listener");
    let connector = move || Connector::builder().proxy_config(proxy.clone()).build_http();
    Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .http_client(HttpClient::new().build_with_connector_fn(move |_, _| connector()))
        .retry_config(RetryConfig::disabled())
        .endpoint_url("http://aidevops.example")
}
