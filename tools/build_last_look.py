"""
Build credcheck/lexicons/last_look_weights.tsv: what tells that two differing figures are one.

    python tools/build_last_look.py OUTPUT --clusters FOLDER ... [--claims ARTICLES CLAIMS]
        [--judged EVENTS LABELS] [--check]

FOLDERS hold events with planted differences and traps, as benchmarks/accuracy/clusters does.
ARTICLES and EVENTS hold one article a line with "event", "outlet" and "text". CLAIMS are sentences
of them in which a value was changed or left ("tri", "src", "sent", "item", "gold"). LABELS are
couples of figures judged by eye, one a line: "event", "places" (two of outlet and start), "right";
couples of EVENTS that nobody judged count a little as figures of two things, which most are.

A logistic regression with weights held on the side where they make sense. `--check` prints what is
told of each tenth of the events by what the others taught. Needs scipy.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.last_look import FEATURES, Setting
from credcheck.support.matching import agrees
from credcheck.support.neighbours import neighbours
from credcheck.support.number_matching import by_kind, compared, last_looks
from credcheck.support.reports import Pair, Report
from credcheck.types import Claim, Document, Prose, Source
from tools.events import events_by_number

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]

# Never below 0, never above it.
FOR = frozenset(
    {"second look", "first look", "sentences alike", "reports alike", "digits swapped", "one digit"}
    | {"digit left out", "moment swapped", "moment one digit", "year swapped", "near year"}
)
AGAINST = frozenset(
    {"given elsewhere", "figures alike", "figures of kind", "octaves", "moment apart", "far year"}
    | {name for name in FEATURES if name.startswith("doubt ") or name.endswith(" in long")}
)
# How strongly a weight is drawn to 0, its feature counted in standard deviations.
RIDGE, LEAST_SPREAD = 10.0, 0.05
PLANTED, TRAP, CHANGED, JUDGED, UNJUDGED = 1.0, 2.0, 1.0, 1.0, 0.3
FOLDS = 10
DIFFERENCES = frozenset({"differing value", "altered quotation"})
AGREEING = frozenset({"same", "compatible"})


@dataclass(frozen=True, slots=True)
class Looked:
    """Two rivals: of which event, the claims and their words, what was found."""

    event: str
    left: Claim
    right: Claim
    words: tuple[str, str]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """What was found for two figures, whether they are one, how much it counts, of which event."""

    values: tuple[float, ...]
    is_one: bool
    weight: float
    event: str


def rivals(event: str, texts: Mapping[str, str], is_one_event: bool = False) -> Iterator[Looked]:
    """The rivals of all near documents."""
    asked = [_claims(name, text) for name, text in texts.items()]
    bodies = list(texts.values())
    near = neighbours(asked)
    for left in range(len(asked)):
        for right in range(left + 1, len(asked)):
            if is_one_event or right in near[left]:
                yield from _of_pair(event, (asked[left], asked[right]), bodies[left], bodies[right])


def _claims(name: str, text: str) -> tuple[Claim, ...]:
    return claims(Prose(Document(name, Source(name), text, text), Settings()))


def _of_pair(
    event: str, sides: tuple[Sequence[Claim], Sequence[Claim]], left: str, right: str
) -> Iterator[Looked]:
    ours, theirs = sides
    found = compared(ours, theirs, by_kind(ours), by_kind(theirs))
    pair = Pair(Report.of(ours, left), Report.of(theirs, right))
    settings = Setting.of(ours, left), Setting.of(theirs, right)
    for couple, values in last_looks(pair, settings, ours, theirs, found):
        one, two = ours[couple.left], theirs[couple.right]
        yield Looked(event, one, two, (one.span.of(left), two.span.of(right)), values)


def of_clusters(folders: Iterable[Path]) -> Iterator[Example]:
    """Planted differences against everything else, traps above all."""
    for folder in (f for parent in folders for f in sorted(parent.iterdir()) if f.is_dir()):
        texts = {
            path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))
        }
        items = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["items"]
        for looked in rivals(str(folder), texts):
            is_one = any(_is_planted(looked, item) for item in items)
            if is_one or not any(_is_restated(looked, item) for item in items):
                is_trap = not is_one and any(_is_of_trap(looked, item) for item in items)
                yield Example(looked.values, is_one, TRAP if is_trap else PLANTED, str(folder))


def _is_planted(looked: Looked, item: Mapping[str, Any]) -> bool:
    ours, theirs = _variants(looked.left, item), _variants(looked.right, item)
    return item["kind"] in DIFFERENCES and bool(ours and theirs and ours.isdisjoint(theirs))


def _is_restated(looked: Looked, item: Mapping[str, Any]) -> bool:
    """True of the two wordings of a difference, one of them where nobody has put it down."""
    planted = {place["text"].strip() for place in item["places"]}
    said = {looked.words[0].strip(), looked.words[1].strip()}
    return len(said) > 1 and planted.issuperset(said) and item["kind"] in DIFFERENCES


def _is_of_trap(looked: Looked, item: Mapping[str, Any]) -> bool:
    sides = looked.left, looked.right
    return any(_variants(claim, item) for claim in sides) and item["kind"] == "trap"


def _variants(claim: Claim, item: Mapping[str, Any]) -> set[str]:
    """The variants of an item that a claim stands for, by place."""
    return {
        place.get("variant", "")
        for place in item["places"]
        if place["document"] == claim.document
        and place["start"] < claim.span.end
        and claim.span.start < place["end"]
    }


def of_claims(articles: Path, path: Path) -> Iterator[Example]:
    """A changed value is one with what the others give for what it was, and with nothing else."""
    events = events_by_number(articles)
    items = [i for i in json.loads(path.read_text(encoding="utf-8")) if "quote" not in i]
    unchanged = {_place(item): item for item in items if item["gold"] == "supported"}
    for item in items:
        event, before = f"claims {item['tri']}", unchanged.get(_place(item))
        was = _value(before) if before and item["gold"] == "conflict" else None
        for outlet, text in events[item["tri"]].items():
            if outlet.lower() == item["src"].lower():
                continue
            for looked in rivals(event, {"claim": item["sent"], "other": text}, is_one_event=True):
                if _is_asked(looked.left, item):
                    is_one = was is not None and agrees(was, looked.right) in AGREEING
                    yield Example(looked.values, is_one, CHANGED, event)


def _place(item: Mapping[str, Any]) -> tuple[int, str, int]:
    return item["tri"], item["src"], item["item"]["start"]


def _value(item: Mapping[str, Any]) -> Claim | None:
    made = _claims("claim", item["sent"])
    return next((claim for claim in made if claim.measure and _is_asked(claim, item)), None)


def _is_asked(claim: Claim, item: Mapping[str, Any]) -> bool:
    start = int(item["item"]["start"])
    return claim.span.start <= start + 1 and claim.span.end > start


def of_events(articles: Path, labels: Path) -> Iterator[Example]:
    """Couples judged by eye, and those that nobody judged."""
    known: dict[tuple[int, frozenset[tuple[str, int]]], bool] = {}
    for line in labels.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        places = frozenset((str(outlet), int(start)) for outlet, start in record["places"])
        known[record["event"], places] = record["right"]
    for number, texts in sorted(events_by_number(articles).items()):
        for looked in rivals(f"event {number}", texts):
            both = looked.left, looked.right
            places = frozenset((claim.document, claim.span.start) for claim in both)
            is_one = known.get((number, places))
            weight = UNJUDGED if is_one is None else JUDGED
            yield Example(looked.values, bool(is_one), weight, f"event {number}")


def fitted(examples: Sequence[Example]) -> Reals:
    """The weights in the order of FEATURES, the bias last."""
    from scipy.optimize import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
        minimize,
    )

    rows = np.array([e.values for e in examples], dtype=np.float64)
    signs = np.array([1.0 if e.is_one else -1.0 for e in examples])
    counts = np.array([e.weight for e in examples])
    spread = np.maximum(rows.std(axis=0), LEAST_SPREAD)

    def loss(weights: Reals) -> tuple[float, Reals]:
        margins = signs * (rows @ weights[:-1] + weights[-1])
        drawn = weights[:-1] * spread
        slope = -counts * signs / (1.0 + np.exp(np.clip(margins, -30, 30)))
        total = float(counts @ np.logaddexp(0.0, -margins) + RIDGE * drawn @ drawn)
        return total, np.append(rows.T @ slope + 2 * RIDGE * drawn * spread, slope.sum())

    limits = [*map(_limits, FEATURES), (-99.0, 99.0)]
    result = minimize(loss, np.zeros(len(limits)), jac=True, bounds=limits, method="L-BFGS-B")
    return np.asarray(result.x, dtype=np.float64)


def _limits(name: str) -> tuple[float, float]:
    """Between what a weight may lie."""
    return (0.0 if name in FOR else -99.0), (0.0 if name in AGAINST else 99.0)


def checked(examples: Sequence[Example]) -> None:
    """Print how well each tenth of the events is told by weights learned from the others."""
    names = sorted({example.event for example in examples})
    fold = {name: number % FOLDS for number, name in enumerate(names)}
    odds: list[tuple[float, Example]] = []
    for number in range(FOLDS):
        weights = fitted([e for e in examples if fold[e.event] != number])
        odds += [
            (float(np.dot(e.values, weights[:-1]) + weights[-1]), e)
            for e in examples
            if fold[e.event] == number
        ]
    for bar in (-0.5, 0.0, 0.2, 0.5, 1.0):
        told = [e for odd, e in odds if odd >= bar and e.weight > UNJUDGED]
        right, all_right = sum(e.is_one for e in told), sum(e.is_one for e in examples)
        print(f"from {bar}: {right} of {len(told)} right, of {all_right}")


HEADER = """\
# What tells that two differing figures are one figure told twice: the weights of a logistic
# regression, in log odds; see credcheck/support/last_look.py.
# Source: fitted by tools/build_last_look.py to {one} couples that are one and {two} that are not:
# differences and traps planted in events written for this, values changed in news articles, and
# differing figures of US news articles judged by eye. Licence: CC0-1.0. Date: 2026-11.
"""


def main() -> None:
    """Read the examples, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path)
    parser.add_argument("--clusters", type=Path, nargs="+", default=[])
    parser.add_argument("--claims", type=Path, nargs=2)
    parser.add_argument("--judged", type=Path, nargs=2)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    examples = list(of_clusters(arguments.clusters))
    examples += of_claims(*arguments.claims) if arguments.claims else ()
    examples += of_events(*arguments.judged) if arguments.judged else ()
    if arguments.check:
        checked(examples)
    weights = fitted(examples)
    one = sum(example.is_one for example in examples)
    lines = [f"{n}\t{w:.3f}" for n, w in zip((*FEATURES, "bias"), weights, strict=True)]
    head = HEADER.format(one=one, two=len(examples) - one)
    arguments.output.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
