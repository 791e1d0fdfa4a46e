"""The edges of a region, against a plain reckoning word by word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.align.exact import Region
from credcheck.align.extend import best, extender
from credcheck.align.pairs import Pairs, laid_out
from credcheck.align.tracks import SENTENCE_BONUS
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


def pair_of(left: str, right: str) -> Pairs:
    return laid_out([(passage(left, "a"), passage(right, "b"))])


def words_and_region(data: st.DataObject) -> tuple[list[str], list[str], Region]:
    left, right = data.draw(WORDS), data.draw(WORDS)
    starts = data.draw(st.integers(0, len(left) - 4)), data.draw(st.integers(0, len(right) - 4))
    ends = (
        data.draw(st.integers(starts[0] + 1, len(left))),
        data.draw(st.integers(starts[1] + 1, len(right))),
    )
    return left, right, Region(starts[0], ends[0], starts[1], ends[1])


@settings(deadline=None)
@given(st.data())
def test_the_evidence_is_what_a_plain_reckoning_gives(data: st.DataObject) -> None:
    left, right, region = words_and_region(data)
    (found,) = extender(pair_of(" ".join(left), " ".join(right))).evidence([[region]])
    assert found == pytest.approx(plain.evidence(left, right, region), abs=1e-4)


@settings(deadline=None, max_examples=50)
@given(st.data())
def test_a_region_is_extended_as_a_plain_reckoning_does(data: st.DataObject) -> None:
    left, right, region = words_and_region(data)
    pair = pair_of(f"{' '.join(left)}", " ".join(right))
    ((found,),) = extender(pair).extended([[region]])
    assert found == plain.extended(left, right, region)


@settings(deadline=None, max_examples=25)
@given(st.data(), st.integers(2, 4))
def test_pairs_side_by_side_are_extended_as_each_alone(data: st.DataObject, count: int) -> None:
    drawn = [words_and_region(data) for _ in range(count)]
    passages = [(passage(" ".join(left)), passage(" ".join(right))) for left, right, _ in drawn]
    together = extender(laid_out(passages)).extended([[region, region] for _, _, region in drawn])
    for both, (_, _, region), found in zip(passages, drawn, together, strict=True):
        ((alone,),) = extender(laid_out([both])).extended([[region]])
        assert found == [alone, alone]
        assert found[0].evidence == found[1].evidence == alone.evidence


@given(st.lists(st.tuples(st.floats(-12, 4), st.booleans()), max_size=30), st.integers(0, 30))
def test_the_best_edge_is_where_a_plain_search_finds_it(
    rows: list[tuple[float, bool]], inside: int
) -> None:
    weights, edges = [row[0] for row in rows], [row[1] for row in rows]
    bonuses = np.array([edges, edges], np.float64) * SENTENCE_BONUS
    lengths = np.array([len(rows), len(rows)])
    found = best(np.array([weights, weights], np.float64), bonuses, np.array([inside, 0]), lengths)
    assert found.tolist() == [plain.best(weights, edges, inside), plain.best(weights, edges, 0)]


def test_a_gap_within_a_region_does_not_part_it() -> None:
    words = HARBOUR.split()
    left = " ".join([*words[:30], *ORCHARD.split()[:12], *words[30:]])
    core = Region(0, len(passage(left).words), 0, len(passage(HARBOUR).words))
    ((found,),) = extender(pair_of(left, HARBOUR)).extended([[core]])
    assert found == core


@pytest.mark.parametrize(("copy", "slack_words"), [(HARBOUR, 0), (SPUN_HARBOUR, 8)])
def test_a_sentence_grows_to_the_whole_passage_and_no_further(copy: str, slack_words: int) -> None:
    left = f"{ORCHARD} {HARBOUR} {SCHOOL}"
    right = f"{SCHOOL} {copy} {ORCHARD.split('.')[-2]}."
    own, other = len(passage(ORCHARD).words), len(passage(SCHOOL).words)
    length, copied = len(passage(HARBOUR).words), len(passage(copy).words)
    core = Region(own, own + 18, other, other + 18)
    ((found,),) = extender(pair_of(left, right)).extended([[core]])
    assert abs(found.left_start - own) <= slack_words
    assert abs(found.left_end - own - length) <= slack_words
    assert abs(found.right_start - other) <= slack_words
    assert abs(found.right_end - other - copied) <= slack_words
    assert found.evidence > 50


def test_texts_on_other_subjects_give_no_evidence() -> None:
    pair = pair_of(HARBOUR, ORCHARD)
    ((found,),) = extender(pair).extended([[Region(0, 18, 0, 18)]])
    assert found.evidence < 10
