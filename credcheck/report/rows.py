"""
What every format reads: one row a file, a finding, a claim, with all positions worked out.

A row is plain data and equals one object of the JSON report, so that a report read back from a
file goes through the same formats as one that was just made. Offsets and columns are in the
unit of `View.position_encoding`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from credcheck.types import (
    AlignmentKind,
    Applicability,
    ClaimKind,
    ClaimStatus,
    Operation,
    Relation,
    Severity,
    Status,
    Verdict,
)

PositionEncoding = Literal["utf-32", "utf-16", "utf-8"]
Scope = Literal["findings", "file", "corpus"]
Bound = Literal["max", "min"]

# What stands before the other place in a report for people; signals, never verdicts.
RELATIONS: dict[Relation, str] = {
    "supports": "also in",
    "differs": "differs in",
    "near-duplicate": "also in",
    "reworded": "worded differently in",
    "none-found": "looked in",
    "norm": "measured",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words and up to 32 characters on either side, to find them again when the text moved."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Location:
    """
    Where something is: offsets 0-based with an exclusive end, lines and columns 1-based.

    `record` is the 0-based record of a file of records, `page` the 1-based page of a PDF, `xpath`
    the element of a web page or .docx and `source_line` the 1-based line of its tag in the file;
    line and column are then those of the text that was taken out of it.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    quote: Quote
    record: int | None = None
    xpath: str | None = None
    source_line: int | None = None
    page: int | None = None

    @property
    def is_in_file(self) -> bool:
        """True if lines and columns are those of the file, not of a text taken out of it."""
        return self.record is None and self.xpath is None and self.page is None

    @property
    def file_lines(self) -> tuple[int, int] | None:
        """First and last line in the file itself; None where only the text has lines."""
        if self.is_in_file:
            return self.line, self.end_line
        return (self.source_line, self.source_line) if self.source_line else None


@dataclass(frozen=True, slots=True)
class EditRow:
    """Put `text` in the place of `start`..`end`; lines and columns as in `Location`."""

    start: int
    end: int
    text: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class FixRow:
    """A repair: all of its edits, or none."""

    applicability: Applicability
    message: str
    edits: tuple[EditRow, ...]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Why a finding was made; `path` and `location` where another file shows it."""

    kind: str
    relation: Relation
    detail: str
    path: str | None = None
    location: Location | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class FindingRow:
    """Something noticed, where, why, and its repair if one is known."""

    code: str
    name: str
    category: str
    severity: Severity
    message: str
    path: str
    location: Location
    fingerprint: str
    status: Status
    score: float | None = None
    fix: FixRow | None = None
    evidence: tuple[EvidenceRow, ...] = ()
    url: str | None = None

    @property
    def label(self) -> str:
        """The path as a person reads it, with the record where a file holds many."""
        return label(self.path, self.location.record)

    @property
    def is_counted(self) -> bool:
        """True if the gate looks at it: neither suppressed nor known to the baseline."""
        return self.status == "new"


@dataclass(frozen=True, slots=True)
class MetricsRow:
    """Shares of words, 0..1; of claims for `unsupported`, None if none can be judged."""

    spun: float
    broken: float
    duplicate: float
    unsupported: float | None


@dataclass(frozen=True, slots=True)
class MetaRow:
    """What the file says of itself."""

    title: str | None = None
    byline: str | None = None
    date: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class FileRow:
    """What one file comes to; `record` as in `Location`."""

    path: str
    record: int | None
    format: str
    encoding: str
    language: str
    words: int
    metrics: MetricsRow
    quality: int
    verdict: Verdict
    claims: int
    unsupported_claims: int
    counts: dict[str, int]
    document: MetaRow

    @property
    def label(self) -> str:
        """The path as a person reads it, with the record where a file holds many."""
        return label(self.path, self.record)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A stretch of a file."""

    path: str
    location: Location


@dataclass(frozen=True, slots=True)
class BlockRow:
    """One word-level step from left to right, as offsets into either file."""

    op: Operation
    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """Two passages that say the same; `score` is 0..100."""

    left: PlaceRow
    right: PlaceRow
    score: float
    kind: AlignmentKind
    blocks: tuple[BlockRow, ...]


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Files that share one source."""

    files: tuple[str, ...]
    representative: str
    kind: AlignmentKind
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """
    A claim and what the other given sources say; `sources` counts independent groups.

    `about` are the words next to it that say what it is about.
    """

    path: str
    location: Location
    kind: ClaimKind
    value: str
    status: ClaimStatus
    sources: int
    evidence: tuple[EvidenceRow, ...] = ()
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CellRow:
    """What one source gives for a thing: where, the normalised value, how it was judged."""

    path: str
    location: Location
    value: str
    status: ClaimStatus


@dataclass(frozen=True, slots=True)
class ThingRow:
    """
    One thing that several sources speak of; None where a source says nothing of it.

    `shared_source` is whom those that name a source for it all name.
    """

    kind: ClaimKind
    about: tuple[str, ...]
    differs: bool
    cells: tuple[CellRow | None, ...]
    shared_source: str | None = None


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Files on one event and what each gives for the same thing; rows that differ come first."""

    files: tuple[str, ...]
    rows: tuple[ThingRow, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """
    One question the gate asked; `actual` is None where nothing could be measured.

    For findings `metric` is the mildest severity that fails the run and `actual` their number.
    """

    scope: Scope
    metric: str
    bound: Bound
    limit: float
    actual: float | int | None
    passed: bool
    path: str | None = None


@dataclass(frozen=True, slots=True)
class GateRow:
    """Every check of the gate, and whether all of them passed."""

    passed: bool
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class View:
    """
    A report with every position worked out; all that a format may read.

    `text_of` gives the text of a file by label, or None where it is no longer at hand (a saved
    report whose file has changed).
    """

    files: tuple[FileRow, ...]
    findings: tuple[FindingRow, ...]
    alignments: tuple[AlignmentRow, ...]
    groups: tuple[GroupRow, ...]
    claims: tuple[ClaimRow, ...]
    gate: GateRow
    notices: tuple[str, ...]
    root: str
    version: str
    position_encoding: PositionEncoding
    text_of: Callable[[str], str | None]
    stories: tuple[StoryRow, ...] = ()

    def shown(self) -> tuple[FindingRow, ...]:
        """The findings a person is to see: not the suppressed, not those of the baseline."""
        return tuple(row for row in self.findings if row.is_counted)


def label(path: str, record: int | None) -> str:
    """A path, with the record where a file holds many: `news.jsonl#3`."""
    return path if record is None else f"{path}#{record}"
