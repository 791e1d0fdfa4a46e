"""The measures of the PAN task, on cases reckoned by hand."""

from __future__ import annotations

import pytest

from benchmarks.accuracy.plagdet import Match, score
from credcheck.types import Span


def match(left: tuple[int, int], right: tuple[int, int]) -> Match:
    return Match(Span(*left), Span(*right))


CASE = match((0, 100), (200, 300))


def test_a_perfect_detection_scores_one() -> None:
    found = score([([CASE], [CASE])])
    assert (found.precision, found.recall, found.granularity, found.plagdet) == (1, 1, 1, 1)


def test_half_of_one_side_is_a_quarter_missed() -> None:
    found = score([([CASE], [match((0, 50), (200, 300))])])
    assert (found.precision, found.recall) == (1, 0.75)
    assert found.plagdet == pytest.approx(2 * 0.75 / 1.75)


def test_too_much_costs_precision() -> None:
    found = score([([CASE], [match((0, 200), (200, 400))])])
    assert (found.precision, found.recall) == (0.5, 1)


def test_two_detections_of_one_case_cost_granularity() -> None:
    halves = [match((0, 50), (200, 250)), match((50, 100), (250, 300))]
    found = score([([CASE], halves)])
    assert (found.precision, found.recall, found.granularity) == (1, 1, 2)
    assert found.plagdet == pytest.approx(1 / 1.584962500721156)


def test_characters_found_twice_count_once() -> None:
    twice = [match((0, 60), (200, 260)), match((40, 60), (240, 260))]
    assert score([([CASE], twice)]).recall == 0.6


def test_overlap_on_one_side_only_detects_nothing() -> None:
    found = score([([CASE], [match((0, 100), (500, 600))])])
    assert (found.precision, found.recall, found.plagdet) == (0, 0, 0)


def test_cases_and_detections_count_alike_whatever_their_length() -> None:
    long = match((1000, 3000), (1000, 3000))
    found = score([([CASE, long], [long]), ([], [CASE])])
    assert (found.precision, found.recall, found.cases, found.detections) == (0.5, 0.5, 2, 2)
