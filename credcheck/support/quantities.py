"""
Read the numbers of a text: how much, of what unit, and how exactly it is said.

Digits and words, dozens, lakh and crore, "1.2m", "4 ,200", "70 %", ranges, money, durations, ages,
measures, ordinals and scores come out in one unit per kind, with the range of values that the
wording allows: "nearly 5,000" and "4,962" agree, "12" and "a dozen" are equal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from credcheck.support.agreement import Quantity
from credcheck.support.hedges import allowed, grain_of, hedge_at
from credcheck.support.number_words import CURRENCIES, ORDINALS, SCALES, SMALL, UNITS, spelled
from credcheck.support.starts import DIGITS, matches
from credcheck.types import Span

_FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_VAGUE = {
    "dozens": (24, 120),
    "scores": (40, 200),
    "hundreds": (200, 10_000),
    "thousands": (2e3, 1e6),
    "millions": (2e6, 1e9),
    "billions": (2e9, 1e12),
}
_WORD_NUMBER = "|".join(
    sorted([*SMALL, *(scale for scale in SCALES if len(scale) > 3)], key=len)[::-1]
)
_DIGITS = (
    r"(?:\d{1,3}(?: ?, ?\d{2,3}){0,4} ?, ?\d{3}(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f]\d{3}){1,4}(?!\d)|\d+(?:\.\d+)?)"
)
_SCALE = r"hundred|thousand|million|billion|trillion|lakhs?|crores?|bn|mn|mln|trn|tn|m|k"
_FEW = "one|two|three|four|five|six|seven|eight|nine|ten"
_LARGE = "hundred|thousand|million|billion|trillion"
_NUMBER = re.compile(
    rf"(?:(?<![\w.,/:])|(?<=Rs\.)|(?<=\bRs)|(?<=\b(?:PKR|INR)))(?P<digits>{_DIGITS})"
    rf"(?:[ -]?(?P<scale>{_SCALE})\b)?"
    r"(?:[ -](?P<scale2>crore|million|billion)\b)?(?P<ordinal>(?:st|nd|rd|th)\b)?"
    r"|\b(?:"
    rf"(?P<dozen>(?:half[ -]an?[ -]|an?[ -]half[ -]|half-|a |(?:{_FEW}) )dozen)"
    rf"|(?P<a>half a|a quarter of a|an?) (?P<ascale>{_LARGE})(?! and)"
    r"|(?P<share>(?<!first )(?<!second )half(?= of)"
    rf"|(?:a|{_FEW})[ -](?:third|quarter|fifth|tenth)s?(?= of))"
    rf"|(?P<in>(?:{_FEW}|\d) in (?:{_FEW}|\d\d?))"
    r"|(?P<vague>(?:(?:tens|dozens|hundreds|scores|thousands) of )?"
    r"(?:dozens|scores|hundreds|thousands|millions|billions))"
    rf"|(?P<words>(?:{_WORD_NUMBER})(?:(?:-| and | )(?:{_WORD_NUMBER})){{0,8}}(?: and a half)?)"
    rf"|(?P<nth>(?:{'|'.join(ORDINALS)})(?![ -](?:half|quarter)))"
    r")\b",
    re.IGNORECASE,
)
# With what a number in words may begin.
_STARTS = frozenset((*_FEW.split("|"), *SMALL, *SCALES, *ORDINALS, *_VAGUE))
_STARTS |= {"a", "an", "half", "tens", "dozen", DIGITS}
_MONEY = re.compile(r"(?:\b(?:US|A|C)?|(?<![\w.,]))([$£€¥₹])\s?$|\b(Rs\.?|PKR|INR|USD|GBP|EUR) ?$")
_PERCENT = re.compile(r"[\s-]?(?:%|per ?cent\b|percent\b|pc\b)(?:(?:age)?[ -]points?)?", re.I)
# "Paid back over 25 years", "laid over 40 km": no more than that is meant.
_THROUGHOUT = re.compile(r"(?<!\bfor )(?<!\bjust )(?<!\bwell )(?<!\bof )(?<!lasted )\bover $")
_SPREAD = frozenset({"duration", "length", "area"})
_POINTS = re.compile(r"[\s-]?(?:percentage|basis)[ -]points?\b", re.I)
_UNIT = re.compile(
    r"(?:[ \u00a0]?-?)(square |sq )?([A-Za-z]+)\b(?:[ -](per hour|an hour|old)\b|/h\b)?"
)
# "74 by 98 centimetres".
_OTHER_SIDE = re.compile(r" (?:by|x) \d{1,5}(?:\.\d{1,3})? ?([A-Za-z]{1,12})\b")
_DEGREES = re.compile(r" ?(?:°|degrees? ?)(C|F|Celsius|Fahrenheit)?\b", re.I)
_SECOND = re.compile(
    rf"(?: to | and |[-–])(?:[$£€₹] ?)?(?P<digits>{_DIGITS})(?:[ -]?(?P<scale>{_SCALE})\b)?"
)
_SECOND_WORD = re.compile(rf"(?: to | or | and |[-–])(?P<words>{_WORD_NUMBER})\b", re.I)
_LABEL = re.compile(r"(?:^|[^.!?\w\s][ ]?|\w[ ])([A-Z][A-Za-z]+|No\.?)[ -]$")
_AGE_COMMA = re.compile(r"(?:[A-Z][\w’'-]+|\baged?),? $")
# "The captain, 51, said", "the mean age was 64".
_AGE_OF_ANYBODY = re.compile(r"[a-z]{3}, $")
_AGE_SAID = re.compile(r"\bage(?: \w+)? (?:was|is|of) $")
YOUNGEST, OLDEST = 10, 99
_AFTER_AGE = re.compile(r",|\.|;|\)| (?:and|of|from|who|was|died)\b")
# "Eight minutes and 46 seconds", "six feet two inches".
_REST = re.compile(
    rf"(?:,| and)? (?:\d+|{_WORD_NUMBER})[ -](?:seconds?|minutes?|hours?|days?|weeks?"
    r"|months?|inch(?:es)?|ounces?|pounds?)\b",
    re.I,
)
# The points of a basketball match stay below; beyond, two numbers with a dash are something else.
MOST_SCORED = 200
HOTTEST = 60
# "The court ruled five to four."
_VOTE = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ruled|ruling|majority)\b[^.!?]*\Z")
# "It fell $3.25 to $209.40" names no range: the ends of one are not as many times apart.
MOST_APART = 20
# "More than a dozen" may be 17, "more than two dozen" 35.
_DOZEN_MORE = 1.49
# "The 1980s" are no number, "F-35" is a name.
_DECADE = re.compile(r"['’]?s\b")
_MODEL = re.compile(r"\b([A-Z]\w{0,12})-\Z")


def quantities(text: str, taken: Iterable[Span] = ()) -> tuple[Quantity, ...]:
    """The numbers of a text in order, outside of the spans already `taken` (dates)."""
    blocked = sorted(taken)
    found: list[Quantity] = []
    position, block = 0, 0
    for match in matches(_NUMBER, text, _STARTS):
        if match.start() < position:
            continue
        while block < len(blocked) and blocked[block].end <= match.start():
            block += 1
        if block < len(blocked) and blocked[block].start < match.end():
            continue
        quantity = _read(text, match)
        if quantity:
            found.append(quantity)
            position = quantity.span.end
    return tuple(found)


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """The quantity that starts at a number, with its unit."""
    for group, reader in _READERS.items():
        if match[group]:
            return reader(match)
    value, grain = _value(match)
    if value is None or _DECADE.match(text, match.end()):
        return None
    if match["ordinal"]:
        return Quantity(Span(*match.span()), "ordinal", value, value, value)
    return _with_unit(text, match, value, grain)


def _value(match: re.Match[str]) -> tuple[float | None, float]:
    """The number itself, and the worth of its last significant digit."""
    if match["digits"]:
        scale = SCALES.get((match["scale"] or "").lower(), 1.0)
        scale *= SCALES.get((match["scale2"] or "").lower(), 1.0)
        return _digits(match["digits"], scale)
    if match["dozen"]:
        return _dozen(match["dozen"]), 1.0
    if match["ascale"]:
        scale = SCALES[match["ascale"].lower()]
        value = {"h": 0.5, "q": 0.25}.get(match["a"][0].lower(), 1.0) * scale
        return value, value
    value = spelled(match["words"])
    return (None if value in {0, 1} else value), grain_of(value)


def _digits(written: str, scale: float) -> tuple[float, float]:
    plain = re.sub(r"[,\s]", "", written)
    value = round(float(plain) * scale, 6)
    if "." in plain:
        return value, scale * 10 ** -len(plain.split(".")[1])
    return value, max(scale, grain_of(value)) if scale == 1 else scale


def _dozen(written: str) -> float:
    if "half" in written.lower():
        return 6.0
    first = written.split(maxsplit=1)[0].lower()
    return 12.0 * (SMALL.get(first) or 1)


def _share(match: re.Match[str]) -> Quantity:
    parts = match["share"].lower().replace("-", " ").split()
    name = parts[-1].rstrip("s") if parts[-1] != "half" else "half"
    count = next((SMALL[p] for p in parts if p in SMALL), 1)
    value = 100.0 * count / _FRACTIONS[name]
    return Quantity(Span(*match.span()), "percent", value, value * 0.92, value * 1.08, "about", "%")


def _one_in(match: re.Match[str]) -> Quantity:
    few, many = (p.strip().lower() for p in re.split(r" in ", match["in"], flags=re.I))
    number = {p: float(p) if p.isdigit() else float(SMALL[p]) for p in (few, many)}
    value = 100.0 * number[few] / (number[many] or 1.0)
    return Quantity(Span(*match.span()), "percent", value, value * 0.92, value * 1.08, "about", "%")


def _vague(match: re.Match[str]) -> Quantity:
    parts = match["vague"].lower().split()
    low, high = _VAGUE[parts[-1]]
    if len(parts) > 1:
        times = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1000}
        low, high = low / 2 * times[parts[0]], high * times[parts[0]]
    return Quantity(Span(*match.span()), "count", low, low, high, "vague")


def _nth(match: re.Match[str]) -> Quantity:
    value = float(ORDINALS[match["nth"].lower()])
    return Quantity(Span(*match.span()), "ordinal", value, value, value)


_READERS: dict[str, Callable[[re.Match[str]], Quantity]] = {
    "share": _share,
    "in": _one_in,
    "vague": _vague,
    "nth": _nth,
}


def _with_unit(text: str, match: re.Match[str], value: float, grain: float) -> Quantity | None:
    """Range, score, unit and hedge of a plain number."""
    start, end = match.span()
    money = _MONEY.search(text, max(0, start - 5), start)
    if money:
        start = money.start()
    high = value
    second = _second(text, match, value, money is not None)
    if second:
        end, high, is_score = second
        if is_score:
            return Quantity(Span(start, end), "score", value * 1000 + high, value, high)
    kind, factor, unit, end = _unit(text, match, end, money)
    if kind == "label":
        return Quantity(Span(start, end), kind, value, value, value, "exact", unit)
    is_spread = kind in _SPREAD and _THROUGHOUT.search(text, max(0, start - 16), start)
    hedge = "exact" if is_spread else hedge_at(text, start, end)
    low, top = allowed(hedge, value, high, grain)
    if match["dozen"]:
        low, top = (
            min(low, 0.9 * value),
            max(top, value * (_DOZEN_MORE if hedge == "least" else 1.1)),
        )
    if kind in {"duration", "length", "mass"} and (hedge == "least" or _REST.match(text, end)):
        top = max(top, value + 1)
    if kind == "temperature" and factor != 1.0:
        value, low, top = ((n - 32) / 1.8 for n in (value, low, top))
        factor = 1.0
    return Quantity(
        Span(start, end), kind, round(value * factor, 6), low * factor, top * factor, hedge, unit
    )


def _second(
    text: str, match: re.Match[str], value: float, is_money: bool
) -> tuple[int, float, bool] | None:
    """End, upper value, and whether it is a score, of "10 to 12", "10-12", "3-1"."""
    if not match["digits"]:
        return _second_word(text, match.start(), match.end(), value)
    found = _SECOND.match(text, match.end())
    if not found or not _is_range(text, match.start(), found[0]):
        return None
    scale = SCALES.get((found["scale"] or "").lower(), 1.0)
    high, _ = _digits(found["digits"], scale)
    if found[0][0] in "-–" and not is_money and not _is_counted(text, found.end()):
        return (found.end(), high, True) if max(value, high) < MOST_SCORED else None
    low = value * (1 if scale == 1 else 1 / scale)
    is_rising = low < high and not (" to " in found[0] and high > MOST_APART * low)
    return (found.end(), high, False) if is_rising else None


def _second_word(text: str, start: int, end: int, value: float) -> tuple[int, float, bool] | None:
    found = _SECOND_WORD.match(text, end)
    high = spelled(found["words"]) if found else 0.0
    if found and " to " in found[0] and high < value < MOST_SCORED:
        is_vote = bool(_VOTE.search(text, max(0, start - 60), start))
        return (found.end(), high, True) if is_vote else None
    is_range = found and " and " not in found[0] and high > value
    return (found.end(), high, False) if found and is_range else None


def _is_range(text: str, start: int, second: str) -> bool:
    """True unless "and" joins two numbers, or "from ... to" tells of a change."""
    before = text[max(0, start - 9) : start].lower().rstrip()
    if " and " in second:
        return before.endswith("between")
    return not (" to " in second and before.endswith("from"))


def _is_counted(text: str, end: int) -> bool:
    """True if a unit or a plural noun follows: "10-12 people", not "a 3-1 win"."""
    found = re.match(r"[ -]?(?:%|([a-z]+)\b)", text[end : end + 24])
    if not found:
        return False
    noun = found[1]
    return noun is None or noun in UNITS or noun == "people" or (noun[-1] == "s" and noun != "loss")


def _unit(
    text: str, match: re.Match[str], end: int, money: re.Match[str] | None
) -> tuple[str, float, str, int]:
    """Kind, factor, unit as compared, and where the quantity ends."""
    if money:
        name = money[0].strip().lower()
        return "money", 1.0, CURRENCIES.get(name, name), end
    found = _POINTS.match(text, end) or _PERCENT.match(text, end)
    if found:
        kind = "points" if "point" in found[0].lower() else "percent"
        return kind, 0.01 if "basis" in found[0].lower() else 1.0, "%", found.end()
    degrees = _DEGREES.match(text, end)
    if degrees:
        scale = (degrees[1] or ("F" if _is_hot(match) else "C"))[0]
        return "temperature", 0.5 if scale in "Ff" else 1.0, "C", degrees.end()
    return _measure(text, end) or _count(text, match, end)


def _is_hot(match: re.Match[str]) -> bool:
    """True if degrees without a scale would be too hot for weather or fever in Celsius."""
    return bool(match["digits"]) and float(re.sub(r"[,\s]", "", match["digits"])) > HOTTEST


def _measure(text: str, end: int) -> tuple[str, float, str, int] | None:
    found = _UNIT.match(text, end)
    name = found[2].lower() if found else ""
    if not found or name not in UNITS:
        return _first_side(text, end)
    kind, factor = UNITS[name]
    if found[3] == "old":
        return "age", factor / 365.25, "year", found.end()
    if found[1]:
        return "area", factor * factor / 10_000, name, found.end()
    if kind == "length" and (found[3] or found[0].endswith("/h")):
        return "speed", factor / 1000, name, found.end()
    if kind == "money":
        return kind, 1.0, CURRENCIES[name], found.end()
    return kind, factor, name.rstrip("s"), found.end(2)


def _first_side(text: str, end: int) -> tuple[str, float, str, int] | None:
    """The unit of "74 by 98 centimetres" for its first number."""
    side = _OTHER_SIDE.match(text, end)
    name = side[1].lower() if side else ""
    kind, factor = UNITS.get(name, ("", 1.0))
    return (kind, factor, name.rstrip("s"), end) if kind == "length" else None


def _is_age(text: str, before: str, value: float, end: int) -> bool:
    """True of "Ada Holm, 44, said", "aged 44", "the driver, 44, said", "the mean age was 44"."""
    if _AGE_COMMA.search(before) and before.endswith((", ", "aged ", "age ")):
        is_closed = _AFTER_AGE.match(text, end) or before.endswith(("aged ", "age "))
        return bool(is_closed) and 0 < int(value) < 115
    is_set_off = _AGE_OF_ANYBODY.search(before) and text[end : end + 2] == ", "
    return bool(is_set_off or _AGE_SAID.search(before)) and YOUNGEST <= value <= OLDEST


def _count(text: str, match: re.Match[str], end: int) -> tuple[str, float, str, int]:
    """A count, an age set off by commas, or the number in a name ("Flight 302")."""
    start = match.start()
    before = text[max(0, start - 24) : start]
    is_bare = bool(match["digits"]) and "," not in match["digits"] and not match["scale"]
    if is_bare and _is_age(text, before, float(match["digits"]), end):
        return "age", 1.0, "year", end
    label = (_MODEL.search(before) or _LABEL.search(before)) if is_bare else None
    if label and not re.match(r" [a-z]+s\b| people| percent", text[end : end + 16]):
        return "label", 1.0, label[1].lower(), end
    return "count", 1.0, "", end
