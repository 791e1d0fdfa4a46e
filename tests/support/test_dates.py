"""Dates and times as stated, and when two of them can be one."""

from __future__ import annotations

from datetime import date

import pytest

from credcheck.support.dates import Moment, is_same_moment, moments


def only(text: str, written: date | None = None) -> Moment:
    (found,) = moments(text, written)
    return found


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("on April 19", "date", "-04-19"),
        ("April 19, 2025", "date", "2025-04-19"),
        ("19 April 2025", "date", "2025-04-19"),
        ("the 3rd of May 2022", "date", "2022-05-03"),
        ("Nov. 3, 2020", "date", "2020-11-03"),
        ("2024-03-11", "date", "2024-03-11"),
        ("in August 2021", "month", "2021-08"),
        ("in May", "month", "-05"),
        ("since 2021", "year", "2021"),
        ("on Tuesday", "weekday", "tuesday"),
        ("Tuesday 14 May", "date", "-05-14"),
        ("at 3.40pm", "clock", "15:40"),
        ("at 15:40", "clock", "15:40"),
        ("at 12.05 am", "clock", "00:05"),
        ("at noon", "clock", "12:00"),
    ],
)
def test_reads(text: str, kind: str, value: str) -> None:
    found = only(text)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    "text", ["it may rain", "2,100 votes", "up 3.50 percent", "2021-22 budget"]
)
def test_leaves_alone(text: str) -> None:
    assert moments(text) == ()


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("3 May", "5 May", False),
        ("3 May", "May 3, 2024", True),
        ("May 2024", "2024", True),
        ("on Tuesday", "on Wednesday", False),
        ("on Tuesday", "14 May 2024", True),
        ("on Tuesday", "15 May 2024", False),
        ("on Tuesday", "14 May", None),
        ("shortly after 5pm", "at 5.10pm", True),
        ("at 9.20 pm", "at 8.50 pm", False),
        ("at 11.58 pm", "at 12.01 am", True),
        ("at 5pm", "in 2024", None),
    ],
)
def test_same_moment(left: str, right: str, wanted: bool | None) -> None:
    assert is_same_moment(only(left), only(right)) is wanted
    assert is_same_moment(only(right), only(left)) is wanted


def test_a_weekday_is_a_date_where_the_day_of_writing_is_known() -> None:
    thursday = date(2024, 5, 16)
    assert only("on Tuesday", thursday).value == "2024-05-14"
    assert only("next Tuesday", thursday).value == "2024-05-21"
    assert only("on Thursday", thursday).value == "2024-05-16"
