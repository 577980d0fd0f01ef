"""Counts the lines of devopsagent-api's error code: the column of the README.

    pip download --no-deps devopsagent-api==1.0.3 && unzip devopsagent_api-1.0.3-py3-none-any.whl
    pip install botocore==1.44.5
    python devopsagent_lines.py devopsagent_api

Lines of code are neither blank, nor a comment, nor a docstring, and no list of what is exported. Of the models of the two
services, the shapes that are errors and those that their members have are counted, as JSON with an indent of two and without
documentation.
"""

import ast
import gzip
import io
import json
import sys
import tokenize
from pathlib import Path

import botocore

NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}
FACTORY = ["_create_error_from_response", "handle_client_error"]


def is_text(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def code_lines(source, is_wanted):
    """The lines of the definitions at the top that are wanted."""
    tree = ast.parse(source)
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(tree):
        if is_text(node):
            lines -= set(range(node.lineno, node.end_lineno + 1))
    places = [range(node.lineno, node.end_lineno + 1) for node in tree.body if is_wanted(node)]
    return sum(line in place for place in places for line in lines)


def without_documentation(value):
    if not isinstance(value, dict):
        return value
    return {key: without_documentation(of) for key, of in value.items() if key != "documentation"}


def model_lines(model):
    shapes = json.loads(model)["shapes"]
    wanted, more = set(), {name for name, shape in shapes.items() if shape.get("exception")}
    while more:
        wanted |= more
        of = [shapes[name] for name in more]
        members = [member for shape in of for member in [*shape.get("members", {}).values(), shape.get("member")]]
        more = {member["shape"] for member in members if member} - wanted - {"String"}
    return len(json.dumps({name: without_documentation(shapes[name]) for name in wanted}, indent=2).splitlines())


EXCEPTIONS = (Path(sys.argv[1]) / "exceptions.py").read_text()
OFFICIAL = Path(botocore.__file__).parent / "data/devops-agent/2026-01-01/service-2.json.gz"
COMMUNITY = Path(sys.argv[1]) / "data/community-devops-agent/2025-12-09/service-2.json"
TABLES = code_lines(EXCEPTIONS, lambda node: getattr(node, "name", None) == FACTORY[0])
CLASSES = code_lines(EXCEPTIONS, lambda node: isinstance(node, ast.ClassDef | ast.Import | ast.ImportFrom))

print(CLASSES + TABLES, "the 18 classes, their codes, statuses and texts")
print(code_lines(EXCEPTIONS, lambda node: getattr(node, "name", None) == FACTORY[1]), "`handle_client_error`")
OFFICIAL_LINES = model_lines(gzip.decompress(OFFICIAL.read_bytes()))
print(OFFICIAL_LINES, "the ten errors of the official service, of botocore", botocore.__version__)
print(model_lines(COMMUNITY.read_text()), "the four errors of the client's model of its service")
