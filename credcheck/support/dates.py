"""
Read dates, weekdays and times of day, as far as they are stated.

A date is written "2025-04-19", with "-" for what is left out ("-04-19", "2025-04", "2025"); a
weekday "tuesday"; a time of day "07:40". Weekdays become dates where the day of writing is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from credcheck.support.starts import DIGITS, matches
from credcheck.types import Span

MomentKind = Literal["date", "month", "year", "weekday", "clock"]

_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_PATTERN = re.compile(
    rf"(?<![\d-])(?P<iso>{_YEAR}-\d\d-\d\d)(?![\d-])"
    rf"|\b(?P<day1>{_DAY})(?:st|nd|rd|th)?(?: of)? (?P<month1>{_MONTH})(?:,? (?P<year1>{_YEAR})\b)?"
    rf"|\b(?P<month2>{_MONTH}) (?P<day2>{_DAY})(?:st|nd|rd|th)?(?![\d:%]|[,.]\d)"
    rf"(?:,? (?P<year2>{_YEAR})\b)?"
    rf"|\b(?P<month3>{_MONTH})(?: of)? (?P<year3>{_YEAR})\b"
    r"|\b(?P<hour>[01]?\d|2[0-3])(?:(?P<minute>[.:][0-5]\d) ?(?P<half>[ap]\.?m\b\.?)?"
    r"|(?P<minute2>) ?(?P<half2>[ap]\.?m\b\.?|o['’]clock))(?! per ?cent|%)"
    r"|(?P<named>\b(?:noon|midday|midnight)\b)"
    rf"|(?<![\w$£€₹.,/-])(?P<year4>{_YEAR})(?![\w%]|[,.]\d|-\d| (?:people|men|women|votes))"
    rf"|\b(?P<month5>in (?:{_MONTH}))(?! \d)\b"
    r"|\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"(?!,? (?:the )?{_DAY}(?:st|nd|rd|th)? (?:of )?{_MONTH}|,? {_MONTH} \d)",
)
# With what a date in words may begin.
_STARTS = frozenset(
    (
        *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
        *("october", "november", "december", "sept", "in", "noon", "midday", "midnight"),
        *_MONTHS,
        *WEEKDAYS,
        DIGITS,
    )
)
_LOOSE = re.compile(
    r"\b(?:about|around|just|shortly|soon|roughly|before|after|by|approximately)\s+$"
)
_LOOSE_MINUTES = 20
_EXACT_MINUTES = 4


@dataclass(frozen=True, slots=True)
class Moment:
    """A stated date or time: `value` as the module says, `is_loose` if only roughly given."""

    span: Span
    kind: MomentKind
    value: str
    is_loose: bool = False


def moments(text: str, written: date | None = None) -> tuple[Moment, ...]:
    """The dates and times of a text, in order; `written` is the day the text was written."""
    found = (_read(text, match) for match in matches(_PATTERN, text, _STARTS))
    stated = (moment for moment in found if moment)
    return tuple(resolved(moment, text, written) for moment in stated)


def resolved(moment: Moment, text: str, written: date | None) -> Moment:
    """A weekday as the date it fell on, before `written` unless the text says "next"."""
    if moment.kind != "weekday" or written is None:
        return moment
    before = text[max(0, moment.span.start - 6) : moment.span.start].lower()
    back = (written.weekday() - WEEKDAYS.index(moment.value)) % 7
    day = written - timedelta(days=back)
    if before.endswith(("next ", "this ")) and back:
        day += timedelta(days=7)
    return Moment(moment.span, "date", day.isoformat(), moment.is_loose)


def _read(text: str, match: re.Match[str]) -> Moment | None:
    span = Span(*match.span())
    if match["iso"]:
        return Moment(span, "date", match["iso"])
    if match["weekday"]:
        return Moment(span, "weekday", match["weekday"].lower())
    if match["hour"] or match["named"]:
        return _clock(text, match)
    if match["month5"]:
        month = _month(match["month5"][3:])
        return Moment(Span(span.start + 3, span.end), "month", f"-{month}")
    return _calendar(match)


def _calendar(match: re.Match[str]) -> Moment:
    span = Span(*match.span())
    year = match["year1"] or match["year2"] or match["year3"] or match["year4"] or ""
    day = match["day1"] or match["day2"]
    month = match["month1"] or match["month2"] or match["month3"]
    if day:
        return Moment(span, "date", f"{year}-{_month(month)}-{int(day):02d}")
    if month:
        return Moment(span, "month", f"{year}-{_month(month)}")
    return Moment(span, "year", year)


def _month(name: str) -> str:
    return f"{_MONTHS[name[:3].lower()]:02d}"


def _clock(text: str, match: re.Match[str]) -> Moment | None:
    span = Span(*match.span())
    is_loose = bool(_LOOSE.search(text, max(0, span.start - 16), span.start))
    if match["named"]:
        value = "00:00" if match["named"] == "midnight" else "12:00"
        return Moment(span, "clock", value, is_loose)
    half = match["half"] or match["half2"]
    minute = (match["minute"] or ":00")[1:]
    if not half and (match["minute"] or "")[:1] != ":":
        return None
    hour = int(match["hour"])
    if half and half[0] in "ap":
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return Moment(span, "clock", f"{hour:02d}:{minute}", is_loose or minute == "00")


def is_same_moment(left: Moment, right: Moment) -> bool | None:
    """
    True if two moments can be the same, False if they cannot, None if they cannot be compared.

    A date without its year agrees with the same day of any year.
    """
    if "clock" in (left.kind, right.kind):
        return _is_same_clock(left, right) if left.kind == right.kind else None
    if "weekday" in (left.kind, right.kind):
        return _is_same_weekday(left, right)
    one, two = _parts(left.value), _parts(right.value)
    shared = [(a, b) for a, b in zip(one, two, strict=True) if a and b]
    return all(a == b for a, b in shared) if shared else None


def _parts(value: str) -> tuple[str, str, str]:
    year, month, day = [*value.split("-"), "", ""][:3]
    return year, month, day


def _is_same_clock(left: Moment, right: Moment) -> bool:
    one, two = (int(m.value[:2]) * 60 + int(m.value[3:]) for m in (left, right))
    slack = _LOOSE_MINUTES if left.is_loose or right.is_loose else _EXACT_MINUTES
    apart = abs(one - two)
    return min(apart, 1440 - apart) <= slack


def _is_same_weekday(left: Moment, right: Moment) -> bool | None:
    if left.kind == right.kind:
        return left.value == right.value
    other, day = (left, right) if left.kind == "date" else (right, left)
    if other.kind != "date" or other.value.startswith("-"):
        return None
    return WEEKDAYS[date.fromisoformat(other.value).weekday()] == day.value
