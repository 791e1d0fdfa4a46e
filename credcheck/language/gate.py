"""
Is a text spun? One score for the whole, and bars that depend on its length.

Two readings have to agree, so the score is their geometric mean: the mean evidence a word of the
n-grams (each key counts at its best occurrence, further ones half), and the share of the words
that the tagger takes for swapped. The first is high in prose of other times and trades as well,
the second in text that is odd in other ways. The bars come from clean text of many kinds and
lengths, since the score of a short text varies so much more than that of a long one that a single
bar would flag one clean paragraph in ten.
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
    clear: tuple[float, ...]  # For the n-grams alone; below it the tagger is not asked.
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


# Measured on clean text that nothing was learned on (benchmarks/accuracy/spun.md). The highest of
# 1,639 whole articles are .036 (1,146 of other publishers), .024 (361 American) and .036 (132
# British, Australian and Pakistani), of their pieces of 150-300 words .073, .028 and .065, of
# 60-120 words .085, .052 and .085. Of 566 pieces of 60-120 words of other registers three reach the
# spun bar, of 538 of 150-300 words two, and eight more the lower one. Of 51 articles of 150-300
# words spun by hand 44 are above it; the others were rewritten in whole phrases. Of 276 articles
# above them, spun by hand or with another table, two are below "clear", of 1,146 clean ones 18
# above.
GATE = Gate(
    lengths=(60, 90, 220, 550, 1000),
    clear=(0.042, 0.032, 0.024, 0.021, 0.019),
    suspect=(0.150, 0.130, 0.082, 0.062, 0.051),
    spun=(0.165, 0.145, 0.100, 0.083, 0.073),
)


def mean_evidence(evidence: Iterable[tuple[Hashable, float]], words: int) -> float:
    """Return the mean evidence a word from (key, ratio) of each span that looks swapped."""
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
