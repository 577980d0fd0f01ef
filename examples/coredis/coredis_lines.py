"""Counts the lines of coredis's error code: the column of the README.

    pip download --no-deps --no-binary coredis coredis==6.9.0 && tar xzf coredis-6.9.0.tar.gz
    python coredis_lines.py coredis-6.9.0/coredis

Lines of code are neither blank, nor a comment, nor a docstring.
"""

import ast
import io
import sys
import tokenize
from pathlib import Path

NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def definitions(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def code_lines(file, wanted=None):
    """The lines of a file, or of what is wanted of it."""
    source = (Path(sys.argv[1]) / file).read_text()
    tree = ast.parse(source)
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for name, node in definitions(tree):
        if not isinstance(node, ast.AnnAssign) and ast.get_docstring(node) is not None:
            lines -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    if wanted is None:
        return len(lines)
    places = [range(node.lineno, node.end_lineno + 1) for name, node in definitions(tree) if name in wanted]
    return sum(line in place for place in places for line in lines)


SYNTAX = ["RequiredParameterError", "MutuallyExclusiveParametersError", "MutuallyInclusiveParametersMissing"]
CLASSES = [
    code_lines("exceptions.py"),
    code_lines("typing.py", ["RedisError"]),
    code_lines("commands/_validators.py", SYNTAX),
    code_lines("parser.py", ["EXCEPTION_CLASSES", "parse_error"]),
]
CLUSTER = [
    code_lines("client/cluster.py", ["_execute_command_on_single_node"]),
    code_lines("cluster/_layout.py", ["report_errors", "_handle_moved_error"]),
]

print(sum(CLASSES), "the 51 classes, the table of codes, the parsing of redirections")
print(sum(CLUSTER), "a command through a cluster")
print(code_lines("retry.py", ["RetryPolicy", "ConstantRetryPolicy", "CompositeRetryPolicy"]), "trying again, by class")
