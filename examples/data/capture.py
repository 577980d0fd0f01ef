"""Provoke AWS error answers from moto and keep each one as it came off the wire.

    pip install 'moto[server]' boto3
    python capture.py

Writes 01-*.http to 08-*.http next to this script, each one HTTP/1.1 message.
"""

import http.client
import io
import socket
from pathlib import Path
from urllib.parse import urlsplit

import boto3
from botocore.awsrequest import AWSResponse
from botocore.config import Config
from botocore.exceptions import ClientError
from moto.server import ThreadedMotoServer

HERE = Path(__file__).resolve().parent
KEY = dict(
    AttributeDefinitions=[{"AttributeName": "order_id", "AttributeType": "S"}],
    KeySchema=[{"AttributeName": "order_id", "KeyType": "HASH"}],
    ProvisionedThroughput={"ReadCapacityUnits": 5, "WriteCapacityUnits": 5},
)


class Received:
    """Bytes already received, as the socket http.client wants to read from."""

    def __init__(self, raw):
        self.raw = raw

    def makefile(self, _mode):
        return io.BytesIO(self.raw)


class Body:
    """A whole body, as the stream botocore wants to read from."""

    def __init__(self, data):
        self.data = data

    def stream(self, **_):
        yield self.data


class Wire:
    """Sends botocore's signed requests over a plain socket; keeps the last answer."""

    def __init__(self):
        self.raw = b""

    def send(self, request, **_):
        url = urlsplit(request.url)
        body = request.body or b""
        if isinstance(body, str):
            body = body.encode()
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        headers = {
            k: v.decode() if isinstance(v, bytes) else v
            for k, v in request.headers.items()
        }
        headers |= {
            "Host": url.netloc,
            "Content-Length": str(len(body)),
            "Connection": "close",
        }
        head = f"{request.method} {path} HTTP/1.1\r\n"
        head += "".join(f"{k}: {v}\r\n" for k, v in headers.items())
        with socket.create_connection((url.hostname, url.port)) as sock:
            sock.sendall(head.encode() + b"\r\n" + body)
            self.raw = b"".join(iter(lambda: sock.recv(65536), b""))

        answer = http.client.HTTPResponse(Received(self.raw))
        answer.begin()
        return AWSResponse(
            request.url, answer.status, answer.headers, Body(answer.read())
        )


def main():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    wire = Wire()

    def client(service):
        made = boto3.client(
            service,
            endpoint_url=f"http://{host}:{port}",
            region_name="eu-west-1",
            aws_access_key_id="testing",
            aws_secret_access_key="testing",
            config=Config(retries={"total_max_attempts": 1}),
        )
        made.meta.events.register("before-send", wire.send)
        return made

    def keep(name, code, call, **args):
        try:
            call(**args)
        except ClientError as error:
            got = error.response["Error"]["Code"]
            if got != code:
                raise SystemExit(f"{name}: wanted {code}, got {got}")
            (HERE / f"{name}.http").write_bytes(wire.raw)
            print(name, error.response["ResponseMetadata"]["HTTPStatusCode"], got)
        else:
            raise SystemExit(f"{name}: no error came back")

    dynamodb, sqs, awslambda = client("dynamodb"), client("sqs"), client("lambda")
    order = {
        "order_id": {"S": "o-1001"},
        "customer": {"S": "Ines Duarte"},
        "total": {"N": "42.50"},
    }
    is_new = "attribute_not_exists(order_id)"

    keep(
        "01-table-not-found",
        "ResourceNotFoundException",
        dynamodb.put_item,
        TableName="orders",
        Item=order,
    )

    dynamodb.create_table(TableName="orders", **KEY)
    dynamodb.put_item(TableName="orders", Item=order)
    again = order | {"total": {"N": "45.00"}}

    keep(
        "02-condition-failed-with-item",
        "ConditionalCheckFailedException",
        dynamodb.put_item,
        TableName="orders",
        Item=again,
        ConditionExpression=is_new,
        ReturnValuesOnConditionCheckFailure="ALL_OLD",
    )
    keep(
        "03-condition-failed",
        "ConditionalCheckFailedException",
        dynamodb.put_item,
        TableName="orders",
        Item=again,
        ConditionExpression=is_new,
    )
    put = {"TableName": "orders", "ConditionExpression": is_new}
    keep(
        "04-transaction-cancelled",
        "TransactionCanceledException",
        dynamodb.transact_write_items,
        TransactItems=[
            {"Put": put | {"Item": order | {"order_id": {"S": "o-1002"}}}},
            {
                "Put": put
                | {"Item": again, "ReturnValuesOnConditionCheckFailure": "ALL_OLD"}
            },
        ],
    )
    keep(
        "05-validation",
        "ValidationException",
        dynamodb.put_item,
        TableName="orders",
        Item={"customer": {"S": "Ines Duarte"}},
    )
    keep(
        "06-table-in-use",
        "ResourceInUseException",
        dynamodb.create_table,
        TableName="orders",
        **KEY,
    )
    keep(
        "07-queue-not-found",
        "AWS.SimpleQueueService.NonExistentQueue",
        sqs.get_queue_url,
        QueueName="orders-shipped",
    )
    keep(
        "08-function-not-found",
        "ResourceNotFoundException",
        awslambda.get_function,
        FunctionName="order-mailer",
    )
    server.stop()


if __name__ == "__main__":
    main()
