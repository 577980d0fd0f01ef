"""botocore's side of the binary `botocore`, which starts this file and runs beside it.

Reads from its input first one line of answers, as JSON: {"json": [{"status", "headers", "body"}, ...], "xml": [...]};
then lines of a kind and a number of passes, such as `json 3`. Prints for each the nanoseconds that an answer took: the
protocol's parser, the parser once more where the model has the code's shape (`Endpoint._add_modeled_error_fields`), then
the factory's class for the code, and its instance (`BaseClient._make_api_call`).

Everything is installed into `target/botocore`, and nowhere else.
"""

import json
import os
import subprocess
import sys
import time

VERSION = "1.44.5"
FOLDER = sys.argv[1]


def inside_environment():
    """Goes on with the environment's Python; makes it first, if need be."""
    python = os.path.join(FOLDER, "Scripts" if os.name == "nt" else "bin", "python")
    if os.path.abspath(sys.prefix) == os.path.abspath(FOLDER):
        return
    installed = subprocess.run([python, "-c", "import botocore; print(botocore.__version__)"], capture_output=True, text=True) \
        if os.path.exists(python) else None
    if installed is None or installed.stdout.strip() != VERSION:
        subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True, stdout=sys.stderr)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"botocore=={VERSION}"]
        subprocess.run([python, *install], check=True, stdout=sys.stderr)
    os.execv(python, [python, *sys.argv])


def main():
    import botocore.session
    from botocore.awsrequest import HeadersDict
    from botocore.errorfactory import ClientExceptionsFactory
    from botocore.parsers import create_parser

    session = botocore.session.get_session()
    factory = ClientExceptionsFactory()
    kinds = {}
    answers = json.loads(sys.stdin.readline())
    for kind, service, operation, protocol in [
        ("json", "dynamodb", "DescribeTable", "json"),
        ("xml", "iam", "GetUser", "query"),
    ]:
        model = session.get_service_model(service)
        shape = model.operation_model(operation).output_shape
        exceptions = factory.create_client_exceptions(model)
        read = [(answer["status"], answer["headers"], answer["body"].encode()) for answer in answers[kind]]
        kinds[kind] = (create_parser(protocol), model, shape, exceptions, operation, read)

    for line in sys.stdin:
        kind, passes = line.split()
        parser, model, shape, exceptions, operation, read = kinds[kind]
        begun = time.perf_counter_ns()
        for _ in range(int(passes)):
            for status, headers, body in read:
                # As `AWSResponse` and `convert_to_response_dict` make it of what urllib3 has read.
                response = {
                    "headers": HeadersDict(headers),
                    "status_code": status,
                    "context": {"operation_name": operation},
                    "body": body,
                }
                parsed = parser.parse(response, shape)
                error = parsed.get("Error", {})
                error_shape = model.shape_for_error_code(error.get("Code"))
                if error_shape is not None:
                    parsed.update(parser.parse(response, error_shape))
                code = error.get("QueryErrorCode") or error.get("Code")
                exceptions.from_code(code)(parsed, operation)
        took = time.perf_counter_ns() - begun
        # What it read, so that both sides are known to have read the same.
        print(took / (int(passes) * len(read)), code, parsed["ResponseMetadata"]["RequestId"], flush=True)


inside_environment()
main()
