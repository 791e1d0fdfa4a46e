"""
Find and read the configuration: credcheck.toml, .credcheck.toml or [tool.credcheck].

The nearest file upward counts and no other; `extend` inherits from one it names. A key that is
not known, or a value of the wrong kind, is an error that names the file and the key.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import Any

from credcheck.config.paths import seen_path, seen_pattern, seen_patterns
from credcheck.settings import Duplicates, Failure, Gate, Settings
from credcheck.types import SEVERITIES

FILE_NAMES = ("credcheck.toml", ".credcheck.toml", "pyproject.toml")
SHARES = ("spun", "broken", "duplicate", "unsupported")
METRICS = (*SHARES, "quality")
FAILURES = (*SEVERITIES, "never")
# Fields of Settings that name files, and so are relative to the file they are written in.
_PATHS = ("sources", "lexicons")
_PATTERNS = ("include", "exclude")
_EXTEND_MAX = 16
Table = Mapping[str, Any]
Reader = Callable[[Any, Any], Any]


class ConfigError(Exception):
    """A configuration that cannot be used; the message is one line, with file and key."""


@dataclass(frozen=True, slots=True)
class Found:
    """Settings and the file they came from; None if there is none."""

    settings: Settings
    path: Path | None


def nearest(starts: Iterable[Path]) -> Path | None:
    """The first configuration file upward from one of the folders, tried in order."""
    for start in starts:
        for folder in (start, *start.parents):
            for name in FILE_NAMES:
                if (folder / name).is_file() and _is_ours(folder / name):
                    return folder / name
    return None


def users_own(environment: Mapping[str, str]) -> Path | None:
    """The user's own file, for where no project has one."""
    home = environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA")
    folder = Path(home) if home else Path(os.path.expanduser("~")) / ".config"
    path = folder / "credcheck" / "credcheck.toml"
    return path if path.is_file() else None


def found(
    starts: Iterable[Path], environment: Mapping[str, str], named: Path | None = None
) -> Found:
    """
    Settings from the file named, else CREDCHECK_CONFIG, else the nearest, else the user's own.

    Raises:
        ConfigError: the file cannot be read, or says something that is not known.
    """
    variable = environment.get("CREDCHECK_CONFIG")
    path = named or (Path(variable) if variable else None)
    path = path or nearest(starts) or users_own(environment)
    return Found(Settings() if path is None else loaded(path), path)


def loaded(path: Path) -> Settings:
    """
    Settings of one file and of those it extends.

    Raises:
        ConfigError: the file cannot be read, or says something that is not known.
    """
    return applied(Settings(), _inherited(path, ()), shown(path))


def inline(settings: Settings, text: str) -> Settings:
    """
    Settings after one line of TOML, as `--config 'key = value'` gives it.

    Raises:
        ConfigError: the line is not TOML, or its key is not known.
    """
    return applied(settings, _parsed(text, "--config"), "--config")


def applied(settings: Settings, table: Table, where: str) -> Settings:
    """
    Settings after what a table says.

    Raises:
        ConfigError: a key is not known, or a value is of the wrong kind.
    """
    changes: dict[str, Any] = {}
    for key, value in table.items():
        name, read = _known(key, _READERS, where)
        try:
            changes[name] = read(getattr(settings, name), value)
        except ValueError as error:
            raise ConfigError(f"{where}: {key}{error}") from None
    return replace(settings, **changes)


def suggestion(word: str, known: Iterable[str]) -> str:
    """`; did you mean "select"?`, or nothing."""
    close = get_close_matches(word, list(known), 1, 0.6)
    return f'; did you mean "{close[0]}"?' if close else ""


