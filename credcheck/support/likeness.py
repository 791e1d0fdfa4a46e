"""
How likely is it that two numbers or dates are about the same thing?

A logistic regression over what is counted, what became of it, the words, names and other figures
near it, and the senses it is meant in. Its weights were learned without labels: numbers that two
reports on one event give alike are of one thing, those that stand beside them are not
(`tools/build_likeness.py`).
"""

from __future__ import annotations

import math
from functools import cache, lru_cache

from credcheck.lexicons import rows
from credcheck.support.attribution import stems_of_source
from credcheck.support.lexicon import kin_of, rarity
from credcheck.support.lexicon import things as classes
from credcheck.support.marks import SENSES
from credcheck.types import Claim, Measure

MOMENT_KINDS = frozenset({"date", "month", "year", "weekday", "clock"})
# A class of words says less than a rare word: it is there to match, not to identify. With 1.5, and
# all that was learned left as it is, 105 of 180 values changed in real articles are found in the
# place of 111; with 4.0 112, but 14 differences of the third series in the place of 16.
CLASS_WEIGHT = 2.5
LEAST_KINSHIP = 0.5
# Where a report says first what it is about.
EARLY_CHARACTERS = 700
CLOSEST = 3
# Beyond this shared weight two contexts are as alike as can be.
MOST_WEIGHT = 25.0
_RELATIONS = (
    "near", "closest", "about", "about both ways", "near weight", "about weight", "thing same",
    "thing kin", "thing other", "thing missing", "state same", "state one", "name shared",
    "names apart", "first name",
    "run same", "run apart", "lead same", "lead apart", "role same", "role apart", "unit same",
    "figure beside", "figures beside", "source same", "source apart", "few near", "both early",
    "one early", "period same", "period one", "time same", "time one", "update",
)  # fmt: skip
KINDS = ("duration", "age", "ordinal", "score", "label", "month")
# What is learned together: figures of one group stand in sentences of one build.
GROUPS = {
    "money": "money", "percent": "percent", "points": "percent", "duration": "span", "age": "span",
    "ordinal": "span", "score": "span", "label": "span", "date": "day", "month": "day",
    "year": "year", "weekday": "weekday", "clock": "clock",
}  # fmt: skip
FEATURES = (
    *_RELATIONS,
    *(f"{sense} one" for sense in SENSES),
    *(f"{sense} both" for sense in SENSES),
    *KINDS,
)


@lru_cache(maxsize=1 << 15)
def weight(word: str) -> float:
    """How much it says that two contexts share a word."""
    return CLASS_WEIGHT if word[0] == "@" else max(0.5, rarity(word))


def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """Shared weight over the weight of the lighter side, 0..1; related words count in part."""
    if not left or not right:
        return 0.0
    return min(1.0, shared_weight(left, right) / min(_total(left), _total(right)))


