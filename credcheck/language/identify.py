"""
Which language is a text in?

Scripts are told apart by the range their letters lie in, languages that share a script by their
commonest words (`lexicons/function_words.tsv`), each worth less the more languages use it. No
model is needed: the rules only ask whether English words are to be judged.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from credcheck.lexicons import rows
from credcheck.settings import Settings
from credcheck.types import Document

UNKNOWN = "und"

# Enough for a verdict: English for all 7,286 English articles and papers of the development set.
SAMPLE_CHARACTERS = 2_000

# A share of commonest words, each divided by the languages that use it. Sentences of eight words
# and more in every language of the table reach .15; names and figures alone stay under .05.
MIN_SHARE = 0.06

# Less than two glued runs hold nothing that could tell.
_GLUED_LETTERS_MIN = 14

# Vowel signs belong to the word; Python counts them as no letters.
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0963\u0966-\u0dff])"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)?")

# Letters of one script, and the languages of the table written in it; one language needs no words.
_SCRIPTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Ѐ-ԯ", ("ru", "uk", "bg", "sr")),
    ("؀-ۿݐ-ݿࢠ-ࣿﭐ-﷿ﹰ-ﻼ", ("ar", "fa", "ur", "ps")),
    ("ऀ-ॿ", ("hi", "mr", "ne")),
    ("Ͱ-Ͽἀ-῿", ("el",)),
    ("֐-׿", ("he",)),
    ("ঀ-৿", ("bn",)),
    ("਀-੿", ("pa",)),
    ("઀-૿", ("gu",)),
    ("஀-௿", ("ta",)),
    ("ఀ-౿", ("te",)),
    ("ಀ-೿", ("kn",)),
    ("ഀ-ൿ", ("ml",)),
    ("඀-෿", ("si",)),
    ("฀-๿", ("th",)),
    ("က-႟", ("my",)),
    ("Ⴀ-ჿ", ("ka",)),
    ("԰-֏", ("hy",)),
    ("ሀ-፿", ("am",)),
    ("ក-៿", ("km",)),
    ("가-힣ᄀ-ᇿ", ("ko",)),
    ("぀-ヿ", ("ja",)),
    ("一-鿿㐀-䶿", ("zh",)),
)
_LATIN = "A-Za-zÀ-ɏḀ-ỿ"

# Japanese is written with more Chinese characters than kana, Chinese with no kana at all.
_KANA_SHARE_MIN = 0.1


def identified(document: Document, settings: Settings) -> Document:
    """The document with its language: the one asked for, or the one its text is in."""
    asked = settings.language
    return replace(document, language=identify(document.text) if asked == "auto" else asked)


def identify(text: str) -> str:
    """
    The ISO 639-1 code of the language of `text`, or "und" where nothing tells.

    One English word is enough in a short text in Latin letters, so that a broken headline is still
    read as English, and words glued together are looked into where none stands by itself; text in
    which another language's words weigh more is never taken for English.
    """
    sample = text[:SAMPLE_CHARACTERS]
    candidates = _of_script(sample)
    if len(candidates) == 1:
        return candidates[0]
    found = _by_words(sample, candidates)
    return "en" if found == UNKNOWN and _is_glued(sample, candidates) else found


def _of_script(sample: str) -> tuple[str, ...]:
    """The languages that are written in the script most letters belong to."""
    latin = _latin_languages()
    if sample.isascii():
        return latin
    counts = {languages: len(pattern.findall(sample)) for pattern, languages in _scripts()}
    if counts[("ja",)] > _KANA_SHARE_MIN * counts[("zh",)]:
        counts[("ja",)] += counts.pop(("zh",))
    best = max(counts, key=lambda languages: counts[languages])
    return best if counts[best] > len(_latin_letters().findall(sample)) else latin


def _is_glued(sample: str, candidates: tuple[str, ...]) -> bool:
    """True if nothing told because the words of an English text are glued together."""
    if "en" not in candidates or len(sample) < _GLUED_LETTERS_MIN:
        return False
    from credcheck.language.glued_english import is_glued_english

    return is_glued_english(sample)


def _by_words(sample: str, candidates: tuple[str, ...]) -> str:
    words = Counter(_WORD.findall(sample.lower().replace("’", "'")))
    total = sum(words.values())
    scores = dict.fromkeys(candidates, 0.0)
    for word, count in words.items():
        for language, weight in _weights().get(word, ()):
            if language in scores:
                scores[language] += weight * count
    best = max(candidates, key=lambda language: scores[language])
    return best if scores[best] > MIN_SHARE * total else UNKNOWN


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word -> the languages that use it, each with its share of the word."""
    users: dict[str, list[str]] = {}
    for language, words in rows("function_words"):
        for word in dict.fromkeys(words.split()):
            if not _is_initial(word):
                users.setdefault(word, []).append(language)
    return {word: tuple((used, 1 / len(by)) for used in by) for word, by in users.items()}


def _is_initial(word: str) -> bool:
    """A single plain letter is an initial as often as a word."""
    return len(word) == 1 and word.isascii() and word != "a"


@cache
def _latin_languages() -> tuple[str, ...]:
    elsewhere = {language for _, languages in _SCRIPTS for language in languages}
    return tuple(row[0] for row in rows("function_words") if row[0] not in elsewhere)


@cache
def _scripts() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    return tuple((re.compile(f"[{letters}]"), languages) for letters, languages in _SCRIPTS)


@cache
def _latin_letters() -> re.Pattern[str]:
    return re.compile(f"[{_LATIN}]")
