"""
Which paths of a folder are left out: ignore files as git reads them, and the user's patterns.

The last pattern that matches decides, files deeper in the tree speak after those above them, and
what lies under a folder that is left out cannot be taken in again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from os.path import isfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILES = (".gitignore", ".credcheckignore")
# Folders that hold programs or their leavings, never articles.
_JUNK = frozenset({"node_modules", "__pycache__", "__MACOSX", "site-packages", "lost+found"})


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns in the syntax of .gitignore, for paths under `folder`."""

    folder: Path
    spec: GitIgnoreSpec

    def verdict(self, path: Path, *, is_folder: bool) -> bool | None:
        """True if the last pattern that matches takes the path, False if it frees it."""
        try:
            relative = path.relative_to(self.folder).as_posix()
        except ValueError:
            return None
        return self.spec.check_file(f"{relative}/" if is_folder else relative).include


def patterns(folder: Path, lines: Iterable[str]) -> Patterns | None:
    """Patterns from lines; None if no line holds one."""
    wanted = tuple(line for line in lines if line.strip() and not line.startswith("#"))
    if not wanted:
        return None
    from pathspec import GitIgnoreSpec

    return Patterns(folder, GitIgnoreSpec.from_lines(wanted))


def _of_folder(folder: Path) -> tuple[Patterns, ...]:
    """The patterns of the ignore files that lie in a folder."""
    found = (_of_file(folder / name) for name in IGNORE_FILES)
    return tuple(one for one in found if one)


def _of_file(path: Path) -> Patterns | None:
    if not isfile(path):
        return None
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return None
    return patterns(path.parent, text.splitlines())


@dataclass(frozen=True, slots=True)
class Ignored:
    """
    The patterns in force in one folder, from the outermost to its own.

    `chosen` are the user's own `exclude`; they stand above every ignore file.
    """

    inherited: tuple[Patterns, ...]
    chosen: Patterns | None = None

    def below(self, folder: Path) -> Ignored:
        """The patterns in force in a folder directly below."""
        return Ignored((*self.inherited, *_of_folder(folder)), self.chosen)

    def __call__(self, path: Path, *, is_folder: bool) -> bool:
        """True if the path is to be left out."""
        if self.is_chosen(path, is_folder=is_folder) or _is_junk(path, is_folder=is_folder):
            return True
        verdicts = (p.verdict(path, is_folder=is_folder) for p in reversed(self.inherited))
        return next((verdict for verdict in verdicts if verdict is not None), False)

    def is_chosen(self, path: Path, *, is_folder: bool) -> bool:
        """True if the user's own patterns leave the path out."""
        return bool(self.chosen and self.chosen.verdict(path, is_folder=is_folder))


def _is_junk(path: Path, *, is_folder: bool) -> bool:
    if path.name.startswith("."):
        return True
    return is_folder and (path.name in _JUNK or isfile(path / "pyvenv.cfg"))


def in_force(folder: Path, chosen: Patterns | None) -> Ignored:
    """The patterns of a folder and of those above it, up to the root of its repository."""
    steps = _steps(folder)
    found = (one for step in steps for one in _of_folder(step))
    return Ignored(tuple(found), chosen)


def is_left_out(path: Path, chosen: Patterns | None, *, is_folder: bool) -> bool:
    """True if a path named outright would be left out, itself or with a folder it lies in."""
    steps = _steps(path.parent)
    ignored = Ignored(_of_folder(steps[0]), chosen)
    for step in steps[1:]:
        if ignored(step, is_folder=True):
            return True
        ignored = ignored.below(step)
    return ignored(path, is_folder=is_folder)


def _steps(folder: Path) -> tuple[Path, ...]:
    """The folders from the root of the repository that a folder lies in down to the folder."""
    above = (folder, *folder.parents)
    top = next((i for i, one in enumerate(above) if (one / ".git").exists()), 0)
    return above[top::-1]
