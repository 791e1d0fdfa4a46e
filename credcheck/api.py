"""
The package from Python: the same run as the command line, with values in the place of text.

`scan` reads files, `scan_texts` takes texts at hand, `clean_text` mends one; `render` writes a
report in any format. Nothing is printed, and no configuration is read unless `load_settings` does.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from credcheck.settings import Settings

if TYPE_CHECKING:
    from credcheck.engines.local import LocalEngine
    from credcheck.report.rows import PositionEncoding
    from credcheck.types import Document, Report

AnyPath = str | os.PathLike[str]


def scan(
    paths: AnyPath | Sequence[AnyPath], *, settings: Settings | None = None, jobs: int = 1
) -> Report:
    """
    Check files and folders; what `credcheck scan` does.

    With `jobs` over 1 worker processes are started, so a script needs the usual
    `if __name__ == "__main__":`.

    Raises:
        ReadError: a path does not exist or cannot be looked at.
        ValueError: `settings` names a rule that does not exist, or `jobs` is below 1.
    """
    from credcheck.check import check

    chosen = settings or Settings()
    engine = _engine(chosen, jobs)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    return check([os.fspath(path) for path in named], chosen, engine)


def scan_texts(
    texts: Mapping[str, str], *, settings: Settings | None = None, jobs: int = 1
) -> Report:
    """
    Check texts that are at hand, by the names they are to be reported under.

    They are compared with one another, and with `settings.sources`. A name that ends in .md makes
    a text Markdown, in which ignores are obeyed.

    Raises:
        ReadError: one of `settings.sources` cannot be looked at.
        ValueError: `settings` names a rule that does not exist, or `jobs` is below 1.
    """
    from functools import partial
    from itertools import chain

    from credcheck.check import compared, examine_all
    from credcheck.read import find_files, items

    chosen = settings or Settings()
    engine = _engine(chosen, jobs)
    sources = find_files(chosen.sources, chosen, is_reported=False)
    others = (file for file in sources if file.id not in texts)
    found = chain(_documents(texts), items(others, chosen))
    examined = engine.keep(engine.map_lots(partial(examine_all, settings=chosen), found))
    return compared(examined, chosen, engine)


def clean_text(text: str, *, settings: Settings | None = None, unsafe: bool = False) -> str:
    """
    A text after every safe repair; what `credcheck fix` writes.

    `unsafe` also puts the likely original in the place of spun phrases.

    Raises:
        ValueError: `settings` names a rule that does not exist.
    """
    from credcheck.fix import repaired

    chosen = settings or Settings()
    _check_codes(chosen)
    (document,) = _documents({"text": text})
    return repaired(document, chosen, is_unsafe=unsafe).text


def render(
    report: Report, format: str = "json", *, position_encoding: PositionEncoding = "utf-32"
) -> str:
    """
    A report in one of the formats of `credcheck scan --format`.

    Raises:
        ValueError: there is no such format.
    """
    from credcheck.report import formats
    from credcheck.report.style import Style
    from credcheck.report.view import view

    if format not in formats.names():
        raise ValueError(f'unknown format "{format}"; one of {", ".join(formats.names())}')
    unit = formats.position_encoding(format, position_encoding)
    return "".join(formats.load(format).render(view(report, unit), Style()))


def load_settings(path: AnyPath | None = None) -> Settings:
    """
    The settings of a configuration file; without a path those that hold in the current folder.

    Raises:
        ConfigError: the file cannot be read, or says something that is not known.
    """
    from credcheck import config

    if path is not None:
        return config.loaded(Path(path))
    return config.found([Path.cwd()], os.environ).settings


def _engine(settings: Settings, jobs: int) -> LocalEngine:
    from credcheck.engines.local import LocalEngine

    _check_codes(settings)
    if jobs < 1:
        raise ValueError(f"jobs: expected a number from 1 on, got {jobs}")
    return LocalEngine(jobs=jobs)


def _documents(texts: Mapping[str, str]) -> Iterator[Document]:
    """Texts as documents; half a surrogate pair becomes U+FFFD, as in a file."""
    from credcheck.read.article import plain
    from credcheck.read.encodings import Decoded, without_surrogates
    from credcheck.read.files import FoundFile

    for name, text in texts.items():
        whole, places = without_surrogates(text)
        decoded = Decoded(whole, "utf-8", lost=(b"",) * len(places), places=places)
        form = "md" if name.endswith((".md", ".markdown")) else "txt"
        yield plain(FoundFile(name, None, form), decoded)


def _check_codes(settings: Settings) -> None:
    from credcheck.config import suggestion
    from credcheck.rules import names as rule_names

    known = rule_names()
    names = set(known.values())
    left_out = (code for codes in settings.per_file_ignores.values() for code in codes)
    for code in (*settings.select, *settings.ignore, *settings.severity, *left_out):
        is_known = code == "ALL" or code in names or any(one.startswith(code) for one in known)
        if not is_known:
            hint = suggestion(code, sorted({*known, *names}))
            raise ValueError(f'unknown rule "{code}"{hint}')
