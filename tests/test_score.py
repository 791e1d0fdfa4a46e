"""Scores: every figure can be recomputed by hand from the findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.counted import words
from credcheck.score import quality, score, share
from credcheck.types import (
    Claim,
    ClaimStatus,
    Document,
    Examined,
    Finding,
    Judgement,
    Metrics,
    Severity,
    Source,
    Span,
)

TEXT = "one two three four five six seven eight nine ten"
PLAIN = Examined(Document("a", Source("a"), TEXT, TEXT), (), (), (), 10)


def finding(rule: str, start: int, end: int) -> Finding:
    severity: Severity = "error" if rule.startswith(("BRK", "ERR")) else "warning"
    return Finding(rule, "a", Span(start, end), "", severity)


def judgement(status: ClaimStatus) -> Judgement:
    return Judgement(Claim("a", Span(0, 3), "number", "1", Span(0, 3)), status)


def test_a_clean_file_scores_in_full() -> None:
    line = score(PLAIN, (), ())
    assert line.metrics == Metrics(0.0, 0.0, 0.0, None)
    assert (line.quality, line.verdict, line.counts) == (100, "clean", ())


def test_metrics_are_shares_of_words() -> None:
    found = (
        finding("SPN101", 0, 7),
        finding("SPN102", 4, 7),
        finding("BRK301", 8, 13),
        finding("DUP101", 0, len(TEXT)),
        finding("BRK503", 0, len(TEXT)),
    )
    line = score(replace(PLAIN, spun="spun"), found, ())
    assert line.metrics == Metrics(0.2, 0.1, 1.0, None)
    assert line.counts == (
        ("BRK301", 1),
        ("BRK503", 1),
        ("DUP101", 1),
        ("SPN101", 1),
        ("SPN102", 1),
    )


def test_unsupported_is_a_share_of_judged_claims() -> None:
    judged = [judgement("supported"), judgement("differs"), judgement("only-here")]
    line = score(PLAIN, (), judged)
    assert line.metrics.unsupported == pytest.approx(1 / 3)
    assert (line.claims, line.unsupported_claims) == (3, 1)


def test_of_spun_and_broken_the_heavier_is_the_verdict() -> None:
    spun = replace(PLAIN, spun="spun")
    assert score(spun, (finding("SPN101", 0, 30),), ()).verdict == "spun"
    assert score(spun, (finding("SPN101", 0, 3), finding("BRK202", 4, 40)), ()).verdict == "broken"
    assert score(replace(PLAIN, spun="suspect"), (), ()).verdict == "suspect"


def test_unreadable_is_a_file_of_which_not_a_word_was_read() -> None:
    fault = finding("ERR001", 0, 0)
    line = score(replace(PLAIN, words=0), (fault,), ())
    assert (line.verdict, line.quality) == ("unreadable", 0)
    assert score(PLAIN, (replace(fault, rule="ERR006", severity="info"),), ()).verdict == "clean"


def test_a_warning_breaks_no_word() -> None:
    wall = replace(finding("BRK304", 0, 20), severity="warning")
    assert score(PLAIN, (wall,), ()).metrics.broken == 0
    assert score(PLAIN, (replace(wall, severity="error"),), ()).metrics.broken == 0.5


def test_the_finding_about_the_whole_text_is_no_share_of_it() -> None:
    assert score(PLAIN, (finding("SPN100", 0, len(TEXT)),), ()).metrics.spun == 0


@given(st.lists(st.tuples(st.integers(0, 47), st.integers(1, 20)), max_size=6))
def test_share_counts_each_touched_word_once(places: list[tuple[int, int]]) -> None:
    starts = words(TEXT)
    spans = [Span(start, min(len(TEXT), start + size)) for start, size in places]
    touched = {
        number
        for number, start in enumerate(starts)
        for span in spans
        if span.start < (starts[number + 1] if number + 1 < len(starts) else 99)
        and start < span.end
    }
    assert share(starts, spans) == pytest.approx(len(touched) / len(starts))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_quality_falls_with_every_metric(spun: float, broken: float, duplicate: float) -> None:
    whole = quality(Metrics(spun, broken, duplicate, None))
    assert 0 <= whole <= quality(Metrics(spun, 0, duplicate, None)) <= 100
    assert quality(Metrics(spun, broken, duplicate, 1.0)) == whole
