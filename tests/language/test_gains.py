"""The fast gains against their definition: the swapped text's probability less the text's own."""

from __future__ import annotations

import numpy as np
import pytest

from credcheck.language.gains import PADDING, doubtful_spans, pad, read_line, swap_gains
from credcheck.language.substitution_model import substitution_model

TEXT = (
    "The overseas minister will go to the capital subsequent week, officials mentioned. A whole lot"
    " of folks took half in the assembly, which the authorities known as a triumph."
)


def test_gains_agree_with_scoring_the_swapped_text() -> None:
    model = substitution_model()
    ids = pad(model.language.vocabulary.tokens(TEXT).ids)
    line = read_line(model.language, ids)
    spans, _ = doubtful_spans(line, model.candidates)
    rows = swap_gains(model.language, line, model.candidates, spans)
    words = model.candidates.words_of(rows.pairs)
    as_read = float(model.language.log_probabilities(ids).sum())
    for row in range(0, len(rows.pairs), 7):
        span = int(rows.spans[row])
        start, end = int(spans.starts[span]), int(spans.ends[span])
        candidate = words[row][words[row] >= 0]
        swapped = np.concatenate([ids[:start], candidate, ids[end:]])
        gain = float(model.language.log_probabilities(swapped).sum()) - as_read
        found = float(rows.left_gains[row] + rows.right_gains[row])
        # Terms inside a phrase are kept at half precision.
        assert found == pytest.approx(gain, abs=0.03)


def test_no_span_reaches_into_the_padding() -> None:
    model = substitution_model()
    ids = pad(model.language.vocabulary.tokens(TEXT).ids)
    spans, windows = doubtful_spans(read_line(model.language, ids), model.candidates)
    assert len(spans) == len(windows) > 10
    assert spans.starts.min() >= PADDING
    assert spans.ends.max() <= len(ids) - PADDING


def test_an_empty_text_has_no_spans() -> None:
    model = substitution_model()
    line = read_line(model.language, pad(np.zeros(0, np.int32)))
    assert len(doubtful_spans(line, model.candidates)[0]) == 0
