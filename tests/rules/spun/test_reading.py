"""What the rules about spun text share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.spun import Substitution
from credcheck.rules.spun import _reading
from credcheck.settings import Settings
from credcheck.types import Document, Prose, Source, Span
from tests.rules.spun.spun_texts import CLEAN, SPUN, prose


def substitution(**changes: object) -> Substitution:
    values: dict[str, object] = {
        "start": 4,
        "end": 9,
        "text": "aided",
        "repair": "helped",
        "log_likelihood_ratio": 2.0,
        "log_odds": 1.0,
        "alternatives": (("helped", 0.7), ("served", 0.2)),
        "occurrences": 3,
    }
    return Substitution(**{**values, **changes})  # type: ignore[arg-type]


def test_one_reading_serves_all_rules() -> None:
    assert _reading.reading(prose(SPUN)) is _reading.reading(prose(SPUN))


def test_furniture_is_not_read() -> None:
    menu = "Overseas Minister In keeping with Go to\n"
    text = menu + SPUN
    document = Document("a", Source("a"), text, text)
    reading = _reading.reading(Prose(document, Settings(), (Span(0, len(menu)),)))
    assert min(found.start for found in reading.substitutions) >= len(menu)
    for found in reading.substitutions:
        assert text[found.start : found.end] == found.text


def test_quotations_are_what_stands_between_the_marks() -> None:
    text = 'He said: "We are here now." She said: “So it would seem.” It is 6" by 9" long.'
    assert [span.of(text) for span in _reading.quotations(text)] == [
        "We are here now.",
        "So it would seem.",
    ]


def test_inside_and_touching() -> None:
    spans = [Span(2, 5), Span(8, 12)]
    assert _reading.is_inside(spans, Span(8, 12))
    assert not _reading.is_inside(spans, Span(4, 6))
    assert not _reading.is_inside(spans, Span(0, 1))
    assert _reading.touches(spans, Span(4, 6))
    assert not _reading.touches(spans, Span(5, 8))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=20), st.integers(0, 60), st.integers(1, 9))
def test_touching_as_by_looking_at_each(bounds: list[int], start: int, length: int) -> None:
    sorted_bounds = sorted(set(bounds))
    pairs = zip(sorted_bounds[::2], sorted_bounds[1::2], strict=False)
    spans = [Span(low, high) for low, high in pairs]
    span = Span(start, start + length)
    assert _reading.touches(spans, span) == any(other.overlaps(span) for other in spans)
    assert _reading.is_inside(spans, span) == any(other.contains(span) for other in spans)


def test_score_is_a_share_of_belief() -> None:
    assert _reading.score(0.0) == 0.5
    assert _reading.score(3.0) == 0.953


def test_evidence_names_the_others_and_the_repeats() -> None:
    (evidence,) = _reading.evidence(substitution())
    assert evidence.detail == (
        "'helped' is likelier here by a log-ratio of 2.0; also weighed: 'served' (20%); "
        "3 times in this file"
    )
    (alone,) = _reading.evidence(substitution(alternatives=(("helped", 1.0),), occurrences=1))
    assert alone.detail == "'helped' is likelier here by a log-ratio of 2.0"


def test_the_article_before_a_repair_is_part_of_it() -> None:
    text = "It was a main role."
    found = substitution(start=9, end=13, text="main", repair="important")
    edits = _reading.match(text, found).edits
    assert [(edit.span.of(text), edit.text) for edit in edits] == [
        ("a", "an"),
        ("main", "important"),
    ]


def test_an_acronym_becomes_no_other() -> None:
    assert _reading.is_other_acronym(substitution(text="ISIL", repair="ISIS"))
    assert not _reading.is_other_acronym(substitution(text="USA", repair="United States"))


def test_a_surname_that_stands_in_a_dictionary_is_no_swap() -> None:
    text = "The mayor, Paulo Reis, and the Civil Guard agreed on the reis."
    reis, civil = (
        substitution(text=word, start=text.index(word), end=text.index(word) + len(word))
        for word in ("Reis", "Civil")
    )
    assert _reading.is_rare_name(text, reis)
    assert not _reading.is_rare_name(text, civil)
    small = substitution(text="reis", start=text.rindex("reis"), end=text.rindex("reis") + 4)
    assert not _reading.is_rare_name(text, small)


def test_a_number_becomes_no_other() -> None:
    assert _reading.is_other_number(substitution(text="Sixty", repair="Fifty"))
    assert not _reading.is_other_number(substitution(text="four", repair="for"))


def test_words_inside_names() -> None:
    text = "Security is poor, the Civil Guard said."
    assert _reading.is_in_name(text, text.index("Civil"), text.index(" Guard"))
    assert not _reading.is_in_name(text, 0, 8)
    assert not _reading.is_in_name(text, text.index("poor"), text.index(","))


def test_strong_are_those_with_good_odds() -> None:
    reading = _reading.reading(prose(SPUN))
    strong = _reading.strong(reading, SPUN)
    assert strong
    assert min(s.log_odds for s in strong) >= _reading.ODDS_MIN
    assert _reading.strong(_reading.reading(prose(CLEAN)), CLEAN) == ()


@pytest.mark.parametrize(
    ("text", "word", "is_lone"),
    [
        ("the visit by Borel ended", "Borel", True),
        ("the visit by Ana Borel ended", "Borel", False),
        ("Borel left. So did the aide of Borel", "Borel", True),
        ("the talks on Might 14 ended", "Might", False),
        ("Security is poor. The ministry of Security said security was good", "Security", False),
        ("the Overseas Ministry said", "Overseas", False),
        ("It ended. Usually he stays", "Usually", False),
        ("the visit by nobody ended", "nobody", False),
    ],
)
def test_lone_names(text: str, word: str, is_lone: bool) -> None:
    start = text.index(word)
    assert _reading.is_lone_name(text, start, start + len(word)) == is_lone


@pytest.mark.parametrize(
    ("repair", "written", "expected"),
    [
        ("law enforcement", "regulation enforcement", "law enforcement"),
        ("law enforcement", "Regulation enforcement", "Law enforcement"),
        ("ministry of defence", "Ministry of Protection", "Ministry of Defence"),
        ("middle east", "CENTER EAST", "MIDDLE EAST"),
    ],
)
def test_capitals_of_a_repair(repair: str, written: str, expected: str) -> None:
    assert _reading.cased(repair, written) == expected


def test_certain_phrases_need_no_reading_and_can_be_allowed() -> None:
    text = "The Overseas Minister left for the Center East."
    assert [span.of(text) for span in _reading.known_spans(prose(text))] == [
        "Overseas Minister",
        "Center East",
    ]
    allowing = prose(text, Settings(allow=("center east",)))
    assert [span.of(text) for span in _reading.known_spans(allowing)] == ["Overseas Minister"]
