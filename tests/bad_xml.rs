//! Any bytes are an answer of an XML service: no panic, no expansion, and an error that keeps status, headers and body.

use std::time::Instant;

use errtax::wire::{NO_HEADERS, aws, aws_xml};
use errtax::{Classifier, ErrorResponse, ServiceError, Unclassified};
use serde::Deserialize;
use thiserror::Error;

#[derive(Debug, Error, ServiceError)]
#[error("root: {response}")]
struct Root {
    #[wire(response)]
    response: ErrorResponse,
}

#[derive(Debug, Error, ServiceError)]
#[error("late by {seconds:?}")]
#[service_error(parent = Root, code = "Late")]
struct Late {
    #[wire(member)]
    seconds: Option<u64>,
    #[wire(member)]
    tree: Option<Tree>,
}

/// As deep as the document.
#[derive(Debug, Deserialize)]
struct Tree {
    #[expect(dead_code, reason = "only its reading is tested")]
    tree: Option<Box<Tree>>,
}

/// Decodes, and checks what must hold for any body.
fn decode(body: &[u8]) -> ErrorResponse {
    let headers = [("x-amzn-requestid", "R-1"), ("content-type", "text/xml")];
    let response = aws_xml::decode(503, headers, body);
    assert_eq!(response.status(), Some(503));
    assert!(response.request_id().is_some());
    assert_eq!(response.header("Content-Type"), Some("text/xml"));
    let kept = &body[..body.len().min(64 * 1024)];
    assert_eq!(response.body(), Some(kept).filter(|kept| !kept.is_empty()));

    let error = errtax::classify::<Root>(response.clone());
    assert!(error.is_a::<Root>());
    let mut lines = vec![format!("{error:?}"), format!("{response:?}"), error.to_string()];
    lines.extend(std::error::Error::source(&error).map(ToString::to_string));
    for line in lines {
        assert!(line.len() < 70_000 && !line.chars().any(char::is_control), "{line}");
    }
    assert!(!Classifier::of::<Root>().explain(&response).to_string().contains('\r'));
    assert_eq!(aws_xml::probe(200, NO_HEADERS, body).is_some(), response.code().is_some());
    response
}

#[test]
fn bodies_that_are_no_error_leave_code_and_message_empty() {
    for body in [
        "",
        " ",
        "\u{feff}",
        "<",
        "<>",
        "</>",
        "</Error>",
        "<?",
        "<?xml",
        "<!",
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE",
        "<!DOCTYPE>",
        "&",
        "&amp;",
        "<Error",
        "<Error><Code",
        "<Error><Code>",
        "<Error><Code>Late",
        "<Error><Code>Late</",
        "<Error><Code>Late</Code",
        "<Error><Code>Late</Message>",
        "<Error><Code>Late&",
        "<!doctype html>\n<html lang=en><title>503</title><p>Service & more<br></html>",
        "{\"__type\": \"Late\"}",
        "plain text",
        "<a/><Error><Code>Late</Code></Error>",
    ] {
        let response = decode(body.as_bytes());
        assert_eq!((response.code(), response.message()), (None, None), "{body}");
        assert_eq!(response.to_string(), "503 Service Unavailable");
    }
}

#[test]
fn what_stands_before_a_cut_is_read() {
    let response = decode(b"<Error><Message>hello</Message><Code>Late</Code><seconds>7</seconds><rest>");
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("hello")));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    let why = response.member::<u64>("minutes").unwrap_err().to_string();
    assert_eq!(why, "member `minutes`: the document ends inside an element");
    assert!(response.member::<u64>("rest").is_err());
    let page = decode(b"<html/>").member::<u64>("seconds").unwrap_err().to_string();
    assert_eq!(page, "member `seconds`: the body is no error document");
}

#[test]
fn a_list_that_is_cut_is_no_list() {
    let list = |body: &str| decode(body.as_bytes()).member::<Vec<u64>>("m").map_err(|error| error.to_string());
    let one = |body: &str| decode(body.as_bytes()).member::<u64>("m").map_err(|error| error.to_string());
    let head = "<ErrorResponse><Error><Code>Late</Code>";
    assert!(list(head).is_err(), "before the first");
    assert!(list(&format!("{head}<m>1")).is_err(), "inside the first");
    assert_eq!(one(&format!("{head}<m>1</m>")), Ok(Some(1)), "one alone is whole");
    for rest in ["<m>2", "<m>2</m>", "<m>2</m><n>", "<m>2</m></n>", "<m>2</m><m", "<m>"] {
        assert!(list(&format!("{head}<m>1</m>{rest}")).is_err(), "{rest}");
        assert!(one(&format!("{head}<m>1</m>{rest}")).is_err(), "{rest}");
    }
    for rest in ["", "<RequestId>R", "</Error>"] {
        assert_eq!(list(&format!("{head}<m>1</m><m>2</m></Error>{rest}")), Ok(Some(vec![1, 2])), "{rest}");
    }
    let padding = format!("<padding>{}</padding>", "x".repeat(2 * 1024 * 1024));
    let over = list(&format!("{head}<m>1</m><m>2</m>{padding}<m>3</m></Error></ErrorResponse>"));
    assert_eq!(over.unwrap_err(), "member `m`: the body was larger than 1 MiB, and was cut before it");
}

