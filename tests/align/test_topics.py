"""Files on one subject are near, and what they share does not count."""

from __future__ import annotations

from credcheck.align.topics import Topics
from credcheck.types import Alignment, Place, Span
from tests.align.texts import HARBOUR, ORCHARD, SCHOOL, passage

COMMON = " ".join(f"the {word} of many things was said to be there" for word in ("state", "end"))


def filler(name: str) -> str:
    return " ".join(f"{name}{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(80))


def topics() -> Topics:
    texts = {
        "a": f"{HARBOUR} {filler('one')}",
        "b": f"{HARBOUR} {filler('two')}",
        "c": f"{ORCHARD} {filler('three')} {COMMON}",
        "d": f"{SCHOOL} {filler('four')} {COMMON}",
        "e": SCHOOL,
    }
    return Topics.of([passage(text, id) for id, text in texts.items()])


def whole(left: str, right: str) -> Alignment:
    span = Span(0, len(HARBOUR))
    return Alignment(Place(left, span), Place(right, span), 100.0, "verbatim", ())


def test_files_that_use_the_same_rare_words_are_near() -> None:
    known = topics()
    near, far = known.likeness("a", "b", ()), known.likeness("a", "c", ())
    assert near is not None
    assert far is not None
    assert near > 0.2
    assert far < 0.1


def test_what_is_shared_does_not_count() -> None:
    assert topics().likeness("a", "b", [whole("a", "b")]) == 0.0


def test_a_short_file_says_too_little() -> None:
    assert topics().likeness("a", "e", ()) is None


def test_words_that_no_file_asked_holds_are_the_rarest() -> None:
    some = [passage(HARBOUR, "a"), passage(f"{HARBOUR} {filler('x')}", "b")]
    known = Topics.of(some[:1])
    both = Topics({p.document: p for p in some}, known.stems, known.weights, known.unseen)
    assert 0.0 < (both.likeness("a", "b", ()) or 0.0) < 1.0
