"""The shape of the package, held by tests so that no reviewer has to."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import credcheck

PACKAGE = Path(credcheck.__file__).parent
TESTS = Path(__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

# Imports point one way: a part may import what stands on a line above its own, and its own line.
LAYERS = (
    ("types",),
    ("settings", "lexicons"),
    ("language",),
    ("read", "clean", "align", "support"),
    ("rules",),
    ("detect", "guards", "ignores", "score", "engines"),
    ("check",),
    ("report", "config", "fix", "explain"),
    ("api", "cli", "__main__", "__init__", "lsp"),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "core",
    "manager",
    "misc",
}
NETWORK = {"socket", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}


def part_of(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    own = LEVEL[part_of(path)]
    for name in imports_of(path):
        pieces = name.split(".")
        if pieces[0] == "credcheck" and len(pieces) > 1 and pieces[1] in LEVEL:
            assert LEVEL[pieces[1]] <= own, f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_can_reach_the_network(path: Path) -> None:
    reached = {name.split(".")[0] for name in imports_of(path)} & NETWORK
    assert not reached or path.parent.name == "lsp"


def test_every_module_has_a_name_that_says_something() -> None:
    assert not [path for path in MODULES if path.stem in FORBIDDEN_NAMES]


def test_every_module_has_tests_of_its_own() -> None:
    """A rule or a fixer is tested by its own examples, so that only the others need a file."""
    missing = [
        str(path.relative_to(PACKAGE))
        for path in MODULES
        if path.name != "__init__.py" and not has_examples(path) and not mirror(path).exists()
    ]
    assert not missing


def has_examples(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "\nRULE = " in text or "\nFIXER = " in text


def mirror(path: Path) -> Path:
    relative = path.relative_to(PACKAGE)
    return TESTS / relative.parent / f"test_{relative.stem.strip('_')}.py"
