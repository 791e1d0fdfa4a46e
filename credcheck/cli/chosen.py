"""From options to Settings: the config file first, then the command line over it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from credcheck import config
from credcheck.cli.problem import Problem
from credcheck.settings import Gate, Settings

# Groups of rules that can be named whole, whatever rules they hold.
PREFIXES = ("ALL", "BRK", "DUP", "ERR", "SPN", "UNS")
_LANGUAGE = re.compile(r"auto|[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to look at and how; `config_path` is the file that was read, None if there was none."""

    paths: tuple[str, ...]
    settings: Settings
    config_path: Path | None

    def files(self) -> Iterator[str]:
        """Every file that the run would read, its config file too."""
        from credcheck.read import find_files

        found = find_files(self.paths, self.settings)
        sources = find_files(self.settings.sources, self.settings)
        yield from (file.path for file in (*found, *sources) if file.path)
        if self.config_path:
            yield str(self.config_path)


def chosen(
    paths: Sequence[str] | None,
    *,
    configs: Sequence[str] | None = None,
    is_isolated: bool = False,
    files_from: str | None = None,
    **changes: Any,
) -> Chosen:
    """
    Paths and settings of a run; `changes` are fields of Settings, None where nothing was asked.

    Raises:
        Problem: a path, a config file, a key, a value or a rule is not known.
    """
    named = tuple(paths or ()) + listed(files_from)
    wanted = named if named or files_from else (".",)
    for path in wanted:
        if path != "-" and not os.path.lexists(path):
            raise Problem(f"{path}: no such file or folder")
    try:
        settings, config_path = _configured(wanted, configs or (), is_isolated)
    except config.ConfigError as error:
        raise Problem(str(error)) from None
    settings = replace(settings, **_asked(changes))
    _check_rules(settings)
    _check_encoder(settings)
    return Chosen(wanted, settings, config_path)


def listed(files_from: str | None) -> tuple[str, ...]:
    """
    The paths in a file, one a line (or NUL-separated, as `find -print0` writes them).

    Raises:
        Problem: the file cannot be read.
    """
    if files_from is None:
        return ()
    try:
        text = sys.stdin.read() if files_from == "-" else Path(files_from).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise Problem(f"--files-from: {files_from}: {reason}") from None
    separator = "\0" if "\0" in text else "\n"
    return tuple(line.strip("\r\n") for line in text.split(separator) if line.strip())


def split(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """The words of a repeatable option that takes lists: `--select A,B --select C`."""
    if values is None:
        return None
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def gated(gate: Gate, fail_on: str | None, maxima: Iterable[str], minima: Iterable[str]) -> Gate:
    """
    The gate after `--fail-on`, `--max` and `--min`.

    Raises:
        Problem: one of them is not known.
    """
    option = "--fail-on"
    try:
        if fail_on is not None:
            gate = replace(gate, fail_on=config.failure(fail_on))
        option = "--max"
        for text in maxima:
            gate = config.limits(gate, text, "max")
        option = "--min"
        for text in minima:
            gate = config.limits(gate, text, "min")
    except ValueError as error:
        raise Problem(f"{option}: {str(error).removeprefix('.fail-on: ')}") from None
    return gate


def _configured(
    paths: Iterable[str], configs: Sequence[str], is_isolated: bool
) -> tuple[Settings, Path | None]:
    files = [text for text in configs if "=" not in text or os.path.isfile(text)]
    if len(files) > 1:
        raise Problem(f"--config: one file only, not {' and '.join(files)}")
    if is_isolated and not files:
        result = config.Found(Settings(), None)
    else:
        named = Path(files[0]) if files else None
        result = config.found(_starts(paths), os.environ, named)
    settings = result.settings
    for text in configs:
        if text not in files:
            settings = config.inline(settings, text)
    return settings, result.path


def _starts(paths: Iterable[str]) -> tuple[Path, ...]:
    """Where to look for a config file: the folder that holds all paths, then this one."""
    named = [os.path.abspath(path) for path in paths if path != "-"]
    here = Path.cwd()
    try:
        common = Path(os.path.commonpath(named)) if named else here
    except ValueError:  # paths on two drives
        common = here
    return (common if common.is_dir() else common.parent, here)


def _asked(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes that were asked for, checked."""
    wanted = {name: value for name, value in changes.items() if value is not None}
    language = wanted.get("language", "auto")
    if not _LANGUAGE.fullmatch(language):
        raise Problem(f'--lang: expected auto or a code such as en, got "{language}"')
    for path in wanted.get("sources", ()):
        if not os.path.lexists(path):
            raise Problem(f"--sources: {path}: no such file or folder")
    return wanted


def _check_rules(settings: Settings) -> None:
    """
    Every rule that the settings name must be known.

    Raises:
        Problem: one is not.
    """
    check_codes("select", settings.select)
    check_codes("ignore", settings.ignore)
    check_codes("severity", settings.severity)
    for pattern, codes in settings.per_file_ignores.items():
        check_codes(f'per-file-ignores."{pattern}"', codes)


def _check_encoder(settings: Settings) -> None:
    """
    What the settings ask for must be installed.

    Raises:
        Problem: it is not.
    """
    if settings.encoder:
        from credcheck.language.encoder import EncoderMissingError, encoder

        try:
            encoder()
        except EncoderMissingError as error:
            raise Problem(str(error)) from None


def check_codes(where: str, codes: Iterable[str]) -> None:
    """
    Every code, prefix or name must be that of a rule.

    Raises:
        Problem: one is not, with what was perhaps meant.
    """
    from credcheck.rules import names as rule_names

    known = rule_names()
    words = {*PREFIXES, *known, *known.values()}
    for code in codes:
        if code not in words and not any(c.startswith(code) for c in known):
            hint = config.suggestion(code, sorted(words)) or "; see: credcheck explain"
            raise Problem(f'{where}: unknown rule "{code}"{hint}')
