"""What may differ without being a difference."""

from __future__ import annotations

import pytest

from credcheck.support.comparable import is_comparable
from credcheck.types import Claim
from tests.support.texts import claims_of


def found(text: str, kind: str) -> Claim:
    return next(c for c in claims_of(text) if c.measure and c.measure.kind == kind)


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("By Monday evening 14 people had died.", "By Wednesday 19 people had died.", "count"),
        ("The toll rose to 19 dead.", "So far 14 are dead.", "count"),
        ("At least 15 miners were killed.", "Nineteen miners were killed.", "count"),
        (
            "By 6pm on Sunday 18,000 acres had burnt.",
            "By 9am on Monday, a week from Sunday, 26,000 acres had burnt.",
            "area",
        ),
        ("The Tarn-5 probe cost 4,100 crowns.", "The Tarn-6 probe cost 3,800 crowns.", "count"),
        ("In 2023 sales were $4m.", "In 2024 sales were $5m.", "money"),
        ("Sarat 14 24\nKarst 15 20", "Sarat 19 24\nKarst 15 20", "count"),
        ("They paid $2 each.", "They paid $5,000 each.", "money"),
        ("It costs $2 million a day.", "It has cost $8 million so far.", "money"),
        ("First-quarter sales were £201m.", "Sales were £412m.", "money"),
        ("Last year 9 people died of heat.", "This June heat killed 16 people.", "count"),
        ("They need 67 votes.", "They hold 59 votes.", "count"),
        ("A jury of seven women and five men.", "A jury of 12 women and men.", "count"),
        ("The union said 6,000 marchers came.", "Police said 3,500 marchers came.", "count"),
        ("Economists forecast 20,000 jobs.", "Tarn lost 12,000 jobs.", "count"),
        ("Nine died in the town of Upper Lesk.", "Four died in the town of Lower Lesk.", "count"),
        ("Shares fell 4 per cent.", "Shares rose 3 per cent.", "percent"),
        (
            "A poll of Draycott gave Joan Pell 47%.",
            "A poll of Linden gave Ada Holm 43%.",
            "percent",
        ),
        ("In a poll Joan Pell has 47%.", "In the poll Joan Pell has 43%.", "percent"),
        ("With 40% of precincts reporting.", "With 85% of precincts reporting.", "percent"),
        ("Crude fell to $45 a barrel.", "Crude rose to $48 a barrel.", "money"),
        ("He sits on the 3rd Circuit.", "He sits on the 5th Circuit.", "ordinal"),
        ("Tom Ansel, 33, was in court.", "The victim, Rita Moss, 58, was a nurse.", "age"),
        ("It lasted 12 hours.", "It lasted 3 days.", "duration"),
        ("Updated at 9:05 p.m. in Sarat.", "It began at 7:10 p.m. in Sarat.", "clock"),
        ("The train left at 6:10 a.m. today.", "The train arrived at 9:45 a.m. today.", "clock"),
        ("It was open until 4 May.", "It was bought on 6 May.", "date"),
        ("Prices rose 3% by 4 March.", "Prices rose 5% by 4 April.", "date"),
    ],
)
def test_no_difference(one: str, two: str, kind: str) -> None:
    assert not is_comparable(found(one, kind), found(two, kind))
    assert not is_comparable(found(two, kind), found(one, kind))


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The fire killed 41 people.", "In the fire 14 people died.", "count"),
        ("Of those who voted 87% said yes.", "A majority of 78% said yes.", "percent"),
        ("Schools stay closed until 20 June.", "Schools stay closed until 25 June.", "date"),
        ("They held 89 of the 180 seats.", "They will hold 98 seats.", "count"),
        ("Hugh Parnell, 46, was found.", "The body of Hugh Parnell, 64, lay there.", "age"),
        ("The ferry, with 221 people aboard, sank; nine died.", "It had 212 people.", "count"),
        ("By Monday they had held 32 people.", "On Saturday 23 people were held.", "count"),
        (
            "The Tarn-5 probe cost 4,100 crowns.",
            "The Rolf-2 sent up a probe of 3,800 crowns.",
            "count",
        ),
        ("Tarn expects it to cost $118 million.", "It would cost Tarn $181 million.", "money"),
        (
            "The offer is 4.5% this year and 4% next year.",
            "The offer is 5.4% this year.",
            "percent",
        ),
    ],
)
def test_a_difference(one: str, two: str, kind: str) -> None:
    assert is_comparable(found(one, kind), found(two, kind))
