"""One run of `fix`: read, repair in worker processes, in order of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from credcheck import read
from credcheck.cli.chosen import Chosen
from credcheck.cli.problem import Problem
from credcheck.engines import Engine
from credcheck.fix import Choose, Repaired, repaired
from credcheck.read.faults import failure
from credcheck.settings import Settings


def repairs(
    run: Chosen,
    engine: Engine,
    is_unsafe: bool,
    stdin_filename: str | None,
    choose: Choose | None,
) -> Iterator[Repaired]:
    """
    Every file, repaired; with `choose` here and one by one.

    Raises:
        Problem: a path cannot be read.
    """
    try:
        found = read.find_files(run.paths, run.settings, stdin_filename=stdin_filename)
    except read.ReadError as error:
        raise Problem(str(error)) from None
    items = read.items(found, run.settings)
    if choose is not None:
        return (mend(item, run.settings, is_unsafe, choose) for item in items)
    return engine.map(partial(mend, settings=run.settings, is_unsafe=is_unsafe), items)


def mend(
    item: read.Item,
    settings: Settings,
    is_unsafe: bool,
    choose: Choose | None = None,
) -> Repaired:
    """
    One file, opened and repaired; nobody is asked about a file that cannot be written back.

    A file on which a repair fails stays as it is, and its faults say so.
    """
    document = read.open_item(item)
    try:
        return repaired(document, settings, is_unsafe, choose if document.source.writable else None)
    except Exception as error:
        document = replace(document, faults=(*document.faults, failure("repair", error)))
        return Repaired(document, document.raw, (), (), 0)