@lru_cache(maxsize=1 << 16)
def shared_weight(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    """The weight of the words that two contexts share; related words count in part."""
    theirs, ours = as_set(right), as_set(left)
    alone = theirs - ours
    return sum(weight(word) if word in theirs else _kin(word, alone) for word in left)


@lru_cache(maxsize=1 << 15)
def as_set(words: tuple[str, ...]) -> frozenset[str]:
    """Words as a set, kept, since each is compared many times."""
    return frozenset(words)


def _kin(word: str, others: frozenset[str]) -> float:
    """The weight that the nearest relative of a word among `others` adds."""
    kin = kin_of(word)
    if not kin or others.isdisjoint(kin):
        return 0.0
    best = max(kin[other] for other in others.intersection(kin))
    return best * best * weight(word)


@lru_cache(maxsize=1 << 14)
def _total(words: tuple[str, ...]) -> float:
    return sum(weight(word) for word in words)


def thing_match(left: str, right: str) -> float:
    """1 the same thing, .6 one may include the other, 0 not said, -1 different things."""
    if not left or not right:
        return 0.0
    if left == right:
        return 1.0
    if "person" in (left, right) and _is_person(left) and _is_person(right):
        return 0.6
    strength = kin_of(left).get(right, 0.0)
    return strength if strength >= LEAST_KINSHIP else -1.0


@cache
def _persons() -> frozenset[str]:
    return frozenset(name for name, group in classes().values() if group == "person")


def _is_person(name: str) -> bool:
    return name in _persons()


def group_of(measure: Measure) -> str:
    """The group of GROUPS whose weights a number is judged by."""
    return GROUPS.get(measure.kind, "count")


@cache
def weights() -> dict[str, tuple[float, tuple[float, ...]]]:
    """For each group the bias and the weights in the order of FEATURES."""
    names, *table = rows("likeness_weights")
    columns = {row[0]: [float(cell) for cell in row[1:]] for row in table}
    return {
        group: (columns["bias"][n], tuple(columns[name][n] for name in FEATURES))
        for n, group in enumerate(names[1:])
    }


def likeness(left: Claim, right: Claim) -> float:
    """
    How much speaks for two numbers or dates of one kind being about the same thing, in log odds.

    -infinity if they are known to be about different things.
    """
    if _is_of_two_states(left, right):
        return -math.inf
    return first_look(left, right)[0]


def _is_of_two_states(left: Claim, right: Claim) -> bool:
    one, two = left.measure, right.measure
    return one is None or two is None or bool(one.state and two.state and one.state != two.state)


def first_look(left: Claim, right: Claim) -> tuple[float, ...]:
    """The likeness of two numbers whatever became of what they count, and their features."""
    found = features(left, right)
    bias, weighed = weights()[group_of(left.measure)] if left.measure else (0.0, ())
    return bias + sum(w * f for w, f in zip(weighed, found, strict=True) if f), *found


def features(left: Claim, right: Claim) -> tuple[float, ...]:
    """What speaks for and against two numbers of one kind being about the same; see FEATURES."""
    one, two = left.measure, right.measure
    if one is None or two is None:
        raise ValueError("only numbers and dates have features")
    return (
        *_of_words(left, right, one, two),
        *_of_names(one, two),
        *_of_place(one, two),
        *_of_sentences(left, right, one, two),
        *_of_senses(one, two),
        *(kind in (one.kind, two.kind) for kind in KINDS),
    )


def _of_words(left: Claim, right: Claim, one: Measure, two: Measure) -> tuple[float, ...]:
    thing = thing_match(one.thing, two.thing)
    both = shared_weight(left.about, right.about) if left.about and right.about else 0.0
    close = shared_weight(one.near, two.near) if one.near and two.near else 0.0
    return (
        overlap(one.near, two.near),
        overlap(one.near[:CLOSEST], two.near[:CLOSEST]),
        overlap(left.about, right.about),
        both / max(_total(left.about), _total(right.about), 1.0),
        min(close, MOST_WEIGHT) / MOST_WEIGHT,
        min(both, MOST_WEIGHT) / MOST_WEIGHT,
        thing == 1.0,
        thing if 0 < thing < 1 else 0.0,
        thing < 0,
        bool(one.thing) != bool(two.thing),
        bool(one.state) and one.state == two.state,
        bool(one.state) != bool(two.state),
    )


def _of_names(one: Measure, two: Measure) -> tuple[float, ...]:
    is_named = bool(one.names and two.names)
    shared = is_named and not as_set(one.names).isdisjoint(two.names)
    return shared, is_named and not shared, is_named and one.names[0] == two.names[0]


def _of_place(one: Measure, two: Measure) -> tuple[float, ...]:
    """The words right beside the two."""
    is_run = bool(one.run and two.run)
    run = overlap(one.run, two.run) if is_run else 0.0
    is_lead, is_role = bool(one.lead and two.lead), bool(one.role and two.role)
    return (
        run,
        is_run and run == 0.0,
        is_lead and one.lead == two.lead,
        is_lead and one.lead != two.lead,
        is_role and one.role == two.role,
        is_role and one.role != two.role,
        one.unit == two.unit and bool(one.unit),
    )


def _of_sentences(left: Claim, right: Claim, one: Measure, two: Measure) -> tuple[float, ...]:
    beside = len(as_set(one.beside).intersection(two.beside))
    who = bool(left.speaker and right.speaker)
    is_one_source = who and not stems_of_source(left.speaker).isdisjoint(
        stems_of_source(right.speaker)
    )
    is_day = one.kind in MOMENT_KINDS
    early = (left.span.start < EARLY_CHARACTERS) + (right.span.start < EARLY_CHARACTERS)
    return (
        beside > 0,
        beside > 1,
        is_one_source,
        who and not is_one_source,
        min(len(one.near), len(two.near)) < 4,
        early == 2,
        early == 1,
        not is_day and not as_set(one.periods).isdisjoint(two.periods),
        not is_day and bool(one.periods) != bool(two.periods),
        not is_day and not as_set(one.times).isdisjoint(two.times),
        not is_day and bool(one.times) != bool(two.times),
        one.is_update or two.is_update,
    )


def _of_senses(one: Measure, two: Measure) -> tuple[float, ...]:
    if not one.senses and not two.senses:
        return _NO_SENSES
    either, both = _senses(one.senses, two.senses)
    return (*either, *both)


@lru_cache(maxsize=1 << 12)
def _senses(
    one: tuple[str, ...], two: tuple[str, ...]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    said = [(sense in one, sense in two) for sense in SENSES]
    return tuple(a != b for a, b in said), tuple(a and b for a, b in said)


_NO_SENSES = (0.0,) * (2 * len(SENSES))
