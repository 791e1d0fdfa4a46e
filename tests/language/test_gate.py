from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from credcheck.language.gate import GATE, LEAST_WORDS, mean_evidence


@given(st.integers(1, 5000))
def test_the_bars_are_in_order_and_fall_with_length(words: int) -> None:
    clear, suspect, spun = (GATE.bar(name, words) for name in ("clear", "suspect", "spun"))
    assert clear < suspect < spun
    assert GATE.bar("spun", words + 50) <= spun


@given(st.integers(1, LEAST_WORDS - 1), st.floats(0, 0.3))
def test_a_short_text_is_clean_or_spun(words: int, score: float) -> None:
    assert GATE.verdict(score, words) in ("clean", "spun")


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(-1, 8)), max_size=20))
def test_more_evidence_never_lowers_the_mean(evidence: list[tuple[int, float]]) -> None:
    assert mean_evidence([*evidence, (9, 2.0)], 100) > mean_evidence(evidence, 100)


def test_weak_evidence_and_repeats_count_little() -> None:
    assert mean_evidence([(1, 0.4)], 100) == 0
    repeated = mean_evidence([(1, 3.0)] * 50, 100)
    assert repeated < mean_evidence([(key, 3.0) for key in range(3)], 100)
    assert mean_evidence([], 0) == 0
