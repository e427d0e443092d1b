"""One idea a file, a few lines a function."""

import ast
from collections.abc import Mapping

FILE_LINES = 300
FUNCTION_LINES = 50


def test_no_python_file_is_longer_than_300_lines(texts: Mapping[str, str]) -> None:
    lengths = {name: len(text.splitlines()) for name, text in texts.items() if name[-3:] == ".py"}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_longer_than_50_lines(modules: Mapping[str, ast.Module]) -> None:
    lengths = {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES} == {}
