"""
A second look at two figures that differ: are they of one thing, in the light of both reports?

The first look (`likeness`) goes by what stands near a figure, and is cheap. This one compares the
two sentences word by word and with all other sentences of the two reports, and asks how many
figures agree between them. Small decision trees weigh what it finds (gradient boosting, Friedman
2001). They were learned like the first look, without labels, from what real reports give alike
(`tools/build_second_look.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from credcheck.lexicons import rows
from credcheck.support.comparable import DOUBTS, doubts
from credcheck.support.lexicon import kin_of
from credcheck.support.likeness import FEATURES as FIRST
from credcheck.support.likeness import weight
from credcheck.support.reports import Pair, Token
from credcheck.types import Claim, Span

# Of the first look, what the trees make use of.
TAKEN = (
    "near", "closest", "about", "about both ways", "near weight", "about weight", "thing same",
    "thing other", "thing missing", "state same", "first name", "name shared", "names apart",
    "run same", "run apart", "lead same", "lead apart", "role same", "unit same", "figure beside",
    "figures beside", "source same", "source apart", "one early", "both early", "period same",
    "period one", "update", "part one", "more one", "rate one", "guess one", "compare one",
    "month", "age", "duration", "label", "ordinal",
)  # fmt: skip
_TAKEN = tuple(FIRST.index(name) for name in TAKEN)
SECOND = (
    "likeness", "sentences alike", "margin least", "margin most", "beside", "rare shared",
    "rarest shared", "words before", "words after", "words beside", "grammar before",
    "grammar after", "order kept", "order of content kept", "before held least",
    "before held most", "after held least", "after held most", "all held least",
    "all held most", "all held weight", "other close least", "other close most", "names shared",
    "names apart least", "names apart most", "figures in sentences", "agreeing", "agreed part",
    "differing", "reports alike", "exact",
)  # fmt: skip
KINDS = ("count", "money", "percent", "points", "date", "month", "year", "weekday", "clock")
FEATURES = (
    *SECOND,
    *TAKEN,
    *(f"doubt {name}" for name in DOUBTS),
    *(f"kind {name}" for name in KINDS),
)
NEAR_WORDS, CLOSE_WORDS, HELD_WORDS, FAR_WORDS = 4, 2, 5, 12
MOST_RARE, MOST_COUNTED, MOST_WEIGHT = 6, 8, 30.0
Side = Sequence[Token]


class Company(NamedTuple):
    """How many other figures of two reports agree, and how many differ in sentences alike."""

    agreeing: int
    differing: int


class Cut(NamedTuple):
    """The words of a sentence before a figure, nearest first, and those after it."""

    before: tuple[Token, ...]
    after: tuple[Token, ...]

    @property
    def all(self) -> tuple[Token, ...]:
        """All words but those of the figure, in order."""
        return (*self.before[::-1], *self.after)


def values(
    pair: Pair, left: Claim, right: Claim, first: Sequence[float], company: Company
) -> tuple[float, ...]:
    """
    What speaks for and against two figures being of one thing, in the order of FEATURES.

    `first` are their likeness and, after it, the features of the first look.
    """
    one, two = left.measure, right.measure
    if one is None or two is None:
        raise ValueError("only numbers and dates have features")
    cuts = (
        _cut(pair.left.tokens(left.sentence), left),
        _cut(pair.right.tokens(right.sentence), right),
    )
    crowd = pair.left.figures[left.sentence] + pair.right.figures[right.sentence]
    return (
        first[0],
        *_of_reports(pair, left.sentence, right.sentence),
        *_of_words(*cuts),
        *_held(*cuts),
        *_apart(*cuts),
        min(crowd, MOST_COUNTED),
        *_of_company(pair, company),
        pair.alike(),
        one.hedge == two.hedge == "exact",
        *(first[1 + n] for n in _TAKEN),
        *doubts(left, right),
        *(one.kind == kind for kind in KINDS),
    )


def _of_company(pair: Pair, company: Company) -> tuple[float, ...]:
    """How many figures agree, as a part of those of the report with fewer too, and differ."""
    figures = max(1, min(sum(pair.left.figures.values()), sum(pair.right.figures.values())))
    return (
        min(company.agreeing, MOST_COUNTED),
        company.agreeing / figures,
        min(company.differing, MOST_COUNTED),
    )


def _cut(held: Sequence[Token], claim: Claim) -> Cut:
    start = claim.span.start - claim.sentence.start
    end = claim.span.end - claim.sentence.start
    before = tuple(token for token in held if token.end <= start)
    return Cut(before[::-1], tuple(token for token in held if token.start >= end))


def _of_reports(pair: Pair, ours: Span, theirs: Span) -> tuple[float, ...]:
    shared = pair.left.sentences[ours] & pair.right.sentences[theirs]
    rare = sorted(map(pair.weight, shared), reverse=True)[:MOST_RARE]
    return (
        pair.likeness(ours, theirs),
        *pair.margins(ours, theirs),
        pair.beside(ours, theirs),
        sum(rare),
        max(rare, default=0.0),
    )


def _of_words(one: Cut, two: Cut) -> tuple[float, ...]:
    """The words right beside the figures, and the order of all words."""
    before = _equal(one.before, two.before)
    after = _equal(one.after, two.after)
    content = [[t.key for t in cut.all if t.is_content] for cut in (one, two)]
    return (
        before,
        after,
        before + after,
        _common(one.before, two.before),
        _common(one.after, two.after),
        _kept([t.key for t in one.all], [t.key for t in two.all]),
        _kept(*content),
    )


def _equal(one: Side, two: Side) -> int:
    """How many words follow one another alike from the figures on."""
    count = 0
    for a, b in zip(one[:NEAR_WORDS], two[:NEAR_WORDS], strict=False):
        if a.key != b.key:
            break
        count += 1
    return count


def _common(one: Side, two: Side) -> int:
    """How many of the closest words both have."""
    return len({t.key for t in one[:CLOSE_WORDS]} & {t.key for t in two[:CLOSE_WORDS]})


def _kept(one: list[str], two: list[str]) -> float:
    """The longest common subsequence, as a share of the shorter side."""
    return LCSseq.similarity(one, two) / max(1, min(len(one), len(two)))


def _held(one: Cut, two: Cut) -> tuple[float, ...]:
    """Shares of the weight of the words near one figure that the other sentence holds."""
    before = _share(one.before, two, HELD_WORDS)[0], _share(two.before, one, HELD_WORDS)[0]
    after = _share(one.after, two, HELD_WORDS)[0], _share(two.after, one, HELD_WORDS)[0]
    ours, theirs = _share(one.all, two, None), _share(two.all, one, None)
    return (
        min(before),
        max(before),
        min(after),
        max(after),
        min(ours[0], theirs[0]),
        max(ours[0], theirs[0]),
        min(ours[1], theirs[1], MOST_WEIGHT),
    )


def _share(own: Side, other: Cut, most: int | None) -> tuple[float, float]:
    """The share and the weight of the first `most` words of content that the other side holds."""
    content = [token.key for token in own[:most] if token.is_content]
    if not content:
        return 0.5, 0.0
    reach = None if most is None else FAR_WORDS
    keys = {t.key for side in (other.before, other.after) for t in side[:reach] if t.is_content}
    total = sum(map(weight, content))
    held = sum(weight(key) * _worth(key, keys) for key in content)
    return held / total, held


def _worth(key: str, keys: set[str]) -> float:
    """1 for a word that is there, less for its nearest relative."""
    if key in keys:
        return 1.0
    kin = kin_of(key)
    if not kin or keys.isdisjoint(kin):
        return 0.0
    best = max(kin[other] for other in keys.intersection(kin))
    return best * best


def _apart(one: Cut, two: Cut) -> tuple[float, ...]:
    """Words close to one figure that the other sentence lacks, and names that one side has."""
    others = [{t.key for t in cut.all if t.is_content} for cut in (one, two)]
    names = [{t.key for t in cut.all if t.is_name} for cut in (one, two)]
    close = sorted((_lacking(one, others[1]), _lacking(two, others[0])))
    alone = sorted((len(names[0] - others[1]), len(names[1] - others[0])))
    return (*close, len(names[0] & names[1]), *alone)


def _lacking(cut: Cut, keys: set[str]) -> float:
    return sum(
        weight(token.key) / (1 + distance)
        for side in cut
        for distance, token in enumerate(side[:NEAR_WORDS])
        if token.is_content and not _worth(token.key, keys)
    )


class Tree(NamedTuple):
    """
    A decision tree in rows: go left where a value is at most the threshold.

    `left` and `right` are rows, or leaves as the negative of their number, less one.
    """

    features: tuple[int, ...]
    thresholds: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    leaves: tuple[float, ...]


@cache
def trees() -> tuple[Tree, ...]:
    """The trees, their features by place in FEATURES."""
    return tuple(_tree(row) for row in rows("second_look_trees"))


def _tree(row: tuple[str, ...]) -> Tree:
    splits, leaves = row
    cells = [split.split(",") for split in splits.split(" ")] if splits else []
    return Tree(
        tuple(int(cell[0]) for cell in cells),
        tuple(float(cell[1]) for cell in cells),
        tuple(int(cell[2]) for cell in cells),
        tuple(int(cell[3]) for cell in cells),
        tuple(float(leaf) for leaf in leaves.split(" ")),
    )


def score(found: Sequence[float]) -> float:
    """How much speaks for one thing, in log odds, by all trees together."""
    total = 0.0
    for tree in trees():
        row = 0
        while row >= 0:
            goes_left = found[tree.features[row]] <= tree.thresholds[row]
            row = tree.left[row] if goes_left else tree.right[row]
        total += tree.leaves[-row - 1]
    return total