def limits(gate: Gate, limit: str, bound: str) -> Gate:
    """
    The gate with one more limit, written METRIC=LIMIT or METRIC=LIMIT@corpus.

    Raises:
        ValueError: it is not so written, or the metric is not known; the message says which.
    """
    text, _, scope = limit.partition("@")
    metric, equals, number = text.partition("=")
    scope = scope or "file"
    if not equals:
        raise ValueError(f'"{limit}" is not METRIC=LIMIT')
    if scope not in ("file", "corpus"):
        raise ValueError(f'"{limit}": after @ stands file or corpus')
    if metric not in METRICS:
        raise ValueError(f'unknown metric "{metric}"{suggestion(metric, METRICS)}')
    try:
        value = float(number)
    except ValueError:
        raise ValueError(f'"{limit}": "{number}" is not a number') from None
    return _with_limit(gate, f"{scope}_{bound}", metric, _in_range(metric, value))


def _with_limit(gate: Gate, name: str, metric: str, value: float) -> Gate:
    """The gate with one more entry in the table of that name."""
    changes: dict[str, Any] = {name: {**getattr(gate, name), metric: value}}
    return replace(gate, **changes)


def shown(path: Path) -> str:
    """A path as a person reads it: relative if it lies in the current folder."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _is_ours(path: Path) -> bool:
    """True of our own files, and of a pyproject.toml that speaks of us."""
    if path.name != "pyproject.toml":
        return True
    try:
        return "tool.credcheck" in path.read_text(encoding="utf-8") and bool(_section(path))
    except (OSError, ValueError, ConfigError):
        return False


def _section(path: Path) -> Table:
    """What a file says to us."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise ConfigError(f"{shown(path)}: cannot be read: {reason}") from None
    table = _parsed(text, shown(path))
    if path.name == "pyproject.toml":
        section: Table = table.get("tool", {}).get("credcheck", {})
        return section
    return table


def _parsed(text: str, where: str) -> Table:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{where}: not valid TOML: {error}") from None


def _inherited(path: Path, above: tuple[Path, ...]) -> Table:
    """The table of a file over the tables of those it extends."""
    path = path.absolute()
    if path in above or len(above) > _EXTEND_MAX:
        raise ConfigError(f"{shown(above[-1])}: extend: {shown(path)} extends itself")
    own = dict(_section(path))
    parents = own.pop("extend", ())
    names = [parents] if isinstance(parents, str) else parents
    if not isinstance(names, list | tuple) or not all(isinstance(n, str) for n in names):
        raise ConfigError(f"{shown(path)}: extend: expected a path or a list, got {parents!r}")
    table: Table = {}
    for name in names:
        table = _over(table, _inherited(path.parent / os.path.expanduser(name), (*above, path)))
    return _over(table, _anchored(own, path.parent))


def _over(table: Table, other: Table) -> Table:
    """`other` over `table`; tables within them are laid over each other too."""
    merged = dict(table)
    for key, value in other.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _over(old, value) if both and old is not None else value
    return merged


def _anchored(table: dict[str, Any], folder: Path) -> Table:
    """The table with the paths and patterns in it seen from the current folder."""
    for key in (*_PATHS, *_PATTERNS):
        value = table.get(key)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            table[key] = (
                [seen_path(folder, item) for item in value]
                if key in _PATHS
                else seen_patterns(folder, value)
            )
    ignores = table.get("per-file-ignores")
    if isinstance(ignores, dict):
        seen = {seen_pattern(folder, pattern): codes for pattern, codes in ignores.items()}
        table["per-file-ignores"] = {p: codes for p, codes in seen.items() if p is not None}
    return table


def _known(key: str, readers: Mapping[str, Any], where: str) -> Any:
    if key not in readers:
        raise ConfigError(f'{where}: unknown key "{key}"{suggestion(key, readers)}')
    return readers[key]


