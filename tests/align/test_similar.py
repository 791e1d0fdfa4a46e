"""Sentences that are much alike."""

from __future__ import annotations

from credcheck.align.exact import Region
from credcheck.align.pairs import laid_out
from credcheck.align.similar import like_sentences
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, SPUN_HARBOUR, passage


def numbers(left: str, right: str, known: tuple[Region, ...] = ()) -> set[tuple[int, int]]:
    """Which sentences, by number, are alike."""
    pair = laid_out([(passage(left), passage(right))])
    middle, end = pair.sentence_starts[1:].tolist()
    lefts = (pair.sentences[:middle] - pair.starts[0]).tolist()
    rights = (pair.sentences[middle:end] - pair.starts[1]).tolist()
    (regions,) = like_sentences(pair, [known])
    return {(lefts.index(r.left_start), rights.index(r.right_start)) for r in regions}


def test_a_sentence_is_like_itself_and_no_other() -> None:
    assert numbers(HARBOUR, HARBOUR) == {(n, n) for n in range(6)}


def test_the_order_of_words_does_not_matter() -> None:
    sentence = HARBOUR.split(".")[0]
    shuffled = " ".join(reversed(sentence.split()))
    assert numbers(f"{sentence}. {ORCHARD}", f"{SCHOOL} {shuffled}.") == {(0, 3)}


def test_a_spun_sentence_is_still_like_its_original() -> None:
    found = numbers(SPUN_HARBOUR, HARBOUR)
    assert len(found) >= 3
    assert all(left == right for left, right in found)


def test_texts_on_other_subjects_have_none() -> None:
    assert numbers(HARBOUR, ORCHARD) == numbers(SCHOOL, ORCHARD) == set()


def test_what_is_known_is_left_out() -> None:
    end = passage(HARBOUR).sentences[3]
    assert numbers(HARBOUR, HARBOUR, (Region(0, end, 0, end),)) == {(3, 3), (4, 4), (5, 5)}


def test_pairs_side_by_side_are_looked_at_one_by_one() -> None:
    texts = [(HARBOUR, ORCHARD), (SPUN_HARBOUR, HARBOUR), (SCHOOL, f"{ORCHARD} {SCHOOL}")]
    pairs = [(passage(left), passage(right)) for left, right in texts]
    alone = [like_sentences(laid_out([pair]), [[]])[0] for pair in pairs]
    assert like_sentences(laid_out(pairs), [[], [], []]) == alone
    assert [bool(found) for found in alone] == [False, True, True]
