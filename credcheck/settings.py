"""
One frozen value that holds every choice of a run.

Each number names the measurement it came from. Defaults are for a newsroom desk: few false
alarms before many finds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from credcheck.types import Severity

Failure = Severity | Literal["never"]


@dataclass(frozen=True, slots=True)
class Gate:
    """What makes a run fail: the worst severity allowed, and limits a metric may not pass."""

    fail_on: Failure = "error"
    file_max: Mapping[str, float] = field(default_factory=dict)
    corpus_max: Mapping[str, float] = field(default_factory=dict)
    file_min: Mapping[str, float] = field(default_factory=dict)
    corpus_min: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """
    Every choice of a run. Picklable, so that it travels to worker processes.

    `select` and `ignore` hold codes, prefixes or names; `language` is "auto" or a code.
    """

    select: tuple[str, ...] = ("SPN", "BRK", "UNS", "DUP")
    ignore: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    sources: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    lexicons: tuple[str, ...] = ()
    language: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    source_field: str = "source"
    gate: Gate = Gate()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
