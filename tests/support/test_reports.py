"""Two reports side by side."""

from __future__ import annotations

import pytest

from credcheck.support.reports import Pair, Report, tokens
from tests.support.texts import claims_of

LEFT = (
    "The Merev dam above Sarat burst on Tuesday, killing 41 people in three villages. "
    "The Merev dam was built by prisoners of war and held water for Sarat. "
    "A baker in Sarat gave out bread to the homeless families."
)
RIGHT = (
    "A baker in Sarat gave bread to homeless families near the Merev dam. "
    "Rescuers said the Merev dam above Sarat burst and killed 41 people in three villages."
)


@pytest.fixture(name="pair")
def _pair() -> Pair:
    return Pair(Report.of(claims_of(LEFT), LEFT), Report.of(claims_of(RIGHT), RIGHT))


def test_the_sentences_on_one_thing_are_nearest(pair: Pair) -> None:
    burst, _, baker = pair.left.order
    bread, killed = pair.right.order
    assert pair.likeness(burst, killed) > pair.likeness(burst, bread)
    assert pair.likeness(baker, bread) > pair.likeness(baker, killed)
    assert 0.0 <= pair.likeness(burst, killed) <= 1.0


def test_margins_are_those_over_the_next_best(pair: Pair) -> None:
    burst, _, _ = pair.left.order
    bread, killed = pair.right.order
    least, most = pair.margins(burst, killed)
    assert 0 < least <= most
    assert pair.margins(burst, bread)[0] < 0


def test_a_word_in_every_sentence_says_little(pair: Pair) -> None:
    single = Report.of(claims_of(LEFT.split(". ", maxsplit=1)[0] + "."), LEFT)
    alone = Pair(single, single)
    assert pair.weight("merev") < alone.weight("merev")


def test_what_stands_beside_counts(pair: Pair) -> None:
    _, second, _ = pair.left.order
    bread, killed = pair.right.order
    assert pair.beside(second, killed) == max(
        pair.likeness(pair.left.order[0], bread),
        pair.likeness(pair.left.order[0], killed),
        pair.likeness(pair.left.order[2], bread),
        pair.likeness(pair.left.order[2], killed),
    )


def test_tokens_know_names_and_grammar() -> None:
    found = tokens("The dam above Sarat burst.")
    assert [t.key for t in found if t.is_name] == ["sarat"]
    assert [t.is_content for t in found][:2] == [False, True]
