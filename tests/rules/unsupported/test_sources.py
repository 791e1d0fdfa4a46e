"""How the other sources are put into words."""

from __future__ import annotations

from credcheck.rules.unsupported._sources import listed, seen_from
from credcheck.rules.unsupported.differing_value import RULE
from credcheck.settings import Settings
from credcheck.types import Corpus
from tests.support.texts import examined, judged

RIGHT = "The ferry Aurelia sank off Skarn, killing 14 passengers."
WRONG = "The ferry Aurelia sank off Skarn, killing 41 passengers."


def test_names_in_a_row() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"


def test_a_message_says_what_the_others_give_and_where() -> None:
    texts = {"a": RIGHT, "b": WRONG, "c": RIGHT}
    documents = tuple(examined(name, text) for name, text in texts.items())
    number = {e.document.id: n for n, e in enumerate(documents)}
    corpus = Corpus(documents, number, (), (), judged(texts), Settings())
    (finding,) = RULE.find(corpus)
    assert finding.message == "“41” here, “14” in a and c"
    assert finding.span.of(WRONG) == "41"


def test_a_file_beside_the_own_one_is_named_without_its_folder() -> None:
    assert seen_from("news/a.txt", "news/b.txt") == "b.txt"
    assert seen_from("news/a.txt", "news/old/b.txt") == "old/b.txt"
    assert seen_from("news/a.txt", "wire/b.txt") == "wire/b.txt"
    assert seen_from("a.txt", "wire/b.txt") == "wire/b.txt"
