"""What belongs together, and digests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from credcheck.align.exact import Region
from credcheck.align.regions import are_near, digests, merged, strongest

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12), st.integers(0, 60), st.integers(1, 12))
REGIONS = st.lists(
    SPANS.map(lambda s: Region(s[0], s[0] + s[1], s[2], s[2] + s[3], float(s[1]))), max_size=8
)


@given(REGIONS, st.integers(0, 10))
def test_after_merging_no_two_are_near_and_nothing_is_lost(found: list[Region], gap: int) -> None:
    joined = merged(found, gap)
    for place, one in enumerate(joined):
        assert not any(are_near(one, other, gap) for other in joined[place + 1 :])
    for region in found:
        assert any(whole.hull(region) == whole for whole in joined)


@given(REGIONS)
def test_of_rivals_the_one_with_more_evidence_stays(found: list[Region]) -> None:
    kept = strongest(found)
    assert set(kept) <= set(found)
    if found:
        assert max(r.evidence for r in kept) == max(r.evidence for r in found)
    for place, one in enumerate(kept):
        for other in kept[place + 1 :]:
            common = min(one.left_end, other.left_end) - max(one.left_start, other.left_start)
            assert common <= 0.5 * min(one.left_words, other.left_words)


PIECES = [
    Region(0, 20, 300, 320, 25.0),
    Region(21, 40, 40, 60, 25.0),
    Region(42, 60, 480, 500, 25.0),
]


def test_sentences_from_all_over_a_text_make_a_digest_of_it() -> None:
    assert digests(PIECES, 400, 600) == [Region(0, 60, 0, 600)]
    turned = [piece.turned() for piece in PIECES]
    assert digests(turned, 600, 400) == [Region(0, 600, 0, 60)]


def test_pieces_that_say_little_make_no_digest() -> None:
    weak = [replace(piece, evidence=15.0) for piece in PIECES]
    assert digests(weak, 400, 600) == weak


def test_what_lies_together_on_both_sides_is_no_digest() -> None:
    near = [
        Region(0, 20, 100, 120, 40.0),
        Region(21, 40, 80, 99, 40.0),
        Region(42, 60, 121, 140, 40.0),
    ]
    assert digests(near, 400, 600) == near


def test_two_long_passages_are_no_digest() -> None:
    two = [Region(0, 150, 0, 150, 40.0), Region(152, 300, 1500, 1650, 40.0)]
    assert digests(two, 400, 2000) == two


def test_pieces_with_much_between_them_are_no_digest() -> None:
    apart = [
        Region(0, 20, 300, 320, 40.0),
        Region(40, 60, 40, 60, 40.0),
        Region(80, 100, 480, 500, 40.0),
    ]
    assert digests(apart, 400, 600) == apart
