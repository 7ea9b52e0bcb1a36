"""The program is offline: it imports nothing that reaches a network, and opens none."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.checkout import ROOT, parsed, place, run_python, sources

_REACHING_OUT = {
    "PySide6.QtNetwork",
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
# A socket of this computer alone, by which a second start finds the window that is open.
_LOCAL = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}

_PLAY = """
import sys
reached = []
def watch(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        reached.append((event, str(arguments)))
sys.addaudithook(watch)
from kinetic_home.app.commands.root import root
for line in sys.argv[1:]:
    root.main(line.split("|"), standalone_mode=False)
print("reached", reached)
"""


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every import, with its line, down to the name that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def _reaches_out(name: str) -> bool:
    return name not in _LOCAL and any(name == module or name.startswith(f"{module}.") for module in _REACHING_OUT)


def test_no_module_imports_what_reaches_a_network() -> None:
    found = [
        f"{place(file, line)} {name}"
        for file in sources()
        for line, name in _imports(parsed(file))
        if _reaches_out(name)
    ]
    assert found == []


def test_such_an_import_would_be_found() -> None:
    tree = ast.parse("import socket\nfrom urllib.request import urlopen\nfrom PySide6.QtNetwork import QLocalServer\n")
    assert [name for _, name in _imports(tree) if _reaches_out(name)] == ["socket", "urllib.request.urlopen"]


def test_a_whole_session_opens_no_connection(tmp_path: Path) -> None:
    answers = tmp_path / "answers.toml"
    answers.write_text("[default]\npain = 1\nclean = true\n", encoding="utf-8")
    data, plan = tmp_path / "data", ROOT / "resources" / "plans" / "foundation.toml"
    done = run_python(
        _PLAY,
        f"play|--session|REC|--answers|{answers}|--virtual|--data|{data}",
        f"log|--data|{data}",
        f"plan|sessions|{plan}",
    )
    assert done.returncode == 0, done.stderr
    assert "session_ended" in done.stdout
    assert done.stdout.splitlines()[-1] == "reached []"
