"""The edges of a region, against a plain reckoning word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.align.exact import Region
from credcheck.align.extend import _best, extender
from credcheck.align.pair import Pair, paired
from tests.align import reference_extend as plain
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, SPUN_HARBOUR, passage

# Words that no stemmer touches, so that the reference can compare them as they are.
VOCABULARY = [
    "the",
    "of",
    "at",
    "to",
    "gate",
    "wall",
    "market",
    "harbour",
    "pillar",
    "frost",
    "apron",
    "candle",
    "tunnel",
]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=50)


def pair_of(left: str, right: str) -> Pair:
    return paired(passage(left, "a"), passage(right, "b"))


@settings(deadline=None)
@given(WORDS, WORDS, st.data())
def test_the_evidence_is_what_a_plain_reckoning_gives(
    left: list[str], right: list[str], data: st.DataObject
) -> None:
    starts = data.draw(st.integers(0, len(left) - 4)), data.draw(st.integers(0, len(right) - 4))
    ends = (
        data.draw(st.integers(starts[0] + 1, len(left))),
        data.draw(st.integers(starts[1] + 1, len(right))),
    )
    region = Region(starts[0], ends[0], starts[1], ends[1])
    found = extender(pair_of(" ".join(left), " ".join(right))).evidence(region)
    assert found == pytest.approx(plain.evidence(left, right, region), abs=1e-9)


@given(st.lists(st.tuples(st.floats(-12, 4), st.booleans()), max_size=30))
def test_the_best_edge_is_where_a_plain_search_finds_it(rows: list[tuple[float, bool]]) -> None:
    weights, edges = [row[0] for row in rows], [row[1] for row in rows]
    found = _best(np.array(weights, np.float64), np.array(edges, np.bool_))
    assert found == plain.best(weights, edges)


@pytest.mark.parametrize(("copy", "slack_words"), [(HARBOUR, 0), (SPUN_HARBOUR, 8)])
def test_a_sentence_grows_to_the_whole_passage_and_no_further(copy: str, slack_words: int) -> None:
    left = passage(f"{ORCHARD} {HARBOUR} {SCHOOL}", "a")
    right = passage(f"{SCHOOL} {copy} {ORCHARD.split('.')[-2]}.", "b")
    pair = paired(left, right)
    own, other = len(passage(ORCHARD).words), len(passage(SCHOOL).words)
    length, copied = len(passage(HARBOUR).words), len(passage(copy).words)
    found = extender(pair).extended(Region(own, own + 18, other, other + 18))
    assert abs(found.left_start - own) <= slack_words
    assert abs(found.left_end - own - length) <= slack_words
    assert abs(found.right_start - other) <= slack_words
    assert abs(found.right_end - other - copied) <= slack_words
    assert found.evidence > 50


def test_texts_on_other_subjects_give_no_evidence() -> None:
    pair = pair_of(HARBOUR, ORCHARD)
    assert extender(pair).extended(Region(0, 18, 0, 18)).evidence < 10
