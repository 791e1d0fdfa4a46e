"""
Inflected forms of words and phrases, so that a substitution keeps number, tense and degree.

Of a verb phrase the first word is inflected ("goes to"), of a noun phrase the last, or the one
before "of" ("points of view"); everything else stays as it is. Forms come from lemminflect (MIT).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lemminflect import getAllLemmas, getInflection  # type: ignore[import-untyped,import-not-found,unused-ignore]

TAGS = {"n": ("NN", "NNS"), "v": ("VB", "VBZ", "VBD", "VBN", "VBG"), "a": ("JJ", "JJR", "JJS")}
BASE_TAGS = frozenset(["NN", "VB", "JJ", "RB", ""])
_POS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}


@cache
def parts_of_speech(word: str) -> frozenset[str]:
    """What a base form can be: some of n, v, a, r; nothing for an inflected form."""
    lemmas = getAllLemmas(word)
    return frozenset(_POS[pos] for pos, found in lemmas.items() if pos in _POS and word in found)


@cache
def lemmas_of(word: str) -> frozenset[str]:
    """All base forms of a word, itself included."""
    return frozenset([word, *(lemma for found in getAllLemmas(word).values() for lemma in found)])


@cache
def _inflected(word: str, tag: str) -> tuple[str, ...]:
    return (word,) if tag in BASE_TAGS else tuple(dict.fromkeys(getInflection(word, tag=tag)))


@cache
def forms(term: str, pos: str) -> tuple[tuple[str, str], ...]:
    """All (tag, form) of a base form; only the base form where `pos` is "r" or unknown."""
    return tuple(_forms(term.split(" "), pos))


def _forms(words: list[str], pos: str) -> Iterator[tuple[str, str]]:
    at = _head(words, pos)
    for tag in TAGS.get(pos, ("",)):
        if len(words) == 1 or tag not in ("JJR", "JJS"):
            for form in _inflected(words[at], tag):
                yield tag, " ".join([*words[:at], form, *words[at + 1 :]])


def head_of(term: str, pos: str) -> str:
    """Return the word of a base form that is inflected."""
    words = term.split(" ")
    return words[_head(words, pos)]


def _head(words: list[str], pos: str) -> int:
    if pos != "n":
        return 0
    return words.index("of", 1) - 1 if "of" in words[1:] else len(words) - 1


@cache
def shared_parts_of_speech(left: str, right: str) -> tuple[str, ...]:
    """The parts of speech in which two base forms can stand for each other, ("",) if unknown."""
    shared = sorted(_possible(left) & _possible(right))
    both_known = bool(_possible(left)) and bool(_possible(right))
    return tuple(shared) if shared or (both_known and " " not in left + right) else ("",)


def _possible(term: str) -> frozenset[str]:
    words = term.split(" ")
    if len(words) == 1:
        return parts_of_speech(term)
    as_verb = "v" if "v" in parts_of_speech(words[0]) else ""
    as_noun = "n" if "n" in parts_of_speech(words[-1]) else ""
    return frozenset([as_verb, as_noun]) - {""}
