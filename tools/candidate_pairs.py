"""
From groups of dictionary words to pairs (what is written, what may have stood there), inflected.

A pair carries one bit a source, so that a scorer can weigh the sources or hold one out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.candidate_sources import CommonSwap, Group
from tools.inflection import forms, head_of, lemmas_of, parts_of_speech, shared_parts_of_speech

# Bit of each source; mythes-en-us is made from WordNet, so hold out the first four together.
BITS = {
    "wordnet same": 1,
    "wordnet near": 2,
    "mythes same": 4,
    "mythes near": 8,
    "moby near": 16,
    "wikdict same": 32,
    "wikdict near": 32,
    "edict same": 64,
    "edict near": 128,
    "cedict same": 256,
    "cedict near": 512,
    "swaps thesaurus": 1 << 15,
    "swaps translation": 1 << 16,
    "swaps rewriter": 1 << 17,
    "swaps back": 1 << 18,
}
NEIGHBOUR_BIT = 1024
LEXICON_BIT = 2048
SEEN_LEXICON_BIT = 4096
RULE_BIT = 8192

# Words that hold sentences together are no candidates and no keys, unless the lexicon says so.
FUNCTION_WORDS = frozenset(
    (Path(__file__).parent / "held_words.txt").read_text(encoding="utf-8").split("\n\n")[1].split()
)

# Spellings that change with the country; a pair equal under them is no substitution.
SPELLINGS = (
    (r"is(e|ed|es|ing|ation|ations|er|ers)$", r"iz\1"),
    (r"ys(e|ed|es|ing|er|ers)$", r"yz\1"),
    (r"our", "or"),
    (r"ll", "l"),
    (r"re(s?)$", r"er\1"),
    (r"[ao]e", "e"),
    (r"ogue", "og"),
    (r"mme", "m"),
    (r"ce(s?)$", r"se\1"),
    (r"(a|t)ough$", r"\1ow"),
    (r"grey", "gray"),
    (r"tyre", "tire"),
    (r"cheque", "check"),
    (r"scept", "skept"),
    (r"(ward|mong|mid|whil)st?s?$", r"\1"),
    (r"^(mum|mom)(s?)$", r"mom\2"),
    (r"^tonne", "ton"),
    (r"alumini?um", "aluminum"),
    (r"jewel+e?ry", "jewelry"),
)


@dataclass(slots=True)
class Evidence:
    """The sources of a pair, and how small the groups are in which it stands (at most 1 each)."""

    bits: int = 0
    closeness: float = 0.0


LemmaPairs = dict[tuple[str, str, str], Evidence]  # (left, right, part of speech)
Surface = dict[str, dict[str, Evidence]]  # written -> original


def lemma_pairs(
    sources: Iterable[tuple[str, Iterable[Group]]],
    is_known: Callable[[str], bool],
    is_rare: Callable[[str], bool],
) -> LemmaPairs:
    """
    All ordered pairs of terms of all groups; Moby's one-way lists are read both ways.

    What is written may be known or rare, what stood there is known.
    """
    pairs: LemmaPairs = defaultdict(Evidence)
    for name, groups in sources:
        for group in groups:
            known = {member for member in group.members if is_known(member)}
            members = [m for m in group.members if m in known or (known and is_rare(m))]
            bit = BITS[f"{name} {group.kind}"]
            for left, right, pos in _ordered(members, group.pos):
                if right in known:
                    evidence = pairs[left, right, pos]
                    evidence.bits |= bit
                    evidence.closeness += 1 / (len(members) - 1)
    return pairs


def add_swaps(
    pairs: LemmaPairs,
    swaps: Iterable[CommonSwap],
    is_known: Callable[[str], bool],
    is_rare: Callable[[str], bool],
) -> None:
    """Add what is put in for common words, and the other way round as a looser pair."""
    for swap in swaps:
        if is_known(swap.original):
            pos = swap.pos if _are_inflected(swap) else ""
            if is_known(swap.written) or is_rare(swap.written):
                pairs[swap.written, swap.original, pos].bits |= BITS[f"swaps {swap.manner}"]
            if is_known(swap.written):
                pairs[swap.original, swap.written, pos].bits |= BITS["swaps back"]


def _are_inflected(swap: CommonSwap) -> bool:
    """True if both sides can be inflected: "actions" for "deeds" is left as it is."""
    terms = (swap.original, swap.written)
    return swap.pos in ("n", "v", "a") and all(
        swap.pos in parts_of_speech(head_of(term, swap.pos)) for term in terms
    )


def other_forms(written: str, original: str) -> Iterator[str]:
    """
    Yield the other forms of a base form: crude tools put in words as a dictionary lists them.

    "The ship sail for Genoa" was "the ships left for Genoa".
    """
    if written.isalpha() and original.isalpha():
        for pos in sorted(parts_of_speech(written) & parts_of_speech(original)):
            yield from (form for _, form in forms(original, pos) if form != original)


def _ordered(members: list[str], pos: str) -> Iterator[tuple[str, str, str]]:
    for left in members:
        for right in members:
            if left != right:
                for shared in (pos,) if pos else shared_parts_of_speech(left, right):
                    yield left, right, shared


def surface_pairs(pairs: LemmaPairs, is_original: Callable[[str], bool]) -> Surface:
    """All pairs in all forms that both sides share, where the original's form is in use."""
    surface: Surface = defaultdict(dict)
    for (left, right, pos), evidence in pairs.items():
        originals: dict[str, list[str]] = defaultdict(list)
        for tag, form in forms(right, pos):
            if is_original(form):
                originals[tag].append(form)
        for tag, form in forms(left, pos) if originals else ():
            for original in originals.get(tag, ()):
                if is_substitution(form, original):
                    add(surface, form, original, evidence)
    return surface


def add(surface: Surface, written: str, original: str, evidence: Evidence) -> None:
    """Join the evidence for one pair to what is known of it."""
    known = surface[written].setdefault(original, Evidence())
    known.bits |= evidence.bits
    known.closeness = max(known.closeness, evidence.closeness)


def is_substitution(written: str, original: str) -> bool:
    """
    False for function words, forms of one word, and spellings of one word.

    A phrase may stand for a function word ("owing to the fact that" for "because").
    """
    if written in FUNCTION_WORDS or (original in FUNCTION_WORDS and " " not in written):
        return False
    return not written_alike(written, original)


def written_alike(left: str, right: str) -> bool:
    """Do two terms differ in spelling, hyphen or inflection only?"""
    if plain_spelling(left) == plain_spelling(right):
        return True
    if " " in left or " " in right:
        return False
    return not _spelt_lemmas(left).isdisjoint(_spelt_lemmas(right))


@cache
def plain_spelling(term: str) -> str:
    """A form of a term that is the same in every country's spelling."""
    plain = re.sub(r"[ '-]", "", term)
    for pattern, replacement in SPELLINGS:
        plain = re.sub(pattern, replacement, plain)
    return plain


@cache
def _spelt_lemmas(word: str) -> frozenset[str]:
    return frozenset(plain_spelling(lemma) for lemma in lemmas_of(word))