#[test]
fn entities_are_never_expanded() {
    let laughs = r#"<?xml version="1.0"?>
        <!DOCTYPE lolz [
          <!ENTITY lol "lol"><!ENTITY lol1 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
          <!ENTITY lol2 "&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;&lol1;">
          <!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY amp "expanded">
          <!ATTLIST Code default CDATA "x"><!ELEMENT Error ANY>
        ]>
        <Error><Code>Late</Code><Message>&lol2;&file;&amp;%pe;</Message><seconds>&lol;</seconds></Error>"#;
    let response = decode(laughs.as_bytes());
    assert_eq!(response.code(), Some("Late"));
    assert_eq!(response.message(), Some("&lol2;&file;&%pe;"));
    assert!(response.member::<u64>("seconds").is_err());
    let code = r#"<!DOCTYPE e [<!ENTITY c "Late">]><Error><Code>&c;</Code></Error>"#;
    assert_eq!(decode(code.as_bytes()).code(), Some("&c;"));
}

#[test]
fn nesting_costs_neither_stack_nor_time() {
    for depth in [100, 100_000] {
        let begun = Instant::now();
        let nested = "<tree>".repeat(depth) + &"</tree>".repeat(depth);
        for open in ["<tree>", "<Error>", "<ErrorResponse><Error>", "<Response><Errors>"] {
            assert_eq!(aws_xml::decode(503, NO_HEADERS, open.repeat(depth).as_bytes()).code(), None);
        }
        let whole = format!("<Error>{nested}<Code>Late</Code></Error>");
        let response = aws_xml::decode(503, NO_HEADERS, whole.as_bytes());
        assert_eq!(response.code(), Some("Late"));
        let error = errtax::classify::<Root>(response);
        assert_eq!(error.downcast_ref::<Late>().is_some(), depth == 100);
        if depth > 100 {
            assert!(error.is_a::<Late>() && error.downcast_ref::<Unclassified>().is_some());
            let why = std::error::Error::source(&error).unwrap().to_string();
            assert!(why.contains("nested deeper than 128") || why.contains("cut before it"), "{why}");
        }
        assert!(begun.elapsed().as_secs() < 20, "{depth} took {:?}", begun.elapsed());
    }
}

#[test]
fn many_elements_cost_no_more_than_their_bytes() {
    let begun = Instant::now();
    let distinct = (0..20_000).map(|n| format!("<t{n}/>")).collect::<Vec<_>>().concat();
    let body = format!("<Error><Code>Late</Code><m>{distinct}</m></Error>");
    let response = decode(body.as_bytes());
    let fields = response.member::<std::collections::BTreeMap<String, String>>("m").unwrap().unwrap();
    assert_eq!(fields.len(), 20_000);
    let repeated = format!("<Error>{}</Error>", "<m/>".repeat(50_000));
    assert_eq!(decode(repeated.as_bytes()).member::<Vec<String>>("m").unwrap().unwrap().len(), 50_000);
    let attributes = format!("<Error {}><Code>Late</Code></Error>", "a='b' ".repeat(50_000));
    assert_eq!(decode(attributes.as_bytes()).code(), Some("Late"));
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn a_huge_body_is_read_and_kept_in_part() {
    let padding = "x".repeat(10 * 1024 * 1024);
    let body = format!("<Error><seconds>7</seconds><padding>{padding}</padding><Code>Late</Code></Error>");
    let response = decode(body.as_bytes());
    assert_eq!(response.code(), Some("Late"), "code and message are read before anything is cut");
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7), "it stands in the part that is kept");
    let error = response.member::<String>("padding").unwrap_err();
    assert_eq!(error.to_string(), "member `padding`: the body was larger than 1 MiB, and was cut before it");
    let huge_number = format!("<Error><Code>Late</Code><seconds>{}</seconds></Error>", "9".repeat(100_000));
    assert!(decode(huge_number.as_bytes()).member::<u64>("seconds").is_err());
}

