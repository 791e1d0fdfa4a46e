"""
Build credcheck/lexicons/second_look_trees.tsv: what tells, in the light of two whole reports, that
two figures are of one thing.

    python tools/build_second_look.py OUTPUT EVENTS.jsonl

EVENTS holds one article a line with "event", "outlet" and "text"; several outlets on each event.
Nobody labels anything: a figure that two reports give alike is taken to be of one thing, two
figures of one kind that differ, and that neither report gives elsewhere, to be of two. Some of the
latter are one thing reported otherwise; they are few. Figures that may be equal by chance are left
out on both sides. Fitted with LightGBM (`pip install lightgbm`, MIT), which the program itself does
not need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from credcheck.settings import Settings
from credcheck.support.claims import claims
from credcheck.support.gathered import Files
from credcheck.support.matching import is_telling
from credcheck.support.neighbours import neighbours
from credcheck.support.number_matching import (
    LEAST_LIKENESS,
    Couple,
    by_kind,
    compared,
    looks,
    one_to_one,
)
from credcheck.support.reports import Pair, Report
from credcheck.support.second_look import FEATURES
from credcheck.types import Claim, Document, Prose, Source
from tools.events import asked

TREES, LEAVES, RATE, LEAST_IN_LEAF = 200, 8, 0.08, 40
# More of these never speaks against one thing, or never for it.
FOR = frozenset(
    {
        "likeness",
        "sentences alike",
        "margin least",
        "margin most",
        "beside",
        "rare shared",
        "rarest shared",
        "words before",
        "words after",
        "words beside",
        "order kept",
        "order of content kept",
        "all held least",
        "all held most",
        "all held weight",
        "agreeing",
        "agreed part",
        "reports alike",
        "near weight",
        "about weight",
    }
)
AGAINST = frozenset({"other close least", "other close most", "differing"})
Example = tuple[tuple[float, ...], bool]


def examples(events: Iterable[Mapping[str, str]]) -> Iterator[Example]:
    """What a second look finds for the figures of reports on one event, and if they are alike."""
    for texts in events:
        documents = [Document(name, Source(name), text, text) for name, text in texts.items()]
        made = [claims(Prose(document, Settings())) for document in documents]
        files = Files(made, neighbours(made), list(texts.values()))
        reports = [Report.of(own, text) for own, text in zip(made, texts.values(), strict=True)]
        for left, right in files.pairs():
            pair = Pair(reports[left], reports[right])
            yield from of_pair(pair, made[left], made[right])


def of_pair(pair: Pair, ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterator[Example]:
    """The examples that two reports give."""
    found = compared(ours, theirs, by_kind(ours), by_kind(theirs))
    same = [c for c in one_to_one(found.same) if _may_be_one(c, ours, theirs)]
    for couples, is_same in ((same, True), (found.rivals, False)):
        telling = [c for c in couples if _is_telling(c, ours, theirs)]
        yield from ((seen, is_same) for _, seen in looks(pair, ours, theirs, found, telling))


def _may_be_one(couple: Couple, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """True if a rival in its place would be looked at: its sentences share a word."""
    one, two = ours[couple.left], theirs[couple.right]
    return couple.likeness >= LEAST_LIKENESS and not set(one.about).isdisjoint(two.about)


def _is_telling(couple: Couple, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    return is_telling(ours[couple.left]) and is_telling(theirs[couple.right])


def fitted(values: Any, labels: Any) -> Any:
    """The trees as LightGBM tells them."""
    import lightgbm

    model = lightgbm.LGBMClassifier(
        n_estimators=TREES,
        num_leaves=LEAVES,
        learning_rate=RATE,
        min_child_samples=LEAST_IN_LEAF,
        subsample=0.8,
        subsample_freq=1,
        colsample_bytree=0.5,
        reg_lambda=5.0,
        monotone_constraints=[(name in FOR) - (name in AGAINST) for name in FEATURES],
        random_state=1,
        n_jobs=1,
        verbose=-1,
    )
    model.fit(values, labels)
    return model.booster_.dump_model()


def row_of(node: dict[str, Any]) -> str:
    """A tree as a row: its splits (feature, threshold, left, right) and its leaves."""
    splits: list[str] = []
    leaves: list[str] = []

    def add(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(f"{node['leaf_value']:.4f}")
            return -len(leaves)
        place = len(splits)
        splits.append("")
        ends = add(node["left_child"]), add(node["right_child"])
        cells = (node["split_feature"], f"{node['threshold']:.6g}", *ends)
        splits[place] = ",".join(map(str, cells))
        return place

    add(node)
    return "\t".join((" ".join(splits), " ".join(leaves)))


HEADER = """\
# What tells, in the light of two whole reports, that two figures of one kind are of one thing:
# decision trees, one a row: splits (feature by place in credcheck/support/second_look.py,
# threshold, row to go to at most and above it, a leaf as its number below 0), a tab, leaves in log
# odds. Source: fitted by tools/build_second_look.py to {same} equal and {other} differing pairs of
# figures in {articles} US news articles, several outlets on each event. Licence: CC0-1.0.
# Date: 2026-11.
"""


def main() -> None:
    """Read the events, write the trees."""
    output, events = asked(__doc__)
    found = list(examples(events))
    values = np.array([seen for seen, _ in found], dtype=np.float64)
    labels = np.array([is_same for _, is_same in found])
    assert values.shape[1] == len(FEATURES)
    told = fitted(values, labels)
    articles = sum(len(texts) for texts in events)
    head = HEADER.format(same=labels.sum(), other=(~labels).sum(), articles=articles)
    lines = [row_of(tree["tree_structure"]) for tree in told["tree_info"]]
    output.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
