"""What is known of each token of a text, and what that makes of a span of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Places = NDArray[np.int64]

# Odds of the tokens and evidence of the span say partly the same: what each adds to the log odds
# of a swap. Regressions on fifteen texts spun by hand and articles spun at three rates with a table
# that the models lack, each set counted alike, with the prior that `spun` gives to all swaps of a
# text (benchmarks/accuracy/swap_odds.py). Recall at a precision of .85 on four styles of spinning
# by hand, each left out of the regression: .46, .60, .66, .40; on other articles .09, .32, .59. The
# bias is a little lower than fitted (.01), for the sake of other registers.
TAGGER_WEIGHT, RATIO_WEIGHT, BIAS = 0.53, 0.28, -0.05
# The same where the encoder was asked: .56, .65, .79, .51, and .13, .39, .66.
ASKED_TAGGER_WEIGHT, ASKED_RATIO_WEIGHT, ASKED_WEIGHT, ASKED_BIAS = 0.34, 0.27, 0.40, 0.35


@dataclass(frozen=True, slots=True, eq=False)
class TokenOdds:
    """Natural log odds of each token that it was put in, by the tagger and by the encoder."""

    tagger: Floats
    encoder: Floats | None = None  # None if it was not asked.

    def of_spans(self, starts: Places, ends: Places, ratios: Floats) -> Floats:
        """Return the log odds of spans: those of their tokens, and their own evidence `ratios`."""
        of_tagger = means(self.tagger, starts, ends)
        told: Floats
        if self.encoder is None:
            told = np.float32(TAGGER_WEIGHT) * of_tagger + np.float32(RATIO_WEIGHT) * ratios
            return told + np.float32(BIAS)
        told = np.float32(ASKED_TAGGER_WEIGHT) * of_tagger
        told += np.float32(ASKED_WEIGHT) * means(self.encoder, starts, ends)
        return told + np.float32(ASKED_RATIO_WEIGHT) * ratios + np.float32(ASKED_BIAS)


def means(values: Floats, starts: Places, ends: Places) -> Floats:
    """Return the mean of the values in each range."""
    sums = np.concatenate([np.zeros(1), np.cumsum(values, dtype=np.float64)])
    found: Floats = ((sums[ends] - sums[starts]) / (ends - starts)).astype(np.float32)
    return found
