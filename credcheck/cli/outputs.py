"""Where reports go: one format on stdout, any number in files, all from one run."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from credcheck.cli.problem import Problem
from credcheck.cli.screen import unheard
from credcheck.config import suggestion
from credcheck.report import formats
from credcheck.report.closing import sentence
from credcheck.report.rows import PositionEncoding, View
from credcheck.report.style import Style

DEFAULT = "text"
# Formats for a person, which say themselves what failed the gate.
_SAY_ALL = frozenset({"text", "table", "github", "md"})
_SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".xml": "junit",
    ".txt": "text",
}


@dataclass(frozen=True, slots=True)
class Output:
    """A format and the file it goes to; None is stdout."""

    format: str
    path: str | None


def outputs(format: str | None, wanted: Sequence[str] | None) -> tuple[Output, ...]:
    """
    Stdout first, then each `-o [FORMAT:]PATH`.

    A file without a format takes that of its suffix, or that of `-f`. A format of `-f` that went
    to such a file is not printed again: stdout gets text.

    Raises:
        Problem: a format is not known, or the folder of a file does not exist.
    """
    if format is not None:
        checked(format, "--format")
    files = tuple(_output(text, format) for text in wanted or ())
    is_written = any(
        o.format == format for o, text in zip(files, wanted or (), strict=True) if ":" not in text
    )
    screen = DEFAULT if format is None or is_written else format
    if any(output.path is None for output in files):
        return files
    return (Output(screen, None), *files)


def checked(name: str, option: str) -> str:
    """
    The name of a format.

    Raises:
        Problem: there is none of that name.
    """
    known = formats.names()
    if name not in known:
        hint = suggestion(name, known)
        raise Problem(f'{option}: unknown format "{name}"{hint or "; one of " + ", ".join(known)}')
    return name


def write(
    wanted: Iterable[Output],
    view: Callable[[PositionEncoding], View],
    style: Style,
    encoding: PositionEncoding,
) -> None:
    """
    Write every report; files appear whole or not at all, and also if the reader of stdout has gone.

    Raises:
        Problem: a file cannot be written.
    """
    for output in wanted:
        unit = formats.position_encoding(output.format, encoding)
        module = formats.load(output.format)
        if output.path is None:
            try:
                sys.stdout.writelines(module.render(view(unit), style))
                sys.stdout.flush()
            except BrokenPipeError:
                unheard()
            if output.format == "github":
                _step_summary(view)
        else:
            _to_file(output.path, module.render(view(unit), Style(shown_max=style.shown_max)))


def remarks(wanted: Iterable[Output], view: View) -> None:
    """On stderr, what a format for machines on stdout has no place for."""
    on_screen = {output.format for output in wanted if output.path is None}
    if on_screen & _SAY_ALL or not on_screen:
        return
    for notice in view.notices:
        sys.stderr.write(f"credcheck: note: {notice}\n")
    for check in view.gate.checks:
        if not check.passed and check.scope != "findings":
            sys.stderr.write(f"credcheck: failed: {sentence(check)}\n")


def _step_summary(view: Callable[[PositionEncoding], View]) -> None:
    """On GitHub, the table and the findings on the page of the run."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with open(path, "a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.writelines(formats.load("md").render(view("utf-32"), Style()))


def _output(text: str, format: str | None) -> Output:
    """One `-o`, taken apart; a single letter before a colon is a drive of Windows."""
    prefix, colon, rest = text.partition(":")
    if colon and len(prefix) > 1 and "/" not in prefix and not os.path.exists(text):
        return Output(checked(prefix, "--output"), _path(rest))
    if text in formats.names():
        hint = f"a format needs a file after it ({text}:PATH), or --format {text}"
        raise Problem(f'--output: "{text}": {hint}; a file of that name is ./{text}')
    guess = _SUFFIXES.get(Path(text).suffix.lower(), format or DEFAULT)
    return Output(checked(guess, "--output"), _path(text))


def _path(text: str) -> str | None:
    if text == "-":
        return None
    folder = os.path.dirname(text) or "."
    if not os.path.isdir(folder):
        raise Problem(f"--output: {text}: no such folder {folder}")
    if os.path.isdir(text) or not text:
        raise Problem(f"--output: {text or 'empty path'}: expected a file")
    if not os.access(text if os.path.exists(text) else folder, os.W_OK):
        raise Problem(f"--output: {text}: cannot be written: permission denied")
    return text


def _to_file(path: str, pieces: Iterable[str]) -> None:
    try:
        if os.path.exists(path) and not os.path.isfile(path):  # a pipe or a device
            with open(path, "w", encoding="utf-8", errors="backslashreplace") as stream:
                stream.writelines(pieces)
            return
        replaced(path, "".join(pieces).encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise Problem(f"{path}: cannot be written: {error.strerror}") from None


def replaced(path: str, data: bytes) -> None:
    """
    Put `data` in the place of a file, whole or not at all, with the mode it had.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    target = os.path.realpath(path)
    mode = os.stat(target).st_mode & 0o7777 if os.path.exists(target) else None
    handle, name = tempfile.mkstemp(prefix=".credcheck-", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode if mode is not None else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
