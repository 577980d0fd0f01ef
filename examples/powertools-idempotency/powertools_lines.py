"""Counts the lines of the original's code: the column of the README.

    pip install --no-deps --target powertools aws-lambda-powertools==3.37.0
    python powertools_lines.py powertools

Lines of code are neither blank, nor a comment, nor a docstring. It is read, and not imported.
"""

import ast
import io
import sys
import tokenize
from pathlib import Path

IDEMPOTENCY = Path(sys.argv[1]) / "aws_lambda_powertools/utilities/idempotency"
NO_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENDMARKER,
}


def code_lines(file):
    source = (IDEMPOTENCY / file).read_text()
    lines = set()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in NO_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            lines -= set(range(node.body[0].lineno, node.body[0].end_lineno + 1))
    return len(lines)


ROWS = {
    "the classes": ["exceptions.py"],
    "the layer": ["base.py", "config.py", "persistence/base.py", "persistence/datarecord.py"],
    "the store in DynamoDB": ["persistence/dynamodb.py"],
}
for row, files in ROWS.items():
    print(sum(map(code_lines, files)), row)
