"""
Build credcheck/lexicons/likeness_weights.tsv: what tells that two figures are of one thing.

    python tools/build_likeness.py OUTPUT EVENTS.jsonl

EVENTS holds one article a line with "event", "outlet" and "text"; several outlets on each event.
Nobody labels anything: a figure that two reports give alike is taken to be of one thing, two
figures of one kind that differ to be of two. Some of the latter are one thing at two times or
reported otherwise; they are few. For each group of kinds a logistic regression is fitted, and its
bias set so that log odds of `FLAGGED` are reached by the share of differing figures that may be
told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.comparable import is_comparable
from credcheck.support.likeness import FEATURES, GROUPS, as_set, features, group_of, overlap
from credcheck.support.matching import agrees, is_telling
from credcheck.support.neighbours import neighbours
from credcheck.support.number_matching import by_kind
from credcheck.types import Claim, Document, Prose, Source
from tools.events import asked

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Reals = NDArray[np.float64]

GROUP_NAMES = ("count", *dict.fromkeys(GROUPS.values()))
LEAST_OVERLAP, MOST_OVERLAP = 0.12, 0.9
RIDGE = 10.0
# Log odds from which a difference is told, and how many of 10,000 differing pairs reach them.
FLAGGED = 0.5
MOST_FLAGGED = {
    "count": 60, "money": 200, "percent": 60, "span": 160, "day": 100, "year": 30, "weekday": 20,
    "clock": 200,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """The features of a pair of figures, and whether the two are of one thing."""

    group: str
    values: tuple[float, ...]
    is_same: bool


def examples(events: Iterable[dict[str, str]]) -> Iterator[Example]:
    """The pairs of figures of reports on one event."""
    for texts in events:
        documents = [Document(name, Source(name), text, text) for name, text in texts.items()]
        found = [claims(Prose(document, Settings())) for document in documents]
        near = neighbours(found)
        for left, right in combinations(range(len(found)), 2):
            if right in near[left]:
                yield from _of_pair(found[left], found[right])


def _of_pair(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[Example]:
    mine, yours = by_kind(ours), by_kind(theirs)
    for kind in sorted(mine.keys() & yours.keys()):
        pairs = [(ours[i], theirs[j]) for i in mine[kind] for j in yours[kind]]
        yield from _equal([pair for pair in pairs if agrees(*pair) == "same"])
        for one, two in pairs:
            is_near = not as_set(one.about).isdisjoint(two.about)
            if is_near and agrees(one, two) == "differ" and is_comparable(one, two):
                yield _example(one, two, is_same=False)


def _equal(pairs: list[tuple[Claim, Claim]]) -> Iterator[Example]:
    """Of equal figures the likeliest pairs, each figure once; copied sentences teach nothing."""
    used: set[Claim] = set()
    for one, two in sorted(pairs, key=lambda pair: -_overlap(*pair)):
        if is_telling(one) and overlap(one.about, two.about) >= LEAST_OVERLAP:
            is_new = one not in used and two not in used
            used |= {one, two}
            if is_new and overlap(one.about, two.about) <= MOST_OVERLAP:
                yield _example(one, two, is_same=True)


def _overlap(one: Claim, two: Claim) -> float:
    near = overlap(one.measure.near, two.measure.near) if one.measure and two.measure else 0.0
    return overlap(one.about, two.about) + near


def _example(one: Claim, two: Claim, is_same: bool) -> Example:
    measure = one.measure
    return Example(group_of(measure) if measure else "", features(one, two), is_same)


def fit(values: Reals, labels: Reals, ridge: float = RIDGE) -> Reals:
    """Coefficients of a logistic regression, the bias last, by Newton steps."""
    rows = np.hstack([values, np.ones((len(values), 1))])
    penalty = np.diag([ridge] * values.shape[1] + [1e-6])
    found = np.zeros(rows.shape[1])
    for _ in range(25):
        said = 1.0 / (1.0 + np.exp(-np.clip(rows @ found, -30, 30)))
        slope = rows.T @ (labels - said) - penalty @ found
        curve = (rows * (said * (1.0 - said))[:, None]).T @ rows + penalty
        step = np.linalg.solve(curve, slope)
        found += step
        if np.abs(step).max() < 1e-6:
            break
    return found


def weigh(found: list[Example], group: str) -> Reals:
    """The weights of a group, its bias last and moved so that few differing figures are told."""
    own = [example for example in found if example.group == group]
    values = np.array([example.values for example in own], dtype=np.float64)
    labels = np.array([example.is_same for example in own], dtype=np.float64)
    fitted = fit(values, labels)
    scores = np.sort(values[labels == 0] @ fitted[:-1])[::-1]
    most = scores[int(len(scores) * MOST_FLAGGED[group] / 10_000)]
    fitted[-1] = FLAGGED - most
    return fitted


HEADER = """\
# What tells that two figures of one kind are of one thing: the weights of a logistic regression for
# each group of kinds, in log odds; see credcheck/support/likeness.py.
# Source: fitted by tools/build_likeness.py to {same} equal and {other} differing pairs of figures
# in {articles} US news articles, several outlets on each event. Licence: CC0-1.0. Date: 2026-11.
"""


def main() -> None:
    """Read the events, write the weights."""
    output, events = asked(__doc__)
    found = list(examples(events))
    columns = [weigh(found, group) for group in GROUP_NAMES]
    same = sum(example.is_same for example in found)
    articles = sum(len(texts) for texts in events)
    lines = ["\t".join(["feature", *GROUP_NAMES])]
    for n, name in enumerate([*FEATURES, "bias"]):
        lines.append("\t".join([name, *(f"{column[n]:.3f}" for column in columns)]))
    head = HEADER.format(same=same, other=len(found) - same, articles=articles)
    output.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
