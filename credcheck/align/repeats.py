"""Find stretches of words that stand twice in one passage."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from credcheck.align.compare import raw_span
from credcheck.align.exact import common_runs
from credcheck.types import Passage, Span


def repeats(passage: Passage, words_min: int) -> Iterator[tuple[Span, Span, int]]:
    """
    Yield the first place of a repeated stretch, a later one, and its number of words.

    Stretches of fewer than `words_min` words are left out.
    """
    words = np.frombuffer(passage.words, np.uint32)
    reached = 0
    for run in sorted(common_runs(words, words, 5), key=lambda r: (r.right_start, -r.right_end)):
        length = run.right_end - run.right_start
        is_later = run.left_start < run.right_start
        if is_later and length >= words_min and run.right_start >= reached:
            earlier = raw_span(passage, run.left_start, run.left_end)
            later = raw_span(passage, run.right_start, run.right_end)
            reached = run.right_end
            yield earlier, later, length
