"""
What a configuration says of files, seen from the folder the command runs in.

A pattern in .gitignore syntax belongs to the folder of the file it is written in; the search for
files asks about paths under the current folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from fnmatch import fnmatchcase
from pathlib import Path


def seen_path(folder: Path, path: str) -> str:
    """A path of a file in `folder`: relative to the current folder if it lies in it."""
    whole = os.path.join(folder, os.path.expanduser(path))
    relative = _relative(whole, os.getcwd())
    return whole if relative is None or relative.startswith("..") else relative


def seen_patterns(folder: Path, patterns: Iterable[str]) -> list[str]:
    """Patterns of a file in `folder`; those that can match nothing here are left out."""
    found = (seen_pattern(folder, pattern) for pattern in patterns)
    return [pattern for pattern in found if pattern is not None]


def seen_pattern(folder: Path, pattern: str) -> str | None:
    """One pattern; None if it can match nothing under the current folder."""
    here = Path.cwd()
    sign, body = ("!", pattern[1:]) if pattern.startswith("!") else ("", pattern)
    is_anchored = "/" in body.rstrip("/")
    if here == folder:
        return pattern
    if here.is_relative_to(folder):
        rest = _below(body, here.relative_to(folder).parts) if is_anchored else body
        return None if rest is None else sign + rest
    if not folder.is_relative_to(here):
        return pattern
    inside = folder.relative_to(here).as_posix()
    return f"{sign}/{inside}/{body.lstrip('/') if is_anchored else f'**/{body}'}"


def _below(body: str, parts: tuple[str, ...]) -> str | None:
    """What is left of an anchored pattern for a folder deeper down."""
    segments = body.lstrip("/").split("/")
    for number, part in enumerate(parts):
        if segments[number : number + 1] == ["**"]:
            return "/".join(segments[number:])
        rest = segments[number:]
        if not rest or not fnmatchcase(part, rest[0]):
            return None
        if rest[1:] in ([], [""]):
            return "*"
    return "/" + "/".join(segments[len(parts) :])


def _relative(path: str, folder: str) -> str | None:
    try:
        return os.path.relpath(path, folder)
    except ValueError:  # another drive
        return None
