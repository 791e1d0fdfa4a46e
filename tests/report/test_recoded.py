from __future__ import annotations

from dataclasses import replace

import pytest

from credcheck.report.recoded import RecodeError, recoded
from credcheck.report.view import view
from tests.report.made import report

VIEW = view(report())


@pytest.mark.parametrize("unit", ["utf-32", "utf-16", "utf-8"])
def test_counting_later_is_counting_at_once(unit: str) -> None:
    at_once = view(report(), unit)  # type: ignore[arg-type]
    later = recoded(VIEW, unit)  # type: ignore[arg-type]
    assert replace(later, text_of=at_once.text_of) == at_once


def test_a_text_that_has_gone_is_named() -> None:
    with pytest.raises(RecodeError, match=r"ferry\.txt: gone or changed"):
        recoded(replace(VIEW, text_of=lambda _: None), "utf-8")


def test_only_code_points_can_be_counted_anew() -> None:
    with pytest.raises(RecodeError, match="counts in utf-16"):
        recoded(view(report(), "utf-16"), "utf-8")
