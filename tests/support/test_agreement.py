"""When two quantities agree."""

from __future__ import annotations

import pytest

from credcheck.support.agreement import Agreement, agreement
from tests.support.test_quantities import only


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("12 climbers", "a dozen climbers", "same"),
        ("$1.2bn", "$1,200 million", "same"),
        ("nearly 5,000 runners", "4,962 runners", "compatible"),
        ("5,000 runners", "4,962 runners", "compatible"),
        ("more than 40 homes", "43 homes", "compatible"),
        ("some 40 homes", "43 homes", "compatible"),
        ("about 40 homes", "some 43 homes", "compatible"),
        ("about 6,500 people", "some 5,600 people", "differ"),
        ("34%", "34.4%", "compatible"),
        ("34%", "34.6%", "differ"),
        ("34%", "35%", "differ"),
        ("$1 trillion", "$1.07 trillion", "compatible"),
        ("$20 million", "$22 million", "differ"),
        ("40 to 60 hours", "40 to 108 hours", "differ"),
        ("40-60 hours", "40 to 60 hours", "same"),
        ("Rs1,850", "Rs 1,580", "differ"),
        ("34.4%", "34.43%", "compatible"),
        ("a third of voters", "34 per cent of voters", "compatible"),
        ("82 metres", "269 feet", "same"),
        ("40 to 60 hours", "50 hours", "compatible"),
        ("41 people", "14 people", "differ"),
        ("at least 41 people", "47 people", "differ"),
        ("120 people", "123 people", "differ"),
        ("$5m", "£5m", "other"),
        ("5 people", "5 per cent", "other"),
    ],
)
def test_agreement(left: str, right: str, wanted: Agreement) -> None:
    assert agreement(only(left), only(right)) == wanted
    assert agreement(only(right), only(left)) == wanted