#[test]
fn a_huge_result_that_is_no_document_is_not_read() {
    let body = vec![b'x'; 64 * 1024 * 1024];
    let begun = Instant::now();
    for _ in 0..1_000 {
        assert!(aws_xml::probe(200, NO_HEADERS, &body).is_none());
    }
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

#[test]
fn bytes_that_are_no_text_are_replaced() {
    let response = decode(b"<Error><Message>caf\xe9</Message><Code>Late</Code><seconds>7</seconds></Error>");
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("caf\u{fffd}")));
    assert_eq!(response.member::<String>("Message").unwrap().as_deref(), Some("caf\u{fffd}"));
    assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
    let declared =
        b"<?xml version='1.0' encoding='ISO-8859-1'?><Error><Code>Late</Code><Message>\xe9</Message></Error>";
    assert_eq!(decode(declared).message(), Some("\u{fffd}"), "another encoding is not read");
}

#[test]
fn utf_16_is_read_where_its_mark_says_so() {
    let text = "<?xml version='1.0' encoding='UTF-16'?><Error><Code>Late</Code><Message>\u{e9}\u{1f980}</Message><seconds>7</seconds></Error>";
    let marked: Vec<u16> = std::iter::once(0xfeff).chain(text.encode_utf16()).collect();
    let little: Vec<u8> = marked.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = marked.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for body in [&little, &big] {
        let response = decode(body);
        assert_eq!((response.code(), response.message()), (Some("Late"), Some("\u{e9}\u{1f980}")));
        assert_eq!(response.member::<u64>("seconds").unwrap(), Some(7));
        assert_eq!(aws::decode(400, NO_HEADERS, body).code(), Some("Late"));
    }
    let lone: Vec<u16> = text.encode_utf16().map(|unit| if unit == 0xd83e { 0xdfff } else { unit }).collect();
    let lone: Vec<u8> = std::iter::once(0xfeff).chain(lone).flat_map(u16::to_le_bytes).collect();
    assert_eq!(decode(&lone).message(), Some("\u{e9}\u{fffd}\u{fffd}"), "half a pair is replaced");
    decode(&little[..little.len() - 1]);
    decode(b"\xff\xfe");
    let marked = "\u{feff}<Error><Code>Late</Code></Error>";
    assert_eq!(decode(marked.as_bytes()).code(), Some("Late"), "UTF-8 has a mark too");
}

const ANSWER: &[u8] = b"<?xml version='1.0'?><!DOCTYPE e [<!ENTITY a 'b'>]><a:ErrorResponse xmlns:a=\"u\">\
    <!-- c --><a:Error><Code>Late</Code><Message>h&#233;llo &amp; <![CDATA[<b>]]></Message>\
    <tree><tree/></tree></a:Error><?pi?><RequestId>R</RequestId></a:ErrorResponse>";

#[test]
fn every_prefix_of_an_answer_is_an_answer() {
    for end in 0..=ANSWER.len() {
        decode(&ANSWER[..end]);
        decode(&ANSWER[end..]);
    }
    let response = decode(ANSWER);
    assert_eq!((response.code(), response.message()), (Some("Late"), Some("h\u{e9}llo & <b>")));
    assert_eq!(response.request_id(), Some("R"));
}

#[test]
fn a_byte_changed_anywhere_is_an_answer() {
    for place in 0..ANSWER.len() {
        for byte in 0..=255 {
            let mut body = ANSWER.to_vec();
            body[place] = byte;
            let response = aws_xml::decode(503, NO_HEADERS, &body);
            assert_eq!((response.status(), response.body()), (Some(503), Some(&*body)));
            let _ = response.member::<Tree>("tree");
            let shown = response.to_string();
            assert!(!shown.is_empty() && !shown.chars().any(char::is_control), "{shown}");
        }
    }
}

#[test]
fn control_characters_never_reach_a_log_line() {
    let response =
        decode(b"<Error><Code>Bad&#13;&#10;Code</Code><Message>one\ntwo&#27;[31m&#x2028;three</Message></Error>");
    assert_eq!(response.message(), Some("one\ntwo\u{1b}[31m\u{2028}three"), "as it was sent");
    let error = errtax::classify::<Root>(response);
    assert_eq!(error.to_string(), r"unclassified Root: Bad\r\nCode: one\ntwo\u{1b}[31m\u{2028}three");
}
