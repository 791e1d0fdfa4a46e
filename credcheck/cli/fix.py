"""`credcheck fix`: show the repairs as a diff, or write them."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

from typer import Option

from credcheck.cli import options
from credcheck.cli.problem import Problem

if TYPE_CHECKING:
    from credcheck.fix import Choose, Repair, Repaired
    from credcheck.report.rows import PositionEncoding
    from credcheck.report.style import Style
    from credcheck.types import Document


def fix(
    paths: options.Paths = None,
    write: Annotated[bool, Option("--write", help="Change the files.")] = False,
    unsafe: Annotated[
        bool, Option("--unsafe", help="Also likely originals of spun phrases.")
    ] = False,
    interactive: Annotated[
        bool, Option("-i", "--interactive", help="Ask for each repair; writes what is accepted.")
    ] = False,
    output_dir: Annotated[
        str | None,
        Option("--output-dir", metavar="FOLDER", help="Write repaired copies there instead."),
    ] = None,
    format: Annotated[
        str, Option("-f", "--format", metavar="FORMAT", help="diff, or json: a list of edits.")
    ] = "diff",
    select: options.Select = None,
    ignore: options.Ignore = None,
    include: options.Include = None,
    exclude: options.Exclude = None,
    force_exclude: options.ForceExclude = False,
    lang: options.Language = None,
    encoder: options.Encoder = False,
    config: options.Config = None,
    isolated: options.Isolated = False,
    files_from: options.FilesFrom = None,
    stdin_filename: options.StdinFilename = None,
    jobs: options.Jobs = None,
    allow_empty: options.AllowEmpty = False,
    quiet: Annotated[bool, Option("-q", "--quiet", help="No summary.")] = False,
    position_encoding: options.PositionEncoding = "utf-32",
    color: options.Color = "auto",
) -> int:
    """
    Show the safe repairs as a diff, and write nothing unless asked.

    PATH is any number of files and folders; the current folder if nothing is named. Exits 1 if
    there is something to repair and it was not written.

    \b
    Examples:
      credcheck fix articles/              the diff
      credcheck fix articles/ --write      change the files
      credcheck fix a.txt --select BRK301  glued words only
      credcheck fix a.txt --unsafe -i      ask for each, spun phrases too
    """
    from credcheck.cli.chosen import chosen, split
    from credcheck.cli.repairing import repairs
    from credcheck.cli.running import engine_of
    from credcheck.cli.screen import one_of, styled, unit_of

    one_of("--format", format, ("diff", "json"))
    unit, look = unit_of(position_encoding), styled(color)
    run = chosen(
        paths,
        configs=config,
        is_isolated=isolated,
        files_from=files_from,
        select=split(select),
        ignore=split(ignore),
        include=split(include),
        exclude=split(exclude),
        force_exclude=force_exclude or None,
        encoder=encoder or None,
        language=lang,
    )
    ask = _asking(look) if interactive else None
    found = repairs(run, engine_of("local", jobs), unsafe, stdin_filename, ask)
    put = _put(output_dir) if output_dir else _rewritten if write or interactive else None
    stream = (stdin_filename or "-") if "-" in run.paths else None
    if put and stream:
        put = _unless_stream(put, stream)
    tally = Tally(stream)
    if format == "json":
        shown = _edit_list(tally.watch(found), unit)
    elif put is None:
        shown = _diffs(tally.watch(found), look)
    else:
        shown = iter(())
        for each in tally.watch(found):
            tally.write(each, put)
    for piece in shown:
        sys.stdout.write(piece)
    sys.stdout.flush()
    if not tally.files and not allow_empty:
        raise Problem(f"{', '.join(run.paths)}: no file to repair (--allow-empty makes this pass)")
    if not quiet:
        sys.stderr.writelines(f"{line}\n" for line in tally.lines(is_written=put is not None))
    return tally.exit_code(is_written=put is not None)


# Files that could not be read and are named in the summary; `scan` names all of them.
UNREAD_MAX = 10


class Tally:
    """What was changed and why, for the summary and the exit code."""

    def __init__(self, stream: str | None) -> None:
        """Nothing yet; `stream` is the name of standard input, if that is read."""
        self._stream = stream
        self.files = 0
        self.changed: list[str] = []
        self.closed: list[str] = []
        self.troubles: list[str] = []
        self.unread: list[str] = []
        self.codes: Counter[tuple[str, str]] = Counter()
        self.left = 0

    def watch(self, found: Iterable[Repaired]) -> Iterator[Repaired]:
        """The same, counted; what cannot be written back is only counted."""
        for each in found:
            self.files += 1
            self._note_faults(each.document)
            self.left += each.left
            if not each.is_changed:
                yield each
            elif not (each.document.source.writable or each.document.id == self._stream):
                self.closed.append(each.document.id)
            else:
                self.changed.append(each.document.id)
                self.codes.update((repair.code, repair.name) for repair in each.made)
                yield each

    def _note_faults(self, document: Document) -> None:
        """What could not be read or repaired, and why."""
        from credcheck.read.faults import INTERNAL

        for fault in document.faults:
            if fault.rule == INTERNAL.code:
                self.troubles.append(f"{document.id}: {fault.message}")
            elif fault.rule.startswith("ERR") and fault.severity == "error":
                self.unread.append(f"{document.id}: {fault.message}")

    def write(self, each: Repaired, put: Callable[[Repaired], None]) -> None:
        """Write one file; what goes wrong is told at the end."""
        from credcheck.read import EncodeError

        try:
            put(each)
        except EncodeError as error:
            self._undo(each, str(error))
        except OSError as error:
            self._undo(each, f"{each.document.id}: cannot be written: {error.strerror}")

    def _undo(self, each: Repaired, why: str) -> None:
        """A file that stays as it is was not repaired."""
        self.troubles.append(why)
        if each.document.id in self.changed:
            self.changed.remove(each.document.id)
            self.codes.subtract((repair.code, repair.name) for repair in each.made)
            self.codes = +self.codes

    def exit_code(self, is_written: bool) -> int:
        """1 if a repair is pending, 2 if one could not be made or written."""
        if self.troubles:
            return 2
        return int(bool(self.changed) and not is_written)

    def lines(self, is_written: bool) -> Iterator[str]:
        """The summary."""
        from credcheck.report.closing import plural

        for trouble in self.troubles:
            yield f"credcheck: error: {trouble}"
        for unread in self.unread[:UNREAD_MAX]:
            yield f"credcheck: note: {unread}"
        if len(self.unread) > UNREAD_MAX:
            yield f"credcheck: note: {plural(len(self.unread) - UNREAD_MAX, 'more file')} not read"
        for (code, name), count in sorted(self.codes.items(), key=lambda item: (-item[1], item[0])):
            yield f"{count:>7,}  {code}  {name}"
        count = sum(self.codes.values())
        state = "made" if is_written else "to make"
        yield f"{plural(count, 'repair')} {state} in {plural(len(self.changed), 'file')}"
        if self.closed:
            named = ", ".join(self.closed[:3]) + (", …" if len(self.closed) > 3 else "")
            yield f"note: only the text was taken from {named}: not written back"
        if self.left:
            yield f"note: {plural(self.left, 'more repair')} with --unsafe, to be read first"
        if count and not is_written:
            yield "note: nothing was changed; --write does it"


def _diffs(found: Iterable[Repaired], style: Style) -> Iterator[str]:
    from credcheck.report.diff import unified

    for each in found:
        yield from unified(each.document.raw, each.text, each.document.source.path, style)


def _edit_list(found: Iterable[Repaired], unit: PositionEncoding) -> Iterator[str]:
    """Edits of each file over its text as read, for editors that apply them themselves."""
    from credcheck.report.source import Source

    yield f'{{"position_encoding": "{unit}", "files": ['
    separator = "\n"
    for each in found:
        source = Source(each.document.raw, unit)
        edits = [
            {
                "start": source.offset(change.span.start),
                "end": source.offset(change.span.end),
                "text": change.text,
                "codes": change.codes,
            }
            for change in each.changes
        ]
        if edits:
            entry = {"path": each.document.source.path, "edits": edits}
            yield separator + " " + json.dumps(entry, ensure_ascii=False)
            separator = ",\n"
    yield "\n]}\n"


def _rewritten(each: Repaired) -> None:
    """Put the repaired text in the place of the file."""
    from credcheck.cli.outputs import replaced
    from credcheck.read import encode

    if each.is_changed:
        replaced(each.document.source.path, encode(each.document, each.text))


def _unless_stream(put: Callable[[Repaired], None], name: str) -> Callable[[Repaired], None]:
    """Standard input goes to stdout, even where a file has the name it was given."""

    def write(each: Repaired) -> None:
        if each.document.id == name:
            sys.stdout.write(each.text)
        else:
            put(each)

    return write


def _put(folder: str) -> Callable[[Repaired], None]:
    """Write each file, repaired or not, into a folder under its own path."""
    return partial(_copied, folder)


def _copied(folder: str, each: Repaired) -> None:
    from credcheck.cli.outputs import replaced
    from credcheck.read import encode

    if not each.document.source.writable:
        return
    relative = os.path.relpath(each.document.source.path)
    inside = os.path.basename(relative) if relative.startswith("..") else relative
    target = os.path.join(folder, inside)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    replaced(target, encode(each.document, each.text))


def _asking(style: Style) -> Choose:
    """A function that asks on the terminal; `a` and `q` answer for all that follow."""
    answers: list[bool] = []

    def ask(repair: Repair, document: Document) -> bool:
        if answers:
            return answers[0]
        sys.stdout.writelines(_question(repair, document, style))
        sys.stdout.write("  y yes, n no, a all, q no more [n] ")
        sys.stdout.flush()
        word = sys.stdin.readline().strip().lower()[:1] or "n"
        if word in ("a", "q"):
            answers.append(word == "a")
        return word in ("y", "a")

    return ask


def _question(repair: Repair, document: Document, style: Style) -> Iterator[str]:
    from credcheck.report.excerpt import excerpt, one_line, visible
    from credcheck.report.source import Source

    source = Source(document.raw)
    line, column = source.place(repair.span.start)
    part = excerpt(source.quote(repair.span), style.width - 2)
    place = f"{document.source.path}:{line}:{column}"
    yield f"\n{style.paint(place, 'bold')} {repair.code}\n"
    yield f"  {one_line(repair.message, style.width - 2)}\n"
    yield f"  {part.before}{style.paint(part.marked, 'red')}{part.after}\n"
    after = one_line(visible(_after(repair, document.raw)), style.width - 12)
    yield f"  becomes: {style.paint(after or 'nothing', 'green')}\n"


def _after(repair: Repair, text: str) -> str:
    """The words of a repair as they will stand."""
    from credcheck.types import Layer

    start = min(repair.span.start, *(edit.span.start for edit in repair.edits))
    end = max(repair.span.end, *(edit.span.end for edit in repair.edits))
    mended = Layer.of("", repair.edits).apply(text)
    return mended[start : len(mended) - (len(text) - end)]
