"""
From findings, alignments and judged claims to one line of figures a file.

Every figure can be explained by the findings it is made of: a metric is a share of the file's
words that lie inside findings of one group, `unsupported` a share of its judged claims. Broken are
the words inside findings of damage that are errors: a warning (a wall of blank lines, a menu of the
page) spoils no word.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator

from credcheck.language.counted import words
from credcheck.types import (
    Examined,
    FileScore,
    Finding,
    Judgement,
    Metrics,
    Span,
    Verdict,
)

# A file is called broken from this share of its words on: two broken words in a hundred. A single
# stray tag in an article of 300 words stays below, and is reported all the same.
BROKEN_SHARE_MIN = 0.02
# What a share of 1 takes off the quality of 100, by metric: a fifth of the words spun or a tenth
# broken make a text nobody should print, and put it below the gate of 70 that the manual proposes.
QUALITY_WEIGHTS = {"spun": 2.0, "broken": 3.0, "duplicate": 0.2}
SOURCED: frozenset[str] = frozenset({"supported", "reworded", "differs"})


def score(
    examined: Examined, findings: Iterable[Finding], judgements: Iterable[Judgement]
) -> FileScore:
    """What one file comes to; `findings` and `judgements` are those of this file."""
    found = tuple(findings)
    judged = tuple(judgements)
    metrics = _metrics(examined, found, judged)
    return FileScore(
        document=examined.document.id,
        words=examined.words,
        metrics=metrics,
        quality=quality(metrics, _is_unreadable(examined, found)),
        verdict=verdict(examined, metrics, found),
        counts=tuple(sorted(Counter(f.rule for f in found).items())),
        claims=len(judged),
        unsupported_claims=sum(j.status not in SOURCED for j in judged),
    )


def quality(metrics: Metrics, is_unreadable: bool = False) -> int:
    """
    The state of the text, 0..100; no judgement of what it says.

    100 less 200 times the spun share, 300 times the broken share and 20 times the duplicate
    share, never below 0. An unreadable file has 0.
    """
    if is_unreadable:
        return 0
    loss: float = sum(weight * getattr(metrics, name) for name, weight in QUALITY_WEIGHTS.items())
    return round(100 * max(0.0, 1.0 - loss))


def verdict(examined: Examined, metrics: Metrics, findings: tuple[Finding, ...]) -> Verdict:
    """One word about the text: of spun and broken the one that takes more off its quality."""
    if _is_unreadable(examined, findings):
        return "unreadable"
    is_broken = metrics.broken >= BROKEN_SHARE_MIN
    is_spun = examined.spun == "spun" and metrics.spun > 0
    if is_broken and is_spun:
        heavier = (
            QUALITY_WEIGHTS["spun"] * metrics.spun >= QUALITY_WEIGHTS["broken"] * metrics.broken
        )
        return "spun" if heavier else "broken"
    if is_broken:
        return "broken"
    return "spun" if is_spun else _suspicion(examined)


def _suspicion(examined: Examined) -> Verdict:
    return "clean" if examined.spun == "clean" else "suspect"


def _is_unreadable(examined: Examined, findings: tuple[Finding, ...]) -> bool:
    """True if something went wrong and not a word could be read."""
    return not examined.words and any(f.rule.startswith("ERR") for f in findings)


def _metrics(
    examined: Examined, findings: tuple[Finding, ...], judged: tuple[Judgement, ...]
) -> Metrics:
    starts = words(examined.document.raw)
    unsupported = None
    if judged:
        unsupported = sum(j.status not in SOURCED for j in judged) / len(judged)
    return Metrics(
        spun=share(starts, (f.span for f in findings if _is_swap(f))),
        broken=share(starts, (f.span for f in findings if _is_damage(f))),
        duplicate=share(starts, (f.span for f in findings if f.rule.startswith("DUP1"))),
        unsupported=unsupported,
    )


def _is_swap(finding: Finding) -> bool:
    """True for spun words; SPN100 is about the file as a whole."""
    return finding.rule.startswith("SPN1") and finding.rule != "SPN100"


def _is_damage(finding: Finding) -> bool:
    """True for an error in the text itself; BRK5 is about the page round it."""
    is_of_text = finding.rule.startswith("BRK") and not finding.rule.startswith("BRK5")
    return is_of_text and finding.severity == "error"


def share(starts: tuple[int, ...], spans: Iterable[Span]) -> float:
    """The share of words that lie in, or hold the start of, one of the spans."""
    if not starts:
        return 0.0
    flagged = sum(end - start for start, end in _joined(_numbers(starts, spans)))
    return round(flagged / len(starts), 6)


def _numbers(starts: tuple[int, ...], spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of word numbers that the spans touch, in order of place."""
    for span in sorted(spans):
        first = max(0, bisect_right(starts, span.start) - 1)
        yield first, max(first + 1, bisect_left(starts, span.end))


def _joined(ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in ranges:
        if end > position:
            yield max(start, position), end
            position = end