def _words(_: Any, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ValueError(f": expected a list of strings, got {_shown(value)}")
    return tuple(value)


def _word(_: Any, value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(f": expected a string, got {_shown(value)}")
    return value


def _flag(_: Any, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f": expected true or false, got {_shown(value)}")
    return value


def _number(old: Any, value: Any) -> float:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or (isinstance(old, int) and not isinstance(value, int)):
        raise ValueError(f": expected a number, got {_shown(value)}")
    return type(old)(value) if isinstance(old, float) else value


def _severities(old: Mapping[str, Any], value: Any) -> Mapping[str, Any]:
    for code, severity in _table(value).items():
        if severity not in SEVERITIES:
            raise ValueError(f".{code}: {_choice(severity, SEVERITIES)}")
    return {**old, **value}


def _ignores(old: Mapping[str, Any], value: Any) -> Mapping[str, Any]:
    read: dict[str, tuple[str, ...]] = {}
    for pattern, codes in _table(value).items():
        try:
            read[pattern] = _words((), codes)
        except ValueError as error:
            raise ValueError(f'."{pattern}"{error}') from None
    return {**old, **read}


def _duplicates(old: Duplicates, value: Any) -> Duplicates:
    known = {field.name.replace("_", "-"): field.name for field in fields(Duplicates)}
    changes: dict[str, Any] = {}
    for key, item in _table(value).items():
        if key not in known:
            raise ValueError(f': unknown key "{key}"{suggestion(key, known)}')
        try:
            number = _number(getattr(old, known[key]), item)
        except ValueError as error:
            raise ValueError(f".{key}{error}") from None
        if number < 0 or (key.endswith("-share") and number > 1):
            most = "from 0 to 1" if key.endswith("-share") else "from 0 on"
            raise ValueError(f".{key}: expected a number {most}, got {_shown(item)}")
        changes[known[key]] = number
    return replace(old, **changes)


def _gate(old: Gate, value: Any) -> Gate:
    gate = old
    for key, item in _table(value).items():
        if key == "fail-on":
            gate = replace(gate, fail_on=failure(item))
        elif key in ("file", "corpus"):
            gate = _limited(gate, key, item)
        else:
            known = ("fail-on", "file", "corpus")
            raise ValueError(f': unknown key "{key}"{suggestion(key, known)}')
    return gate


def failure(value: Any) -> Failure:
    """
    The mildest severity that fails a run.

    Raises:
        ValueError: it is none.
    """
    if value not in FAILURES:
        raise ValueError(f".fail-on: {_choice(value, FAILURES)}")
    chosen: Failure = value
    return chosen


def _limited(gate: Gate, scope: str, value: Any) -> Gate:
    for metric, limit in _table(value).items():
        if metric not in METRICS:
            raise ValueError(f'.{scope}: unknown metric "{metric}"{suggestion(metric, METRICS)}')
        try:
            number = _in_range(metric, _number(0.0, limit))
        except ValueError as error:
            raise ValueError(f".{scope}.{metric}: {str(error).removeprefix(': ')}") from None
        bound = "min" if metric == "quality" else "max"
        gate = _with_limit(gate, f"{scope}_{bound}", metric, number)
    return gate


def _in_range(metric: str, value: float) -> float:
    most = 100 if metric == "quality" else 1
    if not 0 <= value <= most:
        raise ValueError(f"{metric} is a number from 0 to {most}, not {value:g}")
    return value


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f": expected a table, got {_shown(value)}")
    return value


def _choice(value: Any, known: Iterable[str]) -> str:
    words = list(known)
    hint = suggestion(value, words) if isinstance(value, str) else ""
    return f"expected one of {', '.join(words)}, got {_shown(value)}{hint}"


def _shown(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else repr(value)


def _reader(name: str, default: Any) -> Reader:
    """How the value of a field is read, by what its default is."""
    return _SPECIAL.get(name) or _KINDS[type(default)]


_SPECIAL: Mapping[str, Reader] = MappingProxyType(
    {
        "duplicates": _duplicates,
        "gate": _gate,
        "severity": _severities,
        "per_file_ignores": _ignores,
    }
)
_KINDS: Mapping[type, Reader] = MappingProxyType(
    {bool: _flag, int: _number, float: _number, str: _word, tuple: _words}
)
_READERS: Mapping[str, tuple[str, Reader]] = MappingProxyType(
    {
        field.name.replace("_", "-"): (
            field.name,
            _reader(field.name, getattr(Settings(), field.name)),
        )
        for field in fields(Settings)
    }
)
