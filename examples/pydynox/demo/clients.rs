//! Clients of the three services: of recorded answers, or of a server.

use aws_smithy_runtime_api::client::http::SharedHttpClient;

use crate::answers::{Answer, Answers};

/// A client a service.
#[derive(Clone, Debug)]
pub(crate) struct Clients {
    pub(crate) dynamodb: aws_sdk_dynamodb::Client,
    pub(crate) s3: aws_sdk_s3::Client,
    pub(crate) kms: aws_sdk_kms::Client,
}

/// The crates of the SDK have the same configuration, and no type in common that could be written once.
macro_rules! client {
    ($sdk:ident, $http:expr, $endpoint:expr, $signs:expr) => {
        client!($sdk, $http, $endpoint, $signs,)
    };
    ($sdk:ident, $http:expr, $endpoint:expr, $signs:expr, $($more:tt)*) => {{
        use $sdk::config::{BehaviorVersion, Credentials, Region, SharedCredentialsProvider, retry::RetryConfig};
        let credentials = SharedCredentialsProvider::new(Credentials::new("id", "secret", None, None, "demo"));
        let config = $sdk::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .http_client($http)
            .retry_config(RetryConfig::disabled())
            .endpoint_url($endpoint)
            $($more)*;
        let mut config = config;
        config.set_credentials_provider($signs.then_some(credentials));
        $sdk::Client::from_conf(config.build())
    }};
}

impl Clients {
    /// Gives these answers, one a request.
    pub(crate) fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::of(&Answers::new(answers))
    }

    /// The same, of answers that the caller keeps an eye on.
    pub(crate) fn of(answers: &Answers) -> Self {
        Self::new(&answers.http_client(), "http://localhost", true)
    }

    /// Of a server.
    pub(crate) fn at(endpoint: &str) -> Self {
        Self::new(&aws_smithy_http_client::Builder::new().build_http(), endpoint, true)
    }

    /// Has nothing to sign requests with.
    pub(crate) fn without_credentials() -> Self {
        Self::new(&Answers::default().http_client(), "http://localhost", false)
    }

    fn new(http: &SharedHttpClient, endpoint: &str, signs: bool) -> Self {
        Self {
            dynamodb: client!(aws_sdk_dynamodb, http.clone(), endpoint, signs),
            s3: client!(aws_sdk_s3, http.clone(), endpoint, signs, .force_path_style(true)),
            kms: client!(aws_sdk_kms, http.clone(), endpoint, signs),
        }
    }
}
