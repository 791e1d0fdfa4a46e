"""What `import credcheck` gives, and what it costs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import credcheck

ROOT = Path(credcheck.__file__).parents[1]


def modules_after(program: str) -> set[str]:
    """The modules that a fresh interpreter has loaded beyond its own."""
    whole = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        f"before = set(sys.modules)\n{program}\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", whole], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_loads_nothing_else() -> None:
    assert modules_after("import credcheck") == {"credcheck"}


def test_a_scan_loads_no_part_of_the_command_line() -> None:
    program = "from credcheck import render, scan_texts\nrender(scan_texts({'a': 'A line.'}))"
    loaded = modules_after(program)
    assert "credcheck.check" in loaded
    assert not loaded & {"typer", "click", "rich", "credcheck.cli"}


@pytest.mark.parametrize("name", credcheck.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(credcheck, name)
    assert name in dir(credcheck)
    assert value.__doc__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'scam'"):
        getattr(credcheck, "scam")  # noqa: B009
