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
class Duplicates:
    """
    From when on text counts as shared: words, nats of evidence, and shares of a file's words.

    `evidence` is how much likelier a passage is if one text came from the other than by chance, as
    a natural logarithm. On 1,718 pairs of documents in the form of the PAN text-alignment task two
    texts on one subject reach 20 by chance and 30 hardly ever; 49 of 50 copied passages reach 28.
    """

    # A sentence. Of 930 edited copies among 5,752 articles the shortest has 39 words.
    passage_words: int = 20
    evidence: float = 28.0
    # A phrase of a dozen words is a name with its titles; twenty are hardly said twice.
    repeated_words: int = 20
    # A file is a copy from here on, or an excerpt if the other one holds much more.
    copy_share: float = 0.8
    # Two files are one source from here on; two reports that quote one statement stay well below.
    source_share: float = 0.5


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
    encoder: bool = False  # Ask the contextual encoder about files that do not read as clean.
    language: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    source_field: str = "source"
    duplicates: Duplicates = Duplicates()
    gate: Gate = Gate()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
