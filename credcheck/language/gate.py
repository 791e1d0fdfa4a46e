"""
Is a text spun? One score for the whole, and bars that depend on its length.

The score is the mean evidence a word: each key counts at its best occurrence, further ones half.
The bars come from clean text of many kinds and lengths, since the score of a short text varies so
much more than that of a long one that a single bar would flag one clean paragraph in ten.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Verdict = Literal["clean", "suspect", "spun"]

# Share of words that a spinner swaps, as the prior of the mixture behind the score.
SHARE_SWAPPED = 0.12
LEAST_RATIO, MOST_RATIO = 0.5, 4.5
COUNTED_REPEATS = 2
REPEAT_WEIGHT = 0.5

# Below this many words even the bars for short texts rest on too few words to tell the kinds apart.
LEAST_WORDS = 150


@dataclass(frozen=True, slots=True)
class Gate:
    """Bars by length: `lengths` in words, ascending; each bar is a score, interpolated between."""

    lengths: tuple[float, ...]
    clear: tuple[float, ...]  # For the first reading; below it there is no second.
    suspect: tuple[float, ...]
    spun: tuple[float, ...]

    def bar(self, name: Literal["clear", "suspect", "spun"], words: int) -> float:
        """Return one bar for a text of so many words."""
        values: tuple[float, ...] = getattr(self, name)
        # Between lengths the bars fall with the square root of the length, as a mean's spread does.
        known = 1 / np.sqrt(np.array(self.lengths))
        return float(np.interp(1 / np.sqrt(max(words, 1)), known[::-1], values[::-1]))

    def verdict(self, score: float, words: int) -> Verdict:
        """Return the outcome for a text of so many words; short ones are never merely suspect."""
        if score >= self.bar("spun", words):
            return "spun"
        is_suspect = words >= LEAST_WORDS and score >= self.bar("suspect", words)
        return "suspect" if is_suspect else "clean"


# Measured on clean text that no weight was learned on, cut to 60-120, 150-300, 400-700 words or
# whole: 433 American and 270 regional articles, 366 pieces of 33 other registers; none of 228
# articles of other publishers came above .103 at 60-120 words, .072 at 150-300 and .066 whole. The
# spun bar lies above the largest score of any article (.083 at 150-300 words, .088 at 400-700) and
# the 99th percentile of the registers (.139, .120, .103); the suspect bar at the 99th percentile of
# the regional articles (.077, .078). Below clear no text reached suspect, spun ones included.
GATE = Gate(
    lengths=(60, 90, 220, 550, 1000),
    clear=(0.060, 0.045, 0.034, 0.030, 0.027),
    suspect=(0.130, 0.110, 0.085, 0.077, 0.066),
    spun=(0.210, 0.170, 0.124, 0.104, 0.092),
)


def document_score(evidence: Iterable[tuple[Hashable, float]], words: int) -> float:
    """Return the score of a text from (key, ratio) of each span that looks swapped."""
    by_key: defaultdict[Hashable, list[float]] = defaultdict(list)
    for key, ratio in evidence:
        by_key[key].append(min(ratio, MOST_RATIO))
    counted: list[float] = []
    for ratios in by_key.values():
        best, *others = sorted(ratios, reverse=True)
        counted.append(best)
        counted.extend(REPEAT_WEIGHT * ratio for ratio in others[:COUNTED_REPEATS])
    strong = np.array([ratio for ratio in counted if ratio >= LEAST_RATIO])
    gains = np.log1p(SHARE_SWAPPED * np.expm1(strong))
    return float(gains.sum()) / max(words, 1)
