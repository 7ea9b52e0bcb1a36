"""Rooms that one can know: no module and no function grows beyond what a reader holds in mind."""

from __future__ import annotations

import ast

from tests.architecture.checkout import parsed, place, sources

_MOST_LINES = 400
_MOST_LINES_OF_A_FUNCTION = 60


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {place(file, 1): len(file.read_text(encoding="utf-8").splitlines()) for file in sources()}
    assert lengths
    assert {where: lines for where, lines in lengths.items() if lines > _MOST_LINES} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    lengths = {
        f"{place(file, node.lineno)} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for file in sources()
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert lengths
    assert {where: lines for where, lines in lengths.items() if lines > _MOST_LINES_OF_A_FUNCTION} == {}


def test_nothing_is_left_to_be_written_later() -> None:
    """`...` stands only in a protocol; who does nothing on purpose says so in a docstring."""
    idle = [
        f"{place(file, node.lineno)} {node.name}"
        for file in sources()
        for owner in ast.walk(parsed(file))
        if not _is_protocol(owner)
        for node in ast.iter_child_nodes(owner)
        if isinstance(node, ast.FunctionDef) and _is_stub(node.body[-1])
    ]
    assert idle == []


def _is_protocol(node: ast.AST) -> bool:
    if not isinstance(node, ast.ClassDef):
        return False
    return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in node.bases)


def _is_stub(last: ast.stmt) -> bool:
    match last:
        case ast.Pass():
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
        case ast.Expr(value=ast.Constant(value=value)):
            return value is Ellipsis
        case _:
            return False
