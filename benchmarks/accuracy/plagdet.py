"""
The measures of the PAN text-alignment task, written from their definition.

M. Potthast, M. Hagen, A. Beyer et al., Overview of the 6th International Competition on Plagiarism
Detection (PAN at CLEF 2014); first in Potthast et al., An Evaluation Framework for Plagiarism
Detection (COLING 2010). Cases and detections are pairs of passages; precision and recall are
counted in characters on both sides and averaged over detections and cases (macro).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2

from credcheck.types import Span


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of the suspicious document and one of the source."""

    left: Span
    right: Span

    def detects(self, other: Match) -> bool:
        """True if the two overlap on both sides."""
        return self.left.overlaps(other.left) and self.right.overlaps(other.right)


@dataclass(frozen=True, slots=True)
class Score:
    """Macro precision and recall, granularity, and what they make together; and the counts."""

    precision: float
    recall: float
    granularity: float
    cases: int
    detections: int

    @property
    def plagdet(self) -> float:
        """Return F1 divided by log2(1 + granularity)."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total / log2(1 + self.granularity) if total else 0


def score(pairs: Iterable[tuple[Sequence[Match], Sequence[Match]]]) -> Score:
    """Return the score of (cases, detections) of many pairs of documents."""
    recalls: list[float] = []
    precisions: list[float] = []
    detectors: list[int] = []
    for cases, detections in pairs:
        recalls += (_covered(case, detections) for case in cases)
        precisions += (_covered(detection, cases) for detection in detections)
        counts = (sum(d.detects(case) for d in detections) for case in cases)
        detectors += (count for count in counts if count)
    return Score(
        _mean(precisions), _mean(recalls), _mean(detectors) or 1.0, len(recalls), len(precisions)
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _covered(one: Match, others: Sequence[Match]) -> float:
    """Which share of the characters of a match the others that overlap it hold."""
    met = [other for other in others if other.detects(one)]
    held = _length(one.left, (o.left for o in met)) + _length(one.right, (o.right for o in met))
    return held / (len(one.left) + len(one.right))


def _length(within: Span, spans: Iterable[Span]) -> int:
    """How many characters of `within` lie in one of the spans."""
    position, total = within.start, 0
    for span in sorted(spans):
        start, end = max(position, span.start), min(within.end, span.end)
        total += max(0, end - start)
        position = max(position, end)
    return total
