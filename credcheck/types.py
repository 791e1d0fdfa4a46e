"""
The nouns of credcheck: frozen values that every stage takes and gives.

Nothing here does I/O, and nothing here imports another module of the package. Offsets are
code points, half-open. Outside `clean/` and `rules/` a span always lies over `Document.raw`,
the text exactly as it was read; inside them it lies over the text being worked on, and
`Document.locate` leads home.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Literal, Protocol, TypeVar, overload

Severity = Literal["error", "warning", "info"]
Applicability = Literal["safe", "unsafe", "display"]
Verdict = Literal["clean", "suspect", "spun", "broken", "unreadable"]
SpunVerdict = Literal["clean", "suspect", "spun"]
Relation = Literal["supports", "differs", "near-duplicate", "reworded", "none-found", "norm"]
ClaimKind = Literal[
    "number", "date", "money", "percent", "quote", "name", "attribution", "event", "headline"
]
ClaimStatus = Literal["supported", "differs", "reworded", "only-here", "unattributed"]
AlignmentKind = Literal["verbatim", "edited", "reworded", "excerpt"]
Operation = Literal["keep", "replace", "insert", "delete"]
Status = Literal["new", "baseline", "suppressed"]

Item_co = TypeVar("Item_co", covariant=True)

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """
    A half-open stretch of text, in code points.

    Raises:
        ValueError: if the ends are negative or crossed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """True if the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """True if `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, offset: int) -> Span:
        """The same stretch, `offset` code points further on."""
        return Span(self.start + offset, self.end + offset)


@dataclass(frozen=True, slots=True)
class Edit:
    """
    Put `text` in the place of `span`; `None` reports the place and leaves it alone.

    `safe` edits may be applied unseen, `unsafe` ones by opt-in, `display` ones never.
    """

    span: Span
    text: str | None
    reason: str = ""
    applicability: Applicability = "safe"


@dataclass(frozen=True, slots=True)
class Layer:
    """
    One cleaning pass: sorted, disjoint edits over its input, and the way back.

    Build it with `Layer.of`. `edits` were made, `noted` were only reported; both lie over the
    input. The four rows of numbers hold where each edit starts and ends in the input and in the
    output, so that two bisects translate a span either way.
    """

    reason: str
    edits: tuple[Edit, ...]
    noted: tuple[Edit, ...]
    starts_in: tuple[int, ...] = field(repr=False)
    ends_in: tuple[int, ...] = field(repr=False)
    starts_out: tuple[int, ...] = field(repr=False)
    ends_out: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, reason: str, edits: Iterable[Edit]) -> Layer:
        """A layer that makes the safe edits, of two that overlap the first and longest."""
        kept, noted = _parted(edits)
        growth = accumulate((len(e.text or "") - len(e.span) for e in kept), initial=0)
        shifts = tuple(growth)
        return cls(
            reason=reason,
            edits=kept,
            noted=noted,
            starts_in=tuple(e.span.start for e in kept),
            ends_in=tuple(e.span.end for e in kept),
            starts_out=tuple(e.span.start + s for e, s in zip(kept, shifts, strict=False)),
            ends_out=tuple(e.span.end + s for e, s in zip(kept, shifts[1:], strict=True)),
        )

    def apply(self, text: str) -> str:
        """The text after the pass."""
        pieces: list[str] = []
        position = 0
        for edit in self.edits:
            pieces += (text[position : edit.span.start], edit.text or "")
            position = edit.span.end
        pieces.append(text[position:])
        return "".join(pieces)

    def locate(self, span: Span) -> Span:
        """The input span that an output span came from."""
        return _carry(span, self.starts_out, self.ends_out, self.starts_in, self.ends_in)

    def carry(self, span: Span) -> Span:
        """The output span that an input span became."""
        return _carry(span, self.starts_in, self.ends_in, self.starts_out, self.ends_out)


def _parted(edits: Iterable[Edit]) -> tuple[tuple[Edit, ...], tuple[Edit, ...]]:
    """Edits to be made and edits to be reported only."""
    asked = tuple(edits)
    made = (e for e in asked if e.text is not None and e.applicability == "safe")
    noted = (e for e in asked if e.text is None or e.applicability != "safe")
    return tuple(_disjoint(made)), tuple(_disjoint(noted))


def _disjoint(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Edits in order of place; of two that overlap the earlier, then the longer, is kept."""
    last = Span(0, 0)
    is_first = True
    for edit in sorted(edits, key=lambda e: (e.span.start, -e.span.end)):
        if is_first or (edit.span.start >= last.end and edit.span != last):
            yield edit
            last, is_first = edit.span, False


def _carry(
    span: Span,
    starts: Sequence[int],
    ends: Sequence[int],
    starts_there: Sequence[int],
    ends_there: Sequence[int],
) -> Span:
    """
    Translate a span across a list of replacements, from one side to the other.

    A start inside a replacement goes to its start, an end inside it to its end, so that the
    answer always covers whatever the characters came from. A start that stands right after a
    deletion stays after it, an end right before it stays before.
    """
    i = bisect_right(ends, span.start) - 1
    after = span.start + (ends_there[i] - ends[i] if i >= 0 else 0)
    if i + 1 < len(starts) and starts[i + 1] < span.start:
        after = starts_there[i + 1]
    j = bisect_left(starts, span.end)
    before = span.end + (
        starts_there[j] - starts[j] if j < len(starts) else _tail(ends, ends_there)
    )
    if j > 0 and span.end < ends[j - 1]:
        before = ends_there[j - 1]
    return Span(min(after, before), max(after, before)) if len(span) == 0 else Span(after, before)


def _tail(ends: Sequence[int], ends_there: Sequence[int]) -> int:
    return ends_there[-1] - ends[-1] if ends else 0


@dataclass(frozen=True, slots=True)
class PageBlock:
    """
    A stretch of a file's extracted text, and the element or the sheet of the file that held it.

    `xpath` is its path in the tree (of a web page as lxml reads it, of a .docx in its
    `word/document.xml`), `line` the 1-based line of its tag; "" and 0 where there is none. `page`
    is the 1-based page of a PDF.
    """

    span: Span
    xpath: str = ""
    line: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PageComment:
    """A comment to credcheck in a page's source; `span` is the block it stands in or before."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where a document came from.

    `path` is as reports print it, `record` the 0-based record of a file of records,
    `writable` true if `raw` is the whole file, so that a repair can be written back. `lost` are the
    bytes that no encoding could read, in order; each item stands as one U+FFFD in `raw`. `blocks`
    say, for a web page, a .docx or a PDF, where each block of `raw` came from, `comments` what a
    web page tells credcheck.
    """

    path: str
    format: str = "txt"
    encoding: str = "utf-8"
    record: int | None = None
    writable: bool = True
    newline: str = "\n"
    bom: bool = False
    lost: tuple[bytes, ...] = ()
    blocks: tuple[PageBlock, ...] = ()
    comments: tuple[PageComment, ...] = ()


@dataclass(frozen=True, slots=True)
class Meta:
    """
    What the file says of itself; None where it says nothing, "" where it leaves a field empty.

    `date` is ISO 8601.
    """

    title: str | None = None
    byline: str | None = None
    date: str | None = None
    site: str | None = None
    links: int | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong while reading: a finding in the making, `edit` its repair."""

    rule: str
    message: str
    span: Span = Span(0, 0)
    severity: Severity = "error"
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """
    A text as it was read, as the rules see it, and the way back.

    Layers applied to `raw` in order give `text`; `raw` never changes.
    """

    id: str
    source: Source
    raw: str
    text: str
    layers: tuple[Layer, ...] = ()
    meta: Meta = Meta()
    language: str = "en"
    faults: tuple[Fault, ...] = ()
    is_reported: bool = True

    def locate(self, span: Span) -> Span:
        """The span of `raw` that a span of `text` came from."""
        for layer in reversed(self.layers):
            span = layer.locate(span)
        return span

    def mended(self, layer: Layer) -> Document:
        """The document after one more pass; itself if the pass found nothing."""
        if not layer.edits and not layer.noted:
            return self
        return replace(self, text=layer.apply(self.text), layers=(*self.layers, layer))


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair in raw coordinates: all of its edits, or none."""

    applicability: Applicability
    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """
    Why a finding was made, and where to look.

    `document` and `span` name the other place (over that document's raw text), or None where the
    evidence is a figure. `similarity` and `score` values are 0..1.
    """

    kind: str
    relation: Relation
    detail: str
    document: str | None = None
    span: Span | None = None
    similarity: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """
    Something noticed, where, why, and its repair if one is known.

    Only `new` findings count: neither known to the baseline nor suppressed by an ignore.
    """

    rule: str
    document: str
    span: Span
    message: str
    severity: Severity
    score: float | None = None
    fix: Fix | None = None
    evidence: tuple[Evidence, ...] = ()
    status: Status = "new"


@dataclass(frozen=True, slots=True)
class Measure:
    """
    What a number or a date is about, as far as its own sentence says.

    `kind` is count, percent, money, duration, age, date, clock, ...; `value`, `low` and `high` are
    in the unit of the kind: what is said, and what the wording allows ("nearly", rounding).
    `thing` is what is counted, `state` what became of it, `near` what stands close by, nearest
    first, `names` the names among it, `times` the times stated, `periods` the stretches of time
    ("first quarter", "2024"), `role` the word of grammar before
    it ("from", "to", "by"). `run` are the words right after it up to the noun counted, `lead` is
    the word before it, `senses` say whether it is a part, a rate, a guess, ...
    (`credcheck.support.marks`), `beside` are the other figures of its sentence. `is_update` is true
    if the wording says that the figure moves ("rose to", "so far"), `is_row` if it stands in a row
    of a table.
    """

    kind: str
    value: float
    low: float
    high: float
    hedge: str = "exact"
    unit: str = ""
    thing: str = ""
    state: str = ""
    near: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    role: str = ""
    run: tuple[str, ...] = ()
    lead: str = ""
    senses: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    is_update: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """
    A statement that needs support: a question, not yet a finding.

    `value` is normalised so that equal values compare equal ("4 ,200" and "4,200" are "4200").
    `sentence` is where it stands, `about` the folded content words that say what it is about.
    A quotation holds its words in `value`; a number or date has its `measure`. `speaker` is whose
    the words of a quotation are, of another claim whom its sentence names as its source.
    """

    document: str
    span: Span
    kind: ClaimKind
    value: str
    sentence: Span
    about: tuple[str, ...] = ()
    unit: str | None = None
    speaker: str | None = None
    time: str | None = None
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim and its status against the other sources; `sources` counts independent groups."""

    claim: Claim
    status: ClaimStatus
    sources: int = 0
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """
    What is compared of one document: its words, furniture left out, and where each stands in `raw`.

    Rows of numbers, since an archive of articles is held in memory at once: about 20 bytes a word.
    `words` are 32-bit hashes of the folded words, `stems` of what is left of them without common
    endings, `starts` and `ends` their places in `raw`. `sentences` holds the number of the first
    word of each sentence, `stops` where each sentence ends in `raw`, closing marks included.
    """

    document: str
    span: Span
    words: array[int]
    stems: array[int]
    starts: array[int]
    ends: array[int]
    sentences: array[int]
    stops: array[int]


@dataclass(frozen=True, slots=True)
class Block:
    """One word-level step from left to right; an insertion has an empty left side."""

    operation: Operation
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Blocks(Sequence[Block]):
    """
    Word-level steps in order, kept as plain numbers and built when they are looked at.

    The alignments of an archive have many more of them than a report shows. `edges` are the start
    and end of the left side and then of the right side of each.
    """

    operations: tuple[Operation, ...]
    edges: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.operations)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(self)[index]
        place = range(len(self))[index]
        return self._block(place)

    def __iter__(self) -> Iterator[Block]:
        return map(self._block, range(len(self)))

    def _block(self, place: int) -> Block:
        left_start, left_end, right_start, right_end = self.edges[4 * place : 4 * place + 4]
        left, right = Span(left_start, left_end), Span(right_start, right_end)
        return Block(self.operations[place], left, right)


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a document's raw text."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Alignment:
    """
    Two passages that say the same, block by block.

    `score` is rapidfuzz's ratio over words, 0..100; `words` is how many words stand on the left,
    `left_share` and `right_share` which share of the words of each file that is, 0..1.
    """

    left: Place
    right: Place
    score: float
    kind: AlignmentKind
    blocks: Sequence[Block]
    words: int = 0
    left_share: float = 0.0
    right_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that share one source."""

    documents: tuple[str, ...]
    representative: str
    kind: AlignmentKind
    reason: str


@dataclass(frozen=True, slots=True)
class Prose:
    """
    What a document rule may read: the clean text and what is known of it so far.

    `furniture` are spans of `text` that belong to the page and not to the article. The broken
    rules find them and see none.
    """

    document: Document
    settings: Any
    furniture: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The clean text; matches lie over it."""
        return self.document.text

    @property
    def language(self) -> str:
        """ISO 639-1 code, "und" if unknown."""
        return self.document.language

    def is_furniture(self, span: Span) -> bool:
        """True if the span touches a part of the page that is not the article."""
        i = bisect_right(self.furniture, span.start, key=lambda f: f.end)
        return i < len(self.furniture) and self.furniture[i].overlaps(span)


@dataclass(frozen=True, slots=True)
class Match:
    """
    What a document rule found: a span of `Prose.text`, and what fills the `{}` of its message.

    `edits` repair it, in coordinates of `Prose.text`.
    """

    span: Span
    words: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    applicability: Applicability = "unsafe"
    score: float | None = None
    severity: Severity | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One thing to look for in one document: a module of `rules/` that holds `RULE`.

    The module docstring is the documentation, `bad`, `good` and `missed` are the tests: `bad`
    marks the exact span with [[ ]], `good` must stay silent, `missed` is known and not yet found.
    `languages` are ISO codes, or ("*",) for all. `is_furniture` says that what it finds is no part
    of the article.
    """

    code: str
    name: str
    severity: Severity
    message: str
    find: Callable[[Prose], Iterable[Match]]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    missed: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("en",)
    is_furniture: bool = False


@dataclass(frozen=True, slots=True)
class Fixer:
    """
    One mending pass over a text: a module of `clean/` that holds `FIXER`.

    `edits` gives edits over its input; those with a text that are `safe` are applied, the others
    only reported. `edits_in` holds what is done instead in a format that reads differently ("md").
    `mends` are (before, after) pairs, `untouched` texts that must come through as they are,
    `missed` pairs that are known and not yet right.
    """

    code: str
    name: str
    severity: Severity
    message: str
    edits: Callable[[str], Iterable[Edit]]
    mends: tuple[tuple[str, str], ...]
    untouched: tuple[str, ...]
    missed: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ("*",)
    edits_in: Mapping[str, Callable[[str], Iterable[Edit]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Examined:
    """One document after its trip to a worker."""

    document: Document
    findings: tuple[Finding, ...]
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    words: int
    spun: SpunVerdict = "clean"
    notices: tuple[str, ...] = ()


class Kept(Protocol[Item_co]):
    """Items that can be read twice and by number; what `Engine.keep` gives."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Item_co]: ...
    def __getitem__(self, index: int, /) -> Item_co: ...


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a corpus rule may read: every document examined, and how they overlap."""

    examined: Kept[Examined]
    number: Mapping[str, int]
    alignments: tuple[Alignment, ...]
    groups: tuple[Group, ...]
    judgements: tuple[Judgement, ...]
    settings: Any

    def __getitem__(self, document: str) -> Examined:
        return self.examined[self.number[document]]


@dataclass(frozen=True, slots=True)
class CorpusRule:
    """
    One thing to look for across documents: a module of `rules/` that holds `RULE`.

    `bad` and `good` are corpora, each a tuple of texts named "a", "b", ...; [[ ]] marks the exact
    spans in `bad`.
    """

    code: str
    name: str
    severity: Severity
    message: str
    find: Callable[[Corpus], Iterable[Finding]]
    bad: tuple[tuple[str, ...], ...]
    good: tuple[tuple[str, ...], ...]
    missed: tuple[tuple[str, ...], ...] = ()
    languages: tuple[str, ...] = ("en",)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Shares of words, 0..1; of claims for `unsupported`, None if none can be judged."""

    spun: float
    broken: float
    duplicate: float
    unsupported: float | None


@dataclass(frozen=True, slots=True)
class FileScore:
    """What one file comes to."""

    document: str
    words: int
    metrics: Metrics
    quality: int
    verdict: Verdict
    counts: tuple[tuple[str, int], ...]
    claims: int
    unsupported_claims: int


@dataclass(frozen=True, slots=True)
class Report:
    """All that a format or a gate may read."""

    settings: Any
    documents: Kept[Document]
    findings: tuple[Finding, ...]
    alignments: tuple[Alignment, ...]
    groups: tuple[Group, ...]
    judgements: tuple[Judgement, ...]
    scores: tuple[FileScore, ...]
    notices: tuple[str, ...]
