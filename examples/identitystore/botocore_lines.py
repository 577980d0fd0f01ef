"""Counts the lines of botocore's error code: the column of the README.

    pip install botocore==1.44.5
    python botocore_lines.py

Lines of code are neither blank, nor a comment, nor a docstring. Of the service's model, the shapes that are errors and
those that their members have are counted, as JSON with an indent of two and without documentation.
"""

import ast
import gzip
import io
import json
import tokenize
from pathlib import Path

import botocore

BOTOCORE = Path(botocore.__file__).parent
NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def definitions(node, prefix=""):
    for child in getattr(node, "body", []):
        if isinstance(child, ast.ClassDef | ast.FunctionDef):
            yield prefix + child.name, child
            yield from definitions(child, f"{prefix}{child.name}.")


def code_lines(file, wanted=None):
    """The lines of a file, or of what is wanted of it."""
    source = (BOTOCORE / file).read_text()
    tree = ast.parse(source)
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in [tree, *(node for _, node in definitions(tree))]:
        if ast.get_docstring(node) is not None:
            lines -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    if wanted is None:
        return len(lines)
    places = {name: range(node.lineno, node.end_lineno + 1) for name, node in definitions(tree)}
    return sum(line in places[name] for name in wanted for line in lines)


def without_documentation(value):
    if not isinstance(value, dict):
        return value
    return {key: without_documentation(of) for key, of in value.items() if key != "documentation"}


def model_lines():
    path = BOTOCORE / "data/identitystore/2020-06-15/service-2.json.gz"
    shapes = json.loads(gzip.decompress(path.read_bytes()))["shapes"]
    errors = {name for name, shape in shapes.items() if shape.get("exception")}
    members = {member["shape"] for name in errors for member in shapes[name]["members"].values()}
    wanted = {name: without_documentation(shapes[name]) for name in errors | members}
    return len(json.dumps(wanted, indent=2).splitlines())


JSON_ERRORS = [
    "ResponseParser._is_modeled_error_shape",
    "ResponseParser._is_generic_error_response",
    "ResponseParser._do_generic_error_parse",
    "ResponseParser._do_query_compatible_error_parse",
    "BaseJSONParser._do_error_parse",
]
FAILURES = [
    "BotoCoreError",
    "HTTPClientError",
    "ConnectionError",
    "EndpointConnectionError",
    "SSLError",
    "ConnectionClosedError",
    "ReadTimeoutError",
    "NoCredentialsError",
    "ParamValidationError",
    "ChecksumError",
]
RETRY = [
    "TransientRetryableChecker",
    "ThrottledRetryableChecker",
    "ModeledRetryableChecker",
    "ModeledRetryErrorDetector",
    "StandardRetryConditions",
]

print("botocore", botocore.__version__)
print(model_lines(), "the seven classes, and their values")
print(code_lines("exceptions.py", ["ClientError"]), "`ClientError` and its text")
print(code_lines("errorfactory.py"), "look-up and enumeration")
print(code_lines("parsers.py", JSON_ERRORS), "`e.response`")
print(code_lines("exceptions.py", FAILURES), "failures without an answer")
print(code_lines("retries/standard.py", RETRY), "retry")
