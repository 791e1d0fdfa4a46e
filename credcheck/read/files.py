"""
Find the files to read: what was named, and what lies in the folders that were named.

Nothing is opened here but ignore files, so that the answer is small and quick; a file that proves
unreadable later is a fault of its document.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from credcheck.read.ignore import Patterns, in_force, is_left_out, patterns
from credcheck.settings import Settings

STDIN = "-"
FORMATS = MappingProxyType(
    {
        ".txt": "txt",
        ".text": "txt",
        ".md": "md",
        ".markdown": "md",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".csv": "csv",
        ".docx": "docx",
        ".pdf": "pdf",
        ".parquet": "parquet",
        ".warc": "warc",
        ".warc.gz": "warc",
    }
)
# Taken only where it is named or included: in folders such files are settings and reports.
NAMED_FORMATS = MappingProxyType({".json": "json"})
RECORD_FORMATS = ("json", "jsonl", "csv", "parquet", "warc")


class ReadError(Exception):
    """A path that was named outright and cannot be looked at; the message is one line."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """
    A file to read. Small and picklable, so that it can be read in a worker process.

    `id` is the path as reports print it, `path` None for standard input. `trouble` says why it
    cannot be read, if that is known already. `is_named` is true if the user named the file itself.
    """

    id: str
    path: str | None
    format: str = "txt"
    is_named: bool = True
    is_reported: bool = True
    trouble: str | None = None


def find_files(
    paths: Sequence[str | Path],
    settings: Settings,
    *,
    root: Path | None = None,
    stdin_filename: str | None = None,
    is_reported: bool = True,
) -> tuple[FoundFile, ...]:
    """
    The files under `paths`, sorted by id, each once; "-" is standard input.

    Ids are POSIX paths, relative to `root` (the current folder) where they lie in it. In folders
    only known formats are taken, or what `settings.include` names; ignore files and
    `settings.exclude` are obeyed, hidden files left out, linked folders not entered. A file named
    outright is read whatever its name, unless `settings.force_exclude` is set.

    Raises:
        ReadError: if a path does not exist or cannot be looked at.
    """
    place = Path(os.path.abspath(root or Path.cwd()))
    search = _Search(
        place,
        patterns(place, settings.include),
        patterns(place, settings.exclude),
        settings.force_exclude,
        is_reported,
    )
    found: dict[str, FoundFile] = {}
    for path in paths:
        if str(path) == STDIN:
            files: Iterable[FoundFile] = search.standard_input(stdin_filename)
        else:
            files = search.named(Path(path))
        for file in files:
            found.setdefault(file.id, file)
    return tuple(_once_each(sorted(found.values(), key=lambda file: file.id)))


def _once_each(files: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """Files without a second path to the same one: of a file and a link to it, the file stays."""
    kept: dict[object, FoundFile] = {}
    for file in files:
        key = _identity(file)
        other = kept.get(key)
        if other is None or (_is_link(other) and not _is_link(file)):
            kept[key] = file
    yield from sorted(kept.values(), key=lambda file: file.id)


def _identity(file: FoundFile) -> object:
    try:
        status = os.stat(file.path) if file.path and not file.trouble else None
    except OSError:
        status = None
    return (status.st_dev, status.st_ino) if status and status.st_ino else file.id


def _is_link(file: FoundFile) -> bool:
    return file.path is not None and os.path.islink(file.path)


@dataclass(frozen=True, slots=True)
class _Search:
    root: Path
    include: Patterns | None
    exclude: Patterns | None
    force_exclude: bool
    is_reported: bool

    def standard_input(self, name: str | None) -> Iterator[FoundFile]:
        if name is None:
            yield FoundFile(STDIN, None, "txt", is_reported=self.is_reported)
            return
        path = _absolute(self.root, Path(name))
        if not self._is_forced_out(path, is_folder=False):
            file = self._file(path, Path(name), is_named=True)
            yield FoundFile(file.id, None, file.format, is_reported=self.is_reported)

    def named(self, path: Path) -> Iterator[FoundFile]:
        """What a path given by the user stands for."""
        absolute = _absolute(self.root, path)
        try:
            is_folder = os.path.isdir(absolute)
            if not is_folder:
                os.stat(absolute)
        except FileNotFoundError:
            raise ReadError(f"{path}: no such file or folder") from None
        except OSError as error:
            raise ReadError(f"{path}: {reason(error)}") from None
        if self._is_forced_out(absolute, is_folder=is_folder):
            return
        if is_folder:
            yield from self._folder(absolute, path)
        else:
            yield self._file(absolute, path, is_named=True)

    def _is_forced_out(self, path: Path, *, is_folder: bool) -> bool:
        return self.force_exclude and is_left_out(path, self.exclude, is_folder=is_folder)

    def _folder(self, folder: Path, shown: Path) -> Iterator[FoundFile]:
        """The files of a folder and of those below it; `shown` is the folder as given."""
        waiting = [(folder, shown, in_force(folder, self.exclude))]
        while waiting:
            place, name, ignored = waiting.pop()
            try:
                entries = sorted(os.scandir(place), key=lambda entry: entry.name)
            except OSError as error:
                yield self._file(place, name, trouble=reason(error))
                continue
            for entry in entries:
                below, below_name = place / entry.name, name / entry.name
                is_folder = entry.is_dir(follow_symlinks=False)
                if ignored(below, is_folder=is_folder):
                    continue
                if is_folder:
                    waiting.append((below, below_name, ignored.below(below)))
                elif self._is_wanted(below):
                    yield from self._entry(entry, below, below_name)

    def _entry(self, entry: os.DirEntry[str], path: Path, shown: Path) -> Iterator[FoundFile]:
        """One file of a folder. Linked folders, sockets and the like are passed over."""
        try:
            entry.stat()
        except OSError as error:
            yield self._file(path, shown, trouble=reason(error))
            return
        if entry.is_file():
            yield self._file(path, shown)

    def _is_wanted(self, path: Path) -> bool:
        if self.include is not None:
            return bool(self.include.verdict(path, is_folder=False))
        return format_of(path) is not None

    def _file(
        self, path: Path, shown: Path, *, is_named: bool = False, trouble: str | None = None
    ) -> FoundFile:
        is_asked_for = is_named or self.include is not None
        asked_for = NAMED_FORMATS.get(path.suffix.lower()) if is_asked_for else None
        kind = asked_for or format_of(path) or "txt"
        name = self._id(path, shown)
        return FoundFile(name, str(path), kind, is_named, self.is_reported, trouble)

    def _id(self, path: Path, shown: Path) -> str:
        """The path as reports print it: from the root if it lies there, else as it was given."""
        if path.is_relative_to(self.root):
            return printable(path.relative_to(self.root).as_posix())
        return printable(Path(os.path.normpath(shown)).as_posix())


def format_of(path: Path) -> str | None:
    """The format that a file's name speaks of; None if it is not known."""
    endings = path.suffixes[-1:], path.suffixes[-2:]
    known = (FORMATS.get("".join(ending).lower()) for ending in endings)
    return next(filter(None, known), None)


def printable(path: str) -> str:
    r"""A path that any stream can print: bytes of it that are no UTF-8 become `\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _absolute(root: Path, path: Path) -> Path:
    return Path(os.path.normpath(root / path))


def reason(error: OSError) -> str:
    """Why the system refused, in one lower-case line."""
    return (error.strerror or type(error).__name__).lower()
