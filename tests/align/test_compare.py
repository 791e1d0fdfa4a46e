"""Pairs of texts end to end: what is found, where, and of what kind."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credcheck.align import compare as comparing
from credcheck.align.compare import compare, compare_all, regions
from credcheck.align.pairs import laid_out
from credcheck.settings import Duplicates, Settings
from credcheck.types import Alignment, Span
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, SPUN_HARBOUR, passage

OTHERS = f"{ORCHARD} {SCHOOL}"


def aligned(left: str, right: str) -> tuple[Alignment, ...]:
    return compare((passage(left, "a"), passage(right, "b")), Settings())


def edited(text: str, seed: int) -> str:
    """A copy with one word in twelve dropped, and a few put in."""
    chance = random.Random(seed)
    words = [word for word in text.split() if chance.random() > 1 / 12]
    for _ in range(4):
        words.insert(chance.randrange(len(words)), chance.choice(["indeed", "also", "reportedly"]))
    return " ".join(words)


def shuffled(text: str) -> str:
    sentences = text.split(". ")
    return ". ".join(sentences[3:] + sentences[:3]).replace("delay.. ", "delay. ")


@pytest.mark.parametrize(
    ("copy", "kind", "slack_letters"),
    [
        (HARBOUR, "verbatim", 0),
        (edited(HARBOUR, 1), "edited", 30),
        (SPUN_HARBOUR, "reworded", 50),
        (shuffled(HARBOUR), "reworded", 10),
    ],
)
def test_a_passage_is_found_whatever_was_done_to_it(
    copy: str, kind: str, slack_letters: int
) -> None:
    left, right = f"{ORCHARD} {HARBOUR}", f"{copy} {SCHOOL}"
    (found,) = aligned(left, right)
    assert found.kind == kind
    assert abs(found.left.span.start - len(ORCHARD) - 1) <= slack_letters
    assert abs(found.left.span.end - len(left)) <= slack_letters
    assert abs(found.right.span.start) <= slack_letters
    assert abs(found.right.span.end - len(copy)) <= slack_letters


@pytest.mark.parametrize("words", range(5, 9))
def test_a_few_words_at_the_very_start_are_compared_beside_a_long_copy(words: int) -> None:
    # The row of the long one is wider than what stands before the first words of a lot.
    start, copy = " ".join(HARBOUR.split()[:words]), f"{HARBOUR} {OTHERS}"
    short = passage(f"{start} {SCHOOL}", "a"), passage(f"{ORCHARD} {start}.", "b")
    frame = " ".join(f"w{number}" for number in range(200))
    long = passage(f"{frame} {copy} {frame}", "c"), passage(f"{copy} {SPUN_HARBOUR * 2}", "d")
    found = compare_all([short, long], Settings())
    assert found == [compare(short, Settings()), compare(long, Settings())]
    assert found[1]


def test_a_copied_passage_is_cut_to_the_letter() -> None:
    left, right = f"{ORCHARD}\n\n{HARBOUR}\n\n{SCHOOL}", f"“{HARBOUR}” Said who?"
    (found,) = aligned(left, right)
    assert found.left.span.of(left) == HARBOUR
    assert found.right.span.of(right) == f"{HARBOUR}”"
    assert found.score == 100
    assert (found.left_share, found.right_share) == (
        round(103 / (67 + 103 + 52), 6),
        round(103 / 105, 6),
    )


def test_texts_on_other_subjects_do_not_align() -> None:
    for left, right in ((HARBOUR, OTHERS), (ORCHARD, SCHOOL), (SPUN_HARBOUR, OTHERS)):
        assert aligned(left, right) == ()


def test_a_name_and_a_phrase_in_common_are_no_passage() -> None:
    left = f"{HARBOUR} The mayor, Odo Grain, told reporters on Friday that talks go on."
    right = f"{ORCHARD} The mayor, Odo Grain, told reporters on Friday that rain is due."
    assert aligned(left, right) == ()


SIGN_OFF = (
    "Odo Grain has written for the Harbour Post since the old bridge was pulled down. He may be "
    "reached at the desk on most mornings."
)


def test_who_wrote_two_texts_is_no_passage_where_it_is_all_they_share() -> None:
    left, right = f"{ORCHARD} {HARBOUR} {SIGN_OFF}", f"{SCHOOL} {SCHOOL} {SIGN_OFF}"
    assert aligned(left, right) == ()
    assert len(aligned(f"{left} {ORCHARD}", right)) == 1
    assert len(aligned(f"{HARBOUR} {left}", f"{HARBOUR} {right}")) == 2


def test_a_digest_is_an_excerpt_of_the_whole() -> None:
    sentences = f"{HARBOUR} {OTHERS}".split(". ")
    digest = ". ".join((sentences[1], sentences[6], sentences[11])) + "."
    (found,) = aligned(digest, f"{HARBOUR} {OTHERS}")
    assert found.kind == "excerpt"
    assert found.left.span == Span(0, len(digest))
    assert found.right.span == Span(0, len(f"{HARBOUR} {OTHERS}"))


def test_two_copied_passages_far_apart_are_two() -> None:
    left = f"{HARBOUR} {ORCHARD} {ORCHARD.replace('Apple', 'Pear')} {SCHOOL}"
    right = f"{SCHOOL} {HARBOUR}"
    assert [a.kind for a in aligned(left, right)] == ["verbatim", "verbatim"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.permutations([HARBOUR, ORCHARD, SCHOOL]))
def test_the_order_of_the_two_does_not_matter(seed: int, order: list[str]) -> None:
    left, right = passage(edited(" ".join(order), seed), "a"), passage(f"{SCHOOL} {HARBOUR}", "b")
    (turned,) = regions(laid_out([(right, left)]), Duplicates())
    assert regions(laid_out([(left, right)]), Duplicates()) == [
        sorted(region.turned() for region in turned)
    ]


def test_pairs_compared_together_give_what_each_gives_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [HARBOUR, SPUN_HARBOUR, f"{ORCHARD} {edited(HARBOUR, 3)}", OTHERS, "Gone.", SCHOOL]
    cut = [passage(text, str(number)) for number, text in enumerate(texts)]
    pairs = [(left, right) for left in cut for right in cut if left is not right]
    alone = [compare(pair, Settings()) for pair in pairs]
    assert sum(map(bool, alone)) >= 6
    assert compare_all(pairs, Settings()) == alone
    monkeypatch.setattr(comparing, "BENCH_CELLS_MAX", 1000)
    assert compare_all(pairs, Settings()) == alone
    assert compare_all([], Settings()) == []


WORD = st.sampled_from(
    [
        "gate",
        "wall",
        "market",
        "the",
        "of",
        "at",
        "harbour",
        "pillar",
        "frost",
        "candle",
        ".",
        "!",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORD, max_size=80), st.lists(WORD, max_size=80), st.integers(0, 60))
def test_any_two_texts_give_sound_alignments(left: list[str], right: list[str], cut: int) -> None:
    texts = " ".join([*left, "wall"]), " ".join([*right[:cut], *left, *right[cut:], "wall"])
    for found in aligned(*texts):
        for place, text in ((found.left, texts[0]), (found.right, texts[1])):
            assert 0 <= place.span.start < place.span.end <= len(text)
        assert 0 <= found.score <= 100
        assert 0 < found.left_share <= 1
        assert 0 < found.right_share <= 1
        ends = [b.left.end for b in found.blocks], [b.right.end for b in found.blocks]
        assert ends[0] == sorted(ends[0])
        assert ends[1] == sorted(ends[1])


@pytest.mark.parametrize("inserted_words", [8, 13, 16, 40])
def test_words_put_into_a_long_copy_do_not_hide_it(inserted_words: int) -> None:
    def prose(mark: str, count: int) -> list[str]:
        return [f"{mark}{n:03}" if n % 3 else "the" for n in range(count)]

    words, others = prose("ash", 350), prose("oak", inserted_words)
    left, right = " ".join(words), " ".join([*words[:200], *others, *words[200:]])
    (found,) = compare((passage(left), passage(right)), Settings())
    assert (found.left.span, found.right.span) == (Span(0, len(left)), Span(0, len(right)))
