"""
Find words that were swapped in a copy of a passage that another given file has in other words.

## Why it matters
Where two files hold the same passage and one of them has other words here and there, nothing needs
to be guessed: both wordings can be shown. It is the strongest evidence of spinning there is, and it
finds light spinning, which no reading of one text alone can tell from an author's own style.

## When it is wrong
Editors change words too. A pair counts only if at least five single words or short phrases were
swapped for others, at least one word in fifty of the passages they share, and if one side reads
better at most of these places: the finding then stands at the other side. Spelling, inflection,
numbers and names are no swaps. If neither file reads as spun by itself, it is an observation only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.fuzz import ratio

from credcheck.language.spun import find_substitutions
from credcheck.types import (
    Alignment,
    Corpus,
    CorpusRule,
    Document,
    Edit,
    Evidence,
    Examined,
    Finding,
    Fix,
    Span,
)

# Chosen on hand-made pairs: an edited wire story had at most three such swaps one way, a lightly
# spun copy of 400 words ten to fifteen.
SWAPS_MIN = 5
SHARE_MIN = 0.02
# Natural log a swap by which the other wording must be likelier, on average over the pair.
GAIN_MIN = 0.7
WORDS_MAX = 4
# Above this likeness two words are spellings or forms of one (colour, color; assault, assaults).
SAME_WORD_RATIO = 75
VERDICTS = ("clean", "suspect", "spun")


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of one file, and those that stand in their place in the other."""

    here: Span
    there: Span
    written: str
    original: str


@dataclass(frozen=True, slots=True)
class Altered:
    """A file that was altered, the file that shows it, and the words that were swapped."""

    document: Document
    verdict: str
    other: Document
    swaps: tuple[Swap, ...]


def find(corpus: Corpus) -> Iterator[Finding]:
    """Yield the swaps of every pair of files in which one side was altered."""
    for pair in altered(corpus):
        for swap in pair.swaps:
            yield _finding(pair, swap)


def altered(corpus: Corpus) -> Iterator[Altered]:
    """Every pair of files of which one was altered, in order."""
    for (left, right), shared in sorted(_pairs(corpus.alignments).items()):
        found = _altered(corpus[left], corpus[right], shared)
        if found:
            yield found


def _pairs(alignments: Iterable[Alignment]) -> dict[tuple[str, str], list[Alignment]]:
    pairs: dict[tuple[str, str], list[Alignment]] = {}
    for alignment in alignments:
        if alignment.left.document != alignment.right.document and alignment.kind != "verbatim":
            pair = alignment.left.document, alignment.right.document
            pairs.setdefault(pair, []).append(alignment)
    return pairs


def _altered(one: Examined, other: Examined, shared: list[Alignment]) -> Altered | None:
    """The side that was altered, if one was."""
    left, right = one.document, other.document
    swaps = tuple(s for a in shared for s in _swaps(a, left.raw, right.raw))
    words = sum(len(a.left.span.of(left.raw).split()) for a in shared)
    if len(swaps) < SWAPS_MIN or len(swaps) < SHARE_MIN * words:
        return None
    turned = tuple(Swap(s.there, s.here, s.original, s.written) for s in swaps)
    lead = _gain(left, shared, swaps, 0) - _gain(right, shared, turned, 1)
    lead += VERDICTS.index(one.spun) - VERDICTS.index(other.spun)
    if lead >= GAIN_MIN:
        return Altered(left, one.spun, right, swaps)
    return Altered(right, other.spun, left, turned) if lead <= -GAIN_MIN else None


def _swaps(alignment: Alignment, left: str, right: str) -> Iterator[Swap]:
    """Runs of blocks that are not kept, as one swap each: "earlier than" for "before"."""
    for is_kept, some in groupby(alignment.blocks, lambda block: block.operation == "keep"):
        if not is_kept:
            run = list(some)
            here = Span(run[0].left.start, run[-1].left.end)
            there = Span(run[0].right.start, run[-1].right.end)
            if _is_swap(here.of(left), there.of(right)):
                yield Swap(here, there, here.of(left), there.of(right))


def _is_swap(written: str, original: str) -> bool:
    """True for words and short phrases of letters that are no forms of one another, no names."""
    for side in (written, original):
        words = side.split()
        if not 0 < len(words) <= WORDS_MAX or not side.replace(" ", "").isalpha():
            return False
        if all(word[0].isupper() for word in words):
            return False
    return ratio(written.casefold(), original.casefold()) < SAME_WORD_RATIO


def _gain(document: Document, shared: list[Alignment], swaps: Sequence[Swap], side: int) -> float:
    """How much likelier the other side's words are in this side's place, on average."""
    lexicon: Mapping[str, tuple[str, ...]] = {
        swap.written.casefold(): (swap.original,) for swap in swaps
    }
    places = [(a.left, a.right)[side].span for a in shared]
    text = "\n".join(span.of(document.raw) for span in places)
    found = find_substitutions(text, extra_lexicon=lexicon).substitutions
    wanted = {(s.written.casefold(), s.original.casefold()) for s in swaps}
    gains = [
        s.log_likelihood_ratio for s in found if (s.text.casefold(), s.repair.casefold()) in wanted
    ]
    return sum(gains) / len(swaps)


def _finding(pair: Altered, swap: Swap) -> Finding:
    repair = Edit(swap.here, swap.original, applicability="unsafe")
    detail = "the same passage"
    evidence = Evidence("alignment", "reworded", detail, pair.other.id, swap.there)
    return Finding(
        rule=RULE.code,
        document=pair.document.id,
        span=swap.here,
        message=f"'{swap.written}' stands where {pair.other.id} has '{swap.original}'",
        severity="info" if pair.verdict == "clean" else "warning",
        score=0.95,
        fix=Fix("unsafe", RULE.name, (repair,)),
        evidence=(evidence,),
    )


_ORIGINAL = (
    "The foreign minister said on Monday that the government would publish the agreement before "
    "the end of the month. He told reporters in the capital that both countries had lost a great "
    "deal of trade since the bridge was closed last winter. Police had reported a sharp rise in "
    "attacks near the border, he added, and most of the people who fled their homes were still "
    "waiting in camps. The opposition asked for a vote in parliament before any agreement is "
    "signed, and its leader said that the public had a right to know what was in the text."
)

RULE = CorpusRule(
    code="SPN103",
    name="reworded-copy",
    severity="warning",
    message="'{}' stands where another given file has '{}'",
    find=find,
    bad=(
        (
            "The [[overseas]] minister [[mentioned]] on Monday that the [[authorities]] would "
            "publish the agreement [[earlier than]] the end of the month. He [[advised]] reporters "
            "in the capital that both [[nations]] had lost a great deal of [[commerce]] since the "
            "bridge was closed last winter. Police had reported a [[pointy]] rise in [[assaults]] "
            "near the border, he added, and most of the [[folks]] who fled their homes were still "
            "waiting in camps. The opposition asked for a vote in parliament [[earlier than]] any "
            "agreement is signed, and its leader [[mentioned]] that the public had a right to know "
            "what was in the text.",
            _ORIGINAL,
        ),
    ),
    good=(
        (_ORIGINAL, _ORIGINAL),
        (_ORIGINAL, _ORIGINAL.replace("told reporters", "told a news conference")),
        (_ORIGINAL.replace("Monday", "Sunday").replace("colour", "color"), _ORIGINAL),
    ),
)
