"""
Bring the forms of one word together: "deportations" and "deported", "organised" and "organizing".

Stems are those of the Snowball English stemmer (Porter 2001), after British spelling and the
irregular forms that matter in news are brought home. Words of grammar fold to the empty string.
The stems of common words are listed: to look one up takes a tenth of the time of computing it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from credcheck.lexicons import entries, rows
from credcheck.lexicons.sorted_rows import sorted_rows

if TYPE_CHECKING:
    from snowballstemmer import EnglishStemmer

# A word of fewer letters is its own stem.
SHORTEST = 4
_SPELLINGS = (
    (re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{3})our(s|ed|ing|able|ite|ites|hood)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z]{4})ll(ed|ing|er|ers)?$"), r"l\1"),
)
_POSSESSIVE = re.compile(r"['’]s?$")


@cache
def grammar() -> frozenset[str]:
    """Words of grammar and of reporting, in lower case with straight apostrophes."""
    return frozenset(entries("grammar_words"))


@cache
def _irregular() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("irregular_forms")}


@cache
def _stemmer() -> EnglishStemmer:
    import snowballstemmer

    return snowballstemmer.EnglishStemmer()


@lru_cache(maxsize=1 << 16)
def folded(word: str) -> str:
    """
    The stem under which `word` is compared, "" for a word of grammar.

    Digits stay as they are; case, possessive endings and British spelling do not matter.
    """
    lower = word.lower().replace("’", "'")
    if lower in grammar():
        return ""
    bare = _POSSESSIVE.sub("", lower)
    if bare in grammar():
        return ""
    return _stem(_irregular().get(bare, bare))


def _stem(word: str) -> str:
    if len(word) < SHORTEST or not word.isalpha():
        return word
    listed = sorted_rows("word_stems").get(word)
    return stem_of(word) if listed is None else listed or word


def stem_of(word: str) -> str:
    """The stem of a lower-case word of `SHORTEST` letters or more, computed."""
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return str(_stemmer().stemWord(word))
