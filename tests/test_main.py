"""Start-up is counted in modules, which no load on the machine can change."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import credcheck

ROOT = Path(credcheck.__file__).parents[1]
HEAVY = {
    "typer", "click", "rich", "pydantic", "numpy", "ftfy", "bs4", "trafilatura", "lxml",
    "rapidfuzz", "tabulate", "tomllib", "multiprocessing", "socket", "ssl", "asyncio",
}  # fmt: skip


def loaded(*arguments: str) -> set[str]:
    """The modules that are loaded when the command line has been answered."""
    program = (
        "import json, sys\n"
        "before = set(sys.modules)\n"
        f"sys.argv = ['credcheck', *{list(arguments)!r}]\n"
        "from credcheck.__main__ import main\n"
        "code = main()\n"
        "sys.stdout.write('\\n' + json.dumps([code, sorted(set(sys.modules) - before)]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{program}"],
        capture_output=True,
        text=True,
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code == 0
    return set(modules)


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_version_loads_nothing_but_the_package() -> None:
    modules = loaded("--version")
    assert modules <= {"credcheck", "credcheck.__main__", "__future__"}


def test_help_loads_nothing_that_reads_or_weighs_text() -> None:
    modules = loaded("--help")
    assert not roots(modules) & (HEAVY - {"typer", "socket", "multiprocessing"})
    assert not {name for name in modules if name.startswith(("credcheck.rules", "credcheck.read"))}


def test_a_plain_scan_loads_no_parser_of_options_or_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour wall was mended on Monday, the mayor said.\n")
    modules = loaded("scan", str(tmp_path))
    assert not roots(modules) & {"typer", "click", "rich", "pydantic", "trafilatura", "lxml", "bs4"}


def test_the_version_is_said_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "credcheck", "-V"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout == f"credcheck {credcheck.__version__}\n"
