"""`credcheck init`: a config file with every key explained, and snippets for CI."""

from __future__ import annotations

import os
import sys
from importlib.resources import files
from typing import Annotated

from typer import Option

from credcheck.cli.problem import Problem

FILE = "credcheck.toml"


def init(
    force: Annotated[bool, Option("--force", help="Overwrite a file that is there.")] = False,
    show: Annotated[bool, Option("--print", help="Print the file and write nothing.")] = False,
) -> int:
    """
    Write a commented credcheck.toml; print snippets for CI.

    Every key of the file stands in it with its default, commented out. The snippets are for
    GitHub, GitLab and pre-commit.

    \b
    Examples:
      credcheck init
      credcheck init --print > credcheck.toml
    """
    from credcheck.cli.outputs import replaced

    folder = files("credcheck.cli") / "templates"
    config = (folder / FILE).read_text("utf-8")
    if show:
        sys.stdout.write(config)
        return 0
    if os.path.exists(FILE) and not force:
        raise Problem(f"{FILE}: is there already (--force overwrites it, --print shows ours)")
    replaced(FILE, config.encode())
    sys.stdout.write(f"wrote {FILE}\n\n")
    sys.stdout.write((folder / "snippets.txt").read_text("utf-8"))
    return 0
