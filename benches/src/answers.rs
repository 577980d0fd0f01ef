//! Error answers as services of AWS send them: status, headers and body.

use crate::CODES;

pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: String,
}

impl Answer {
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().copied()
    }
}

const REQUEST_ID: &str = "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG";

/// An answer of awsJson1.0 for each code, as DynamoDB writes it.
pub fn json() -> Vec<Answer> {
    let answer = |code| Answer {
        status: 400,
        headers: vec![
            ("Server", "Server"),
            ("Date", "Fri, 20 Nov 2026 10:00:00 GMT"),
            ("Content-Type", "application/x-amz-json-1.0"),
            ("Content-Length", "149"),
            ("Connection", "keep-alive"),
            ("x-amzn-RequestId", REQUEST_ID),
            ("x-amz-crc32", "3062975651"),
        ],
        body: format!(
            r#"{{"__type":"com.amazonaws.dynamodb.v20120810#{code}","message":"Requested resource not found: Table: orders not found"}}"#
        ),
    };
    CODES.lines().map(answer).collect()
}

/// An answer of awsQuery for each code, as IAM writes it.
pub fn xml() -> Vec<Answer> {
    let answer = |code| Answer {
        status: 404,
        headers: vec![
            ("x-amzn-RequestId", REQUEST_ID),
            ("Content-Type", "text/xml"),
            ("Content-Length", "301"),
            ("Date", "Fri, 20 Nov 2026 10:00:00 GMT"),
        ],
        body: format!(
            "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">\n  <Error>\n    <Type>Sender</Type>\n    \
             <Code>{code}</Code>\n    <Message>The user with name orders cannot be found.</Message>\n  </Error>\n  \
             <RequestId>{REQUEST_ID}</RequestId>\n</ErrorResponse>\n"
        ),
    };
    CODES.lines().map(answer).collect()
}
