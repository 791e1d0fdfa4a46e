"""How exactly a number is said, and which values its wording and its roundness allow."""

from __future__ import annotations

import re
from typing import Literal

Hedge = Literal["exact", "about", "least", "most", "vague"]
_HEDGE = re.compile(
    r"\b(?:(?P<about>about|around|roughly|some|approximately|an estimated|estimated at|circa|or so)"
    r"|(?P<near>almost|nearly|close to|just under|just short of|approaching)"
    r"|(?P<least>at least|at the least|more than|over|greater than|upwards of|in excess of"
    r"|exceed(?:ed|ing)|surpass(?:ed|ing)|topped|just over|minimum of|no fewer than|well over)"
    r"|(?P<most>up to|as many as|as much as|fewer than|less than|under|below|at most|a maximum of))"
    r"\s+(?:the |a |an |another )?$",
    re.I,
)
_AFTER_LEAST = re.compile(r"\s*(?:or more|-?plus\b|\+)", re.I)
_AFTER_ABOUT = re.compile(r"\s*(?:\w+ )?or so\b", re.I)
_FEWEST_SIGNIFICANT = 100
# "$1 trillion" is written for 1.07: how far a single digit with a scale may be from the value.
LOOSEST, LOOSEST_DIGIT, LEAST_SCALE = 0.03, 0.08, 1e6


def grain_of(value: float) -> float:
    """The worth of the last digit that is not 0; 1 below a hundred, where zeros are meant."""
    if value < _FEWEST_SIGNIFICANT or value != int(value):
        return 1.0
    whole, grain = int(value), 1
    while whole % 10 == 0:
        whole //= 10
        grain *= 10
    return float(grain)


def hedge_at(text: str, start: int, end: int) -> Hedge:
    """How exactly the number from `start` to `end` is said: by the words before and after it."""
    before = _HEDGE.search(text, max(0, start - 24), start)
    if before:
        if before["least"]:
            return "least"
        return "most" if before["most"] else "about"
    if _AFTER_LEAST.match(text, end):
        return "least"
    return "about" if _AFTER_ABOUT.match(text, end) else "exact"


def _more(value: float) -> float:
    """
    How far "more than" may reach, times: "over 200" stops short of 300, "over 40" of 50, "at least
    41" is a count.
    """
    if value < 10 or value % 5:
        return 1.0
    return 1.49 if f"{value:.0f}".rstrip("0") in {"1", "2"} else 1.25


def allowed(hedge: Hedge, value: float, high: float, grain: float) -> tuple[float, float]:
    """
    The values a wording allows.

    Plain numbers that end in two zeros or have decimals may be rounded to their last digit that is
    not 0, by LOOSEST at most; "about" allows a tenth, "more than" a quarter more.
    """
    is_round = grain >= _FEWEST_SIGNIFICANT or grain < 1
    most = LOOSEST_DIGIT if value < 10 * grain and grain >= LEAST_SCALE else LOOSEST
    slack = min(grain / 2, most * abs(value)) if is_round else 0.0
    if hedge == "about":
        return value * 0.9, high * 1.1
    if hedge == "least":
        return value, high * _more(value)
    if hedge == "most":
        return value * 0.75, high
    return value - slack, high + slack
